import { WebSocket } from 'ws'

/**
 * Clients in a process of their own: `following-process.mjs <url> <clients>`. Says `ready` once all read `tickets`; asked
 * for a number, answers it when all of them read every event up to it, or what they miss; asked for `codes`, answers the
 * codes that they were closed with.
 */
const [url = '', clients = '1'] = process.argv.slice(2)
const subscribe = JSON.stringify({ type: 'subscribe', id: 1, streams: ['tickets'] })
const opened: Promise<void>[] = []
const closed: Promise<number>[] = []
const standing = new Array<number>(Number(clients)).fill(0)
let isAwaited = 0
const tell = () => {
  if (isAwaited === 0 || standing.some((sequence) => sequence < isAwaited)) return
  process.send?.(isAwaited)
  isAwaited = 0
}
for (const [index] of standing.entries()) {
  const socket = new WebSocket(url, 'superops.stream.v1')
  closed.push(new Promise((resolve) => socket.on('close', resolve)))
  opened.push(
    new Promise((resolve) => {
      socket.on('open', () => socket.send(subscribe))
      socket.on('message', (data) => {
        const text = String(data)
        if (text.startsWith('{"type":"subscribed"')) resolve()
        if (text.startsWith('{"type":"ping"')) socket.send('{"type":"pong"}')
        const [, sequence] = /"sequence":"(\d+)"/.exec(text) ?? []
        if (sequence === undefined) return
        const expected = (standing[index] ?? 0) + 1
        if (Number(sequence) !== expected)
          process.send?.(`client ${index}: ${sequence} in place of ${expected}`)
        standing[index] = Number(sequence)
        tell()
      })
    }),
  )
}
await Promise.all(opened)
process.on('message', async (asked) => {
  if (asked === 'codes') return void process.send?.(await Promise.all(closed))
  isAwaited = Number(asked)
  tell()
})
process.send?.('ready')
