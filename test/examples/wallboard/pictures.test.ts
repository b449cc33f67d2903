import { mkdir } from 'node:fs/promises'
import { afterAll, test } from 'vitest'
import { endAll } from '../../http/serving.js'
import { browserTest, figuresShown, openBoard } from './browser.js'
import { cuttable } from './cuttable.js'
import { at, serveDesk, ticket } from './desk.js'

afterAll(endAll)

/** Where pictures are written, to be looked at; none are without it. */
const folder = process.env.WALLBOARD_PICTURES

const sizes = {
  wall: [1920, 1080],
  far: [1920, 1080],
  desk: [1366, 768],
  phone: [390, 844],
} as const
type View = keyof typeof sizes

async function shoot(url: string, name: string, view: View, theme: string, settled = figuresShown) {
  const [width, height] = sizes[view]
  const page = await openBoard(url, { width, height, query: `?view=${view}&theme=${theme}` })
  await settled(page)
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${folder}/${name}-${view}-${theme}.png`, fullPage: view === 'phone' })
  return page
}

if (folder === undefined)
  test.skip('WALLBOARD_PICTURES names no folder: pictures of every view and state', () => {})
else
  browserTest(
    'pictures of every view and state are written',
    async () => {
      await mkdir(folder, { recursive: true })
      const desk = await serveDesk({ rate: 60, ticketUrl: 'https://acme.example/t/{ticketId}' })
      const clock = await serveDesk()
      // What technicians did is known of what happens only.
      const did = [
        ['460', { technician: null }],
        ['391', { firstResponseTime: at(-9) }],
        ['412', { technician: { userId: 'tech-3', name: 'Priya Natarajan' } }],
      ] as const
      for (const [id, more] of did) await clock.put({ ...clock.get(id), ...more, updatedTime: at(-4) })
      for (const id of ['60', '61', '65', '610'])
        await clock.put({
          ...clock.get(id),
          status: 'Resolved',
          resolutionTime: at(-14),
          updatedTime: at(-14),
        })
      for (const view of ['wall', 'far', 'desk', 'phone'] as const)
        for (const theme of ['dark', 'light']) await shoot(clock.url, 'live', view, theme)
      await shoot(desk.url, 'fast', 'wall', 'dark')
      const calm = await serveDesk({
        tickets: [ticket('1', { status: 'Resolved', createdTime: at(-2000), resolutionTime: at(-900) })],
      })
      for (const view of ['wall', 'phone'] as const) await shoot(calm.url, 'calm', view, 'light')
      const partial = await serveDesk({ failing: ['technicians'] })
      await shoot(partial.url, 'partial', 'wall', 'dark')
      const stalled = await cuttable(clock.url)
      stalled.stallBoard()
      await shoot(stalled.url, 'loading', 'wall', 'dark', (page) => page.waitForSelector('.due-row.block'))
      const line = await cuttable(clock.url)
      for (const view of ['wall', 'phone'] as const)
        for (const theme of ['dark', 'light']) {
          const page = await shoot(line.url, 'before', view, theme)
          line.cut()
          await page.waitForSelector('.banner', { timeout: 15_000 })
          await page.waitForTimeout(300)
          await page.screenshot({ path: `${folder}/lost-${view}-${theme}.png`, fullPage: view === 'phone' })
          await page.context().close()
          line.mend()
        }
      const helped = await shoot(clock.url, 'help', 'desk', 'light')
      await helped.keyboard.press('?')
      await helped.waitForSelector('dialog')
      await helped.screenshot({ path: `${folder}/help-desk-light.png` })
    },
    240_000,
  )
