import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../../adapters/shared/index.ts';
import { planSlack } from '../../../adapters/slack/plan.ts';
import { slackSettings } from '../../../adapters/slack/settings.ts';
import { shippedAssistant } from '../../support.ts';

const GOOD = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

function faultsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readSettings(slackSettings, environment);
    return [];
  } catch (error) {
    return error instanceof SettingsError ? error.lines : [String(error)];
  }
}

describe('settings of Slack', () => {
  it('need two tokens and nothing else', () => {
    expect(readSettings(slackSettings, GOOD)).toMatchObject({
      SLACK_MODE: 'socket',
      SLACK_PORT: 3001,
      SLACK_AUDIENCE: 'staff',
      SLACK_API_URL: 'https://slack.com/api/',
    });
  });

  it.for([
    ['SLACK_BOT_TOKEN', { SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN: is not set/u],
    ['SLACK_BOT_TOKEN', { ...GOOD, SLACK_BOT_TOKEN: 'xoxp-secret' }, /begins with xoxb-/u],
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1' }, /is not set, and Socket Mode needs it/u],
    ['SLACK_APP_TOKEN', { ...GOOD, SLACK_APP_TOKEN: 'xoxb-secret' }, /begins with xapp-/u],
    ['SLACK_SIGNING_SECRET', { ...GOOD, SLACK_MODE: 'http' }, /is not set, and SLACK_MODE=http needs it/u],
    ['SLACK_MODE', { ...GOOD, SLACK_MODE: 'rtm' }, /"socket"\|"http"/u],
    ['SLACK_PORT', { ...GOOD, SLACK_PORT: '70000' }, /0 to 65535/u],
    ['SLACK_API_URL', { ...GOOD, SLACK_API_URL: 'http://slack.example/api' }, /on this machine only/u],
    ['SLACK_AUDIENCE', { ...GOOD, SLACK_AUDIENCE: 'all' }, /"staff"\|"patient"/u],
  ] as const)('say in one line what is wrong with %s', ([variable, environment, line]) => {
    const faults = faultsOf(environment);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(line);
    expect(faults[0]).toMatch(new RegExp(`^${variable}: .+; see \\.env\\.example$`, 'u'));
    expect(faults[0]).not.toContain('secret');
  });

  it('name all faults at once', () => {
    expect(faultsOf({ SLACK_MODE: 'http', SLACK_PORT: 'x' }).map((line) => line.split(':')[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_PORT',
      'SLACK_SIGNING_SECRET',
    ]);
  });

  it('let staff, and only staff, try it with the demo clinic', async () => {
    const { knowledge } = await shippedAssistant();
    const plan = (more = {}) => planSlack({ ...GOOD, ...more });
    expect(() => plan().accept?.(knowledge)).not.toThrow();
    expect(() => plan({ SLACK_AUDIENCE: 'patient' }).accept?.(knowledge)).toThrow(/slack: clinic\.yaml is the demo/u);
    expect(() => plan({ SLACK_AUDIENCE: 'patient', CLINIC_DEMO: 'allow' }).accept?.(knowledge)).not.toThrow();
    const own = { ...knowledge, clinic: { ...knowledge.clinic, demo: false } };
    expect(() => plan({ SLACK_AUDIENCE: 'patient' }).accept?.(own)).not.toThrow();
  });
});
