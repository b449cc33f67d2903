import { formatInstant, parseInstant } from '../values/instant.js'
import { type FieldFacts, type OperationFacts, schemaModel } from './schema-model.js'
import { type MockWorld, worldTables } from './world-view.js'

type Row = Record<string, unknown>

/** Records that fit together: a client, its site, its user, a technician of a group. */
interface Cast {
  readonly operation: OperationFacts
  readonly world: MockWorld
  readonly byType: Readonly<Record<string, Row | undefined>>
}

function castOf(operation: OperationFacts, world: MockWorld): Cast {
  const destroys = /^(delete|softDelete|hardDelete)/.test(operation.name)
  // What is destroyed comes from the end, so that samples of other operations stay valid.
  const one = (rows: readonly object[]): Row | undefined =>
    (destroys ? rows.at(-1) : rows[0]) as Row | undefined
  const byType: Record<string, Row | undefined> = {}
  for (const [name, type] of Object.entries(worldTables))
    byType[type] = one(world[name as keyof typeof worldTables])
  const groupIds = world.technicians[0]?.groups?.map((group) => group?.groupId) ?? []
  byType.TechnicianGroup = one(world.technicianGroups.filter(({ groupId }) => groupIds.includes(groupId)))
  byType.Site = one(world.sites)
  byType.User = one(world.users ?? [])
  byType.Department = one(world.departments ?? [])
  byType.ServiceOffering = one(world.serviceOfferings ?? [])
  const { sites, clientUserAssociations, kbItems, clientCustomFields, ticketCustomFields } = world
  const accountId = byType.Client?.accountId
  byType.ClientSite = one(sites.filter((site) => site.client.accountId === accountId)) ?? one(sites)
  if (operation.name === 'deleteClientSites')
    byType.ClientSite = one(sites.filter((site) => site.hq !== true))
  const links = clientUserAssociations.filter((link) => link.client.accountId === accountId)
  byType.ClientUser = one(links.map((link) => link.user)) ?? one(world.clientUsers)
  const wanted = /KbCollection/.test(operation.name) ? 'KB_COLLECTION' : 'KB_ARTICLE'
  byType.KbItem = one(kbItems.filter((item) => item.itemType === wanted))
  if (operation.name === 'getClientCustomField') byType.Field = rowOf(clientCustomFields[0])
  if (operation.name === 'getTicketCustomField') byType.Field = rowOf(ticketCustomFields[0])
  if (operation.name === 'getAlertsForAsset')
    byType.Asset = rowOf(world.alerts.find((alert) => alert.asset !== null)?.asset)
  if (operation.name === 'getTicketNoteList') {
    byType.Ticket =
      rowOf(world.tickets.find((ticket) => world.notesOf(ticket.ticketId).length > 0)) ?? byType.Ticket
  }
  return { operation, world, byType }
}

const rowOf = (record: object | null | undefined) => (record ?? undefined) as Row | undefined

/** Inputs typed as plain ID, by the name of their field. */
function plainId(name: string, { operation, world, byType }: Cast): unknown {
  if (name === 'userId')
    return (
      /^(get|delete)(Client)?User$/.test(operation.name)
        ? (byType.User ?? byType.ClientUser)
        : byType.Technician
    )?.userId
  if (name === 'itemId')
    return operation.name === 'deleteWorklog' ? world.worklogs.at(-1)?.itemId : byType.ServiceOffering?.itemId
  if (name === 'workId') return byType.Ticket?.ticketId
  if (/UserIds$/.test(name)) return byType.Technician?.userId
  return '1'
}

function idFor(field: FieldFacts, owner: string, cast: Cast): unknown {
  const { model } = cast.operation
  if (field.type === 'ID') return plainId(field.name, cast)
  if (field.type === 'AddressId') return (cast.byType.Site?.address as Row | undefined)?.addressId
  if (field.type === 'UserAssociationId')
    return (cast.byType.User?.associations as readonly Row[] | undefined)?.[0]?.associationId
  if (field.type === 'ContractId')
    return (cast.byType.ClientContract?.contract as Row | undefined)?.contractId
  if (owner === 'parent') return cast.world.kbItems.find((item) => item.itemType === 'KB_COLLECTION')?.itemId
  // A bundle cannot hold itself.
  if (owner === 'addBundledItems') return cast.world.serviceCatalogItems[1]?.itemId
  const type = model.ownerOf(field.type) ?? ''
  return cast.byType[type]?.[model.key(type)?.name ?? '']
}

/** Texts with a meaning; the others are made up. */
function textFor(field: FieldFacts, inputType: string, { world, byType }: Cast): unknown {
  const { name } = field
  const { now } = world
  const first = (rows: readonly { readonly name: string | null }[], at = 0) => rows[at]?.name
  const texts: Readonly<Record<string, unknown>> = {
    category: first(world.categories),
    subcategory: world.categories[0]?.subCategories?.[0]?.name,
    cause: first(world.causes),
    subcause: world.causes[0]?.subCauses?.[0]?.name,
    columnName: byType.Field?.columnName,
    countryCode: 'US',
    emailDomains: 'sample.example',
    email: `sample${(world.users ?? world.clientUsers).length}.${world.technicians.length}@example.com`,
    end: '17:00',
    fileSize: '1024',
    impact: first(world.impacts),
    module: byType.Field?.module,
    // Names that have to be unique: every write moves the present on.
    name: `Sample name ${parseInstant(now) % 1_000_000}`,
    priority: first(world.priorities),
    requestType: 'Incident',
    resolutionCode: first(world.resolutionCodes),
    severity: 'High',
    stage: 'Active',
    start: '09:00',
    stateCode: 'TX',
    status: /Client/.test(inputType)
      ? 'Paid'
      : /Task/.test(inputType)
        ? first(world.workStatuses)
        : first(world.statuses, 1),
    timezoneCode: 'America/Chicago',
    type: 'WINDOWS',
    urgency: first(world.urgencies),
  }
  return texts[name] ?? `Sample ${name}`
}

const isLeftOut = (field: FieldFacts): boolean =>
  /^deleted?($|[A-Z])/.test(field.name) ||
  ['condition', 'sort', 'updated', 'changeId', 'custom'].includes(field.name)

function objectFor(type: string, owner: string, cast: Cast): Row {
  const fields = cast.operation.model.fields(type).filter((field) => field.required || !isLeftOut(field))
  return Object.fromEntries(fields.map((field) => [field.name, valueFor(field, type, owner, cast)]))
}

function oneFor(field: FieldFacts, inputType: string, owner: string, cast: Cast): unknown {
  const { model } = cast.operation
  if (model.isInput(field.type)) return objectFor(field.type, field.name, cast)
  if (field.isId) return idFor(field, owner, cast)
  const [choice] = model.enumValues(field.type)
  if (choice !== undefined) return choice
  const now = formatInstant(parseInstant(cast.world.now))
  switch (field.kind) {
    case 'number':
      return field.type === 'Int' ? (field.name === 'pageSize' ? 10 : 1) : '1.50'
    case 'boolean':
      return true
    case 'date':
      return now.slice(0, field.type === 'Day' ? 10 : 19)
    case 'map':
      return { udf1text: 'sample' }
    case 'json':
      return {}
    default:
      return textFor(field, inputType, cast)
  }
}

function valueFor(field: FieldFacts, inputType: string, owner: string, cast: Cast): unknown {
  const value = oneFor(field, inputType, owner, cast)
  return field.list ? [value] : value
}

/** Plain arguments, which have no field name to go by. */
const plainArguments: Readonly<Record<string, unknown>> = {
  getAllFields: 'TICKET',
  getAssetCustomFields: ['Windows'],
}

/**
 * Valid variables for an operation: existing ids that belong together, every optional field filled in.
 *
 * @example
 * sampleVariables('getTicket', tenant.world)
 * // => { input: { ticketId: '4100317185490454501' } }
 */
export function sampleVariables(operationName: string, world: MockWorld): Record<string, unknown> {
  const operation = schemaModel(world.product).operations.get(operationName)
  if (operation === undefined)
    throw new TypeError(`sampleVariables: ${operationName} is no operation of the schema.`)
  const { argument } = operation
  if (argument === undefined) return {}
  const plain = plainArguments[operationName]
  if (plain !== undefined) return { [argument.name]: plain }
  return { [argument.name]: valueFor(argument, '', '', castOf(operation, world)) }
}
