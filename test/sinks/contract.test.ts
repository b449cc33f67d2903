import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileSink } from '@superhack/superops/sinks/file'
import { webSocketSink } from '@superhack/superops/sinks/websocket'
import type { Sink, StreamEvent } from '@superhack/superops/streams'
import { type SinkUnderTest, sinkContract } from '@superhack/superops/testing'
import { describe, expect, test } from 'vitest'
import { connect, type RawClient } from './raw-client.js'
import { localSink, startReceiver } from './receiver.js'

async function fileUnderTest(): Promise<SinkUnderTest> {
  const directory = await mkdtemp(join(tmpdir(), 'sink-'))
  const path = join(directory, 'events.ndjson')
  return {
    sink: fileSink({ path }),
    received: async () => {
      const text = await readFile(path, 'utf8').catch(() => '')
      return text.split('\n').flatMap((line): StreamEvent[] => (line === '' ? [] : [JSON.parse(line)]))
    },
    dispose: () => rm(directory, { recursive: true }),
  }
}

async function webhookUnderTest(): Promise<SinkUnderTest> {
  const { arrived, close, url } = await startReceiver()
  return {
    sink: localSink({ url }),
    received: async () => arrived.map(({ body }): StreamEvent => JSON.parse(body)),
    dispose: close,
  }
}

async function webSocketUnderTest(): Promise<SinkUnderTest> {
  const sink = webSocketSink({ port: 0 })
  let reader: RawClient | undefined
  return {
    sink,
    opened: async () => {
      reader = await connect(sink.address()?.url ?? '')
      reader.send({ type: 'subscribe', id: 1, streams: ['tickets'] })
      await reader.next('subscribed')
    },
    received: async () =>
      (reader?.frames ?? []).flatMap((frame) => (frame.type === 'event' ? [frame.event] : [])),
  }
}

describe('the file sink', () => {
  test.each(sinkContract(fileUnderTest))('$title', ({ run }) => run())
})
describe('the webhook sink', () => {
  test.each(sinkContract(webhookUnderTest))('$title', ({ run }) => run())
})
describe('the WebSocket sink', () => {
  test.each(sinkContract(webSocketUnderTest))('$title', ({ run }) => run())
})

test('a sink that loses, changes or refuses events fails the contract', async () => {
  const verdictOf = async (deliver: NonNullable<Sink['deliver']>, kept: StreamEvent[] = []) => {
    const make = async () => ({ sink: { name: 'broken', deliver }, received: async () => kept })
    const [, whole] = sinkContract(make)
    return whole?.run().then(
      () => 'passed',
      ({ message }: Error) => message,
    )
  }
  const kept: StreamEvent[] = []
  expect(
    await Promise.all([
      verdictOf(async (event) => void kept.push(event), kept),
      verdictOf(async () => {}),
      verdictOf(async () => ({ dead: 'no' })),
    ]),
  ).toEqual([
    'passed',
    'sink contract: expected 1 events, byte for byte and in order; 0 arrived',
    'sink contract: a delivery was not accepted (dead)',
  ])
})
