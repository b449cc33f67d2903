export { memoryStore } from './memory-store.js'
export { StateError } from './state-error.js'
export type { RangeOptions, StateChange, StateStore } from './state-store.js'
