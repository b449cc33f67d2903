import type { Origin } from '../client/fallback.js'
import type { Product } from '../client/surface.js'
import { extractedSurfaces } from '../extract/extracted-surface.js'
import { type BoardMetrics, boardMetrics } from '../metrics/board-metrics.js'
import type { MetricsContext } from '../metrics/context.js'
import { createMetricsState, type MetricsState } from '../metrics/state/metrics-state.js'
import { collectionNames, type MetricsCollection } from '../metrics/state/record-store.js'
import type { LiveRecords } from './live-records.js'
import type { RecordChange } from './record-changes.js'
import type { Snapshot } from './snapshot.js'

/** Figures of a snapshot may be this much older than its reader. */
const snapshotMs = 5000

const isCollection = (entity: string): entity is MetricsCollection =>
  (collectionNames as readonly string[]).includes(entity)

/** The figures of the records a manager knows, kept up to date change by change. */
export class LiveMetrics {
  readonly #state: MetricsState
  readonly #recordOf: (typeof extractedSurfaces)[Product]['recordOf']
  #snapshot: Snapshot | undefined

  constructor(product: Product, metrics: Omit<MetricsContext, 'now'>, now: number) {
    this.#recordOf = extractedSurfaces[product].recordOf
    this.#state = createMetricsState({ ...metrics, now: new Date(now).toISOString() })
  }

  fill(live: LiveRecords): void {
    this.#snapshot = undefined
    for (const entity of live.entities())
      for (const given of live.of(entity).values()) {
        const { collection, row } = this.#recordOf(entity, given)
        if (isCollection(collection)) this.#state.insert(collection, row)
      }
  }

  apply(changes: readonly RecordChange[]): void {
    if (changes.length > 0) this.#snapshot = undefined
    for (const { entity, id, after } of changes) {
      const { collection, row } = this.#recordOf(entity, after ?? {})
      if (!isCollection(collection)) continue
      if (after === undefined) this.#state.remove(collection, id)
      else this.#state.update(collection, row)
    }
  }

  /** The figures of a wallboard at this instant. */
  board(now: string): BoardMetrics {
    const { index, context } = this.#at(now)
    return boardMetrics(index, context)
  }

  /** The same one until a record changes, or for five seconds. */
  snapshot(now: number, origin: Origin): Snapshot {
    const kept = this.#snapshot
    if (kept?.origin === origin && now - Date.parse(kept.context.now) < snapshotMs) return kept
    const prepared = this.#at(new Date(now).toISOString())
    this.#snapshot = { origin, data: this.#state.data(), kept: this.#state, ...prepared }
    return this.#snapshot
  }
  /** For every figure that is computed from records; good until the next change. */
  #at(now: string): Pick<Snapshot, 'index' | 'context'> {
    // A clock that was set back shows the figures of before.
    if (now > this.#state.now) {
      this.#snapshot = undefined
      this.#state.advance(now)
    }
    return { index: this.#state.index(), context: this.#state.context() }
  }
}
