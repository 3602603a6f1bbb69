import { expect } from 'vitest';
import type { Seen } from '../../conformance/harness.ts';
import { describeConformance } from '../../conformance/suite.ts';
import { CHANNEL, SELF } from './fake/discord.ts';
import type { Posted } from './fake/rest.ts';
import { openBot, PERSON, together } from './open-bot.ts';

describeConformance(
  'discord',
  async (setup) => {
    const { fake, settle, writtenIn, tellsDirectly, landed, close } = await openBot({ house: setup });
    let last: Posted[] = [];
    const seen = (messages: Posted[], isPrivate = true): Seen => {
      last = messages;
      expect(fake.world.refused).toEqual([]);
      const { text, live, choices, raw } = together(messages);
      return { text, live, choices: choices.map(({ label }) => label), messages: raw, private: isPrivate };
    };
    const press = async (id: string, value?: string): Promise<Seen> => {
      const asked = fake.presses(PERSON, 'direct', last.at(-1) as Posted, id, value);
      await settle(asked);
      return seen(asked.messages);
    };
    return {
      says: async (text) => seen(await tellsDirectly(text)),
      presses: (label) => {
        const choice = together(last).choices.find((one) => one.label === label);
        return press(choice?.id ?? 'none such', choice?.value);
      },
      pressesId: async (id) => {
        if (last.length === 0) last = await tellsDirectly('hello');
        return press(id);
      },
      saysAmongOthers: async (text) => {
        const [line] = await writtenIn(
          () => CHANNEL,
          () => fake.writesInServer(PERSON, `<@${SELF}> ${text}`),
        );
        const [button] = together([line as Posted]).buttons;
        const asked = fake.presses(PERSON, 'server', line as Posted, button?.id ?? 'none such');
        await settle(asked);
        const told = seen(asked.messages);
        const hidden = asked.messages.every((message) => message.hidden);
        return { ...told, private: hidden && !/ice|feel|weak|numb/iu.test(together([line as Posted]).text) };
      },
      deliversAgain: async () => {
        const before = fake.world.messages.length;
        fake.gateway.repeat('MESSAGE_CREATE');
        await settle(fake.types(PERSON, 'faq', 'question', ''));
        await landed();
        return fake.world.messages.length === before ? null : seen(fake.world.messages.slice(before));
      },
      close,
    };
  },
  {
    audience: 'patient',
    choiceIds: true,
    duplicates: true,
    sharedPlaces: true,
    messageLimit: 4000,
    labelLimit: 80,
  },
);
