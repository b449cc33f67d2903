import { ticks } from 'd3-array'
import type { Board } from '../board.js'
import type { Frame } from '../frame.js'
import { figure } from '../words.js'
import { Chart } from './chart.js'
import { Panel } from './panel.js'

type Hour = Board['today']['hours'][number]

export const hourName = ({ hour }: Hour): string => hour.slice(11, 13)

interface TodayProps {
  readonly frame: Frame
  readonly onTable: () => void
}

/** What came in goes up, what was resolved goes down, from one zero. */
export function Today({ frame, onTable }: TodayProps) {
  const today = frame.figures?.today
  const { createdCount, resolvedCount } = today ?? {}
  const isKnown = createdCount !== null
  return (
    <Panel
      id="today"
      title="Today by the hour"
      note={
        today !== undefined && (
          <>
            <b>{figure(createdCount)}</b> in, <b>{figure(resolvedCount)}</b> resolved
          </>
        )
      }
      missing={today !== undefined && !isKnown ? 'tickets are not known' : undefined}
    >
      <Chart
        label={`Tickets today: ${figure(createdCount)} came in, ${figure(resolvedCount)} were resolved.`}
        onTable={onTable}
        draw={(width, height) => (
          <Bars hours={shownHours(today?.hours ?? [], frame)} {...{ width, height, frame }} />
        )}
      />
    </Panel>
  )
}

/** Office hours, and all that anything happened in. */
function shownHours(hours: readonly Hour[], frame: Frame): readonly Hour[] {
  const isUsed = ({ created, resolved }: Hour) => (created ?? 0) + (resolved ?? 0) > 0
  const used = hours.filter((hour) => isUsed(hour) || hourName(hour) === currentHour(frame)).map(hourName)
  const from = [...used, '06'].reduce((a, b) => (b < a ? b : a))
  const to = [...used, '18'].reduce((a, b) => (b > a ? b : a))
  return hours.filter((hour) => hourName(hour) >= from && hourName(hour) <= to)
}

const currentHour = ({ times, now }: Frame) => times.minute(now).slice(0, 2)

interface BarsProps {
  readonly hours: readonly Hour[]
  readonly width: number
  readonly height: number
  readonly frame: Frame
}

const [left, right, bottom] = [34, 72, 18]

function Bars({ hours, width, height, frame }: BarsProps) {
  const most = Math.max(1, ...hours.flatMap(({ created, resolved }) => [created ?? 0, resolved ?? 0]))
  const marks = ticks(0, most, 2).filter((mark) => mark > 0 && Number.isInteger(mark))
  const mark = marks[marks.length - 1] ?? most
  const drawn = height - bottom
  const zero = drawn / 2
  const up = (count: number) => (count / most) * (zero - 8)
  const end = width - right
  const step = (end - left) / Math.max(1, hours.length)
  const now = currentHour(frame)
  return (
    <>
      {[zero - up(mark), zero + up(mark)].map((y) => (
        <g key={y}>
          <line class="grid" x1={left} x2={end} y1={y} y2={y} />
          <text class="tick" x={left - 8} y={y + 4} text-anchor="end">
            {mark}
          </text>
        </g>
      ))}
      {hours.map((hour, at) => {
        const x = left + at * step + step * 0.14
        const { created, resolved } = hour
        return (
          <g key={hour.hour} class={hourName(hour) === now ? 'running' : ''}>
            <rect
              class="in"
              x={x}
              width={step * 0.72}
              y={zero - up(created ?? 0)}
              height={up(created ?? 0)}
            />
            <rect class="resolved" x={x} width={step * 0.72} y={zero} height={up(resolved ?? 0)} />
          </g>
        )
      })}
      <line class="axis" x1={left} x2={end} y1={zero} y2={zero} />
      {hours.map(
        (hour, at) =>
          Number(hourName(hour)) % (hours.length > 16 ? 4 : 2) === 0 && (
            <text
              key={hour.hour}
              class="tick"
              x={left + at * step + step / 2}
              y={height - 3}
              text-anchor="middle"
            >
              {hourName(hour)}
            </text>
          ),
      )}
      <text class="series" x={end + 10} y={zero - 6}>
        came in
      </text>
      <text class="series resolved" x={end + 10} y={zero + 15}>
        resolved
      </text>
    </>
  )
}
