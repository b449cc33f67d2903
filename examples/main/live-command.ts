import { memoryStore } from '@superhack/superops/state'
import { type StreamEvent, StreamManager, streamNames } from '@superhack/superops/streams'
import type { LiveFlags } from './cli.js'
import { type Connection, connect } from './connect.js'
import { mockLine } from './render/mock-line.js'
import { paint, type Style, styleOf } from './render/style.js'
import { type LiveServer, serveLive } from './serve-live.js'
import type { Terminal } from './terminal.js'

/** Seconds of the mock tenant per second of the host: an event every now and then, and hours that can be read. */
const mockSpeed = 300
/** A desk that is worth a look. */
const mockTickets = 1500
const mockIntervalMs = 1000

/** Shows the tenant until the signal ends it, or the time is up; false when no address could be served. */
export async function liveCommand(
  flags: LiveFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  const { env, stdout, stderr } = terminal
  const style = styleOf(stdout, env, { color: flags.color })
  const began = lastBusyHour(new Date())
  const connection = await connect(terminal, flags, began, began, mockTickets)
  const { client, source, tenant } = connection
  if (tenant !== undefined) stdout.write(mockLine(source, style))
  const server = await served(flags, source, env, stderr)
  if (server === undefined) {
    await connection.close()
    return false
  }
  const { speed = mockSpeed } = flags
  const time = tenant?.live({ speed })
  const clock = tenant && { clockRate: speed, now: () => Date.parse(tenant.world.now) }
  const streams = new StreamManager({
    client,
    ...(clock && { state: memoryStore(), updateIntervalMs: mockIntervalMs, now: clock.now }),
  }).to(server.sink)
  server.serve(streams, { client, ...clock })
  streams.on('error', (error) => stderr.write(`${error instanceof Error ? error.message : String(error)}\n`))
  for (const name of streamNames)
    streams.on(name, (event: StreamEvent) => {
      if (isWorthALine(event)) stdout.write(lineOf(event, style))
    })
  try {
    await streams.start()
    stdout.write(`Wallboard ${paint(style, 'strong', server.url)} · ${endHint(flags)}\n`)
    await ended(flags.forMs, signal)
    return true
  } finally {
    time?.stop()
    await streams.stop()
    await server.close()
    await connection.close()
  }
}

/** The mock tenant begins to live when offices on both sides of the Atlantic are open. */
function lastBusyHour(now: Date): Date {
  const busy = new Date(now)
  busy.setUTCHours(13, 0, 0, 0)
  while (busy > now || busy.getUTCDay() % 6 === 0) busy.setUTCDate(busy.getUTCDate() - 1)
  return busy
}

/** Undefined when the port is taken, which stderr tells. */
async function served(
  { port }: LiveFlags,
  { origin, tenant, seed }: Connection['source'],
  env: Terminal['env'],
  stderr: Terminal['stderr'],
): Promise<LiveServer | undefined> {
  const isMock = origin === 'mock'
  try {
    return await serveLive(port, {
      ...(!isMock && { name: tenant }),
      ...(isMock && seed !== undefined && { seed }),
      ticketUrl: env.WALLBOARD_TICKET_URL,
    })
  } catch (error) {
    const { message } = error as Error
    const hint = port === undefined ? ': give another with --port' : ''
    stderr.write(`The wallboard cannot be served. ${message}${hint}\n`)
    return undefined
  }
}

const endHint = ({ forMs }: LiveFlags) =>
  forMs === undefined ? 'Ctrl+C ends' : `ends after ${forMs / 1000} s`

function ended(forMs: number | undefined, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = forMs === undefined ? undefined : setTimeout(resolve, forMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

const lastHealth = new Map<string, string>()

/** Figures and health come every second; they are shown when they change what is said of them. */
function isWorthALine({ type, data }: StreamEvent): boolean {
  if (type !== 'metrics.updated' && type !== 'health.updated') return true
  const said = summaryOf(type, data)
  if (lastHealth.get(type) === said) return false
  lastHealth.set(type, said)
  return true
}

function lineOf({ time, type, stream, sequence, data }: StreamEvent, style: Style): string {
  const said = summaryOf(type, data)
  return `${time.slice(11, 19)}  ${stream.padEnd(19)} ${`#${sequence}`.padEnd(7)} ${paint(style, 'strong', type.padEnd(22))} ${said}\n`
}

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

function summaryOf(type: string, data: unknown): string {
  const fields = fieldsOf(data)
  const ticket = fieldsOf(fields.ticket)
  if (type.startsWith('ticket.'))
    return `${ticket.displayId} ${changesText(fieldsOf(fields.changes))}`.trimEnd()
  if (type.startsWith('sla.')) return `${fields.displayId} ${fields.clock}, due ${fields.dueAt}`
  if (type === 'technician.activity')
    return `${fields.technicianId} ${fields.verb} ${fields.displayId ?? ''}`.trimEnd()
  if (type === 'metrics.updated') {
    const board = fieldsOf(fields.board)
    return `${board.openTicketCount} open, ${board.overdueTicketCount} overdue, ${board.atRiskTicketCount} at risk`
  }
  if (type === 'health.updated') return [fields.status, ...((fields.reasons as string[]) ?? [])].join(', ')
  return String(fieldsOf(fields.alert).message ?? '')
}

const changesText = (changes: Fields) =>
  Object.entries(changes)
    .filter(([name]) => name !== 'updatedTime')
    .map(([name, change]) => `${name}: ${short(fieldsOf(change).before)} → ${short(fieldsOf(change).after)}`)
    .join(', ')

function short(value: unknown): string {
  const named = fieldsOf(value).name
  const text = typeof named === 'string' ? named : typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 24 ? `${text.slice(0, 23)}…` : text
}
