/**
 * Time of `import '@superhack/superops'` in a fresh process against `import 'axios'`, which is part of it; the time
 * of an empty process is taken off both.
 *
 * npm run bench -- import
 */
import { execFileSync } from 'node:child_process'
import { interleave } from './measure.js'

const rounds = 25
const index = new URL('../dist/index.js', import.meta.url).href

const inFreshProcess = (code: string) => () =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code])

const measured = interleave(
  {
    nothing: inFreshProcess(''),
    axios: inFreshProcess("import 'axios'"),
    core: inFreshProcess(`import ${JSON.stringify(index)}`),
  },
  rounds,
  2,
)
const empty = measured.get('nothing') ?? Number.NaN
const axios = (measured.get('axios') ?? Number.NaN) - empty
const core = (measured.get('core') ?? Number.NaN) - empty

console.log(
  `\nimport in a fresh process, median of ${rounds}, an empty process of ${empty.toFixed(0)} ms taken off`,
)
console.log(`  axios                 ${axios.toFixed(0).padStart(4)} ms`)
console.log(`  @superhack/superops   ${core.toFixed(0).padStart(4)} ms   ${(core / axios).toFixed(2)} x`)
