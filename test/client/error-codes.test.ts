import { readFileSync } from 'node:fs'
import { createLimiter, isSuperOpsError } from '@superhack/superops'
import { afterEach, expect, test } from 'vitest'
import { type AnsweringServer, answeringServer, rejection } from './answering-server.js'

let server: AnsweringServer | undefined
afterEach(() => server?.close())

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
const rows = (page.split('## Codes of SuperOps')[1] ?? '')
  .split('\n## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, 4)
      .map((cell) => cell.trim().replaceAll('`', '')),
  ) as [code: string, kind: string, write: string][]

const documented = [
  'forbidden',
  'rate_limit_exceeded',
  'subscription_trial_expired',
  'subscription_paused',
  'subscription_cancelled',
  'type_validation_failed',
  'mandatory_validation_failed',
  'value_length_exceeds_limit',
  'referred_value_does_not_exist',
  'value_pattern_validation_failed',
  'dependent_validation_failed',
  'unique_validation_failed',
  'entity_does_not_exist',
]
const param = { attributes: ['technician'], index: 1 }

/** The form of the articles, and that of live answers. */
const forms = {
  documented: (code: string) => ({ errors: [{ extensions: { clientError: [{ code, param }] } }], data: {} }),
  live: (code: string) => ({
    errors: [
      {
        message: null,
        extensions: { clientError: [{ code, param }], classification: 'DataFetchingException' },
      },
    ],
    data: { updateTicket: null },
  }),
}

async function answering(body: unknown) {
  server = await answeringServer((response) => response.end(JSON.stringify(body)))
  const limiter = createLimiter({ requestsPerMinute: 1000, windowMs: 20, safetyMs: 0 })
  return { superops: server.client({ limiter, deadlineMs: 1000 }), limiter }
}

test('the page has a row for each documented code', () => {
  expect(rows.map(([code]) => code)).toEqual(documented)
})

test.each(
  rows.flatMap(([code, kind, write]) =>
    (['documented', 'live'] as const).map((form) => ({ code, kind, write, form })),
  ),
)('$code in the $form form: $kind, $write', async ({ code, kind, write, form }) => {
  const body = JSON.stringify(forms[form](code))
  const tenant = await answeringServer((response) => response.end(body))
  server = tenant
  // The first refusal pauses a limiter for a quarter of its window: the deadline comes then, never within a request.
  const limiters = [0, 1].map(() => createLimiter({ requestsPerMinute: 1000, windowMs: 8000 }))
  const [reader, writer] = limiters.map((limiter) => tenant.client({ limiter, deadlineMs: 1000 }))
  const isLimit = kind === 'rate-limit'
  const facts = { kind, retryable: isLimit, ...(!isLimit && { codes: [{ code, ...param }] }) }
  const read = reader?.query.getSLAList() ?? Promise.resolve()
  const written = writer?.mutation.updateTicket({ input: { ticketId: '1' } }) ?? Promise.resolve()
  const [ofRead, ofWrite] = await Promise.all([rejection(read), rejection(written)])
  expect(ofRead).toMatchObject(facts)
  expect(ofWrite).toMatchObject({ ...facts, write: { outcome: 'not-applied', because: write } })
  for (const limiter of limiters) limiter.close()
})

test('every entry of an answer is kept, with all its codes', async () => {
  const errors = [
    { extensions: { clientError: [{ code: 'forbidden' }, { code: 'made_up', param: { index: 2 } }] } },
    { message: 'Internal Server Error(s) while executing query' },
  ]
  const { superops, limiter } = await answering({ errors, data: null })
  const error = await rejection(superops.query.getSLAList())
  expect(error).toMatchObject({ kind: 'api', codes: [{ code: 'forbidden' }, { code: 'made_up', index: 2 }] })
  expect(isSuperOpsError(error, 'api') && error.graphQlErrors).toEqual(errors)
  limiter.close()
})
