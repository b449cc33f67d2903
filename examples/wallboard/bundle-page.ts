import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

export interface PageFile {
  readonly type: string
  readonly body: Buffer
  /** Undefined for what is compressed already. */
  readonly gzip?: Buffer
}

export interface PageBundle {
  /** By path; their names change with what is in them. */
  readonly files: ReadonlyMap<string, PageFile>
  /** The page, with a place for its settings. */
  readonly html: (settings: string) => string
  /** Changes when any file does. */
  readonly build: string
}

const folder = fileURLToPath(new URL('page/', import.meta.url))
export const filesPath = '/wallboard'
/** The browser of televisions of 2021. */
const target = 'chrome76'
/** Every page needs it, so it is asked for before the style is read. */
const preloadedFont = 'inter-latin-wght'
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Script, style, font and icon of the page, made of their sources in a fraction of a second. */
export async function bundlePage(): Promise<PageBundle> {
  const { outputFiles } = await build({
    entryPoints: ['main.tsx', 'wallboard.css', 'icon.svg'].map((name) => folder + name),
    outdir: filesPath,
    publicPath: filesPath,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target,
    logLevel: 'error',
    // In place of the file, whose paths lead to the sources of the package.
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'preact' } },
  })
  const files = new Map(
    outputFiles.map(({ path, contents }) => {
      const type = types[extname(path)] ?? 'application/octet-stream'
      const body = Buffer.from(contents)
      const gzip = type.startsWith('font/') ? {} : { gzip: gzipSync(body, { level: 9 }) }
      return [`${filesPath}/${basename(path)}`, { type, body, ...gzip }] as const
    }),
  )
  const named = (extension: string) => [...files.keys()].find((path) => extname(path) === extension) ?? ''
  const template = (await readFile(`${folder}index.html`, 'utf8'))
    .replace('%icon%', named('.svg'))
    .replace('%font%', [...files.keys()].find((path) => path.includes(preloadedFont)) ?? '')
    .replace('%style%', named('.css'))
    .replace('%script%', named('.js'))
  return {
    files,
    html: (settings) => template.replace('%settings%', () => escaped(settings)),
    build: createHash('sha256').update(template).digest('base64url').slice(0, 12),
  }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
