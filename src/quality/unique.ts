import { normaliseName } from '../metrics/names.js'
import { isBlank } from './blank.js'
import type { AssessedEntity } from './data.js'
import type { FactsByEntity } from './record-facts.js'
import { afterPass, type Predicate } from './rule.js'
import type { QualityScope } from './scope.js'
import { mapInSteps, type Steps } from './steps.js'

/** Whether no other record has the same id; null for a record without one. */
export const idOccursOnce = <Entity extends AssessedEntity>(
  { entity, id }: FactsByEntity[Entity],
  scope: QualityScope,
): boolean | null => (id === null ? null : !scope.repeatedIds(entity).has(id))

/** Whether no other record has the same key; null for a record without one. */
export function occursOnce<Entity extends AssessedEntity>(
  entity: Entity,
  keyOf: (facts: FactsByEntity[Entity]) => string | null,
): Predicate<Entity> {
  function* repeatedKeys(scope: QualityScope): Steps<ReadonlySet<string>> {
    return repeated(yield* mapInSteps(scope.facts(entity) ?? [], keyOf))
  }
  return afterPass(repeatedKeys, (facts, keys) => {
    const key = keyOf(facts)
    return key === null ? null : !keys.has(key)
  })
}

/** Keys that occur more than once; null is no key. */
export function repeated(keys: Iterable<string | null>): ReadonlySet<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const key of keys) {
    if (key === null) continue
    if (seen.has(key)) twice.add(key)
    else seen.add(key)
  }
  return twice
}

/** One key of several parts; null when one is missing. */
export const keyOfParts = (...parts: readonly (string | null)[]): string | null =>
  parts.includes(null) ? null : JSON.stringify(parts)

/** A name as it is compared; null for a blank one. */
export const nameKey = (name: unknown): string | null =>
  typeof name === 'string' && !isBlank(name) ? normaliseName(name) : null

/** A text as it stands; null for a blank one. */
export const textKey = (text: unknown): string | null =>
  typeof text === 'string' && !isBlank(text) ? text : null

const LEGAL_FORM =
  /[\s,]+(?:inc|incorporated|llc|llp|lp|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|kg|ug|e\.?k|s\.?a|s\.?a\.?s|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|pty|pvt|ab|oy|as|aps)\.?$/

/** A company's name without its legal forms; a name of nothing else stays whole. */
export function companyKey(name: unknown): string | null {
  const whole = nameKey(name)
  let key = whole
  for (let shorter = key; key !== null && shorter !== null; ) {
    shorter = key.replace(LEGAL_FORM, '')
    if (shorter === key) return key
    key = shorter
  }
  return whole
}
