import { atLeast, expect, oneOf } from '../../option-checks.js'
import type { StateStore } from '../../state/state-store.js'
import type { StreamEvent, StreamName } from '../event.js'
import { usualSchedule } from './retry-schedule.js'
import type { DeliveryOrder } from './sink-queue.js'

/** How the manager hands events to a sink. */
export interface SinkOptions {
  /** @defaultValue all */
  readonly streams?: readonly (StreamName | (string & {}))[]
  /** Events it answers false for are not delivered. */
  readonly where?: (event: StreamEvent) => boolean
  /**
   * `subject`: later events of a subject wait while an earlier one is tried again, and only those. `none`: nothing
   * waits for anything else. @defaultValue 'subject'
   */
  readonly order?: DeliveryOrder
  /**
   * `drop-oldest`: the oldest events give way to a `stream.gap` event. `spill`: what does not fit waits in the store,
   * which has to be a durable one. @defaultValue 'drop-oldest'
   */
  readonly whenFull?: 'drop-oldest' | 'spill'
  /** Events waiting in memory. @defaultValue 10 000 */
  readonly maxEvents?: number
  /** JSON waiting in memory. @defaultValue 16 MiB */
  readonly maxBytes?: number
  /** Deliveries at the same time. @defaultValue 4 */
  readonly concurrency?: number
  /** Of one delivery. @defaultValue 30 000 */
  readonly timeoutMs?: number
  /** Milliseconds before the second, third … delivery of an event. @defaultValue 5 s to 10 h, eight deliveries in all */
  readonly schedule?: readonly number[]
}

export type ResolvedSinkOptions = Required<SinkOptions>

const everything = () => true

/** What the outboxes of a manager share. */
export interface OutboxContext {
  readonly store: StateStore
  /** What keys of this tenant start with. */
  readonly prefix: string
  /** Epoch milliseconds. @defaultValue Date.now */
  readonly now?: () => number
  readonly random?: () => number
  /** Told what goes wrong: a failed delivery, a store that does not write. */
  onError(error: unknown, sink: string): void
}

/** @throws TypeError naming the option that is wrong. */
export function resolveSinkOptions(
  given: SinkOptions,
  streams: readonly string[],
  isDurable: boolean,
): ResolvedSinkOptions {
  const { where = everything, schedule = usualSchedule } = given
  for (const [at, stream] of (given.streams ?? []).entries()) oneOf(`streams[${at}]`, stream, streams)
  expect(typeof where === 'function', 'where', 'a function', where)
  expect(Array.isArray(schedule), 'schedule', 'an array of milliseconds', schedule)
  for (const [at, wait] of schedule.entries()) atLeast(`schedule[${at}]`, wait, 0)
  const whenFull = oneOf('whenFull', given.whenFull ?? 'drop-oldest', ['drop-oldest', 'spill'])
  if (whenFull === 'spill' && !isDurable)
    throw new TypeError("whenFull: 'spill' needs a durable store: pass `state` to the manager")
  return {
    streams: given.streams ?? streams,
    where,
    schedule,
    whenFull,
    order: oneOf('order', given.order ?? 'subject', ['subject', 'none']),
    maxEvents: atLeast('maxEvents', given.maxEvents ?? 10_000, 1),
    maxBytes: atLeast('maxBytes', given.maxBytes ?? 16 * 1024 * 1024, 1),
    concurrency: atLeast('concurrency', given.concurrency ?? 4, 1),
    timeoutMs: atLeast('timeoutMs', given.timeoutMs ?? 30_000, 1),
  }
}
