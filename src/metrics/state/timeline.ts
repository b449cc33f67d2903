/** Keys by the instant at which they are due; the earliest first. */
export interface Timeline {
  /** Sets, or moves, the instant of a key; `Infinity` takes it away. */
  set(key: string, at: number): void
  /** Takes the keys that are due at `now` or before. */
  takeDue(now: number): string[]
}

interface Entry {
  readonly at: number
  readonly key: string
}

/** A binary heap; an entry that was moved stays behind and is passed over when it surfaces. */
export function createTimeline(): Timeline {
  const heap: Entry[] = []
  const current = new Map<string, Entry>()

  function rise(from: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((heap[parent] as Entry).at <= (heap[at] as Entry).at) return
      swap(at, parent)
      at = parent
    }
  }

  function sink(): void {
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      if (left >= heap.length) return
      const right = left + 1
      const child = right < heap.length && (heap[right] as Entry).at < (heap[left] as Entry).at ? right : left
      if ((heap[at] as Entry).at <= (heap[child] as Entry).at) return
      swap(at, child)
      at = child
    }
  }

  function swap(a: number, b: number): void {
    const entry = heap[a] as Entry
    heap[a] = heap[b] as Entry
    heap[b] = entry
  }

  function takeFirst(): Entry {
    const first = heap[0] as Entry
    const last = heap.pop() as Entry
    if (heap.length > 0) {
      heap[0] = last
      sink()
    }
    return first
  }

  return {
    set(key, at) {
      if (at === Number.POSITIVE_INFINITY) {
        current.delete(key)
        return
      }
      if (current.get(key)?.at === at) return
      const entry = { at, key }
      current.set(key, entry)
      heap.push(entry)
      rise(heap.length - 1)
    },
    takeDue(now) {
      const due: string[] = []
      while (heap.length > 0 && (heap[0] as Entry).at <= now) {
        const entry = takeFirst()
        if (current.get(entry.key) !== entry) continue
        current.delete(entry.key)
        due.push(entry.key)
      }
      return due
    },
  }
}
