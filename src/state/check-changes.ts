import type { StateChange } from './state-store.js'

const loneSurrogate = /\p{Surrogate}/u

/**
 * For implementations of `StateStore`, before they write anything.
 *
 * @throws TypeError when a change is no change, or its text has no form in UTF-8 and would come back altered.
 */
export function checkChanges(changes: readonly StateChange[]): void {
  for (const [at, change] of changes.entries()) {
    if ('put' in change) {
      checkText(`changes[${at}].put`, change.put)
      checkText(`changes[${at}].value`, change.value)
    } else checkText(`changes[${at}].delete`, change.delete)
  }
}

// Typed, and still the place where JavaScript passes an object that JSON.stringify was forgotten for.
function checkText(name: string, text: unknown): void {
  if (typeof text !== 'string') throw new TypeError(`${name}: expected a string, received ${typeof text}.`)
  if (loneSurrogate.test(text)) throw new TypeError(`${name}: expected well-formed Unicode.`)
}
