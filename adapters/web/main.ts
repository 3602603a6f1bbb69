/** `npm start`: the clinic's own web chat. */
import {
  createFlight,
  createLog,
  createMemoryStore,
  isLoopback,
  loadSettings,
  onCrash,
  onShutdown,
  openDesk,
  refuseDemo,
  runMain,
} from '../shared/index.ts';
import { createWeb } from './app.ts';
import { listen } from './serve.ts';
import { webSettings } from './settings.ts';

runMain('web', async () => {
  const settings = loadSettings(webSettings);
  const log = createLog({ level: settings.LOG_LEVEL });
  onCrash(log);
  const reachesPatients = !isLoopback(settings.HOST);
  const desk = await openDesk(settings.KNOWLEDGE_DIR, {
    accept: ({ clinic }) => refuseDemo(clinic, { channel: 'web', reachesPatients, allowed: settings.CLINIC_DEMO }),
    onSwap: ({ version }) => log.info('knowledge-changed', { channel: 'web', version }),
    onFaults: (faults) => log.warn('knowledge-faulty', { channel: 'web', count: faults.length }),
    onRefused: (error) => log.error('knowledge-refused', error, { channel: 'web' }),
  });
  const store = createMemoryStore();
  const flight = createFlight();
  let ready = true;
  const app = createWeb({
    desk,
    store,
    log,
    flight,
    now: Date.now,
    ready: () => ready,
    proxies: settings.TRUST_PROXY,
    frameAncestors: settings.WEB_FRAME_ANCESTORS,
  });
  const server = await listen(app, settings.HOST, settings.PORT).catch(async (error: unknown) => {
    await desk.close();
    throw error;
  });
  onShutdown({
    refuse: () => {
      ready = false;
      server.refuse();
    },
    flight,
    parts: [
      { step: 'server', close: server.close },
      { step: 'knowledge', close: desk.close },
      { step: 'memory', close: store.close },
    ],
    log,
  });
  log.info('started', {
    channel: 'web',
    host: settings.HOST,
    port: server.port,
    version: desk.current().knowledge.version,
  });
  console.log(`The chat is at ${server.url} (Ctrl-C ends it)`);
  return undefined;
});
