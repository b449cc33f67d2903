import {
  allClientMetrics,
  createMetricsState,
  type MetricsContext,
  type MetricsData,
  type MetricsState,
  portfolio,
  technicianMetrics,
  ticketMetrics,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const ctx: MetricsContext = { now: '2024-03-01T12:00:00.000Z' }
const client = { accountId: '7' }
const technician = { userId: 't' }
const resolved = {
  ticketId: '1',
  client,
  technician,
  site: { id: 's' },
  status: 'Resolved',
  createdTime: '2024-02-28T22:00:00',
  firstResponseTime: '2024-02-29T01:00:00',
  resolutionTime: '2024-02-29T02:00:00',
}
const open = { ticketId: '2', client, technician, status: 'Open', createdTime: '2024-02-29T10:00:00' }
const worklog = {
  itemId: 'w1',
  workItem: { workId: '1' },
  technician,
  qty: '1.5',
  billable: true,
  billDateTime: '2024-02-29T02:00:00',
  serviceItem: { itemId: 'i' },
}
const week = [{ day: 'THURSDAY', start: '09:00', end: '17:00' }]

type Put = Parameters<MetricsState['insert']>
const put = (...[collection, record]: [Put[0], object]) =>
  [
    `insert into ${collection}`,
    (state: MetricsState) => expect(state.insert(collection, record as never)).toBe(true),
  ] as const
const remove = (...[collection, id]: Parameters<MetricsState['remove']>) =>
  [
    `remove from ${collection}`,
    (state: MetricsState) => expect(state.remove(collection, id)).toBe(true),
  ] as const

/** Steps that each change a figure, with the figure that tells it. */
const steps: readonly (readonly [
  string,
  (state: MetricsState) => unknown,
  (state: MetricsState) => unknown,
  unknown,
])[] = [
  [...put('tickets', resolved), ({ portfolio }) => portfolio().openTicketCount, 0],
  [...put('tickets', open), (state) => state.portfolio().openTicketCount, 1],
  [...put('worklogs', worklog), (state) => state.ticketMetrics('1')?.worklogMinutes, 90],
  [
    'and unknown work of the other is none',
    () => undefined,
    (state) => state.ticketMetrics('2')?.worklogMinutes,
    0,
  ],
  [
    ...put('worklogs', { ...worklog, qty: '2', billable: false }),
    (state) => state.ticketMetrics('1')?.billableRatio,
    0,
  ],
  [
    ...put('worklogs', { ...worklog, itemId: 'w2' }),
    (state) => state.ticketMetrics('1')?.worklogMinutes,
    210,
  ],
  [
    ...put('worklogs', { ...worklog, itemId: 'w2', workItem: { workId: '2' } }),
    (state) => [state.ticketMetrics('1')?.worklogMinutes, state.ticketMetrics('2')?.worklogMinutes],
    [120, 90],
  ],
  [
    ...put('worklogs', { ...worklog, itemId: 'w3', workItem: null }),
    (state) => state.ticketMetrics('1')?.worklogMinutes,
    120,
  ],
  [
    ...put('serviceItems', { itemId: 'i', quantityType: 'UNITS' }),
    (state) => state.ticketMetrics('1')?.worklogMinutes,
    0,
  ],
  [
    ...put('serviceItems', { itemId: 'i', quantityType: 'HOURS' }),
    (state) => state.ticketMetrics('1')?.worklogMinutes,
    120,
  ],
  [...remove('worklogs', 'w2'), (state) => state.ticketMetrics('2')?.worklogMinutes, 0],
  [
    ...put('sites', { id: 's', timezoneCode: 'Asia/Tokyo', working24x7: false, businessHour: week }),
    (state) => state.ticketMetrics('1')?.isSameDayResolution,
    true,
  ],
  [
    ...put('sites', { id: 's', timezoneCode: 'UTC', working24x7: false, businessHour: week }),
    (state) => state.ticketMetrics('1')?.isSameDayResolution,
    false,
  ],
  [
    'a conversation',
    (state) => state.setConversation('1', [{ type: 'TECH_REPLY', time: '2024-02-29T01:00:00' }]),
    (state) => state.ticketMetrics('1')?.techReplyCount,
    1,
  ],
  [
    'a conversation no longer known',
    (state) => state.setConversation('1', undefined),
    (state) => state.ticketMetrics('1')?.techReplyCount,
    null,
  ],
  [
    'a status history',
    (state) =>
      state.setStatusHistory('1', [
        { at: '2024-02-29T00:30:00', status: 'Resolved' },
        { at: '2024-02-29T00:45:00', status: 'Open' },
      ]),
    (state) => state.technicianMetrics()[0]?.reopenRatio,
    1,
  ],
  [
    'a status history no longer known',
    (state) => state.setStatusHistory('1', undefined),
    (state) => state.technicianMetrics()[0]?.reopenRatio,
    null,
  ],
  [...put('assets', { assetId: 'a', client }), (state) => state.clientMetrics('7').endpointCount, 1],
  [
    ...put('tickets', { ...open, ticketId: '3', client: { accountId: '8' }, technician: { userId: 'u' } }),
    (state) => state.allClientMetrics().map(({ clientId }) => clientId),
    ['7', '8'],
  ],
  [
    ...put('tickets', { ...open, ticketId: '3', client, technician }),
    (state) => [
      state.clientMetrics('7').openTicketCount,
      state.technicianMetrics().map(({ openTicketCount }) => openTicketCount),
    ],
    [2, [2]],
  ],
  [...remove('tickets', '3'), (state) => state.clientMetrics('7').openTicketCount, 1],
  [
    'a month passes',
    (state) => state.advance('2024-03-31T12:00:00.000Z'),
    (state) => [state.clientMetrics('7').ticketsResolvedCount, state.clientMetrics('7').agedBacklogRatio],
    [0, 1],
  ],
]

function expectSameAsAnew(state: MetricsState, data: MetricsData, at: MetricsContext): void {
  expect(state.allClientMetrics()).toEqual(allClientMetrics(data, at))
  expect(state.technicianMetrics()).toEqual(technicianMetrics(data, at))
  expect(state.portfolio()).toEqual(portfolio(data, at))
  for (const ticket of data.tickets ?? [])
    expect(state.ticketMetrics(String(ticket.ticketId))).toEqual(ticketMetrics(ticket, data, at))
}

test('every kind of change tells in the figures at once, as if all were calculated anew', () => {
  const state = createMetricsState(ctx)
  for (const [name, change, figure, expected] of steps) {
    change(state)
    expect([name, figure(state)]).toEqual([name, expected])
    expectSameAsAnew(state, state.data(), state.context())
    const { now, data } = JSON.parse(JSON.stringify(state))
    expectSameAsAnew(createMetricsState({ ...ctx, now }, data), state.data(), state.context())
  }
})

test('the index of a state follows time, and its figures name a wrong id', () => {
  const state = createMetricsState(ctx, JSON.parse(JSON.stringify({ tickets: [open, resolved] })))
  const age = () =>
    ticketMetrics(state.data().tickets?.[0] ?? {}, state.index(), state.context()).ticketAgeMinutes
  expect(age()).toBe(26 * 60)
  state.advance('2024-03-01T13:00:00.000Z')
  expect(age()).toBe(27 * 60)
  expect(() => state.clientMetrics('')).toThrow(
    new TypeError('clientId: expected the id of a client, received string.'),
  )
  expect(state.ticketMetrics('9')).toBeUndefined()
})
