import { webSocketSink } from '@superhack/superops/sinks/websocket'
import { memoryStore } from '@superhack/superops/state'
import { type StreamEvent, StreamManager, streamNames } from '@superhack/superops/streams'
import type { LiveFlags } from './cli.js'
import { connect } from './connect.js'
import { mockLine } from './render/mock-line.js'
import { paint, type Style, styleOf } from './render/style.js'
import type { Terminal } from './terminal.js'

/** Seconds of the mock tenant per second of the host: some events a second. */
const mockSpeed = 900
const mockIntervalMs = 1000

/** Streams the tenant until the signal ends it, or the time is up; false when the address could not be served. */
export async function liveCommand(
  flags: LiveFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  const { env, stdout, stderr } = terminal
  const style = styleOf(stdout, env, { color: flags.color })
  const connection = await connect(terminal, flags, lastBusyHour(new Date()))
  const { client, source, tenant } = connection
  if (tenant !== undefined) stdout.write(mockLine(source, style))
  const time = tenant?.live({ speed: mockSpeed })
  const sink = webSocketSink({ port: flags.port })
  const streams = new StreamManager({
    client,
    ...(tenant !== undefined && {
      state: memoryStore(),
      updateIntervalMs: mockIntervalMs,
      now: () => Date.parse(tenant.world.now),
    }),
  }).to(sink)
  streams.on('error', (error) => stderr.write(`${error instanceof Error ? error.message : String(error)}\n`))
  for (const name of streamNames)
    streams.on(name, (event: StreamEvent) => {
      if (isWorthALine(event)) stdout.write(lineOf(event, style))
    })
  try {
    try {
      await streams.start()
    } catch (error) {
      stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      return false
    }
    stdout.write(`Streams at ${sink.address()?.url}, as docs/protocol.md tells. ${endHint(flags)}\n`)
    await ended(flags.forMs, signal)
    return true
  } finally {
    time?.stop()
    await streams.stop()
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

const endHint = ({ forMs }: LiveFlags) =>
  forMs === undefined ? 'Ctrl+C ends it.' : `Ends after ${forMs / 1000} s.`

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
