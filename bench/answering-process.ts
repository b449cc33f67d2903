/** A server in a process of its own that answers each POST by the bytes of a file: `tsx answering-process.ts tiny page`. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const answers = process.argv.slice(2).map((file) => readFileSync(file))
const server = createServer((request, response) => {
  const bytes = answers[Number(request.url?.slice(1, 2) ?? 0)] ?? Buffer.alloc(0)
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
    response.end(bytes)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) process.stdout.write(`${address.port}\n`)
})
