import { inspect } from 'node:util'
import { context, propagation } from '@opentelemetry/api'
import type { Client, ClientEvents, ClientOptions } from '@superhack/superops'
import { openTelemetry } from '@superhack/superops/otel'
import pino from 'pino'
import { type Recording, recordTelemetry } from '../otel/record-telemetry.js'
import { canaryToken, customer } from './answering-server.js'

/** Name of an output and what it showed. */
type Outputs = Record<string, string>

const eventNames: Record<keyof ClientEvents, true> = {
  request: true,
  response: true,
  retry: true,
  throttled: true,
  page: true,
  issue: true,
  warning: true,
  fallback: true,
  stale: true,
}

const shown = (value: unknown) => inspect(value, { depth: 12, showHidden: true })
const asJson = (value: unknown) => JSON.stringify(value) ?? ''

/** Everything that can be printed of an error, each link of its `cause` chain included. */
export function printsOf(error: unknown): Outputs {
  const { stack = '', message, cause } = error as Error
  const outputs: Outputs = {
    String: String(error),
    message,
    stack,
    JSON: asJson(error),
    inspect: inspect(error, { depth: 10, showHidden: true }),
  }
  if (cause === undefined) return outputs
  const inner =
    cause instanceof Error
      ? printsOf(cause)
      : { String: String(cause), JSON: asJson(cause), inspect: shown(cause) }
  for (const [name, text] of Object.entries(inner)) outputs[`cause.${name}`] = text
  return outputs
}

/** A client with a listener for every event, a logger that writes everything, and telemetry. */
export class Observed {
  readonly superops: Client
  readonly logger: pino.Logger
  readonly log: string[] = []
  readonly told: string[] = []
  readonly #recording: Recording
  readonly #limiter: unknown
  readonly #errors: unknown[] = []

  constructor(make: (options: Partial<ClientOptions>) => Client, options: Partial<ClientOptions> = {}) {
    this.#recording = recordTelemetry()
    this.#limiter = options.limiter
    this.logger = pino({ level: 'trace' }, { write: (line: string) => void this.log.push(line) })
    const { tracers, meters } = this.#recording
    const telemetry = openTelemetry(tracers, meters, { context, propagation })
    this.superops = make({ logger: this.logger, telemetry, ...options })
    for (const name of Object.keys(eventNames) as (keyof ClientEvents)[])
      this.superops.events.on(name, (facts: unknown) => this.told.push(name, shown(facts), asJson(facts)))
  }

  /** Prints and logs it in every way; answers it. */
  meet(error: unknown): unknown {
    this.#errors.push(error)
    this.logger.error(error)
    this.logger.error({ err: error }, 'a call failed')
    this.logger.error({ error }, 'a call failed')
    return error
  }

  async outputs(): Promise<Outputs> {
    const { superops } = this
    const copy = superops.with({ priority: 'backfill' })
    const errors = this.#errors.flatMap((error, at) =>
      Object.entries(printsOf(error)).map(([name, text]) => [`error ${at} ${name}`, text]),
    )
    const spans = this.#recording.spans().map((span) => ({
      ...span,
      name: span.name,
      attributes: span.attributes,
      events: span.events,
      status: span.status,
      resource: span.resource.attributes,
    }))
    return {
      ...Object.fromEntries(errors),
      log: this.log.join(''),
      events: this.told.join('\n'),
      spans: shown(spans),
      metrics: shown((await this.#recording.metrics()).getMetrics()),
      'inspect(client)': shown(superops),
      'JSON(client)': asJson(superops),
      'inspect(copy)': shown(copy),
      'JSON(copy)': asJson(copy),
      stats: shown(superops.stats()) + asJson(superops.stats()),
      limiter: shown(this.#limiter),
      faces: shown([superops.tickets, superops.query, superops.mutation, superops.tickets.list()]),
    }
  }
}

const encodings = [
  (text: string) => text,
  (text: string) => encodeURIComponent(text),
  (text: string) => text.replaceAll('&', '&amp;'),
  (text: string) => text.replaceAll('&', '\\u0026'),
  (text: string) => Buffer.from(text).toString('base64'),
  (text: string) => Buffer.from(text).toString('hex'),
  // As inspect shows bytes.
  (text: string) => (Buffer.from(text).toString('hex').match(/../g) ?? []).join(' '),
]
const forms = [canaryToken, customer].flatMap((canary) => encodings.map((encode) => encode(canary)))

/** Where a canary is seen, in plain text or encoded. */
export const sightings = (outputs: Outputs): string[] =>
  Object.entries(outputs)
    .filter(([, text]) => forms.some((form) => text.toLowerCase().includes(form.toLowerCase())))
    .map(([name]) => name)
