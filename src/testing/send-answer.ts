import type { ServerResponse } from 'node:http'
import { bodyPieces, pause } from './body-pieces.js'
import type { MockAnswer } from './mock-call.js'

/** Sends an answer over HTTP, with all that faults do to it on the way. */
export async function sendAnswer(response: ServerResponse, answer: MockAnswer): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  await pause(answer.delayMs ?? 0, gone.signal)
  if (response.destroyed) return
  if (answer.destroy === true) {
    response.destroy()
    return
  }
  const { status, headers, partial, drip } = answer
  response.writeHead(status, { 'content-length': Buffer.byteLength(answer.body), ...headers })
  if (partial === undefined && drip === undefined) {
    response.end(answer.body)
    return
  }
  response.flushHeaders()
  for await (const piece of bodyPieces(answer, gone.signal)) await written(response, piece)
  if (partial === undefined) response.end()
  else if (partial.ending === 'drop') response.destroy()
}

/** Resolves once the piece is with the operating system, or the connection is gone. */
const written = (response: ServerResponse, piece: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    response.write(piece, () => resolve())
  })
