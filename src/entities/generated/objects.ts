// Written by scripts/codegen.ts from src/schema. Do not edit.
import type * as types from './types.js'

/** Fields of every object type, read by fields.ts. */
export const objects = {
  Alert: 'id:id@ message:text createdTime:instant status:text severity:text description:text asset:=AlertAssetRef policy:=AlertPolicyRef resolvedTime:instant occurrenceCount:int',
  AlertList: 'alerts:[Alert] listInfo:ListInfo',
  Asset: 'assetId:id@ name:text! assetClass:=AssetClassRef! client:=ClientRef! site:=SiteRef! requester:=ClientUserRef! primaryMac:text loggedInUser:text serialNumber:text manufacturer:text model:text hostName:text publicIp:text gateway:text platform:text domain:text status:text sysUptime:text lastCommunicatedTime:instant agentVersion:text platformFamily:text platformCategory:text platformVersion:text patchStatus:text warrantyExpiryDate:day purchasedDate:day customFields:map lastReportedTime:instant deviceCategory:=DeviceCategoryRef',
  AssetList: 'assets:[Asset] listInfo:ListInfo',
  UpdatedAsset: 'assetId:id@ name:text! assetClass:=AssetClassRef! client:=ClientRef! site:=SiteRef! requester:=ClientUserRef! customFields:map',
  AssetActivityData: 'activityId:id@ module:text activityType:text activityData:json createdBy:=UserRef createdTime:instant',
  AssetActivityList: 'activities:[AssetActivityData] listInfo:ListInfo',
  AssetCPU: 'assetId:id! cpuName:text currentSpeed:=Measurement maxSpeed:=Measurement physicalCore:int logicalCore:int architecture:text l1Cache:=Measurement l2Cache:=Measurement l3Cache:=Measurement processCount:text threadsCount:text handlesCount:text cpuUsage:=Measurement',
  AssetDisk: 'drive:text discType:text fileSystem:text maxFileLength:int autoMounted:bool compressed:bool pageFile:bool indexed:bool size:=Measurement freeSize:=Measurement activeTime:=Measurement responseTime:=Measurement readSpeed:=Measurement writeSpeed:=Measurement driveUsage:=Measurement',
  AssetInterface: 'name:text mac:text ipv4Address:text ipv6Address:text infIndex:int mtu:text connectType:text lineSpeed:=Measurement dataInPerSec:=Measurement dataOutPerSec:=Measurement adapterName:text',
  AssetMemory: 'totalMemory:=Measurement usedMemory:=Measurement availableMemory:=Measurement cachedMemory:=Measurement pagedPoolByte:=Measurement nonPagedPoolByte:=Measurement memoryUsage:=Measurement swapTotalMemory:=Measurement swapAvailableMemory:=Measurement swapUsedMemory:=Measurement',
  AssetPatchList: 'assetPatches:[PatchData] listInfo:ListInfo',
  PatchData: 'patchDetail:PatchDetails approvalStatus:text installationTime:day installationStatus:text failedMessage:text',
  PatchDetails: 'patchId:id! patchKey:text title:text publishedDate:day category:text severity:text kbNumbers:[PatchKb] restartRequired:bool',
  PatchKb: 'kbNumber:text',
  AssetSoftware: 'id:id@ software:json version:text installedDate:text bitVersion:text installedPath:text',
  AssetSoftwareList: 'assetSoftwares:[AssetSoftware] listInfo:ListInfo',
  AssetSummary: 'cpu:AssetCPU memory:AssetMemory disk:Disks assetInterface:AssetInterface lastUserLog:AssetUserLog',
  AssetUserLog: 'id:id name:text lastLoginTime:instant',
  Disks: 'disks:[AssetDisk] totalFreeSpace:=Measurement totalSize:=Measurement',
  DeviceCategory: 'deviceCategoryId:id!@ name:text custom:bool assetClass:=AssetClassRef createdTime:instant',
  TPEndpointAssetInfo: 'tpEndpointId:text superOpsAssetInfo:Asset',
  Client: 'accountId:id!@ name:text! stage:text! status:text emailDomains:[text] accountManager:=TechnicianRef primaryContact:=ClientUserRef secondaryContact:=ClientUserRef hqSite:=SiteRef technicianGroups:=[TechnicianGroupRef] customFields:map',
  ClientList: 'clients:[Client] listInfo:ListInfo',
  ClientStage: 'stageId:id!@ name:text! constant:text statuses:[ClientStatus]',
  ClientStatus: 'statusId:id! name:text constant:text',
  ClientSite: 'id:id!@ name:text! businessHour:[BusinessHour] holidayList:HolidayList timezoneCode:text! working24x7:bool! line1:text line2:text line3:text city:text postalCode:text countryCode:text stateCode:text contactNumber:text client:=ClientRef! hq:bool installerInfo:[InstallerDetails]',
  ClientSiteList: 'sites:[ClientSite] listInfo:ListInfo',
  BusinessHour: 'day:text! start:text! end:text!',
  HolidayList: 'id:id!@ name:text!',
  InstallerDetails: 'id:text installerDownloadUrl:text installerName:text os:text',
  ClientUser: 'userId:id!@ firstName:text! lastName:text name:text! email:text! contactNumber:text reportingManager:=ClientUserRef site:=SiteRef role:=RoleRef! client:=ClientRef customFields:map',
  ClientUserList: 'userList:[ClientUser] listInfo:ListInfo',
  ClientUserAssociation: 'id:id!@ client:Client! site:ClientSite! user:ClientUser!',
  ClientUserAssociationList: 'associations:[ClientUserAssociation] listInfo:ListInfo',
  ClientContract: 'contractId:id@ client:=ClientRef! contract:Contract! startDate:day! endDate:day contractStatus:text!',
  ClientContractList: 'clientContracts:[ClientContract!] listInfo:ListInfo',
  Contract: 'contractId:id! name:text description:text contractType:text! billableContract:BillableContract',
  BillableContract: 'contractId:id! chargeItem:=ServiceCatalogItemRef! quantityCalculationType:text! sellingPriceCalculationType:text! provisionRule:json sellingPriceOverridden:bool sellingPrice:PricingModel discountRate:decimal frequencyType:text! includedItems:[json!] billableSiteType:text! sites:[json!] recurringContract:RecurringContract redeemableContract:RedeemableContract perpetualContract:PerpetualContract changes:[BillableContractQuantityChange!] project:json blockItemsInfo:[BlockItemInfo]',
  BillableContractQuantityChange: 'changeId:id! effectiveDate:day endDate:day quantity:decimal quantityChangeOperation:text!',
  BlockItemInfo: 'blockItemId:id balance:decimal',
  PerpetualContract: 'contractId:id! autoRenew:bool!',
  RecurringContract: 'contractId:id! recurringMode:text! frequencyDurationUnit:text! frequencyInterval:int! billingOffset:int! nextBillDate:day',
  RedeemableContract: 'contractId:id! applicableType:text! applicableHours:text! carryForwardRemainingQuantity:bool!',
  PricingModel: 'model:text! details:[PricingModelDetail!]!',
  PricingModelDetail: 'value:decimal! afterHoursValue:decimal',
  Invoice: 'invoiceId:id!@ displayId:text! client:=ClientRef site:=SiteRef invoiceDate:day! dueDate:day statusEnum:text sentToClient:bool items:[InvoiceItem] taxes:[InvoiceTaxItem] discountAmount:decimal additionalDiscount:decimal additionalDiscountRate:decimal totalAmount:decimal notes:text paymentDate:day paymentMethod:=PaymentMethodRef paymentReference:text invoicePaymentTerm:=PaymentTermRef',
  InvoiceItem: 'itemId:id!@ billedDate:day! details:text quantity:decimal! unitPrice:decimal! discountRate:decimal amount:decimal taxable:bool tax:=TaxRef serviceItem:=ServiceItemRef taxAmount:decimal totalAmount:decimal invoice:Invoice^invoiceId,displayId',
  InvoiceItemList: 'items:[InvoiceItem] listInfo:ListInfo',
  InvoiceList: 'invoices:[Invoice] listInfo:ListInfo',
  InvoiceTaxItem: 'tax:=TaxRef! taxRate:decimal! taxableAmount:decimal! taxAmount:decimal! id:id! rate:=TaxRateRef!',
  PaymentMethod: 'paymentMethodId:id!@ paymentMethodName:text!',
  PaymentTerm: 'paymentTermId:id!@ paymentTermName:text! paymentTermValue:int',
  Tax: 'taxId:id!@ name:text! rates:[TaxRate] totalRate:decimal',
  TaxList: 'taxes:[Tax] listInfo:ListInfo',
  TaxRate: 'rateId:id! name:text! rateValue:decimal!',
  ItDocumentation: 'itDocId:id!@ name:text client:=ClientRef site:=SiteRef customFields:map',
  ItDocumentationList: 'documents:[ItDocumentation] listInfo:ListInfo',
  ITDocumentationType: 'typeId:id@ name:text description:text entityName:text lastUpdatedTime:instant customFields:json',
  KbItem: 'itemId:id@ name:text parent:KbCollection itemType:text description:text status:text createdBy:=UserRef createdOn:instant lastModifiedBy:=UserRef lastModifiedOn:instant viewCount:int articleType:text visibility:[DocumentSharedDetails] loginRequired:bool',
  KbItemList: 'items:[KbItem] listInfo:ListInfo',
  KbArticle: 'itemId:id@ name:text parent:KbCollection description:text status:text createdBy:=UserRef createdOn:instant lastModifiedBy:=UserRef lastModifiedOn:instant viewCount:int articleType:text visibility:[DocumentSharedDetails] loginRequired:bool',
  KbCollection: 'itemId:id!@ name:text! parent:KbCollection^itemId,name',
  DocumentSharedDetails: 'mappingId:id! portalType:text clientSharedType:text siteSharedType:text userRoleSharedType:text client:=ClientRef site:=SiteRef roles:[json] userSharedType:text groupSharedType:text users:[json] groups:[json]',
  ListInfo: 'page:int pageSize:int sort:[Sort] condition:json hasMore:bool totalCount:int',
  Sort: 'attribute:text order:text',
  ClientRef: 'accountId:id! name:text',
  SiteRef: 'id:id! name:text',
  ClientUserRef: 'userId:id! name:text email:text',
  TechnicianRef: 'userId:id! name:text email:text',
  UserRef: 'userId:id name:text email:text',
  TechnicianGroupRef: 'groupId:id! name:text',
  SlaRef: 'id:id! name:text',
  RoleRef: 'roleId:id! name:text',
  DesignationRef: 'designationId:id! name:text',
  BusinessFunctionRef: 'businessFunctionId:id! name:text',
  TeamRef: 'teamId:id! name:text',
  TicketRef: 'ticketId:id! displayId:text subject:text',
  WorkItemRef: 'workId:id! displayId:text module:text',
  ServiceItemRef: 'itemId:id! name:text quantityType:text',
  ServiceCatalogItemRef: 'itemId:id! name:text itemType:text',
  TaxRef: 'taxId:id! name:text',
  TaxRateRef: 'rateId:id! name:text rateValue:decimal',
  PaymentMethodRef: 'paymentMethodId:id! paymentMethodName:text',
  PaymentTermRef: 'paymentTermId:id! paymentTermName:text paymentTermValue:int',
  AssetClassRef: 'classId:id! name:text',
  DeviceCategoryRef: 'id:id! name:text',
  AlertAssetRef: 'assetId:id! name:text owner:=UserRef client:=ClientRef site:=SiteRef',
  AlertPolicyRef: 'name:text policyType:text',
  Measurement: 'actualValue:json value:text unit:text',
  Script: 'scriptId:id!@ name:text description:text language:text addedBy:=UserRef createdTime:instant favourite:bool runAs:text runTimeVariables:[text] timeOut:int tags:json readMe:text',
  ScriptList: 'scripts:[Script] listInfo:ListInfo',
  RunScriptData: 'actionConfigId:id script:json scriptArguments:json addedBy:=UserRef',
  ServiceItem: 'itemId:id!@ name:text! description:text quantityType:text! category:ServiceCategory useAsWorklogItem:bool unitPrice:decimal businessHoursUnitPrice:decimal afterHoursUnitPrice:decimal roundUpValue:int quantity:decimal amount:decimal adjustBlockItemAgainstAllItems:bool blockItemAdjustedItems:[ServiceItem]^itemId,name blockItemUsedIn:text salesTaxEnabled:bool salesTax:Tax',
  ServiceItemList: 'items:[ServiceItem] listInfo:ListInfo',
  ServiceCategory: 'categoryId:id!@ name:text!',
  ServiceCatalogItem: 'itemId:id!@ name:text! description:text category:ServiceCategory itemType:text! offerAsWorklogItem:bool status:text taxable:bool salesTax:Tax sellingPrice:PricingModel costPrice:PricingModel serviceTypeItem:ServiceTypeItem',
  ServiceCatalogItemList: 'items:[ServiceCatalogItem] listInfo:ListInfo',
  ServiceTypeItem: 'itemId:id! offeringType:text! bundledItems:[ServiceCatalogItem!]^itemId,name hourlyServiceTypeItem:HourlyServiceTypeItem redeemableServiceBundle:RedeemableServiceBundle',
  HourlyServiceTypeItem: 'itemId:id! roundUpValue:int! defaultItem:bool!',
  RedeemableServiceBundle: 'itemId:id! applicableType:text! applicableHours:text! redeemableQuantity:decimal!',
  SLA: 'id:id!@ name:text!',
  Priority: 'id:id!@ name:text! colorCode:text',
  Status: 'id:id!@ name:text! description:text',
  Category: 'id:id!@ name:text! subCategories:[SubCategory]',
  SubCategory: 'id:id! name:text!',
  Cause: 'id:id!@ name:text! subCauses:[SubCause]',
  SubCause: 'id:id! name:text! description:text',
  Impact: 'id:id!@ name:text!',
  Urgency: 'id:id!@ name:text!',
  ResolutionCode: 'id:id!@ name:text! description:text',
  Field: 'id:id!@ module:text! columnName:text! label:text! description:text fieldType:text! options:[Option] showToRequester:bool! fieldCategory:text mandatoryOnCreate:bool mandatoryOnClosure:bool parentField:Field^id,columnName,label',
  Option: 'id:id! value:text description:text order:int! parentOption:Option^value',
  CustomField: 'id:id!@ columnName:text! label:text! description:text fieldType:text! showToClient:bool!',
  Task: 'taskId:id!@ displayId:id! title:text! description:text status:text! estimatedTime:int scheduledStartDate:instant dueDate:instant overdue:bool actualStartDate:instant actualEndDate:instant technician:=TechnicianRef techGroup:=TechnicianGroupRef module:text ticket:=TicketRef workItem:=WorkItemRef',
  TaskList: 'tasks:[Task] listInfo:ListInfo',
  WorkStatus: 'statusId:id!@ name:text! state:text',
  Technician: 'userId:id!@ firstName:text! lastName:text name:text! email:text! contactNumber:text emailSignature:text designation:=DesignationRef businessFunction:=BusinessFunctionRef team:=TeamRef reportingManager:=TechnicianRef role:=RoleRef groups:=[TechnicianGroupRef]',
  TechnicianList: 'userList:[Technician] listInfo:ListInfo',
  TechnicianGroup: 'groupId:id!@ name:text!',
  Team: 'teamId:id!@ name:text!',
  Designation: 'designationId:id!@ name:text!',
  BusinessFunction: 'businessFunctionId:id!@ name:text!',
  Role: 'roleId:id!@ name:text! description:text roleType:RoleType roleFeatureList:[RoleFeature] roleUserList:=[UserRef]',
  RoleType: 'roleTypeId:id! name:text!',
  RoleFeature: 'feature:Feature! operationList:[Operation]!',
  Feature: 'featureId:id! name:text! key:text!',
  Operation: 'operationId:id! name:text!',
  Ticket: 'ticketId:id!@ displayId:text! subject:text! ticketType:text requestType:text source:text! client:=ClientRef site:=SiteRef requester:=ClientUserRef additionalRequester:=[ClientUserRef] followers:=[TechnicianRef] techGroup:=TechnicianGroupRef technician:=TechnicianRef status:text priority:text impact:text urgency:text category:text subcategory:text cause:text subcause:text resolutionCode:text sla:=SlaRef createdTime:instant updatedTime:instant firstResponseDueTime:instant firstResponseTime:instant firstResponseViolated:bool resolutionDueTime:instant resolutionTime:instant resolutionViolated:bool customFields:map worklogTimespent:decimal',
  TicketList: 'tickets:[Ticket] listInfo:ListInfo',
  TicketConversation: 'conversationId:id!@ content:text time:instant! user:=UserRef toUsers:[RecipientInfo] ccUsers:[RecipientInfo] bccUsers:[RecipientInfo] attachments:[Attachment] type:text!',
  RecipientInfo: 'user:=UserRef!',
  Attachment: 'fileName:text! originalFileName:text! fileSize:text!',
  Note: 'noteId:id!@ addedBy:=UserRef addedOn:instant! content:text! attachments:[Attachment] privacyType:text',
  WorklogEntry: 'itemId:id!@ status:text! serviceItem:=ServiceItemRef! billable:bool! afterHours:bool! qty:decimal! unitPrice:decimal billDateTime:instant! technician:=TechnicianRef! notes:text workItem:=WorkItemRef!',
  WorklogEntryList: 'entries:[WorklogEntry] listInfo:ListInfo',
  OfferedItem: 'itemId:id!@ type:text! billDate:day! status:text! serviceItem:=ServiceItemRef! client:=ClientRef site:=SiteRef workItem:=WorkItemRef technician:=TechnicianRef afterHours:bool unitPrice:decimal qty:decimal discountRate:decimal amount:decimal revisedUnitPrice:decimal revisedQuantity:decimal revisedDiscountRate:decimal revisedAmount:decimal adjustedBlockMoney:decimal adjustedBlockHour:decimal notes:text createdTime:instant updatedTime:instant',
  OfferedItemList: 'items:[OfferedItem] listInfo:ListInfo',
} as const

export type ObjectName = keyof typeof objects

export interface ObjectTypes {
  Alert: types.Alert
  AlertList: types.AlertList
  Asset: types.Asset
  AssetList: types.AssetList
  UpdatedAsset: types.UpdatedAsset
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
  Client: types.Client
  ClientList: types.ClientList
  ClientStage: types.ClientStage
  ClientStatus: types.ClientStatus
  ClientSite: types.ClientSite
  ClientSiteList: types.ClientSiteList
  BusinessHour: types.BusinessHour
  HolidayList: types.HolidayList
  InstallerDetails: types.InstallerDetails
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
  ItDocumentation: types.ItDocumentation
  ItDocumentationList: types.ItDocumentationList
  ITDocumentationType: types.ITDocumentationType
  KbItem: types.KbItem
  KbItemList: types.KbItemList
  KbArticle: types.KbArticle
  KbCollection: types.KbCollection
  DocumentSharedDetails: types.DocumentSharedDetails
  ListInfo: types.ListInfo
  Sort: types.Sort
  ClientRef: types.ClientRef
  SiteRef: types.SiteRef
  ClientUserRef: types.ClientUserRef
  TechnicianRef: types.TechnicianRef
  UserRef: types.UserRef
  TechnicianGroupRef: types.TechnicianGroupRef
  SlaRef: types.SlaRef
  RoleRef: types.RoleRef
  DesignationRef: types.DesignationRef
  BusinessFunctionRef: types.BusinessFunctionRef
  TeamRef: types.TeamRef
  TicketRef: types.TicketRef
  WorkItemRef: types.WorkItemRef
  ServiceItemRef: types.ServiceItemRef
  ServiceCatalogItemRef: types.ServiceCatalogItemRef
  TaxRef: types.TaxRef
  TaxRateRef: types.TaxRateRef
  PaymentMethodRef: types.PaymentMethodRef
  PaymentTermRef: types.PaymentTermRef
  AssetClassRef: types.AssetClassRef
  DeviceCategoryRef: types.DeviceCategoryRef
  AlertAssetRef: types.AlertAssetRef
  AlertPolicyRef: types.AlertPolicyRef
  Measurement: types.Measurement
  Script: types.Script
  ScriptList: types.ScriptList
  RunScriptData: types.RunScriptData
  ServiceItem: types.ServiceItem
  ServiceItemList: types.ServiceItemList
  ServiceCategory: types.ServiceCategory
  ServiceCatalogItem: types.ServiceCatalogItem
  ServiceCatalogItemList: types.ServiceCatalogItemList
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
  Task: types.Task
  TaskList: types.TaskList
  WorkStatus: types.WorkStatus
  Technician: types.Technician
  TechnicianList: types.TechnicianList
  TechnicianGroup: types.TechnicianGroup
  Team: types.Team
  Designation: types.Designation
  BusinessFunction: types.BusinessFunction
  Role: types.Role
  RoleType: types.RoleType
  RoleFeature: types.RoleFeature
  Feature: types.Feature
  Operation: types.Operation
  Ticket: types.Ticket
  TicketList: types.TicketList
  TicketConversation: types.TicketConversation
  RecipientInfo: types.RecipientInfo
  Attachment: types.Attachment
  Note: types.Note
  WorklogEntry: types.WorklogEntry
  WorklogEntryList: types.WorklogEntryList
  OfferedItem: types.OfferedItem
  OfferedItemList: types.OfferedItemList
}
