/** What people write around a name or a place. Each pattern is tried on the few characters before or after the word. */

import { any } from './form.ts';

const KIN = any(`
  son daughter girl boy husband wife mom mum mother mama dad father papa brother sister aunt auntie uncle grandma grandpa
  grandmother grandfather gran granny nan nana granddad grandad granddaughter grandson nephew niece cousin in-law law partner boyfriend
  girlfriend fianc[eé]e? friend neighbou?r roommate spouse boss kid baby caregiver coworker colleague buddy ex bf gf hubby
  stepson stepdaughter stepmom stepdad twin twins toddler teen
`);
const HELPER = any('nurse therapist surgeon patient pt physician anesthesiologist receptionist lady guy dog cat');

/** A name follows, whatever it looks like. */
export const NAMED =
  /(?:\bname(?:'s| is|:)|\b(?:named|called)|\bgo(?:es)? by|\b(?:regards|sincerely|signed),?|\bcall me|\b(?:patient|pt|attn|maiden name|name):?)\s$/u;

/** A name may follow. */
export const GREETED =
  /(?:\b(?:i am|i'm|im|it's|its|this is|here is|that's|thanks|thank you|thx|hi|hello|hey|dear|love|cheers|with|by|from|for|saw|see|seeing|meet|met|and),?|[-,:])\s?$/u;

export const SELF = /\b(?:i am|i'm|im|it's|its|this is)\s$/u;
export const OF_KIN = new RegExp(`\\b(?:${KIN}|${HELPER}),?\\s$`, 'u');
export const OF_MY_KIN = new RegExp(`\\b(?:my|our|his|her|their) (?:\\S{1,12} ){0,2}${KIN},?\\s$`, 'u');
export const TITLE = /\b(?:dr|doctor|doc|mr|mrs|ms|miss|mx|prof|professor|nurse|rev|reverend|sgt|officer|judge)\.?\s$/u;
/** "my doctor said", "the nurse told": no title. */
export const NO_TITLE =
  /\b(?:the|a|my|your|our|his|her|their|any|which|this|that|another|see|good|other|same|what|me)\s(?:\S{1,12} )?\S{1,9}\.?\s$/u;
export const PLACE = new RegExp(
  `\\b(?:${any('live lives living lived reside resides stay staying based born raised')} (?:in|at|near|by)` +
    `|${any("i'm im am we're are out over up down here")} in` +
    `|(?:clos(?:e|er|est)|near(?:er|est)?)(?: \\S{1,12})? to` +
    `|${any('drive driving come coming travel traveling travelling move moved moving')} (?:from|to)` +
    `|${any('work works working worked')} (?:at|for|in)|(?:town|city|county|village) of|near|from)\\s$`,
  'u',
);

/** Follows the name of an institution. */
export const INSTITUTION =
  /^ (?:county|hospital|clinic|medical|university|college|high school|elementary|church|heights|township|springs|orthopa?edics?|healthcare|imaging|pharmacy|surgical|street|st|avenue|ave|road|rd|lane|ln|boulevard|blvd|apartments?|school|bank|insurance|inc|llc|village|manor|lodge)\b/iu;
/** Follows what somebody is called: "Summer is my daughter", "Jess (my roommate)", "Declan's mom". */
export const IS_KIN = new RegExp(
  `^(?:'s ${KIN}\\b| (?:is|was) (?:my|our)\\b|,? ?\\(?(?:my|our|the) (?:\\S{1,12} )?${KIN}\\b)`,
  'iu',
);
/** Follows a name that opens or closes a message: "Anna: can I", "Anna here", or the end of its line. */
export const STANDS_ALONE = /^(?:[:.!]?\s*(?:\n|$)|:|\. [A-Z]| here\b| again\b)/u;
/** Follows a thing: "Xyz patches", "Xyz 240 mg", "Xyz syndrome". */
export const IS_THING =
  /^ (?:patch(?:es)?|gel|cream|ointment|spray|tablets?|pills?|capsules?|shots?|injections?|infusions?|syndrome|disease|test|sign|scan|machine|brand|\d+ ?m?c?g)\b/iu;
/** Follows a test or illness that is called after somebody, whatever that name is. */
export const IS_EPONYM = /^(?:'s)? (?:test|sign|syndrome|disease|maneuver|position)\b/iu;
/** Follows a person. */
export const IS_PERSON =
  /^ (?:wants?|says?|said|told|asks?|asked|thinks|thought|says|swears|insists|in the (?:front|billing|office)|at the (?:front|desk))\b/iu;
/** Follows a verb: "Bill me", "mark it". */
export const IS_VERB = /^ (?:me|it|them|us|him|this|that|these|those|my|your|the|a|an|as|in|up|off|down|out)\b/iu;
/** Stands before a letter that is no initial: "vitamin C. Does it". */
export const LETTERED = /\b(?:vitamin|plan|type|grade|class|part|hepatitis)\s$/u;
/** Stands before a thing: "the john", "a jack". */
export const ARTICLE = /\b(?:the|a|an)\s$/u;

/** Never a name, though a cue stands before it. */
export const NEVER = new RegExp(
  `^${any(`
    the a an my your his her their our on in at to of for and or but not no so is was are am it i me you he she we they this that
    said says told tells will would can could should did does do has had have gave who what when where why how if about with
    before after office appointment visit want wants recommended prescribed ordered wrote put here there very still also just
    really going having getting scheduled due back home pain dr doctor mr mrs ms miss nurse dob im
    (?:i|you|we|they|he|she|it|that|there|who|what)'?(?:ll|ve|d|re|m|s)
  `)}$`,
  'u',
);

/** Follows a town: "Mobile, AL", "el paso tx". Abbreviations that are words too count in capitals only. */
export const IN_STATE =
  /^,? (?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|tx|ny|fl|wi|nj|nc|sc|az|nv|nm|tn|ky|mn|il|nd|sd|wv)\b/u;

/** The states of the USA are wide enough to stay (45 CFR 164.514(b)(2)(i)(B)). */
export const STATES: ReadonlySet<string> = new Set(
  `alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa
  kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio
  oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming america usa canada mexico`.split(
    /\s+/u,
  ),
);
