import type { ClientErrorCode } from '../../errors/operation-failure.js'
import type { Input, Scene } from '../../scene.js'
import { readTime } from '../../world/wire-time.js'
import { isRow, type Row } from '../write-record.js'
import type { Problem } from './problem.js'

/** One input on its way into the world. */
export interface Writing {
  readonly input: Input
  /** The record it changes; undefined when it makes one. */
  readonly stored: Row | undefined
  /** Inputs before it in the same list. */
  readonly earlier: readonly Input[]
  readonly scene: Scene
}

export type Rule = (writing: Writing) => readonly Problem[]

const problem = (code: ClientErrorCode, attribute: string): Problem[] => [{ code, attribute }]
export const empty = (attribute: string) => problem('mandatory_validation_failed', attribute)
export const unknownValue = (attribute: string) => problem('referred_value_does_not_exist', attribute)
export const doesNotFit = (attribute: string) => problem('dependent_validation_failed', attribute)

/** What a field holds once the input is written. */
export const after = ({ input, stored }: Writing, name: string): unknown =>
  input[name] === undefined ? stored?.[name] : input[name]

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The id that a reference, an identifier or a record holds under that name. */
export const idOf = (value: unknown, key: string): string | undefined =>
  isRow(value) && value[key] != null ? String(value[key]) : undefined

/** Fields that have to be given, although the schema lets them be left out. */
export const needs =
  (...names: readonly string[]): Rule =>
  ({ input }) =>
    names.flatMap((name) => (isEmpty(input[name]) ? empty(name) : []))

/** Fields that an update cannot clear, although the schema lets them be null. */
export const keeps =
  (...names: readonly string[]): Rule =>
  ({ input }) =>
    names.flatMap((name) => (input[name] === null ? empty(name) : []))

type NameSource = (scene: Scene) => readonly (string | null)[]

/** The value is one of the tenant's own names. */
export const oneOf =
  (name: string, names: NameSource): Rule =>
  ({ input, scene }) =>
    typeof input[name] === 'string' && !names(scene).includes(input[name]) ? unknownValue(name) : []

const folded = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.trim().toLowerCase() : undefined

type RowSource = (scene: Scene) => readonly object[]

/** No other record has the value, whatever its case. */
export const unique =
  (name: string, rows: RowSource): Rule =>
  ({ input, stored, earlier, scene }) => {
    const value = folded(input[name])
    if (value === undefined) return []
    const isTaken =
      earlier.some((other) => folded(other[name]) === value) ||
      rows(scene).some((row) => row !== stored && folded((row as Row)[name]) === value)
    return isTaken ? problem('unique_validation_failed', name) : []
  }

/** A time or day that is not before another one. */
export const inOrder =
  (start: string, end: string): Rule =>
  (writing) => {
    const { input } = writing
    if (input[start] === undefined && input[end] === undefined) return []
    const [from, to] = [after(writing, start), after(writing, end)]
    if (typeof from !== 'string' || typeof to !== 'string' || readTime(to) >= readTime(from)) return []
    return doesNotFit(input[end] === undefined ? start : end)
  }

/** A site that belongs to the client beside it. */
export const siteOfClient =
  (name = 'site'): Rule =>
  (writing) => {
    const { input, scene } = writing
    if (input[name] === undefined && input.client === undefined) return []
    // On the IT surface sites are those of the one company.
    if (scene.model.field('ClientSite', 'client') === undefined) return []
    const client = idOf(after(writing, 'client'), 'accountId') ?? idOf(writing.stored, 'accountId')
    const site = scene.world.tables.ClientSite.get(idOf(after(writing, name), 'id') ?? '')
    return client === undefined || site === undefined || site.client.accountId === client
      ? []
      : doesNotFit(name)
  }
