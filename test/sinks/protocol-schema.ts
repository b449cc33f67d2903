import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parse } from 'yaml'

const page = new URL('../../docs/asyncapi.yaml', import.meta.url)
const ajv = new Ajv({ strict: false, allErrors: true })
ajv.addSchema(parse(readFileSync(page, 'utf8')), 'asyncapi')

const names = {
  server: [
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
  ],
  client: ['connect', 'subscribe', 'unsubscribe', 'clientPing', 'clientPong'],
}
type Side = keyof typeof names

const validators = (side: Side) =>
  names[side].map((name) => ajv.compile({ $ref: `asyncapi#/components/schemas/${name}` }))
const bySide = { server: validators('server'), client: validators('client') }

/** Whether exactly one message of the published document describes the frame. */
export const isDescribed = (side: Side, frame: unknown): boolean =>
  bySide[side].filter((validate) => validate(frame)).length === 1
