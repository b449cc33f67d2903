import { Kind, type ValueNode } from '../peers/graphql.js'

/** A literal the way graphql-java prints its syntax tree in messages. */
export function javaValue(node: ValueNode): string {
  switch (node.kind) {
    case Kind.OBJECT: {
      const fields = node.fields.map(
        (field) => `ObjectField{name='${field.name.value}', value=${javaValue(field.value)}}`,
      )
      return `ObjectValue{objectFields=[${fields.join(', ')}]}`
    }
    case Kind.LIST:
      return `ArrayValue{values=[${node.values.map(javaValue).join(', ')}]}`
    case Kind.NULL:
      return 'NullValue{}'
    case Kind.VARIABLE:
      return `VariableReference{name='${node.name.value}'}`
    case Kind.ENUM:
      return `EnumValue{name='${node.value}'}`
    case Kind.STRING:
      return `StringValue{value='${node.value}'}`
    case Kind.BOOLEAN:
      return `BooleanValue{value=${node.value}}`
    case Kind.INT:
      return `IntValue{value=${node.value}}`
    case Kind.FLOAT:
      return `FloatValue{value=${node.value}}`
  }
}
