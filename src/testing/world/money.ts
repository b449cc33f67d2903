/** Money and quantities as whole hundredths, so that sums are exact. */
export const toCents = (text: string): number => Math.round(Number(text) * 100)

/** `1250.25`, `10.00`, with two digits as the vendor prints amounts. */
export const fromCents = (cents: number): string => (cents / 100).toFixed(2)

/** Cents of a price times a quantity, less a discount in percent. */
export const lineCents = (unitPrice: string, quantity: string, discountRate: string | null): number =>
  Math.round((toCents(unitPrice) * toCents(quantity) * (100 - Number(discountRate ?? 0))) / 10_000)
