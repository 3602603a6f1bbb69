import type { Server } from 'node:http';
import { GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './limits.ts';

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
}

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatMs: number;
  /** Body of READY, but for the session. */
  readonly ready: (shard: readonly [number, number]) => Json;
  /** Guilds that come right after READY. */
  readonly guilds: () => readonly Json[];
}

/** Discord's side of the socket: hello, identify, resume with replay, heartbeats, and everything that can go wrong. */
export function createGateway(server: Server, { token, heartbeatMs, ready, guilds }: GatewayOptions) {
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  const sessions = new Map<string, Session>();
  const seen = { identifies: [] as Json[], resumes: 0, heartbeats: 0 };
  const behaves = {
    acknowledgesHeartbeats: true,
    refuses: null as number | null,
    resumes: true,
    /** Events go to every session, as where two programs open the same shard. */
    everySession: false,
  };

  const send = (socket: WebSocket, body: Json) => socket.send(JSON.stringify(body));
  const dispatchTo = (session: Session, t: string, d: unknown) => {
    const event = { s: session.sent.length + 1, t, d };
    session.sent.push(event);
    if (session.socket) send(session.socket, { op: GatewayOpcodes.Dispatch, ...event });
  };
  const port = () => (server.address() as { port: number }).port;

  const identify = (socket: WebSocket, d: Json) => {
    seen.identifies.push(d);
    if (behaves.refuses !== null) return socket.close(behaves.refuses);
    if (d.token !== token) return socket.close(4004);
    if (((d.intents as number) & PRIVILEGED) !== 0) return socket.close(4014);
    const shard = (d.shard ?? [0, 1]) as [number, number];
    const session: Session = { id: `session-${sessions.size + 1}`, shard, sent: [], socket };
    sessions.set(session.id, session);
    const resume = { session_id: session.id, resume_gateway_url: `ws://127.0.0.1:${port()}/gateway` };
    dispatchTo(session, 'READY', { ...ready(shard), ...resume, shard });
    for (const guild of guilds()) dispatchTo(session, 'GUILD_CREATE', guild);
  };

  const resume = (socket: WebSocket, d: Json) => {
    const session = sessions.get(String(d.session_id));
    if (d.token !== token) return socket.close(4004);
    if (!behaves.resumes || session === undefined) return send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    seen.resumes += 1;
    session.socket = socket;
    for (const event of session.sent.filter(({ s }) => s > Number(d.seq)))
      send(socket, { op: GatewayOpcodes.Dispatch, ...event });
    dispatchTo(session, 'RESUMED', {});
  };

  sockets.on('connection', (socket) => {
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatMs } });
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: Json };
      if (op === GatewayOpcodes.Identify) identify(socket, d);
      if (op === GatewayOpcodes.Resume) resume(socket, d);
      if (op !== GatewayOpcodes.Heartbeat) return;
      seen.heartbeats += 1;
      if (behaves.acknowledgesHeartbeats) send(socket, { op: GatewayOpcodes.HeartbeatAck });
    });
    socket.on('close', () => {
      for (const session of sessions.values()) if (session.socket === socket) session.socket = null;
    });
  });

  const each = (act: (socket: WebSocket) => void) => {
    for (const socket of open()) act(socket);
  };
  const open = () => [...sessions.values()].flatMap((session) => (session.socket ? [session.socket] : []));
  return {
    seen,
    behaves,
    /** An event for the newest session of every shard; kept for those that are away. */
    dispatch: (t: string, d: unknown) => {
      const newest = new Map([...sessions.values()].map((session) => [session.shard[0], session]));
      const all = [...sessions.values()].filter(({ socket }) => socket !== null);
      for (const session of behaves.everySession ? all : newest.values()) dispatchTo(session, t, d);
    },
    /** Sends the last events once more, as Discord does after some resumes. */
    repeat: (t: string) => {
      for (const session of sessions.values()) {
        const last = session.sent.findLast((event) => event.t === t);
        if (session.socket && last) dispatchTo(session, t, last.d);
      }
    },
    askToReconnect: () => each((socket) => send(socket, { op: GatewayOpcodes.Reconnect, d: null })),
    invalidate: () => each((socket) => send(socket, { op: GatewayOpcodes.InvalidSession, d: false })),
    closeWith: (code: number) => each((socket) => socket.close(code)),
    /** Cuts every connection without a word. */
    cut: () => each((socket) => socket.terminate()),
    /** The network swallows everything, and nobody says so. */
    freeze: () => each((socket) => socket.pause()),
    connected: () => open().length,
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
