import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parse } from 'yaml'

const page = new URL('../../docs/asyncapi.yaml', import.meta.url)
const ajv = new Ajv({ strict: false, allErrors: true })
ajv.addSchema(parse(readFileSync(page, 'utf8')), 'asyncapi')

const validator = (name: string) => ajv.compile({ $ref: `asyncapi#/components/schemas/${name}` })
const server = [
  'welcome',
  'subscribed',
  'unsubscribed',
  'event',
  'skip',
  'gap',
  'ping',
  'pong',
  'disconnect',
  'error',
]
/** By the constant `type` of each message. */
const byType = {
  server: new Map(server.map((name) => [name, validator(name)])),
  client: new Map([
    ...['connect', 'subscribe', 'unsubscribe'].map((name) => [name, validator(name)] as const),
    ['ping', validator('clientPing')],
    ['pong', validator('clientPong')],
  ]),
}

/** Whether the published document describes the frame. */
export function isDescribed(side: keyof typeof byType, frame: unknown): boolean {
  const { type } = (frame ?? {}) as { readonly type?: unknown }
  return typeof type === 'string' && byType[side].get(type)?.(frame) === true
}
