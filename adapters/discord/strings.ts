/** Every string of the channel itself; what the bot says is knowledge. Discord's limits hold: test/adapters/discord. */
export const english = {
  /** Under every reply but an alarm, so that the first one has it too. */
  general: 'General education, not advice about you. Please leave out names, dates and health details.',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  share: 'Share the answer here',
  choose: 'Choose one',
  read: 'Read it in private',
  /** Said in public where the bot is mentioned: nothing about the question. */
  inPrivate: 'General education about the injection guides. Press the button to read it in private.',
  thanks: 'Thank you. Only the thumb was counted, no words and no name.',
  restarting: 'The bot is restarting. Please ask again in a minute.',
  privacy: [
    'This bot gives general education from reviewed texts. It is an automated program, not a person, and nobody watches it.',
    'It stores nothing of you: no question, no name, no account. It counts by day how often a topic was asked. There is nothing to delete.',
    'In direct messages it remembers for 30 minutes which guide and which question came last, without your words. Slash commands remember nothing.',
    'Discord itself keeps messages under its own rules, and it is not a place for health details.',
  ],
} as const;

/** What people read before they use a command; at most 100 characters each. */
export const commandStrings = {
  faq: 'General education about the injections, in private. Not for personal health details.',
  question: 'Pick a suggestion or ask in your own words, without names, dates or health details',
  procedure: 'Which guide is meant; leave it out to see both',
  compare: 'The injection guides side by side. General education, not for personal health details.',
  topic: 'Only this topic; leave it out for all that differs',
  privacy: 'What this bot stores of you: nothing. What it is, and what not to type.',
  about: 'Ask the FAQ about this',
} as const;

/** Descriptions in Spanish say that the answers are in English. */
export const commandStringsEs: Readonly<Record<keyof typeof commandStrings, string>> = {
  faq: 'Educación general sobre las inyecciones, en privado y en inglés. No escriba datos de salud.',
  question: 'Elija una sugerencia o pregunte en inglés, sin nombres, fechas ni datos de salud',
  procedure: 'Qué guía; déjelo vacío para ver las dos',
  compare: 'Las guías de las inyecciones lado a lado, en inglés. Educación general.',
  topic: 'Solo este tema; déjelo vacío para ver todo lo que es distinto',
  privacy: 'Qué guarda este bot de usted: nada. Qué es y qué no escribir (en inglés).',
  about: 'Preguntar al FAQ sobre esto',
};
