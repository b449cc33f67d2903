import {
  indexMetricsData,
  type MetricsContext,
  type MetricsSite,
  type Schedule,
  ticketMetrics,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const monday = (start: string, end: string) => [{ day: 'MONDAY', start, end }]
const schedule = (end: string): Schedule => ({ timeZone: 'UTC', windows: monday('09:00', end) })
const site: MetricsSite = {
  id: '7',
  timezoneCode: 'UTC',
  working24x7: false,
  businessHour: monday('09:00', '10:00'),
  holidayList: { id: '3', name: 'Bank' },
}

/** Business age of a ticket of site 7 that was open all Monday long, on plain data and over an index. */
function businessAge(
  ctx: Partial<MetricsContext>,
  sites?: readonly MetricsSite[],
  siteId: unknown = '7',
): number | null {
  const ticket = { status: 'Open', createdTime: '2024-01-01T00:00:00', site: { id: siteId as string } }
  const full = { now: '2024-01-02T00:00:00Z', ...ctx }
  const data = { sites }
  const plain = ticketMetrics(ticket, data, full).ticketAgeBusinessMinutes
  expect(ticketMetrics(ticket, indexMetricsData(data, full), full).ticketAgeBusinessMinutes).toBe(plain)
  return plain
}

test('a schedule given for the site is stronger than its record, that than the default, and then there is none', () => {
  const defaultSchedule = schedule('12:00')
  expect(businessAge({ defaultSchedule, scheduleBySiteId: { 7: schedule('11:00') } }, [site])).toBe(120)
  expect(businessAge({ defaultSchedule }, [site])).toBe(60)
  expect(businessAge({ defaultSchedule }, [{ ...site, id: '8' }])).toBe(180)
  expect(businessAge({ defaultSchedule })).toBe(180)
  expect(businessAge({})).toBeNull()
})

test('a site that works round the clock counts every minute', () => {
  expect(businessAge({}, [{ id: '7', working24x7: true }])).toBe(1440)
})

test('holidays of a site come by its holiday list', () => {
  expect(businessAge({ holidaysByListId: { 3: ['2024-01-01'] } }, [site])).toBe(0)
  expect(businessAge({ holidaysByListId: { 4: ['2024-01-01'] } }, [site])).toBe(60)
})

test('hours of a site are wall clocks of its zone', () => {
  expect(
    businessAge({}, [{ ...site, timezoneCode: 'America/New_York', businessHour: monday('18:00', '23:00') }]),
  ).toBe(60)
})

test('a site whose hours were not selected leaves the default; one without usable hours or zone has no figure', () => {
  const defaultSchedule = schedule('12:00')
  expect(businessAge({ defaultSchedule }, [{ id: '7', timezoneCode: 'UTC' }])).toBe(180)
  expect(businessAge({ defaultSchedule }, [{ ...site, businessHour: null }])).toBeNull()
  expect(businessAge({ defaultSchedule }, [{ ...site, timezoneCode: 'Mars/Base' }])).toBeNull()
})

test('a safe number is the id that its digits spell, an unsafe one is none', () => {
  const numeric = { ...site, id: 7 as unknown as string }
  expect(businessAge({}, [numeric])).toBe(60)
  expect(businessAge({}, [site], 7)).toBe(60)
  const unsafe = 2 ** 60
  expect(businessAge({}, [{ ...site, id: unsafe as unknown as string }], unsafe)).toBeNull()
})
