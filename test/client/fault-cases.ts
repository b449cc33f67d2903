import type { ClientOptions } from '@superhack/superops'
import { expect } from 'vitest'
import { type Answer, customer } from './answering-server.js'

export const json =
  (body: unknown): Answer =>
  (response) =>
    response.end(JSON.stringify(body))
export const refusal = {
  errors: [{ extensions: { clientError: [{ code: 'rate_limit_exceeded', param: {} }] } }],
  data: {},
}
export const internalError = {
  errors: [{ message: `Internal Server Error(s): ${customer}` }],
  data: { getSLAList: null },
}

export interface FaultCase {
  readonly answer: Answer
  readonly expected: Record<string, unknown>
  readonly requests: number
  readonly options?: Partial<ClientOptions>
}

export const faultCases: Record<string, FaultCase> = {
  'HTTP 401': {
    answer: (response) => response.writeHead(401).end(),
    expected: { kind: 'auth', status: 401, retryable: false },
    requests: 1,
  },
  'HTTP 400 with an empty body': {
    answer: (response) => response.writeHead(400).end(),
    expected: { kind: 'auth', status: 400 },
    requests: 1,
  },
  'HTTP 400 with a body': {
    answer: (response) => response.writeHead(400).end(`bad ${customer}`),
    expected: { kind: 'http', status: 400, retryable: false },
    requests: 1,
  },
  'HTTP 503, each time': {
    answer: (response) => response.writeHead(503).end(`<html>${customer}</html>`),
    expected: { kind: 'http', status: 503, retryable: true },
    requests: 4,
  },
  'a redirect': {
    answer: (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    expected: { kind: 'http', status: 307 },
    requests: 1,
  },
  'an HTML body': {
    answer: (response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<html>${customer}</html>`),
    expected: { kind: 'http', status: 200 },
    requests: 1,
  },
  'an empty body': {
    answer: (response) => response.end(),
    expected: { kind: 'http', status: 200, message: 'getSLAList: HTTP 200, the body is empty' },
    requests: 1,
  },
  'JSON that is no GraphQL answer': {
    answer: json([customer]),
    expected: { kind: 'http', status: 200 },
    requests: 1,
  },
  'truncated JSON': {
    answer: (response) => response.end(`{"data":{"getSLAList":[{"id":"1","name":"${customer}`),
    expected: { kind: 'http', status: 200 },
    requests: 1,
  },
  'a body cut off by the network': {
    answer: (response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write(`{"data":{"getSLAList":[{"name":"${customer}`, () => response.socket?.destroy())
    },
    expected: { kind: 'network', retryable: true },
    requests: 4,
  },
  'a dropped connection': {
    answer: (response) => response.socket?.destroy(),
    // The fetch of node has codes of its own.
    expected: { kind: 'network', code: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/) },
    requests: 4,
  },
  'a server that never answers': {
    answer: () => {},
    expected: { kind: 'timeout', bound: 'timeoutMs', ms: 100 },
    requests: 4,
    options: { timeoutMs: 100 },
  },
  'a deadline shorter than the attempts': {
    answer: () => {},
    expected: { kind: 'timeout', bound: 'deadlineMs', ms: 150 },
    requests: 2,
    options: { timeoutMs: 100, deadlineMs: 150 },
  },
  'refusals until the deadline': {
    answer: json(refusal),
    expected: { kind: 'rate-limit', retryable: true },
    requests: 1,
    options: { deadlineMs: 150 },
  },
  'an internal error': {
    answer: json(internalError),
    expected: {
      kind: 'api',
      codes: [],
      message: 'getSLAList: answered with an error; read error.graphQlErrors for its text',
    },
    requests: 1,
    options: { heal: 'off' },
  },
  'a client error without message': {
    answer: json({
      errors: [
        {
          message: null,
          extensions: {
            clientError: [
              {
                code: 'mandatory_validation_failed',
                param: { attributes: ['cause'], index: 1, value: customer },
              },
            ],
            classification: 'DataFetchingException',
          },
        },
      ],
      data: { getSLAList: null },
    }),
    expected: {
      kind: 'api',
      codes: [{ code: 'mandatory_validation_failed', attributes: ['cause'], index: 1 }],
      message: 'getSLAList: rejected with mandatory_validation_failed (cause, element 1)',
    },
    requests: 1,
  },
  'an object where a list belongs': {
    answer: json({ data: { getSLAList: { name: customer } } }),
    expected: {
      kind: 'decode',
      issues: [{ severity: 'shape', entity: 'SLA', index: 0, path: '', expected: '[SLA]' }],
    },
    requests: 1,
  },
  'a broken row in strict mode': {
    answer: json({ data: { getSLAList: [{ id: '1', name: null, customer }] } }),
    expected: {
      kind: 'decode',
      issues: [{ severity: 'shape', entity: 'SLA', id: '1', index: 0, path: 'name', expected: 'String' }],
    },
    requests: 1,
    options: { decode: 'strict' },
  },
}
