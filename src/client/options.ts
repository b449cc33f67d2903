import { atLeast, expect, oneOf } from '../option-checks.js'
import { createZone, type Zone } from '../values/zone.js'
import { endpointOf, hosts, type Region, subdomainOf } from './endpoint.js'
import { type Fallback, type Origin, type ResolvedFallback, resolveFallback } from './fallback.js'
import type { Heal } from './heal.js'
import { createLimiter, type Limiter, type Priority } from './limiter.js'
import type { Logger } from './logger.js'
import type { Middleware } from './middleware.js'
import type { Product } from './surface.js'
import { type ReadToken, tokenProblem, tokenReader } from './token.js'

export interface ClientOptions {
  /** Personal API token, or a function that gives the present one. */
  apiKey: string | (() => string | Promise<string>)
  /** Subdomain of the tenant: `acme` of acme.superops.ai. */
  tenantId: string
  /** @defaultValue 'us' */
  region?: Region
  /** Endpoint, or host root; beats `region`. */
  baseUrl?: string
  /** Requests allowed in any 60 s; `Infinity` for none. Ignored when `limiter` is given. @defaultValue 100 */
  requestsPerMinute?: number
  /** Shared budget, see {@link createLimiter}. */
  limiter?: Limiter
  /** Bound of one attempt, from leaving the queue to the last byte. @defaultValue 30000 */
  timeoutMs?: number
  /** Bound of a single call in all; lists end by `signal`. @defaultValue 120000 */
  deadlineMs?: number
  /** Further attempts of a query after network failures, timeouts and HTTP 5xx. @defaultValue 3 */
  retries?: number
  /** First step of the exponential wait between attempts, with full jitter. @defaultValue 500 */
  retryDelayMs?: number
  /** Largest answer that is read, in bytes after decompression. @defaultValue 33554432 */
  maxResponseBytes?: number
  /** IANA zone of times without offset. @defaultValue 'UTC' */
  sourceTimeZone?: string
  /** `strict` turns rows and values that do not fit the schema into `decode` errors. @defaultValue 'tolerant' */
  decode?: 'tolerant' | 'strict'
  /**
   * What to do when a query answers with an error. `named`: leave out the fields that the error names and ask
   * once more; repeat an internal error once. `search`: when it names none, find the field by leaving out
   * halves of the selection, at most 8 requests, once per operation. `off`: nothing. @defaultValue 'named'
   */
  heal?: Heal
  /** How long a list of `references` is served before it is read again. @defaultValue 900000 */
  referenceTtlMs?: number
  /**
   * How much longer it is served when reading it again fails with a retryable error; 0 for not at all.
   *
   * @defaultValue 86400000
   */
  referenceStaleIfErrorMs?: number
  /** Refuse every mutation before it leaves. @defaultValue false */
  readOnly?: boolean
  /** @defaultValue 'interactive' */
  priority?: Priority
  /** Pino-compatible; silent when absent. */
  logger?: Logger
  /** Such as `openTelemetry(trace, metrics)` of `./otel`: runs around everything else of an attempt. */
  telemetry?: Middleware
  /** Adapter of axios: node's http with kept connections, or `fetch`, which proxies and edge hosts patch. @defaultValue 'http' */
  adapter?: 'http' | 'fetch'
  /** What the endpoint is; the credentials of the mock tenant say `mock`. @defaultValue 'live' */
  origin?: Origin
  /** A tenant to read in place of the real one. Reads of two origins are never mixed. @defaultValue none */
  fallback?: Fallback
}

/** Options of a client that may lack credentials and then reads its fallback from the start. */
export interface UnconfiguredOptions extends Omit<ClientOptions, 'apiKey' | 'tenantId' | 'fallback'> {
  apiKey?: ClientOptions['apiKey'] | undefined
  tenantId?: string | undefined
  fallback: Fallback & { readonly when: 'unconfigured' }
}

export interface ResolvedOptions {
  readonly readToken: ReadToken
  /** Whether the token may change, so that a 401 can be worth another try. */
  readonly rotatesToken: boolean
  readonly tenantId: string
  readonly url: string
  readonly limiter: Limiter
  /** Whether `close()` also closes the limiter. */
  readonly ownsLimiter: boolean
  readonly timeoutMs: number
  readonly deadlineMs: number
  readonly retries: number
  readonly retryDelayMs: number
  readonly maxResponseBytes: number
  readonly zone: Zone | undefined
  readonly decode: 'tolerant' | 'strict'
  readonly heal: Heal
  readonly referenceTtlMs: number
  readonly referenceStaleIfErrorMs: number
  readonly readOnly: boolean
  readonly priority: Priority
  readonly logger: Logger | undefined
  readonly telemetry: Middleware | undefined
  readonly adapter: 'http' | 'fetch'
  /** Of what answers as long as nothing else does. */
  readonly origin: Origin
  /** Answers every call of a client without credentials, else the reads while the tenant is unreachable. */
  readonly fallback: ResolvedFallback | undefined
}

export const clientDefaults = Object.freeze({
  region: 'us',
  timeoutMs: 30_000,
  deadlineMs: 120_000,
  retries: 3,
  retryDelayMs: 500,
  maxResponseBytes: 32 * 1024 * 1024,
  decode: 'tolerant',
  heal: 'named',
  referenceTtlMs: 15 * 60_000,
  referenceStaleIfErrorMs: 24 * 3_600_000,
  readOnly: false,
  priority: 'interactive',
  adapter: 'http',
  origin: 'live',
} as const)

const known: Record<keyof ClientOptions, true> = {
  apiKey: true,
  tenantId: true,
  region: true,
  baseUrl: true,
  requestsPerMinute: true,
  limiter: true,
  timeoutMs: true,
  deadlineMs: true,
  retries: true,
  retryDelayMs: true,
  maxResponseBytes: true,
  sourceTimeZone: true,
  decode: true,
  heal: true,
  referenceTtlMs: true,
  referenceStaleIfErrorMs: true,
  readOnly: true,
  priority: true,
  logger: true,
  telemetry: true,
  adapter: true,
  origin: true,
  fallback: true,
}

function checkApiKey(apiKey: unknown): asserts apiKey is ClientOptions['apiKey'] {
  if (typeof apiKey === 'function') return
  expect(typeof apiKey === 'string', 'apiKey', 'a token or a function that gives one', apiKey)
  const problem = tokenProblem(apiKey)
  if (problem !== undefined) throw new TypeError(`apiKey: ${problem}`)
}

const priorities = ['interactive', 'incremental', 'backfill'] as const

/** Settings that a client, a copy made by `with` and a single call share. */
export interface CallBounds {
  readonly timeoutMs?: number
  readonly deadlineMs?: number
  readonly priority?: Priority
  readonly decode?: 'tolerant' | 'strict'
}

/** @throws TypeError naming what is out of range. */
export function checkBounds({ timeoutMs, deadlineMs, priority, decode }: CallBounds): CallBounds {
  return {
    ...(timeoutMs !== undefined && { timeoutMs: atLeast('timeoutMs', timeoutMs, 1) }),
    ...(deadlineMs !== undefined && { deadlineMs: atLeast('deadlineMs', deadlineMs, 1) }),
    ...(priority !== undefined && { priority: oneOf('priority', priority, priorities) }),
    ...(decode !== undefined && { decode: oneOf('decode', decode, ['tolerant', 'strict']) }),
  }
}

/** Undefined for UTC. */
export function zoneOf(option: string, name: unknown): Zone | undefined {
  expect(typeof name === 'string', option, 'an IANA zone name', name)
  try {
    return name === 'UTC' ? undefined : createZone(name)
  } catch {
    throw new TypeError(`${option}: expected an IANA zone name such as Europe/Berlin`)
  }
}

/** Says which tenant the client is of: without credentials the fallback, as if it had been configured. */
function withFallback(given: ClientOptions | UnconfiguredOptions): {
  options: ClientOptions
  fallback: ResolvedFallback | undefined
} {
  const { apiKey, tenantId, ...others } = given
  const options = { ...others, apiKey, tenantId } as ClientOptions
  if (given.fallback === undefined) return { options, fallback: undefined }
  const fallback = resolveFallback(given.fallback)
  if (fallback.when === 'unreachable') {
    if (given.origin === 'mock')
      throw new TypeError(
        "fallback: expected no fallback from origin 'mock', which would be mixed with another mock",
      )
    return { options, fallback }
  }
  if (apiKey !== undefined || tenantId !== undefined) return { options, fallback: undefined }
  return { options: { ...others, ...fallback.credentials, origin: 'mock' }, fallback }
}

/**
 * Checks and completes options; never writes into what the caller passed.
 *
 * @throws TypeError naming the option, what was expected and the type received; never a token.
 */
export function resolveOptions(
  given: ClientOptions | UnconfiguredOptions,
  product: Product,
): ResolvedOptions {
  expect(typeof given === 'object' && given !== null, 'options', 'an object', given)
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(known, name))
      throw new TypeError(`${name}: no such option; there are ${Object.keys(known).join(', ')}`)
  }
  const { options, fallback } = withFallback(given)
  checkApiKey(options.apiKey)
  const region = oneOf('region', options.region ?? clientDefaults.region, ['us', 'eu'])
  const baseUrl = options.baseUrl
  if (baseUrl !== undefined) expect(typeof baseUrl === 'string', 'baseUrl', 'a URL', baseUrl)
  const { limiter, logger, telemetry } = options
  if (telemetry !== undefined)
    expect(typeof telemetry === 'function', 'telemetry', 'a function such as openTelemetry(trace)', telemetry)
  return Object.freeze({
    readToken: tokenReader(options.apiKey),
    rotatesToken: typeof options.apiKey === 'function',
    tenantId: subdomainOf('tenantId', options.tenantId),
    url:
      fallback?.when === 'unconfigured'
        ? 'fallback'
        : endpointOf('baseUrl', baseUrl ?? hosts[region], product),
    limiter:
      limiter ??
      createLimiter({
        ...(options.requestsPerMinute !== undefined && { requestsPerMinute: options.requestsPerMinute }),
      }),
    ownsLimiter: limiter === undefined,
    timeoutMs: clientDefaults.timeoutMs,
    deadlineMs: clientDefaults.deadlineMs,
    retries: atLeast('retries', options.retries ?? clientDefaults.retries, 0),
    retryDelayMs: atLeast('retryDelayMs', options.retryDelayMs ?? clientDefaults.retryDelayMs, 0),
    maxResponseBytes: atLeast(
      'maxResponseBytes',
      options.maxResponseBytes ?? clientDefaults.maxResponseBytes,
      1,
    ),
    zone: zoneOf('sourceTimeZone', options.sourceTimeZone ?? 'UTC'),
    decode: clientDefaults.decode,
    heal: oneOf('heal', options.heal ?? clientDefaults.heal, ['named', 'search', 'off']),
    referenceTtlMs: atLeast('referenceTtlMs', options.referenceTtlMs ?? clientDefaults.referenceTtlMs, 1),
    referenceStaleIfErrorMs: atLeast(
      'referenceStaleIfErrorMs',
      options.referenceStaleIfErrorMs ?? clientDefaults.referenceStaleIfErrorMs,
      0,
    ),
    readOnly: options.readOnly ?? clientDefaults.readOnly,
    priority: clientDefaults.priority,
    ...checkBounds(options),
    logger,
    telemetry,
    adapter: oneOf('adapter', options.adapter ?? clientDefaults.adapter, ['http', 'fetch']),
    origin: oneOf('origin', options.origin ?? clientDefaults.origin, ['live', 'mock']),
    fallback,
  })
}
