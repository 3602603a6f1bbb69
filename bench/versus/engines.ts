/** Matchers that a developer would pick instead, each at the setting that did best on the tuning set. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import Fuse from 'fuse.js';

/** Texts in, ranked positions out; a higher score is better. */
export interface Engine {
  readonly name: string;
  build(texts: readonly Wording[]): Promise<(question: string) => Promise<readonly Hit[]>>;
}
export interface Wording {
  readonly entry: string;
  readonly text: string;
}
export interface Hit {
  readonly entry: string;
  readonly score: number;
}

const KEPT = 40;
const peers = createRequire(new URL('../peers/package.json', import.meta.url));

/** A package of bench/peers, which has its own package.json so that the product never depends on it; untyped on purpose. */
// biome-ignore lint/suspicious/noExplicitAny: the peers are measured, not built upon
function load(name: string): Promise<any> {
  return import(pathToFileURL(peers.resolve(name)).href);
}

const fuseClassic: Engine = {
  name: 'Fuse.js, classic',
  build: async (texts) => {
    const fuse = new Fuse(texts, { keys: ['text'], includeScore: true, threshold: 0.6, ignoreLocation: true });
    return async (question) =>
      fuse
        .search(question.slice(0, 200), { limit: KEPT })
        .map(({ item, score = 1 }) => ({ entry: item.entry, score: 1 - score }));
  },
};

const fuseToken: Engine = {
  name: 'Fuse.js, token search',
  build: async (texts) => {
    const fuse = new Fuse(texts, { keys: ['text'], includeScore: true, threshold: 0.3, useTokenSearch: true });
    return async (question) =>
      fuse
        .search(question.slice(0, 400), { limit: KEPT })
        .map(({ item, score = 1 }) => ({ entry: item.entry, score: 1 - score }));
  },
};

const miniSearch: Engine = {
  name: 'MiniSearch',
  build: async (texts) => {
    const { default: MiniSearch } = await load('minisearch');
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(texts.map(({ text }, id) => ({ id, text })));
    return async (question) => {
      const words = question.split(/\s+/u).length;
      const hits = index.search(question, { fuzzy: 0.2, prefix: (term: string) => term.length > 3 }).slice(0, KEPT);
      // Its scores grow with the length of the question.
      return hits.map(({ id, score }: { id: number; score: number }) => ({
        entry: texts[id]?.entry ?? '',
        score: score / words,
      }));
    };
  },
};

const orama: Engine = {
  name: 'Orama',
  build: async (texts) => {
    const { create, insertMultiple, search } = await load('@orama/orama');
    const index = create({
      schema: { text: 'string', entry: 'string' },
      components: { tokenizer: { stemming: true, language: 'english' } },
    });
    await insertMultiple(
      index,
      texts.map(({ text, entry }) => ({ text, entry })),
    );
    return async (question) => {
      const { hits } = await search(index, {
        term: question.slice(0, 400),
        properties: ['text'],
        threshold: 1,
        limit: KEPT,
      });
      const words = question.split(/\s+/u).length;
      return hits.map(({ document, score }: { document: { entry: string }; score: number }) => ({
        entry: document.entry,
        score: score / words,
      }));
    };
  },
};

const nlp: Engine = {
  name: 'nlp.js',
  build: async (texts) => {
    const { dockStart } = await load('@nlpjs/basic');
    const dock = await dockStart({
      settings: { nlp: { forceNER: false, autoSave: false, log: false } },
      use: ['Basic', 'LangEn'],
    });
    const manager = dock.get('nlp');
    manager.addLanguage('en');
    for (const { text, entry } of texts) manager.addDocument('en', text, entry);
    await manager.train();
    return async (question) => {
      const { classifications = [] } = await manager.process('en', question);
      return classifications
        .map(({ intent, score }: { intent: string; score: number }) => ({ entry: intent, score }))
        .filter((hit: Hit) => hit.entry !== 'None');
    };
  },
};

export const ENGINES: readonly Engine[] = [fuseClassic, fuseToken, miniSearch, orama, nlp];
