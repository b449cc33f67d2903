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
  // After a refusal the limiter pauses for a window: the deadline comes within it, never within a request.
  const limiter = createLimiter({ requestsPerMinute: 1000, windowMs: 1500, safetyMs: 0 })
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
  const { superops, limiter } = await answering(forms[form](code))
  const isLimit = kind === 'rate-limit'
  const facts = { kind, retryable: isLimit, ...(!isLimit && { codes: [{ code, ...param }] }) }
  expect(await rejection(superops.query.getSLAList())).toMatchObject(facts)
  const error = await rejection(superops.mutation.updateTicket({ input: { ticketId: '1' } }))
  expect(error).toMatchObject({ ...facts, write: { outcome: 'not-applied', because: write } })
  limiter.close()
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
