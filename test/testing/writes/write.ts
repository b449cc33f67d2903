import type { MockWorld } from '@superhack/superops/testing'

export type Row = Record<string, unknown>

/** One write, a read that shows it, and what the read answers after it and not before. */
export interface Write {
  input(world: MockWorld, earlier: readonly unknown[]): unknown
  select?: string
  read(answer: Row, input: Row): string
  shows(answer: Row, input: Row, world: MockWorld): unknown
  /** Writes that have to come first. */
  after?(world: MockWorld): readonly (readonly [name: string, input: unknown])[]
}

export const is = (attribute: string, value: unknown) =>
  `condition: { attribute: "${attribute}", operator: "is", value: ${JSON.stringify(value)} }`
export const count = (list: string, attribute: string, value: unknown) =>
  `{ ${list}(input: { ${is(attribute, value)} }) { listInfo { totalCount } } }`
export const total = (list: string, totalCount: number) => ({ [list]: { listInfo: { totalCount } } })

export const client = (world: MockWorld) => ({ accountId: world.clients[0]?.accountId })
export const site = (world: MockWorld) => ({
  id: world.sites.find((row) => row.client.accountId === world.clients[0]?.accountId)?.id,
})
export const otherSite = (world: MockWorld) => world.sites.find((row) => row.hq !== true)
export const user = (world: MockWorld) => world.clientUsers.find((row) => row.client !== null)
export const linkOf = (world: MockWorld) =>
  world.clientUserAssociations.find((link) => link.user.userId === user(world)?.userId)
export const ticketId = (world: MockWorld) => String(world.tickets[0]?.ticketId)
export const asset = (world: MockWorld) => world.assets[0]
export const article = (world: MockWorld) => world.kbItems.find((item) => item.itemType === 'KB_ARTICLE')
export const collection = (world: MockWorld) =>
  world.kbItems.find((item) => item.itemType === 'KB_COLLECTION')
export const document = (world: MockWorld) => world.itDocuments[0]
export const ids = (rows: unknown) => rows as readonly string[]
export const first = (rows: unknown) => (rows as readonly Row[])[0] ?? {}
export const price = { model: 'PER_UNIT', details: [{ value: '10.00' }] }
export const openShare = {
  portalType: 'TECHNICIAN',
  userSharedType: 'AllUsers',
  groupSharedType: 'AllGroups',
}

export const getTicket = (id: unknown) => `{ getTicket(input: { ticketId: "${id}" }) { subject } }`
export const getClient = (id: unknown) => `{ getClient(input: { accountId: "${id}" }) { name } }`
export const kbItem = (id: unknown) =>
  `{ getKbItems(listInfo: { ${is('itemId', id)} }) { items { name itemType status parent { itemId } visibility { portalType roles groups } } } }`
export const associations = (id: unknown) =>
  `{ getClientUserAssociationList(input: { ${is('id', id)} }) { associations { user { userId } site { id } } } }`

export const customField = { label: 'Rack', fieldType: 'SELECT', options: ['A', 'B'], showToClient: false }
export const fieldRead = (module: string) => (answer: Row) =>
  `{ getField(input: { module: "${module}", columnName: "${answer.columnName}" }) { label options { value } } }`
export const fieldShown = () => ({ getField: { label: 'Rack', options: [{ value: 'A' }, { value: 'B' }] } })
