import { any, type Form, FREE, form, UNIT } from './form.ts';

const NETWORK = any(
  'insta(?:gram)? facebook twitter tiktok snap(?:chat)? whatsapp venmo paypal zelle discord telegram user_?name handle screen_name',
);
const STREET = any(`
  street avenue ave road rd lane ln boulevard blvd drive court terrace highway hwy parkway pkwy circle trail way place square loop route
`);
/** No street is called so: "2 hours from the road". */
const NO_STREET = new RegExp(
  `\\b(?:${UNIT}|${any('the my a an i to on in at and or can is it if before after then of for one both each half long next st nd rd th')}\\b)`,
  'iu',
);

/** Where somebody is found on the net. */
export const NET: readonly Form[] = [
  form('email', '(?<![^\\s@<([,;:])[^\\s@<([,;:]{1,64}\\s?@\\s?[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}'),
  form(
    'email',
    '(?<![\\w.])[\\w.]{1,40}(?: at |\\s?[[(]at[\\])]\\s?)[\\w-]{1,40}(?: dot |\\s?[[(]dot[\\])]\\s?|\\.)(?:com|net|org|edu|gov)\\b',
  ),
  form('link', '\\b(?:https?://|www\\.)\\S{1,2000}'),
  form(
    'link',
    '(?<![\\w.-])[\\w-]{2,60}(?:\\.[\\w-]{2,60}){0,3}\\.(?:com|org|net|edu|gov|info|biz)\\b(?:/\\S{0,500})?',
  ),
  form('handle', '<[@#!][^>\\s]{1,60}>|(?<![\\w.])@[\\w.]{2,40}|\\b\\w{2,32}#\\d{4}\\b|(?<![\\w/])u/[\\w-]{3,30}'),
  form('handle', `(?<=\\b${NETWORK}(?: handle| name| id)?(?: is|:)\\s?)[\\w.-]{3,40}`),
  form('handle', '\\b(?!covid|cpt|code|icd|vitamin|omega)[a-z]{4,20}_?\\d{2,4}\\b'),
  form('number', `${FREE}(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\w.])`),
  form('number', '(?<![\\w:])(?:[\\da-f]{1,4}:{1,2}){3,7}[\\da-f]{1,4}(?![\\w:])'),
];

/** Where somebody lives, as far as a street or box tells; towns are found by their cues (find-names.ts). */
export const STREETS: readonly Form[] = [
  form(
    'address',
    `${FREE}\\d{1,6}[a-z]?(?: (?:[nsew]|north|south|east|west)\\.?)?(?: [\\p{L}\\d.'-]{2,25}){1,3} ${STREET}\\b\\.?`,
    isNoStreet,
  ),
  form('address', `${FREE}\\d{1,6} (?:\\p{L}[\\p{L}.'-]{1,25} ){1,2}(?:st|dr|ct|pl|cir)\\b\\.?`, isNoStreet),
  form('address', '\\b(?:p\\.? ?o\\.? ?box|apartment|apt\\.?|suite|ste\\.?|unit|room|rm) ?#? ?\\d{1,6}[a-z]?\\b'),
];

function isNoStreet(found: string): boolean {
  const name = found.replace(/^\d+\s/u, '').replace(/ \S+$/u, '');
  return NO_STREET.test(name);
}
