/**
 * Derives dist/*.cjs from dist/*.js file by file, so that both formats have the same chunks.
 * tsup's own CJS output breaks default imports of axios-retry, or duplicates classes per entry.
 */
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { transform } from 'esbuild'
import { commands } from './entries.js'

const directory = 'dist'
const files = await readdir(directory)
const modules = files.filter((file) => file.endsWith('.js') && !Object.hasOwn(commands, file.slice(0, -3)))
const toCjs = (name: string) => name.replace(/\.js$/, '.cjs')

/** An optional package that ESM imports at the top is required instead. */
const withoutTopLevelAwait = (source: string) =>
  source.replace(
    /await import\(("[^"]+")\)\.catch\(\((\w+)\) => \2\)/g,
    '(() => { try { return require($1) } catch (error) { return error } })()',
  )

await Promise.all(
  modules.map(async (file) => {
    const source = withoutTopLevelAwait(await readFile(`${directory}/${file}`, 'utf8'))
    const usesUrl = source.includes('import.meta.url')
    const { code } = await transform(source, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      define: { 'import.meta.url': '__importMetaUrl' },
      ...(usesUrl && {
        banner: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
      }),
    })
    const own = code
      .replace(/(require|import)\((["'])\.\/([\w.-]+\.js)\2\)/g, (match, call, quote, name) => {
        if (!modules.includes(name)) return match
        const required = `require(${quote}./${toCjs(name)}${quote})`
        // Jest refuses import() in CommonJS.
        return call === 'import' ? `Promise.resolve().then(() => ${required})` : required
      })
      .replace(/\n\/\/# sourceMappingURL=.*$/m, '')
    await writeFile(`${directory}/${toCjs(file)}`, own)
  }),
)
// tsup wrote declarations for ESM only; for CJS they differ in the suffix of relative imports.
await Promise.all(
  files
    .filter((file) => file.endsWith('.d.ts'))
    .map(async (file) => {
      const source = await readFile(`${directory}/${file}`, 'utf8')
      const target = `${directory}/${file.replace(/\.d\.ts$/, '.d.cts')}`
      await copyFile(`${directory}/${file}`, target)
      await writeFile(target, source.replace(/(["'])(\.\/[\w.-]+)\.js\1/g, '$1$2.cjs$1'))
    }),
)
