import { checkChanges } from './check-changes.js'
import type { RangeOptions, StateChange, StateStore } from './state-store.js'
import { closedError } from './state-store-error.js'

/** A store that ends with the process; a restart reads everything anew. */
export function memoryStore(): StateStore {
  const entries = new Map<string, string>()
  let isClosed = false
  const live = () => {
    if (isClosed) throw closedError()
    return entries
  }
  return {
    get: async (key) => live().get(key),
    batch: async (changes: readonly StateChange[]) => {
      const map = live()
      checkChanges(changes)
      for (const change of changes) {
        if ('put' in change) map.set(change.put, change.value)
        else map.delete(change.delete)
      }
    },
    async *range(from, to, { limit = Number.POSITIVE_INFINITY, reverse = false }: RangeOptions = {}) {
      const keys = [...live().keys()].filter((key) => from <= key && key < to).sort()
      if (reverse) keys.reverse()
      let left = limit
      for (const key of keys) {
        const value = live().get(key)
        if (value === undefined) continue
        if (left-- <= 0) return
        yield [key, value]
      }
    },
    close: async () => {
      isClosed = true
    },
  }
}
