import { createRequire } from 'node:module'
import { StateStoreError } from '../state-store-error.js'

const require = createRequire(import.meta.url)

/** @throws StateStoreError with the command that installs the package when it is missing. */
export function loadClassicLevel(): typeof import('classic-level') {
  try {
    return require('classic-level') as typeof import('classic-level')
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    // A package that is there but broken inside has a message of its own.
    if (code !== 'MODULE_NOT_FOUND' || !String(message).includes("'classic-level'")) throw error
    const what = 'levelStore needs the package classic-level: npm install classic-level@3'
    throw new StateStoreError('ERR_MISSING_PEER', what, { cause: error })
  }
}
