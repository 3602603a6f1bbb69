import { z } from 'zod';
import { errorSchema, feedbackSchema, messageSchema, replySchema, suggestionsSchema } from './schemas.ts';

const json = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return { 'application/json': { schema: rest } };
};
const refused = { description: 'Refused; the text names whom to call.', content: json(errorSchema) };
const refusals = Object.fromEntries(
  ['400', '403', '405', '413', '415', '429', '500'].map((status) => [status, refused]),
);
const post = (summary: string, body: z.ZodType, done: object) => ({
  post: { summary, requestBody: { required: true, content: json(body) }, responses: { ...done, ...refusals } },
});
const plain = (summary: string, responses: object) => ({ get: { summary, responses } });

/** docs/openapi.json, generated from the schemas at the door: print this object as JSON there, and run `npm run fix`. */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Web chat',
    version: '1',
    description: 'No cookies, no accounts. No words are kept unless the operator chose so (docs/privacy.md).',
  },
  paths: {
    '/api/messages': post('One question or one pressed choice', messageSchema, {
      '200': { description: 'The reply.', content: json(replySchema) },
    }),
    '/api/feedback': post('A thumb up or down, counted without words', feedbackSchema, {
      '204': { description: 'Counted.' },
    }),
    '/api/suggestions': plain("Questions in the knowledge's own words", {
      '200': { description: 'For suggesting while typing, in the page.', content: json(suggestionsSchema) },
    }),
    '/healthz': plain('The process is alive', { '200': { description: 'Alive.' } }),
    '/readyz': plain('New work is taken', { '200': { description: 'Ready.' }, '503': { description: 'Stopping.' } }),
  },
};
