import type { StreamEvent } from '../event.js'
import type { QueuedEvent } from './sink-queue.js'

/** An event that a sink will not get by itself any more. */
export interface DeadLetter {
  /** Names it for {@link SinkOutbox.replay}. */
  readonly id: number
  readonly event: StreamEvent
  readonly attempts: number
  /** When it was given up, UTC. */
  readonly at: string
  readonly reason: string
}

const digits = 16
const padded = (order: number) => String(order).padStart(digits, '0')

/** Keys of one sink's rows; names of sinks may hold anything. */
export function outboxKeys(prefix: string, sink: string) {
  const own = encodeURIComponent(sink)
  const rows = `${prefix}/outbox/${own}/`
  const dead = `${prefix}/dead/${own}/`
  return {
    row: (order: number) => rows + padded(order),
    dead: (order: number) => dead + padded(order),
    rows: (from = 0) => [rows + padded(from), `${rows}~`] as const,
    deadLetters: [dead, `${dead}~`] as const,
    disabled: `${prefix}/disabled/${own}`,
  }
}
export type OutboxKeys = ReturnType<typeof outboxKeys>

export const orderOf = (key: string): number => Number(key.slice(-digits))

export const rowText = ({ event, attempts, dueAt }: QueuedEvent): string =>
  JSON.stringify({ event, attempts, dueAt })

export function readRow(key: string, text: string): QueuedEvent {
  const row = JSON.parse(text) as Pick<QueuedEvent, 'attempts' | 'dueAt' | 'event'>
  return { ...row, order: orderOf(key), bytes: Buffer.byteLength(JSON.stringify(row.event)) }
}

export const deadLetterText = (letter: Omit<DeadLetter, 'id'>): string => JSON.stringify(letter)

export const readDeadLetter = (key: string, text: string): DeadLetter => ({
  id: orderOf(key),
  ...(JSON.parse(text) as Omit<DeadLetter, 'id'>),
})
