/** `npm run discord:register [-- --guild ID]`: tells Discord the commands, and says what changes. */
import { parseArgs } from 'node:util';
import { loadEnvFile, openDesk, readSettings, runMain, SettingsError } from '../shared/index.ts';
import { commandsFor } from './commands.ts';
import { registerCommands } from './register-commands.ts';
import { registerSettings } from './settings.ts';

runMain('discord:register', async () => {
  loadEnvFile();
  const guild = guildIn(process.argv.slice(2));
  const settings = readSettings(registerSettings, {
    ...process.env,
    ...(guild === undefined ? {} : { DISCORD_GUILD_ID: guild }),
  });
  const desk = await openDesk(settings.KNOWLEDGE_DIR, { watch: false });
  const lines = await registerCommands(settings, commandsFor(desk.current().knowledge));
  console.log(lines.join('\n'));
  return 0;
});

function guildIn(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { guild: { type: 'string' } } }).values.guild;
  } catch {
    throw new SettingsError(['the only option is --guild ID, as in: npm run discord:register -- --guild 1234']);
  }
}
