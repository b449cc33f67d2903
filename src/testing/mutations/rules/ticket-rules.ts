import type { Field } from '../../../entities/generated/types.js'
import type { Scene } from '../../scene.js'
import { closingStatuses } from '../../world/settings.js'
import { isRow } from '../write-record.js'
import { customFields, fieldsOf } from './custom-fields.js'
import {
  after,
  doesNotFit,
  empty,
  idOf,
  inOrder,
  isEmpty,
  keeps,
  type Rule,
  siteOfClient,
  unknownValue,
  type Writing,
} from './rule.js'

const ticketFields = (scene: Scene) => fieldsOf('TICKET', scene)

/** Options are the tenant's own, and a child such as a subcategory is one of its parent's. */
const options: Rule = (writing) =>
  ticketFields(writing.scene).flatMap((field) => {
    const { columnName, parentField, options: choices } = field
    const value = writing.input[columnName]
    if (field.fieldCategory !== 'DEFAULT' || choices === null || typeof value !== 'string') return []
    const chosen = choices.flatMap((option) => (option?.value === value ? [option] : []))
    if (chosen.length === 0) return unknownValue(columnName)
    if (parentField === null) return []
    const parent = after(writing, parentField.columnName)
    return chosen.some((option) => option.parentOption?.value === parent) ? [] : doesNotFit(columnName)
  })

/** What a ticket holds in a field, its own column or a custom one. */
function held({ columnName, fieldCategory }: Field, writing: Writing): unknown {
  if (fieldCategory !== 'CUSTOM') return after(writing, columnName)
  const { input, stored } = writing
  const [given, kept] = [input.customFields, stored?.customFields]
  const column = isRow(given) ? given[columnName] : undefined
  return column === undefined && isRow(kept) ? kept[columnName] : column
}

const missing = (fields: readonly Field[], writing: Writing) =>
  fields.flatMap((field) => (isEmpty(held(field, writing)) ? empty(field.columnName) : []))

const filledOnCreate: Rule = (writing) => {
  const { scene } = writing
  const fields = ticketFields(scene).filter(
    ({ columnName, mandatoryOnCreate }) =>
      mandatoryOnCreate === true && (columnName !== 'requestType' || scene.quirks.requestTypeRequired),
  )
  return missing(fields, writing)
}

const filledOnClosure: Rule = (writing) => {
  const { input, scene } = writing
  if (!scene.quirks.closureFieldsRequired || !closingStatuses.includes(String(input.status))) return []
  const fields = ticketFields(scene).filter(({ mandatoryOnClosure }) => mandatoryOnClosure === true)
  return missing(fields, writing)
}

const technicianInGroup: Rule = (writing) => {
  const { input, scene } = writing
  if (!scene.quirks.technicianInGroup) return []
  if (input.technician === undefined && input.techGroup === undefined) return []
  const groupId = idOf(after(writing, 'techGroup'), 'groupId')
  const { Technician } = scene.world.tables
  const technician = Technician.get(idOf(after(writing, 'technician'), 'userId') ?? '')
  if (groupId === undefined || technician === undefined) return []
  return technician.groups?.some((group) => group?.groupId === groupId) === true
    ? []
    : doesNotFit('technician')
}

const both: readonly Rule[] = [
  options,
  filledOnClosure,
  technicianInGroup,
  siteOfClient(),
  inOrder('createdTime', 'firstResponseTime'),
  inOrder('createdTime', 'resolutionTime'),
  customFields('TICKET'),
]

export const createTicketRules: readonly Rule[] = [filledOnCreate, ...both]
export const updateTicketRules: readonly Rule[] = [keeps('status', 'client'), ...both]
