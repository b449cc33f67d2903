import type { Sink, StreamEvent } from '@superhack/superops/streams'
import { onTestFinished } from 'vitest'
import { memoryStore } from '../../src/state/memory-store.js'
import { resolveSinkOptions, type SinkOptions } from '../../src/streams/outbox/sink-options.js'
import { SinkOutbox } from '../../src/streams/outbox/sink-outbox.js'

/** The outbox of one sink, as a manager would have it, without the polling; stopped when the test ends. */
export async function outboxFor(sink: Sink, options: SinkOptions = {}, store = memoryStore()) {
  const errors: string[] = []
  const context = { store, prefix: 'acme/1', onError: (error: unknown) => void errors.push(String(error)) }
  const outbox = new SinkOutbox(sink, resolveSinkOptions(options, ['tickets'], true), context)
  await outbox.load()
  outbox.start()
  onTestFinished(() => outbox.stop(0))
  const accept = async (events: readonly StreamEvent[]) => {
    const { changes, commit } = outbox.accept(
      events.map((event) => ({ event, json: '', bytes: 1, sequence: Number(event.sequence) })),
    )
    await store.batch(changes)
    commit()
  }
  return { outbox, accept, errors }
}
