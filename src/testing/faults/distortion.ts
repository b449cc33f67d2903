import type { Product } from '../../client/surface.js'
import type { DocumentNode } from '../peers/graphql.js'
import type { Checks } from './fault-options.js'
import type { FaultWhen } from './fault-when.js'

/** Replaces what a field of a record holds before it is printed. */
export type FieldChange = (type: string, field: string, value: unknown) => unknown

/** What a fault changes inside of the execution of a call. */
export interface Distortion {
  /** Edits the schema that documents are validated and answered by. */
  readonly schema?: (schema: DocumentNode) => DocumentNode
  /** Starts a call. */
  readonly fields?: () => FieldChange
}

/** A ready fault: its options and the distortion made of them. */
export interface DistortionFault<Options extends FaultWhen> {
  readonly name: string
  readonly checks: Checks<Omit<Options, keyof FaultWhen>>
  create(options: Options, product: Product): Distortion
}

/** All changes of a call as one, undefined when there are none. */
export function startFields(distortions: readonly Distortion[]): FieldChange | undefined {
  const changes = distortions.flatMap(({ fields }) => (fields === undefined ? [] : [fields()]))
  if (changes.length === 0) return undefined
  return (type, field, value) => changes.reduce((changed, change) => change(type, field, changed), value)
}
