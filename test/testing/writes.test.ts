import { type MockWorld, wireSchema } from '@superhack/superops/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Asking, asking } from './asking.js'
import { assetAndKnowledgeWrites } from './writes/assets-and-knowledge.js'
import { businessWrites } from './writes/business.js'
import { clientWrites } from './writes/clients-and-people.js'
import { serviceDeskWrites } from './writes/service-desk.js'
import type { Row, Write } from './writes/write.js'

let tenant: Asking
beforeAll(async () => {
  tenant = await asking({ tickets: 60 })
})
beforeEach(() => tenant.tenant.reset())
afterAll(() => tenant[Symbol.asyncDispose]())

const mutations = wireSchema().getMutationType()?.getFields() ?? {}

async function send(name: string, input: unknown, select = ''): Promise<Row> {
  const { body, text } = await tenant.ask(
    `mutation($input: ${mutations[name]?.args[0]?.type}) { ${name}(input: $input) ${select} }`,
    { input },
  )
  if (body.errors !== undefined) throw new Error(text)
  return body.data?.[name] as unknown as Row
}
const read = async (query: string) => (await tenant.ask(query)).body.data

const writes: Readonly<Record<string, Write>> = {
  ...assetAndKnowledgeWrites,
  ...serviceDeskWrites,
  ...clientWrites,
  ...businessWrites,
}

test('every mutation of the schema is among the writes', () => {
  expect(Object.keys(writes).sort()).toEqual(Object.keys(mutations).sort())
})

test.each(Object.entries(writes))('%s shows in later reads, and not without it', async (name, write) => {
  const { world } = tenant.tenant
  const prepare = async () => {
    const earlier = write.after?.(world) ?? []
    for (const [first, input] of earlier)
      await send(first, input, /^create/.test(first) ? '{ __typename }' : '')
    return earlier.map(([, input]) => input)
  }
  const input = write.input(world, await prepare())
  // What stays as it was is read off the world before the write, which changes records in place.
  const before = structuredClone(world.toJSON()) as unknown as MockWorld
  const answer = await send(name, input, write.select)
  const query = write.read(answer, input as Row)
  const expected = write.shows(answer, input as Row, before)
  expect(await read(query)).toMatchObject(expected as object)
  tenant.tenant.reset()
  await prepare()
  expect(await read(query)).not.toMatchObject(expected as object)
})
