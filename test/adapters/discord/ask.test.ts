import { describe, expect, it } from 'vitest';
import { createLog } from '../../../adapters/shared/index.ts';
import { HOSTILE, NEVER_ECHOED } from '../../conformance/hostile.ts';
import type { Place } from './fake/discord.ts';
import { see } from './fake/see.ts';
import { bot, OTHER, PERSON, together } from './open-bot.ts';

const ALARM = 'my legs are numb and i cant pee';
const PLACES: readonly Place[] = ['server', 'direct', 'elsewhere', 'abroad'];

describe('/faq', () => {
  it.for(PLACES)('answers in private, with its source and that it is general education: %s', async (place) => {
    const { asks, fake } = await bot();
    const [answer, ...more] = await asks('can i eat before the injection', place);
    expect(more).toEqual([]);
    expect(answer?.text).toContain('Source:');
    expect(answer?.text).toContain('General education, not advice about you');
    expect(answer?.hidden).toBe(place !== 'direct');
    expect(answer?.buttons.map(({ label }) => label)).toEqual(
      place === 'direct' ? ['Helpful', 'Not helpful'] : ['Helpful', 'Not helpful', 'Share the answer here'],
    );
    expect(fake.world.refused).toEqual([]);
  });

  it('takes the guide as an option, and remembers nothing', async () => {
    const { asks, assistant } = await bot();
    const [guide] = [...assistant.knowledge.guides.values()];
    const [named] = await asks('when can i exercise again', 'direct', { procedure: guide?.id ?? '' });
    expect(named?.text).toContain(guide?.name);
    expect(named?.text.includes('24 hours')).not.toBe(named?.text.includes('48 hours'));
    const [later] = await asks('when can i exercise again', 'direct');
    expect(later?.text).toContain('24 hours');
    expect(later?.text).toContain('48 hours');
    const [rubbish] = await asks('when can i exercise again', 'server', { procedure: 'no such guide' });
    expect(rubbish?.text).toContain('24 hours');
  });

  it('suggests topics first, then questions by what is typed and meant; a suggestion is answered by its id', async () => {
    const { fake, settle, asks } = await bot();
    const suggests = async (typed: string, command = 'faq') => {
      const asked = fake.types(PERSON, command, command === 'faq' ? 'question' : 'topic', typed);
      await settle(asked);
      return asked.suggestions as unknown as readonly { name: string; value: string }[];
    };
    expect((await suggests('')).map(({ name }) => name)).toContain('Getting ready');
    const [first] = await suggests('can i eat bef');
    expect(first?.name).toMatch(/eat/iu);
    expect((await suggests('recov')).map(({ value }) => value)).toContain('t:recovery');
    expect((await suggests('wen can i werk out')).map(({ name }) => name).join()).toMatch(/exercise/u);
    expect((await suggests('recov', 'faq-compare')).map(({ value }) => value)).toEqual(['t:recovery']);
    for (const text of [ALARM, 'zxqv', '\u0000|'.repeat(3000), ...HOSTILE])
      expect(await suggests(text)).toBeInstanceOf(Array);
    expect(await suggests(ALARM)).toEqual([]);
    expect((await asks(first?.value ?? ''))[0]?.text).toMatch(/food/iu);
    expect((await asks('t:recovery'))[0]?.text).toContain('Source: both guides, Recovery');
    expect((await asks('q:gone/question'))[0]?.text).toContain('Please ask again');
    expect(fake.world.refused).toEqual([]);
  });

  it('compares the guides, whole or by topic', async () => {
    const { fake, settle } = await bot();
    const whole = await settle(fake.commands(PERSON, 'server', 'faq-compare'));
    expect(whole.length).toBeGreaterThan(1);
    expect(whole.every(({ hidden }) => hidden)).toBe(true);
    const topic = await settle(fake.commands(PERSON, 'server', 'faq-compare', { topic: 't:recovery' }));
    for (const time of ['24 hours', '48 hours']) expect(topic.map(({ text }) => text).join()).toContain(time);
    expect(fake.world.refused).toEqual([]);
  });

  it('says what is stored, and answers about somebody’s message from the menu', async () => {
    const { fake, settle } = await bot();
    const [privacy] = await settle(fake.commands(PERSON, 'server', 'privacy'));
    expect(privacy).toMatchObject({ hidden: true, text: expect.stringContaining('It stores nothing of you') });
    const [about] = await settle(
      fake.asksAbout(PERSON, 'elsewhere', 'Ask the FAQ about this', '<@5> **can** i ice it?'),
    );
    expect(about).toMatchObject({ hidden: true, text: expect.stringMatching(/ice/iu) });
    expect((await settle(fake.asksAbout(PERSON, 'server', 'Ask the FAQ about this', '')))[0]?.text).toContain(
      'Please type',
    );
  });

  it('tells an alarm whole, in plain content, and keeps it where it does not vanish', async () => {
    const { asks, fake } = await bot();
    const [alarm, ...more] = await asks(ALARM);
    expect(more).toEqual([]);
    expect(alarm?.message.body.content).toMatch(/^\*\*Call 911 now\.\*\*/u);
    expect(alarm).toMatchObject({ hidden: true, buttons: [] });
    const kept = fake.world.messages.filter(({ channel }) => channel === fake.world.direct.get(PERSON));
    expect(together(kept).text).toBe(alarm?.text);
    expect(await asks(ALARM, 'direct')).toMatchObject([{ hidden: false }]);
    expect(fake.world.messages.filter(({ channel }) => channel === fake.world.direct.get(PERSON))).toHaveLength(2);
  });

  it('tells the alarm also where direct messages are closed, and leaves those alone for a while', async () => {
    const { asks, fake } = await bot({ prepare: ({ world }) => world.closed.add(PERSON) });
    for (let time = 0; time < 3; time += 1) expect((await asks(ALARM))[0]?.text).toContain('Call 911 now');
    expect(fake.world.requests.filter((line) => line.endsWith('/users/@me/channels'))).toHaveLength(1);
  });

  it('lets no mark of a hostile question live, in any place', async () => {
    const { asks, fake, settle } = await bot();
    for (const text of HOSTILE) {
      const seen = [
        ...(await asks(text)),
        ...(await settle(fake.asksAbout(PERSON, 'server', 'Ask the FAQ about this', text))),
      ];
      expect(seen.flatMap(({ live }) => live)).toEqual([]);
      expect(seen.map(({ raw }) => raw).join()).not.toMatch(NEVER_ECHOED);
    }
    expect(fake.world.refused).toEqual([]);
  });
});

describe('buttons and menus', () => {
  it('answer whoever presses them, in private, in the server too', async () => {
    const { asks, fake, settle } = await bot();
    const [open] = await asks('when can i exercise again');
    for (const { id, value } of open?.choices ?? []) {
      const [told] = await settle(fake.presses(OTHER, 'server', open?.message as never, id, value));
      expect(told).toMatchObject({ hidden: true, text: expect.stringMatching(/hours/u) });
    }
    expect(open?.choices).toHaveLength(3);
    expect(open?.text).toBe(see(open?.message as never).text);
  });

  it('share the answer, never the question, in public; whoever presses what was shared is answered in private', async () => {
    const { asks, fake, settle } = await bot();
    const [answer] = await asks('when can i exercise again? signed, zebulon');
    const share = answer?.buttons.find(({ label }) => label.startsWith('Share'));
    const [shared] = await settle(fake.presses(PERSON, 'server', answer?.message as never, share?.id ?? ''));
    expect(shared).toMatchObject({ hidden: false, text: answer?.text, buttons: [] });
    expect(JSON.stringify(shared?.message.body)).not.toMatch(/zebulon|signed/iu);
    const [choice] = shared?.choices ?? [];
    const [told] = await settle(
      fake.presses(OTHER, 'server', shared?.message as never, choice?.id ?? '', choice?.value),
    );
    expect(told?.hidden).toBe(true);
    expect(fake.world.refused).toEqual([]);
  });

  it('share long after a restart where ids say it all, and else say in private that they are too old', async () => {
    const { fake, settle, asks } = await bot();
    const [answer] = await asks('can i ice it');
    const share = answer?.buttons.find(({ label }) => label.startsWith('Share'))?.id ?? '';
    expect(share).toContain('|q|');
    const [mixed] = await asks('can i ice it? and how long does the relief last?');
    const random = mixed?.buttons.find(({ label }) => label.startsWith('Share'))?.id ?? '';
    expect(random).toMatch(/^faq1\|share\|[\w-]{16}$/u);
    expect((await settle(fake.presses(PERSON, 'server', mixed?.message as never, random)))[0]?.text).toBe(mixed?.text);

    const restarted = await bot();
    const old = { ...(answer?.message as never as object), channel: answer?.message.channel } as never;
    const pressed = async (id: string) =>
      (await restarted.settle(restarted.fake.presses(PERSON, 'server', old, id)))[0];
    expect(await pressed(share)).toMatchObject({ hidden: false, text: answer?.text });
    expect(await pressed(random)).toMatchObject({ hidden: true, text: expect.stringContaining('Please ask again') });
  });

  it.for([
    'faq0|share|x',
    'faq1|share|',
    'faq1|read|gone',
    'faq1|up|nonsense|x',
    'faq1|menu|0',
    'faq9',
    'x',
    '|'.repeat(100),
  ])('have a private reply when they are old or made up: %s', async (id) => {
    const { asks, fake, settle } = await bot();
    const [answer] = await asks('can i ice it');
    const told = await settle(fake.presses(PERSON, 'server', answer?.message as never, id));
    expect(told).toMatchObject([{ hidden: true, text: expect.stringContaining('Please ask again') }]);
  });

  it('count thumbs without words, thank in private, and take a change of mind', async () => {
    const thumbs: unknown[] = [];
    const { asks, fake, settle } = await bot({ house: { onFeedback: (...thumb) => void thumbs.push(thumb) } });
    const [answer] = await asks('can i ice it');
    for (const { id } of answer?.buttons.slice(0, 2) ?? []) {
      const [thanks] = await settle(fake.presses(PERSON, 'server', answer?.message as never, id));
      expect(thanks).toMatchObject({ hidden: true, text: expect.stringContaining('Thank you') });
    }
    const about = expect.stringMatching(/^[a-z-]+\/[a-z-]+$/u);
    expect(thumbs).toEqual([true, false].map((helpful) => ['discord', { helpful, kind: 'answer', about }]));
  });
});

describe('what is logged', () => {
  it('has no words, names or ids of anybody, whatever fails', async () => {
    const lines: string[] = [];
    const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
    const { asks, fake, tellsDirectly, settle } = await bot({ house: { log } });
    fake.world.faults.push({ on: /PATCH/u, times: 1, how: 'lost' }, { on: /callback/u, times: 1, how: 'reset' });
    const [answer] = await asks('can i ice it, I am Quartermain');
    await tellsDirectly('Quartermain again');
    fake.gateway.cut();
    fake.world.closed.add(PERSON);
    await expect.poll(() => fake.gateway.connected(), { timeout: 15_000 }).toBe(1);
    await asks(`${ALARM}, Quartermain`);
    await settle(fake.presses(OTHER, 'server', answer?.message as never, 'faq1|up|answer|recovery/ice'));
    await log.flush();
    expect(lines.join('')).toContain('answered');
    expect(lines.join('')).not.toMatch(/quartermain|zebulon|\d{17}|token-/iu);
  });
});
