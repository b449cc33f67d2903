import { type Environment, numberIn, readVariables, type VariableReader } from '../option-checks.js'
import { endpointOf, type Region, subdomainOf } from './endpoint.js'
import type { FallbackTenant } from './fallback.js'
import { type ClientOptions, type UnconfiguredOptions, zoneOf } from './options.js'
import { usualRequestsPerMinute } from './sliding-limiter.js'
import { entryOf, type Product } from './surface.js'

/** What {@link configFromEnv} reads; seconds in the environment, milliseconds in options. */
export interface EnvironmentConfig extends ClientOptions {
  apiKey: string
}

export interface EnvironmentOptions {
  /** Told what is odd but no error. @defaultValue process.emitWarning */
  warn?: (message: string) => void
  /**
   * Makes what `SUPEROPS_FALLBACK=mock` falls back to, such as `createMockTenant` of `./testing`; called only
   * then. The core loads no mock by itself.
   */
  mock?: () => FallbackTenant
}

interface Settings extends Partial<ClientOptions> {
  /** Rate that a delay between calls allows. */
  rateOfDelay?: number
  fallsBackTo?: 'none' | 'mock'
}

type Reader = VariableReader<Settings>

function readRegion(text: string, name: string): Partial<ClientOptions> {
  const region = text.trim().toLowerCase()
  if (region !== 'us' && region !== 'eu') throw new TypeError(`${name}: expected us or eu`)
  return { region: region satisfies Region }
}

function readProduct(text: string, name: string, product: Product): Partial<ClientOptions> {
  const given = text.trim().toLowerCase()
  if (given === product) return {}
  const entry = Object.entries(entryOf).find(([other]) => other === given)?.[1]
  throw new TypeError(
    `${name}: expected ${product}${entry === undefined ? '' : `; ${given} is read by the configFromEnv of ${entry}`}`,
  )
}

function readZone(text: string, name: string): Partial<ClientOptions> {
  zoneOf(name, text.trim())
  return { sourceTimeZone: text.trim() }
}

/** A fixed delay between calls is the older way to say a rate; it caps the rate at what it allows. */
function readDelay(text: string, name: string): Settings {
  const seconds = numberIn(text, name, 0)
  return seconds > 0 ? { rateOfDelay: Math.max(1, Math.floor(60 / seconds)) } : {}
}

function readRate(text: string, name: string): Settings {
  if (text.trim() === 'Infinity') return { requestsPerMinute: Number.POSITIVE_INFINITY }
  return { requestsPerMinute: numberIn(text, name, 1) }
}

function readFallback(text: string, name: string): Settings {
  const fallsBackTo = text.trim().toLowerCase()
  if (fallsBackTo !== 'none' && fallsBackTo !== 'mock') throw new TypeError(`${name}: expected none or mock`)
  return { fallsBackTo }
}

const readersOf = (product: Product): Readonly<Record<string, Reader>> => ({
  SUPEROPS_API_KEY: (text) => ({ apiKey: text.trim() }),
  SUPEROPS_TENANT_ID: (text, name) => ({ tenantId: subdomainOf(name, text) }),
  SUPEROPS_API_BASE_URL: (text, name) => ({ baseUrl: endpointOf(name, text, product) }),
  SUPEROPS_REGION: readRegion,
  SUPEROPS_PRODUCT: (text, name) => readProduct(text, name, product),
  SUPEROPS_API_TIMEOUT: (text, name) => ({ timeoutMs: Math.round(numberIn(text, name, 0.001) * 1000) }),
  SUPEROPS_MAX_RETRIES: (text, name) => ({ retries: Math.round(numberIn(text, name, 0)) }),
  SUPEROPS_API_RATE_LIMIT_DELAY: readDelay,
  SUPEROPS_REQUESTS_PER_MINUTE: readRate,
  SUPEROPS_SOURCE_TIME_ZONE: readZone,
  SUPEROPS_FALLBACK: readFallback,
})

/** Names of the variables that are read. */
export const environmentVariables = Object.keys(readersOf('msp'))

/** @throws TypeError that lists every problem at once, by name and without values. */
function readSettings(product: Product, env: Environment, mayLackCredentials: boolean): Settings {
  const { settings, problems } = readVariables(env, readersOf(product))
  const credentials = ['SUPEROPS_API_KEY', 'SUPEROPS_TENANT_ID']
  const missing = credentials.filter((name) => (env[name] ?? '').trim() === '')
  const isLeftOut = mayLackCredentials && settings.fallsBackTo === 'mock' && missing.length === 2
  if (!isLeftOut) problems.push(...missing.map((name) => `${name}: not set`))
  if (problems.length > 0) throw new TypeError(`environment: ${problems.join('; ')}`)
  return settings
}

/** @see configFromEnv */
export interface ConfigFromEnv {
  /**
   * Client options from environment variables; a blank variable counts as not set.
   *
   * With `SUPEROPS_FALLBACK=mock` and `mock` given, credentials may be missing, both or none, and the options
   * carry a `fallback`: `unconfigured` without credentials, else `unreachable`. Without `mock` it is a warning.
   *
   * @throws TypeError that lists every problem at once, by name and without values.
   * @example
   * configFromEnv({ SUPEROPS_API_KEY: 'token', SUPEROPS_TENANT_ID: 'acme', SUPEROPS_API_TIMEOUT: '10' })
   * // => { apiKey: 'token', tenantId: 'acme', timeoutMs: 10000 }
   */
  (env?: Environment, options?: EnvironmentOptions & { mock?: never }): EnvironmentConfig
  (env: Environment | undefined, options: EnvironmentOptions): EnvironmentConfig | UnconfiguredOptions
}

/** Reads the environment for clients of one product; a variable that asks for another is a problem. */
export const configFromEnvFor = (product: Product): ConfigFromEnv =>
  ((env, options) => readConfig(product, env, options)) as ConfigFromEnv

function readConfig(
  product: Product,
  env: Environment = process.env,
  { mock, warn = (message) => process.emitWarning(message) }: EnvironmentOptions = {},
): EnvironmentConfig | UnconfiguredOptions {
  const { fallsBackTo, rateOfDelay, apiKey, tenantId, ...config } = readSettings(
    product,
    env,
    mock !== undefined,
  )
  const { requestsPerMinute = usualRequestsPerMinute } = config
  if (rateOfDelay !== undefined && rateOfDelay < requestsPerMinute) {
    warn(
      `SUPEROPS_API_RATE_LIMIT_DELAY: allows ${rateOfDelay} requests per minute, fewer than the ${requestsPerMinute} of SUPEROPS_REQUESTS_PER_MINUTE`,
    )
    config.requestsPerMinute = rateOfDelay
  }
  const to = fallsBackTo === 'mock' ? mock?.() : undefined
  if (fallsBackTo === 'mock' && to === undefined)
    warn('SUPEROPS_FALLBACK: mock has no effect, this application has no mock to fall back to')
  if (typeof apiKey === 'string' && tenantId !== undefined)
    return { ...config, apiKey, tenantId, ...(to && { fallback: { to, when: 'unreachable' } }) }
  if (to === undefined) throw new TypeError('mock: expected a function that makes a tenant to fall back to')
  return { ...config, fallback: { to, when: 'unconfigured' } }
}
