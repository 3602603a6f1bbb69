import { expect } from 'vitest';
import { CHANNEL, type FakeDiscord, SELF } from '../adapters/discord/fake/discord.ts';
import { PATIENT, type Place } from './place.ts';

export function discordPlace(fake: FakeDiscord): Place {
  const { world } = fake;
  const people: string[] = [];
  const person = () => {
    const id = `14${String(people.length).padStart(17, '0')}`;
    people.push(id);
    return id;
  };
  const settled = async (act: () => unknown) => {
    const before = world.messages.length;
    act();
    await expect.poll(() => world.messages.length, PATIENT).toBeGreaterThan(before);
  };
  const ways: readonly ((text: string) => unknown)[] = [
    (text) => fake.writesDirectly(person(), text),
    (text) => fake.commands(person(), 'server', 'faq', { question: text }),
    (text) => fake.writesInServer(person(), `<@${SELF}> ${text}`),
    (text) => fake.asksAbout(person(), 'abroad', 'Ask the FAQ about this', text),
  ];
  let told = 0;
  const inAllWays = async (text: string) => {
    fake.types(person(), 'faq', 'question', text.slice(0, 90));
    await settled(() => ways[told % ways.length]?.(text));
    told += 1;
  };
  return {
    tell: inAllWays,
    trouble: async ({ first, last, record }) => {
      const name = `${first} ${last}`;
      const alarm = `i am ${name}, my legs are numb and i cant pee`;
      const on = { id: fake.nextId(), channel: CHANNEL, hidden: false, body: {} };
      await settled(() => fake.presses(person(), 'server', on, `${name} ${record}`));
      await settled(() => fake.commands(person(), 'server', `faq-${last}`.toLowerCase(), { [first]: record }));
      for (const [on, how] of [
        [/channels/u, 500],
        [/PATCH/u, 502],
        [/PATCH/u, 'lost'],
      ] as const) {
        const fault = { on, how, times: 1 };
        world.faults.push(fault);
        await inAllWays(`${alarm} ${record}`);
        fault.times = 0;
      }
      const unreachable = { on: /callback/u, how: 'reset', times: 2 } as const;
      world.faults.push(unreachable);
      fake.commands(person(), 'server', 'faq', { question: alarm });
      await expect.poll(() => unreachable.times, PATIENT).toBe(0);
    },
    refusals: [],
    urls: () => world.urls,
    ids: () => [...people, ...[...world.asked.values()].flatMap(({ id, token }) => [id, token])],
  };
}
