/** `npm run doctor`: what would keep the bot from starting or from answering well, and what to do about each. */
import { Command } from 'commander';
import { loadEnvFile, runMain } from '../adapters/shared/index.ts';
import { examine, toLine } from './doctor/index.ts';

runMain('doctor', async () => {
  const { env, clock } = new Command('doctor')
    .description(
      'Checks settings, knowledge, state, clock and ports. Ends with status 1 where something must be mended.',
    )
    .option('--env <file>', 'the file with the settings', '.env')
    .option('--clock <url>', "compare this machine's clock with the Date header of that server")
    .parse()
    .opts<{ env: string; clock?: string }>();
  loadEnvFile(env);
  const findings = await examine(process.env, { file: env, clock });
  for (const finding of findings) console.log(toLine(finding));
  return findings.some(({ state }) => state === 'fail') ? 1 : 0;
});
