/** The operations of a product as texts, read by operation.ts. */
export interface OperationTexts {
  readonly queries: Readonly<Record<string, string>>
  readonly mutations: Readonly<Record<string, string>>
}

/** What is generated of the schema of a product. */
export interface Schema extends OperationTexts {
  /** Fields of every object type, read by fields.ts. */
  readonly objects: Readonly<Record<string, string>>
  /** Input fields that hold instants, and the way to them. */
  readonly inputInstants: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The same as types: what operations take and answer, and what object types hold, by their names. */
export interface SchemaTypes {
  readonly operations: object
  readonly objects: object
}

/** Keeps what is read of each owner, for as long as the owner lives. */
export function perOwner<Value>(): (owner: object) => Map<string, Value> {
  const kept = new WeakMap<object, Map<string, Value>>()
  return (owner) => {
    let own = kept.get(owner)
    if (own === undefined) {
      own = new Map()
      kept.set(owner, own)
    }
    return own
  }
}
