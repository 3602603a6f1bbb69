import { openFakeDiscord, TOKEN } from '../../adapters/discord/fake/discord.ts';
import type { Asked } from '../../adapters/discord/fake/rest.ts';
import { createWaiting, GIVE_UP_MS, type Lane } from './lane.ts';

/** People who use the bot in turn. */
const PEOPLE = 1_000;
const LOOK_MS = 5;

/** A server on loopback whose events reach every replica, as those of one shard do; half commands, half direct messages. */
export async function openDiscordLane(): Promise<Lane> {
  const fake = await openFakeDiscord();
  fake.gateway.behaves.everySession = true;
  const { world } = fake;
  const replies = createWaiting();
  const asked = new Set<Asked>();
  let count = 0;
  setInterval(() => {
    world.requests.length = 0;
    world.urls.length = 0;
    for (const { channel } of world.messages.splice(0)) replies.arrived(channel);
    for (const one of asked) {
      if (one.messages.every(({ body }) => Object.keys(body).length === 0)) continue;
      replies.arrived(one.id);
      asked.delete(one);
      setTimeout(() => world.asked.delete(one.id), GIVE_UP_MS); // another replica may still come too late
    }
  }, LOOK_MS);

  return {
    env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: fake.url },
    connect: () => {},
    send: async (text) => {
      count += 1;
      const person = `15${String(count % PEOPLE).padStart(17, '0')}`;
      if (count % 2 === 0) return { ms: await replies.wait(fake.writesDirectly(person, text)), again: 0 };
      const one = fake.commands(person, 'server', 'faq', { question: text });
      asked.add(one);
      return { ms: await replies.wait(one.id), again: 0 };
    },
    doubled: () => 0, // Discord itself takes one first answer, and one message with the same nonce
  };
}
