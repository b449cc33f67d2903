import { recordId } from '../metrics/record-id.js'
import { isBlank } from './blank.js'

/** An id as text; null when it is blank, or a number that has lost digits. */
export const trustedId = (value: unknown): string | null => (isBlank(value) ? null : recordId(value))

/** Whether an id came as a number beyond 2^53, which is no longer the id that was sent. */
export const isUnsafeId = (value: unknown): boolean =>
  typeof value === 'number' && !Number.isSafeInteger(value)

/** Null for a blank one. */
export const isSafeId = (value: unknown): boolean | null => (isBlank(value) ? null : !isUnsafeId(value))

/** Whether none of the ids is unsafe; null when there are none. */
export function areSafeIds(ids: readonly unknown[]): boolean | null {
  let isAnyFilled = false
  for (const id of ids) {
    if (isUnsafeId(id)) return false
    isAnyFilled ||= !isBlank(id)
  }
  return isAnyFilled ? true : null
}
