import { singlyReadEntities } from '../extract/entities.js'
import { isRecord } from '../metrics/records.js'
import { textAnswer } from './answer.js'
import type { ResolvedOptions, ServedStreams } from './options.js'
import { HttpProblem, unauthorized } from './problem.js'
import { queryOf } from './query.js'
import { readBody } from './read-body.js'
import { replayWindow } from './replay-window.js'
import type { Route } from './route.js'

/** Records that are waited for at once. */
const mostPending = 1000
const longestId = 200
/** What comes within this time about a record is one change. */
const coalesceMs = 250

/** `/v1/nudge`: a hint that a record changed. */
export function nudgeRoutes(options: ResolvedOptions): Route[] {
  const { streams, verify } = options
  const messages = replayWindow()
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
        if (!hasKey && verify === undefined) throw unauthorized()
        if (!/^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? ''))
          throw new HttpProblem('unsupported_media_type', 'expected application/json', {
            accept: 'application/json',
          })
        const body = await readBody(request, options.bodyTimeoutMs)
        if (!hasKey && !(await isSigned(request, body, verify))) throw unauthorized()
        queryOf(url, [])
        const { entity, id } = hintOf(body)
        if (streams === undefined) throw new HttpProblem('not_read_yet', 'no tenant is followed')
        const message = request.headers.get('webhook-id')
        if (message !== null && message.length > longestId)
          throw new HttpProblem('bad_request', `webhook-id: expected at most ${longestId} characters`)
        if (message === null || !messages.has(message)) read(streams, entity, id)
        if (message !== null) messages.add(message)
        return textAnswer('{"accepted":true}', 'application/json', { 'cache-control': 'no-store' }, 202)
      },
    },
  ]
}

async function isSigned(
  request: Request,
  body: Uint8Array,
  verify: ResolvedOptions['verify'],
): Promise<boolean> {
  try {
    return (await verify?.(Object.fromEntries(request.headers), body)) === true
  } catch {
    return false
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
