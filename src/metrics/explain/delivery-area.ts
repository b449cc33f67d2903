import { bucketsOf, type Granularity } from '../buckets.js'
import { serviceDeliveryCatalogue } from '../catalogue/service-delivery.js'
import { serviceDelivery } from '../service-delivery.js'
import type { Area } from './area.js'
import {
  alertMembers,
  allAlertMembers,
  assetMembers,
  clientWorklogMembers,
  invoiceMembers,
  type Member,
  noMembers,
  taskMembers,
  ticketMembers,
  worklogMembers,
} from './members.js'
import { ofServiceDelivery } from './population-table.js'

/** As labels of buckets show it. */
function granularityOf(label: string): Granularity {
  if (label.includes('T')) return 'hour'
  if (label.includes('W')) return 'week'
  return label.length === 'yyyy-mm'.length ? 'month' : 'day'
}

/** Figures of one bucket of service delivery, of all clients or of one. */
export const deliveryArea: Area = {
  subject: 'bucket',
  narrowedBy: ['clientId'],
  absence: 'the period touches no bucket of that label',
  catalogue: serviceDeliveryCatalogue,
  populations: { ...ofServiceDelivery },
  row: ({ id, subject: { clientId }, index, ctx }) =>
    serviceDelivery(index, ctx, granularityOf(id), { clientId }).find(({ bucket }) => bucket === id),
  period: ({ id, scope: { settings } }) =>
    bucketsOf(settings.period, granularityOf(id), settings.reportZone).find(({ label }) => label === id),
  members({ subject: { clientId }, scope }) {
    if (clientId === undefined)
      return {
        ...noMembers,
        tickets: () => ticketMembers(scope),
        worklogs: () => worklogMembers(scope),
        alerts: () => allAlertMembers(scope),
        tasks: () => taskMembers(scope),
        invoices: () => invoiceMembers(scope),
        assets: () => assetMembers(scope),
      }
    const own = <Item>(members: readonly Member<Item>[] | null) =>
      members?.filter((member) => member.clientId === clientId) ?? null
    return {
      ...noMembers,
      tickets: () => own(ticketMembers(scope)),
      worklogs: () => own(clientWorklogMembers(scope)),
      alerts: () => own(alertMembers(scope)),
      tasks: () => (scope.lookups.data.tickets === undefined ? null : own(taskMembers(scope))),
      invoices: () => own(invoiceMembers(scope)),
      assets: () => own(assetMembers(scope)),
    }
  },
}
