import { type Environment, type Plan, readSettings, refuseDemo } from '../shared/index.ts';
import { slackSettings } from './settings.ts';
import { type Started, startSlack } from './start.ts';

const TERMS =
  'slack: SLACK_AUDIENCE=patient: Slack is no place for patients by its own terms, even with an agreement; see docs/slack.md';

/** The clinic's Slack, for staff unless said otherwise. Throws `SettingsError`. */
export function planSlack(environment: Environment): Plan {
  const settings = readSettings(slackSettings, environment);
  const reachesPatients = settings.SLACK_AUDIENCE === 'patient';
  let started: Started | undefined;
  return {
    name: 'slack',
    accept: ({ clinic }) => refuseDemo(clinic, { channel: 'slack', reachesPatients, allowed: settings.CLINIC_DEMO }),
    start: async (house) => {
      if (reachesPatients) console.warn(TERMS);
      started = await startSlack(house, settings);
      return started;
    },
    readyLine: () => `slack ready ${started?.where}, for ${settings.SLACK_AUDIENCE}`,
  };
}
