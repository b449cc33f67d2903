import { createHeap, type Heap } from '../../values/heap.js'
import type { StreamEvent } from '../event.js'

/** One event that a sink still has to get. */
export interface QueuedEvent {
  /** Position in the outbox of the sink: rises with each event. */
  readonly order: number
  readonly event: StreamEvent
  /** Of the event's JSON in UTF-8. */
  readonly bytes: number
  /** Deliveries tried so far. */
  attempts: number
  /** Epoch milliseconds before which it is not tried. */
  dueAt: number
}

export interface QueueLimits {
  /** @defaultValue 10 000 */
  readonly maxEvents: number
  /** Of JSON. @defaultValue 16 MiB */
  readonly maxBytes: number
}

export type DeliveryOrder = 'subject' | 'none'

interface Item {
  readonly queued: QueuedEvent
  readonly line: string
  state: 'waiting' | 'in-flight' | 'gone'
}

/**
 * What waits for one sink. With order `subject`, events of one subject leave one after the other, a later one
 * only once the earlier one is done with; those of other subjects are not held back by it.
 */
export class SinkQueue {
  readonly #order: DeliveryOrder
  readonly #lines = new Map<string, Item[]>()
  /** Heads of lines that may go now, the oldest first, and those that wait, the soonest first. */
  readonly #ready = createHeap<Item>((left, right) => left.queued.order < right.queued.order)
  readonly #later = createHeap<Item>((left, right) => left.queued.dueAt < right.queued.dueAt)
  readonly #byAge = createHeap<Item>((left, right) => left.queued.order < right.queued.order)
  readonly #items = new Map<number, Item>()
  #bytes = 0

  constructor(order: DeliveryOrder) {
    this.#order = order
  }

  get size(): number {
    return this.#items.size
  }
  get bytes(): number {
    return this.#bytes
  }
  /** Epoch milliseconds of the next event that may be tried; undefined while none waits for its time. */
  get nextDueAt(): number | undefined {
    return this.#firstOf(this.#ready)?.queued.dueAt ?? this.#firstOf(this.#later)?.queued.dueAt
  }

  add(queued: QueuedEvent): void {
    const item: Item = { queued, line: this.#lineOf(queued), state: 'waiting' }
    const line = this.#lines.get(item.line)
    this.#items.set(queued.order, item)
    this.#byAge.push(item)
    this.#bytes += queued.bytes
    if (line === undefined) {
      this.#lines.set(item.line, [item])
      this.#later.push(item)
    } else line.push(item)
  }

  /** Takes the oldest event that may be tried at `now`; it stays in the queue until it is done with. */
  take(now: number): QueuedEvent | undefined {
    for (let next = this.#firstOf(this.#later); next !== undefined && next.queued.dueAt <= now; ) {
      this.#later.pop()
      this.#ready.push(next)
      next = this.#firstOf(this.#later)
    }
    const item = this.#firstOf(this.#ready)
    if (item === undefined) return undefined
    this.#ready.pop()
    item.state = 'in-flight'
    return item.queued
  }

  /** The event was delivered, or is given up. */
  remove({ order }: QueuedEvent): void {
    const item = this.#items.get(order)
    if (item === undefined) return
    item.state = 'gone'
    this.#items.delete(order)
    this.#bytes -= item.queued.bytes
    const line = this.#lines.get(item.line) ?? []
    const wasHead = line[0] === item
    line.splice(line.indexOf(item), 1)
    const [head] = line
    if (head === undefined) this.#lines.delete(item.line)
    else if (wasHead) this.#later.push(head)
  }

  /** The event is tried again, not before `dueAt`. */
  retry(queued: QueuedEvent, dueAt: number): void {
    const item = this.#items.get(queued.order)
    if (item === undefined) return
    queued.attempts += 1
    queued.dueAt = dueAt
    item.state = 'waiting'
    this.#later.push(item)
  }

  /** Takes the oldest events away until the rest fits; those under way stay. */
  dropBeyond({ maxEvents, maxBytes }: QueueLimits): QueuedEvent[] {
    const dropped: QueuedEvent[] = []
    const kept: Item[] = []
    while (this.size > maxEvents || this.#bytes > maxBytes) {
      const oldest = this.#byAge.pop()
      if (oldest === undefined) break
      if (oldest.state === 'in-flight') kept.push(oldest)
      if (oldest.state !== 'waiting') continue
      this.remove(oldest.queued)
      dropped.push(oldest.queued)
    }
    for (const item of kept) this.#byAge.push(item)
    return dropped
  }

  #lineOf({ order, event }: QueuedEvent): string {
    return this.#order === 'none' ? String(order) : `${event.stream}\n${event.subject ?? ''}`
  }

  /** The first that still waits and is the head of its line; what was dropped since is passed over. */
  #firstOf(heap: Heap<Item>): Item | undefined {
    for (let first = heap.peek(); first !== undefined; first = heap.peek()) {
      if (first.state === 'waiting') return first
      heap.pop()
    }
    return undefined
  }
}
