export type { ContractCase } from './contract-case.js'
export type {
  HtmlErrorFault,
  StatusFault,
  TruncatedBodyFault,
} from './faults/answer-faults.js'
export type { DropConnectionFault, StallBodyFault } from './faults/connection-faults.js'
export type { FaultWhen } from './faults/fault-when.js'
export type { Interceptor } from './faults/interceptor.js'
export type { NullInNonNullFault } from './faults/null-in-non-null.js'
export type { SchemaDriftFault } from './faults/schema-drift.js'
export type { ClockSkewFault, DripFault, LatencyFault } from './faults/timing-faults.js'
export type { AmbiguousWriteFault } from './faults/write-faults.js'
export type { Faults, RemoveFault } from './faults.js'
export { fixtureOf, resultFixtureOf } from './fixture.js'
export type { ListenOptions, ServedRequest } from './listen.js'
export type { LiveOptions, LiveTime } from './live-time.js'
export type { MockAnswer, MockCall, MockRequest, RecordedCall } from './mock-call.js'
export type { MockTenantOptions, Subscription } from './mock-options.js'
export { createMockTenant, type MockCredentials, type MockServer, type MockTenant } from './mock-tenant.js'
export type { QuirkName, Quirks } from './quirks.js'
export { sampleVariables } from './sample-variables.js'
export type { QuoteReferenceIds } from './scene.js'
export { type SinkUnderTest, sinkContract } from './sink-contract.js'
export {
  type StateStoreContractOptions,
  stateStoreContract,
} from './state-store-contract.js'
export { wireSchema } from './wire-schema.js'
export type { DisplayIdFormat } from './world/build.js'
export type { Duration } from './world/duration.js'
export type { MockWorld, RecordsByKind, WorldChanges } from './world-view.js'
