import type { Client } from '../client/client.js'
import type { Row } from '../entities/row.js'
import { isSuperOpsError } from '../errors.js'
import type { ExtractedEntity } from '../extract/entities.js'
import { createExtractor } from '../extract/extractor.js'
import type { StateStore } from '../state/state-store.js'
import type { Source } from './source.js'

const pageSize = 100

type Get = (id: string, options: { signal: AbortSignal }) => Promise<Row>

/** Reads the lists of a client, each time what is new since the last; where it stands is kept in the store. */
export function pollingSource(client: Client, state: StateStore): Source {
  const extractor = createExtractor(client, { state })
  const urgent = client.with({ priority: 'interactive' })
  return {
    async *read(entities, signal) {
      if (entities.length === 0) return
      const batches = extractor.batches({
        mode: 'incremental',
        entities: entities as readonly ExtractedEntity[],
        signal,
      })
      for await (const { entity, origin, rows, changes, report, error } of batches) {
        const idsOf = (kind: 'removed' | 'restored') =>
          changes.flatMap((change) => (change.kind === kind ? [change.id] : []))
        yield {
          entity,
          origin: origin ?? client.origin,
          rows: rows as readonly object[] as readonly Row[],
          removed: idsOf('removed'),
          restored: idsOf('restored'),
          ...(report !== undefined && {
            end: {
              complete: report.complete,
              requests: report.requests,
              totalCount: report.totalCount,
              ...(error !== undefined && { error }),
            },
          }),
        }
      }
    },
    async readMany(entity, known, signal) {
      const found = new Map<string, Row>()
      const { tickets } = urgent.with({ signal })
      if (entity !== 'tickets') return found
      // Tickets are no rows that a list finds by their id.
      const numbers = [...known.values()].flatMap(({ displayId }) =>
        typeof displayId === 'string' ? displayId : [],
      )
      for (let at = 0; at < numbers.length; at += pageSize) {
        const value = numbers.slice(at, at + pageSize)
        const where = { attribute: 'displayId', operator: 'includes', value }
        try {
          const rows = await tickets.list({ where }).toArray({ skipBadRows: true })
          for (const row of rows) found.set(row.ticketId, row as object as Row)
        } catch (error) {
          if (!isSuperOpsError(error, 'api')) throw error
        }
      }
      return found
    },
    async *readOpen(entity, signal) {
      if (entity !== 'tickets') return
      const where = { attribute: 'status', operator: 'notIncludes', value: ['Resolved', 'Closed'] }
      for await (const { rows, origin } of client.with({ signal }).tickets.list({ where }).pages())
        yield { entity, origin, rows: rows as readonly object[] as readonly Row[], removed: [], restored: [] }
    },
    async readOne(entity, id, signal) {
      const face = urgent[entity as ExtractedEntity] as { get?: Get } | undefined
      if (face?.get === undefined) throw new TypeError('entity: its records cannot be read one by one')
      try {
        return await face.get(id, { signal })
      } catch (error) {
        if (isSuperOpsError(error, 'api') && error.codes.some(({ code }) => code === 'entity_does_not_exist'))
          return null
        throw error
      }
    },
  }
}
