import type {
  Attributes,
  ContextAPI,
  MeterProvider,
  PropagationAPI,
  SpanKind,
  SpanStatusCode,
  TracerProvider,
} from '@opentelemetry/api'
import type { AttemptRequest, AttemptResponse, Middleware } from '../client/middleware.js'

/** What writes the trace context into headers; the module `@opentelemetry/api` itself fits. */
export interface TracePropagation {
  readonly propagation: Pick<PropagationAPI, 'inject'>
  readonly context: Pick<ContextAPI, 'active'>
}

const scope = '@superhack/superops'
// Members of enums of @opentelemetry/api, which is not loaded here.
const clientKind: SpanKind.CLIENT = 2
const errorStatus: SpanStatusCode.ERROR = 2

/** @see https://opentelemetry.io/docs/specs/semconv/http/http-metrics/ */
const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/**
 * Watches a client with OpenTelemetry, by its semantic conventions for HTTP clients and GraphQL.
 *
 * Each attempt is a CLIENT span such as `query getTicketList`, child of what was active where the call was
 * made. With `metrics` (registered before) the histogram `http.client.request.duration` (s) and the counter
 * `superops.client.refusals` are recorded. With `propagate` the trace context goes along in the headers,
 * and whatever else the registered propagators write. No token, variables or rows in any of them.
 *
 * @throws TypeError when an argument is no such API.
 * @example
 * import { context, metrics, propagation, trace } from '@opentelemetry/api'
 * const telemetry = openTelemetry(trace, metrics, { context, propagation })
 * const superops = createClient({ ...configFromEnv(), telemetry })
 */
export function openTelemetry(
  trace: TracerProvider,
  metrics?: MeterProvider,
  propagate?: TracePropagation,
): Middleware {
  expectMethod('trace', trace, 'getTracer')
  const tracer = trace.getTracer(scope)
  const record = metrics === undefined ? undefined : recorder(metrics)
  if (propagate !== undefined) {
    expectMethod('propagation', propagate.propagation, 'inject')
    expectMethod('context', propagate.context, 'active')
  }
  return (request, next) => {
    const shared = sharedAttributes(request)
    const attributes = { ...shared, ...ownAttributes(request) }
    const name = `${request.kind} ${request.operation}`
    return tracer.startActiveSpan(name, { kind: clientKind, attributes }, async (span) => {
      try {
        propagate?.propagation.inject(propagate.context.active(), request.headers)
        const started = performance.now()
        const response = await next()
        const end = endAttributes(response)
        record?.(response.outcome, (performance.now() - started) / 1000, { ...shared, ...end })
        span.setAttributes(end)
        if (response.outcome !== 'ok') span.setStatus({ code: errorStatus })
      } finally {
        span.end()
      }
    })
  }
}

function expectMethod(name: string, api: object, method: string): void {
  const given = api as { readonly [key: string]: unknown } | null | undefined
  if (typeof given?.[method] !== 'function')
    throw new TypeError(
      `${name}: expected the ${name} API of @opentelemetry/api, received ${api === null ? 'null' : typeof api}`,
    )
}

function recorder(metrics: MeterProvider) {
  expectMethod('metrics', metrics, 'getMeter')
  const meter = metrics.getMeter(scope)
  const duration = meter.createHistogram('http.client.request.duration', {
    description: 'Duration of HTTP client requests.',
    unit: 's',
    advice: { explicitBucketBoundaries: durationBuckets },
  })
  const refusals = meter.createCounter('superops.client.refusals', {
    description: 'Requests refused by the request limit.',
    unit: '{request}',
  })
  return (outcome: string, seconds: number, attributes: Attributes) => {
    duration.record(seconds, attributes)
    if (outcome === 'rate-limit') refusals.add(1, attributes)
  }
}

/** Of few values, so fit for metrics too. */
function sharedAttributes({ operation, kind, url }: AttemptRequest): Attributes {
  const { hostname, port, protocol } = new URL(url)
  return {
    'graphql.operation.name': operation,
    'graphql.operation.type': kind,
    'http.request.method': 'POST',
    'server.address': hostname,
    'server.port': port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  }
}

const ownAttributes = ({ url, requestId, priority, attempt }: AttemptRequest): Attributes => ({
  'url.full': url,
  'superops.request_id': requestId,
  'superops.priority': priority,
  ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
})

const endAttributes = ({ status, outcome }: AttemptResponse): Attributes => ({
  ...(status !== undefined && { 'http.response.status_code': status }),
  ...(outcome !== 'ok' && { 'error.type': outcome }),
})
