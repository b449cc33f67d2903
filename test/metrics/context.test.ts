import {
  allTicketMetrics,
  defaultThresholds,
  type MetricsContext,
  ticketMetrics,
} from '@superhack/superops/metrics'
import { expect, test } from 'vitest'

const now = '2024-01-01T12:00:00Z'
const hours = (timeZone: string) => ({ timeZone, windows: [{ day: 'MONDAY', start: '09:00', end: '17:00' }] })

test.each<[string, unknown, string]>([
  ['no context', undefined, 'ctx: expected an object with `now`, received undefined.'],
  [
    'no now',
    {},
    'ctx.now: expected an ISO instant with offset such as 2026-01-05T09:00:00Z, received undefined.',
  ],
  [
    'a Date as now',
    { now: new Date(0) },
    'ctx.now: expected an ISO instant with offset such as 2026-01-05T09:00:00Z, received object.',
  ],
  [
    'a now without offset',
    { now: '2024-01-01T12:00:00' },
    'ctx.now: expected an ISO instant with offset such as 2026-01-05T09:00:00Z, received string.',
  ],
  [
    'a now that is no time',
    { now: '2024-02-30T12:00:00Z' },
    'ctx.now: expected an ISO instant with offset such as 2026-01-05T09:00:00Z, received string.',
  ],
  [
    'an unknown source zone',
    { now, sourceTimeZone: 'Mars/Base' },
    'ctx.sourceTimeZone: Unknown time zone "Mars/Base": expected an IANA name such as "Europe/Berlin".',
  ],
  [
    'a source zone of another type',
    { now, sourceTimeZone: 5 },
    'ctx.sourceTimeZone: expected the name of a time zone, received number.',
  ],
  [
    'an unknown zone of the default schedule',
    { now, defaultSchedule: hours('Mars/Base') },
    'ctx.defaultSchedule.timeZone: Unknown time zone "Mars/Base": expected an IANA name such as "Europe/Berlin".',
  ],
  [
    'an unknown zone of a schedule by site',
    { now, scheduleBySiteId: { 7: hours('Mars/Base') } },
    'ctx.scheduleBySiteId["7"].timeZone: Unknown time zone "Mars/Base": expected an IANA name such as "Europe/Berlin".',
  ],
  [
    'a schedule that is none',
    { now, defaultSchedule: 'always' },
    'ctx.defaultSchedule: expected a schedule with `timeZone` and `windows`, received string.',
  ],
  [
    'a negative skew',
    { now, clockSkewMinutes: -1 },
    'ctx.clockSkewMinutes: expected a number of minutes, 0 or more, received number.',
  ],
  [
    'a class that is none',
    { now, statusMap: { open: 'done' } },
    'ctx.statusMap: expected values out of open, paused, resolved, closed, cancelled, received string.',
  ],
  [
    'a rank that is none',
    { now, priorityMap: { vip: 0 } },
    'ctx.priorityMap: expected values out of 1, 2, 3, 4, received number.',
  ],
  [
    'another clock',
    { now, slaClock: 'wall' },
    "ctx.slaClock: expected 'auto' or 'business' or 'calendar', received string.",
  ],
  [
    'another source',
    { now, slaSource: 'guess' },
    "ctx.slaSource: expected 'flag' or 'timestamps', received string.",
  ],
  [
    'edges out of order',
    { now, thresholds: { ageBucketDays: [3, 1] } },
    'ctx.thresholds.ageBucketDays: expected numbers in ascending order.',
  ],
  [
    'no edges',
    { now, thresholds: { ageBucketDays: [] } },
    'ctx.thresholds.ageBucketDays: expected numbers in ascending order.',
  ],
  [
    'an edge that is a text',
    { now, thresholds: { ageBucketDays: [1, '3'] } },
    'ctx.thresholds.ageBucketDays[1]: expected a finite number, received string.',
  ],
  [
    'edges that are no list',
    { now, thresholds: { ageBucketDays: { 0: 1 } } },
    'ctx.thresholds.ageBucketDays: expected a list of numbers, received object.',
  ],
  [
    'an infinite limit',
    { now, thresholds: { slaRiskLevel: { watch: Number.POSITIVE_INFINITY } } },
    'ctx.thresholds.slaRiskLevel.watch: expected a finite number, received number.',
  ],
  [
    'limits that are null',
    { now, thresholds: { slaRiskLevel: null } },
    'ctx.thresholds.slaRiskLevel: expected an object, received null.',
  ],
  [
    'limits that are a list',
    { now, thresholds: { slaRiskLevel: [1] } },
    'ctx.thresholds.slaRiskLevel: expected an object, received object.',
  ],
  [
    'a limit that does not exist',
    { now, thresholds: { slaRiskLevel: { mild: 1 } } },
    'ctx.thresholds.slaRiskLevel.mild: no such limit; there are watch, atRisk, critical.',
  ],
  [
    'a band out of order',
    { now, thresholds: { productivityBand: { high: 50, solid: 60 } } },
    'ctx.thresholds.productivityBand: expected numbers in ascending order.',
  ],
])('a context with %s is refused', (_, ctx, message) => {
  expect(() => allTicketMetrics({ tickets: [] }, ctx as MetricsContext)).toThrow(new TypeError(message))
})

test('a single ticket refuses a context without now as well', () => {
  expect(() => ticketMetrics({}, {}, {} as MetricsContext)).toThrow(/^ctx\.now: /)
})

test('the default thresholds cannot be changed for everyone', () => {
  expect(Object.isFrozen(defaultThresholds)).toBe(true)
  expect(Object.values(defaultThresholds).every(Object.isFrozen)).toBe(true)
})
