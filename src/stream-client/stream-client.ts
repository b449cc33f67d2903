import { EventEmitter } from 'eventemitter3'
import type { EventType, StreamEvent } from '../streams/event.js'
import type {
  ClientFrame,
  DisconnectFrame,
  ErrorFrame,
  ServerFrame,
  Subprotocol,
} from '../streams/protocol.js'
import type { Position, StreamGap } from '../streams/stream-feed.js'
import {
  type ResolvedOptions,
  resolveOptions,
  type StreamClientOptions,
  type WebSocketLike,
} from './options.js'
import { type TrackedStream, trackedStream } from './tracked-stream.js'

type EventsByType = { [Type in EventType]: [StreamEvent<Type>] }

export interface ClosedConnection {
  readonly code: number
  readonly reason: string
  /** Wait before the next try, null when there will be none. */
  readonly retryInMs: number | null
}

/** What a stream client tells; an event is told under its type and under `event`. */
export interface StreamClientEvents extends EventsByType {
  event: [StreamEvent]
  /** Events are missing for good: read the present state elsewhere. */
  gap: [StreamGap]
  /** Welcomed; the streams are asked for. */
  open: [{ readonly connectionId: string; readonly streams: readonly string[] }]
  close: [ClosedConnection]
  /** A request was refused, such as a stream that does not exist. */
  error: [ErrorFrame['error']]
}

const subprotocol: Subprotocol = 'superops.stream.v1'

/** Follows streams until it is closed: reconnects, goes on where it stood, and tells what is missing. */
export class StreamClient extends EventEmitter<StreamClientEvents> {
  readonly #options: ResolvedOptions
  readonly #tracked: ReadonlyMap<string, TrackedStream>
  #state: 'connecting' | 'open' | 'waiting' | 'closed' = 'connecting'
  #socket: WebSocketLike | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #silence: ReturnType<typeof setTimeout> | undefined
  #silenceMs: number
  #failures = 0
  #openedAt = 0
  #goodbye: DisconnectFrame | undefined
  #lastId = 0

  constructor(options: StreamClientOptions) {
    super()
    this.#options = resolveOptions(options)
    this.#silenceMs = this.#options.connectTimeoutMs
    this.#tracked = new Map(
      this.#options.requests.map((request) => [request.stream, trackedStream(request)] as const),
    )
    this.#connect()
  }

  /** `waiting` for the next try; `closed` for good. */
  get state(): 'connecting' | 'open' | 'waiting' | 'closed' {
    return this.#state
  }

  /** The last event of each stream that was told, to be kept and given as `since` later. */
  positions(): Readonly<Record<string, Position>> {
    return Object.fromEntries(
      [...this.#tracked].flatMap(([stream, { position }]) =>
        position === undefined ? [] : [[stream, position]],
      ),
    )
  }

  /** Ends for good; no event is told afterwards. */
  close(): void {
    const socket = this.#socket
    this.#forget()
    this.#state = 'closed'
    socket?.close(1000)
  }

  #connect(): void {
    this.#state = 'connecting'
    this.#goodbye = undefined
    this.#silenceMs = this.#options.connectTimeoutMs
    const socket = new this.#options.WebSocket(this.#options.url, subprotocol)
    this.#socket = socket
    const ifCurrent = (handle: (event: unknown) => void) => (event: unknown) => {
      if (this.#socket === socket) handle(event)
    }
    this.#listen()
    socket.addEventListener(
      'open',
      ifCurrent(() => void this.#showToken(socket)),
    )
    socket.addEventListener(
      'message',
      ifCurrent((event) => this.#receive(String((event as { readonly data: unknown }).data))),
    )
    socket.addEventListener(
      'close',
      ifCurrent((event) => {
        const { code, reason } = event as { readonly code: number; readonly reason: string }
        this.#closed(code, reason)
      }),
    )
    // A close follows; without a listener ws would throw.
    socket.addEventListener('error', () => {})
  }

  async #showToken(socket: WebSocketLike): Promise<void> {
    const { token } = this.#options
    if (token === undefined) return
    try {
      const text = typeof token === 'function' ? await token() : token
      if (this.#socket === socket) this.#send({ type: 'connect', id: ++this.#lastId, token: text })
    } catch {
      // No token now, perhaps at the next try.
      if (this.#socket === socket) this.#abandon('no token')
    }
  }

  #send(frame: ClientFrame): void {
    this.#socket?.send(JSON.stringify(frame))
  }

  #receive(text: string): void {
    this.#listen()
    const frame = JSON.parse(text) as ServerFrame
    if (frame.type === 'welcome') this.#welcomed(frame)
    if (frame.type === 'ping') this.#pinged(frame.positions)
    if (frame.type === 'error') this.emit('error', frame.error)
    if (frame.type === 'disconnect') this.#goodbye = frame
    if (!('stream' in frame)) return
    const tracked = this.#tracked.get(frame.stream)
    if (tracked === undefined) return
    if (frame.type === 'subscribed') tracked.subscribed(frame)
    else if (frame.type === 'skip') tracked.skip(frame.sequence)
    else if (frame.type === 'gap') {
      tracked.gap(frame)
      const { stream, epoch, lost, sequence, reason } = frame
      this.emit('gap', { stream, epoch, lost, sequence, reason })
    } else this.#tell(frame.event, tracked)
  }

  #tell(event: StreamEvent, tracked: TrackedStream): void {
    const verdict = tracked.event(event)
    if (verdict === 'hole') this.#ask([tracked])
    if (verdict !== 'new') return
    this.emit('event', event)
    // A type without a dot could be mistaken for what the client tells of itself.
    if (event.type.includes('.')) this.emit(event.type as EventType, event as StreamEvent<never>)
  }

  #welcomed({
    connectionId,
    heartbeatMs,
    pongTimeoutMs,
    streams,
  }: Extract<ServerFrame, { type: 'welcome' }>): void {
    if (this.#state === 'open') return
    this.#state = 'open'
    this.#openedAt = Date.now()
    this.#silenceMs = heartbeatMs * 1.2 + pongTimeoutMs
    this.#listen()
    this.#ask([...this.#tracked.values()])
    this.emit('open', { connectionId, streams })
  }

  #ask(tracked: readonly TrackedStream[]): void {
    this.#send({ type: 'subscribe', id: ++this.#lastId, streams: tracked.map((one) => one.request()) })
  }

  #pinged(positions: Readonly<Record<string, number>>): void {
    this.#send({ type: 'pong' })
    const behind = Object.entries(positions).flatMap(([stream, sequence]) => {
      const tracked = this.#tracked.get(stream)
      return tracked === undefined || tracked.isInStep(sequence) ? [] : [tracked]
    })
    if (behind.length > 0) this.#ask(behind)
  }

  /** Waits for the next sign of life; a connection that is dead without a word tells nothing else. */
  #listen(): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.#abandon('silence'), this.#silenceMs)
  }

  /** Does not wait for the other side to agree, which it may never do. */
  #abandon(reason: string): void {
    const socket = this.#socket
    this.#closed(1006, reason)
    socket?.close()
  }

  #closed(code: number, reason: string): void {
    const goodbye = this.#goodbye
    const wasStable = this.#state === 'open' && Date.now() - this.#openedAt >= this.#options.stableMs
    this.#forget()
    if (code >= 4500 && code <= 4999) {
      this.#state = 'closed'
      this.emit('close', { code, reason, retryInMs: null })
      return
    }
    if (wasStable) this.#failures = 0
    const { maxDelayMs, minDelayMs } = this.#options
    const ceilingMs = Math.min(maxDelayMs, minDelayMs * 2 ** this.#failures++)
    const retryInMs = Math.round((goodbye?.retryAfterMs ?? 0) + Math.random() * ceilingMs)
    this.#state = 'waiting'
    this.#timer = setTimeout(() => this.#connect(), retryInMs)
    this.emit('close', { code, reason, retryInMs })
  }

  #forget(): void {
    this.#socket = undefined
    clearTimeout(this.#timer)
    clearTimeout(this.#silence)
  }
}

/**
 * Follows streams of a WebSocket sink, in browsers and services. It connects at once.
 *
 * @example
 * const client = createStreamClient({ url: 'ws://127.0.0.1:8765/stream', streams: ['tickets', 'sla-alerts'] })
 * client.on('sla.breached', ({ data }) => alarm(data.ticketId))
 * client.on('gap', () => location.reload())
 *
 * @throws TypeError naming the option that does not fit
 */
export const createStreamClient = (options: StreamClientOptions): StreamClient => new StreamClient(options)
