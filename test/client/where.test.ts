import { and, type Client, createClient, or, sortBy, where } from '@superhack/superops'
import { createMockTenant } from '@superhack/superops/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const tenant = createMockTenant({ seed: 7, tickets: 120 })
let server: Awaited<ReturnType<typeof tenant.listen>>
let superops: Client

beforeAll(async () => {
  server = await tenant.listen()
  superops = createClient({ ...server.credentials, sourceTimeZone: 'Asia/Kolkata' })
})
afterAll(async () => {
  superops.close()
  await server.close()
})

test('conditions are of the form SuperOps documents', () => {
  expect(
    and(
      where('tickets', 'status').includes(['Open']),
      or(where('tickets', 'client.name').isEmpty(), where('tickets', 'resolutionViolated').is(false)),
    ),
  ).toEqual({
    joinOperator: 'AND',
    operands: [
      { attribute: 'status', operator: 'includes', value: ['Open'] },
      {
        joinOperator: 'OR',
        operands: [
          { attribute: 'client.name', operator: 'isEmpty' },
          { attribute: 'resolutionViolated', operator: 'is', value: false },
        ],
      },
    ],
  })
  expect(sortBy('tickets', 'createdTime', 'DESC')).toEqual({ attribute: 'createdTime', order: 'DESC' })
})

test('times go out in the zone of the tenant without suffix, days as they are', async () => {
  await superops.tickets
    .list({
      where: and(
        where('tickets', 'createdTime').after('2026-01-01T00:00:00.000Z'),
        where('tickets', 'createdTime').between('2026-01-01', new Date('2026-02-01T00:00:00Z')),
      ),
    })
    .first()
  expect(tenant.calls('getTicketList').at(-1)?.variables).toMatchObject({
    input: {
      condition: {
        operands: [{ value: '2026-01-01T05:30:00' }, { value: ['2026-01-01', '2026-02-01T05:30:00'] }],
      },
    },
  })
})

test('what is no time is refused', () => {
  expect(() => where('tickets', 'createdTime').after('soon')).toThrow('where: expected a time')
})

test('a picked row with a value of a wrong form is told by that value alone', async () => {
  const stop = tenant.faults.intercept((call) => {
    const body = call.proceed().body.replace(/"updatedTime":"[^"]*"/, '"updatedTime":"soon"')
    return { body }
  })
  const { rows, issues } = await superops.tickets.list({ pick: ['updatedTime'], pageSize: 50 }).collect()
  stop()
  expect(issues[0]).toMatchObject({ severity: 'value', path: 'updatedTime' })
  expect(new Set(issues.map(({ path }) => path))).toEqual(new Set(['updatedTime']))
  expect(new Set(rows.flatMap((row) => Object.keys(row)))).toEqual(new Set(['ticketId', 'updatedTime']))
})
