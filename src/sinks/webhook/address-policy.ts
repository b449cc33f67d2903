import { BlockList, isIP } from 'node:net'

/**
 * Networks that no webhook goes to: private, local, reserved, or translated into such.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const blockedNetworks = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/128', '::1/128', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001:db8::/32', '3fff::/20'],
  ...['2002::/16', '5f00::/16', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
]

/** Whether an address may be connected to. */
export type AddressPolicy = (address: string) => boolean

/** @throws TypeError when one of the networks is not written as an address and a length. */
export function addressPolicy(allowNetworks: readonly string[]): AddressPolicy {
  const allowed = listOf(allowNetworks)
  return (address) => {
    const family = familyOf(address)
    if (family === undefined) return false
    return allowed.check(address, family) || !blocked.check(address, family)
  }
}

const familyOf = (address: string) => {
  const version = isIP(address)
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined
}

const blocked = listOf(blockedNetworks)

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const [at, network] of networks.entries()) {
    const [, address = '', length = ''] = /^([^/]+)\/(\d+)$/.exec(network) ?? []
    const family = familyOf(address)
    if (family === undefined || Number(length) > (family === 'ipv4' ? 32 : 128))
      throw new TypeError(`allowNetworks[${at}]: expected a network such as 10.1.0.0/16`)
    list.addSubnet(address, Number(length), family)
  }
  return list
}
