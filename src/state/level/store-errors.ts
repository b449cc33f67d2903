import { StateStoreError } from '../state-store-error.js'

/** LevelDB tells what failed in words of the operating system. */
const isFull = /No space left|Disk quota exceeded|File too large|not enough space/i
const isForbidden = /Permission denied|Read-only file system|Operation not permitted|Access is denied/i

/** What made `open` fail: classic-level wraps it. */
function causeOf(error: unknown): { code: unknown; text: string } {
  const { cause } = error as { cause?: unknown }
  const { code, message } = (cause ?? error) as { code?: unknown; message?: unknown }
  return { code, text: String(message) }
}

export function openError(directory: string, error: unknown): StateStoreError {
  const { code, text } = causeOf(error)
  const options = { cause: error }
  if (code === 'LEVEL_LOCKED')
    return new StateStoreError(
      'ERR_STATE_LOCKED',
      `the state store in ${directory} is open already, in this process or another: one at a time writes it`,
      options,
    )
  if (code === 'EEXIST' || code === 'ENOTDIR' || /Not a directory/.test(text))
    return new StateStoreError(
      'ERR_STATE_DIRECTORY',
      `${directory} is no directory for a state store`,
      options,
    )
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || isForbidden.test(text))
    return new StateStoreError(
      'ERR_STATE_DIRECTORY',
      `this process may not write to ${directory}, where the state store is to be`,
      options,
    )
  if (code === 'LEVEL_CORRUPTION' || /does not exist|Corruption/.test(text))
    return new StateStoreError(
      'ERR_STATE_DAMAGED',
      `the state store in ${directory} is damaged: restore a copy, or delete the directory to begin anew`,
      options,
    )
  return new StateStoreError(
    'ERR_STATE_DIRECTORY',
    isFull.test(text) || code === 'ENOSPC'
      ? `the state store in ${directory} cannot be opened: the disk is full`
      : `the state store in ${directory} cannot be opened: ${text}`,
    options,
  )
}

export function writeError(directory: string, error: unknown): StateStoreError {
  const { text } = causeOf(error)
  const why = isFull.test(text) ? 'the disk is full' : text
  return new StateStoreError(
    'ERR_STATE_WRITE',
    `writing to the state store in ${directory} failed: ${why}; it takes no more until it is opened again`,
    { cause: error },
  )
}

export const readError = (directory: string, error: unknown) =>
  new StateStoreError(
    'ERR_STATE_READ',
    `reading the state store in ${directory} failed: ${causeOf(error).text}`,
    {
      cause: error,
    },
  )
