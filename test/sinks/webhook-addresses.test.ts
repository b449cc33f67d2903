import type { LookupFunction } from 'node:net'
import { webhookSink } from '@superhack/superops/sinks/webhook'
import { expect, test } from 'vitest'
import { sampleEvent } from '../streams/sample-event.js'
import { localSink, secret, startReceiver } from './receiver.js'

const attempt = () => ({ number: 1, signal: new AbortController().signal })
const blocked = { reason: 'blocked-address' }

/** Answers each question with the next of the lists, the last again and again. */
const resolver =
  (...lists: readonly (readonly string[])[]): LookupFunction =>
  (_host, options, callback) => {
    const list = (lists.length > 1 ? (lists as string[][]).shift() : lists[0]) ?? []
    const all = list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (options.all === true) callback(null, all)
    else callback(null, all[0]?.address ?? '', all[0]?.family ?? 4)
  }

test.each([
  ...['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '127.1', '１２７.0.0.1', '127.0.0.1.', '[::1]'],
  ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '0.0.0.0', '[::]', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '192.0.2.1', '224.0.0.1', '240.0.0.1'],
  ...['255.255.255.255', '[fe80::1]', '[fc00::1]', '[fd12:3456::1]', '[ff02::1]', '[64:ff9b::7f00:1]'],
  ...['[2002:7f00:1::]', '[2001:db8::1]', '[::ffff:169.254.169.254]'],
])('%s is refused before anything is sent', (host) => {
  expect(() => webhookSink({ url: `https://${host}/`, secret })).toThrow(
    'url: the address is private or reserved; name its network in `allowNetworks`',
  )
})

test.each(['8.8.8.8', '172.32.0.1', '[2606:4700::1111]', '100.128.0.1', 'example.com'])(
  '%s is taken',
  (host) => {
    expect(webhookSink({ url: `https://${host}/`, secret }).name).toBe('webhook')
  },
)

test('a name that resolves to this machine, now or the next moment, reaches nothing', async () => {
  const canary = await startReceiver()
  const url = `http://hooks.example:${canary.port}/`
  const strict = (lookup: LookupFunction) => localSink({ url, allowNetworks: ['203.0.113.7/32'], lookup })
  for (const lookup of [
    resolver(['127.0.0.1']),
    resolver(['::1', '127.0.0.1']),
    resolver(['::ffff:127.0.0.1']),
    resolver(['10.0.0.1', '169.254.169.254']),
    resolver(['not an address']),
    resolver([]),
  ])
    await expect(strict(lookup).deliver(sampleEvent(1), attempt())).rejects.toMatchObject(blocked)
  // Allowed at first; each connection is looked up and checked anew.
  const rebinding = localSink({
    ...{ url, allowNetworks: ['127.0.0.2/32'] },
    lookup: resolver(['127.0.0.2'], ['127.0.0.1']),
  })
  await rebinding.deliver(sampleEvent(1), attempt()).catch(() => {})
  await expect(rebinding.deliver(sampleEvent(1), attempt())).rejects.toMatchObject(blocked)
  const localhost = webhookSink({ url: `http://localhost:${canary.port}/`, secret, allowHttp: true })
  await expect(localhost.deliver(sampleEvent(1), attempt())).rejects.toMatchObject(blocked)
  expect(canary.connections()).toBe(0)
  await canary.close()
})

test('of several addresses the allowed ones are dialled', async () => {
  const receiver = await startReceiver()
  const sink = localSink({
    ...{ url: `http://hooks.example:${receiver.port}/`, allowNetworks: ['127.0.0.1/32'] },
    lookup: resolver(['10.0.0.1', '127.0.0.1', '::1']),
  })
  expect(await sink.deliver(sampleEvent(1), attempt())).toBeUndefined()
  expect(receiver.arrived).toHaveLength(1)
  await receiver.close()
})

test('a redirect into the machine is not followed', async () => {
  const canary = await startReceiver()
  const receiver = await startReceiver((_, response) => {
    response.writeHead(307, { location: canary.url }).end()
  })
  await expect(localSink({ url: receiver.url }).deliver(sampleEvent(1), attempt())).rejects.toMatchObject({
    reason: 'redirect',
    status: 307,
  })
  expect([canary.connections(), receiver.arrived.length]).toEqual([0, 1])
  await Promise.all([canary.close(), receiver.close()])
})

test('an open connection of one sink is no way around the rules of another', async () => {
  const receiver = await startReceiver()
  const url = `http://hooks.example:${receiver.port}/`
  const lookup = resolver(['127.0.0.1'])
  await localSink({ url, lookup }).deliver(sampleEvent(1), attempt())
  const strict = localSink({ url, lookup, allowNetworks: [] })
  await expect(strict.deliver(sampleEvent(2), attempt())).rejects.toMatchObject(blocked)
  expect([receiver.arrived.length, receiver.connections()]).toEqual([1, 1])
  await receiver.close()
})
