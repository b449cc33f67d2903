import type { Frame } from '../frame.js'
import { AgeTable } from './age-table.js'
import { Banner } from './banner.js'
import type { TableName } from './dialogs.js'
import { DueNext } from './due-next.js'
import { type Action, Foot } from './foot.js'
import { Head } from './head.js'
import { Sla } from './sla.js'
import { Technicians } from './technicians.js'
import { Tiles } from './tiles.js'
import { Today } from './today.js'

interface WallboardProps {
  readonly frame: Frame
  /** Of the tenant's time; null while it runs. */
  readonly pausedAt: number | null
  readonly actions: readonly Action[]
  readonly onTable: (name: TableName) => void
  readonly onAgain: () => void
}

export function Wallboard({ frame, pausedAt, actions, onTable, onAgain }: WallboardProps) {
  const isFar = frame.view === 'far'
  return (
    <div class="wallboard">
      <Head frame={frame} pausedAt={pausedAt} />
      <Banner frame={frame} onAgain={onAgain} />
      <main class="main">
        <Tiles frame={frame} />
        <div class="left">
          <DueNext frame={frame} />
          {!isFar && <Technicians frame={frame} />}
        </div>
        {!isFar && (
          <div class="right">
            <AgeTable frame={frame} />
            <Today frame={frame} onTable={() => onTable('today')} />
            <Sla frame={frame} onTable={() => onTable('sla')} />
          </div>
        )}
      </main>
      <Foot frame={frame} actions={actions} />
    </div>
  )
}
