import { afterAll, expect } from 'vitest'
import { endAll } from '../../http/serving.js'
import { browserTest, eventually, figuresShown, openBoard, tiles } from './browser.js'
import { at, serveDesk, ticket } from './desk.js'

afterAll(endAll)

browserTest(
  'a tone is played once somebody asked for it, for what is newly late, once in half a minute',
  async () => {
    const desk = await serveDesk()
    const page = await openBoard(desk.url, {
      before: `window.tones = 0
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (...given) {
      tones++
      return start.apply(this, given)
    }`,
    })
    await figuresShown(page)
    const tones = () => page.evaluate('tones')
    const late = async (id: string) => {
      const { overdue } = await tiles(page)
      await desk.put(ticket(id, { priority: 'Critical', resolutionDueTime: at(-1) }))
      await eventually(() => tiles(page)).toMatchObject({ overdue: `${Number(overdue) + 1}` })
    }
    await late('997')
    expect(await tones()).toBe(0)
    await page.keyboard.press('s')
    await late('998')
    await eventually(tones).toBe(1)
    await late('999')
    await page.waitForTimeout(500)
    expect(await tones()).toBe(1)
    expect(page.told).toEqual([])
  },
)

const recorded = `window.asked = []
Object.defineProperty(navigator, 'wakeLock', { value: { request: async (type) => void asked.push(type) } })
const { setInterval: every } = window
window.setInterval = (run, ms) => {
  if (ms !== 600000) return every(run, ms)
  window.tenMinutesLater = run
  return 0
}`

browserTest('on a wall the screen stays on and the picture shifts a little every ten minutes', async () => {
  const desk = await serveDesk()
  const page = await openBoard(desk.url, { before: recorded })
  await figuresShown(page)
  expect(await page.evaluate('asked')).toEqual(['screen'])
  const place = () =>
    page.evaluate(`(() => {
      tenMinutesLater()
      const { left, top } = document.querySelector('.tile').getBoundingClientRect()
      return [Math.round(left), Math.round(top)]
    })()`) as Promise<[number, number]>
  const places: [number, number][] = []
  for (let time = 0; time < 5; time++) places.push(await place())
  expect(new Set(places.slice(0, 4).map(String)).size).toBe(4)
  expect(places[4]).toEqual(places[0])
  const [first = [0, 0]] = places
  for (const [left, top] of places) {
    expect(Math.abs(left - first[0])).toBeLessThanOrEqual(3)
    expect(Math.abs(top - first[1])).toBeLessThanOrEqual(3)
  }
  await page.goto(`${desk.url}/?view=desk`)
  await figuresShown(page)
  expect(await page.evaluate('asked')).toEqual([])
  expect(await place()).toEqual(await place())
})
