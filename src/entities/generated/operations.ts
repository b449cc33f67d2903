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
  getAssetPatchStatus: { kind: 'query'; variables: { input: types.AssetIdentifierInput }; result: string | null }
  getAssetSoftwareList: { kind: 'query'; variables: { input: types.AssetDetailsListInput }; result: types.AssetSoftwareList | null }
  getAssetSummary: { kind: 'query'; variables: { input: types.AssetIdentifierInput }; result: types.AssetSummary | null }
  getAssetUserLog: { kind: 'query'; variables: { input: types.AssetIdentifierInput }; result: (types.AssetUserLog | null)[] | null }
  getDeviceCategories: { kind: 'query'; variables: { input?: types.DeviceCategoryIdentifierInput | null | undefined }; result: ((Omit<types.DeviceCategory, 'assetClass'>) | null)[] | null }
  getUnMonitoredAssetList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: (Omit<types.AssetList, 'assets'> & { assets: (Omit<types.Asset, 'primaryMac' | 'patchStatus'> | null)[] | null }) | null }
  getClient: { kind: 'query'; variables: { input: types.ClientIdentifierInput }; result: types.Client | null }
  getClientList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.ClientList | null }
  getClientSite: { kind: 'query'; variables: { input: types.ClientSiteIdentifierInput }; result: types.ClientSite | null }
  getClientSiteList: { kind: 'query'; variables: { input: types.GetClientSiteListInput }; result: types.ClientSiteList | null }
  getClientStageList: { kind: 'query'; variables: Record<string, never>; result: (types.ClientStage | null)[] | null }
  getClientUser: { kind: 'query'; variables: { input: types.ClientUserIdentifierInput }; result: types.ClientUser | null }
  getClientUserAssociationList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.ClientUserAssociationList | null }
  getClientUserList: { kind: 'query'; variables: { input: types.GetClientUserListInput }; result: types.ClientUserList | null }
  getHolidayList: { kind: 'query'; variables: Record<string, never>; result: (types.HolidayList | null)[] | null }
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
  getCategoryList: { kind: 'query'; variables: Record<string, never>; result: (types.Category | null)[] | null }
  getCauseList: { kind: 'query'; variables: Record<string, never>; result: (types.Cause | null)[] | null }
  getClientCustomField: { kind: 'query'; variables: { input?: types.CustomFieldIdentifierInput | null | undefined }; result: types.CustomField | null }
  getClientCustomFieldList: { kind: 'query'; variables: Record<string, never>; result: (types.CustomField | null)[] | null }
  getField: { kind: 'query'; variables: { input: types.FieldIdentifierInput }; result: types.Field | null }
  getFields: { kind: 'query'; variables: { input: types.FieldIdentifierInput[] }; result: (types.Field | null)[] | null }
  getImpactList: { kind: 'query'; variables: Record<string, never>; result: (types.Impact | null)[] | null }
  getPriorityList: { kind: 'query'; variables: Record<string, never>; result: (types.Priority | null)[] | null }
  getResolutionCodeList: { kind: 'query'; variables: Record<string, never>; result: (types.ResolutionCode | null)[] | null }
  getSLAList: { kind: 'query'; variables: Record<string, never>; result: (types.SLA | null)[] | null }
  getStatusList: { kind: 'query'; variables: Record<string, never>; result: (types.Status | null)[] | null }
  getTicketCustomField: { kind: 'query'; variables: { input?: types.CustomFieldIdentifierInput | null | undefined }; result: types.CustomField | null }
  getTicketCustomFieldList: { kind: 'query'; variables: Record<string, never>; result: (types.CustomField | null)[] | null }
  getUrgencyList: { kind: 'query'; variables: Record<string, never>; result: (types.Urgency | null)[] | null }
  getTask: { kind: 'query'; variables: { input: types.GetTaskInput }; result: (Omit<types.Task, 'module'>) | null }
  getTaskList: { kind: 'query'; variables: { input: types.GetTaskListInput }; result: (Omit<types.TaskList, 'tasks'> & { tasks: (Omit<types.Task, 'module'> | null)[] | null }) | null }
  getWorkStatusList: { kind: 'query'; variables: Record<string, never>; result: (types.WorkStatus | null)[] | null }
  getBusinessFunctionList: { kind: 'query'; variables: Record<string, never>; result: (types.BusinessFunction | null)[] | null }
  getDesignationList: { kind: 'query'; variables: Record<string, never>; result: (types.Designation | null)[] | null }
  getRequesterRoleList: { kind: 'query'; variables: Record<string, never>; result: (types.Role | null)[] | null }
  getTeamList: { kind: 'query'; variables: Record<string, never>; result: (types.Team | null)[] | null }
  getTechnicianGroupList: { kind: 'query'; variables: Record<string, never>; result: (types.TechnicianGroup | null)[] | null }
  getTechnicianList: { kind: 'query'; variables: { input: types.ListInfoInput }; result: types.TechnicianList | null }
  getTechnicianRoleList: { kind: 'query'; variables: Record<string, never>; result: (types.Role | null)[] | null }
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

/** One line per documented operation; types are those of the wire, results in the kinds of objects.ts. */
export const operations = {
  getAlertList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'AlertList', rows: 'alerts' },
  getAlertsForAsset: { kind: 'query', argument: 'input', type: 'AssetDetailsListInput!', listInfo: 'input.listInfo', result: 'AlertList', rows: 'alerts' },
  getAsset: { kind: 'query', argument: 'input', type: 'AssetIdentifierInput!', result: 'Asset' },
  getAssetActivity: { kind: 'query', argument: 'input', type: 'AssetDetailsListInput!', listInfo: 'input.listInfo', result: 'AssetActivityList', rows: 'activities' },
  getAssetDiskDetails: { kind: 'query', argument: 'input', type: 'AssetIdentifierInput!', result: '[AssetDisk]' },
  getAssetInfoByTPEndpointIds: { kind: 'query', argument: 'input', type: 'TPAssetInfoInput', result: '[TPEndpointAssetInfo]' },
  getAssetList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'AssetList', rows: 'assets' },
  getAssetPatchDetails: { kind: 'query', argument: 'input', type: 'AssetDetailsListInput!', listInfo: 'input.listInfo', result: 'AssetPatchList', rows: 'assetPatches' },
  getAssetPatchStatus: { kind: 'query', argument: 'input', type: 'AssetIdentifierInput!', result: 'text' },
  getAssetSoftwareList: { kind: 'query', argument: 'input', type: 'AssetDetailsListInput!', listInfo: 'input.listInfo', result: 'AssetSoftwareList', rows: 'assetSoftwares' },
  getAssetSummary: { kind: 'query', argument: 'input', type: 'AssetIdentifierInput!', result: 'AssetSummary' },
  getAssetUserLog: { kind: 'query', argument: 'input', type: 'AssetIdentifierInput!', result: '[AssetUserLog]' },
  getDeviceCategories: { kind: 'query', argument: 'input', type: 'DeviceCategoryIdentifierInput', result: '[DeviceCategory]', omit: ['assetClass'] },
  getUnMonitoredAssetList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'AssetList', rows: 'assets', omit: ['assets.primaryMac', 'assets.patchStatus'] },
  getClient: { kind: 'query', argument: 'input', type: 'ClientIdentifierInput!', result: 'Client' },
  getClientList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'ClientList', rows: 'clients' },
  getClientSite: { kind: 'query', argument: 'input', type: 'ClientSiteIdentifierInput!', result: 'ClientSite' },
  getClientSiteList: { kind: 'query', argument: 'input', type: 'GetClientSiteListInput!', listInfo: 'input.listInfo', result: 'ClientSiteList', rows: 'sites' },
  getClientStageList: { kind: 'query', result: '[ClientStage]' },
  getClientUser: { kind: 'query', argument: 'input', type: 'ClientUserIdentifierInput!', result: 'ClientUser' },
  getClientUserAssociationList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'ClientUserAssociationList', rows: 'associations' },
  getClientUserList: { kind: 'query', argument: 'input', type: 'GetClientUserListInput!', listInfo: 'input.listInfo', result: 'ClientUserList', rows: 'userList' },
  getHolidayList: { kind: 'query', result: '[HolidayList]' },
  getClientContract: { kind: 'query', argument: 'input', type: 'ContractIdentifierInput!', result: 'ClientContract' },
  getClientContractList: { kind: 'query', argument: 'input', type: 'ListInfoInput', listInfo: 'input', result: 'ClientContractList', rows: 'clientContracts' },
  getInvoice: { kind: 'query', argument: 'input', type: 'InvoiceIdentifierInput!', result: 'Invoice' },
  getInvoiceItemList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'InvoiceItemList', rows: 'items' },
  getInvoiceList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'InvoiceList', rows: 'invoices' },
  getPaymentMethodList: { kind: 'query', result: '[PaymentMethod]' },
  getPaymentTermList: { kind: 'query', result: '[PaymentTerm]' },
  getTax: { kind: 'query', argument: 'input', type: 'TaxIdentifierInput!', result: 'Tax' },
  getTaxList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'TaxList', rows: 'taxes' },
  getItDocumentation: { kind: 'query', argument: 'input', type: 'ItDocumentationIdentifierInput!', result: 'ItDocumentation' },
  getItDocumentationCategories: { kind: 'query', result: '[ITDocumentationType]' },
  getItDocumentationList: { kind: 'query', argument: 'input', type: 'ItDocumentationListInput!', listInfo: 'input.listInfo', result: 'ItDocumentationList', rows: 'documents' },
  getKbItem: { kind: 'query', argument: 'input', type: 'KBItemIdentifierInput!', result: 'KbItem' },
  getKbItems: { kind: 'query', argument: 'listInfo', type: 'ListInfoInput!', listInfo: 'listInfo', result: 'KbItemList', rows: 'items' },
  getScriptList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'ScriptList', rows: 'scripts' },
  getScriptListByType: { kind: 'query', argument: 'input', type: 'ScriptListByTypeInput!', listInfo: 'input.listInfo', result: 'ScriptList', rows: 'scripts' },
  getServiceCatalogItem: { kind: 'query', argument: 'input', type: 'ServiceCatalogItemIdentifierInput!', result: 'ServiceCatalogItem' },
  getServiceCatalogItemList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'ServiceCatalogItemList', rows: 'items' },
  getServiceCategoryList: { kind: 'query', result: '[ServiceCategory]' },
  getServiceItem: { kind: 'query', argument: 'input', type: 'ServiceItemIdentifierInput!', result: 'ServiceItem', omit: ['salesTax.totalRate'] },
  getServiceItemList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'ServiceItemList', rows: 'items', omit: ['items.salesTax.totalRate'] },
  getAllFields: { kind: 'query', argument: 'input', type: 'String!', result: '[Field]' },
  getAssetCustomFields: { kind: 'query', argument: 'input', type: '[String!]', result: '[CustomField]' },
  getCategoryList: { kind: 'query', result: '[Category]' },
  getCauseList: { kind: 'query', result: '[Cause]' },
  getClientCustomField: { kind: 'query', argument: 'input', type: 'CustomFieldIdentifierInput', result: 'CustomField' },
  getClientCustomFieldList: { kind: 'query', result: '[CustomField]' },
  getField: { kind: 'query', argument: 'input', type: 'FieldIdentifierInput!', result: 'Field' },
  getFields: { kind: 'query', argument: 'input', type: '[FieldIdentifierInput!]!', result: '[Field]' },
  getImpactList: { kind: 'query', result: '[Impact]' },
  getPriorityList: { kind: 'query', result: '[Priority]' },
  getResolutionCodeList: { kind: 'query', result: '[ResolutionCode]' },
  getSLAList: { kind: 'query', result: '[SLA]' },
  getStatusList: { kind: 'query', result: '[Status]' },
  getTicketCustomField: { kind: 'query', argument: 'input', type: 'CustomFieldIdentifierInput', result: 'CustomField' },
  getTicketCustomFieldList: { kind: 'query', result: '[CustomField]' },
  getUrgencyList: { kind: 'query', result: '[Urgency]' },
  getTask: { kind: 'query', argument: 'input', type: 'GetTaskInput!', result: 'Task', omit: ['module'] },
  getTaskList: { kind: 'query', argument: 'input', type: 'GetTaskListInput!', listInfo: 'input.listInfo', result: 'TaskList', rows: 'tasks', omit: ['tasks.module'] },
  getWorkStatusList: { kind: 'query', result: '[WorkStatus]' },
  getBusinessFunctionList: { kind: 'query', result: '[BusinessFunction]' },
  getDesignationList: { kind: 'query', result: '[Designation]' },
  getRequesterRoleList: { kind: 'query', result: '[Role]' },
  getTeamList: { kind: 'query', result: '[Team]' },
  getTechnicianGroupList: { kind: 'query', result: '[TechnicianGroup]' },
  getTechnicianList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'TechnicianList', rows: 'userList' },
  getTechnicianRoleList: { kind: 'query', result: '[Role]' },
  getTicket: { kind: 'query', argument: 'input', type: 'TicketIdentifierInput!', result: 'Ticket' },
  getTicketConversationList: { kind: 'query', argument: 'input', type: 'TicketIdentifierInput!', result: '[TicketConversation]' },
  getTicketList: { kind: 'query', argument: 'input', type: 'ListInfoInput!', listInfo: 'input', result: 'TicketList', rows: 'tickets' },
  getTicketNoteList: { kind: 'query', argument: 'input', type: 'TicketIdentifierInput!', result: '[Note]' },
  getOfferedItems: { kind: 'query', argument: 'input', type: 'ListInfoInput', listInfo: 'input', result: 'OfferedItemList', rows: 'items', omit: ['items.type'] },
  getWorklogEntries: { kind: 'query', argument: 'input', type: 'GetWorklogEntriesInput!', listInfo: 'input.listInfo', result: 'WorklogEntryList', rows: 'entries' },
  createAlert: { kind: 'mutation', argument: 'input', type: 'CreateAlertInput!', result: 'Alert' },
  resolveAlerts: { kind: 'mutation', argument: 'input', type: '[ResolveAlertInput]', result: 'bool' },
  assignDeviceCategory: { kind: 'mutation', argument: 'input', type: 'AssignDeviceCategoryInput', result: 'bool' },
  softDeleteAsset: { kind: 'mutation', argument: 'input', type: 'AssetIdentifierInput', result: 'bool' },
  updateAsset: { kind: 'mutation', argument: 'input', type: 'UpdateAssetInput!', result: 'UpdatedAsset' },
  createClient: { kind: 'mutation', argument: 'input', type: 'CreateClientInput!', result: 'Client' },
  createClientSite: { kind: 'mutation', argument: 'input', type: 'CreateClientSiteInput!', result: 'ClientSite' },
  createClientUser: { kind: 'mutation', argument: 'input', type: 'CreateClientUserInput!', result: 'ClientUser' },
  createClientUserAssociations: { kind: 'mutation', argument: 'input', type: '[CreateClientUserAssociationInput!]!', result: '[ClientUserAssociation]' },
  createClientV2: { kind: 'mutation', argument: 'input', type: 'CreateClientInputV2!', result: 'Client' },
  deleteClientSites: { kind: 'mutation', argument: 'input', type: '[ClientSiteIdentifierInput!]!', result: '[id]' },
  deleteClientUser: { kind: 'mutation', argument: 'input', type: 'DeleteUserInput!', result: 'id!' },
  deleteClientUserAssociations: { kind: 'mutation', argument: 'input', type: '[ClientUserAssociationIdentifierInput!]!', result: '[id]' },
  hardDeleteClients: { kind: 'mutation', argument: 'input', type: '[ClientIdentifierInput!]!', result: 'bool' },
  restoreClients: { kind: 'mutation', argument: 'input', type: '[ClientIdentifierInput!]!', result: 'bool' },
  softDeleteClients: { kind: 'mutation', argument: 'input', type: '[ClientIdentifierInput!]!', result: 'bool' },
  updateClient: { kind: 'mutation', argument: 'input', type: 'UpdateClientInput!', result: 'Client' },
  updateClientSite: { kind: 'mutation', argument: 'input', type: 'UpdateClientSiteInput!', result: 'ClientSite' },
  updateClientUser: { kind: 'mutation', argument: 'input', type: 'UpdateClientUserInput!', result: 'ClientUser', omit: ['reportingManager', 'site', 'role', 'client'] },
  updateClientUserAssociations: { kind: 'mutation', argument: 'input', type: '[UpdateClientUserAssociationInput!]!', result: '[ClientUserAssociation]' },
  createClientContract: { kind: 'mutation', argument: 'input', type: 'CreateClientContractInput!', result: 'id!' },
  updateClientContract: { kind: 'mutation', argument: 'input', type: 'UpdateClientContractInput!', result: 'id!' },
  createInvoice: { kind: 'mutation', argument: 'input', type: 'CreateInvoiceInput!', result: 'Invoice' },
  createTax: { kind: 'mutation', argument: 'input', type: 'CreateTaxInput!', result: 'Tax' },
  updateInvoice: { kind: 'mutation', argument: 'input', type: 'UpdateInvoiceInput!', result: 'Invoice' },
  createItDocumentation: { kind: 'mutation', argument: 'input', type: 'CreateItDocumentationInput!', result: 'ItDocumentation' },
  deleteItDocumentation: { kind: 'mutation', argument: 'input', type: 'ItDocumentationIdentifierInput!', result: 'bool' },
  updateItDocumentation: { kind: 'mutation', argument: 'input', type: 'UpdateItDocumentationInput!', result: 'ItDocumentation' },
  createKbArticle: { kind: 'mutation', argument: 'input', type: 'CreateKbArticleInput!', result: 'KbArticle' },
  createKbCollection: { kind: 'mutation', argument: 'input', type: 'CreateKbCollectionInput!', result: 'KbCollection' },
  deleteKbArticle: { kind: 'mutation', argument: 'input', type: 'DeleteKbArticleInput!', result: 'bool' },
  deleteKbCollection: { kind: 'mutation', argument: 'input', type: 'DeleteKbCollectionInput!', result: 'bool' },
  updateKbArticle: { kind: 'mutation', argument: 'input', type: 'UpdateKbArticleInput!', result: 'KbArticle' },
  updateKbCollection: { kind: 'mutation', argument: 'input', type: 'UpdateKbCollectionInput!', result: 'KbCollection' },
  runScriptOnAsset: { kind: 'mutation', argument: 'input', type: 'RunScriptInput!', result: 'RunScriptData' },
  createServiceCatalogItem: { kind: 'mutation', argument: 'input', type: 'CreateServiceCatalogItemInput!', result: 'ServiceCatalogItem' },
  createServiceCategory: { kind: 'mutation', argument: 'input', type: 'CreateServiceCategoryInput!', result: 'ServiceCategory' },
  createServiceItem: { kind: 'mutation', argument: 'input', type: 'CreateServiceItemInput!', result: 'ServiceItem' },
  updateServiceCatalogItem: { kind: 'mutation', argument: 'input', type: 'UpdateServiceCatalogItemInput!', result: 'ServiceCatalogItem' },
  createCategories: { kind: 'mutation', argument: 'input', type: '[CreateCategoryInput!]!', result: '[Category]' },
  createCauses: { kind: 'mutation', argument: 'input', type: '[CreateCauseInput!]!', result: '[Cause]' },
  createClientCustomField: { kind: 'mutation', argument: 'input', type: 'CreateCustomFieldInput!', result: 'CustomField' },
  createStatus: { kind: 'mutation', argument: 'input', type: '[CreateStatusInput!]!', result: '[Status]' },
  createTicketCustomField: { kind: 'mutation', argument: 'input', type: 'CreateCustomFieldInput!', result: 'CustomField' },
  createTask: { kind: 'mutation', argument: 'input', type: 'CreateTaskInput!', result: 'Task' },
  createTechnician: { kind: 'mutation', argument: 'input', type: 'CreateTechnicianInput', result: 'Technician' },
  deleteTechnician: { kind: 'mutation', argument: 'input', type: 'DeleteUserInput!', result: 'id' },
  updateTechnician: { kind: 'mutation', argument: 'input', type: 'UpdateTechnicianInput', result: 'Technician' },
  createTicket: { kind: 'mutation', argument: 'input', type: 'CreateTicketInput!', result: 'Ticket' },
  createTicketConversation: { kind: 'mutation', argument: 'input', type: 'CreateTicketConversationInput!', result: 'TicketConversation', omit: ['toUsers', 'ccUsers', 'bccUsers', 'attachments'] },
  createTicketNote: { kind: 'mutation', argument: 'input', type: 'CreateTicketNoteInput!', result: 'Note', omit: ['attachments'] },
  hardDeleteTickets: { kind: 'mutation', argument: 'input', type: '[TicketIdentifierInput]', result: 'bool' },
  restoreTickets: { kind: 'mutation', argument: 'input', type: '[TicketIdentifierInput]', result: 'bool' },
  softDeleteTickets: { kind: 'mutation', argument: 'input', type: '[TicketIdentifierInput]', result: 'bool' },
  updateTicket: { kind: 'mutation', argument: 'input', type: 'UpdateTicketInput!', result: 'Ticket' },
  createWorklogEntries: { kind: 'mutation', argument: 'input', type: '[CreateWorklogEntryInput!]!', result: '[WorklogEntry]' },
  deleteWorklogEntry: { kind: 'mutation', argument: 'input', type: 'WorklogEntryIdentifier!', result: 'bool' },
  updateWorklogEntry: { kind: 'mutation', argument: 'input', type: 'UpdateWorklogEntryInput!', result: 'WorklogEntry' },
} as const

/** Input fields that hold instants, and the way to them; every other input goes out as it is. */
export const inputInstants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CreateTaskInput: { scheduledStartDate: 'Instant', dueDate: 'Instant' },
  CreateTicketConversationInput: { time: 'Instant' },
  CreateTicketInput: { createdTime: 'Instant', updatedTime: 'Instant', firstResponseTime: 'Instant', resolutionTime: 'Instant' },
  CreateTicketNoteInput: { addedOn: 'Instant' },
  UpdateTicketInput: { firstResponseTime: 'Instant', resolutionTime: 'Instant' },
  CreateWorklogEntryInput: { billDateTime: 'Instant' },
  UpdateWorklogEntryInput: { billDateTime: 'Instant' },
}
