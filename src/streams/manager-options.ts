import type { Client } from '../client/client.js'
import type { ItClient } from '../client/it-client.js'
import type { Logger } from '../client/logger.js'
import { extractedSurfaces } from '../extract/extracted-surface.js'
import type { MetricsContext } from '../metrics/context.js'
import { atLeast, expect, oneOf } from '../option-checks.js'
import { memoryStore } from '../state/memory-store.js'
import type { StateStore } from '../state/state-store.js'
import { pollingSource } from './polling-source.js'
import { ringDefaults } from './ring.js'
import type { Source } from './source.js'

export interface StreamManagerOptions {
  readonly client: Client | ItClient
  /**
   * Where events, what sinks still have to get and what is known of the tenant are kept. Without it a restart begins
   * anew: new epochs, and what happened in between is not told. @defaultValue memory
   */
  readonly state?: StateStore
  /** Where changes come from. @defaultValue polling the lists of the client */
  readonly source?: Source
  /** Entities that are followed. @defaultValue those that the metrics draw on */
  readonly entities?: readonly string[]
  /** Time between polls. @defaultValue 60 000 */
  readonly updateIntervalMs?: number
  /** Events per stream that readers can come back to. @defaultValue 1000 */
  readonly maxBufferSize?: number
  /** Whether what is there at the first reading of a tenant is told as created. @defaultValue 'silent' */
  readonly initial?: 'silent' | 'emit'
  /** Share of an SLA clock from which on a ticket is at risk. @defaultValue 0.75 */
  readonly slaAtRiskRatio?: number
  /** Settings of the figures: names of statuses, calendars, zones; see the metrics. */
  readonly metrics?: Omit<MetricsContext, 'now'>
  readonly logger?: Logger
  /**
   * The present of the tenant in epoch milliseconds, by which clocks of tickets run and events are dated; not the host's
   * where a mock tenant lives faster. @defaultValue Date.now
   */
  readonly now?: () => number
  /** How long `stop` waits for deliveries under way. @defaultValue 10 000 */
  readonly drainMs?: number
}

export interface ResolvedManagerOptions extends Required<Omit<StreamManagerOptions, 'client' | 'logger'>> {
  /** Of whichever surface: what is read of it goes by names. */
  readonly client: Client
  readonly logger: Logger | undefined
  /** A store was given, so a restart finds what was written. */
  readonly isDurable: boolean
}

/** Longer ones overflow in setInterval, which then fires all the time. */
export const longestIntervalMs = 2 ** 31 - 1

/** @throws TypeError naming the option that is wrong. */
export function resolveManagerOptions(given: StreamManagerOptions): ResolvedManagerOptions {
  const { state, logger } = given
  const client = given.client as unknown as Client
  expect(typeof client === 'object' && client !== null, 'client', 'a client', client)
  const store = state ?? memoryStore()
  const { updateIntervalMs = 60_000, slaAtRiskRatio = 0.75 } = given
  const fits =
    typeof updateIntervalMs === 'number' && updateIntervalMs >= 1000 && updateIntervalMs <= longestIntervalMs
  if (!fits)
    throw new TypeError(
      `updateIntervalMs: expected 1000 to ${longestIntervalMs} milliseconds, received ${typeof updateIntervalMs === 'number' ? updateIntervalMs : typeof updateIntervalMs}`,
    )
  expect(
    slaAtRiskRatio > 0 && slaAtRiskRatio < 1,
    'slaAtRiskRatio',
    'a number between 0 and 1',
    slaAtRiskRatio,
  )
  return {
    client,
    state: store,
    isDurable: state !== undefined,
    source: given.source ?? pollingSource(client, store),
    entities: given.entities ?? extractedSurfaces[client.surface.product].entities,
    updateIntervalMs,
    maxBufferSize: atLeast('maxBufferSize', given.maxBufferSize ?? ringDefaults.maxEvents, 1),
    initial: oneOf('initial', given.initial ?? 'silent', ['silent', 'emit']),
    slaAtRiskRatio,
    metrics: given.metrics ?? {},
    logger,
    now: given.now ?? Date.now,
    drainMs: atLeast('drainMs', given.drainMs ?? 10_000, 0),
  }
}
