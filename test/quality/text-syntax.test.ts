import { assessQuality } from '@superhack/superops/quality'
import { expect, test } from 'vitest'
import { asData } from './world.js'

/** What a rule says of the only record of a collection. */
function outcomeOf(collection: string, ruleId: string, record: object): 'pass' | 'fail' | 'na' {
  const { byEntity } = assessQuality(asData({ [collection]: [record] }), { now: '2024-03-05T11:00:00Z' })
  const [result] = Object.values(byEntity).flatMap(({ rules }) =>
    rules.filter((rule) => rule.ruleId === ruleId),
  )
  if (result === undefined) throw new Error(`${ruleId} has no result`)
  return result.failed > 0 ? 'fail' : result.passed > 0 ? 'pass' : 'na'
}

const ofMail = (email: unknown) => outcomeOf('clientUsers', 'USR-06', { email })
const host = `${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(59)}`
const local = 'a'.repeat(64)

test.each([
  'a@b.io',
  '_@b.io',
  "!#$%&'*+/=?^_`{|}~-@b.io",
  'ab.cd.ef@b.io',
  'añb@b.io',
  'ñ@b.io',
  'e\u0301a@b.io',
  'é٣.ñan@b.io',
  '"a@b"@b.io',
  '"a\\"b"@b.io',
  'a@b-c.d2.io',
  'a@münchen.de',
  `${local}@b.io`,
  `${local}@${host}.x`,
])('%s is an e-mail address', (address) => {
  expect(ofMail(address)).toBe('pass')
})

test.each([
  'b.io',
  '@b.io',
  'a@',
  'a b@b.io',
  'a,b@b.io',
  '.a@b.io',
  'a.@b.io',
  'ab..cd@b.io',
  'a.b..c@b.io',
  'ñ..a@b.io',
  'ñ.@b.io',
  '.ñ@b.io',
  'ñ ñ@b.io',
  'ñ.a b@b.io',
  '"@b.io',
  '"a@b.io',
  'a"@b.io',
  '""@b.io',
  '"a"b"@b.io',
  '"a\\"@b.io',
  '"a\nb"@b.io',
  '"a\\\nb"@b.io',
  'a\u0000@b.io',
  `${local}a@b.io`,
  `${local}@${host}.xy`,
  'a@b',
  'a@b.12',
  'a@-b.io',
  'a@b-.io',
  'a@b..io',
  'a@b.io.',
  'a@b_c.io',
  'a@mün chen.de',
  'a@mün/chen.de',
  'a@ü:80.de',
  'a@ü%zz.de',
  'a@xn--ü.de',
  `a@${'b'.repeat(64)}.io`,
])('%s is no e-mail address', (address) => {
  expect(ofMail(address)).toBe('fail')
})

const ofHost = (domain: unknown) => outcomeOf('clients', 'CLI-08', { emailDomains: [domain] })

test.each(['b.io', 'B.IO', '1.io', 'a.b2', 'a.2b', 'büro.example'])('%s is a host name', (name) => {
  expect(ofHost(name)).toBe('pass')
})

test('a host name has 253 characters at most', () => {
  const of = (length: number) => `${host}.${'e'.repeat(63)}.${'f'.repeat(63)}`.slice(0, length)
  expect([ofHost(of(253)), ofHost(of(254))]).toEqual(['pass', 'fail'])
})

test.each([
  'io',
  'b.12',
  'b.1',
  '.io',
  'b.',
  'a@b.io',
  'ü@b.io',
  'ü b.io',
  'http://ü.io',
  'ü.io?x',
  'ü..io',
  5,
])('%s is no host name', (name) => {
  expect(ofHost(name)).toBe('fail')
})

const ofIp = (address: unknown) => outcomeOf('assets', 'AST-09', { publicIp: address })

test.each([
  '0.0.0.0',
  '9.10.99.100',
  '199.200.249.250',
  '255.255.255.255',
  '::',
  '::1',
  '1::',
  '2001:db8::ff00:42:8329',
  '2001:DB8:0:0:0:ff00:42:8329',
  '1:2:3:4:5:6:7::',
  '::2:3:4:5:6:7:8',
  'fe80::1%eth0',
  'fe80::1%en-0.1',
  '::ffff:192.0.2.1',
  '1:2:3:4:5:6:192.0.2.1',
  '1:2:3:4::192.0.2.1',
])('%s is an address of the Internet protocol', (address) => {
  expect(ofIp(address)).toBe('pass')
})

test.each([
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.4.',
  '.1.2.3.4',
  '1.2.3.256',
  '1.2.3.260',
  '1.2.3.300',
  '01.2.3.4',
  '1.2.3.x',
  'x1.2.3.4',
  '1.2.3.4x',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7:8::',
  '::1::',
  '1::2::3',
  ':::',
  '12345::',
  'g::',
  '1:2:3:4:5:6:7:192.0.2.1',
  '192.0.2.1::',
  '1::192.0.2.999',
  '::192.0.2.1:5',
  'fe80::1%',
  'fe80::1%eth 0',
  'fe80%eth0::1',
  'fe80::1%é',
  '1:2:3:4:5:6:7:',
  5,
])('%s is none', (address) => {
  expect(ofIp(address)).toBe('fail')
})

const ofMac = (address: unknown) => outcomeOf('assets', 'AST-08', { primaryMac: address })

test.each([
  '00:1A:2b:3C:4d:5E',
  '00-1A-2B-3C-4D-5E',
  '00.1a.2b.3c.4d.5e',
  '001a2b3c4d5e',
  '0f:ff:ff:ff:ff:ff',
])('%s is the address of a network card', (address) => {
  expect(ofMac(address)).toBe('pass')
})

test.each([
  '00:1A:2B:3C:4D',
  '00:1A:2B:3C:4D:5E:6F',
  'x00:1A:2B:3C:4D:5E',
  '00:1A-2B:3C:4D:5E',
  '00:1A:2B:3C:4D5E',
  '00:1A:2B:3C:4D:5G',
  '00:00:00:00:00:00',
  'FF:FF:ff:FF:FF:FF',
  'ff-ff-ff-ff-ff-ff',
  '00.00.00.00.00.00',
  '000000000000',
  5,
])('%s is none of a network card', (address) => {
  expect(ofMac(address)).toBe('fail')
})

const ofColour = (colorCode: unknown) => {
  const { crossEntity } = assessQuality(asData({ priorities: [{ id: '1', name: 'High', colorCode }] }), {
    now: '2024-03-05T11:00:00Z',
  })
  return crossEntity.find(({ ruleId }) => ruleId === 'REF-12')?.failed
}

test.each([
  ['#00ffAA', 0],
  ['x#00ffaa', 1],
  ['#00ffaab', 1],
  ['#00ffa', 1],
  ['#00ffag', 1],
  ['00ffaa', 1],
])('colour %s: %i failures', (colour, failed) => {
  expect(ofColour(colour)).toBe(failed)
})
