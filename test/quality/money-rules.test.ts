import { again, type Change, testRules, unsafe, without } from './outcome.js'
import { world } from './world.js'

const [invoice] = world.invoices
const [item] = invoice?.items ?? []
const items = (...rows: readonly unknown[]) => ({ items: rows })

testRules('invoice', {
  'INV-01': { fail: [{ invoiceId: null }] },
  'INV-02': { fail: [{ displayId: '' }] },
  'INV-03': { fail: [{ client: null }] },
  'INV-04': { fail: [{ invoiceDate: null }] },
  'INV-05': { fail: [{ statusEnum: null }] },
  'INV-06': { fail: [{ totalAmount: null }] },
  'INV-07': {
    fail: [{ dueDate: null }, { dueDate: '', statusEnum: 'APPROVED' }],
    na: [
      { dueDate: null, statusEnum: 'DRAFT' },
      { dueDate: null, statusEnum: 'VOID' },
      { dueDate: null, statusEnum: null },
    ],
  },
  'INV-08': { fail: [{ paymentDate: null }], na: [{ statusEnum: 'APPROVED', paymentDate: null }] },
  'INV-09': {
    fail: ['invoiceDate', 'dueDate', 'paymentDate']
      .map((name) => ({ [name]: '2023-02-29' }))
      .concat([{ invoiceDate: '2024-03-04T00:00:00' }]),
    na: [{ invoiceDate: null, dueDate: null, paymentDate: null }],
  },
  'INV-10': {
    fail: [{ statusEnum: 'Paid' }],
    pass: ['DRAFT', 'APPROVED', 'PAID', 'OVERDUE', 'VOID'].map((statusEnum) => ({ statusEnum })),
    na: [{ statusEnum: null }],
  },
  'INV-11': {
    fail: [
      { totalAmount: '-0.01' },
      { totalAmount: 'x' },
      { discountAmount: 'x' },
      { additionalDiscount: 'x' },
      { additionalDiscountRate: 'x' },
    ],
    pass: [{ totalAmount: '0' }, { discountAmount: '-1' }],
    na: [{ totalAmount: null, discountAmount: null, additionalDiscount: null, additionalDiscountRate: null }],
  },
  'INV-12': {
    fail: [{ invoiceId: unsafe }, { client: { accountId: unsafe } }, { site: { id: unsafe } }],
    na: [{ invoiceId: null, client: null, site: null }],
  },
  'INV-13': {
    fail: [{ dueDate: '2024-03-03' }],
    pass: [{ dueDate: '2024-03-04' }],
    na: [{ dueDate: null }, { invoiceDate: 'x' }],
  },
  'INV-14': {
    fail: [{ paymentDate: '2024-03-03' }],
    pass: [{ paymentDate: '2024-03-04' }],
    na: [{ paymentDate: null }],
  },
  'INV-15': { fail: [{ statusEnum: 'APPROVED' }], na: [{ paymentDate: null }, { statusEnum: null }] },
  'INV-16': {
    fail: [{ statusEnum: 'APPROVED', dueDate: '2024-03-04' }],
    pass: [{ statusEnum: 'OVERDUE', dueDate: '2024-03-04' }],
    na: [
      { statusEnum: 'APPROVED', dueDate: '2024-03-05' },
      { dueDate: '2024-03-04' },
      { statusEnum: 'APPROVED', dueDate: null },
    ],
  },
  'INV-17': {
    fail: [{ statusEnum: 'OVERDUE', dueDate: '2024-03-05' }],
    pass: [{ statusEnum: 'OVERDUE', dueDate: '2024-03-04' }],
    na: [{}, { statusEnum: 'OVERDUE', dueDate: null }],
  },
  'INV-18': {
    fail: [
      { totalAmount: '118.03' },
      { totalAmount: '117.97' },
      { taxes: null, items: [{ ...item, taxAmount: null }] },
      items(),
      (json) => ({
        ...json,
        invoices: [{ ...invoice, items: undefined }],
        invoiceItems: [{ ...item, invoice: { invoiceId: 'i1' }, amount: '90' }],
      }),
    ],
    pass: [
      { totalAmount: '118.02' },
      { totalAmount: '117.98' },
      { taxes: null },
      { additionalDiscount: null, totalAmount: '119.00' },
      items(null, item),
      (json) => ({
        ...json,
        invoices: [{ ...invoice, items: undefined }],
        invoiceItems: [{ ...item, invoice: { invoiceId: 'i1' } }],
      }),
    ],
    na: [
      { items: null },
      { totalAmount: 'x' },
      { additionalDiscount: 'x' },
      items({ ...item, amount: null }),
      { taxes: [{ taxAmount: 'x' }] },
      { taxes: null, items: [{ ...item, taxAmount: 'x' }] },
    ],
  },
  'INV-19': {
    fail: [
      { statusEnum: 'APPROVED', items: [] },
      (json) => ({
        ...json,
        invoices: [{ ...invoice, statusEnum: 'APPROVED', items: null }],
        invoiceItems: [],
      }),
    ],
    pass: [{ statusEnum: 'APPROVED' }],
    na: [{ items: [] }, { statusEnum: 'APPROVED', items: null }],
  },
  'INV-20': { fail: [again('invoices')], na: [{ invoiceId: null }] },
  'INV-21': { fail: [again('invoices', { invoiceId: 'i2' })], na: [{ displayId: null }] },
  'INV-22': { fail: [{ client: { accountId: '99' } }], na: [{ client: null }, without('clients')] },
  'INV-23': {
    fail: [{ site: { id: '99' } }, { client: { accountId: '8' } }],
    na: [{ site: null }, without('sites')],
  },
  'INV-24': {
    fail: [{ invoiceDate: '2024-04-06' }],
    pass: [{ invoiceDate: '2024-04-05' }],
    na: [{ invoiceDate: null }],
  },
  'INV-25': {
    fail: [{ statusEnum: 'DRAFT', invoiceDate: '2024-01-04' }],
    pass: [{ statusEnum: 'DRAFT', invoiceDate: '2024-01-05' }],
    na: [{}, { statusEnum: 'DRAFT', invoiceDate: null }],
  },
})

testRules('invoiceItem', {
  'ITM-01': { fail: [{ itemId: null }] },
  'ITM-02': { fail: [{ quantity: null }] },
  'ITM-03': { fail: [{ unitPrice: '' }] },
  'ITM-04': { fail: [{ amount: null }] },
  'ITM-05': { fail: [{ serviceItem: null, details: ' ' }], pass: [{ serviceItem: null }, { details: null }] },
  'ITM-06': { fail: [{ tax: null }], na: [{ taxable: false, tax: null }, { taxable: null }] },
  'ITM-07': {
    fail: ['quantity', 'unitPrice', 'amount', 'taxAmount', 'totalAmount'].map((name) => ({ [name]: '1,0' })),
    na: [{ quantity: null, unitPrice: null, amount: null, taxAmount: null, totalAmount: null }],
  },
  'ITM-08': {
    fail: [{ discountRate: '-0.1' }, { discountRate: '100.1' }, { discountRate: 'x' }],
    pass: [{ discountRate: '0' }, { discountRate: '100' }],
    na: [{ discountRate: null }],
  },
  'ITM-09': {
    fail: [
      { itemId: unsafe },
      { tax: { taxId: unsafe } },
      { serviceItem: { itemId: unsafe } },
      { invoice: { invoiceId: unsafe } },
    ],
    pass: [{ itemId: null, tax: null, serviceItem: null }],
  },
  'ITM-10': {
    fail: [
      { amount: '100.02' },
      { amount: '99.98' },
      { quantity: '10', unitPrice: '125.75', discountRate: '12.75', amount: '1097.18' },
    ],
    pass: [
      { amount: '100.01' },
      { amount: '99.99' },
      { quantity: '10', unitPrice: '125.75', discountRate: '12.75', amount: '1097.17' },
      { discountRate: null },
      { quantity: '9007199254740993', unitPrice: '1', amount: '9007199254740993' },
    ],
    na: [{ quantity: null }, { unitPrice: 'x' }, { amount: null }, { discountRate: 'x' }],
  },
  'ITM-11': {
    fail: [{ totalAmount: '119.02' }, { totalAmount: '118.98' }],
    pass: [{ totalAmount: '119.01' }, { totalAmount: '118.99' }],
    na: [{ totalAmount: null }, { taxAmount: null }, { amount: null }],
  },
  'ITM-12': {
    fail: [{ taxable: false }],
    pass: [
      { taxable: false, taxAmount: null },
      { taxable: false, taxAmount: '0.00' },
    ],
    na: [{}, { taxable: false, taxAmount: 'x' }],
  },
  'ITM-13': {
    fail: [(json) => ({ ...json, invoices: [{ ...invoice, items: [item, item] }] })],
    na: [{ itemId: null }],
  },
  'ITM-14': {
    fail: [{ serviceItem: { itemId: '99' } }],
    na: [{ serviceItem: null }, without('serviceItems')],
  },
  'ITM-15': {
    fail: [
      { invoice: { invoiceId: '99' } },
      (json) => ({ ...json, invoiceItems: [{ ...item, invoice: { invoiceId: '99' } }] }),
    ],
    na: [
      (json) => ({ ...json, invoiceItems: [item] }),
      (json) => ({ ...json, invoiceItems: [{ ...item, invoice: { invoiceId: 'i1' } }], invoices: undefined }),
    ],
  },
  'ITM-16': {
    fail: [{ billedDate: '2024-03-05' }],
    pass: [{ billedDate: '2024-03-04' }],
    na: [{ billedDate: null }, { invoice: { invoiceId: '99' } }],
  },
})

const [contract] = world.contracts
const billable = contract?.contract.billableContract
const billing = (change: object) => ({
  contract: { ...contract?.contract, billableContract: { ...billable, ...change } },
})
const recurring = (change: object) =>
  billing({ recurringContract: { ...billable?.recurringContract, ...change } })
const change = (quantityChangeOperation: string, effectiveDate: unknown, quantity: unknown) => ({
  quantityChangeOperation,
  effectiveDate,
  quantity,
})
const changes = (...rows: readonly unknown[]) => billing({ changes: rows })
const baseline = change('BASELINE', '2024-01-01', '2')
const second = (more: object): Change => again('contracts', { contractId: 'k2', ...more })
const unbilled = { contract: { contractId: 'k0', name: 'Care' } }

testRules('clientContract', {
  'CTR-01': { fail: [{ contractId: null }] },
  'CTR-02': { fail: [{ client: null }] },
  'CTR-03': { fail: [{ startDate: null }] },
  'CTR-04': { fail: [{ contractStatus: null }] },
  'CTR-05': { fail: [{ contract: null }, { contract: { name: '' } }] },
  'CTR-06': {
    fail: [
      billing({ recurringContract: null }),
      recurring({ frequencyDurationUnit: null }),
      recurring({ frequencyInterval: null }),
    ],
    na: [billing({ frequencyType: 'ONCE', recurringContract: null }), unbilled],
  },
  'CTR-07': {
    fail: [
      billing({ sellingPrice: null }),
      billing({ sellingPrice: { details: [] } }),
      billing({ sellingPrice: { details: [{ value: '' }] } }),
    ],
    na: [unbilled, { contract: null }],
  },
  'CTR-08': {
    fail: [changes(), billing({ changes: null }), changes(change('INCREASE', '2024-01-01', '1'))],
    na: [billing({ quantityCalculationType: 'DYNAMIC', changes: null })],
  },
  'CTR-09': {
    fail: [{ startDate: '2024-02-30' }, { endDate: 'x' }, recurring({ nextBillDate: 'x' })],
    na: [{ ...recurring({ nextBillDate: null }), startDate: null, endDate: null }],
  },
  'CTR-10': {
    fail: [
      { contractStatus: 'X' },
      { contract: { ...contract?.contract, contractType: 'X' } },
      billing({ frequencyType: 'X' }),
      recurring({ frequencyDurationUnit: 'X' }),
      recurring({ recurringMode: 'X' }),
    ],
    pass: [
      ...['DRAFT', 'INACTIVE'].map((contractStatus) => ({ contractStatus })),
      ...['USAGE', 'ONE_TIME', 'TIME_AND_MATERIAL'].map((contractType) => ({ contract: { contractType } })),
      ...['ONCE', 'PERPETUAL'].map((frequencyType) => billing({ frequencyType })),
      ...['DAY', 'WEEK', 'YEAR'].map((frequencyDurationUnit) => recurring({ frequencyDurationUnit })),
      ...['UPFRONT', 'ADVANCE'].map((recurringMode) => recurring({ recurringMode })),
    ],
    na: [{ contractStatus: null, contract: null }],
  },
  'CTR-11': {
    fail: [
      recurring({ frequencyInterval: 0 }),
      recurring({ frequencyInterval: 1.5 }),
      recurring({ frequencyInterval: '1' }),
    ],
    na: [recurring({ frequencyInterval: null })],
  },
  'CTR-12': {
    fail: [
      billing({ sellingPrice: { details: [{ value: '-1' }] } }),
      changes(change('BASELINE', '2024-01-01', '-1')),
      billing({ discountRate: '101' }),
      billing({ discountRate: 'x' }),
    ],
    pass: [billing({ discountRate: '100' }), billing({ sellingPrice: { details: [{ value: '0' }] } })],
    na: [unbilled],
  },
  'CTR-13': {
    fail: [
      { contractId: unsafe },
      { contract: { contractId: unsafe } },
      { client: { accountId: unsafe } },
      billing({ sites: [{ id: unsafe }] }),
      billing({ chargeItem: { itemId: unsafe } }),
    ],
    na: [{ contractId: null, client: null, contract: null }],
  },
  'CTR-14': {
    fail: [{ endDate: '2023-12-31' }],
    pass: [{ endDate: '2024-01-01' }],
    na: [{ endDate: null }, { startDate: null }],
  },
  'CTR-15': {
    fail: [{ startDate: '2024-03-06' }],
    pass: [{ startDate: '2024-03-05' }],
    na: [{ startDate: '2024-03-06', contractStatus: 'DRAFT' }, { startDate: null }],
  },
  'CTR-16': {
    fail: [{ endDate: '2024-03-04' }],
    pass: [{ endDate: '2024-03-05' }, { endDate: null }],
    na: [{ endDate: '2024-03-04', contractStatus: 'INACTIVE' }, { endDate: 'x' }],
  },
  'CTR-17': {
    fail: [changes(baseline, change('DECREASE', '2024-02-01', '2.01'))],
    pass: [
      {},
      changes(change('INCREASE', '2024-02-01', '3'), change('DECREASE', '2024-02-01', '5'), baseline),
      changes(baseline, change('BASELINE', '2024-02-01', '1'), change('DECREASE', '2024-03-01', '1')),
    ],
    na: [
      changes(),
      unbilled,
      changes(change('BASELINE', null, '1')),
      changes(change('BASELINE', '2024-01-01', 'x')),
      changes(baseline, change('HALVE', '2024-02-01', '2')),
    ],
  },
  'CTR-18': {
    fail: [
      changes(baseline, change('BASELINE', '2024-02-01', '1')),
      changes(baseline, change('INCREASE', '2023-12-31', '1')),
    ],
    pass: [
      changes(change('INCREASE', '2024-01-01', '1'), baseline),
      changes(change('INCREASE', '2024-01-01', '1')),
    ],
    na: [changes(), changes(baseline, change('INCREASE', null, '1'))],
  },
  'CTR-19': {
    fail: [billing({ sites: [] }), billing({ sites: null })],
    na: [billing({ billableSiteType: 'ALL', sites: null }), unbilled],
  },
  'CTR-20': { fail: [again('contracts')], na: [{ contractId: null }] },
  'CTR-21': {
    fail: [
      second({}),
      second({ startDate: '2024-12-31', endDate: null }),
      (json) => ({
        ...json,
        contracts: [
          contract,
          { ...contract, startDate: '2024-02-01', endDate: '2024-02-02' },
          { ...contract, startDate: '2024-06-01' },
        ],
      }),
    ],
    pass: [
      {},
      second({ startDate: '2025-01-01', endDate: null }),
      second({ client: { accountId: '8' } }),
      second(billing({ chargeItem: { itemId: 's2' } })),
    ],
    na: [
      { contractStatus: 'DRAFT' },
      { startDate: null },
      { client: null },
      unbilled,
      second({ contractStatus: 'DRAFT' }),
    ],
  },
  'CTR-22': { fail: [{ client: { accountId: '99' } }], na: [{ client: null }, without('clients')] },
  'CTR-23': {
    fail: [
      billing({ chargeItem: { itemId: '99' } }),
      billing({ sites: [{ id: '5' }, { id: '99' }] }),
      { client: { accountId: '8' } },
    ],
    pass: [billing({ sites: null }), billing({ chargeItem: null })],
    na: [unbilled, without('sites', 'serviceItems')],
  },
  'CTR-24': {
    fail: [
      recurring({ nextBillDate: '2024-02-02' }),
      recurring({ nextBillDate: '2024-03-03', frequencyDurationUnit: 'DAY' }),
      recurring({ nextBillDate: '2024-02-26', frequencyDurationUnit: 'WEEK' }),
      recurring({ nextBillDate: '2023-03-03', frequencyDurationUnit: 'YEAR' }),
    ],
    pass: [
      recurring({ nextBillDate: '2024-02-03' }),
      recurring({ nextBillDate: '2024-01-03', frequencyInterval: 2 }),
      recurring({ nextBillDate: '2024-02-27', frequencyDurationUnit: 'WEEK' }),
      recurring({ nextBillDate: '2023-03-05', frequencyDurationUnit: 'YEAR' }),
    ],
    na: [
      { contractStatus: 'DRAFT' },
      recurring({ nextBillDate: null }),
      recurring({ frequencyDurationUnit: 'X' }),
      recurring({ frequencyInterval: 'x' }),
      billing({ frequencyType: 'ONCE' }),
    ],
  },
  'CTR-25': {
    fail: [{ endDate: '2024-04-04' }, { endDate: '2024-03-05' }],
    pass: [{ endDate: '2024-04-05' }],
    na: [{ endDate: '2024-03-04' }, { endDate: null }, { endDate: '2024-04-04', contractStatus: 'DRAFT' }],
  },
})

const block = (quantityType: string, size: object) => ({ quantityType, ...size })

testRules('serviceItem', {
  'SVC-01': { fail: [{ itemId: null }] },
  'SVC-02': { fail: [{ name: '' }] },
  'SVC-03': { fail: [{ quantityType: null }] },
  'SVC-04': { fail: [{ category: null }] },
  'SVC-05': {
    fail: [{ businessHoursUnitPrice: null }],
    na: [{ quantityType: 'UNITS', businessHoursUnitPrice: null }],
  },
  'SVC-06': {
    fail: [{ quantityType: 'UNITS' }],
    pass: [{ quantityType: 'UNITS', unitPrice: '1' }],
    na: [{}],
  },
  'SVC-07': {
    fail: [{ quantityType: 'HOUR' }],
    pass: ['UNITS', 'HOURS', 'BLOCK_HOURS', 'BLOCK_MONEY'].map((quantityType) => ({ quantityType })),
    na: [{ quantityType: null }],
  },
  'SVC-08': {
    fail: ['unitPrice', 'businessHoursUnitPrice', 'afterHoursUnitPrice'].flatMap((name) => [
      { [name]: '-1' },
      { [name]: 'x' },
    ]),
    pass: [{ unitPrice: '0' }],
    na: [{ businessHoursUnitPrice: null, afterHoursUnitPrice: null }],
  },
  'SVC-09': {
    fail: [{ roundUpValue: -1 }, { roundUpValue: 0.5 }, { roundUpValue: '15' }],
    pass: [{ roundUpValue: 0 }],
    na: [{ roundUpValue: null }],
  },
  'SVC-10': {
    fail: [{ itemId: unsafe }, { category: { categoryId: unsafe } }, { salesTax: { taxId: unsafe } }],
    na: [{ itemId: null, category: null, salesTax: null }],
  },
  'SVC-11': {
    fail: [{ afterHoursUnitPrice: '99.99' }],
    pass: [{ afterHoursUnitPrice: '100.00' }],
    na: [{ afterHoursUnitPrice: null }, { businessHoursUnitPrice: null }],
  },
  'SVC-12': {
    fail: [
      block('BLOCK_HOURS', { quantity: '0', amount: '5' }),
      block('BLOCK_HOURS', {}),
      block('BLOCK_MONEY', { amount: '0', quantity: '5' }),
      block('BLOCK_MONEY', { amount: 'x' }),
    ],
    pass: [block('BLOCK_HOURS', { quantity: '1' }), block('BLOCK_MONEY', { amount: '1' })],
    na: [{}],
  },
  'SVC-13': { fail: [again('serviceItems')], na: [{ itemId: null }] },
  'SVC-14': {
    fail: [again('serviceItems', { itemId: 's2', name: 'REMOTE  hour' })],
    pass: [again('serviceItems', { itemId: 's2', name: 'Other' })],
    na: [{ name: null }],
  },
  'SVC-15': {
    fail: [{ salesTax: null }],
    na: [{ salesTaxEnabled: false, salesTax: null }, { salesTaxEnabled: null }],
  },
})

testRules('asset', {
  'AST-01': { fail: [{ assetId: null }] },
  'AST-02': { fail: [{ name: '' }] },
  'AST-03': { fail: [{ client: null }] },
  'AST-04': { fail: [{ status: null }] },
  'AST-05': { fail: [{ lastCommunicatedTime: null }] },
  'AST-06': {
    fail: [{ serialNumber: null, primaryMac: '' }],
    pass: [{ serialNumber: null }, { primaryMac: null }],
  },
  'AST-07': { fail: [{ status: 'Online' }], pass: [{ status: 'OFFLINE' }], na: [{ status: null }] },
  'AST-08': {
    fail: [
      '00:00:00:00:00:00',
      'ff:FF:ff:ff:ff:ff',
      '00:1A:2B:3C:4D',
      '00:1A-2B:3C:4D:5E',
      '00:1A:2B:3C:4D:5G',
      '00:1A:2B:3C:4D:5E:6F',
    ].map((primaryMac) => ({ primaryMac })),
    pass: ['00-1a-2b-3c-4d-5e', '001A2B3C4D5E', '0f:ff:ff:ff:ff:ff'].map((primaryMac) => ({ primaryMac })),
    na: [{ primaryMac: '' }],
  },
  'AST-09': {
    fail: [
      '1.2.3',
      '256.1.1.1',
      '01.2.3.4',
      '1.2.3.4.',
      '1.2.3.4.5',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1::2::3',
      '1:2:3:4:5:6:7::8',
      'g::1',
      '12345::',
      ':1:2:3:4:5:6:7',
      '::1.2.3',
      '1.2.3.4::',
      'x',
    ].flatMap((address) => [{ publicIp: address }, { gateway: address }]),
    pass: [
      '0.0.0.0',
      '255.255.255.255',
      '::',
      '::1',
      'fe80::1%eth0',
      '1:2:3:4:5:6:7:8',
      '1:2:3:4:5:6:7::',
      '::ffff:1.2.3.4',
      '1:2:3:4:5:6:1.2.3.4',
      'ABCD::',
    ].map((publicIp) => ({ publicIp })),
    na: [{ publicIp: null, gateway: '' }],
  },
  'AST-10': {
    fail: [
      { lastCommunicatedTime: 'x' },
      { lastReportedTime: 'x' },
      { purchasedDate: '2024-02-30' },
      { warrantyExpiryDate: 'x' },
    ],
    na: [
      { lastCommunicatedTime: null, lastReportedTime: null, purchasedDate: null, warrantyExpiryDate: null },
    ],
  },
  'AST-11': {
    fail: ['To Be Filled By O.E.M.', 'default string', ' NONE ', '0', 5].map((serialNumber) => ({
      serialNumber,
    })),
    na: [{ serialNumber: null }],
  },
  'AST-12': {
    fail: [
      { assetId: unsafe },
      { client: { accountId: unsafe } },
      { site: { id: unsafe } },
      { requester: { userId: unsafe } },
    ],
    na: [{ assetId: null, client: null, site: null, requester: null }],
  },
  'AST-13': {
    fail: [{ purchasedDate: '2026-01-02' }],
    pass: [{ purchasedDate: '2026-01-01' }],
    na: [{ purchasedDate: null }, { warrantyExpiryDate: null }],
  },
  'AST-14': {
    fail: [{ lastCommunicatedTime: '2024-03-05T09:59:59' }],
    pass: [{ lastCommunicatedTime: '2024-03-05T10:00:00' }],
    na: [{ status: 'OFFLINE' }, { lastCommunicatedTime: null }],
  },
  'AST-15': { fail: [again('assets')], na: [{ assetId: null }] },
  'AST-16': {
    fail: [again('assets', { assetId: 'a2' })],
    pass: [
      again('assets', { assetId: 'a2', client: { accountId: '8' } }),
      again('assets', { assetId: 'a2', serialNumber: 'SN-2' }),
    ],
    na: [{ serialNumber: null }, { client: null }],
  },
  'AST-17': {
    fail: [again('assets', { assetId: 'a2', hostName: 'PC1' })],
    pass: [again('assets', { assetId: 'a2', hostName: 'pc2' })],
    na: [{ hostName: null }],
  },
  'AST-18': { fail: [{ client: { accountId: '99' } }], na: [{ client: null }, without('clients')] },
  'AST-19': {
    fail: [{ site: { id: '99' } }, { client: { accountId: '8' } }],
    na: [{ site: null }, without('sites')],
  },
  'AST-20': {
    fail: [{ lastCommunicatedTime: '2024-02-04T10:59:59' }],
    pass: [{ lastCommunicatedTime: '2024-02-04T11:00:00' }],
    na: [{ lastCommunicatedTime: 'x' }],
  },
  'AST-21': {
    fail: [{ purchasedDate: '2024-03-06' }, { lastCommunicatedTime: '2024-03-05T11:05:01' }],
    pass: [{ purchasedDate: '2024-03-05' }, { lastCommunicatedTime: '2024-03-05T11:05:00' }],
    na: [{ purchasedDate: null, lastCommunicatedTime: null }],
  },
})
