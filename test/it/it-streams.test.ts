import { createExtractor } from '@superhack/superops/extract'
import { tasks } from '@superhack/superops/fp'
import { createHandler, extractionSnapshot } from '@superhack/superops/http'
import { createClient, type ItClient } from '@superhack/superops/it'
import { changeStream, type StreamEvent, StreamManager } from '@superhack/superops/streams'
import { createMockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { serveEach } from '../serve-each.js'

const tenant = createMockTenant({ product: 'it', tickets: 40 })
let superops: ItClient

serveEach(tenant, (credentials) => {
  superops = createClient(credentials)
  return superops
})

const key = 'key-of-the-test-1234'

async function following() {
  const streams = new StreamManager({
    client: superops,
    entities: ['tickets', 'sites', 'departments', 'technicians'],
    now: () => Date.parse(tenant.world.now),
  })
    .add(changeStream('departments'))
    .add(changeStream('sites'))
  const events: StreamEvent[] = []
  const take = (event: StreamEvent) => void events.push(event)
  streams.on('tickets', take)
  streams.on('departments', take)
  streams.on('sites', take)
  await streams.start()
  await expect.poll(() => streams.status().incomplete, { timeout: 15_000 }).toEqual([])
  return { streams, events, [Symbol.asyncDispose]: () => streams.stop() }
}

test('changes of departments and sites are streams of their own, and a nudge reads a site at once', async () => {
  await using followed = await following()
  const { streams, events } = followed
  const created = await superops.mutation.createDepartment({ input: { name: 'Archive' } })
  await streams.refresh('departments')
  expect(events).toMatchObject([
    {
      type: 'department.created',
      subject: created?.departmentId,
      data: { clientId: created?.departmentId, record: { name: 'Archive' } },
    },
  ])
  const [site] = await superops.sites.list().toArray()
  const { id = '', timezoneCode = 'UTC' } = site ?? {}
  const input = { id, name: 'Renamed', working24x7: false, timezoneCode: timezoneCode ?? 'UTC' }
  await superops.mutation.updateSite({ input })
  const handler = createHandler({ streams, client: superops, apiKeys: [key] })
  const hint = { method: 'POST', body: JSON.stringify({ entity: 'sites', id }) }
  const headers = { authorization: `Bearer another-key-of-16`, 'content-type': 'application/json' }
  const open = createHandler({ streams, client: superops, apiKeys: false })
  expect((await handler(new Request('http://x/v1/nudge', { ...hint, headers }))).status).toBe(401)
  expect((await open(new Request('http://x/v1/nudge', { ...hint, headers }))).status).toBe(202)
  await expect
    .poll(() => events.at(-1), { timeout: 5000 })
    .toMatchObject({ type: 'site.updated', subject: id, data: { changes: { name: { after: 'Renamed' } } } })
})

test('filters by client find the tickets of a department', async () => {
  await using followed = await following()
  const { streams, events } = followed
  const ticket = tenant.world.tickets.find((row) => 'department' in row && row.department !== null)
  const { ticketId = '', department } = (ticket ?? {}) as {
    ticketId?: string
    department?: { departmentId: string }
  }
  await superops.mutation.updateTicket({ input: { ticketId, subject: 'changed' } })
  await streams.refresh('tickets')
  expect(department?.departmentId).toEqual(expect.any(String))
  expect(events.at(-1)).toMatchObject({
    type: 'ticket.updated',
    subject: ticketId,
    data: { clientId: department?.departmentId, ticket: { department } },
  })
})

test('an extraction is served as reports by department', async () => {
  const extraction = await createExtractor(superops).run()
  const snapshot = extractionSnapshot(extraction, undefined, 'it')
  const handler = createHandler({ snapshot: () => snapshot, apiKeys: false })
  const answer = await handler(new Request('http://x/v1/reports/clients?limit=100'))
  const { rows } = (await answer.json()) as { rows: { clientId: string; openTicketCount: number }[] }
  expect(rows.map(({ clientId }) => clientId).sort()).toEqual(
    extraction.data.departments?.map(({ departmentId }) => departmentId).sort(),
  )
  expect(rows.some(({ openTicketCount }) => openTicketCount > 0)).toBe(true)
})

test('operations are tasks', async () => {
  const { query } = tasks(superops)
  const departments = await query.getDepartmentList()()
  expect(departments).toMatchObject({ _tag: 'Right', right: namesOfDepartments() })
})

const namesOfDepartments = () => tenant.world.departments?.map(({ name }) => ({ name }))
