import { recordId } from './record-id.js'
import {
  type MetricsConversation,
  type MetricsData,
  type MetricsSite,
  type MetricsTicket,
  type MetricsWorklog,
  recordsOf,
  type StatusChange,
} from './records.js'
import { addHours, type HourSums, hoursOf, hoursTest, type IsHours, noHours, ticketIdOf } from './worklogs.js'

/** Ways to the records that belong to others; none of them depends on the context. */
export interface Lookups {
  readonly data: MetricsData
  readonly tickets: readonly MetricsTicket[]
  readonly worklogs: readonly MetricsWorklog[] | undefined
  readonly isHours: IsHours
  site(siteId: string): MetricsSite | undefined
  /** Undefined when no history of the ticket is known. */
  statusHistory(ticketId: string): readonly StatusChange[] | undefined
  /** Undefined when it was not loaded. */
  conversation(ticketId: string): readonly MetricsConversation[] | undefined
  /** Undefined when worklogs are not known. */
  hours(ticketId: string): HourSums | undefined
}

/** @param indexed Whether to prepare for many questions, or to search for the few that are asked. */
export function createLookups(data: MetricsData, indexed: boolean): Lookups {
  const sites = recordsOf(data.sites)
  const worklogs = data.worklogs === undefined ? undefined : recordsOf(data.worklogs)
  const isHours = hoursTest(data.serviceItems === undefined ? undefined : recordsOf(data.serviceItems))
  const listOf = <Item>(map: Readonly<Record<string, readonly Item[]>> | undefined, id: string) => {
    const list = map !== undefined && Object.hasOwn(map, id) ? map[id] : undefined
    return Array.isArray(list) ? (list as readonly Item[]) : undefined
  }
  return {
    data,
    tickets: recordsOf(data.tickets),
    worklogs,
    isHours,
    site: indexed ? siteIndex(sites) : (id) => sites.find((site) => recordId(site.id) === id),
    statusHistory: (id) => listOf(data.statusHistoryByTicketId, id),
    conversation: (id) => listOf(data.conversationsByTicketId, id),
    hours: indexed
      ? hoursIndex(worklogs, isHours)
      : (id) =>
          worklogs &&
          sumHours(
            worklogs.filter((entry) => ticketIdOf(entry) === id),
            isHours,
          ),
  }
}

function siteIndex(sites: readonly MetricsSite[]): (id: string) => MetricsSite | undefined {
  const byId = new Map<string, MetricsSite>()
  for (const site of sites) {
    const id = recordId(site.id)
    if (id !== null && !byId.has(id)) byId.set(id, site)
  }
  return (id) => byId.get(id)
}

function hoursIndex(
  worklogs: readonly MetricsWorklog[] | undefined,
  isHours: IsHours,
): (ticketId: string) => HourSums | undefined {
  if (worklogs === undefined) return () => undefined
  let byTicket: Map<string, HourSums> | undefined
  return (ticketId) => {
    byTicket ??= sumByTicket(worklogs, isHours)
    return byTicket.get(ticketId) ?? noHours
  }
}

function sumByTicket(worklogs: readonly MetricsWorklog[], isHours: IsHours): Map<string, HourSums> {
  const byTicket = new Map<string, { -readonly [Name in keyof HourSums]: HourSums[Name] }>()
  for (const entry of worklogs) {
    const id = ticketIdOf(entry)
    if (id === null) continue
    const known = byTicket.get(id)
    const sums = addEntry(known ?? noHours, entry, isHours)
    // Into the object that is there: writing to the map again costs as much as the look-up.
    if (known === undefined) byTicket.set(id, { hours: sums.hours, billable: sums.billable })
    else {
      known.hours = sums.hours
      known.billable = sums.billable
    }
  }
  return byTicket
}

const sumHours = (worklogs: readonly MetricsWorklog[], isHours: IsHours): HourSums =>
  worklogs.reduce((sums, entry) => addEntry(sums, entry, isHours), noHours)

const addEntry = (sums: HourSums, entry: MetricsWorklog, isHours: IsHours): HourSums =>
  addHours(sums, hoursOf(entry, isHours), entry.billable === true)
