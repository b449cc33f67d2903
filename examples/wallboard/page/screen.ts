const shiftMs = 10 * 60_000
const idleMs = 5000
const places = [
  [0, 0],
  [3, 0],
  [3, 3],
  [0, 3],
] as const

interface WakeLock {
  request(type: 'screen'): Promise<unknown>
}

/** What a screen on a wall needs: it stays on, nothing burns in, and buttons go away when nobody is there. */
export function keepAwake(isOnWall: () => boolean): void {
  const { dataset, style } = document.documentElement
  const { wakeLock } = navigator as { readonly wakeLock?: WakeLock }
  const stayOn = () => {
    if (isOnWall() && document.visibilityState === 'visible') void wakeLock?.request('screen').catch(() => {})
  }
  document.addEventListener('visibilitychange', stayOn)
  stayOn()
  let at = 0
  setInterval(() => {
    // Again, for a view that was chosen since, or a lock that the system took back.
    stayOn()
    at = (at + 1) % places.length
    const [x, y] = places[isOnWall() ? at : 0] ?? places[0]
    style.setProperty('--shift', `translate(${x}px, ${y}px)`)
  }, shiftMs)
  let timer: ReturnType<typeof setTimeout> | undefined
  const wake = () => {
    dataset.awake = ''
    clearTimeout(timer)
    timer = setTimeout(() => delete dataset.awake, idleMs)
  }
  for (const event of ['pointermove', 'pointerdown', 'keydown'] as const) addEventListener(event, wake)
}
