import { type Client, isSuperOpsError } from '@superhack/superops'
import { createMockTenant, type MockServer, type MockTenant } from '@superhack/superops/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { products } from '../products.js'
import { runs } from '../runs.js'

describe.each(products)('$product', ({ product, createClient }) => {
  /** Every fault of the mock that a server or a network can show, each at its rate. */
  function unleash({ faults }: MockTenant, rate: number, run: number): void {
    let number = 0
    const some = (share = 1) => ({ rate: rate * share, seed: run * 100 + number++ })
    const reads = (operations: readonly string[]) => operations.some((name) => name.startsWith('get'))
    faults.dropConnection({ at: 'before', ...some() })
    faults.dropConnection({ at: 'during', ...some() })
    faults.dropConnection({ at: 'after', ...some() })
    faults.status({ status: 503, ...some() })
    faults.htmlError(some())
    faults.internalError(some())
    faults.truncatedBody(some())
    faults.malformedJson(some())
    faults.ambiguousWrite(some(2))
    faults.ambiguousWrite({ answer: 'lost', ...some() })
    faults.stallBody({ ...some(0.5), when: (call) => reads(call.operations) })
  }

  interface Told {
    readonly marker: string
    readonly outcome: 'applied' | 'not-applied' | 'unknown'
  }

  async function outcomeOf(marker: string, write: Promise<unknown>): Promise<Told> {
    try {
      await write
      return { marker, outcome: 'applied' }
    } catch (error) {
      if (!isSuperOpsError(error)) throw error
      // A read that `verify` needs beforehand can fail too; then nothing was sent.
      return { marker, outcome: error.write?.outcome ?? 'not-applied' }
    }
  }

  let server: MockServer
  const tenant = createMockTenant({ product, seed: 9, tickets: 130 })
  beforeAll(async () => {
    server = await tenant.listen()
  })
  afterAll(() => server.close())

  const ticketId = () => tenant.world.tickets[0]?.ticketId ?? ''
  const client = (): Client =>
    createClient({ ...server.credentials, retries: 2, timeoutMs: 150, deadlineMs: 2000, heal: 'search' })

  async function writeThroughFaults(superops: Client, run: number): Promise<Told[]> {
    const markers = [1, 2, 3].map((number) => `marker ${run} ${number}`)
    const notes = await Promise.all(
      markers.map((marker) =>
        outcomeOf(
          marker,
          superops.mutation.createTicketNote(
            { input: { ticket: { ticketId: ticketId() }, content: marker } },
            { verify: true },
          ),
        ),
      ),
    )
    const subject = `subject ${run}`
    const update = outcomeOf(
      subject,
      superops.mutation.updateTicket({ input: { ticketId: ticketId(), subject } }, { verify: true }),
    )
    return [...notes, await update]
  }

  function timesApplied(marker: string): number {
    const notes = tenant.world.notesOf(ticketId()).filter(({ content }) => content === marker)
    const isSubject = tenant.world.tickets.some(({ subject }) => subject === marker)
    return notes.length + (isSubject ? 1 : 0)
  }

  test('writes through all faults: none is doubled, and every outcome is told right', async () => {
    const told = { applied: 0, 'not-applied': 0, unknown: 0 }
    for (let run = 0; run < runs(1000); run++) {
      tenant.reset()
      unleash(tenant, 0.02 + (run % 4) * 0.02, run)
      await using superops = client()
      for (const { marker, outcome } of await writeThroughFaults(superops, run)) {
        const times = timesApplied(marker)
        told[outcome]++
        expect(times, `${marker}: ${outcome}`).toBeLessThanOrEqual(1)
        if (outcome !== 'unknown') expect(times, `${marker}: ${outcome}`).toBe(outcome === 'applied' ? 1 : 0)
      }
    }
    expect(told.applied).toBeGreaterThan(told.unknown)
  }, 600_000)

  test('lists through all faults: complete, without a doubled row, or a typed error', async () => {
    let complete = 0
    const most = runs(1000)
    for (let run = 0; run < most; run++) {
      tenant.reset()
      unleash(tenant, 0.01 + (run % 4) * 0.01, run)
      const ids = tenant.world.tickets.map((ticket) => ticket.ticketId).sort()
      await using superops = client()
      try {
        const list = superops.tickets.list({
          sort: { attribute: 'createdTime', order: 'DESC' },
          pageSize: 50,
        })
        const { rows, end } = await list.collect()
        const got = rows.map((row) => row.ticketId).sort()
        expect(new Set(got).size).toBe(got.length)
        if (end.complete) expect(got).toEqual(ids)
        complete += end.complete ? 1 : 0
      } catch (error) {
        if (!isSuperOpsError(error)) throw error
      }
    }
    expect(complete).toBeGreaterThan(most / 2)
  }, 600_000)
})
