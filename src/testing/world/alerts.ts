import type { Alert, AlertPolicyRef, Asset } from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import { type Build, HOUR_MS, MINUTE_MS } from './build.js'
import type { References } from './references.js'
import { wireMinute, wireTime } from './wire-time.js'

const kinds: readonly (readonly [message: string, description: string, policy: AlertPolicyRef])[] = [
  [
    'Low Disk Space',
    'free space {n}.0% is below 30.0%',
    { name: 'Low Disk Space', policyType: 'Hardware Performance Monitoring' },
  ],
  [
    'High CPU Usage',
    'CPU usage {n}% for 15 minutes',
    { name: 'Medium CPU Usage', policyType: 'Hardware Performance Monitoring' },
  ],
  [
    'Asset offline',
    'no contact for {n} minutes',
    { name: 'Server offline', policyType: 'Availability Monitoring' },
  ],
  [
    'Service stopped',
    'Print Spooler stopped, event {n}',
    { name: 'Windows services', policyType: 'Service Monitoring' },
  ],
  [
    'Antivirus out of date',
    'definitions are {n} days old',
    { name: 'Antivirus', policyType: 'Security Monitoring' },
  ],
]

/** What an alert says of its machine: with its user, client and site. */
export function alertAsset(references: References, asset: Asset): NonNullable<Alert['asset']> {
  const reference = references.to('AlertAssetRef', asset)
  reference.owner = references.toOptional('UserRef', asset.requester)
  return reference
}

const windowDays = 60

/** Alerts of the 60 days before the present, about one in eight still open, and those to come at the same rate. */
export function addAlerts(build: Build): void {
  const { tables, random, agenda, now } = build
  if (tables.Asset.rows.length === 0) return
  const count = Math.max(5, build.scaled(400, 0.5))
  for (let made = 0; made < count; made++) raise(build, now - random.int(5 * MINUTE_MS, windowDays * DAY_MS))
  const mean = (windowDays * DAY_MS) / count
  function planNext(): void {
    agenda.add(build.now + random.int(1, Math.round(2 * mean)), () => {
      if (tables.Asset.rows.length > 0) raise(build, build.now)
      planNext()
    })
  }
  planNext()
}

function raise(build: Build, raised: number): void {
  const { tables, random, references, agenda, ledger, now } = build
  const [message, description, policy] = random.pick(kinds)
  const lasts = random.weighted([6 * HOUR_MS, 5 * DAY_MS, 60 * DAY_MS], [63, 20, 17])
  const resolved = raised + random.int(10 * MINUTE_MS, lasts)
  const isOpen = resolved > now
  const alert = tables.Alert.add({
    id: random.id(),
    message,
    createdTime: random.chance(0.5) ? wireMinute(raised) : wireTime(raised),
    status: isOpen ? 'Open' : 'Resolved',
    severity: random.weighted(['Critical', 'High', 'Medium', 'Low'], [10, 25, 40, 25]),
    description: description.replace('{n}', String(random.int(3, 29))),
    asset: alertAsset(references, random.pick(tables.Asset.rows)),
    policy: random.maybe(0.96, policy),
    resolvedTime: isOpen ? null : wireTime(resolved),
    occurrenceCount: random.weighted([1, 2, 3, 8], [70, 15, 10, 5]),
  })
  if (!isOpen) return
  agenda.add(resolved, () => {
    if (alert.status !== 'Open' || tables.Alert.get(alert.id) !== alert) return
    alert.status = 'Resolved'
    alert.resolvedTime = wireTime(build.now)
    ledger.updated('Alert', alert)
  })
}
