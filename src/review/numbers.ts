import { any, DIGIT, type Form, FREE, form, UNIT } from './form.ts';

const NO_AMOUNT = `(?!\\d)(?!\\.\\d)(?!\\s?-?\\s?${UNIT})`;
/** What a number belongs to, when it tells who somebody is. */
const CARD = any(`
  mrn record chart member policy group claim account acct case confirmation reference ref order invoice licen[cs]e passport ssn social
  social_security medicare medicaid insurance plate vin serial device rx prescription id npi pin ending ends digits number ext extension
  last_four last_4 ticket conf referral booking authorization badge employee pager locker gate_code door_code access_code entry_code passcode password tag
`);
const CARD_IS = `${CARD}(?: (?:number|num|no|id|plate|card))?\\.?(?: is| in| are|:|#|=){0,2}\\s{0,2}#?`;
/** Before five digits: a code for billing, not a ZIP code. */
const CODE = '(?:cpt|says?|billed|coded|bill|order|auth|(?<!zip |postal )codes?|procedure)\\b[^.\\n]{0,30}';

/** The same behind them. */
const CODE_TOO = '[^.\\n]{1,60}\\b(?:code[ds]?|cpt|charged?|billed)\\b';

/** Telephone, social security, records, cards, plates. A ZIP code is any five digits that are no code of a guide. */
export const NUMBERS: readonly Form[] = [
  form(
    'number',
    `(?<=\\b${CARD_IS})(?=[\\w-]{0,30}\\d)[\\da-z][\\da-z-]{2,30}(?:[ -]\\d{2,8}){0,3}\\b(?!\\s?${UNIT})`,
    isOrdinary,
  ),
  form(
    'number',
    '(?<![\\w-])(?=[\\w-]{0,30}\\d[\\w-]{0,30}\\d[\\w-]{0,30}\\d)(?=[\\d_-]{0,30}[a-z])[\\w-]{5,40}(?![\\w-])',
    (found, codes) => isOrdinary(found, codes) || BILLED_DRUG.test(found),
  ),
  form('number', '(?<=\\bplates?(?: number| no)?(?: is|:)? )(?=[a-z]{0,4}[ -]?\\d)[\\da-z]{1,4}[ -]?[\\da-z]{1,5}\\b'),
  form(
    'phone',
    `(?<![\\w.$£€])(?:\\+?\\d{1,3}[ .-]?)?\\(?\\d{3}\\)?[ .-]{0,3}\\d{3}[ .-]{0,3}\\d{4}${NO_AMOUNT}(?:,? ?(?:ext|x|extension)\\.? ?\\d{1,6})?`,
  ),
  form('phone', `${FREE}\\+\\d(?:[ ().-]{0,2}\\d){6,14}`),
  form('number', `${FREE}\\d{3}[ -]\\d{2}[ -]\\d{4}(?!\\d)`),
  form('phone', `${FREE}\\d{3}[ .-]\\d{4}${NO_AMOUNT}(?![ .-]?\\d)`),
  form('number', `(?<![\\w.,$£€])\\d(?:[ .-]?\\d){6,30}${NO_AMOUNT}(?!\\w)`),
  form('number', `(?<!\\b${CODE})${FREE}\\d{5,40}(?:-\\d{4})?${NO_AMOUNT}(?!\\w|,\\d|${CODE_TOO})`, isOrdinary),
  form('number', `\\b(?:(?:double |triple )?${DIGIT}[ ,.-]{1,3}){3,20}${DIGIT}\\b`),
];

/** Codes of the guides, years, spine levels ("L4-L5-S1"), amounts with their unit ("48-72hrs"). */
function isOrdinary(found: string, codes: ReadonlySet<string>): boolean {
  const digits = found.replace(/\D/gu, '');
  if (codes.has(digits) && /^(?:cpt|code|guide|si)?-?\d{5}-?(?:si)?$/iu.test(found)) return true;
  return (
    /^(?:19|20)\d{2}s?$/u.test(found) || /^(?:[clst]\d{1,2}[a-z]?-?)+(?:\d{1,2})?$/iu.test(found) || AMOUNT.test(found)
  );
}

/** HCPCS codes of drugs and procedures: "J1040". */
const BILLED_DRUG = /^[gj]\d{4}$/iu;
const AMOUNT = new RegExp(`^\\d{1,4}(?:-(?:to-)?\\d{1,4}){0,2}-?(?:${UNIT}|k|st|nd|rd|th)(?:-\\p{L}+)*$`, 'iu');
