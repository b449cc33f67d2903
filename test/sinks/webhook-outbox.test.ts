import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dice } from '../dice.js'
import { compiledFile } from '../program.js'
import { runs } from '../runs.js'
import { sampleEvent, sampleEvents } from '../streams/sample-event.js'
import { outboxFor } from './outbox-for.js'
import { localSink, secret, startReceiver } from './receiver.js'

const sequenceOf = ({ body }: { body: string }) => Number(JSON.parse(body).sequence)

test('an endpoint that is gone is disabled, and gets its events once it is enabled again', async () => {
  let status = 410
  const receiver = await startReceiver((_, response) => response.writeHead(status).end())
  const { outbox, accept } = await outboxFor(localSink({ url: receiver.url }))
  await accept([sampleEvent(1)])
  await expect.poll(() => outbox.status().state).toBe('disabled')
  expect(outbox.status()).toMatchObject({ waiting: 1, reason: expect.stringContaining('it is gone (410)') })
  status = 204
  outbox.enable()
  await expect.poll(() => outbox.status().delivered).toBe(1)
  await receiver.close()
})

test('what an endpoint refuses is a dead letter, and can be replayed with the same id and bytes', async () => {
  let status = 500
  const receiver = await startReceiver((_, response) => response.writeHead(status).end())
  const { outbox, accept, errors } = await outboxFor(localSink({ url: receiver.url }), { schedule: [1] })
  await accept([sampleEvent(1)])
  await expect.poll(() => outbox.status().deadLetters).toBe(1)
  status = 200
  expect(await outbox.replay()).toBe(1)
  await expect.poll(() => outbox.status().delivered).toBe(1)
  expect(new Set(receiver.arrived.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(receiver.arrived.map(({ body }) => body)).toEqual(Array(3).fill(JSON.stringify(sampleEvent(1))))
  expect(errors).toEqual(Array(2).fill(expect.stringMatching(/^WebhookError: .*it answered 500$/)))
  await receiver.close()
})

test('ten failures in a row leave an endpoint alone, and never more than four requests are open', async () => {
  let open = 0
  let most = 0
  const receiver = await startReceiver((_, response) => {
    most = Math.max(most, ++open)
    setImmediate(() => {
      open--
      response.writeHead(500).end()
    })
  })
  const { outbox, accept } = await outboxFor(localSink({ url: receiver.url }))
  await accept(sampleEvents(1, 100))
  await expect.poll(() => outbox.status()).toMatchObject({ state: 'open', inFlight: 0 })
  const { length } = receiver.arrived
  expect([length >= 10 && length <= 13, most <= 4]).toEqual([true, true])
  await receiver.close()
})

test('a failing event holds its subject back and nothing else, and a dead endpoint no other one', async () => {
  let isRefused = true
  const receiver = await startReceiver((_, response) => {
    const latest = receiver.arrived.at(-1)
    const refuses = isRefused && latest !== undefined && sequenceOf(latest) === 1
    isRefused &&= !refuses
    response.writeHead(refuses ? 500 : 204).end()
  })
  const dead = await startReceiver()
  await dead.close()
  const beside = await outboxFor(localSink({ url: dead.url, name: 'dead' }))
  const { outbox, accept } = await outboxFor(localSink({ url: receiver.url }), {
    schedule: [50],
    concurrency: 1,
  })
  const events = sampleEvents(1, 9).map((event, index) => ({ ...event, subject: String(index % 3) }))
  await beside.accept(events)
  await accept(events)
  await expect.poll(() => outbox.status().delivered).toBe(9)
  expect(receiver.arrived.map(sequenceOf)).toEqual([1, 2, 3, 5, 6, 8, 9, 1, 4, 7])
  expect(beside.outbox.status().delivered).toBe(0)
  await receiver.close()
})

const ended = (child: ChildProcess) => once(child, 'exit').then(([code, signal]) => signal ?? code)

test('a sender that is killed between request and mark loses no event, and repeats have the same id and bytes', async () => {
  const program = await compiledFile('test/sinks/webhook-process.ts')
  const directory = await mkdtemp(join(tmpdir(), 'webhook-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const roll = dice(11)
  let killAt = 0
  let child: ChildProcess | undefined
  const receiver = await startReceiver((_, response) => {
    if (receiver.arrived.length === killAt) child?.kill('SIGKILL')
    else response.writeHead(204).end()
  })
  const rounds = runs(50)
  const perRound = 12
  const start = (first: number, last: number) => {
    const args = [program, receiver.url, secret, directory, String(first), String(last)]
    child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    return ended(child)
  }
  for (let round = 0; round < rounds; round++) {
    killAt = receiver.arrived.length + 1 + roll(perRound)
    expect(await start(round * perRound + 1, (round + 1) * perRound)).toBe('SIGKILL')
  }
  killAt = 0
  expect(await start(1, 0)).toBe(0)
  const wanted = sampleEvents(1, rounds * perRound)
  const bodies = new Map<string, string[]>()
  for (const { headers, body } of receiver.arrived)
    bodies.set(String(headers['webhook-id']), [...(bodies.get(String(headers['webhook-id'])) ?? []), body])
  expect(bodies.size).toBe(wanted.length)
  for (const same of bodies.values()) expect(new Set(same).size).toBe(1)
  expect(new Set([...bodies.values()].flat())).toEqual(new Set(wanted.map((event) => JSON.stringify(event))))
  await receiver.close()
})
