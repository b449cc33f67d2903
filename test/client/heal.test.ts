import { type ClientOptions, createClient, type Warning } from '@superhack/superops'
import { createMockTenant, type MockServer } from '@superhack/superops/testing'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { rejection } from './answering-server.js'

const tenant = createMockTenant({ seed: 3, tickets: 120 })
let server: MockServer
beforeAll(async () => {
  server = await tenant.listen()
})
afterEach(() => tenant.reset())
afterAll(() => server.close())

function client(options: Partial<ClientOptions> = {}) {
  const superops = createClient({ ...server.credentials, ...options })
  const warnings: Warning[] = []
  superops.events.on('warning', (warning) => warnings.push(warning))
  return { superops, warnings }
}

/** Known to break answers, so not in the default selection and its type; it can be picked all the same. */
const module = 'module' as never

const internalError = (operation: string) =>
  `{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"${operation}":null}}`
/** Every answer that shows a field fails inside. */
const breakField = (operation: string, field: string) =>
  tenant.faults.intercept(({ operations, body }) =>
    operations.includes(operation) && new RegExp(`\\b${field}\\b`).test(body)
      ? { body: internalError(operation) }
      : undefined,
  )

test('a field that the error names costs that field, not the page', async () => {
  const { superops, warnings } = client()
  const isOfProject = tenant.world.tasks.some(({ module }) => (module as string) !== 'TICKET')
  expect(isOfProject).toBe(true)
  const tasks = await superops.tasks.list({ pick: ['title', module] }).toArray()
  expect(tasks).toHaveLength(tenant.world.tasks.length)
  expect(tasks.every((task) => !('module' in task) && task.title !== '')).toBe(true)
  expect(warnings).toEqual([{ operation: 'getTaskList', field: 'tasks.module', found: 'named' }])
  const collected = await superops.tasks.list({ pick: [module] }).collect()
  expect(collected.warnings).toEqual(warnings)
  superops.close()
})

test('what was learnt is kept: the next call asks once, without the field', async () => {
  const { superops, warnings } = client()
  await superops.tasks.list({ pick: [module] }).toArray()
  const before = tenant.calls('getTaskList').length
  await superops.tasks.list({ pick: [module], pageSize: 5, limit: 5 }).toArray()
  expect(tenant.calls('getTaskList').length).toBe(before + 1)
  expect(tenant.calls('getTaskList').at(-1)?.document).not.toContain('module')
  expect(warnings).toHaveLength(1)
  superops.close()
})

test('heal: off gives the error as it came', async () => {
  const { superops } = client({ heal: 'off' })
  expect(await rejection(superops.tasks.list({ pick: [module] }).toArray())).toMatchObject({ kind: 'api' })
  expect(tenant.calls('getTaskList')).toHaveLength(1)
  superops.close()
})

test('an internal error is asked once more, and answers when it was a passing one', async () => {
  const { superops, warnings } = client()
  let answers = 0
  tenant.faults.intercept(() => (answers++ === 0 ? { body: internalError('getTicket') } : undefined))
  const ticketId = tenant.world.tickets[0]?.ticketId ?? ''
  expect(await superops.tickets.get(ticketId)).toMatchObject({ ticketId })
  expect(warnings).toEqual([])
  superops.close()
})

test('without search an unnamed field stays an error, after two requests', async () => {
  const { superops } = client()
  breakField('getTicketList', 'impact')
  expect(await rejection(superops.tickets.list().toArray())).toMatchObject({ kind: 'api', codes: [] })
  expect(tenant.calls('getTicketList').length).toBe(0)
  superops.close()
})

test.each(['subject', 'impact', 'customFields', 'resolutionViolated'])(
  'search finds %s within its requests',
  async (field) => {
    const { superops, warnings } = client({ heal: 'search' })
    breakField('getTicketList', field)
    let requests = 0
    superops.events.on('request', () => requests++)
    const tickets = await superops.tickets.list({ pageSize: 100, limit: 20 }).toArray()
    expect(tickets).toHaveLength(20)
    expect(tickets.every((ticket) => !(field in ticket) && ticket.ticketId !== '')).toBe(true)
    expect(warnings).toEqual([{ operation: 'getTicketList', field: `tickets.${field}`, found: 'search' }])
    expect(requests).toBeLessThanOrEqual(2 + 8 + 1)
    superops.close()
  },
)

test('a search that finds nothing ends with the error, and is not made again', async () => {
  const { superops, warnings } = client({ heal: 'search' })
  tenant.faults.intercept(() => ({ body: internalError('getClientList') }))
  let requests = 0
  superops.events.on('request', () => requests++)
  expect(await rejection(superops.clients.list().toArray())).toMatchObject({ kind: 'api' })
  const searched = requests
  expect(await rejection(superops.clients.list().toArray())).toMatchObject({ kind: 'api' })
  expect(requests).toBe(searched + 2)
  expect(warnings).toEqual([])
  superops.close()
})

test('a mutation is never healed', async () => {
  const { superops } = client({ heal: 'search' })
  let answers = 0
  tenant.faults.intercept(() => {
    answers++
    return { body: internalError('updateTicket') }
  })
  await rejection(superops.mutation.updateTicket({ input: { ticketId: '1' } }))
  expect(answers).toBe(1)
  superops.close()
})

test('healing stays within the deadline of the call', async () => {
  const { superops } = client({ heal: 'search', deadlineMs: 150, retries: 0 })
  tenant.faults.intercept(() => ({ body: internalError('getSLAList'), delayMs: 60 }))
  const started = performance.now()
  await rejection(superops.query.getSLAList())
  expect(performance.now() - started).toBeLessThan(2000)
  superops.close()
})

test('a page counts every request it took: failed first tries, those of the search, retries', async () => {
  const { superops } = client({ heal: 'search', retryDelayMs: 0 })
  let sent = 0
  superops.events.on('request', () => sent++)
  const named = await superops.tasks.list({ pick: ['title', module] }).collect()
  expect({ named: named.requests }).toEqual({ named: sent })
  expect(sent).toBeGreaterThan(named.pages)

  sent = 0
  breakField('getTicketList', 'impact')
  let lost = 0
  tenant.faults.intercept(({ operations }) =>
    operations.includes('getTicketList') && lost++ === 0 ? { status: 503, body: '' } : undefined,
  )
  const searched = await superops.tickets.list({ pageSize: 50 }).collect()
  expect({ searched: searched.requests }).toEqual({ searched: sent })
  expect(sent).toBeGreaterThan(searched.pages + 3)
  superops.close()
})

test('the error of a query that could not be healed tells every attempt', async () => {
  const { superops } = client({ heal: 'search' })
  tenant.faults.intercept(() => ({ body: internalError('getClientList') }))
  let sent = 0
  superops.events.on('request', () => sent++)
  const error = (await rejection(superops.clients.list().toArray())) as { attempts: unknown[] }
  expect(sent).toBeGreaterThan(3)
  expect(error.attempts).toHaveLength(sent)
  superops.close()
})
