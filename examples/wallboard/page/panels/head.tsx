import { deskName, type Frame } from '../frame.js'
import { duration } from '../words.js'

export function Head({ frame, pausedAt }: { readonly frame: Frame; readonly pausedAt: number | null }) {
  const { times, now } = frame
  return (
    <header class="head">
      <h1>
        <b>Service desk</b> <span class="desk-name">{deskName(frame)}</span>
      </h1>
      <MockTag frame={frame} />
      <p class="signal">
        <Signal frame={frame} pausedAt={pausedAt} />
      </p>
      <time class="time">{times.minute(now)}</time>
    </header>
  )
}

/** Nobody may take invented tickets for real ones, so it cannot be closed. */
function MockTag({ frame: { board, settings } }: { readonly frame: Frame }) {
  const isMock = board === undefined ? settings.seed !== null : board.origin === 'mock'
  if (!isMock) return <span />
  const rate = board?.clock.rate ?? 1
  const parts = [
    ...(settings.seed === null ? [] : [`seed ${settings.seed}`]),
    ...(rate === 1 ? [] : [`time runs ${rate} ×`]),
  ]
  return (
    <p class="mock">
      <b>Mock data</b> <span>{parts.join(' · ')}</span>
    </p>
  )
}

function Signal({ frame, pausedAt }: { readonly frame: Frame; readonly pausedAt: number | null }) {
  const { condition, drawnAt, boardAt, times } = frame
  const dot = (isOn: boolean) => (
    <svg class={isOn ? 'dot on' : 'dot'} viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.6" />
    </svg>
  )
  if (pausedAt !== null)
    return (
      <>
        {dot(false)}Paused at {times.minute(pausedAt)}
      </>
    )
  if (condition.kind === 'loading') return <>{dot(false)}reading …</>
  if (condition.kind === 'lost' || condition.kind === 'refused') return <>{dot(false)}not connected</>
  if (condition.kind === 'stale') return <>{dot(false)}not current</>
  if (condition.kind === 'gap') return <>{dot(false)}catching up</>
  return (
    <>
      {dot(true)}live · {ago(drawnAt - boardAt)}
    </>
  )
}

/** In steps, so that it does not run. */
function ago(ms: number): string {
  const seconds = Math.floor(ms / 10_000) * 10
  if (seconds < 10) return 'just now'
  return seconds < 60 ? `${seconds} s ago` : `${duration(ms, false)} ago`
}
