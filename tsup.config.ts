import { defineConfig } from 'tsup'
import { commands, entries } from './scripts/entries.js'

const declarations = process.env.SUPEROPS_BUILD_TYPES !== 'no'

export default defineConfig({
  entry: { ...entries, ...commands },
  format: ['esm'],
  // tsup injects baseUrl, which TypeScript 6 refuses without this.
  dts: declarations ? { entry: entries, compilerOptions: { ignoreDeprecations: '6.0' } } : false,
  splitting: true,
  sourcemap: true,
  clean: true,
  target: 'node20',
  platform: 'node',
  removeNodeProtocol: false,
})
