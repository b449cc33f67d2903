import type { Readable } from 'node:stream'
import { AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios'
import type { Call } from './call.js'
import { refusalOf } from './envelope.js'
import { failureOf, failureOfStatus } from './failure.js'
import type { Admission } from './limiter.js'
import { type AttemptResponse, type Middleware, runThrough } from './middleware.js'
import type { ResolvedOptions } from './options.js'

/** What the sending of files adds to an attempt. */
export interface Transfer {
  /** Makes the body of one attempt; `onMoved` is to be told whenever some of it was taken. */
  open?(onMoved: () => void): Readable
  /**
   * Reads the answer, a stream, into text; keeps what is a file to be read later and gives a blank text.
   * `cancel` closes its connection.
   */
  receive?(response: AxiosResponse<unknown>, cancel: () => void): Promise<string>
}

export type Config = InternalAxiosRequestConfig & { call?: Call; transfer?: Transfer }
type Send = (config: InternalAxiosRequestConfig) => Promise<AxiosResponse<string>>

interface Sender {
  readonly options: ResolvedOptions
  readonly sendOnce: Send
  middlewares(): readonly Middleware[]
}

/** Sends a call once, within its bounds; rejects with `call.failure` set, or aborted. */
export async function sendAttempt(
  { options, sendOnce, middlewares }: Sender,
  config: Config,
  call: Call,
): Promise<Admission<AxiosResponse<string>>> {
  const bounds = boundsOf(call)
  const { transfer } = config
  const started = Date.now()
  let admission: Admission<AxiosResponse<string>> | undefined
  let status: number | undefined
  const { operation, kind, priority, origin } = call.settings
  const extra: Record<string, string> = {}

  async function send(): Promise<AttemptResponse> {
    let outcome = 'ok'
    let body: Readable | undefined
    try {
      const token = await readToken(call, options)
      const own = { Authorization: `Bearer ${token}`, CustomerSubDomain: options.tenantId }
      const headers = config.headers.concat(extra, own)
      body = transfer?.open?.(bounds.extend)
      const data = body === undefined ? {} : { data: body }
      const response = await sendOnce({ ...config, headers, signal: bounds.signal, ...data })
      if (transfer?.receive !== undefined) response.data = await transfer.receive(response, bounds.cancel)
      // An answer that came before the body was sent leaves a request that nobody ends.
      if (body?.readableEnded === false) response.request?.destroy?.()
      // The wait for the next attempt ends by the signal of the call, not by that of this attempt.
      response.config = config
      status = response.status
      call.serverTime = Date.parse(String(response.headers.date))
      call.failure = failureOfStatus(response)
      if (call.failure?.kind === 'auth' && status === 401 && options.rotatesToken) {
        const present = await readToken(call, options)
        call.failure = { ...call.failure, tokenChanged: present !== token }
      }
      if (call.failure !== undefined) outcome = call.failure.kind
      const refusal = refusalOf(response)
      if (refusal !== undefined) outcome = 'rate-limit'
      const final = call.settings.once === true
      if (refusal !== undefined && final) call.failure = { kind: 'refused' }
      admission = { refused: refusal !== undefined, ...refusal, final, value: response }
    } catch (error) {
      call.failure ??= bounds.timedOut() ? { kind: 'timeout' } : failureOf(error, options.maxResponseBytes)
      outcome = outcomeOf(call)
    } finally {
      body?.destroy()
    }
    return { outcome, ms: Date.now() - started, ...(status !== undefined && { status }) }
  }

  call.failure = undefined
  const request = {
    operation,
    kind,
    requestId: call.requestId,
    attempt: call.attempts.length + 1,
    priority,
    url: options.url,
    origin,
    headers: extra,
  }
  const onEnd = () => {
    call.failure ??= { kind: 'timeout' }
    return { outcome: outcomeOf(call), ms: Date.now() - started }
  }
  // Twice, so that middlewares are told of an end while the token function hangs.
  const sendBounded = () => bounds.race(send(), onEnd)
  const onFailure = (err: unknown) => options.logger?.error({ err }, 'a middleware failed')
  const response = await bounds.race(runThrough(middlewares(), request, sendBounded, onFailure), onEnd)
  bounds.end()
  call.attempts.push({ at: new Date(started).toISOString(), ...response })
  if (admission !== undefined) return admission
  throw new AxiosError(response.outcome, response.outcome, config)
}

const outcomeOf = ({ signal, failure }: Call): string => {
  if (signal.aborted || failure === undefined) return 'aborted'
  return failure.kind === 'network' ? failure.code : failure.kind
}

async function readToken(call: Call, options: ResolvedOptions): Promise<string> {
  try {
    return await options.readToken()
  } catch (cause) {
    call.failure = { kind: 'auth', status: 0, what: 'the apiKey function failed', cause }
    throw cause
  }
}

/** What ends an attempt: its own time, or whatever ends the call. */
function boundsOf(call: Call) {
  const controller = new AbortController()
  const abort = () => controller.abort()
  let timedOut = false
  let ended = false
  call.signal.addEventListener('abort', abort, { once: true })
  if (call.signal.aborted) abort()
  const timer = setTimeout(() => {
    timedOut = true
    abort()
  }, call.settings.timeoutMs)
  return {
    signal: controller.signal,
    cancel: abort,
    timedOut: () => timedOut,
    /** Begins the time anew. */
    extend: () => {
      if (!ended) timer.refresh()
    },
    /** What comes first; a middleware or token function may hang where no request would. */
    race: <T>(work: Promise<T>, onEnd: () => T) =>
      new Promise<T>((resolve, reject) => {
        work.then(resolve, reject)
        // The request itself ends by the same signal and tells more; it gets its turn first.
        controller.signal.addEventListener('abort', () => setImmediate(() => resolve(onEnd())), {
          once: true,
        })
      }),
    end: () => {
      ended = true
      clearTimeout(timer)
      call.signal.removeEventListener('abort', abort)
    },
  }
}
