import { createDraw } from '../faults/fault-when.js'

const signatures: Readonly<Record<string, readonly number[]>> = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a],
}

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
}

const endingOf = (fileName: string): string => fileName.split('.').at(-1)?.toLowerCase() ?? ''

export const typeOfFile = (fileName: string): string =>
  types[endingOf(fileName)] ?? 'application/octet-stream'

function seedOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** So many bytes, the same ones for the same name; they begin like a file of its ending. */
export function generatedBytes(name: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  const draw = createDraw(seedOf(name))
  for (let at = 0; at < size; at++) bytes[at] = draw() * 256
  bytes.set((signatures[endingOf(name)] ?? []).slice(0, size))
  return bytes
}
