import type { Audience } from '#core';
import type { Desk, Log } from '../../adapters/shared/index.ts';

/** What a person meets after having said or pressed something. */
export interface Seen {
  /** All words in order, as a screen reader would read them: markup resolved, messages joined by line feeds. */
  readonly text: string;
  /** Labels of what can be pressed, in order. */
  readonly choices: readonly string[];
  /** Every message as it was sent, markup included; for the channel's limit. */
  readonly messages: readonly string[];
  /** What the channel would act upon although a text brought it: mentions, links, markup, escape codes. Must be empty. */
  readonly live: readonly string[];
  /** True where nobody but the asker can read it. */
  readonly private: boolean;
}

/** What a channel can do; what it cannot is skipped by name, so that a gap is seen. */
export interface Capabilities {
  /** Whom its replies are for where nothing else is said. */
  readonly audience: Audience;
  /** Presses carry an id back, so that an old or foreign id can arrive. */
  readonly choiceIds: boolean;
  /** The platform may deliver a message twice. */
  readonly duplicates: boolean;
  /** There are places where others read along. */
  readonly sharedPlaces: boolean;
  /** Longest message in characters; null where there is no limit. */
  readonly messageLimit: number | null;
  /** Longest label of a choice in characters; longer ones end in "…". Null where there is no limit. */
  readonly labelLimit: number | null;
}

/** What the suite hands to the channel under test. */
export interface Setup {
  readonly desk: Pick<Desk, 'current'>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A channel under test, as its user meets it: the real adapter, against a fake of its platform. */
export interface Harness {
  /** Says something in private, in one and the same conversation, and waits for the reply. */
  says(text: string): Promise<Seen>;
  /** Presses the choice with this label, out of those last seen. */
  presses(label: string): Promise<Seen>;
  /** Presses something with this id, made by nobody or long ago. Only where `choiceIds`. */
  pressesId(id: string): Promise<Seen>;
  /** Says something where others read along. Only where `sharedPlaces`. */
  saysAmongOthers(text: string): Promise<Seen>;
  /** The platform delivers the last message once more; null where nothing more is seen. Only where `duplicates`. */
  deliversAgain(): Promise<Seen | null>;
  close(): Promise<void>;
}

export type CreateHarness = (setup: Setup) => Promise<Harness>;

/** For what a channel cannot do; the suite never calls it. */
export async function cannot(): Promise<never> {
  throw new Error('this channel declared that it cannot do this');
}
