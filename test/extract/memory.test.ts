import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createMockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { compiledFile } from '../program.js'
import { isFull } from '../runs.js'

const run = promisify(execFile)
const rows = isFull ? 500_000 : 20_000

interface Asked {
  readonly input: { readonly page: number; readonly pageSize: number; readonly sort: [{ attribute: string }] }
}

/** A list of as many tickets as wanted, each a copy of one, a minute older than the one before. */
function longList(template: Record<string, unknown>, { input }: Asked): string {
  const start = (input.page - 1) * input.pageSize
  const tickets = Array.from({ length: Math.max(0, Math.min(input.pageSize, rows - start)) }, (_, at) => {
    const time = new Date(Date.UTC(2026, 0, 5) - (start + at) * 60_000).toISOString().slice(0, 19)
    return { ...template, ticketId: String(10 ** 15 + start + at), createdTime: time, updatedTime: time }
  })
  const hasMore = start + input.pageSize < rows ? true : null
  return JSON.stringify({ data: { getTicketList: { tickets, listInfo: { hasMore, totalCount: rows } } } })
}

test('memory does not grow with the rows that are read by batches', async () => {
  const tenant = createMockTenant({ seed: 7, tickets: 10 })
  await using server = await tenant.listen()
  let template: Record<string, unknown> | undefined
  tenant.faults.intercept(({ body, proceed }) => {
    template ??= (
      JSON.parse(proceed().body) as { data: { getTicketList: { tickets: Record<string, unknown>[] } } }
    ).data.getTicketList.tickets[0]
    const { variables } = JSON.parse(body) as { variables: Asked }
    return { body: longList(template ?? {}, variables) }
  })
  const program = await compiledFile('test/extract/memory-process.ts')
  const args = ['--expose-gc', program, server.url, String(rows)]
  const { stdout } = await run(process.execPath, args)
  const { read, complete, grown } = JSON.parse(stdout) as { read: number; complete: boolean; grown: number }
  // Those of the last two minutes come twice, since the store forgets that they came.
  expect({ read, complete }).toEqual({ read: rows + 3, complete: true })
  // The rows alone would take tens of megabytes.
  expect(grown).toBeLessThan(2 * 1024 * 1024)
}, 600_000)
