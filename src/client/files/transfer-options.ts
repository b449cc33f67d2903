import type { CallSettings } from '../call.js'
import type { Execution } from '../execute.js'
import type { CallOptions } from '../faces.js'
import type { OnProgress } from './progress.js'

/** Bounds of one transfer, in place of the client's. */
export interface TransferOptions extends Omit<CallOptions, 'decode'> {
  /** Until the answer begins, and between two pieces that move; not the transfer as a whole. */
  readonly timeoutMs?: number
  /** Bound of the transfer in all, the body included. @defaultValue none */
  readonly deadlineMs?: number
  readonly onProgress?: OnProgress
}

/** How a client sends a transfer with these bounds. */
export type SettleTransfer = (bounds: CallOptions) => {
  readonly execution: Execution
  readonly settings: Omit<CallSettings, 'operation' | 'kind'>
}
