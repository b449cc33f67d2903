import { singlyReadEntities } from '../extract/entities.js'
import { isRecord } from '../metrics/records.js'
import { readWebRequest } from '../webhooks/read-body.js'
import type { Unread } from '../webhooks/receive.js'
import { textAnswer } from './answer.js'
import type { ResolvedOptions, ServedStreams } from './options.js'
import { HttpProblem, unauthorized } from './problem.js'
import { queryOf } from './query.js'
import type { Route } from './route.js'

/** Records that are waited for at once. */
const mostPending = 1000
const longestId = 200
const maxBytes = 1024 * 1024
/** What comes within this time about a record is one change. */
const coalesceMs = 250

/** `/v1/nudge`: a hint that a record changed. */
export function nudgeRoutes(options: ResolvedOptions): Route[] {
  const { streams, replay, verifyNudge } = options
  const pending = new Set<string>()
  let reading = 0

  const read = (from: ServedStreams, entity: string, id: string) => {
    const key = `${entity} ${id}`
    // A read under way may have begun before the change, so only one that has not begun counts.
    if (pending.has(key)) return
    if (pending.size + reading >= mostPending)
      throw new HttpProblem('too_busy', 'too many records wait to be read', { 'retry-after': '10' })
    pending.add(key)
    void settle(from, entity, id, key)
  }
  const settle = async (from: ServedStreams, entity: string, id: string, key: string) => {
    await new Promise((resolve) => setTimeout(resolve, coalesceMs))
    pending.delete(key)
    reading++
    await from.nudge(entity, id).catch((error) => options.onError?.(error))
    reading--
  }

  return [
    {
      method: 'POST',
      path: '/v1/nudge',
      access: 'own',
      answer: async ({ request, url, hasKey }) => {
        if (!hasKey && verifyNudge === undefined) throw unauthorized()
        if (!/^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? ''))
          throw new HttpProblem('unsupported_media_type', 'expected application/json', {
            accept: 'application/json',
          })
        const body = await readWebRequest(request, { maxBytes, readTimeoutMs: options.bodyTimeoutMs })
        if (typeof body === 'string') throw unread[body]()
        const verified = hasKey ? undefined : await verifiedBy(verifyNudge, request, body)
        queryOf(url, [])
        const { entity, id } = hintOf(body)
        if (streams === undefined) throw new HttpProblem('not_read_yet', 'no tenant is followed')
        const message = verified?.id ?? request.headers.get('webhook-id')
        if (message !== null && message.length > longestId)
          throw new HttpProblem('bad_request', `webhook-id: expected at most ${longestId} characters`)
        if (message === null) read(streams, entity, id)
        else if (await replay.claim(message)) {
          try {
            read(streams, entity, id)
          } catch (error) {
            await replay.release(message)
            throw error
          }
        }
        return textAnswer('{"accepted":true}', 'application/json', { 'cache-control': 'no-store' }, 202)
      },
    },
  ]
}

const unread: Readonly<Record<Unread, () => HttpProblem>> = {
  'too-large': () =>
    new HttpProblem('too_large', 'expected a body of at most 1 MiB', { connection: 'close' }),
  'too-slow': () => new HttpProblem('body_timeout', 'the body did not come in time', { connection: 'close' }),
  'broken-off': () => new HttpProblem('bad_request', 'the body broke off', { connection: 'close' }),
}

async function verifiedBy(verify: ResolvedOptions['verifyNudge'], { headers }: Request, body: Uint8Array) {
  try {
    return (await verify?.({ headers, body })) ?? undefined
  } catch {
    throw unauthorized()
  }
}

/** Nothing else of the body is read: what changed is asked of the tenant. */
function hintOf(body: Uint8Array): { entity: string; id: string } {
  const wrong = new HttpProblem('bad_request', 'expected a JSON object with entity and id')
  let hint: unknown
  try {
    hint = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw wrong
  }
  if (!isRecord(hint)) throw wrong
  const { entity, id } = hint
  if (typeof entity !== 'string' || !singlyReadEntities.includes(entity))
    throw new HttpProblem('bad_request', `entity: expected one of ${singlyReadEntities.join(', ')}`)
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id))
    throw new HttpProblem('bad_request', 'id: expected a text of 1 to 64 letters and digits')
  return { entity, id }
}
