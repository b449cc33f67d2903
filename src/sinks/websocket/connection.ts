import { randomUUID } from 'node:crypto'
import type { RawData, WebSocket } from 'ws'
import type { ClientFrame, ConnectFrame, ErrorCode, ServerFrame } from '../../streams/protocol.js'
import type { FeedEntry } from '../../streams/ring.js'
import type { StreamFeed } from '../../streams/stream-feed.js'
import type { Admission } from './admission.js'
import type { Identity } from './authenticate.js'
import type { Broadcast, Subscription } from './broadcast.js'
import { type CloseCode, closeCodes } from './close-codes.js'
import { commandBudget } from './command-budget.js'
import { type Frame, frameOf } from './frame.js'
import type { ResolvedOptions } from './options.js'
import { outgoing } from './outgoing.js'
import { readFrame } from './read-frame.js'
import { subscriber } from './subscriber.js'

/** What connections of one sink have in common. */
export interface Shared {
  readonly options: ResolvedOptions
  readonly feed: StreamFeed
  readonly broadcast: Broadcast
  readonly eventFrame: (entry: FeedEntry) => Frame
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

export interface Connection {
  readonly subscriptions: ReadonlyMap<string, Subscription>
  /** Does what is due: heartbeat, skip frames, ends of credentials and of age. */
  tick(): void
  /** Asks the client to come back after `retryAfterMs`. */
  disconnect(why: CloseCode, retryAfterMs: number): void
}

const maxErrors = 20
const terminateAfterMs = 1000

/** Serves one client until its socket is closed. */
export function serve(socket: WebSocket, admission: Admission, shared: Shared): Connection {
  const { options, now } = shared
  const connectedAt = now()
  const out = outgoing(socket, options.maxBufferedBytes, now)
  const takeCommand = commandBudget(options.commandsPerSecond, options.commandBurst, now)
  const held: string[] = []
  let identity: Identity | undefined
  let isAuthenticating = false
  let isClosing = false
  let errors = 0
  let skippedAt = connectedAt
  let lastResort: NodeJS.Timeout | undefined
  // Spread over the interval, so that not all clients are asked at once.
  let pingAt = connectedAt + options.heartbeatMs * Math.random()
  let pongBy = Number.POSITIVE_INFINITY

  const post = (frame: Frame) => {
    if (!isClosing && !out.post(frame)) close(closeCodes.slow)
  }
  const send = (frame: ServerFrame) => post(frameOf(JSON.stringify(frame), options.preframe))
  const subscriptions = subscriber({
    ...shared,
    send,
    post,
    latest: out,
    allows: (stream) => identity?.streams?.includes(stream) ?? true,
    replay: (frames) => {
      if (!isClosing && !out.replay(frames)) close(closeCodes.slow)
    },
    refuse: (id, code, message) => fail(code, message, id),
    tooMany: () => close(closeCodes.subscriptionLimit),
  })

  const close = ({ code, reason }: CloseCode) => {
    if (isClosing) return
    isClosing = true
    subscriptions.removeAll()
    socket.close(code, reason)
    terminateSoon()
  }
  /** What the client does not read is waited for in vain. */
  const terminateSoon = () => {
    lastResort ??= setTimeout(() => socket.terminate(), terminateAfterMs)
    lastResort.unref()
  }
  const fail = (code: ErrorCode, message: string, id?: number) => {
    send({ type: 'error', ...(id !== undefined && { id }), error: { code, message, temporary: false } })
    if (++errors > maxErrors) close(closeCodes.tooManyErrors)
  }
  const badRequest = (message: string, id?: number) => {
    fail('bad_request', message, id)
    close(closeCodes.badRequest)
  }
  const welcome = (who: Identity, id?: number) => {
    identity = who
    const { expiresAt } = who
    send({
      type: 'welcome',
      ...(id !== undefined && { id }),
      protocol: 1,
      connectionId: randomUUID(),
      now: new Date().toISOString(),
      heartbeatMs: options.heartbeatMs,
      pongTimeoutMs: options.pongTimeoutMs,
      maxPayload: options.maxPayload,
      streams: Object.keys(shared.feed.positions()).filter((name) => who.streams?.includes(name) ?? true),
      ...(expiresAt !== undefined && { expiresAt: expiresAt.toISOString() }),
    })
  }
  const connect = async ({ id, token }: ConnectFrame) => {
    isAuthenticating = true
    try {
      const { authenticate } = options
      const who = authenticate === undefined ? {} : await authenticate({ ...admission.credentials, token })
      if (isClosing) return
      if (who === null) return close(closeCodes.invalidToken)
      welcome(who, id)
      subscriptions.dropForbidden(id)
    } catch (error) {
      options.onError?.(error)
      close(closeCodes.internal)
    } finally {
      isAuthenticating = false
    }
    for (const text of held.splice(0)) receive(text)
  }
  const answer = (frame: ClientFrame) => {
    if (frame.type === 'pong') return
    if (frame.type === 'connect') return void connect(frame)
    if (identity === undefined) return badRequest('the first frame has to be `connect`', frame.id)
    if (frame.type === 'subscribe') return subscriptions.subscribe(frame)
    if (frame.type === 'unsubscribe') return subscriptions.unsubscribe(frame)
    send({ type: 'pong', id: frame.id, now: new Date().toISOString() })
  }
  const receive = (text: string) => {
    if (isClosing) return
    if (isAuthenticating) return void held.push(text)
    const frame = readFrame(text)
    if (frame === undefined) return badRequest('this is no frame of the protocol')
    answer(frame)
  }
  const countCommand = () => {
    pongBy = Number.POSITIVE_INFINITY
    const isAllowed = !isClosing && takeCommand()
    if (!isAllowed) close(closeCodes.commandRate)
    return isAllowed
  }
  const ping = (at: number) => {
    pingAt = at + options.heartbeatMs * (0.9 + 0.2 * Math.random())
    // The first that is not answered counts, however often it is asked meanwhile.
    pongBy = Math.min(pongBy, at + options.pongTimeoutMs)
    send({ type: 'ping', now: new Date().toISOString(), positions: subscriptions.positions() })
  }

  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (isBinary) return close(closeCodes.notText)
    if (countCommand()) receive(String(data))
  })
  socket.on('ping', countCommand)
  const end = () => {
    isClosing = true
    subscriptions.removeAll()
  }
  // ws closes with 1007 or 1009 by itself; the failures of sockets are no news.
  socket.on('error', () => {
    end()
    terminateSoon()
  })
  socket.on('close', () => {
    end()
    clearTimeout(lastResort)
  })
  if (admission.identity !== undefined) welcome(admission.identity)

  return {
    subscriptions: subscriptions.byStream,
    disconnect(why, retryAfterMs) {
      send({ type: 'disconnect', ...why, reconnect: why.code < 4500, retryAfterMs })
      close(why)
    },
    tick() {
      if (isClosing) return
      const at = now()
      if (identity === undefined) {
        if (at - connectedAt > options.connectTimeoutMs) close(closeCodes.noConnect)
        return
      }
      if (identity.expiresAt !== undefined && identity.expiresAt.getTime() <= Date.now())
        return close(closeCodes.expired)
      if (at - connectedAt > options.maxConnectionAgeMs) return this.disconnect(closeCodes.reconnect, 0)
      if (at - skippedAt >= options.skipEveryMs) {
        skippedAt = at
        subscriptions.tellSkipped()
      }
      // While history waits, a heartbeat would wait behind it: reading is sign of life enough.
      const patienceMs = options.heartbeatMs + options.pongTimeoutMs
      if (!out.isIdle) {
        if (at - out.progressAt > patienceMs) close(closeCodes.slow)
      } else if (at > pongBy) close(closeCodes.noPong)
      else if (at >= pingAt) ping(at)
    },
  }
}
