/* For the clinic's own site: <script src="https://chat.clinic.example/widget.js" defer></script> */
{
  const source = new URL(document.currentScript.src).origin;
  const words = { open: 'Questions? Ask here', close: 'Close the chat' };
  const button = document.createElement('button');
  let frame = null;
  button.type = 'button';
  button.textContent = words.open;
  button.setAttribute('aria-expanded', 'false');
  Object.assign(button.style, {
    position: 'fixed',
    right: '16px',
    bottom: '16px',
    zIndex: '2147483647',
    minHeight: '48px',
    padding: '0 20px',
    border: '2px solid #fff',
    borderRadius: '24px',
    background: '#0b5d66',
    color: '#fff',
    font: '600 16px system-ui, sans-serif',
    cursor: 'pointer',
  });
  button.addEventListener('click', () => {
    const opening = frame === null || frame.hidden;
    if (frame === null) {
      frame = document.createElement('iframe');
      frame.src = `${source}/`;
      frame.title = words.open;
      frame.referrerPolicy = 'no-referrer';
      Object.assign(frame.style, {
        position: 'fixed',
        right: '16px',
        bottom: '80px',
        zIndex: '2147483647',
        width: 'min(420px, calc(100vw - 32px))',
        height: 'min(680px, calc(100vh - 100px))',
        border: '1px solid #6f8487',
        borderRadius: '16px',
        background: '#fff',
      });
      button.before(frame);
    }
    frame.hidden = !opening;
    button.textContent = opening ? words.close : words.open;
    button.setAttribute('aria-expanded', String(opening));
    if (opening) frame.focus();
  });
  document.body.append(button);
}
