/** Every string of the page itself; what the bot says is knowledge. A second language is a second object like this one. */
export const english = {
  lang: 'en',
  title: 'Questions about your injection',
  subtitle: 'An automated program with fixed answers. Not a person.',
  skip: 'Skip to the question field',
  emergency: 'Emergency',
  clinic: 'Clinic',
  conversation: 'Conversation',
  topics: 'Pick a topic or type below',
  more: 'More topics',
  input: 'Your question',
  placeholder: 'Type it here',
  send: 'Send',
  suggestions: 'Suggested questions',
  you: 'You asked:',
  bot: 'Answer:',
  choices: 'Choose one',
  caution: 'Take care:',
  helpful: 'Was this helpful?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you. No words were sent.',
  alarm: { emergency: 'Emergency', urgent: 'Urgent' },
  call: 'Call',
  below: 'You can still type below.',
  waiting: 'Looking it up …',
  gone: 'The chat cannot be reached right now. Your question was not answered. Try again, or call the clinic.',
  goneEmergency: 'In an emergency, call',
  loading: 'The chat is loading. If it does not open, please call the clinic or read the guides below.',
  guides: 'Guides to read or print',
  compare: 'Both guides side by side',
  print: 'Print this page',
  back: 'Back to the chat',
  relations: { same: 'Same', different: 'Different', 'only-here': 'Only here' },
  relation: 'How they compare',
  absent: 'The guide does not mention it',
  widget: 'Questions? Ask here',
  close: 'Close the chat',
} as const;

export type Strings = typeof english;

/** Which wordings of the knowledge read well enough to be suggested: those that ask, without slips of the pen. */
export const suggestible = {
  asks: /^(?:what|when|where|which|who|why|how(?! it\b)|am i|are|can|could|do|does|did|is|may|must|should|will|would)\b/iu,
  careless:
    /\b(?:arent|cant|didnt|doctors|doesnt|dont|gonna|gotta|havent|hows|id|im|isnt|its|ive|kinda|pls|shouldnt|thats|u|ur|wanna|whats|wheres|whos|wifes|wont|x rays?|xray|youre)\b/iu,
} as const;
