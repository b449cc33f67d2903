/**
 * The job of the system that this replaces, on the mock tenant over HTTP: 50 tickets, 20 clients, 10 technicians, 100 SLA
 * and 30 service-delivery figures, 5 lists at a time. That system was measured at 69.38 records/s and 103.88 MB.
 *
 * npm run bench -- seed-job
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createMockTenant } from '@superhack/superops/testing'
import { compiledFile } from '../test/program.js'
import { median } from './measure.js'

interface Job {
  readonly counts: Readonly<Record<string, number>>
  readonly rows: number
  readonly ms: number
  readonly rss: number
}

const run = promisify(execFile)
const program = await compiledFile('bench/seed-job-process.ts')
console.log('\nthe job of the system that this replaces: 69.38 records/s, 103.88 MB')
// A tenant of about that size, and one that has as many clients.
for (const tickets of [60, 500]) {
  const server = await createMockTenant({ tickets }).listen()
  const jobs: Job[] = []
  for (let round = 0; round < 5; round++)
    jobs.push(JSON.parse((await run(process.execPath, [program, server.url])).stdout))
  await server.close()
  const counts = jobs[0]?.counts ?? {}
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const ms = median(jobs.map((job) => job.ms))
  const megabytes = median(jobs.map((job) => job.rss)) / 1024 / 1024
  const what = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  console.log(
    `  ${((records / ms) * 1000).toFixed(0)} records/s, ${megabytes.toFixed(0)} MB: ${what.join(', ')}, of ${jobs[0]?.rows} rows read`,
  )
}
