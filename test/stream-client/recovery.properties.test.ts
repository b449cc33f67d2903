import { webSocketSink } from '@superhack/superops/sinks/websocket'
import { createStreamClient } from '@superhack/superops/stream-client'
import { createFeed, type Position } from '@superhack/superops/streams'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { runs } from '../runs.js'
import { eventually } from '../sinks/serving.js'
import { sampleEvent } from '../streams/sample-event.js'

type Step =
  | { readonly do: 'publish'; readonly count: number }
  | { readonly do: 'restart' | 'cut' | 'lose state' | 'settle' }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('publish' as const), count: fc.integer({ min: 1, max: 12 }) }),
  },
  fc.record({
    do: fc.constantFrom('restart' as const, 'cut' as const, 'lose state' as const, 'settle' as const),
  }),
)
const feedOptions = fc.record({
  maxEvents: fc.integer({ min: 1, max: 20 }),
  recoveryLimit: fc.integer({ min: 1, max: 20 }),
})

test('over lost connections, restarts, trimmed history and lost state every event is told once and in order, or lies in a gap', async () => {
  const property = fc.asyncProperty(
    feedOptions,
    fc.array(step, { maxLength: 12 }),
    async (options, steps) => {
      const feed = createFeed(options)
      feed.open('tickets', { epoch: 'e0' })
      const top = { epoch: 'e0', sequence: 0 }
      const publish = () => {
        top.sequence++
        feed.publish([sampleEvent(top.sequence, { epoch: top.epoch, data: null })])
      }
      let sink = webSocketSink({ port: 0, drainSpreadMs: 0 })
      await sink.open(feed)
      const { port = 0, url = '' } = sink.address() ?? {}
      const sockets = new Set<WebSocket>()
      class Recorded extends WebSocket {
        constructor(address: string, protocols: string) {
          super(address, protocols)
          sockets.add(this)
        }
      }
      const start = { ...top }
      const client = createStreamClient({
        url,
        streams: ['tickets'],
        since: { tickets: start },
        WebSocket: Recorded,
        minDelayMs: 4,
        maxDelayMs: 8,
      })
      let reader: Position = start
      const wrong: unknown[] = []
      client.on('event', ({ epoch, sequence }) => {
        if (epoch !== reader.epoch || Number(sequence) !== reader.sequence + 1)
          wrong.push([reader, epoch, sequence])
        reader = { epoch, sequence: Number(sequence) }
      })
      client.on('gap', ({ epoch, lost, sequence }) => {
        const isWhole = lost.to === null || (epoch === reader.epoch && lost.to === sequence)
        if (lost.from !== reader.sequence + 1 || !isWhole) wrong.push([reader, lost])
        reader = { epoch, sequence }
      })
      const settled = () => reader.epoch === top.epoch && reader.sequence === top.sequence
      const act: Record<Step['do'], () => Promise<void> | void> = {
        publish,
        cut: () => {
          for (const socket of sockets) socket.terminate()
          sockets.clear()
        },
        restart: async () => {
          await sink.close()
          sink = webSocketSink({ port, drainSpreadMs: 0 })
          await sink.open(feed)
        },
        'lose state': () => {
          Object.assign(top, { epoch: `${top.epoch}+`, sequence: 0 })
          publish()
        },
        settle: () => eventually(settled),
      }
      for (const each of steps)
        for (let count = 0; count < (each.do === 'publish' ? each.count : 1); count++) await act[each.do]()
      await eventually(settled)
      client.close()
      await sink.close()
      expect(wrong).toEqual([])
      expect(client.positions().tickets).toEqual(top)
    },
  )
  await fc.assert(property, { numRuns: runs(1000) })
})
