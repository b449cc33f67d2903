import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryStore } from '../../src/state/memory-store.js'
import type { StateStore } from '../../src/state/state-store.js'
import { createEvent } from '../../src/streams/create-event.js'
import type { StreamEvent } from '../../src/streams/event.js'
import { resolveSinkOptions, type SinkOptions } from '../../src/streams/outbox/sink-options.js'
import { SinkOutbox } from '../../src/streams/outbox/sink-outbox.js'
import { SinkQueue } from '../../src/streams/outbox/sink-queue.js'
import type { Sink } from '../../src/streams/sink.js'
import { runs } from '../runs.js'

function eventOf(sequence: number, subject = String(sequence)): StreamEvent {
  return createEvent<string>({
    source: 'superops/acme/msp',
    stream: 'tickets',
    type: 'ticket.updated',
    subject,
    version: String(sequence),
    time: '2026-01-02T03:04:05.000Z',
    epoch: 'e',
    origin: 'live',
    sequence,
    data: { sequence },
  })
}
const entryOf = (event: StreamEvent) => {
  const json = JSON.stringify(event)
  return { event, json, bytes: json.length, sequence: Number(event.sequence) }
}
type Deliver = NonNullable<Sink['deliver']>

interface Setup extends SinkOptions {
  readonly store?: StateStore
  readonly errors?: unknown[]
}

async function outboxOf(deliver: Deliver, { store = memoryStore(), errors = [], ...options }: Setup = {}) {
  const outbox = new SinkOutbox({ name: 'probe', deliver }, resolveSinkOptions(options, ['tickets'], true), {
    store,
    prefix: 'acme/1',
    onError: (error) => errors.push(error),
  })
  await outbox.load()
  const accept = async (events: readonly StreamEvent[]) => {
    const { changes, commit } = outbox.accept(events.map(entryOf))
    await store.batch(changes)
    commit()
  }
  return { outbox, accept, store, errors }
}

const emptied = (outbox: SinkOutbox) =>
  expect
    .poll(() => outbox.status().waiting + outbox.status().inFlight, { timeout: 5000, interval: 5 })
    .toBe(0)

test('events of a subject are taken in order, one at a time, whatever fails and is tried again', () => {
  const actions = fc.array(
    fc.oneof(
      fc.record({ add: fc.integer({ min: 0, max: 4 }) }),
      fc.record({ take: fc.constant(true) }),
      fc.record({ finish: fc.nat(9), fails: fc.boolean() }),
      fc.record({ wait: fc.integer({ min: 1, max: 30 }) }),
    ),
    { maxLength: 120 },
  )
  fc.assert(
    fc.property(actions, (steps) => {
      const queue = new SinkQueue('subject')
      const left = new Map<string, number[]>()
      const underWay: NonNullable<ReturnType<SinkQueue['take']>>[] = []
      let [now, order] = [0, 0]
      for (const step of steps) {
        if ('add' in step) {
          order += 1
          const subject = String(step.add)
          left.set(subject, [...(left.get(subject) ?? []), order])
          queue.add({ order, event: eventOf(order, subject), bytes: 1, attempts: 0, dueAt: 0 })
        } else if ('take' in step) {
          const taken = queue.take(now)
          if (taken === undefined) continue
          expect(left.get(taken.event.subject ?? '')?.[0]).toBe(taken.order)
          expect(underWay.map(({ event }) => event.subject)).not.toContain(taken.event.subject)
          expect(taken.dueAt).toBeLessThanOrEqual(now)
          underWay.push(taken)
        } else if ('finish' in step) {
          const [done] = underWay.splice(step.finish % Math.max(1, underWay.length), 1)
          if (done === undefined) continue
          if (step.fails) queue.retry(done, now + 10)
          else {
            queue.remove(done)
            left.get(done.event.subject ?? '')?.shift()
          }
        } else now += step.wait
        expect(queue.size).toBe([...left.values()].flat().length)
      }
      for (const each of underWay.splice(0)) queue.retry(each, now)
      const rest: number[] = []
      for (let next = queue.take(now + 1000); next !== undefined; next = queue.take(now + 1000)) {
        rest.push(next.order)
        queue.remove(next)
      }
      expect(rest.sort((a, b) => a - b)).toEqual([...left.values()].flat().sort((a, b) => a - b))
    }),
    { numRuns: runs(5000) },
  )
})

test('a failed delivery is tried again with its number, and holds back its subject alone', async () => {
  const seen: string[] = []
  const { outbox, accept, errors } = await outboxOf(
    async (event, { number }) => {
      seen.push(`${event.subject} ${event.sequence} try ${number}`)
      if (event.sequence === '1' && number < 3) throw new Error('not now')
    },
    { schedule: [20, 20, 20] },
  )
  outbox.start()
  await accept([eventOf(1, 'a'), eventOf(2, 'a'), eventOf(3, 'b')])
  await emptied(outbox)
  expect(seen).toEqual(['a 1 try 1', 'b 3 try 1', 'a 1 try 2', 'a 1 try 3', 'a 2 try 1'])
  expect(outbox.status()).toMatchObject({ delivered: 3, failed: 2, deadLetters: 0, state: 'closed' })
  expect(errors).toHaveLength(2)
  await outbox.stop(100)
})

test('without an order nothing waits for a failed delivery', async () => {
  const seen: string[] = []
  const { outbox, accept } = await outboxOf(
    async ({ sequence }, { number }) => {
      seen.push(sequence)
      if (sequence === '1' && number === 1) throw new Error('not now')
    },
    { schedule: [20], order: 'none', concurrency: 1 },
  )
  outbox.start()
  await accept([eventOf(1, 'a'), eventOf(2, 'a')])
  await emptied(outbox)
  expect(seen).toEqual(['1', '2', '1'])
  await outbox.stop(100)
})

test('what fails to the end of the schedule is a dead letter, which can be listed and replayed', async () => {
  let isBroken = true
  const { outbox, accept, store } = await outboxOf(
    async () => {
      if (isBroken) throw new Error('broken')
    },
    { schedule: [1, 1] },
  )
  outbox.start()
  const event = eventOf(1)
  await accept([event])
  await emptied(outbox)
  const letters = []
  for await (const letter of outbox.deadLetters()) letters.push(letter)
  expect(letters).toEqual([
    { id: 1, event, attempts: 3, at: expect.stringMatching(/Z$/), reason: 'failed 3 times' },
  ])
  isBroken = false
  expect(await outbox.replay([99])).toBe(0)
  expect(await outbox.replay()).toBe(1)
  await emptied(outbox)
  expect(outbox.status()).toMatchObject({ delivered: 1, deadLetters: 0 })
  await outbox.stop(100)
  const kept = []
  for await (const [key] of store.range('', '~')) kept.push(key)
  expect(kept).toEqual([])
})

test('verdicts: later, dead, disabled for good until enabled', async () => {
  const verdicts: Record<string, Awaited<ReturnType<Deliver>>> = {
    1: { retryAfterMs: 60 },
    2: { dead: 'the receiver refuses it' },
    3: { disabled: 'gone' },
  }
  const store = memoryStore()
  const deliver: Deliver = async ({ sequence }) => {
    const verdict = verdicts[sequence]
    delete verdicts[sequence]
    return verdict
  }
  const first = await outboxOf(deliver, { store, schedule: [1], concurrency: 1 })
  first.outbox.start()
  const started = performance.now()
  await first.accept([eventOf(1)])
  await emptied(first.outbox)
  expect(performance.now() - started).toBeGreaterThanOrEqual(59)
  await first.accept([eventOf(2), eventOf(3), eventOf(4)])
  await expect
    .poll(() => first.outbox.status())
    .toMatchObject({ state: 'disabled', reason: 'gone', waiting: 2 })
  await first.outbox.stop(100)
  const second = await outboxOf(deliver, { store })
  second.outbox.start()
  expect(second.outbox.status()).toMatchObject({
    state: 'disabled',
    reason: 'gone',
    waiting: 2,
    deadLetters: 1,
  })
  second.outbox.enable()
  await emptied(second.outbox)
  expect(second.outbox.status()).toMatchObject({ state: 'closed', delivered: 2 })
  await second.outbox.stop(100)
})

test('a sink that hangs fails after its time, and does not keep the outbox from ending', async () => {
  const { outbox, accept, errors } = await outboxOf(() => new Promise(() => {}), {
    timeoutMs: 30,
    schedule: [60_000],
  })
  outbox.start()
  await accept([eventOf(1)])
  await expect.poll(() => errors.map(String)).toEqual(['Error: no answer within 30 ms'])
  await accept([eventOf(2)])
  await outbox.stop(10)
  expect(outbox.status()).toMatchObject({ failed: 1, inFlight: 0 })
})

test('ten failures in a row open the circuit', async () => {
  const { outbox, accept } = await outboxOf(async () => {
    throw new Error('down')
  })
  outbox.start()
  await accept(Array.from({ length: 20 }, (_, at) => eventOf(at + 1)))
  await expect.poll(() => outbox.status()).toMatchObject({ state: 'open', inFlight: 0 })
  const { failed } = outbox.status()
  expect(failed).toBeGreaterThanOrEqual(10)
  expect(failed).toBeLessThan(14)
  await outbox.stop(100)
})

test('what gives way when the queue is full is told by gaps that name just what is missing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }),
      async (maxEvents, sizes) => {
        const got: StreamEvent[] = []
        const { outbox, accept } = await outboxOf(
          async (event) => {
            got.push(event)
          },
          { maxEvents },
        )
        let sequence = 0
        for (const size of sizes) await accept(Array.from({ length: size }, () => eventOf(++sequence)))
        outbox.start()
        await emptied(outbox)
        await outbox.stop(100)
        const told = got.flatMap((event) => {
          const { lost } = event.data as { lost?: { from: number; to: number; count: number } }
          if (lost === undefined) return [Number(event.sequence)]
          expect(lost.to - lost.from + 1).toBe(lost.count)
          return Array.from({ length: lost.count }, (_, at) => lost.from + at)
        })
        expect(told).toEqual(Array.from({ length: sequence }, (_, at) => at + 1))
      },
    ),
    { numRuns: runs(1000) },
  )
})

test('what does not fit waits in the store and comes in order', async () => {
  const got: string[] = []
  const { outbox, accept } = await outboxOf(
    async ({ sequence }) => {
      got.push(sequence)
    },
    { maxEvents: 4, whenFull: 'spill', concurrency: 1 },
  )
  await accept(Array.from({ length: 30 }, (_, at) => eventOf(at + 1, 'a')))
  expect(outbox.status().waiting).toBe(4)
  outbox.start()
  await accept(Array.from({ length: 30 }, (_, at) => eventOf(at + 31, 'a')))
  await expect.poll(() => got.length).toBe(60)
  expect(got).toEqual(Array.from({ length: 60 }, (_, at) => String(at + 1)))
  await outbox.stop(100)
})

/** A store that keeps what was written when it was "killed", and fails from then on. */
function mortal(entries: ReadonlyMap<string, string>, batches: number) {
  const inner = memoryStore()
  const kept = new Map(entries)
  let left = batches
  const store: StateStore = {
    ...inner,
    batch: async (changes) => {
      if (left-- <= 0) throw new Error('killed')
      await inner.batch(changes)
      for (const change of changes) {
        if ('put' in change) kept.set(change.put, change.value)
        else kept.delete(change.delete)
      }
    },
  }
  return { store, kept, fill: () => inner.batch([...entries].map(([put, value]) => ({ put, value }))) }
}

test('after a kill at any write, everything that was taken in arrives, in order per subject', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (lives, fails) => {
        const got: StreamEvent[] = []
        let entries: ReadonlyMap<string, string> = new Map()
        let sequence = 0
        const taken: string[] = []
        for (const batches of [...lives, Number.POSITIVE_INFINITY]) {
          const { store, kept, fill } = mortal(entries, batches)
          await fill()
          const { outbox, accept } = await outboxOf(
            async (event, { number }) => {
              if (fails && number === 1) throw new Error('once')
              got.push(event)
            },
            { store, schedule: [1, 1, 1, 1] },
          )
          outbox.start()
          for (let round = 0; round < 4; round++) {
            const events = [1, 2].map(() => eventOf(++sequence, String(sequence % 3)))
            try {
              await accept(events)
              taken.push(...events.map(({ id }) => id))
            } catch {
              break
            }
          }
          if (batches === Number.POSITIVE_INFINITY) await emptied(outbox)
          await outbox.stop(0)
          entries = kept
        }
        expect(taken.filter((id) => !got.some((event) => event.id === id))).toEqual([])
        for (const subject of ['0', '1', '2']) {
          const first = new Map<string, number>()
          for (const { id, sequence: at, subject: of } of got)
            if (of === subject && !first.has(id)) first.set(id, Number(at))
          const order = [...first.values()]
          expect(order).toEqual([...order].sort((a, b) => a - b))
        }
      },
    ),
    { numRuns: runs(1000) },
  )
}, 60_000)
