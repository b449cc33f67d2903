import { createHeap } from '../../values/heap.js'

interface Entry {
  readonly at: number
  /** Entries of the same instant happen in the order they were added. */
  readonly order: number
  readonly run: () => void
}

/** What is going to happen, earliest first. */
export interface Agenda {
  add(at: number, run: () => void): void
  /** Takes the earliest entry if it is due by `until`. */
  next(until: number): Pick<Entry, 'at' | 'run'> | undefined
}

export function createAgenda(): Agenda {
  const heap = createHeap<Entry>(
    (left, right) => left.at < right.at || (left.at === right.at && left.order < right.order),
  )
  let added = 0
  return {
    add: (at, run) => heap.push({ at, order: added++, run }),
    next: (until) => {
      const first = heap.peek()
      return first === undefined || first.at > until ? undefined : heap.pop()
    },
  }
}
