import type { Source, SourceBatch } from './source.js'

/**
 * A source whose first reading begins with the tickets that are open, so that clocks run within the first requests.
 * Where those cannot be asked for, the reading of all tickets brings them, later.
 */
export function openFirst(source: Source, isKnown: (entity: string) => boolean): Source {
  return {
    ...(source.readOne && { readOne: source.readOne.bind(source) }),
    ...(source.readMany && { readMany: source.readMany.bind(source) }),
    async *read(entities, signal): AsyncIterable<SourceBatch> {
      if (entities.includes('tickets') && !isKnown('tickets') && source.readOpen !== undefined) {
        const open = source.readOpen('tickets', signal)[Symbol.asyncIterator]()
        for (let next = await orEnd(open.next()); next.done !== true; next = await orEnd(open.next()))
          yield next.value
      }
      yield* source.read(entities, signal)
    },
  }
}

const orEnd = (next: Promise<IteratorResult<SourceBatch>>): Promise<IteratorResult<SourceBatch>> =>
  next.catch(() => ({ done: true, value: undefined }))
