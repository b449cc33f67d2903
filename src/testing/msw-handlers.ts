import type { HttpHandler } from 'msw'
import type { Product } from '../client/surface.js'
import { bodyPieces, pause } from './body-pieces.js'
import type { AnswerFile } from './files/answer-files.js'
import type { MockAnswer, MockRequest } from './mock-call.js'
import { loadPeer } from './peers/load-peer.js'

/** Endpoints of both regions; one client writes a slash behind them. */
const endpointsOf = (product: Product) =>
  new RegExp(`^https://(?:eu)?api\\.superops\\.ai/${product}/?(?:\\?.*)?$`)

const fileEndpoints = /^https:\/\/(?:eu)?api\.superops\.ai\/(?:upload|download)(?:\?.*)?$/

/** Request handlers that answer for both hosts of SuperOps. */
export function mswHandlers(
  product: Product,
  answer: (request: MockRequest) => MockAnswer,
  answerFile: AnswerFile,
): HttpHandler[] {
  const { http } = loadPeer('msw')
  return [
    http.post(endpointsOf(product), async ({ request }) => {
      const result = answer({ headers: Object.fromEntries(request.headers), body: await request.text() })
      await pause(result.delayMs ?? 0)
      // A response of MSW cannot break off in the middle.
      if (result.destroy === true || result.partial?.ending === 'drop') return Response.error()
      return new Response(streamOf(result), { status: result.status, headers: { ...result.headers } })
    }),
    http.all(fileEndpoints, ({ request }) => fileResponse(request, answerFile)),
  ]
}

async function fileResponse(request: Request, answerFile: AnswerFile): Promise<Response> {
  const { pathname: path, searchParams: query } = new URL(request.url)
  const headers = Object.fromEntries(request.headers)
  const body = new Uint8Array(await request.arrayBuffer())
  const answer = await answerFile({ method: request.method, path, query, headers, body })
  if (answer === undefined) return new Response(null, { status: 404 })
  const bytes = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body)
  return new Response(bytes, { status: answer.status, headers: { ...answer.headers } })
}

/** Text where nothing happens on the way, since a stream costs a copy. */
function streamOf(answer: MockAnswer): string | ReadableStream<Uint8Array> {
  if (answer.drip === undefined && answer.partial === undefined) return answer.body
  const pieces = bodyPieces(answer)
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await pieces.next()
      if (value !== undefined) controller.enqueue(value)
      // A stalled stream is neither closed nor pulled again: it waits with its reader.
      if (done === true && answer.partial !== undefined) await new Promise(() => undefined)
      if (done === true) controller.close()
    },
  })
}
