import { type ExpectedField, expectedFields, hasSla, isTerminal } from './completeness.js'
import type { AssessedEntity } from './data.js'
import type { FactsByEntity, TicketRecordFacts } from './record-facts.js'
import type { FieldCompleteness } from './report.js'
import { percentage } from './score.js'

/** Counts of what is there while records go by. */
export interface CompletenessTally<Entity extends AssessedEntity> {
  /** Score of the record. */
  count(facts: FactsByEntity[Entity]): number
  /** Mean of the scores; null without records. */
  score(): number | null
  fields(): Readonly<Record<string, FieldCompleteness>>
}

/** What is expected of a record and what of it is there, a bit per field. */
interface Pattern {
  readonly expected: number
  readonly filled: number
  readonly score: number
  records: number
}

/**
 * Everything that the pattern of a ticket depends on, in one number: a dataset has hundreds of patterns, and counting
 * one is an eighth of the work of finding it.
 */
const ticketKey = (facts: TicketRecordFacts): number =>
  facts.presence | (isTerminal(facts) ? 1 << 24 : 0) | (hasSla(facts) ? 1 << 25 : 0)

export function createCompletenessTally<Entity extends AssessedEntity>(
  entity: Entity,
  left: ReadonlySet<string>,
): CompletenessTally<Entity> {
  const all = expectedFields[entity] as readonly ExpectedField<Entity>[]
  const expected = all.filter(({ name }) => !left.has(`${entity}.${name}`))
  const keyOf = entity === 'ticket' ? (ticketKey as (facts: FactsByEntity[Entity]) => number) : undefined
  const patterns = new Map<number, Pattern>()
  const filledCounts = expected.map(() => 0)
  const expectedCounts = expected.map(() => 0)
  let records = 0
  // Hundredths: a sum of whole numbers does not depend on their order.
  let hundredths = 0

  function patternOf(facts: FactsByEntity[Entity]): Pattern {
    const pattern = { expected: 0, filled: 0, score: 0, records: 0 }
    let filledWeight = 0
    let expectedWeight = 0
    expected.forEach((field, at) => {
      if (field.isExpected !== undefined && !field.isExpected(facts)) return
      expectedWeight += field.weight
      pattern.expected |= 1 << at
      if (!field.isFilled(facts)) return
      filledWeight += field.weight
      pattern.filled |= 1 << at
    })
    pattern.score = percentage(filledWeight, expectedWeight)
    return pattern
  }

  function knownPattern(key: number, facts: FactsByEntity[Entity]): Pattern {
    const known = patterns.get(key)
    if (known !== undefined) return known
    const pattern = patternOf(facts)
    patterns.set(key, pattern)
    return pattern
  }

  function countFields(pattern: Pattern): void {
    for (let at = 0; at < expected.length; at += 1) {
      expectedCounts[at] = (expectedCounts[at] as number) + ((pattern.expected >> at) & 1) * pattern.records
      filledCounts[at] = (filledCounts[at] as number) + ((pattern.filled >> at) & 1) * pattern.records
    }
    pattern.records = 0
  }

  return {
    count(facts) {
      const pattern = keyOf === undefined ? patternOf(facts) : knownPattern(keyOf(facts), facts)
      pattern.records += 1
      if (keyOf === undefined) countFields(pattern)
      records += 1
      hundredths += Math.round(pattern.score * 100)
      return pattern.score
    },
    score: () => (records === 0 ? null : Math.round(hundredths / records) / 100),
    fields() {
      for (const pattern of patterns.values()) countFields(pattern)
      return Object.fromEntries(
        expected.map(({ name }, at) => {
          const [filled = 0, all = 0] = [filledCounts[at], expectedCounts[at]]
          return [name, { filled, expected: all, ratio: all === 0 ? null : filled / all }]
        }),
      )
    },
  }
}
