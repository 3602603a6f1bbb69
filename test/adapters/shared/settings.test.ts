import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import {
  apiUrlSetting,
  isLoopback,
  loadEnvFile,
  portSetting,
  readSettings,
  refuseDemo,
  SettingsError,
  sharedSettings,
} from '../../../adapters/shared/index.ts';

function complaints(schema: z.ZodType, environment: Record<string, string>): readonly string[] {
  try {
    readSettings(schema, environment);
    return [];
  } catch (error) {
    return error instanceof SettingsError ? error.lines : [String(error)];
  }
}

describe('settings', () => {
  const defaults = { KNOWLEDGE_DIR: 'knowledge', LOG_LEVEL: 'info' };

  it('have defaults; what is set to nothing counts as not set', () => {
    expect(readSettings(sharedSettings, {})).toEqual(defaults);
    expect(readSettings(sharedSettings, { KNOWLEDGE_DIR: '', CLINIC_DEMO: ' ', LOG_LEVEL: '' })).toEqual(defaults);
    expect(readSettings(sharedSettings, { CLINIC_DEMO: 'allow', OTHER: 'x' })).toEqual({
      ...defaults,
      CLINIC_DEMO: 'allow',
    });
  });

  it('complain with one line for each bad variable, and never show a value', () => {
    const schema = sharedSettings.extend({
      TOKEN: z.string(),
      SECRET: z.string().startsWith('xoxb-'),
      PORT: portSetting,
    });
    const lines = complaints(schema, { LOG_LEVEL: 'boss', CLINIC_DEMO: 'yes', SECRET: 'hunter2', PORT: '70000' });
    expect(lines.map((line) => line.split(':')[0])).toEqual(['CLINIC_DEMO', 'LOG_LEVEL', 'TOKEN', 'SECRET', 'PORT']);
    expect(lines.join('\n')).not.toMatch(/hunter2|boss|70000/u);
    expect(lines[2]).toBe('TOKEN: is not set; see .env.example');
  });

  it('take a port', () => {
    for (const port of ['0', '8080', '65535']) expect(portSetting.parse(port)).toBe(Number(port));
    for (const port of ['', '-1', '65536', '80a', '1e3']) expect(portSetting.safeParse(port).success).toBe(false);
  });

  it.for([
    ['https://slack.example/api/', true],
    ['http://127.0.0.1:9/api', true],
    ['http://[::1]:9', true],
    ['http://localhost:9', true],
    ['http://slack.example/api', false],
    ['http://127.0.0.1.evil.example', false],
    ['ftp://slack.example', false],
    ['slack', false],
  ] as const)('an address of a platform: %s', ([url, fine]) => {
    expect(apiUrlSetting.safeParse(url).error?.issues ?? []).toHaveLength(fine ? 0 : 1);
  });

  it('come from .env where the real environment does not set them', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'env-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    onTestFinished(() => {
      for (const name of ['FAQ_TEST_A', 'FAQ_TEST_B']) delete process.env[name];
    });
    process.env.FAQ_TEST_A = 'real';
    await writeFile(join(directory, '.env'), 'FAQ_TEST_A=file\nFAQ_TEST_B=file\n');
    loadEnvFile(join(directory, '.env'));
    expect([process.env.FAQ_TEST_A, process.env.FAQ_TEST_B]).toEqual(['real', 'file']);
    expect(() => loadEnvFile(join(directory, 'none'))).not.toThrow();
    expect(() => loadEnvFile(directory)).toThrow(SettingsError);
  });
});

describe('the demo clinic', () => {
  const rule = { channel: 'discord', reachesPatients: true, allowed: undefined };

  it('is refused where patients would see it, unless it is allowed', () => {
    expect(() => refuseDemo({ demo: true }, rule)).toThrow(/discord: .*CLINIC_DEMO=allow/u);
    expect(() => refuseDemo({ demo: true }, { ...rule, allowed: 'allow' })).not.toThrow();
    expect(() => refuseDemo({ demo: true }, { ...rule, reachesPatients: false })).not.toThrow();
    expect(() => refuseDemo({ demo: false }, rule)).not.toThrow();
  });

  it('knows an address of this machine', () => {
    expect(['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example', ''].some(isLoopback)).toBe(false);
  });
});
