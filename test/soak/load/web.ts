import { Agent, request } from 'node:http';
import { GIVE_UP_MS, type Lane } from './lane.ts';

/** Conversations that are held in turn. */
const CONVERSATIONS = 3_000;
/** How often somebody presses "send" again. */
const TRIES = 3;

/** People at the web chat, each from an address of their own, behind one proxy that knows which replicas live. */
export function openWebLane(): Lane {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  let urls: readonly string[] = [];
  let count = 0;

  const post = (url: string, text: string, person: number): Promise<boolean> => {
    const body = JSON.stringify({ conversation: `c${String(person).padStart(21, '0')}`, text });
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-forwarded-for': `10.${person >> 16}.${(person >> 8) & 255}.${person & 255}`,
    };
    return new Promise((resolve) => {
      const asking = request(`${url}/api/messages`, { method: 'POST', agent, headers, timeout: GIVE_UP_MS });
      asking.on('response', (response) => {
        let said = '';
        response.on('data', (chunk) => (said += chunk));
        response.on('error', () => resolve(false));
        response.on('end', () => resolve(response.statusCode === 200 && said.includes('"text":')));
      });
      asking.on('error', () => resolve(false));
      asking.on('timeout', () => asking.destroy());
      asking.end(body);
    });
  };

  return {
    env: { TRUST_PROXY: '1' },
    connect: (given) => {
      urls = given;
    },
    send: async (text) => {
      const began = performance.now();
      count += 1;
      const person = count % CONVERSATIONS;
      for (let again = 0; again < TRIES; again += 1) {
        const url = urls[(person + again) % urls.length] ?? '';
        if (await post(url, text, person)) return { ms: performance.now() - began, again };
      }
      return { ms: null, again: TRIES };
    },
    doubled: () => 0, // one request has one response
  };
}
