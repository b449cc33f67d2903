import { connect as connectTcp } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'
import { sampleEvent } from '../streams/sample-event.js'
import { isDescribed } from './protocol-schema.js'
import { connect } from './raw-client.js'
import { serving } from './serving.js'

/** A masked text frame, as RFC 6455 asks of clients; the mask is zero. */
function clientFrame(text: string): Buffer {
  const payload = Buffer.from(text)
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 255]
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), payload])
}

/** Bytes of a connection after its upgrade, up to and with the frame that contains `last`. */
async function bytesOf(port: number, commands: readonly object[], publish: () => void, last: string) {
  const socket = connectTcp(port, '127.0.0.1')
  const lines = [
    'GET /stream HTTP/1.1',
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: superops.stream.v1',
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  let bytes = Buffer.alloc(0)
  let isSubscribed = false
  for await (const piece of socket) {
    bytes = Buffer.concat([bytes, piece])
    if (!isSubscribed && bytes.includes('"welcome"')) {
      isSubscribed = true
      for (const command of commands) socket.write(clientFrame(JSON.stringify(command)))
    }
    if (bytes.includes('"subscribed"') && !bytes.includes(last)) publish()
    if (bytes.includes(last) && bytes.at(-1) === 125) break
  }
  // What differs by connection: id and time of the welcome.
  const text = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4).toString('latin1')
  return text.replace(/"connectionId":"[^"]+"/, '"connectionId":"?"').replace(/"now":"[^"]+"/g, '"now":"?"')
}

test('frames written once are byte for byte those of the public interface of ws, of every length class', async () => {
  const sizes = [1, 60, 125, 126, 1000, 65_535, 65_536, 70_000]
  const texts = sizes.map((size) => '🖨'.repeat(size / 4) + 'x'.repeat(size % 4))
  const events = texts.map((data, index) => sampleEvent(index + 1, { data }))
  const bytes = await Promise.all(
    [true, false].map(async (preframe) => {
      const { feed, sink } = await serving({ preframe })
      feed.publish(events.slice(0, 5))
      const commands = [
        { type: 'subscribe', id: 1, streams: [{ stream: 'tickets', since: { epoch: 'e1', sequence: 0 } }] },
      ]
      const port = sink.address()?.port ?? 0
      return bytesOf(port, commands, () => feed.publish(events.slice(5)), '"sequence":"8"')
    }),
  )
  expect(bytes[0]?.length).toBeGreaterThan(150_000)
  expect(bytes[0] === bytes[1]).toBe(true)
})

const noise = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.json({ maxDepth: 3 }),
  fc
    .record(
      {
        type: fc.constantFrom('connect', 'subscribe', 'unsubscribe', 'ping', 'pong', 'event', '__proto__'),
        id: fc.oneof(fc.nat(), fc.double(), fc.string({ maxLength: 3 }), fc.constantFrom(null, -1, 2 ** 53)),
        token: fc.oneof(fc.string({ maxLength: 9 }), fc.constant(7)),
        streams: fc.oneof(
          fc.array(
            fc.oneof(
              fc.constantFrom('tickets', 'metrics', 'nowhere', '', 'constructor'),
              fc.record(
                {
                  stream: fc.constantFrom('tickets', 'metrics', 'nowhere', 'toString', 5),
                  mode: fc.constantFrom('stream', 'cache', 'all', null),
                  since: fc.oneof(
                    fc.record({
                      epoch: fc.constantFrom('e1', '', 7),
                      sequence: fc.constantFrom(0, 3, -1, 1.5, '3'),
                    }),
                    fc.jsonValue({ maxDepth: 1 }),
                  ),
                  filter: fc.oneof(
                    fc.record(
                      {
                        type: fc.array(fc.constantFrom('a', '', 'b')),
                        priority: fc.constantFrom('High', ['High']),
                      },
                      { requiredKeys: [] },
                    ),
                    fc.jsonValue({ maxDepth: 1 }),
                  ),
                },
                { requiredKeys: [] },
              ),
            ),
            { maxLength: 4 },
          ),
          fc.jsonValue({ maxDepth: 1 }),
        ),
      },
      { requiredKeys: [] },
    )
    .map((frame) => JSON.stringify(frame)),
)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

test('whatever a client sends, it is answered as the published schema says, and the sink goes on', async () => {
  const { sink, url } = await serving({ events: 5, commandBurst: 1000, maxConnectionsPerAddress: 5000 })
  const property = fc.asyncProperty(noise, async (text) => {
    const client = await connect(url)
    await client.next('welcome')
    client.send(text)
    client.send({ type: 'ping', id: 123_456 })
    const frame = parsed(text)
    if (isDescribed('client', frame)) {
      let { id } = await client.next('pong')
      if (id !== 123_456) ({ id } = await client.next('pong'))
      expect(id).toBe(123_456)
    } else expect(await client.closed).toBe('4501 bad request')
    client.socket.terminate()
  })
  await fc.assert(property, { numRuns: runs(10_000) })
  const client = await connect(url)
  client.send({ type: 'subscribe', id: 1, streams: ['tickets'] })
  expect(await client.next('subscribed')).toMatchObject({ sequence: 5 })
  expect(sink.stats().connections).toBeLessThan(runs(10_000) + 1)
}, 400_000)

test('bytes that are no WebSocket frames end their own connection only', async () => {
  const { client, sink } = await serving()
  const good = await client()
  const port = sink.address()?.port ?? 0
  const lines = [
    'GET /stream HTTP/1.1',
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: superops.stream.v1',
  ]
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 })
  const property = fc.asyncProperty(bytes, async (noiseBytes) => {
    const socket = connectTcp(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    socket.end(noiseBytes)
    await new Promise<void>((resolve) => {
      socket.on('close', () => resolve())
      socket.resume()
    })
  })
  await fc.assert(property, { numRuns: runs(2500) })
  good.send({ type: 'ping', id: 1 })
  expect(await good.next('pong')).toMatchObject({ id: 1 })
})
