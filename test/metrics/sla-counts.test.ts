import { allTicketMetrics, type MetricsTicket, slaCounts } from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const now = '2024-02-01T00:00:00Z'
const ticket = (
  status: string,
  resolutionDueTime: string | null,
  resolutionTime: string | null = null,
): MetricsTicket => ({
  status,
  createdTime: '2023-12-01T00:00:00',
  resolutionDueTime,
  resolutionTime,
})
const counted = (...tickets: MetricsTicket[]) => allTicketMetrics({ tickets }, { now })
const none = {
  evaluatedCount: 0,
  metCount: 0,
  breachedCount: 0,
  pendingCount: 0,
  pausedCount: 0,
  notApplicableCount: 0,
  unknownCount: 0,
  complianceRatio: null,
  complianceLowerBound: null,
}

test('outcomes are counted per clock, cancelled tickets not at all', () => {
  const rows = counted(
    ticket('Closed', '2024-01-10T00:00:00', '2024-01-09T00:00:00'),
    ticket('Closed', '2024-01-10T00:00:00', '2024-01-11T00:00:00'),
    ticket('Open', '2024-01-10T00:00:00'),
    ticket('Open', '2024-03-10T00:00:00'),
    ticket('On Hold', '2024-01-10T00:00:00'),
    ticket('Closed', '2024-01-10T00:00:00'),
    ticket('Open', null),
    ticket('Spam', '2024-01-10T00:00:00'),
  )
  expect(slaCounts(rows)).toEqual({
    firstResponse: { ...none, notApplicableCount: 7 },
    resolution: {
      evaluatedCount: 3,
      metCount: 1,
      breachedCount: 2,
      pendingCount: 1,
      pausedCount: 1,
      notApplicableCount: 1,
      unknownCount: 1,
      complianceRatio: 1 / 3,
      complianceLowerBound: expect.closeTo(0.061492, 6),
    },
  })
})

test('47 of 50 in time is 0.94, and vouches for 0.8378', () => {
  const met = Array.from({ length: 47 }, () => ticket('Closed', '2024-01-10T00:00:00', '2024-01-09T00:00:00'))
  const late = Array.from({ length: 3 }, () => ticket('Open', '2024-01-10T00:00:00'))
  const { resolution } = slaCounts(counted(...met, ...late))
  expect([resolution.complianceRatio, resolution.complianceLowerBound]).toEqual([
    0.94,
    expect.closeTo(0.837829, 6),
  ])
})

test('a ratio of nothing is null, not 0', () => {
  expect(slaCounts([])).toEqual({ firstResponse: none, resolution: none })
})

test('in a window count the outcomes decided in it, and what is undecided all the same', () => {
  const rows = counted(
    ticket('Closed', '2024-01-31T00:00:00', '2024-01-10T00:00:00'),
    ticket('Closed', '2024-01-31T00:00:00', '2024-01-20T00:00:00'),
    // Breached on 12 January, whenever it was resolved.
    ticket('Closed', '2024-01-12T00:00:00', '2024-01-25T00:00:00'),
    ticket('Open', '2024-03-01T00:00:00'),
  )
  const inWindow = (from: string, to: string) => {
    const { metCount, breachedCount, pendingCount } = slaCounts(rows, { from, to }).resolution
    return [metCount, breachedCount, pendingCount]
  }
  expect(inWindow('2024-01-10T00:00Z', '2024-01-20T00:00Z')).toEqual([1, 1, 1])
  expect(inWindow('2024-01-20T00:00Z', '2024-01-31T00:00Z')).toEqual([1, 0, 1])
})

test('an end of a window that is no time is refused by name', () => {
  expect(() => slaCounts([], { from: 'January', to: now })).toThrow(
    new TypeError('window.from: expected an ISO instant, received string.'),
  )
})
