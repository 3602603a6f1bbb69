import { CHANNELS } from '../../adapters/channels.ts';
import {
  type Environment,
  type Plan,
  programSettings,
  readSettings,
  SettingsError,
} from '../../adapters/shared/index.ts';
import { about, type Finding } from './finding.ts';
import { checkKnowledge } from './knowledge.ts';
import { checkClock, checkNode, checkPort, checkUndici } from './machine.ts';
import { checkForms, checkLeftOver, checkNames } from './settings.ts';
import { checkState } from './state.ts';

export { type Finding, toLine } from './finding.ts';

export interface Options {
  /** The file that the settings come from, to find names in it that nobody reads. */
  readonly file?: string;
  /** A server whose Date header the clock is compared with. */
  readonly clock?: string | undefined;
}

/** Environment -> a finding for each check. Nothing is changed, and nothing is sent but to the database and `clock`. */
export async function examine(environment: Environment, { file, clock }: Options = {}): Promise<Finding[]> {
  const complaints = new Set<string>();
  /** The same variable is read by several channels, and told once. */
  const read = async <T>(name: string, work: () => T | Promise<T>): Promise<{ value: T } | Finding[]> => {
    try {
      return { value: await work() };
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      const fresh = error.lines.filter((line) => !complaints.has(line));
      for (const line of fresh) complaints.add(line);
      return fresh.map(about(name).fail);
    }
  };
  const findings: Finding[] = [checkNode()];
  const program = await read('settings', () => readSettings(programSettings, environment));
  findings.push(...(Array.isArray(program) ? program : [about('settings').ok('can be read')]));

  const plans: Plan[] = [];
  for (const [name, offer] of Object.entries(CHANNELS)) {
    const offered = await read(name, () => offer(environment));
    if (Array.isArray(offered)) findings.push(...offered);
    else if (offered.value === null) findings.push(...checkLeftOver(name, environment));
    else {
      plans.push(offered.value);
      findings.push(about(name).ok('set up'));
    }
  }
  findings.push(...checkForms(environment), ...(await checkNames(file)));
  if (Array.isArray(program)) return findings;

  const settings = program.value;
  const state = await checkState(settings);
  return [
    ...findings,
    ...(await checkKnowledge(settings.KNOWLEDGE_DIR, plans)),
    ...state.findings,
    ...(await checkClock(Date.now(), state.aheadMs, clock)),
    ...(await checkPort('PORT', settings.HOST, settings.PORT)),
    ...(plans.some(({ name }) => name === 'slack') ? [await checkUndici()] : []),
  ];
}
