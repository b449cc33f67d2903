import type { ClientSite } from '../../entities/generated/types.js'
import { createZone } from '../../values/zone.js'
import { addOpenMinutes, type OpeningHours } from './calendar.js'
import { holidaysOf } from './holidays.js'
import type { PriorityName } from './settings.js'
import { wireTime } from './wire-time.js'

/** Open minutes until the first response and the resolution. */
export interface Targets {
  readonly response: number
  readonly resolution: number
}

const standard: Readonly<Record<PriorityName, Targets>> = {
  Critical: { response: 30, resolution: 240 },
  High: { response: 60, resolution: 480 },
  Medium: { response: 240, resolution: 1440 },
  Low: { response: 480, resolution: 2880 },
  'Very Low': { response: 960, resolution: 4800 },
}
const factors: Readonly<Record<string, number>> = { 'Premium SLA': 0.5, 'VIP SLA': 0.25 }

/** The API never tells the targets of an SLA: these are the mock's own. */
export function targetsOf(slaName: string | null, priority: string | null): Targets {
  const { response, resolution } = standard[(priority ?? 'Medium') as PriorityName] ?? standard.Medium
  const factor = factors[slaName ?? ''] ?? 1
  return { response: response * factor, resolution: resolution * factor }
}

/** Due times of a ticket that came in at `created`. */
export const dueTimes = (hours: OpeningHours, created: number, targets: Targets) => ({
  firstResponseDueTime: wireTime(addOpenMinutes(hours, created, targets.response)),
  resolutionDueTime: wireTime(addOpenMinutes(hours, created, targets.resolution)),
})

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

function minuteOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

/** Opening hours of a site as the API gives them; without any the site counts as always open. */
export function openingHoursOf(site: ClientSite): OpeningHours {
  const list = (site.businessHour ?? []).flatMap((entry) => entry ?? [])
  const days = weekdays.map((name) => {
    const entry = list.find((candidate) => candidate.day === name)
    return entry === undefined ? undefined : ([minuteOf(entry.start), minuteOf(entry.end)] as const)
  })
  return {
    zone: createZone(site.timezoneCode),
    always: site.working24x7 || list.length === 0,
    days,
    isHoliday: holidaysOf(site.holidayList?.name),
  }
}
