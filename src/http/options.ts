import type { LimiterStats } from '../client/limiter.js'
import { atLeast, expect } from '../option-checks.js'
import type { QualityOptions } from '../quality/options.js'
import { secretCheck } from '../shared-secret.js'
import type { StreamManager } from '../streams/manager.js'
import type { Snapshot } from '../streams/snapshot.js'
import { type SignatureOptions, type Verifier, verifierOf } from '../webhooks/receiver-options.js'
import { type ReplayGuard, replayGuard } from '../webhooks/replay-guard.js'

/** What is served of a stream manager. */
export type ServedStreams = Pick<StreamManager, 'feed' | 'nudge' | 'refresh' | 'snapshot' | 'status'>

export interface HandlerOptions {
  /**
   * Keys that clients show as `Authorization: Bearer` or `X-API-Key`, of 16 characters or more; several allow a
   * change without a break. False serves everyone who can reach it.
   */
  readonly apiKeys: readonly string[] | false
  /** Without it there are no streams, and `snapshot` is what reports are made of. */
  readonly streams?: ServedStreams
  /**
   * The records that reports and entities are made of; undefined before the first reading. What is computed is kept
   * until it answers another object.
   * @defaultValue those of `streams`
   */
  readonly snapshot?: () => Snapshot | undefined
  /** For `/metrics`: how the request limit stands. */
  readonly client?: { stats(): LimiterStats }
  /**
   * How a message to `/v1/nudge` without a key is signed: `secret` by Standard Webhooks, or `verify`, as for receivers
   * of webhooks.
   * @defaultValue a key is asked for
   */
  readonly nudges?: SignatureOptions
  /** Where the routes begin, when the framework leaves the path whole. @defaultValue '' */
  readonly basePath?: string
  readonly quality?: QualityOptions
  /** The present of the tenant in epoch milliseconds, the same as the manager's. @defaultValue Date.now */
  readonly now?: () => number
  /** Seconds of the tenant per second of the host; more than 1 for a mock tenant that lives faster. @defaultValue 1 */
  readonly clockRate?: number
  /** Between comments on an event stream that keep it open. @defaultValue 15 000 */
  readonly heartbeatMs?: number
  /** Bytes that may wait for a reader of an event stream before it is cut off. @defaultValue 1 MiB */
  readonly maxBufferedBytes?: number
  /** Event streams open at once. @defaultValue 5000 */
  readonly maxReaders?: number
  /** For a body to come in. @defaultValue 10 000 */
  readonly bodyTimeoutMs?: number
  /** Ends the event streams, so that a server can close. */
  readonly signal?: AbortSignal
  /** Told what was answered with 500, and why a nudge or a refresh failed. */
  readonly onError?: (error: unknown) => void
}

type Optional = 'client' | 'onError' | 'quality' | 'signal' | 'streams'
export interface ResolvedOptions
  extends Required<Omit<HandlerOptions, Optional | 'apiKeys' | 'nudges'>>,
    Pick<HandlerOptions, Optional> {
  /** Undefined when everyone is served. */
  readonly isKey: ((given: string) => boolean) | undefined
  /** Undefined when a key is asked for. */
  readonly verifyNudge: Verifier | undefined
  readonly replay: ReplayGuard
}

/** @throws TypeError naming the option that is wrong. */
export function resolveOptions(given: HandlerOptions): ResolvedOptions {
  expect(typeof given === 'object' && given !== null, 'options', 'an object', given)
  const { apiKeys, streams, snapshot, nudges, basePath = '', clockRate = 1, ...rest } = given
  const isAmiss = apiKeys !== false && !Array.isArray(apiKeys)
  expect(!isAmiss, 'apiKeys', 'a list of texts, or false to serve everyone', apiKeys)
  const isRecords = snapshot === undefined || typeof snapshot === 'function'
  expect(isRecords, 'snapshot', 'a function', snapshot)
  const isPath = typeof basePath === 'string' && /^(\/[\w.~-]+)*$/.test(basePath)
  expect(isPath, 'basePath', "a path such as '/api'", basePath)
  expect(typeof clockRate === 'number' && clockRate > 0, 'clockRate', 'a number above 0', clockRate)
  return {
    ...rest,
    ...(streams !== undefined && { streams }),
    isKey: apiKeys === false ? undefined : secretCheck('apiKeys', apiKeys),
    verifyNudge: nudges && verifierOf(nudges),
    replay: nudges?.replay ?? replayGuard(),
    snapshot: snapshot ?? (() => streams?.snapshot()),
    basePath,
    clockRate,
    now: given.now ?? Date.now,
    heartbeatMs: atLeast('heartbeatMs', given.heartbeatMs ?? 15_000, 1),
    maxBufferedBytes: atLeast('maxBufferedBytes', given.maxBufferedBytes ?? 1024 * 1024, 1),
    maxReaders: atLeast('maxReaders', given.maxReaders ?? 5000, 1),
    bodyTimeoutMs: atLeast('bodyTimeoutMs', given.bodyTimeoutMs ?? 10_000, 1),
  }
}
