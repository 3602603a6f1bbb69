/** Made-up people, what they write, and a search for what is theirs. */
import { createHash } from 'node:crypto';

const FIRST = ['Zebedee', 'Ottoline', 'Balthasar', 'Euphemia', 'Ignatius', 'Philippa', 'Thaddeus', 'Wilhelmina'];
const LAST = ['Quillfeather', 'Brackwater', 'Umbridgeworth', 'Pennyfarthing', 'Snodgrass', 'Vandermolen', 'Xylander'];
const HOW_MANY = 15;

export interface Person {
  readonly first: string;
  readonly last: string;
  readonly born: string;
  readonly phone: string;
  readonly record: string;
  readonly email: string;
}

export const PEOPLE: readonly Person[] = Array.from({ length: HOW_MANY }, (_, i) => {
  const [first = '', last = ''] = [FIRST[i % FIRST.length], LAST[i % LAST.length]];
  return {
    first,
    last,
    born: `${String((i % 12) + 1).padStart(2, '0')}/${String(i + 5).padStart(2, '0')}/19${31 + i}`,
    phone: `614-736-${2150 + 37 * i}`,
    record: String(40_417_786 + 7_919 * i),
    email: `${first}.${last}${i}@mail.example`.toLowerCase(),
  };
});

/** Questions of every kind of reply: answers, differing guides, gaps, topics, alarms, codes, help, nothing. */
const TEMPLATES: readonly ((person: Person) => string)[] = [
  ({ first, last, born }) => `hi my name is ${first} ${last}, born ${born}. can i ice it`,
  ({ last, phone }) => `Mrs ${last} here, please call me at ${phone}: when can I work out after the facet shot`,
  ({ first, record }) => `${first}, MRN ${record}. how long will the relief last`,
  ({ first, last, born, record }) => `${first} ${last} (${born}, record ${record}): my legs are numb and i cant pee`,
  ({ last, record }) => `20957 recovery ${last} ${record}`,
  ({ first, email }) => `who are you? i am ${first}, write to ${email}`,
  ({ first, last }) => `dr ${last} told ${first} not to shower, is that right`,
  ({ phone }) => `${phone}`,
  ({ first, last }) => `${first} ${last}`,
  ({ last, born, phone }) => `asdf ${last} ${born} ${phone} qwerty `.repeat(40),
  ({ first, born }) => `me llamo ${first}, nací el ${born}, no puedo mover las piernas`,
  ({ record, email }) => `<!channel> @everyone [${record}](https://evil.example/${email}) <@U0${record}>`,
];

/** Hundreds, each with somebody's details in it. */
export const MESSAGES: readonly string[] = TEMPLATES.flatMap((template) => PEOPLE.map(template));

const NEEDLES = [...FIRST, ...LAST, ...PEOPLE.flatMap(({ born, phone, record }) => [born, phone, record])].map(
  (needle) => needle.toLowerCase(),
);
/** As they look once everything between letters and digits is gone. */
const BARE = [...FIRST.map((name) => name.toLowerCase()), ...PEOPLE.map(({ phone }) => phone.replaceAll('-', ''))];

/** What of them stands in a text, however it is written there. */
export function detailsIn(text: string): string[] {
  const lower = text.toLowerCase();
  const bare = lower.replace(/[^\p{L}\p{N}]+/gu, '');
  return [...NEEDLES.filter((needle) => lower.includes(needle)), ...BARE.filter((needle) => bare.includes(needle))];
}

/** Which of these ids stand in a text, as they are or as a plain hash that anybody could make. */
export function idsIn(text: string, ids: readonly string[]): string[] {
  return ids.filter((id) => {
    const hashes = ['md5', 'sha1', 'sha256'].flatMap((name) =>
      (['hex', 'base64', 'base64url'] as const).map((form) => createHash(name).update(id).digest(form)),
    );
    return [id, ...hashes].some((form) => text.includes(form));
  });
}
