import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { dayOf, daysBefore, summarise } from '#core';
import { type House, WORDS_STATES } from '../shared/index.ts';
import { readForm } from './form.ts';
import { deskPage } from './html.ts';
import { gapsPage, overviewPage, reviewsPage, SPANS, type Span, wordingsPage, wordsPage } from './pages.ts';
import { addProposals, type Show } from './propose.ts';
import type { DeskSettings } from './settings.ts';
import { addSignIn } from './sign-in.ts';

export const DESK_PATH = '/desk';
/** Largest form, in bytes. */
const FORM_LIMIT = 64_000;
const USUAL_SPAN = 28;
const STYLE = readFileSync(join(import.meta.dirname, 'page/desk.css'), 'utf8');

export interface DeskOptions {
  readonly house: Pick<House, 'desk' | 'ledger' | 'limit' | 'log' | 'now'>;
  readonly settings: DeskSettings;
}

/** What patients asked, what they asked in vain, and what is due, for staff. It writes nothing into the knowledge. */
export function createDeskApp({ house, settings }: DeskOptions): Hono {
  const { desk, ledger, log, now } = house;
  const { keepsWords, token } = settings;
  const app = new Hono();
  const knowledge = () => desk.current().knowledge;
  const today = () => dayOf(now());
  const show: Show = (c, here, title, body, status = 200) => {
    const { clinic, version } = knowledge();
    const frame = { path: DESK_PATH, version, clinic: clinic.name, canSignOut: token !== null };
    return c.html(deskPage(frame, here, title, body), status);
  };
  const spanOf = (c: Context): Span => {
    const days = SPANS.find((span) => String(span) === c.req.query('days')) ?? USUAL_SPAN;
    return { from: daysBefore(today(), days - 1), to: today(), days };
  };
  const summaryOf = async ({ from, to }: Span) => summarise(await ledger.counts(from, to), knowledge(), from, to);

  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error('desk-failed', error, { channel: 'desk' });
    return c.text('The desk cannot show this now; the log says why. Answers to patients go on.', 503);
  });
  app.get('/desk.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.use(bodyLimit({ maxSize: FORM_LIMIT }));
  addSignIn(app, { path: DESK_PATH, house, settings });

  app.get('/', async (c) => {
    const span = spanOf(c);
    return show(c, '', 'Overview', overviewPage(DESK_PATH, span, await summaryOf(span), knowledge()));
  });
  app.get('/gaps', async (c) => {
    const span = spanOf(c);
    return show(c, '/gaps', 'Gaps', gapsPage(DESK_PATH, span, await summaryOf(span), knowledge()));
  });
  app.get('/wordings', async (c) => {
    const span = spanOf(c);
    return show(c, '/wordings', 'Wordings', wordingsPage(DESK_PATH, span, await summaryOf(span), knowledge()));
  });
  app.get('/reviews', async (c) =>
    show(c, '/reviews', 'Reviews', reviewsPage(knowledge(), today(), await ledger.reviews())),
  );
  app.get('/words', async (c) => {
    const state = WORDS_STATES.find((one) => one === c.req.query('state')) ?? null;
    const kept = await ledger.kept(state === null ? {} : { state });
    return show(c, '/words', 'Unanswered words', wordsPage(DESK_PATH, { keepsWords, kept, state }, knowledge()));
  });
  app.post('/words', async (c) => {
    const { id, state: given } = await readForm(c);
    const state = WORDS_STATES.find((one) => one === given);
    if (state !== undefined) await ledger.setState(String(id), state);
    return c.redirect(`${DESK_PATH}/words`, 303);
  });

  addProposals(app, { house, path: DESK_PATH, show });
  return app;
}
