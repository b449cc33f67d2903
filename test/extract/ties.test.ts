import { createExtractor } from '@superhack/superops/extract'
import { memoryStore } from '@superhack/superops/state'
import { createMockTenant } from '@superhack/superops/testing'
import { describe, expect, test } from 'vitest'
import { products } from '../products.js'

describe.each(products)('$product', ({ product, createClient }) => {
  interface Asked {
    readonly input: { readonly page: number; readonly pageSize: number }
  }
  type Row = Record<string, unknown>

  test('250 tickets of one instant are all read, also when the process ends among them', async () => {
    const tenant = createMockTenant({ product, seed: 7, tickets: 10 })
    await using server = await tenant.listen()
    let template: Row | undefined
    tenant.faults.intercept(({ body, proceed }) => {
      template ??= (JSON.parse(proceed().body) as { data: { getTicketList: { tickets: Row[] } } }).data
        .getTicketList.tickets[0]
      const { page, pageSize } = (JSON.parse(body) as { variables: Asked }).variables.input
      const time = '2026-01-05T08:00:00'
      const all = Array.from({ length: 250 }, (_, at) => ({
        ...template,
        ticketId: String(10 ** 15 + at),
        createdTime: time,
        updatedTime: time,
      }))
      const tickets = all.slice((page - 1) * pageSize, page * pageSize)
      const listInfo = { hasMore: page * pageSize < 250 ? true : null, totalCount: 250 }
      return { body: JSON.stringify({ data: { getTicketList: { tickets, listInfo } } }) }
    })
    const superops = createClient(server.credentials)
    for (const pagesTaken of [1, 2, 3]) {
      const state = memoryStore()
      const ids: string[] = []
      const read = async (most: number) => {
        let left = most
        for await (const batch of createExtractor(superops, { state }).batches({ entities: ['tickets'] })) {
          if (left-- === 0) break
          if (batch.entity === 'tickets') ids.push(...batch.rows.map(({ ticketId }) => ticketId))
          if (batch.report) expect(batch.report).toMatchObject({ complete: true })
        }
      }
      await read(pagesTaken)
      expect(ids.length).toBeLessThan(251)
      await read(Number.POSITIVE_INFINITY)
      expect({ rows: ids.length, distinct: new Set(ids).size }).toEqual({ rows: 250, distinct: 250 })
    }
    superops.close()
  })
})
