import type { Asset, AssetClassRef, ClientSite, ClientUser } from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import { type Build, HOUR_MS, MINUTE_MS } from './build.js'
import { toAscii } from './names.js'
import { wireDay, wireTime } from './wire-time.js'

/** One kind of machine: what all of its fields agree on. */
interface Model {
  readonly assetClass: AssetClassRef
  readonly category: string
  readonly prefix: string
  readonly manufacturer: string
  readonly model: string
  readonly platform: string
  readonly family: string
  readonly version: string
  readonly weight: number
}

const windows: AssetClassRef = { classId: '1', name: 'Windows Machine' }
const mac: AssetClassRef = { classId: '2', name: 'Mac Machine' }
const device: AssetClassRef = { classId: '3', name: 'Network Device' }

const model = (
  assetClass: AssetClassRef,
  category: string,
  prefix: string,
  manufacturer: string,
  name: string,
  platform: string,
  family: string,
  version: string,
  weight: number,
): Model => ({ assetClass, category, prefix, manufacturer, model: name, platform, family, version, weight })

const models: readonly Model[] = [
  model(
    windows,
    'Windows Workstation',
    'DESKTOP',
    'HP',
    'HP Pavilion Laptop 14-dv0xxx',
    'Microsoft Windows 11 Pro',
    'Standalone Workstation',
    '10.0.22631 Build 22631 (23H2)',
    40,
  ),
  model(
    windows,
    'Windows Workstation',
    'LAPTOP',
    'Dell',
    'Latitude 5440',
    'Microsoft Windows 10 Pro',
    'Standalone Workstation',
    '10.0.19045 Build 19045 (22H2)',
    30,
  ),
  model(
    windows,
    'Windows Server',
    'SRV',
    'Dell',
    'PowerEdge T350',
    'Microsoft Windows Server 2022 Standard',
    'Server',
    '10.0.20348 Build 20348 (21H2)',
    12,
  ),
  model(mac, 'Mac', 'MAC', 'Apple', 'MacBook Pro (14-inch, 2023)', 'macOS Sonoma', 'Mac', '14.7.1', 12),
  model(device, 'Switch', 'SW', 'Ubiquiti', 'USW-24-PoE', 'UniFi OS', 'Network', '7.0.50', 6),
]
const weights = models.map((entry) => entry.weight)
const unmonitored: Model = model(
  device,
  'Printer',
  'PRN',
  'Brother',
  'HL-L6400DW',
  'Firmware',
  'Network',
  '1.30',
  1,
)

function addDeviceCategories({ tables, random, now }: Build): void {
  for (const entry of [...models, unmonitored]) {
    if (tables.DeviceCategory.rows.some((row) => row.name === entry.category)) continue
    tables.DeviceCategory.add({
      deviceCategoryId: random.id(),
      name: entry.category,
      custom: false,
      assetClass: entry.assetClass,
      createdTime: wireTime(now - 900 * DAY_MS),
    })
  }
}

/** Machines of the clients' sites, each used by one of the client's people. */
export function addAssets(build: Build): void {
  const { tables, random } = build
  addDeviceCategories(build)
  const users = new Map<string, ClientUser[]>()
  for (const { client, user } of tables.ClientUserAssociation.rows) {
    users.set(client.accountId, [...(users.get(client.accountId) ?? []), user])
  }
  const sites = tables.ClientSite.rows
  for (let count = Math.max(6, build.scaled(800, 0.45)); count > 0; count--) {
    const site = random.pick(sites)
    const people = users.get(site.client.accountId) ?? tables.ClientUser.rows
    const asset = makeAsset(build, random.weighted(models, weights), site, random.pick(people))
    keepInTouch(build, tables.Asset.add(asset))
  }
  for (let count = Math.max(2, build.scaled(30, 0.45)); count > 0; count--) {
    const site = random.pick(sites)
    const people = users.get(site.client.accountId) ?? tables.ClientUser.rows
    tables.UnMonitoredAsset.add(makeAsset(build, unmonitored, site, random.pick(people)))
  }
}

/** A machine reports every few hours while it is on; every now and then it goes off, or comes back. */
function keepInTouch(build: Build, asset: Asset): void {
  const { random, agenda, tables, ledger } = build
  agenda.add(build.now + random.int(30 * MINUTE_MS, 3 * HOUR_MS), () => {
    if (tables.Asset.get(asset.assetId) !== asset) return
    const wasOnline = asset.status === 'ONLINE'
    const isOnline = wasOnline ? random.chance(0.9) : random.chance(0.23)
    if (wasOnline || isOnline) {
      asset.status = isOnline ? 'ONLINE' : 'OFFLINE'
      asset.sysUptime = isOnline ? uptime(random) : null
      asset.lastCommunicatedTime = wireTime(build.now)
      asset.lastReportedTime = wireTime(build.now)
      ledger.updated('Asset', asset)
    }
    keepInTouch(build, asset)
  })
}

const uptime = (random: Build['random']): string =>
  `${random.int(0, 30)} days ${random.int(1, 23)} hours ${random.int(1, 59)} minutes`

function makeAsset(
  { random, references, tables, now }: Build,
  kind: Model,
  site: ClientSite,
  user: ClientUser,
): Asset {
  const serial = random.int(10_000_000, 99_999_999)
  const name = `${kind.prefix}-${serial.toString(36).toUpperCase()}`
  const online = random.chance(0.72)
  const seen = now - (online ? random.int(0, 10 * MINUTE_MS) : random.int(HOUR_MS, 40 * DAY_MS))
  const bought = now - random.int(30, 2200) * DAY_MS
  const isComputer = kind.assetClass !== device
  const category = tables.DeviceCategory.rows.find((row) => row.name === kind.category)
  return {
    assetId: random.id(),
    name,
    assetClass: kind.assetClass,
    client: site.client,
    site: references.to('SiteRef', site),
    requester: references.to('ClientUserRef', user),
    primaryMac: Array.from({ length: 6 }, () => random.int(0, 255).toString(16).padStart(2, '0')).join(':'),
    loggedInUser: isComputer ? random.maybe(0.8, user.name) : null,
    serialNumber: random.maybe(0.95, `${serial}R${random.int(100, 999)}`),
    manufacturer: kind.manufacturer,
    model: kind.model,
    hostName: isComputer ? name : random.maybe(0.5, name),
    publicIp: `203.0.113.${random.int(1, 254)}`,
    gateway: `10.${random.int(0, 40)}.${random.int(0, 250)}.1`,
    platform: kind.platform,
    domain: isComputer
      ? random.chance(0.4)
        ? 'WORKGROUP'
        : `${toAscii(site.client.name ?? '').slice(0, 12)}.local`
      : null,
    status: online ? 'ONLINE' : 'OFFLINE',
    sysUptime: online ? uptime(random) : null,
    lastCommunicatedTime: wireTime(seen),
    agentVersion: isComputer ? '202511151251' : null,
    platformFamily: kind.family,
    platformCategory: isComputer ? (kind.family === 'Server' ? 'SERVER' : 'WORKSTATION') : null,
    platformVersion: kind.version,
    patchStatus: isComputer
      ? random.weighted(['Fully Patched', 'Missing Patches', 'Reboot Required'], [70, 22, 8])
      : null,
    warrantyExpiryDate: random.maybe(0.7, wireDay(bought + 1095 * DAY_MS)),
    purchasedDate: random.maybe(0.8, wireDay(bought)),
    customFields: random.chance(0.4) ? { udf1text: `INV-${random.int(1000, 9999)}` } : {},
    lastReportedTime: wireTime(seen - random.int(0, HOUR_MS)),
    deviceCategory: references.toOptional('DeviceCategoryRef', category),
  }
}
