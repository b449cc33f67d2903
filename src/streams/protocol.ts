import type { StreamEvent } from './event.js'
import type { Position, ReadMode, StreamGap, StreamPosition } from './stream-feed.js'

/** What both sides of a WebSocket connection speak; docs/protocol.md tells it in words. */
export type Subprotocol = 'superops.stream.v1'

/**
 * An event passes when, for each list given, it has one of the values; an event whose `data` lacks the
 * attribute does not.
 */
export interface EventFilter {
  /** Ids of clients, `data.clientId`. */
  readonly client?: readonly string[]
  /** Ids of technicians, `data.technicianId`. */
  readonly technician?: readonly string[]
  /** Names of priorities, `data.priority`. */
  readonly priority?: readonly string[]
  /** Types of event. */
  readonly type?: readonly string[]
}

export interface SubscriptionRequest {
  readonly stream: string
  readonly mode?: ReadMode
  readonly since?: Position
  readonly filter?: EventFilter
}

/** First, where the upgrade had no credentials; later, to show new ones before the old expire. */
export interface ConnectFrame {
  readonly type: 'connect'
  readonly id: number
  readonly token: string
}
export interface SubscribeFrame {
  readonly type: 'subscribe'
  readonly id: number
  readonly streams: readonly (string | SubscriptionRequest)[]
}
export interface UnsubscribeFrame {
  readonly type: 'unsubscribe'
  readonly id: number
  readonly streams: readonly string[]
}
export type ClientFrame =
  | ConnectFrame
  | SubscribeFrame
  | UnsubscribeFrame
  | { readonly type: 'ping'; readonly id: number }
  | { readonly type: 'pong' }

export interface WelcomeFrame {
  readonly type: 'welcome'
  /** Of the `connect` it answers; absent when credentials came with the upgrade. */
  readonly id?: number
  readonly protocol: 1
  readonly connectionId: string
  readonly now: string
  readonly heartbeatMs: number
  readonly pongTimeoutMs: number
  readonly maxPayload: number
  readonly streams: readonly string[]
  readonly expiresAt?: string
}
export interface SubscribedFrame extends StreamPosition {
  readonly type: 'subscribed'
  readonly id: number
  readonly stream: string
  readonly wasRecovering: boolean
  readonly recovered: boolean
  /** Event frames that follow of the past; once they came, the reader stands at `sequence`. */
  readonly replayed: number
}
export interface EventFrame {
  readonly type: 'event'
  readonly stream: string
  readonly event: StreamEvent
}
/** All events up to `sequence` that were not sent did not pass the filter. */
export interface SkipFrame {
  readonly type: 'skip'
  readonly stream: string
  readonly sequence: number
}
export interface GapFrame extends StreamGap {
  readonly type: 'gap'
  readonly action: 'resync'
}
export interface DisconnectFrame {
  readonly type: 'disconnect'
  readonly code: number
  readonly reason: string
  readonly reconnect: boolean
  readonly retryAfterMs: number
}
export type ErrorCode = 'bad_request' | 'unknown_stream' | 'permission_denied' | 'subscription_limit'
export interface ErrorFrame {
  readonly type: 'error'
  readonly id?: number
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly temporary: boolean }
}
export type ServerFrame =
  | WelcomeFrame
  | SubscribedFrame
  | { readonly type: 'unsubscribed'; readonly id: number; readonly streams: readonly string[] }
  | EventFrame
  | SkipFrame
  | GapFrame
  | { readonly type: 'ping'; readonly now: string; readonly positions: Readonly<Record<string, number>> }
  | { readonly type: 'pong'; readonly id: number; readonly now: string }
  | DisconnectFrame
  | ErrorFrame
