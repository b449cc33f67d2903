// Written by scripts/codegen.ts from src/schema. Do not edit.
import type * as types from './types.js'

export interface Operations {
  getAlertList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.AlertList | null }
  getAlertsForAsset: { kind: 'query'; variables: { input: types.AssetDetailsListInput }; result: types.AlertList | null }
  getAsset: { kind: 'query'; variables: { input: types.AssetIdentifierInput }; result: types.Asset | null }
  getAssetActivity: { kind: 'query'; variables: { input: types.AssetDetailsListInput }; result: types.AssetActivityList | null }
  getAssetDiskDetails: { kind: 'query'; variables: { input: types.AssetIdentifierInput }; result: (types.AssetDisk | null)[] | null }
  getAssetInfoByTPEndpointIds: { kind: 'query'; variables: { input?: types.TPAssetInfoInput | null | undefined }; result: (types.TPEndpointAssetInfo | null)[] | null }
  getAssetList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.AssetList | null }
  getAssetPatchDetails: { kind: 'query'; variables: { input: types.AssetDetailsListInput }; result: types.AssetPatchList | null }
  getAssetSoftwareList: { kind: 'query'; variables: { input: types.AssetDetailsListInput }; result: types.AssetSoftwareList | null }
  getAssetSummary: { kind: 'query'; variables: { input: types.AssetIdentifierInput }; result: types.AssetSummary | null }
  getAssetUserLog: { kind: 'query'; variables: { input: types.AssetIdentifierInput }; result: (types.AssetUserLog | null)[] | null }
  getDeviceCategories: { kind: 'query'; variables: { input?: types.DeviceCategoryIdentifierInput | null | undefined }; result: ((Omit<types.DeviceCategory, 'assetClass'>) | null)[] | null }
  getUnMonitoredAssetList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: (Omit<types.AssetList, 'assets'> & { assets: (Omit<types.Asset, 'primaryMac' | 'patchStatus'> | null)[] | null }) | null }
  getDepartmentList: { kind: 'query'; variables: Record<string, never>; result: (types.Department | null)[] | null }
  getItDocumentation: { kind: 'query'; variables: { input: types.ItDocumentationIdentifierInput }; result: types.ItDocumentation | null }
  getItDocumentationCategories: { kind: 'query'; variables: Record<string, never>; result: (types.ITDocumentationType | null)[] | null }
  getItDocumentationList: { kind: 'query'; variables: { input: types.ItDocumentationListInput }; result: types.ItDocumentationList | null }
  getKbItem: { kind: 'query'; variables: { input: types.KBItemIdentifierInput }; result: types.KbItem | null }
  getKbItems: { kind: 'query'; variables: { listInfo: types.ListInfoInput }; result: types.KbItemList | null }
  getScriptList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.ScriptList | null }
  getScriptListByType: { kind: 'query'; variables: { input: types.ScriptListByTypeInput }; result: types.ScriptList | null }
  getServiceCatalogItem: { kind: 'query'; variables: { input: types.ServiceCatalogItemIdentifierInput }; result: types.ServiceCatalogItem | null }
  getServiceCatalogItemList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.ServiceCatalogItemList | null }
  getServiceCategoryList: { kind: 'query'; variables: Record<string, never>; result: (types.ServiceCategory | null)[] | null }
  getServiceItem: { kind: 'query'; variables: { input: types.ServiceItemIdentifierInput }; result: types.ServiceItem | null }
  getServiceItemList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.ServiceItemList | null }
  getAllFields: { kind: 'query'; variables: { input: string }; result: (types.Field | null)[] | null }
  getAssetCustomFields: { kind: 'query'; variables: { input?: string[] | null | undefined }; result: (types.CustomField | null)[] | null }
  getField: { kind: 'query'; variables: { input: types.FieldIdentifierInput }; result: types.Field | null }
  getFields: { kind: 'query'; variables: { input: types.FieldIdentifierInput[] }; result: (types.Field | null)[] | null }
  getSLAList: { kind: 'query'; variables: Record<string, never>; result: (types.SLA | null)[] | null }
  getServiceOfferingList: { kind: 'query'; variables: { input: types.GetServiceEntriesInput }; result: types.ServiceOfferingList | null }
  getHolidayList: { kind: 'query'; variables: Record<string, never>; result: (types.HolidayList | null)[] | null }
  getSite: { kind: 'query'; variables: { input: types.SiteIdentifierInput }; result: types.Site | null }
  getSiteList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.SiteList | null }
  getTask: { kind: 'query'; variables: { input: types.TaskIdentifierInput }; result: types.Task | null }
  getTaskList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.TaskList | null }
  getDesignationList: { kind: 'query'; variables: Record<string, never>; result: (types.Designation | null)[] | null }
  getRequesterRoleList: { kind: 'query'; variables: Record<string, never>; result: (types.Role | null)[] | null }
  getTechnicianGroupList: { kind: 'query'; variables: Record<string, never>; result: (types.TechnicianGroup | null)[] | null }
  getTechnicianList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.TechnicianList | null }
  getTechnicianRoleList: { kind: 'query'; variables: Record<string, never>; result: (types.Role | null)[] | null }
  getTicket: { kind: 'query'; variables: { input: types.TicketIdentifierInput }; result: types.Ticket | null }
  getTicketConversationList: { kind: 'query'; variables: { input: types.TicketIdentifierInput }; result: (types.TicketConversation | null)[] | null }
  getTicketList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.TicketList | null }
  getTicketNoteList: { kind: 'query'; variables: { input: types.TicketIdentifierInput }; result: (types.Note | null)[] | null }
  getUser: { kind: 'query'; variables: { input: types.UserIdentifierInput }; result: types.User | null }
  getUserList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.UserList | null }
  createAlert: { kind: 'mutation'; variables: { input: types.CreateAlertInput }; result: types.Alert | null }
  resolveAlerts: { kind: 'mutation'; variables: { input?: (types.ResolveAlertInput | null)[] | null | undefined }; result: boolean | null }
  assignDeviceCategory: { kind: 'mutation'; variables: { input?: types.AssignDeviceCategoryInput | null | undefined }; result: boolean | null }
  softDeleteAsset: { kind: 'mutation'; variables: { input?: types.AssetIdentifierInput | null | undefined }; result: boolean | null }
  updateAsset: { kind: 'mutation'; variables: { input: types.UpdateAssetInput }; result: types.UpdatedAsset | null }
  createDepartment: { kind: 'mutation'; variables: { input: types.CreateDepartmentInput }; result: types.Department | null }
  createItDocumentation: { kind: 'mutation'; variables: { input: types.CreateItDocumentationInput }; result: types.ItDocumentation | null }
  deleteItDocumentation: { kind: 'mutation'; variables: { input: types.ItDocumentationIdentifierInput }; result: boolean | null }
  updateItDocumentation: { kind: 'mutation'; variables: { input: types.UpdateItDocumentationInput }; result: types.ItDocumentation | null }
  createKbArticle: { kind: 'mutation'; variables: { input: types.CreateKbArticleInput }; result: types.KbArticle | null }
  createKbCollection: { kind: 'mutation'; variables: { input: types.CreateKbCollectionInput }; result: types.KbCollection | null }
  deleteKbArticle: { kind: 'mutation'; variables: { input: types.DeleteKbArticleInput }; result: boolean | null }
  deleteKbCollection: { kind: 'mutation'; variables: { input: types.DeleteKbCollectionInput }; result: boolean | null }
  updateKbArticle: { kind: 'mutation'; variables: { input: types.UpdateKbArticleInput }; result: types.KbArticle | null }
  updateKbCollection: { kind: 'mutation'; variables: { input: types.UpdateKbCollectionInput }; result: types.KbCollection | null }
  runScriptOnAsset: { kind: 'mutation'; variables: { input: types.RunScriptInput }; result: types.RunScriptData | null }
  createServiceCatalogItem: { kind: 'mutation'; variables: { input: types.CreateServiceCatalogItemInput }; result: types.ServiceCatalogItem | null }
  createServiceCategory: { kind: 'mutation'; variables: { input: types.CreateServiceCategoryInput }; result: types.ServiceCategory | null }
  createServiceItem: { kind: 'mutation'; variables: { input: types.CreateServiceItemInput }; result: types.ServiceItem | null }
  updateServiceCatalogItem: { kind: 'mutation'; variables: { input: types.UpdateServiceCatalogItemInput }; result: types.ServiceCatalogItem | null }
  createServiceOfferings: { kind: 'mutation'; variables: { input: types.CreateServiceOfferingInput[] }; result: (types.ServiceOffering | null)[] | null }
  deleteServiceOffering: { kind: 'mutation'; variables: { input: types.ServiceEntryIdentifierInput }; result: boolean | null }
  deleteWorklog: { kind: 'mutation'; variables: { input: types.ServiceEntryIdentifierInput }; result: boolean | null }
  updateServiceOffering: { kind: 'mutation'; variables: { input: types.UpdateServiceOfferingInput }; result: types.ServiceOffering | null }
  createSite: { kind: 'mutation'; variables: { input: types.CreateSiteInput }; result: types.Site | null }
  deleteSites: { kind: 'mutation'; variables: { input: types.SiteIdentifierInput[] }; result: (string | null)[] | null }
  updateSite: { kind: 'mutation'; variables: { input: types.UpdateSiteInput }; result: types.Site | null }
  createTask: { kind: 'mutation'; variables: { input: types.CreateTaskInput }; result: types.Task | null }
  createTicket: { kind: 'mutation'; variables: { input: types.CreateTicketInput }; result: types.Ticket | null }
  createTicketConversation: { kind: 'mutation'; variables: { input: types.CreateTicketConversationInput }; result: (Omit<types.TicketConversation, 'toUsers' | 'ccUsers' | 'bccUsers' | 'attachments'>) | null }
  createTicketNote: { kind: 'mutation'; variables: { input: types.CreateTicketNoteInput }; result: (Omit<types.Note, 'attachments'>) | null }
  hardDeleteTickets: { kind: 'mutation'; variables: { input?: (types.TicketIdentifierInput | null)[] | null | undefined }; result: boolean | null }
  restoreTickets: { kind: 'mutation'; variables: { input?: (types.TicketIdentifierInput | null)[] | null | undefined }; result: boolean | null }
  softDeleteTickets: { kind: 'mutation'; variables: { input?: (types.TicketIdentifierInput | null)[] | null | undefined }; result: boolean | null }
  updateTicket: { kind: 'mutation'; variables: { input: types.UpdateTicketInput }; result: types.Ticket | null }
  createUser: { kind: 'mutation'; variables: { input: types.CreateUserInput }; result: types.User | null }
  deleteUser: { kind: 'mutation'; variables: { input: types.DeleteUserInput }; result: string }
  updateUser: { kind: 'mutation'; variables: { input: types.UpdateUserInput }; result: (Omit<types.User, 'reportingManager' | 'roles' | 'department' | 'associations'>) | null }
}

/**
 * One line per documented operation, read by operation.ts: 'argument:Type > result -omitted,paths'. The argument is
 * named input unless said; + means that its field listInfo asks for the page. Types are those of the wire,
 * results in the kinds of objects.ts.
 */
export const queries = {
  getAlertList: 'ListInfoInput! > AlertList',
  getAlertsForAsset: 'AssetDetailsListInput!+ > AlertList',
  getAsset: 'AssetIdentifierInput! > Asset',
  getAssetActivity: 'AssetDetailsListInput!+ > AssetActivityList',
  getAssetDiskDetails: 'AssetIdentifierInput! > [AssetDisk]',
  getAssetInfoByTPEndpointIds: 'TPAssetInfoInput > [TPEndpointAssetInfo]',
  getAssetList: 'ListInfoInput! > AssetList',
  getAssetPatchDetails: 'AssetDetailsListInput!+ > AssetPatchList',
  getAssetSoftwareList: 'AssetDetailsListInput!+ > AssetSoftwareList',
  getAssetSummary: 'AssetIdentifierInput! > AssetSummary',
  getAssetUserLog: 'AssetIdentifierInput! > [AssetUserLog]',
  getDeviceCategories: 'DeviceCategoryIdentifierInput > [DeviceCategory] -assetClass',
  getUnMonitoredAssetList: 'ListInfoInput! > AssetList -assets.primaryMac,assets.patchStatus',
  getDepartmentList: '> [Department]',
  getItDocumentation: 'ItDocumentationIdentifierInput! > ItDocumentation',
  getItDocumentationCategories: '> [ITDocumentationType]',
  getItDocumentationList: 'ItDocumentationListInput!+ > ItDocumentationList',
  getKbItem: 'KBItemIdentifierInput! > KbItem',
  getKbItems: 'listInfo:ListInfoInput! > KbItemList',
  getScriptList: 'ListInfoInput! > ScriptList',
  getScriptListByType: 'ScriptListByTypeInput!+ > ScriptList',
  getServiceCatalogItem: 'ServiceCatalogItemIdentifierInput! > ServiceCatalogItem',
  getServiceCatalogItemList: 'ListInfoInput! > ServiceCatalogItemList',
  getServiceCategoryList: '> [ServiceCategory]',
  getServiceItem: 'ServiceItemIdentifierInput! > ServiceItem',
  getServiceItemList: 'ListInfoInput! > ServiceItemList',
  getAllFields: 'String! > [Field]',
  getAssetCustomFields: '[String!] > [CustomField]',
  getField: 'FieldIdentifierInput! > Field',
  getFields: '[FieldIdentifierInput!]! > [Field]',
  getSLAList: '> [SLA]',
  getServiceOfferingList: 'GetServiceEntriesInput!+ > ServiceOfferingList',
  getHolidayList: '> [HolidayList]',
  getSite: 'SiteIdentifierInput! > Site',
  getSiteList: 'ListInfoInput! > SiteList',
  getTask: 'TaskIdentifierInput! > Task',
  getTaskList: 'ListInfoInput! > TaskList',
  getDesignationList: '> [Designation]',
  getRequesterRoleList: '> [Role]',
  getTechnicianGroupList: '> [TechnicianGroup]',
  getTechnicianList: 'ListInfoInput! > TechnicianList',
  getTechnicianRoleList: '> [Role]',
  getTicket: 'TicketIdentifierInput! > Ticket',
  getTicketConversationList: 'TicketIdentifierInput! > [TicketConversation]',
  getTicketList: 'ListInfoInput! > TicketList',
  getTicketNoteList: 'TicketIdentifierInput! > [Note]',
  getUser: 'UserIdentifierInput! > User',
  getUserList: 'ListInfoInput! > UserList',
}

export const mutations = {
  createAlert: 'CreateAlertInput! > Alert',
  resolveAlerts: '[ResolveAlertInput] > bool',
  assignDeviceCategory: 'AssignDeviceCategoryInput > bool',
  softDeleteAsset: 'AssetIdentifierInput > bool',
  updateAsset: 'UpdateAssetInput! > UpdatedAsset',
  createDepartment: 'CreateDepartmentInput! > Department',
  createItDocumentation: 'CreateItDocumentationInput! > ItDocumentation',
  deleteItDocumentation: 'ItDocumentationIdentifierInput! > bool',
  updateItDocumentation: 'UpdateItDocumentationInput! > ItDocumentation',
  createKbArticle: 'CreateKbArticleInput! > KbArticle',
  createKbCollection: 'CreateKbCollectionInput! > KbCollection',
  deleteKbArticle: 'DeleteKbArticleInput! > bool',
  deleteKbCollection: 'DeleteKbCollectionInput! > bool',
  updateKbArticle: 'UpdateKbArticleInput! > KbArticle',
  updateKbCollection: 'UpdateKbCollectionInput! > KbCollection',
  runScriptOnAsset: 'RunScriptInput! > RunScriptData',
  createServiceCatalogItem: 'CreateServiceCatalogItemInput! > ServiceCatalogItem',
  createServiceCategory: 'CreateServiceCategoryInput! > ServiceCategory',
  createServiceItem: 'CreateServiceItemInput! > ServiceItem',
  updateServiceCatalogItem: 'UpdateServiceCatalogItemInput! > ServiceCatalogItem',
  createServiceOfferings: '[CreateServiceOfferingInput!]! > [ServiceOffering]',
  deleteServiceOffering: 'ServiceEntryIdentifierInput! > bool',
  deleteWorklog: 'ServiceEntryIdentifierInput! > bool',
  updateServiceOffering: 'UpdateServiceOfferingInput! > ServiceOffering',
  createSite: 'CreateSiteInput! > Site',
  deleteSites: '[SiteIdentifierInput!]! > [id]',
  updateSite: 'UpdateSiteInput! > Site',
  createTask: 'CreateTaskInput! > Task',
  createTicket: 'CreateTicketInput! > Ticket',
  createTicketConversation: 'CreateTicketConversationInput! > TicketConversation -toUsers,ccUsers,bccUsers,attachments',
  createTicketNote: 'CreateTicketNoteInput! > Note -attachments',
  hardDeleteTickets: '[TicketIdentifierInput] > bool',
  restoreTickets: '[TicketIdentifierInput] > bool',
  softDeleteTickets: '[TicketIdentifierInput] > bool',
  updateTicket: 'UpdateTicketInput! > Ticket',
  createUser: 'CreateUserInput! > User',
  deleteUser: 'DeleteUserInput! > id!',
  updateUser: 'UpdateUserInput! > User -reportingManager,roles,department,associations',
}
