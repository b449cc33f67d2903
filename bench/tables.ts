/**
 * Rows of tickets written as tables, each format in a process of its own: rows per second, size, and peak memory of
 * two lengths, which differ little when it does not grow with the rows.
 *
 * npm run bench -- tables
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { compiledFile } from '../test/program.js'

interface Written {
  readonly rows: number
  readonly ms: number
  readonly peak: number
  readonly size: number
}

const total = Number(process.env.ROWS ?? 200_000)
const megabyte = 1024 * 1024
const program = await compiledFile('bench/table-writer.ts')

async function write(format: string, gzip: string, rows: number): Promise<Written> {
  const child = fork(program, [format, gzip, String(rows)], { execArgv: [] })
  const [written] = (await once(child, 'message')) as [Written]
  return written
}

console.log(`\n${total.toLocaleString('en')} tickets as a table`)
for (const [format, gzip] of [
  ['ndjson', ''],
  ['ndjson', 'gzip'],
  ['csv', ''],
  ['csv', 'gzip'],
  ['parquet', ''],
] as const) {
  const few = await write(format, gzip, total / 4)
  const all = await write(format, gzip, total)
  const mb = (bytes: number) => (bytes / megabyte).toFixed(0).padStart(4)
  const perSecond = ((all.rows / all.ms) * 1000).toFixed(0).padStart(7)
  console.log(
    `  ${`${format} ${gzip}`.padEnd(12)} ${perSecond} rows/s ${mb(all.size)} MB, peak RSS ${mb(all.peak)} MB, of a quarter of the rows ${mb(few.peak)} MB`,
  )
}
