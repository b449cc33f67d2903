import type { CustomField, Field, Option } from '../../entities/generated/types.js'
import type { Build } from './build.js'
import { themes } from './subjects.js'

const statuses = [
  ['New', 'Not looked at yet'],
  ['Open', 'Denotes the ticket is assigned to a technician'],
  ['In Progress', 'Somebody works on it'],
  ['On Hold', 'Paused by the service desk'],
  ['Waiting on Customer', 'The requester has to answer'],
  ['Waiting on third party', 'A vendor has to answer'],
  ['Reopened', 'The requester came back'],
  ['Resolved', 'Fixed, the requester may come back'],
  ['Closed', 'Done'],
] as const

/** Statuses that end a ticket. */
export const closingStatuses: readonly string[] = ['Resolved', 'Closed']
/** Statuses under which the SLA clock stands still. */
export const waitingStatuses: readonly string[] = ['On Hold', 'Waiting on Customer', 'Waiting on third party']

export const priorities = ['Critical', 'High', 'Medium', 'Low', 'Very Low'] as const
export type PriorityName = (typeof priorities)[number]
const colours = ['#EE4338', '#F5A623', '#F8E71C', '#7ED321', '#9B9B9B'] as const
export const levels = ['High', 'Medium', 'Low'] as const
export const resolutionCodes = ['Permanent Fix', 'Workaround', 'Duplicate', 'No Fault Found'] as const
export const requestTypes = ['Incident', 'Service Request'] as const
export const slaNames = ['Standard SLA', 'Premium SLA', 'VIP SLA'] as const

/** Pairs of parent and child names, each once, in the order of their first use. */
function children(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const [parent, child] of pairs) {
    const list = map.get(parent) ?? []
    if (!list.includes(child)) list.push(child)
    map.set(parent, list)
  }
  return map
}

const workStatuses = [
  ['Planned', 'PLANNED'],
  ['In Progress', 'PROGRESS'],
  ['Blocked', 'BLOCKED'],
  ['Completed', 'COMPLETED'],
  ['Cancelled', 'CANCELLED'],
] as const

/** Option lists, fields and custom fields: what an administrator has set up. */
export function addSettings({ tables, random }: Build): void {
  const id = random.id
  for (const [name, description] of statuses) tables.Status.add({ id: id(), name, description })
  for (const [at, name] of priorities.entries())
    tables.Priority.add({ id: id(), name, colorCode: colours[at] ?? null })
  for (const name of levels) {
    tables.Impact.add({ id: id(), name })
    tables.Urgency.add({ id: id(), name })
  }
  for (const name of resolutionCodes) tables.ResolutionCode.add({ id: id(), name, description: null })
  for (const name of slaNames) tables.SLA.add({ id: id(), name })
  for (const [name, state] of workStatuses) tables.WorkStatus.add({ statusId: id(), name, state })
  for (const [name, list] of children(themes.map((theme) => [theme.category, theme.subcategory]))) {
    tables.Category.add({ id: id(), name, subCategories: list.map((child) => ({ id: id(), name: child })) })
  }
  for (const [name, list] of children(themes.map((theme) => [theme.cause, theme.subcause]))) {
    tables.Cause.add({
      id: id(),
      name,
      subCauses: list.map((child) => ({ id: id(), name: child, description: null })),
    })
  }
  addFields({ tables, random })
}

type Choices = readonly (readonly [value: string, parent?: Option])[]

function addFields({ tables, random }: Pick<Build, 'tables' | 'random'>): void {
  const options = (choices: Choices): Option[] =>
    choices.map(([value, parent], at) => ({
      id: random.id(),
      value,
      description: null,
      order: at + 1,
      parentOption: parent === undefined ? null : { id: parent.id, value: parent.value },
    }))

  function add(
    columnName: string,
    label: string,
    choices: Option[] | null,
    parent: Field | null,
    onClosure = columnName === 'priority',
  ): Field {
    return tables.Field.add({
      id: random.id(),
      module: 'TICKET',
      columnName,
      label,
      description: null,
      fieldType: choices === null ? 'TEXT' : 'SELECT',
      options: choices,
      showToRequester: true,
      fieldCategory: 'DEFAULT',
      mandatoryOnCreate: ['subject', 'requestType'].includes(columnName),
      mandatoryOnClosure: onClosure,
      parentField: parent && { id: parent.id, columnName: parent.columnName, label: parent.label },
    })
  }
  const plain = (values: readonly string[]) => options(values.map((value) => [value]))
  const dependent = (parents: readonly Option[], children: (name: string) => readonly string[]) =>
    options(
      parents.flatMap((parent) => children(parent.value ?? '').map((value) => [value, parent] as const)),
    )

  add('subject', 'Subject', null, null)
  add('requestType', 'Request type', plain(requestTypes), null)
  add('status', 'Status', plain(statuses.map(([name]) => name)), null)
  add('priority', 'Priority', plain(priorities), null)
  add('impact', 'Impact', plain(levels), null)
  add('urgency', 'Urgency', plain(levels), null)
  const category = add('category', 'Category', plain(tables.Category.rows.map((row) => row.name)), null)
  const subCategories = (name: string) =>
    tables.Category.rows.find((row) => row.name === name)?.subCategories?.flatMap((row) => row?.name ?? []) ??
    []
  add('subcategory', 'Subcategory', dependent(optionsOf(category), subCategories), category)
  const cause = add('cause', 'Cause', plain(tables.Cause.rows.map((row) => row.name)), null)
  const subCauses = (name: string) =>
    tables.Cause.rows.find((row) => row.name === name)?.subCauses?.flatMap((row) => row?.name ?? []) ?? []
  add('subcause', 'Subcause', dependent(optionsOf(cause), subCauses), cause)
  add('resolutionCode', 'Resolution code', plain(resolutionCodes), null)
  addCustomFields({ tables, random }, plain)
}

const optionsOf = (field: Field): readonly Option[] => (field.options ?? []).flatMap((option) => option ?? [])

/** Column name, label, kind, choices; the suffix of a column tells its kind. */
const customColumns: Record<
  'TICKET' | 'COMPANY' | 'COMPANY_USER' | 'ASSET',
  readonly (readonly [string, string, string, ...string[]])[]
> = {
  TICKET: [
    ['udf1text', 'Vendor case', 'TEXT'],
    ['udf2date', 'Agreed on', 'DATE'],
    ['udf3dt', 'Call back at', 'DATETIME'],
    ['udf5mselect', 'Affected services', 'MULTI_SELECT', 'Mail', 'Files', 'Phones', 'ERP'],
  ],
  COMPANY: [
    ['udf1text', 'Customer number', 'TEXT'],
    ['udf2date', 'Customer since', 'DATE'],
  ],
  COMPANY_USER: [['udf1text', 'Department', 'TEXT']],
  ASSET: [
    ['udf1text', 'Inventory tag', 'TEXT'],
    ['udf4para', 'Remarks', 'PARAGRAPH'],
  ],
}

function addCustomFields(
  { tables, random }: Pick<Build, 'tables' | 'random'>,
  plain: (values: readonly string[]) => Option[],
): void {
  const listed = {
    TICKET: tables.TicketCustomField,
    COMPANY: tables.ClientCustomField,
    ASSET: tables.AssetCustomField,
  }
  for (const [module, columns] of Object.entries(customColumns)) {
    for (const [columnName, label, fieldType, ...values] of columns) {
      const field: CustomField = {
        id: random.id(),
        columnName,
        label,
        description: null,
        fieldType,
        showToClient: false,
      }
      if (module in listed) listed[module as keyof typeof listed].add(field)
      tables.Field.add({
        id: field.id,
        module,
        columnName,
        label,
        description: null,
        fieldType,
        options: values.length > 0 ? plain(values) : null,
        showToRequester: false,
        fieldCategory: 'CUSTOM',
        mandatoryOnCreate: false,
        mandatoryOnClosure: false,
        parentField: null,
      })
    }
  }
}
