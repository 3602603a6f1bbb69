import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** Where the desk is, and what its pages link to. */
export interface Frame {
  readonly path: string;
  /** Knowledge's version that speaks now. */
  readonly version: string;
  readonly clinic: string;
  /** True where signing out means something: not where a proxy lets people in. */
  readonly canSignOut: boolean;
}

const PAGES = [
  ['', 'Overview'],
  ['/gaps', 'Gaps'],
  ['/wordings', 'Wordings'],
  ['/words', 'Unanswered words'],
  ['/reviews', 'Reviews'],
] as const;

/** A page of the desk; `here` is its own path within it. */
export function deskPage(frame: Frame, here: string, title: string, body: Html): Html {
  const { path, version, clinic, canSignOut } = frame;
  const links = PAGES.map(
    ([at, name]) => html`<li><a href="${path}${at}" ${at === here ? html`aria-current="page"` : ''}>${name}</a></li>`,
  );
  const out = canSignOut ? html`<form method="post" action="${path}/sign-out"><button>Sign out</button></form>` : '';
  return page(
    path,
    `${title} – desk – ${clinic}`,
    html`<header><p class="name">${clinic}</p><p>Desk for staff. Knowledge <code>${version}</code></p>${out}</header>
<nav aria-label="Desk"><ul>${links}</ul></nav>
<main><h1>${title}</h1>${body}</main>`,
  );
}

export function signInPage(path: string, fault: string): Html {
  const told = fault === '' ? '' : html`<p class="fault" role="alert">${fault}</p>`;
  return page(
    path,
    'Sign in',
    html`<main class="narrow"><h1>Desk for staff</h1>${told}
<form method="post" action="${path}/sign-in">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required>
<button class="main">Sign in</button></form></main>`,
  );
}

export function refusedPage(path: string): Html {
  return page(
    path,
    'Refused',
    html`<main class="narrow"><h1>Desk for staff</h1><p class="fault" role="alert">You are not signed in, or this form was not the desk's own.</p></main>`,
  );
}

/** A table with its caption, inside a box that scrolls on a phone; a sentence instead where there are no rows. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Html | string | number)[])[],
): Html {
  if (rows.length === 0) return html`<section><h2>${caption}</h2><p class="soft">Nothing yet.</p></section>`;
  const cells = rows.map(
    ([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  );
  return html`<section><h2>${caption}</h2><div class="wide" tabindex="0" role="region" aria-label="${caption}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${cells}</tbody></table></div></section>`;
}

function page(path: string, title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${path}/desk.css">
</head>
<body>${body}</body>
</html>`;
}
