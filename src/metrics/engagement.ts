import { DAY_MS } from '../values/day.js'
import { change } from './clock-tally.js'
import type { TicketFacts } from './facts.js'
import { finiteOrNull } from './money.js'
import type { Settings } from './settings.js'
import type { SortedValues } from './sorted-values.js'

/**
 * Counts the signs of life of a client that a ticket holds: its creation, unless its source is in
 * `ctx.engagementExcludedSources`, and the latest reply of its requester. A cancelled ticket is a sign of life as well.
 */
export function countSignsOfLife(instants: SortedValues, facts: TicketFacts, sign: 1 | -1): void {
  if (!isFromExcludedSource(facts)) change(instants, facts.createdAt, sign)
  if (facts.conversation !== undefined) change(instants, facts.conversation.latestRequesterReplyAt, sign)
}

/** Whether the creation of a ticket is no sign of life. */
export function isFromExcludedSource({ record, settings }: TicketFacts): boolean {
  const source: unknown = record.source
  return typeof source === 'string' && settings.engagementExcludedSources.has(source.toUpperCase())
}

/** C15: now − latest sign of life, of all time, in days; null without any. */
export function daysSinceLastActivity(instants: SortedValues | null, { now }: Settings): number | null {
  const latest = instants?.values().at(-1)
  return latest === undefined ? null : finiteOrNull((now - latest) / DAY_MS)
}

export type ActivityLevel = 'dormant' | 'low' | 'normal' | 'high' | 'veryHigh'

/**
 * C16: dormant without sign of life or with one of more than 90 days ago; else by C07: below 0.2 low, below 1 normal,
 * below 2 high, else veryHigh (`ctx.thresholds.activityLevel`). Null when not dormant and C07 is null.
 */
export function activityLevel(
  days: number | null,
  ticketsPerEndpoint: number | null,
  { thresholds }: Settings,
): ActivityLevel | null {
  const { dormantDays, normal, high, veryHigh } = thresholds.activityLevel
  if (days === null || days > dormantDays) return 'dormant'
  if (ticketsPerEndpoint === null) return null
  if (ticketsPerEndpoint < normal) return 'low'
  if (ticketsPerEndpoint < high) return 'normal'
  return ticketsPerEndpoint < veryHigh ? 'high' : 'veryHigh'
}
