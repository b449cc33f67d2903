export { type Attempted, attempt } from './attempt.js'
export { type Client, createClient, type TypedDocument } from './client/client.js'
export type { CollectionName, Collections, Listing, ListOptions, RowOf } from './client/collections.js'
export {
  configFromEnv,
  type EnvironmentConfig,
  type EnvironmentOptions,
  environmentVariables,
} from './client/config-from-env.js'
export type { Check, Diagnosis } from './client/doctor.js'
export type { ClientEvents } from './client/events.js'
export type { CallOptions, MutationOptions, Mutations, Queries } from './client/faces.js'
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
  type Priority,
  type ScheduledCall,
} from './client/limiter.js'
export type { Collected, List } from './client/list.js'
export type { Logger } from './client/logger.js'
export type { AttemptRequest, AttemptResponse, Middleware } from './client/middleware.js'
export {
  type ClientOptions,
  clientDefaults,
  type Region,
  type UnconfiguredOptions,
} from './client/options.js'
export type { OriginChange } from './client/origin-switch.js'
export type { IncompleteReason, ListEnd, ListPosition, Page } from './client/pages.js'
export type { Reference, ReferenceName, References, StaleReference } from './client/references.js'
export type { Verify, VerifyWrite } from './client/verified-write.js'
export {
  type Attribute,
  and,
  type BooleanOperators,
  type Condition,
  type DateOperators,
  type DatePlaceholder,
  type NumberOperators,
  or,
  type Sort,
  type Span,
  sortBy,
  type TextOperators,
  where,
} from './client/where.js'
export type { Verdict, VerifiedMutation } from './client/write-verifiers.js'
export type { DecodeIssue } from './entities/decode.js'
export type { ObjectName, ObjectTypes } from './entities/generated/objects.js'
export type { Operations } from './entities/generated/operations.js'
export type * from './entities/generated/types.js'
export type { MutationName, OperationName, QueryName } from './entities/operation.js'
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
