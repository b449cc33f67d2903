import { createHash } from 'node:crypto'
import type { ResolvedReceiver } from './receiver-options.js'
import type { HeadersLike } from './verify-webhook.js'

/** Why no body could be read. */
export type Unread = 'too-large' | 'too-slow' | 'broken-off'

const statusOf: Readonly<Record<Unread, number>> = { 'too-large': 413, 'too-slow': 408, 'broken-off': 400 }

export type Receive = (headers: HeadersLike, body: Uint8Array | Unread) => Promise<number>

/** Verifies a request, hands it on once, and answers the HTTP status that the sender gets. */
export function createReceive({ verify, handle, onError, replay }: ResolvedReceiver): Receive {
  /** A repeat that comes while the first is handled is told what becomes of that one. */
  const underWay = new Map<string, Promise<number>>()

  async function handleOnce(id: string, body: Uint8Array, payload: unknown): Promise<number> {
    try {
      if (!(await replay.claim(id))) return 204
    } catch (error) {
      onError(error)
      return 500
    }
    try {
      await handle({ id, body, payload })
      return 204
    } catch (error) {
      onError(error)
      await Promise.resolve(replay.release(id)).catch(onError)
      return 500
    }
  }

  return async (headers, body) => {
    if (typeof body === 'string') return statusOf[body]
    let id: string
    try {
      const verified = await verify({ headers, body })
      id = verified?.id ?? createHash('sha256').update(body).digest('base64url')
    } catch (error) {
      onError(error)
      return 401
    }
    const json = parse(body)
    if (json === undefined) return 400
    const first = underWay.get(id)
    if (first !== undefined) return first
    const done = handleOnce(id, body, json.payload).finally(() => underWay.delete(id))
    underWay.set(id, done)
    return done
  }
}

function parse(body: Uint8Array): { readonly payload: unknown } | undefined {
  try {
    return { payload: JSON.parse(Buffer.from(body).toString('utf8')) }
  } catch {
    return undefined
  }
}
