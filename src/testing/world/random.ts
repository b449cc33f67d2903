import type { Faker } from '@faker-js/faker'
import { fakerPackage } from '../peers/faker.js'

/** Seeded choices; the same seed gives the same ones with every faker 10.x. */
export interface Random {
  /** Whole number, both ends included. */
  int(min: number, max: number): number
  pick<Value>(list: readonly Value[]): Value
  /** One of `list`, the entry at `i` with the weight at `i`. */
  weighted<Value>(list: readonly Value[], weights: readonly number[]): Value
  /** True in a share `probability` of the calls. */
  chance(probability: number): boolean
  /** 0 up to 1 in steps of a millionth. */
  share(): number
  /** `value` in a share `probability` of the calls, else null. */
  maybe<Value>(probability: number, value: Value): Value | null
  /** 19 digits above 2^53, as SuperOps gives; never the same twice. */
  id(): string
  shuffle(list: unknown[]): void
}

function fakerOfOwn(): Faker {
  const { faker: shared } = fakerPackage()
  // The class is exported by the barrel only, which loads all locales and takes seven times as long.
  const Class = shared.constructor as new (options: { locale: Faker['rawDefinitions'] }) => Faker
  return new Class({ locale: shared.rawDefinitions })
}

/**
 * Choices of a seed.
 *
 * Of faker only numbers and array elements are used: its words change between minor versions.
 */
export function createRandom(seed: number): Random {
  const faker = fakerOfOwn()
  faker.seed(seed)
  let ids = 0

  const int = (min: number, max: number) => faker.number.int({ min, max })
  const share = () => int(0, 999_999) / 1_000_000
  const chance = (probability: number) => share() < probability

  function weighted<Value>(list: readonly Value[], weights: readonly number[]): Value {
    let rest = share() * weights.reduce((sum, weight) => sum + weight, 0)
    const at = weights.findIndex((weight) => {
      rest -= weight
      return rest < 0
    })
    return list[at < 0 ? list.length - 1 : at] as Value
  }

  function id(): string {
    ids += 1
    // The factor is coprime to 10^9, so that the low digits run through all values before one comes again.
    const low = (ids * 7_387_421) % 1_000_000_000
    return `${int(1_000_000_000, 8_999_999_999)}${String(low).padStart(9, '0')}`
  }

  function shuffle(list: unknown[]): void {
    for (let at = list.length - 1; at > 0; at--) {
      const other = int(0, at)
      const held = list[at]
      list[at] = list[other]
      list[other] = held
    }
  }

  return {
    int,
    pick: (list) => faker.helpers.arrayElement(list),
    weighted,
    chance,
    share,
    maybe: (probability, value) => (chance(probability) ? value : null),
    id,
    shuffle,
  }
}
