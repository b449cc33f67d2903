// Written by scripts/codegen.ts from src/schema. Do not edit.
import type * as types from './types.js'

/** Fields of every object type, read by fields.ts. */
export const objects = {
  AlertList: 'alerts:[Alert] listInfo:ListInfo',
  Alert: 'id:id@ message createdTime:instant status severity description asset=AlertAssetRef policy=AlertPolicyRef resolvedTime:instant occurrenceCount:int',
  AssetList: 'assets:[Asset] listInfo:ListInfo',
  AssetActivityData: 'activityId:id@ module activityType activityData:json createdBy=UserRef createdTime:instant',
  AssetActivityList: 'activities:[AssetActivityData] listInfo:ListInfo',
  AssetCPU: 'assetId:id! cpuName currentSpeed=Measurement maxSpeed=Measurement physicalCore:int logicalCore:int architecture l1Cache=Measurement l2Cache=Measurement l3Cache=Measurement processCount threadsCount handlesCount cpuUsage=Measurement',
  AssetDisk: 'drive discType fileSystem maxFileLength:int autoMounted:bool compressed:bool pageFile:bool indexed:bool size=Measurement freeSize=Measurement activeTime=Measurement responseTime=Measurement readSpeed=Measurement writeSpeed=Measurement driveUsage=Measurement',
  AssetInterface: 'name mac ipv4Address ipv6Address infIndex:int mtu connectType lineSpeed=Measurement dataInPerSec=Measurement dataOutPerSec=Measurement adapterName',
  AssetMemory: 'totalMemory=Measurement usedMemory=Measurement availableMemory=Measurement cachedMemory=Measurement pagedPoolByte=Measurement nonPagedPoolByte=Measurement memoryUsage=Measurement swapTotalMemory=Measurement swapAvailableMemory=Measurement swapUsedMemory=Measurement',
  AssetPatchList: 'assetPatches:[PatchData] listInfo:ListInfo',
  PatchData: 'patchDetail:PatchDetails approvalStatus installationTime:day installationStatus failedMessage',
  PatchDetails: 'patchId:id! patchKey title publishedDate:day category severity kbNumbers:[PatchKb] restartRequired:bool',
  PatchKb: 'kbNumber',
  AssetSoftware: 'id:id@ software:json version installedDate bitVersion installedPath',
  AssetSoftwareList: 'assetSoftwares:[AssetSoftware] listInfo:ListInfo',
  AssetSummary: 'cpu:AssetCPU memory:AssetMemory disk:Disks assetInterface:AssetInterface lastUserLog:AssetUserLog',
  AssetUserLog: 'id:id name lastLoginTime:instant',
  Disks: 'disks:[AssetDisk] totalFreeSpace=Measurement totalSize=Measurement',
  DeviceCategory: 'deviceCategoryId:id!@ name custom:bool assetClass= createdTime:instant',
  TPEndpointAssetInfo: 'tpEndpointId superOpsAssetInfo:Asset',
  Asset: 'assetId:id@ name! assetClass=! client=! site=! requester=ClientUserRef! primaryMac loggedInUser serialNumber manufacturer model hostName publicIp gateway platform domain status sysUptime lastCommunicatedTime:instant agentVersion platformFamily platformCategory platformVersion patchStatus warrantyExpiryDate:day purchasedDate:day customFields:map lastReportedTime:instant deviceCategory=',
  UpdatedAsset: 'assetId:id@ name! assetClass=! client=! site=! requester=ClientUserRef! customFields:map',
  Client: 'accountId:id!@ name! stage! status emailDomains:[text] accountManager=TechnicianRef primaryContact=ClientUserRef secondaryContact=ClientUserRef hqSite=SiteRef technicianGroups=[TechnicianGroupRef] customFields:map',
  ClientList: 'clients:[Client] listInfo:ListInfo',
  ClientStage: 'stageId:id!@ name! constant statuses:[ClientStatus]',
  ClientStatus: 'statusId:id! name constant',
  ClientSite: 'id:id!@ name! businessHour:[BusinessHour] holidayList:HolidayList timezoneCode! working24x7:bool! line1 line2 line3 city postalCode countryCode stateCode contactNumber client=! hq:bool installerInfo:[InstallerDetails]',
  ClientSiteList: 'sites:[ClientSite] listInfo:ListInfo',
  ClientUser: 'userId:id!@ firstName! lastName name! email! contactNumber reportingManager=ClientUserRef site= role=! client= customFields:map',
  ClientUserList: 'userList:[ClientUser] listInfo:ListInfo',
  ClientUserAssociation: 'id:id!@ client:Client! site:ClientSite! user:ClientUser!',
  ClientUserAssociationList: 'associations:[ClientUserAssociation] listInfo:ListInfo',
  ClientContract: 'contractId:id@ client=! contract:Contract! startDate:day! endDate:day contractStatus!',
  ClientContractList: 'clientContracts:[ClientContract!] listInfo:ListInfo',
  Contract: 'contractId:id! name description contractType! billableContract:BillableContract',
  BillableContract: 'contractId:id! chargeItem=ServiceCatalogItemRef! quantityCalculationType! sellingPriceCalculationType! provisionRule:json sellingPriceOverridden:bool sellingPrice:PricingModel discountRate:decimal frequencyType! includedItems:[json!] billableSiteType! sites:[json!] recurringContract:RecurringContract redeemableContract:RedeemableContract perpetualContract:PerpetualContract changes:[BillableContractQuantityChange!] project:json blockItemsInfo:[BlockItemInfo]',
  BillableContractQuantityChange: 'changeId:id! effectiveDate:day endDate:day quantity:decimal quantityChangeOperation!',
  BlockItemInfo: 'blockItemId:id balance:decimal',
  PerpetualContract: 'contractId:id! autoRenew:bool!',
  RecurringContract: 'contractId:id! recurringMode! frequencyDurationUnit! frequencyInterval:int! billingOffset:int! nextBillDate:day',
  RedeemableContract: 'contractId:id! applicableType! applicableHours! carryForwardRemainingQuantity:bool!',
  PricingModel: 'model! details:[PricingModelDetail!]!',
  PricingModelDetail: 'value:decimal! afterHoursValue:decimal',
  Invoice: 'invoiceId:id!@ displayId! client= site= invoiceDate:day! dueDate:day statusEnum sentToClient:bool items:[InvoiceItem] taxes:[InvoiceTaxItem] discountAmount:decimal additionalDiscount:decimal additionalDiscountRate:decimal totalAmount:decimal notes paymentDate:day paymentMethod= paymentReference invoicePaymentTerm=PaymentTermRef',
  InvoiceItem: 'itemId:id!@ billedDate:day! details quantity:decimal! unitPrice:decimal! discountRate:decimal amount:decimal taxable:bool tax= serviceItem= taxAmount:decimal totalAmount:decimal invoice:Invoice^invoiceId,displayId',
  InvoiceItemList: 'items:[InvoiceItem] listInfo:ListInfo',
  InvoiceList: 'invoices:[Invoice] listInfo:ListInfo',
  InvoiceTaxItem: 'tax=! taxRate:decimal! taxableAmount:decimal! taxAmount:decimal! id:id! rate=TaxRateRef!',
  PaymentMethod: 'paymentMethodId:id!@ paymentMethodName!',
  PaymentTerm: 'paymentTermId:id!@ paymentTermName! paymentTermValue:int',
  Tax: 'taxId:id!@ name! rates:[TaxRate] totalRate:decimal',
  TaxList: 'taxes:[Tax] listInfo:ListInfo',
  TaxRate: 'rateId:id! name! rateValue:decimal!',
  ItDocumentationList: 'documents:[ItDocumentation] listInfo:ListInfo',
  ITDocumentationType: 'typeId:id@ name description entityName lastUpdatedTime:instant customFields:json',
  ItDocumentation: 'itDocId:id!@ name client= site= customFields:map',
  KbItem: 'itemId:id@ name parent:KbCollection itemType description status createdBy=UserRef createdOn:instant lastModifiedBy=UserRef lastModifiedOn:instant viewCount:int articleType visibility:[DocumentSharedDetails] loginRequired:bool',
  KbItemList: 'items:[KbItem] listInfo:ListInfo',
  KbArticle: 'itemId:id@ name parent:KbCollection description status createdBy=UserRef createdOn:instant lastModifiedBy=UserRef lastModifiedOn:instant viewCount:int articleType visibility:[DocumentSharedDetails] loginRequired:bool',
  KbCollection: 'itemId:id!@ name! parent:KbCollection^itemId,name',
  DocumentSharedDetails: 'mappingId:id! portalType clientSharedType siteSharedType userRoleSharedType client= site= roles:[json] userSharedType groupSharedType users:[json] groups:[json]',
  ListInfo: 'page:int pageSize:int sort:[Sort] condition:json hasMore:bool totalCount:int',
  Sort: 'attribute order',
  SiteRef: 'id:id! name',
  TechnicianRef: 'userId:id! name email',
  UserRef: 'userId:id name email',
  TechnicianGroupRef: 'groupId:id! name',
  SlaRef: 'id:id! name',
  RoleRef: 'roleId:id! name',
  DesignationRef: 'designationId:id! name',
  TeamRef: 'teamId:id! name',
  WorkItemRef: 'workId:id! displayId module',
  AssetClassRef: 'classId:id! name',
  AlertPolicyRef: 'name policyType',
  Measurement: 'actualValue:json value unit',
  ClientRef: 'accountId:id! name',
  ClientUserRef: 'userId:id! name email',
  BusinessFunctionRef: 'businessFunctionId:id! name',
  TicketRef: 'ticketId:id! displayId subject',
  ServiceItemRef: 'itemId:id! name quantityType',
  ServiceCatalogItemRef: 'itemId:id! name itemType',
  TaxRef: 'taxId:id! name',
  TaxRateRef: 'rateId:id! name rateValue:decimal',
  PaymentMethodRef: 'paymentMethodId:id! paymentMethodName',
  PaymentTermRef: 'paymentTermId:id! paymentTermName paymentTermValue:int',
  DeviceCategoryRef: 'id:id! name',
  AlertAssetRef: 'assetId:id! name owner=UserRef client= site=',
  Script: 'scriptId:id!@ name description language addedBy=UserRef createdTime:instant favourite:bool runAs runTimeVariables:[text] timeOut:int tags:json readMe',
  ScriptList: 'scripts:[Script] listInfo:ListInfo',
  RunScriptData: 'actionConfigId:id script:json scriptArguments:json addedBy=UserRef',
  ServiceItemList: 'items:[ServiceItem] listInfo:ListInfo',
  ServiceCategory: 'categoryId:id!@ name!',
  ServiceCatalogItemList: 'items:[ServiceCatalogItem] listInfo:ListInfo',
  ServiceItem: 'itemId:id!@ name! description quantityType! category:ServiceCategory useAsWorklogItem:bool unitPrice:decimal businessHoursUnitPrice:decimal afterHoursUnitPrice:decimal roundUpValue:int quantity:decimal amount:decimal adjustBlockItemAgainstAllItems:bool blockItemAdjustedItems:[ServiceItem]^itemId,name blockItemUsedIn salesTaxEnabled:bool salesTax:Tax',
  ServiceCatalogItem: 'itemId:id!@ name! description category:ServiceCategory itemType! offerAsWorklogItem:bool status taxable:bool salesTax:Tax sellingPrice:PricingModel costPrice:PricingModel serviceTypeItem:ServiceTypeItem',
  ServiceTypeItem: 'itemId:id! offeringType! bundledItems:[ServiceCatalogItem!]^itemId,name hourlyServiceTypeItem:HourlyServiceTypeItem redeemableServiceBundle:RedeemableServiceBundle',
  HourlyServiceTypeItem: 'itemId:id! roundUpValue:int! defaultItem:bool!',
  RedeemableServiceBundle: 'itemId:id! applicableType! applicableHours! redeemableQuantity:decimal!',
  SLA: 'id:id!@ name!',
  Priority: 'id:id!@ name! colorCode',
  Status: 'id:id!@ name! description',
  Category: 'id:id!@ name! subCategories:[SubCategory]',
  SubCategory: 'id:id! name!',
  Cause: 'id:id!@ name! subCauses:[SubCause]',
  SubCause: 'id:id! name! description',
  Impact: 'id:id!@ name!',
  Urgency: 'id:id!@ name!',
  ResolutionCode: 'id:id!@ name! description',
  Field: 'id:id!@ module! columnName! label! description fieldType! options:[Option] showToRequester:bool! fieldCategory mandatoryOnCreate:bool mandatoryOnClosure:bool parentField:Field^id,columnName,label',
  Option: 'id:id! value description order:int! parentOption:Option^value',
  CustomField: 'id:id!@ columnName! label! description fieldType! showToClient:bool!',
  BusinessHour: 'day! start! end!',
  HolidayList: 'id:id!@ name!',
  InstallerDetails: 'id installerDownloadUrl installerName os',
  TaskList: 'tasks:[Task] listInfo:ListInfo',
  Task: 'taskId:id!@ displayId:id! title! description status! estimatedTime:int scheduledStartDate:instant dueDate:instant overdue:bool actualStartDate:instant actualEndDate:instant technician= techGroup=TechnicianGroupRef module ticket= workItem=',
  WorkStatus: 'statusId:id!@ name! state',
  TechnicianList: 'userList:[Technician] listInfo:ListInfo',
  TechnicianGroup: 'groupId:id!@ name!',
  Designation: 'designationId:id!@ name!',
  RoleFeature: 'feature:Feature! operationList:[Operation]!',
  Feature: 'featureId:id! name! key!',
  Operation: 'operationId:id! name!',
  Technician: 'userId:id!@ firstName! lastName name! email! contactNumber emailSignature designation= businessFunction= team= reportingManager=TechnicianRef role= groups=[TechnicianGroupRef]',
  Team: 'teamId:id!@ name!',
  BusinessFunction: 'businessFunctionId:id!@ name!',
  Role: 'roleId:id!@ name! description roleType:RoleType roleFeatureList:[RoleFeature] roleUserList=[UserRef]',
  RoleType: 'roleTypeId:id! name!',
  TicketList: 'tickets:[Ticket] listInfo:ListInfo',
  TicketConversation: 'conversationId:id!@ content time:instant! user= toUsers:[RecipientInfo] ccUsers:[RecipientInfo] bccUsers:[RecipientInfo] attachments:[Attachment] type!',
  RecipientInfo: 'user=!',
  Attachment: 'fileName! originalFileName! fileSize!',
  Note: 'noteId:id!@ addedBy=UserRef addedOn:instant! content! attachments:[Attachment] privacyType',
  Ticket: 'ticketId:id!@ displayId! subject! ticketType requestType source! client= site= requester=ClientUserRef additionalRequester=[ClientUserRef] followers=[TechnicianRef] techGroup=TechnicianGroupRef technician= status priority impact urgency category subcategory cause subcause resolutionCode sla= createdTime:instant updatedTime:instant firstResponseDueTime:instant firstResponseTime:instant firstResponseViolated:bool resolutionDueTime:instant resolutionTime:instant resolutionViolated:bool customFields:map worklogTimespent:decimal',
  WorklogEntry: 'itemId:id!@ status! serviceItem=! billable:bool! afterHours:bool! qty:decimal! unitPrice:decimal billDateTime:instant! technician=! notes workItem=!',
  WorklogEntryList: 'entries:[WorklogEntry] listInfo:ListInfo',
  OfferedItem: 'itemId:id!@ type! billDate:day! status! serviceItem=! client= site= workItem= technician= afterHours:bool unitPrice:decimal qty:decimal discountRate:decimal amount:decimal revisedUnitPrice:decimal revisedQuantity:decimal revisedDiscountRate:decimal revisedAmount:decimal adjustedBlockMoney:decimal adjustedBlockHour:decimal notes createdTime:instant updatedTime:instant',
  OfferedItemList: 'items:[OfferedItem] listInfo:ListInfo',
} as const

export type ObjectName = keyof typeof objects

export interface ObjectTypes {
  AlertList: types.AlertList
  Alert: types.Alert
  AssetList: types.AssetList
  AssetActivityData: types.AssetActivityData
  AssetActivityList: types.AssetActivityList
  AssetCPU: types.AssetCPU
  AssetDisk: types.AssetDisk
  AssetInterface: types.AssetInterface
  AssetMemory: types.AssetMemory
  AssetPatchList: types.AssetPatchList
  PatchData: types.PatchData
  PatchDetails: types.PatchDetails
  PatchKb: types.PatchKb
  AssetSoftware: types.AssetSoftware
  AssetSoftwareList: types.AssetSoftwareList
  AssetSummary: types.AssetSummary
  AssetUserLog: types.AssetUserLog
  Disks: types.Disks
  DeviceCategory: types.DeviceCategory
  TPEndpointAssetInfo: types.TPEndpointAssetInfo
  Asset: types.Asset
  UpdatedAsset: types.UpdatedAsset
  Client: types.Client
  ClientList: types.ClientList
  ClientStage: types.ClientStage
  ClientStatus: types.ClientStatus
  ClientSite: types.ClientSite
  ClientSiteList: types.ClientSiteList
  ClientUser: types.ClientUser
  ClientUserList: types.ClientUserList
  ClientUserAssociation: types.ClientUserAssociation
  ClientUserAssociationList: types.ClientUserAssociationList
  ClientContract: types.ClientContract
  ClientContractList: types.ClientContractList
  Contract: types.Contract
  BillableContract: types.BillableContract
  BillableContractQuantityChange: types.BillableContractQuantityChange
  BlockItemInfo: types.BlockItemInfo
  PerpetualContract: types.PerpetualContract
  RecurringContract: types.RecurringContract
  RedeemableContract: types.RedeemableContract
  PricingModel: types.PricingModel
  PricingModelDetail: types.PricingModelDetail
  Invoice: types.Invoice
  InvoiceItem: types.InvoiceItem
  InvoiceItemList: types.InvoiceItemList
  InvoiceList: types.InvoiceList
  InvoiceTaxItem: types.InvoiceTaxItem
  PaymentMethod: types.PaymentMethod
  PaymentTerm: types.PaymentTerm
  Tax: types.Tax
  TaxList: types.TaxList
  TaxRate: types.TaxRate
  ItDocumentationList: types.ItDocumentationList
  ITDocumentationType: types.ITDocumentationType
  ItDocumentation: types.ItDocumentation
  KbItem: types.KbItem
  KbItemList: types.KbItemList
  KbArticle: types.KbArticle
  KbCollection: types.KbCollection
  DocumentSharedDetails: types.DocumentSharedDetails
  ListInfo: types.ListInfo
  Sort: types.Sort
  SiteRef: types.SiteRef
  TechnicianRef: types.TechnicianRef
  UserRef: types.UserRef
  TechnicianGroupRef: types.TechnicianGroupRef
  SlaRef: types.SlaRef
  RoleRef: types.RoleRef
  DesignationRef: types.DesignationRef
  TeamRef: types.TeamRef
  WorkItemRef: types.WorkItemRef
  AssetClassRef: types.AssetClassRef
  AlertPolicyRef: types.AlertPolicyRef
  Measurement: types.Measurement
  ClientRef: types.ClientRef
  ClientUserRef: types.ClientUserRef
  BusinessFunctionRef: types.BusinessFunctionRef
  TicketRef: types.TicketRef
  ServiceItemRef: types.ServiceItemRef
  ServiceCatalogItemRef: types.ServiceCatalogItemRef
  TaxRef: types.TaxRef
  TaxRateRef: types.TaxRateRef
  PaymentMethodRef: types.PaymentMethodRef
  PaymentTermRef: types.PaymentTermRef
  DeviceCategoryRef: types.DeviceCategoryRef
  AlertAssetRef: types.AlertAssetRef
  Script: types.Script
  ScriptList: types.ScriptList
  RunScriptData: types.RunScriptData
  ServiceItemList: types.ServiceItemList
  ServiceCategory: types.ServiceCategory
  ServiceCatalogItemList: types.ServiceCatalogItemList
  ServiceItem: types.ServiceItem
  ServiceCatalogItem: types.ServiceCatalogItem
  ServiceTypeItem: types.ServiceTypeItem
  HourlyServiceTypeItem: types.HourlyServiceTypeItem
  RedeemableServiceBundle: types.RedeemableServiceBundle
  SLA: types.SLA
  Priority: types.Priority
  Status: types.Status
  Category: types.Category
  SubCategory: types.SubCategory
  Cause: types.Cause
  SubCause: types.SubCause
  Impact: types.Impact
  Urgency: types.Urgency
  ResolutionCode: types.ResolutionCode
  Field: types.Field
  Option: types.Option
  CustomField: types.CustomField
  BusinessHour: types.BusinessHour
  HolidayList: types.HolidayList
  InstallerDetails: types.InstallerDetails
  TaskList: types.TaskList
  Task: types.Task
  WorkStatus: types.WorkStatus
  TechnicianList: types.TechnicianList
  TechnicianGroup: types.TechnicianGroup
  Designation: types.Designation
  RoleFeature: types.RoleFeature
  Feature: types.Feature
  Operation: types.Operation
  Technician: types.Technician
  Team: types.Team
  BusinessFunction: types.BusinessFunction
  Role: types.Role
  RoleType: types.RoleType
  TicketList: types.TicketList
  TicketConversation: types.TicketConversation
  RecipientInfo: types.RecipientInfo
  Attachment: types.Attachment
  Note: types.Note
  Ticket: types.Ticket
  WorklogEntry: types.WorklogEntry
  WorklogEntryList: types.WorklogEntryList
  OfferedItem: types.OfferedItem
  OfferedItemList: types.OfferedItemList
}

/** Input fields that hold instants, and the way to them; every other input goes out as it is. */
export const inputInstants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CreateTaskInput: { scheduledStartDate: 'Instant', dueDate: 'Instant' },
  CreateTicketConversationInput: { time: 'Instant' },
  CreateTicketNoteInput: { addedOn: 'Instant' },
  CreateTicketInput: { createdTime: 'Instant', updatedTime: 'Instant', firstResponseTime: 'Instant', resolutionTime: 'Instant' },
  UpdateTicketInput: { firstResponseTime: 'Instant', resolutionTime: 'Instant' },
  CreateWorklogEntryInput: { billDateTime: 'Instant' },
  UpdateWorklogEntryInput: { billDateTime: 'Instant' },
}
