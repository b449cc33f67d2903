import type { Product } from '../../client/surface.js'
import type { AssetActivityData, ClientSite, Ticket } from '../../entities/generated/types.js'
import { createAgenda } from './agenda.js'
import { addAlerts } from './alerts.js'
import { addAssets } from './assets.js'
import type { Build, WorldOptions } from './build.js'
import type { OpeningHours } from './calendar.js'
import { addCatalog } from './catalog.js'
import { addClients } from './clients.js'
import { addContracts } from './contracts.js'
import { addInvoices } from './invoices.js'
import { dress, settleIt } from './it-tenant.js'
import { addKnowledge } from './knowledge.js'
import { type Changes, createLedger } from './ledger.js'
import { createRandom } from './random.js'
import { createReferences } from './references.js'
import { openingHoursOf } from './service-levels.js'
import { addSettings } from './settings.js'
import { createTables, type TableName } from './tables.js'
import { addTasks } from './tasks.js'
import { addTechnicians } from './technicians.js'
import { addTickets } from './tickets.js'
import { setVerdicts, watchClocks } from './verdicts.js'
import { wireDay } from './wire-time.js'

/** A whole tenant as the resolvers see it. Records change in place. */
export interface WorldState extends Omit<Build, 'now'> {
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
  /** Judges a ticket by its times, now and whenever a clock of it runs out; for writes to these times. */
  judge(ticket: Ticket): void
  /** Lets so many milliseconds pass, with all that happens in them. */
  pass(ms: number): Changes
}

/** What the world of a product has beside, or lacks of, what all are made of. */
const surfaces: Readonly<
  Record<
    Product,
    {
      readonly hasContracts: boolean
      dress?(name: TableName, row: object, build: Build): void
      settle?(build: Build): void
    }
  >
> = {
  msp: { hasContracts: true },
  it: { hasContracts: false, dress, settle: settleIt },
}

/** Builds the tenant of a seed: same options, same records, in every time zone. */
export function createWorld(options: WorldOptions): WorldState {
  const ledger = createLedger()
  const surface = surfaces[options.product]
  let now = options.now
  let version = 0
  const hours = new Map<ClientSite, OpeningHours>()
  const build: Build = {
    random: createRandom(options.seed),
    options,
    get now() {
      return now
    },
    tables: createTables(options.product, {
      created: (name, row) => {
        surface.dress?.(name as TableName, row, build)
        ledger.created(name, row)
      },
      deleted: ledger.deleted,
    }),
    references: createReferences(options.product),
    trash: { Ticket: new Map(), Client: new Map(), ClientUser: new Map(), Technician: new Map() },
    conversations: new Map(),
    notes: new Map(),
    agenda: createAgenda(),
    ledger,
    watch: new WeakMap(),
    hoursOf: (site) => {
      let own = hours.get(site)
      if (own === undefined) {
        own = openingHoursOf(site)
        hours.set(site, own)
      }
      return own
    },
    scaled: (base, exponent) => Math.round(base * (options.tickets / 500) ** exponent),
    ticketNumber: ticketCounter(options.displayIds),
  }
  addSettings(build)
  addCatalog(build)
  addTechnicians(build)
  addClients(build)
  addAssets(build)
  addAlerts(build)
  if (surface.hasContracts) {
    addContracts(build)
    addInvoices(build)
  }
  const typeByDocument = addKnowledge(build)
  addTickets(build)
  addTasks(build)
  surface.settle?.(build)

  function pass(ms: number): Changes {
    const until = now + ms
    ledger.open()
    for (let entry = build.agenda.next(until); entry !== undefined; entry = build.agenda.next(until)) {
      // A write may have moved time beyond what was planned.
      now = Math.max(now, entry.at)
      entry.run()
    }
    now = until
    version += 1
    return ledger.close()
  }

  return {
    ...build,
    scriptRuns: new Map(),
    typeByDocument,
    now: () => now,
    version: () => version,
    touch: () => {
      version += 1
      now += 1
      return now
    },
    judge: (ticket) => {
      setVerdicts(ticket, now)
      watchClocks(ticket, build)
    },
    pass,
  }
}

function ticketCounter(format: WorldOptions['displayIds']): (ms: number) => number {
  let day = ''
  let count = -1
  return (ms) => {
    const today = wireDay(ms)
    if (format !== 'integer' && today !== day) count = 0
    day = today
    count += 1
    return count
  }
}
