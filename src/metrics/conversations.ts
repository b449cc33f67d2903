import { eventTime } from './event-time.js'
import { isRecord, type MetricsConversation } from './records.js'
import type { Settings } from './settings.js'

/** What figures read of the conversation of a ticket. */
export interface ConversationFacts {
  readonly techReplies: number
  readonly requesterReplies: number
  /** Epoch ms; NaN for none. */
  readonly latestAt: number
  readonly latestRequesterReplyAt: number
}

/** Automatic notices and the opening description are no replies. */
export function conversationFacts(
  conversation: readonly MetricsConversation[],
  settings: Settings,
): ConversationFacts {
  let techReplies = 0
  let requesterReplies = 0
  let latestAt = Number.NaN
  let latestRequesterReplyAt = Number.NaN
  for (const message of conversation) {
    if (!isRecord(message)) continue
    const { type, time }: MetricsConversation = message
    const at = eventTime(time, settings)
    latestAt = latest(latestAt, at)
    if (type === 'TECH_REPLY') techReplies += 1
    if (type !== 'REQ_REPLY') continue
    requesterReplies += 1
    latestRequesterReplyAt = latest(latestRequesterReplyAt, at)
  }
  return { techReplies, requesterReplies, latestAt, latestRequesterReplyAt }
}

/** The later of two instants; NaN is none. */
export const latest = (a: number, b: number): number => (b <= a || Number.isNaN(b) ? a : b)
