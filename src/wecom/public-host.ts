import { lookup as resolve } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { Lookup } from './tracked-transport.ts';

const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv6');

/** Says whether an address (also an IPv4 one written as IPv6) is on a network of our own, on this machine, or for no single machine. */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Says whether a name fits a list such as `*.qq.com`; an address in numbers never does. */
export function isAllowedHost(host: string, list: readonly string[]): boolean {
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return false;
  return list.some((entry) => (entry.startsWith('*.') ? host.endsWith(entry.slice(1)) : host === entry));
}

/** Resolves a name, failing with EPRIVATE when one of its addresses is not public: a name may be made to lead inside. */
export const publicLookup: Lookup = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? failure('ENOTFOUND'), '', 0);
    if (found.some(({ address }) => isPrivateAddress(address))) return done(failure('EPRIVATE'), '', 0);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
};

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error('the host has no public address'), { code });
}
