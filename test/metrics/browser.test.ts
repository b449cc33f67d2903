import { fileURLToPath } from 'node:url'
import * as metrics from '@superhack/superops/metrics'
import * as quality from '@superhack/superops/quality'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { allFigures } from './all-figures.js'
import { browserPath, whyNoBrowser } from './browser.js'
import { ctx, mockData } from './mock-figures.js'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The built files and the lines that ask them, as one script that defines `figuresOf`. */
async function bundle(): Promise<{ script: string; inputs: string[] }> {
  const contents = `
    import * as metrics from '../../dist/metrics.js'
    import * as quality from '../../dist/quality.js'
    import { allFigures } from './all-figures.ts'
    globalThis.figuresOf = (data, ctx) => allFigures(metrics, quality, data, ctx)`
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'js' },
    bundle: true,
    write: false,
    logLevel: 'error',
    metafile: true,
    platform: 'browser',
    format: 'iife',
    tsconfigRaw: '{}',
  })
  return { script: outputFiles.map(({ text }) => text).join(''), inputs: Object.keys(metafile.inputs) }
}

test('metrics and quality are bundled for a browser of nothing but their own files', async () => {
  const { script, inputs } = await bundle()
  expect(script).not.toMatch(/\bnode:|\brequire\(/)
  expect(inputs.filter((file) => file.includes('node_modules'))).toEqual([])
  expect(inputs.filter((file) => file.startsWith('dist/')).length).toBeGreaterThan(0)
})

if (whyNoBrowser !== undefined) {
  process.stderr.write(`NOT RUN: figures in a browser (${whyNoBrowser})\n`)
  test.skip(`NOT RUN, ${whyNoBrowser}: a browser computes what Node does`, () => {})
} else
  test('a browser computes what Node does, byte for byte', { timeout: 120_000 }, async () => {
    if (browserPath === undefined) throw new Error('a browser is required')
    const data = mockData(60)
    const expected = allFigures(metrics, quality, data, ctx)
    const { script } = await bundle()
    // Root may not use the sandbox; nothing foreign is loaded.
    const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage({ timezoneId: 'Pacific/Apia', locale: 'de-DE' })
      await page.addScriptTag({ content: script })
      const call = `figuresOf(${JSON.stringify(data)}, ${JSON.stringify(ctx)})`
      expect(await page.evaluate<string>(call)).toBe(expected)
    } finally {
      await browser.close()
    }
  })
