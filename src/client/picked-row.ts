import type { JsonLeaf } from '../entities/generated/types.js'

type Item<Value> = Value extends readonly (infer Element)[] ? NonNullable<Element> : Value

/** Whether fields can be picked within: neither scalars, maps nor JSON leaves. */
type HasFields<Value> = unknown extends Value
  ? false
  : [Value] extends [string | number | boolean]
    ? false
    : string extends keyof Value
      ? false
      : keyof JsonLeaf extends keyof Value
        ? false
        : true

type ItemAt<Row, Key extends keyof Row> = Item<NonNullable<Row[Key]>>

type Nestable<Row> = {
  [Key in keyof Row & string]-?: HasFields<ItemAt<Row, Key>> extends true ? Key : never
}[keyof Row & string]

/** A field of a row, or fields within one that is an object or a list of them. */
export type PickOf<Row> =
  | (keyof Row & string)
  // Without a field to pick within it would be an empty object type, which takes any text.
  | ([Nestable<Row>] extends [never]
      ? never
      : { readonly [Key in Nestable<Row>]?: readonly PickOf<ItemAt<Row, Key>>[] })

type Nested<Picked> = Exclude<Picked, string>
type NamesIn<Picked> = Extract<Picked, string> | (Picked extends string ? never : keyof Picked)
/** What all objects of a pick take of one field. */
type PickAt<Picked, Key> = Picked extends { readonly [K in Key & string]: readonly (infer Inner)[] }
  ? Inner
  : never

/** Keeps lists and null around the object that is narrowed. */
type Within<Value, Picked> = Value extends readonly (infer Element)[]
  ? Within<Element, Picked>[]
  : Value extends object
    ? PickedRow<Value, Picked>
    : Value

/** A row of the fields that were picked. */
export type PickedRow<Row, Picked> = [Nested<Picked>] extends [never]
  ? Pick<Row, Extract<Picked, keyof Row>>
  : {
      [Key in Extract<NamesIn<Picked>, keyof Row>]: Key extends Extract<Picked, string>
        ? Row[Key]
        : Within<Row[Key], PickAt<Nested<Picked>, Key>>
    }
