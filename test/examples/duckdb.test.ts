import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@superhack/superops'
import { createExtractor } from '@superhack/superops/extract'
import { writeExtraction } from '@superhack/superops/tables'
import { createMockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { asScript } from '../program.js'

test('npm run duckdb asks a folder, and answers with the figures of the extraction', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'superops-duckdb-'))
  await using server = await createMockTenant({ seed: 7, tickets: 150 }).listen()
  const client = createClient(server.credentials)
  const extraction = await createExtractor(client).run()
  client.close()
  await writeExtraction(extraction, { folder, format: 'csv', tenant: 'acme' })
  const { code, stdout, stderr } = await asScript('duckdb')([folder])
  await rm(folder, { recursive: true })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^csv of acme, mock, \d{4}-\d\d-\d\dT\d\d:\d\d UTC\n/)
  const revenues = extraction.metrics?.clients.map((row) => row.monthlyRecurringRevenue ?? 0) ?? []
  expect(stdout).toMatch(new RegExp(`│ 0 +│ '.+' +│ ${Math.max(...revenues)} +│`))
  const { byEntity = {}, crossEntity = [] } = extraction.quality ?? {}
  const failing = [...Object.values(byEntity).flatMap(({ rules }) => rules), ...crossEntity]
    .filter(({ status }) => status === 'fail')
    .sort((a, b) => Number(b.failRatio) - Number(a.failRatio) || (a.ruleId < b.ruleId ? -1 : 1))
  expect(failing.length).toBeGreaterThan(0)
  for (const [at, { ruleId }] of failing.slice(0, 10).entries())
    expect(stdout).toMatch(new RegExp(`│ ${at} +│ '${ruleId}' +│`))
  const urgent = extraction.metrics?.tickets.filter(
    ({ slaRiskLevel }) => slaRiskLevel !== null && ['breached', 'critical', 'atRisk'].includes(slaRiskLevel),
  )
  const late = extraction.data.tickets?.filter(({ ticketId }) =>
    urgent?.some((row) => row.ticketId === ticketId),
  )
  expect(late?.length).toBeGreaterThan(0)
  expect(late?.filter(({ displayId }) => stdout.includes(displayId)).length).toBe(
    Math.min(10, late?.length ?? 0),
  )
})
