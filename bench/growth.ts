/**
 * `npm run bench:growth [-- --sizes 2 100 1000 10000]`: time, memory and finding by name as the guides grow, then the
 * loading of as many YAML files; each size in its own process.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Command } from 'commander';
import Fuse from 'fuse.js';
import { createAssistant, type Guide, type Knowledge, loadKnowledge } from '#core';
import { madeUpName } from './made-up-name.ts';
import { mistype } from './mistype.ts';

const program = new Command('growth')
  .option('--sizes <counts...>', 'how many guides', ['2', '100', '1000', '10000'])
  .option('--one <count>', 'measure one size here')
  .parse();
const options = program.opts<{ sizes: readonly string[]; one?: string }>();
const QUESTIONS = [
  'when can i exercise after the',
  'how much does it cost, the',
  'can i eat before my',
  'what are the risks of the',
  'do i need a ride home from the',
];
const ASKED = 300;

if (options.one === undefined) {
  console.log(
    'guides  build ms  RSS MB  median ms  p99 ms  found  found, one slip in the name  MiniSearch found / slip / ms  Fuse found / slip / ms',
  );
  for (const size of options.sizes)
    process.stdout.write(execFileSync(process.execPath, ['--expose-gc', import.meta.filename, '--one', size]));
  execFileSync(process.execPath, [join(import.meta.dirname, 'growth-yaml.ts')], { stdio: 'inherit' });
} else {
  await measure(Number(options.one));
}

async function measure(size: number): Promise<void> {
  const knowledge = grow(await loadKnowledge('knowledge'), size);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const assistant = createAssistant(knowledge);
  const build = performance.now() - started;
  const guides = sample([...knowledge.guides.values()]);
  const times: number[] = [];
  const find = (guide: Guide, index: number, name: string): boolean => {
    const text = `${QUESTIONS[index % QUESTIONS.length]} ${name}`;
    const asked = performance.now();
    const { reply } = assistant.reply({
      input: { text },
      conversation: null,
      now: 0,
      audience: 'patient',
      procedure: null,
    });
    times.push(performance.now() - asked);
    return reply.procedure === guide.id;
  };
  const found = share(guides.map((guide, index) => find(guide, index, nameOf(guide))));
  const slipped = share(guides.map((guide, index) => find(guide, index, mistype(nameOf(guide), guide.id))));
  globalThis.gc?.();
  const memory = (process.memoryUsage().rss - before) / 2 ** 20;
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor(part * times.length)] ?? 0).toFixed(2);
  const peers = [miniSearch(knowledge), fuse(knowledge)].map((search) => peer(search, guides));
  console.log(
    [
      String(size).padStart(6),
      build.toFixed(0).padStart(9),
      memory.toFixed(0).padStart(7),
      at(0.5).padStart(10),
      at(0.99).padStart(7),
      found.padStart(6),
      slipped.padStart(8),
      ...peers.map((text) => text.padStart(28)),
    ].join(' '),
  );
}

/** Made-up guides of two-word names, with the facts of the shipped ones; the shipped two stay. Fact texts are shared, so only names grow. */
function grow(knowledge: Knowledge, size: number): Knowledge {
  const shipped = [...knowledge.guides.values()];
  const guides = new Map(knowledge.guides);
  for (let index = shipped.length; index < size; index++) {
    const model = shipped[index % shipped.length];
    if (model === undefined) break;
    const name = madeUpName(index);
    const id = `Z${index}`;
    guides.set(id, { ...model, id, name: `${name} procedure`, namedBy: [name.split(' ')], shares: [] });
  }
  return { ...knowledge, guides };
}

function nameOf(guide: Guide): string {
  return guide.name.replace(/ procedure$/u, '');
}

/** About 300 guides to ask about, evenly spread; a small set is asked about again and again. */
function sample<T>(items: readonly T[]): T[] {
  return Array.from(
    { length: ASKED },
    (_, index) => items[Math.floor((index * Math.max(items.length, 1)) / ASKED) % items.length],
  ).filter((item) => item !== undefined);
}

type Search = ((text: string) => string | undefined) | null;

/** The peers only have to find the name among the names. */
function miniSearch(knowledge: Knowledge): Search {
  try {
    const MiniSearch = createRequire(new URL('peers/package.json', import.meta.url))('minisearch');
    const index = new MiniSearch({ fields: ['name'] });
    index.addAll([...knowledge.guides.values()].map((guide) => ({ id: guide.id, name: nameOf(guide) })));
    return (text) => index.search(text, { fuzzy: 0.2 })[0]?.id;
  } catch {
    return null;
  }
}

function fuse(knowledge: Knowledge): Search {
  const index = new Fuse(
    [...knowledge.guides.values()].map((guide) => ({ id: guide.id, name: nameOf(guide) })),
    { keys: ['name'], useTokenSearch: true, threshold: 0.3 },
  );
  return (text) => index.search(text, { limit: 1 })[0]?.item.id;
}

function peer(search: Search, guides: readonly Guide[]): string {
  if (search === null) return 'not installed';
  const some = guides.slice(0, 60);
  const started = performance.now();
  const found = share(
    some.map((guide, index) => search(`${QUESTIONS[index % QUESTIONS.length]} ${nameOf(guide)}`) === guide.id),
  );
  const slipped = share(
    some.map(
      (guide, index) =>
        search(`${QUESTIONS[index % QUESTIONS.length]} ${mistype(nameOf(guide), guide.id)}`) === guide.id,
    ),
  );
  return `${found} / ${slipped} / ${((performance.now() - started) / (2 * some.length)).toFixed(1)}`;
}

function share(hits: readonly boolean[]): string {
  return `${((100 * hits.filter(Boolean).length) / Math.max(1, hits.length)).toFixed(0)}%`;
}
