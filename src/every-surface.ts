/** What is the same for every product. */
export { type Attempted, attempt } from './attempt.js'
export type { ClientOf, TypedDocument } from './client/client.js'
export type { ListOptions } from './client/collections.js'
export {
  type ConfigFromEnv,
  type EnvironmentConfig,
  type EnvironmentOptions,
  environmentVariables,
} from './client/config-from-env.js'
export type { Check, Diagnosis } from './client/doctor.js'
export type { Region } from './client/endpoint.js'
export type { ClientEvents } from './client/events.js'
export type { CallOptions } from './client/faces.js'
export type { Fallback, FallbackTenant, Origin } from './client/fallback.js'
export type { FileContent, UploadFile } from './client/files/content.js'
export type { DownloadOptions, DownloadTarget, FileDownload } from './client/files/download.js'
export type { Files } from './client/files/files.js'
export type { FileProgress } from './client/files/progress.js'
export type { TransferOptions } from './client/files/transfer-options.js'
export type { UploadedFile, UploadOptions } from './client/files/upload.js'
export type { Heal, Warning } from './client/heal.js'
export {
  type Admission,
  createLimiter,
  type Limiter,
  type LimiterOptions,
  type LimiterStats,
  type ScheduledCall,
} from './client/limiter.js'
export type { Collected, List } from './client/list.js'
export type { Logger } from './client/logger.js'
export type { AttemptRequest, AttemptResponse, Middleware } from './client/middleware.js'
export {
  type ClientOptions,
  clientDefaults,
  type UnconfiguredOptions,
} from './client/options.js'
export type { OriginChange } from './client/origin-switch.js'
export type { IncompleteReason, ListEnd, ListPosition, Page } from './client/pages.js'
export type { StaleReference } from './client/references.js'
export type {
  CollectionRow,
  Product,
  ProvenSort,
  ReferenceRow,
  Surface,
  SurfaceTypes,
} from './client/surface.js'
export {
  type Attribute,
  and,
  type BooleanOperators,
  type Condition,
  type DateOperators,
  type DatePlaceholder,
  type NumberOperators,
  or,
  type SortBy,
  type Span,
  type TextOperators,
  type Where,
} from './client/where.js'
export type { Verdict } from './client/write-verifier.js'
export type { DecodeIssue } from './entities/decode.js'
export {
  AbortedError,
  ApiError,
  type Attempt,
  AuthError,
  type ClientErrorCode,
  DecodeError,
  type ErrorFacts,
  type ErrorKind,
  type GraphQlError,
  HttpError,
  isSuperOpsError,
  NetworkError,
  RateLimitError,
  ReadOnlyError,
  type SuperOpsError,
  TimeoutError,
  type WriteOutcome,
} from './errors.js'
export type { Environment } from './option-checks.js'
