import type { webApi } from '@slack/bolt';
import { App } from '@slack/bolt';
import { expect, it, vi } from 'vitest';
import { LIMITS } from '../../../adapters/slack/limits.ts';
import manifest from '../../../adapters/slack/manifest.json' with { type: 'json' };
import { buttonOf, thumbOf } from './fake/slack.ts';
import { CHANNEL, DIRECT, type Posted, USER } from './fake/web-api.ts';
import { slackFor } from './open-slack.ts';

const { features, oauth_config, settings } = manifest;

/** Slack's reference: what a surface needs. Events not named here, and views.publish, need no scope. */
const SCOPE_OF: Readonly<Record<string, string>> = {
  command: 'commands',
  shortcut: 'commands',
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
};

it('is what the code uses, and nothing else', async () => {
  const used = { events: new Set<string>(), commands: new Set<string>(), shortcuts: new Set<unknown>(), actions: 0 };
  const spies = [
    vi.spyOn(App.prototype, 'event').mockImplementation((name) => void used.events.add(String(name))),
    vi.spyOn(App.prototype, 'message').mockImplementation(() => void used.events.add('message.im')),
    vi.spyOn(App.prototype, 'command').mockImplementation((name) => void used.commands.add(String(name))),
    vi.spyOn(App.prototype, 'shortcut').mockImplementation((what) => void used.shortcuts.add(what)),
    vi.spyOn(App.prototype, 'action').mockImplementation(() => {
      used.actions += 1;
    }),
  ];
  await slackFor('http').finally(() => {
    for (const spy of spies) spy.mockRestore();
  });
  expect([...used.events].sort()).toEqual([...settings.event_subscriptions.bot_events].sort());
  expect([...used.commands]).toEqual(features.slash_commands.map(({ command }) => command));
  expect([...used.shortcuts]).toEqual(
    features.shortcuts.map(({ callback_id }) => ({ callback_id, type: 'message_action' })),
  );
  expect([used.actions > 0, settings.interactivity.is_enabled]).toEqual([true, true]);
});

it('asks for the scopes that its events and calls need, and no other', async () => {
  const { slack, send, sendOne } = await slackFor('socket');
  const answer = await sendOne(slack.command('can i ice it'));
  await send(slack.press(buttonOf(answer, 'share'), answer));
  await send(slack.press(buttonOf(answer, 'why'), answer));
  await send(slack.press(thumbOf(answer, true), answer));
  for (const text of ['can i ice it', 'i cant breathe']) {
    await send(slack.mention(text));
    await send(slack.directMessage(text));
    await send(slack.shortcut(text));
  }
  for (const tab of ['home', 'messages'])
    await send(slack.event('app_home_opened', { user: USER, channel: DIRECT, tab }));
  expect(slack.posted.some(({ channel }: Posted) => channel === CHANNEL)).toBe(true);

  const needs = [
    ...slack.calls.map(({ method }) => method),
    ...settings.event_subscriptions.bot_events,
    'command',
    'shortcut',
  ];
  const scopes = new Set(needs.flatMap((need) => SCOPE_OF[need] ?? []));
  expect([...oauth_config.scopes.bot].sort()).toEqual([...scopes].sort());
});

it('has the form and the lengths that Slack takes', () => {
  const typed = manifest as webApi.AppsManifestCreateArguments['manifest'];
  expect(typed.display_information.name.length).toBeLessThanOrEqual(35);
  expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
  expect(manifest.display_information.long_description.length).toBeGreaterThanOrEqual(174);
  expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
  expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(LIMITS.prompts);
  expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/u);
  expect(features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
  expect(features).not.toHaveProperty('assistant_view');
});
