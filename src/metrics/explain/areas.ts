import { clientMetricsCatalogue } from '../catalogue/client.js'
import { portfolioCatalogue } from '../catalogue/portfolio.js'
import { technicianMetricsCatalogue } from '../catalogue/technician.js'
import { ticketMetricsCatalogue } from '../catalogue/ticket.js'
import { allClientMetrics, clientMetrics } from '../client-metrics.js'
import { clientIds } from '../client-tallies.js'
import type { MetricsContext } from '../context.js'
import { listOf } from '../plain-json.js'
import { portfolio } from '../portfolio.js'
import type { Scope } from '../scope.js'
import { technicianMetrics } from '../technician-metrics.js'
import { countsForTechnician } from '../technician-tally.js'
import { ticketFigures } from '../ticket-metrics.js'
import type { Area } from './area.js'
import { deliveryArea } from './delivery-area.js'
import {
  alertMembers,
  answerMembers,
  assetMembers,
  clientWorklogMembers,
  contractMembers,
  invoiceMembers,
  type Member,
  messageMembers,
  noMembers,
  statusChangeMembers,
  ticketMembers,
  worklogMembers,
} from './members.js'
import { ofClient, ofPortfolio, ofTechnician, ofTicket } from './population-table.js'
import { slaAreas } from './sla-areas.js'

const ticketArea: Area = {
  subject: 'ticketId',
  catalogue: ticketMetricsCatalogue,
  populations: { ...ofTicket },
  row({ id, scope }) {
    const facts = scope.ticketById().get(id)
    return facts && ticketFigures(facts)
  },
  members: ({ id, scope }) => ({
    ...noMembers,
    // Of records that share the id the first is the one that the figures are about.
    tickets: () => ticketMembers(scope)?.filter(({ item }) => item === scope.ticketById().get(id)) ?? null,
    worklogs: () => worklogMembers(scope)?.filter(({ ticketId }) => ticketId === id) ?? null,
    messages: () => messageMembers(id, scope),
    statusChanges: () => statusChangeMembers(id, scope),
  }),
}

const clientArea: Area = {
  subject: 'clientId',
  catalogue: clientMetricsCatalogue,
  populations: { ...ofClient },
  row: ({ id, index, ctx }) => clientMetrics(id, index, ctx),
  members({ id, scope, index, ctx }) {
    const own = <Item>(members: readonly Member<Item>[] | null) =>
      members?.filter(({ clientId }) => clientId === id) ?? null
    return {
      ...noMembers,
      tickets: () => own(ticketMembers(scope)),
      worklogs: () => own(clientWorklogMembers(scope)),
      invoices: () => own(invoiceMembers(scope)),
      contracts: () => own(contractMembers(scope)),
      assets: () => own(assetMembers(scope)),
      alerts: () => own(alertMembers(scope)),
      clients: () => [{ id, item: clientMetrics(id, index, ctx) }],
      csatAnswers: () => answerMembers(id, ctx.csatByClientId),
      npsAnswers: () => answerMembers(id, ctx.npsByClientId),
    }
  },
}

const technicianArea: Area = {
  subject: 'technicianId',
  catalogue: technicianMetricsCatalogue,
  populations: { ...ofTechnician },
  row: ({ id, index, ctx }) => technicianMetrics(index, ctx).find(({ technicianId }) => technicianId === id),
  members({ id, scope, index, ctx }) {
    const own = <Item>(members: readonly Member<Item>[] | null) =>
      members?.filter(({ technicianId }) => technicianId === id) ?? null
    const team = () => technicianMetrics(index, ctx).map((item) => ({ id: item.technicianId, item }))
    return {
      ...noMembers,
      tickets: () =>
        own(ticketMembers(scope))?.map((member) =>
          countsForTechnician(member.item) ? member : { ...member, setAside: 'notCountedForTechnician' },
        ) ?? null,
      worklogs: () => own(worklogMembers(scope)),
      technicians: team,
      technician: () => team().filter((member) => member.id === id),
    }
  },
}

const portfolioArea: Area = {
  subject: null,
  catalogue: portfolioCatalogue,
  populations: { ...ofPortfolio },
  row: ({ index, ctx }) => portfolio(index, ctx),
  members({ scope, index, ctx }) {
    const reported = new Set<string | null | undefined>(clientIds(scope))
    const ofClients = <Item>(members: readonly Member<Item>[] | null) =>
      members?.map((member) =>
        reported.has(member.clientId) ? member : { ...member, setAside: 'ofNoReportedClient' },
      ) ?? null
    const technicians = () => technicianMetrics(index, ctx)
    return {
      ...noMembers,
      tickets: () => ofClients(ticketMembers(scope)),
      worklogs: () => ofClients(clientWorklogMembers(scope)),
      technicianWork: () => scheduledWork(scope, technicians()),
      invoices: () => ofClients(invoiceMembers(scope)),
      contracts: () => ofClients(contractMembers(scope)),
      assets: () => ofClients(assetMembers(scope)),
      alerts: () => ofClients(alertMembers(scope)),
      clients: () => allClientMetrics(index, ctx).map((item) => ({ id: item.clientId, item })),
      technicians: () => technicians().map((item) => ({ id: item.technicianId, item })),
      earlierClients: () => earlierClients(ctx),
    }
  },
}

/** Work of technicians; that of one without schedule has nothing to be compared with. */
function scheduledWork(
  scope: Scope,
  technicians: readonly { readonly technicianId: string; readonly availableHours: number | null }[],
): ReturnType<typeof worklogMembers> {
  const hours = new Map(technicians.map(({ technicianId, availableHours }) => [technicianId, availableHours]))
  const asideOf = (technicianId: string): string | undefined => {
    if (!hours.has(technicianId)) return 'ofNoReportedTechnician'
    return hours.get(technicianId) === null ? 'noSchedule' : undefined
  }
  return (
    worklogMembers(scope)?.map((member) => {
      const setAside = asideOf(member.technicianId ?? '')
      return setAside === undefined ? member : { ...member, setAside }
    }) ?? null
  )
}

const earlierClients = ({ previousPortfolio }: MetricsContext): readonly Member<string>[] | null =>
  previousPortfolio === undefined
    ? null
    : listOf(previousPortfolio.activeClientIds).flatMap((id) =>
        typeof id === 'string' ? [{ id, item: id }] : [],
      )

/** Every family of figures that can be explained: a new one is an entry. */
export const areas: readonly Area[] = [
  deliveryArea,
  ticketArea,
  clientArea,
  technicianArea,
  portfolioArea,
  ...slaAreas,
]
