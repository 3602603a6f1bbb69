import { type APIApplicationCommand, REST, Routes } from 'discord.js';
import type { z } from 'zod';
import { SettingsError } from '../shared/index.ts';
import type { Commands } from './commands.ts';
import { compareCommands } from './compare-commands.ts';
import type { registerSettings } from './settings.ts';

/** A person waits at a prompt, not in Discord. */
const TIMEOUT_MS = 10_000;

/**
 * Makes Discord's commands those that are wanted, and writes nothing where they are already: in the server of
 * DISCORD_GUILD_ID, or everywhere. Returns what it did, in lines. Throws `SettingsError` where the operator can mend it.
 */
export async function registerCommands(
  settings: z.infer<typeof registerSettings>,
  wanted: Commands,
): Promise<string[]> {
  const { DISCORD_APPLICATION_ID: application, DISCORD_GUILD_ID: guild, DISCORD_API_URL: api } = settings;
  const rest = new REST({ api, timeout: TIMEOUT_MS, retries: 2 }).setToken(settings.DISCORD_TOKEN);
  const everywhere = guild === undefined;
  const where = everywhere ? 'everywhere' : `in server ${guild}`;
  const route = everywhere
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, guild);
  try {
    const query = new URLSearchParams({ with_localizations: 'true' });
    const there = (await rest.get(route, { query })) as readonly APIApplicationCommand[];
    const changes = compareCommands(there, wanted);
    if (changes.length === 0) return [`nothing to change ${where}`];
    await rest.put(route, { body: wanted });
    return [...changes, `registered ${where}`];
  } catch (error) {
    throw new SettingsError([sayWhy(error)]);
  }
}

function sayWhy(error: unknown): string {
  const { status, code } = (error ?? {}) as { readonly status?: number; readonly code?: unknown };
  if (status === 401) return 'DISCORD_TOKEN: Discord does not take it; make a new one in the Developer Portal';
  if (status === 403) return 'Discord refuses: invite the bot to the server with the scope applications.commands first';
  if (status === 404) return 'DISCORD_APPLICATION_ID or the server is not known to Discord; check both';
  return `Discord refused or cannot be reached (${status ?? code ?? 'no answer'}); check the network and DISCORD_API_URL`;
}
