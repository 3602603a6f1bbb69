import { type Knowledge, KnowledgeError } from '#core';
import { openDesk, type Plan, SettingsError } from '../../adapters/shared/index.ts';
import { checkTexts, type Finding as Flaw } from '../checks/index.ts';
import { about, type Finding } from './finding.ts';

const { ok, warn, fail } = about('knowledge');

/**
 * Whether it loads, what is wrong or due in it, and which channels refuse it.
 *
 * @param proxied the web chat stands behind a proxy, so that patients reach it also on loopback
 */
export async function checkKnowledge(
  { KNOWLEDGE_DIR, CLINIC_DEMO }: { readonly KNOWLEDGE_DIR: string; readonly CLINIC_DEMO?: 'allow' | undefined },
  plans: readonly Plan[],
  proxied: boolean,
): Promise<Finding[]> {
  let knowledge: Knowledge;
  try {
    const desk = await openDesk(KNOWLEDGE_DIR, { watch: false });
    ({ knowledge } = desk.current());
  } catch (error) {
    if (error instanceof SettingsError) return error.lines.map(fail);
    if (!(error instanceof KnowledgeError)) throw error;
    return [fail(`${plural(error.faults.length, 'fault')}; npm run knowledge:check lists them`)];
  }
  const flaws = checkTexts(knowledge, null, new Date().toISOString().slice(0, 10));
  return [
    ok(`${knowledge.facts.size} facts load, version ${knowledge.version}`),
    ...aboutFlaws(flaws),
    ...aboutReviews(knowledge),
    ...plans.flatMap((plan) => refusal(plan, knowledge)),
    ...(knowledge.clinic.demo ? [aboutDemo(proxied && CLINIC_DEMO === undefined)] : []),
  ];
}

function aboutFlaws(flaws: readonly Flaw[]): Finding[] {
  const errors = flaws.filter(({ level }) => level === 'error').length;
  const overdue = flaws.filter(({ level, group }) => level === 'warning' && group === 'reviews').length;
  return [
    ...(errors > 0 ? [fail(`${plural(errors, 'error')}; npm run knowledge:check lists them`)] : []),
    ...(overdue > 0 ? [warn(`${plural(overdue, 'review')} overdue; npm run knowledge:check lists them`)] : []),
  ];
}

function aboutReviews({ facts }: Knowledge): Finding[] {
  const open = [...facts.values()].filter(({ review }) => review.state !== 'approved').length;
  return open > 0 ? [warn(`${open} of ${facts.size} facts are not approved by the clinic; patients are told so`)] : [];
}

function aboutDemo(meetsPatients: boolean): Finding {
  const says = 'clinic.yaml is the made-up demo clinic';
  return meetsPatients
    ? fail(`${says}, and TRUST_PROXY says that patients reach it; fill in your own`)
    : warn(`${says}; fill in your own`);
}

function refusal({ name, accept }: Plan, knowledge: Knowledge): Finding[] {
  try {
    accept?.(knowledge);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.lines.map(about(name).fail);
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
