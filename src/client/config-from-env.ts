import { type ClientOptions, endpointOf, type Region, subdomainOf, zoneOf } from './options.js'

export type Environment = Readonly<Record<string, string | undefined>>

/** What {@link configFromEnv} reads; seconds in the environment, milliseconds in options. */
export interface EnvironmentConfig extends ClientOptions {
  apiKey: string
}

type Reader = (text: string, name: string) => Partial<ClientOptions>

function number(text: string, name: string, least: number): number {
  const value = Number(text)
  if (text.trim() === '' || Number.isNaN(value) || value < least) {
    throw new TypeError(`${name}: expected a number of at least ${least}`)
  }
  return value
}

function readRegion(text: string, name: string): Partial<ClientOptions> {
  const region = text.trim().toLowerCase()
  if (region !== 'us' && region !== 'eu') throw new TypeError(`${name}: expected us or eu`)
  return { region: region satisfies Region }
}

function readProduct(text: string, name: string): Partial<ClientOptions> {
  if (text.trim().toLowerCase() !== 'msp')
    throw new TypeError(`${name}: expected msp; this package reads the MSP surface`)
  return {}
}

function readZone(text: string, name: string): Partial<ClientOptions> {
  zoneOf(name, text.trim())
  return { sourceTimeZone: text.trim() }
}

/** A fixed delay between calls is the older way to say a rate; it becomes the rate it allows. */
function readDelay(text: string, name: string): Partial<ClientOptions> {
  const seconds = number(text, name, 0)
  return seconds > 0 ? { requestsPerMinute: Math.max(1, Math.floor(60 / seconds)) } : {}
}

const readers: Readonly<Record<string, Reader>> = {
  SUPEROPS_API_KEY: (text) => ({ apiKey: text.trim() }),
  SUPEROPS_TENANT_ID: (text, name) => ({ tenantId: subdomainOf(name, text) }),
  SUPEROPS_API_BASE_URL: (text, name) => ({ baseUrl: endpointOf(name, text) }),
  SUPEROPS_REGION: readRegion,
  SUPEROPS_PRODUCT: readProduct,
  SUPEROPS_API_TIMEOUT: (text, name) => ({ timeoutMs: Math.round(number(text, name, 0.001) * 1000) }),
  SUPEROPS_MAX_RETRIES: (text, name) => ({ retries: Math.round(number(text, name, 0)) }),
  SUPEROPS_API_RATE_LIMIT_DELAY: readDelay,
  SUPEROPS_REQUESTS_PER_MINUTE: (text, name) => ({ requestsPerMinute: number(text, name, 1) }),
  SUPEROPS_SOURCE_TIME_ZONE: readZone,
}

/** Names of the variables that are read. */
export const environmentVariables = Object.keys(readers)

/**
 * Client options from environment variables; a blank variable counts as not set.
 *
 * @throws TypeError that lists every problem at once, by name and without values.
 * @example
 * configFromEnv({ SUPEROPS_API_KEY: 'token', SUPEROPS_TENANT_ID: 'acme', SUPEROPS_API_TIMEOUT: '10' })
 * // => { apiKey: 'token', tenantId: 'acme', timeoutMs: 10000 }
 */
export function configFromEnv(env: Environment = process.env): EnvironmentConfig {
  const config: Partial<ClientOptions> = {}
  const problems: string[] = []
  for (const [name, read] of Object.entries(readers)) {
    const text = env[name]
    if (text === undefined || text.trim() === '') continue
    try {
      Object.assign(config, read(text, name))
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
    }
  }
  for (const name of ['SUPEROPS_API_KEY', 'SUPEROPS_TENANT_ID']) {
    if ((env[name] ?? '').trim() === '') problems.push(`${name}: not set`)
  }
  const { apiKey, tenantId } = config
  if (problems.length > 0 || typeof apiKey !== 'string' || tenantId === undefined) {
    throw new TypeError(`environment: ${problems.join('; ')}`)
  }
  return { ...config, apiKey, tenantId }
}
