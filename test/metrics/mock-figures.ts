import type { MetricsContext, MetricsData } from '@superhack/superops/metrics'
import { createMockTenant } from '@superhack/superops/testing'

const now = '2025-04-16T10:00:00.000Z'
const week = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => ({
  day,
  start: '09:00',
  end: '17:30',
}))

/** A quarter in which clocks change; every zone is one that a host may have. */
export const ctx: MetricsContext = {
  now,
  reportTimeZone: 'America/St_Johns',
  sourceTimeZone: 'UTC',
  period: { from: '2025-01-16', to: '2025-04-16' },
  defaultSchedule: { timeZone: 'Australia/Lord_Howe', windows: week, holidays: ['2025-04-18'] },
  slaClock: 'auto',
  standardHourlyRate: 120,
  defaultHourlyCost: 55,
}

/** Records of a mock tenant, as plain JSON. */
export function mockData(tickets: number): MetricsData {
  const { world } = createMockTenant({ seed: 11, tickets, now })
  const conversationsByTicketId = Object.fromEntries(
    world.tickets.map(({ ticketId }) => [ticketId, world.conversationsOf(String(ticketId))]),
  )
  return JSON.parse(JSON.stringify({ ...world, conversationsByTicketId })) as MetricsData
}
