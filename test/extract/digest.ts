import { createHash } from 'node:crypto'

const keys = ['ticketId', 'accountId', 'departmentId', 'assetId'] as const

/** Key and content of a row of a few kinds, short enough to hold very many. */
export function digestOf(row: object): { id: string; digest: string } {
  const key = keys.find((name) => name in row)
  const id = key === undefined ? '' : String((row as Record<string, unknown>)[key])
  return { id, digest: createHash('sha256').update(JSON.stringify(row)).digest('base64') }
}
