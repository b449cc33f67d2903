import { createClient } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { noteOverdue, overdueTickets } from './overdue-tickets.js'

const tenant = createMockTenant({ seed: 7, tickets: 200 })
const msw = setupServer(...tenant.handlers)
const superops = createClient(tenant.credentials)
const now = new Date(tenant.world.now)

beforeAll(() => msw.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  vi.useRealTimers()
  tenant.reset()
})
afterAll(() => {
  superops.close()
  msw.close()
})

/** A client with late tickets, read from the world that the tests run against. */
function lateClient() {
  const late = tenant.world.tickets.filter(
    ({ resolutionTime, resolutionDueTime }) =>
      !resolutionTime && resolutionDueTime && resolutionDueTime < now.toISOString(),
  )
  const [ticket] = late
  if (!ticket?.client) throw new Error('this seed has no late ticket')
  const { accountId } = ticket.client
  return { accountId, late: late.filter(({ client }) => client?.accountId === accountId) }
}

test('finds the late tickets of one client and no others', async () => {
  const { accountId, late } = lateClient()
  const found = await overdueTickets(superops, accountId, now)
  expect(found.map(({ ticketId }) => ticketId).sort()).toEqual(late.map(({ ticketId }) => ticketId).sort())
  expect(tenant.calls('getTicketList')).toHaveLength(1)
})

test('leaves one private note on each', async () => {
  const tickets = await overdueTickets(superops, lateClient().accountId, now)
  expect(await noteOverdue(superops, tickets)).toBe(tickets.length)
  expect(tenant.calls('createTicketNote').map(({ variables }) => variables)).toMatchObject(
    tickets.map(({ ticketId }) => ({ input: { ticket: { ticketId }, privacyType: 'PRIVATE' } })),
  )
})

test('a refusal by the limit only costs time', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  const { accountId, late } = lateClient()
  tenant.faults.rateLimit({ perMinute: 1 })
  await superops.query.getSLAList()
  const found = overdueTickets(superops, accountId, now)
  await vi.waitFor(() => expect(superops.stats().paused).toBe(true))
  tenant.faults.clear()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await found).toHaveLength(late.length)
})
