import {BlockList, isIP, isIPv6} from 'node:net';
import {getConnInfo} from '@hono/node-server/conninfo';
import type {RequestContext} from '../http/request-context.ts';

/** Whether this is an address, or a range of them as `address/bits`. */
export function isAddressRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** Who asks, seen through the proxies that are trusted: of those who passed it on, the last whom nobody vouches for. */
export function clientAddress(c: RequestContext, trustedProxies: readonly string[]): string {
  const peer = plain(peerOf(c));
  const trusted = rangesOf(trustedProxies);
  const passedOn = (c.req.header('X-Forwarded-For') ?? '').split(',').map((each) => plain(each.trim()));
  let address = peer;
  while (trusted(address)) {
    const before = passedOn.pop();
    if (before === undefined || isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** Answers made without a connection, as tests do, all come from one address. */
function peerOf(c: RequestContext): string {
  return typeof c.env === 'object' && c.env !== null && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? '') : '';
}

/** IPv4 that arrives at an IPv6 socket is IPv4. */
function plain(address: string): string {
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(address) ? address.slice(7) : address;
}

const ranges = new WeakMap<readonly string[], BlockList>();

function rangesOf(list: readonly string[]): (address: string) => boolean {
  const found = ranges.get(list) ?? blockList(list);
  ranges.set(list, found);
  return (address) => isIP(address) !== 0 && found.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function blockList(list: readonly string[]): BlockList {
  const blocks = new BlockList();
  for (const each of list) {
    const [address = '', bits] = each.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) blocks.addAddress(address, family);
    else blocks.addSubnet(address, Number(bits), family);
  }
  return blocks;
}

/** The network that counts as one asker: an IPv4 address, or the /64 that a home or a phone has of IPv6. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const behind = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? [] : Array.from({length: 8 - groups.length - behind.length}, () => '0');
  return [...groups, ...zeros, ...behind]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
