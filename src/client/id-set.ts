/** Distinct ids of a walk: 64-bit numbers in an open-addressed table, 16 to 32 bytes each. */
export class IdSet {
  #table = new BigUint64Array(1024)
  #mask = 1023
  #numbers = 0
  /** Ids that are no 64-bit number, and zero, which marks a free place. */
  readonly #others = new Set<string>()

  get size(): number {
    return this.#numbers + this.#others.size
  }

  /** Whether the id was new. */
  add(id: string): boolean {
    if (!isNumber(id)) return this.#others.size !== this.#others.add(id).size
    if (this.#numbers * 2 >= this.#table.length) this.#grow()
    return this.#place(BigInt(id))
  }

  has(id: string): boolean {
    if (!isNumber(id)) return this.#others.has(id)
    const number = BigInt(id)
    for (let at = hash(number) & this.#mask; ; at = (at + 1) & this.#mask) {
      const found = this.#table[at]
      if (found === number) return true
      if (found === 0n) return false
    }
  }

  *[Symbol.iterator](): Generator<string, void, undefined> {
    for (const id of this.#table) if (id !== 0n) yield String(id)
    yield* this.#others
  }

  #place(id: bigint): boolean {
    let at = hash(id) & this.#mask
    for (;;) {
      const found = this.#table[at]
      if (found === id) return false
      if (found === 0n) {
        this.#table[at] = id
        this.#numbers++
        return true
      }
      at = (at + 1) & this.#mask
    }
  }

  #grow(): void {
    const before = this.#table
    this.#table = new BigUint64Array(before.length * 2)
    this.#mask = this.#table.length - 1
    this.#numbers = 0
    for (const id of before) if (id !== 0n) this.#place(id)
  }
}

const isNumber = (id: string) => /^[1-9]\d{0,18}$/.test(id)

function hash(id: bigint): number {
  const low = Number(BigInt.asUintN(32, id))
  const high = Number(id >> 32n)
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
