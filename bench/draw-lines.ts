import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findBrowser } from '../test/metrics/browser.js'

interface Drawing {
  readonly title: string
  readonly lines: Readonly<Record<string, readonly (readonly [x: number, y: number])[]>>
}

const width = 900
const height = 360
const edge = 48
const colors = ['#0a66c8', '#b57600', '#5f6c7b']

/** Draws lines over common axes that begin at zero into a PNG; says so when there is no browser to draw it with. */
export async function drawLines(file: URL, drawing: Drawing): Promise<void> {
  const browserPath = findBrowser(process.env)
  if (browserPath === undefined) {
    console.log('  no browser found: nothing is drawn')
    return
  }
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ viewport: { width, height } })
    await page.setContent(`<body style="margin:0">${svgOf(drawing)}</body>`)
    await page.screenshot({ path: fileURLToPath(file) })
  } finally {
    await browser.close()
  }
}

function svgOf({ title, lines }: Drawing): string {
  const points = Object.values(lines).flat()
  const most = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis] ?? 0)))
  const [mostX = 1, mostY = 1] = most
  const x = (value: number) => edge + (value / mostX) * (width - 2 * edge)
  const y = (value: number) => height - edge - (value / mostY) * (height - 2 * edge)
  const text = (at: readonly [number, number], words: string, fill = '#333') =>
    `<text x="${at[0]}" y="${at[1]}" fill="${fill}">${words}</text>`
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      text([x(share * mostX) - 10, height - edge + 20], (share * mostX).toFixed(0)) +
      text([8, y(share * mostY) + 4], (share * mostY).toFixed(0)),
  )
  const drawn = Object.entries(lines).map(([name, line], at) => {
    const color = colors[at % colors.length] ?? '#333'
    const path = line.map((point) => `${x(point[0]).toFixed(1)},${y(point[1]).toFixed(1)}`).join(' ')
    return `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="1.5"/>${text([width - 200, edge + 18 * at], name, color)}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>${text([edge, 24], title)}${ticks.join('')}${drawn.join('')}</svg>`
}
