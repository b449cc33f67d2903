import type { MetricsContext, MetricsData, Schedule } from '@superhack/superops/metrics'
import { createMockTenant } from '@superhack/superops/testing'
import type { PlainRecord } from './corruption.js'
import { corrupt } from './corruptions.js'

export interface Dataset {
  readonly now: string
  readonly data: MetricsData
  /** How many records each kind of corruption was applied to. */
  readonly applied: ReadonlyMap<string, number>
}

/** Within the data's weeks clocks change in New York, Berlin, London, Sydney and, by half an hour, on Lord Howe. */
const now = '2025-04-16T10:00:00.000Z'
const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
const onDays = (days: readonly string[], ...spans: readonly (readonly [string, string])[]) =>
  days.flatMap((day) => spans.map(([start, end]) => ({ day, start, end })))

const siteHours: readonly PlainRecord[] = [
  {
    timezoneCode: 'Europe/Berlin',
    businessHour: onDays(WORKDAYS, ['09:00', '17:00']),
    holidayList: { id: 'H1' },
  },
  {
    timezoneCode: 'America/New_York',
    businessHour: onDays(WORKDAYS, ['08:00', '12:00'], ['13:00', '17:30']),
  },
  {
    timezoneCode: 'Australia/Sydney',
    businessHour: [...onDays(WORKDAYS, ['22:00', '06:00']), ...onDays(['SUNDAY'], ['02:30', '04:15'])],
    holidayList: { id: 'H1' },
  },
  { timezoneCode: 'Australia/Lord_Howe', businessHour: onDays([...WORKDAYS, 'SUNDAY'], ['00:00', '23:59']) },
  { timezoneCode: 'Asia/Kolkata', businessHour: onDays(WORKDAYS, ['09:30', '14:00'], ['13:00', '18:30']) },
  { timezoneCode: 'Asia/Tokyo', businessHour: [], working24x7: true, holidayList: { id: 'H1' } },
  {
    timezoneCode: 'Europe/London',
    businessHour: [
      ...onDays(WORKDAYS, ['07:00', '07:00'], ['08:00', '16:00']),
      ...onDays(['SUNDAY'], ['01:30', '05:00']),
    ],
    holidayList: { id: 'H2' },
  },
  {
    timezoneCode: 'America/Sao_Paulo',
    businessHour: onDays(WORKDAYS, ['12:00', '24:00']),
    holidayList: { id: 'H3' },
  },
]

export const berlinOffice: Schedule = {
  timeZone: 'Europe/Berlin',
  windows: onDays(WORKDAYS, ['08:00', '16:30']),
  holidays: ['2025-04-18', { date: '2025-03-10' }],
}
export const nightShift: Schedule = {
  timeZone: 'America/Chicago',
  windows: onDays(['MONDAY', 'WEDNESDAY', 'SATURDAY'], ['20:00', '04:30']),
}
export const holidaysByListId: NonNullable<MetricsContext['holidaysByListId']> = {
  H1: ['2025-02-14', '2025-03-17', '2025-03-31', '2025-04-04'],
  H2: ['2025-03-30', '2025-04-07', '2025-02-30'],
}

const statusNames = [
  ['Closed', ' closed ', 'CLOSED', 'Ｃｌｏｓｅｄ'],
  ['Resolved', 'resolved', 'RESOLVED\t'],
  ['In Progress', 'in  progress', ' In\u00a0Progress', 'On-Site', 'Under Investigation'],
  ['On Hold', 'ON HOLD', 'Pending', 'waiting for\ncustomer'],
] as const
const history = [
  'Open',
  'On Hold',
  'Waiting on vendor',
  'In Progress',
  'Resolved',
  'Closed',
  'Reopened',
  'Parked',
  'Spam',
]

/** The world of the mock tenant in the vendor's shape, with what it lacks, and with corrupted records. */
export function createDataset(tickets: number): Dataset {
  const nowMs = Date.parse(now)
  const random = seeded(41)
  const among = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const { world } = createMockTenant({ seed: 11, tickets, now })
  const plain = <Item>(records: Iterable<Item>) => JSON.parse(JSON.stringify([...records])) as PlainRecord[]
  const instant = (ms: number) => new Date(ms).toISOString().slice(0, -1)

  const records = {
    tickets: plain(world.tickets),
    // On a part of the tickets no time was entered.
    worklogs: plain(world.worklogs).filter(
      ({ workItem }) => !/[378]$/.test(String((workItem as PlainRecord).workId)),
    ),
    invoices: plain(world.invoices),
    contracts: plain(world.contracts),
    alerts: plain(world.alerts),
    tasks: plain(world.tasks),
    conversations: [] as PlainRecord[],
  }
  for (const ticket of records.tickets) {
    if (random() < 0.12) {
      const names = statusNames.find(([first]) => first === ticket.status)
      if (names !== undefined) ticket.status = among(names)
    }
    if (random() < 0.03) ticket.status = among(['Cancelled', 'Spam', 'abandoned', ' Merged'])
    if (random() < 0.05) ticket.priority = among(['P1', 'emergency', 'p4', '3', 'Whenever', ' VERY  LOW '])
    if (random() < 0.06) ticket.requestType = among(['service_request', 'INCIDENT', 'Problem', ' ', null])
    if (random() < 0.05)
      ticket.category = among(['  network', 'NETWORK', null, '__proto__', 'Ｎｅｔｗｏｒｋ'])
    if (random() < 0.03) ticket.resolutionTime = null
    if (ticket.firstResponseTime === null && random() < 0.3) ticket.status = among(['On Hold', 'Pending'])
  }
  for (const entry of records.worklogs) {
    if (random() < 0.06) entry.serviceItem = { itemId: 'pieces' }
    if (random() < 0.2) entry.qty = among(['0.3333', '0.1', '1', '7.25', '0.000001'])
    if (random() < 0.05) entry.billDateTime = String(entry.billDateTime).slice(0, 16)
  }
  records.contracts = records.contracts.map((contract) => recurring(contract, random, among))
  const conversations = new Map<string, readonly PlainRecord[]>()
  const histories = new Map<string, { at: string; status: string }[]>()
  for (const [at, { ticketId, createdTime }] of records.tickets.entries()) {
    const id = String(ticketId)
    if (at % 10 !== 0) {
      const thread = plain(world.conversationsOf(id))
      conversations.set(id, thread)
      records.conversations.push(...thread)
    }
    if (at % 3 === 0) continue
    let ms = Date.parse(`${String(createdTime)}Z`) - 3_600_000
    const changes = Array.from({ length: 1 + Math.floor(random() * 7) }, () => {
      ms += 1 + Math.floor(random() * random() * 4 * 86_400_000)
      return { at: instant(ms), status: among(history) }
    })
    histories.set(
      id,
      changes.sort((a, b) => (a.at.slice(-3) < b.at.slice(-3) ? -1 : 1)),
    )
  }
  const changed = records.conversations.slice()
  const applied = corrupt({ ...records, conversations: changed }, Math.ceil(tickets / 200), nowMs)
  const replaced = new Map(records.conversations.map((entry, at) => [entry, changed[at] as PlainRecord]))

  const data = {
    ...records,
    conversationsByTicketId: Object.fromEntries(
      [...conversations].map(([id, thread]) => [id, thread.map((entry) => replaced.get(entry) ?? entry)]),
    ),
    statusHistoryByTicketId: Object.fromEntries(histories),
    sites: plain(world.sites).map((site, at) => ({
      ...site,
      holidayList: null,
      working24x7: false,
      ...siteHours[at % siteHours.length],
    })),
    clients: plain(world.clients),
    technicians: plain(world.technicians),
    slas: plain(world.slas),
    serviceItems: [...plain(world.serviceItems), { itemId: 'pieces', quantityType: 'UNITS' }],
    assets: plain(world.assets),
  }
  return { now, applied, data: data as MetricsData }
}

/** The mock tenant sells by usage; recurring contracts of every frequency, also such without a price, are added here. */
function recurring(
  contract: PlainRecord,
  random: () => number,
  among: <Item>(items: readonly Item[]) => Item,
): PlainRecord {
  if (random() < 0.25) return contract
  const inner = contract.contract as PlainRecord
  const change = (operation: string) => ({
    effectiveDate: among([null, '2024-01-01', '2025-02-28', '2025-04-16', '2025-04-17', '2025-02-30']),
    endDate: among([null, null, null, '2025-04-15', '2025-04-16']),
    quantity: among(['3', '12', '2.5', '7', '1,5']),
    quantityChangeOperation: operation,
  })
  const decrease = { ...change('DECREASE'), quantity: among(['1', '0.5', '-']) }
  const baseline = { effectiveDate: '2024-01-01', quantity: '12', quantityChangeOperation: 'BASELINE' }
  return {
    ...contract,
    endDate: among([null, contract.endDate, '2025-04-15', '2025-04-16', '2025-04-17', '2025-08-01']),
    contract: {
      ...inner,
      name: among([inner.name, 'Gold Care', 'Goldfish bowl', 'bronze / SILVER']),
      contractType: among(['RECURRING', 'RECURRING', 'RECURRING', 'ONE_TIME']),
      billableContract: {
        ...(inner.billableContract as PlainRecord),
        sellingPrice: {
          model: 'PER_UNIT',
          details: among([[{ value: '40.00' }], [{ value: '1199.99' }], [{ value: null }], []]),
        },
        discountRate: among([null, '5', '12.5', '0', 'ten']),
        recurringContract: {
          frequencyDurationUnit: among(['MONTH', 'MONTH', 'YEAR', 'WEEK', 'DAY', 'QUARTER']),
          frequencyInterval: among([1, 1, 1, 3, 0]),
        },
        blockItemsInfo: among([
          [],
          [{ balance: '-1.5' }],
          [{ balance: '3' }, { balance: '-0.01' }, null, { balance: 'x' }],
        ]),
        // Never less than nothing: a decrease is small, and comes with a baseline that holds.
        changes: among([
          [],
          [change('INCREASE')],
          [change('INCREASE'), change('BASELINE')],
          [decrease, change('INCREASE'), change('BASELINE'), baseline],
          [decrease, baseline],
        ]),
      },
    },
  }
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
