import {
  type Environment,
  isLoopback,
  numberIn,
  readVariables,
  type VariableReader,
} from '../option-checks.js'
import { secretCheck } from '../shared-secret.js'
import { longestIntervalMs } from './manager-options.js'

/** What {@link streamConfigFromEnv} reads: options of a manager and of its sinks. */
export interface StreamConfig {
  /** For the options of a `StreamManager`. */
  readonly streams: { readonly updateIntervalMs?: number; readonly maxBufferSize?: number }
  /** Absent when switched off; a token is for `sharedToken`. */
  readonly webSocket?: { readonly port?: number; readonly host?: string; readonly token?: string }
  /** Absent unless switched on. */
  readonly webhook?: { readonly url: string; readonly secret: string }
  /** For `levelStore`; absent when nothing is to be kept. */
  readonly stateDirectory?: string
}

interface Settings {
  updateIntervalMs?: number
  maxBufferSize?: number
  hasWebSocket?: boolean
  port?: number
  host?: string
  token?: string
  hasWebhook?: boolean
  url?: string
  secret?: string
  stateDirectory?: string
}

function flag(text: string, name: string): boolean {
  const word = text.trim().toLowerCase()
  if (word === 'true' || word === '1') return true
  if (word === 'false' || word === '0') return false
  throw new TypeError(`${name}: expected true or false`)
}
function integer(text: string, name: string, least: number, most?: number): number {
  const value = numberIn(text, name, least, most)
  if (!Number.isInteger(value)) throw new TypeError(`${name}: expected an integer`)
  return value
}
function token(text: string, name: string): string {
  secretCheck(name, [text.trim()])
  return text.trim()
}
function url(text: string, name: string): string {
  if (!/^https?:/i.test(text.trim()) || !URL.canParse(text.trim()))
    throw new TypeError(`${name}: expected a URL of http or https`)
  return text.trim()
}

const readers: Readonly<Record<string, VariableReader<Settings>>> = {
  SUPEROPS_UPDATE_INTERVAL: (text, name) => ({
    updateIntervalMs: Math.round(numberIn(text, name, 1, Math.floor(longestIntervalMs / 1000)) * 1000),
  }),
  SUPEROPS_MAX_BUFFER_SIZE: (text, name) => ({ maxBufferSize: integer(text, name, 1) }),
  SUPEROPS_ENABLE_WEBSOCKET: (text, name) => ({ hasWebSocket: flag(text, name) }),
  SUPEROPS_WEBSOCKET_PORT: (text, name) => ({ port: integer(text, name, 0, 65_535) }),
  SUPEROPS_WEBSOCKET_HOST: (text) => ({ host: text.trim() }),
  SUPEROPS_WEBSOCKET_TOKEN: (text, name) => ({ token: token(text, name) }),
  SUPEROPS_ENABLE_WEBHOOK: (text, name) => ({ hasWebhook: flag(text, name) }),
  SUPEROPS_WEBHOOK_URL: (text, name) => ({ url: url(text, name) }),
  SUPEROPS_WEBHOOK_SECRET: (text) => ({ secret: text.trim() }),
  SUPEROPS_STATE_DIR: (text) => ({ stateDirectory: text.trim() }),
}

/**
 * Options of a manager and its sinks from environment variables; a blank variable counts as not set.
 *
 * The WebSocket is on unless switched off, a webhook off unless switched on. Defaults are left to the options.
 *
 * @throws TypeError that lists every problem at once, by name and without values.
 * @example
 * streamConfigFromEnv({ SUPEROPS_UPDATE_INTERVAL: '30', SUPEROPS_ENABLE_WEBSOCKET: 'false' })
 * // => { streams: { updateIntervalMs: 30000 } }
 */
export function streamConfigFromEnv(env: Environment = process.env): StreamConfig {
  const { settings, problems } = readVariables(env, readers)
  const { updateIntervalMs, maxBufferSize, hasWebSocket = true, hasWebhook = false, ...rest } = settings
  const { port, host, stateDirectory } = rest
  const isSet = (name: string) => (env[name] ?? '').trim() !== ''
  if (hasWebSocket && host !== undefined && !isLoopback(host) && !isSet('SUPEROPS_WEBSOCKET_TOKEN'))
    problems.push('SUPEROPS_WEBSOCKET_TOKEN: not set, which a host beyond loopback asks for')
  const forWebhook = hasWebhook ? ['SUPEROPS_WEBHOOK_URL', 'SUPEROPS_WEBHOOK_SECRET'] : []
  problems.push(...forWebhook.filter((name) => !isSet(name)).map((name) => `${name}: not set`))
  if (problems.length > 0) throw new TypeError(`environment: ${problems.join('; ')}`)
  return {
    streams: {
      ...(updateIntervalMs !== undefined && { updateIntervalMs }),
      ...(maxBufferSize !== undefined && { maxBufferSize }),
    },
    ...(hasWebSocket && {
      webSocket: {
        ...(port !== undefined && { port }),
        ...(host !== undefined && { host }),
        ...(rest.token !== undefined && { token: rest.token }),
      },
    }),
    ...(hasWebhook &&
      rest.url !== undefined &&
      rest.secret !== undefined && { webhook: { url: rest.url, secret: rest.secret } }),
    ...(stateDirectory !== undefined && { stateDirectory }),
  }
}
