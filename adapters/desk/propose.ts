import type { Context, Hono } from 'hono';
import { dayOf } from '#core';
import type { House } from '../shared/index.ts';
import { createBlast } from './blast.ts';
import { readForm } from './form.ts';
import type { Html } from './html.ts';
import { type Edited, editOf, type Proposal, proposalSchema, toDraft } from './proposal.ts';
import { patchPage, proposePage } from './propose-page.ts';

/** Shows a body as a page of the desk; `here` is the page of the menu that it belongs to. */
export type Show = (
  c: Context,
  here: string,
  title: string,
  body: Html,
  status?: 200 | 400,
) => Response | Promise<Response>;

export interface ProposeOptions {
  readonly house: Pick<House, 'desk' | 'ledger' | 'now'>;
  readonly path: string;
  readonly show: Show;
}

/** The form of a gap or question, the patch that it makes with what that would change, and its download. */
export function addProposals(app: Hono, { house, path, show }: ProposeOptions): void {
  const { desk, ledger, now } = house;
  const blast = createBlast(now);
  const knowledge = () => desk.current().knowledge;
  const entryNamed = (entry: string) => knowledge().gaps.get(entry) ?? knowledge().questions.get(entry);
  const pageOf = (entry: string) => (knowledge().gaps.has(entry) ? '/gaps' : '/wordings');
  const showForm = (c: Context, proposal: Proposal, fault = '') =>
    show(
      c,
      pageOf(proposal.entry),
      'A proposal',
      proposePage(path, proposal, knowledge(), fault),
      fault === '' ? 200 : 400,
    );

  app.get('/propose', async (c) => {
    const entry = c.req.query('entry') ?? '';
    if (entryNamed(entry) === undefined) return c.notFound();
    const id = c.req.query('words');
    const words = id === undefined ? undefined : (await ledger.kept()).find((kept) => kept.id === id);
    return showForm(c, toDraft({ entry, wordings: words?.text.replace(/[\s{}]+/gu, ' ') }));
  });

  /** Hands a sound proposal on; else the form again, as it was typed, with what is wrong. */
  const withEdit = async (c: Context, use: (proposal: Proposal, edited: Edited) => Response | Promise<Response>) => {
    const draft = toDraft(await readForm(c));
    if (entryNamed(draft.entry) === undefined) return c.notFound();
    const parsed = proposalSchema.safeParse({ ...draft, wordings: draft.wordings.join('\n') });
    if (!parsed.success) {
      const faults = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
      return showForm(c, draft, faults.join('; '));
    }
    const edited = await editOf(parsed.data, knowledge(), dayOf(now()));
    return 'fault' in edited ? showForm(c, draft, edited.fault) : use(parsed.data, edited);
  };
  app.post('/propose', (c) =>
    withEdit(c, async (proposal, edited) => {
      const own = entryNamed(proposal.entry)?.wordings ?? [];
      const measured = await blast(knowledge().directory, edited, [...proposal.wordings, ...own]);
      return show(c, pageOf(proposal.entry), 'A proposal as a patch', patchPage(path, proposal, edited, measured));
    }),
  );
  app.post('/patch', (c) =>
    withEdit(c, ({ entry }, { patch }) =>
      c.body(patch, 200, {
        'Content-Type': 'text/x-diff; charset=utf-8',
        'Content-Disposition': `attachment; filename="${entry.replaceAll('/', '-')}.patch"`,
      }),
    ),
  );
}
