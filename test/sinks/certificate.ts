import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate and its key, as PEM. */
export interface Certified {
  readonly cert: string
  readonly key: string
}

/** DER: a tag, the length, the content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const explicit = (at: number, part: Buffer) => der(0xa0 + at, part)
const octets = (content: Buffer) => der(0x04, content)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const time = (text: string) => der(0x18, Buffer.from(text))
const isTrue = der(0x01, Buffer.from([0xff]))

const ecdsaWithSha256 = oid('2a8648ce3d040302')
const commonName = oid('550403')
const subjectAltName = oid('551d11')
const basicConstraints = oid('551d13')

const nameOf = (text: string) => sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(text)))))

function certificate(
  subject: string,
  issuer: string,
  publicKey: KeyObject,
  signer: KeyObject,
  extension: Buffer,
) {
  const content = sequence(
    explicit(0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    sequence(ecdsaWithSha256),
    nameOf(issuer),
    sequence(time('20200101000000Z'), time('21200101000000Z')),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(extension)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, signer))
  const lines = sequence(content, sequence(ecdsaWithSha256), signature)
    .toString('base64')
    .replace(/.{64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

const keyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** An authority of its own that nobody trusts yet, and a server that it certifies for these addresses (IPv4). */
export function certified(...addresses: readonly string[]): {
  readonly ca: string
  readonly server: Certified
} {
  const [authority, server] = [keyPair(), keyPair()]
  const names = addresses.map((address) => der(0x87, Buffer.from(address.split('.').map(Number))))
  const ca = certificate(
    ...(['Test CA', 'Test CA', authority.publicKey, authority.privateKey] as const),
    sequence(basicConstraints, isTrue, octets(sequence(isTrue))),
  )
  const cert = certificate(
    ...(['Test server', 'Test CA', server.publicKey, authority.privateKey] as const),
    sequence(subjectAltName, octets(sequence(...names))),
  )
  return { ca, server: { cert, key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string } }
}
