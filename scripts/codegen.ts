/**
 * Writes what is derived from src/schema/msp/*.graphql: entity and input types, field tables,
 * what fields mean, the operation table and the SDL text of the mock tenant.
 * `npm run codegen` writes, `npm run codegen -- --check` fails when a written file differs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { meaningsFile } from './codegen/meanings-file.js'
import { objectsFile } from './codegen/objects-file.js'
import { operationsFile } from './codegen/operations-file.js'
import { header, sdl } from './codegen/schema.js'
import { typesFile } from './codegen/types-file.js'

const files: Record<string, string> = {
  'src/entities/generated/types.ts': typesFile(),
  'src/entities/generated/objects.ts': objectsFile(),
  'src/entities/generated/meanings.ts': meaningsFile(),
  'src/entities/generated/operations.ts': operationsFile(),
  'src/testing/generated/msp-sdl.ts': `${header}\nexport const mspSdl = ${JSON.stringify(`${sdl}\n`)}\n`,
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
