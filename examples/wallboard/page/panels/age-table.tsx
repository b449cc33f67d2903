import type { Frame } from '../frame.js'
import { ageName, figure } from '../words.js'
import { Panel } from './panel.js'

const usualAges = ['lt1d', 'd1to3', 'd3to7', 'd7to14', 'd14to30', 'gte30d']
const usualRows = 5

export function AgeTable({ frame }: { readonly frame: Frame }) {
  const { figures: board } = frame
  const table = board?.openByPriorityAndAge
  const ages = table?.ages ?? usualAges
  const largest = Math.max(1, ...(table?.rows.flatMap(({ counts }) => counts) ?? []))
  return (
    <Panel
      id="ages"
      title="Open by priority and age"
      missing={board !== undefined && table === null ? 'tickets are not known' : undefined}
    >
      <table class="age-table">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">Priority</span>
            </th>
            {ages.map((name) => (
              <th key={name} scope="col">
                {ageName(name)}
                <span class="unseen"> days</span>
              </th>
            ))}
            <th scope="col">all</th>
          </tr>
        </thead>
        <tbody>
          {board === undefined &&
            Array.from({ length: usualRows }, (_, at) => (
              <tr key={`block ${at}`}>
                <td colSpan={ages.length + 2}>
                  <span class="block line" />
                </td>
              </tr>
            ))}
          {table?.rows.map(({ priority, counts, openCount }, at) => (
            <tr key={priority ?? `none ${at}`}>
              <th scope="row">
                <bdi>{priority ?? 'None'}</bdi>
              </th>
              {counts.map((count, column) => (
                <td key={ages[column]} class={count === 0 ? 'zero' : 'some'}>
                  {count > 0 && <i class="tint" style={{ opacity: Math.sqrt(count / largest) }} />}
                  <span>{count === 0 ? '·' : figure(count)}</span>
                </td>
              ))}
              <td class="sum">{figure(openCount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {table?.rows.length === 0 && <p class="empty">No open ticket</p>}
    </Panel>
  )
}
