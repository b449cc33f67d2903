import { dayOf } from '../metrics/plain-json.js'
import { DAY_MS } from '../values/day.js'
import type { AssessedEntity } from './data.js'
import { momentOf } from './dates.js'
import type { FactsByEntity } from './record-facts.js'
import type { QualityScope } from './scope.js'

type Moments<Entity extends AssessedEntity> = (
  facts: FactsByEntity[Entity],
  scope: QualityScope,
  visit: (moment: number) => void,
) => void

/** Times at which something happened, as they are written; entities without any are left out. */
const momentsOf: { readonly [Entity in AssessedEntity]?: Moments<Entity> } = {
  ticket: ({ createdAt, updatedAt, firstResponseAt, resolutionAt }, _, visit) => {
    visit(createdAt)
    visit(updatedAt)
    visit(firstResponseAt)
    visit(resolutionAt)
  },
  worklogEntry: ({ at }, _, visit) => visit(at),
  ticketConversation: ({ at }, _, visit) => visit(at),
  alert: ({ record }, scope, visit) => visit(momentOf(record.createdTime, scope)),
  asset: ({ record }, scope, visit) => visit(momentOf(record.lastCommunicatedTime, scope)),
  task: ({ record }, scope, visit) => {
    visit(momentOf(record.actualStartDate, scope))
    visit(momentOf(record.actualEndDate, scope))
  },
}

const EVENTFUL = Object.keys(momentsOf) as readonly AssessedEntity[]

/** Event times of the whole dataset. */
export function visitMoments(scope: QualityScope, visit: (moment: number) => void): void {
  for (const entity of EVENTFUL) visitMomentsOf(entity, scope, visit)
}

/** Event times of one entity; of invoices and contracts the days that they begin with. */
export function visitMomentsOf<Entity extends AssessedEntity>(
  entity: Entity,
  scope: QualityScope,
  visit: (moment: number) => void,
): void {
  const visitOf: Moments<Entity> | undefined = momentsOf[entity]
  const visitKnown = (moment: number) => {
    if (!Number.isNaN(moment)) visit(moment)
  }
  for (const facts of scope.facts(entity) ?? []) {
    if (visitOf === undefined) visitKnown(firstDayOf(facts.record))
    else visitOf(facts, scope, visitKnown)
  }
}

function firstDayOf(record: object): number {
  const { invoiceDate, billedDate, startDate } = record as Readonly<Record<string, unknown>>
  return dayOf(invoiceDate ?? billedDate ?? startDate) * DAY_MS
}
