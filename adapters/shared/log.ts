import type { DestinationStream, Logger } from 'pino';

/** What a log line may hold besides its event. There is no field for words, names, ids of people or places. */
export type Field =
  | 'channel'
  | 'kind'
  | 'level'
  | 'ms'
  | 'count'
  | 'version'
  | 'code'
  | 'step'
  | 'signal'
  | 'status'
  | 'host'
  | 'port'
  | 'file'
  | 'line';
export type Fields = Readonly<Partial<Record<Field, string | number | boolean | null>>>;
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Structured one-line events. `event` is a word of our own, such as `started`. */
export interface Log {
  debug(event: string, fields?: Fields): void;
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  /** The error's name, code and place in the code; its message is left out, since it may quote a person. */
  error(event: string, error: unknown, fields?: Fields): void;
  /** Waits until everything is written; for the end of the process. */
  flush(): Promise<void>;
}

export interface LogOptions {
  /** Default: info. */
  readonly level?: LogLevel;
  /** Takes whole lines; default: standard error. */
  readonly destination?: DestinationStream;
}

/** Pino is loaded with the first line, so that a program that logs nothing starts without it. */
export function createLog({ level = 'info', destination }: LogOptions = {}): Log {
  let opened: Promise<Logger> | undefined;
  let written: Promise<void> = Promise.resolve();
  const write = (at: Exclude<LogLevel, 'silent'>, event: string, fields: object) => {
    if (LOG_LEVELS.indexOf(at) < LOG_LEVELS.indexOf(level)) return;
    opened ??= openPino(level, destination);
    const logger = opened;
    written = written.then(async () => (await logger)[at](fields, event)).catch(() => {}); // a log that fails stops nothing
  };
  return {
    debug: (event, fields = {}) => write('debug', event, withhold(fields)),
    info: (event, fields = {}) => write('info', event, withhold(fields)),
    warn: (event, fields = {}) => write('warn', event, withhold(fields)),
    error: (event, error, fields = {}) => write('error', event, { ...withhold(fields), ...describeError(error) }),
    flush: () => written,
  };
}

/** For tests, and for parts that need a log and have none. */
export const silentLog: Log = createLog({ level: 'silent' });

async function openPino(level: LogLevel, destination: DestinationStream | undefined): Promise<Logger> {
  const { pino } = await import('pino');
  const options = {
    level,
    base: null, // no process id, no host name
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  if (destination !== undefined) return pino(options, destination);
  const stderr = pino.destination({ fd: 2, sync: true });
  stderr.on('error', () => {}); // whoever read standard error has gone
  return pino(options, stderr);
}

/** A value that looks like words, and not like a code or a path, is a mistake of the caller and is left out. */
function withhold(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && !/^[\w.:/+@-]{0,120}$/u.test(value) ? '[withheld]' : value,
    ]),
  );
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error };
  const { stack = '', message } = error;
  const code = 'code' in error ? String(error.code) : '';
  const from = stack.indexOf(message);
  const frames = from < 0 ? [] : stack.slice(from + message.length).split('\n');
  return {
    error: /^\w{1,60}$/u.test(error.name) ? error.name : 'Error',
    ...(/^[\w-]{1,60}$/u.test(code) ? { code } : {}),
    at: frames
      .filter((frame) => /^\s+at \S/u.test(frame))
      .slice(0, 5)
      .map((frame) => frame.trim()),
  };
}
