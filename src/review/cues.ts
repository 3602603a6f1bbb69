/** What people write around a name or a place. Each pattern is tried on the few characters before or after the word. */

import { any } from './form.ts';

const KIN = any(`
  son daughter girl boy husband wife mom mum mother mama dad father papa brother sister aunt auntie uncle grandma grandpa
  grandmother grandfather gran granny nan nana granddad grandad granddaughter grandson nephew niece cousin in-law law partner boyfriend
  girlfriend fianc[eé]e? friend neighbou?r roommate spouse boss kid baby caregiver coworker colleague buddy ex bf gf hubby
  stepson stepdaughter stepmom stepdad twin twins toddler teen hijo hija esposo esposa mamá papá hermano hermana abuelo abuela
`);
const HELPER = any('nurse therapist surgeon patient pt physician anesthesiologist receptionist lady guy dog cat');

/** A name follows, whatever it looks like. */
export const NAMED =
  /(?:\bname(?:'s| is|:)|\b(?:named|called)|\bgo(?:es)? by|\b(?:regards|sincerely|signed),?|\bcall me|\b(?:patient|pt|attn|maiden name|name):?|\b(?:surname|aka|nicknamed?|me llamo|se llama|mi nombre es)|\b(?:booked|listed|registered|filed|checked in|signed in) (?:under|as))\s$/u;

/** A name may follow. */
export const GREETED =
  /(?:\b(?:i am|i'm|im|it's|its|this is|here is|that's|thanks|thank you|thx|hi|hello|hey|dear|love|cheers|with|by|from|for|saw|see|seeing|meet|met|and|asked?|told|tell|called|texted|emailed|messaged|visit|visiting),?|[-,:])\s?$/u;

/** A name follows, even one that is a common word: "talked to mark", "thanks, will". */
export const SPOKEN_TO = /\b(?:(?:talk|talked|talking|spoke|speak|spoken|speaking) (?:to|with)|ask(?:ed)? for)\s$/u;
export const SIGNED = /(?:(?:^|\s)[-~] ?|\b(?:thanks|thank you|thx|regards|sincerely|love|cheers|xo),?\s)$/u;
export const SELF = /\b(?:i am|i'm|im|it's|its|this is)\s$/u;
export const OF_KIN = new RegExp(`\\b(?:${KIN}|${HELPER}),?\\s$`, 'u');
export const OF_MY_KIN = new RegExp(`\\b(?:my|our|his|her|their|mi) (?:[^\\s[]{1,12} ){0,2}${KIN},?\\s$`, 'u');
export const TITLE =
  /\b(?:dr|dra|doctora?|doc|mr|mrs|ms|(?<!\b(?:i|we|you|he|she|they|to|not|can|will|would|could|should|may|might|must|do|did|if|never|don't|cant) )miss|mx|sra?|señora?|prof|professor|nurse|rev|reverend|sgt|officer|judge)\.?\s$/u;
/** "my doctor said", "the nurse told": no title. */
export const NO_TITLE =
  /\b(?:the|a|my|your|our|his|her|their|any|which|this|that|another|see|good|other|same|what|me)\s(?:\S{1,12} )?\S{1,9}\.?\s$/u;
export const PLACE = new RegExp(
  `(?:\\[address\\],?|\\b(?:${any('live lives living lived reside resides stay staying based born raised')} (?:in|at|near|by)` +
    `|${any("i'm im am we're are out over up down here")} in` +
    `|(?:past|outside|outside of|over by|out by|up by|down by|vivo en|soy de)` +
    `|(?:clos(?:e|er|est)|near(?:er|est)?)(?: [^\\s[]{1,12})? to` +
    `|${any('drive driving come coming travel traveling travelling move moved moving')} (?:from|to)` +
    `|${any('work works working worked')} (?:at|for|in)|(?:town|city|county|village) of|near|from))\\s$`,
  'u',
);

/** A town follows, even one that is an English word: "live in reading". */
export const HOME =
  /\b(?:(?:live|lives|lived|living|resides?|born|raised) in|(?:employed|works?|worked|working) at)\s$/u;
/** What people live in besides. */
export const NO_HOME =
  /^(?:agony|hell|chronic|constant|misery|pain|fear|dread|assisted|senior|rural|nursing|an?|apartments?|condo|trailer|dorm|daily|severe)$/u;

/** Follows the name of an institution. */
export const INSTITUTION =
  /^ (?:county|hospital|clinic|medical|university|college|high school|elementary|church|heights|township|springs|orthopa?edics?|healthcare|imaging|pharmacy|surgical|street|st|avenue|ave|road|rd|lane|ln|boulevard|blvd|apartments?|school|bank|insurance|inc|llc|village|manor|lodge|estates|institute|care center|rehab|memorial)\b/iu;
/** The same word, written as part of the name: "Mercy Hospital". */
export const OF_INSTITUTION =
  /^(?:Hospital|Clinic|Medical|Center|Centre|University|College|School|Church|Institute|Memorial|County)$/u;
/** Opens a town's name: "St. Paul", "el paso". */
export const OPENS_PLACE = /^(?:st|saint|ste|mt|mount|ft|fort|san|santa|el|los|las|port|lake|new)$/u;
/** Follows what somebody is called: "Summer is my daughter", "Jess (my roommate)", "Declan's mom". */
export const IS_KIN = new RegExp(
  `^(?:'s ${KIN}\\b| (?:is|was) (?:my|our)\\b|,? ?\\(?(?:my|our|the) (?:[^\\s[]{1,12} )?${KIN}\\b)`,
  'iu',
);
/** Opens or closes a message: "rose, 64: can i", "can i eat? rose". */
export const OPENING = /(?:^|\n)\s*$/u;
export const OPENED = /^(?:,|:|\s*\n| here\b)/u;
export const CLOSING = /[.!?\n]\s?$/u;
export const CLOSED = /^[.!\s]*$/u;
/** Follows what one of the staff is called. */
export const IS_STAFF = /^,? (?:MD|M\.D\.|DO|NP|RN|PA-C|CRNA|DPT|LPN|md|np|rn|crna|dpt|lpn)\b/u;
/** The same before it. */
export const STAFF = /\b(?:np|rn|crna|lpn|cna)\s$/u;
/** Follows whose it is: "rose's appointment". */
export const IS_OWNER =
  /^['’]s (?:appointment|appt|injection|shot|procedure|chart|records?|doctor|surgery|back|hip|pain|birthday|ride|car|house|office|insurance|results?)\b/iu;
/** Follows a name that opens or closes a message: "Anna: can I", "Anna here", or the end of its line. */
export const STANDS_ALONE = /^(?:[:.!]?\s*(?:\n|$)|:|\. [A-Z]| here\b| again\b)/u;
/** Follows a thing: "Xyz patches", "Xyz 240 mg", "Xyz syndrome". */
export const IS_THING =
  /^ (?:patch(?:es)?|gel|cream|ointment|spray|tablets?|pills?|capsules?|shots?|injections?|infusions?|syndrome|disease|test|sign|scan|machine|brand|\d+ ?m?c?g)\b/iu;
/** Follows a test or illness that is called after somebody, whatever that name is. */
export const IS_EPONYM =
  /^(?:'s)? (?:test|sign|syndrome|disease|maneuver|position|type|grade|scale|score|criteria|classification|protocol|cyst)\b/iu;
/** Follows something to buy: "Dawn dish soap", "Coreg 12.5". */
export const IS_BOUGHT =
  /^ (?:dish |hand |body |bar )?(?:soap|shampoo|lotion|oil|wipes?|patch(?:es)?|gel|cream|ointment|tablets?|pills?|capsules?|\d+\.\d|\d+ ?m?c?g\b)/iu;
/** Follows a person. */
export const IS_PERSON =
  /^ (?:wants?|says?|said|told|asks?|asked|thinks|thought|says|swears|insists|in the (?:front|billing|office)|at the (?:front|desk))\b/iu;
/** Follows a verb: "Bill me", "mark it". */
export const IS_VERB = /^ (?:me|it|them|us|him|this|that|these|those|my|your|the|a|an|as|in|up|off|down|out)\b/iu;
/** Stands before a letter that is no initial: "vitamin C. Does it". */
export const LETTERED = /\b(?:vitamin|plan|type|grade|class|part|hepatitis)\s$/u;
/** Stands before a thing: "the john", "a jack". */
export const ARTICLE = /\b(?:the|a|an)\s$/u;

/** Words of medicine that no list holds, by their ends, and a few from a laboratory. */
export const MEDICAL =
  /.(?:itis|osis|phytes?|plasty|ectomy|otomy|scopy|graphy|esthesia|algesia|dynia|opathy|inine|globin|ferritin|olol|pril|sartan|statin|caine|mab|azole|cillin|mycin|tidine|xaban|parin|profen|oxacin|triptan|penia|uria)$|^(?:egfr|hba1c|hgb|hct|ferritin|gadolinium)$/u;

/** Never a name, though a cue stands before it. */
export const NEVER = new RegExp(
  `^${any(`
    the a an my your his her their our on in at to of for and or but not no so is was are am it i me you he she we they this that
    said says told tells will would can could should did does do has had have gave who what when where why how if about with
    before after office appointment visit want wants recommended prescribed ordered wrote put here there very still also just
    really going having getting scheduled due back home pain code codes cpt dr doctor mr mrs ms miss nurse dob im
    (?:i|you|we|they|he|she|it|that|there|who|what)'?(?:ll|ve|d|re|m|s)
  `)}$`,
  'u',
);

/** Follows a town: "Mobile, AL", "el paso tx". Abbreviations that are words too count in capitals only. */
export const IN_STATE =
  /^,? (?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|tx|ny|fl|wi|nj|nc|sc|az|nv|nm|tn|ky|mn|il|nd|sd|wv)\b/u;

/** The same behind a comma. */
export const IN_STATE_COMMA = new RegExp(
  `^, ${any('tx ny fl wi nj nc sc az nv nm tn ky mn il nd sd wv ca ga ks mo nh vt md ct ut')}\\b`,
  'u',
);

/** The states of the USA are wide enough to stay (45 CFR 164.514(b)(2)(i)(B)). */
export const STATES: ReadonlySet<string> = new Set(
  `alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa
  kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio
  oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming america usa canada mexico`.split(
    /\s+/u,
  ),
);
