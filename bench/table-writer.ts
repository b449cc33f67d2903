/**
 * Writes rows as tables and tells how much memory its process takes: `table-writer.ts format gzip rows`. The rows are
 * those of one recorded page, with ids of their own.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@superhack/superops'
import { type FormatName, type TableBatch, writeTables } from '@superhack/superops/tables'
import { createMockTenant } from '@superhack/superops/testing'

const [format = 'csv', gzip = '', total = '0'] = process.argv.slice(2)

async function recordedPage(): Promise<readonly object[]> {
  await using server = await createMockTenant({ tickets: 100 }).listen()
  const superops = createClient(server.credentials)
  const rows = await superops.tickets.list().toArray()
  superops.close()
  return rows
}

const page = await recordedPage()
function* batches(): Generator<TableBatch> {
  for (let from = 0; from < Number(total); from += page.length)
    yield {
      table: 'tickets',
      rows: page.map((row, at) => ({ ...row, ticketId: String(10 ** 15 + from + at) })),
    }
}

let peak = 0
const every = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 50)
const folder = await mkdtemp(join(tmpdir(), 'superops-tables-'))
const started = performance.now()
const [written] = await writeTables(batches(), {
  folder,
  format: format as FormatName,
  gzip: gzip === 'gzip',
})
const ms = performance.now() - started
clearInterval(every)
const { size } = await stat(join(folder, written?.file ?? ''))
await rm(folder, { recursive: true })
process.send?.({ rows: written?.rows, ms, peak, size })
process.disconnect()
