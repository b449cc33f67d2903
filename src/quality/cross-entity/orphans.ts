import { isBlank } from '../blank.js'
import type { AnyFacts } from '../record-facts.js'
import { type Edge, edgeName, edges, rawRefId, refsOf } from '../references.js'
import type { RulePart } from '../report.js'
import { createSampleIds, type SampleIds, statusOf, worstStatus } from '../rule-counts.js'
import { trustedId } from '../safe-ids.js'
import type { QualityScope } from '../scope.js'
import { type Steps, visitInSteps } from '../steps.js'
import { nameKey } from '../unique.js'
import { type CrossOutcome, total } from './cross-outcome.js'

interface Reference {
  readonly ref: object
  readonly id: string
  readonly sourceId: string | null
  readonly target: object | undefined
}

interface LoadedEdge {
  readonly edge: Edge
  readonly references: readonly Reference[]
}

const LEAST_ORPHANS = Object.freeze({ warnAbove: 0, failAbove: 0.01 })

/** References of the edges whose both ends are loaded. */
function* loadedEdges(scope: QualityScope): Steps<readonly LoadedEdge[]> {
  const loaded: LoadedEdge[] = []
  for (const edge of edges as readonly Edge[]) {
    const [sources, targets] = [scope.facts(edge.from), scope.byId(edge.to)]
    if (sources === undefined || targets === undefined) continue
    const references: Reference[] = []
    yield* visitInSteps(sources as readonly AnyFacts[], (facts) => {
      for (const ref of refsOf(edge, facts)) {
        const id = trustedId(rawRefId(edge, ref))
        if (id !== null) references.push({ ref, id, sourceId: facts.id, target: targets.get(id) })
      }
    })
    loaded.push({ edge, references })
  }
  return loaded
}

/** XEN-01: of a target fetched only in part, the record that is missing may lie on a page that was not read. */
export function* orphanShares(scope: QualityScope): Steps<CrossOutcome | null> {
  const loaded = yield* scope.pass(loadedEdges)
  if (loaded.length === 0) return null
  const samples = createSampleIds()
  const parts: RulePart[] = []
  for (const { edge, references } of loaded) {
    const orphans = references.filter(({ target }) => target === undefined)
    for (const { sourceId } of orphans) samples.add(sourceId)
    const isPartial = scope.data.provenance?.[edge.to]?.complete === false
    const severity = isPartial ? 'info' : 'error'
    const [failed, applicable] = [orphans.length, references.length]
    const status = statusOf(failed, applicable, severity, scope.options.thresholds['XEN-01'], LEAST_ORPHANS)
    parts.push({ name: edgeName(edge), severity, applicable, failed, status })
    yield
  }
  return {
    ...total(parts),
    status: worstStatus(parts.map(({ status }) => status)),
    sampleIds: samples.list(),
  }
}

/** XEN-03 */
export function staleNames(scope: QualityScope): Steps<CrossOutcome | null> {
  return partsOf(scope, ({ ref, target }) => {
    const [said, current] = [nameIn(ref), target && nameIn(target)]
    return isBlank(said) || isBlank(current) ? null : nameKey(said) === nameKey(current)
  })
}

const nameIn = (record: object): unknown => (record as { readonly name?: unknown }).name

/** XEN-04: what an earlier snapshot held and this one does not was deleted. */
export function* deletedTargets(scope: QualityScope): Steps<CrossOutcome | null> {
  const earlier = new Map<string, ReadonlySet<string>>()
  for (const { edge } of yield* scope.pass(loadedEdges)) {
    const ids: unknown = scope.data.provenance?.[edge.to]?.knownEarlierIds
    if (Array.isArray(ids)) earlier.set(edge.to, new Set(ids.map(String)))
  }
  return yield* partsOf(scope, ({ id, target }, edge) => {
    const known = earlier.get(edge.to)
    return known === undefined ? null : target !== undefined || !known.has(id)
  })
}

/** Edges of which at least one reference could be judged. */
function* partsOf(
  scope: QualityScope,
  holds: (reference: Reference, edge: Edge) => boolean | null,
): Steps<CrossOutcome | null> {
  const samples = createSampleIds()
  const all: RulePart[] = []
  for (const { edge, references } of yield* scope.pass(loadedEdges)) {
    all.push(judged(edge, references, holds, samples))
    yield
  }
  const parts = all.filter(({ applicable }) => applicable > 0)
  return parts.length === 0 ? null : { ...total(parts), sampleIds: samples.list() }
}

function judged(
  edge: Edge,
  references: readonly Reference[],
  holds: (reference: Reference, edge: Edge) => boolean | null,
  samples: SampleIds,
): RulePart {
  let [applicable, failed] = [0, 0]
  for (const reference of references) {
    const answer = holds(reference, edge)
    if (answer === null) continue
    applicable += 1
    if (answer) continue
    failed += 1
    samples.add(reference.sourceId)
  }
  const severity = 'info'
  return {
    name: edgeName(edge),
    severity,
    applicable,
    failed,
    status: statusOf(failed, applicable, severity),
  }
}
