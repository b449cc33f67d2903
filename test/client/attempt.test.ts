import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { attempt, type Client, createClient } from '@superhack/superops'
import { taskEither, tasks } from '@superhack/superops/fp'
import { createMockTenant, type MockServer } from '@superhack/superops/testing'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

const tenant = createMockTenant({ tickets: 5 })
let server: MockServer
let superops: Client
beforeAll(async () => {
  server = await tenant.listen()
  superops = createClient(server.credentials)
})
beforeEach(() => tenant.reset())
afterAll(async () => {
  superops.close()
  await server.close()
})
const ticketId = () => tenant.world.tickets[0]?.ticketId ?? ''

test('attempt settles a call into its value or its error', async () => {
  expect(await attempt(superops.tickets.get(ticketId()))).toMatchObject({
    ok: true,
    value: { ticketId: ticketId() },
  })
  expect(await attempt(superops.tickets.get('1'))).toMatchObject({ ok: false, error: { kind: 'api' } })
})

test('attempt lets programming errors through', async () => {
  await expect(attempt(superops.tickets.get(' '))).rejects.toThrow(TypeError)
})

test('tasks start when they are run, and compose', async () => {
  const { query, mutation } = tasks(superops)
  const raise = pipe(
    query.getTicket({ input: { ticketId: ticketId() } }),
    TE.chain((ticket) =>
      mutation.updateTicket(
        { input: { ticketId: ticket?.ticketId ?? '', priority: 'Critical' } },
        { verify: true },
      ),
    ),
    TE.map((ticket) => ticket?.priority),
  )
  expect(tenant.calls()).toHaveLength(0)
  expect(await raise()).toEqual(E.right('Critical'))
  expect(await raise()).toEqual(E.right('Critical'))
  expect(tenant.calls('updateTicket')).toHaveLength(2)
})

test('a task is Left with the error of the client, and rejects with others', async () => {
  const left = await taskEither(() => superops.tickets.get('1'))()
  expect(E.isLeft(left) && left.left.kind).toBe('api')
  const rows = taskEither(() => superops.tickets.list({ limit: 2, pick: ['subject'] }).toArray())
  expect(E.isRight(await rows())).toBe(true)
  await expect(taskEither(() => superops.tickets.get(''))()).rejects.toThrow(TypeError)
})

test('guards know the errors of the other module format', async () => {
  const script = `
    import { createRequire } from 'node:module'
    import { isSuperOpsError } from '@superhack/superops'
    const cjs = createRequire(import.meta.url)('@superhack/superops')
    const esm = await import('@superhack/superops')
    const asks = ({ createClient }) =>
      createClient({ apiKey: 'x', tenantId: 'acme', baseUrl: 'http://127.0.0.1:1', retries: 0 }).query.getSLAList()
    for (const [from, to] of [[cjs, esm], [esm, cjs]]) {
      const error = await asks(from).catch((error) => error)
      console.log(to.isSuperOpsError(error, 'network'), to.isSuperOpsError(error, 'api'), error instanceof to.NetworkError)
      console.log((await to.attempt(Promise.reject(error))).ok)
    }
  `
  const root = new URL('../../', import.meta.url).pathname
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root })
  expect(stdout.trim().split('\n')).toEqual(['true false false', 'false', 'true false false', 'false'])
})
