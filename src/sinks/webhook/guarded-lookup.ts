import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import type { AddressPolicy } from './address-policy.js'
import { WebhookError } from './webhook-error.js'

/**
 * Resolves names to allowed addresses only. What was checked is what is dialled, so a name that resolves
 * differently the next moment gains nothing.
 */
export const guardedLookup =
  (lookup: LookupFunction, isAllowed: AddressPolicy): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error !== null) return callback(error, '', 0)
      const all: LookupAddress[] =
        typeof found === 'string' ? [{ address: found, family: family ?? 4 }] : found
      const allowed = all.filter(({ address }) => isAllowed(address))
      const [first] = allowed
      if (first === undefined) callback(blockedAddress(hostname), '', 0)
      else if (options.all === true) callback(null, allowed)
      else callback(null, first.address, first.family)
    })
  }

export const blockedAddress = (host: string) =>
  new WebhookError(
    'blocked-address',
    host,
    'its address is private or reserved; name the network in `allowNetworks` if it is meant',
  )
