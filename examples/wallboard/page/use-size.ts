import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Width and height of an element in tenths of a rem, so that what is drawn in it has the size of the text. */
export function useSize<Type extends Element>(): [RefObject<Type | null>, { width: number; height: number }] {
  const ref = useRef<Type>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () => {
      const tenth = rem() / 10
      const { width, height } = element.getBoundingClientRect()
      const next = { width: Math.floor(width / tenth), height: Math.floor(height / tenth) }
      setSize((last) => (last.width === next.width && last.height === next.height ? last : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size]
}

/** Least height of a row, in rem. */
const leastRow = 2.6

const mostRow = 3.1

/** How many whole rows have room in a list, and how high each is in rem; they share what is left over. */
export function useFittingRows(
  first: number,
): [RefObject<HTMLOListElement | null>, { readonly count: number; readonly height: number }] {
  const [ref, { height }] = useSize<HTMLOListElement>()
  const count = height === 0 ? first : Math.max(1, Math.floor(height / (leastRow * 10)))
  const shared = height === 0 ? leastRow : Math.floor((height / count) * 10) / 100
  return [ref, { count, height: Math.max(leastRow, Math.min(mostRow, shared)) }]
}

export const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
