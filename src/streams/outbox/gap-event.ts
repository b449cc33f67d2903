import { createEvent } from '../create-event.js'
import type { StreamEvent } from '../event.js'
import type { QueuedEvent } from './sink-queue.js'

/** `data` of `stream.gap`: events of a stream that a sink will not get, since it was slower than its queue. */
export interface GapEventData {
  readonly lost: { readonly from: number; readonly to: number; readonly count: number }
  readonly reason: 'overflow'
}

const isGap = (event: StreamEvent): event is StreamEvent & { readonly data: GapEventData } =>
  event.type === 'stream.gap'

/** What a sink gets in place of dropped events: one event per stream, where the last of them was. */
export function gapEvents(dropped: readonly QueuedEvent[], now: number): QueuedEvent[] {
  const byStream = new Map<string, QueuedEvent[]>()
  for (const queued of dropped) {
    const { epoch, stream } = queued.event
    const key = `${stream}\n${epoch}`
    byStream.set(key, [...(byStream.get(key) ?? []), queued])
  }
  return [...byStream.values()].flatMap((group) => {
    const last = group.at(-1)
    return last === undefined ? [] : [gapInPlaceOf(group, last, now)]
  })
}

function gapInPlaceOf(group: readonly QueuedEvent[], last: QueuedEvent, now: number): QueuedEvent {
  const lost = group.map(({ event }) =>
    isGap(event) ? event.data.lost : { from: Number(event.sequence), to: Number(event.sequence), count: 1 },
  )
  const from = Math.min(...lost.map((each) => each.from))
  const to = Math.max(...lost.map((each) => each.to))
  const count = lost.reduce((sum, each) => sum + each.count, 0)
  const { source, stream, epoch, origin } = last.event
  const event = createEvent<string>({
    ...{ source, stream, epoch, origin },
    type: 'stream.gap',
    version: `${from}-${to}`,
    time: new Date(now).toISOString(),
    sequence: to,
    data: { lost: { from, to, count }, reason: 'overflow' } satisfies GapEventData,
  })
  return { order: last.order, event, bytes: Buffer.byteLength(JSON.stringify(event)), attempts: 0, dueAt: 0 }
}
