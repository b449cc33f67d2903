import { DAY_MS } from '../values/day.js'
import type { AssessedEntity } from './data.js'
import { dayOf, momentOf } from './dates.js'
import type { FactsByEntity } from './record-facts.js'
import type { QualityScope } from './scope.js'

type Moments<Entity extends AssessedEntity> = (
  facts: FactsByEntity[Entity],
  scope: QualityScope,
) => readonly number[]

/** Times at which something happened, as they are written; entities without any are left out. */
const momentsOf: { readonly [Entity in AssessedEntity]?: Moments<Entity> } = {
  ticket: ({ createdAt, updatedAt, firstResponseAt, resolutionAt }) => [
    createdAt,
    updatedAt,
    firstResponseAt,
    resolutionAt,
  ],
  worklogEntry: ({ at }) => [at],
  ticketConversation: ({ at }) => [at],
  alert: ({ record }, scope) => [momentOf(record.createdTime, scope)],
  asset: ({ record }, scope) => [momentOf(record.lastCommunicatedTime, scope)],
  task: ({ record }, scope) => [
    momentOf(record.actualStartDate, scope),
    momentOf(record.actualEndDate, scope),
  ],
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
  const read: Moments<Entity> | undefined = momentsOf[entity]
  for (const facts of scope.facts(entity) ?? []) {
    const moments = read === undefined ? [firstDayOf(facts.record)] : read(facts, scope)
    for (const moment of moments) if (!Number.isNaN(moment)) visit(moment)
  }
}

function firstDayOf(record: object): number {
  const { invoiceDate, billedDate, startDate } = record as Readonly<Record<string, unknown>>
  return dayOf(invoiceDate ?? billedDate ?? startDate) * DAY_MS
}
