import type { MetricsData, MetricsSite, MetricsTicket, MetricsWorklog } from '@superhack/superops/metrics'

/** The present of every generated desk; its records lie in the year before. */
export const now = '2026-01-05T09:00:00Z'
const nowMs = Date.parse(now)
const year = 365 * 86_400_000
const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Sydney',
  'Asia/Kolkata',
  'America/Chicago',
  'Europe/London',
]
const hours = [
  [['08:00', '17:00']],
  [
    ['09:00', '12:30'],
    ['13:00', '18:00'],
  ],
  [['07:30', '15:30']],
  [['22:00', '06:00']],
] as const
const statuses = ['Open', 'In Progress', 'On Hold', 'Waiting on Customer']
const priorities = ['Critical', 'High', 'Medium', 'Low']

/** Records as a real desk of this size has them: cheap, plain, the same for the same numbers. */
export interface DeskSize {
  readonly tickets: number
  readonly clients?: number
  readonly technicians?: number
}

export function desk({ tickets, clients = 200, technicians = 30 }: DeskSize): MetricsData {
  const random = mulberry32(tickets)
  const sites = Array.from({ length: clients + (clients >> 1) }, (_, at) => siteOf(at))
  const rows: MetricsTicket[] = []
  const worklogs: MetricsWorklog[] = []
  for (let at = 0; at < tickets; at++) {
    const client = below(random, clients)
    const technician = 1000 + below(random, technicians)
    const row = ticketOf(random, at, client, technician, sites.length)
    rows.push(row)
    for (let entry = below(random, 3); entry > 0; entry--)
      worklogs.push(worklogOf(random, worklogs.length, row.ticketId, technician))
  }
  return {
    tickets: rows,
    worklogs,
    sites,
    clients: Array.from({ length: clients }, (_, at) => ({ accountId: `${at}`, name: `Client ${at}` })),
    technicians: Array.from({ length: technicians }, (_, at) => ({ userId: `${1000 + at}` })),
    serviceItems: [{ itemId: '1', quantityType: 'HOURS' }],
    invoices: Array.from({ length: clients * 12 }, (_, at) => invoiceOf(at, clients)),
  }
}

function siteOf(at: number): MetricsSite {
  const windows = hours[at % hours.length] ?? []
  return {
    id: `${at}`,
    timezoneCode: zones[at % zones.length] ?? 'UTC',
    working24x7: at % 25 === 24,
    businessHour: weekdays.flatMap((day) => windows.map(([start, end]) => ({ day, start, end }))),
    holidayList: null,
  }
}

export function ticketOf(
  random: () => number,
  at: number,
  client: number,
  technician: number,
  sites: number,
): MetricsTicket {
  const createdAt = nowMs - Math.floor(random() * year)
  const answeredAt = createdAt + Math.floor(random() * 4 * 3_600_000)
  const resolvedAt = answeredAt + Math.floor(random() ** 3 * 10 * 86_400_000)
  const isResolved = resolvedAt < nowMs && random() < 0.97
  const open = statuses[below(random, statuses.length)] ?? 'Open'
  return {
    ticketId: `${3_000_000_000_000 + at}`,
    displayId: `${at}`,
    subject: `Something does not work, case ${at}`,
    client: { accountId: `${client}`, name: `Client ${client}` },
    site: { id: `${client % 3 === 0 ? sites - 1 - (client >> 1) : client}`, name: 'Head office' },
    technician: random() < 0.03 ? null : { userId: `${technician}`, name: `Technician ${technician}` },
    requestType: random() < 0.7 ? 'Incident' : 'Service Request',
    status: isResolved ? 'Closed' : open,
    priority: priorities[below(random, 4)] ?? 'Low',
    category: `Category ${below(random, 12)}`,
    source: 'EMAIL',
    createdTime: wire(createdAt),
    updatedTime: wire(Math.min(isResolved ? resolvedAt : answeredAt, nowMs)),
    firstResponseDueTime: wire(createdAt + 2 * 3_600_000),
    firstResponseTime: answeredAt < nowMs ? wire(answeredAt) : null,
    firstResponseViolated: null,
    resolutionDueTime: wire(createdAt + 3 * 86_400_000),
    resolutionTime: isResolved ? wire(resolvedAt) : null,
    resolutionViolated: null,
    worklogTimespent: null,
  }
}

export function worklogOf(
  random: () => number,
  at: number,
  ticketId: string | undefined,
  technician: number,
): MetricsWorklog {
  return {
    itemId: `${9_000_000_000 + at}`,
    workItem: { workId: ticketId, module: 'TICKET' },
    technician: { userId: `${technician}` },
    serviceItem: { itemId: '1' },
    qty: `${(below(random, 16) + 1) / 4}`,
    unitPrice: '95.00',
    billable: random() < 0.7,
    afterHours: random() < 0.1,
    status: 'APPROVED',
    billDateTime: wire(nowMs - Math.floor(random() * year)),
  }
}

const invoiceOf = (at: number, clients: number) => ({
  invoiceId: `${at}`,
  client: { accountId: `${at % clients}` },
  invoiceDate: new Date(nowMs - Math.floor(at / clients) * 30 * 86_400_000).toISOString().slice(0, 10),
  statusEnum: 'PAID',
  totalAmount: `${1000 + (at % 700)}.00`,
  taxes: null,
})

/** As SuperOps writes it: UTC without suffix. */
const wire = (ms: number) => new Date(ms).toISOString().slice(0, 19)

export const below = (random: () => number, most: number) => Math.floor(random() * most)

export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
