import { isRecord } from '../metrics/records.js'

/** Parameters that choose records by whom they belong to. */
export const ownerParameters = ['client', 'technician'] as const

interface Owners {
  readonly client?: string
  readonly technician?: string
}

/** Fields that lead to the id of the client, and of the technician, of a record, the first that is there. */
const clientPaths = ['client.accountId', 'asset.client.accountId', 'accountId']
const technicianPaths = ['technician.userId']

/** Whether a record belongs to the client and the technician that are asked for; the record itself, where it is one. */
export function isOf(entity: string, { client, technician }: Owners): (record: unknown) => boolean {
  const clients = entity === 'clients' ? ['accountId'] : clientPaths
  const technicians = entity === 'technicians' ? ['userId'] : technicianPaths
  return (record) =>
    (client === undefined || clients.some((path) => at(record, path) === client)) &&
    (technician === undefined || technicians.some((path) => at(record, path) === technician))
}

function at(record: unknown, path: string): unknown {
  let value = record
  for (const name of path.split('.')) {
    if (!isRecord(value)) return undefined
    value = value[name]
  }
  return value
}
