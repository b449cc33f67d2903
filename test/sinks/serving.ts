import {
  type WebSocketSink,
  type WebSocketSinkOptions,
  webSocketSink,
} from '@superhack/superops/sinks/websocket'
import { createFeed, type Feed, type FeedOptions } from '@superhack/superops/streams'
import { onTestFinished } from 'vitest'
import { sampleEvents } from '../streams/sample-event.js'
import { connect, type RawClient } from './raw-client.js'

export interface Serving {
  readonly feed: Feed
  readonly sink: WebSocketSink
  readonly url: string
  /** A client that was welcomed. */
  client(): Promise<RawClient>
}

/** A sink on a free port with a feed of the streams `tickets` and `metrics`; closed when the test ends. */
export async function serving(
  options: WebSocketSinkOptions & { readonly feedOptions?: FeedOptions; readonly events?: number } = {},
): Promise<Serving> {
  const { feedOptions, events = 0, ...sinkOptions } = options
  const feed = createFeed(feedOptions)
  feed.open('tickets', { epoch: 'e1' })
  feed.open('metrics', { epoch: 'm1' })
  feed.publish(sampleEvents(1, events))
  const sink = webSocketSink({ port: 0, ...sinkOptions })
  await sink.open(feed)
  onTestFinished(() => sink.close())
  const url = sink.address()?.url ?? ''
  return {
    feed,
    sink,
    url,
    async client() {
      const client = await connect(url)
      await client.next('welcome')
      return client
    },
  }
}

/** Polls, since some facts have no event. */
export async function eventually(holds: () => boolean, withinMs = 5000): Promise<void> {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) throw new Error('it did not come true in time')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
