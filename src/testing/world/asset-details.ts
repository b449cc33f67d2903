import type {
  Asset,
  AssetActivityData,
  AssetDisk,
  AssetSoftware,
  AssetSummary,
  AssetUserLog,
  Measurement,
  PatchData,
} from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import { HOUR_MS } from './build.js'
import { readTime, wireDay, wireTime } from './wire-time.js'

/** Facts of one machine that are told only when asked for; made from its key, so they need no storage. */
export interface AssetDetails {
  readonly summary: AssetSummary
  readonly disks: readonly AssetDisk[]
  readonly software: readonly AssetSoftware[]
  readonly patches: readonly PatchData[]
  readonly users: readonly AssetUserLog[]
  readonly activities: readonly AssetActivityData[]
}

/** A number out of the key: the same for every reading of a fact, another for the next fact. */
function factOf(assetId: string, salt: number): number {
  let hash = 2_166_136_261 ^ salt
  for (let at = 0; at < assetId.length; at++) hash = Math.imul(hash ^ assetId.charCodeAt(at), 16_777_619)
  return (hash ^ (hash >>> 15)) >>> 0
}

const measured = (actualValue: number | string, value: string, unit: string): Measurement => ({
  actualValue,
  value,
  unit,
})
const gigabytes = (value: number) => measured(value, value.toFixed(1), 'GB')
// Usage percentages are seen with a text where others have a number.
const percent = (value: number) => measured(value.toFixed(1), value.toFixed(1), '%')
const megabytesPerSecond = (value: number) => measured(value, String(value), 'MB/s')

function disksOf(fact: (salt: number, below: number) => number): AssetDisk[] {
  return ['C:', 'D:'].slice(0, 1 + fact(1, 2)).map((drive, at) => {
    const size = [256, 512, 1024][fact(2 + at, 3)] ?? 256
    const used = 20 + fact(4 + at, 70)
    return {
      drive,
      discType: 'SSD',
      fileSystem: 'NTFS',
      maxFileLength: 255,
      autoMounted: true,
      compressed: false,
      pageFile: at === 0,
      indexed: true,
      size: gigabytes(size),
      freeSize: gigabytes((size * (100 - used)) / 100),
      activeTime: percent(fact(6 + at, 40)),
      responseTime: measured(fact(8 + at, 20), String(fact(8 + at, 20)), 'ms'),
      readSpeed: megabytesPerSecond(fact(10 + at, 300)),
      writeSpeed: megabytesPerSecond(fact(12 + at, 200)),
      driveUsage: percent(used),
    }
  })
}

function summaryOf(
  asset: Asset,
  disks: AssetDisk[],
  lastUserLog: AssetUserLog,
  fact: (salt: number, below: number) => number,
): AssetSummary {
  const memory = [8, 16, 32, 64][fact(20, 4)] ?? 8
  const used = (memory * (25 + fact(21, 65))) / 100
  const cores = 4 + 2 * fact(22, 4)
  const total = (pick: (disk: AssetDisk) => Measurement | null) =>
    gigabytes(disks.reduce((sum, disk) => sum + Number(pick(disk)?.actualValue ?? 0), 0))
  return {
    cpu: {
      assetId: asset.assetId,
      cpuName: '11th Gen Intel(R) Core(TM) i5-1135G7 @ 2.40GHz',
      currentSpeed: measured(2.42, '2.42', 'GHz'),
      maxSpeed: measured(4.2, '4.20', 'GHz'),
      physicalCore: cores,
      logicalCore: cores * 2,
      architecture: 'x64',
      l1Cache: measured(320, '320', 'KB'),
      l2Cache: measured(5, '5', 'MB'),
      l3Cache: measured(8, '8', 'MB'),
      processCount: String(150 + fact(23, 200)),
      threadsCount: String(2000 + fact(24, 2000)),
      handlesCount: String(60_000 + fact(25, 60_000)),
      cpuUsage: percent(2 + fact(26, 90)),
    },
    memory: {
      totalMemory: gigabytes(memory),
      usedMemory: gigabytes(used),
      availableMemory: gigabytes(memory - used),
      cachedMemory: gigabytes(2),
      pagedPoolByte: gigabytes(0.5),
      nonPagedPoolByte: gigabytes(0.4),
      memoryUsage: percent((used / memory) * 100),
      swapTotalMemory: gigabytes(4),
      swapAvailableMemory: gigabytes(3),
      swapUsedMemory: gigabytes(1),
    },
    disk: { disks, totalFreeSpace: total((disk) => disk.freeSize), totalSize: total((disk) => disk.size) },
    assetInterface: {
      name: 'Ethernet',
      mac: asset.primaryMac,
      ipv4Address: asset.gateway?.replace(/\.1$/, `.${2 + fact(27, 250)}`) ?? null,
      ipv6Address: null,
      infIndex: 1 + fact(28, 20),
      mtu: '1500',
      connectType: 'Wired',
      lineSpeed: measured(1, '1', 'Gbps'),
      dataInPerSec: measured(fact(29, 900), String(fact(29, 900)), 'Kbps'),
      dataOutPerSec: measured(fact(30, 400), String(fact(30, 400)), 'Kbps'),
      adapterName: 'Intel(R) Ethernet Connection I219-V',
    },
    lastUserLog,
  }
}

const programs = [
  'Google Chrome',
  '7-Zip',
  'Microsoft 365 Apps',
  'Zoom Workplace',
  'Adobe Acrobat',
  'Notepad++',
  'Sage 50',
] as const

/** Everything that can be asked about one machine. */
export function assetDetails(asset: Asset, now: number): AssetDetails {
  const { assetId } = asset
  const fact = (salt: number, below: number) => factOf(assetId, salt) % below
  const disks = disksOf(fact)
  const seen = readTime(asset.lastCommunicatedTime ?? '') || now
  const users = [0, 1, 2].map((at) => ({
    id: `${assetId}${at}`,
    name: at === 0 ? (asset.requester.name ?? null) : 'Administrator',
    lastLoginTime: wireTime(seen - (at * 7 + 1) * DAY_MS),
  }))
  const software = programs.slice(0, 3 + fact(40, programs.length - 2)).map((name, at) => ({
    id: `${assetId.slice(0, 15)}${1000 + at}`,
    software: { id: String(100 + at), name },
    version: `${1 + fact(41 + at, 120)}.${fact(50 + at, 10)}`,
    installedDate: wireDay(now - (30 + fact(60 + at, 900)) * DAY_MS),
    bitVersion: '64',
    installedPath: `C:\\Program Files\\${name}`,
  }))
  const patches = Array.from({ length: 2 + fact(70, 8) }, (_, at) => patchOf(assetId, at, now))
  const activities = Array.from({ length: 1 + fact(80, 6) }, (_, at) => ({
    activityId: `${assetId.slice(0, 15)}${2000 + at}`,
    module: at % 2 === 0 ? 'SCRIPT' : 'ASSET',
    activityType: at % 2 === 0 ? 'SCRIPT_EXECUTED' : 'ASSET_UPDATED',
    activityData: { name: asset.name, status: 'SUCCESS' },
    createdBy: null,
    createdTime: wireTime(now - (at + 1) * 26 * HOUR_MS),
  }))
  return {
    summary: summaryOf(asset, disks, users[0] as AssetUserLog, fact),
    disks,
    software,
    patches,
    users,
    activities,
  }
}

function patchOf(assetId: string, at: number, now: number): PatchData {
  const number = 5_040_000 + (factOf(assetId, 90 + at) % 9000)
  const installed = factOf(assetId, 100 + at) % 10 < 8
  const published = now - (10 + at * 30) * DAY_MS
  return {
    patchDetail: {
      patchId: `${number}`,
      patchKey: `KB${number}`,
      title: `Cumulative Update for Windows (KB${number})`,
      publishedDate: wireDay(published),
      category: 'Security Updates',
      severity: at % 3 === 0 ? 'Critical' : 'Important',
      kbNumbers: [{ kbNumber: `KB${number}` }],
      restartRequired: at % 2 === 0,
    },
    approvalStatus: 'Approved',
    installationTime: installed ? wireDay(published + 3 * DAY_MS) : null,
    installationStatus: installed ? 'Installed' : at % 4 === 3 ? 'Failed' : 'NewOrMissing',
    failedMessage: !installed && at % 4 === 3 ? '0x800f0922' : null,
  }
}
