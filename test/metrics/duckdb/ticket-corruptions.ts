import { type Corruption, type PlainRecord, set, shifted } from './corruption.js'

const text = (value: unknown) => (typeof value === 'string' ? value : '2025-02-11T10:00:00')
/** An own key, which an object literal would take for the prototype. */
const withProtoKey = (record: PlainRecord) => JSON.parse(`{"__proto__":1,${JSON.stringify(record).slice(1)}`)

/** Every way in which a ticket goes wrong that the catalogue has a rule for. */
export const ticketCorruptions: readonly Corruption[] = [
  { name: 'impossible date', collection: 'tickets', change: set({ createdTime: '2025-02-30T10:00:00' }) },
  { name: 'hour 24', collection: 'tickets', change: set({ resolutionTime: '2025-04-01T24:00:00' }) },
  { name: 'second 60', collection: 'tickets', change: set({ firstResponseTime: '2025-04-01T10:00:60' }) },
  {
    name: 'space for T',
    collection: 'tickets',
    change: (ticket) => ({ ...ticket, updatedTime: text(ticket.updatedTime).replace('T', ' ') }),
  },
  {
    name: 'creation beyond the skew',
    collection: 'tickets',
    change: (ticket, now) => ({ ...ticket, createdTime: shifted(now, 120) }),
  },
  {
    name: 'creation within the skew',
    collection: 'tickets',
    change: (ticket, now) => ({
      ...ticket,
      createdTime: shifted(now, 3),
      updatedTime: shifted(now, 3),
      firstResponseTime: null,
    }),
  },
  {
    name: 'resolution beyond the skew',
    collection: 'tickets',
    change: (ticket, now) => ({ ...ticket, status: 'Resolved', resolutionTime: shifted(now, 6) }),
  },
  {
    name: 'resolution within the skew',
    collection: 'tickets',
    change: (ticket, now) => ({ ...ticket, status: 'Closed', resolutionTime: shifted(now, 5) }),
  },
  {
    name: 'swapped times',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      createdTime: ticket.resolutionTime,
      resolutionTime: ticket.createdTime,
    }),
  },
  {
    name: 'answer a little before creation',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      createdTime: '2025-03-11T10:05:00',
      firstResponseTime: '2025-03-11T10:00:00',
    }),
  },
  {
    name: 'answer before creation by more than the skew',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      createdTime: '2025-03-11T10:05:00',
      firstResponseTime: '2025-03-11T09:59:59.999',
    }),
  },
  { name: 'missing client', collection: 'tickets', change: set({ client: null }) },
  { name: 'missing technician', collection: 'tickets', change: set({ technician: null }) },
  { name: 'blank status', collection: 'tickets', change: set({ status: '  ' }) },
  { name: 'no status', collection: 'tickets', change: set({ status: null }) },
  { name: 'unknown status', collection: 'tickets', change: set({ status: 'Parked somewhere' }) },
  {
    name: 'status of the prototype',
    collection: 'tickets',
    change: set({ status: '__proto__', priority: 'constructor' }),
  },
  {
    name: 'status of the wrong type',
    collection: 'tickets',
    change: set({ status: 42, priority: {}, requestType: [] }),
  },
  { name: 'id beyond 2^53', collection: 'tickets', change: set({ ticketId: 2 ** 53 }) },
  {
    name: 'client id beyond 2^53',
    collection: 'tickets',
    change: set({ client: { accountId: 2 ** 60, name: 'X' } }),
  },
  {
    name: 'safe number as id',
    collection: 'tickets',
    change: set({ client: { accountId: 9_007_199_254_740_991 } }),
  },
  {
    name: 'reference to nothing',
    collection: 'tickets',
    change: set({
      client: { accountId: '404' },
      site: { id: '404' },
      technician: { userId: '404' },
      sla: { id: '404' },
    }),
  },
  {
    name: 'reference of the wrong type',
    collection: 'tickets',
    change: set({ client: 'Acme', site: 7, technician: [] }),
  },
  {
    name: 'flags against timestamps',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      firstResponseViolated: ticket.firstResponseViolated !== true,
      resolutionViolated: ticket.resolutionViolated !== true,
    }),
  },
  {
    name: 'flags of the wrong type',
    collection: 'tickets',
    change: set({ firstResponseViolated: 'true', resolutionViolated: 0 }),
  },
  {
    name: 'no due times',
    collection: 'tickets',
    change: set({ firstResponseDueTime: null, resolutionDueTime: null }),
  },
  {
    name: 'due before creation',
    collection: 'tickets',
    change: set({
      createdTime: '2025-03-20T12:00:00',
      firstResponseDueTime: '2025-03-20T11:00:00',
      resolutionDueTime: '2025-03-20T12:00:00',
    }),
  },
  {
    name: 'done when due',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      firstResponseDueTime: ticket.firstResponseTime,
      resolutionDueTime: ticket.resolutionTime,
      firstResponseViolated: null,
      resolutionViolated: null,
    }),
  },
  {
    name: 'duplicate id',
    collection: 'tickets',
    change: (ticket) => [ticket, { ...ticket, priority: 'High', status: 'Open', client: null }],
  },
  { name: 'huge number', collection: 'tickets', change: set({ worklogTimespent: '999999999999.999999' }) },
  { name: 'decimal with comma', collection: 'tickets', change: set({ worklogTimespent: '12,50' }) },
  { name: 'negative time spent', collection: 'tickets', change: set({ worklogTimespent: '-15.00' }) },
  { name: '__proto__ key', collection: 'tickets', change: withProtoKey },
  {
    name: 'offset times',
    collection: 'tickets',
    change: set({ createdTime: '2025-03-30T02:30:00+05:30', firstResponseTime: '2025-03-29T22:00:00-08:00' }),
  },
  {
    name: 'minutes-only times',
    collection: 'tickets',
    change: (ticket) => ({
      ...ticket,
      createdTime: '2025-03-03T09:15',
      updatedTime: text(ticket.updatedTime).slice(0, 16),
    }),
  },
  {
    name: 'nine digits of a second',
    collection: 'tickets',
    change: set({ createdTime: '2025-02-11T10:00:00.123999999', firstResponseTime: '2025-02-11T10:00:00.1' }),
  },
  {
    name: 'inside a spring gap',
    collection: 'tickets',
    change: set({ createdTime: '2025-03-30T02:30:00', firstResponseTime: '2025-03-30T03:15:00' }),
  },
  {
    name: 'twice in autumn',
    collection: 'tickets',
    change: set({
      createdTime: '2025-04-06T01:45:00',
      firstResponseTime: '2025-04-06T02:30:00',
      updatedTime: null,
    }),
  },
  {
    name: 'time as a number',
    collection: 'tickets',
    change: set({ createdTime: 1_741_600_000_000, updatedTime: {} }),
  },
  {
    name: 'no times',
    collection: 'tickets',
    change: set({ createdTime: null, updatedTime: '', resolutionTime: null }),
  },
  {
    name: 'three quarters of the time used',
    collection: 'tickets',
    change: (ticket, now) => ({
      ...ticket,
      status: 'Open',
      createdTime: `${shifted(now, -75)}Z`,
      firstResponseTime: null,
      firstResponseDueTime: `${shifted(now, 0)}Z`,
      resolutionTime: null,
      resolutionDueTime: `${shifted(now, 25)}Z`,
      firstResponseViolated: null,
      resolutionViolated: null,
    }),
  },
  {
    name: 'a week old to the minute',
    collection: 'tickets',
    change: (ticket, now) => ({
      ...ticket,
      status: 'New',
      priority: 'Low',
      createdTime: `${shifted(now, -10_080)}Z`,
      updatedTime: null,
      firstResponseTime: null,
    }),
  },
]
