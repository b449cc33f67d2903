import type { DocumentSharedDetails } from '../../entities/generated/types.js'
import { keepArticleContent } from '../files/article-content.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { wireTime } from '../world/wire-time.js'
import { inputsOf } from './generic-mutations.js'
import { tokenUser } from './ticket-mutations.js'
import {
  completeRecord,
  createRecord,
  existing,
  isRow,
  type Row,
  updateRecord,
  writeInput,
} from './write-record.js'

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function stamp(scene: Scene): Row {
  const user = scene.world.references.to('UserRef', tokenUser(scene))
  return { lastModifiedBy: user, lastModifiedOn: wireTime(scene.world.now()) }
}

/** Lists of a share, with the record that an id in them names. */
function listsOf({ world }: Scene) {
  const { references, tables } = world
  const person = (id: string) => tables.Technician.get(id) ?? tables.ClientUser.get(id)
  return [
    ['roles', 'RoleIds', (id: string) => references.toOptional('RoleRef', tables.Role.get(id))],
    ['users', 'UserIds', (id: string) => references.toOptional('UserRef', person(id))],
    [
      'groups',
      'GroupIds',
      (id: string) => references.toOptional('TechnicianGroupRef', tables.TechnicianGroup.get(id)),
    ],
  ] as const
}

/** Writes one entry of `visibility`, whose ids stand apart from the records they become. */
function writeShare(share: Row, entry: Input, scene: Scene): Row {
  const { references, tables } = scene.world
  writeInput('DocumentSharedDetails', share, entry, scene)
  if (entry.accountId !== undefined)
    share.client = references.toOptional('ClientRef', tables.Client.get(String(entry.accountId)))
  if (entry.siteId !== undefined)
    share.site = references.toOptional('SiteRef', tables.ClientSite.get(String(entry.siteId)))
  for (const [name, ids, find] of listsOf(scene)) {
    const gone = new Set(listOf(entry[`deleted${ids}`]).map((id) => find(String(id))))
    const held = listOf(share[name]).filter((own) => !gone.has(own as never))
    const added = listOf(entry[`added${ids}`]).map((id) => find(String(id)))
    share[name] = [...new Set([...held, ...added])]
  }
  return share
}

const newShares = (visibility: unknown, scene: Scene): Row[] =>
  isRow(visibility)
    ? inputsOf(listOf(visibility.added)).map((entry) =>
        completeRecord('DocumentSharedDetails', writeShare({}, entry, scene), scene),
      )
    : []

const createKbItem =
  (itemType: 'KB_ARTICLE' | 'KB_COLLECTION'): Resolver =>
  (argument, scene) => {
    const { visibility, content, ...input } = argument as Input
    const { lastModifiedBy, lastModifiedOn } = stamp(scene)
    const item = createRecord('KbItem', input, scene, {
      itemType,
      createdBy: lastModifiedBy,
      createdOn: lastModifiedOn,
      lastModifiedBy,
      lastModifiedOn,
      ...(itemType === 'KB_ARTICLE' && {
        viewCount: 0,
        articleType: 'HTML',
        visibility: newShares(visibility, scene),
        loginRequired: false,
      }),
    })
    keepArticleContent(item, content)
    return item
  }

const updateKbItem: Resolver = (argument, scene) => {
  const { visibility, content, ...input } = argument as Input
  const item = existing('KbItem', input.itemId, scene)
  updateRecord('KbItem', item, input, scene)
  keepArticleContent(item, content)
  if (isRow(visibility)) {
    const deleted = new Set(listOf(visibility.deleted).map(String))
    const held = listOf(item.visibility) as unknown as (DocumentSharedDetails & Row)[]
    for (const { mappingId, ...entry } of inputsOf(listOf(visibility.updated))) {
      const share = held.find((own) => own.mappingId === String(mappingId))
      if (share !== undefined) writeShare(share, entry, scene)
    }
    item.visibility = [
      ...held.filter((share) => !deleted.has(share.mappingId)),
      ...newShares(visibility, scene),
    ]
  }
  return Object.assign(item, stamp(scene))
}

/** A collection goes with all that stands in it. */
function removeItem(id: string, scene: Scene): void {
  const { KbItem } = scene.world.tables
  KbItem.remove(id)
  for (const item of KbItem.rows.filter(({ parent }) => parent?.itemId === id))
    removeItem(String(item.itemId), scene)
}

const deleteKbCollection: Resolver = (argument, scene) => {
  removeItem(String(((argument as Input).kbCollection as Input).itemId), scene)
  return true
}

const createItDocumentation: Resolver = (argument, scene) => {
  const { typeId, ...input } = argument as Input
  const document = createRecord('ItDocumentation', input, scene, { customFields: {} })
  scene.world.typeByDocument.set(String(document.itDocId), String(typeId))
  return document
}

export const knowledgeMutations: Readonly<Record<string, Resolver>> = {
  createItDocumentation,
  createKbArticle: createKbItem('KB_ARTICLE'),
  createKbCollection: createKbItem('KB_COLLECTION'),
  deleteKbCollection,
  updateKbArticle: updateKbItem,
  updateKbCollection: updateKbItem,
}
