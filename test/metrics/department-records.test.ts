import { departmentsAsClients } from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const department = { departmentId: '7', name: 'Finance' }
const of = (data: object) => departmentsAsClients(data) as Readonly<Record<string, unknown>>

test('a department takes the place of a client, in its list and in what belongs to it', () => {
  expect(of({ departments: [department, { departmentId: '8' }, { name: 'Sales' }] })).toEqual({
    clients: [{ accountId: '7', name: 'Finance' }, { accountId: '8' }, { name: 'Sales' }],
  })
  for (const collection of ['tickets', 'assets'])
    expect(of({ [collection]: [{ id: '1', department }, { department: null }, { id: '2' }] })).toEqual({
      [collection]: [{ id: '1', client: { accountId: '7', name: 'Finance' } }, { client: null }, { id: '2' }],
    })
})

test('a user is of the first of its roles and sites', () => {
  const users = [
    {
      userId: '1',
      department,
      roles: [{ roleId: 'a' }, { roleId: 'b' }],
      associations: [{ site: { id: '5' } }],
    },
    { userId: '2', roles: [], associations: [] },
    { userId: '3', roles: null, associations: null },
    { userId: '4', associations: [{}] },
    { userId: '5' },
  ]
  expect(of({ users })).toEqual({
    clientUsers: [
      { userId: '1', client: { accountId: '7', name: 'Finance' }, role: { roleId: 'a' }, site: { id: '5' } },
      { userId: '2', role: null, site: null },
      { userId: '3', role: null, site: null },
      { userId: '4', site: null },
      { userId: '5' },
    ],
  })
})

test('a technician has one role, a site the fields of its address', () => {
  expect(of({ technicians: [{ userId: '3', roles: [{ roleId: 'r' }] }, { userId: '4' }] })).toEqual({
    technicians: [{ userId: '3', role: { roleId: 'r' } }, { userId: '4' }],
  })
  const address = { line1: 'Street 1', city: 'Berlin' }
  expect(
    of({
      sites: [
        { id: '5', address },
        { id: '6', address: null },
        { id: '7', address: 'x' },
      ],
    }),
  ).toEqual({
    sites: [{ id: '5', ...address }, { id: '6' }, { id: '7' }],
  })
})

test('what both products have alike stays as it is, and nothing given is changed', () => {
  const alerts = [{ id: 'e1', department: 'kept' }]
  const tickets = [Object.freeze({ ticketId: '1', department: Object.freeze({ ...department }) })]
  const conversationsByTicketId = { 1: [{ conversationId: 'm' }] }
  const records = of({ alerts, tickets, conversationsByTicketId, tasks: undefined, users: 'x' })
  expect(records.alerts).toBe(alerts)
  expect(records.conversationsByTicketId).toBe(conversationsByTicketId)
  expect(records).toHaveProperty('tasks', undefined)
  expect(records.users).toBe('x')
  expect(tickets).toEqual([{ ticketId: '1', department }])
})
