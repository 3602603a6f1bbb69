import { isIPv6 } from 'node:net';

/** The address that the outermost of one's own proxies saw; what a client wrote itself stands further left. */
export function clientAddress(socket: string, forwarded: string | undefined, proxies: number): string {
  if (proxies === 0) return socket;
  const seen = (forwarded ?? '').split(',').map((part) => part.trim());
  return seen.at(-proxies) || socket;
}

/** Address -> what one client is counted by: a household holds a whole /64 of IPv6. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const middle = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...middle, ...right].slice(0, 4).join(':');
}
