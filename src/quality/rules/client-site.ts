import { groupBy } from '../../metrics/group-by.js'
import { dayOf } from '../../metrics/plain-json.js'
import { isRecord } from '../../metrics/records.js'
import { DAY_MS } from '../../values/day.js'
import { createZone } from '../../values/zone.js'
import { isBlank, isFilled, listOf } from '../blank.js'
import type { RecordFacts } from '../record-facts.js'
import { areSafeRecordIds, leadsSomewhere } from '../references.js'
import { ruleTable } from '../rule.js'
import { trustedId } from '../safe-ids.js'
import type { QualityScope } from '../scope.js'
import { areTexts, isText } from '../text-form.js'
import { idOccursOnce, keyOfParts, nameKey, occursOnce } from '../unique.js'

type SiteFacts = RecordFacts<'clientSite'>
type Minutes = readonly [from: number, to: number]

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const START = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const MIDNIGHT = 1440

const hoursOf = ({ record }: SiteFacts) => listOf(record.businessHour).filter(isRecord)

const isClosedAtTimes = ({ record }: SiteFacts): boolean => record.working24x7 === false

const isStart = (text: string): boolean => START.test(text)
const isEnd = (text: string): boolean => START.test(text) || text === '24:00'

function minuteOf(value: unknown, isTime: (text: string) => boolean): number {
  if (typeof value !== 'string' || !isTime(value)) return Number.NaN
  return Number(value.slice(0, 2)) * 60 + Number(value.slice(3))
}

const windowOf = (hour: { readonly start?: unknown; readonly end?: unknown }): Minutes => [
  minuteOf(hour.start, isStart),
  minuteOf(hour.end, isEnd),
]

/** Windows that can be read; null when there is none. */
function everyWindow(facts: SiteFacts, test: (window: Minutes) => boolean): boolean | null {
  const windows = hoursOf(facts)
    .map(windowOf)
    .filter(([from, to]) => !Number.isNaN(from + to))
  return windows.length === 0 ? null : windows.every(test)
}

function areHours(facts: SiteFacts): boolean | null {
  const starts = areTexts(
    hoursOf(facts).map(({ start }) => start),
    isStart,
  )
  const ends = areTexts(
    hoursOf(facts).map(({ end }) => end),
    isEnd,
  )
  return starts === null ? ends : starts && ends !== false
}

function doNotOverlap(facts: SiteFacts): boolean | null {
  const byDay = groupBy(hoursOf(facts), ({ day }) => (typeof day === 'string' ? day.toUpperCase() : null))
  let isAnyKnown = false
  for (const hours of byDay.values()) {
    const windows = hours
      .map(windowOf)
      .map(([from, to]): Minutes => [from, to < from ? MIDNIGHT : to])
      .filter(([from, to]) => to > from)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    isAnyKnown ||= windows.length > 0
    if (windows.some(([from], at) => from < (windows[at - 1]?.[1] ?? 0))) return false
  }
  return isAnyKnown ? true : null
}

/** The runtime is asked once per name. */
const knownZones = (_scope: QualityScope) => new Map<string, boolean>()

function isKnownZone(name: string, scope: QualityScope): boolean {
  const known = scope.once(knownZones)
  const answer = known.get(name) ?? isZone(name)
  known.set(name, answer)
  return answer
}

function isZone(name: string): boolean {
  try {
    createZone(name)
    return true
  } catch {
    return false
  }
}

function isZoneOfCountry({ record }: SiteFacts, { options }: QualityScope): boolean | null {
  const { countryCode, timezoneCode } = record
  const table = options.zonesByCountry
  if (table === undefined || typeof countryCode !== 'string' || isBlank(timezoneCode)) return null
  const country = countryCode.toUpperCase()
  return Object.hasOwn(table, country) ? table[country]?.includes(timezoneCode ?? '') === true : null
}

const hqSitesByClient = (scope: QualityScope) =>
  groupBy(
    (scope.facts('clientSite') ?? []).filter(({ record }) => !isBlank(record.hq)),
    ({ clientId }) => clientId,
  )

/** Asked of the headquarters, or of every site where there are none. */
function isOnlyHq({ clientId, record }: SiteFacts, scope: QualityScope): boolean | null {
  if (clientId === null || isBlank(record.hq)) return null
  const count = (scope.once(hqSitesByClient).get(clientId) ?? []).filter(
    (site) => site.record.hq === true,
  ).length
  return record.hq === true || count === 0 ? count === 1 : null
}

/** Dates of the site's holiday list; undefined when they are not configured. */
function holidayDates({ record }: SiteFacts, { settings }: QualityScope): readonly unknown[] | undefined {
  const id = trustedId(record.holidayList?.id)
  const holidaysByListId = settings.ctx.holidaysByListId ?? {}
  const dates: unknown = id !== null && Object.hasOwn(holidaysByListId, id) ? holidaysByListId[id] : undefined
  return Array.isArray(dates) ? dates : undefined
}

const listExists = leadsSomewhere('clientSite', 'holidayList')

function isListConfigured(facts: SiteFacts, scope: QualityScope): boolean | null {
  const exists = listExists(facts, scope)
  return exists === null ? null : exists && holidayDates(facts, scope) !== undefined
}

function coverThisYear(facts: SiteFacts, scope: QualityScope): boolean | null {
  const days = holidayDates(facts, scope)?.map(dayOf)
  if (days === undefined) return null
  const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear()
  const thisYear = yearOf(scope.today)
  return !days.some(Number.isNaN) && days.some((day) => yearOf(day) === thisYear)
}

export const clientSiteRules = ruleTable('clientSite', [
  ['SIT-01', 'C', 'critical', 'id not blank', ({ record }) => !isBlank(record.id)],
  ['SIT-02', 'C', 'error', 'name not blank', ({ record }) => !isBlank(record.name)],
  ['SIT-03', 'C', 'error', 'timezoneCode not blank', ({ record }) => !isBlank(record.timezoneCode)],
  ['SIT-04', 'C', 'error', 'client present', ({ record }) => !isBlank(record.client?.accountId)],
  [
    'SIT-05',
    'C',
    'error',
    'not 24x7 ⇒ at least one business-hour entry',
    (facts) => (isClosedAtTimes(facts) ? isFilled(facts.record.businessHour) : null),
  ],
  [
    'SIT-06',
    'C',
    'warning',
    'not 24x7 ⇒ holiday list present',
    (facts) => (isClosedAtTimes(facts) ? !isBlank(facts.record.holidayList?.id) : null),
  ],
  [
    'SIT-07',
    'V',
    'error',
    'timezoneCode is a zone that the runtime knows, old aliases included',
    ({ record }, scope) => isText(record.timezoneCode, (name) => isKnownZone(name, scope)),
  ],
  ['SIT-08', 'V', 'error', 'every start and end is HH:MM within 00:00–23:59, an end also 24:00', areHours],
  [
    'SIT-09',
    'V',
    'error',
    'every day is one of the seven',
    (facts) =>
      areTexts(
        hoursOf(facts).map(({ day }) => day),
        (day) => DAYS.includes(day.toUpperCase()),
      ),
  ],
  [
    'SIT-10',
    'V',
    'warning',
    'countryCode is two letters',
    ({ record }) => isText(record.countryCode, (code) => /^[a-z]{2}$/i.test(code)),
  ],
  ['SIT-11', 'V', 'critical', 'ids safe', (facts) => areSafeRecordIds(facts, facts.record.id)],
  ['SIT-12', 'K', 'error', 'start ≠ end', (facts) => everyWindow(facts, ([from, to]) => from !== to)],
  ['SIT-13', 'K', 'warning', 'windows of one day do not overlap', doNotOverlap],
  [
    'SIT-14',
    'K',
    'info',
    'no overnight window (end < start)',
    (facts) => everyWindow(facts, ([from, to]) => to >= from),
  ],
  ['SIT-15', 'K', 'info', 'zone belongs to the country (option `zonesByCountry`)', isZoneOfCountry],
  [
    'SIT-16',
    'K',
    'warning',
    '24x7 and business hours not both set',
    (facts) => (facts.record.working24x7 === true ? hoursOf(facts).length === 0 : null),
  ],
  ['SIT-17', 'U', 'critical', 'id occurs once', idOccursOnce],
  [
    'SIT-18',
    'U',
    'warning',
    '(client, normalised name) occurs once',
    occursOnce('clientSite', ({ clientId, record }) => keyOfParts(clientId, nameKey(record.name))),
  ],
  ['SIT-19', 'U', 'warning', 'exactly one hq site per client', isOnlyHq],
  ['SIT-20', 'I', 'error', 'client exists', leadsSomewhere('clientSite', 'client')],
  [
    'SIT-21',
    'I',
    'warning',
    'holiday list exists, and `holidaysByListId` holds dates of it',
    isListConfigured,
  ],
  ['SIT-22', 'T', 'warning', 'configured holidays are real dates and cover the current year', coverThisYear],
])
