import { describe, expect, it } from 'vitest';
import { CHANNEL, SELF } from './fake/discord.ts';
import type { Json } from './fake/limits.ts';
import type { Posted } from './fake/rest.ts';
import { bot, OTHER, PERSON, together } from './open-bot.ts';

const ALARM = 'my legs are numb and i cant pee';
const MENTION = `<@${SELF}>`;

describe('a direct message', () => {
  it('is answered where it was written, with memory, thumbs, and nothing to share', async () => {
    const { tellsDirectly, fake, settle } = await bot();
    const posted = await tellsDirectly('when can i exercise again');
    const open = together(posted);
    expect(open.buttons.map(({ label }) => label)).toEqual(['Helpful', 'Not helpful']);
    const [mine] = open.choices;
    const pressed = await settle(fake.presses(PERSON, 'direct', posted[0] as Posted, mine?.id ?? '', mine?.value));
    expect(pressed).toMatchObject([{ hidden: false }]);
    expect(together(await tellsDirectly('and how long does it take')).text).toContain('as before');
    expect(fake.world.refused).toEqual([]);
  });

  it('is answered also where Discord does not say what kind of channel it comes from', async () => {
    const { tellsDirectly } = await bot();
    expect(together(await tellsDirectly('can i ice it', { channel_type: undefined })).text).toContain('Source:');
  });

  it('gets a reply also when it holds nothing but a picture', async () => {
    const { tellsDirectly } = await bot();
    expect(together(await tellsDirectly('')).text).toContain('Please type a question');
  });

  it('raises an alarm in the middle of a dialogue', async () => {
    const { tellsDirectly } = await bot();
    await tellsDirectly('can i ice it');
    const [alarm, ...more] = await tellsDirectly(ALARM);
    expect(more).toEqual([]);
    expect(alarm?.body.content).toMatch(/^\*\*Call 911 now\.\*\*/u);
  });
});

describe('a mention in a server', () => {
  const mentioned = async (text: string, more: Json = {}) => {
    const opened = await bot();
    const { fake, writtenIn } = opened;
    let id = '';
    const lines = await writtenIn(
      () => CHANNEL,
      () => {
        id = fake.writesInServer(PERSON, `${MENTION} ${text}`, more);
      },
    );
    return { ...opened, id, line: lines[0] as Posted, lines };
  };

  it.for(['can i ice it', 'how long will the relief last', 'hello', 'asdf', 'recovery', ''])(
    'gets one neutral public line, whose button answers whoever presses it in private: "%s"',
    async (text) => {
      const { fake, id, line, lines, settle, asks } = await mentioned(text);
      expect(lines).toHaveLength(1);
      expect(line.body.message_reference).toEqual({ message_id: id, fail_if_not_exists: false });
      const { text: said, buttons } = together(lines);
      expect(said).toBe('General education about the injection guides. Press the button to read it in private.');
      const [told] = await settle(fake.presses(OTHER, 'server', line, buttons[0]?.id ?? ''));
      expect(told?.hidden).toBe(true);
      expect(told?.text).toBe((await asks(text))[0]?.text);
      expect(fake.world.refused).toEqual([]);
    },
  );

  it('of an alarm gets the neutral safety line; the alarm goes by direct message', async () => {
    const { fake, line, lines, settle } = await mentioned(ALARM);
    expect(together(lines).text).toBe('In an emergency, call 911.');
    const kept = fake.world.messages.filter(({ channel }) => channel === fake.world.direct.get(PERSON));
    expect(together(kept).text).toMatch(/^Call 911 now\./u);
    const [told] = await settle(fake.presses(PERSON, 'server', line, together(lines).buttons[0]?.id ?? ''));
    expect(told).toMatchObject({ hidden: true, text: together(kept).text });
    await settle(fake.presses(OTHER, 'server', line, together(lines).buttons[0]?.id ?? ''));
    expect(fake.world.direct.get(OTHER)).toBeUndefined();
  });

  it('keeps the safety net that the words called for', async () => {
    const { fake, line, lines, settle } = await mentioned('how long does it take? my mother had numb legs after hers');
    const [told] = await settle(fake.presses(PERSON, 'server', line, together(lines).buttons[0]?.id ?? ''));
    expect(told?.text).toContain('Call 911 for leg weakness');
  });
});

describe('what is not for the bot', () => {
  it('is left alone: bots, webhooks, @everyone, its own words, system messages, talk of others', async () => {
    const { fake, asks, landed } = await bot();
    const bots = { author: { id: OTHER, username: 'b', discriminator: '0', avatar: null, bot: true } };
    fake.writesInServer(PERSON, 'can i ice it');
    fake.writesInServer(PERSON, '@everyone can i ice it', { mention_everyone: true });
    fake.writesInServer(PERSON, `${MENTION} can i ice it`, bots);
    fake.writesInServer(PERSON, `${MENTION} can i ice it`, { webhook_id: OTHER });
    fake.writesInServer(PERSON, `${MENTION} joined`, { type: 7 });
    fake.writesDirectly(PERSON, 'can i ice it', bots);
    fake.writesDirectly(PERSON, 'pinned', { type: 6 });
    fake.writesDirectly(SELF, 'can i ice it', { author: { ...bots.author, id: SELF } });
    await asks('hello');
    await landed();
    expect(fake.world.messages).toHaveLength(1);
  });

  it('asks for no privileged intent', async () => {
    const { fake } = await bot();
    expect(fake.gateway.seen.identifies[0]?.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
  });

  it('stops writing to a channel that refuses it', async () => {
    const { fake, landed, settle } = await bot({ prepare: ({ world }) => world.closed.add(CHANNEL) });
    for (let time = 0; time < 3; time += 1) {
      fake.writesInServer(PERSON, `${MENTION} ${ALARM}`);
      await settle(fake.types(PERSON, 'faq', 'question', ''));
      await landed();
    }
    expect(fake.world.requests.filter((line) => line === `POST /channels/${CHANNEL}/messages`)).toHaveLength(1);
    expect(fake.world.messages.filter(({ channel }) => channel === fake.world.direct.get(PERSON))).toHaveLength(3);
  });
});
