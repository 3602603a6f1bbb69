import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A session lasts a working day, in milliseconds. */
export const SESSION_MS = 8 * 60 * 60 * 1000;

/** Sessions that no server keeps: every replica can check them, and a new DESK_TOKEN ends them all. */
export interface Sessions {
  /** True for the token itself; takes the same time whatever is given. */
  isToken(given: string): boolean;
  /** Value of the cookie of a session that begins at `now`, in milliseconds since 1970. */
  open(now: number): string;
  isOpen(cookie: string, now: number): boolean;
}

export function createSessions(token: string): Sessions {
  const key = createHmac('sha256', token).update('desk session').digest();
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    isToken: (given) => isSame(given, token),
    open: (now) => {
      const session = `${now + SESSION_MS}.${randomBytes(16).toString('base64url')}`;
      return `${session}.${sign(session)}`;
    },
    isOpen: (cookie, now) => {
      const [end = '', nonce = '', signature = ''] = cookie.split('.');
      return isSame(signature, sign(`${end}.${nonce}`)) && Number(end) > now;
    },
  };
}

/** Hashes have one length, so that the comparison tells nothing, not even that. */
function isSame(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
