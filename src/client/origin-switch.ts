import type { Call } from './call.js'
import type { Origin } from './fallback.js'

/** Reads in a row that found nobody, before the tenant counts as unreachable. */
const mostFailures = 5

/** What a read says of the tenant; undefined when it says nothing. */
type Verdict = 'reachable' | 'unreachable' | undefined

export interface OriginChange {
  /** What reads meet from now on. */
  readonly origin: Origin
  readonly because: 'reachable' | 'unreachable'
}

interface Watched {
  readonly probeEveryMs: number
  /** Asks the tenant once and tells the verdict to `watch()`; never rejects. */
  probe(signal: AbortSignal): Promise<void>
  onChange(change: OriginChange): void
}

/**
 * What a failed read says of the tenant. A timeout says nothing: the tenant may be there and slow, or the answer
 * too large for the bound, and neither is a reason to show other data.
 */
export function verdictOf({ signal, failure }: Call): Verdict {
  if (signal.aborted || failure === undefined || failure.kind === 'timeout') return undefined
  if (failure.kind === 'network') return 'unreachable'
  // Of files, which are not read from a fallback.
  if (failure.kind === 'refused' || failure.kind === 'content') return undefined
  if (failure.kind === 'http' && failure.status >= 500) return 'unreachable'
  // Status 0: the apiKey function failed, and nothing was asked.
  return failure.status === 0 ? undefined : 'reachable'
}

/** Decides from live reads and probes which origin the next read meets. */
export class OriginSwitch {
  readonly #watched: Watched
  readonly #closing = new AbortController()
  #origin: Origin = 'live'
  #failures = 0
  #changes = 0
  #timer: NodeJS.Timeout | undefined

  constructor(watched: Watched) {
    this.#watched = watched
  }

  get origin(): Origin {
    return this.#origin
  }

  /** Begins a live read; answers what to tell its verdict to. One from before the last change counts no more. */
  watch(): (verdict: Verdict) => void {
    const changes = this.#changes
    return (verdict) => {
      if (changes !== this.#changes || this.#closing.signal.aborted) return
      if (verdict === 'reachable') {
        this.#failures = 0
        if (this.#origin !== 'live') this.#change({ origin: 'live', because: verdict })
      } else if (verdict === 'unreachable' && ++this.#failures >= mostFailures && this.#origin === 'live') {
        this.#change({ origin: 'mock', because: verdict })
      }
    }
  }

  close(): void {
    this.#closing.abort()
    clearTimeout(this.#timer)
  }

  #change(change: OriginChange): void {
    this.#origin = change.origin
    this.#changes++
    this.#failures = 0
    clearTimeout(this.#timer)
    if (change.origin !== 'live') this.#probeLater()
    this.#watched.onChange(change)
  }

  #probeLater(): void {
    this.#timer = setTimeout(() => void this.#probe(), this.#watched.probeEveryMs)
    // What does not read does not wait for a tenant either.
    this.#timer.unref()
  }

  async #probe(): Promise<void> {
    const changes = this.#changes
    await this.#watched.probe(this.#closing.signal)
    if (changes === this.#changes && !this.#closing.signal.aborted) this.#probeLater()
  }
}
