import { readFileSync } from 'node:fs'
import { createClient } from '@superhack/superops'
import { itExtractedEntities } from '@superhack/superops/extract'
import { createClient as createItClient } from '@superhack/superops/it'
import {
  allClientMetrics,
  allTicketMetrics,
  clientMetricsCatalogue,
  departmentsAsClients,
  indexMetricsData,
  type MetricDefinition,
  type MetricsData,
  portfolio,
  portfolioCatalogue,
  serviceDelivery,
  serviceDeliveryCatalogue,
  slaMetrics,
  slaMetricsCatalogue,
  technicianMetrics,
  technicianMetricsCatalogue,
  ticketMetricsCatalogue,
} from '@superhack/superops/metrics'
import { createMockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'

const page = readFileSync(new URL('../../docs/it-surface.md', import.meta.url), 'utf8')

type Rows = readonly object[]

/** Rows of every kind of figure, by the words of the page. */
function figuresOf(data: MetricsData, now: string): Readonly<Record<string, Rows>> {
  const ctx = { now }
  const index = indexMetricsData(data, ctx)
  return {
    tickets: allTicketMetrics(index, ctx),
    departments: allClientMetrics(index, ctx),
    technicians: technicianMetrics(index, ctx),
    SLA: [slaMetrics(index, ctx)],
    'service delivery': serviceDelivery(index, ctx, 'day'),
    portfolio: [portfolio(index, ctx)],
  }
}

const catalogues: Readonly<Record<string, readonly MetricDefinition[]>> = {
  tickets: ticketMetricsCatalogue,
  departments: clientMetricsCatalogue,
  technicians: technicianMetricsCatalogue,
  SLA: slaMetricsCatalogue,
  'service delivery': serviceDeliveryCatalogue,
  portfolio: portfolioCatalogue,
}

/** A map of nulls says as little as null. */
const saysNothing = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((it) => it === null))

const known = (rows: Rows, field: string) => rows.some((row) => !saysNothing(row[field as keyof typeof row]))

const conversationsOf = ({ world }: ReturnType<typeof createMockTenant>) =>
  Object.fromEntries(world.tickets.map(({ ticketId }) => [ticketId, world.conversationsOf(ticketId)]))

test('the page lists the figures that have no source on the IT surface, and no others', () => {
  const msp = createMockTenant({ tickets: 400 })
  const it = createMockTenant({ product: 'it', tickets: 400 })
  const { world } = it
  const full = figuresOf({ ...msp.world, conversationsByTicketId: conversationsOf(msp) }, msp.world.now)
  const { tickets, departments, users, sites, technicians, assets, alerts, tasks } = world
  const rows = { tickets, departments, users, sites, technicians, assets, alerts, tasks } as object
  const reduced = figuresOf(
    departmentsAsClients({ ...rows, conversationsByTicketId: conversationsOf(it) }),
    world.now,
  )
  const told = Object.entries(catalogues).map(([kind, catalogue]) => {
    const lost = catalogue.filter(
      ({ field }) => known(full[kind] ?? [], field) && !known(reduced[kind] ?? [], field),
    )
    const names = lost.map(({ id, field }) => `\`${field}\`${id === null ? '' : ` (${id})`}`)
    return `| ${kind} | ${names.length === 0 ? 'none' : names.join(', ')} |`
  })
  expect(page).toContain(told.join('\n'))
})

const credentials = { apiKey: 'token', tenantId: 'acme' }

test('the page names the collections, verified writes and entities of either product', async () => {
  const clients = [createClient(credentials), createItClient(credentials)]
  const [msp = [], it = []] = clients.map(({ surface }) => Object.keys(surface.collections))
  expect(page).toContain(`| collections | ${msp.join(', ')} | ${it.join(', ')} |`)
  const verified = await Promise.all(
    clients.map(async ({ surface }) => Object.keys(await surface.verifiers())),
  )
  const kinds = verified.map((names) => [
    ...new Set(names.map((name) => name.replace(/^(create|update)|V2$/g, ''))),
  ])
  // Tickets, notes and conversations; clients and worklogs of the MSP product.
  expect(kinds.map((names) => names.sort())).toEqual([
    ['Client', 'Ticket', 'TicketConversation', 'TicketNote', 'WorklogEntries'],
    ['Ticket', 'TicketConversation', 'TicketNote'],
  ])
  expect(page).toContain(
    '| verified writes | tickets, notes, conversations, clients, worklogs | tickets, notes, conversations |',
  )
  const { queries = {}, mutations = {} } = clients[1]?.surface.operations ?? {}
  for (const client of clients) client.close()
  const count = (rows: object) => Object.keys(rows).length
  expect(page).toContain(`${count(queries)} queries and ${count(mutations)} mutations`)
  const words = itExtractedEntities.map((name) =>
    name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
  )
  expect(page).toContain(`reads ${words.slice(0, -1).join(', ')} and ${words.at(-1)} unless told otherwise`)
})
