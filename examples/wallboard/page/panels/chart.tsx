import type { ComponentChildren } from 'preact'
import { useSize } from '../use-size.js'

interface ChartProps {
  /** One sentence for who does not see it. */
  readonly label: string
  readonly draw: (width: number, height: number) => ComponentChildren
  readonly onTable: () => void
}

/** A drawing as wide and high as its place; its text has the size of the text around. */
export function Chart({ label, draw, onTable }: ChartProps) {
  const [ref, { width, height }] = useSize<HTMLDivElement>()
  return (
    <div class="chart">
      <div class="drawing" ref={ref}>
        {width > 0 && height > 0 && (
          <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`}>
            {draw(width, height)}
          </svg>
        )}
      </div>
      <button type="button" class="as-table" onClick={onTable}>
        Show as table
      </button>
    </div>
  )
}
