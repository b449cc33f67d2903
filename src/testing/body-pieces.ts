import type { MockAnswer } from './mock-call.js'

/** Waits, but no longer than until `signal`: the timer must not outlive the connection it waits for. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0 || signal?.aborted === true) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done)
  })
}

/** The body as faults let it through: as a whole or in pieces, to its end or to where it breaks off. */
export async function* bodyPieces(answer: MockAnswer, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(answer.body, 'utf8')
  const end = Math.min(answer.partial?.bytes ?? bytes.length, bytes.length)
  const { bytes: size = end, everyMs = 0 } = answer.drip ?? {}
  for (let at = 0; at < end && signal?.aborted !== true; at += size) {
    if (at > 0) await pause(everyMs, signal)
    yield bytes.subarray(at, Math.min(at + size, end))
  }
}
