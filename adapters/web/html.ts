import { html, raw } from 'hono/html';
import type { Knowledge } from '#core';
import type { Start } from './start.ts';
import type { Strings } from './strings.ts';

type Html = ReturnType<typeof html>;

/** A number to tap; `label` stands before it, where it is a link of its own and no part of a sentence. */
export function tel(phone: string, label?: string): Html {
  const href = `tel:${phone.replace(/[^\d+]/gu, '')}`;
  if (label === undefined) return html`<a href="${href}">${phone}</a>`;
  return html`<a class="call" href="${href}"><span>${label}</span> ${phone}</a>`;
}

/** Text with its telephone numbers as links; each third part is one. */
export function linked(text: string, phones: string): (Html | string)[] {
  return text.split(new RegExp(phones, 'u')).map((part, index) => (index % 3 === 2 ? tel(part) : part));
}

export function frame(strings: Strings, title: string, head: Html | '', body: Html): Html {
  return html`<!doctype html>
<html lang="${strings.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/base.css">
${head}
</head>
${body}
</html>`;
}

/** The chat. Its data lie in a block that no browser runs, so that the policy needs no exception. */
export function chatPage(start: Start, { guides }: Knowledge): Html {
  const { strings, clinic } = start;
  const data = JSON.stringify(start).replaceAll('<', '\\u003c');
  const chip = (title: string) => html`<button type="button" class="chip">${title}</button>`;
  const paragraph = (text: string) => html`<p>${linked(text, start.phones)}</p>`;
  const head = html`<link rel="stylesheet" href="/chat.css">
<link rel="stylesheet" href="/alarm.css">
<script type="application/json" id="start">${raw(data)}</script>
<script type="module" src="/main.js"></script>`;
  return frame(
    strings,
    `${strings.title} – ${clinic.name}`,
    head,
    html`<body class="chat">
<a class="skip" href="#question">${strings.skip}</a>
<header>
  <div><p class="name">${clinic.name}</p><h1>${strings.title}</h1><p class="subtitle">${strings.subtitle}</p></div>
  <p class="numbers">${tel(clinic.emergency, strings.emergency)}${tel(clinic.phone, strings.clinic)}</p>
</header>
<main>
  <div id="alarm" role="alert" tabindex="-1"></div>
  <div id="rest">
    <section class="card welcome">${start.greeting.map(paragraph)}</section>
    <p class="loading">${strings.loading}</p>
    <section class="topics" aria-labelledby="topics"><h2 id="topics">${strings.topics}</h2>
      <div class="chips">${start.topics.map(chip)}</div>
      <details><summary>${strings.more}</summary><div class="chips">${start.more.map(chip)}</div></details>
    </section>
    <section class="people">${start.people.map(paragraph)}</section>
    <nav aria-labelledby="guides"><h2 id="guides">${strings.guides}</h2><ul>
      ${[...guides.values()].map(({ id, name }) => html`<li><a href="/guides/${id}">${name}</a></li>`)}
    </ul></nav>
    <div id="log" role="log" aria-label="${strings.conversation}"></div>
  </div>
  <p id="status" role="status"></p>
</main>
<footer>
  <form id="form" autocomplete="off">
    <ul id="options" role="listbox" aria-label="${strings.suggestions}" hidden></ul>
    <label for="question">${strings.input}</label>
    <div class="row">
      <input id="question" type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="options"
        enterkeyhint="send" placeholder="${strings.placeholder}">
      <button type="submit">${strings.send}</button>
    </div>
  </form>
</footer>
</body>`,
  );
}
