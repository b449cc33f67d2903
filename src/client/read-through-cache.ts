import { LRUCache } from 'lru-cache'

export interface Loaded<Value> {
  readonly value: Value
  /** Whether later callers may have it too. */
  readonly keep: boolean
}

export interface ReadThroughOptions<Key extends string, Value> {
  /** Most keys. */
  readonly max: number
  readonly ttlMs: number
  /** The signal aborts when nobody waits any more. */
  load(key: Key, signal: AbortSignal): Promise<Loaded<Value>>
}

interface Flight<Value> {
  readonly controller: AbortController
  readonly loaded: Promise<Loaded<Value>>
  waiters: number
}

/**
 * Values that are read when they are asked for and kept for a while: callers at the same time share one
 * reading, which is aborted when all of them left. Failures are not kept.
 */
export class ReadThroughCache<Key extends string, Value extends object> {
  readonly #options: ReadThroughOptions<Key, Value>
  readonly #kept: LRUCache<Key, Value>
  // Not lru-cache's own fetch: it ends a shared reading by the signal of the first caller, knows no other
  // caller's, and drops the stale value with it.
  readonly #flights = new Map<Key, Flight<Value>>()

  constructor(options: ReadThroughOptions<Key, Value>) {
    this.#options = options
    this.#kept = new LRUCache({
      max: options.max,
      ttl: options.ttlMs,
      noDeleteOnStaleGet: true,
      // Above 0 it keeps a timer.
      ttlResolution: 0,
      // It takes a start of 0 for none. The clock is looked up at each call, so that it can be a fake one.
      perf: { now: () => performance.now() + 1 },
    })
  }

  /** Rejects with what the reading rejects with, and with the reason of the signal. */
  async read(key: Key, signal: AbortSignal): Promise<Value> {
    signal.throwIfAborted()
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    const flight = this.#flights.get(key) ?? this.#start(key)
    flight.waiters++
    const { value } = await new Promise<Loaded<Value>>((resolve, reject) => {
      const leave = () => {
        flight.waiters--
        if (flight.waiters === 0) this.#abort(key, flight)
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      flight.loaded.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
    })
    return value
  }

  /** What was read last, however long ago. */
  last(key: Key): { readonly value: Value; readonly ageMs: number } | undefined {
    const value = this.#kept.peek(key, { allowStale: true })
    if (value === undefined) return undefined
    return { value, ageMs: this.#options.ttlMs - this.#kept.getRemainingTTL(key) }
  }

  /** Forgets what was read; who waits for a reading gets it, but it is not kept. */
  clear(key?: Key): void {
    if (key === undefined) {
      this.#kept.clear()
      this.#flights.clear()
    } else {
      this.#kept.delete(key)
      this.#flights.delete(key)
    }
  }

  #start(key: Key): Flight<Value> {
    const controller = new AbortController()
    const flight = { controller, waiters: 0, loaded: this.#options.load(key, controller.signal) }
    this.#flights.set(key, flight)
    const end = (loaded?: Loaded<Value>) => {
      if (this.#flights.get(key) !== flight) return
      this.#flights.delete(key)
      if (loaded?.keep) this.#kept.set(key, loaded.value)
    }
    flight.loaded.then(end, () => end())
    return flight
  }

  /** The next caller starts anew, also before this reading has ended. */
  #abort(key: Key, flight: Flight<Value>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key)
    flight.controller.abort()
  }
}
