import { describe, expect, it } from 'vitest';
import { createAssistant, type Fact, type Knowledge, type ReviewState, toPlainText } from '#core';
import { createPerson, shippedAssistant } from '../support.ts';

const SIGNED: ReviewState = { state: 'approved', by: 'A', on: '2025-06-01', next: '2027-01-01' };
const OVERDUE = 'The clinic’s review is overdue'.replace('’', "'");
const DISPUTED = 'The clinic is checking this';
const UNREVIEWED = 'Not yet reviewed';

/** What a patient reads under an answer with a caution, where all is signed but for what a test changes. */
async function sourceWith(fact: Partial<ReviewState>, caution: Partial<ReviewState> = {}): Promise<string> {
  const { knowledge } = await shippedAssistant();
  const review = (changed: Partial<ReviewState>): ReviewState => ({ ...SIGNED, ...changed });
  const facts = new Map(
    [...knowledge.facts].map(([id, one]): [string, Fact] => [id, { ...one, review: review(fact) }]),
  );
  const guides = new Map(
    [...knowledge.guides].map(([id, guide]) => [
      id,
      { ...guide, facts: new Map([...guide.facts].map(([spot, { id: own }]) => [spot, facts.get(own) as Fact])) },
    ]),
  );
  const cautions = new Map([...knowledge.cautions].map(([id, one]) => [id, { ...one, review: review(caution) }]));
  const changed: Knowledge = { ...knowledge, facts, guides, cautions };
  return toPlainText(createPerson(createAssistant(changed)).types('can i eat before the injection'));
}

describe('under an answer', () => {
  it('nothing is said of a review that stands', async () => {
    const said = await sourceWith({});
    for (const line of [OVERDUE, DISPUTED, UNREVIEWED]) expect(said).not.toContain(line);
  });

  it.for([
    ['a fact that is overdue', { next: '2026-01-14' }, {}, [OVERDUE]],
    ['a fact that is disputed', { state: 'disputed' }, {}, [DISPUTED]],
    ['a fact that is both', { state: 'disputed', next: '2026-01-14' }, {}, [OVERDUE, DISPUTED]],
    ['a fact that nobody signed', { state: 'unreviewed' }, {}, [UNREVIEWED]],
    ['a caution that is overdue', {}, { next: '2026-01-14' }, [OVERDUE]],
    ['a caution that is disputed', {}, { state: 'disputed' }, [DISPUTED]],
    ['a caution that nobody signed', {}, { state: 'needs-clinician' }, [UNREVIEWED]],
  ] as const)('%s is told to the patient', async ([, fact, caution, lines]) => {
    const said = await sourceWith(fact, caution);
    for (const line of lines) expect(said).toContain(line);
  });
});
