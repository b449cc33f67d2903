export interface LiveOptions {
  /** Seconds of the world per second of the host. @defaultValue 1 */
  speed?: number
}

export interface LiveTime {
  /** Time stands still from then on; safe to call twice. */
  stop(): void
  [Symbol.dispose](): void
}

const TICK_MS = 250

function speedOf(options: LiveOptions): number {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(
      `live: options expects an object, received ${options === null ? 'null' : typeof options}.`,
    )
  for (const name of Object.keys(options))
    if (name !== 'speed') throw new TypeError(`live: unknown option ${name}; known is speed.`)
  const { speed = 1 } = options
  if (typeof speed !== 'number' || !(speed > 0 && speed <= 1_000_000))
    throw new TypeError(`live: speed expects a number above 0, at most 1000000, received ${typeof speed}.`)
  return speed
}

/** Calls `pass` with the milliseconds of the world that went by, a few times a second. */
export function createLiveTime(pass: (ms: number) => void, options: LiveOptions = {}): LiveTime {
  const speed = speedOf(options)
  let last = performance.now()
  // Parts of a millisecond are kept for the next time.
  let owed = 0
  const timer = setInterval(() => {
    const now = performance.now()
    owed += (now - last) * speed
    last = now
    const ms = Math.floor(owed)
    owed -= ms
    if (ms > 0) pass(ms)
  }, TICK_MS)
  timer.unref()
  const stop = () => clearInterval(timer)
  return { stop, [Symbol.dispose]: stop }
}
