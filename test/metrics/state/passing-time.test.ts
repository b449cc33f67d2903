import {
  allClientMetrics,
  allTicketMetrics,
  createMetricsState,
  type MetricsContext,
  type MetricsData,
  portfolio,
  technicianMetrics,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2024, 2, 1)
const skew = 5 * 60_000
const textOf = (ms: number) => new Date(ms).toISOString()
const wire = (ms: number) => textOf(ms).slice(0, 19)
const schedule = { timeZone: 'UTC', working24x7: true, windows: [] }

/** One ticket per way in which time alone changes what counts; instants are hours from the start. */
const tickets = [
  { status: 'Open', createdTime: -10, firstResponseDueTime: 4, resolutionDueTime: 30 },
  { status: 'Open', createdTime: -700, resolutionDueTime: 60, firstResponseTime: -690 },
  { status: 'On Hold', createdTime: -5, firstResponseDueTime: 3, resolutionDueTime: 9 },
  { status: 'Open', createdTime: 20, firstResponseTime: 22, updatedTime: 23 },
  { status: 'Resolved', createdTime: -650, firstResponseTime: -640, resolutionTime: -600 },
  { status: 'Resolved', createdTime: -900, resolutionDueTime: -700, resolutionTime: -650 },
  { status: 'Resolved', createdTime: 40, resolutionTime: 44, firstResponseTime: 41 },
  { status: 'Closed', createdTime: -30, resolutionDueTime: 12, resolutionViolated: true },
  { status: 'Spam', createdTime: 50 },
].map((times, at) => {
  const moved = Object.entries(times).map(([name, value]) => [
    name,
    typeof value === 'number' ? wire(start + value * hour) : value,
  ])
  return {
    ticketId: `${at}`,
    client: { accountId: '7' },
    technician: { userId: `${at % 2}` },
    ...Object.fromEntries(moved),
  }
})
const histories = {
  4: [
    { at: wire(start - 600 * hour), status: 'Resolved' },
    { at: wire(start + 26 * hour), status: 'Open' },
  ],
}
const conversations = { 0: [{ type: 'REQ_REPLY', time: wire(start + 52 * hour) }] }
const dataOf = (list: readonly { ticketId: string }[]) =>
  JSON.parse(
    JSON.stringify({
      tickets: list,
      statusHistoryByTicketId: Object.fromEntries(
        Object.entries(histories).filter(([id]) => list.some(({ ticketId }) => ticketId === id)),
      ),
      conversationsByTicketId: Object.fromEntries(
        Object.entries(conversations).filter(([id]) => list.some(({ ticketId }) => ticketId === id)),
      ),
    }),
  ) as MetricsData

/** Every instant that the data name, as it leaves periods of 30 days and as it comes near, and those between. */
function instantsOf(data: MetricsData): number[] {
  const named = JSON.stringify(data)
    .match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g)
    ?.map((text) => Date.parse(`${text}Z`))
  const moments = (named ?? []).flatMap((at) => [at, at - skew, at + 30 * day, at + 60 * day])
  return [...new Set(moments.flatMap((at) => [at - 1, at, at + 1]))]
    .filter((at) => at > start)
    .sort((a, b) => a - b)
}

const settings: readonly [string, Partial<MetricsContext>][] = [
  ['a period that trails', {}],
  ['a period that stays', { period: { from: '2024-02-01', to: '2024-04-01' } }],
  ['business hours', { defaultSchedule: schedule, slaClock: 'business' }],
]

function expectSameAsAnew(options: Partial<MetricsContext>, data: MetricsData): void {
  const state = createMetricsState({ ...options, now: textOf(start) }, data)
  const ids = (data.tickets ?? []).map(({ ticketId }) => String(ticketId))
  for (const at of instantsOf(data)) {
    state.advance(textOf(at))
    const ctx = { ...options, now: textOf(at) }
    expect([ctx.now, state.allClientMetrics()]).toEqual([ctx.now, allClientMetrics(data, ctx)])
    expect([ctx.now, state.technicianMetrics()]).toEqual([ctx.now, technicianMetrics(data, ctx)])
    expect([ctx.now, state.portfolio()]).toEqual([ctx.now, portfolio(data, ctx)])
    expect(ids.map((id) => state.ticketMetrics(id))).toEqual(allTicketMetrics(data, ctx))
  }
}

test.each(
  settings.flatMap(([name, options]) =>
    tickets.map((ticket) => [name, ticket.ticketId, options, ticket] as const),
  ),
)(
  'as time passes figures are those of a full calculation at every instant: %s, ticket %s',
  (_, __, options, ticket) => expectSameAsAnew(options, dataOf([ticket])),
)

test.each(settings)('so are those of all tickets together: %s', (_, options) =>
  expectSameAsAnew(options, dataOf(tickets)),
)
