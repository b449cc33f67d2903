export { createEvent, type EventDraft, type EventIdentity, eventId } from './create-event.js'
export type {
  AlertEventData,
  Changes,
  EventAttributes,
  EventData,
  EventOf,
  EventType,
  HealthEventData,
  MetricsEventData,
  SlaEventData,
  StreamEvent,
  StreamName,
  StreamTypes,
  TechnicianActivityData,
  TicketEventData,
} from './event.js'
export { createFeed, type Feed, type FeedOptions, newEpoch, type OpenStream } from './feed.js'
export type {
  ClientFrame,
  ConnectFrame,
  DisconnectFrame,
  ErrorCode,
  ErrorFrame,
  EventFilter,
  EventFrame,
  GapFrame,
  ServerFrame,
  SkipFrame,
  Subprotocol,
  SubscribedFrame,
  SubscribeFrame,
  SubscriptionRequest,
  UnsubscribeFrame,
  WelcomeFrame,
} from './protocol.js'
export type { FeedEntry, RingLimits } from './ring.js'
export type { Sink, Verdict } from './sink.js'
export type {
  FeedItem,
  FeedListener,
  Following,
  GapReason,
  Position,
  ReadFrom,
  ReadMode,
  Recovery,
  StreamFeed,
  StreamGap,
  StreamPosition,
  SubscribeOptions,
} from './stream-feed.js'
