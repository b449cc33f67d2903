import type { StreamEvent } from './event.js'

/** A published event with what readers of the feed share: its number and its JSON, written once. */
export interface FeedEntry {
  readonly sequence: number
  readonly event: StreamEvent
  readonly json: string
  /** Of the JSON in UTF-8. */
  readonly bytes: number
}

/** How much history a stream keeps; whichever bound is met first counts. */
export interface RingLimits {
  /** @defaultValue 1000 */
  readonly maxEvents: number
  /** Of JSON. @defaultValue 8 MiB */
  readonly maxBytes: number
  /** Since publication. @defaultValue 5 minutes */
  readonly maxAgeMs: number
}

export const ringDefaults: RingLimits = Object.freeze({
  maxEvents: 1000,
  maxBytes: 8 * 1024 * 1024,
  maxAgeMs: 300_000,
})

/** The latest events of one stream, contiguous up to `top`, which stays when they are gone. */
export class Ring {
  readonly #limits: RingLimits
  readonly #now: () => number
  #entries: FeedEntry[] = []
  #times: number[] = []
  /** Index of the oldest; the arrays are cut now and then instead of shifted each time. */
  #head = 0
  #bytes = 0
  #latest: FeedEntry | undefined
  #top: number

  constructor(limits: RingLimits, now: () => number, top = 0) {
    this.#limits = limits
    this.#now = now
    this.#top = top
  }

  /** Number of the last event, 0 before the first. */
  get top(): number {
    return this.#top
  }
  /** Kept beyond every bound: what readers of the present state ask for. */
  get latest(): FeedEntry | undefined {
    return this.#latest
  }
  /** Number of the oldest kept event, `top + 1` when none is. */
  get oldest(): number {
    this.#trim()
    return this.#top - this.#count + 1
  }

  /** @throws RangeError when the entry does not follow on the last. */
  push(entry: FeedEntry, at = this.#now()): void {
    if (entry.sequence !== this.#top + 1)
      throw new RangeError(`sequence ${entry.sequence} does not follow on ${this.#top}`)
    this.#entries.push(entry)
    this.#times.push(at)
    this.#bytes += entry.bytes
    this.#top = entry.sequence
    this.#latest = entry
    this.#trim()
  }

  /** Kept entries numbered above `sequence`. */
  after(sequence: number): readonly FeedEntry[] {
    const skipped = Math.max(0, sequence + 1 - this.oldest)
    return this.#entries.slice(this.#head + skipped)
  }

  get #count(): number {
    return this.#entries.length - this.#head
  }

  #trim(): void {
    const { maxEvents, maxBytes, maxAgeMs } = this.#limits
    const earliest = this.#now() - maxAgeMs
    for (;;) {
      const oldest = this.#entries[this.#head]
      const at = this.#times[this.#head]
      if (oldest === undefined || at === undefined) break
      if (this.#count <= maxEvents && this.#bytes <= maxBytes && at >= earliest) break
      this.#bytes -= oldest.bytes
      this.#head++
    }
    if (this.#head < 256 && this.#head < this.#entries.length) return
    this.#entries = this.#entries.slice(this.#head)
    this.#times = this.#times.slice(this.#head)
    this.#head = 0
  }
}
