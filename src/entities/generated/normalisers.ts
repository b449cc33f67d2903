// Written by scripts/codegen.ts from src/schema. Do not edit.
import { day, decimal, id, instant, int, jsons, key, list, map, object, odd, ref, refs, texts, type Findings, type Normaliser, type Row } from '../normalise.js'
import type { ObjectName } from './objects.js'

function Alert(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.message) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.createdTime) != null) r.createdTime = instant(v, c)
  if ((v = r.status) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.severity) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.asset) != null) r.asset = ref(v, AlertAssetRef, true, c)
  if ((v = r.policy) != null) r.policy = ref(v, AlertPolicyRef, true, c)
  if ((v = r.resolvedTime) != null) r.resolvedTime = instant(v, c)
  if ((v = r.occurrenceCount) != null) r.occurrenceCount = int(v, c)
}

function AlertList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.alerts) != null) list(v, Alert, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function Asset(r: Row, c: Findings): void {
  let v: unknown
  r.assetId = key(r.assetId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.assetClass) !== undefined) r.assetClass = ref(v, AssetClassRef, false, c)
  if ((v = r.client) !== undefined) r.client = ref(v, ClientRef, false, c)
  if ((v = r.site) !== undefined) r.site = ref(v, SiteRef, false, c)
  if ((v = r.requester) !== undefined) r.requester = ref(v, ClientUserRef, false, c)
  if ((v = r.primaryMac) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.loggedInUser) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.serialNumber) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.manufacturer) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.model) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.hostName) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.publicIp) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.gateway) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.platform) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.domain) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.status) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.sysUptime) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.lastCommunicatedTime) != null) r.lastCommunicatedTime = instant(v, c)
  if ((v = r.agentVersion) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.platformFamily) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.platformCategory) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.platformVersion) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.patchStatus) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.warrantyExpiryDate) != null) r.warrantyExpiryDate = day(v, c)
  if ((v = r.purchasedDate) != null) r.purchasedDate = day(v, c)
  if ((v = r.customFields) != null) map(v, c)
  if ((v = r.lastReportedTime) != null) r.lastReportedTime = instant(v, c)
  if ((v = r.deviceCategory) != null) r.deviceCategory = ref(v, DeviceCategoryRef, true, c)
}

function AssetList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.assets) != null) list(v, Asset, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function UpdatedAsset(r: Row, c: Findings): void {
  let v: unknown
  r.assetId = key(r.assetId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.assetClass) !== undefined) r.assetClass = ref(v, AssetClassRef, false, c)
  if ((v = r.client) !== undefined) r.client = ref(v, ClientRef, false, c)
  if ((v = r.site) !== undefined) r.site = ref(v, SiteRef, false, c)
  if ((v = r.requester) !== undefined) r.requester = ref(v, ClientUserRef, false, c)
  if ((v = r.customFields) != null) map(v, c)
}

function AssetActivityData(r: Row, c: Findings): void {
  let v: unknown
  r.activityId = key(r.activityId, c)
  if ((v = r.module) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.activityType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.createdBy) != null) r.createdBy = ref(v, UserRef, true, c)
  if ((v = r.createdTime) != null) r.createdTime = instant(v, c)
}

function AssetActivityList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.activities) != null) list(v, AssetActivityData, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function AssetCPU(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.assetId) !== undefined) r.assetId = id(v, c)
  if ((v = r.cpuName) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.currentSpeed) != null) r.currentSpeed = ref(v, Measurement, true, c)
  if ((v = r.maxSpeed) != null) r.maxSpeed = ref(v, Measurement, true, c)
  if ((v = r.physicalCore) != null) r.physicalCore = int(v, c)
  if ((v = r.logicalCore) != null) r.logicalCore = int(v, c)
  if ((v = r.architecture) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.l1Cache) != null) r.l1Cache = ref(v, Measurement, true, c)
  if ((v = r.l2Cache) != null) r.l2Cache = ref(v, Measurement, true, c)
  if ((v = r.l3Cache) != null) r.l3Cache = ref(v, Measurement, true, c)
  if ((v = r.processCount) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.threadsCount) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.handlesCount) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.cpuUsage) != null) r.cpuUsage = ref(v, Measurement, true, c)
}

function AssetDisk(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.drive) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.discType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.fileSystem) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.maxFileLength) != null) r.maxFileLength = int(v, c)
  if ((v = r.autoMounted) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.compressed) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.pageFile) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.indexed) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.size) != null) r.size = ref(v, Measurement, true, c)
  if ((v = r.freeSize) != null) r.freeSize = ref(v, Measurement, true, c)
  if ((v = r.activeTime) != null) r.activeTime = ref(v, Measurement, true, c)
  if ((v = r.responseTime) != null) r.responseTime = ref(v, Measurement, true, c)
  if ((v = r.readSpeed) != null) r.readSpeed = ref(v, Measurement, true, c)
  if ((v = r.writeSpeed) != null) r.writeSpeed = ref(v, Measurement, true, c)
  if ((v = r.driveUsage) != null) r.driveUsage = ref(v, Measurement, true, c)
}

function AssetInterface(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.mac) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.ipv4Address) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.ipv6Address) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.infIndex) != null) r.infIndex = int(v, c)
  if ((v = r.mtu) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.connectType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.lineSpeed) != null) r.lineSpeed = ref(v, Measurement, true, c)
  if ((v = r.dataInPerSec) != null) r.dataInPerSec = ref(v, Measurement, true, c)
  if ((v = r.dataOutPerSec) != null) r.dataOutPerSec = ref(v, Measurement, true, c)
  if ((v = r.adapterName) != null && typeof v !== 'string') odd(v, c)
}

function AssetMemory(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.totalMemory) != null) r.totalMemory = ref(v, Measurement, true, c)
  if ((v = r.usedMemory) != null) r.usedMemory = ref(v, Measurement, true, c)
  if ((v = r.availableMemory) != null) r.availableMemory = ref(v, Measurement, true, c)
  if ((v = r.cachedMemory) != null) r.cachedMemory = ref(v, Measurement, true, c)
  if ((v = r.pagedPoolByte) != null) r.pagedPoolByte = ref(v, Measurement, true, c)
  if ((v = r.nonPagedPoolByte) != null) r.nonPagedPoolByte = ref(v, Measurement, true, c)
  if ((v = r.memoryUsage) != null) r.memoryUsage = ref(v, Measurement, true, c)
  if ((v = r.swapTotalMemory) != null) r.swapTotalMemory = ref(v, Measurement, true, c)
  if ((v = r.swapAvailableMemory) != null) r.swapAvailableMemory = ref(v, Measurement, true, c)
  if ((v = r.swapUsedMemory) != null) r.swapUsedMemory = ref(v, Measurement, true, c)
}

function AssetPatchList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.assetPatches) != null) list(v, PatchData, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function PatchData(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.patchDetail) != null) object(v, PatchDetails, c)
  if ((v = r.approvalStatus) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.installationTime) != null) r.installationTime = day(v, c)
  if ((v = r.installationStatus) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.failedMessage) != null && typeof v !== 'string') odd(v, c)
}

function PatchDetails(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.patchId) !== undefined) r.patchId = id(v, c)
  if ((v = r.patchKey) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.title) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.publishedDate) != null) r.publishedDate = day(v, c)
  if ((v = r.category) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.severity) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.kbNumbers) != null) list(v, PatchKb, true, c)
  if ((v = r.restartRequired) != null && typeof v !== 'boolean') odd(v, c)
}

function PatchKb(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.kbNumber) != null && typeof v !== 'string') odd(v, c)
}

function AssetSoftware(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.version) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.installedDate) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.bitVersion) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.installedPath) != null && typeof v !== 'string') odd(v, c)
}

function AssetSoftwareList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.assetSoftwares) != null) list(v, AssetSoftware, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function AssetSummary(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.cpu) != null) object(v, AssetCPU, c)
  if ((v = r.memory) != null) object(v, AssetMemory, c)
  if ((v = r.disk) != null) object(v, Disks, c)
  if ((v = r.assetInterface) != null) object(v, AssetInterface, c)
  if ((v = r.lastUserLog) != null) object(v, AssetUserLog, c)
}

function AssetUserLog(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.id) != null) r.id = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.lastLoginTime) != null) r.lastLoginTime = instant(v, c)
}

function Disks(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.disks) != null) list(v, AssetDisk, true, c)
  if ((v = r.totalFreeSpace) != null) r.totalFreeSpace = ref(v, Measurement, true, c)
  if ((v = r.totalSize) != null) r.totalSize = ref(v, Measurement, true, c)
}

function DeviceCategory(r: Row, c: Findings): void {
  let v: unknown
  r.deviceCategoryId = key(r.deviceCategoryId, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.custom) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.assetClass) != null) r.assetClass = ref(v, AssetClassRef, true, c)
  if ((v = r.createdTime) != null) r.createdTime = instant(v, c)
}

function TPEndpointAssetInfo(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.tpEndpointId) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.superOpsAssetInfo) != null) object(v, Asset, c)
}

function Client(r: Row, c: Findings): void {
  let v: unknown
  r.accountId = key(r.accountId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.stage) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.status) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.emailDomains) != null) texts(v, true, c)
  if ((v = r.accountManager) != null) r.accountManager = ref(v, TechnicianRef, true, c)
  if ((v = r.primaryContact) != null) r.primaryContact = ref(v, ClientUserRef, true, c)
  if ((v = r.secondaryContact) != null) r.secondaryContact = ref(v, ClientUserRef, true, c)
  if ((v = r.hqSite) != null) r.hqSite = ref(v, SiteRef, true, c)
  if ((v = r.technicianGroups) != null) r.technicianGroups = refs(v, TechnicianGroupRef, c)
  if ((v = r.customFields) != null) map(v, c)
}

function ClientList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.clients) != null) list(v, Client, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function ClientStage(r: Row, c: Findings): void {
  let v: unknown
  r.stageId = key(r.stageId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.constant) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.statuses) != null) list(v, ClientStatus, true, c)
}

function ClientStatus(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.statusId) !== undefined) r.statusId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.constant) != null && typeof v !== 'string') odd(v, c)
}

function ClientSite(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.businessHour) != null) list(v, BusinessHour, true, c)
  if ((v = r.holidayList) != null) object(v, HolidayList, c)
  if ((v = r.timezoneCode) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.working24x7) !== undefined && typeof v !== 'boolean') odd(v, c)
  if ((v = r.line1) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.line2) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.line3) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.city) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.postalCode) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.countryCode) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.stateCode) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.contactNumber) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.client) !== undefined) r.client = ref(v, ClientRef, false, c)
  if ((v = r.hq) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.installerInfo) != null) list(v, InstallerDetails, true, c)
}

function ClientSiteList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.sites) != null) list(v, ClientSite, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function BusinessHour(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.day) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.start) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.end) !== undefined && typeof v !== 'string') odd(v, c)
}

function HolidayList(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function InstallerDetails(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.id) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.installerDownloadUrl) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.installerName) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.os) != null && typeof v !== 'string') odd(v, c)
}

function ClientUser(r: Row, c: Findings): void {
  let v: unknown
  r.userId = key(r.userId, c)
  if ((v = r.firstName) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.lastName) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.email) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.contactNumber) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.reportingManager) != null) r.reportingManager = ref(v, ClientUserRef, true, c)
  if ((v = r.site) != null) r.site = ref(v, SiteRef, true, c)
  if ((v = r.role) !== undefined) r.role = ref(v, RoleRef, false, c)
  if ((v = r.client) != null) r.client = ref(v, ClientRef, true, c)
  if ((v = r.customFields) != null) map(v, c)
}

function ClientUserList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.userList) != null) list(v, ClientUser, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function ClientUserAssociation(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.client) !== undefined) object(v, Client, c)
  if ((v = r.site) !== undefined) object(v, ClientSite, c)
  if ((v = r.user) !== undefined) object(v, ClientUser, c)
}

function ClientUserAssociationList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.associations) != null) list(v, ClientUserAssociation, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function ClientContract(r: Row, c: Findings): void {
  let v: unknown
  r.contractId = key(r.contractId, c)
  if ((v = r.client) !== undefined) r.client = ref(v, ClientRef, false, c)
  if ((v = r.contract) !== undefined) object(v, Contract, c)
  if ((v = r.startDate) !== undefined) r.startDate = day(v, c)
  if ((v = r.endDate) != null) r.endDate = day(v, c)
  if ((v = r.contractStatus) !== undefined && typeof v !== 'string') odd(v, c)
}

function ClientContractList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.clientContracts) != null) list(v, ClientContract, false, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function Contract(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.contractId) !== undefined) r.contractId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.contractType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.billableContract) != null) object(v, BillableContract, c)
}

function BillableContract(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.contractId) !== undefined) r.contractId = id(v, c)
  if ((v = r.chargeItem) !== undefined) r.chargeItem = ref(v, ServiceCatalogItemRef, false, c)
  if ((v = r.quantityCalculationType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.sellingPriceCalculationType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.sellingPriceOverridden) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.sellingPrice) != null) object(v, PricingModel, c)
  if ((v = r.discountRate) != null) r.discountRate = decimal(v, c)
  if ((v = r.frequencyType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.includedItems) != null) jsons(v, false, c)
  if ((v = r.billableSiteType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.sites) != null) jsons(v, false, c)
  if ((v = r.recurringContract) != null) object(v, RecurringContract, c)
  if ((v = r.redeemableContract) != null) object(v, RedeemableContract, c)
  if ((v = r.perpetualContract) != null) object(v, PerpetualContract, c)
  if ((v = r.changes) != null) list(v, BillableContractQuantityChange, false, c)
  if ((v = r.blockItemsInfo) != null) list(v, BlockItemInfo, true, c)
}

function BillableContractQuantityChange(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.changeId) !== undefined) r.changeId = id(v, c)
  if ((v = r.effectiveDate) != null) r.effectiveDate = day(v, c)
  if ((v = r.endDate) != null) r.endDate = day(v, c)
  if ((v = r.quantity) != null) r.quantity = decimal(v, c)
  if ((v = r.quantityChangeOperation) !== undefined && typeof v !== 'string') odd(v, c)
}

function BlockItemInfo(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.blockItemId) != null) r.blockItemId = id(v, c)
  if ((v = r.balance) != null) r.balance = decimal(v, c)
}

function PerpetualContract(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.contractId) !== undefined) r.contractId = id(v, c)
  if ((v = r.autoRenew) !== undefined && typeof v !== 'boolean') odd(v, c)
}

function RecurringContract(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.contractId) !== undefined) r.contractId = id(v, c)
  if ((v = r.recurringMode) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.frequencyDurationUnit) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.frequencyInterval) !== undefined) r.frequencyInterval = int(v, c)
  if ((v = r.billingOffset) !== undefined) r.billingOffset = int(v, c)
  if ((v = r.nextBillDate) != null) r.nextBillDate = day(v, c)
}

function RedeemableContract(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.contractId) !== undefined) r.contractId = id(v, c)
  if ((v = r.applicableType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.applicableHours) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.carryForwardRemainingQuantity) !== undefined && typeof v !== 'boolean') odd(v, c)
}

function PricingModel(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.model) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.details) !== undefined) list(v, PricingModelDetail, false, c)
}

function PricingModelDetail(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.value) !== undefined) r.value = decimal(v, c)
  if ((v = r.afterHoursValue) != null) r.afterHoursValue = decimal(v, c)
}

function Invoice(r: Row, c: Findings): void {
  let v: unknown
  r.invoiceId = key(r.invoiceId, c)
  if ((v = r.displayId) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.client) != null) r.client = ref(v, ClientRef, true, c)
  if ((v = r.site) != null) r.site = ref(v, SiteRef, true, c)
  if ((v = r.invoiceDate) !== undefined) r.invoiceDate = day(v, c)
  if ((v = r.dueDate) != null) r.dueDate = day(v, c)
  if ((v = r.statusEnum) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.sentToClient) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.items) != null) list(v, InvoiceItem, true, c)
  if ((v = r.taxes) != null) list(v, InvoiceTaxItem, true, c)
  if ((v = r.discountAmount) != null) r.discountAmount = decimal(v, c)
  if ((v = r.additionalDiscount) != null) r.additionalDiscount = decimal(v, c)
  if ((v = r.additionalDiscountRate) != null) r.additionalDiscountRate = decimal(v, c)
  if ((v = r.totalAmount) != null) r.totalAmount = decimal(v, c)
  if ((v = r.notes) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.paymentDate) != null) r.paymentDate = day(v, c)
  if ((v = r.paymentMethod) != null) r.paymentMethod = ref(v, PaymentMethodRef, true, c)
  if ((v = r.paymentReference) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.invoicePaymentTerm) != null) r.invoicePaymentTerm = ref(v, PaymentTermRef, true, c)
}

function InvoiceItem(r: Row, c: Findings): void {
  let v: unknown
  r.itemId = key(r.itemId, c)
  if ((v = r.billedDate) !== undefined) r.billedDate = day(v, c)
  if ((v = r.details) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.quantity) !== undefined) r.quantity = decimal(v, c)
  if ((v = r.unitPrice) !== undefined) r.unitPrice = decimal(v, c)
  if ((v = r.discountRate) != null) r.discountRate = decimal(v, c)
  if ((v = r.amount) != null) r.amount = decimal(v, c)
  if ((v = r.taxable) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.tax) != null) r.tax = ref(v, TaxRef, true, c)
  if ((v = r.serviceItem) != null) r.serviceItem = ref(v, ServiceItemRef, true, c)
  if ((v = r.taxAmount) != null) r.taxAmount = decimal(v, c)
  if ((v = r.totalAmount) != null) r.totalAmount = decimal(v, c)
  if ((v = r.invoice) != null) object(v, Invoice, c)
}

function InvoiceItemList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.items) != null) list(v, InvoiceItem, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function InvoiceList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.invoices) != null) list(v, Invoice, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function InvoiceTaxItem(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.tax) !== undefined) r.tax = ref(v, TaxRef, false, c)
  if ((v = r.taxRate) !== undefined) r.taxRate = decimal(v, c)
  if ((v = r.taxableAmount) !== undefined) r.taxableAmount = decimal(v, c)
  if ((v = r.taxAmount) !== undefined) r.taxAmount = decimal(v, c)
  if ((v = r.id) !== undefined) r.id = id(v, c)
  if ((v = r.rate) !== undefined) r.rate = ref(v, TaxRateRef, false, c)
}

function PaymentMethod(r: Row, c: Findings): void {
  let v: unknown
  r.paymentMethodId = key(r.paymentMethodId, c)
  if ((v = r.paymentMethodName) !== undefined && typeof v !== 'string') odd(v, c)
}

function PaymentTerm(r: Row, c: Findings): void {
  let v: unknown
  r.paymentTermId = key(r.paymentTermId, c)
  if ((v = r.paymentTermName) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.paymentTermValue) != null) r.paymentTermValue = int(v, c)
}

function Tax(r: Row, c: Findings): void {
  let v: unknown
  r.taxId = key(r.taxId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.rates) != null) list(v, TaxRate, true, c)
  if ((v = r.totalRate) != null) r.totalRate = decimal(v, c)
}

function TaxList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.taxes) != null) list(v, Tax, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function TaxRate(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.rateId) !== undefined) r.rateId = id(v, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.rateValue) !== undefined) r.rateValue = decimal(v, c)
}

function ItDocumentation(r: Row, c: Findings): void {
  let v: unknown
  r.itDocId = key(r.itDocId, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.client) != null) r.client = ref(v, ClientRef, true, c)
  if ((v = r.site) != null) r.site = ref(v, SiteRef, true, c)
  if ((v = r.customFields) != null) map(v, c)
}

function ItDocumentationList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.documents) != null) list(v, ItDocumentation, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function ITDocumentationType(r: Row, c: Findings): void {
  let v: unknown
  r.typeId = key(r.typeId, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.entityName) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.lastUpdatedTime) != null) r.lastUpdatedTime = instant(v, c)
}

function KbItem(r: Row, c: Findings): void {
  let v: unknown
  r.itemId = key(r.itemId, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.parent) != null) object(v, KbCollection, c)
  if ((v = r.itemType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.status) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.createdBy) != null) r.createdBy = ref(v, UserRef, true, c)
  if ((v = r.createdOn) != null) r.createdOn = instant(v, c)
  if ((v = r.lastModifiedBy) != null) r.lastModifiedBy = ref(v, UserRef, true, c)
  if ((v = r.lastModifiedOn) != null) r.lastModifiedOn = instant(v, c)
  if ((v = r.viewCount) != null) r.viewCount = int(v, c)
  if ((v = r.articleType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.visibility) != null) list(v, DocumentSharedDetails, true, c)
  if ((v = r.loginRequired) != null && typeof v !== 'boolean') odd(v, c)
}

function KbItemList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.items) != null) list(v, KbItem, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function KbArticle(r: Row, c: Findings): void {
  let v: unknown
  r.itemId = key(r.itemId, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.parent) != null) object(v, KbCollection, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.status) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.createdBy) != null) r.createdBy = ref(v, UserRef, true, c)
  if ((v = r.createdOn) != null) r.createdOn = instant(v, c)
  if ((v = r.lastModifiedBy) != null) r.lastModifiedBy = ref(v, UserRef, true, c)
  if ((v = r.lastModifiedOn) != null) r.lastModifiedOn = instant(v, c)
  if ((v = r.viewCount) != null) r.viewCount = int(v, c)
  if ((v = r.articleType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.visibility) != null) list(v, DocumentSharedDetails, true, c)
  if ((v = r.loginRequired) != null && typeof v !== 'boolean') odd(v, c)
}

function KbCollection(r: Row, c: Findings): void {
  let v: unknown
  r.itemId = key(r.itemId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.parent) != null) object(v, KbCollection, c)
}

function DocumentSharedDetails(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.mappingId) !== undefined) r.mappingId = id(v, c)
  if ((v = r.portalType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.clientSharedType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.siteSharedType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.userRoleSharedType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.client) != null) r.client = ref(v, ClientRef, true, c)
  if ((v = r.site) != null) r.site = ref(v, SiteRef, true, c)
  if ((v = r.roles) != null) jsons(v, true, c)
  if ((v = r.userSharedType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.groupSharedType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.users) != null) jsons(v, true, c)
  if ((v = r.groups) != null) jsons(v, true, c)
}

function ListInfo(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.page) != null) r.page = int(v, c)
  if ((v = r.pageSize) != null) r.pageSize = int(v, c)
  if ((v = r.sort) != null) list(v, Sort, true, c)
  if ((v = r.hasMore) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.totalCount) != null) r.totalCount = int(v, c)
}

function Sort(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.attribute) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.order) != null && typeof v !== 'string') odd(v, c)
}

function ClientRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.accountId) !== undefined) r.accountId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function SiteRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.id) !== undefined) r.id = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function ClientUserRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.userId) !== undefined) r.userId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.email) != null && typeof v !== 'string') odd(v, c)
}

function TechnicianRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.userId) !== undefined) r.userId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.email) != null && typeof v !== 'string') odd(v, c)
}

function UserRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.userId) != null) r.userId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.email) != null && typeof v !== 'string') odd(v, c)
}

function TechnicianGroupRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.groupId) !== undefined) r.groupId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function SlaRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.id) !== undefined) r.id = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function RoleRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.roleId) !== undefined) r.roleId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function DesignationRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.designationId) !== undefined) r.designationId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function BusinessFunctionRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.businessFunctionId) !== undefined) r.businessFunctionId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function TeamRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.teamId) !== undefined) r.teamId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function TicketRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.ticketId) !== undefined) r.ticketId = id(v, c)
  if ((v = r.displayId) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.subject) != null && typeof v !== 'string') odd(v, c)
}

function WorkItemRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.workId) !== undefined) r.workId = id(v, c)
  if ((v = r.displayId) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.module) != null && typeof v !== 'string') odd(v, c)
}

function ServiceItemRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.itemId) !== undefined) r.itemId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.quantityType) != null && typeof v !== 'string') odd(v, c)
}

function ServiceCatalogItemRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.itemId) !== undefined) r.itemId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.itemType) != null && typeof v !== 'string') odd(v, c)
}

function TaxRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.taxId) !== undefined) r.taxId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function TaxRateRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.rateId) !== undefined) r.rateId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.rateValue) != null) r.rateValue = decimal(v, c)
}

function PaymentMethodRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.paymentMethodId) !== undefined) r.paymentMethodId = id(v, c)
  if ((v = r.paymentMethodName) != null && typeof v !== 'string') odd(v, c)
}

function PaymentTermRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.paymentTermId) !== undefined) r.paymentTermId = id(v, c)
  if ((v = r.paymentTermName) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.paymentTermValue) != null) r.paymentTermValue = int(v, c)
}

function AssetClassRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.classId) !== undefined) r.classId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function DeviceCategoryRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.id) !== undefined) r.id = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
}

function AlertAssetRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.assetId) !== undefined) r.assetId = id(v, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.owner) != null) r.owner = ref(v, UserRef, true, c)
  if ((v = r.client) != null) r.client = ref(v, ClientRef, true, c)
  if ((v = r.site) != null) r.site = ref(v, SiteRef, true, c)
}

function AlertPolicyRef(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.policyType) != null && typeof v !== 'string') odd(v, c)
}

function Measurement(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.value) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.unit) != null && typeof v !== 'string') odd(v, c)
}

function Script(r: Row, c: Findings): void {
  let v: unknown
  r.scriptId = key(r.scriptId, c)
  if ((v = r.name) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.language) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.addedBy) != null) r.addedBy = ref(v, UserRef, true, c)
  if ((v = r.createdTime) != null) r.createdTime = instant(v, c)
  if ((v = r.favourite) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.runAs) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.runTimeVariables) != null) texts(v, true, c)
  if ((v = r.timeOut) != null) r.timeOut = int(v, c)
  if ((v = r.readMe) != null && typeof v !== 'string') odd(v, c)
}

function ScriptList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.scripts) != null) list(v, Script, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function RunScriptData(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.actionConfigId) != null) r.actionConfigId = id(v, c)
  if ((v = r.addedBy) != null) r.addedBy = ref(v, UserRef, true, c)
}

function ServiceItem(r: Row, c: Findings): void {
  let v: unknown
  r.itemId = key(r.itemId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.quantityType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.category) != null) object(v, ServiceCategory, c)
  if ((v = r.useAsWorklogItem) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.unitPrice) != null) r.unitPrice = decimal(v, c)
  if ((v = r.businessHoursUnitPrice) != null) r.businessHoursUnitPrice = decimal(v, c)
  if ((v = r.afterHoursUnitPrice) != null) r.afterHoursUnitPrice = decimal(v, c)
  if ((v = r.roundUpValue) != null) r.roundUpValue = int(v, c)
  if ((v = r.quantity) != null) r.quantity = decimal(v, c)
  if ((v = r.amount) != null) r.amount = decimal(v, c)
  if ((v = r.adjustBlockItemAgainstAllItems) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.blockItemAdjustedItems) != null) list(v, ServiceItem, true, c)
  if ((v = r.blockItemUsedIn) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.salesTaxEnabled) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.salesTax) != null) object(v, Tax, c)
}

function ServiceItemList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.items) != null) list(v, ServiceItem, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function ServiceCategory(r: Row, c: Findings): void {
  let v: unknown
  r.categoryId = key(r.categoryId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function ServiceCatalogItem(r: Row, c: Findings): void {
  let v: unknown
  r.itemId = key(r.itemId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.category) != null) object(v, ServiceCategory, c)
  if ((v = r.itemType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.offerAsWorklogItem) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.status) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.taxable) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.salesTax) != null) object(v, Tax, c)
  if ((v = r.sellingPrice) != null) object(v, PricingModel, c)
  if ((v = r.costPrice) != null) object(v, PricingModel, c)
  if ((v = r.serviceTypeItem) != null) object(v, ServiceTypeItem, c)
}

function ServiceCatalogItemList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.items) != null) list(v, ServiceCatalogItem, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function ServiceTypeItem(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.itemId) !== undefined) r.itemId = id(v, c)
  if ((v = r.offeringType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.bundledItems) != null) list(v, ServiceCatalogItem, false, c)
  if ((v = r.hourlyServiceTypeItem) != null) object(v, HourlyServiceTypeItem, c)
  if ((v = r.redeemableServiceBundle) != null) object(v, RedeemableServiceBundle, c)
}

function HourlyServiceTypeItem(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.itemId) !== undefined) r.itemId = id(v, c)
  if ((v = r.roundUpValue) !== undefined) r.roundUpValue = int(v, c)
  if ((v = r.defaultItem) !== undefined && typeof v !== 'boolean') odd(v, c)
}

function RedeemableServiceBundle(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.itemId) !== undefined) r.itemId = id(v, c)
  if ((v = r.applicableType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.applicableHours) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.redeemableQuantity) !== undefined) r.redeemableQuantity = decimal(v, c)
}

function SLA(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function Priority(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.colorCode) != null && typeof v !== 'string') odd(v, c)
}

function Status(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
}

function Category(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.subCategories) != null) list(v, SubCategory, true, c)
}

function SubCategory(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.id) !== undefined) r.id = id(v, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function Cause(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.subCauses) != null) list(v, SubCause, true, c)
}

function SubCause(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.id) !== undefined) r.id = id(v, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
}

function Impact(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function Urgency(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function ResolutionCode(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
}

function Field(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.module) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.columnName) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.label) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.fieldType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.options) != null) list(v, Option, true, c)
  if ((v = r.showToRequester) !== undefined && typeof v !== 'boolean') odd(v, c)
  if ((v = r.fieldCategory) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.mandatoryOnCreate) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.mandatoryOnClosure) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.parentField) != null) object(v, Field, c)
}

function Option(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.id) !== undefined) r.id = id(v, c)
  if ((v = r.value) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.order) !== undefined) r.order = int(v, c)
  if ((v = r.parentOption) != null) object(v, Option, c)
}

function CustomField(r: Row, c: Findings): void {
  let v: unknown
  r.id = key(r.id, c)
  if ((v = r.columnName) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.label) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.fieldType) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.showToClient) !== undefined && typeof v !== 'boolean') odd(v, c)
}

function Task(r: Row, c: Findings): void {
  let v: unknown
  r.taskId = key(r.taskId, c)
  if ((v = r.displayId) !== undefined) r.displayId = id(v, c)
  if ((v = r.title) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.status) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.estimatedTime) != null) r.estimatedTime = int(v, c)
  if ((v = r.scheduledStartDate) != null) r.scheduledStartDate = instant(v, c)
  if ((v = r.dueDate) != null) r.dueDate = instant(v, c)
  if ((v = r.overdue) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.actualStartDate) != null) r.actualStartDate = instant(v, c)
  if ((v = r.actualEndDate) != null) r.actualEndDate = instant(v, c)
  if ((v = r.technician) != null) r.technician = ref(v, TechnicianRef, true, c)
  if ((v = r.techGroup) != null) r.techGroup = ref(v, TechnicianGroupRef, true, c)
  if ((v = r.module) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.ticket) != null) r.ticket = ref(v, TicketRef, true, c)
  if ((v = r.workItem) != null) r.workItem = ref(v, WorkItemRef, true, c)
}

function TaskList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.tasks) != null) list(v, Task, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function WorkStatus(r: Row, c: Findings): void {
  let v: unknown
  r.statusId = key(r.statusId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.state) != null && typeof v !== 'string') odd(v, c)
}

function Technician(r: Row, c: Findings): void {
  let v: unknown
  r.userId = key(r.userId, c)
  if ((v = r.firstName) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.lastName) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.email) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.contactNumber) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.emailSignature) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.designation) != null) r.designation = ref(v, DesignationRef, true, c)
  if ((v = r.businessFunction) != null) r.businessFunction = ref(v, BusinessFunctionRef, true, c)
  if ((v = r.team) != null) r.team = ref(v, TeamRef, true, c)
  if ((v = r.reportingManager) != null) r.reportingManager = ref(v, TechnicianRef, true, c)
  if ((v = r.role) != null) r.role = ref(v, RoleRef, true, c)
  if ((v = r.groups) != null) r.groups = refs(v, TechnicianGroupRef, c)
}

function TechnicianList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.userList) != null) list(v, Technician, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function TechnicianGroup(r: Row, c: Findings): void {
  let v: unknown
  r.groupId = key(r.groupId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function Team(r: Row, c: Findings): void {
  let v: unknown
  r.teamId = key(r.teamId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function Designation(r: Row, c: Findings): void {
  let v: unknown
  r.designationId = key(r.designationId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function BusinessFunction(r: Row, c: Findings): void {
  let v: unknown
  r.businessFunctionId = key(r.businessFunctionId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function Role(r: Row, c: Findings): void {
  let v: unknown
  r.roleId = key(r.roleId, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.description) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.roleType) != null) object(v, RoleType, c)
  if ((v = r.roleFeatureList) != null) list(v, RoleFeature, true, c)
  if ((v = r.roleUserList) != null) r.roleUserList = refs(v, UserRef, c)
}

function RoleType(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.roleTypeId) !== undefined) r.roleTypeId = id(v, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function RoleFeature(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.feature) !== undefined) object(v, Feature, c)
  if ((v = r.operationList) !== undefined) list(v, Operation, true, c)
}

function Feature(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.featureId) !== undefined) r.featureId = id(v, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.key) !== undefined && typeof v !== 'string') odd(v, c)
}

function Operation(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.operationId) !== undefined) r.operationId = id(v, c)
  if ((v = r.name) !== undefined && typeof v !== 'string') odd(v, c)
}

function Ticket(r: Row, c: Findings): void {
  let v: unknown
  r.ticketId = key(r.ticketId, c)
  if ((v = r.displayId) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.subject) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.ticketType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.requestType) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.source) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.client) != null) r.client = ref(v, ClientRef, true, c)
  if ((v = r.site) != null) r.site = ref(v, SiteRef, true, c)
  if ((v = r.requester) != null) r.requester = ref(v, ClientUserRef, true, c)
  if ((v = r.additionalRequester) != null) r.additionalRequester = refs(v, ClientUserRef, c)
  if ((v = r.followers) != null) r.followers = refs(v, TechnicianRef, c)
  if ((v = r.techGroup) != null) r.techGroup = ref(v, TechnicianGroupRef, true, c)
  if ((v = r.technician) != null) r.technician = ref(v, TechnicianRef, true, c)
  if ((v = r.status) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.priority) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.impact) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.urgency) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.category) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.subcategory) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.cause) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.subcause) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.resolutionCode) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.sla) != null) r.sla = ref(v, SlaRef, true, c)
  if ((v = r.createdTime) != null) r.createdTime = instant(v, c)
  if ((v = r.updatedTime) != null) r.updatedTime = instant(v, c)
  if ((v = r.firstResponseDueTime) != null) r.firstResponseDueTime = instant(v, c)
  if ((v = r.firstResponseTime) != null) r.firstResponseTime = instant(v, c)
  if ((v = r.firstResponseViolated) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.resolutionDueTime) != null) r.resolutionDueTime = instant(v, c)
  if ((v = r.resolutionTime) != null) r.resolutionTime = instant(v, c)
  if ((v = r.resolutionViolated) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.customFields) != null) map(v, c)
  if ((v = r.worklogTimespent) != null) r.worklogTimespent = decimal(v, c)
}

function TicketList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.tickets) != null) list(v, Ticket, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function TicketConversation(r: Row, c: Findings): void {
  let v: unknown
  r.conversationId = key(r.conversationId, c)
  if ((v = r.content) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.time) !== undefined) r.time = instant(v, c)
  if ((v = r.user) != null) r.user = ref(v, UserRef, true, c)
  if ((v = r.toUsers) != null) list(v, RecipientInfo, true, c)
  if ((v = r.ccUsers) != null) list(v, RecipientInfo, true, c)
  if ((v = r.bccUsers) != null) list(v, RecipientInfo, true, c)
  if ((v = r.attachments) != null) list(v, Attachment, true, c)
  if ((v = r.type) !== undefined && typeof v !== 'string') odd(v, c)
}

function RecipientInfo(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.user) !== undefined) r.user = ref(v, UserRef, false, c)
}

function Attachment(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.fileName) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.originalFileName) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.fileSize) !== undefined && typeof v !== 'string') odd(v, c)
}

function Note(r: Row, c: Findings): void {
  let v: unknown
  r.noteId = key(r.noteId, c)
  if ((v = r.addedBy) != null) r.addedBy = ref(v, UserRef, true, c)
  if ((v = r.addedOn) !== undefined) r.addedOn = instant(v, c)
  if ((v = r.content) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.attachments) != null) list(v, Attachment, true, c)
  if ((v = r.privacyType) != null && typeof v !== 'string') odd(v, c)
}

function WorklogEntry(r: Row, c: Findings): void {
  let v: unknown
  r.itemId = key(r.itemId, c)
  if ((v = r.status) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.serviceItem) !== undefined) r.serviceItem = ref(v, ServiceItemRef, false, c)
  if ((v = r.billable) !== undefined && typeof v !== 'boolean') odd(v, c)
  if ((v = r.afterHours) !== undefined && typeof v !== 'boolean') odd(v, c)
  if ((v = r.qty) !== undefined) r.qty = decimal(v, c)
  if ((v = r.unitPrice) != null) r.unitPrice = decimal(v, c)
  if ((v = r.billDateTime) !== undefined) r.billDateTime = instant(v, c)
  if ((v = r.technician) !== undefined) r.technician = ref(v, TechnicianRef, false, c)
  if ((v = r.notes) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.workItem) !== undefined) r.workItem = ref(v, WorkItemRef, false, c)
}

function WorklogEntryList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.entries) != null) list(v, WorklogEntry, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

function OfferedItem(r: Row, c: Findings): void {
  let v: unknown
  r.itemId = key(r.itemId, c)
  if ((v = r.type) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.billDate) !== undefined) r.billDate = day(v, c)
  if ((v = r.status) !== undefined && typeof v !== 'string') odd(v, c)
  if ((v = r.serviceItem) !== undefined) r.serviceItem = ref(v, ServiceItemRef, false, c)
  if ((v = r.client) != null) r.client = ref(v, ClientRef, true, c)
  if ((v = r.site) != null) r.site = ref(v, SiteRef, true, c)
  if ((v = r.workItem) != null) r.workItem = ref(v, WorkItemRef, true, c)
  if ((v = r.technician) != null) r.technician = ref(v, TechnicianRef, true, c)
  if ((v = r.afterHours) != null && typeof v !== 'boolean') odd(v, c)
  if ((v = r.unitPrice) != null) r.unitPrice = decimal(v, c)
  if ((v = r.qty) != null) r.qty = decimal(v, c)
  if ((v = r.discountRate) != null) r.discountRate = decimal(v, c)
  if ((v = r.amount) != null) r.amount = decimal(v, c)
  if ((v = r.revisedUnitPrice) != null) r.revisedUnitPrice = decimal(v, c)
  if ((v = r.revisedQuantity) != null) r.revisedQuantity = decimal(v, c)
  if ((v = r.revisedDiscountRate) != null) r.revisedDiscountRate = decimal(v, c)
  if ((v = r.revisedAmount) != null) r.revisedAmount = decimal(v, c)
  if ((v = r.adjustedBlockMoney) != null) r.adjustedBlockMoney = decimal(v, c)
  if ((v = r.adjustedBlockHour) != null) r.adjustedBlockHour = decimal(v, c)
  if ((v = r.notes) != null && typeof v !== 'string') odd(v, c)
  if ((v = r.createdTime) != null) r.createdTime = instant(v, c)
  if ((v = r.updatedTime) != null) r.updatedTime = instant(v, c)
}

function OfferedItemList(r: Row, c: Findings): void {
  let v: unknown
  if ((v = r.items) != null) list(v, OfferedItem, true, c)
  if ((v = r.listInfo) != null) object(v, ListInfo, c)
}

export const normalisers: Record<ObjectName, Normaliser> = {
  Alert,
  AlertList,
  Asset,
  AssetList,
  UpdatedAsset,
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
  TPEndpointAssetInfo,
  Client,
  ClientList,
  ClientStage,
  ClientStatus,
  ClientSite,
  ClientSiteList,
  BusinessHour,
  HolidayList,
  InstallerDetails,
  ClientUser,
  ClientUserList,
  ClientUserAssociation,
  ClientUserAssociationList,
  ClientContract,
  ClientContractList,
  Contract,
  BillableContract,
  BillableContractQuantityChange,
  BlockItemInfo,
  PerpetualContract,
  RecurringContract,
  RedeemableContract,
  PricingModel,
  PricingModelDetail,
  Invoice,
  InvoiceItem,
  InvoiceItemList,
  InvoiceList,
  InvoiceTaxItem,
  PaymentMethod,
  PaymentTerm,
  Tax,
  TaxList,
  TaxRate,
  ItDocumentation,
  ItDocumentationList,
  ITDocumentationType,
  KbItem,
  KbItemList,
  KbArticle,
  KbCollection,
  DocumentSharedDetails,
  ListInfo,
  Sort,
  ClientRef,
  SiteRef,
  ClientUserRef,
  TechnicianRef,
  UserRef,
  TechnicianGroupRef,
  SlaRef,
  RoleRef,
  DesignationRef,
  BusinessFunctionRef,
  TeamRef,
  TicketRef,
  WorkItemRef,
  ServiceItemRef,
  ServiceCatalogItemRef,
  TaxRef,
  TaxRateRef,
  PaymentMethodRef,
  PaymentTermRef,
  AssetClassRef,
  DeviceCategoryRef,
  AlertAssetRef,
  AlertPolicyRef,
  Measurement,
  Script,
  ScriptList,
  RunScriptData,
  ServiceItem,
  ServiceItemList,
  ServiceCategory,
  ServiceCatalogItem,
  ServiceCatalogItemList,
  ServiceTypeItem,
  HourlyServiceTypeItem,
  RedeemableServiceBundle,
  SLA,
  Priority,
  Status,
  Category,
  SubCategory,
  Cause,
  SubCause,
  Impact,
  Urgency,
  ResolutionCode,
  Field,
  Option,
  CustomField,
  Task,
  TaskList,
  WorkStatus,
  Technician,
  TechnicianList,
  TechnicianGroup,
  Team,
  Designation,
  BusinessFunction,
  Role,
  RoleType,
  RoleFeature,
  Feature,
  Operation,
  Ticket,
  TicketList,
  TicketConversation,
  RecipientInfo,
  Attachment,
  Note,
  WorklogEntry,
  WorklogEntryList,
  OfferedItem,
  OfferedItemList,
}
