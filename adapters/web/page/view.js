/** Element with properties and children; text only, so nothing that arrives is ever read as markup. */
function make(name, props, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props || {})) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

export function createView(start, { choose, rate }) {
  const { strings, clinic, phones } = start;
  const log = document.getElementById('log');
  const alarm = document.getElementById('alarm');
  const escaped = phones.map((phone) => phone.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?:^|[^\\d$-])(${escaped.join('|')})(?![\\d-])`, 'g');

  function call(phone, className) {
    return make('a', { href: `tel:${phone.replace(/[^\d+]/g, '')}`, className: className || '' }, phone);
  }
  /** Text with its telephone numbers as links. */
  function words(text) {
    const parts = [];
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length - match[1].length;
      parts.push(text.slice(from, at), call(match[1]));
      from = at + match[1].length;
    }
    return [...parts, text.slice(from)];
  }
  function hidden(text) {
    return make('span', { className: 'hidden' }, text);
  }
  function guide(block) {
    const list = block.statements.map(({ text }) => make('li', {}, ...words(text)));
    const [only] = block.statements;
    const body = list.length === 1 ? make('p', {}, ...words(only.text)) : make('ul', {}, ...list);
    return make('section', { className: 'guide' }, make('h2', {}, block.name), body);
  }
  function piece(block) {
    const lines = block.text.split('\n').flatMap((line, index) => [...(index > 0 ? [make('br')] : []), ...words(line)]);
    if (block.kind !== 'caution') return make('p', { className: block.kind }, ...lines);
    return make('p', { className: 'caution' }, make('strong', {}, `${strings.caution} `), ...lines);
  }
  /** All blocks in their order; guides that follow each other stand side by side. */
  function body(blocks) {
    const parts = [];
    let row = null;
    for (const block of blocks) {
      if (block.kind !== 'guide') {
        row = null;
        parts.push(piece(block));
        continue;
      }
      if (row === null) {
        row = make('div', { className: 'guides' });
        parts.push(row);
      }
      row.append(guide(block));
    }
    return parts;
  }
  function choices(reply) {
    if (reply.choices.length === 0) return [];
    const buttons = reply.choices.map((choice) =>
      make('button', { type: 'button', className: 'choice', onclick: () => choose(choice) }, choice.label),
    );
    return [make('div', { className: 'choices', role: 'group', 'aria-label': strings.choices }, ...buttons)];
  }
  function thumbs(reply) {
    if (reply.kind !== 'answer' && reply.kind !== 'abstain') return [];
    const box = make('div', { className: 'thumbs', role: 'group', 'aria-label': strings.helpful });
    const button = (label, helpful) => {
      const press = () => {
        rate(helpful, reply);
        box.replaceChildren(make('span', { role: 'status' }, strings.thanks));
      };
      return make('button', { type: 'button', onclick: press }, label);
    };
    box.append(make('span', {}, strings.helpful), button(strings.yes, true), button(strings.no, false));
    return [box];
  }
  function showAlarm(reply) {
    const number = phones
      .map((phone) => ({ phone, at: reply.blocks[0].text.indexOf(phone) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    const title = make('p', { className: 'level' }, strings.alarm[reply.level]);
    const [first, ...rest] = body(reply.blocks);
    const head = make('h2', {}, ...first.childNodes);
    const big = number === undefined ? [] : [call(number.phone, 'big')];
    if (number !== undefined) big[0].prepend(`${strings.call} `);
    alarm.replaceChildren(
      title,
      head,
      ...big,
      ...rest,
      ...choices(reply),
      make('p', { className: 'below' }, strings.below),
    );
    alarm.className = reply.level;
    document.body.classList.add('alarmed');
    alarm.focus();
    window.scrollTo(0, 0);
  }
  function calm() {
    document.body.classList.remove('alarmed');
    alarm.replaceChildren();
    alarm.className = '';
  }
  function add(article, shown) {
    calm();
    for (const old of log.querySelectorAll('.choices')) old.remove();
    log.append(article);
    document.body.classList.add('begun');
    shown.scrollIntoView({ block: 'start' });
  }
  /** Inside an alarm the alarm stays: nothing may push its number away. */
  function fail(text, shown) {
    const article = make('article', { className: 'card fault' }, text);
    if (document.body.classList.contains('alarmed')) alarm.append(article);
    else add(article, shown);
  }
  for (const line of document.querySelectorAll('.welcome p, .people')) line.replaceChildren(...words(line.textContent));
  return {
    question(text) {
      const shown = make('p', { className: 'you' }, hidden(`${strings.you} `), text);
      log.append(shown);
      return shown;
    },
    reply(reply, shown, pressed) {
      if ('error' in reply) return fail(make('p', {}, ...words(reply.text)), shown);
      if (reply.kind === 'escalate') return showAlarm(reply);
      const parts = [...body(reply.blocks), ...choices(reply), ...thumbs(reply)];
      const article = make('article', { className: `card ${reply.kind}`, tabIndex: -1 }, hidden(strings.bot), ...parts);
      add(article, shown);
      if (pressed) article.focus({ preventScroll: true });
    },
    gone(shown) {
      const text = make(
        'p',
        {},
        `${strings.gone} `,
        call(clinic.phone),
        `. ${strings.goneEmergency} `,
        call(clinic.emergency),
        '.',
      );
      fail(text, shown);
    },
  };
}
