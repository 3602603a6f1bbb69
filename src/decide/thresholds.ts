/** Chance from which a question is answered, and from which it is offered (set on lines of bench/sets while they were unread; docs/evaluation.md). */
export const ANSWER_FROM = 0.88;
export const OFFER_FROM = 0.35;
/** Score from which a gap is named: what was asked is then told back, and nothing else is stated. */
export const NAME_GAP_FROM = 0.5;
/** A greeting or a wish for a person counts only when it is nearly the whole message. */
export const HELP_FROM = 0.72;
/** As much as this where no question comes near either. */
export const LIKELY_HELP_FROM = 0.5;
/** Topics in one offer (DESIGN). */
export const MOST_OFFERED = 3;
/** A single sentence leads only when it is this much surer than the whole message. */
export const SENTENCE_LEAD = 0.05;
/** A topic is offered beside the likeliest one when it is this near to it. */
export const LIKELY_SHARE = 0.45;
