import type { ClientErrorCode } from './errors/operation-failure.js'
import type { Executor, ReadDocument, Request } from './execute.js'
import { startFields } from './faults/distortion.js'
import type { DriftedExecutor } from './faults/drifted-executor.js'
import type { FaultState } from './faults.js'
import { missingRight } from './missing-right.js'
import type { MockAnswer, MockCall, MockRequest, RecordedCall } from './mock-call.js'
import type { ResolvedMockOptions } from './mock-options.js'
import type { Scene } from './scene.js'
import type { SlidingLimit } from './sliding-limit.js'

export interface Answering {
  readonly options: ResolvedMockOptions
  readonly executor: Executor
  /** The executor of a schema that faults have changed. */
  readonly driftedExecutor: DriftedExecutor
  readonly faults: FaultState
  readonly limit: SlidingLimit
  scene(): Scene
  record(call: RecordedCall): void
}

/** An answer, and the root fields it was about. */
export interface AnsweredCall extends MockAnswer {
  readonly operations: readonly string[]
}

const json = { 'content-type': 'application/json' }
const empty = (status: number): MockAnswer => ({ status, headers: {}, body: '' })

/** The documented body; `data` is an object without the operation. */
const refused = (code: ClientErrorCode): MockAnswer => ({
  status: 200,
  headers: json,
  body: `{"errors":[{"extensions":{"clientError":[{"code":"${code}","param":{}}]}}],"data":{}}`,
})

function headerOf(headers: MockRequest['headers'], name: string): string | undefined {
  const key = Object.keys(headers).find((candidate) => candidate.toLowerCase() === name)
  return key === undefined ? undefined : headers[key]
}

/** Missing or wrong subdomain is 400 from the ingress, a wrong token 401, another method 405; all without a body. */
export function gatekeeper(
  { subdomain, apiKey, quirks }: ResolvedMockOptions,
  { headers, method = 'POST' }: Pick<MockRequest, 'headers' | 'method'>,
): MockAnswer | undefined {
  if (quirks.subdomainHeader && headerOf(headers, 'customersubdomain') !== subdomain) return empty(400)
  if (quirks.bearerToken && headerOf(headers, 'authorization') !== `Bearer ${apiKey}`) return empty(401)
  return method === 'POST' ? undefined : { ...empty(405), headers: { allow: 'POST' } }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The request of a body, undefined for what is none. */
function requestOf(body: string): Request | undefined {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  if (!isObject(value) || typeof value.query !== 'string') return undefined
  const variables = value.variables ?? {}
  if (!isObject(variables)) return undefined
  return {
    query: value.query,
    variables,
    operationName:
      typeof value.operationName === 'string' && value.operationName !== '' ? value.operationName : undefined,
  }
}

/** Answers calls: faults first, then headers, limit and execution. */
export function createAnswering(tenant: Answering): (request: MockRequest) => AnsweredCall {
  function log(document: ReadDocument, request: Request, reasons: readonly string[]): void {
    const { variables, operationName } = request
    for (const { operation, kind } of tenant.executor.operationsOf(document, operationName)) {
      tenant.record({
        operation,
        kind,
        variables,
        document: document.source,
        at: tenant.options.clock(),
        ...(reasons.length > 0 && { failure: reasons.join('; ') }),
      })
    }
  }

  function execute(
    asked: MockRequest,
    call: MockCall,
    request: Request | undefined,
    document: ReadDocument | undefined,
  ): MockAnswer {
    const turnedAway = gatekeeper(tenant.options, asked)
    if (turnedAway !== undefined) return turnedAway
    const admitted = tenant.limit.admit(tenant.options.clock(), tenant.faults.perMinute())
    if (request === undefined || document === undefined)
      return admitted ? empty(400) : refused('rate_limit_exceeded')
    // A document that does not validate never reaches what rights are about.
    const isValid = document.errors.length === 0
    const operations = isValid ? tenant.executor.operationsOf(document, request.operationName) : []
    const refusal = admitted
      ? missingRight(
          tenant.options,
          operations.map(({ operation }) => operation),
        )
      : 'rate_limit_exceeded'
    if (refusal !== undefined) {
      log(document, request, [])
      return refused(refusal)
    }
    const distortions = tenant.faults.distortionsOf(call)
    const executor = tenant.driftedExecutor(distortions) ?? tenant.executor
    const read = executor === tenant.executor ? document : executor.read(request.query)
    const { body, reasons } = executor.run(read, request, tenant.scene(), startFields(distortions))
    log(document, request, reasons)
    return { status: 200, headers: json, body }
  }

  return (asked) => {
    const { headers, body } = asked
    const request = requestOf(body)
    const document = request === undefined ? undefined : tenant.executor.read(request.query)
    const operations =
      request && document ? tenant.executor.operationsOf(document, request.operationName) : []
    let answer: MockAnswer | undefined
    const call: MockCall = {
      operations: operations.map(({ operation }) => operation),
      responseKeys: operations.flatMap(({ keys }) => keys),
      kind: operations[0]?.kind,
      variables: request?.variables ?? {},
      headers,
      body,
      proceed: () => {
        answer ??= execute(asked, call, request, document)
        return answer
      },
    }
    return { ...tenant.faults.answerOf(call), operations: call.operations }
  }
}
