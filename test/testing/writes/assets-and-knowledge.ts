import {
  article,
  asset,
  client,
  collection,
  document,
  ids,
  is,
  kbItem,
  openShare,
  type Row,
  total,
  type Write,
} from './write.js'

export const assetAndKnowledgeWrites: Readonly<Record<string, Write>> = {
  assignDeviceCategory: {
    input: (world) => ({
      assetIds: [asset(world)?.assetId],
      deviceCategoryId: world.deviceCategories.find((row) => row.name !== asset(world)?.deviceCategory?.name)
        ?.deviceCategoryId,
    }),
    read: (_, { assetIds }) => `{ getAsset(input: { assetId: "${ids(assetIds)[0]}" }) { deviceCategory } }`,
    shows: (_, { deviceCategoryId }) => ({ getAsset: { deviceCategory: { id: deviceCategoryId } } }),
  },
  createAlert: {
    input: (world) => ({ assetId: asset(world)?.assetId, message: 'Too hot' }),
    select: '{ id }',
    read: ({ id }, { assetId }) =>
      `{ getAlertsForAsset(input: { assetId: "${assetId}", listInfo: { ${is('id', id)} } }) { alerts { message status resolvedTime } } }`,
    shows: () => ({
      getAlertsForAsset: { alerts: [{ message: 'Too hot', status: 'Open', resolvedTime: null }] },
    }),
  },
  createItDocumentation: {
    input: (world) => ({ typeId: world.itDocumentTypes[1]?.typeId, name: 'VPN key', client: client(world) }),
    select: '{ itDocId }',
    read: (_, { typeId }) =>
      `{ getItDocumentationList(input: { typeId: "${typeId}", listInfo: { ${is('name', 'VPN key')} } }) { documents { itDocId client } } }`,
    shows: ({ itDocId }, _, world) => ({
      getItDocumentationList: { documents: [{ itDocId, client: client(world) }] },
    }),
  },
  createKbArticle: {
    input: (world) => ({
      name: 'Reset a badge',
      parent: { itemId: collection(world)?.itemId },
      status: 'DRAFT',
      content: '<html><body>Hold it</body></html>',
      visibility: { added: [openShare] },
    }),
    select: '{ itemId }',
    read: ({ itemId }) => kbItem(itemId),
    shows: (_, { parent }) => ({
      getKbItems: {
        items: [
          {
            name: 'Reset a badge',
            itemType: 'KB_ARTICLE',
            status: 'DRAFT',
            parent,
            visibility: [{ portalType: 'TECHNICIAN' }],
          },
        ],
      },
    }),
  },
  createKbCollection: {
    input: () => ({ name: 'Badges' }),
    select: '{ itemId }',
    read: ({ itemId }) => kbItem(itemId),
    shows: () => ({ getKbItems: { items: [{ name: 'Badges', itemType: 'KB_COLLECTION' }] } }),
  },
  deleteItDocumentation: {
    input: (world) => ({ itDocId: document(world)?.itDocId }),
    read: (_, { itDocId }) => `{ getItDocumentation(input: { itDocId: "${itDocId}" }) { name } }`,
    shows: () => ({ getItDocumentation: null }),
  },
  deleteKbArticle: {
    input: (world) => ({ article: { itemId: article(world)?.itemId } }),
    read: (_, { article: item }) => kbItem((item as Row).itemId),
    shows: () => ({ getKbItems: { items: [] } }),
  },
  deleteKbCollection: {
    input: (world) => ({ kbCollection: { itemId: collection(world)?.itemId } }),
    read: (_, { kbCollection }) => {
      const id = (kbCollection as Row).itemId
      return `{ getKbItems(listInfo: { condition: { joinOperator: "OR", operands: [{ attribute: "itemId", operator: "is", value: "${id}" }, { attribute: "parent.itemId", operator: "is", value: "${id}" }] } }) { items { name } } }`
    },
    shows: () => ({ getKbItems: { items: [] } }),
  },
  resolveAlerts: {
    input: (world) => world.alerts.filter((row) => row.status === 'Open').map(({ id }) => ({ id })),
    read: () => `{ getAlertList(input: { ${is('status', 'Open')} }) { listInfo { totalCount } } }`,
    shows: () => total('getAlertList', 0),
  },
  runScriptOnAsset: {
    input: (world) => ({ assetId: asset(world)?.assetId, scriptId: world.scripts[0]?.scriptId }),
    select: '{ actionConfigId }',
    read: (_, { assetId }) =>
      `{ getAssetActivity(input: { assetId: "${assetId}", listInfo: { pageSize: 1 } }) { activities { module activityData createdTime } } }`,
    shows: (_answer, _input, world) => ({
      getAssetActivity: {
        activities: [
          {
            module: 'SCRIPT',
            activityData: { name: world.scripts[0]?.name },
            createdTime: '2026-01-05T09:00:00.001',
          },
        ],
      },
    }),
  },
  softDeleteAsset: {
    input: (world) => ({ assetId: asset(world)?.assetId }),
    read: (_, { assetId }) => `{ getAsset(input: { assetId: "${assetId}" }) { name } }`,
    shows: () => ({ getAsset: null }),
  },
  updateAsset: {
    input: (world) => ({ assetId: asset(world)?.assetId, name: 'RENAMED', purchasedDate: '2025-01-02' }),
    select: '{ name }',
    read: (_, { assetId }) =>
      `{ getAsset(input: { assetId: "${assetId}" }) { name purchasedDate hostName } }`,
    shows: (_answer, _input, world) => ({
      getAsset: { name: 'RENAMED', purchasedDate: '2025-01-02', hostName: asset(world)?.hostName },
    }),
  },
  updateItDocumentation: {
    input: (world) => ({
      itDocId: document(world)?.itDocId,
      typeId: world.itDocumentTypes[0]?.typeId,
      name: 'Renamed',
      customFields: { udf2text: 'two' },
    }),
    select: '{ name }',
    read: (_, { itDocId }) =>
      `{ getItDocumentation(input: { itDocId: "${itDocId}" }) { name client customFields } }`,
    shows: (_answer, _input, world) => ({
      getItDocumentation: {
        name: 'Renamed',
        client: { accountId: document(world)?.client?.accountId },
        customFields: { ...document(world)?.customFields, udf2text: 'two' },
      },
    }),
  },
  updateKbArticle: {
    input: (world) => ({
      itemId: article(world)?.itemId,
      name: 'Renamed',
      visibility: {
        updated: [
          {
            mappingId: article(world)?.visibility?.[0]?.mappingId,
            addedGroupIds: [world.technicianGroups[1]?.groupId],
          },
        ],
        added: [{ portalType: 'REQUESTER', addedRoleIds: ['4'] }],
      },
    }),
    select: '{ name }',
    read: (_, { itemId }) =>
      `{ getKbItems(listInfo: { ${is('itemId', itemId)} }) { items { name lastModifiedOn visibility { portalType roles groups } } } }`,
    shows: (_answer, _input, world) => ({
      getKbItems: {
        items: [
          {
            name: 'Renamed',
            lastModifiedOn: '2026-01-05T09:00:00.001',
            visibility: [
              { portalType: 'TECHNICIAN', groups: [{ groupId: world.technicianGroups[1]?.groupId }] },
              { portalType: 'REQUESTER', roles: [{ roleId: '4' }] },
            ],
          },
        ],
      },
    }),
  },
  updateKbCollection: {
    input: (world) => ({ itemId: collection(world)?.itemId, name: 'Renamed' }),
    select: '{ name }',
    read: (_, { itemId }) => kbItem(itemId),
    shows: () => ({ getKbItems: { items: [{ name: 'Renamed', itemType: 'KB_COLLECTION' }] } }),
  },
}
