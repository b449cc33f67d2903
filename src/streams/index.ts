export { type AddedStream, changeStream, type RecordEventData } from './change-stream.js'
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
export { StreamManager } from './manager.js'
export { type ManagerEvents, streamNames } from './manager-events.js'
export type { StreamManagerOptions } from './manager-options.js'
export type { ManagerStatus } from './manager-status.js'
export type { CircuitState } from './outbox/circuit.js'
export type { GapEventData } from './outbox/gap-event.js'
export type { DeadLetter } from './outbox/outbox-rows.js'
export type { SinkOptions } from './outbox/sink-options.js'
export type { SinkOutbox } from './outbox/sink-outbox.js'
export type { DeliveryOrder } from './outbox/sink-queue.js'
export type { SinkStatus } from './outbox/sink-status.js'
export { pollingSource } from './polling-source.js'
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
export type { EntityRound, Source, SourceBatch } from './source.js'
export { type StreamConfig, streamConfigFromEnv } from './stream-config-from-env.js'
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
