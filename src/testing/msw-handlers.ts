import { createRequire } from 'node:module'
import type { HttpHandler } from 'msw'
import type { MockAnswer, MockRequest } from './mock-call.js'

type Msw = typeof import('msw')

/** MSP endpoints of both regions; one client writes a slash behind them. */
const endpoints = /^https:\/\/(?:eu)?api\.superops\.ai\/msp\/?(?:\?.*)?$/

function loadMsw(): Msw {
  try {
    // At the call, not at the top: the tenant works without msw, and the getter answers at once.
    return createRequire(import.meta.url)('msw') as Msw
  } catch (cause) {
    throw new Error(
      'tenant.handlers needs the package msw: npm install --save-dev msw@2. tenant.listen() works without it.',
      { cause },
    )
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Request handlers that answer for both hosts of SuperOps. */
export function mswHandlers(answer: (request: MockRequest) => MockAnswer): HttpHandler[] {
  const { http } = loadMsw()
  return [
    http.post(endpoints, async ({ request }) => {
      const result = answer({ headers: Object.fromEntries(request.headers), body: await request.text() })
      if (result.delayMs !== undefined && result.delayMs > 0) await pause(result.delayMs)
      if (result.destroy === true) return Response.error()
      return new Response(result.body, { status: result.status, headers: { ...result.headers } })
    }),
  ]
}
