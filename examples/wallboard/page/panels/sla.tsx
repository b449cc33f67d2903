import { line } from 'd3-shape'
import type { Board } from '../board.js'
import type { Frame } from '../frame.js'
import { figure, percent } from '../words.js'
import { Chart } from './chart.js'
import { Panel } from './panel.js'

type Day = Board['sla']['days'][number]
type Series = 'firstResponse' | 'resolution'

interface SlaProps {
  readonly frame: Frame
  readonly onTable: () => void
}

/** How much was answered and fixed in time, by day; a day on which nothing was decided is none of zero. */
export function Sla({ frame, onTable }: SlaProps) {
  const sla = frame.figures?.sla
  const isNothing = sla?.evaluatedCount === 0
  const isKnown = sla?.evaluatedCount !== null
  const last = sla === undefined ? null : lastOf(sla.days, 'resolution')
  return (
    <Panel
      id="sla"
      title="SLA met per day"
      note={
        sla === undefined ? null : isNothing ? (
          'nothing decided today yet'
        ) : (
          <>
            today{' '}
            <b>
              {figure(sla?.metCount)} of {figure(sla?.evaluatedCount)}
            </b>{' '}
            fixed in time
          </>
        )
      }
      missing={sla !== undefined && !isKnown ? 'tickets are not known' : undefined}
    >
      <Chart
        label={
          sla === undefined || last === null
            ? 'SLA met per day: nothing decided yet.'
            : `SLA met per day, the last ${sla.days.length} days; the latest is ${percent(last.ratio)} fixed in time of a target of ${percent(sla.target)}.`
        }
        onTable={onTable}
        draw={(width, height) => sla !== undefined && <Lines {...{ sla, width, height, frame }} />}
      />
    </Panel>
  )
}

function lastOf(days: readonly Day[], series: Series): { at: number; ratio: number } | null {
  for (let at = days.length - 1; at >= 0; at--) {
    const ratio = days[at]?.[series]
    if (typeof ratio === 'number') return { at, ratio }
  }
  return null
}

interface LinesProps {
  readonly sla: Board['sla']
  readonly width: number
  readonly height: number
  readonly frame: Frame
}

const [left, right, top, bottom] = [34, 96, 10, 22]
const lineHeight = 15

function Lines({ sla, width, height, frame }: LinesProps) {
  const { days, target } = sla
  const ratios = days.flatMap(({ firstResponse, resolution }) => [firstResponse ?? 1, resolution ?? 1])
  const least = Math.max(0, Math.min(0.8, Math.floor(Math.min(...ratios) * 10) / 10))
  const x = (at: number) => left + (at / Math.max(1, days.length - 1)) * (width - left - right)
  const y = (ratio: number) => top + ((1 - ratio) / (1 - least)) * (height - top - bottom)
  const ends = (['firstResponse', 'resolution'] as const).flatMap((series) => {
    const end = lastOf(days, series)
    return end === null ? [] : [{ series, ...end, label: y(end.ratio) + 4 }]
  })
  const [first, second] = ends
  if (first !== undefined && second !== undefined && Math.abs(first.label - second.label) < lineHeight) {
    const middle = Math.min(height - bottom, Math.max(top + 8, (first.label + second.label) / 2))
    const isAbove = first.ratio >= second.ratio
    first.label = middle + (isAbove ? -lineHeight / 2 : lineHeight / 2)
    second.label = middle + (isAbove ? lineHeight / 2 : -lineHeight / 2)
  }
  if (first === undefined)
    return (
      <text class="tick" x={left} y={height / 2}>
        nothing decided yet
      </text>
    )
  return (
    <>
      <text class="tick" x={left - 8} y={y(target) + 4} text-anchor="end">
        {Math.round(target * 100)}
      </text>
      <text class="tick" x={left - 8} y={y(least) + 4} text-anchor="end">
        {Math.round(least * 100)}
      </text>
      <line class="grid" x1={left} x2={width - right} y1={y(least)} y2={y(least)} />
      <line class="target" x1={left} x2={width - right} y1={y(target)} y2={y(target)} />
      {(['firstResponse', 'resolution'] as const).map((series) => {
        const points = days.map((day, at) => ({ at, ratio: day[series] }))
        const path = line<(typeof points)[number]>()
          .defined(({ ratio }) => ratio !== null)
          .x(({ at }) => x(at))
          .y(({ ratio }) => y(ratio ?? 0))
        const known = points.filter(({ ratio }) => ratio !== null)
        return (
          <g key={series} class={series}>
            <path class="bridge" d={path(known) ?? ''} />
            <path class="solid" d={path(points) ?? ''} />
          </g>
        )
      })}
      {ends.map(({ series, at, ratio, label }) => (
        <g key={series} class={series}>
          <circle cx={x(at)} cy={y(ratio)} r="4.5" />
          <text class="series" x={width - right + 10} y={label}>
            {series === 'firstResponse' ? 'reply' : 'fix'} {percent(ratio)}
          </text>
        </g>
      ))}
      {days.map(({ day }, at) => {
        const isToday = at === days.length - 1
        const isMonday = frame.times.weekday(day) === 'Mon'
        const isNearToday = !isToday && x(days.length - 1) - x(at) < 42
        return (
          (isToday || (isMonday && !isNearToday)) && (
            <text key={day} class="tick" x={x(at)} y={height - 4} text-anchor="middle">
              {isToday ? 'today' : 'Mon'}
            </text>
          )
        )
      })}
    </>
  )
}
