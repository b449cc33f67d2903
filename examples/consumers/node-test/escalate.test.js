import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { createClient } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { escalate } from './escalate.js'

const tenant = createMockTenant({ seed: 7, tickets: 50 })
const server = await tenant.listen()
const superops = createClient(server.credentials)
const { ticketId } = tenant.world.tickets.find(({ priority }) => priority === 'Low')

afterEach(() => tenant.reset())
after(async () => {
  superops.close()
  await server.close()
})

test('raises the priority and leaves a note', async () => {
  assert.equal(await escalate(superops, ticketId, 'the CEO called'), true)
  assert.equal((await superops.tickets.get(ticketId)).priority, 'Critical')
  assert.equal(tenant.world.notesOf(ticketId).at(-1).content, 'the CEO called')
})

test('writes nothing the second time', async () => {
  await escalate(superops, ticketId, 'the CEO called')
  assert.equal(await escalate(superops, ticketId, 'the CEO called'), false)
  assert.equal(tenant.calls('updateTicket').length, 1)
  assert.equal(tenant.calls('createTicketNote').length, 1)
})

test('leaves no note when the update is not answered', async () => {
  tenant.faults.intercept((call) => {
    if (!call.operations.includes('updateTicket')) return undefined
    // It is applied, and the connection ends before the answer.
    call.proceed()
    return { destroy: true }
  })
  await assert.rejects(escalate(superops, ticketId, 'the CEO called'), {
    kind: 'network',
    write: { outcome: 'unknown' },
  })
  assert.equal(tenant.calls('createTicketNote').length, 0)
  assert.equal((await superops.tickets.get(ticketId)).priority, 'Critical')
})
