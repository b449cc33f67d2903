import type { Asset } from '../../entities/generated/types.js'
import { ClientFailure, InternalFailure } from '../errors/operation-failure.js'
import type { Input, Scene } from '../scene.js'
import { type AssetDetails, assetDetails } from '../world/asset-details.js'
import { scriptTypeOf } from '../world/knowledge.js'

/** Rows of a list operation before paging. */
export type Source = (input: Input, scene: Scene) => readonly object[]

function assetOf(input: Input, { world }: Scene): Asset {
  const id = String(input.assetId)
  const asset = world.tables.Asset.get(id) ?? world.tables.UnMonitoredAsset.get(id)
  if (asset === undefined) throw new ClientFailure('entity_does_not_exist')
  return asset
}

const detail =
  <Name extends keyof AssetDetails>(name: Name) =>
  (input: Input, scene: Scene): AssetDetails[Name] =>
    assetDetails(assetOf(input, scene), scene.world.now())[name]

export const assetSummary = detail('summary')
export const assetPatchStatus = (input: Input, scene: Scene): string | null =>
  assetOf(input, scene).patchStatus

function ticketRows<Row>(
  input: Input,
  { world }: Scene,
  rows: ReadonlyMap<string, readonly Row[]>,
): readonly Row[] {
  const id = String(input.ticketId)
  if (world.tables.Ticket.get(id) === undefined) throw new ClientFailure('entity_does_not_exist')
  return rows.get(id) ?? []
}

export const ticketNotes = (input: Input, scene: Scene) => ticketRows(input, scene, scene.world.notes)

const rolesOf =
  (roleTypeId: string): Source =>
  (_, { world }) =>
    world.tables.Role.rows.filter((role) => role.roleType?.roleTypeId === roleTypeId)

/** Identifiers of other systems name machines in a way of their own: here, one after the other. */
const assetsOfIntegration: Source = (input, { world }) => {
  const { rows } = world.tables.Asset
  const ids = Array.isArray(input.tpEndpointIds) ? input.tpEndpointIds : []
  return ids.map((tpEndpointId: unknown, at) => ({
    tpEndpointId,
    superOpsAssetInfo: rows[at % rows.length] ?? null,
  }))
}

/** Lists whose rows are not simply all records of their type. */
export const sources: Readonly<Record<string, Source>> = {
  getAlertsForAsset: (input, scene) => {
    const { assetId } = assetOf(input, scene)
    return scene.world.tables.Alert.rows.filter((alert) => alert.asset?.assetId === assetId)
  },
  getAllFields: (input, { world }) => world.tables.Field.rows.filter((field) => field.module === input.value),
  getAssetActivity: (input, scene) => [
    ...(scene.world.scriptRuns.get(String(input.assetId)) ?? []),
    ...detail('activities')(input, scene),
  ],
  getAssetCustomFields: (input, { world, quirks }) => {
    if (quirks.assetCustomFieldsNeedInput && input.value == null)
      throw new InternalFailure('getAssetCustomFields needs its input')
    return world.tables.AssetCustomField.rows
  },
  getAssetDiskDetails: detail('disks'),
  getAssetInfoByTPEndpointIds: assetsOfIntegration,
  getAssetPatchDetails: detail('patches'),
  getAssetSoftwareList: detail('software'),
  getAssetUserLog: detail('users'),
  getClientCustomFieldList: (_, { world }) => world.tables.ClientCustomField.rows,
  getClientSiteList: (input, { world }) => {
    const { rows } = world.tables.ClientSite
    return input.clientId == null ? rows : rows.filter((site) => site.client.accountId === input.clientId)
  },
  getClientUserList: (input, { world }) => {
    if (input.clientId == null) return world.tables.ClientUser.rows
    const links = world.tables.ClientUserAssociation.rows
    return [
      ...new Set(links.filter((link) => link.client.accountId === input.clientId).map((link) => link.user)),
    ]
  },
  getDeviceCategories: (input, { world }) =>
    world.tables.DeviceCategory.rows.filter(
      (row) =>
        (input.custom == null || row.custom === input.custom) &&
        (input.classId == null || row.assetClass?.classId === input.classId),
    ),
  getFields: (input, { world }) => {
    const wanted = Array.isArray(input.value) ? (input.value as readonly Input[]) : []
    return world.tables.Field.rows.filter((field) => wanted.some((entry) => isField(field, entry)))
  },
  getInvoiceItemList: (_, { world }) =>
    world.tables.Invoice.rows.flatMap((invoice) => invoice.items?.flatMap((item) => item ?? []) ?? []),
  getItDocumentationList: (input, { world }) => {
    const { rows } = world.tables.ItDocumentation
    return input.typeId == null
      ? rows
      : rows.filter((row) => world.typeByDocument.get(row.itDocId) === input.typeId)
  },
  getKbItems: (_, { world }) => world.tables.KbItem.rows,
  getRequesterRoleList: rolesOf('2'),
  getScriptListByType: (input, { world }) =>
    world.tables.Script.rows.filter(
      (script) => scriptTypeOf(script.language) === String(input.type).toUpperCase(),
    ),
  getServiceOfferingList: (input, { world }) => {
    const { rows } = world.tables.ServiceOffering
    return input.module == null ? rows : rows.filter((row) => row.workItem.module === input.module)
  },
  getTechnicianRoleList: rolesOf('1'),
  getTicketConversationList: (input, scene) => ticketRows(input, scene, scene.world.conversations),
  getTicketCustomFieldList: (_, { world }) => world.tables.TicketCustomField.rows,
  getUnMonitoredAssetList: (_, { world }) => world.tables.UnMonitoredAsset.rows,
  getWorklogEntries: (input, { world }) => {
    const { rows } = world.tables.WorklogEntry
    return input.module == null ? rows : rows.filter((row) => row.workItem.module === input.module)
  },
}

/** Whether a `FieldIdentifierInput` names this field: by id, else by module and column. */
export function isField(field: { id: string; module: string; columnName: string }, wanted: Input): boolean {
  if (wanted.id != null) return field.id === wanted.id
  return field.module === wanted.module && field.columnName === wanted.columnName
}
