// Written by scripts/codegen.ts from src/schema. Do not edit.
import type {
  Flavoured,
  JsonLeaf,
  CustomFieldValues,
  TicketId,
  AlertId,
  AssetId,
  SiteId,
  TechnicianId,
  TechnicianGroupId,
  ServiceItemId,
  ServiceCatalogItemId,
  TaskId,
  RoleId,
  KbItemId,
  ItDocumentationId,
  ItDocumentationTypeId,
  FieldId,
  Instant,
  Day,
  Decimal,
  ArticleStatus,
  ArticleType,
  GroupSharedType,
  KbItemType,
  RoleTypeEnum,
  SiteSharedType,
  UserRoleSharedType,
  UserSharedType,
  SortOrder,
  FieldCategory,
  FieldType,
  WorkModule,
  KbCollection,
  ListInfo,
  SiteRef,
  TechnicianRef,
  UserRef,
  TechnicianGroupRef,
  SlaRef,
  RoleRef,
  DesignationRef,
  TeamRef,
  WorkItemRef,
  AssetClassRef,
  AlertPolicyRef,
  ServiceCategory,
  BusinessHour,
  HolidayList,
  InstallerDetails,
  RoleFeature,
  AssetIdentifierInput,
  KBItemIdentifierInput,
  RuleConditionInput,
  ServiceCategoryIdentifierInput,
  ServiceItemIdentifierInput,
  CreateBusinessHourInput,
  HolidayListIdentifierInput,
  RoleIdentifierInput,
  TechnicianGroupIdentifierInput,
  CreateAttachmentInput,
  SLAIdentifierInput,
  UserIdentifierInput,
  WorkItemIdentifierInput,
} from '../types.js'

export type {
  Flavoured,
  JsonLeaf,
  CustomFieldValues,
  TicketId,
  ConversationId,
  NoteId,
  AlertId,
  AssetId,
  SiteId,
  TechnicianId,
  TechnicianGroupId,
  ServiceItemId,
  ServiceCatalogItemId,
  ServiceCategoryId,
  TaskId,
  RoleId,
  SlaId,
  HolidayListId,
  KbItemId,
  ItDocumentationId,
  ItDocumentationTypeId,
  ScriptId,
  DeviceCategoryId,
  DesignationId,
  TeamId,
  FieldId,
  Instant,
  Day,
  Decimal,
  ArticleStatus,
  ArticleType,
  GroupSharedType,
  KbItemType,
  RoleTypeEnum,
  SiteSharedType,
  UserRoleSharedType,
  UserSharedType,
  SortOrder,
  FieldCategory,
  FieldType,
  DayOfWeek,
  NotePrivacyType,
  TicketConversationType,
  WorkModule,
  AssetActivityData,
  AssetActivityList,
  AssetCPU,
  AssetDisk,
  AssetInterface,
  AssetMemory,
  AssetPatchList,
  PatchData,
  PatchDetails,
  PatchKb,
  AssetSoftware,
  AssetSoftwareList,
  AssetSummary,
  AssetUserLog,
  Disks,
  DeviceCategory,
  ITDocumentationType,
  KbCollection,
  ListInfo,
  Sort,
  SiteRef,
  TechnicianRef,
  UserRef,
  TechnicianGroupRef,
  SlaRef,
  RoleRef,
  DesignationRef,
  TeamRef,
  WorkItemRef,
  AssetClassRef,
  AlertPolicyRef,
  Measurement,
  Script,
  ScriptList,
  RunScriptData,
  ServiceCategory,
  SLA,
  BusinessHour,
  HolidayList,
  InstallerDetails,
  TechnicianGroup,
  Designation,
  RoleFeature,
  Feature,
  Operation,
  TicketConversation,
  RecipientInfo,
  Attachment,
  Note,
  CreateAlertInput,
  ResolveAlertInput,
  AssetIdentifierInput,
  AssignDeviceCategoryInput,
  DeviceCategoryIdentifierInput,
  TPAssetInfoInput,
  ItDocumentationIdentifierInput,
  CreateKbCollectionInput,
  DeleteKbArticleInput,
  DeleteKbCollectionInput,
  KBItemIdentifierInput,
  UpdateKbCollectionInput,
  RuleConditionInput,
  RunScriptInput,
  CreateServiceCategoryInput,
  ServiceCatalogItemIdentifierInput,
  ServiceCategoryIdentifierInput,
  ServiceItemIdentifierInput,
  FieldIdentifierInput,
  CreateBusinessHourInput,
  HolidayListIdentifierInput,
  RoleIdentifierInput,
  TechnicianGroupIdentifierInput,
  CreateAttachmentInput,
  CreateTicketConversationInput,
  CreateTicketNoteInput,
  RecipientIdentifierInput,
  SLAIdentifierInput,
  TicketIdentifierInput,
  UserIdentifierInput,
  DeleteUserInput,
  WorkItemIdentifierInput,
} from '../types.js'

export type UserId = Flavoured<'UserId'>

export type UserAssociationId = Flavoured<'UserAssociationId'>

export type DepartmentId = Flavoured<'DepartmentId'>

export type AddressId = Flavoured<'AddressId'>

export type ServiceOfferingId = Flavoured<'ServiceOfferingId'>

export interface AlertList {
  alerts: (Alert | null)[] | null
  listInfo: ListInfo | null
}

export interface Alert {
  id: AlertId
  message: string | null
  createdTime: Instant | null
  status: string | null
  severity: string | null
  description: string | null
  asset: AlertAssetRef | null
  policy: AlertPolicyRef | null
}

export interface AssetList {
  assets: (Asset | null)[] | null
  listInfo: ListInfo | null
}

export interface TPEndpointAssetInfo {
  tpEndpointId: string | null
  superOpsAssetInfo: Asset | null
}

export interface Asset {
  assetId: AssetId
  name: string
  assetClass: AssetClassRef
  site: SiteRef
  department: DepartmentRef | null
  requester: RequesterRef | null
  primaryMac: string | null
  loggedInUser: string | null
  serialNumber: string | null
  manufacturer: string | null
  model: string | null
  hostName: string | null
  publicIp: string | null
  gateway: string | null
  platform: string | null
  domain: string | null
  status: string | null
  sysUptime: string | null
  lastCommunicatedTime: Instant | null
  agentVersion: string | null
  platformFamily: string | null
  platformCategory: string | null
  platformVersion: string | null
  patchStatus: string | null
  warrantyExpiryDate: Day | null
  purchasedDate: Day | null
  customFields: CustomFieldValues | null
  lastReportedTime: Instant | null
}

export interface UpdatedAsset {
  assetId: AssetId
  name: string
  assetClass: AssetClassRef
  site: SiteRef
  department: DepartmentRef | null
  requester: RequesterRef
  customFields: CustomFieldValues | null
}

export interface Department {
  departmentId: DepartmentId
  name: string
  head: UserRef | null
}

export interface ItDocumentationList {
  documents: (ItDocumentation | null)[] | null
  listInfo: ListInfo | null
}

export interface ItDocumentation {
  itDocId: ItDocumentationId
  name: string | null
  customFields: CustomFieldValues | null
}

export interface KbItem {
  itemId: KbItemId
  name: string | null
  parent: KbCollection | null
  itemType: KbItemType | null
  description: string | null
  status: ArticleStatus | null
  createdBy: UserRef | null
  createdOn: Instant | null
  lastModifiedBy: UserRef | null
  lastModifiedOn: Instant | null
  viewCount: number | null
  articleType: ArticleType | null
  visibility: (DocumentSharedDetails | null)[] | null
  loginRequired: boolean | null
}

export interface KbItemList {
  items: (KbItem | null)[] | null
  listInfo: ListInfo | null
}

export interface KbArticle {
  itemId: KbItemId
  name: string | null
  parent: KbCollection | null
  description: string | null
  status: ArticleStatus | null
  createdBy: UserRef | null
  createdOn: Instant | null
  lastModifiedBy: UserRef | null
  lastModifiedOn: Instant | null
  viewCount: number | null
  articleType: ArticleType | null
  visibility: (DocumentSharedDetails | null)[] | null
  loginRequired: boolean | null
}

export interface DocumentSharedDetails {
  mappingId: string
  portalType: RoleTypeEnum | null
  siteSharedType: SiteSharedType | null
  userRoleSharedType: UserRoleSharedType | null
  site: SiteRef | null
  roles: unknown[] | null
  userSharedType: UserSharedType | null
  groupSharedType: GroupSharedType | null
  users: unknown[] | null
  groups: unknown[] | null
}

export interface DepartmentRef extends JsonLeaf {
  departmentId: DepartmentId
  name?: string | null
}

export interface RequesterRef extends JsonLeaf {
  userId: UserId
  name?: string | null
  email?: string | null
}

export interface UserAssociationRef extends JsonLeaf {
  associationId: UserAssociationId
  site?: SiteRef | null
}

export interface ServiceItemRef extends JsonLeaf {
  itemId: ServiceItemId
  name?: string | null
}

export interface AlertAssetRef extends JsonLeaf {
  assetId: AssetId
  name?: string | null
  owner?: UserRef | null
  site?: SiteRef | null
}

export interface ServiceItemList {
  items: (ServiceItem | null)[] | null
  listInfo: ListInfo | null
}

export interface ServiceCatalogItemList {
  items: (ServiceCatalogItem | null)[] | null
  listInfo: ListInfo | null
}

export interface ServiceItem {
  itemId: ServiceItemId
  name: string
  description: string | null
  category: ServiceCategory | null
}

export interface ServiceCatalogItem {
  itemId: ServiceCatalogItemId
  name: string
  description: string | null
  category: ServiceCategory | null
}

export interface Field {
  id: FieldId
  module: string
  columnName: string
  label: string
  description: string | null
  fieldType: FieldType
  options: (Option | null)[] | null
  showToRequester: boolean
  fieldCategory: FieldCategory | null
  mandatoryOnCreate: boolean | null
  mandatoryOnClosure: boolean | null
}

export interface Option {
  id: string
  value: string | null
  description: string | null
  order: number
}

export interface CustomField {
  id: FieldId
  columnName: string
  label: string
  description: string | null
  fieldType: FieldType
  isMandatory: boolean | null
}

export interface ServiceOffering {
  itemId: ServiceOfferingId
  serviceItem: ServiceItemRef
  qty: Decimal
  billDateTime: Instant
  notes: string | null
  workItem: WorkItemRef
}

export interface ServiceOfferingList {
  entries: (ServiceOffering | null)[] | null
  listInfo: ListInfo | null
}

export interface Address {
  addressId: AddressId | null
  line1: string | null
  line2: string | null
  line3: string | null
  city: string | null
  postalCode: string | null
  countryCode: string | null
  stateCode: string | null
}

export interface Site {
  id: SiteId
  name: string
  businessHour: (BusinessHour | null)[] | null
  holidayList: HolidayList | null
  timezoneCode: string
  working24x7: boolean
  address: Address | null
  contactNumber: string | null
  installerInfo: (InstallerDetails | null)[] | null
}

export interface SiteList {
  sites: (Site | null)[] | null
  listInfo: ListInfo | null
}

export interface TaskList {
  tasks: (Task | null)[] | null
  listInfo: ListInfo | null
}

export interface Task {
  taskId: TaskId
  displayId: string
  title: string
  description: string | null
  status: string
  estimatedTime: number | null
  scheduledStartDate: Instant | null
  dueDate: Instant | null
  overdue: boolean | null
  actualStartDate: Instant | null
  actualEndDate: Instant | null
  technician: TechnicianRef | null
  techGroup: TechnicianGroupRef | null
  workItem: WorkItemRef | null
  taskOrder: number | null
}

export interface TechnicianList {
  userList: (Technician | null)[] | null
  listInfo: ListInfo | null
}

export interface Technician {
  userId: TechnicianId
  firstName: string
  lastName: string | null
  name: string
  email: string
  contactNumber: string | null
  emailSignature: string | null
  designation: DesignationRef | null
  department: DepartmentRef | null
  associations: (UserAssociationRef | null)[] | null
  team: TeamRef | null
  reportingManager: UserRef | null
  roles: (RoleRef | null)[] | null
  groups: (TechnicianGroupRef | null)[] | null
}

export interface Role {
  roleId: RoleId
  name: string
  description: string | null
  roleType: RoleType | null
  roleFeatureList: (RoleFeature | null)[] | null
}

export interface RoleType {
  roleTypeId: string
  type: RoleTypeEnum | null
}

export interface TicketList {
  tickets: (Ticket | null)[] | null
  listInfo: ListInfo | null
}

export interface Ticket {
  ticketId: TicketId
  displayId: string
  subject: string
  source: string
  department: DepartmentRef | null
  site: SiteRef | null
  requester: RequesterRef | null
  additionalRequester: (RequesterRef | null)[] | null
  followers: (UserRef | null)[] | null
  techGroup: TechnicianGroupRef | null
  technician: TechnicianRef | null
  status: string
  priority: string | null
  impact: string | null
  urgency: string | null
  category: string | null
  subcategory: string | null
  cause: string | null
  subcause: string | null
  resolutionCode: string | null
  sla: SlaRef | null
  createdTime: Instant
  updatedTime: Instant
  firstResponseDueTime: Instant | null
  firstResponseTime: Instant | null
  firstResponseViolated: boolean | null
  resolutionDueTime: Instant | null
  resolutionTime: Instant | null
  resolutionViolated: boolean | null
  customFields: CustomFieldValues | null
  requestType: string | null
  worklogTimespent: Decimal | null
}

export interface User {
  userId: UserId
  firstName: string
  lastName: string | null
  name: string
  email: string
  contactNumber: string | null
  reportingManager: UserRef | null
  roles: (RoleRef | null)[] | null
  department: DepartmentRef | null
  associations: (UserAssociationRef | null)[] | null
  customFields: CustomFieldValues | null
}

export interface UserList {
  userList: (User | null)[] | null
  listInfo: ListInfo | null
}

export interface AssetDetailsListInput {
  assetId: AssetId
  listInfo?: ListInfoInput | null | undefined
}

export interface UpdateAssetInput {
  assetId: AssetId
  name?: string | null | undefined
  site?: SiteIdentifierInput | null | undefined
  department?: DepartmentIdentifierInput | null | undefined
  customFields?: CustomFieldValues | null | undefined
  requester?: UserIdentifierInput | null | undefined
  warrantyExpiryDate?: Day | null | undefined
  purchasedDate?: Day | null | undefined
}

export interface CreateDepartmentInput {
  name: string
  head?: UserIdentifierInput | null | undefined
}

export interface DepartmentIdentifierInput {
  departmentId: DepartmentId
}

export interface ItDocumentationListInput {
  typeId?: ItDocumentationTypeId | null | undefined
  listInfo?: ListInfoInput | null | undefined
}

export interface CreateItDocumentationInput {
  typeId: ItDocumentationTypeId
  name: string
  site?: SiteIdentifierInput | null | undefined
  customFields?: CustomFieldValues | null | undefined
}

export interface UpdateItDocumentationInput {
  typeId: ItDocumentationTypeId
  itDocId: ItDocumentationId
  name?: string | null | undefined
  site?: SiteIdentifierInput | null | undefined
  customFields?: CustomFieldValues | null | undefined
}

export interface CreateDocumentShareInput {
  added: NewShareDetailsInput[]
}

export interface CreateKbArticleInput {
  name: string
  parent: KBItemIdentifierInput
  status: ArticleStatus
  content: string
  visibility: CreateDocumentShareInput
  loginRequired?: boolean | null | undefined
}

export interface DocumentSharedUpdateInput {
  added?: (NewShareDetailsInput | null)[] | null | undefined
  updated?: (DocumentSharedDetailsInput | null)[] | null | undefined
  deleted?: (string | null)[] | null | undefined
}

export interface UpdateKbArticleInput {
  itemId: KbItemId
  name?: string | null | undefined
  parent?: KBItemIdentifierInput | null | undefined
  status?: ArticleStatus | null | undefined
  content?: string | null | undefined
  visibility?: DocumentSharedUpdateInput | null | undefined
  loginRequired?: boolean | null | undefined
}

export interface DocumentSharedDetailsInput {
  mappingId?: string | null | undefined
  portalType?: RoleTypeEnum | null | undefined
  siteSharedType?: SiteSharedType | null | undefined
  siteId?: SiteId | null | undefined
  userRoleSharedType?: UserRoleSharedType | null | undefined
  addedRoleIds?: (RoleId | null)[] | null | undefined
  deletedRoleIds?: (RoleId | null)[] | null | undefined
  userSharedType?: UserSharedType | null | undefined
  addedUserIds?: (string | null)[] | null | undefined
  deletedUserIds?: (string | null)[] | null | undefined
  groupSharedType?: GroupSharedType | null | undefined
  addedGroupIds?: (TechnicianGroupId | null)[] | null | undefined
  deletedGroupIds?: (TechnicianGroupId | null)[] | null | undefined
}

export interface NewShareDetailsInput {
  portalType?: RoleTypeEnum | null | undefined
  siteSharedType?: SiteSharedType | null | undefined
  siteId?: SiteId | null | undefined
  userRoleSharedType?: UserRoleSharedType | null | undefined
  addedRoleIds?: (RoleId | null)[] | null | undefined
  userSharedType?: UserSharedType | null | undefined
  addedUserIds?: (string | null)[] | null | undefined
  groupSharedType?: GroupSharedType | null | undefined
  addedGroupIds?: (TechnicianGroupId | null)[] | null | undefined
}

export interface ListInfoInput {
  page?: number | null | undefined
  pageSize?: number | null | undefined
  condition?: RuleConditionInput | null | undefined
  sort?: (SortInput | null)[] | null | undefined
}

export interface SortInput {
  attribute?: string | null | undefined
  order?: SortOrder | null | undefined
  emptyAtLast?: boolean | null | undefined
}

export interface ScriptListByTypeInput {
  type: string
  listInfo?: ListInfoInput | null | undefined
}

export interface CreateServiceCatalogItemInput {
  name: string
  description?: string | null | undefined
  category?: ServiceCategoryIdentifierInput | null | undefined
}

export interface CreateServiceItemInput {
  name: string
  description?: string | null | undefined
  category?: ServiceCategoryIdentifierInput | null | undefined
}

export interface UpdateServiceCatalogItemInput {
  itemId: ServiceCatalogItemId
  name?: string | null | undefined
  description?: string | null | undefined
  category?: ServiceCategoryIdentifierInput | null | undefined
}

export interface CreateServiceOfferingInput {
  serviceItem?: ServiceItemIdentifierInput | null | undefined
  qty: Decimal
  billDateTime: Instant | Date
  notes?: string | null | undefined
  workItem: WorkItemIdentifierInput
}

export interface GetServiceEntriesInput {
  module?: WorkModule | null | undefined
  listInfo?: ListInfoInput | null | undefined
}

/** A service offering, or a worklog for deleteWorklog. */
export interface ServiceEntryIdentifierInput {
  itemId: string
}

export interface UpdateServiceOfferingInput {
  itemId: ServiceOfferingId
  serviceItem?: ServiceItemIdentifierInput | null | undefined
  qty?: Decimal | null | undefined
  billDateTime?: Instant | Date | null | undefined
  notes?: string | null | undefined
}

export interface CreateAddressInput {
  line1?: string | null | undefined
  line2?: string | null | undefined
  line3?: string | null | undefined
  city?: string | null | undefined
  postalCode?: string | null | undefined
  countryCode?: string | null | undefined
  stateCode?: string | null | undefined
}

export interface CreateSiteInput {
  name: string
  working24x7: boolean
  businessHour?: (CreateBusinessHourInput | null)[] | null | undefined
  holidayList?: HolidayListIdentifierInput | null | undefined
  timezoneCode: string
  address?: CreateAddressInput | null | undefined
  contactNumber?: string | null | undefined
}

export interface SiteIdentifierInput {
  id: SiteId
}

export interface UpdateAddressInput {
  addressId: AddressId
  line1?: string | null | undefined
  line2?: string | null | undefined
  line3?: string | null | undefined
  city?: string | null | undefined
  postalCode?: string | null | undefined
  countryCode?: string | null | undefined
  stateCode?: string | null | undefined
}

export interface UpdateSiteInput {
  id: SiteId
  name: string
  working24x7: boolean
  businessHour?: (CreateBusinessHourInput | null)[] | null | undefined
  holidayList?: HolidayListIdentifierInput | null | undefined
  timezoneCode: string
  address?: UpdateAddressInput | null | undefined
  contactNumber?: string | null | undefined
}

export interface CreateTaskInput {
  title: string
  description?: string | null | undefined
  status: string
  estimatedTime?: number | null | undefined
  scheduledStartDate?: Instant | Date | null | undefined
  dueDate?: Instant | Date | null | undefined
  technician?: UserIdentifierInput | null | undefined
  techGroup?: TechnicianGroupIdentifierInput | null | undefined
  taskOrder?: number | null | undefined
  workItem?: WorkItemIdentifierInput | null | undefined
}

export interface TaskIdentifierInput {
  taskId: TaskId
}

export interface CreateTicketInput {
  subject: string
  description?: string | null | undefined
  descriptionAttachments?: (CreateAttachmentInput | null)[] | null | undefined
  site: SiteIdentifierInput
  department?: DepartmentIdentifierInput | null | undefined
  requester?: UserIdentifierInput | null | undefined
  techGroup?: TechnicianGroupIdentifierInput | null | undefined
  technician?: UserIdentifierInput | null | undefined
  status?: string | null | undefined
  source: string
  priority?: string | null | undefined
  impact?: string | null | undefined
  urgency?: string | null | undefined
  category?: string | null | undefined
  subcategory?: string | null | undefined
  cause?: string | null | undefined
  subcause?: string | null | undefined
  sla?: SLAIdentifierInput | null | undefined
  resolutionCode?: string | null | undefined
  customFields?: CustomFieldValues | null | undefined
  addAdditionalRequester?: (UserIdentifierInput | null)[] | null | undefined
  addFollowers?: (UserIdentifierInput | null)[] | null | undefined
  createdTime?: Instant | Date | null | undefined
  updatedTime?: Instant | Date | null | undefined
  subSource?: string | null | undefined
  sourceReferenceId?: string | null | undefined
  addAssets?: (AssetIdentifierInput | null)[] | null | undefined
  suppressCloseNotification?: boolean | null | undefined
  firstResponseTime?: Instant | Date | null | undefined
  resolutionTime?: Instant | Date | null | undefined
  requestType?: string | null | undefined
}

export interface UpdateTicketInput {
  ticketId: TicketId
  subject?: string | null | undefined
  site?: SiteIdentifierInput | null | undefined
  department?: DepartmentIdentifierInput | null | undefined
  requester?: UserIdentifierInput | null | undefined
  techGroup?: TechnicianGroupIdentifierInput | null | undefined
  technician?: UserIdentifierInput | null | undefined
  status?: string | null | undefined
  priority?: string | null | undefined
  impact?: string | null | undefined
  urgency?: string | null | undefined
  category?: string | null | undefined
  subcategory?: string | null | undefined
  cause?: string | null | undefined
  subcause?: string | null | undefined
  resolutionCode?: string | null | undefined
  source?: string | null | undefined
  customFields?: CustomFieldValues | null | undefined
  addAdditionalRequester?: (UserIdentifierInput | null)[] | null | undefined
  deleteAdditionalRequester?: (UserIdentifierInput | null)[] | null | undefined
  addFollowers?: (UserIdentifierInput | null)[] | null | undefined
  deleteFollowers?: (UserIdentifierInput | null)[] | null | undefined
  suppressCloseNotification?: boolean | null | undefined
  firstResponseTime?: Instant | Date | null | undefined
  resolutionTime?: Instant | Date | null | undefined
  requestType?: string | null | undefined
}

export interface CreateUserAssociationInput {
  site: SiteIdentifierInput
}

export interface CreateUserInput {
  firstName: string
  lastName?: string | null | undefined
  email: string
  contactNumber?: string | null | undefined
  reportingManager?: UserIdentifierInput | null | undefined
  roles?: RoleIdentifierInput[] | null | undefined
  department?: DepartmentIdentifierInput | null | undefined
  addAssociations?: (CreateUserAssociationInput | null)[] | null | undefined
  addGroups?: (TechnicianGroupIdentifierInput | null)[] | null | undefined
  customFields?: CustomFieldValues | null | undefined
}

export interface UpdateUserAssociationInput {
  id: UserAssociationId
  site: SiteIdentifierInput
}

export interface UpdateUserInput {
  userId: UserId
  firstName?: string | null | undefined
  lastName?: string | null | undefined
  email?: string | null | undefined
  contactNumber?: string | null | undefined
  reportingManager?: UserIdentifierInput | null | undefined
  roles?: (RoleIdentifierInput | null)[] | null | undefined
  customFields?: CustomFieldValues | null | undefined
  addGroups?: (TechnicianGroupIdentifierInput | null)[] | null | undefined
  deleteGroups?: (TechnicianGroupIdentifierInput | null)[] | null | undefined
  department?: DepartmentIdentifierInput | null | undefined
  updateAssociations?: (UpdateUserAssociationInput | null)[] | null | undefined
}
