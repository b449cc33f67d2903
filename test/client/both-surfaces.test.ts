import { createClient, type List } from '@superhack/superops'
import * as msp from '@superhack/superops/entities'
import { createClient as createItClient } from '@superhack/superops/it'
import { createMockTenant, sampleVariables } from '@superhack/superops/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

type AnyCall = (variables: Record<string, unknown>) => Promise<unknown>

interface AnyClient {
  readonly query: Readonly<Record<string, AnyCall>>
  readonly mutation: Readonly<Record<string, AnyCall>>
  readonly surface: { readonly collections: object }
  close(): void
}

const surfaces = [
  { product: 'msp', entities: msp as unknown as typeof msp.itEntities, create: createClient },
  { product: 'it', entities: msp.itEntities, create: createItClient },
] as const

describe.each(surfaces)('$product', ({ product, entities, create }) => {
  const tenant = createMockTenant({ product, seed: 7, tickets: 120 })
  let server: Awaited<ReturnType<typeof tenant.listen>>
  let superops: AnyClient

  beforeAll(async () => {
    server = await tenant.listen()
    // Strict: an answer that does not fit the schema to the letter fails the call.
    superops = create({ ...server.credentials, decode: 'strict' }) as unknown as AnyClient
  })
  afterAll(async () => {
    superops.close()
    await server.close()
  })

  test.each(entities.operationNames)(
    '%s succeeds against the mock tenant with its derived document',
    async (name) => {
      const { kind } = entities.operationRow(name)
      if (kind === 'mutation') tenant.reset()
      const before = tenant.calls(name).length
      const result = await superops[kind][name]?.(sampleVariables(name, tenant.world))
      expect(result).not.toBeUndefined()
      expect(tenant.calls(name)).toHaveLength(before + 1)
    },
  )

  test('every collection reads its rows to the end, each once', async () => {
    tenant.reset()
    for (const name of Object.keys(superops.surface.collections)) {
      const collection = superops[name as 'query'] as unknown as { list(): List<unknown> }
      const { rows, issues, end, totalCount } = await collection.list().collect()
      expect([name, end, issues]).toEqual([name, { complete: true }, []])
      expect([name, rows.length > 0]).toEqual([name, true])
      if (totalCount !== null) expect([name, rows.length]).toEqual([name, totalCount])
    }
  })
})
