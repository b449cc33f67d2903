/** An integer of any size that is printed without quotes: a JavaScript number would lose its last digits. */
export class RawNumber {
  readonly digits: string
  constructor(digits: string) {
    this.digits = digits
  }
}
