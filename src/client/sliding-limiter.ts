import { AsyncResource } from 'node:async_hooks'
import Bottleneck from 'bottleneck'
import type { Admission, Limiter, LimiterOptions, LimiterStats, Priority, ScheduledCall } from './limiter.js'

/** The stricter of two documented figures. */
export const usualRequestsPerMinute = 100

interface Job {
  readonly priority: Priority
  readonly since: number
  start(): void
  reject(reason: unknown): void
}

const lanes = ['interactive', 'incremental', 'backfill'] as const
/** Pauses after refusals in a row, as shares of the window: 15, 30, 60 s. */
const pauseShares = [0.25, 0.5, 1] as const
const pauseJitter = 0.2
/** Timers fire up to a millisecond early. */
const timerSlackMs = 2

function positive(name: string, value: number, least: number): number {
  if (typeof value !== 'number' || Number.isNaN(value) || value < least) {
    throw new TypeError(
      `${name}: expected a number of at least ${least}, received ${typeof value === 'number' ? value : typeof value}`,
    )
  }
  return value
}

/** Starts counted over a sliding window, carried by Bottleneck with tokens that come back one by one. */
export class SlidingLimiter implements Limiter {
  readonly #max: number
  readonly #windowMs: number
  readonly #safetyMs: number
  readonly #stepMs: number
  /** Undefined when there is no limit: Bottleneck costs four timer turns per job. */
  readonly #bottleneck: Bottleneck | undefined
  readonly #queues: Record<Priority, Job[]> = { interactive: [], incremental: [], backfill: [] }
  /** Of attempts that have ended; those under way hold theirs. */
  readonly #tokens = new Set<NodeJS.Timeout>()
  #underWay = 0
  #keepAlive: NodeJS.Timeout | undefined
  #wake: NodeJS.Timeout | undefined
  #requested = false
  #nextPacedAt = 0
  #pausedUntil = 0
  #slowUntil = 0
  #refusalsInRow = 0
  #probing = false
  #started = 0
  #refused = 0
  #closed = false

  constructor(options: LimiterOptions) {
    this.#max = positive('requestsPerMinute', options.requestsPerMinute ?? usualRequestsPerMinute, 1)
    this.#windowMs = positive('windowMs', options.windowMs ?? 60_000, 1)
    this.#safetyMs = positive('safetyMs', options.safetyMs ?? 500, 0)
    const minTime = positive('minSpacingMs', options.minSpacingMs ?? 0, 0)
    this.#stepMs = (this.#windowMs + this.#safetyMs) / this.#max
    const limited = Number.isFinite(this.#max) || minTime > 0
    if (limited)
      this.#bottleneck = new Bottleneck({ reservoir: Number.isFinite(this.#max) ? this.#max : null, minTime })
  }

  schedule<T>(run: () => Promise<Admission<T>>, call: ScheduledCall = {}): Promise<T> {
    const { signal, onRefused, priority = 'interactive' } = call
    if (this.#closed) return Promise.reject(new Error('the limiter is closed'))
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise<T>((resolve, reject) => {
      const queue = this.#queues[priority]
      const onAbort = () => {
        const at = queue.indexOf(job)
        if (at >= 0) queue.splice(at, 1)
        job.reject(signal?.reason)
        this.#pump()
      }
      const done = () => signal?.removeEventListener('abort', onAbort)
      const job: Job = {
        priority,
        since: Date.now(),
        reject: (reason) => {
          done()
          reject(reason)
        },
        // The queue is worked off wherever a token comes free; a run belongs to whoever scheduled it.
        start: AsyncResource.bind(() => {
          const startedAt = Date.now()
          this.#underWay++
          run().then(
            (admission) => {
              this.#returnToken(Date.now() - startedAt)
              if (admission.refused) {
                const pauseMs = this.#onRefusal(admission.retryAfterMs ?? 0)
                if (signal?.aborted || this.#closed) return job.reject(signal?.reason)
                onRefused?.(pauseMs)
                if (admission.final) {
                  done()
                  return resolve(admission.value)
                }
                queue.unshift(job)
                this.#pump()
              } else {
                done()
                this.#onAdmitted()
                resolve(admission.value)
              }
            },
            (reason) => {
              // What was given up may still be on its way to the server.
              this.#returnToken(0)
              this.#onUnclear()
              job.reject(reason)
            },
          )
        }),
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      queue.push(job)
      this.#pump()
    })
  }

  stats(): LimiterStats {
    return {
      requestsPerMinute: this.#max,
      waiting: this.#waiting(),
      used: this.#used(),
      started: this.#started,
      refused: this.#refused,
      paused: Date.now() < this.#pausedUntil,
      longestWaitMs: this.#longestWaitMs(),
      drainMs: this.#drainMs(),
    }
  }

  #longestWaitMs(): number {
    const jobs = lanes.flatMap((lane) => this.#queues[lane])
    return jobs.reduce((longest, { since }) => Math.max(longest, Date.now() - since), 0)
  }

  /** Paced calls take a step each; interactive ones only beyond the free tokens. */
  #drainMs(): number {
    const waiting = this.#waiting()
    if (waiting === 0 || !Number.isFinite(this.#max)) return 0
    const interactive = this.#queues.interactive.length
    const beyond = Math.max(0, interactive - (this.#max - this.#used()))
    const slow = Date.now() < this.#slowUntil ? 2 : 1
    const pauseMs = Math.max(0, this.#pausedUntil - Date.now())
    return pauseMs + (beyond + waiting - interactive) * this.#stepMs * slow
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#wake)
    for (const timer of this.#tokens) clearTimeout(timer)
    this.#tokens.clear()
    for (const lane of lanes)
      for (const job of this.#queues[lane].splice(0)) job.reject(new Error('the limiter is closed'))
    void this.#bottleneck?.disconnect()
    this.#holdProcess()
  }

  #waiting(): number {
    return lanes.reduce((sum, lane) => sum + this.#queues[lane].length, 0)
  }

  /** Timers of tokens are unref'd; the process stays alive only while calls wait. */
  #holdProcess(): void {
    const needed = !this.#closed && this.#waiting() > 0
    if (needed && this.#keepAlive === undefined) this.#keepAlive = setInterval(() => {}, 2 ** 30)
    if (!needed && this.#keepAlive !== undefined) {
      clearInterval(this.#keepAlive)
      this.#keepAlive = undefined
    }
  }

  /** Asks for one token at a time; which call gets it is decided when it is granted. */
  #pump(): void {
    this.#holdProcess()
    if (this.#closed || this.#requested || this.#probing || this.#waiting() === 0) return
    const waitMs = this.#dueAt() - Date.now()
    if (waitMs > 0) {
      clearTimeout(this.#wake)
      this.#wake = setTimeout(() => this.#pump(), waitMs)
      this.#wake.unref()
      return
    }
    this.#requested = true
    if (this.#bottleneck === undefined) queueMicrotask(() => this.#grant())
    else this.#bottleneck.schedule(async () => this.#grant()).catch(() => {})
  }

  #dueAt(): number {
    const interactive = this.#queues.interactive.length > 0
    const slow = Date.now() < this.#slowUntil
    return Math.max(this.#pausedUntil, interactive && !slow ? 0 : this.#nextPacedAt)
  }

  #grant(): void {
    this.#requested = false
    const job = Date.now() >= this.#dueAt() ? this.#take() : undefined
    if (job === undefined) {
      void this.#bottleneck?.incrementReservoir(1)
    } else {
      this.#started++
      const slow = Date.now() < this.#slowUntil
      if (Number.isFinite(this.#max) && (job.priority !== 'interactive' || slow)) {
        const stepMs = this.#stepMs * (slow ? 2 : 1)
        // From the instant that was due: timers are late, and what they lose would add up.
        this.#nextPacedAt = Math.max(this.#nextPacedAt, Date.now() - stepMs) + stepMs
      }
      this.#probing = this.#refusalsInRow > 0
      job.start()
    }
    this.#pump()
  }

  #take(): Job | undefined {
    for (const lane of lanes) {
      const job = this.#queues[lane].shift()
      if (job !== undefined) return job
    }
    return undefined
  }

  #used(): number {
    return Number.isFinite(this.#max) ? this.#tokens.size + this.#underWay : 0
  }

  /**
   * The server counts arrivals, which nobody here sees: a slow connection, token source or middleware puts one off. It
   * lies before the answer, so a window after that the request counts no more.
   */
  #returnToken(tookMs: number): void {
    this.#underWay--
    if (this.#closed || !Number.isFinite(this.#max)) return
    const marginMs = Math.max(this.#safetyMs - Math.max(tookMs, 0), timerSlackMs)
    const timer = setTimeout(() => {
      this.#tokens.delete(timer)
      void this.#bottleneck?.incrementReservoir(1)
    }, this.#windowMs + marginMs)
    timer.unref()
    this.#tokens.add(timer)
  }

  #onRefusal(retryAfterMs: number): number {
    this.#refused++
    this.#probing = false
    const now = Date.now()
    // Calls that were under way together are refused together: one pause for all of them.
    if (now >= this.#pausedUntil) {
      const share = pauseShares[Math.min(this.#refusalsInRow, pauseShares.length - 1)] ?? 1
      const jitter = 1 + pauseJitter * (2 * Math.random() - 1)
      this.#refusalsInRow++
      this.#pausedUntil = now + Math.max(retryAfterMs, this.#windowMs * share * jitter)
    }
    return this.#pausedUntil - now
  }

  #onAdmitted(): void {
    if (this.#refusalsInRow > 0 && this.#probing) {
      this.#refusalsInRow = 0
      this.#slowUntil = Date.now() + this.#windowMs
    }
    this.#onUnclear()
  }

  #onUnclear(): void {
    this.#probing = false
    this.#pump()
  }
}
