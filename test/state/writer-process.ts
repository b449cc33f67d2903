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
try {
  await Promise.all([writeOn(), writeOn(), writeOn()])
} catch (error) {
  const again = await store.batch([{ put: 'again', value: '' }]).catch(({ code }) => code)
  const { code, message } = error as { code: unknown; message: string }
  process.stdout.write(`${JSON.stringify({ code, message, again, last: await store.get('last') })}\n`)
  await store.close()
}
