import { BlockList, isIP } from 'node:net';

/** Addresses that are no one's on the public internet (IANA's special-purpose registries): this machine, its network, clouds' own doors. */
const NOT_PUBLIC = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3],
] as const) NOT_PUBLIC.addSubnet(network, bits, 'ipv4');
/** All of IPv6 that is public so far; of it, what wraps an IPv4 address or is for documentation is left out. */
const GLOBAL_IPV6 = new BlockList();
GLOBAL_IPV6.addSubnet('2000::', 3, 'ipv6');
const NOT_GLOBAL_IPV6 = new BlockList();
for (const [network, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) NOT_GLOBAL_IPV6.addSubnet(network, bits, 'ipv6');

/** True for an address of another machine on the public internet (S10). Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4: return !NOT_PUBLIC.check(address, 'ipv4');
    case 6: return GLOBAL_IPV6.check(address, 'ipv6') && !NOT_GLOBAL_IPV6.check(address, 'ipv6');
    default: return false;
  }
}
