import { type AlertFacts, alertFacts } from './alerts.js'
import { type ContractFacts, contractFacts } from './contracts.js'
import { groupBy } from './group-by.js'
import { type InvoiceFacts, invoiceFacts } from './invoices.js'
import { recordId } from './record-id.js'
import { type MetricsAlert, type MetricsAsset, recordsOf } from './records.js'
import type { Scope } from './scope.js'
import type { WorklogFacts } from './worklogs.js'

/** Records by client; undefined for a collection that is not known. */
export interface ClientRecords {
  readonly worklogs: ReadonlyMap<string, readonly WorklogFacts[]> | undefined
  readonly invoices: ReadonlyMap<string, readonly InvoiceFacts[]> | undefined
  readonly contracts: ReadonlyMap<string, readonly ContractFacts[]> | undefined
  /** Those that `ctx.isEndpoint` accepts. */
  readonly endpoints: ReadonlyMap<string, readonly MetricsAsset[]> | undefined
  /** Every asset. */
  readonly assets: ReadonlyMap<string, readonly MetricsAsset[]> | undefined
  /** Alerts of a client's assets. */
  readonly alerts: ReadonlyMap<string, readonly AlertFacts[]> | undefined
}

interface OfClient {
  readonly client?: { readonly accountId?: unknown } | null | undefined
}

/** Id of the client that a record names. */
export const clientIdOf = ({ client }: OfClient): string | null => recordId(client?.accountId)

export function clientRecords(scope: Scope): ClientRecords {
  const { settings, lookups } = scope
  const { invoices, contracts, assets } = lookups.data
  const isEndpoint = settings.ctx.isEndpoint ?? (() => true)
  const byClient = <Item extends OfClient>(items: readonly Item[] | undefined) =>
    items && groupBy(recordsOf<Item & object>(items), clientIdOf)
  const assetsByClient = byClient(assets)
  return {
    worklogs: worklogsByClient(scope),
    invoices: mapGroups(byClient(invoices), (invoice) => invoiceFacts(invoice, settings)),
    contracts: mapGroups(byClient(contracts), contractFacts),
    endpoints:
      assetsByClient &&
      new Map([...assetsByClient].map(([id, group]) => [id, group.filter((asset) => isEndpoint(asset))])),
    assets: assetsByClient,
    alerts: alertsByClient(scope),
  }
}

function mapGroups<Item, Facts>(
  groups: ReadonlyMap<string, readonly Item[]> | undefined,
  factsOf: (item: Item) => Facts,
): ReadonlyMap<string, readonly Facts[]> | undefined {
  return groups && new Map([...groups].map(([id, group]) => [id, group.map((item) => factsOf(item))]))
}

/** An entry belongs to the client of its ticket; unknown as long as tickets are. */
function worklogsByClient(scope: Scope): ClientRecords['worklogs'] {
  const worklogs = scope.lookups.data.tickets === undefined ? undefined : scope.worklogs()
  const tickets = scope.ticketById()
  return worklogs && groupBy(worklogs, ({ ticketId }) => tickets.get(ticketId ?? '')?.clientId ?? null)
}

/** Tells the client of an alert's asset, null for none; of assets that share an id the first counts. */
export function alertOwner(assets: readonly MetricsAsset[]): (alert: MetricsAlert) => string | null {
  const owners = new Map<string, string | null>()
  for (const asset of assets) {
    const id = recordId(asset.assetId)
    if (id !== null && !owners.has(id)) owners.set(id, clientIdOf(asset))
  }
  return ({ asset }) => owners.get(recordId(asset?.assetId) ?? '') ?? null
}

/** An alert belongs to the client of its asset; unknown as long as assets are. */
function alertsByClient({ settings, lookups }: Scope): ClientRecords['alerts'] {
  const { alerts, assets } = lookups.data
  if (alerts === undefined || assets === undefined) return undefined
  const byClient = groupBy(recordsOf(alerts), alertOwner(recordsOf(assets)))
  return mapGroups(byClient, (alert) => alertFacts(alert, settings))
}
