/** Suggestions shown at once, and letters that must be typed before. */
const MOST = 4;
const FEWEST_LETTERS = 3;
/** Letters of a word that says what a question is about. */
const LONG = 4;

function wordsOf(text) {
  return text.toLowerCase().match(/[a-z0-9\u00c0-\uffff]+/g) || [];
}

/**
 * The questions that fit what is typed: each long word, and the last, begins one of theirs; "can" and "the" may be
 * missing. Those that begin as typed come first, then those that are covered best, then those asked most; of one
 * question, one wording.
 */
export function findSuggestions(groups, typed) {
  const begun = wordsOf(typed);
  if (begun.join('').length < FEWEST_LETTERS) return [];
  const rate = (text) => {
    const words = wordsOf(text);
    const missing = begun.filter((start) => !words.some((word) => word.startsWith(start)));
    if (missing.some((word) => word.length >= LONG || word === begun[begun.length - 1])) return 0;
    const alike = words.join(' ').startsWith(begun.join(' ')) ? 1 : 0;
    return alike + (begun.length - missing.length) / words.length;
  };
  return groups
    .map((group) => group.map((text) => ({ text, rate: rate(text) })).reduce((a, b) => (b.rate > a.rate ? b : a)))
    .map((best, asked) => ({ ...best, asked }))
    .filter((best) => best.rate > 0)
    .sort((a, b) => b.rate - a.rate || a.asked - b.asked)
    .slice(0, MOST)
    .map((best) => best.text);
}

/** Suggests the knowledge's own wordings; what is typed does not leave the page for it. */
export function createSuggestions(input, list, pick) {
  let groups = [];
  let asked = false;
  let active = -1;

  function load() {
    if (asked) return;
    asked = true;
    fetch('/api/suggestions', { credentials: 'omit' })
      .then((response) => response.json())
      .then((found) => {
        groups = found;
        if (document.activeElement === input) show();
      })
      .catch(() => {
        asked = false;
      });
  }
  function close() {
    list.hidden = true;
    list.textContent = '';
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function show() {
    close();
    if (document.body.classList.contains('alarmed')) return;
    const found = findSuggestions(groups, input.value);
    if (found.length === 0) return;
    for (const [index, text] of found.entries()) {
      const option = document.createElement('li');
      option.id = `option-${index}`;
      option.textContent = text;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      // The field keeps the focus: losing it would close the list before the click arrives.
      option.addEventListener('mousedown', (event) => event.preventDefault());
      option.addEventListener('click', () => pick(text));
      list.append(option);
    }
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }
  function move(step) {
    const options = Array.from(list.children);
    active = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
    for (const [index, option] of options.entries()) option.setAttribute('aria-selected', String(index === active));
    options[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[active].id);
  }
  input.addEventListener('focus', load);
  input.addEventListener('input', show);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && active >= 0) pick(list.children[active].textContent);
    else return;
    event.preventDefault();
  });
  return { close };
}
