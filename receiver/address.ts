import { isIP, isIPv4 } from 'node:net';

/** Groups of an IPv6 address that its network has: whoever holds one address of a /64 holds all of them. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;
/** What of `::ffff:192.0.2.1` is before the IPv4 address. */
const MAPPED = ['0', '0', '0', '0', '0', 'ffff'].join(':');

/** What one client is counted under: an IPv4 address, or the /64 of an IPv6 one; without port, brackets and zone, so that
 * another spelling, or the next address of the same network, is not another client. Null for what is no address. */
export function clientOf(text: string): string | null {
  const bare = withoutPort(text.trim()).replace(/%.*$/, '');
  if (isIPv4(bare)) return bare;
  if (isIP(bare) === 0) return null;
  const groups = groupsOf(bare);
  const mapped = groups.slice(0, 6).join(':') === MAPPED;
  return mapped ? ipv4Of(groups.slice(6)) : `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** `192.0.2.1:4711` and `[2001:db8::1]:4711` as some proxies write them. */
function withoutPort(text: string): string {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d+)?$/.exec(text) ?? [];
  return bracketed ?? plain ?? text;
}

/** The eight groups, in the one spelling that the URL standard gives them. */
function groupsOf(ipv6: string): readonly string[] {
  const [head = '', tail] = new URL(`http://[${ipv6}]`).hostname.slice(1, -1).split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  return [...before, ...Array<string>(GROUPS - before.length - after.length).fill('0'), ...after];
}

function ipv4Of(groups: readonly string[]): string {
  const numbers = groups.map((group) => Number.parseInt(group, 16));
  return numbers.flatMap((number) => [number >> 8, number & 0xff]).join('.');
}

/** The client's entry in `X-Forwarded-For` behind `hops` proxies that each add the address they were called from: the
 * hops-th from the right. What stands to its left the client may have written itself. Where a proxy was passed by, the
 * leftmost there is; undefined where there is none. */
export function forwardedFor(header: string | undefined, hops: number): string | undefined {
  if (hops === 0 || header === undefined) return undefined;
  const entries = header.split(',');
  return entries[Math.max(0, entries.length - hops)];
}
