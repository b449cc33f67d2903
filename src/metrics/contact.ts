import { businessMinutes } from './duration.js'
import type { TicketFacts } from './facts.js'
import { reopenCount } from './reopening.js'

/** T22: replies of technicians; null when the conversation was not loaded. */
export const techReplyCount = ({ conversation }: TicketFacts): number | null =>
  conversation?.techReplies ?? null

/** T23: replies of the requester; null when the conversation was not loaded. */
export const requesterReplyCount = ({ conversation }: TicketFacts): number | null =>
  conversation?.requesterReplies ?? null

/**
 * T24: whether the first contact was enough.
 *
 * By replies: none of the requester, at most one of a technician, never reopened as far as is known; null when the
 * ticket is not resolved or closed, or its conversation was not loaded. By the rule `oneBusinessHour`: T07 of at most
 * 60; null when T07 is.
 */
export function isFirstContactResolution(facts: TicketFacts): boolean | null {
  const { statusClass, conversation, settings, calendar, startedAt, resolvedAt } = facts
  if (statusClass !== 'resolved' && statusClass !== 'closed') return null
  if (settings.fcrRule === 'oneBusinessHour') {
    const minutes = businessMinutes(calendar, startedAt, resolvedAt, settings.skew)
    return Number.isNaN(minutes) ? null : minutes <= 60
  }
  if (conversation === undefined) return null
  return (
    conversation.requesterReplies === 0 && conversation.techReplies <= 1 && (reopenCount(facts) ?? 0) === 0
  )
}
