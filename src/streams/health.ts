import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import type { LimiterStats } from '../client/limiter.js'
import type { HealthEventData } from './event.js'
import type { SinkStatus } from './outbox/sink-status.js'

export interface HealthFacts {
  readonly limiter: LimiterStats
  readonly sinks: readonly SinkStatus[]
  /** Polls that failed since the last one that did not. */
  readonly failedPolls: number
  /** The poll under way was begun at an earlier tick. */
  readonly isSlow: boolean
  readonly isForeignOrigin: boolean
}

/** From here on the process is too busy to tell things in time. */
const longestLoopDelayMs = 200
const failedPollsToBeDown = 3

/** Says how the manager and what it depends on are. */
export class Health {
  /** The work of the first round is not what the manager is like. */
  #isFirst = true
  readonly #loop: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 })

  start(): void {
    this.#loop.enable()
  }
  stop(): void {
    this.#loop.disable()
  }

  /** Since the last call. */
  check({ limiter, sinks, failedPolls, isSlow, isForeignOrigin }: HealthFacts, now: number): HealthEventData {
    const loopDelayMs = this.#isFirst ? 0 : this.#loop.percentile(99) / 1e6
    this.#isFirst = false
    this.#loop.reset()
    const reasons = [
      ...(failedPolls > 0 ? [`${failedPolls} polls failed in a row`] : []),
      ...(isSlow ? ['a poll takes longer than the interval'] : []),
      ...(isForeignOrigin ? ['the tenant is answered for by a fallback'] : []),
      ...(limiter.paused ? ['the request limit was met'] : []),
      ...sinks
        .filter(({ state }) => state === 'open' || state === 'disabled')
        .map(({ name, state }) => `sink ${name} is ${state === 'open' ? 'failing' : 'disabled'}`),
      ...(loopDelayMs > longestLoopDelayMs
        ? [`the event loop is late by ${Math.round(loopDelayMs)} ms`]
        : []),
    ]
    const isDown = failedPolls >= failedPollsToBeDown || isForeignOrigin
    return {
      at: new Date(now).toISOString(),
      status: isDown ? 'down' : reasons.length > 0 ? 'degraded' : 'ok',
      reasons,
    }
  }
}
