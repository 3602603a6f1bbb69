import { type Environment, readSettings } from '../../adapters/shared/index.ts';
import { slackSettings } from '../../adapters/slack/settings.ts';
import { webSettings } from '../../adapters/web/settings.ts';
import type { Finding } from './finding.ts';
import { checkKnowledge } from './knowledge.ts';
import { checkClock, checkNode, checkPorts, checkUndici } from './machine.ts';
import { checkForms, checkNames, checkSettings } from './settings.ts';
import { checkState } from './state.ts';

export { type Finding, toLine } from './finding.ts';

export interface Options {
  /** The file that the settings come from, to find names in it that nobody reads. */
  readonly file?: string;
  /** A server whose Date header the clock is compared with. */
  readonly clock?: string | undefined;
}

/** Environment -> a finding for each check. Nothing is changed, and nobody is asked but the database and `clock`. */
export async function examine(environment: Environment, { file, clock }: Options = {}): Promise<Finding[]> {
  const { settings, plans, findings } = await checkSettings(environment);
  const first = [checkNode(), ...findings, ...checkForms(environment), ...(await checkNames(file))];
  if (settings === null) return first;

  const set = (name: string) => plans.some((plan) => plan.name === name);
  const slack = set('slack') ? readSettings(slackSettings, environment) : null;
  const proxied = set('web') && readSettings(webSettings, environment).TRUST_PROXY > 0;
  const slackPort = slack?.SLACK_MODE === 'http' ? [['SLACK_PORT', slack.SLACK_PORT] as const] : [];
  const state = await checkState(settings);
  return [
    ...first,
    ...(slack ? [await checkUndici()] : []),
    ...(await checkKnowledge(settings, plans, proxied)),
    ...state.findings,
    ...(await checkClock(Date.now(), state.aheadMs, clock)),
    ...(await checkPorts(settings.HOST, [['PORT', settings.PORT], ...slackPort])),
  ];
}
