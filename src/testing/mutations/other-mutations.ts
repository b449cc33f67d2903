import type { Field } from '../../entities/generated/types.js'
import { keepArticleContent } from '../files/article-content.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { alertAsset } from '../world/alerts.js'
import { wireTime } from '../world/wire-time.js'
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

const createAlert: Resolver = (argument, scene) => {
  const { assetId, ...input } = argument as Input
  const { world } = scene
  const asset = existing('Asset', assetId, scene)
  return createRecord('Alert', input, scene, {
    asset: alertAsset(world.references, asset as never),
    createdTime: wireTime(world.now()),
    status: 'Open',
    severity: 'High',
    occurrenceCount: 1,
  })
}

const resolveAlerts: Resolver = (argument, scene) => {
  const list = (argument as readonly (Input | null)[] | null) ?? []
  const alerts = list.flatMap((entry) => (entry === null ? [] : [existing('Alert', entry.id, scene)]))
  for (const alert of alerts) {
    alert.status = 'Resolved'
    alert.resolvedTime ??= wireTime(scene.world.now())
  }
  return true
}

const assignDeviceCategory: Resolver = (argument, scene) => {
  const input = argument as Input | null
  if (input === null) return false
  const category = existing('DeviceCategory', input.deviceCategoryId, scene)
  const assets = (input.assetIds as readonly string[]).map((id) => existing('Asset', id, scene))
  for (const asset of assets) asset.deviceCategory = scene.world.references.to('DeviceCategoryRef', category)
  return true
}

const softDeleteAsset: Resolver = (argument, scene) => {
  const input = argument as Input | null
  if (input === null) return false
  existing('Asset', input.assetId, scene)
  scene.world.tables.Asset.remove(String(input.assetId))
  return true
}

const runScriptOnAsset: Resolver = (argument, scene) => {
  const input = argument as Input
  const { world } = scene
  existing('Asset', input.assetId, scene)
  const script = existing('Script', input.scriptId, scene)
  return {
    actionConfigId: world.random.id(),
    script: { scriptId: script.scriptId, name: script.name },
    scriptArguments: input.scriptArguments ?? null,
    addedBy: world.references.to('UserRef', tokenUser(scene)),
  }
}

const customField =
  (table: 'TicketCustomField' | 'ClientCustomField', module: string): Resolver =>
  (argument, scene) => {
    const { options, ...input } = argument as Input
    const { tables, random } = scene.world
    const number =
      tables.Field.rows.filter((field) => field.module === module && field.fieldCategory === 'CUSTOM')
        .length + 1
    const columnName = `udf${number}${columnSuffix[String(input.fieldType)] ?? 'text'}`
    const field = createRecord('CustomField', input, scene, { columnName })
    tables[table].add(field as never)
    const values = Array.isArray(options) ? options : []
    tables.Field.add(
      completeRecord(
        'Field',
        {
          ...input,
          id: field.id,
          module,
          columnName,
          fieldCategory: 'CUSTOM',
          options: values.map((value: unknown, at) => ({
            id: random.id(),
            value,
            description: null,
            order: at + 1,
            parentOption: null,
          })),
        },
        scene,
      ) as never,
    )
    return field
  }

/** Seen live: text, para, date, dt, mselect; the other kinds are not known. */
const columnSuffix: Readonly<Record<string, string>> = {
  PARAGRAPH: 'para',
  DATE: 'date',
  DATETIME: 'dt',
  MULTI_SELECT: 'mselect',
  CHECKBOX: 'checkbox',
  SELECT: 'select',
  NUMERIC: 'num',
  DECIMAL: 'decimal',
}

/** New categories, causes and statuses are offered by their field as well. */
const withOption =
  (type: 'Category' | 'Cause' | 'Status', columnName: string): Resolver =>
  (argument, scene) =>
    (argument as readonly Input[]).map((input) => {
      const record = createRecord(type, input, scene)
      const isOwner = (field: Field) => field.module === 'TICKET' && field.columnName === columnName
      const options = scene.world.tables.Field.rows.find(isOwner)?.options
      options?.push({
        id: scene.world.random.id(),
        value: String(record.name),
        description: null,
        order: options.length + 1,
        parentOption: null,
      })
      return record
    })

function stamp(scene: Scene): Row {
  const user = scene.world.references.to('UserRef', tokenUser(scene))
  return { lastModifiedBy: user, lastModifiedOn: wireTime(scene.world.now()) }
}

/** Shares of `visibility.added`, as the article shows them. */
function shares(visibility: unknown, scene: Scene): Row[] {
  const added =
    isRow(visibility) && Array.isArray(visibility.added) ? (visibility.added as readonly (Row | null)[]) : []
  return added.flatMap((entry) => {
    if (entry === null) return []
    const share: Row = { roles: [], users: [], groups: [] }
    writeInput('DocumentSharedDetails', share, entry, scene)
    return [completeRecord('DocumentSharedDetails', share, scene)]
  })
}

const createKbItem =
  (itemType: 'KB_ARTICLE' | 'KB_COLLECTION'): Resolver =>
  (argument, scene) => {
    const { visibility, content, ...input } = argument as Input
    const isArticle = itemType === 'KB_ARTICLE'
    const { lastModifiedBy, lastModifiedOn } = stamp(scene)
    const item = createRecord('KbItem', input, scene, {
      itemType,
      createdBy: lastModifiedBy,
      createdOn: lastModifiedOn,
      lastModifiedBy,
      lastModifiedOn,
      ...(isArticle && {
        viewCount: 0,
        articleType: 'HTML',
        visibility: shares(visibility, scene),
        loginRequired: false,
      }),
    })
    keepArticleContent(item, content)
    return item
  }

const updateKbItem: Resolver = (argument, scene) => {
  const { visibility, content, ...input } = argument as Input
  const item = existing('KbItem', input.itemId, scene)
  updateRecord('KbItem', item, { ...input }, scene)
  keepArticleContent(item, content)
  if (isRow(visibility)) {
    const deleted = new Set(Array.isArray(visibility.deleted) ? visibility.deleted.map(String) : [])
    const held = Array.isArray(item.visibility) ? (item.visibility as readonly Row[]) : []
    item.visibility = [
      ...held.filter((share) => !deleted.has(String(share.mappingId))),
      ...shares(visibility, scene),
    ]
  }
  return Object.assign(item, stamp(scene))
}

const createItDocumentation: Resolver = (argument, scene) => {
  const { typeId, ...input } = argument as Input
  existing('ITDocumentationType', typeId, scene)
  const document = createRecord('ItDocumentation', input, scene, { customFields: {} })
  scene.world.typeByDocument.set(String(document.itDocId), String(typeId))
  return document
}

export const otherMutations: Readonly<Record<string, Resolver>> = {
  assignDeviceCategory,
  createAlert,
  createCategories: withOption('Category', 'category'),
  createCauses: withOption('Cause', 'cause'),
  createClientCustomField: customField('ClientCustomField', 'COMPANY'),
  createItDocumentation,
  createKbArticle: createKbItem('KB_ARTICLE'),
  createKbCollection: createKbItem('KB_COLLECTION'),
  createStatus: withOption('Status', 'status'),
  createTicketCustomField: customField('TicketCustomField', 'TICKET'),
  resolveAlerts,
  runScriptOnAsset,
  softDeleteAsset,
  updateKbArticle: updateKbItem,
  updateKbCollection: updateKbItem,
}
