const MOST = 4;
const SHORTEST = 3;

/** Suggests the knowledge's own wordings; what is typed does not leave the page for it. */
export function createSuggestions(input, list, pick) {
  let known = [];
  let asked = false;
  let active = -1;

  function load() {
    if (asked) return;
    asked = true;
    fetch('/api/suggestions', { credentials: 'omit' })
      .then((response) => response.json())
      .then((found) => {
        known = found.map((text) => ({ text, words: text.toLowerCase() }));
        if (document.activeElement === input) show();
      })
      .catch(() => {
        asked = false;
      });
  }
  function close() {
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function find(text) {
    const words = text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST);
    if (words.length === 0) return [];
    return known.filter((entry) => words.every((word) => entry.words.includes(word))).slice(0, MOST);
  }
  function show() {
    const found = document.body.classList.contains('alarmed') ? [] : find(input.value);
    close();
    if (found.length === 0) return;
    for (const [index, { text }] of found.entries()) {
      const option = document.createElement('li');
      option.id = `option-${index}`;
      option.textContent = text;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.addEventListener('pointerdown', (event) => event.preventDefault());
      option.addEventListener('click', () => pick(text));
      list.append(option);
    }
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }
  function move(step) {
    const options = [...list.children];
    active = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
    for (const [index, option] of options.entries()) option.setAttribute('aria-selected', String(index === active));
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
