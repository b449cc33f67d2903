import type { Settings } from '../settings.js'
import type { Items, Kind, Members } from './members.js'

/** Why an item is not counted, by reason; the first that holds is the one that is told. */
export type Reasons<Item> = Readonly<Record<string, (item: Item, settings: Settings) => boolean>>

/** Records that a figure is counted from. */
export interface Population {
  readonly description: string
  examine(members: Members, settings: Settings): Examined
}

/** What of a population was counted, and what was not. */
export interface Examined {
  /** What the ids are of. */
  readonly entity: string
  /** Records that count; null when their collection is not known. */
  readonly n: number | null
  /** Records of the subject that were looked at; null when their collection is not known. */
  readonly total: number | null
  /** How many were left out, by reason, reasons that occur only. */
  readonly excluded: Readonly<Record<string, number>>
  /** Of those that count, ascending by code unit. */
  readonly ids: readonly string[]
}

const entities: Partial<Record<Kind, string>> = {
  technicianWork: 'worklogs',
  technician: 'technicians',
  earlierClients: 'clients',
}

/** @param reasons In the order in which they are asked. */
export function population<Name extends Kind>(
  kind: Name,
  description: string,
  reasons: Reasons<Items[Name]>,
): Population {
  const questions = Object.entries(reasons)
  return {
    description,
    examine(members, settings) {
      const entity = entities[kind] ?? kind
      const all = members[kind]()
      if (all === null) return { entity, n: null, total: null, excluded: {}, ids: [] }
      const counts = new Map<string, number>(
        [...asideReasons(all), ...questions.map(([name]) => name)].map((name) => [name, 0]),
      )
      const ids: string[] = []
      let n = 0
      for (const { id, item, setAside } of all) {
        const reason = setAside ?? questions.find(([, holds]) => holds(item, settings))?.[0]
        if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1)
        else {
          n += 1
          if (id !== null) ids.push(id)
        }
      }
      const excluded = Object.fromEntries([...counts].filter(([, count]) => count > 0))
      return { entity, n, total: all.length, excluded, ids: ids.sort() }
    },
  }
}

/** In an order that does not depend on that of the members. */
const asideReasons = (all: readonly { readonly setAside?: string }[]): string[] =>
  [...new Set(all.flatMap(({ setAside }) => setAside ?? []))].sort()
