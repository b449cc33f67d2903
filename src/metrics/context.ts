import type { BusinessHour, ClientSite, Ticket } from '../entities/generated/types.js'
import type { Schedule } from './schedule.js'
import type { ThresholdOptions } from './thresholds.js'

/** Fields of `Source` that a function reads, each of which a narrow selection may leave out. */
type Fields<Source, Name extends keyof Source> = { readonly [Key in Name]?: Source[Key] | undefined }

/** What ticket metrics read of a ticket: a decoded record, a narrow selection of it, or the vendor's plain JSON. */
export type MetricsTicket = Fields<
  Ticket,
  | 'ticketId'
  | 'site'
  | 'status'
  | 'priority'
  | 'createdTime'
  | 'firstResponseDueTime'
  | 'firstResponseTime'
  | 'firstResponseViolated'
  | 'resolutionDueTime'
  | 'resolutionTime'
  | 'resolutionViolated'
>

/** What metrics read of a client site: its business hours. */
export type MetricsSite = Fields<ClientSite, 'id' | 'timezoneCode' | 'working24x7' | 'holidayList'> & {
  readonly businessHour?: readonly (BusinessHour | null)[] | null | undefined
}

/** A status as seen at an instant; the vendor keeps no history, so it comes from snapshots of one's own. */
export interface StatusChange {
  readonly at: string
  readonly status: string
}

/** Records that metrics are made of. A collection left out is unknown, not empty: what depends on it is null. */
export interface MetricsData {
  readonly tickets?: readonly MetricsTicket[] | undefined
  readonly sites?: readonly MetricsSite[] | undefined
  readonly statusHistoryByTicketId?: Readonly<Record<string, readonly StatusChange[]>> | undefined
}

export type StatusClass = 'open' | 'paused' | 'resolved' | 'closed' | 'cancelled' | 'unknown'

/** 1 is the most urgent. */
export type PriorityRank = 1 | 2 | 3 | 4

/** Everything a figure depends on beside the records; no clock, locale or environment is read. */
export interface MetricsContext {
  /** The present, an ISO instant with offset. */
  readonly now: string
  /**
   * Zone of source times without offset.
   * @defaultValue 'UTC'
   */
  readonly sourceTimeZone?: string | undefined
  /**
   * How far clocks may disagree: what lies at most this far in the future, or is negative by at most this much, is
   * taken as now, or as zero.
   * @defaultValue 5
   */
  readonly clockSkewMinutes?: number | undefined
  /** Classes of status names, added to the known ones and stronger than they. */
  readonly statusMap?: Readonly<Record<string, Exclude<StatusClass, 'unknown'>>> | undefined
  /** Ranks of priority names, added to the known ones and stronger than they. */
  readonly priorityMap?: Readonly<Record<string, PriorityRank>> | undefined
  /**
   * Whether the vendor's `…Violated` flags decide before due times do.
   * @defaultValue 'flag'
   */
  readonly slaSource?: 'flag' | 'timestamps' | undefined
  /**
   * Clock of consumed ratios; 'auto' is business hours where a schedule resolves, else the calendar.
   * @defaultValue 'auto'
   */
  readonly slaClock?: 'auto' | 'business' | 'calendar' | undefined
  /**
   * Whether a ticket resolved without a first response was answered by its resolution.
   * @defaultValue true
   */
  readonly resolutionCountsAsResponse?: boolean | undefined
  /** Schedule of tickets for which nothing closer is known. */
  readonly defaultSchedule?: Schedule | undefined
  /** Stronger than the business hours of the site's own record. */
  readonly scheduleBySiteId?: Readonly<Record<string, Schedule>> | undefined
  /** `YYYY-MM-DD` per holiday list of client sites; the vendor returns only the names of the lists. */
  readonly holidaysByListId?: Readonly<Record<string, readonly string[]>> | undefined
  /** Limits of categories; {@link defaultThresholds} are the ones that apply otherwise. */
  readonly thresholds?: ThresholdOptions | undefined
}
