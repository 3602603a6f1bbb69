import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { KnowledgeError, toPlainText } from '#core';
import { openDesk, refuseDemo, SettingsError } from '../../../adapters/shared/index.ts';
import { replyTo } from '../../conformance/replies.ts';
import { copyOfKnowledge } from '../../support.ts';

const patients = { channel: 'web', reachesPatients: true, allowed: undefined };

it('takes an edit over while it runs, and keeps the last good knowledge where one is faulty or refused', async () => {
  const directory = await copyOfKnowledge();
  const clinic = join(directory, 'clinic.yaml');
  const own = (await readFile(clinic, 'utf8')).replace('demo: true', 'demo: false');
  await writeFile(clinic, own);
  const events: string[] = [];
  let next = Promise.withResolvers<void>();
  const tell = (event: string) => {
    events.push(event);
    next.resolve();
    next = Promise.withResolvers<void>();
  };
  const desk = await openDesk(directory, {
    accept: (knowledge) => refuseDemo(knowledge.clinic, patients),
    onSwap: () => tell('swapped'),
    onFaults: (faults) => tell(`faulty: ${faults.length > 0}`),
    onRefused: (error) => tell(`refused: ${error instanceof SettingsError}`),
  });
  onTestFinished(() => desk.close());
  const edit = async (text: string) => {
    const heard = next.promise;
    await writeFile(clinic, text);
    await heard;
  };
  const says = () => toPlainText(replyTo(desk.current(), { text: 'talk to a human' }, 'patient'));

  expect(says()).toContain('555-0142');
  await edit(own.replace('555-0142', '555-0199'));
  expect(says()).toContain('555-0199');
  await edit('phone: [');
  expect(says()).toContain('555-0199');
  await edit(own.replace('demo: false', 'demo: true'));
  expect(says()).toContain('555-0199');
  await edit(own);
  expect(says()).toContain('555-0142');
  expect(events).toEqual(['swapped', 'faulty: true', 'refused: true', 'swapped']);
});

it('starts with no faulty, missing or refused knowledge', async () => {
  const directory = await copyOfKnowledge();
  await expect(openDesk(join(directory, 'nowhere'))).rejects.toThrow(/no directory.*KNOWLEDGE_DIR/u);
  await expect(openDesk(directory, { accept: ({ clinic }) => refuseDemo(clinic, patients) })).rejects.toThrow(/demo/u);
  await appendFile(join(directory, 'clinic.yaml'), 'phone: 1\nnonsense: [\n');
  await expect(openDesk(directory)).rejects.toThrow(KnowledgeError);
});
