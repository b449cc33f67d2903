import type { QuirkName } from '../quirks.js'

interface FailingSelection {
  readonly quirk: QuirkName
  /** Asking for any of them fails the whole operation. */
  readonly paths: readonly string[]
}

/** Queries whose answer fails inside when certain fields are asked for. */
export const failingSelections: Readonly<Record<string, FailingSelection>> = {
  getServiceItemList: { quirk: 'salesTaxRateFails', paths: ['items.salesTax.totalRate'] },
  getUnMonitoredAssetList: {
    quirk: 'unmonitoredAssetFieldsFail',
    paths: ['assets.primaryMac', 'assets.patchStatus'],
  },
}
