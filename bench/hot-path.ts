/**
 * CPU from page text to metrics, as a share of JSON.parse of the same text, page by page, rows dropped.
 *
 * npm run bench -- hot-path
 */
import { type ClientSite, decodeRows, documentOf, type Ticket } from '@superhack/superops/entities'
import { indexMetricsData, ticketMetrics } from '@superhack/superops/metrics'
import { assessQuality } from '@superhack/superops/quality'
import { createMockTenant } from '@superhack/superops/testing'
import { parseLossless } from '../src/client/lossless-json.js'
import { interleave } from './measure.js'

const now = '2026-01-05T09:00:00Z'
const tickets = 10_000
const rounds = 7
const normalised = 'lossless + normalise'
const metricsStage = 'lossless + normalise + ticket metrics'
const qualityStage = 'the same + ticket rules, score, completeness'

/** Ticket pages as the mock tenant prints them. */
async function ticketPages(quoteReferenceIds: boolean): Promise<string[]> {
  const tenant = createMockTenant({ seed: 7, tickets, now })
  const { apiKey, tenantId } = tenant.credentials
  const headers = {
    authorization: `Bearer ${String(apiKey)}`,
    customersubdomain: tenantId,
    'content-type': 'application/json',
  }
  const pages: string[] = []
  for (let page = 1; page <= tickets / 100; page++) {
    const body = JSON.stringify({
      query: documentOf('getTicketList'),
      variables: { input: { page, pageSize: 100 } },
    })
    const answer = await tenant.handle({ headers, body })
    pages.push(quoteReferenceIds ? answer.body : bareIds(answer.body))
  }
  return pages
}

/** Sites as plain records of the vendor's shape. */
const sites = createMockTenant({ seed: 7, tickets, now }).world.sites as unknown as readonly ClientSite[]

/** As live tenants may print them: ids inside of JSON leaves without quotes. */
const bareIds = (text: string) => text.replace(/\{"(accountId|userId|groupId|id)":"(\d{16,})"/g, '{"$1":$2')

interface PagePayload {
  readonly data: { readonly getTicketList: { readonly tickets: unknown[] } }
}
const rowsOf = (body: unknown) => (body as PagePayload).data.getTicketList.tickets

for (const quoted of [true, false]) {
  const pages = await ticketPages(quoted)
  const bytes = pages.reduce((sum, page) => sum + page.length, 0)
  const ctx = { now }
  const index = indexMetricsData({ tickets: [], sites }, ctx)
  let sink = 0
  const each = (run: (page: string) => unknown) => () => {
    for (const page of pages) if (run(page) === undefined) sink++
  }
  const measured = interleave(
    {
      'JSON.parse': each((page) => JSON.parse(page)),
      lossless: each((page) => parseLossless(page)),
      [normalised]: each((page) => decodeRows('Ticket', rowsOf(parseLossless(page)))),
      [metricsStage]: each((page) => {
        const { rows } = decodeRows('Ticket', rowsOf(parseLossless(page)))
        for (const row of rows) if (ticketMetrics(row as unknown as Ticket, index, ctx) === undefined) sink++
        return rows
      }),
      [qualityStage]: each((page) => {
        const { rows } = decodeRows('Ticket', rowsOf(parseLossless(page)))
        for (const row of rows) if (ticketMetrics(row as unknown as Ticket, index, ctx) === undefined) sink++
        return assessQuality({ tickets: rows as unknown as Ticket[] }, ctx)
      }),
    },
    rounds,
    3,
  )
  const base = measured.get('JSON.parse') ?? Number.NaN
  console.log(
    `\n${tickets} tickets, ${(bytes / tickets).toFixed(0)} bytes each, ids in references ${quoted ? 'quoted' : 'bare'}; median of ${rounds}`,
  )
  for (const [name, ms] of measured) {
    console.log(
      `  ${name.padEnd(40)} ${(ms / base).toFixed(2).padStart(5)} x   ${((ms * 1000) / tickets).toFixed(2).padStart(6)} us per ticket`,
    )
  }
  const stage = (name: string, after: string) =>
    ((measured.get(name) ?? 0) - (measured.get(after) ?? 0)) / base
  const figures = stage(metricsStage, normalised)
  console.log(
    `  facts + ticket metrics ${figures.toFixed(2)} x, at most 0.6: ${figures <= 0.6 ? 'ok' : 'MISSED'}\n` +
      `  ticket quality, with facts of its own and unique ids ${stage(qualityStage, metricsStage).toFixed(2)} x`,
  )
  if (sink > 0) throw new Error('a stage answered nothing')
}
