import { boardMetrics } from '../metrics/board-metrics.js'
import type { SinkStatus } from '../streams/outbox/sink-status.js'
import type { ResolvedOptions } from './options.js'

/** What a handler counts of itself. */
export interface Traffic {
  readonly readers: { readonly open: number }
  /** Answers by status. */
  readonly answered: ReadonlyMap<number, number>
}

interface Family {
  readonly name: string
  readonly type: 'counter' | 'gauge'
  readonly help: string
  readonly samples: readonly (readonly [value: number | null, labels?: Readonly<Record<string, string>>])[]
}

/** The exposition format of Prometheus, 0.0.4. */
export function metricsText(options: ResolvedOptions, { readers, answered }: Traffic): string {
  const families: Family[] = [
    {
      name: 'http_answers_total',
      type: 'counter',
      help: 'Answers by status.',
      samples: [...answered].map(([status, count]) => [count, { status: String(status) }]),
    },
    {
      name: 'event_stream_readers',
      type: 'gauge',
      help: 'Server-sent event streams that are open.',
      samples: [[readers.open]],
    },
    ...figures(options),
    ...ofStreams(options),
    ...ofLimiter(options),
  ]
  return families.map(written).join('')
}

function figures({ snapshot }: ResolvedOptions): Family[] {
  const known = snapshot()
  if (known === undefined) return []
  const board = boardMetrics(known.index, known.context)
  const gauge = (name: string, help: string, value: number | null): Family => ({
    name,
    type: 'gauge',
    help,
    samples: [[value]],
  })
  return [
    gauge('tickets_open', 'Open tickets.', board.openTicketCount),
    gauge('tickets_paused', 'Open tickets on hold.', board.pausedTicketCount),
    gauge('tickets_overdue', 'Open tickets of which an SLA clock is breached.', board.overdueTicketCount),
    gauge(
      'tickets_at_risk',
      'Open tickets of which an SLA clock is nearly used up.',
      board.atRiskTicketCount,
    ),
    gauge('tickets_unassigned', 'Open tickets without a technician.', board.unassignedTicketCount),
    gauge('tickets_unanswered', 'Open tickets without a first response.', board.unansweredTicketCount),
  ]
}

function ofStreams({ streams }: ResolvedOptions): Family[] {
  if (streams === undefined) return []
  const status = streams.status()
  const bySink = (
    name: string,
    type: Family['type'],
    help: string,
    of: (sink: SinkStatus) => number,
  ): Family => ({
    name: `sink_${name}`,
    type,
    help,
    samples: status.sinks.map((sink) => [of(sink), { sink: sink.name }]),
  })
  return [
    {
      name: 'up',
      type: 'gauge',
      help: 'Whether the tenant is followed: 1 unless health is down.',
      samples: [[status.health === 'down' || status.phase === 'stopped' ? 0 : 1]],
    },
    { name: 'polls_total', type: 'counter', help: 'Polls.', samples: [[status.polls]] },
    {
      name: 'polls_skipped_total',
      type: 'counter',
      help: 'Ticks at which a poll was still under way.',
      samples: [[status.skippedPolls]],
    },
    {
      name: 'polls_failed_in_a_row',
      type: 'gauge',
      help: 'Polls that failed since the last good one.',
      samples: [[status.failedPolls]],
    },
    {
      name: 'poll_requests_total',
      type: 'counter',
      help: 'Requests of all polls.',
      samples: [[status.requests]],
    },
    {
      name: 'stream_sequence',
      type: 'gauge',
      help: 'Number of the latest event.',
      samples: Object.entries(status.streams).map(([stream, { sequence }]) => [sequence, { stream }]),
    },
    {
      name: 'entity_age_seconds',
      type: 'gauge',
      help: 'Time since an entity was read.',
      samples: Object.entries(status.ages).map(([entity, ms]) => [ms / 1000, { entity }]),
    },
    bySink('waiting', 'gauge', 'Events that wait for a sink.', ({ waiting }) => waiting),
    bySink('delivered_total', 'counter', 'Events a sink took.', ({ delivered }) => delivered),
    bySink('failed_total', 'counter', 'Deliveries that failed.', ({ failed }) => failed),
    bySink('dead_letters', 'gauge', 'Events given up.', ({ deadLetters }) => deadLetters),
    bySink('dropped_total', 'counter', 'Events that gave way to a gap.', ({ dropped }) => dropped),
  ]
}

function ofLimiter({ client }: ResolvedOptions): Family[] {
  if (client === undefined) return []
  const { requestsPerMinute, started, refused, used, waiting } = client.stats()
  return [
    {
      name: 'requests_per_minute',
      type: 'gauge',
      help: 'Requests allowed in a minute.',
      samples: [[requestsPerMinute]],
    },
    { name: 'requests_used', type: 'gauge', help: 'Requests of the last minute.', samples: [[used]] },
    {
      name: 'requests_waiting',
      type: 'gauge',
      help: 'Requests that wait for the limit.',
      samples: [[waiting]],
    },
    { name: 'requests_total', type: 'counter', help: 'Requests that were sent.', samples: [[started]] },
    {
      name: 'requests_refused_total',
      type: 'counter',
      help: 'Requests the limit refused.',
      samples: [[refused]],
    },
  ]
}

function written({ name, type, help, samples }: Family): string {
  const full = `superops_${name}`
  const lines = samples.flatMap(([value, labels = {}]) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
    return value === null
      ? []
      : [`${full}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${numberText(value)}\n`]
  })
  return lines.length === 0 ? '' : `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join('')}`
}

const escaped = (text: string) => text.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))
const numberText = (value: number) => (value === Number.POSITIVE_INFINITY ? '+Inf' : String(value))
