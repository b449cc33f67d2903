import { build } from 'esbuild'

/** A process of a test as plain JavaScript for `node -e`, which starts in a fraction of the time of TypeScript. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    // The package itself is loaded as built, not from the paths of the sources.
    tsconfigRaw: '{}',
    format: 'esm',
    target: 'node20',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
