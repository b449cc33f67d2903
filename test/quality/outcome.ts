import {
  type AssessedEntity,
  assessQuality,
  type DatasetQuality,
  type QualityContext,
  qualityRules,
} from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { anomalyKindsOf } from './anomaly-kind.js'
import { asData, ctx, type Json, world } from './world.js'

/** Changes of the first record of an entity, or of the whole world. */
export type Change = Readonly<Record<string, unknown>> | ((json: Json) => Json)

/** Changes that make a rule pass, fail, or not apply; `[change, options]` also changes the context. */
export interface Cases {
  readonly fail: readonly Case[]
  readonly pass?: readonly Case[]
  readonly na?: readonly Case[]
}
export type Case = Change | readonly [Change, Partial<QualityContext>]

const collections: Record<AssessedEntity, keyof Json> = {
  ticket: 'tickets',
  client: 'clients',
  clientSite: 'sites',
  clientUser: 'clientUsers',
  technician: 'technicians',
  worklogEntry: 'worklogs',
  ticketConversation: 'conversationsByTicketId',
  invoice: 'invoices',
  invoiceItem: 'invoices',
  clientContract: 'contracts',
  asset: 'assets',
  alert: 'alerts',
  task: 'tasks',
  serviceItem: 'serviceItems',
}

type Row = Readonly<Record<string, unknown>>

export function changed(entity: AssessedEntity, change: Change): Json {
  if (typeof change === 'function') return change(world)
  const name = collections[entity]
  const patched = (rows: readonly Row[]) => rows.map((row, at) => (at === 0 ? { ...row, ...change } : row))
  if (entity === 'ticketConversation')
    return { ...world, conversationsByTicketId: { 1: patched(world.conversationsByTicketId[1]) } }
  if (entity === 'invoiceItem') {
    const [invoice] = world.invoices
    return { ...world, invoices: [{ ...invoice, items: patched(invoice?.items ?? []) }] }
  }
  return { ...world, [name]: patched(world[name] as readonly Row[]) }
}

const ruleResult = (report: DatasetQuality, entity: AssessedEntity, ruleId: string) =>
  report.byEntity[entity]?.rules.find((rule) => rule.ruleId === ruleId)

type Outcome = 'pass' | 'fail' | 'na'

/** What a rule says of a case, and the kinds of anomaly that the report counts it for. */
function outcomeOf(entity: AssessedEntity, ruleId: string, one: Case): readonly [Outcome, readonly string[]] {
  const [change, options] = Array.isArray(one)
    ? (one as [Change, Partial<QualityContext>])
    : [one as Change, {}]
  const report = assessQuality(asData(changed(entity, change)), { ...ctx, ...options })
  const result = ruleResult(report, entity, ruleId)
  if (result === undefined) throw new Error(`${ruleId} has no result`)
  if (result.failed > 0) {
    const anomalies = report.byEntity[entity]?.anomalies ?? []
    return ['fail', anomalies.filter(({ ruleIds }) => ruleIds.includes(ruleId)).map(({ kind }) => kind)]
  }
  if (result.passed === 0) return ['na', []]
  if (result.notApplicable === 0) return ['pass', []]
  const before = ruleResult(assessQuality(asData(world), ctx), entity, ruleId)
  if (before === undefined) throw new Error(`${ruleId} has no result`)
  return [result.notApplicable > before.notApplicable ? 'na' : 'pass', []]
}

/** One test per rule: the consistent world passes, or the cases say what does. */
export function testRules(entity: AssessedEntity, cases: Readonly<Record<string, Cases>>): void {
  const rules = qualityRules.filter((rule) => rule.entity === entity)

  test(`every rule of ${entity} has cases`, () => {
    expect(Object.keys(cases)).toEqual(rules.map(({ id }) => id))
  })

  test.each(rules)('$id: $text', (rule) => {
    const { id } = rule
    const { fail, pass = [{}], na = [] } = cases[id] ?? { fail: [] }
    const outcomes = (list: readonly Case[]) => list.map((one) => outcomeOf(entity, id, one))
    expect(fail.length).toBeGreaterThan(0)
    expect({ fail: outcomes(fail), pass: outcomes(pass), na: outcomes(na) }).toEqual({
      fail: fail.map(() => ['fail', anomalyKindsOf(rule)]),
      pass: pass.map(() => ['pass', []]),
      na: na.map(() => ['na', []]),
    })
  })
}

/** Changes of the world, for what lies outside the record. */
export const without =
  (...names: readonly (keyof Json)[]): Change =>
  (json) => ({ ...json, ...Object.fromEntries(names.map((name) => [name, undefined])) })

export const withRows =
  (name: keyof Json, ...rows: readonly unknown[]): Change =>
  (json) => ({ ...json, [name]: rows })

/** The first record once more, with changes. */
export const again =
  (name: keyof Json, change: Row = {}): Change =>
  (json) => ({ ...json, [name]: [...(json[name] as Row[]), { ...(json[name] as Row[])[0], ...change }] })

export const unsafe = 2 ** 60
