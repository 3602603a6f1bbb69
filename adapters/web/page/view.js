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

function fill(element, ...children) {
  element.textContent = '';
  element.append(...children);
}

export function createView(start, { choose, rate }) {
  const { strings, clinic } = start;
  const phones = new RegExp(start.phones);
  const log = document.getElementById('log');
  const alarm = document.getElementById('alarm');
  function call(phone) {
    return make('a', { href: `tel:${phone.replace(/[^\d+]/g, '')}` }, phone);
  }
  function bigCall(phone) {
    const link = call(phone);
    link.className = 'big';
    fill(link, `${strings.call} `, make('span', {}, phone));
    return link;
  }
  /** Text with its telephone numbers as links; each third part is one. */
  function words(text) {
    return text.split(phones).map((part, index) => (index % 3 === 2 ? call(part) : part));
  }
  function hidden(text) {
    return make('span', { className: 'hidden' }, `${text} `);
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
    const box = make('div', { className: 'thumbs', role: 'group', 'aria-label': strings.helpful, tabIndex: -1 });
    const button = (label, helpful) => {
      const press = () => {
        rate(helpful, reply);
        fill(box, make('span', {}, strings.thanks));
        box.focus(); // the pressed button is gone, and the focus with it
      };
      return make('button', { type: 'button', onclick: press }, label);
    };
    box.append(make('span', {}, strings.helpful), button(strings.yes, true), button(strings.no, false));
    return [box];
  }
  function alarmed() {
    return document.body.classList.contains('alarmed');
  }
  function showAlarm(reply) {
    const [, , number] = phones.exec(reply.blocks[0].text) || [];
    const [first, ...rest] = body(reply.blocks);
    fill(
      alarm,
      make('p', { className: 'level' }, strings.alarm[reply.level]),
      make('h2', {}, ...Array.from(first.childNodes)),
      ...(number === undefined ? [] : [bigCall(number)]),
      ...rest,
      ...choices(reply),
      make('p', { className: 'below' }, strings.below),
    );
    alarm.className = reply.level;
    // Out of sight until the page is calm again; then it can still be read above the next answer.
    const title = make('p', { className: 'level' }, strings.alarm[reply.level]);
    log.append(make('article', { className: `card ${reply.level}` }, title, ...body(reply.blocks)));
    document.body.classList.add('alarmed');
    alarm.focus();
    window.scrollTo(0, 0);
  }
  function calm() {
    document.body.classList.remove('alarmed');
    fill(alarm);
    alarm.className = '';
  }
  /** Inside an alarm the alarm stays: nothing may push its number away. */
  function fail(shown, ...content) {
    const article = make('article', { className: 'card fault' }, ...content);
    if (alarmed()) return alarm.append(article);
    log.append(article);
    shown.scrollIntoView();
  }
  return {
    question(text) {
      const shown = make('p', { className: 'you' }, hidden(strings.you), text);
      log.append(shown);
      document.body.classList.add('begun');
      if (!alarmed()) shown.scrollIntoView();
      return shown;
    },
    reply(reply, shown, pressed) {
      if ('error' in reply) return fail(shown, make('p', {}, ...words(reply.text)));
      if (reply.kind === 'escalate') return showAlarm(reply);
      const parts = [...body(reply.blocks), ...choices(reply), ...thumbs(reply)];
      const article = make('article', { className: `card ${reply.kind}`, tabIndex: -1 }, hidden(strings.bot), ...parts);
      calm();
      for (const old of log.querySelectorAll('.choices')) old.remove();
      log.append(article);
      shown.scrollIntoView();
      if (pressed) article.focus({ preventScroll: true });
    },
    gone(shown) {
      fail(
        shown,
        make('p', {}, strings.gone),
        ...(alarmed() ? [] : [bigCall(clinic.phone)]),
        make('p', {}, `${strings.goneEmergency} `, call(clinic.emergency), '.'),
      );
    },
  };
}
