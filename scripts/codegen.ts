/**
 * Writes what is derived from src/schema, for each product: entity and input types, field tables,
 * what fields mean, the operation table and the SDL text of the mock tenant.
 * `npm run codegen` writes, `npm run codegen -- --check` fails when a written file differs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { meaningsFile } from './codegen/meanings-file.js'
import { objectsFile } from './codegen/objects-file.js'
import { operationsFile } from './codegen/operations-file.js'
import { header, type ProductSchema, readSchema } from './codegen/schema.js'
import { typesFile } from './codegen/types-file.js'

const msp = readSchema('msp')
const it = readSchema('it')
const generated = 'src/entities/generated'
const sdlFile = (name: string, { sdl }: ProductSchema) =>
  `${header}\nexport const ${name} = ${JSON.stringify(`${sdl}\n`)}\n`

const files: Record<string, string> = {
  [`${generated}/types.ts`]: typesFile(msp),
  [`${generated}/objects.ts`]: objectsFile(msp),
  [`${generated}/meanings.ts`]: meaningsFile(msp),
  [`${generated}/operations.ts`]: operationsFile(msp),
  [`${generated}/it/types.ts`]: typesFile(it, msp),
  [`${generated}/it/objects.ts`]: objectsFile(it),
  [`${generated}/it/operations.ts`]: operationsFile(it),
  'src/testing/generated/msp-sdl.ts': sdlFile('mspSdl', msp),
  'src/testing/generated/it-sdl.ts': sdlFile('itSdl', it),
}
const check = process.argv.includes('--check')
for (const [file, text] of Object.entries(files)) {
  const content = `${text.trimEnd()}\n`
  if (!check) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  } else if (readFileSync(file, 'utf8') !== content) {
    console.error(`${file} differs from the schema: run npm run codegen`)
    process.exitCode = 1
  }
}
