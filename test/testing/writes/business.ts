import { expect } from 'vitest'
import { client, price, site, type Write } from './write.js'

export const businessWrites: Readonly<Record<string, Write>> = {
  createClientContract: {
    input: (world) => ({
      client: client(world),
      startDate: '2026-02-01',
      contract: {
        billableContract: {
          chargeItem: { itemId: world.serviceCatalogItems[0]?.itemId },
          sellingPriceOverridden: false,
          billableSiteType: 'ALL',
          recurringContract: {
            recurringMode: 'ARREAR',
            frequencyDurationUnit: 'MONTH',
            frequencyInterval: 1,
          },
          change: { quantity: '5' },
        },
      },
    }),
    read: (id) =>
      `{ getClientContract(input: { contractId: "${id}" }) { contractStatus startDate contract { name billableContract { changes { quantity } } } } }`,
    shows: (_id, _input, world) => ({
      getClientContract: {
        contractStatus: 'DRAFT',
        startDate: '2026-02-01',
        contract: {
          name: world.serviceCatalogItems[0]?.name,
          billableContract: { changes: [{ quantity: '5' }] },
        },
      },
    }),
  },
  createInvoice: {
    input: (world) => ({
      client: client(world),
      site: site(world),
      statusEnum: 'DRAFT',
      invoiceDate: '2026-01-05',
      additionalDiscount: '1.00',
      addItems: [
        {
          billedDate: '2026-01-04',
          serviceItem: { itemId: world.serviceItems[0]?.itemId },
          quantity: '2',
          unitPrice: '10.00',
          discountAmount: '5.00',
          taxable: false,
        },
        {
          billedDate: '2026-01-04',
          serviceItem: { itemId: world.serviceItems[0]?.itemId },
          quantity: '1',
          unitPrice: '100.00',
          tax: { taxId: world.taxes.find((tax) => tax.totalRate === '20.00')?.taxId },
        },
      ],
      paymentTerm: {
        paymentTermId: world.paymentTerms.find((term) => term.paymentTermValue === 30)?.paymentTermId,
      },
    }),
    select: '{ invoiceId }',
    read: ({ invoiceId }) =>
      `{ getInvoice(input: { invoiceId: "${invoiceId}" }) { dueDate discountAmount totalAmount items { billedDate taxable totalAmount } } }`,
    shows: () => ({
      getInvoice: {
        dueDate: '2026-02-04',
        discountAmount: '5.00',
        totalAmount: '134.00',
        items: [
          { billedDate: '2026-01-04', taxable: false, totalAmount: '15.00' },
          { billedDate: '2026-01-04', taxable: true, totalAmount: '120.00' },
        ],
      },
    }),
  },
  createServiceCatalogItem: {
    input: () => ({ name: 'Badge printing', itemType: 'PRODUCT', taxable: true, sellingPrice: price }),
    select: '{ itemId }',
    read: ({ itemId }) =>
      `{ getServiceCatalogItem(input: { itemId: "${itemId}" }) { name status sellingPrice { details { value } } } }`,
    shows: () => ({
      getServiceCatalogItem: {
        name: 'Badge printing',
        status: 'ACTIVE',
        sellingPrice: { details: [{ value: '10.00' }] },
      },
    }),
  },
  createServiceCategory: {
    input: () => ({ name: 'Badges' }),
    select: '{ categoryId }',
    read: () => '{ getServiceCategoryList { name } }',
    shows: () => ({ getServiceCategoryList: expect.arrayContaining([{ name: 'Badges' }]) }),
  },
  createServiceItem: {
    input: () => ({ name: 'Badge', quantityType: 'UNITS', unitPrice: '4.50' }),
    select: '{ itemId }',
    read: ({ itemId }) => `{ getServiceItem(input: { itemId: "${itemId}" }) { name unitPrice } }`,
    shows: () => ({ getServiceItem: { name: 'Badge', unitPrice: '4.50' } }),
  },
  createTax: {
    input: () => ({
      name: 'Toll',
      addRates: [
        { name: 'City', rateValue: '2' },
        { name: 'State', rateValue: '6.25' },
      ],
    }),
    select: '{ taxId }',
    read: ({ taxId }) => `{ getTax(input: { taxId: "${taxId}" }) { name totalRate rates { name } } }`,
    shows: () => ({
      getTax: { name: 'Toll', totalRate: '8.25', rates: [{ name: 'City' }, { name: 'State' }] },
    }),
  },
  updateClientContract: {
    input: (world) => {
      const contract = world.contracts.find(({ contractStatus }) => contractStatus === 'ACTIVE')?.contract
      const billableContract = { change: { quantity: '77', quantityChangeOperation: 'INCREASE' } }
      return { contract: { contractId: contract?.contractId, billableContract }, endDate: '2026-01-04' }
    },
    read: (id) =>
      `{ getClientContract(input: { contractId: "${id}" }) { contractStatus endDate contract { billableContract { changes { quantity quantityChangeOperation } } } } }`,
    shows: () => ({
      getClientContract: {
        contractStatus: 'INACTIVE',
        endDate: '2026-01-04',
        contract: {
          billableContract: {
            changes: expect.arrayContaining([{ quantity: '77', quantityChangeOperation: 'INCREASE' }]),
          },
        },
      },
    }),
  },
  updateInvoice: {
    input: (world) => ({
      invoiceId: world.invoices.find((row) => row.statusEnum !== 'PAID')?.invoiceId,
      statusEnum: 'PAID',
      paymentReference: 'REF 1',
    }),
    select: '{ invoiceId }',
    read: (_, { invoiceId }) =>
      `{ getInvoice(input: { invoiceId: "${invoiceId}" }) { statusEnum paymentDate paymentReference totalAmount } }`,
    shows: (_, { invoiceId }, world) => ({
      getInvoice: {
        statusEnum: 'PAID',
        paymentDate: '2026-01-05',
        paymentReference: 'REF 1',
        totalAmount: world.invoices.find((row) => row.invoiceId === invoiceId)?.totalAmount,
      },
    }),
  },
  updateServiceCatalogItem: {
    input: (world) => ({
      itemId: world.serviceCatalogItems[0]?.itemId,
      description: 'By the hour',
      sellingPrice: price,
    }),
    select: '{ itemId }',
    read: (_, { itemId }) =>
      `{ getServiceCatalogItem(input: { itemId: "${itemId}" }) { name description sellingPrice { details { value } } } }`,
    shows: (_answer, _input, world) => ({
      getServiceCatalogItem: {
        name: world.serviceCatalogItems[0]?.name,
        description: 'By the hour',
        sellingPrice: { details: [{ value: '10.00' }] },
      },
    }),
  },
}
