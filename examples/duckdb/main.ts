/** Asks DuckDB about a folder that `npm start -- extract --out data` wrote: `npm run duckdb -- data`. */
import { openFolder } from './open-folder.js'
import { queries } from './queries.js'

const [folder = 'data'] = process.argv.slice(2)
const { manifest, connection } = await openFolder(folder)
console.log(
  `${manifest.format} of ${manifest.tenant}, ${manifest.origin}, ${manifest.finishedAt.slice(0, 16)} UTC`,
)
for (const { title, sql } of queries) {
  console.log(`\n${title}`)
  const found = await connection.runAndReadAll(sql)
  console.table(found.getRowObjectsJS())
}
connection.closeSync()
