import { any, DIGIT, type Form, FREE, form, UNIT } from './form.ts';

const MONTH = any(`
  jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
`);
/** Months that are no other word. */
const PLAIN_MONTH = any('january february april june july august september october november december');
const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = "(?:(?:19|20)\\d{2}|'\\d{2})\\b";
const [MM, DD] = ['(?:0?[1-9]|1[0-2])', '(?:0?[1-9]|[12]\\d|3[01])'];
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const HOLIDAY = any(`
  christmas xmas thanksgiving easter halloween ramadan new_year's labor_day memorial_day independence_day mother's_day father's_day
  valentine's_day
`);
/** Before 3/14, which else is a share: "pain went from 8/10". */
const ON = any(
  `on since by until till dob dos born dated? scheduled scheduled_for appt appointment booked booked_for surgery birthday birthday_is`,
);
const IS = any(`age aged i'?m i_am is she'?s he'?s turn turns turned turning almost nearly`);
/** Ends the phrase, so that the number was an age. */
const OVER = '(?=\\s*(?:[.,;!?)]|$|and\\b|with\\b|but\\b|so\\b))';

/** Days about a person, with or without the year, and ages over 89 (45 CFR 164.514(b)(2)(i)(C)). */
export const DATES: readonly Form[] = [
  form('date', `${FREE}\\d{4}[-/.]${MM}[-/.]${DD}(?!\\d)`),
  form(
    'date',
    `${FREE}(?:${MM}[-/.]${DD}|(?:1[3-9]|2\\d|3[01])[-/.]${MM})[-/.](?:(?:19|20)\\d{2}|\\d{2})(?!\\d|[-/]\\d)`,
  ),
  form('date', `(?<=\\b${ON}[: ]\\s?)${MM}/${DD}(?![\\d/])`),
  form('date', `\\b${DAY} (?:of |de )?${MONTH}\\b\\.?(?:,? ${YEAR})?`),
  form('date', `\\b${MONTH}\\.? (?:the )?${DAY}\\b(?!\\s?-?\\s?${UNIT})(?:,? ${YEAR})?`),
  form(
    'date',
    `\\b${MONTH}(?: of|,)? ${YEAR}|\\b${PLAIN_MONTH}\\b|(?<=\\b(?:in|last|since|this|next) )(?:march|may)\\b`,
  ),
  form('date', '(?<=\\b(?:on|by|since|until|till|for) the )\\d{1,2}(?:st|nd|rd|th)\\b(?! [a-z])'),
  form('date', `\\b(?:${WEEKDAY}|tues?|weds?|thurs?|thur|fri|yesterday|tomorrow)\\b`),
  form('date', '(?<=\\b(?:on|next|last|this|since|until|by) )(?:mon|sat|sun)\\b'),
  form('date', `\\b${HOLIDAY}(?: eve| day)?\\b`),
  form('date', `(?<=\\b(?:born|birth|birthday|dob|birthdate)(?: (?:in|is|on|year))?[: ]\\s?)${YEAR}`),
  form('age', '(?<![\\w.])(?:9\\d|1[0-3]\\d)(?=\\s?-?(?:y/?o\\b|(?:year|yr)s?[ -]old))'),
  form('age', `(?<=\\b${IS} )(?:9\\d|1[0-3]\\d)(?!\\.\\d)${OVER}`),
  form('age', `\\b(?:(?:one|a) hundred(?: and)?|ninety)(?:[ -]?${DIGIT})?(?=[ -]years?[ -]old)`),
  form('age', `\\bninety(?:[ -]${DIGIT})?\\b(?!\\s?-?\\s?${UNIT})(?:\\s?\\(9\\d\\))?`),
];
