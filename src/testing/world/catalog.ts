import type { ServiceCatalogItem, ServiceItem, Tax } from '../../entities/generated/types.js'
import type { Build } from './build.js'
import { closest } from './closest.js'

const categories = ['Hardware', 'Labour', 'Licences', 'Managed Services'] as const
const hourly = [
  ['Remote support', '95.00', '142.50'],
  ['On-site support', '120.00', '180.00'],
  ['Project work', '135.00', '202.50'],
] as const
const goods = [
  ['Hard Disk', '125.75'],
  ['Monitor 27"', '289.00'],
  ['Docking station', '179.90'],
] as const
const managed = [
  ['Managed Device', 'Per device management', '38.00', '21.00'],
  ['Managed Server', 'Monitoring, patches, backup', '145.00', '80.00'],
  ['Antivirus', 'Endpoint protection', '4.50', '2.10'],
  ['Microsoft 365 Business', 'Licence per user', '22.00', '18.70'],
] as const

function addTaxes({ tables, random }: Build): void {
  for (const [name, rates] of [
    [
      'Austin Tax',
      [
        ['State', '6.25'],
        ['City', '2.00'],
      ],
    ],
    ['VAT', [['VAT', '20.00']]],
    ['Exempt', [['Zero', '0.00']]],
  ] as const) {
    tables.Tax.add({
      taxId: random.id(),
      name,
      rates: rates.map(([rate, rateValue]) => ({ rateId: random.id(), name: rate, rateValue })),
      totalRate: rates.reduce((sum, [, value]) => sum + Number(value), 0).toFixed(2),
    })
  }
}

const noPrices = {
  useAsWorklogItem: null,
  unitPrice: null,
  businessHoursUnitPrice: null,
  afterHoursUnitPrice: null,
  roundUpValue: null,
  quantity: null,
  amount: null,
  adjustBlockItemAgainstAllItems: null,
  blockItemAdjustedItems: null,
  blockItemUsedIn: null,
}

/** What can be sold: service items, catalog items, taxes, payment terms. */
export function addCatalog(build: Build): void {
  const { tables, random } = build
  addTaxes(build)
  for (const name of ['Bank transfer', 'Credit card', 'Cash'])
    tables.PaymentMethod.add({ paymentMethodId: random.id(), paymentMethodName: name })
  for (const days of [7, 14, 30])
    tables.PaymentTerm.add({
      paymentTermId: random.id(),
      paymentTermName: `Net ${days}`,
      paymentTermValue: days,
    })
  for (const name of categories) tables.ServiceCategory.add({ categoryId: random.id(), name })
  const tax = closest(tables.Tax.rows, 'Austin Tax')
  const category = (name: string) => tables.ServiceCategory.rows.find((row) => row.name === name) ?? null
  const add = (item: Pick<ServiceItem, 'name' | 'quantityType'> & Partial<ServiceItem>) =>
    tables.ServiceItem.add({
      itemId: random.id(),
      description: null,
      category: null,
      salesTaxEnabled: true,
      salesTax: tax,
      ...noPrices,
      ...item,
    })
  const hours = hourly.map(([name, price, after]) =>
    add({
      name,
      quantityType: 'HOURS',
      category: category('Labour'),
      useAsWorklogItem: true,
      businessHoursUnitPrice: price,
      afterHoursUnitPrice: after,
      roundUpValue: 15,
    }),
  )
  for (const [name, price] of goods)
    add({
      name,
      quantityType: 'UNITS',
      category: category('Hardware'),
      useAsWorklogItem: false,
      unitPrice: price,
    })
  add({
    name: 'Support block 10 h',
    quantityType: 'BLOCK_HOURS',
    quantity: '10',
    unitPrice: '900.00',
    blockItemAdjustedItems: hours,
    blockItemUsedIn: 'BUSINESS_HOURS',
    adjustBlockItemAgainstAllItems: false,
  })
  add({
    name: 'Prepaid credit',
    quantityType: 'BLOCK_MONEY',
    amount: '1000.00',
    blockItemUsedIn: 'ALL_HOURS',
    adjustBlockItemAgainstAllItems: true,
  })
  addCatalogItems(build, tax)
}

function addCatalogItems({ tables, random }: Build, tax: Tax): void {
  const price = (value: string, afterHoursValue: string | null = null) => ({
    model: 'PER_UNIT',
    details: [{ value, afterHoursValue }],
  })
  const add = (item: Pick<ServiceCatalogItem, 'name' | 'itemType'> & Partial<ServiceCatalogItem>) =>
    tables.ServiceCatalogItem.add({
      itemId: random.id(),
      description: null,
      category: tables.ServiceCategory.rows.at(-1) ?? null,
      offerAsWorklogItem: false,
      status: 'ACTIVE',
      taxable: true,
      salesTax: tax,
      sellingPrice: null,
      costPrice: null,
      serviceTypeItem: null,
      ...item,
    })
  const service = (offeringType: string) => ({
    itemId: random.id(),
    offeringType,
    bundledItems: null,
    hourlyServiceTypeItem: null,
    redeemableServiceBundle: null,
  })
  for (const [name, description, selling, cost] of managed) {
    add({
      name,
      description,
      itemType: 'SERVICE',
      sellingPrice: price(selling),
      costPrice: price(cost),
      serviceTypeItem: service('QUANTITY'),
    })
  }
  for (const [name, value, after] of hourly) {
    add({
      name,
      itemType: 'SERVICE',
      offerAsWorklogItem: true,
      sellingPrice: price(value, after),
      serviceTypeItem: {
        ...service('HOURS'),
        hourlyServiceTypeItem: {
          itemId: random.id(),
          roundUpValue: 15,
          defaultItem: name === 'Remote support',
        },
      },
    })
  }
  for (const [name, value] of goods) add({ name, itemType: 'PRODUCT', sellingPrice: price(value) })
  add({
    name: 'Support retainer',
    itemType: 'SERVICE',
    sellingPrice: price('900.00'),
    serviceTypeItem: {
      ...service('SERVICE_BUNDLE'),
      bundledItems: tables.ServiceCatalogItem.rows.filter((row) => row.offerAsWorklogItem === true),
      redeemableServiceBundle: {
        itemId: random.id(),
        applicableType: 'ALL_ITEMS',
        applicableHours: 'BUSINESS_HOURS',
        redeemableQuantity: '10.00',
      },
    },
  })
}
