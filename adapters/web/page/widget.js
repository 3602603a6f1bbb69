/* For the clinic's own site: <script src="https://chat.clinic.example/widget.js" defer></script> */
(({ widget, close }) => {
  const source = new URL(document.currentScript.src).origin;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const button = document.createElement('button');
  const frame = document.createElement('iframe');

  /** As in base.css. By script, since the clinic's own policy may forbid a style sheet from here. */
  function paint() {
    const [ground, ink, edge, paper] = dark.matches
      ? ['#7fd3da', '#06272b', '#10191b', '#10191b']
      : ['#0b5d66', '#ffffff', '#ffffff', '#ffffff'];
    Object.assign(button.style, { background: ground, color: ink, border: `2px solid ${edge}` });
    Object.assign(frame.style, { background: paper, border: `1px solid ${ground}` });
  }
  function show(open) {
    if (open && frame.parentNode === null) button.before(frame);
    frame.style.display = open ? 'block' : 'none';
    button.textContent = open ? close : widget;
    button.setAttribute('aria-expanded', String(open));
    if (open) frame.focus();
  }
  const fixed = { position: 'fixed', right: '16px', zIndex: '2147483647', boxSizing: 'border-box' };
  Object.assign(button.style, fixed, {
    bottom: '16px',
    minHeight: '48px',
    padding: '0 20px',
    borderRadius: '24px',
    font: '600 16px system-ui, sans-serif',
    boxShadow: '0 2px 12px rgba(0, 0, 0, .25)',
    cursor: 'pointer',
  });
  Object.assign(frame.style, fixed, {
    bottom: '76px',
    width: '420px',
    maxWidth: 'calc(100vw - 32px)',
    height: '680px',
    maxHeight: 'calc(100vh - 92px)',
    borderRadius: '16px',
    boxShadow: '0 8px 40px rgba(0, 0, 0, .25)',
  });
  frame.src = `${source}/`;
  frame.title = widget;
  frame.referrerPolicy = 'no-referrer';
  button.type = 'button';
  button.addEventListener('click', () => show(frame.style.display !== 'block'));
  if (dark.addEventListener) dark.addEventListener('change', paint);
  paint();
  show(false);
  document.body.append(button);
})($STRINGS);
