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
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo)';
const HOLIDAY = any(`
  christmas xmas thanksgiving easter halloween ramadan new_year's labor_day memorial_day independence_day mother's_day father's_day
  valentine's_day new_years hanukkah passover diwali eid juneteenth cinco_de_mayo veterans_day presidents_day mlk_day good_friday
  (?:4th|fourth)_of_july
`);
/** Before 3/14, which else is a share: "pain went from 8/10". */
const ON = any(
  `on since by until till dob dos born dated? scheduled scheduled_for appt appointment booked booked_for surgery birthday birthday_is`,
);
/** The same, where 2/10 could be a share: "pain after the shot 2/10". */
const ON_THAT = any('shots? injections? injected block procedure visit scan mri had_it got_it done seen due');
const IS = any(`i'?m i_am is she'?s he'?s who'?s who_is was almost nearly`);
/** Before "is 95", which then is no age. */
const VITAL = any(
  'temp temperature pulse heart_rate rate oxygen o2 sats? pressure bp sugar glucose weight level hemoglobin fever',
);
const TURNS = any('age aged ages at_age the_age_of turn turns turned turning');
/** Ends the phrase, so that the number was an age. */
const OVER = '(?=\\s*(?:[.,;!?)]|$|and\\b|with\\b|but\\b|so\\b))';

/** Days about a person, with or without the year, and ages over 89 (45 CFR 164.514(b)(2)(i)(C)). */
export const DATES: readonly Form[] = [
  form('date', `${FREE}\\d{4}[-/.]${MM}[-/.]${DD}(?!\\d)`),
  form(
    'date',
    `${FREE}(?:${MM}[-/.]${DD}|(?:1[3-9]|2\\d|3[01])[-/.]${MM})[-/.](?:(?:19|20)\\d{2}|\\d{2})(?!\\d|[-/]\\d)`,
  ),
  form('date', `(?<=\\b${ON}[: ]\\s?)${MM}/${DD}(?:\\s?-\\s?${MM}/${DD})?(?![\\d/])`),
  form('date', `(?<=\\b${ON_THAT} )${MM}/0?[1-9](?![\\d/])`),
  form('date', `${FREE}${MM}/(?:1[1-9]|2\\d|3[01])(?![\\d/]|\\.\\d|\\s?-?\\s?${UNIT})`),
  form('date', `${FREE}${MM}[-/](?:19|20)\\d{2}(?![\\d/-])`),
  form('date', `\\b${DAY} (?:of |de )?${MONTH}\\b\\.?(?:,? ${YEAR})?`),
  form('date', `\\b${DAY}[-/.]?${MONTH}[-/.]?(?:\\d{4}|\\d{2})\\b`),
  form('date', `\\b${MONTH}\\.? (?:the )?${DAY}\\b(?!\\s?-?\\s?${UNIT})(?:,? ${YEAR})?`),
  form(
    'date',
    `\\b${MONTH}(?: of|,)? ${YEAR}|\\b${PLAIN_MONTH}\\b|(?<=\\b(?:in|last|since|this|next) )(?:march|may)\\b`,
  ),
  form(
    'date',
    '(?<=\\b(?:on|by|since|until|till|for|of|from|between) the )\\d{1,2}(?:st|nd|rd|th)\\b(?! (?!(?:at|and|but|so|of|is|in|for|with|i|my|or|then|when)\\b)[a-z])',
  ),
  form('date', `\\b(?:${WEEKDAY}|tues?|weds?|thu(?:rs?)?|fri|yesterday|tomorrow)\\b`),
  form('date', '(?<=\\b(?:on|next|last|this|since|until|by) )(?:mon|sat|sun)\\b'),
  form(
    'date',
    '\\b(?:mon|sat|sun)(?= (?:morning|afternoon|evening|night)\\b|,? (?:at )?\\d{1,2}(?::\\d\\d)?\\s?[ap]m?\\b)',
  ),
  form('date', `\\b${HOLIDAY}(?: eve| day)?\\b`),
  form('date', `(?<=\\b(?:born|birth|birthday|dob|birthdate)(?: (?:in|is|on|year))?[: ]\\s?)${YEAR}`),
  form('age', '(?<![\\w.])(?:9\\d|1[0-3]\\d)(?=\\s?-?(?:y/?o\\b|y\\.o\\b|(?:year|yr)s?[ -](?:old|young)))'),
  form('age', '(?<=\\bat )(?:9\\d|1[01]\\d)(?=,? (?:can|is|will|would|should|i|he|she|we|my|do|does)\\b)'),
  form('age', `(?<=\\b${TURNS}:? )(?:9\\d|1[01]\\d)\\b(?!\\.\\d|\\s?-?\\s?${UNIT})`),
  form('age', '(?<=\\p{L}(?:, | \\())(?:9\\d|1[01]\\d)(?=,(?! ?\\d)|\\))'),
  form('age', '(?<![\\w.])(?:9\\d|1[01]\\d)(?:st|nd|rd|th)(?= (?:birthday|bday|year))'),
  form(
    'age',
    '(?<=\\b(?:my|his|her|their|mid|late|early)[ -])(?:90|100)s\\b|\\b(?:nineties|nonagenarian|centenarian)\\b',
  ),
  form('age', `(?<=\\b${IS} )(?<!\\b${VITAL} (?:is|was) )(?:9\\d|1[0-3]\\d)(?!\\.\\d)${OVER}`),
  form('age', `\\b(?:(?:one|a) hundred(?: and)?|ninety)(?:[ -]?${DIGIT})?(?=[ -]years?[ -]old)`),
  form('age', `\\bninety(?:[ -]${DIGIT})?\\b(?!\\s?-?\\s?${UNIT})(?:\\s?\\(9\\d\\))?`),
];
