import type { CircuitState } from './circuit.js'

/** How a sink stands. */
export interface SinkStatus {
  readonly name: string
  readonly state: CircuitState
  /** Why it gets nothing any more, when `disabled`. */
  readonly reason?: string
  readonly waiting: number
  readonly waitingBytes: number
  readonly inFlight: number
  readonly delivered: number
  /** Deliveries that failed, each try counted. */
  readonly failed: number
  readonly deadLetters: number
  /** Events that gave way to a gap. */
  readonly dropped: number
}
