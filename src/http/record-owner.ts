import { isRecord } from '../metrics/records.js'

/** Parameters that choose records by whom they belong to. */
export const ownerParameters = ['client', 'technician', 'techGroup'] as const

/** Ids of whom records are to belong to. */
export type Owners = { readonly [Parameter in (typeof ownerParameters)[number]]?: string }

/** Fields that lead to the ids of whom a record belongs to; the record itself, where it is one. */
const paths: Readonly<Record<keyof Owners, readonly string[]>> = {
  client: ['client.accountId', 'asset.client.accountId', 'accountId'],
  technician: ['technician.userId'],
  techGroup: ['techGroup.groupId', 'groups.groupId'],
}
const ownPaths: Readonly<Record<string, Partial<typeof paths>>> = {
  clients: { client: ['accountId'] },
  technicians: { technician: ['userId'] },
}

/** Whether a record belongs to all of the owners that are asked for. */
export function isOf(entity: string, owners: Owners): (record: unknown) => boolean {
  const own = Object.hasOwn(ownPaths, entity) ? ownPaths[entity] : undefined
  const asked = ownerParameters.filter((parameter) => owners[parameter] !== undefined)
  return (record) =>
    asked.every((parameter) =>
      (own?.[parameter] ?? paths[parameter]).some((path) =>
        leadsTo(owners[parameter], record, path.split('.')),
      ),
    )
}

/** A list leads to what any of its items does. */
function leadsTo(id: string | undefined, value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (Array.isArray(value))
    return value.some((item) => leadsTo(id, item, name === undefined ? [] : [name, ...rest]))
  if (name === undefined) return value === id
  return isRecord(value) && leadsTo(id, value[name], rest)
}
