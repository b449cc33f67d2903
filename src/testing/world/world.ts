import type { ObjectTypes } from '../../entities/generated/objects.js'
import type { AssetActivityData } from '../../entities/generated/types.js'
import { formatInstant } from '../../values/instant.js'
import { addAlerts } from './alerts.js'
import { addAssets } from './assets.js'
import type { Build, WorldOptions } from './build.js'
import { addCatalog } from './catalog.js'
import { addClients } from './clients.js'
import { addContracts } from './contracts.js'
import { addInvoices } from './invoices.js'
import { addKnowledge } from './knowledge.js'
import { createRandom, type Random } from './random.js'
import { createReferences, type References } from './references.js'
import { addSettings } from './settings.js'
import { createTables, type Tables } from './tables.js'
import { addTasks } from './tasks.js'
import { addTechnicians } from './technicians.js'
import { addTickets, type TicketDetails } from './tickets.js'

/** Records taken away: tickets and clients can come back, people can be forgotten. */
export type Trash = {
  readonly [Name in 'Ticket' | 'Client' | 'ClientUser' | 'Technician']: Map<string, ObjectTypes[Name]>
}

/** A whole tenant as the resolvers see it. Records change in place. */
export interface WorldState extends TicketDetails {
  readonly options: WorldOptions
  readonly tables: Tables
  readonly references: References
  readonly random: Random
  readonly trash: Trash
  /** Scripts that were run on an asset, latest first, by its id. */
  readonly scriptRuns: Map<string, AssetActivityData[]>
  /** Type of each IT document: the record itself does not tell. */
  readonly typeByDocument: Map<string, string>
  /** The present, epoch milliseconds. */
  now(): number
  /** Counts changes; lists that were sorted at an older count are sorted again. */
  version(): number
  /** Marks a change: time moves on by one millisecond, so that no two changes share an instant. */
  touch(): number
  /** The number that the next ticket of the present day gets. */
  nextTicketNumber(): number
}

/** Builds the tenant of a seed: same options, same records, in every time zone. */
export function createWorld(options: WorldOptions): WorldState {
  const random = createRandom(options.seed)
  const tables = createTables()
  const references = createReferences()
  const build: Build = {
    random,
    options,
    now: options.now,
    tables,
    references,
    scaled: (base, exponent) => Math.round(base * (options.tickets / 500) ** exponent),
  }
  addSettings(build)
  addCatalog(build)
  addTechnicians(build)
  addClients(build)
  addAssets(build)
  addAlerts(build)
  addContracts(build)
  addInvoices(build)
  const typeByDocument = addKnowledge(build)
  const details = addTickets(build)
  addTasks(build)
  let now = options.now
  let version = 0
  let created = 0
  const today = formatInstant(options.now).slice(0, 10)
  const ofToday = tables.Ticket.rows.filter((ticket) => ticket.createdTime?.startsWith(today) === true).length
  return {
    options,
    tables,
    references,
    random,
    trash: { Ticket: new Map(), Client: new Map(), ClientUser: new Map(), Technician: new Map() },
    scriptRuns: new Map(),
    typeByDocument,
    ...details,
    now: () => now,
    version: () => version,
    touch: () => {
      version += 1
      now += 1
      return now
    },
    nextTicketNumber: () => {
      created += 1
      return (options.displayIds === 'integer' ? options.tickets - 1 : ofToday) + created
    },
  }
}
