import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../../adapters/shared/index.ts';
import { english } from '../../../adapters/slack/strings.ts';
import { oneLine } from '../../conformance/replies.ts';
import { buttonsOf, wordsOf } from './fake/reading.ts';
import { buttonOf, type Mode, thumbOf } from './fake/slack.ts';
import { CHANNEL, DIRECT, FOREIGN_CHANNEL, type Posted, USER } from './fake/web-api.ts';
import { slackFor } from './open-slack.ts';

const ALARM = 'i have no feeling down there since the shot';
const words = ({ blocks }: Posted) => oneLine(wordsOf(blocks));
/** Of an alarm: what the person sees where they are, what stays in their direct messages, and what everybody reads. */
const partsOf = (posts: readonly Posted[]) => ({
  seen: posts.filter(({ onlyFor }) => onlyFor === USER),
  kept: posts.filter(({ onlyFor, channel }) => onlyFor === null && channel === DIRECT),
  open: posts.filter(({ onlyFor, channel }) => onlyFor === null && channel !== DIRECT),
});

describe.for(['socket', 'http'] satisfies Mode[])('over %s,', (mode) => {
  describe('/faq', () => {
    it('answers privately, with code, source and review state, and a hint of nothing unasked', async () => {
      const { slack, sendOne } = await slackFor(mode);
      const answer = await sendOne(slack.command('20957 recovery'));
      expect(answer).toMatchObject({ by: 'response_url', onlyFor: USER, channel: CHANNEL });
      for (const part of [
        'at least 48 hours',
        '20957/recovery/strenuous-activity',
        'needs-clinician',
        'Source: SI joint',
      ])
        expect(words(answer)).toContain(part);
      expect(words(answer)).not.toContain('24 hours');
      expect(answer.payload).toMatchObject({
        response_type: 'ephemeral',
        replace_original: false,
        unfurl_links: false,
        unfurl_media: false,
      });
    });

    // A response_url takes five posts.
    it('shows both guides side by side, and all that differs in few messages', async () => {
      const { slack, send, sendOne } = await slackFor(mode);
      const both = words(await sendOne(slack.command('recovery')));
      for (const part of ['SI joint injection with live X-ray: Avoid', 'Facet or SI joint injection: Avoid'])
        expect(both).toContain(part);
      const all = await send(slack.command('compare'));
      expect(all).toHaveLength(3);
      expect(all.every(({ by, onlyFor }) => by === 'response_url' && onlyFor === USER)).toBe(true);
    });

    it.for(['help', ''])('says what can be typed: "%s"', async (text) => {
      const { slack, sendOne } = await slackFor(mode);
      const help = words(await sendOne(slack.command(text)));
      for (const part of ['/faq 20957 recovery', '/faq compare', 'Demo:']) expect(help).toContain(part);
      expect(words(await sendOne(slack.command('can i ice it')))).not.toContain('/faq');
    });

    it('remembers nothing', async () => {
      const { slack, sendOne } = await slackFor(mode);
      const answer = await sendOne(slack.command('when can i exercise again'));
      const mine = await sendOne(slack.press(buttonOf(answer, 'Mine is'), answer));
      expect(mine.onlyFor).toBe(USER);
      expect(words(mine)).not.toContain('as before');
      expect(words(await sendOne(slack.command('and how long does it take')))).not.toContain('as before');
    });

    it('tells of an alarm in private and says nothing in the channel, where nobody saw the command', async () => {
      const { slack, send } = await slackFor(mode);
      const { seen, kept, open } = partsOf(await send(slack.command(ALARM)));
      expect([seen.length, kept.length, open.length]).toEqual([1, 1, 0]);
      for (const alarm of [...seen, ...kept]) {
        expect(words(alarm)).toMatch(/^Tell the patient now: call 911\./u);
        expect(buttonsOf(alarm.blocks)).toEqual([]);
      }
    });
  });

  describe('a mention', () => {
    it('is answered to the asker alone, in the thread where there is one', async () => {
      const { slack, sendOne } = await slackFor(mode);
      const top = await sendOne(slack.mention('<@U0BOT> can i ice it'));
      expect(top).toMatchObject({ by: 'chat.postEphemeral', onlyFor: USER, channel: CHANNEL, shown: true });
      slack.openThread(CHANNEL, '1700000000.000100');
      const inside = await sendOne(slack.mention('<@U0BOT> can i ice it', { thread_ts: '1700000000.000100' }));
      expect(inside).toMatchObject({ onlyFor: USER, thread: '1700000000.000100', shown: true });
    });

    it('leads to a conversation of one person in one thread', async () => {
      const { slack, sendOne } = await slackFor(mode);
      slack.openThread(CHANNEL, '1700000000.000100');
      const ask = (text: string, more = {}) => slack.mention(text, { thread_ts: '1700000000.000100', ...more });
      const answer = await sendOne(ask('when can i exercise again'));
      await sendOne(slack.press(buttonOf(answer, 'Mine is'), answer));
      expect(words(await sendOne(ask('and how long does it take')))).toContain('as before');
      expect(words(await sendOne(slack.mention('and how long does it take')))).not.toContain('as before');
    });

    it('with an alarm gets the whole alarm in private, where it stays too, and one line for everybody under it', async () => {
      const { slack, send } = await slackFor(mode);
      const mention = slack.mention(`<@U0BOT> ${ALARM}`);
      const { seen, kept, open } = partsOf(await send(mention));
      expect(seen).toMatchObject([{ shown: true }]);
      expect(kept).toHaveLength(1);
      for (const alarm of [...seen, ...kept]) expect(words(alarm)).toContain('Page the on-call clinician');
      expect(open).toMatchObject([{ thread: mention.payload.event.ts, text: 'In an emergency, call 911.' }]);
    });
  });

  describe('a direct message', () => {
    it('is answered under it, and is one conversation', async () => {
      const { slack, sendOne } = await slackFor(mode);
      const asked = slack.directMessage('when can i exercise again');
      const answer = await sendOne(asked);
      expect(answer).toMatchObject({ by: 'chat.postMessage', channel: DIRECT, thread: asked.payload.event.ts });
      expect(answer.payload).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
      const mine = await sendOne(slack.press(buttonOf(answer, 'Mine is'), answer));
      expect(mine).toMatchObject({ by: 'chat.postMessage', thread: asked.payload.event.ts });
      expect(words(await sendOne(slack.directMessage('and how long does it take')))).toContain('as before');
      expect(buttonsOf(answer.blocks).map(({ action_id }) => action_id)).not.toContain('share');
    });

    it('with an alarm that may be of the past is asked the one question, and a press settles it', async () => {
      const { slack, sendOne } = await slackFor(mode);
      const alarm = await sendOne(slack.directMessage('having trouble breathing after the injection'));
      expect(words(alarm)).toMatch(/^Tell the patient now: call 911\./u);
      expect(buttonsOf(alarm.blocks)).toHaveLength(2);
      const now = await sendOne(slack.press(buttonOf(alarm, 'This is happening now'), alarm));
      expect(words(now)).toContain('911');
      expect(buttonsOf(now.blocks)).toEqual([]);
    });

    it('gets prompts to begin with, in the place that agents have', async () => {
      const { slack, send } = await slackFor(mode);
      await send(slack.event('app_home_opened', { user: USER, channel: DIRECT, tab: 'messages' }));
      expect(slack.prompts).toHaveLength(1);
      expect(slack.prompts[0]).toContainEqual({ title: 'What differs between the guides', message: 'compare' });
    });
  });

  describe('the home tab', () => {
    it('has topics as buttons, answered in the direct message', async () => {
      const { slack, send, sendOne } = await slackFor(mode);
      await send(slack.event('app_home_opened', { user: USER, channel: DIRECT, tab: 'home' }));
      const [home] = slack.homes;
      const answer = await sendOne(slack.pressHome(buttonOf({ blocks: home?.blocks }, 'Recovery')));
      expect(answer).toMatchObject({ by: 'chat.postMessage', channel: DIRECT });
      expect(words(answer)).toContain('48 hours');
    });
  });

  describe('"Ask the FAQ about this"', () => {
    it('answers privately, in the thread of the message where there is one', async () => {
      const { slack, sendOne } = await slackFor(mode);
      expect(await sendOne(slack.shortcut('can i ice it'))).toMatchObject({ onlyFor: USER, thread: null, shown: true });
      slack.openThread(CHANNEL, '1700000000.000100');
      const inside = await sendOne(slack.shortcut('can i ice it', { thread_ts: '1700000000.000100' }));
      expect(inside).toMatchObject({ onlyFor: USER, thread: '1700000000.000100', shown: true });
    });

    it('puts the line for everybody under a message with an alarm, and not in a conversation of two', async () => {
      const { slack, send } = await slackFor(mode);
      const asked = slack.shortcut(ALARM);
      const among = partsOf(await send(asked));
      expect([among.seen.length, among.kept.length]).toEqual([1, 1]);
      expect(among.open).toMatchObject([{ thread: asked.payload.message.ts }]);
      const between = partsOf(await send(slack.shortcut(ALARM, {}, DIRECT)));
      expect([between.seen.length, between.open.length]).toEqual([1, 0]);
    });
  });

  describe('"Share here"', () => {
    const shared = (posts: readonly Posted[]) => posts.filter(({ onlyFor }) => onlyFor === null);

    it('posts the answer to the channel, without buttons and without the question', async () => {
      const { slack, send, sendOne } = await slackFor(mode);
      const answer = await sendOne(slack.command('zebulon wants to know, can i ice it'));
      const again = await sendOne(slack.command('can i ice it'));
      const [post, ...more] = shared(await send(slack.press(buttonOf(again, 'share'), again)));
      expect(more).toEqual([]);
      expect(post).toMatchObject({ by: 'chat.postMessage', channel: CHANNEL, thread: null });
      expect(post && words(post)).toBe(words({ ...again, blocks: again.blocks }));
      expect(buttonsOf(post?.blocks ?? [])).toEqual([]);
      expect(JSON.stringify([answer, post])).not.toMatch(/zebulon/iu);
    });

    it.for(['20957 recovery', 'recovery', 'compare', 'side effects', '20957', 'when can i exercise after 20962'])(
      'shares "%s" as it was seen',
      async (text) => {
        const { slack, send } = await slackFor(mode);
        const answers = await send(slack.command(text));
        const last = answers.at(-1) as Posted;
        const posts = shared(await send(slack.press(buttonOf(last, 'share'), last)));
        expect(posts.map(words).join(' ')).toBe(answers.map(words).join(' '));
      },
    );

    it('posts into the thread of a mention, and to the thread that a private reply stands in', async () => {
      const { slack, send, sendOne } = await slackFor(mode);
      const mention = slack.mention('can i ice it');
      const answer = await sendOne(mention);
      const [post] = shared(await send(slack.press(buttonOf(answer, 'share'), answer)));
      expect(post).toMatchObject({ channel: CHANNEL, thread: mention.payload.event.ts });
    });

    it('works where the bot is no member, and after a restart', async () => {
      const { slack, sendOne } = await slackFor(mode);
      const answer = await sendOne(slack.command('can i ice it', { channel_id: FOREIGN_CHANNEL }));
      const another = await slackFor(mode);
      const posts = await another.send(another.slack.press(buttonOf(answer, 'share'), answer));
      expect(shared(posts)).toMatchObject([
        { by: 'response_url', channel: FOREIGN_CHANNEL, payload: { response_type: 'in_channel' } },
      ]);
    });

    it('posts once when pressed twice in a moment', async () => {
      const { slack, send, sendOne } = await slackFor(mode);
      const answer = await sendOne(slack.command('can i ice it'));
      const press = () => slack.press(buttonOf(answer, 'share'), answer);
      expect(shared([...(await send(press())), ...(await send(press()))])).toHaveLength(1);
    });

    it('of older knowledge asks to ask again, in private', async () => {
      const { slack, sendOne } = await slackFor(mode);
      const answer = await sendOne(slack.command('can i ice it'));
      const button = buttonOf(answer, 'share');
      const value = JSON.stringify({ ...JSON.parse(button.value), of: '000000000000' });
      const reply = await sendOne(slack.press({ ...button, value }, answer));
      expect([reply.onlyFor, words(reply)]).toEqual([USER, expect.stringContaining('Please ask again')]);
    });

    it('is not offered where nothing is answered, nor under an alarm', async () => {
      const { slack, send } = await slackFor(mode);
      for (const text of ['how long will the relief last', 'hello', ALARM, 'what about my car insurance']) {
        const buttons = (await send(slack.command(text))).flatMap(({ blocks }) => buttonsOf(blocks));
        expect(buttons.map(({ action_id }) => action_id)).not.toContain('share');
      }
    });
  });

  describe('the other buttons', () => {
    it('tell staff in private why this answer, and keep no word of it in the button', async () => {
      const { slack, sendOne } = await slackFor(mode);
      const answer = await sendOne(slack.mention('can i ice it zebulon'));
      const button = buttonOf(answer, 'why');
      expect(button.value).not.toMatch(/ice|zebulon/iu);
      const reason = await sendOne(slack.press(button, answer));
      expect(reason.onlyFor).toBe(USER);
      expect(words(reason)).toMatch(/best: question .+ chance/u);
      const restarted = await slackFor(mode);
      const gone = await restarted.sendOne(restarted.slack.press(button, answer));
      expect(words(gone)).toBe(english.whyGone);
    });

    it('are not for patients where they are about the program', async () => {
      const { slack, sendOne } = await slackFor(mode, { env: { SLACK_AUDIENCE: 'patient' } });
      const answer = await sendOne(slack.directMessage('can i ice it'));
      expect(words(answer)).not.toContain('20957/');
      expect(buttonsOf(answer.blocks).map(({ action_id }) => action_id)).not.toContain('why');
    });

    it('take a thumb and a change of mind, without words, and say so in private', async () => {
      const thumbs: Feedback[] = [];
      const { slack, sendOne } = await slackFor(mode, { onFeedback: (_, feedback) => void thumbs.push(feedback) });
      const answer = await sendOne(slack.directMessage('can i ice it'));
      for (const helpful of [true, false]) {
        const thanks = await sendOne(slack.press(thumbOf(answer, helpful), answer));
        expect([thanks.onlyFor, words(thanks)]).toEqual([USER, english.thanks]);
      }
      expect(thumbs).toEqual([
        { helpful: true, kind: 'answer', about: 'recovery/ice' },
        { helpful: false, kind: 'answer', about: 'recovery/ice' },
      ]);
    });

    it.for([
      { action_id: 'from-last-year', value: 'x' },
      { action_id: 'constructor', value: '{}' },
      { action_id: 'choice:0', value: 'not json' },
      { action_id: 'choice:0', value: '{"v":99,"id":"x"}' },
      { action_id: 'share', value: '{"v":1,"again":{"text":"hello"},"of":"x"}' },
      { action_id: 'share' },
      { action_id: 'thumb', value: '{"v":1,"helpful":true,"kind":"answer","about":"My name is Z"}' },
    ])('are acknowledged and answered when they are out of date: %o', async (element) => {
      const { slack, sendOne } = await slackFor(mode);
      const answer = await sendOne(slack.directMessage('can i ice it'));
      const reply = await sendOne(slack.press({ type: 'button', ...element }, answer));
      expect([reply.onlyFor, words(reply)]).toEqual([USER, expect.stringContaining('older version')]);
    });
  });
});
