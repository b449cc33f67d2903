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

const isBefore = (left: Entry, right: Entry): boolean =>
  left.at < right.at || (left.at === right.at && left.order < right.order)

/** A binary heap: adding and taking cost the logarithm of what is planned. */
export function createAgenda(): Agenda {
  const heap: Entry[] = []
  let added = 0

  function sink(entry: Entry): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      const right = heap[child + 1]
      if (right !== undefined && isBefore(right, heap[child] as Entry)) child += 1
      const least = heap[child]
      if (least === undefined || !isBefore(least, entry)) break
      heap[at] = least
      at = child
    }
    heap[at] = entry
  }

  return {
    add: (time, run) => {
      const entry = { at: time, order: added++, run }
      let at = heap.length
      while (at > 0) {
        const parent = heap[(at - 1) >> 1] as Entry
        if (!isBefore(entry, parent)) break
        heap[at] = parent
        at = (at - 1) >> 1
      }
      heap[at] = entry
    },
    next: (until) => {
      const first = heap[0]
      if (first === undefined || first.at > until) return undefined
      const last = heap.pop() as Entry
      if (heap.length > 0) sink(last)
      return first
    },
  }
}
