import type { SlaGroupBy } from '../sla-groups.js'

export type SlaClockName = 'firstResponse' | 'resolution'

/** What a figure is about: a ticket, a client, a technician, a bucket, an SLA population, or all of them. */
export interface ExplainSubject {
  readonly ticketId?: string
  /** With `bucket`: only records of this client. */
  readonly clientId?: string
  readonly technicianId?: string
  /** The label of a row of `serviceDelivery`, whose form tells the granularity: `2024-03-04`, `2024-03`. */
  readonly bucket?: string
  /** With `group`: SLA figures of one group, as rows of `slaMetrics` name it. */
  readonly groupBy?: SlaGroupBy
  readonly group?: string
  /**
   * Of S01 to S12, which there are for either clock.
   * @defaultValue 'resolution'
   */
  readonly clock?: SlaClockName
}
