import { createStreamClient, type StreamClient } from '@superhack/superops/stream-client'
import type { Board } from './board.js'
import type { ServerClock } from './server-clock.js'
import type { BoardState } from './state.js'

export interface FollowOptions {
  readonly board: string
  readonly stream: string
  readonly build: string
  readonly clock: ServerClock
  readonly key: () => string | null
  /** Told of every change of the state. */
  readonly onChange: (state: BoardState) => void
  /** The server has another page now. */
  readonly onNewBuild: () => void
}

export interface Following {
  readonly state: BoardState
  /** Tries now, as with another key. */
  again(): void
}

/** Between two readings of the document, however much happens. */
const leastMs = 1000
const retryMs = [1000, 2000, 4000, 8000, 15_000]
const readTimeoutMs = 10_000

type Streams = Board['positions']

/**
 * Reads the document, and again whenever a stream tells that something changed: what it shows are figures of the server
 * alone. The streams are followed from where the document stands, so that nothing is missed between the two.
 */
export function followBoard(options: FollowOptions): Following {
  const { clock, onChange } = options
  let state: BoardState = { startedAt: performance.now() }
  let streams: StreamClient | undefined
  let reading: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastReadAt = Number.NEGATIVE_INFINITY
  let failures = 0
  /** Figures must be of then or later. */
  let wanted = Number.NEGATIVE_INFINITY
  let gaps: Record<string, { readonly epoch: string; readonly sequence: number }> = {}

  const change = (changes: Partial<BoardState>, ...dropped: (keyof BoardState)[]) => {
    const next = { ...state, ...changes }
    for (const name of dropped) delete next[name]
    state = next
    onChange(state)
  }

  const read = async () => {
    const sentAt = performance.now()
    lastReadAt = sentAt
    try {
      const board = await readBoard(options)
      failures = 0
      clock.set(board, sentAt, performance.now())
      const isBehind = Object.entries(gaps).some(([stream, gap]) => !hasPassed(board.positions[stream], gap))
      if (!isBehind) gaps = {}
      const settled: (keyof BoardState)[] = isBehind ? ['failure'] : ['failure', 'gap']
      change({ board, boardAt: performance.now() }, 'key', ...settled)
      if (streams === undefined) follow(board.positions)
      if (isBehind || Date.parse(board.at) < wanted || board.health?.phase === 'baseline') later(leastMs)
    } catch (error) {
      if (error instanceof KeyNeeded) {
        change({ key: options.key() === null ? 'needed' : 'refused' })
        return
      }
      change({ failure: error instanceof Error ? error.message : String(error) })
      later(retryMs[Math.min(failures++, retryMs.length - 1)] ?? leastMs)
    }
  }

  const later = (ms: number) => {
    if (timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      readSoon()
    }, ms)
  }

  /** Now, or as soon as a second has passed. */
  const readSoon = () => {
    const wait = lastReadAt + leastMs - performance.now()
    if (reading !== undefined || wait > 0) {
      later(Math.max(wait, 50))
      return
    }
    reading = read().finally(() => {
      reading = undefined
    })
  }

  const follow = (positions: Streams) => {
    const client = createStreamClient({
      url: new URL(options.stream, location.href).href.replace(/^http/, 'ws'),
      streams: Object.keys(positions),
      since: positions,
      token: () => options.key() ?? '-',
    })
    streams = client
    let isFirst = true
    client.on('open', () => {
      change({}, 'lost')
      if (!isFirst) {
        readSoon()
        void checkBuild(options)
      }
      isFirst = false
    })
    client.on('close', ({ code, reason, retryInMs }) => {
      const now = performance.now()
      if (retryInMs === null) {
        if (code === 4500) change({ key: 'refused' }, 'lost')
        else change({ refused: { code, reason } }, 'lost')
        return
      }
      const since = state.lost?.since ?? now
      const isSilent = state.lost?.isSilent === true || reason === 'silence'
      change({ lost: { since, isSilent, retryAt: now + retryInMs } })
    })
    client.on('gap', ({ stream, epoch, sequence }) => {
      gaps = { ...gaps, [stream]: { epoch, sequence } }
      change({ gap: state.gap ?? { since: performance.now(), figuresOf: state.board?.at ?? '' } })
      readSoon()
    })
    client.on('event', ({ type, time }) => {
      // Time alone made a ticket late: figures that are kept for a moment may be of before.
      if (type.startsWith('sla.')) wanted = Math.max(wanted, Date.parse(time))
      readSoon()
    })
  }

  readSoon()
  return {
    get state() {
      return state
    },
    again() {
      streams?.close()
      streams = undefined
      change({ startedAt: performance.now() }, 'refused', 'lost')
      readSoon()
    },
  }
}

class KeyNeeded extends Error {}

async function readBoard({ board, key }: FollowOptions): Promise<Board> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), readTimeoutMs)
  const shown = key()
  try {
    const response = await fetch(board, {
      // The clock of the answer counts, so one that was kept is of no use.
      cache: 'no-store',
      signal: controller.signal,
      headers: shown === null ? {} : { authorization: `Bearer ${shown}` },
    })
    if (response.status === 401) throw new KeyNeeded()
    if (response.ok) return (await response.json()) as Board
    const problem = await response.json().catch(() => ({}))
    throw new Error((problem as { detail?: string }).detail ?? `the server answered ${response.status}`)
  } catch (error) {
    if (controller.signal.aborted) throw new Error(`no answer within ${readTimeoutMs / 1000} s`)
    if (error instanceof TypeError) throw new Error('the server cannot be reached')
    throw error
  } finally {
    clearTimeout(timer)
  }
}

const hasPassed = (
  position: { readonly epoch: string; readonly sequence: number } | undefined,
  gap: { readonly epoch: string; readonly sequence: number },
) => position !== undefined && position.epoch === gap.epoch && position.sequence >= gap.sequence

async function checkBuild({ build, onNewBuild }: FollowOptions): Promise<void> {
  try {
    const response = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' })
    const served = response.headers.get('x-wallboard-build')
    if (response.ok && served !== null && served !== build) onNewBuild()
  } catch {
    // The connection is what tells that.
  }
}
