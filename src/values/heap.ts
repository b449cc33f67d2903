/** The least of many items at hand; adding and taking cost the logarithm of their number. */
export interface Heap<Item> {
  readonly size: number
  push(item: Item): void
  peek(): Item | undefined
  pop(): Item | undefined
}

export function createHeap<Item>(isBefore: (left: Item, right: Item) => boolean): Heap<Item> {
  const items: Item[] = []

  /** Puts an item where the first one was. */
  function sink(item: Item): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      const right = items[child + 1]
      if (right !== undefined && isBefore(right, items[child] as Item)) child += 1
      const least = items[child]
      if (least === undefined || !isBefore(least, item)) break
      items[at] = least
      at = child
    }
    items[at] = item
  }

  return {
    get size() {
      return items.length
    },
    push: (item) => {
      let at = items.length
      while (at > 0) {
        const parent = items[(at - 1) >> 1] as Item
        if (!isBefore(item, parent)) break
        items[at] = parent
        at = (at - 1) >> 1
      }
      items[at] = item
    },
    peek: () => items[0],
    pop: () => {
      const first = items[0]
      const last = items.pop()
      if (last !== undefined && items.length > 0) sink(last)
      return first
    },
  }
}
