import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './payloads.ts';
import type { WebApi } from './web-api.ts';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** Socket Mode: the server's end of it. */
export function openSocketMode(api: WebApi) {
  const sockets: WebSocket[] = [];
  const acks = new Map<string, () => void>();
  const arrivals: (() => void)[] = [];
  let envelopes = 0;
  let mute = false;
  const server = new WebSocketServer({ noServer: true });
  api.setSocketUrl(`${api.base.replace('http', 'ws')}/link`);
  api.server.on('upgrade', (request, socket: Duplex, head) => {
    server.handleUpgrade(request, socket, head, (link) => {
      sockets.push(link);
      link.on('message', (data) => acks.get(JSON.parse(String(data)).envelope_id)?.());
      if (!mute) link.send(JSON.stringify({ type: 'hello', num_connections: sockets.length }));
      for (const arrived of arrivals.splice(0)) arrived();
    });
  });
  const open = () => sockets.filter(({ readyState, OPEN }) => readyState === OPEN);
  return {
    connections: () => sockets.length,
    /** Resolves when the bot has connected once more. */
    nextConnection: () => new Promise<void>((resolve) => arrivals.push(resolve)),
    /** Sends it on the newest socket, or on `which` of the open ones; resolves with the milliseconds until it was acknowledged. */
    deliver: (type: EnvelopeType, payload: Json, which?: number): Promise<number> => {
      envelopes += 1;
      const envelope_id = `e${envelopes}`;
      const sent = performance.now();
      return new Promise((resolve) => {
        acks.set(envelope_id, () => {
          acks.delete(envelope_id);
          resolve(performance.now() - sent);
        });
        const links = open();
        links
          .at(which === undefined ? -1 : which % links.length)
          ?.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true }));
      });
    },
    write: (frame: string) => open().at(-1)?.send(frame),
    /** Slack wants the bot to connect anew. */
    refresh: () => {
      for (const link of open()) link.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    /** The connection breaks. */
    cut: () => {
      for (const link of open()) link.terminate();
    },
    /** The network swallows everything, and nobody says so. */
    freeze: () => {
      for (const link of open()) link.pause();
    },
    /** New sockets get no hello. */
    setMute: (on: boolean) => {
      mute = on;
    },
    close: () => {
      for (const link of sockets) link.terminate();
      server.close();
    },
  };
}

export type SocketMode = ReturnType<typeof openSocketMode>;
