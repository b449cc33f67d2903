import { slaClockMetricsCatalogue, slaMetricsCatalogue } from '../catalogue/sla.js'
import { expected } from '../check.js'
import { slaGroupOf } from '../sla-groups.js'
import { GROUPINGS, type SlaMetrics, slaMetrics } from '../sla-metrics.js'
import type { Area, Question } from './area.js'
import type { SlaClockName } from './explain-subject.js'
import { noMembers, ticketMembers } from './members.js'
import { ofSla, ofSlaClock } from './sla-population-table.js'

function population({ subject: { groupBy, group }, index, ctx }: Question): SlaMetrics | undefined {
  if (groupBy === undefined && group === undefined) return slaMetrics(index, ctx)
  const grouping = GROUPINGS.find((name) => name === groupBy)
  if (grouping === undefined) throw expected('subject.groupBy', GROUPINGS.join(', '), groupBy)
  return slaMetrics(index, ctx, grouping).find((row) => row.group === group)
}

const members: Area['members'] = ({ subject: { groupBy, group }, scope }) => ({
  ...noMembers,
  tickets: () =>
    ticketMembers(scope)?.filter(
      ({ item }) => groupBy === undefined || slaGroupOf[groupBy](item) === group,
    ) ?? null,
})

const ofGroups = {
  subject: null,
  narrowedBy: ['groupBy', 'group'],
  absence: 'no ticket is in that group',
  members,
} as const

const slaArea: Area = {
  ...ofGroups,
  catalogue: slaMetricsCatalogue,
  populations: { ...ofSla },
  row: population,
}

const slaClockArea = (clock: SlaClockName): Area => ({
  ...ofGroups,
  clock,
  catalogue: slaClockMetricsCatalogue,
  populations: { ...ofSlaClock(clock) },
  row: (question) => population(question)?.[clock],
})

/** SLA figures of all tickets, or of one group of them. */
export const slaAreas: readonly Area[] = [slaArea, slaClockArea('resolution'), slaClockArea('firstResponse')]
