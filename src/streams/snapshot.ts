import type { Origin } from '../client/fallback.js'
import type { MetricsContext } from '../metrics/context.js'
import type { MetricsData } from '../metrics/records.js'
import type { MetricsIndex } from '../metrics/scope.js'
import type { MetricsState } from '../metrics/state/metrics-state.js'

/** The records of a tenant as they are known at an instant; another object as soon as anything is known anew. */
export interface Snapshot {
  readonly origin: Origin
  readonly data: MetricsData
  /** The same records, for figures. */
  readonly index: MetricsIndex
  /** Settings of the figures; `now` is the instant. */
  readonly context: MetricsContext
  /** Figures that are kept up to date; good for as long as the snapshot is the latest. */
  readonly kept?: Pick<MetricsState, 'allClientMetrics' | 'portfolio' | 'technicianMetrics'>
}
