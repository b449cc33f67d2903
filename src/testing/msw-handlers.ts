import type { HttpHandler } from 'msw'
import type { MockAnswer, MockRequest } from './mock-call.js'
import { loadPeer } from './peers/load-peer.js'

/** MSP endpoints of both regions; one client writes a slash behind them. */
const endpoints = /^https:\/\/(?:eu)?api\.superops\.ai\/msp\/?(?:\?.*)?$/

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Request handlers that answer for both hosts of SuperOps. */
export function mswHandlers(answer: (request: MockRequest) => MockAnswer): HttpHandler[] {
  const { http } = loadPeer('msw')
  return [
    http.post(endpoints, async ({ request }) => {
      const result = answer({ headers: Object.fromEntries(request.headers), body: await request.text() })
      if (result.delayMs !== undefined && result.delayMs > 0) await pause(result.delayMs)
      if (result.destroy === true) return Response.error()
      return new Response(result.body, { status: result.status, headers: { ...result.headers } })
    }),
  ]
}
