import { levelStore } from '@superhack/superops/state/level'
import { batchOf } from './numbered-batches.js'

/** Writes batches from a number on, some at a time, and prints the number of each that is acknowledged. */
const [directory = '', from = '0'] = process.argv.slice(2)
const store = await levelStore(directory)
process.stdout.write('open\n')
let number = Number(from)
async function writeOn(): Promise<void> {
  for (;;) {
    const own = number++
    await store.batch(batchOf(own))
    process.stdout.write(`${own}\n`)
  }
}
await Promise.all([writeOn(), writeOn(), writeOn()]).catch((error) => {
  process.stdout.write(`${error.code} ${error.message}\n`)
})
