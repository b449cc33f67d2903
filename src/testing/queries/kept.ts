/** Values by name, of which the least recently used go first. */
export interface Kept<Value> {
  get(name: string): Value | undefined
  set(name: string, value: Value): void
}

export function createKept<Value>(most: number): Kept<Value> {
  const values = new Map<string, Value>()
  const put = (name: string, value: Value): void => {
    values.delete(name)
    values.set(name, value)
  }
  return {
    get: (name) => {
      const value = values.get(name)
      if (value !== undefined) put(name, value)
      return value
    },
    set: (name, value) => {
      put(name, value)
      if (values.size > most) values.delete(values.keys().next().value ?? '')
    },
  }
}
