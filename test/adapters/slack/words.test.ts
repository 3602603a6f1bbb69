import { expect, it } from 'vitest';
import { fromSlack, toSlack } from '../../../adapters/slack/words.ts';
import { HOSTILE } from '../../conformance/hostile.ts';

it.for([
  ['<@U0BOT> can i ice it', 'can i ice it'],
  ['can <@U0BOT|faq> i ice it', 'can  i ice it'],
  ['i can&apos;t walk &amp; my temp is &gt; 101', 'i can&apos;t walk & my temp is > 101'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['see <#C0001|general> or <#C0002>', 'see general or'],
  ['<!channel> <!subteam^S1|@nurses> help', 'help'],
  ['<https://clinic.example/a|can i eat> <mailto:a@b.example|a@b.example>', 'can i eat a@b.example'],
  ['since <!date^1392734382^{date}|Feb 18>', 'since Feb 18'],
  ['<https://clinic.example/chest-pain>', 'https://clinic.example/chest-pain'],
  ['call <tel:911|911> now', 'call 911 now'],
  ['a < b and c', 'a < b and c'],
  ['', ''],
] as const)('reads "%s" as "%s"', ([text, words]) => {
  expect(fromSlack(text)).toBe(words);
});

it('lets nothing of a hostile text out alive, and loses no word of it', () => {
  for (const text of HOSTILE) {
    const out = toSlack(text);
    expect(out.replace(/&(?:amp|lt|gt);/gu, '')).not.toMatch(/[<>&]/u);
    expect(fromSlack(out)).toBe(
      toSlack(text).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim(),
    );
  }
});
