import { Readable } from 'node:stream'
import type { Call, Failure } from '../call.js'
import { errorOf } from '../execute.js'
import { failureOf } from '../failure.js'
import type { ResolvedOptions } from '../options.js'
import { type OnProgress, progressOf } from './progress.js'

/** An answer whose body is still to be read. */
export interface Incoming {
  readonly source: Readable
  readonly chunks: AsyncIterator<Uint8Array>
  /** What was read already. */
  readonly head: readonly Uint8Array[]
  /** Closes the connection. */
  cancel(): void
}

export interface BodyOptions {
  readonly contentLength: number | null
  readonly maxBytes: number | undefined
  readonly onProgress: OnProgress | undefined
}

/** An answer that is longer than it may be. */
export const tooLarge = (option: string, most: number): Failure => ({
  kind: 'http',
  status: 200,
  what: `the body is larger than ${option} = ${most}`,
})

/**
 * The body of a download: reads on when its reader does, and fails with a typed error when the connection is
 * cut, stalls, or the call is ended. Only the time in which somebody waits for bytes counts as a stall, and
 * that before the first read, so that a body nobody wants frees its socket.
 */
export function fileBody(
  { source, chunks, head, cancel }: Incoming,
  call: Call,
  options: ResolvedOptions,
  { contentLength, maxBytes, onProgress }: BodyOptions,
): Readable {
  const release = call.hold()
  const ahead = [...head]
  const progress = progressOf(onProgress, contentLength, options.logger)
  let readBytes = 0
  let complete = false
  let timer = startTimer()

  function startTimer() {
    return setTimeout(() => fail({ kind: 'timeout' }), call.settings.timeoutMs)
  }
  function fail(failure: Failure, thrown?: unknown): void {
    body.destroy(errorOf(call, thrown, failure))
  }
  const onAbort = () => body.destroy(errorOf(call, call.signal.reason))
  const onCut = (error: unknown) => fail(failureOf(error, options.maxResponseBytes), error)
  /** So that a failure before the first read waits for the reader; later it is his to listen. */
  const onUnread = () => {}

  async function readOn(): Promise<void> {
    clearTimeout(timer)
    body.off('error', onUnread)
    timer = startTimer()
    try {
      const next = ahead.shift()
      const { done, value } = next === undefined ? await chunks.next() : { done: false, value: next }
      clearTimeout(timer)
      if (body.destroyed) return
      complete = done === true
      if (complete) return end()
      readBytes += value.length
      if (maxBytes !== undefined && readBytes > maxBytes) return fail(tooLarge('maxBytes', maxBytes))
      progress(value.length)
      body.push(value)
    } catch (error) {
      if (!body.destroyed) onCut(error)
    }
  }
  function end(): void {
    if (contentLength !== null && readBytes < contentLength)
      fail({ kind: 'network', code: 'ERR_STREAM_PREMATURE_CLOSE', opened: true })
    else body.push(null)
  }

  const body = new Readable({
    read: () => void readOn(),
    destroy: (error, done) => {
      clearTimeout(timer)
      call.signal.removeEventListener('abort', onAbort)
      source.off('error', onCut)
      if (!complete) cancel()
      release()
      done(error)
    },
  })
  body.on('error', onUnread)
  source.on('error', onCut)
  call.signal.addEventListener('abort', onAbort, { once: true })
  if (call.signal.aborted) onAbort()
  return body
}
