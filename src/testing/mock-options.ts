import type { Product } from '../client/surface.js'
import { type QuirkName, type Quirks, quirkDefaults } from './quirks.js'
import type { QuoteReferenceIds } from './scene.js'
import { schemaModel } from './schema-model.js'
import type { DisplayIdFormat } from './world/build.js'
import { readTime } from './world/wire-time.js'

export type Subscription = 'active' | 'trialExpired' | 'paused' | 'cancelled'

export interface MockTenantOptions {
  /** Whose API it speaks. @defaultValue 'msp' */
  product?: Product
  /** Same seed and `now`, same world. @defaultValue 7 */
  seed?: number
  /** The present of the world; the clock of the host is never read for it. @defaultValue '2026-01-05T09:00:00Z' */
  now?: string | Date
  /** Tickets of the 75 days before `now`; the other records grow with them, more slowly. @defaultValue 500 */
  tickets?: number
  /** Calls that the tenant allows in any 60 seconds; further ones are refused inside HTTP 200. @defaultValue Infinity */
  requestsPerMinute?: number
  /** Expected in the header CustomerSubDomain. @defaultValue 'acme' */
  subdomain?: string
  /** Expected as bearer token. @defaultValue 'mock-token' */
  apiKey?: string
  /** Tenants differ in it. @defaultValue 'DDMMYY-NNNN' */
  displayIds?: DisplayIdFormat
  /** How ids inside of JSON leaves are printed: without quotes where seen live, quoted everywhere, or nowhere. @defaultValue 'vendor' */
  quoteReferenceIds?: QuoteReferenceIds
  /** Operations that the user of the token may not call, by name; they are refused inside HTTP 200. @defaultValue none */
  forbidden?: readonly string[]
  /** State of the tenant's subscription; unless it is active every call is refused inside HTTP 200. @defaultValue 'active' */
  subscription?: Subscription
  /** Switches behaviours of live tenants on and off by name. @defaultValue as seen live */
  quirks?: Partial<Record<QuirkName, boolean>>
  /** Milliseconds that the limit counts by and calls are stamped with; nothing else reads it. @defaultValue Date.now */
  clock?: () => number
}

export interface ResolvedMockOptions {
  readonly product: Product
  readonly seed: number
  readonly now: number
  readonly tickets: number
  readonly requestsPerMinute: number
  readonly subdomain: string
  readonly apiKey: string
  readonly displayIds: DisplayIdFormat
  readonly quoteReferenceIds: QuoteReferenceIds
  readonly forbidden: ReadonlySet<string>
  readonly subscription: Subscription
  readonly quirks: Quirks
  readonly clock: () => number
}

const defaults = Object.freeze({
  product: 'msp',
  seed: 7,
  now: '2026-01-05T09:00:00Z',
  tickets: 500,
  requestsPerMinute: Number.POSITIVE_INFINITY,
  subdomain: 'acme',
  apiKey: 'mock-token',
  displayIds: 'DDMMYY-NNNN',
  quoteReferenceIds: 'vendor',
  subscription: 'active',
} as const)

const known: ReadonlySet<string> = new Set([...Object.keys(defaults), 'forbidden', 'quirks', 'clock'])
const products: readonly string[] = ['msp', 'it'] satisfies Product[]
const formats: readonly string[] = ['MMDDYY-NNNN', 'DDMMYY-NNNN', 'integer']
const quotings: readonly string[] = ['vendor', 'always', 'never']
const subscriptions: readonly string[] = ['active', 'trialExpired', 'paused', 'cancelled']

function wrong(name: string, expectation: string, received: unknown): TypeError {
  const type = received === null ? 'null' : Array.isArray(received) ? 'array' : typeof received
  return new TypeError(`createMockTenant: ${name} expects ${expectation}, received ${type}.`)
}

function requireThat(isFine: boolean, name: string, expectation: string, received: unknown): void {
  if (!isFine) throw wrong(name, expectation, received)
}

const isCount = (value: unknown, least: number): boolean =>
  Number.isSafeInteger(value) && Number(value) >= least
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

function presentOf(now: unknown): number {
  const ms = now instanceof Date ? now.getTime() : typeof now === 'string' ? readTime(now) : Number.NaN
  requireThat(!Number.isNaN(ms), 'now', 'a Date or an ISO time such as 2026-01-05T09:00:00Z', now)
  return ms
}

function forbiddenOf(product: Product, given: readonly string[]): ReadonlySet<string> {
  requireThat(
    Array.isArray(given) && given.every((name) => typeof name === 'string'),
    'forbidden',
    'a list of operation names',
    given,
  )
  const unknown = given.filter((name) => !schemaModel(product).operations.has(name))
  if (unknown.length > 0)
    throw new TypeError(
      `createMockTenant: forbidden names no operation of the schema: ${unknown.join(', ')}.`,
    )
  return new Set(given)
}

function quirksOf(given: Partial<Record<QuirkName, boolean>>): Quirks {
  if (typeof given !== 'object' || given === null) throw wrong('quirks', 'an object', given)
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(quirkDefaults, name))
      throw new TypeError(
        `createMockTenant: unknown quirk ${name}; known are ${Object.keys(quirkDefaults).join(', ')}.`,
      )
    requireThat(typeof value === 'boolean', `quirks.${name}`, 'a boolean', value)
  }
  return Object.freeze({ ...quirkDefaults, ...given })
}

/** Checks options and fills in the defaults; throws a TypeError that names what is wrong. */
export function resolveMockOptions(given: MockTenantOptions = {}): ResolvedMockOptions {
  if (typeof given !== 'object' || given === null) throw wrong('options', 'an object', given)
  for (const name of Object.keys(given)) {
    if (!known.has(name))
      throw new TypeError(`createMockTenant: unknown option ${name}; known are ${[...known].join(', ')}.`)
  }
  const product = given.product ?? defaults.product
  requireThat(products.includes(product), 'product', products.join(', '), product)
  const options = {
    product,
    seed: given.seed ?? defaults.seed,
    tickets: given.tickets ?? defaults.tickets,
    requestsPerMinute: given.requestsPerMinute ?? defaults.requestsPerMinute,
    subdomain: given.subdomain ?? defaults.subdomain,
    apiKey: given.apiKey ?? defaults.apiKey,
    displayIds: given.displayIds ?? defaults.displayIds,
    quoteReferenceIds: given.quoteReferenceIds ?? defaults.quoteReferenceIds,
    forbidden: forbiddenOf(product, given.forbidden ?? []),
    subscription: given.subscription ?? defaults.subscription,
    quirks: quirksOf(given.quirks ?? {}),
    clock: given.clock ?? Date.now,
  }
  requireThat(isCount(options.seed, 0), 'seed', 'a whole number, 0 or more', options.seed)
  requireThat(isCount(options.tickets, 0), 'tickets', 'a whole number, 0 or more', options.tickets)
  requireThat(
    isLimit(options.requestsPerMinute),
    'requestsPerMinute',
    'a whole number above 0, or Infinity',
    options.requestsPerMinute,
  )
  requireThat(isText(options.subdomain), 'subdomain', 'a text', options.subdomain)
  requireThat(isText(options.apiKey), 'apiKey', 'a text', options.apiKey)
  requireThat(formats.includes(options.displayIds), 'displayIds', formats.join(', '), options.displayIds)
  requireThat(
    quotings.includes(options.quoteReferenceIds),
    'quoteReferenceIds',
    quotings.join(', '),
    options.quoteReferenceIds,
  )
  requireThat(
    subscriptions.includes(options.subscription),
    'subscription',
    subscriptions.join(', '),
    options.subscription,
  )
  requireThat(typeof options.clock === 'function', 'clock', 'a function', options.clock)
  return Object.freeze({ ...options, now: presentOf(given.now ?? defaults.now) })
}

/** Whether a number can be a limit of calls per minute. */
export const isLimit = (value: unknown): boolean => value === Number.POSITIVE_INFINITY || isCount(value, 1)
