import { isRecord } from '../metrics/records.js'

/** Parameters that choose records by whom they belong to. */
export const ownerParameters = ['client', 'technician', 'techGroup'] as const

/** Ids of whom records are to belong to. */
export type Owners = { readonly [Parameter in (typeof ownerParameters)[number]]?: string }

type Path = readonly string[]

/** Fields that lead to the ids of whom a record belongs to; the record itself, where it is one. */
const paths: Readonly<Record<keyof Owners, readonly Path[]>> = {
  client: [['client', 'accountId'], ['asset', 'client', 'accountId'], ['accountId']],
  technician: [['technician', 'userId']],
  techGroup: [
    ['techGroup', 'groupId'],
    ['groups', 'groupId'],
  ],
}
const ownPaths: Readonly<Record<string, Partial<typeof paths>>> = {
  clients: { client: [['accountId']] },
  technicians: { technician: [['userId']] },
}

/** Whether a record belongs to all of the owners that are asked for. */
export function isOf(entity: string, owners: Owners): (record: unknown) => boolean {
  const all = { ...paths, ...(Object.hasOwn(ownPaths, entity) ? ownPaths[entity] : {}) }
  const asked = ownerParameters
    .filter((parameter) => owners[parameter] !== undefined)
    .map((parameter) => ({ id: owners[parameter], ways: all[parameter] }))
  return (record) => asked.every(({ id, ways }) => ways.some((path) => leadsTo(id, record, path, 0)))
}

/** A list leads to what any of its items does. */
function leadsTo(id: unknown, value: unknown, path: Path, at: number): boolean {
  if (Array.isArray(value)) return value.some((item) => leadsTo(id, item, path, at))
  const name = path[at]
  if (name === undefined) return value === id
  return isRecord(value) && leadsTo(id, value[name], path, at + 1)
}
