import type { MockTenant } from '../mock-tenant.js'
import { worldTables } from '../world-view.js'
import { addFaultEntries, FaultEntryError } from './fault-entries.js'

export type ControlledTenant = Pick<MockTenant, 'world' | 'faults' | 'calls' | 'reset'>

export interface ControlRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

export interface ControlAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

class ControlError extends Error {
  readonly status: number
  readonly field: string
  constructor(status: number, field: string, message: string) {
    super(message)
    this.status = status
    this.field = field
  }
}

type Handler = (request: ControlRequest, tenant: ControlledTenant) => unknown

const isEntity = (name: string): name is keyof typeof worldTables => Object.hasOwn(worldTables, name)
const entities = Object.keys(worldTables)

const showWorld: Handler = ({ query }, { world }) => {
  const entity = query.get('entity')
  if (entity === null) {
    const counts = entities.filter(isEntity).map((name) => [name, world[name].length])
    return { now: world.now, counts: Object.fromEntries(counts) }
  }
  if (!isEntity(entity))
    throw new ControlError(400, 'entity', `entity expects one of ${entities.join(', ')}.`)
  return world[entity]
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new ControlError(400, 'body', 'the body expects JSON.')
  }
}

const letTimePass: Handler = ({ body }, { world }) => {
  const value = jsonOf(body)
  const hours = typeof value === 'object' && value !== null && 'hours' in value ? value.hours : undefined
  if (typeof hours !== 'number' || !(hours > 0))
    throw new ControlError(400, 'hours', 'hours expects a number above 0.')
  return world.advance({ hours })
}

const addFaults: Handler = ({ body }, { faults }) => {
  const value = jsonOf(body)
  return { added: addFaultEntries(faults, Array.isArray(value) ? value : [value]) }
}

const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/__mock/world': { GET: showWorld },
  '/__mock/advance': { POST: letTimePass },
  '/__mock/faults': {
    POST: addFaults,
    DELETE: (_, { faults }) => {
      faults.clear()
      return { cleared: true }
    },
  },
  '/__mock/calls': { GET: ({ query }, { calls }) => calls(query.get('operation') ?? undefined) },
  '/__mock/reset': {
    POST: (_, { reset, world }) => {
      reset()
      return { now: world.now }
    },
  },
}

function handlerOf({ method, path }: ControlRequest): Handler {
  const handlers = Object.hasOwn(routes, path) ? routes[path] : undefined
  if (handlers === undefined)
    throw new ControlError(404, 'path', `path expects one of ${Object.keys(routes).join(', ')}.`)
  const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined
  if (handler === undefined)
    throw new ControlError(405, 'method', `${path} takes ${Object.keys(handlers).join(', ')}.`)
  return handler
}

const json = (status: number, value: unknown): ControlAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

/** Looks at a running tenant and changes it, for tests in other languages; errors are JSON that names the field. */
export function answerControl(request: ControlRequest, tenant: ControlledTenant): ControlAnswer {
  try {
    return json(200, handlerOf(request)(request, tenant))
  } catch (error) {
    if (error instanceof ControlError)
      return json(error.status, { error: { field: error.field, message: error.message } })
    if (error instanceof FaultEntryError)
      return json(400, { error: { field: error.field, message: error.message } })
    throw error
  }
}
