export { checkChanges } from './check-changes.js'
export { memoryStore } from './memory-store.js'
export type { RangeOptions, StateChange, StateStore } from './state-store.js'
export { StateStoreError, type StateStoreErrorCode } from './state-store-error.js'
