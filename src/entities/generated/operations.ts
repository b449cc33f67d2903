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
  getAssetPatchStatus: { kind: 'query'; variables: { input: types.AssetIdentifierInput }; result: string | null }
  getClient: { kind: 'query'; variables: { input: types.ClientIdentifierInput }; result: types.Client | null }
  getClientList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.ClientList | null }
  getClientSite: { kind: 'query'; variables: { input: types.ClientSiteIdentifierInput }; result: types.ClientSite | null }
  getClientSiteList: { kind: 'query'; variables: { input: types.GetClientSiteListInput }; result: types.ClientSiteList | null }
  getClientStageList: { kind: 'query'; variables: Record<string, never>; result: (types.ClientStage | null)[] | null }
  getClientUser: { kind: 'query'; variables: { input: types.ClientUserIdentifierInput }; result: types.ClientUser | null }
  getClientUserAssociationList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.ClientUserAssociationList | null }
  getClientUserList: { kind: 'query'; variables: { input: types.GetClientUserListInput }; result: types.ClientUserList | null }
  getClientContract: { kind: 'query'; variables: { input: types.ContractIdentifierInput }; result: types.ClientContract | null }
  getClientContractList: { kind: 'query'; variables: { input?: types.ListInfoInput | null | undefined }; result: types.ClientContractList | null }
  getInvoice: { kind: 'query'; variables: { input: types.InvoiceIdentifierInput }; result: types.Invoice | null }
  getInvoiceItemList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.InvoiceItemList | null }
  getInvoiceList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.InvoiceList | null }
  getPaymentMethodList: { kind: 'query'; variables: Record<string, never>; result: (types.PaymentMethod | null)[] | null }
  getPaymentTermList: { kind: 'query'; variables: Record<string, never>; result: (types.PaymentTerm | null)[] | null }
  getTax: { kind: 'query'; variables: { input: types.TaxIdentifierInput }; result: types.Tax | null }
  getTaxList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.TaxList | null }
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
  getServiceItem: { kind: 'query'; variables: { input: types.ServiceItemIdentifierInput }; result: (Omit<types.ServiceItem, 'salesTax'> & { salesTax: Omit<types.Tax, 'totalRate'> | null }) | null }
  getServiceItemList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: (Omit<types.ServiceItemList, 'items'> & { items: (Omit<types.ServiceItem, 'salesTax'> & { salesTax: Omit<types.Tax, 'totalRate'> | null } | null)[] | null }) | null }
  getAllFields: { kind: 'query'; variables: { input: string }; result: (types.Field | null)[] | null }
  getAssetCustomFields: { kind: 'query'; variables: { input?: string[] | null | undefined }; result: (types.CustomField | null)[] | null }
  getField: { kind: 'query'; variables: { input: types.FieldIdentifierInput }; result: types.Field | null }
  getFields: { kind: 'query'; variables: { input: types.FieldIdentifierInput[] }; result: (types.Field | null)[] | null }
  getSLAList: { kind: 'query'; variables: Record<string, never>; result: (types.SLA | null)[] | null }
  getCategoryList: { kind: 'query'; variables: Record<string, never>; result: (types.Category | null)[] | null }
  getCauseList: { kind: 'query'; variables: Record<string, never>; result: (types.Cause | null)[] | null }
  getClientCustomField: { kind: 'query'; variables: { input?: types.CustomFieldIdentifierInput | null | undefined }; result: types.CustomField | null }
  getClientCustomFieldList: { kind: 'query'; variables: Record<string, never>; result: (types.CustomField | null)[] | null }
  getImpactList: { kind: 'query'; variables: Record<string, never>; result: (types.Impact | null)[] | null }
  getPriorityList: { kind: 'query'; variables: Record<string, never>; result: (types.Priority | null)[] | null }
  getResolutionCodeList: { kind: 'query'; variables: Record<string, never>; result: (types.ResolutionCode | null)[] | null }
  getStatusList: { kind: 'query'; variables: Record<string, never>; result: (types.Status | null)[] | null }
  getTicketCustomField: { kind: 'query'; variables: { input?: types.CustomFieldIdentifierInput | null | undefined }; result: types.CustomField | null }
  getTicketCustomFieldList: { kind: 'query'; variables: Record<string, never>; result: (types.CustomField | null)[] | null }
  getUrgencyList: { kind: 'query'; variables: Record<string, never>; result: (types.Urgency | null)[] | null }
  getHolidayList: { kind: 'query'; variables: Record<string, never>; result: (types.HolidayList | null)[] | null }
  getTask: { kind: 'query'; variables: { input: types.GetTaskInput }; result: (Omit<types.Task, 'module'>) | null }
  getTaskList: { kind: 'query'; variables: { input: types.GetTaskListInput }; result: (Omit<types.TaskList, 'tasks'> & { tasks: (Omit<types.Task, 'module'> | null)[] | null }) | null }
  getWorkStatusList: { kind: 'query'; variables: Record<string, never>; result: (types.WorkStatus | null)[] | null }
  getDesignationList: { kind: 'query'; variables: Record<string, never>; result: (types.Designation | null)[] | null }
  getRequesterRoleList: { kind: 'query'; variables: Record<string, never>; result: (types.Role | null)[] | null }
  getTechnicianGroupList: { kind: 'query'; variables: Record<string, never>; result: (types.TechnicianGroup | null)[] | null }
  getTechnicianList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.TechnicianList | null }
  getTechnicianRoleList: { kind: 'query'; variables: Record<string, never>; result: (types.Role | null)[] | null }
  getBusinessFunctionList: { kind: 'query'; variables: Record<string, never>; result: (types.BusinessFunction | null)[] | null }
  getTeamList: { kind: 'query'; variables: Record<string, never>; result: (types.Team | null)[] | null }
  getTicket: { kind: 'query'; variables: { input: types.TicketIdentifierInput }; result: types.Ticket | null }
  getTicketConversationList: { kind: 'query'; variables: { input: types.TicketIdentifierInput }; result: (types.TicketConversation | null)[] | null }
  getTicketList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.TicketList | null }
  getTicketNoteList: { kind: 'query'; variables: { input: types.TicketIdentifierInput }; result: (types.Note | null)[] | null }
  getOfferedItems: { kind: 'query'; variables: { input?: types.ListInfoInput | null | undefined }; result: (Omit<types.OfferedItemList, 'items'> & { items: (Omit<types.OfferedItem, 'type'> | null)[] | null }) | null }
  getWorklogEntries: { kind: 'query'; variables: { input: types.GetWorklogEntriesInput }; result: types.WorklogEntryList | null }
  createAlert: { kind: 'mutation'; variables: { input: types.CreateAlertInput }; result: types.Alert | null }
  resolveAlerts: { kind: 'mutation'; variables: { input?: (types.ResolveAlertInput | null)[] | null | undefined }; result: boolean | null }
  assignDeviceCategory: { kind: 'mutation'; variables: { input?: types.AssignDeviceCategoryInput | null | undefined }; result: boolean | null }
  softDeleteAsset: { kind: 'mutation'; variables: { input?: types.AssetIdentifierInput | null | undefined }; result: boolean | null }
  updateAsset: { kind: 'mutation'; variables: { input: types.UpdateAssetInput }; result: types.UpdatedAsset | null }
  createClient: { kind: 'mutation'; variables: { input: types.CreateClientInput }; result: types.Client | null }
  createClientSite: { kind: 'mutation'; variables: { input: types.CreateClientSiteInput }; result: types.ClientSite | null }
  createClientUser: { kind: 'mutation'; variables: { input: types.CreateClientUserInput }; result: types.ClientUser | null }
  createClientUserAssociations: { kind: 'mutation'; variables: { input: types.CreateClientUserAssociationInput[] }; result: (types.ClientUserAssociation | null)[] | null }
  createClientV2: { kind: 'mutation'; variables: { input: types.CreateClientInputV2 }; result: types.Client | null }
  deleteClientSites: { kind: 'mutation'; variables: { input: types.ClientSiteIdentifierInput[] }; result: (string | null)[] | null }
  deleteClientUser: { kind: 'mutation'; variables: { input: types.DeleteUserInput }; result: string }
  deleteClientUserAssociations: { kind: 'mutation'; variables: { input: types.ClientUserAssociationIdentifierInput[] }; result: (string | null)[] | null }
  hardDeleteClients: { kind: 'mutation'; variables: { input: types.ClientIdentifierInput[] }; result: boolean | null }
  restoreClients: { kind: 'mutation'; variables: { input: types.ClientIdentifierInput[] }; result: boolean | null }
  softDeleteClients: { kind: 'mutation'; variables: { input: types.ClientIdentifierInput[] }; result: boolean | null }
  updateClient: { kind: 'mutation'; variables: { input: types.UpdateClientInput }; result: types.Client | null }
  updateClientSite: { kind: 'mutation'; variables: { input: types.UpdateClientSiteInput }; result: types.ClientSite | null }
  updateClientUser: { kind: 'mutation'; variables: { input: types.UpdateClientUserInput }; result: (Omit<types.ClientUser, 'reportingManager' | 'site' | 'role' | 'client'>) | null }
  updateClientUserAssociations: { kind: 'mutation'; variables: { input: types.UpdateClientUserAssociationInput[] }; result: (types.ClientUserAssociation | null)[] | null }
  createClientContract: { kind: 'mutation'; variables: { input: types.CreateClientContractInput }; result: string }
  updateClientContract: { kind: 'mutation'; variables: { input: types.UpdateClientContractInput }; result: string }
  createInvoice: { kind: 'mutation'; variables: { input: types.CreateInvoiceInput }; result: types.Invoice | null }
  createTax: { kind: 'mutation'; variables: { input: types.CreateTaxInput }; result: types.Tax | null }
  updateInvoice: { kind: 'mutation'; variables: { input: types.UpdateInvoiceInput }; result: types.Invoice | null }
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
  createCategories: { kind: 'mutation'; variables: { input: types.CreateCategoryInput[] }; result: (types.Category | null)[] | null }
  createCauses: { kind: 'mutation'; variables: { input: types.CreateCauseInput[] }; result: (types.Cause | null)[] | null }
  createClientCustomField: { kind: 'mutation'; variables: { input: types.CreateCustomFieldInput }; result: types.CustomField | null }
  createStatus: { kind: 'mutation'; variables: { input: types.CreateStatusInput[] }; result: (types.Status | null)[] | null }
  createTicketCustomField: { kind: 'mutation'; variables: { input: types.CreateCustomFieldInput }; result: types.CustomField | null }
  createTask: { kind: 'mutation'; variables: { input: types.CreateTaskInput }; result: types.Task | null }
  createTechnician: { kind: 'mutation'; variables: { input?: types.CreateTechnicianInput | null | undefined }; result: types.Technician | null }
  deleteTechnician: { kind: 'mutation'; variables: { input: types.DeleteUserInput }; result: string | null }
  updateTechnician: { kind: 'mutation'; variables: { input?: types.UpdateTechnicianInput | null | undefined }; result: types.Technician | null }
  createTicket: { kind: 'mutation'; variables: { input: types.CreateTicketInput }; result: types.Ticket | null }
  createTicketConversation: { kind: 'mutation'; variables: { input: types.CreateTicketConversationInput }; result: (Omit<types.TicketConversation, 'toUsers' | 'ccUsers' | 'bccUsers' | 'attachments'>) | null }
  createTicketNote: { kind: 'mutation'; variables: { input: types.CreateTicketNoteInput }; result: (Omit<types.Note, 'attachments'>) | null }
  hardDeleteTickets: { kind: 'mutation'; variables: { input?: (types.TicketIdentifierInput | null)[] | null | undefined }; result: boolean | null }
  restoreTickets: { kind: 'mutation'; variables: { input?: (types.TicketIdentifierInput | null)[] | null | undefined }; result: boolean | null }
  softDeleteTickets: { kind: 'mutation'; variables: { input?: (types.TicketIdentifierInput | null)[] | null | undefined }; result: boolean | null }
  updateTicket: { kind: 'mutation'; variables: { input: types.UpdateTicketInput }; result: types.Ticket | null }
  createWorklogEntries: { kind: 'mutation'; variables: { input: types.CreateWorklogEntryInput[] }; result: (types.WorklogEntry | null)[] | null }
  deleteWorklogEntry: { kind: 'mutation'; variables: { input: types.WorklogEntryIdentifier }; result: boolean | null }
  updateWorklogEntry: { kind: 'mutation'; variables: { input: types.UpdateWorklogEntryInput }; result: types.WorklogEntry | null }
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
  getAssetPatchStatus: 'AssetIdentifierInput! > text',
  getClient: 'ClientIdentifierInput! > Client',
  getClientList: 'ListInfoInput! > ClientList',
  getClientSite: 'ClientSiteIdentifierInput! > ClientSite',
  getClientSiteList: 'GetClientSiteListInput!+ > ClientSiteList',
  getClientStageList: '> [ClientStage]',
  getClientUser: 'ClientUserIdentifierInput! > ClientUser',
  getClientUserAssociationList: 'ListInfoInput! > ClientUserAssociationList',
  getClientUserList: 'GetClientUserListInput!+ > ClientUserList',
  getClientContract: 'ContractIdentifierInput! > ClientContract',
  getClientContractList: 'ListInfoInput > ClientContractList',
  getInvoice: 'InvoiceIdentifierInput! > Invoice',
  getInvoiceItemList: 'ListInfoInput! > InvoiceItemList',
  getInvoiceList: 'ListInfoInput! > InvoiceList',
  getPaymentMethodList: '> [PaymentMethod]',
  getPaymentTermList: '> [PaymentTerm]',
  getTax: 'TaxIdentifierInput! > Tax',
  getTaxList: 'ListInfoInput! > TaxList',
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
  getServiceItem: 'ServiceItemIdentifierInput! > ServiceItem -salesTax.totalRate',
  getServiceItemList: 'ListInfoInput! > ServiceItemList -items.salesTax.totalRate',
  getAllFields: 'String! > [Field]',
  getAssetCustomFields: '[String!] > [CustomField]',
  getField: 'FieldIdentifierInput! > Field',
  getFields: '[FieldIdentifierInput!]! > [Field]',
  getSLAList: '> [SLA]',
  getCategoryList: '> [Category]',
  getCauseList: '> [Cause]',
  getClientCustomField: 'CustomFieldIdentifierInput > CustomField',
  getClientCustomFieldList: '> [CustomField]',
  getImpactList: '> [Impact]',
  getPriorityList: '> [Priority]',
  getResolutionCodeList: '> [ResolutionCode]',
  getStatusList: '> [Status]',
  getTicketCustomField: 'CustomFieldIdentifierInput > CustomField',
  getTicketCustomFieldList: '> [CustomField]',
  getUrgencyList: '> [Urgency]',
  getHolidayList: '> [HolidayList]',
  getTask: 'GetTaskInput! > Task -module',
  getTaskList: 'GetTaskListInput!+ > TaskList -tasks.module',
  getWorkStatusList: '> [WorkStatus]',
  getDesignationList: '> [Designation]',
  getRequesterRoleList: '> [Role]',
  getTechnicianGroupList: '> [TechnicianGroup]',
  getTechnicianList: 'ListInfoInput! > TechnicianList',
  getTechnicianRoleList: '> [Role]',
  getBusinessFunctionList: '> [BusinessFunction]',
  getTeamList: '> [Team]',
  getTicket: 'TicketIdentifierInput! > Ticket',
  getTicketConversationList: 'TicketIdentifierInput! > [TicketConversation]',
  getTicketList: 'ListInfoInput! > TicketList',
  getTicketNoteList: 'TicketIdentifierInput! > [Note]',
  getOfferedItems: 'ListInfoInput > OfferedItemList -items.type',
  getWorklogEntries: 'GetWorklogEntriesInput!+ > WorklogEntryList',
}

export const mutations = {
  createAlert: 'CreateAlertInput! > Alert',
  resolveAlerts: '[ResolveAlertInput] > bool',
  assignDeviceCategory: 'AssignDeviceCategoryInput > bool',
  softDeleteAsset: 'AssetIdentifierInput > bool',
  updateAsset: 'UpdateAssetInput! > UpdatedAsset',
  createClient: 'CreateClientInput! > Client',
  createClientSite: 'CreateClientSiteInput! > ClientSite',
  createClientUser: 'CreateClientUserInput! > ClientUser',
  createClientUserAssociations: '[CreateClientUserAssociationInput!]! > [ClientUserAssociation]',
  createClientV2: 'CreateClientInputV2! > Client',
  deleteClientSites: '[ClientSiteIdentifierInput!]! > [id]',
  deleteClientUser: 'DeleteUserInput! > id!',
  deleteClientUserAssociations: '[ClientUserAssociationIdentifierInput!]! > [id]',
  hardDeleteClients: '[ClientIdentifierInput!]! > bool',
  restoreClients: '[ClientIdentifierInput!]! > bool',
  softDeleteClients: '[ClientIdentifierInput!]! > bool',
  updateClient: 'UpdateClientInput! > Client',
  updateClientSite: 'UpdateClientSiteInput! > ClientSite',
  updateClientUser: 'UpdateClientUserInput! > ClientUser -reportingManager,site,role,client',
  updateClientUserAssociations: '[UpdateClientUserAssociationInput!]! > [ClientUserAssociation]',
  createClientContract: 'CreateClientContractInput! > id!',
  updateClientContract: 'UpdateClientContractInput! > id!',
  createInvoice: 'CreateInvoiceInput! > Invoice',
  createTax: 'CreateTaxInput! > Tax',
  updateInvoice: 'UpdateInvoiceInput! > Invoice',
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
  createCategories: '[CreateCategoryInput!]! > [Category]',
  createCauses: '[CreateCauseInput!]! > [Cause]',
  createClientCustomField: 'CreateCustomFieldInput! > CustomField',
  createStatus: '[CreateStatusInput!]! > [Status]',
  createTicketCustomField: 'CreateCustomFieldInput! > CustomField',
  createTask: 'CreateTaskInput! > Task',
  createTechnician: 'CreateTechnicianInput > Technician',
  deleteTechnician: 'DeleteUserInput! > id',
  updateTechnician: 'UpdateTechnicianInput > Technician',
  createTicket: 'CreateTicketInput! > Ticket',
  createTicketConversation: 'CreateTicketConversationInput! > TicketConversation -toUsers,ccUsers,bccUsers,attachments',
  createTicketNote: 'CreateTicketNoteInput! > Note -attachments',
  hardDeleteTickets: '[TicketIdentifierInput] > bool',
  restoreTickets: '[TicketIdentifierInput] > bool',
  softDeleteTickets: '[TicketIdentifierInput] > bool',
  updateTicket: 'UpdateTicketInput! > Ticket',
  createWorklogEntries: '[CreateWorklogEntryInput!]! > [WorklogEntry]',
  deleteWorklogEntry: 'WorklogEntryIdentifier! > bool',
  updateWorklogEntry: 'UpdateWorklogEntryInput! > WorklogEntry',
}
