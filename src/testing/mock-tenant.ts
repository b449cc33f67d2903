import type { HttpHandler } from 'msw'
import { createAnswering, gatekeeper } from './answer-calls.js'
import { bodyPieces, pause } from './body-pieces.js'
import { answerControl } from './control/control-api.js'
import { createExecutor } from './execute.js'
import { driftedExecutors } from './faults/drifted-executor.js'
import { createFaults, type Faults } from './faults.js'
import { fileAnswers } from './files/answer-files.js'
import { createFiles } from './files/files.js'
import { type ListenOptions, listen } from './listen.js'
import { createLiveTime, type LiveOptions, type LiveTime } from './live-time.js'
import type { MockAnswer, MockRequest, RecordedCall } from './mock-call.js'
import { type MockTenantOptions, resolveMockOptions } from './mock-options.js'
import { mswHandlers } from './msw-handlers.js'
import { createScene, type Scene } from './scene.js'
import { createSlidingLimit } from './sliding-limit.js'
import { createWorldView, type MockWorld } from './world-view.js'

/** Options for `createClient`: no limit and no waits, so that tests neither wait nor hang under fake timers. */
export interface MockCredentials {
  readonly apiKey: string
  readonly tenantId: string
  readonly requestsPerMinute: number
  readonly retryDelayMs: number
  /** What the client marks its rows with. */
  readonly origin: 'mock'
}

export interface MockServer {
  /** Endpoint, ending in `/msp` or `/it`. */
  readonly url: string
  readonly port: number
  /** As those of the tenant, with this server as `baseUrl`. */
  readonly credentials: MockCredentials & { readonly baseUrl: string }
  /** Ends at once, open keep-alive connections included. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export interface MockTenant {
  /** For the default host, by MSW. */
  readonly credentials: MockCredentials
  /** MSW handlers for the hosts of SuperOps; needs the package msw. */
  readonly handlers: HttpHandler[]
  /** What the tenant holds now. */
  readonly world: MockWorld
  readonly faults: Faults
  /**
   * Lets the world's time run, until `stop()`, a `reset()` of the tenant or another `live()`. Its timer keeps no
   * process alive.
   *
   * Throws a TypeError that names the wrong option.
   */
  live(options?: LiveOptions): LiveTime
  /** Answers one call without a network; rejects where a fault ends the connection, never settles where one stalls. */
  handle(request: MockRequest): Promise<{ status: number; headers: Record<string, string>; body: string }>
  /** Serves the tenant over real HTTP, for any language. */
  listen(options?: ListenOptions): Promise<MockServer>
  /** Calls so far, in order, one entry per root field: all, or those of one operation. */
  calls(operation?: string): readonly RecordedCall[]
  /** Back to the initial world, without faults, calls and uploads; time stands still again. */
  reset(): void
}

/**
 * A tenant that speaks SuperOps' wire: it executes any GraphQL document against a seeded, coherent world.
 *
 * @example
 * const tenant = createMockTenant({ seed: 7, tickets: 50 })
 * tenant.world.tickets.length
 * // => 50
 */
export function createMockTenant(given: MockTenantOptions = {}): MockTenant {
  const options = resolveMockOptions(given)
  const faults = createFaults({
    product: options.product,
    perMinute: options.requestsPerMinute,
    seed: options.seed,
    clock: options.clock,
  })
  const limit = createSlidingLimit()
  let scene: Scene | undefined = createScene(options)
  const present = (): Scene => {
    scene ??= createScene(options)
    return scene
  }
  let recorded: RecordedCall[] = []
  const answer = createAnswering({
    options,
    executor: createExecutor(options),
    driftedExecutor: driftedExecutors(options),
    faults,
    limit,
    scene: present,
    record: (call) => {
      recorded.push(call)
    },
  })
  let liveTime: LiveTime | undefined
  const credentials: MockCredentials = Object.freeze({
    apiKey: options.apiKey,
    tenantId: options.subdomain,
    requestsPerMinute: Number.POSITIVE_INFINITY,
    retryDelayMs: 0,
    origin: 'mock',
  })

  const files = createFiles(() => present().world)
  const answerFile = fileAnswers(files, (headers) => gatekeeper(options, { headers }))

  const tenant: MockTenant = {
    credentials,
    get handlers() {
      return mswHandlers(options.product, answer, answerFile)
    },
    world: createWorldView(options.product, () => present().world),
    faults,
    live: (liveOptions) => {
      const next = createLiveTime((ms) => present().world.pass(ms), liveOptions)
      liveTime?.stop()
      liveTime = next
      return next
    },
    handle: (request) => delivered(answer, request),
    listen: async (listenOptions) => {
      const { url, port, close } = await listen(
        {
          product: options.product,
          answer,
          answerFile,
          control: (request) => answerControl(request, tenant),
        },
        listenOptions,
      )
      return { url, port, close, credentials: { ...credentials, baseUrl: url }, [Symbol.asyncDispose]: close }
    },
    calls: (operation) => recorded.filter((call) => operation === undefined || call.operation === operation),
    reset: () => {
      liveTime?.stop()
      // Made anew when it is asked for: many tests reset more often than they read.
      scene = undefined
      recorded = []
      faults.clear()
      limit.clear()
      files.clear()
    },
  }
  return tenant
}

async function delivered(answer: (request: MockRequest) => MockAnswer, request: MockRequest) {
  const result = answer(request)
  const { status, headers, body, delayMs = 0, destroy, drip, partial } = result
  await pause(delayMs)
  if (drip !== undefined && destroy !== true) for await (const _ of bodyPieces(result));
  if (partial?.ending === 'stall') await new Promise(() => undefined)
  if (destroy === true || partial !== undefined)
    throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
  return { status, headers: { ...headers }, body }
}
