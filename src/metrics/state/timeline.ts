import { createHeap } from '../../values/heap.js'

/** Keys by the instant at which they are due; the earliest first. */
export interface Timeline {
  /** Sets, or moves, the instant of a key; `Infinity` takes it away. */
  set(key: string, at: number): void
  /** Takes the keys that are due at `now` or before. */
  takeDue(now: number): string[]
  /** Instant of the earliest key; Infinity when there is none. */
  readonly nextAt: number
}

interface Entry {
  readonly at: number
  readonly key: string
}

/** An entry that was moved stays behind and is passed over when it surfaces. */
export function createTimeline(): Timeline {
  const heap = createHeap<Entry>((left, right) => left.at < right.at)
  const current = new Map<string, Entry>()
  /** The earliest entry that was not moved since. */
  const first = (): Entry | undefined => {
    for (;;) {
      const entry = heap.peek()
      if (entry === undefined || current.get(entry.key) === entry) return entry
      heap.pop()
    }
  }
  return {
    get nextAt() {
      return first()?.at ?? Number.POSITIVE_INFINITY
    },
    set(key, at) {
      if (at === Number.POSITIVE_INFINITY) {
        current.delete(key)
        return
      }
      if (current.get(key)?.at === at) return
      const entry = { at, key }
      current.set(key, entry)
      heap.push(entry)
    },
    takeDue(now) {
      const due: string[] = []
      for (let entry = first(); entry !== undefined && entry.at <= now; entry = first()) {
        heap.pop()
        current.delete(entry.key)
        due.push(entry.key)
      }
      return due
    },
  }
}
