import {
  createWebhookSecret,
  signWebhook,
  verifyWebhook,
  WebhookVerificationError,
} from '@superhack/superops/webhooks'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const contact =
  '{"type":"contact.created","timestamp":"2022-11-03T20:26:10.344522Z","data":{"id":"1f81eb52-5198-4599-803e-771906343485"}}'
const vectors: readonly (readonly [string, number, string | Uint8Array, string])[] = [
  [
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1614265330,
    '{"test": 2432232314}',
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  ],
  ['msg_2KWPBgLlAfxdpx2AI54pPJ85f4W', 1674087231, contact, 'v1,ARw42xaAApl/nxRo+iPGYwSaMQaOwMo2eyH5JBRA+bQ='],
  ['msg_u', 1700000000, '{"s":"žluťoučký 🐎"}', 'v1,3ijtDlF3gQiiZE5/g1CURyQJbcUNDYVoQBbbU+DoWFk='],
  ['msg_b', 1700000000, Uint8Array.of(0xff, 0xfe, 0x7b), 'v1,xodDUvM8MEX+22Km24aTuj1bCEqVlhoYOEKfOV1RUgI='],
]

test.each(vectors)('%s is signed and verified as published', (id, timestamp, body, signature) => {
  const headers = signWebhook({ id, timestamp, body, secret })
  expect(headers).toEqual({
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  })
  const now = () => timestamp * 1000
  expect(verifyWebhook({ headers, body, secret, now })).toEqual({ id, timestamp })
})

test('what it signs the reference library accepts, and the other way round', () => {
  fc.assert(
    fc.property(fc.json(), fc.uint8Array({ minLength: 24, maxLength: 64 }), (body, bytes) => {
      const own = `whsec_${Buffer.from(bytes).toString('base64')}`
      const reference = new Webhook(own)
      const timestamp = Math.floor(Date.now() / 1000)
      const signed = signWebhook({ id: 'msg_1', timestamp, body, secret: own })
      expect(reference.verify(body, { ...signed })).toEqual(JSON.parse(body))
      const headers = {
        'Webhook-Id': 'msg_1',
        'Webhook-Timestamp': String(timestamp),
        'Webhook-Signature': reference.sign('msg_1', new Date(timestamp * 1000), body),
      }
      expect(verifyWebhook({ headers, body, secret: own })).toEqual({ id: 'msg_1', timestamp })
    }),
    { numRuns: runs(2000) },
  )
})

const at = 1_700_000_000
const body = '{"a":1}'
const signed = (changes: Readonly<Record<string, string | string[] | undefined>> = {}) => ({
  ...signWebhook({ id: 'msg_1', timestamp: at, body, secret }),
  ...changes,
})
const verdict = (headers: ReturnType<typeof signed>, options: { body?: string; now?: number } = {}) => {
  try {
    const now = () => (options.now ?? at) * 1000
    return verifyWebhook({ headers, body: options.body ?? body, secret, now }).id
  } catch (error) {
    return error instanceof WebhookVerificationError ? error.reason : error
  }
}

test('the tolerance is 300 seconds both ways, both included', () => {
  expect([300, 301, -300, -301].map((age) => verdict(signed(), { now: at + age }))).toEqual([
    'msg_1',
    'too-old',
    'msg_1',
    'too-new',
  ])
})

test('what is missing, malformed or changed is refused, and the reason told', () => {
  const good = signed()['webhook-signature'] as string
  expect([
    verdict(signed({ 'webhook-id': undefined })),
    verdict(signed({ 'webhook-id': '' })),
    verdict(signed({ 'webhook-timestamp': undefined })),
    verdict(signed({ 'webhook-signature': [good, good] })),
    verdict(signed({ 'WEBHOOK-ID': 'msg_2' })),
    verdict(signed({ 'webhook-timestamp': `${at}abc` })),
    verdict(signed({ 'webhook-timestamp': '-1' })),
    verdict(signed({ 'webhook-timestamp': String(at + 1) })),
    verdict(signed({ 'webhook-id': 'msg_2' })),
    verdict(signed(), { body: '{"a":2}' }),
    verdict(signed(), { body: '{ "a": 1 }' }),
    verdict(signed({ 'webhook-signature': good.slice(3) })),
    verdict(signed({ 'webhook-signature': good.replace('v1,', 'v1a,') })),
    verdict(signed({ 'webhook-signature': `${good}=` })),
  ]).toEqual([
    ...['missing-header', 'missing-header', 'missing-header', 'missing-header', 'missing-header'],
    ...['malformed-timestamp', 'malformed-timestamp'],
    ...Array(7).fill('wrong-signature'),
  ])
})

test('no single bit of a signed webhook can change', () => {
  const bytes = Buffer.from(body)
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(() => verifyWebhook({ headers: signed(), body: changed, secret, now: () => at * 1000 })).toThrow(
      WebhookVerificationError,
    )
  }
})

test('while a secret is replaced both sides know the old one and the new one', () => {
  const [old, next] = [createWebhookSecret(), createWebhookSecret()]
  const parts = { id: 'msg_1', timestamp: at, body }
  const headers = signWebhook({ ...parts, secret: [next, old] })
  expect(headers['webhook-signature'].split(' ')).toHaveLength(2)
  const now = () => at * 1000
  const accepts = (headersSent: typeof headers, ...known: string[]) =>
    verifyWebhook({ headers: new Headers({ ...headersSent }), body, secret: known, now }).id
  expect([accepts(headers, old), accepts(headers, next)]).toEqual(['msg_1', 'msg_1'])
  expect(accepts(signWebhook({ ...parts, secret: old }), next, old)).toBe('msg_1')
  expect(() => accepts(signWebhook({ ...parts, secret: old }), next)).toThrow(/no signature fits/)
})

test('a secret or an id that does not fit is told without being shown', () => {
  const form = 'whsec_ and base64 of 24 to 64 bytes'
  const sign = (given: string | string[], id = 'msg_1') =>
    signWebhook({ id, timestamp: at, body, secret: given })
  expect(() => sign('whsec_c2hvcnQ=')).toThrow(
    new TypeError(`secret: expected ${form}, received another text`),
  )
  expect(() => sign(['whsec_not base64 at all, whatever its length'])).toThrow(/received another text$/)
  expect(() => sign(createWebhookSecret() + 'A'.repeat(60))).toThrow(/received another text$/)
  expect(() => sign([])).toThrow(new TypeError('secret: expected a secret, received an array'))
  expect(() => sign(secret, 'msg.1')).toThrow(/^id: expected visible ASCII without a full stop/)
  expect(() => sign(secret, 'msg\r\nx: 1')).toThrow(/^id: /)
})
