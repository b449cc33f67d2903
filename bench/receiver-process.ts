/** Takes webhooks and answers 204; tells its port. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// Whoever measures may end without a word.
process.on('disconnect', () => process.exit())
const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(204).end())
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
