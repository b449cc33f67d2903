import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { atLeast, expect } from '../../option-checks.js'
import { type WebhookSecrets, webhookKeys } from '../../webhooks/webhook-keys.js'
import { type AddressPolicy, addressPolicy } from './address-policy.js'

export interface WebhookSinkOptions {
  /** Of the endpoint: https, without a user and password. */
  readonly url: string | URL
  /** As `whsec_` and base64; while one is replaced the new one and the old one, which both sign. */
  readonly secret: WebhookSecrets
  /** Another for each endpoint, the same over restarts: it is part of `webhook-id`. @defaultValue 'webhook' */
  readonly name?: string
  /** Sent besides; `authorization` for instance. */
  readonly headers?: Readonly<Record<string, string>>
  /** Takes `http:` too, which shows events to everyone on the way. @defaultValue false */
  readonly allowHttp?: boolean
  /** Networks that are allowed though they are private or reserved, such as `10.1.0.0/16`. @defaultValue none */
  readonly allowNetworks?: readonly string[]
  /** From the start of an attempt to the end of the answer. @defaultValue 15 000 */
  readonly timeoutMs?: number
  /** Until the connection is open, TLS included. @defaultValue 5000 */
  readonly connectTimeoutMs?: number
  /** Attempts that `deliveries()` remembers. @defaultValue 100 */
  readonly maxLog?: number
  /** Resolves names in place of `dns.lookup`; what it answers is checked likewise. */
  readonly lookup?: LookupFunction
  /** Epoch milliseconds. @defaultValue Date.now */
  readonly now?: () => number
}

export interface Endpoint {
  readonly url: URL
  readonly keys: readonly Buffer[]
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly isAllowed: AddressPolicy
  readonly lookup: LookupFunction
  readonly timeoutMs: number
  readonly connectTimeoutMs: number
}

/** Said by the signature and the body; a receiver would be misled. */
const ownHeaders = /^(webhook-|content-length$|content-type$|host$|transfer-encoding$)/i

/** @throws TypeError naming the option that does not fit. */
export function resolveEndpoint(options: WebhookSinkOptions): Endpoint {
  const { name = 'webhook', headers = {}, allowNetworks = [] } = options
  expect(typeof name === 'string' && name !== '', 'name', 'a text', name)
  expect(typeof headers === 'object' && headers !== null, 'headers', 'an object of texts', headers)
  for (const [key, value] of Object.entries(headers)) {
    expect(!ownHeaders.test(key), `headers['${key}']`, 'none of the headers that the sink writes', value)
    expect(typeof value === 'string', `headers['${key}']`, 'a text', value)
  }
  expect(Array.isArray(allowNetworks), 'allowNetworks', 'an array of networks', allowNetworks)
  const isAllowed = addressPolicy(allowNetworks)
  return {
    ...{ name, headers, isAllowed, lookup: options.lookup ?? lookup },
    url: urlOf(options.url, options.allowHttp ?? false, isAllowed),
    keys: webhookKeys('secret', options.secret),
    timeoutMs: atLeast('timeoutMs', options.timeoutMs ?? 15_000, 1),
    connectTimeoutMs: atLeast('connectTimeoutMs', options.connectTimeoutMs ?? 5000, 1),
  }
}

function urlOf(given: string | URL, allowHttp: boolean, isAllowed: AddressPolicy): URL {
  expect(URL.canParse(String(given)), 'url', 'an absolute URL', given)
  const url = new URL(given)
  const isHttp = url.protocol === 'http:'
  if (isHttp && !allowHttp) throw new TypeError('url: expected https:, or http: with `allowHttp`')
  expect(isHttp || url.protocol === 'https:', 'url', 'https:', given)
  const hasLogin = url.username !== '' || url.password !== ''
  if (hasLogin) throw new TypeError('url: expected no user and password; use `headers`')
  // Node looks no literal address up; odd forms such as 0x7f.1 are addresses by now.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !isAllowed(literal))
    throw new TypeError('url: the address is private or reserved; name its network in `allowNetworks`')
  return url
}
