import { createZone } from '../../../values/zone.js'
import type { Scene } from '../../scene.js'
import { isRow } from '../write-record.js'
import { customFields } from './custom-fields.js'
import {
  after,
  doesNotFit,
  idOf,
  inOrder,
  keeps,
  needs,
  oneOf,
  type Rule,
  siteOfClient,
  unique,
  unknownValue,
} from './rule.js'
import { createTicketRules, updateTicketRules } from './ticket-rules.js'

/** Trashed names stay taken: their owners may come back. */
const clientName = unique('name', ({ world }) => [
  ...world.tables.Client.rows,
  ...world.trash.Client.values(),
])
const mailAddress = unique('email', ({ world }) => [
  ...world.tables.Technician.rows,
  ...world.tables.ClientUser.rows,
])
const ownName = (type: 'Category' | 'Cause' | 'ServiceCatalogItem' | 'Status') =>
  unique('name', ({ world }) => world.tables[type].rows)

const stagesOf = ({ world }: Scene) => world.tables.ClientStage.rows
const stage = oneOf('stage', (scene) => stagesOf(scene).map(({ name }) => name))

/** A status is one of its stage; without a stage of its own a new client is Active. */
const statusOfStage: Rule = (writing) => {
  const { input, scene } = writing
  if (typeof input.status !== 'string') return []
  const name = after(writing, 'stage') ?? 'Active'
  const owner = stagesOf(scene).find((row) => row.name === name)
  if (owner === undefined || owner.statuses?.some((row) => row?.name === input.status) === true) return []
  const isKnown = stagesOf(scene).some((row) => row.statuses?.some((status) => status?.name === input.status))
  return isKnown ? doesNotFit('status') : unknownValue('status')
}

const timeZone: Rule = ({ input: { timezoneCode } }) => {
  if (typeof timezoneCode !== 'string') return []
  try {
    createZone(timezoneCode)
    return []
  } catch {
    return unknownValue('timezoneCode')
  }
}

const businessHours: Rule = ({ input: { businessHour } }) =>
  Array.isArray(businessHour) &&
  businessHour.some((entry: unknown) => isRow(entry) && String(entry.end) <= String(entry.start))
    ? doesNotFit('businessHour')
    : []

const headquartersSite: Rule = ({ input: { hqSite }, ...writing }) =>
  isRow(hqSite) ? site.flatMap((rule) => rule({ ...writing, input: hqSite })) : []

/** Documented: a headquarters cannot be deleted, and every client has exactly one. */
const notTheHeadquarters: Rule = ({ stored }) => (stored?.hq === true ? doesNotFit('hq') : [])
const staysHeadquarters: Rule = ({ input, stored }) =>
  stored?.hq === true && input.hq === false ? doesNotFit('hq') : []

const associations: Rule = ({ input: { addAssociations }, ...writing }) => {
  const list = Array.isArray(addAssociations) ? (addAssociations as readonly unknown[]) : []
  const fits = (entry: unknown) => !isRow(entry) || siteOfClient()({ ...writing, input: entry }).length === 0
  return list.every(fits) ? [] : doesNotFit('addAssociations')
}

const underCollection: Rule = ({ input, scene }) => {
  const parent = scene.world.tables.KbItem.get(idOf(input.parent, 'itemId') ?? '')
  return parent === undefined || parent.itemType === 'KB_COLLECTION' ? [] : doesNotFit('parent')
}

const typeOfDocument: Rule = ({ input, scene }) => {
  const own = scene.world.typeByDocument.get(String(input.itDocId))
  return own === undefined || own === String(input.typeId) ? [] : doesNotFit('typeId')
}

/** Who was deleted before can only be forgotten. */
const notDeletedBefore =
  (kind: 'ClientUser' | 'Technician'): Rule =>
  ({ input, scene }) =>
    input.forget !== true && scene.world.trash[kind].has(String(input.userId))
      ? [{ code: 'entity_does_not_exist' }]
      : []

/** A bundle holds neither itself nor anything that holds it. */
const noCircle: Rule = ({ input: { serviceTypeItem }, stored, scene }) => {
  const { ServiceCatalogItem } = scene.world.tables
  const holdsIt = (itemId: string): boolean => {
    const item = ServiceCatalogItem.get(itemId)
    const inner = item?.serviceTypeItem?.bundledItems ?? []
    return (item as object | undefined) === stored || inner.some((entry) => holdsIt(entry.itemId))
  }
  const given = isRow(serviceTypeItem) ? serviceTypeItem.addBundledItems : undefined
  const ids = Array.isArray(given) ? given.flatMap((entry: unknown) => idOf(entry, 'itemId') ?? []) : []
  return ids.some(holdsIt) ? doesNotFit('addBundledItems') : []
}

/** A void invoice stays void. */
const notVoid: Rule = ({ input, stored }) =>
  stored?.statusEnum === 'VOID' && input.statusEnum != null && input.statusEnum !== 'VOID'
    ? doesNotFit('statusEnum')
    : []

const choicesGiven: Rule = (writing) =>
  ['SELECT', 'MULTI_SELECT', 'RADIO', 'CHECKBOX'].includes(String(writing.input.fieldType))
    ? needs('options')(writing)
    : []

const workStatus = oneOf('status', ({ world }) => world.tables.WorkStatus.rows.map(({ name }) => name))

const client = [clientName, stage, statusOfStage, customFields('COMPANY')]
const site = [timeZone, businessHours]
const user = [mailAddress, customFields('COMPANY_USER')]

/**
 * What each mutation asks of its input beyond the schema, known ids and the form of values.
 *
 * Documented are the unique names and addresses, the headquarters and what tickets need; the rest is a guess.
 */
export const rulesByOperation: Readonly<Record<string, readonly Rule[]>> = {
  createDepartment: [unique('name', ({ world }) => world.tables.Department.rows)],
  createSite: site,
  createUser: user,
  updateSite: site,
  updateUser: user,
  deleteUser: [notDeletedBefore('ClientUser')],
  createCategories: [ownName('Category')],
  createCauses: [ownName('Cause')],
  createClient: client,
  createClientContract: [inOrder('startDate', 'endDate')],
  createClientCustomField: [choicesGiven],
  createClientSite: [needs('client'), ...site],
  createClientUser: [...user, associations],
  createClientUserAssociations: [needs('user'), siteOfClient()],
  createClientV2: [...client, headquartersSite],
  createInvoice: [siteOfClient(), inOrder('invoiceDate', 'dueDate')],
  createItDocumentation: [siteOfClient()],
  createKbArticle: [underCollection],
  createKbCollection: [underCollection],
  createServiceCatalogItem: [ownName('ServiceCatalogItem')],
  createStatus: [ownName('Status')],
  createTask: [workStatus, inOrder('scheduledStartDate', 'dueDate')],
  createTechnician: [mailAddress],
  createTicket: createTicketRules,
  createTicketCustomField: [choicesGiven],
  deleteClientSites: [notTheHeadquarters],
  deleteClientUser: [notDeletedBefore('ClientUser')],
  deleteTechnician: [notDeletedBefore('Technician')],
  updateAsset: [siteOfClient(), customFields('ASSET')],
  updateClient: [keeps('hqSite'), ...client, siteOfClient('hqSite')],
  updateClientContract: [inOrder('startDate', 'endDate')],
  updateClientSite: [...site, staysHeadquarters],
  updateClientUser: [...user, siteOfClient()],
  updateClientUserAssociations: [siteOfClient()],
  updateInvoice: [notVoid, inOrder('invoiceDate', 'dueDate')],
  updateItDocumentation: [typeOfDocument, siteOfClient()],
  updateKbArticle: [underCollection],
  updateServiceCatalogItem: [ownName('ServiceCatalogItem'), noCircle],
  updateTechnician: [mailAddress],
  updateTicket: updateTicketRules,
}
