// Written by scripts/codegen.ts from src/schema. Do not edit.


declare const flavour: unique symbol
/** A string that another flavour does not fit; plain strings do. */
export type Flavoured<Name extends string> = string & { readonly [flavour]?: Name }

declare const leaf: unique symbol
/** What travels inside a JSON leaf: selected as a whole. */
export interface JsonLeaf {
  readonly [leaf]?: never
}

/** Map of generated column name (udf1text, udf2date, ...) to value. */
export type CustomFieldValues = Record<string, unknown>

export type TicketId = Flavoured<'TicketId'>

export type ConversationId = Flavoured<'ConversationId'>

export type NoteId = Flavoured<'NoteId'>

export type AlertId = Flavoured<'AlertId'>

export type AssetId = Flavoured<'AssetId'>

export type SiteId = Flavoured<'SiteId'>

export type TechnicianId = Flavoured<'TechnicianId'>

export type TechnicianGroupId = Flavoured<'TechnicianGroupId'>

export type ServiceItemId = Flavoured<'ServiceItemId'>

export type ServiceCatalogItemId = Flavoured<'ServiceCatalogItemId'>

export type ServiceCategoryId = Flavoured<'ServiceCategoryId'>

export type TaskId = Flavoured<'TaskId'>

export type RoleId = Flavoured<'RoleId'>

export type SlaId = Flavoured<'SlaId'>

export type HolidayListId = Flavoured<'HolidayListId'>

export type KbItemId = Flavoured<'KbItemId'>

export type ItDocumentationId = Flavoured<'ItDocumentationId'>

export type ItDocumentationTypeId = Flavoured<'ItDocumentationTypeId'>

export type ScriptId = Flavoured<'ScriptId'>

export type DeviceCategoryId = Flavoured<'DeviceCategoryId'>

export type DesignationId = Flavoured<'DesignationId'>

export type TeamId = Flavoured<'TeamId'>

export type FieldId = Flavoured<'FieldId'>

export type ClientId = Flavoured<'ClientId'>

export type ClientUserId = Flavoured<'ClientUserId'>

export type ClientUserAssociationId = Flavoured<'ClientUserAssociationId'>

export type WorklogEntryId = Flavoured<'WorklogEntryId'>

export type OfferedItemId = Flavoured<'OfferedItemId'>

export type InvoiceId = Flavoured<'InvoiceId'>

export type InvoiceItemId = Flavoured<'InvoiceItemId'>

export type ClientContractId = Flavoured<'ClientContractId'>

export type ContractId = Flavoured<'ContractId'>

export type TaxId = Flavoured<'TaxId'>

export type PaymentMethodId = Flavoured<'PaymentMethodId'>

export type PaymentTermId = Flavoured<'PaymentTermId'>

export type BusinessFunctionId = Flavoured<'BusinessFunctionId'>

/** UTC instant; on the wire ISO 8601 without zone suffix, with or without seconds and fraction. */
export type Instant = Flavoured<'Instant'>

/** Calendar date, YYYY-MM-DD. */
export type Day = Flavoured<'Day'>

/** Decimal text such as 1250.25. */
export type Decimal = Flavoured<'Decimal'>

export type BillableContractQuantityChangeOperation = 'INCREASE' | 'DECREASE' | 'BASELINE' | (string & {})

export type BillableSiteType = 'HQ' | 'ALL' | 'INCLUDED' | (string & {})

export type ClientContractStatus = 'DRAFT' | 'ACTIVE' | 'INACTIVE' | (string & {})

export type ContractFrequencyType = 'ONCE' | 'PERPETUAL' | 'RECURRING' | (string & {})

export type ContractQuantityCalculationType = 'FIXED' | 'DYNAMIC' | (string & {})

export type ContractSellingPriceCalculationType = 'FIXED' | 'DYNAMIC' | (string & {})

export type ContractType = 'SERVICE' | 'USAGE' | 'ONE_TIME' | 'TIME_AND_MATERIAL' | (string & {})

export type FrequencyDurationUnit = 'MONTH' | 'DAY' | 'WEEK' | 'YEAR' | (string & {})

export type PricingModelType = 'PER_UNIT' | (string & {})

export type RecurringMode = 'ARREAR' | 'UPFRONT' | 'ADVANCE' | (string & {})

export type RedeemableBundleApplicableHours = 'BUSINESS_HOURS' | 'AFTER_HOURS' | 'ALL_HOURS' | (string & {})

export type RedeemableBundleApplicableType = 'ALL_ITEMS' | 'INCLUDED_ITEMS' | (string & {})

export type InvoiceStatus = 'DRAFT' | 'APPROVED' | 'PAID' | 'OVERDUE' | 'VOID' | (string & {})

export type ArticleStatus = 'DRAFT' | 'PUBLISHED' | (string & {})

export type ArticleType = 'HTML' | 'PDF' | (string & {})

export type GroupSharedType = 'AllGroups' | 'Group' | (string & {})

export type KbItemType = 'KB_COLLECTION' | 'KB_ARTICLE' | (string & {})

export type RoleTypeEnum = 'TECHNICIAN' | 'REQUESTER' | (string & {})

export type SiteSharedType = 'AllSites' | 'Site' | (string & {})

export type UserRoleSharedType = 'AllRoles' | 'Role' | (string & {})

export type UserSharedType = 'AllUsers' | 'User' | (string & {})

export type ClientSharedType = 'AllClients' | 'Client' | (string & {})

export type SortOrder = 'ASC' | 'DESC' | (string & {})

export type BLOCK_ITEM_USAGE_TYPE = 'ALL_HOURS' | 'BUSINESS_HOURS' | (string & {})

export type ServiceCatalogItemStatus = 'ACTIVE' | 'INACTIVE' | (string & {})

export type ServiceCatalogItemType = 'PRODUCT' | 'SERVICE' | (string & {})

export type ServiceItemQuantityType = 'UNITS' | 'HOURS' | 'BLOCK_HOURS' | 'BLOCK_MONEY' | (string & {})

export type ServiceTypeItemOfferingType = 'QUANTITY' | 'HOURS' | 'BLOCK_HOUR' | 'BLOCK_MONEY' | 'SERVICE_BUNDLE' | (string & {})

export type FieldCategory = 'CUSTOM' | 'DEFAULT' | (string & {})

export type FieldType = 'TEXT' | 'PARAGRAPH' | 'NUMERIC' | 'DECIMAL' | 'DATE' | 'DATETIME' | 'RADIO' | 'CHECKBOX' | 'SELECT' | 'MULTI_SELECT' | 'RICH_TEXT' | 'PASSWORD' | 'SECURE_TEXT' | 'URL' | (string & {})

export type CustomFieldType = 'TEXT' | 'PARAGRAPH' | 'NUMERIC' | 'DECIMAL' | 'DATE' | 'DATETIME' | 'RADIO' | 'CHECKBOX' | 'SELECT' | 'MULTI_SELECT' | 'RICH_TEXT' | 'PASSWORD' | (string & {})

export type DayOfWeek = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY' | (string & {})

export type TaskModule = 'TICKET' | (string & {})

export type WorkState = 'PLANNED' | 'PROGRESS' | 'BLOCKED' | 'COMPLETED' | 'CANCELLED' | (string & {})

export type NotePrivacyType = 'PUBLIC' | 'PRIVATE' | (string & {})

export type TicketConversationType = 'DESCRIPTION' | 'REQ_REPLY' | 'REQ_NOTIFICATION' | 'TECH_REPLY' | 'TECH_NOTIFICATION' | (string & {})

export type TicketSource = 'FORM' | 'AGENT' | 'EMAIL' | 'AI' | 'PHONE' | 'INTEGRATION' | (string & {})

export type TicketType = 'INCIDENT' | 'SERVICE_REQUEST' | (string & {})

export type WorkModule = 'TICKET' | 'PROJECT' | (string & {})

export type OfferedItemAuditStatus = 'PENDING' | 'APPROVED' | 'IGNORED' | 'INVOICED' | 'UNDER_CONTRACT' | (string & {})

export type OfferedItemType = 'CONTRACT' | 'WORK' | (string & {})

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
  resolvedTime: Instant | null
  /** Times that it was raised. */
  occurrenceCount: number | null
}

export interface AssetList {
  assets: (Asset | null)[] | null
  listInfo: ListInfo | null
}

export interface AssetActivityData {
  activityId: string
  module: string | null
  activityType: string | null
  activityData: unknown
  createdBy: UserRef | null
  createdTime: Instant | null
}

export interface AssetActivityList {
  activities: (AssetActivityData | null)[] | null
  listInfo: ListInfo | null
}

export interface AssetCPU {
  assetId: AssetId
  cpuName: string | null
  currentSpeed: Measurement | null
  maxSpeed: Measurement | null
  physicalCore: number | null
  logicalCore: number | null
  architecture: string | null
  l1Cache: Measurement | null
  l2Cache: Measurement | null
  l3Cache: Measurement | null
  processCount: string | null
  threadsCount: string | null
  handlesCount: string | null
  cpuUsage: Measurement | null
}

export interface AssetDisk {
  drive: string | null
  discType: string | null
  fileSystem: string | null
  maxFileLength: number | null
  autoMounted: boolean | null
  compressed: boolean | null
  pageFile: boolean | null
  indexed: boolean | null
  size: Measurement | null
  freeSize: Measurement | null
  activeTime: Measurement | null
  responseTime: Measurement | null
  readSpeed: Measurement | null
  writeSpeed: Measurement | null
  driveUsage: Measurement | null
}

export interface AssetInterface {
  name: string | null
  mac: string | null
  ipv4Address: string | null
  ipv6Address: string | null
  infIndex: number | null
  mtu: string | null
  connectType: string | null
  lineSpeed: Measurement | null
  dataInPerSec: Measurement | null
  dataOutPerSec: Measurement | null
  adapterName: string | null
}

export interface AssetMemory {
  totalMemory: Measurement | null
  usedMemory: Measurement | null
  availableMemory: Measurement | null
  cachedMemory: Measurement | null
  pagedPoolByte: Measurement | null
  nonPagedPoolByte: Measurement | null
  memoryUsage: Measurement | null
  swapTotalMemory: Measurement | null
  swapAvailableMemory: Measurement | null
  swapUsedMemory: Measurement | null
}

export interface AssetPatchList {
  assetPatches: (PatchData | null)[] | null
  listInfo: ListInfo | null
}

export interface PatchData {
  patchDetail: PatchDetails | null
  approvalStatus: string | null
  installationTime: Day | null
  installationStatus: string | null
  failedMessage: string | null
}

export interface PatchDetails {
  patchId: string
  patchKey: string | null
  title: string | null
  publishedDate: Day | null
  category: string | null
  severity: string | null
  kbNumbers: (PatchKb | null)[] | null
  restartRequired: boolean | null
}

export interface PatchKb {
  kbNumber: string | null
}

export interface AssetSoftware {
  id: string
  software: unknown
  version: string | null
  installedDate: string | null
  bitVersion: string | null
  installedPath: string | null
}

export interface AssetSoftwareList {
  assetSoftwares: (AssetSoftware | null)[] | null
  listInfo: ListInfo | null
}

export interface AssetSummary {
  cpu: AssetCPU | null
  memory: AssetMemory | null
  disk: Disks | null
  assetInterface: AssetInterface | null
  lastUserLog: AssetUserLog | null
}

export interface AssetUserLog {
  id: string | null
  name: string | null
  lastLoginTime: Instant | null
}

export interface Disks {
  disks: (AssetDisk | null)[] | null
  totalFreeSpace: Measurement | null
  totalSize: Measurement | null
}

export interface DeviceCategory {
  deviceCategoryId: DeviceCategoryId
  name: string | null
  custom: boolean | null
  assetClass: AssetClassRef | null
  createdTime: Instant | null
}

export interface TPEndpointAssetInfo {
  tpEndpointId: string | null
  superOpsAssetInfo: Asset | null
}

export interface Asset {
  assetId: AssetId
  name: string
  assetClass: AssetClassRef
  client: ClientRef
  site: SiteRef
  requester: ClientUserRef
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
  /** Time since start, English text. */
  sysUptime: string | null
  lastCommunicatedTime: Instant | null
  agentVersion: string | null
  platformFamily: string | null
  platformCategory: string | null
  platformVersion: string | null
  patchStatus: string | null
  warrantyExpiryDate: Day | null
  purchasedDate: Day | null
  /** Values by generated column name, such as udf1text. */
  customFields: CustomFieldValues | null
  lastReportedTime: Instant | null
  deviceCategory: DeviceCategoryRef | null
}

export interface UpdatedAsset {
  assetId: AssetId
  name: string
  assetClass: AssetClassRef
  client: ClientRef
  site: SiteRef
  requester: ClientUserRef
  customFields: CustomFieldValues | null
}

export interface Client {
  accountId: ClientId
  name: string
  stage: string
  status: string | null
  /** Domains whose senders belong to it. */
  emailDomains: (string | null)[] | null
  accountManager: TechnicianRef | null
  primaryContact: ClientUserRef | null
  secondaryContact: ClientUserRef | null
  /** Site that is the headquarters. */
  hqSite: SiteRef | null
  technicianGroups: (TechnicianGroupRef | null)[] | null
  /** Values by generated column name, such as udf1text. */
  customFields: CustomFieldValues | null
}

export interface ClientList {
  clients: (Client | null)[] | null
  listInfo: ListInfo | null
}

export interface ClientStage {
  stageId: string
  name: string
  constant: string | null
  statuses: (ClientStatus | null)[] | null
}

export interface ClientStatus {
  statusId: string
  name: string | null
  constant: string | null
}

export interface ClientSite {
  id: SiteId
  name: string
  /** Opening hours by day of the week, on the clock of timezoneCode. */
  businessHour: (BusinessHour | null)[] | null
  holidayList: HolidayList | null
  /** IANA time zone. */
  timezoneCode: string
  /** Whether it works round the clock. */
  working24x7: boolean
  line1: string | null
  line2: string | null
  line3: string | null
  city: string | null
  postalCode: string | null
  countryCode: string | null
  stateCode: string | null
  contactNumber: string | null
  client: ClientRef
  /** Whether it is the headquarters. */
  hq: boolean | null
  installerInfo: (InstallerDetails | null)[] | null
}

export interface ClientSiteList {
  sites: (ClientSite | null)[] | null
  listInfo: ListInfo | null
}

export interface ClientUser {
  userId: ClientUserId
  firstName: string
  lastName: string | null
  name: string
  email: string
  contactNumber: string | null
  reportingManager: ClientUserRef | null
  site: SiteRef | null
  role: RoleRef
  client: ClientRef | null
  /** Values by generated column name, such as udf1text. */
  customFields: CustomFieldValues | null
}

export interface ClientUserList {
  userList: (ClientUser | null)[] | null
  listInfo: ListInfo | null
}

export interface ClientUserAssociation {
  id: ClientUserAssociationId
  client: Client
  site: ClientSite
  user: ClientUser
}

export interface ClientUserAssociationList {
  associations: (ClientUserAssociation | null)[] | null
  listInfo: ListInfo | null
}

export interface ClientContract {
  contractId: ClientContractId
  client: ClientRef
  contract: Contract
  /** First day in force. */
  startDate: Day
  /** Day on which it ends. */
  endDate: Day | null
  contractStatus: ClientContractStatus
}

export interface ClientContractList {
  clientContracts: ClientContract[] | null
  listInfo: ListInfo | null
}

export interface Contract {
  contractId: ContractId
  name: string | null
  description: string | null
  contractType: ContractType
  billableContract: BillableContract | null
}

export interface BillableContract {
  contractId: ContractId
  chargeItem: ServiceCatalogItemRef
  quantityCalculationType: ContractQuantityCalculationType
  sellingPriceCalculationType: ContractSellingPriceCalculationType
  provisionRule: unknown
  /** Whether the price differs from that of the catalogue. */
  sellingPriceOverridden: boolean | null
  sellingPrice: PricingModel | null
  /** Discount on the price. */
  discountRate: Decimal | null
  frequencyType: ContractFrequencyType
  /** Items that it covers. */
  includedItems: unknown[] | null
  billableSiteType: BillableSiteType
  sites: unknown[] | null
  recurringContract: RecurringContract | null
  redeemableContract: RedeemableContract | null
  perpetualContract: PerpetualContract | null
  /** Quantities over time. */
  changes: BillableContractQuantityChange[] | null
  project: unknown
  /** Blocks of prepaid work and what is left of them. */
  blockItemsInfo: (BlockItemInfo | null)[] | null
}

export interface BillableContractQuantityChange {
  changeId: string
  effectiveDate: Day | null
  endDate: Day | null
  quantity: Decimal | null
  quantityChangeOperation: BillableContractQuantityChangeOperation
}

export interface BlockItemInfo {
  blockItemId: ServiceCatalogItemId | null
  balance: Decimal | null
}

export interface PerpetualContract {
  contractId: ContractId
  autoRenew: boolean
}

export interface RecurringContract {
  contractId: ContractId
  recurringMode: RecurringMode
  frequencyDurationUnit: FrequencyDurationUnit
  /** Units of frequencyDurationUnit from bill to bill. */
  frequencyInterval: number
  /** Shift of the bill with ADVANCE; its unit is not documented. */
  billingOffset: number
  nextBillDate: Day | null
}

export interface RedeemableContract {
  contractId: ContractId
  applicableType: RedeemableBundleApplicableType
  applicableHours: RedeemableBundleApplicableHours
  carryForwardRemainingQuantity: boolean
}

export interface PricingModel {
  model: PricingModelType
  details: PricingModelDetail[]
}

export interface PricingModelDetail {
  value: Decimal
  afterHoursValue: Decimal | null
}

export interface Invoice {
  invoiceId: InvoiceId
  /** Number that people read. */
  displayId: string
  client: ClientRef | null
  site: SiteRef | null
  invoiceDate: Day
  dueDate: Day | null
  /** Status. */
  statusEnum: InvoiceStatus | null
  sentToClient: boolean | null
  items: (InvoiceItem | null)[] | null
  taxes: (InvoiceTaxItem | null)[] | null
  /** Sum of the discounts. */
  discountAmount: Decimal | null
  /** Discount on the whole invoice. */
  additionalDiscount: Decimal | null
  /** Discount on the whole invoice. */
  additionalDiscountRate: Decimal | null
  /** Amount to pay, taxes included. */
  totalAmount: Decimal | null
  notes: string | null
  paymentDate: Day | null
  paymentMethod: PaymentMethodRef | null
  paymentReference: string | null
  invoicePaymentTerm: PaymentTermRef | null
}

export interface InvoiceItem {
  itemId: InvoiceItemId
  billedDate: Day
  details: string | null
  quantity: Decimal
  unitPrice: Decimal
  discountRate: Decimal | null
  amount: Decimal | null
  taxable: boolean | null
  tax: TaxRef | null
  serviceItem: ServiceItemRef | null
  taxAmount: Decimal | null
  totalAmount: Decimal | null
  invoice: Pick<Invoice, 'invoiceId' | 'displayId'> | null
}

export interface InvoiceItemList {
  items: (InvoiceItem | null)[] | null
  listInfo: ListInfo | null
}

export interface InvoiceList {
  invoices: (Invoice | null)[] | null
  listInfo: ListInfo | null
}

export interface InvoiceTaxItem {
  tax: TaxRef
  taxRate: Decimal
  taxableAmount: Decimal
  taxAmount: Decimal
  id: string
  rate: TaxRateRef
}

export interface PaymentMethod {
  paymentMethodId: PaymentMethodId
  paymentMethodName: string
}

export interface PaymentTerm {
  paymentTermId: PaymentTermId
  paymentTermName: string
  paymentTermValue: number | null
}

export interface Tax {
  taxId: TaxId
  name: string
  rates: (TaxRate | null)[] | null
  /** Sum of the rates. */
  totalRate: Decimal | null
}

export interface TaxList {
  taxes: (Tax | null)[] | null
  listInfo: ListInfo | null
}

export interface TaxRate {
  rateId: string
  name: string
  rateValue: Decimal
}

export interface ItDocumentationList {
  documents: (ItDocumentation | null)[] | null
  listInfo: ListInfo | null
}

export interface ITDocumentationType {
  typeId: ItDocumentationTypeId
  name: string | null
  description: string | null
  entityName: string | null
  lastUpdatedTime: Instant | null
  customFields: unknown
}

export interface ItDocumentation {
  itDocId: ItDocumentationId
  name: string | null
  client: ClientRef | null
  site: SiteRef | null
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

export interface KbCollection {
  itemId: KbItemId
  name: string
  parent: Pick<KbCollection, 'itemId' | 'name'> | null
}

export interface DocumentSharedDetails {
  mappingId: string
  portalType: RoleTypeEnum | null
  clientSharedType: ClientSharedType | null
  siteSharedType: SiteSharedType | null
  userRoleSharedType: UserRoleSharedType | null
  client: ClientRef | null
  site: SiteRef | null
  roles: unknown[] | null
  userSharedType: UserSharedType | null
  groupSharedType: GroupSharedType | null
  users: unknown[] | null
  groups: unknown[] | null
}

export interface ListInfo {
  page: number | null
  pageSize: number | null
  sort: (Sort | null)[] | null
  condition: unknown
  hasMore: boolean | null
  totalCount: number | null
}

export interface Sort {
  attribute: string | null
  order: SortOrder | null
}

export interface SiteRef extends JsonLeaf {
  id: SiteId
  name?: string | null
}

export interface TechnicianRef extends JsonLeaf {
  userId: TechnicianId
  name?: string | null
  email?: string | null
}

/** Technician or requester; people outside the tenant have only an email. */
export interface UserRef extends JsonLeaf {
  userId?: string | null
  name?: string | null
  email?: string | null
}

export interface TechnicianGroupRef extends JsonLeaf {
  groupId: TechnicianGroupId
  name?: string | null
}

export interface SlaRef extends JsonLeaf {
  id: SlaId
  name?: string | null
}

export interface RoleRef extends JsonLeaf {
  roleId: RoleId
  name?: string | null
}

export interface DesignationRef extends JsonLeaf {
  designationId: DesignationId
  name?: string | null
}

export interface TeamRef extends JsonLeaf {
  teamId: TeamId
  name?: string | null
}

export interface WorkItemRef extends JsonLeaf {
  workId: string
  displayId?: string | null
  module?: WorkModule | null
}

export interface AssetClassRef extends JsonLeaf {
  classId: string
  name?: string | null
}

export interface AlertPolicyRef extends JsonLeaf {
  name?: string | null
  policyType?: string | null
}

/** A measured value; actualValue is a number, for usage percentages it can be text. */
export interface Measurement extends JsonLeaf {
  actualValue?: unknown
  value?: string | null
  unit?: string | null
}

export interface ClientRef extends JsonLeaf {
  accountId: ClientId
  name?: string | null
}

export interface ClientUserRef extends JsonLeaf {
  userId: ClientUserId
  name?: string | null
  email?: string | null
}

export interface BusinessFunctionRef extends JsonLeaf {
  businessFunctionId: BusinessFunctionId
  name?: string | null
}

export interface TicketRef extends JsonLeaf {
  ticketId: TicketId
  displayId?: string | null
  subject?: string | null
}

export interface ServiceItemRef extends JsonLeaf {
  itemId: ServiceItemId
  name?: string | null
  quantityType?: ServiceItemQuantityType | null
}

export interface ServiceCatalogItemRef extends JsonLeaf {
  itemId: ServiceCatalogItemId
  name?: string | null
  itemType?: ServiceCatalogItemType | null
}

export interface TaxRef extends JsonLeaf {
  taxId: TaxId
  name?: string | null
}

export interface TaxRateRef extends JsonLeaf {
  rateId: string
  name?: string | null
  rateValue?: Decimal | null
}

export interface PaymentMethodRef extends JsonLeaf {
  paymentMethodId: PaymentMethodId
  paymentMethodName?: string | null
}

export interface PaymentTermRef extends JsonLeaf {
  paymentTermId: PaymentTermId
  paymentTermName?: string | null
  /** Time from invoice to due date. */
  paymentTermValue?: number | null
}

export interface DeviceCategoryRef extends JsonLeaf {
  id: DeviceCategoryId
  name?: string | null
}

export interface AlertAssetRef extends JsonLeaf {
  assetId: AssetId
  name?: string | null
  owner?: UserRef | null
  client?: ClientRef | null
  site?: SiteRef | null
}

export interface Script {
  scriptId: ScriptId
  name: string | null
  description: string | null
  language: string | null
  addedBy: UserRef | null
  createdTime: Instant | null
  favourite: boolean | null
  runAs: string | null
  runTimeVariables: (string | null)[] | null
  timeOut: number | null
  tags: unknown
  readMe: string | null
}

export interface ScriptList {
  scripts: (Script | null)[] | null
  listInfo: ListInfo | null
}

export interface RunScriptData {
  actionConfigId: string | null
  script: unknown
  scriptArguments: unknown
  addedBy: UserRef | null
}

export interface ServiceItemList {
  items: (ServiceItem | null)[] | null
  listInfo: ListInfo | null
}

export interface ServiceCategory {
  categoryId: ServiceCategoryId
  name: string
}

export interface ServiceCatalogItemList {
  items: (ServiceCatalogItem | null)[] | null
  listInfo: ListInfo | null
}

export interface ServiceItem {
  itemId: ServiceItemId
  name: string
  description: string | null
  quantityType: ServiceItemQuantityType
  category: ServiceCategory | null
  /** Whether worklogs can name it. */
  useAsWorklogItem: boolean | null
  /** Price of an hour or unit. */
  unitPrice: Decimal | null
  /** Price of a unit in business hours. */
  businessHoursUnitPrice: Decimal | null
  /** Price of a unit after hours. */
  afterHoursUnitPrice: Decimal | null
  /** Step to which logged time is rounded up; minutes by plausibility. */
  roundUpValue: number | null
  /** Units of a block. */
  quantity: Decimal | null
  /** Price of a block. */
  amount: Decimal | null
  adjustBlockItemAgainstAllItems: boolean | null
  blockItemAdjustedItems: (Pick<ServiceItem, 'itemId' | 'name'> | null)[] | null
  blockItemUsedIn: BLOCK_ITEM_USAGE_TYPE | null
  salesTaxEnabled: boolean | null
  salesTax: Tax | null
}

export interface ServiceCatalogItem {
  itemId: ServiceCatalogItemId
  name: string
  description: string | null
  category: ServiceCategory | null
  itemType: ServiceCatalogItemType
  offerAsWorklogItem: boolean | null
  status: ServiceCatalogItemStatus | null
  taxable: boolean | null
  salesTax: Tax | null
  sellingPrice: PricingModel | null
  costPrice: PricingModel | null
  serviceTypeItem: ServiceTypeItem | null
}

export interface ServiceTypeItem {
  itemId: string
  offeringType: ServiceTypeItemOfferingType
  bundledItems: (Pick<ServiceCatalogItem, 'itemId' | 'name'>)[] | null
  hourlyServiceTypeItem: HourlyServiceTypeItem | null
  redeemableServiceBundle: RedeemableServiceBundle | null
}

export interface HourlyServiceTypeItem {
  itemId: string
  roundUpValue: number
  defaultItem: boolean
}

export interface RedeemableServiceBundle {
  itemId: string
  applicableType: RedeemableBundleApplicableType
  applicableHours: RedeemableBundleApplicableHours
  redeemableQuantity: Decimal
}

export interface SLA {
  id: SlaId
  name: string
}

export interface Priority {
  id: string
  name: string
  colorCode: string | null
}

export interface Status {
  id: string
  name: string
  description: string | null
}

export interface Category {
  id: string
  name: string
  subCategories: (SubCategory | null)[] | null
}

export interface SubCategory {
  id: string
  name: string
}

export interface Cause {
  id: string
  name: string
  subCauses: (SubCause | null)[] | null
}

export interface SubCause {
  id: string
  name: string
  description: string | null
}

export interface Impact {
  id: string
  name: string
}

export interface Urgency {
  id: string
  name: string
}

export interface ResolutionCode {
  id: string
  name: string
  description: string | null
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
  parentField: Pick<Field, 'id' | 'columnName' | 'label'> | null
}

export interface Option {
  id: string
  value: string | null
  description: string | null
  order: number
  parentOption: Pick<Option, 'value'> | null
}

export interface CustomField {
  id: FieldId
  columnName: string
  label: string
  description: string | null
  fieldType: CustomFieldType
  showToClient: boolean
}

export interface BusinessHour {
  day: DayOfWeek
  start: string
  end: string
}

export interface HolidayList {
  id: HolidayListId
  name: string
}

export interface InstallerDetails {
  id: string | null
  installerDownloadUrl: string | null
  installerName: string | null
  os: string | null
}

export interface TaskList {
  tasks: (Task | null)[] | null
  listInfo: ListInfo | null
}

export interface Task {
  taskId: TaskId
  /** Number that people read. */
  displayId: string
  title: string
  description: string | null
  status: string
  /** Planned effort. */
  estimatedTime: number | null
  scheduledStartDate: Instant | null
  dueDate: Instant | null
  /** Whether it is overdue, as SuperOps says. */
  overdue: boolean | null
  actualStartDate: Instant | null
  actualEndDate: Instant | null
  technician: TechnicianRef | null
  techGroup: TechnicianGroupRef | null
  module: TaskModule | null
  ticket: TicketRef | null
  workItem: WorkItemRef | null
}

export interface WorkStatus {
  statusId: string
  name: string
  state: WorkState | null
}

export interface TechnicianList {
  userList: (Technician | null)[] | null
  listInfo: ListInfo | null
}

export interface TechnicianGroup {
  groupId: TechnicianGroupId
  name: string
}

export interface Designation {
  designationId: DesignationId
  name: string
}

export interface RoleFeature {
  feature: Feature
  operationList: (Operation | null)[]
}

export interface Feature {
  featureId: string
  name: string
  key: string
}

export interface Operation {
  operationId: string
  name: string
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
  businessFunction: BusinessFunctionRef | null
  team: TeamRef | null
  reportingManager: TechnicianRef | null
  role: RoleRef | null
  groups: (TechnicianGroupRef | null)[] | null
}

export interface Team {
  teamId: TeamId
  name: string
}

export interface BusinessFunction {
  businessFunctionId: BusinessFunctionId
  name: string
}

export interface Role {
  roleId: RoleId
  name: string
  description: string | null
  roleType: RoleType | null
  roleFeatureList: (RoleFeature | null)[] | null
  roleUserList: (UserRef | null)[] | null
}

export interface RoleType {
  roleTypeId: string
  name: string
}

export interface TicketList {
  tickets: (Ticket | null)[] | null
  listInfo: ListInfo | null
}

export interface TicketConversation {
  conversationId: ConversationId
  /** Text of the message, HTML. */
  content: string | null
  time: Instant
  user: UserRef | null
  toUsers: (RecipientInfo | null)[] | null
  ccUsers: (RecipientInfo | null)[] | null
  bccUsers: (RecipientInfo | null)[] | null
  attachments: (Attachment | null)[] | null
  type: TicketConversationType
}

export interface RecipientInfo {
  user: UserRef
}

export interface Attachment {
  fileName: string
  originalFileName: string
  fileSize: string
}

export interface Note {
  noteId: NoteId
  addedBy: UserRef | null
  addedOn: Instant
  content: string
  attachments: (Attachment | null)[] | null
  privacyType: NotePrivacyType | null
}

export interface Ticket {
  ticketId: TicketId
  /** Number that people read. */
  displayId: string
  subject: string
  ticketType: TicketType | null
  requestType: string | null
  source: TicketSource
  client: ClientRef | null
  site: SiteRef | null
  requester: ClientUserRef | null
  /** Further requesters. */
  additionalRequester: (ClientUserRef | null)[] | null
  /** Technicians who follow it. */
  followers: (TechnicianRef | null)[] | null
  techGroup: TechnicianGroupRef | null
  technician: TechnicianRef | null
  status: string | null
  priority: string | null
  impact: string | null
  urgency: string | null
  category: string | null
  subcategory: string | null
  cause: string | null
  subcause: string | null
  resolutionCode: string | null
  sla: SlaRef | null
  createdTime: Instant | null
  updatedTime: Instant | null
  /** When the first response is due by the SLA. */
  firstResponseDueTime: Instant | null
  firstResponseTime: Instant | null
  /** Whether the first response was late, as SuperOps says. */
  firstResponseViolated: boolean | null
  /** When the resolution is due by the SLA. */
  resolutionDueTime: Instant | null
  resolutionTime: Instant | null
  /** Whether the resolution was late, as SuperOps says. */
  resolutionViolated: boolean | null
  /** Values by generated column name, such as udf1text. */
  customFields: CustomFieldValues | null
  /** Time logged on it. */
  worklogTimespent: Decimal | null
}

export interface WorklogEntry {
  itemId: WorklogEntryId
  status: OfferedItemAuditStatus
  serviceItem: ServiceItemRef
  billable: boolean
  /** Whether the work was done outside business hours. */
  afterHours: boolean
  /** Hours where the service item is of the kind HOURS, else units. */
  qty: Decimal
  /** Price of an hour or unit. */
  unitPrice: Decimal | null
  /** Time that it is billed for. */
  billDateTime: Instant
  technician: TechnicianRef
  notes: string | null
  /** Ticket that the work was done on. */
  workItem: WorkItemRef
}

export interface WorklogEntryList {
  entries: (WorklogEntry | null)[] | null
  listInfo: ListInfo | null
}

export interface OfferedItem {
  itemId: OfferedItemId
  type: OfferedItemType
  billDate: Day
  status: OfferedItemAuditStatus
  serviceItem: ServiceItemRef
  client: ClientRef | null
  site: SiteRef | null
  workItem: WorkItemRef | null
  technician: TechnicianRef | null
  afterHours: boolean | null
  unitPrice: Decimal | null
  qty: Decimal | null
  discountRate: Decimal | null
  amount: Decimal | null
  revisedUnitPrice: Decimal | null
  revisedQuantity: Decimal | null
  revisedDiscountRate: Decimal | null
  revisedAmount: Decimal | null
  adjustedBlockMoney: Decimal | null
  adjustedBlockHour: Decimal | null
  notes: string | null
  createdTime: Instant | null
  updatedTime: Instant | null
}

export interface OfferedItemList {
  items: (OfferedItem | null)[] | null
  listInfo: ListInfo | null
}

export interface CreateAlertInput {
  assetId: AssetId
  message: string
  description?: string | null | undefined
  severity?: string | null | undefined
}

export interface ResolveAlertInput {
  id: AlertId
}

export interface AssetDetailsListInput {
  assetId: AssetId
  listInfo?: ListInfoInput | null | undefined
}

export interface AssetIdentifierInput {
  assetId: AssetId
}

export interface AssignDeviceCategoryInput {
  assetIds: AssetId[]
  deviceCategoryId: DeviceCategoryId
}

export interface DeviceCategoryIdentifierInput {
  module?: (string | null)[] | null | undefined
  custom?: boolean | null | undefined
  classId?: string | null | undefined
}

export interface TPAssetInfoInput {
  tpEndpointIds?: string[] | null | undefined
  integrationRefId: string
}

export interface UpdateAssetInput {
  assetId: AssetId
  name?: string | null | undefined
  client?: ClientIdentifierInput | null | undefined
  site?: ClientSiteIdentifierInput | null | undefined
  customFields?: CustomFieldValues | null | undefined
  requester?: ClientUserIdentifierInput | null | undefined
  warrantyExpiryDate?: Day | null | undefined
  purchasedDate?: Day | null | undefined
}

export interface ClientIdentifierInput {
  accountId: ClientId
}

export interface ClientSiteIdentifierInput {
  id: SiteId
}

export interface ClientUserAssociationIdentifierInput {
  id: ClientUserAssociationId
}

export interface ClientUserIdentifierInput {
  userId: ClientUserId
}

export interface CreateClientInput {
  name: string
  stage?: string | null | undefined
  status?: string | null | undefined
  emailDomains?: (string | null)[] | null | undefined
  accountManager?: TechnicianIdentifierInput | null | undefined
  addTechnicianGroups?: (TechnicianGroupIdentifierInput | null)[] | null | undefined
  customFields?: CustomFieldValues | null | undefined
}

export interface CreateClientInputV2 {
  name: string
  stage?: string | null | undefined
  status?: string | null | undefined
  emailDomains?: (string | null)[] | null | undefined
  accountManager?: TechnicianIdentifierInput | null | undefined
  addTechnicianGroups?: (TechnicianGroupIdentifierInput | null)[] | null | undefined
  customFields?: CustomFieldValues | null | undefined
  hqSite: CreateClientSiteInput
}

export interface CreateClientSiteInput {
  name: string
  working24x7: boolean
  businessHour?: (CreateBusinessHourInput | null)[] | null | undefined
  holidayList?: HolidayListIdentifierInput | null | undefined
  timezoneCode: string
  line1?: string | null | undefined
  line2?: string | null | undefined
  line3?: string | null | undefined
  city?: string | null | undefined
  postalCode?: string | null | undefined
  countryCode?: string | null | undefined
  stateCode?: string | null | undefined
  client?: ClientIdentifierInput | null | undefined
}

export interface CreateClientUserAssociationInput {
  client: ClientIdentifierInput
  site: ClientSiteIdentifierInput
  user?: ClientUserIdentifierInput | null | undefined
}

export interface CreateClientUserInput {
  firstName: string
  lastName?: string | null | undefined
  email: string
  contactNumber?: string | null | undefined
  reportingManager?: ClientUserIdentifierInput | null | undefined
  role: RoleIdentifierInput
  addAssociations?: (CreateClientUserAssociationInput | null)[] | null | undefined
  customFields?: CustomFieldValues | null | undefined
}

export interface GetClientSiteListInput {
  listInfo?: ListInfoInput | null | undefined
  clientId?: ClientId | null | undefined
}

export interface GetClientUserListInput {
  listInfo?: ListInfoInput | null | undefined
  clientId?: ClientId | null | undefined
}

export interface UpdateClientInput {
  accountId: ClientId
  name?: string | null | undefined
  stage?: string | null | undefined
  status?: string | null | undefined
  emailDomains?: (string | null)[] | null | undefined
  accountManager?: TechnicianIdentifierInput | null | undefined
  primaryContact?: ClientUserIdentifierInput | null | undefined
  secondaryContact?: ClientUserIdentifierInput | null | undefined
  hqSite?: ClientSiteIdentifierInput | null | undefined
  addTechnicianGroups?: (TechnicianGroupIdentifierInput | null)[] | null | undefined
  deleteTechnicianGroups?: (TechnicianGroupIdentifierInput | null)[] | null | undefined
  customFields?: CustomFieldValues | null | undefined
}

export interface UpdateClientSiteInput {
  id: SiteId
  name?: string | null | undefined
  timezoneCode?: string | null | undefined
  working24x7?: boolean | null | undefined
  businessHour?: (CreateBusinessHourInput | null)[] | null | undefined
  holidayList?: HolidayListIdentifierInput | null | undefined
  line1?: string | null | undefined
  line2?: string | null | undefined
  line3?: string | null | undefined
  city?: string | null | undefined
  postalCode?: string | null | undefined
  countryCode?: string | null | undefined
  stateCode?: string | null | undefined
  contactNumber?: string | null | undefined
  hq?: boolean | null | undefined
}

export interface UpdateClientUserAssociationInput {
  id: ClientUserAssociationId
  site: ClientSiteIdentifierInput
}

export interface UpdateClientUserInput {
  userId: ClientUserId
  firstName?: string | null | undefined
  lastName?: string | null | undefined
  email?: string | null | undefined
  contactNumber?: string | null | undefined
  reportingManager?: ClientUserIdentifierInput | null | undefined
  site?: ClientSiteIdentifierInput | null | undefined
  role?: RoleIdentifierInput | null | undefined
  customFields?: CustomFieldValues | null | undefined
}

export interface BillableContractQuantityChangeInput {
  changeId?: string | null | undefined
  effectiveDate?: Day | null | undefined
  quantity?: Decimal | null | undefined
  quantityChangeOperation?: BillableContractQuantityChangeOperation | null | undefined
}

export interface ContractIdentifierInput {
  contractId: ClientContractId
}

export interface CreateBillableContractInput {
  chargeItem: ServiceCatalogItemIdentifierInput
  sellingPriceOverridden: boolean
  sellingPrice?: PricingModelInput | null | undefined
  discountRate?: Decimal | null | undefined
  billableSiteType: BillableSiteType
  addSites?: ClientSiteIdentifierInput[] | null | undefined
  recurringContract: RecurringContractInput
  change: BillableContractQuantityChangeInput
}

export interface CreateClientContractInput {
  client: ClientIdentifierInput
  contract: CreateContractInput
  startDate: Day
  endDate?: Day | null | undefined
}

export interface CreateContractInput {
  description?: string | null | undefined
  billableContract: CreateBillableContractInput
}

export interface PricingModelDetailsInput {
  value: Decimal
  afterHoursValue?: Decimal | null | undefined
}

export interface PricingModelInput {
  model: PricingModelType
  details: PricingModelDetailsInput[]
}

export interface RecurringContractInput {
  recurringMode: RecurringMode
  frequencyDurationUnit: FrequencyDurationUnit
  frequencyInterval: number
  billingOffset?: number | null | undefined
}

export interface UpdateBillableContractInput {
  sellingPriceOverridden?: boolean | null | undefined
  sellingPrice?: PricingModelInput | null | undefined
  change?: BillableContractQuantityChangeInput | null | undefined
}

export interface UpdateClientContractInput {
  contract: UpdateContractInput
  endDate?: Day | null | undefined
}

export interface UpdateContractInput {
  contractId: ContractId
  billableContract?: UpdateBillableContractInput | null | undefined
}

export interface CreateInvoiceInput {
  client: ClientIdentifierInput
  site: ClientSiteIdentifierInput
  statusEnum: InvoiceStatus
  invoiceDate: Day
  dueDate?: Day | null | undefined
  addItems: (CreateInvoiceItemInput | null)[]
  additionalDiscount?: Decimal | null | undefined
  additionalDiscountRate?: Decimal | null | undefined
  memo?: string | null | undefined
  title?: string | null | undefined
  footer?: string | null | undefined
  paymentTerm?: PaymentTermIdentifierInput | null | undefined
}

export interface CreateInvoiceItemInput {
  billedDate: Day
  serviceItem: ServiceItemIdentifierInput
  details?: string | null | undefined
  quantity: Decimal
  unitPrice: Decimal
  discountRate?: Decimal | null | undefined
  discountAmount?: Decimal | null | undefined
  taxable?: boolean | null | undefined
  tax?: TaxIdentifierInput | null | undefined
}

export interface CreateTaxInput {
  name: string
  addRates: (CreateTaxRateInput | null)[]
}

export interface CreateTaxRateInput {
  name: string
  rateValue: Decimal
}

export interface InvoiceIdentifierInput {
  invoiceId: InvoiceId
}

export interface PaymentMethodIdentifierInput {
  paymentMethodId: PaymentMethodId
}

export interface PaymentTermIdentifierInput {
  paymentTermId: PaymentTermId
}

export interface TaxIdentifierInput {
  taxId: TaxId
}

export interface UpdateInvoiceInput {
  invoiceId: InvoiceId
  statusEnum?: InvoiceStatus | null | undefined
  invoiceDate?: Day | null | undefined
  dueDate?: Day | null | undefined
  paymentDate?: Day | null | undefined
  paymentMethod?: PaymentMethodIdentifierInput | null | undefined
  paymentReference?: string | null | undefined
  invoicePaymentTerm?: PaymentTermIdentifierInput | null | undefined
}

export interface ItDocumentationIdentifierInput {
  itDocId: ItDocumentationId
}

export interface ItDocumentationListInput {
  typeId?: ItDocumentationTypeId | null | undefined
  listInfo?: ListInfoInput | null | undefined
}

export interface CreateItDocumentationInput {
  typeId: ItDocumentationTypeId
  name: string
  client?: ClientIdentifierInput | null | undefined
  site?: ClientSiteIdentifierInput | null | undefined
  customFields?: CustomFieldValues | null | undefined
}

export interface UpdateItDocumentationInput {
  typeId: ItDocumentationTypeId
  itDocId: ItDocumentationId
  name?: string | null | undefined
  client?: ClientIdentifierInput | null | undefined
  site?: ClientSiteIdentifierInput | null | undefined
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

export interface CreateKbCollectionInput {
  name: string
  parent?: KBItemIdentifierInput | null | undefined
}

export interface DeleteKbArticleInput {
  article: KBItemIdentifierInput
}

export interface DeleteKbCollectionInput {
  kbCollection: KBItemIdentifierInput
}

export interface DocumentSharedUpdateInput {
  added?: (NewShareDetailsInput | null)[] | null | undefined
  updated?: (DocumentSharedDetailsInput | null)[] | null | undefined
  deleted?: (string | null)[] | null | undefined
}

export interface KBItemIdentifierInput {
  itemId: KbItemId
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

export interface UpdateKbCollectionInput {
  itemId: KbItemId
  name: string
}

export interface DocumentSharedDetailsInput {
  mappingId?: string | null | undefined
  portalType?: RoleTypeEnum | null | undefined
  clientSharedType?: ClientSharedType | null | undefined
  accountId?: ClientId | null | undefined
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
  clientSharedType?: ClientSharedType | null | undefined
  accountId?: ClientId | null | undefined
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

export interface RuleConditionInput {
  attribute?: string | null | undefined
  operator?: string | null | undefined
  value?: unknown | undefined
  joinOperator?: string | null | undefined
  operands?: (RuleConditionInput | null)[] | null | undefined
}

export interface SortInput {
  attribute?: string | null | undefined
  order?: SortOrder | null | undefined
}

export interface RunScriptInput {
  assetId: AssetId
  scriptId: ScriptId
  scriptArguments?: unknown | undefined
}

export interface ScriptListByTypeInput {
  type: string
  listInfo?: ListInfoInput | null | undefined
}

export interface CreateServiceCategoryInput {
  name: string
}

export interface ServiceCatalogItemIdentifierInput {
  itemId: ServiceCatalogItemId
}

export interface ServiceCategoryIdentifierInput {
  categoryId: ServiceCategoryId
}

export interface ServiceItemIdentifierInput {
  itemId: ServiceItemId
}

export interface CreateHourlyServiceTypeItemInput {
  roundUpValue: number
}

export interface CreateRedeemableServiceBundleInput {
  applicableType: RedeemableBundleApplicableType
  applicableHours: RedeemableBundleApplicableHours
  redeemableQuantity: Decimal
}

export interface CreateServiceCatalogItemInput {
  name: string
  description?: string | null | undefined
  category?: ServiceCategoryIdentifierInput | null | undefined
  itemType: ServiceCatalogItemType
  offerAsWorklogItem?: boolean | null | undefined
  taxable: boolean
  salesTax?: TaxIdentifierInput | null | undefined
  costPrice?: PricingModelInput | null | undefined
  sellingPrice?: PricingModelInput | null | undefined
  serviceTypeItem?: CreateServiceTypeItemInput | null | undefined
}

export interface CreateServiceItemInput {
  name: string
  description?: string | null | undefined
  quantityType: ServiceItemQuantityType
  category?: ServiceCategoryIdentifierInput | null | undefined
  useAsWorklogItem?: boolean | null | undefined
  unitPrice?: Decimal | null | undefined
  businessHoursUnitPrice?: Decimal | null | undefined
  afterHoursUnitPrice?: Decimal | null | undefined
  roundUpValue?: number | null | undefined
  quantity?: Decimal | null | undefined
  amount?: Decimal | null | undefined
  adjustBlockItemAgainstAllItems?: boolean | null | undefined
  addBlockItemAdjustedItems?: (ServiceItemIdentifierInput | null)[] | null | undefined
  blockItemUsedIn?: BLOCK_ITEM_USAGE_TYPE | null | undefined
  salesTaxEnabled?: boolean | null | undefined
  salesTax?: TaxIdentifierInput | null | undefined
}

export interface CreateServiceTypeItemInput {
  offeringType: ServiceTypeItemOfferingType
  addBundledItems?: ServiceCatalogItemIdentifierInput[] | null | undefined
  hourlyServiceTypeItem?: CreateHourlyServiceTypeItemInput | null | undefined
  redeemableServiceBundle?: CreateRedeemableServiceBundleInput | null | undefined
}

export interface UpdateHourlyServiceTypeItemInput {
  roundUpValue?: number | null | undefined
}

export interface UpdateRedeemableServiceBundleInput {
  applicableType?: RedeemableBundleApplicableType | null | undefined
  applicableHours?: RedeemableBundleApplicableHours | null | undefined
  redeemableQuantity?: Decimal | null | undefined
}

export interface UpdateServiceCatalogItemInput {
  itemId: ServiceCatalogItemId
  name?: string | null | undefined
  description?: string | null | undefined
  category?: ServiceCategoryIdentifierInput | null | undefined
  offerAsWorklogItem?: boolean | null | undefined
  taxable?: boolean | null | undefined
  salesTax?: TaxIdentifierInput | null | undefined
  costPrice?: PricingModelInput | null | undefined
  sellingPrice?: PricingModelInput | null | undefined
  serviceTypeItem?: UpdateServiceTypeItemInput | null | undefined
}

export interface UpdateServiceTypeItemInput {
  addBundledItems?: ServiceCatalogItemIdentifierInput[] | null | undefined
  deleteBundledItems?: ServiceCatalogItemIdentifierInput[] | null | undefined
  hourlyServiceTypeItem?: UpdateHourlyServiceTypeItemInput | null | undefined
  redeemableServiceBundle?: UpdateRedeemableServiceBundleInput | null | undefined
}

export interface FieldIdentifierInput {
  id?: FieldId | null | undefined
  columnName?: string | null | undefined
  module: string
}

export interface CreateCategoryInput {
  name: string
  addSubCategories?: (CreateSubCategoryInput | null)[] | null | undefined
}

export interface CreateCauseInput {
  name: string
  addSubCauses?: (CreateSubCauseInput | null)[] | null | undefined
}

export interface CreateCustomFieldInput {
  label: string
  description?: string | null | undefined
  fieldType: CustomFieldType
  options?: (string | null)[] | null | undefined
  showToClient: boolean
}

export interface CreateStatusInput {
  name: string
  description?: string | null | undefined
}

export interface CreateSubCategoryInput {
  name: string
}

export interface CreateSubCauseInput {
  name: string
  description?: string | null | undefined
}

export interface CustomFieldIdentifierInput {
  fieldId: FieldId
}

export interface CreateBusinessHourInput {
  day: DayOfWeek
  start: string
  end: string
}

export interface HolidayListIdentifierInput {
  id: HolidayListId
}

export interface CreateTaskInput {
  title: string
  description?: string | null | undefined
  status: string
  estimatedTime?: number | null | undefined
  scheduledStartDate?: Instant | Date | null | undefined
  dueDate?: Instant | Date | null | undefined
  technician?: TechnicianIdentifierInput | null | undefined
  techGroup?: TechnicianGroupIdentifierInput | null | undefined
  module: TaskModule
  ticket?: TicketIdentifierInput | null | undefined
}

export interface GetTaskInput {
  taskId: TaskId
}

export interface GetTaskListInput {
  listInfo?: ListInfoInput | null | undefined
}

export interface RoleIdentifierInput {
  roleId: RoleId
}

export interface TechnicianGroupIdentifierInput {
  groupId: TechnicianGroupId
}

export interface BusinessFunctionIdentifierInput {
  businessFunctionId: BusinessFunctionId
}

export interface CreateTechnicianInput {
  firstName: string
  lastName?: string | null | undefined
  email: string
  contactNumber?: string | null | undefined
  emailSignature?: string | null | undefined
  designation?: DesignationIdentifierInput | null | undefined
  businessFunction?: BusinessFunctionIdentifierInput | null | undefined
  team?: TeamIdentifierInput | null | undefined
  reportingManager?: TechnicianIdentifierInput | null | undefined
  addGroups?: (TechnicianGroupIdentifierInput | null)[] | null | undefined
  role: RoleIdentifierInput
}

export interface DesignationIdentifierInput {
  designationId: DesignationId
}

export interface TeamIdentifierInput {
  teamId: TeamId
}

export interface TechnicianIdentifierInput {
  userId: TechnicianId
}

export interface UpdateTechnicianInput {
  userId: TechnicianId
  firstName?: string | null | undefined
  lastName?: string | null | undefined
  email?: string | null | undefined
  contactNumber?: string | null | undefined
  emailSignature?: string | null | undefined
  designation?: DesignationIdentifierInput | null | undefined
  businessFunction?: BusinessFunctionIdentifierInput | null | undefined
  team?: TeamIdentifierInput | null | undefined
  reportingManager?: TechnicianIdentifierInput | null | undefined
  addGroups?: (TechnicianGroupIdentifierInput | null)[] | null | undefined
  deleteGroups?: (TechnicianGroupIdentifierInput | null)[] | null | undefined
  role?: RoleIdentifierInput | null | undefined
}

export interface CreateAttachmentInput {
  fileName: string
  originalFileName: string
  fileSize: string
}

export interface CreateTicketConversationInput {
  content?: string | null | undefined
  user?: UserIdentifierInput | null | undefined
  time?: Instant | Date | null | undefined
  toUsers?: (RecipientIdentifierInput | null)[] | null | undefined
  ccUsers?: (RecipientIdentifierInput | null)[] | null | undefined
  bccUsers?: (RecipientIdentifierInput | null)[] | null | undefined
  attachments?: (CreateAttachmentInput | null)[] | null | undefined
  ticket: TicketIdentifierInput
  sendMail?: boolean | null | undefined
}

export interface CreateTicketNoteInput {
  ticket: TicketIdentifierInput
  content: string
  attachments?: (CreateAttachmentInput | null)[] | null | undefined
  addedBy?: UserIdentifierInput | null | undefined
  addedOn?: Instant | Date | null | undefined
  privacyType?: NotePrivacyType | null | undefined
}

export interface RecipientIdentifierInput {
  email: string
}

export interface SLAIdentifierInput {
  id: SlaId
}

export interface TicketIdentifierInput {
  ticketId: TicketId
}

export interface UserIdentifierInput {
  userId: string
}

export interface CreateTicketInput {
  subject: string
  description?: string | null | undefined
  descriptionAttachments?: (CreateAttachmentInput | null)[] | null | undefined
  client: ClientIdentifierInput
  site?: ClientSiteIdentifierInput | null | undefined
  requester?: ClientUserIdentifierInput | null | undefined
  techGroup?: TechnicianGroupIdentifierInput | null | undefined
  technician?: TechnicianIdentifierInput | null | undefined
  status?: string | null | undefined
  requestType?: string | null | undefined
  source: TicketSource
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
  addAdditionalRequester?: (ClientUserIdentifierInput | null)[] | null | undefined
  addFollowers?: (TechnicianIdentifierInput | null)[] | null | undefined
  createdTime?: Instant | Date | null | undefined
  updatedTime?: Instant | Date | null | undefined
  subSource?: string | null | undefined
  sourceReferenceId?: string | null | undefined
  addAssets?: (AssetIdentifierInput | null)[] | null | undefined
  suppressCloseNotification?: boolean | null | undefined
  firstResponseTime?: Instant | Date | null | undefined
  resolutionTime?: Instant | Date | null | undefined
}

export interface UpdateTicketInput {
  ticketId: TicketId
  subject?: string | null | undefined
  client?: ClientIdentifierInput | null | undefined
  site?: ClientSiteIdentifierInput | null | undefined
  requester?: ClientUserIdentifierInput | null | undefined
  techGroup?: TechnicianGroupIdentifierInput | null | undefined
  technician?: TechnicianIdentifierInput | null | undefined
  status?: string | null | undefined
  priority?: string | null | undefined
  impact?: string | null | undefined
  urgency?: string | null | undefined
  category?: string | null | undefined
  subcategory?: string | null | undefined
  cause?: string | null | undefined
  subcause?: string | null | undefined
  resolutionCode?: string | null | undefined
  requestType?: string | null | undefined
  source?: TicketSource | null | undefined
  customFields?: CustomFieldValues | null | undefined
  addAdditionalRequester?: (ClientUserIdentifierInput | null)[] | null | undefined
  deleteAdditionalRequester?: (ClientUserIdentifierInput | null)[] | null | undefined
  addFollowers?: (TechnicianIdentifierInput | null)[] | null | undefined
  deleteFollowers?: (TechnicianIdentifierInput | null)[] | null | undefined
  suppressCloseNotification?: boolean | null | undefined
  firstResponseTime?: Instant | Date | null | undefined
  resolutionTime?: Instant | Date | null | undefined
}

export interface DeleteUserInput {
  userId: string
  forget?: boolean | null | undefined
}

export interface WorkItemIdentifierInput {
  workId: string
  module: WorkModule
}

export interface CreateWorklogEntryInput {
  serviceItem?: ServiceItemIdentifierInput | null | undefined
  billable?: boolean | null | undefined
  afterHours?: boolean | null | undefined
  qty: Decimal
  unitPrice?: Decimal | null | undefined
  billDateTime: Instant | Date
  notes?: string | null | undefined
  workItem: WorkItemIdentifierInput
  technician?: TechnicianIdentifierInput | null | undefined
}

export interface GetWorklogEntriesInput {
  module?: WorkModule | null | undefined
  listInfo?: ListInfoInput | null | undefined
}

export interface UpdateWorklogEntryInput {
  itemId: WorklogEntryId
  serviceItem?: ServiceItemIdentifierInput | null | undefined
  billable?: boolean | null | undefined
  afterHours?: boolean | null | undefined
  qty?: Decimal | null | undefined
  unitPrice?: Decimal | null | undefined
  billDateTime?: Instant | Date | null | undefined
  notes?: string | null | undefined
}

export interface WorklogEntryIdentifier {
  itemId: WorklogEntryId
}
