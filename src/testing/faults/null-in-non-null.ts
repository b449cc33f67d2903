import type { Product } from '../../client/surface.js'
import { type GraphQLField, isNonNullType, isObjectType } from '../peers/graphql.js'
import { wireSchema } from '../wire-schema.js'
import type { DistortionFault } from './distortion.js'
import { FaultOptionError, needed, text, wholeNumber } from './fault-options.js'
import type { FaultWhen } from './fault-when.js'

export interface NullInNonNullFault extends FaultWhen {
  /** Object type, such as `Ticket`. */
  type: string
  /** A field of it that the schema says is never null. */
  field: string
  /** In so many records of an answer, the first ones. @defaultValue 1 */
  rows?: number
}

/** The field of an object type; throws where the schema has none. */
export function fieldOfType(
  product: Product,
  fault: string,
  type: string,
  field: string,
): GraphQLField<unknown, unknown> {
  const found = wireSchema(product).getType(type)
  if (!isObjectType(found)) throw new FaultOptionError(fault, 'type', `type ${type} is no object type.`)
  const facts = found.getFields()[field]
  if (facts === undefined) throw new FaultOptionError(fault, 'field', `${type} has no field ${field}.`)
  return facts
}

export const nullInNonNull: DistortionFault<NullInNonNullFault> = {
  name: 'nullInNonNull',
  checks: { type: needed(text), field: needed(text), rows: wholeNumber(1) },
  create: ({ type, field, rows = 1 }, product) => {
    if (!isNonNullType(fieldOfType(product, 'nullInNonNull', type, field).type))
      throw new FaultOptionError('nullInNonNull', 'field', `${type}.${field} may be null anyway.`)
    return {
      fields: () => {
        let left = rows
        return (owner, name, value) => {
          if (owner !== type || name !== field || left === 0) return value
          left -= 1
          return null
        }
      },
    }
  },
}
