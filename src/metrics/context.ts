import type { Portfolio } from './portfolio.js'
import type { MetricsAsset, MetricsTicket } from './records.js'
import type { Schedule } from './schedule.js'
import type { ThresholdOptions } from './thresholds.js'

export type StatusClass = 'open' | 'paused' | 'resolved' | 'closed' | 'cancelled' | 'unknown'

/** 1 is the most urgent. */
export type PriorityRank = 1 | 2 | 3 | 4

/** Half-open `[from, to)`; texts without offset are wall clocks of the report zone. */
export interface MetricsPeriod {
  readonly from: string
  readonly to: string
  /**
   * `month` counts whole calendar months in figures per month, every other kind days ÷ 30.436875.
   * @defaultValue 'custom'
   */
  readonly kind?: 'day' | 'week' | 'month' | 'custom' | undefined
}

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
   * Zone of the days, weeks and months of figures, and of the period.
   * @defaultValue 'UTC'
   */
  readonly reportTimeZone?: string | undefined
  /** Span of figures per period; the 30 × 24 h before `now` when left out. */
  readonly period?: MetricsPeriod | undefined
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
  /**
   * Share of SLA outcomes to be met, for error budgets.
   * @defaultValue 0.95
   */
  readonly slaTarget?: number | undefined
  /** Schedule of tickets and technicians for which nothing closer is known. */
  readonly defaultSchedule?: Schedule | undefined
  /** Stronger than the business hours of the site's own record. */
  readonly scheduleBySiteId?: Readonly<Record<string, Schedule>> | undefined
  readonly scheduleByTechnicianId?: Readonly<Record<string, Schedule>> | undefined
  /** `YYYY-MM-DD` per holiday list of client sites; the vendor returns only the names of the lists. */
  readonly holidaysByListId?: Readonly<Record<string, readonly string[]>> | undefined
  /** Leave within the period, in hours. */
  readonly timeOffHoursByTechnicianId?: Readonly<Record<string, number>> | undefined
  /** Cost of an hour of labour, in the tenant's currency; `defaultHourlyCost` where a technician has none. */
  readonly hourlyCostByTechnicianId?: Readonly<Record<string, number>> | undefined
  readonly defaultHourlyCost?: number | undefined
  /** Costs within the period that are no labour, such as licences. */
  readonly hardCostByClientId?: Readonly<Record<string, number>> | undefined
  /** What an hour under contract would cost; without it agreement efficiency is null. */
  readonly standardHourlyRate?: number | undefined
  /**
   * Days until billable work that is on no invoice counts as leakage.
   * @defaultValue 30
   */
  readonly leakageGraceDays?: number | undefined
  /**
   * Sources of tickets that are no sign of life of a client.
   * @defaultValue ['INTEGRATION']
   */
  readonly engagementExcludedSources?: readonly string[] | undefined
  readonly tierByClientId?: Readonly<Record<string, string>> | undefined
  /** Beats the level that the skill score suggests, not the score. */
  readonly declaredSkillLevelByUserId?: Readonly<Record<string, string>> | undefined
  /** @defaultValue 10 */
  readonly minResolvedForScore?: number | undefined
  /** @defaultValue 20 */
  readonly minResolvedForSkill?: number | undefined
  /**
   * Cases of the team's mean that are added to a technician's own, against small numbers.
   * @defaultValue 10
   */
  readonly shrinkageK?: number | undefined
  /** Answers 1 to 5 within the period; the API holds none. */
  readonly csatByClientId?: Readonly<Record<string, readonly number[]>> | undefined
  /** Answers 0 to 10 within the period; the API holds none. */
  readonly npsByClientId?: Readonly<Record<string, readonly number[]>> | undefined
  /** Which assets are endpoints; every one by default. */
  readonly isEndpoint?: ((asset: MetricsAsset) => boolean) | undefined
  /** Which tickets count for the figures of technicians; every one by default. */
  readonly countsForTechnician?: ((ticket: MetricsTicket) => boolean) | undefined
  /**
   * First contact resolution by the count of replies, or by resolution within one business hour.
   * @defaultValue 'replies'
   */
  readonly fcrRule?: 'replies' | 'oneBusinessHour' | undefined
  /** Minutes without activity after which an open ticket is stale, per priority rank. */
  readonly staleMinutesByRank?:
    | Readonly<Partial<Record<PriorityRank | 'none' | 'paused', number>>>
    | undefined
  /** What `portfolio` gave at an earlier instant, for churn. */
  readonly previousPortfolio?: Portfolio | undefined
  /** Limits of categories; `defaultThresholds` are the ones that apply otherwise. */
  readonly thresholds?: ThresholdOptions | undefined
}
