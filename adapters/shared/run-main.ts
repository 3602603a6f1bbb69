import { KnowledgeError } from '#core';
import { SettingsError } from './settings.ts';

/** Runs a program's main function; what the operator can mend is said in plain lines, with exit status 1. */
export function runMain(name: string, main: () => Promise<number | undefined>): void {
  main().then(
    (code) => {
      if (code !== undefined) process.exitCode = code;
    },
    (error: unknown) => {
      if (!(error instanceof KnowledgeError || error instanceof SettingsError)) throw error;
      console.error(error instanceof SettingsError ? prefix(name, error.lines) : prefix(name, [error.message]));
      process.exitCode = 1;
    },
  );
}

function prefix(name: string, lines: readonly string[]): string {
  return lines.map((line) => `${name}: ${line}`).join('\n');
}
