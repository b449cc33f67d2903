/**
 * - `ERR_STATE_LOCKED`: another store has it open; one process writes a store.
 * - `ERR_STATE_DIRECTORY`: no directory, or one that cannot be written.
 * - `ERR_STATE_DAMAGED`: files that cannot be read as a store.
 * - `ERR_STATE_WRITE`: a write failed, such as on a full disk.
 * - `ERR_STATE_READ`: a read failed.
 * - `ERR_STATE_CLOSED`: used after `close`.
 * - `ERR_MISSING_PEER`: an optional package is not installed.
 */
export type StateStoreErrorCode =
  | 'ERR_STATE_LOCKED'
  | 'ERR_STATE_DIRECTORY'
  | 'ERR_STATE_DAMAGED'
  | 'ERR_STATE_WRITE'
  | 'ERR_STATE_READ'
  | 'ERR_STATE_CLOSED'
  | 'ERR_MISSING_PEER'

/** What a store of state could not do; `code` tells why. */
export class StateStoreError extends Error {
  override readonly name = 'StateStoreError'
  readonly code: StateStoreErrorCode
  constructor(code: StateStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What every call on a closed store rejects with. */
export const closedError = () => new StateStoreError('ERR_STATE_CLOSED', 'the state store is closed')
