import type {
  BillableContract,
  Client,
  ClientContract,
  ServiceCatalogItem,
} from '../../entities/generated/types.js'
import { DAY_MS } from '../../values/day.js'
import type { Build } from './build.js'
import { closest } from './closest.js'
import { firstOfMonth } from './months.js'
import { wireDay } from './wire-time.js'

/** One to three contracts for most clients: per device, per user, a retainer, or time and material only. */
export function addContracts(build: Build): void {
  const { tables, random } = build
  for (const client of tables.Client.rows) {
    if (client.stage !== 'Active') continue
    const items = ['Managed Device', 'Antivirus', 'Support retainer'].filter((_, at) =>
      random.chance([0.85, 0.25, 0.15][at] ?? 0),
    )
    for (const name of items) addContract(build, client, closest(tables.ServiceCatalogItem.rows, name))
    if (items.length === 0) addContract(build, client, undefined)
  }
}

function addContract(
  { tables, random, references, now }: Build,
  client: Client,
  item: ServiceCatalogItem | undefined,
): void {
  const start = now - random.int(40, 900) * DAY_MS
  const ended = random.chance(0.08)
  const contractId = random.id()
  const draft = random.chance(0.04)
  const contract: ClientContract = {
    contractId: random.id(),
    client: references.to('ClientRef', client),
    contract: {
      contractId,
      name: item?.name ?? 'Time and material',
      description: item?.description ?? null,
      contractType:
        item === undefined ? 'TIME_AND_MATERIAL' : item.name === 'Support retainer' ? 'SERVICE' : 'USAGE',
      billableContract: item === undefined ? null : billable(contractId, item),
    },
    startDate: wireDay(start),
    endDate: ended
      ? wireDay(now - random.int(1, 30) * DAY_MS)
      : random.maybe(0.3, wireDay(now + random.int(30, 600) * DAY_MS)),
    contractStatus: ended ? 'INACTIVE' : draft ? 'DRAFT' : 'ACTIVE',
  }
  tables.ClientContract.add(contract)

  function billable(id: string, charged: ServiceCatalogItem): BillableContract {
    const retainer = charged.name === 'Support retainer'
    return {
      contractId: id,
      chargeItem: references.to('ServiceCatalogItemRef', charged),
      quantityCalculationType: 'FIXED',
      sellingPriceCalculationType: 'FIXED',
      provisionRule: null,
      sellingPriceOverridden: false,
      sellingPrice: charged.sellingPrice,
      discountRate: random.maybe(0.2, '5.00'),
      frequencyType: 'RECURRING',
      includedItems: [],
      billableSiteType: random.chance(0.7) ? 'ALL' : 'HQ',
      sites: [],
      recurringContract: {
        contractId: id,
        recurringMode: 'ARREAR',
        frequencyDurationUnit: 'MONTH',
        frequencyInterval: 1,
        billingOffset: 0,
        nextBillDate: wireDay(firstOfMonth(now, 1)),
      },
      redeemableContract: retainer
        ? {
            contractId: id,
            applicableType: 'ALL_ITEMS',
            applicableHours: 'BUSINESS_HOURS',
            carryForwardRemainingQuantity: false,
          }
        : null,
      perpetualContract: null,
      changes: [
        {
          changeId: random.id(),
          effectiveDate: wireDay(start),
          endDate: null,
          quantity: retainer ? '1' : String(random.int(4, 60)),
          quantityChangeOperation: 'BASELINE',
        },
      ],
      project: null,
      blockItemsInfo: retainer ? [{ blockItemId: charged.itemId, balance: `${random.int(0, 20) / 2}` }] : [],
    }
  }
}
