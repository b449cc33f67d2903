import { normaliseName } from '../metrics/names.js'
import { isBlank, listOf } from './blank.js'
import { type ReferenceListName, referenceLists, sources } from './data.js'
import { type Edge, edges, rawRefId, refsOf } from './references.js'
import type { RulePart, RuleResult } from './report.js'
import type { Dimension, Outcome, RuleDefinition, Severity } from './rule.js'
import { createSampleIds, ruleResult, statusOf, worstStatus } from './rule-counts.js'
import { isUnsafeId, trustedId } from './safe-ids.js'
import type { QualityScope } from './scope.js'
import { hasNoBrokenCharacters, isShortName, isText } from './text-form.js'
import { nameKey, repeated } from './unique.js'

/** One list, with what its rules need of all of it. */
interface List {
  readonly name: ReferenceListName
  readonly items: readonly Item[]
  readonly repeatedIds: ReadonlySet<string>
  readonly repeatedNames: ReadonlySet<string>
  /** Ids and normalised names that records refer to; undefined when no collection that could was loaded. */
  readonly usedIds: ReadonlySet<string> | undefined
  readonly usedNames: ReadonlySet<string> | undefined
  readonly scope: QualityScope
}

interface Item {
  readonly rawId: unknown
  readonly id: string | null
  readonly name: unknown
  readonly colour: unknown
}

type Check = (item: Item, list: List) => boolean | null

interface ListRule extends RuleDefinition<'referenceList'> {
  /** Of each item; null for the rules about a list as a whole. */
  readonly check: Check | null
}

const rule = (
  id: string,
  dimension: Dimension,
  severity: Severity,
  text: string,
  check: Check | null,
): ListRule => Object.freeze({ id, entity: 'referenceList' as const, dimension, severity, text, check })

const COLOUR = /^#[0-9a-f]{6}$/i

export const referenceListRules: readonly ListRule[] = Object.freeze([
  rule('REF-01', 'completeness', 'critical', 'id not blank', ({ rawId }) => !isBlank(rawId)),
  rule('REF-02', 'completeness', 'error', 'name not blank', ({ name }) => !isBlank(name)),
  rule('REF-03', 'validity', 'critical', 'id safe', ({ rawId }) =>
    isBlank(rawId) ? null : !isUnsafeId(rawId),
  ),
  rule('REF-04', 'validity', 'info', 'name at most 255 characters', ({ name }) => isText(name, isShortName)),
  rule('REF-05', 'validity', 'warning', 'name without control characters and U+FFFD', ({ name }) =>
    isText(name, hasNoBrokenCharacters),
  ),
  rule('REF-06', 'uniqueness', 'critical', 'id occurs once', ({ id }, { repeatedIds }) =>
    id === null ? null : !repeatedIds.has(id),
  ),
  rule('REF-07', 'uniqueness', 'warning', 'normalised name occurs once', ({ name }, { repeatedNames }) => {
    const key = nameKey(name)
    return key === null ? null : !repeatedNames.has(key)
  }),
  rule('REF-08', 'completeness', 'error', 'list not empty', null),
  rule('REF-09', 'consistency', 'info', 'used by at least one record', isUsed),
  rule('REF-10', 'integrity', 'warning', 'every name used in tickets occurs in the list', null),
  rule('REF-11', 'validity', 'warning', 'status and priority names map to a class or rank', isMapped),
  rule('REF-12', 'validity', 'info', 'colour code, where given, is # plus six hex digits', ({ colour }) =>
    isText(colour, (text) => COLOUR.test(text)),
  ),
])

function isUsed({ id, name }: Item, { usedIds, usedNames }: List): boolean | null {
  const key = nameKey(name)
  if (usedIds !== undefined) return id === null ? null : usedIds.has(id)
  return usedNames === undefined || key === null ? null : usedNames.has(key)
}

function isMapped({ name }: Item, { name: list, scope }: List): boolean | null {
  const { names } = scope.settings
  if (list === 'status') return isText(name, (text) => names.statusClass(text) !== 'unknown')
  if (list === 'priority') return isText(name, (text) => names.priorityRank(text) !== null)
  return null
}

/** Results of the REF rules over the lists that were given; empty when none was. */
export function referenceListResults(scope: QualityScope): readonly RuleResult[] {
  const lists = referenceLists.map((name) => listOfName(name, scope)).filter((list) => list !== undefined)
  return lists.length === 0 ? [] : referenceListRules.map((listRule) => resultOf(listRule, lists, scope))
}

function resultOf(listRule: ListRule, lists: readonly List[], { options }: QualityScope): RuleResult {
  const samples = createSampleIds()
  let notApplicable = 0
  const parts = lists.map((list): RulePart => {
    const outcomes = outcomesOf(listRule, list, samples.add)
    const failed = outcomes.filter((outcome) => outcome === 'fail').length
    const applicable = outcomes.filter((outcome) => outcome !== 'na').length
    notApplicable += outcomes.length - applicable
    const { severity, id } = listRule
    const status = statusOf(failed, applicable, severity, options.thresholds[id])
    return { name: list.name, severity, applicable, failed, status }
  })
  return ruleResult(listRule, options.severityWeights[listRule.severity], {
    applicable: parts.reduce((sum, part) => sum + part.applicable, 0),
    failed: parts.reduce((sum, part) => sum + part.failed, 0),
    notApplicable,
    sampleIds: samples.list(),
    status: worstStatus(parts.map(({ status }) => status)),
    parts,
  })
}

function outcomesOf(
  { id, check }: ListRule,
  list: List,
  sample: (id: string | null) => void,
): readonly Outcome[] {
  if (id === 'REF-08') return [list.items.length > 0 ? 'pass' : 'fail']
  if (check === null) return usedNamesFound(list)
  return list.items.map((item) => {
    const holds = check(item, list)
    if (holds === false) sample(item.id)
    return holds === null ? 'na' : holds ? 'pass' : 'fail'
  })
}

/** REF-10, one outcome per name that tickets use. */
function usedNamesFound({ name, items, usedNames }: List): readonly Outcome[] {
  const isOfTickets = name === 'status' || name === 'priority' || name === 'category'
  if (usedNames === undefined || !isOfTickets) return ['na']
  const known = new Set(items.map((item) => nameKey(item.name)))
  return [...usedNames].map((used) => (known.has(used) ? 'pass' : 'fail'))
}

function listOfName(name: ReferenceListName, scope: QualityScope): List | undefined {
  const records = scope.records(name) as readonly Readonly<Record<string, unknown>>[] | undefined
  if (records === undefined) return undefined
  const items = records.map((record) => ({
    rawId: record[sources[name].idKey],
    id: trustedId(record[sources[name].idKey]),
    name: record.name,
    colour: record.colorCode,
  }))
  return {
    name,
    items,
    repeatedIds: repeated(items.map(({ id }) => id)),
    repeatedNames: repeated(items.map((item) => nameKey(item.name))),
    usedIds: usedIdsOf(name, scope),
    usedNames: usedNamesOf(name, scope),
    scope,
  }
}

/** By the edges that lead to the list. */
function usedIdsOf(name: ReferenceListName, scope: QualityScope): ReadonlySet<string> | undefined {
  const loaded = (edges as readonly Edge[]).filter(
    ({ from, to }) => to === name && scope.facts(from) !== undefined,
  )
  if (loaded.length === 0) return undefined
  const used = new Set<string>()
  const note = (id: string | null) => id !== null && used.add(id)
  for (const edge of loaded)
    for (const facts of scope.facts(edge.from) ?? [])
      for (const ref of refsOf(edge, facts)) note(trustedId(rawRefId(edge, ref)))
  if (name === 'role') for (const { role } of scope.records('clientUser') ?? []) note(trustedId(role?.roleId))
  return used
}

/** Lists that records refer to by name. */
function usedNamesOf(name: ReferenceListName, scope: QualityScope): ReadonlySet<string> | undefined {
  const namesOf = (values: readonly unknown[] | undefined) =>
    values &&
    new Set(
      listOf(values)
        .filter((value): value is string => typeof value === 'string' && !isBlank(value))
        .map(normaliseName),
    )
  switch (name) {
    case 'status':
    case 'priority':
    case 'category':
      return namesOf(scope.records('ticket')?.map((record) => record[name]))
    case 'clientStage':
      return namesOf(scope.records('client')?.map(({ stage }) => stage))
    default:
      return undefined
  }
}
