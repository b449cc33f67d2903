import { createClient } from '@superhack/superops'
import {
  type Source,
  type SourceBatch,
  StreamManager,
  type StreamManagerOptions,
} from '@superhack/superops/streams'
import { serveLive } from '../../../examples/main/serve-live.js'
import { atEnd } from '../../http/serving.js'

type Row = SourceBatch['rows'][number]

export const start = Date.parse('2026-01-05T10:42:00.000Z')
const minuteMs = 60_000

/** A time of the desk. */
export const at = (minutes: number) => new Date(start + minutes * minuteMs).toISOString()

export interface DeskTicket {
  readonly ticketId: string
  readonly [field: string]: unknown
}

const people = [
  'Aisha Rahman',
  'Daniel Costa',
  'Marcus Weber',
  'Priya Natarajan',
  'Sofia Lindqvist',
  'Tom Olsen',
]
export const technicians = people.map((name, index) => ({ userId: `tech-${index}`, name }))

/** An open ticket, answered and without clocks unless it says otherwise. */
export const ticket = (id: string, more: Record<string, unknown> = {}): DeskTicket => ({
  ticketId: id,
  displayId: `050126-${id.padStart(4, '0')}`,
  subject: `Subject of ${id}`,
  status: 'Open',
  priority: 'Medium',
  client: { accountId: 'c1', name: 'Halden Logistics' },
  technician: { userId: 'tech-0', name: people[0] },
  createdTime: at(-60),
  updatedTime: at(-30),
  firstResponseTime: at(-50),
  ...more,
})

/** Two late, four at risk, some plain ones. */
export const usualTickets = (): DeskTicket[] => [
  ticket('460', {
    subject: 'Whole office offline, router dead',
    priority: 'Critical',
    technician: null,
    createdTime: at(-52),
    firstResponseTime: null,
    firstResponseDueTime: at(-42),
  }),
  ticket('391', {
    subject: 'Backup of file server failed',
    priority: 'High',
    client: { accountId: 'c2', name: 'Northwind Dental' },
    technician: { userId: 'tech-2', name: people[2] },
    createdTime: at(-900),
    resolutionDueTime: at(-190),
  }),
  ticket('463', {
    subject: 'Cannot open invoices since the update',
    priority: 'High',
    client: { accountId: 'c3', name: 'Bright & Sons' },
    technician: null,
    createdTime: at(-50),
    firstResponseTime: null,
    firstResponseDueTime: at(4),
  }),
  ticket('412', {
    subject: 'Payroll server runs out of space',
    priority: 'Critical',
    client: { accountId: 'c4', name: 'Meridian Legal' },
    technician: { userId: 'tech-3', name: people[3] },
    createdTime: at(-400),
    resolutionDueTime: at(12),
  }),
  ticket('465', {
    subject: 'New starter on Monday needs a laptop',
    priority: 'Low',
    client: { accountId: 'c5', name: 'Castle Homes' },
    technician: { userId: 'tech-4', name: people[4] },
    createdTime: at(-120),
    resolutionDueTime: at(26),
  }),
  ...[78, 135, 300, 1500].map((due, index) =>
    ticket(`5${index}0`, {
      subject: 'VPN drops when the laptop sleeps',
      client: { accountId: 'c6', name: 'Okoye Architects' },
      technician: { userId: `tech-${index % people.length}`, name: people[index % people.length] },
      createdTime: at(-60 - 1440 * index),
      resolutionDueTime: at(due),
    }),
  ),
  ...Array.from({ length: 14 }, (_, index) =>
    ticket(`6${index}`, {
      status: index % 5 === 0 ? 'On Hold' : 'Open',
      priority: ['Low', 'Medium', 'High', 'Medium'][index % 4],
      technician: { userId: `tech-${index % people.length}`, name: people[index % people.length] },
      createdTime: at(-60 * (index + 1) ** 2),
    }),
  ),
  ...Array.from({ length: 60 }, (_, index) => {
    const day = -1440 * Math.floor(index / 5)
    return ticket(`7${index}`, {
      status: 'Resolved',
      createdTime: at(day - 250 + 30 * (index % 5)),
      firstResponseTime: at(day - 240 + 30 * (index % 5)),
      firstResponseDueTime: at(day - (index % 17 === 3 ? 245 : 200) + 30 * (index % 5)),
      resolutionTime: at(day - 150 + 30 * (index % 5)),
      resolutionDueTime: at(day - (index % 11 === 5 ? 160 : 100) + 30 * (index % 5)),
    })
  }),
]

/** What a test decides of its desk. */
export interface DeskOptions {
  readonly tickets?: readonly DeskTicket[]
  readonly rate?: number
  readonly streams?: Partial<StreamManagerOptions>
  readonly port?: number
  readonly ticketUrl?: string
  /** Readings of these entities fail. */
  readonly failing?: readonly string[]
  readonly technicians?: readonly Row[]
}

const offline = createClient({
  apiKey: 'token',
  tenantId: 'acme',
  requestsPerMinute: Number.POSITIVE_INFINITY,
})

/** A served wallboard over a desk whose tickets and time the test moves; the rest is what `live` serves. */
export async function serveDesk(options: DeskOptions = {}) {
  const { tickets = usualTickets(), rate = 1, port = 0, ticketUrl, failing = [] } = options
  const byId = new Map(tickets.map((row) => [row.ticketId, row]))
  const removed: string[] = []
  const isFailing = new Set(failing)
  let isUnreachable = false
  /** Time runs, so that a page that counts on is right. */
  const begun = performance.now()
  const now = () => start + (performance.now() - begun) * rate
  const source: Source = {
    async *read(entities) {
      if (isUnreachable) throw new Error('the tenant is gone')
      for (const entity of entities) {
        const rows: readonly Row[] =
          entity === 'tickets'
            ? [...byId.values()]
            : entity === 'technicians'
              ? (options.technicians ?? technicians)
              : []
        const isWhole = !isFailing.has(entity)
        yield {
          entity,
          origin: 'mock',
          rows: isWhole ? rows : [],
          removed: entity === 'tickets' ? removed.splice(0) : [],
          restored: [],
          end: { complete: isWhole, requests: 1, totalCount: rows.length },
        }
      }
    },
    readOne: async (entity, id) => (entity === 'tickets' ? (byId.get(id) ?? null) : null),
  }
  const server = await serveLive(port, { name: 'Acme MSP', seed: 7, ...(ticketUrl && { ticketUrl }) })
  const streams = new StreamManager({ client: offline, source, now, ...options.streams }).to(server.sink)
  streams.on('error', () => {})
  server.serve(streams, { client: offline, now, clockRate: rate })
  await streams.start()
  await streams.refresh()
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    await streams.stop()
    await server.close()
  }
  atEnd(close)
  return {
    url: server.url,
    streams,
    now,
    close,
    failing: isFailing,
    /** Changes or adds tickets, and polls. */
    async put(...rows: readonly DeskTicket[]) {
      for (const row of rows) byId.set(row.ticketId, row)
      await streams.refresh()
    },
    get: (id: string) => byId.get(id) ?? ticket(id),
    /** Every reading fails from now on. */
    vanish() {
      isUnreachable = true
    },
  }
}
