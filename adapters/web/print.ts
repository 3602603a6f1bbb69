import { html } from 'hono/html';
import { createSay, type Fact, type Guide, type Knowledge, reviewLine, reviewsOf } from '#core';
import { frame, linked, tel } from './html.ts';
import { phonePattern, topicsInOrder } from './start.ts';
import type { Strings } from './strings.ts';

type Html = ReturnType<typeof html>;

/** A guide to read or print: every fact in its order, each topic with all cautions of its facts. */
export function guidePage(knowledge: Knowledge, guide: Guide, strings: Strings, today: string): Html {
  const topics = guide.topics.map((slug) => {
    const facts = [...guide.facts.values()].filter(({ topic }) => topic === slug);
    return html`<section><h2>${knowledge.topics.get(slug)?.title ?? slug}</h2>
<ul>${facts.map(({ text }) => html`<li>${text}</li>`)}</ul>${cautionsOf(knowledge, facts, strings)}</section>`;
  });
  const compare = html`<a href="/compare">${strings.compare}</a>`;
  const sheet = { title: guide.name, links: compare, facts: [...guide.facts.values()], today };
  return paper(knowledge, strings, sheet, html`${topics}<p class="source">${guide.source.title}</p>`);
}

/** For staff: how the guides compare, fact by fact; cautions once for both, as in an answer. */
export function comparePage(knowledge: Knowledge, strings: Strings, today: string): Html {
  const { guides, facts, compare } = knowledge;
  const rowOf = (pair: Knowledge['compare'][number]) => {
    const found = pair.facts.flatMap((id) => facts.get(id) ?? []);
    const cells = [...guides.keys()].map((id) => {
      const own = found.filter(({ procedure }) => procedure === id);
      if (own.length === 0) return html`<td class="absent">${strings.absent}</td>`;
      return html`<td>${own.map(({ text }) => html`<p>${text}</p>`)}</td>`;
    });
    const cautions = cautionsOf(knowledge, found, strings);
    const below =
      cautions.length > 0 ? html`<tr class="cautions"><td colspan="${guides.size}">${cautions}</td></tr>` : '';
    const says = pair.says === undefined ? '' : html`<small>${pair.says}</small>`;
    return html`<tr><th scope="row" rowspan="${below === '' ? 1 : 2}">${strings.relations[pair.relation]}${says}</th>${cells}</tr>${below}`;
  };
  const bodies = topicsInOrder(knowledge).map(({ slug, title }) => {
    const rows = compare.filter(({ topic }) => topic === slug).map(rowOf);
    return html`<tbody><tr><th class="topic" scope="rowgroup" colspan="${guides.size + 1}">${title}</th></tr>${rows}</tbody>`;
  });
  const heads = [...guides.values()].map(({ id, name }) => html`<th scope="col">${name} (${id})</th>`);
  const table = html`<div class="wide" tabindex="0" role="region" aria-label="${strings.compare}"><table>
<thead><tr><th scope="col">${strings.relation}</th>${heads}</tr></thead>${bodies}</table></div>`;
  const links = html`${[...guides.values()].map(({ id, name }) => html`<a href="/guides/${id}">${name}</a>`)}`;
  return paper(knowledge, strings, { title: strings.compare, links, facts: [...facts.values()], today }, table);
}

interface Sheet {
  readonly title: string;
  readonly links: Html;
  /** What stands on it. */
  readonly facts: readonly Fact[];
  /** YYYY-MM-DD, for overdue reviews. */
  readonly today: string;
}

/** What every answer carries stands on paper too: when to call, whether the clinic has signed it, whose codes these are. */
function paper(knowledge: Knowledge, strings: Strings, { title, links, facts, today }: Sheet, body: Html): Html {
  const { clinic } = knowledge;
  const say = createSay(knowledge);
  const words = (text: string) => linked(text, phonePattern(clinic));
  const demo = clinic.demo ? html`<p class="notice">${say('demo')}</p>` : '';
  const review = reviewLine(reviewsOf(facts, knowledge), today, say);
  const waiting = review === '' ? '' : html`<p class="notice">${review}</p>`;
  return frame(
    strings,
    `${title} – ${clinic.name}`,
    html`<link rel="stylesheet" href="/paper.css">
<script type="module" src="/print.js"></script>`,
    html`<body class="paper"><main>
<p class="screen"><a href="/">${strings.back}</a>${links}<button type="button" id="print" hidden>${strings.print}</button></p>
<p class="name">${clinic.name}</p><h1>${title}</h1>${demo}${waiting}
<p class="numbers">${tel(clinic.emergency_number, strings.emergency)}${tel(clinic.phone, strings.clinic)}</p>
<p>${words(`${clinic.hours}. ${clinic.after_hours}`)}</p>
<p class="caution">${words(say('safety-net'))}</p>
${body}
<p class="source">${say('trademark')}</p>
</main></body>`,
  );
}

function cautionsOf({ cautions }: Knowledge, facts: readonly Fact[], strings: Strings): Html[] {
  const ids = [...new Set(facts.flatMap((fact) => fact.cautions))];
  return ids.map(
    (id) => html`<p class="caution"><strong>${strings.caution}</strong> ${cautions.get(id)?.text ?? ''}</p>`,
  );
}
