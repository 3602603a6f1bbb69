import { createSuggestions } from './suggest.js';
import { createView } from './view.js';

/** An answer that takes longer is given up, in milliseconds. */
const GIVE_UP = 15000;
/** An answer that takes longer is announced, in milliseconds. */
const SLOW = 700;

const start = JSON.parse(document.getElementById('start').textContent);
const { strings } = start;
const form = document.getElementById('form');
const input = document.getElementById('question');
const status = document.getElementById('status');
/** Forgotten when the page is closed. */
const conversation = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');
let busy = false;
/** What raised the alarm on show. */
let alarming = '';

const view = createView(start, {
  choose: (choice) => ask({ choice: choice.id }, choice.label),
  rate: (helpful, { kind, about }) => void post('/api/feedback', { helpful, kind, about }).catch(() => {}),
});
const suggestions = createSuggestions(input, document.getElementById('options'), (text) => ask({ text }, text));

async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
  });
  return response.status === 204 ? null : response.json();
}

/** Rejects where the work takes too long. */
function inTime(work) {
  return Promise.race([work, new Promise((_, reject) => setTimeout(reject, GIVE_UP))]);
}

/** Words typed in the meantime are newer and stay. */
function giveBack(text) {
  if (input.value === '') input.value = text;
}

async function ask(what, words) {
  if (busy) return;
  busy = true;
  form.setAttribute('aria-busy', 'true');
  suggestions.close();
  const unsent = 'text' in what ? words : input.value;
  input.value = '';
  const slow = setTimeout(() => {
    status.textContent = strings.waiting;
  }, SLOW);
  const shown = view.question(words);
  try {
    const reply = await inTime(post('/api/messages', Object.assign({ conversation }, what)));
    view.reply(reply, shown, 'choice' in what);
    if ('error' in reply) giveBack(unsent);
    else if (reply.kind === 'escalate') alarming = 'text' in what ? words : alarming;
    else {
      if ('choice' in what && alarming !== '') askAgain(alarming);
      alarming = '';
    }
  } catch {
    giveBack(unsent);
    view.gone(shown);
  } finally {
    clearTimeout(slow);
    status.textContent = '';
    busy = false;
    form.setAttribute('aria-busy', 'false');
  }
}

/** "I'm just asking": nobody in pain should have to type it twice. */
function askAgain(text) {
  giveBack(text);
  input.focus();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (text !== '') void ask({ text }, text);
});
for (const chip of document.querySelectorAll('.chip'))
  chip.addEventListener('click', () => ask({ text: chip.textContent }, chip.textContent));
// Shown only now: a browser that cannot run this file keeps the numbers and the guides, and no field that leads nowhere.
document.body.classList.add('live');
