import { type Calendars, createCalendars } from '../metrics/calendars.js'
import { ticketFacts } from '../metrics/facts.js'
import { isRecord, type MetricsSite, recordsOf } from '../metrics/records.js'
import { createScope, indexedScopeOf, type Scope } from '../metrics/scope.js'
import type { Settings } from '../metrics/settings.js'
import { worklogFacts } from '../metrics/worklogs.js'
import { canonicalText } from '../values/canonical-text.js'
import { DAY_MS } from '../values/day.js'
import {
  type AssessedEntity,
  assessedEntities,
  type EntityName,
  type QualityData,
  type QualityRecords,
  sources,
} from './data.js'
import { type QualityContext, type ResolvedOptions, resolveOptions } from './options.js'
import {
  type ConversationRecordFacts,
  conversationRecordFacts,
  type FactsByEntity,
  invoiceItemRecordFacts,
  recordFacts,
  ticketRecordFacts,
  worklogRecordFacts,
} from './record-facts.js'
import { trustedId } from './safe-ids.js'
import { finish, mapInSteps, type Steps, visitInSteps } from './steps.js'

/** A way over records. */
export type Pass<Found> = (scope: QualityScope) => Steps<Found>

/** What rules may look at beside their record; everything that takes a pass over records is made once, when asked for. */
export interface QualityScope {
  readonly data: QualityData
  readonly settings: Settings
  readonly options: ResolvedOptions
  /** Days since 1970 of `now` in the report zone. */
  readonly today: number
  readonly metrics: Scope
  readonly calendars: Calendars
  /** Undefined when the collection was not given. */
  facts<Entity extends AssessedEntity>(entity: Entity): readonly FactsByEntity[Entity][] | undefined
  records<Entity extends EntityName>(entity: Entity): readonly QualityRecords[Entity][] | undefined
  /** Of records that share an id the one whose content sorts first, so that their order does not matter. */
  byId<Entity extends EntityName>(entity: Entity): ReadonlyMap<string, QualityRecords[Entity]> | undefined
  /** How many records have an id; undefined when the collection was not given. */
  identified(entity: EntityName): number | undefined
  /** Ids that more than one record has. */
  repeatedIds(entity: EntityName): ReadonlySet<string>
  /** The answer of `make`, asked once. */
  once<Value>(make: (scope: QualityScope) => Value): Value
  /** What a pass over records found, made once. */
  passed<Found>(pass: Pass<Found>): Found
  /** Makes in steps what `passed` answers. */
  pass<Found>(pass: Pass<Found>): Steps<Found>
  /** Makes in steps what is asked for of all records of an entity. */
  prepare(entity: EntityName): Steps<void>
}

/** The scope of {@link createQualityScope} with facts of tickets and worklogs read in steps. */
export function* qualityScopeInSteps(data: QualityData, ctx: QualityContext): Steps<QualityScope> {
  const bare = indexedScopeOf(data, ctx)
  const { calendars, lookups, settings } = bare
  const tickets = yield* mapInSteps(lookups.tickets, (ticket) => ticketFacts(ticket, bare))
  const entries = (isGiven(data.technicians) ? lookups.worklogs : undefined) ?? []
  const worklogs = yield* mapInSteps(entries, (entry) => worklogFacts(entry, settings, lookups.isHours))
  const metrics = createScope(ctx, lookups, {
    ...{ calendars, settings, ticketsOf: () => tickets },
    ...(worklogs.length > 0 && { worklogsOf: () => worklogs }),
  })
  return createQualityScope(data, ctx, metrics)
}

/** @throws TypeError naming the field of `ctx` that is wrong. */
export function createQualityScope(
  data: QualityData,
  ctx: QualityContext,
  metrics: Scope = indexedScopeOf(data, ctx),
): QualityScope {
  const { settings } = metrics
  const options = resolveOptions(ctx.quality)
  const answers = new Map<unknown, unknown>()
  const factLists = new Map<string, unknown>()
  const recordLists = new Map<string, unknown>()
  const indexes = new Map<string, IdIndex<EntityName> | null>()

  function indexOf(entity: EntityName): IdIndex<EntityName> | null {
    return indexes.get(entity) ?? finish(indexInSteps(entity))
  }
  function* indexInSteps(entity: EntityName): Steps<IdIndex<EntityName> | null> {
    const known = indexes.get(entity)
    if (known !== undefined) return known
    const records = scope.records(entity)
    const index = records === undefined ? null : yield* indexById(entity, records)
    indexes.set(entity, index)
    return index
  }

  const scope: QualityScope = {
    data,
    settings,
    options,
    today: Math.floor(settings.reportZone.wallAt(settings.now) / DAY_MS),
    metrics,
    calendars: createCalendars(ctx, (id): MetricsSite | undefined => scope.byId('clientSite')?.get(id)),
    facts<Entity extends AssessedEntity>(entity: Entity) {
      if (!factLists.has(entity)) factLists.set(entity, finish(factsOf(entity, scope)))
      return factLists.get(entity) as readonly FactsByEntity[Entity][] | undefined
    },
    records<Entity extends EntityName>(entity: Entity) {
      if (!recordLists.has(entity)) recordLists.set(entity, recordList(entity, scope))
      return recordLists.get(entity) as readonly QualityRecords[Entity][] | undefined
    },
    byId<Entity extends EntityName>(entity: Entity) {
      return indexOf(entity)?.byId as ReadonlyMap<string, QualityRecords[Entity]> | undefined
    },
    identified: (entity) => indexOf(entity)?.identified,
    repeatedIds: (entity) => indexOf(entity)?.repeated ?? noIds,
    once<Value>(make: (scope: QualityScope) => Value) {
      const known = answers.get(make)
      if (known !== undefined) return known as Value
      const answer = make(scope)
      answers.set(make, answer)
      return answer
    },
    passed<Found>(pass: Pass<Found>) {
      const known = answers.get(pass)
      return known === undefined ? finish(scope.pass(pass)) : (known as Found)
    },
    *pass<Found>(pass: Pass<Found>) {
      if (answers.has(pass)) return answers.get(pass) as Found
      const found = yield* pass(scope)
      answers.set(pass, found)
      return found
    },
    *prepare(entity) {
      if (isAssessed(entity) && !factLists.has(entity)) factLists.set(entity, yield* factsOf(entity, scope))
      yield* indexInSteps(entity)
    },
  }
  return scope
}

function recordList<Entity extends EntityName>(
  entity: Entity,
  scope: QualityScope,
): readonly QualityRecords[Entity][] | undefined {
  if (entity === 'ticketConversation' || entity === 'invoiceItem') {
    return scope.facts(entity)?.map(({ record }) => record) as readonly QualityRecords[Entity][] | undefined
  }
  const collection = scope.data[sources[entity].collection]
  return isGiven(collection) ? recordsOf(collection as readonly QualityRecords[Entity][]) : undefined
}

const isAssessed = (entity: EntityName): entity is AssessedEntity =>
  (assessedEntities as readonly EntityName[]).includes(entity)

const isGiven = (collection: unknown): boolean => collection !== undefined && collection !== null

function* factsOf(entity: AssessedEntity, scope: QualityScope): Steps<readonly unknown[] | undefined> {
  const { data, settings, metrics } = scope
  if (entity === 'ticketConversation') return yield* conversationFactsOf(data, settings)
  if (entity === 'invoiceItem') return invoiceItemFactsOf(scope)
  if (!isGiven(data[sources[entity].collection])) return undefined
  if (entity === 'ticket')
    return yield* mapInSteps(metrics.tickets(), (facts) => ticketRecordFacts(facts, settings))
  const records = scope.records(entity) ?? []
  if (entity === 'worklogEntry')
    return yield* mapInSteps(records as readonly QualityRecords['worklogEntry'][], (record) =>
      worklogRecordFacts(record, settings),
    )
  return yield* mapInSteps(records, (record) => recordFacts(entity, record))
}

function* conversationFactsOf({ conversationsByTicketId }: QualityData, settings: Settings) {
  if (!isGiven(conversationsByTicketId)) return undefined
  const facts: ConversationRecordFacts[] = []
  yield* visitInSteps(Object.entries(conversationsByTicketId ?? {}), ([ticketId, messages]) => {
    for (const message of recordsOf(messages))
      facts.push(conversationRecordFacts(ticketId, message, settings))
  })
  return facts
}

function invoiceItemFactsOf({ data }: QualityScope) {
  if (isGiven(data.invoiceItems))
    return recordsOf(data.invoiceItems).map((item) => invoiceItemRecordFacts(item, null))
  const invoices = recordsOf(data.invoices).filter(({ items }) => Array.isArray(items))
  if (invoices.length === 0) return undefined
  return invoices.flatMap(({ invoiceId, items }) =>
    (items ?? [])
      .filter(isRecord)
      .map((item) => invoiceItemRecordFacts(item as QualityRecords['invoiceItem'], trustedId(invoiceId))),
  )
}

interface IdIndex<Entity extends EntityName> {
  readonly byId: ReadonlyMap<string, QualityRecords[Entity]>
  readonly repeated: ReadonlySet<string>
  readonly identified: number
}

const noIds: ReadonlySet<string> = new Set()

function* indexById<Entity extends EntityName>(
  entity: Entity,
  records: readonly QualityRecords[Entity][],
): Steps<IdIndex<Entity>> {
  const { idKey } = sources[entity]
  const byId = new Map<string, QualityRecords[Entity]>()
  const repeated = new Set<string>()
  let identified = 0
  yield* visitInSteps(records, (record) => {
    const id = trustedId((record as Readonly<Record<string, unknown>>)[idKey])
    if (id === null) return
    identified += 1
    const known = byId.get(id)
    if (known !== undefined) repeated.add(id)
    if (known === undefined || canonicalText(record) < canonicalText(known)) byId.set(id, record)
  })
  return { byId, repeated, identified }
}
