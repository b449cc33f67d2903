import { DAY_MS } from '../../values/day.js'
import type { AlertFacts } from '../alerts.js'
import { contractQuantity } from '../contract-quantity.js'
import { type ContractFacts, isActive } from '../contracts.js'
import type { InvoiceFacts } from '../invoices.js'
import { isWithin } from '../period.js'
import { monthlyPrice } from '../recurring-revenue.js'
import type { WorklogFacts } from '../worklogs.js'
import { population, type Reasons } from './population.js'

const none = Number.isNaN

const time: Reasons<WorklogFacts> = { noHours: ({ hours }) => hours === null }
const timeInPeriod: Reasons<WorklogFacts> = {
  ...time,
  noBillingDate: ({ at }) => none(at),
  notInPeriod: ({ at }, { period }) => !isWithin(at, period),
}
const billableTime: Reasons<WorklogFacts> = { ...timeInPeriod, notBillable: ({ isBillable }) => !isBillable }
const notInvoiced: Reasons<WorklogFacts> = {
  notBillable: ({ isBillable }) => !isBillable,
  notAwaitingInvoice: ({ status }) => status !== 'PENDING' && status !== 'APPROVED',
}

const billed: Reasons<InvoiceFacts> = { notBilled: ({ isBilled }) => !isBilled }
const dated: Reasons<InvoiceFacts> = { ...billed, noInvoiceDate: ({ day }) => none(day) }
const outstanding: Reasons<InvoiceFacts> = { ...billed, paid: ({ isOutstanding }) => !isOutstanding }

const active: Reasons<ContractFacts> = {
  notInForce: ({ isInForce }) => !isInForce,
  notStarted: ({ startDay }, { today }) => !(startDay <= today),
  ended: (contract, { today }) => !isActive(contract, today),
}
const recurring: Reasons<ContractFacts> = { ...active, notRecurring: ({ isRecurring }) => !isRecurring }

const createdAlert: Reasons<AlertFacts> = {
  noCreationTime: ({ at }) => none(at),
  notInPeriod: ({ at }, { period }) => !isWithin(at, period),
}

/** Populations of records that are no tickets. */
export const recordPopulations = {
  timeOfTicket: population('worklogs', 'entries of time on the ticket', time),
  timeInPeriod: population('worklogs', 'entries of time in the period', timeInPeriod),
  incidentTime: population('worklogs', 'entries of time in the period on incidents', {
    ...timeInPeriod,
    notOnIncident: ({ ticketClass }) => ticketClass !== 'INCIDENT',
  }),
  contractTime: population('worklogs', 'entries of time in the period that a contract covers', {
    ...timeInPeriod,
    notUnderContract: ({ status }) => status !== 'UNDER_CONTRACT',
  }),
  billableTime: population('worklogs', 'billable entries of time in the period', billableTime),
  pricedTime: population('worklogs', 'billable entries of time in the period that have a price', {
    ...billableTime,
    noPrice: ({ unitPrice }) => unitPrice === null,
  }),
  afterHoursTime: population('worklogs', 'entries of time in the period, after hours', {
    ...timeInPeriod,
    notAfterHours: ({ isAfterHours }) => !isAfterHours,
  }),
  unbilledWork: population('worklogs', 'billable entries on no invoice, older than the grace', {
    ...notInvoiced,
    noPrice: ({ unitPrice }) => unitPrice === null,
    noQuantity: ({ quantity }) => quantity === null,
    noBillingDate: ({ at }) => none(at),
    withinGrace: ({ at }, { now, leakageGraceDays }) => at >= now - leakageGraceDays * DAY_MS,
  }),
  unpricedWork: population('worklogs', 'billable entries on no invoice, without price', {
    ...notInvoiced,
    priced: ({ unitPrice }) => unitPrice !== null,
  }),
  scheduledWork: population(
    'technicianWork',
    'entries of time in the period of technicians with a schedule',
    timeInPeriod,
  ),
  invoicesInPeriod: population('invoices', 'invoices of the period: approved, paid or overdue', {
    ...dated,
    notInPeriod: ({ at }, { period }) => !isWithin(at, period),
  }),
  datedInvoices: population('invoices', 'invoices with a date: approved, paid or overdue', dated),
  outstandingInvoices: population('invoices', 'invoices that are not paid', outstanding),
  overdueInvoices: population('invoices', 'invoices that are not paid and overdue', {
    ...outstanding,
    notOverdue: ({ isOverdue, dueDay }, { today }) => !isOverdue && !(dueDay < today),
  }),
  activeContracts: population('contracts', 'active contracts', active),
  endingContracts: population('contracts', 'active contracts that have an end', {
    ...active,
    noEndDate: ({ endDay }) => none(endDay),
  }),
  pricedContracts: population('contracts', 'active recurring contracts that have a monthly price', {
    ...recurring,
    unpriced: (contract, { today }) => monthlyPrice(contract, today) === null,
  }),
  unpricedContracts: population('contracts', 'active recurring contracts without a monthly price', {
    ...recurring,
    priced: (contract, { today }) => monthlyPrice(contract, today) !== null,
  }),
  intervalContracts: population(
    'contracts',
    'active recurring contracts that tell how often they are billed',
    {
      ...recurring,
      noInterval: ({ interval }) => interval === null,
    },
  ),
  quantityContracts: population('contracts', 'active recurring contracts that have a quantity', {
    ...recurring,
    noQuantity: ({ changes }, { today }) => contractQuantity(changes, today) === null,
  }),
  overdrawnContracts: population('contracts', 'active contracts with an overdrawn block', {
    ...active,
    notOverdrawn: ({ overdrawnBlocks }) => overdrawnBlocks === 0,
  }),
  endpoints: population('assets', 'assets that are endpoints', {
    notEndpoint: (asset, { ctx }) => !(ctx.isEndpoint?.(asset) ?? true),
  }),
  alertsInPeriod: population('alerts', 'alerts created in the period', createdAlert),
  criticalAlerts: population('alerts', 'critical alerts created in the period', {
    ...createdAlert,
    notCritical: ({ isCritical }) => !isCritical,
  }),
  endedTasks: population('tasks', 'tasks with a due time that ended in the period', {
    noEndTime: ({ endedAt }) => none(endedAt),
    noDueTime: ({ due }) => none(due),
    notInPeriod: ({ endedAt }, { period }) => !isWithin(endedAt, period),
  }),
  statusChanges: population('statusChanges', 'known status changes of the ticket', {}),
  messages: population('messages', 'messages of the ticket', {}),
  techReplies: population('messages', 'replies of technicians', {
    notTechReply: ({ type }) => type !== 'TECH_REPLY',
  }),
  requesterReplies: population('messages', 'replies of the requester', {
    notRequesterReply: ({ type }) => type !== 'REQ_REPLY',
  }),
  csatAnswers: population('csatAnswers', 'answers 1 to 5', {}),
  npsAnswers: population('npsAnswers', 'answers 0 to 10', {}),
  clients: population('clients', 'clients', {}),
  activeClients: population('clients', 'clients with an active contract', {
    noActiveContract: ({ activeContractCount }) => (activeContractCount ?? 0) === 0,
  }),
  revenueClients: population('clients', 'clients whose recurring revenue is known', {
    noRevenue: ({ monthlyRecurringRevenue }) => monthlyRecurringRevenue === null,
  }),
  costedClients: population('clients', 'clients whose invoices and labour cost are known', {
    noInvoices: ({ invoicedAmount }) => invoicedAmount === null,
    noLaborCost: ({ laborCost }) => laborCost === null,
  }),
  billedClients: population('clients', 'clients whose invoices and hours are known', {
    noInvoices: ({ invoicedAmount }) => invoicedAmount === null,
    noHours: ({ supportHours }) => supportHours === null,
  }),
  scoredClients: population('clients', 'clients that have a health score', {
    noHealthScore: ({ healthScore }) => healthScore === null,
  }),
  atRiskClients: population('clients', 'clients whose health is at risk', {
    notAtRisk: ({ healthBand }) => healthBand !== 'atRisk',
  }),
  earlierClients: population(
    'earlierClients',
    'clients with an active contract of the earlier portfolio',
    {},
  ),
  scheduledTechnicians: population('technicians', 'technicians whose available hours are known', {
    noSchedule: ({ availableHours }) => availableHours === null,
  }),
  availableTechnician: population('technician', 'the technician, available hours known', {
    noSchedule: ({ availableHours }) => availableHours === null,
  }),
  comparableTechnicians: population('technicians', 'technicians of the team with throughput per hour', {
    noThroughput: ({ throughputPerAvailableHour }) => throughputPerAvailableHour === null,
  }),
}
