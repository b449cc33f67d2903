import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Context,
  type ContextManager,
  context,
  propagation,
  ROOT_CONTEXT,
  type TextMapPropagator,
  trace,
} from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'

/** Context follows promises and timers, as in a Node program with the SDK. */
function asyncContextManager(): ContextManager {
  const storage = new AsyncLocalStorage<Context>()
  const manager: ContextManager = {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (active, run, self, ...args) => storage.run(active, () => run.apply(self, args)),
    bind: (_active, target) => target,
    enable: () => manager,
    disable: () => manager,
  }
  return manager
}

/** Header `traceparent` of W3C Trace Context. */
const traceParent: TextMapPropagator = {
  inject: (active, carrier, setter) => {
    const span = trace.getSpanContext(active)
    if (span !== undefined)
      setter.set(carrier, 'traceparent', `00-${span.traceId}-${span.spanId}-0${span.traceFlags}`)
  },
  extract: (active) => active,
  fields: () => ['traceparent'],
}

context.setGlobalContextManager(asyncContextManager())
propagation.setGlobalPropagator(traceParent)

export interface Recording {
  readonly tracers: BasicTracerProvider
  readonly meters: MeterProvider
  spans(): readonly ReadableSpan[]
  metrics(): Promise<InMemoryMetricExporter>
}

/** The SDK with exporters in memory. */
export function recordTelemetry(): Recording {
  const spans = new InMemorySpanExporter()
  const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: 3_600_000 })
  const meters = new MeterProvider({ readers: [reader] })
  return {
    tracers: new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }),
    meters,
    spans: () => spans.getFinishedSpans(),
    metrics: async () => {
      await meters.forceFlush()
      return metrics
    },
  }
}
