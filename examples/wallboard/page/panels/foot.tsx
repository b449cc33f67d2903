import type { Frame } from '../frame.js'
import { figure } from '../words.js'

export interface Action {
  readonly label: string
  readonly key: string
  readonly run: () => void
}

export function Foot({ frame, actions }: { readonly frame: Frame; readonly actions: readonly Action[] }) {
  return (
    <footer class="foot">
      <ul class="facts">
        {factsOf(frame).map((fact) => (
          <li key={fact.name}>{fact.text}</li>
        ))}
      </ul>
      <div class="buttons">
        {actions.map(({ label, key, run }) => (
          <button key={key} type="button" onClick={run} aria-keyshortcuts={key}>
            {label}
          </button>
        ))}
      </div>
    </footer>
  )
}

function factsOf({ board, times, now, drawnAt, boardAt }: Frame): { name: string; text: string }[] {
  if (board === undefined) return []
  const { health, positions, newestChangeAt, clock } = board
  const newest = newestChangeAt === null ? '–' : times.second(Date.parse(newestChangeAt))
  const facts = [{ name: 'newest', text: `newest change ${newest}` }]
  if (health === null) return facts
  const { downStreams, updateIntervalMs, ticketsAgeMs, quota } = health
  const count = Object.keys(positions).length
  const up = `${count - downStreams.length} of ${count} streams`
  const readAgo = ((ticketsAgeMs ?? 0) + drawnAt - boardAt) * clock.rate
  const read = ticketsAgeMs === null ? 'not read yet' : `last ${times.second(now - readAgo)}`
  return [
    { name: 'streams', text: downStreams.length === 0 ? up : `${up} · ${downStreams.join(', ')} down` },
    { name: 'read', text: `read every ${Math.round(updateIntervalMs / 1000)} s, ${read}` },
    ...(quota === null || quota.perMinute === null
      ? []
      : [
          {
            name: 'quota',
            text: `quota ${figure(quota.used)} of ${figure(quota.perMinute)} a minute`,
          },
        ]),
    ...facts,
  ]
}
