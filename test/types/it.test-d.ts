import type { ItExtraction } from '@superhack/superops/extract'
import { tasks } from '@superhack/superops/fp'
import { extractionSnapshot } from '@superhack/superops/http'
import { type createClient, type ItClient, type Operations, type Ticket, where } from '@superhack/superops/it'
import { writeExtraction } from '@superhack/superops/tables'

declare const superops: ItClient
declare const extraction: ItExtraction

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <_T extends true>(): void => undefined

export async function reading(): Promise<void> {
  holds<Equal<keyof ItClient['query'] | keyof ItClient['mutation'], keyof Operations>>()
  const ticket = await superops.tickets.get('1')
  holds<Equal<typeof ticket, Ticket>>()
  const [picked] = await superops.tickets.list({ pick: ['subject', 'department'], limit: 1 }).toArray()
  holds<Equal<typeof picked, Pick<Ticket, 'subject' | 'department' | 'ticketId'> | undefined>>()
  const head = (await superops.departments.list().first())?.head?.userId
  holds<Equal<typeof head, string | null | undefined>>()
  superops.tickets.list({ where: where('tickets', 'department.name').is('Finance') })
  await superops.mutation.createTicket(
    { input: { subject: 'Printer', source: 'FORM', site: { id: '1' } } },
    { verify: true },
  )
  // @ts-expect-error there are no clients
  superops.clients
  // @ts-expect-error there are no contracts
  superops.query.getClientContractList()
  // @ts-expect-error a department has no list of single rows
  superops.departments.get('1')
  // @ts-expect-error a ticket of this surface has no client
  where('tickets', 'client.name')
  // @ts-expect-error the site is required here
  await superops.mutation.createTicket({ input: { subject: 'Printer', source: 'FORM' } })
  // @ts-expect-error no ready verifier
  await superops.mutation.createDepartment({ input: { name: 'Legal' } }, { verify: true })
  holds<Equal<ReturnType<typeof createClient>, ItClient>>()
}

export async function handingOn(): Promise<void> {
  const departments = await tasks(superops).query.getDepartmentList()()
  if (departments._tag === 'Right') departments.right?.map((department) => department?.head?.userId)
  // @ts-expect-error there are no clients
  tasks(superops).query.getClientList()
  extractionSnapshot(extraction, {}, 'it')
  // @ts-expect-error the product is told
  extractionSnapshot(extraction)
  await writeExtraction(extraction, { folder: 'out', format: 'csv', product: 'it' })
  // @ts-expect-error the product is told
  await writeExtraction(extraction, { folder: 'out', format: 'csv' })
}
