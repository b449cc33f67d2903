import type { TechnicianRow } from '../board.js'
import { type Frame, isIncomplete, personText } from '../frame.js'
import { duration, shortId, shortVerb } from '../words.js'
import { Panel } from './panel.js'

const most = { wall: 8, far: 0, desk: 8, phone: 40 } as const

/** By name and never by figure: the board compares nobody. */
export function Technicians({ frame }: { readonly frame: Frame }) {
  const { figures: board, view } = frame
  const all = board?.technicians ?? []
  const busy = all.filter(({ openCount, last }) => openCount > 0 || last !== null)
  const shown = (all.length > most[view] ? busy : all).slice(0, most[view])
  const further = all.length - shown.length + (board?.furtherTechnicianCount ?? 0)
  const scale = Math.max(1, ...all.map(({ openCount }) => openCount))
  const missing = board?.technicians === null || isIncomplete(frame, 'technicians')
  return (
    <Panel
      id="technicians"
      title="Technicians"
      note={`${further > 0 ? `+${further} · ` : ''}open tickets, last action`}
      missing={board !== undefined && missing ? 'not read in full' : undefined}
    >
      <ul class="people">
        {board === undefined
          ? Array.from({ length: 8 }, (_, at) => <li key={`block ${at}`} class="person block" />)
          : shown.map((row) => <Person key={row.technicianId} row={row} scale={scale} frame={frame} />)}
      </ul>
      {board !== undefined && all.length === 0 && <p class="empty">No technician data</p>}
    </Panel>
  )
}

interface PersonProps {
  readonly row: TechnicianRow
  readonly scale: number
  readonly frame: Frame
}

function Person({ row, scale, frame }: PersonProps) {
  const { openCount, lateCount, atRiskCount, last, name } = row
  const part = (count: number) => ({ width: `${(count / scale) * 100}%` })
  return (
    <li class="person">
      <bdi class="name">{personText(name, frame)}</bdi>
      <span class="count">
        {lateCount > 0 && <span class="late-chip">{lateCount} late</span>}
        <b>{openCount}</b>
        <span class="unseen"> open{atRiskCount > 0 ? `, ${atRiskCount} at risk` : ''}</span>
      </span>
      <span class="bar" aria-hidden="true">
        {lateCount > 0 && <i class="late" style={part(lateCount)} />}
        {atRiskCount > 0 && <i class="risk" style={part(atRiskCount)} />}
        <i class="rest" style={part(openCount - lateCount - atRiskCount)} />
      </span>
      <span class="last">
        <span class="did">
          {last === null ? (
            <span class="nothing">no action seen</span>
          ) : (
            <>
              {shortVerb(last.verb)}
              <span class="what"> {last.displayId === null ? '' : shortId(last.displayId)}</span>
            </>
          )}
        </span>
        <span class="ago">{last === null ? '' : duration(frame.now - Date.parse(last.at), false)}</span>
      </span>
    </li>
  )
}
