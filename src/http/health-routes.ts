import { textAnswer } from './answer.js'
import { metricsText, type Traffic } from './metrics-text.js'
import type { ResolvedOptions } from './options.js'
import { queryOf } from './query.js'
import type { Route } from './route.js'

/** `/health/live`, `/health/ready` and `/metrics`. */
export function healthRoutes(options: ResolvedOptions, traffic: Traffic): Route[] {
  return [
    {
      method: 'GET',
      path: '/health/live',
      access: 'open',
      answer: () => textAnswer('{"status":"live"}'),
    },
    {
      method: 'GET',
      path: '/health/ready',
      access: 'open',
      answer: () => {
        const status = readiness(options)
        const headers = { 'cache-control': 'no-store' }
        return textAnswer(
          JSON.stringify({ status }),
          'application/json',
          headers,
          status === 'ready' ? 200 : 503,
        )
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      answer: ({ url }) => {
        queryOf(url, [])
        return textAnswer(metricsText(options, traffic), 'text/plain; version=0.0.4; charset=utf-8')
      },
    },
  ]
}

/** Ready: what is asked for can be answered from records that are kept up to date. */
function readiness({ snapshot, streams }: ResolvedOptions): 'ready' | 'starting' | 'down' {
  const status = streams?.status()
  if (status?.phase === 'stopped' || status?.health === 'down') return 'down'
  const isRead = status === undefined || status.phase === 'live'
  return isRead && snapshot() !== undefined ? 'ready' : 'starting'
}
