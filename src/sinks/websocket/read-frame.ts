import type { ClientFrame, EventFilter, SubscriptionRequest } from '../../streams/protocol.js'

const maxName = 255
const maxListed = 100
const maxToken = 8192

/** The frame in a message of a client, undefined when it is none; members that are not known are passed over. */
export function readFrame(text: string): ClientFrame | undefined {
  const value = parse(text)
  if (!isObject(value)) return undefined
  const { type, id } = value
  if (type === 'pong') return { type }
  if (!isCount(id, 0)) return undefined
  if (type === 'ping') return { type, id }
  if (type === 'connect') return isText(value.token, maxToken) ? { type, id, token: value.token } : undefined
  const { streams } = value
  if (!Array.isArray(streams) || streams.length === 0) return undefined
  if (type === 'unsubscribe') return streams.every(isName) ? { type, id, streams } : undefined
  if (type !== 'subscribe') return undefined
  const requests = streams.map((stream) => (isName(stream) ? stream : readRequest(stream)))
  return requests.every((request) => request !== undefined) ? { type, id, streams: requests } : undefined
}

function readRequest(value: unknown): SubscriptionRequest | undefined {
  if (!isObject(value) || !isName(value.stream)) return undefined
  const { stream, mode, since, filter } = value
  if (mode !== undefined && mode !== 'stream' && mode !== 'cache') return undefined
  const isPosition = isObject(since) && isName(since.epoch) && isCount(since.sequence, 0)
  if (since !== undefined && !isPosition) return undefined
  const wanted = filter === undefined ? undefined : readFilter(filter)
  if (filter !== undefined && wanted === undefined) return undefined
  return {
    stream,
    ...(mode !== undefined && { mode }),
    ...(isPosition && { since: { epoch: String(since.epoch), sequence: Number(since.sequence) } }),
    ...(wanted !== undefined && { filter: wanted }),
  }
}

/** Unknown members are refused here: a filter that is not understood would let everything pass. */
function readFilter(value: unknown): EventFilter | undefined {
  if (!isObject(value)) return undefined
  const known = ['client', 'technician', 'priority', 'type']
  const isFilter = Object.entries(value).every(
    ([name, list]) =>
      known.includes(name) && Array.isArray(list) && list.length <= maxListed && list.every(isName),
  )
  return isFilter ? value : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= longest
const isName = (value: unknown): value is string => isText(value, maxName)
const isCount = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least
