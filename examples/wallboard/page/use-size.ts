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
      const next = { width: Math.round(width / tenth), height: Math.round(height / tenth) }
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

/** How many whole rows have room in a list; its rows share what is left over. */
export function useFittingCount(first: number): [RefObject<HTMLOListElement | null>, number] {
  const [ref, { height }] = useSize<HTMLOListElement>()
  return [ref, height === 0 ? first : Math.max(1, Math.floor(height / (leastRow * 10)))]
}

export const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
