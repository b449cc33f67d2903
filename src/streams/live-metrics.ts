import { type BoardMetrics, boardMetrics } from '../metrics/board-metrics.js'
import type { MetricsContext } from '../metrics/context.js'
import { createMetricsState, type MetricsState } from '../metrics/state/metrics-state.js'
import { collectionNames, type MetricsCollection } from '../metrics/state/record-store.js'
import type { LiveRecords } from './live-records.js'
import type { RecordChange } from './record-changes.js'

const isCollection = (entity: string): entity is MetricsCollection =>
  (collectionNames as readonly string[]).includes(entity)

/** The figures of the records a manager knows, kept up to date change by change. */
export class LiveMetrics {
  readonly #state: MetricsState

  constructor(metrics: Omit<MetricsContext, 'now'>, now: number) {
    this.#state = createMetricsState({ ...metrics, now: new Date(now).toISOString() })
  }

  fill(live: LiveRecords): void {
    for (const entity of collectionNames)
      for (const row of live.of(entity).values()) this.#state.insert(entity, row)
  }

  apply(changes: readonly RecordChange[]): void {
    for (const { entity, id, after } of changes) {
      if (!isCollection(entity)) continue
      if (after === undefined) this.#state.remove(entity, id)
      else this.#state.update(entity, after)
    }
  }

  /** The figures of a wallboard at this instant. */
  board(now: string): BoardMetrics {
    // A clock that was set back shows the figures of before.
    if (now > this.#state.now) this.#state.advance(now)
    return boardMetrics(this.#state.index(), this.#state.context())
  }
}
