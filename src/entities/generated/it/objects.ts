// Written by scripts/codegen.ts from src/schema. Do not edit.
import type * as types from './types.js'

/** Fields of every object type, read by fields.ts. */
export const objects = {
  AlertList: 'alerts:[Alert] listInfo:ListInfo',
  Alert: 'id:id@ message createdTime:instant status severity description asset=AlertAssetRef policy=AlertPolicyRef',
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
  Asset: 'assetId:id@ name! assetClass=! site=! department= requester= primaryMac loggedInUser serialNumber manufacturer model hostName publicIp gateway platform domain status sysUptime lastCommunicatedTime:instant agentVersion platformFamily platformCategory platformVersion patchStatus warrantyExpiryDate:day purchasedDate:day customFields:map lastReportedTime:instant',
  UpdatedAsset: 'assetId:id@ name! assetClass=! site=! department= requester=! customFields:map',
  Department: 'departmentId:id!@ name! head=UserRef',
  ItDocumentationList: 'documents:[ItDocumentation] listInfo:ListInfo',
  ITDocumentationType: 'typeId:id@ name description entityName lastUpdatedTime:instant customFields:json',
  ItDocumentation: 'itDocId:id!@ name customFields:map',
  KbItem: 'itemId:id@ name parent:KbCollection itemType description status createdBy=UserRef createdOn:instant lastModifiedBy=UserRef lastModifiedOn:instant viewCount:int articleType visibility:[DocumentSharedDetails] loginRequired:bool',
  KbItemList: 'items:[KbItem] listInfo:ListInfo',
  KbArticle: 'itemId:id@ name parent:KbCollection description status createdBy=UserRef createdOn:instant lastModifiedBy=UserRef lastModifiedOn:instant viewCount:int articleType visibility:[DocumentSharedDetails] loginRequired:bool',
  KbCollection: 'itemId:id!@ name! parent:KbCollection^itemId,name',
  DocumentSharedDetails: 'mappingId:id! portalType siteSharedType userRoleSharedType site= roles:[json] userSharedType groupSharedType users:[json] groups:[json]',
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
  DepartmentRef: 'departmentId:id! name',
  RequesterRef: 'userId:id! name email',
  UserAssociationRef: 'associationId:id! site=',
  ServiceItemRef: 'itemId:id! name',
  AlertAssetRef: 'assetId:id! name owner=UserRef site=',
  Script: 'scriptId:id!@ name description language addedBy=UserRef createdTime:instant favourite:bool runAs runTimeVariables:[text] timeOut:int tags:json readMe',
  ScriptList: 'scripts:[Script] listInfo:ListInfo',
  RunScriptData: 'actionConfigId:id script:json scriptArguments:json addedBy=UserRef',
  ServiceItemList: 'items:[ServiceItem] listInfo:ListInfo',
  ServiceCategory: 'categoryId:id!@ name!',
  ServiceCatalogItemList: 'items:[ServiceCatalogItem] listInfo:ListInfo',
  ServiceItem: 'itemId:id!@ name! description category:ServiceCategory',
  ServiceCatalogItem: 'itemId:id!@ name! description category:ServiceCategory',
  SLA: 'id:id!@ name!',
  Field: 'id:id!@ module! columnName! label! description fieldType! options:[Option] showToRequester:bool! fieldCategory mandatoryOnCreate:bool mandatoryOnClosure:bool',
  Option: 'id:id! value description order:int!',
  CustomField: 'id:id!@ columnName! label! description fieldType! isMandatory:bool',
  ServiceOffering: 'itemId:id!@ serviceItem=! qty:decimal! billDateTime:instant! notes workItem=!',
  ServiceOfferingList: 'entries:[ServiceOffering] listInfo:ListInfo',
  BusinessHour: 'day! start! end!',
  HolidayList: 'id:id!@ name!',
  InstallerDetails: 'id installerDownloadUrl installerName os',
  Address: 'addressId:id line1 line2 line3 city postalCode countryCode stateCode',
  Site: 'id:id!@ name! businessHour:[BusinessHour] holidayList:HolidayList timezoneCode! working24x7:bool! address:Address contactNumber installerInfo:[InstallerDetails]',
  SiteList: 'sites:[Site] listInfo:ListInfo',
  TaskList: 'tasks:[Task] listInfo:ListInfo',
  Task: 'taskId:id!@ displayId:id! title! description status! estimatedTime:int scheduledStartDate:instant dueDate:instant overdue:bool actualStartDate:instant actualEndDate:instant technician= techGroup=TechnicianGroupRef workItem= taskOrder:int',
  TechnicianList: 'userList:[Technician] listInfo:ListInfo',
  TechnicianGroup: 'groupId:id!@ name!',
  Designation: 'designationId:id!@ name!',
  RoleFeature: 'feature:Feature! operationList:[Operation]!',
  Feature: 'featureId:id! name! key!',
  Operation: 'operationId:id! name!',
  Technician: 'userId:id!@ firstName! lastName name! email! contactNumber emailSignature designation= department= associations=[UserAssociationRef] team= reportingManager=UserRef roles=[RoleRef] groups=[TechnicianGroupRef]',
  Role: 'roleId:id!@ name! description roleType:RoleType roleFeatureList:[RoleFeature]',
  RoleType: 'roleTypeId:id! type',
  TicketList: 'tickets:[Ticket] listInfo:ListInfo',
  TicketConversation: 'conversationId:id!@ content time:instant! user= toUsers:[RecipientInfo] ccUsers:[RecipientInfo] bccUsers:[RecipientInfo] attachments:[Attachment] type!',
  RecipientInfo: 'user=!',
  Attachment: 'fileName! originalFileName! fileSize!',
  Note: 'noteId:id!@ addedBy=UserRef addedOn:instant! content! attachments:[Attachment] privacyType',
  Ticket: 'ticketId:id!@ displayId! subject! source! department= site= requester= additionalRequester=[RequesterRef] followers=[UserRef] techGroup=TechnicianGroupRef technician= status! priority impact urgency category subcategory cause subcause resolutionCode sla= createdTime:instant! updatedTime:instant! firstResponseDueTime:instant firstResponseTime:instant firstResponseViolated:bool resolutionDueTime:instant resolutionTime:instant resolutionViolated:bool customFields:map requestType worklogTimespent:decimal',
  User: 'userId:id!@ firstName! lastName name! email! contactNumber reportingManager=UserRef roles=[RoleRef] department= associations=[UserAssociationRef] customFields:map',
  UserList: 'userList:[User] listInfo:ListInfo',
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
  Department: types.Department
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
  DepartmentRef: types.DepartmentRef
  RequesterRef: types.RequesterRef
  UserAssociationRef: types.UserAssociationRef
  ServiceItemRef: types.ServiceItemRef
  AlertAssetRef: types.AlertAssetRef
  Script: types.Script
  ScriptList: types.ScriptList
  RunScriptData: types.RunScriptData
  ServiceItemList: types.ServiceItemList
  ServiceCategory: types.ServiceCategory
  ServiceCatalogItemList: types.ServiceCatalogItemList
  ServiceItem: types.ServiceItem
  ServiceCatalogItem: types.ServiceCatalogItem
  SLA: types.SLA
  Field: types.Field
  Option: types.Option
  CustomField: types.CustomField
  ServiceOffering: types.ServiceOffering
  ServiceOfferingList: types.ServiceOfferingList
  BusinessHour: types.BusinessHour
  HolidayList: types.HolidayList
  InstallerDetails: types.InstallerDetails
  Address: types.Address
  Site: types.Site
  SiteList: types.SiteList
  TaskList: types.TaskList
  Task: types.Task
  TechnicianList: types.TechnicianList
  TechnicianGroup: types.TechnicianGroup
  Designation: types.Designation
  RoleFeature: types.RoleFeature
  Feature: types.Feature
  Operation: types.Operation
  Technician: types.Technician
  Role: types.Role
  RoleType: types.RoleType
  TicketList: types.TicketList
  TicketConversation: types.TicketConversation
  RecipientInfo: types.RecipientInfo
  Attachment: types.Attachment
  Note: types.Note
  Ticket: types.Ticket
  User: types.User
  UserList: types.UserList
}

/** Input fields that hold instants, and the way to them; every other input goes out as it is. */
export const inputInstants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CreateServiceOfferingInput: { billDateTime: 'Instant' },
  UpdateServiceOfferingInput: { billDateTime: 'Instant' },
  CreateTaskInput: { scheduledStartDate: 'Instant', dueDate: 'Instant' },
  CreateTicketConversationInput: { time: 'Instant' },
  CreateTicketNoteInput: { addedOn: 'Instant' },
  CreateTicketInput: { createdTime: 'Instant', updatedTime: 'Instant', firstResponseTime: 'Instant', resolutionTime: 'Instant' },
  UpdateTicketInput: { firstResponseTime: 'Instant', resolutionTime: 'Instant' },
}
