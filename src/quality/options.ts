import { expected, requireNumber } from '../metrics/check.js'
import type { MetricsContext } from '../metrics/context.js'
import type { MetricsContract } from '../metrics/records.js'
import { assessedEntities, type QualityData } from './data.js'
import { publicMailDomains } from './public-mail-domains.js'
import type { Dimension, Rule, Severity } from './rule.js'
import { defaultDimensionWeights, defaultSeverityWeights, dimensions } from './score.js'

export type WorkStateName = 'PLANNED' | 'PROGRESS' | 'BLOCKED' | 'COMPLETED' | 'CANCELLED'

/** Failing shares of a rule from which it warns, and fails. */
export interface RuleThreshold {
  /** @defaultValue 0 */
  readonly warnAbove?: number | undefined
  /** @defaultValue 0.05; 0.01 for XEN-01 */
  readonly failAbove?: number | undefined
}

export interface QualityOptions {
  /**
   * Whether reports list every record with its scores and failed rules.
   * @defaultValue false
   */
  readonly perRecord?: boolean | undefined
  /** Weights of dimensions in a dataset score; {@link defaultDimensionWeights} otherwise. */
  readonly dimensionWeights?: Readonly<Partial<Record<Dimension, number>>> | undefined
  /** Weights of rules; {@link defaultSeverityWeights} otherwise. */
  readonly severityWeights?: Readonly<Partial<Record<Severity, number>>> | undefined
  /** By rule id. */
  readonly thresholds?: Readonly<Record<string, RuleThreshold>> | undefined
  /** Domains that no client owns, in place of the built-in list. */
  readonly publicMailDomains?: readonly string[] | undefined
  /** @defaultValue six digits, a hyphen, at least four digits */
  readonly displayIdPattern?: RegExp | undefined
  /** IANA zones per two-letter country; without it SIT-15 is not evaluated. */
  readonly zonesByCountry?: Readonly<Record<string, readonly string[]>> | undefined
  /** Work states of task status names, added to the known ones and stronger than they. */
  readonly workStateMap?: Readonly<Record<string, WorkStateName>> | undefined
  /** Which contracts are about endpoints; without it XEN-06 is not evaluated. */
  readonly isEndpointContract?: ((contract: MetricsContract) => boolean) | undefined
  /**
   * What the records cannot hold, as `absentOnIt` lists it: ids of rules, and fields such as `client.stage`. Neither
   * is judged. @defaultValue none
   */
  readonly absent?: readonly string[] | undefined
  /** Rules of one's own, beside the built-in ones. */
  readonly rules?: readonly Rule[] | undefined
  /** An earlier dataset, for drift. */
  readonly reference?: QualityData | undefined
}

/** What metrics depend on, and options of quality. */
export interface QualityContext extends MetricsContext {
  readonly quality?: QualityOptions | undefined
}

export interface ResolvedOptions extends QualityOptions {
  readonly perRecord: boolean
  readonly dimensionWeights: Readonly<Record<Dimension, number>>
  readonly severityWeights: Readonly<Record<Severity, number>>
  readonly thresholds: Readonly<Record<string, RuleThreshold>>
  readonly publicMail: ReadonlySet<string>
  readonly displayIdPattern: RegExp
  readonly rules: readonly Rule[]
  readonly left: ReadonlySet<string>
}

const DISPLAY_ID = /^\d{6}-\d{4,}$/
const SEVERITIES = Object.freeze(Object.keys(defaultSeverityWeights)) as readonly Severity[]
const WORK_STATES: readonly unknown[] = ['PLANNED', 'PROGRESS', 'BLOCKED', 'COMPLETED', 'CANCELLED']

const domainSet = (domains: readonly string[]): ReadonlySet<string> =>
  new Set(domains.map((domain) => domain.toLowerCase()))
const publicMail = domainSet(publicMailDomains)

/** Throws a TypeError that names the option which is wrong. */
export function resolveOptions(options: QualityOptions = {}): ResolvedOptions {
  if (typeof options !== 'object' || options === null) throw expected('ctx.quality', 'an object', options)
  const { displayIdPattern = DISPLAY_ID, perRecord = false, rules = [], thresholds = {} } = options
  if (typeof perRecord !== 'boolean') throw expected('ctx.quality.perRecord', 'a boolean', perRecord)
  if (!(displayIdPattern instanceof RegExp)) {
    throw expected('ctx.quality.displayIdPattern', 'a regular expression', displayIdPattern)
  }
  // With these flags a pattern remembers where it stopped, and every second id would fail.
  const { source, flags } = displayIdPattern
  const pattern = /[gy]/.test(flags) ? new RegExp(source, flags.replace(/[gy]/g, '')) : displayIdPattern
  requireStates(options.workStateMap)
  requireFunction('ctx.quality.isEndpointContract', options.isEndpointContract)
  requireObject('ctx.quality.zonesByCountry', options.zonesByCountry)
  for (const [country, zones] of Object.entries(options.zonesByCountry ?? {}))
    requireTexts(`ctx.quality.zonesByCountry[${JSON.stringify(country)}]`, zones)
  requireObject('ctx.quality.reference', options.reference)
  const domains = options.publicMailDomains ?? publicMailDomains
  if (domains !== publicMailDomains) requireTexts('ctx.quality.publicMailDomains', domains)
  if (options.absent !== undefined) requireTexts('ctx.quality.absent', options.absent)
  requireThresholds(thresholds)
  requireRules(rules)
  return {
    ...options,
    perRecord,
    rules,
    thresholds,
    left: new Set(options.absent),
    displayIdPattern: pattern,
    dimensionWeights: weights('dimensionWeights', dimensions, defaultDimensionWeights, options),
    severityWeights: weights('severityWeights', SEVERITIES, defaultSeverityWeights, options),
    publicMail: domains === publicMailDomains ? publicMail : domainSet(domains),
  }
}

function weights<Key extends string>(
  name: 'dimensionWeights' | 'severityWeights',
  keys: readonly Key[],
  defaults: Readonly<Record<Key, number>>,
  options: QualityOptions,
): Readonly<Record<Key, number>> {
  requireObject(`ctx.quality.${name}`, options[name])
  const given = (options[name] ?? {}) as Readonly<Record<string, unknown>>
  for (const key of Object.keys(given)) {
    if (!keys.some((known) => known === key))
      throw new TypeError(`ctx.quality.${name}.${key}: no such weight; there are ${keys.join(', ')}.`)
  }
  const weightOf = (key: Key) => requireNumber(`ctx.quality.${name}.${key}`, given[key] ?? defaults[key], 0)
  return Object.fromEntries(keys.map((key) => [key, weightOf(key)])) as Record<Key, number>
}

function requireThresholds(thresholds: unknown): void {
  requireObject('ctx.quality.thresholds', thresholds)
  for (const [id, threshold] of Object.entries(thresholds as object)) {
    requireObject(`ctx.quality.thresholds[${JSON.stringify(id)}]`, threshold)
    for (const name of ['warnAbove', 'failAbove'] as const) {
      const value: unknown = (threshold as RuleThreshold)[name]
      if (value !== undefined)
        requireNumber(`ctx.quality.thresholds[${JSON.stringify(id)}].${name}`, value, 0, 1)
    }
  }
}

function requireRules(rules: readonly Rule[]): void {
  if (!Array.isArray(rules)) throw expected('ctx.quality.rules', 'a list of rules', rules)
  rules.forEach((rule: Partial<Rule> | null, at) => {
    const field = `ctx.quality.rules[${at}]`
    if (typeof rule !== 'object' || rule === null) throw expected(field, 'a rule', rule)
    if (typeof rule.id !== 'string' || rule.id === '') throw expected(`${field}.id`, 'a text', rule.id)
    requireMember(`${field}.entity`, rule.entity, assessedEntities)
    requireMember(`${field}.dimension`, rule.dimension, dimensions)
    requireMember(`${field}.severity`, rule.severity, SEVERITIES)
    if (typeof rule.text !== 'string') throw expected(`${field}.text`, 'a text', rule.text)
    if (typeof rule.check !== 'function') throw expected(`${field}.check`, 'a function', rule.check)
  })
}

function requireMember(field: string, value: unknown, members: readonly string[]): void {
  if (!members.some((member) => member === value)) throw expected(field, members.join(', '), value)
}

function requireStates(map: unknown): void {
  requireObject('ctx.quality.workStateMap', map)
  for (const state of Object.values((map ?? {}) as object))
    if (!WORK_STATES.includes(state))
      throw expected('ctx.quality.workStateMap', `values out of ${WORK_STATES.join(', ')}`, state)
}

function requireObject(field: string, value: unknown): void {
  if (value === undefined) return
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw expected(field, 'an object', value)
}

function requireFunction(field: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function') throw expected(field, 'a function', value)
}

function requireTexts(field: string, value: unknown): void {
  if (!(Array.isArray(value) && value.every((item) => typeof item === 'string')))
    throw expected(field, 'a list of texts', value)
}
