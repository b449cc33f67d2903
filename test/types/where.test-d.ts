import { and, type Client, or, sortBy, where } from '@superhack/superops'

declare const superops: Client

export function conditions(): void {
  superops.tickets.list({ where: where('tickets', 'status').includes(['Open', 'On Hold']) })
  superops.tickets.list({
    where: and(
      where('tickets', 'client.name').is('Acme'),
      or(where('tickets', 'technician.email').isEmpty(), where('tickets', 'resolutionViolated').is(true)),
      where('tickets', 'createdTime').after(new Date()),
      where('tickets', 'updatedTime').inLast({ unit: 'DAY', quantity: 7 }),
      where('tickets', 'createdTime').on('placeholder.last.week'),
      where('tickets', 'worklogTimespent').greaterThan(2),
      { attribute: 'priority', operator: 'is', value: 'High' },
    ),
  })
  where('clients', 'emailDomains').includes(['acme.example'])
  where('invoices', 'dueDate').before('2026-02-01')
  // @ts-expect-error a misspelt attribute
  where('tickets', 'statuss')
  // @ts-expect-error the reference has no such field
  where('tickets', 'client.phone')
  // @ts-expect-error a reference itself has no operators
  where('tickets', 'client')
  // @ts-expect-error an operator of numbers on a text
  where('tickets', 'status').greaterThan
  // @ts-expect-error an operator of texts on a time
  where('tickets', 'createdTime').contains
  // @ts-expect-error an operator of texts on a boolean
  where('tickets', 'resolutionViolated').includes
  // @ts-expect-error includes takes a list
  where('tickets', 'status').includes('Open')
  // @ts-expect-error there is no such placeholder
  where('tickets', 'createdTime').on('placeholder.last.year')
  // @ts-expect-error a condition on rows of another list
  superops.tickets.list({ where: where('clients', 'stage').is('Active') })
}

export function sorts(): void {
  superops.tickets.list({ sort: sortBy('tickets', 'createdTime', 'DESC'), lookAhead: 4 })
  superops.tickets.list({ sort: [sortBy('tickets', 'priority', 'ASC'), { attribute: 'x', order: 'DESC' }] })
  // @ts-expect-error a misspelt attribute
  sortBy('tickets', 'createdAt', 'DESC')
  // @ts-expect-error there is no such order
  sortBy('tickets', 'createdTime', 'down')
  // @ts-expect-error a sort of another list
  superops.tickets.list({ sort: sortBy('alerts', 'createdTime', 'DESC') })
}
