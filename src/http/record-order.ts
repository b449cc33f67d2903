import { type ExtractedEntity, entityNames, keyOfRow } from '../extract/entities.js'
import type { MetricsData } from '../metrics/records.js'
import { type Ordered, ordered } from './page.js'

/** The records of an entity, by id; undefined when there is no such entity, or it was not read. */
export type RecordOrder = (data: MetricsData, entity: string) => Ordered<object> | undefined

/** Puts a collection in order once, for as long as it is the same. */
export function recordOrder(): RecordOrder {
  const orders = new Map<string, { readonly records: unknown; readonly order: Ordered<object> }>()
  return (data, entity) => {
    const records: unknown = entityNames.includes(entity) ? data[entity as keyof MetricsData] : undefined
    if (!Array.isArray(records)) return undefined
    const last = orders.get(entity)
    if (last?.records === records) return last.order
    const order = ordered<object>(records, (row) => keyOfRow(entity as ExtractedEntity, row), last?.order.ids)
    orders.set(entity, { records, order })
    return order
  }
}
