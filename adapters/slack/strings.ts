/** Every string of this channel itself; what the bot says is knowledge. A second language is a second object like this one. */
export const english = {
  share: 'Share here',
  shareLabel: 'Post this answer where everybody in this channel or thread can read it',
  shared: 'Shared.',
  notShared: 'This could not be shared. Invite the bot with /invite, or copy the answer.',
  why: 'Why this answer?',
  whyLabel: 'Why this answer? Only you will see it',
  whyGone: 'The explanation is no longer kept. Please ask again.',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  thanks: 'Thank you. No words were kept, and you can change your mind.',
  more: 'More about this answer',
  home: { about: 'What this is', topics: 'Topics', review: 'Review of the knowledge' },
  reviewed: (approved: number, all: number) => `${approved} of ${all} facts are approved by the clinic.`,
  states: (states: readonly (readonly [string, number])[]) =>
    states.map(([state, count]) => `${state}: ${count}`).join(' · '),
  version: (version: string) => `Version ${version}`,
  usage: (command: string, code: string, topic: string) =>
    [
      'What you can type:',
      `${command} ${code} ${topic} – one topic of one guide`,
      `${command} ${topic} – the same topic in all guides, side by side`,
      `${command} compare – everything in which the guides differ`,
      `${command} and a question in your own words`,
    ].join('\n'),
} as const;

export type Strings = typeof english;
