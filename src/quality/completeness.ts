import { isBlank, isFilled, listOf } from './blank.js'
import type { AssessedEntity } from './data.js'
import type { FactsByEntity, TicketRecordFacts } from './record-facts.js'
import { billableOf } from './references.js'
import { presenceOf, type TicketField } from './ticket-presence.js'

/** 3 required, 2 important, 1 useful. */
type Weight = 1 | 2 | 3

export interface ExpectedField<Entity extends AssessedEntity> {
  readonly name: string
  readonly weight: Weight
  readonly isFilled: (facts: FactsByEntity[Entity]) => boolean
  /** Undefined: always. */
  readonly isExpected: ((facts: FactsByEntity[Entity]) => boolean) | undefined
}

type Facts<Entity extends AssessedEntity> = FactsByEntity[Entity]

/** Fields that are there as such, by weight; `a|b` is either, `a.id` the id of a reference. */
function fields<Entity extends AssessedEntity>(
  weight: Weight,
  names: string,
  isExpected?: (facts: Facts<Entity>) => boolean,
): ExpectedField<Entity>[] {
  return names.split(' ').map((path) => {
    const readers = path.split('|').map(readerOf)
    const [only = readers[0]] = readers
    const isThere =
      readers.length === 1 && only !== undefined
        ? (facts: Facts<Entity>) => isFilled(only(facts.record))
        : (facts: Facts<Entity>) => readers.some((read) => isFilled(read(facts.record)))
    return { name: labelOf(path), weight, isFilled: isThere, isExpected }
  })
}

/** Fields of a ticket, of which one number tells what is there. */
const present = (
  weight: Weight,
  names: readonly TicketField[],
  isExpected?: (facts: TicketRecordFacts) => boolean,
): ExpectedField<'ticket'>[] =>
  names.map((name) => {
    const bit = presenceOf(name)
    return { name, weight, isFilled: ({ presence }) => (presence & bit) !== 0, isExpected }
  })

type Reader = (record: object) => unknown

/** Written out for the depths there are: a loop over the path takes three times as long. */
function readerOf(path: string): Reader {
  const [first = '', second] = path.split('.')
  if (second === undefined) return (record) => (record as Fields)[first]
  return (record) => ((record as Fields)[first] as Fields | null | undefined)?.[second]
}

type Fields = Readonly<Record<string, unknown>>

const ID = /\.(?:\w*Id|id)$/

/** A reference is named by its field. */
const labelOf = (path: string): string =>
  path
    .split('|')
    .map((part) => part.replace(ID, ''))
    .filter((part, at, all) => all.indexOf(part) === at)
    .join('|')

const custom = <Entity extends AssessedEntity>(
  weight: Weight,
  name: string,
  read: (facts: Facts<Entity>) => unknown,
  isExpected?: (facts: Facts<Entity>) => boolean,
): ExpectedField<Entity> => ({ name, weight, isFilled: (facts) => isFilled(read(facts)), isExpected })

export const isTerminal = ({ metrics }: TicketRecordFacts) =>
  metrics.statusClass === 'resolved' || metrics.statusClass === 'closed'
export const hasSla = ({ record }: Facts<'ticket'>) => !isBlank(record.sla?.id)
const isClosedAtTimes = ({ record }: Facts<'clientSite'>) => record.working24x7 === false
const isBillable = ({ record }: Facts<'worklogEntry'>) => record.billable === true
const isPaid = ({ record }: Facts<'invoice'>) => record.statusEnum === 'PAID'
const isTaxable = ({ record }: Facts<'invoiceItem'>) => record.taxable === true
const hasBilling = ({ record }: Facts<'clientContract'>) => !isBlank(billableOf(record))
const isRecurring = ({ record }: Facts<'clientContract'>) => billableOf(record)?.frequencyType === 'RECURRING'
const COMPLETED = /^\s*(?:completed?|done|closed|resolved)\s*$/i
const isCompleted = ({ record }: Facts<'task'>) =>
  typeof record.status === 'string' && COMPLETED.test(record.status)
const ofType =
  (...types: readonly string[]) =>
  ({ record }: Facts<'serviceItem'>) =>
    types.includes(record.quantityType ?? '')

type Expectations = { readonly [Entity in AssessedEntity]: readonly ExpectedField<Entity>[] }

/** What should be there, per entity. */
export const expectedFields: Expectations = Object.freeze({
  ticket: [
    ...present(3, ['ticketId', 'displayId', 'subject', 'client', 'status', 'createdTime']),
    ...present(2, ['priority', 'requester', 'technician|techGroup', 'category', 'sla']),
    ...present(2, ['updatedTime', 'source', 'requestType|ticketType']),
    ...present(1, ['site', 'impact', 'urgency', 'subcategory']),
    ...present(3, ['resolutionTime'], isTerminal),
    ...present(2, ['firstResponseTime'], isTerminal),
    ...present(1, ['resolutionCode', 'cause'], isTerminal),
    ...present(1, ['firstResponseDueTime', 'resolutionDueTime'], hasSla),
  ],
  client: [
    ...fields<'client'>(3, 'accountId name stage'),
    ...fields<'client'>(2, 'status emailDomains primaryContact.userId hqSite.id accountManager.userId'),
    ...fields<'client'>(1, 'secondaryContact.userId technicianGroups'),
  ],
  clientSite: [
    ...fields<'clientSite'>(3, 'id name timezoneCode client.accountId'),
    ...fields<'clientSite'>(2, 'working24x7 countryCode city'),
    ...fields<'clientSite'>(1, 'line1 postalCode stateCode contactNumber hq'),
    ...fields<'clientSite'>(3, 'businessHour', isClosedAtTimes),
    ...fields<'clientSite'>(2, 'holidayList.id', isClosedAtTimes),
  ],
  clientUser: [
    ...fields<'clientUser'>(3, 'userId name email'),
    ...fields<'clientUser'>(2, 'client.accountId site.id role.roleId'),
    ...fields<'clientUser'>(1, 'contactNumber reportingManager.userId'),
  ],
  technician: [
    ...fields<'technician'>(3, 'userId name email role.roleId'),
    ...fields<'technician'>(
      2,
      'groups designation.designationId team.teamId businessFunction.businessFunctionId',
    ),
    ...fields<'technician'>(1, 'contactNumber reportingManager.userId lastName emailSignature'),
  ],
  worklogEntry: [
    ...fields<'worklogEntry'>(
      3,
      'itemId qty billDateTime technician.userId workItem.workId serviceItem.itemId',
    ),
    ...fields<'worklogEntry'>(2, 'billable status afterHours'),
    ...fields<'worklogEntry'>(1, 'notes'),
    ...fields<'worklogEntry'>(3, 'unitPrice', isBillable),
  ],
  ticketConversation: [
    ...fields<'ticketConversation'>(3, 'conversationId time type'),
    ...fields<'ticketConversation'>(2, 'user.userId|user.email content'),
    ...fields<'ticketConversation'>(1, 'toUsers'),
  ],
  invoice: [
    ...fields<'invoice'>(3, 'invoiceId displayId client.accountId invoiceDate statusEnum totalAmount'),
    ...fields<'invoice'>(2, 'dueDate items invoicePaymentTerm.paymentTermId'),
    ...fields<'invoice'>(1, 'site.id notes taxes'),
    ...fields<'invoice'>(3, 'paymentDate', isPaid),
    ...fields<'invoice'>(1, 'paymentMethod.paymentMethodId', isPaid),
  ],
  invoiceItem: [
    ...fields<'invoiceItem'>(3, 'itemId quantity unitPrice amount'),
    ...fields<'invoiceItem'>(2, 'serviceItem.itemId billedDate taxable'),
    ...fields<'invoiceItem'>(1, 'details discountRate'),
    ...fields<'invoiceItem'>(2, 'tax.taxId taxAmount', isTaxable),
  ],
  clientContract: [
    ...fields<'clientContract'>(
      3,
      'contractId client.accountId contract.contractId startDate contractStatus',
    ),
    ...fields<'clientContract'>(2, 'contract.name contract.contractType'),
    ...fields<'clientContract'>(1, 'endDate contract.description'),
    custom<'clientContract'>(
      3,
      'frequencyType',
      ({ record }) => billableOf(record)?.frequencyType,
      hasBilling,
    ),
    custom<'clientContract'>(3, 'sellingPrice', ({ record }) => pricesOf(record), hasBilling),
    custom<'clientContract'>(2, 'changes', ({ record }) => billableOf(record)?.changes, hasBilling),
    custom<'clientContract'>(
      3,
      'recurringContract',
      ({ record }) => billableOf(record)?.recurringContract,
      isRecurring,
    ),
  ],
  asset: [
    ...fields<'asset'>(3, 'assetId name client.accountId status'),
    ...fields<'asset'>(2, 'site.id assetClass.classId platform lastCommunicatedTime serialNumber hostName'),
    ...fields<'asset'>(1, 'requester.userId primaryMac manufacturer model patchStatus agentVersion'),
  ],
  alert: [
    ...fields<'alert'>(3, 'id createdTime status severity'),
    ...fields<'alert'>(2, 'asset.assetId message'),
    custom<'alert'>(1, 'policy', ({ record }) => record.policy?.name),
    ...fields<'alert'>(1, 'description'),
  ],
  task: [
    ...fields<'task'>(3, 'taskId displayId title status'),
    ...fields<'task'>(2, 'technician.userId|techGroup.groupId dueDate workItem.workId'),
    ...fields<'task'>(1, 'estimatedTime scheduledStartDate description'),
    ...fields<'task'>(3, 'actualEndDate', isCompleted),
  ],
  serviceItem: [
    ...fields<'serviceItem'>(3, 'itemId name quantityType'),
    ...fields<'serviceItem'>(2, 'category.categoryId'),
    ...fields<'serviceItem'>(1, 'description'),
    ...fields<'serviceItem'>(2, 'businessHoursUnitPrice', ofType('HOURS')),
    ...fields<'serviceItem'>(1, 'afterHoursUnitPrice', ofType('HOURS')),
    ...fields<'serviceItem'>(2, 'unitPrice', ofType('UNITS')),
    ...fields<'serviceItem'>(2, 'quantity|amount', ofType('BLOCK_HOURS', 'BLOCK_MONEY')),
  ],
})

const pricesOf = (record: Facts<'clientContract'>['record']): unknown[] =>
  listOf(billableOf(record)?.sellingPrice?.details).map(({ value }) => value)
