import { any, type Form, FREE, form, UNIT } from './form.ts';

const NETWORK = any(
  'insta(?:gram)? facebook twitter tiktok snap(?:chat)? whatsapp venmo paypal zelle discord telegram ig fb linkedin reddit skype youtube twitch signal user_?name handle screen_name',
);
const STREET = any(`
  street avenue ave road rd lane ln boulevard blvd drive court terrace highway hwy parkway pkwy circle trail way place square loop route
  crescent gardens mews grove alley plaza pike turnpike crossing
`);
/** The same, where only capitals tell: "6 Ash Hill" is one, "6 mile hill" is none. */
const WRITTEN_STREET = any('close hill park row walk view green run point bend cove ridge rise gate');
const SIDE = '(?: (?:[nsew]{1,2}|north|south|east|west)\\b\\.?)?';
/** A numbered road outside a town. */
const NUMBERED_ROAD = any(`
  (?:county|state|rural|farm|township|country|private|us)_(?:road|rd|route|rte|rt|highway|hwy|line) highway hwy interstate route rte sr fm
`);
const FOREIGN_STREET = any('rue calle avenida avda via viale carrer rua impasse chemin allée camino ulica');
const OF = any("de del della des du di la las los le el da do dos l' d'");
/** "at aol dot com", "@aol(dot)com". */
const AT = '(?: at |\\s?@\\s?|\\s?[[(]at[\\])]\\s?)';
const DOT = '(?: dot |\\s?[[(]dot[\\])]\\s?|\\.)';
const TOP = any('com net org edu gov us co uk ca info io me');
const POST = any('gmail g_mail yahoo hotmail outlook icloud aol protonmail proton comcast verizon msn');
/** Where a British postcode's last letters would be an ordinal, a unit or an hour. */
const NO_POSTCODE = /\d(?:st|nd|rd|th|hr|wk|yr|ft|lb|ug)$/iu;
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
    `(?<![\\w.])[\\w.]{1,40}(?:(?: dot | underscore | dash )\\w{1,40}){0,3}${AT}[\\w-]{1,40}(?:${DOT}[\\w-]{1,20}){0,2}${DOT}${TOP}\\b`,
  ),
  form('email', `(?<![\\w.])[\\w.]{1,40}(?:(?: dot | underscore )\\w{1,40}){0,3}${AT}${POST}\\b`),
  form('link', '\\b(?:https?://|www\\.)\\S{1,2000}'),
  form(
    'link',
    '(?<![\\w.-])[\\w-]{2,60}(?:\\.[\\w-]{2,60}){0,3}\\.(?:com|org|net|edu|gov|info|biz)\\b(?:/\\S{0,500})?',
  ),
  form('handle', '<[@#!][^>\\s]{1,60}>|(?<![\\w.])@[\\w.]{2,40}|\\b\\w{2,32}#\\d{4}\\b|(?<![\\w/])u/[\\w-]{3,30}'),
  form('handle', `(?<=\\b${NETWORK}(?: handle| name| id)?(?: is|:| as| under)\\s?)[\\w.-]{3,40}`),
  form('handle', '\\b(?!covid|cpt|code|icd|vitamin|omega)[a-z]{4,20}_?\\d{2,4}\\b'),
  form('number', `${FREE}(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\w.])`),
  form('number', '(?<![\\w:])(?:[\\da-f]{2}[:-]){5}[\\da-f]{2}(?![\\w:])'),
  form('number', '(?<![\\w.,$£€/])-?\\d{1,3}\\.\\d{3,12},? ?-?\\d{1,3}\\.\\d{3,12}(?![\\w.])'),
  form('number', '(?<![\\w:])(?:[\\da-f]{1,4}:{1,2}){3,7}[\\da-f]{1,4}(?![\\w:])'),
];

/** Where somebody lives, as far as a street or box tells; towns are found by their cues (find-names.ts). */
export const STREETS: readonly Form[] = [
  form('address', `${FREE}\\d{1,6}[a-z]?${SIDE}(?: [\\p{L}\\d.'-]{2,25}){1,3} ${STREET}\\b\\.?`, isNoStreet),
  form('address', `${FREE}\\d{1,6}[a-z]?(?: [\\p{L}'-]{2,25}){1,2} ${WRITTEN_STREET}\\b`, isNotWritten),
  form(
    'address',
    "\\b(?:corner|intersection) of [\\p{L}\\d'.]{1,20}(?: [\\p{L}\\d'.]{1,20})? (?:and|&) [\\p{L}\\d'.]{1,20}",
  ),
  form('address', `(?:${FREE}\\d{1,6} )?\\b${NUMBERED_ROAD} #?\\d{1,4}[a-z]?\\b(?!\\s?${UNIT})`),
  form('address', `${FREE}\\d{1,5},? ${FOREIGN_STREET}(?: ${OF}){0,2} ?\\p{L}[\\p{L}'-]{1,25}`),
  form('address', `\\b${FOREIGN_STREET}(?: ${OF}){0,2} ?(?:\\p{L}[\\p{L}'-]{1,25},? ){1,3}\\d{1,5}\\b(?!\\s?${UNIT})`),
  form('address', `\\b\\p{L}{3,20}(?:stra(?:ß|ss)e|str\\.|gasse|straat|laan) \\d{1,4}[a-z]?\\b`),
  form('address', '\\b[a-z]{1,2}\\d[a-z\\d]? ?\\d[abd-hjlnp-uw-z]{2}\\b', (found) => NO_POSTCODE.test(found)),
  form('address', '\\b[a-z]\\d[a-z][ -]?\\d[a-z]\\d\\b', isSpine),
  form('address', `${FREE}\\d{1,6}${SIDE} (?:\\p{L}[\\p{L}.'-]{1,25} ){1,2}(?:st|dr|ct|pl|cir)\\b\\.?`, isNoStreet),
  form('address', '\\b(?:p\\.? ?o\\.? ?box|apartment|apt\\.?|suite|ste\\.?|unit|room|rm) ?#? ?\\d{1,6}[a-z]?\\b'),
];

/** "C5 S1", "L4L5". */
function isSpine(found: string): boolean {
  return /^(?:[clst]\d[ -]?)+$/iu.test(found);
}

/** True unless each word has a capital. */
function isNotWritten(found: string): boolean {
  return isNoStreet(found) || !/^\d+[a-z]?(?: \p{Lu}\S+)+$/u.test(found);
}

function isNoStreet(found: string): boolean {
  const name = found.replace(/^\d+\s/u, '').replace(/ \S+$/u, '');
  return NO_STREET.test(name);
}
