import { createMockTenant } from '@superhack/superops/testing'
import { expect, test } from 'vitest'
import { asking } from './asking.js'

const refused = (code: string) =>
  `{"errors":[{"extensions":{"clientError":[{"code":"${code}","param":{}}]}}],"data":{}}`
const create = 'mutation { createServiceCategory(input: { name: "Badges" }) { name } }'

test('forbidden operations are refused with the documented body, not executed, and recorded', async () => {
  await using tenant = await asking({ tickets: 1, forbidden: ['createServiceCategory', 'getTaxList'] })
  const before = JSON.stringify(tenant.tenant.world)
  const { status, text } = await tenant.ask(create)
  expect([status, text]).toEqual([200, refused('forbidden')])
  expect(JSON.stringify(tenant.tenant.world)).toBe(before)
  expect(tenant.tenant.calls('createServiceCategory')).toHaveLength(1)
  const aliased =
    '{ __typename ...Taxes } fragment Taxes on Query { all: getTaxList(input: {}) { taxes { name } } }'
  expect((await tenant.ask(aliased)).text).toBe(refused('forbidden'))
  expect((await tenant.ask('{ getTeamList { name } }')).body.errors).toBeUndefined()
  // What does not validate is told first.
  expect((await tenant.ask('{ getTaxList(input: {}) { colour } }')).text).toContain('FieldUndefined')
})

test.each([
  ['trialExpired', 'subscription_trial_expired'],
  ['paused', 'subscription_paused'],
  ['cancelled', 'subscription_cancelled'],
] as const)('under a subscription that is %s every call answers %s', async (subscription, code) => {
  await using tenant = await asking({ tickets: 1, subscription })
  expect((await tenant.ask('{ getTeamList { name } }')).text).toBe(refused(code))
  expect((await tenant.ask(create)).text).toBe(refused(code))
})

test.each([
  [
    { forbidden: ['createTicket', 'createTicktes', 'drop'] },
    /forbidden names no operation .*: createTicktes, drop/,
  ],
  [{ forbidden: 'createTicket' }, /forbidden expects a list of operation names, received string/],
  [{ forbidden: [1] }, /forbidden expects a list of operation names, received array/],
  [
    { subscription: 'ended' },
    /subscription expects active, trialExpired, paused, cancelled, received string/,
  ],
])('wrong options are named: %o', (options, message) => {
  const make = () => createMockTenant(options as never)
  expect(make).toThrow(TypeError)
  expect(make).toThrow(message)
})
