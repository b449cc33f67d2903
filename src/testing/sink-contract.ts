import { createEvent } from '../streams/create-event.js'
import type { StreamEvent } from '../streams/event.js'
import { createFeed, type Feed } from '../streams/feed.js'
import type { Sink } from '../streams/sink.js'
import type { ContractCase } from './contract-case.js'

/** A sink under test, and a look at what came out of it. */
export interface SinkUnderTest {
  readonly sink: Sink
  /**
   * What the other side received up to now, in order, repeats included. It is asked until it holds what is
   * expected; a sink with readers of its own starts one for `tickets` after `open`, and gives what that one read.
   */
  received(): Promise<readonly StreamEvent[]>
  /** Called after `opened` sinks are open, before events are published. */
  opened?(): Promise<void>
  /** Called last. */
  dispose?(): Promise<void>
}

type Case = (subject: SinkUnderTest, feed: Feed) => Promise<void>

const patienceMs = 2000

/**
 * What holds for every sink, for any test runner; `make` gives a new sink for each case. A case that needs
 * `deliver` passes a sink without it by publishing to its feed instead.
 *
 * @example
 * for (const { title, run } of sinkContract(make)) test(title, run)
 */
export function sinkContract(make: () => Promise<SinkUnderTest>): readonly ContractCase[] {
  return Object.entries(cases).map(([title, check]) => ({
    title,
    async run() {
      const subject = await make()
      const feed = createFeed()
      feed.open('tickets', { epoch: 'contract' })
      try {
        await check(subject, feed)
      } finally {
        await subject.sink.close?.()
        await subject.dispose?.()
      }
    },
  }))
}

const cases: Readonly<Record<string, Case>> = {
  'it has a name and takes events in some way': async ({ sink }) => {
    if (typeof sink.name !== 'string' || sink.name === '') fail('`name` is not a text')
    if (sink.open === undefined && sink.deliver === undefined) fail('neither `open` nor `deliver` is there')
  },
  'an event arrives whole': async (subject, feed) => {
    await start(subject, feed)
    await hand(subject, feed, [contractEvent(1)])
    await arrive(subject, [contractEvent(1)])
  },
  'events handed over one after the other arrive in that order': async (subject, feed) => {
    const events = Array.from({ length: 50 }, (_, index) => contractEvent(index + 1))
    await start(subject, feed)
    await hand(subject, feed, events)
    await arrive(subject, events)
  },
  'events handed over at the same time all arrive': async (subject, feed) => {
    const events = Array.from({ length: 20 }, (_, index) => contractEvent(index + 1))
    await start(subject, feed)
    await Promise.all(events.map((event) => hand(subject, feed, [event])))
    await arrive(subject, events, byNumber)
  },
  'an event may be handed over twice': async (subject, feed) => {
    await start(subject, feed)
    await hand(subject, feed, [contractEvent(1)])
    await hand(subject, feed, [contractEvent(1)], 2)
    await hand(subject, feed, [contractEvent(2)])
    await arrive(subject, [contractEvent(1), contractEvent(2)], withoutRepeats)
  },
  'an attempt whose signal is aborted ends': async (subject, feed) => {
    await start(subject, feed)
    const attempt = { number: 1, signal: AbortSignal.abort() }
    await inTime(Promise.resolve(subject.sink.deliver?.(contractEvent(1), attempt)).catch(() => {}))
  },
  'it can be closed without being opened, and twice': async ({ sink }) => {
    await inTime(Promise.resolve(sink.close?.()))
    await inTime(Promise.resolve(sink.close?.()))
  },
  'it is closed in time after use': async (subject, feed) => {
    await start(subject, feed)
    await hand(subject, feed, [contractEvent(1)])
    await inTime(Promise.resolve(subject.sink.close?.()))
  },
}

const start = async ({ opened, sink }: SinkUnderTest, feed: Feed) => {
  await sink.open?.(feed)
  await opened?.()
}

async function hand({ sink }: SinkUnderTest, feed: Feed, events: readonly StreamEvent[], number = 1) {
  feed.publish(events)
  for (const event of events) {
    const verdict = await sink.deliver?.(event, { number, signal: AbortSignal.timeout(patienceMs) })
    if (verdict) fail(`a delivery was not accepted (${Object.keys(verdict).join()})`)
  }
}

type Arrange = (events: readonly StreamEvent[]) => readonly StreamEvent[]
const byNumber: Arrange = (events) => [...events].sort((a, b) => Number(a.sequence) - Number(b.sequence))
const withoutRepeats: Arrange = (events) => [...new Map(events.map((event) => [event.id, event])).values()]

async function arrive(
  { received }: SinkUnderTest,
  wanted: readonly StreamEvent[],
  arrange: Arrange = (all) => all,
) {
  const text = JSON.stringify(wanted)
  const end = Date.now() + patienceMs
  for (;;) {
    const arrived = arrange(await received())
    if (JSON.stringify(arrived) === text) return
    if (Date.now() > end)
      fail(`expected ${wanted.length} events, byte for byte and in order; ${arrived.length} arrived`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(broken(`it did not end within ${patienceMs} ms`)), patienceMs)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const broken = (what: string) => new Error(`sink contract: ${what}`)
function fail(what: string): never {
  throw broken(what)
}

const contractEvent = (sequence: number): StreamEvent =>
  createEvent({
    source: 'superops/contract/msp',
    stream: 'tickets',
    type: 'ticket.updated',
    subject: String(sequence),
    version: String(sequence),
    time: '2026-01-02T03:04:05.000Z',
    epoch: 'contract',
    sequence,
    origin: 'mock',
    data: {
      clientId: '11',
      technicianId: null,
      priority: 'High',
      // Line ends, quotes and characters of several bytes: what formats get wrong.
      ticket: { ticketId: String(sequence), subject: 'first line\nsecond "line" \u2028 Zürich 🖨' },
      changes: { status: { before: 'Open', after: null } },
    },
  })
