import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createAssistant, type Knowledge } from '#core';
import { oneLine } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';
import { openTerminal, type Screen } from './open-terminal.ts';

async function open(screen: Partial<Screen> = {}) {
  const assistant = await shippedAssistant();
  const { guides } = assistant.knowledge;
  const [long, short] = [...guides.values()];
  if (long === undefined || short === undefined) throw new Error('two guides are needed');
  return { terminal: openTerminal({ desk: { current: () => assistant }, ...screen }), long, short };
}

describe('the greeting', () => {
  it('says what it is, what it is not, whom to call, and how to leave', async () => {
    const { terminal } = await open();
    const greeting = oneLine(await terminal.greeting());
    for (const said of ['automated program', 'not a person', 'Nobody watches', '911', '/help', '/quit', 'Demo:'])
      expect(greeting).toContain(said);
  });
});

describe('a list of choices', () => {
  it.for(['2', '2.', '2)', ' 2 ', 'mine is: facet or si joint injection', "I'M NOT SURE.", 'I’m not sure'])(
    'takes %j, and says what was chosen',
    async (typed) => {
      const { terminal } = await open();
      expect(await terminal.types('when can i exercise')).toContain('2. Mine is: ');
      expect(await terminal.types(typed)).toMatch(/^You chose: /u);
    },
  );

  it('is left by whatever else is typed', async () => {
    const { terminal } = await open();
    await terminal.types('when can i exercise');
    await terminal.types('hello');
    expect(await terminal.types('2')).not.toMatch(/You chose|hours/u);
  });

  it('is left by a number that it does not have', async () => {
    const { terminal } = await open();
    await terminal.types('when can i exercise');
    const printed = await terminal.types('17');
    expect(printed).not.toContain('You chose');
    expect(printed.trim()).not.toBe('');
  });

  it('never stands between a person and an alarm', async () => {
    const { terminal } = await open();
    await terminal.types('when can i exercise');
    expect(await terminal.types('i cant breathe')).toContain('EMERGENCY');
    expect(await terminal.types('1')).not.toContain('You chose');
  });
});

describe('an alarm', () => {
  it('stands out by bars and a title, without colour too', async () => {
    const { terminal } = await open();
    const printed = await terminal.types('i cant breathe');
    expect(printed).toMatch(/^\n!{60,}\n!!! EMERGENCY !!!\n\nCall 911/u);
    expect(printed).toMatch(/\n!{60,}\n\n$/u);
    expect(await terminal.types('the site is red and oozing pus')).toContain('! URGENT !');
  });

  it('fits a narrow screen', async () => {
    const { terminal } = await open({ width: 30 });
    const lines = (await terminal.types('i cant breathe')).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(30);
  });
});

describe('the screen', () => {
  it('has escape codes only where colour is asked for, and the same words', async () => {
    const plain = (await open()).terminal;
    const coloured = (await open({ colour: true })).terminal;
    for (const text of ['can i eat before it', 'i cant breathe', 'when can i exercise', '/help', '/why']) {
      const [without, withColour] = [await plain.types(text), await coloured.types(text)];
      expect(without).not.toContain('\u001b');
      expect(withColour).toContain('\u001b[');
      expect(stripVTControlCharacters(withColour)).toBe(without);
    }
  });

  it.for([40, 57, 80])('wraps at %i columns, numbers whole', async (width) => {
    const { terminal } = await open({ width });
    for (const text of ['aftercare instructions', 'how long will the relief last', '/help', '/procedure']) {
      const printed = await terminal.types(text);
      expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
      expect(printed).not.toMatch(/\(555\)\n/u);
    }
  });

  it('indents what goes on under a list entry', async () => {
    const { terminal } = await open({ width: 50 });
    expect(await terminal.types('aftercare instructions')).toMatch(/^- .+\n {2}\S/mu);
  });

  it('shows a prompt to a person, and none through a pipe', async () => {
    expect(await (await open({ keyboard: true })).terminal.types('hello')).toMatch(/\n> $/u);
    expect(await (await open()).terminal.types('hello')).not.toContain('>');
  });
});

describe('commands', () => {
  it('/procedure narrows to one guide, over what was remembered, and none opens up again', async () => {
    const { terminal, long, short } = await open();
    await terminal.types('how do i prepare for the facet injection');
    expect(await terminal.types(`/procedure ${long.id}`)).toContain(long.name);
    expect(oneLine(await terminal.types('when can i exercise'))).not.toContain('24 hours');
    expect(oneLine(await terminal.types(`when can i exercise after the ${short.name}`))).toContain('24 hours');
    await terminal.types('/procedure none');
    const open_ = oneLine(await terminal.types('when can i exercise'));
    for (const time of ['24 hours', '48 hours']) expect(open_).toContain(time);
  });

  it('/procedure alone, or with something else, says which there are', async () => {
    const { terminal, long, short } = await open();
    for (const typed of ['/procedure', '/procedure nine', '/PROCEDURE \u001b[31mred'])
      for (const { id } of [long, short]) expect(await terminal.types(typed)).toContain(`/procedure ${id}`);
  });

  it('/staff and /patient change the wording, /why explains the last reply', async () => {
    const { terminal, long } = await open();
    expect(await terminal.types('/why')).toContain('Nothing was asked yet');
    await terminal.types('/staff');
    expect(await terminal.types('when can i exercise')).toContain(`${long.id}/recovery/strenuous-activity`);
    expect(await terminal.types('/why')).toMatch(/best: question .+\n +runner-up: /u);
    await terminal.types('/patient');
    expect(await terminal.types('when can i exercise')).not.toContain(`${long.id}/recovery`);
  });

  it('/help lists them and leaves the conversation and its list as they were', async () => {
    const { terminal } = await open();
    await terminal.types('when can i exercise');
    await terminal.types('/help');
    expect(await terminal.types('2')).toContain('You chose');
    await terminal.types('how do i prepare for the facet injection');
    expect(await terminal.types('/help')).toMatch(/topics[\s\S]+\/why/u);
    expect(oneLine(await terminal.types('can i ice it'))).toContain('as before');
  });

  it('an unknown one is refused, and comes out inert', async () => {
    const { terminal } = await open();
    const printed = await terminal.types('/\u001b[2Jclear\u202e');
    expect(printed).toContain('There is no command');
    for (const mark of ['\u001b', '\u202e']) expect(printed).not.toContain(mark);
  });
});

describe('the end', () => {
  it.for(['/quit', '/exit', '/q', '/QUIT '])('comes at %s', async (typed) => {
    const { terminal } = await open();
    await terminal.types(typed);
    await expect(terminal.ended).resolves.toBeUndefined();
  });

  it('comes at the end of input', async () => {
    const { terminal } = await open();
    await terminal.ends();
    await expect(terminal.ended).resolves.toBeUndefined();
  });
});

it('speaks with edited knowledge from the next line on, also where a chosen guide is gone', async () => {
  let assistant = await shippedAssistant();
  const { long, terminal } = await open({ desk: { current: () => assistant } });
  await terminal.types(`/procedure ${long.id}`);
  const { knowledge } = assistant;
  const guides = new Map([...knowledge.guides].filter(([id]) => id !== long.id));
  const edited: Knowledge = { ...knowledge, guides, clinic: { ...knowledge.clinic, phone: '(555) 555-0199' } };
  assistant = createAssistant(edited);
  expect(await terminal.types('talk to a human')).toContain('(555) 555-0199');
  expect(oneLine(await terminal.types('when can i exercise'))).not.toContain('48 hours');
});
