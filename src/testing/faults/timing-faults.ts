import { FaultOptionError, milliseconds, needed, wholeNumber } from './fault-options.js'
import type { Draw, FaultWhen } from './fault-when.js'
import type { AnswerFault } from './interceptor.js'

/** Always `ms`, evenly from `min` to `max`, or log-normal as latencies of services are. */
export interface LatencyFault extends FaultWhen {
  ms?: number
  min?: number
  max?: number
  median?: number
  p99?: number
}

/** 99 % of a normal distribution lie below its mean plus so many standard deviations. */
const Z99 = 2.3263478740408408

function normal(draw: Draw): number {
  // 1 - draw() is never 0, whose logarithm is infinite.
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
}

function waitOf({ ms, min, max, median, p99 }: LatencyFault, draw: Draw): () => number {
  const given = [ms, min, max, median, p99].map((value) => value !== undefined).join()
  if (ms !== undefined && given === 'true,false,false,false,false') return () => ms
  if (min !== undefined && max !== undefined && given === 'false,true,true,false,false') {
    if (max < min) throw new FaultOptionError('latency', 'max', 'max expects min or more.')
    return () => min + draw() * (max - min)
  }
  if (median !== undefined && p99 !== undefined && given === 'false,false,false,true,true') {
    if (median <= 0) throw new FaultOptionError('latency', 'median', 'median expects more than 0.')
    if (p99 < median) throw new FaultOptionError('latency', 'p99', 'p99 expects the median or more.')
    const spread = Math.log(p99 / median) / Z99
    return () => median * Math.exp(spread * normal(draw))
  }
  throw new FaultOptionError('latency', 'ms', 'expects ms, or min and max, or median and p99.')
}

export const latency: AnswerFault<LatencyFault> = {
  name: 'latency',
  checks: { ms: milliseconds, min: milliseconds, max: milliseconds, median: milliseconds, p99: milliseconds },
  outer: true,
  create: (options, { draw }) => {
    const wait = waitOf(options, draw)
    return (call) => ({ delayMs: (call.proceed().delayMs ?? 0) + wait() })
  },
}

export interface DripFault extends FaultWhen {
  /** Size of a piece. @defaultValue 64 */
  bytes?: number
  /** Wait between two pieces. @defaultValue 100 */
  everyMs?: number
}

export const drip: AnswerFault<DripFault> = {
  name: 'drip',
  checks: { bytes: wholeNumber(1), everyMs: milliseconds },
  create:
    ({ bytes = 64, everyMs = 100 }) =>
    () => ({ drip: { bytes, everyMs } }),
}

export interface ClockSkewFault extends FaultWhen {
  /** How far the header `Date` is ahead of the tenant's clock; negative when behind. */
  ms: number
}

const farthestSkew = 1000 * 86_400_000

export const clockSkew: AnswerFault<ClockSkewFault> = {
  name: 'clockSkew',
  checks: {
    ms: needed({
      expects: 'milliseconds, up to 1000 days ahead or behind',
      isFine: (value) => typeof value === 'number' && Math.abs(value) <= farthestSkew,
    }),
  },
  outer: true,
  create:
    ({ ms }, { clock }) =>
    (call) => ({
      headers: { ...call.proceed().headers, date: new Date(clock() + ms).toUTCString() },
    }),
}
