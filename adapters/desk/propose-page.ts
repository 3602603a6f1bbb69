import { html } from 'hono/html';
import { describeView, type Knowledge, titleOf } from '#core';
import type { Blast } from './blast.ts';
import { type Html, table } from './html.ts';
import type { Edited, Proposal } from './proposal.ts';

/** Rows of changed replies. */
const MOST = 100;

/** The form for an entry: an answer for a gap, wordings for either. */
export function proposePage(path: string, given: Proposal, knowledge: Knowledge, fault = ''): Html {
  const { entry, answer, guide, source, by, wordings } = given;
  const told = fault === '' ? '' : html`<p class="fault" role="alert">${fault}</p>`;
  const guides = [...knowledge.guides.values()].map(
    ({ id, name }) => html`<option value="${id}" ${id === guide ? html`selected` : ''}>${name} (${id})</option>`,
  );
  const known = knowledge.gaps.get(entry) ?? knowledge.questions.get(entry);
  const answering = knowledge.gaps.has(entry)
    ? html`<label for="answer">Answer</label><p class="hint" id="answer-hint">In plain words, at most 25; every condition kept.</p>
<textarea id="answer" name="answer" rows="4" maxlength="600" aria-describedby="answer-hint">${answer}</textarea>
<label for="guide">Guide that it holds for</label>
<select id="guide" name="guide"><option value="">all guides</option>${guides}</select>
<label for="source">Source</label><p class="hint" id="source-hint">Empty: the clinic itself.</p>
<input id="source" name="source" maxlength="120" value="${source}" aria-describedby="source-hint">
<label for="by">Reviewed by</label><p class="hint" id="by-hint">Name and role. Empty: patients are told that it is not yet reviewed.</p>
<input id="by" name="by" maxlength="80" value="${by}" aria-describedby="by-hint" autocomplete="name">`
    : '';
  return html`${told}<p><strong>${titleOf(entry, knowledge)}</strong> <code>${entry}</code></p>
<form method="post" action="${path}/propose" class="fields">
<input type="hidden" name="entry" value="${entry}">${answering}
<label for="wordings">New wordings, one a line</label><p class="hint" id="wordings-hint">As people type it, without names or dates.</p>
<textarea id="wordings" name="wordings" rows="4" aria-describedby="wordings-hint">${wordings.join('\n')}</textarea>
<button class="main">Show the patch and what it changes</button></form>
<p class="soft">Nothing is written here: you get a patch for whoever keeps the knowledge.</p>
<details><summary>Wordings that it has (${known?.wordings.length ?? 0})</summary><ul>${known?.wordings.map((wording) => html`<li>${wording}</li>`)}</ul></details>`;
}

/** The patch, what it would change, and a button to download it. */
export function patchPage(path: string, proposal: Proposal, edited: Edited, blast: Blast): Html {
  const fields = { ...proposal, wordings: proposal.wordings.join('\n') };
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`${blast.kind === 'faulty' ? faultList(blast.faults) : ''}
<section><h2>Patch for ${edited.file}</h2><pre tabindex="0" role="region" aria-label="Patch">${edited.patch}</pre>
<form method="post" action="${path}/patch">${hidden}<button class="main">Download the patch</button></form>
<p>In the checkout: <code>git apply the-file.patch</code>, then <code>npm run knowledge:check</code>.</p></section>
${blast.kind === 'sound' ? changeTable(blast) : ''}`;
}

function faultList(faults: readonly string[]): Html {
  return html`<div role="alert"><p class="fault">The knowledge would be faulty with it, so that the bot would not take it:</p>
<ul>${faults.map((fault) => html`<li>${fault}</li>`)}</ul></div>`;
}

function changeTable({ asked, changes }: Extract<Blast, { kind: 'sound' }>): Html {
  const rows = changes
    .slice(0, MOST)
    .map(({ question, what, before, after }) => [question, what, describeView(before), describeView(after)]);
  return html`<p><strong>${changes.length} of ${asked} replies would change.</strong> Asked were the new wordings, those of this entry, and every
fifth wording of the knowledge.</p>${table('Replies that would change, the worst first', ['Question', 'What', 'Before', 'After'], rows)}`;
}
