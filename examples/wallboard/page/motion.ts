const moveMs = 250
const fadeMs = 600

const wantsNone = () => matchMedia('(prefers-reduced-motion: reduce)').matches

interface Place {
  readonly top: number
  readonly said: string
}

/** Rows that move do so visibly, and a row that says something new is lit for a moment. */
export class RowMotion {
  #places = new Map<string, Place>()

  /** Called after each drawing. */
  run(root: ParentNode, isQuiet: boolean): void {
    const before = this.#places
    const now = new Map<string, Place>()
    const moves: (() => void)[] = []
    const isStill = isQuiet || wantsNone()
    for (const element of root.querySelectorAll<HTMLElement>('[data-row]')) {
      const { row = '', says: said = '' } = element.dataset
      const place = { top: element.offsetTop, said }
      now.set(row, place)
      const old = before.get(row)
      if (isStill || before.size === 0) continue
      if (old !== undefined && old.top !== place.top)
        moves.push(() => {
          const from = `translateY(${old.top - place.top}px)`
          element.animate([{ transform: from }, { transform: 'none' }], {
            duration: moveMs,
            easing: 'ease-out',
          })
        })
      if (old === undefined || old.said !== said)
        moves.push(() => {
          const tint = getComputedStyle(element).getPropertyValue('--lit').trim()
          if (tint !== '')
            element.animate([{ backgroundColor: tint }, { backgroundColor: 'transparent' }], fadeMs)
        })
    }
    this.#places = now
    for (const move of moves) move()
  }
}

/** A moved element loses the focus; it belongs to the row, not to the place. */
export function keepingFocus(draw: () => void): void {
  const focused = document.activeElement
  draw()
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected)
    focused.focus({ preventScroll: true })
}
