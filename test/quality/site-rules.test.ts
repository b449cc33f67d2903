import { again, testRules, unsafe, without } from './outcome.js'

const always = { working24x7: true }
const hours = (...windows: readonly (readonly [unknown, unknown, unknown?])[]) => ({
  businessHour: windows.map(([start, end, day = 'MONDAY']) => ({ day, start, end })),
})

testRules('clientSite', {
  'SIT-01': { fail: [{ id: null }] },
  'SIT-02': { fail: [{ name: '' }] },
  'SIT-03': { fail: [{ timezoneCode: null }] },
  'SIT-04': { fail: [{ client: null }] },
  'SIT-05': {
    fail: [{ businessHour: [] }, { businessHour: null }],
    na: [{ ...always, businessHour: [] }, { working24x7: null }],
  },
  'SIT-06': { fail: [{ holidayList: null }], na: [{ ...always, holidayList: null }] },
  'SIT-07': {
    fail: [{ timezoneCode: 'Mars/Olympus' }, { timezoneCode: 5 }],
    pass: [{ timezoneCode: 'UTC' }, { timezoneCode: 'US/Eastern' }],
    na: [{ timezoneCode: '' }],
  },
  'SIT-08': {
    fail: [
      hours(['9:00', '17:00']),
      hours(['09:00', '25:00']),
      hours(['24:00', '24:00']),
      hours(['09:60', '17:00']),
      hours(['x', null]),
      hours([null, 'x']),
      hours(['09:00', '17:00x']),
    ],
    pass: [
      hours(['00:00', '23:59']),
      hours(['09:00', '24:00']),
      hours(['20:00', '19:59']),
      hours([null, '17:00']),
      hours(['09:00', null]),
    ],
    na: [{ businessHour: null }, hours([null, null]), { businessHour: [null, 5] }],
  },
  'SIT-09': {
    fail: [hours(['09:00', '17:00', 'FUNDAY'])],
    pass: [
      ...['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY', 'sunday'].map((day) =>
        hours(['09:00', '17:00', day]),
      ),
    ],
    na: [{ businessHour: null }, hours(['09:00', '17:00', ''])],
  },
  'SIT-10': {
    fail: [{ countryCode: 'DEU' }, { countryCode: 'D1' }, { countryCode: 'D' }],
    pass: [{ countryCode: 'de' }],
    na: [{ countryCode: null }],
  },
  'SIT-11': {
    fail: [{ id: unsafe }, { client: { accountId: unsafe } }, { holidayList: { id: unsafe } }],
    na: [{ id: null, client: null, holidayList: null }],
  },
  'SIT-12': {
    fail: [hours(['09:00', '12:00'], ['13:00', '13:00'])],
    na: [{ businessHour: null }, hours(['x', '09:00'])],
  },
  'SIT-13': {
    fail: [
      hours(['09:00', '12:00'], ['11:59', '13:00']),
      hours(['13:00', '14:00'], ['09:00', '13:01']),
      hours(['22:00', '02:00'], ['23:00', '24:00']),
    ],
    pass: [
      hours(['09:00', '12:00'], ['12:00', '13:00']),
      hours(['09:00', '12:00'], ['09:00', '12:00', 'TUESDAY']),
      hours(['22:00', '02:00'], ['01:00', '03:00']),
    ],
    na: [{ businessHour: [] }, hours(['09:00', '09:00']), hours(['09:00', '12:00', null])],
  },
  'SIT-14': {
    fail: [hours(['22:00', '02:00'])],
    pass: [{}, hours(['22:00', '22:00'])],
    na: [{ businessHour: null }],
  },
  'SIT-15': {
    fail: [{ timezoneCode: 'UTC' }],
    pass: [{}, { countryCode: 'de' }],
    na: [{ countryCode: 'FR' }, { countryCode: null }, { timezoneCode: null }, [{}, { quality: {} }]],
  },
  'SIT-16': {
    fail: [always],
    pass: [
      { ...always, businessHour: [] },
      { ...always, businessHour: null },
    ],
    na: [{}],
  },
  'SIT-17': { fail: [again('sites')], na: [{ id: null }] },
  'SIT-18': {
    fail: [again('sites', { id: '6', name: ' hq ' })],
    pass: [again('sites', { id: '6', name: 'B' }), again('sites', { id: '6', client: { accountId: '8' } })],
    na: [{ name: null }, { client: null }],
  },
  'SIT-19': {
    fail: [again('sites', { id: '6', name: 'B' }), { hq: false }],
    pass: [{}, again('sites', { id: '6', client: { accountId: '8' } })],
    na: [{ hq: null }, { client: null }, again('sites', { id: '6', hq: false })],
  },
  'SIT-20': { fail: [{ client: { accountId: '99' } }], na: [{ client: null }, without('clients')] },
  'SIT-21': {
    fail: [
      { holidayList: { id: '99' } },
      [{}, { holidaysByListId: {} }],
      [{}, { holidaysByListId: { h2: [] } }],
    ],
    pass: [{}, [{}, { holidaysByListId: { h1: [] } }]],
    na: [{ holidayList: null }, without('holidayLists')],
  },
  'SIT-22': {
    fail: [
      [{}, { holidaysByListId: { h1: ['2023-12-25'] } }],
      [{}, { holidaysByListId: { h1: ['2024-12-25', '2024-02-30'] } }],
      [{}, { holidaysByListId: { h1: [] } }],
    ],
    pass: [
      {},
      [{}, { holidaysByListId: { h1: ['2023-12-25', '2024-01-01'] } }],
      [{}, { holidaysByListId: { h1: ['2024-12-31'] } }],
    ],
    na: [{ holidayList: null }, [{}, { holidaysByListId: {} }]],
  },
})
