import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAssistant, loadKnowledge, toPlainText } from '#core';
import { editOf, proposalSchema } from '../../../adapters/desk/proposal.ts';
import { copyOfKnowledge, createPerson, KNOWLEDGE } from '../../support.ts';
import { openDeskServer, TODAY } from './open-desk.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../../..');
const LONG_MS = 60_000;

const ANSWER = 'Relief lasts some weeks to months. Ask the clinic what to expect.';
const GUIDE_ANSWER = {
  entry: 'relief-duration',
  answer: ANSWER,
  guide: '20957',
  source: 'Clinic handout, page 2',
  by: 'Ann Lee, RN',
};

/** The proposal's patch, applied by git to a checkout that holds the same knowledge; the checkout's knowledge directory. */
async function applied(fields: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'checkout-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const directory = await copyOfKnowledge();
  const copy = join(folder, basename(directory));
  await cp(directory, copy, { recursive: true });
  const edited = await editOf(proposalSchema.parse(fields), await loadKnowledge(directory), TODAY);
  if ('fault' in edited) throw new Error(edited.fault);
  await writeFile(join(folder, 'x.patch'), edited.patch);
  await run('git', ['init', '-q'], { cwd: folder });
  await run('git', ['apply', 'x.patch'], { cwd: folder });
  expect(edited.patch.match(/^-(?!--)/gmu), 'nothing is taken away').toBeNull();
  expect(await readFile(join(copy, edited.file), 'utf8')).toBe(edited.text);
  return copy;
}

async function faultOf(fields: Record<string, string>) {
  return editOf(proposalSchema.parse(fields), await loadKnowledge(await copyOfKnowledge()), TODAY);
}

describe('a proposal', () => {
  it('applies with git, passes the check, and answers for the guide that it holds for', {
    timeout: LONG_MS,
  }, async () => {
    const wordings = 'when does the benefit of it go away again\nhow many good weeks do i get';
    const directory = await applied({ ...GUIDE_ANSWER, wordings });
    const check = await run(process.execPath, ['tools/knowledge-check.ts', '--quiet', '--knowledge', directory], {
      cwd: ROOT,
    });
    expect(check.stdout).toContain('0 errors');
    const assistant = createAssistant(await loadKnowledge(directory));
    const guide = assistant.knowledge.guides.get('20957');
    const said = (text: string) => createPerson(assistant).types(text);
    const reply = said('how many good weeks do i get');
    expect(reply.kind).toBe('answer');
    for (const part of [ANSWER, guide?.name ?? '?', 'Clinic handout, page 2'])
      expect(toPlainText(reply)).toContain(part);
    expect(toPlainText(reply)).not.toContain('Not yet reviewed');
    const other = said('how long does the relief last after the facet injection');
    expect(other.kind).toBe('abstain');
    expect(toPlainText(other)).not.toContain(ANSWER);
  });

  it('of an answer that nobody signed says so to patients', async () => {
    const assistant = createAssistant(await loadKnowledge(await applied({ entry: 'relief-duration', answer: ANSWER })));
    expect(toPlainText(createPerson(assistant).types('how long will the relief last'))).toContain('Not yet reviewed');
  });

  it('of wordings goes to the file of the question, whichever it is', async () => {
    for (const entry of ['recovery/ice', 'recovery/whole']) {
      const directory = await applied({ entry, wordings: 'may i freeze it: yes, or no?' });
      const { questions } = await loadKnowledge(directory);
      expect(questions.get(entry)?.wordings.at(-1)).toBe('may i freeze it: yes, or no?');
    }
  });

  it.for([
    [{ entry: 'no-such-gap', answer: 'x' }, 'no such entry'],
    [{ entry: 'relief-duration' }, 'Write an answer'],
    [{ entry: 'recovery/ice', answer: 'Put ice on it.' }, 'Only a gap takes an answer'],
    [{ entry: 'relief-duration', answer: 'x', guide: '99999' }, 'no such guide'],
  ] as const)('of %o is refused', async ([fields, said]) => {
    expect(await faultOf(fields)).toMatchObject({ fault: expect.stringContaining(said) });
  });

  it('that breaks the rules of the form comes back as it was typed', async () => {
    const { submit, signIn } = await openDeskServer();
    const fields = { entry: 'relief-duration', answer: 'It lasts {long} <b>', wordings: 'one\nmy name is [name]' };
    const response = await submit('/desk/propose', fields, await signIn());
    expect(response.status).toBe(400);
    const page = await response.text();
    for (const part of [
      'must be one line',
      'It lasts {long} &lt;b&gt;',
      'one\nmy name is [name]',
      'a mark such as [name]',
    ])
      expect(page).toContain(part);
  });

  it('of an entry that is none is not found', async () => {
    const { ask, submit, signIn } = await openDeskServer();
    const headers = await signIn();
    expect((await ask('/desk/propose?entry=../secret', { headers })).status).toBe(404);
    expect((await submit('/desk/patch', { entry: 'nope', answer: 'x' }, headers)).status).toBe(404);
  });

  it('shows what it would change, writes nothing, and downloads as it was shown', { timeout: LONG_MS }, async () => {
    const { submit, signIn } = await openDeskServer();
    const headers = await signIn();
    const before = await readFile(join(KNOWLEDGE, 'gaps.yaml'), 'utf8');
    const fields = { entry: 'relief-duration', answer: ANSWER, wordings: 'how many good weeks do i get' };
    const page = await (await submit('/desk/propose', fields, headers)).text();
    expect(page).toMatch(/<strong>\d+ of \d{3,} replies would change/u);
    expect(page).toContain('2 kind');
    expect(page).toContain('how many good weeks do i get');
    const patch = await submit('/desk/patch', fields, headers);
    expect(patch.headers.get('content-disposition')).toBe('attachment; filename="relief-duration.patch"');
    expect(await patch.text()).toContain('+++ b/knowledge/gaps.yaml');
    expect(await readFile(join(KNOWLEDGE, 'gaps.yaml'), 'utf8')).toBe(before);
  });

  it('that would break the knowledge says how', { timeout: LONG_MS }, async () => {
    const knowledge = await copyOfKnowledge();
    const assistant = createAssistant(await loadKnowledge(knowledge));
    const { submit, signIn } = await openDeskServer({ assistant });
    const headers = await signIn();
    const file = join(knowledge, 'gaps.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('near: [follow-up/discuss]', 'near: [no/such]'));
    const page = await (await submit('/desk/propose', { entry: 'relief-duration', answer: ANSWER }, headers)).text();
    expect(page).toContain('The knowledge would be faulty with it');
    expect(page).toContain('which no guide has');
  });
});
