import { createSuggestions } from './suggest.js';
import { createView } from './view.js';

/** A request that takes longer is given up, in milliseconds. */
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

const view = createView(start, {
  choose: (choice) => ask({ choice: choice.id }, choice.label),
  rate: (helpful, { kind, about }) => void post('/api/feedback', { helpful, kind, about }).catch(() => {}),
});
const suggestions = createSuggestions(input, document.getElementById('options'), (text) => ask({ text }, text));

async function post(path, body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), GIVE_UP);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      signal: stop.signal,
    });
    return response.status === 204 ? null : await response.json();
  } finally {
    clearTimeout(timer);
  }
}

async function ask(what, words) {
  if (busy) return;
  busy = true;
  form.setAttribute('aria-busy', 'true');
  suggestions.close();
  const typed = input.value;
  input.value = '';
  const slow = setTimeout(() => {
    status.textContent = strings.waiting;
  }, SLOW);
  const shown = view.question(words);
  try {
    const reply = await post('/api/messages', { conversation, ...what });
    view.reply(reply, shown, 'choice' in what);
  } catch {
    // Words typed in the meantime are newer and stay.
    if (input.value === '') input.value = typed;
    view.gone(shown);
  } finally {
    clearTimeout(slow);
    status.textContent = '';
    busy = false;
    form.setAttribute('aria-busy', 'false');
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (text !== '') void ask({ text }, text);
});
for (const chip of document.querySelectorAll('.chip'))
  chip.addEventListener('click', () => ask({ text: chip.textContent }, chip.textContent));
