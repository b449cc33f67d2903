import type { ClientUserAssociation } from '../entities/generated/types.js'
import type { QuirkName } from './quirks.js'
import type { Scene } from './scene.js'

type Row = Readonly<Record<string, unknown>>

interface QuirkFreeField {
  readonly quirk: QuirkName
  /** What the field shows when the quirk is off. */
  read(row: Row, scene: Scene): unknown
}

/** The first association of every person. */
function firstAssociations({ world, lists }: Scene): ReadonlyMap<string, ClientUserAssociation> {
  return lists.kept('first associations', () => {
    const first = new Map<string, ClientUserAssociation>()
    for (const link of world.tables.ClientUserAssociation.rows)
      if (!first.has(link.user.userId)) first.set(link.user.userId, link)
    return first
  })
}

const ofAssociation = (name: 'client' | 'site', reference: 'ClientRef' | 'SiteRef'): QuirkFreeField => ({
  quirk: 'severalClientsHideClient',
  read: (row, scene) => {
    const link = firstAssociations(scene).get(String(row.userId))
    return row[name] ?? scene.world.references.toOptional(reference, link?.[name])
  },
})

/** Fields whose live value is odd, by type and name. */
export const quirkFreeFields: Readonly<Record<string, QuirkFreeField>> = {
  'OfferedItem.type': { quirk: 'offeredItemTypeNull', read: ({ type }) => type ?? 'WORK' },
  'Task.module': {
    quirk: 'projectTaskModuleFails',
    read: ({ module }) => (module === 'TICKET' ? module : null),
  },
  'ClientUser.client': ofAssociation('client', 'ClientRef'),
  'ClientUser.site': ofAssociation('site', 'SiteRef'),
  'TicketConversation.type': {
    quirk: 'openingTextAsDescription',
    read: ({ type }) => (type === 'DESCRIPTION' ? 'REQ_REPLY' : type),
  },
}
