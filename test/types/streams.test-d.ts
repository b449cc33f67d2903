import type { StreamClient } from '@superhack/superops/stream-client'
import { createEvent, type EventOf, type Feed, type Sink } from '@superhack/superops/streams'

declare const client: StreamClient
declare const feed: Feed

export function listeners(): void {
  client.on('sla.breached', ({ data }): 'firstResponse' | 'resolution' => data.clock)
  // @ts-expect-error the data of `event` is that of any type
  client.on('event', ({ data }) => data.clock)
  // @ts-expect-error there is no such type of event
  client.on('sla.broken', () => {})
}

export function byType(event: EventOf<'system-health'>): readonly string[] {
  if (event.type === 'alert.raised') return [event.data.alert.id]
  // @ts-expect-error only events of health hold reasons
  if (event.type === 'alert.resolved') return event.data.reasons
  return event.type === 'health.updated' ? event.data.reasons : []
}

export async function iteration(): Promise<number | null> {
  for await (const item of feed.subscribe(['tickets'])) {
    if (item.type === 'gap') return item.gap.lost.to
    Object.keys(item.event.data.changes)
    // @ts-expect-error a stream of tickets holds no board
    Object.keys(item.event.data.board)
  }
  return null
}

export function drafts(): void {
  const time = '2026-01-02T03:04:05.000Z'
  const draft = {
    source: 's',
    stream: 'metrics',
    version: 'v',
    epoch: 'e',
    sequence: 1,
    origin: 'live',
    time,
  } as const
  createEvent({ ...draft, type: 'mine.happened', data: null })
  // @ts-expect-error metrics hold a board
  createEvent({ ...draft, type: 'metrics.updated', data: null })
}

export const sinks: readonly Sink[] = [
  { name: 'mine', deliver: async (event) => void event.id },
  { name: 'patient', deliver: async () => ({ retryAfterMs: 1000 }) },
  // @ts-expect-error no verdict
  { name: 'wrong', deliver: async () => ({ retry: true }) },
]
