import type { StreamName } from '../streams/event.js'
import type { ReadFrom, StreamFeed } from '../streams/stream-feed.js'
import { documentAnswer, documentOf, textAnswer } from './answer.js'
import { entryFrames, eventStream } from './event-stream.js'
import type { ResolvedOptions, ServedStreams } from './options.js'
import { parsePosition } from './position.js'
import { HttpProblem } from './problem.js'
import { choiceOf, queryOf } from './query.js'
import type { Route, RouteRequest } from './route.js'

/** Events told to who names no position. */
const latestEvents = 100

/** `/v1/streams` and what is below it. */
export function streamRoutes(options: ResolvedOptions, readers: { open: number }): Route[] {
  const { streams } = options
  const frameOf = entryFrames()
  const refreshing = new Map<string, Promise<void>>()

  const known = (name: string): ServedStreams => {
    if (streams === undefined || !Object.hasOwn(streams.feed.positions(), name))
      throw new HttpProblem('unknown_stream', 'there is no such stream')
    return streams
  }

  const follow = (feed: StreamFeed, from: ReadFrom, { name, isHead }: RouteRequest): Response => {
    const headers = {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      vary: 'accept',
      // Proxies of nginx would hold events back.
      'x-accel-buffering': 'no',
    }
    if (isHead) return new Response(null, { headers })
    if (readers.open >= options.maxReaders)
      throw new HttpProblem('too_busy', 'as many readers are connected as may be', { 'retry-after': '10' })
    const body = eventStream(feed, name, from, frameOf, { ...options, onEnd: () => readers.open-- })
    readers.open++
    return new Response(body, { headers })
  }

  const refresh = async (asked: ServedStreams, name: string) => {
    const running =
      refreshing.get(name) ?? asked.refresh(name as StreamName).finally(() => refreshing.delete(name))
    refreshing.set(name, running)
    await running
  }

  return [
    {
      method: 'GET',
      path: '/v1/streams',
      answer: ({ request, url }) => {
        queryOf(url, [])
        const positions = Object.entries(streams?.feed.positions() ?? {})
        return documentAnswer(
          request,
          documentOf({ streams: positions.map(([name, position]) => ({ name, ...position })) }),
        )
      },
    },
    {
      method: 'GET',
      path: '/v1/streams/:name/events',
      answer: (asked) => {
        const { request, url, name } = asked
        const { feed } = known(name)
        const query = queryOf(url, ['since', 'mode'])
        const mode = choiceOf('mode', query.mode, ['stream', 'cache'])
        const isFollowing = prefersEventStream(request.headers.get('accept'))
        // A browser that comes back asks the same address, and says in this header how far it got.
        const id = isFollowing ? request.headers.get('last-event-id') : null
        const since = id
          ? parsePosition('last-event-id', id)
          : query.since && parsePosition('since', query.since)
        const from = { ...(since && { since }), ...(mode && { mode }) }
        if (isFollowing) return follow(feed, from, asked)
        const { gap, entries, epoch, sequence, oldest } = feed.history(
          name,
          since || mode ? from : latest(feed, name),
        )
        const events = entries.map(({ event }) => event)
        const answer = documentAnswer(
          request,
          documentOf({ stream: name, epoch, sequence, oldest, events, ...(gap && { gap }) }),
        )
        answer.headers.set('vary', 'accept')
        return answer
      },
    },
    {
      method: 'POST',
      path: '/v1/streams/:name/refresh',
      answer: async ({ url, name }) => {
        const asked = known(name)
        queryOf(url, [])
        await refresh(asked, name)
        return textAnswer(JSON.stringify({ name, ...asked.feed.positions()[name] }))
      },
    },
  ]
}

/** The end of the history that there is. */
function latest(feed: StreamFeed, name: string): ReadFrom {
  const { epoch, sequence, oldest } = feed.history(name)
  return { since: { epoch, sequence: Math.max(oldest - 1, sequence - latestEvents) } }
}

/** Events as they come are for who asks for them by name; everyone else gets JSON. @throws HttpProblem for neither. */
function prefersEventStream(accept: string | null): boolean {
  const types = (accept ?? '*/*').split(',').map((part) => {
    const [type = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    return { type, q: q === undefined ? 1 : Number(q) }
  })
  const qualityOf = (...names: string[]) =>
    Math.max(
      0,
      ...types.filter(({ type }) => names.includes(type)).map(({ q }) => (q >= 0 && q <= 1 ? q : 0)),
    )
  const stream = qualityOf('text/event-stream')
  const json = qualityOf('application/json', 'application/*', '*/*')
  if (stream === 0 && json === 0)
    throw new HttpProblem('not_acceptable', 'expected application/json or text/event-stream to be accepted')
  return stream >= json
}
