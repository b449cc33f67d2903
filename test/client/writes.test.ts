import type { Client, VerifiedMutation } from '@superhack/superops'
import {
  createMockTenant,
  type MockCall,
  type MockServer,
  sampleVariables,
} from '@superhack/superops/testing'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { itVerifiers } from '../../src/client/it-write-verifiers.js'
import { mspVerifiers } from '../../src/client/msp-write-verifiers.js'
import { products } from '../products.js'
import { rejection } from './answering-server.js'

const verifiers = { msp: mspVerifiers, it: itVerifiers }

describe.each(products)('$product', ({ product, createClient, newTicket }) => {
  const tenant = createMockTenant({ product, seed: 5, tickets: 30 })
  let server: MockServer
  let superops: Client
  beforeAll(async () => {
    server = await tenant.listen()
    superops = createClient({ ...server.credentials, retries: 0 })
  })
  afterEach(() => tenant.reset())
  afterAll(async () => {
    superops.close()
    await server.close()
  })

  const verified = Object.keys(verifiers[product]) as VerifiedMutation[]
  const ticketId = () => String(tenant.world.tickets[0]?.ticketId)
  const accountId = () => String(tenant.world.clients[0]?.accountId)
  const variables: Record<VerifiedMutation, () => Record<string, unknown>> = {
    createClient: () => sampleVariables('createClient', tenant.world),
    createClientV2: () => ({
      input: {
        name: 'Nordwind AG',
        hqSite: { name: 'HQ', working24x7: false, timezoneCode: 'Europe/Berlin' },
      },
    }),
    createTicket: () => ({
      input: { ...newTicket(tenant.world, 'Printer <3'), description: '<p>It hums</p>' },
    }),
    createTicketConversation: () => ({
      input: {
        ticket: { ticketId: ticketId() },
        content: '<p>Seen</p>',
        toUsers: [{ email: 'a@example.com' }],
      },
    }),
    createTicketNote: () => ({
      input: { ticket: { ticketId: ticketId() }, content: 'called back', privacyType: 'PRIVATE' },
    }),
    createWorklogEntries: () => sampleVariables('createWorklogEntries', tenant.world),
    updateClient: () => ({ input: { accountId: accountId(), stage: 'Prospect' } }),
    updateTicket: () => ({
      input: { ticketId: ticketId(), priority: 'Low', subject: 'Another subject' },
    }),
  }
  type AnyMutation = (variables: unknown, options?: { verify?: unknown }) => Promise<Record<string, unknown>>
  const send = (name: VerifiedMutation, given = variables[name]()) =>
    (superops.mutation[name] as unknown as AnyMutation)(given, { verify: true })

  /** A field of each input that its record shows as it was written. */
  const shownField: Record<VerifiedMutation, string> = {
    createClient: 'name',
    createClientV2: 'name',
    createTicket: 'subject',
    createTicketConversation: 'content',
    createTicketNote: 'content',
    createWorklogEntries: 'qty',
    updateClient: 'stage',
    updateTicket: 'subject',
  }

  /** Sends, and expects the records that were written as the result. */
  async function expectWritten(name: VerifiedMutation): Promise<void> {
    const given = variables[name]()
    const records = [await send(name, given)].flat() as Record<string, unknown>[]
    const inputs = [given.input].flat() as Record<string, unknown>[]
    const shown = (rows: Record<string, unknown>[]) => rows.map((row) => row[shownField[name]])
    expect(shown(records)).toEqual(shown(inputs))
  }
  const sent = (name: string) => tenant.calls(name).length

  const internalError = (name: string) =>
    `{"errors":[{"message":"Internal Server Error(s) while executing query"}],"data":{"${name}":null}}`

  /** Lets a write fail once; `applied` decides whether it was executed before. */
  function fail(
    name: string,
    applied: boolean,
    answer: { body?: string; destroy?: boolean; status?: number },
  ): void {
    tenant.faults.intercept((call: MockCall) => {
      if (!call.operations.includes(name)) return undefined
      if (applied) call.proceed()
      return { body: '', ...answer }
    })
  }

  test('every ready verifier is among the writes', () => {
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(verified))
  })

  describe.each(verified)('%s', (name) => {
    test('needs no look when it is answered', async () => {
      await expectWritten(name)
      expect(sent(name)).toBe(1)
    })

    test('resolves when an internal error hid that it was applied', async () => {
      fail(name, true, { body: internalError(name) })
      await expectWritten(name)
      expect(sent(name)).toBe(1)
    })

    test('resolves when the answer was lost', async () => {
      fail(name, true, { destroy: true })
      await expectWritten(name)
      expect(sent(name)).toBe(1)
    })

    test('is surely not applied when the server answered and nothing is there', async () => {
      fail(name, false, { body: internalError(name) })
      expect(await rejection(send(name))).toMatchObject({
        kind: 'api',
        write: { outcome: 'not-applied', because: 'verified-absent' },
      })
    })

    test('stays unknown when nothing is there and nothing was answered', async () => {
      fail(name, false, { destroy: true })
      expect(await rejection(send(name))).toMatchObject({ kind: 'network', write: { outcome: 'unknown' } })
    })

    test('stays unknown when looking fails', async () => {
      fail(name, true, { body: internalError(name) })
      tenant.faults.intercept(({ operations }) => {
        const reads = operations.some((operation) => operation.startsWith('get'))
        return reads && tenant.calls().some(({ kind }) => kind === 'mutation')
          ? { status: 503, body: '' }
          : undefined
      })
      expect(await rejection(send(name))).toMatchObject({ kind: 'api', write: { outcome: 'unknown' } })
    })
  })

  test('an applied creation resolves with the record that was created', async () => {
    fail('createTicket', true, { body: internalError('createTicket') })
    const created = await send('createTicket')
    expect(created).toMatchObject(newTicket(tenant.world, 'Printer <3'))
    const newest = await superops.tickets.list({ sort: { attribute: 'createdTime', order: 'DESC' } }).first()
    expect(created.ticketId).toBe(newest?.ticketId)
  })

  test('twins created meanwhile leave it unknown', async () => {
    const before = tenant.world.notesOf(ticketId()).length
    let isTwin = false
    tenant.faults.intercept((call) => {
      if (isTwin || !call.operations.includes('createTicketNote')) return undefined
      call.proceed()
      isTwin = true
      void tenant.handle(call)
      return { body: internalError('createTicketNote') }
    })
    expect(await rejection(send('createTicketNote'))).toMatchObject({ write: { outcome: 'unknown' } })
    expect(await superops.query.getTicketNoteList({ input: { ticketId: ticketId() } })).toHaveLength(
      before + 2,
    )
  })

  test('a ticket created with a time of its own is not looked for among the newest', async () => {
    fail('createTicket', false, { body: internalError('createTicket') })
    const input = { ...newTicket(tenant.world, 'x'), createdTime: new Date('2020-01-01') }
    const write = superops.mutation.createTicket({ input }, { verify: true })
    expect(await rejection(write)).toMatchObject({ write: { outcome: 'unknown' } })
  })

  test('a refusal with a code needs no look', async () => {
    const write = superops.mutation.updateTicket(
      { input: { ticketId: '1', status: 'Open' } },
      { verify: true },
    )
    expect(await rejection(write)).toMatchObject({ write: { outcome: 'not-applied', because: 'rejected' } })
    expect(sent('getTicket')).toBe(0)
  })

  test('a verifier of the caller decides', async () => {
    fail('updateTicket', false, { body: internalError('updateTicket') })
    const look = variables.updateTicket() as { input: { ticketId: string } }
    const found = { ticketId: look.input.ticketId } as never
    const applied = superops.mutation.updateTicket(look, {
      verify: async () => ({ outcome: 'applied', result: found }),
    })
    expect(await applied).toBe(found)
    const absent = superops.mutation.updateTicket(look, { verify: async () => ({ outcome: 'absent' }) })
    expect(await rejection(absent)).toMatchObject({ write: { because: 'verified-absent' } })
  })

  test('verify: true without a ready verifier names those there are', async () => {
    const write = (superops.mutation.softDeleteAsset as unknown as AnyMutation)(
      { input: {} },
      { verify: true },
    )
    expect(await rejection(write)).toMatchObject({ message: expect.stringContaining('updateTicket') })
    expect(tenant.calls()).toEqual([])
  })
})
