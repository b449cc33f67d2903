import type { Asset } from '../../entities/generated/types.js'
import type { Input, Resolver } from '../scene.js'
import { alertAsset } from '../world/alerts.js'
import { wireTime } from '../world/wire-time.js'
import { inputsOf } from './generic-mutations.js'
import { tokenUser } from './ticket-mutations.js'
import { createRecord, existing, updateRecord } from './write-record.js'

const createAlert: Resolver = (argument, scene) => {
  const { assetId, ...input } = argument as Input
  const { world } = scene
  const asset = existing('Asset', assetId, scene)
  return createRecord('Alert', input, scene, {
    asset: alertAsset(world.references, asset as never),
    createdTime: wireTime(world.now()),
    status: 'Open',
    severity: 'High',
    occurrenceCount: 1,
  })
}

const resolveAlerts: Resolver = (argument, scene) => {
  for (const { id } of inputsOf(argument)) {
    const alert = existing('Alert', id, scene)
    alert.status = 'Resolved'
    alert.resolvedTime ??= wireTime(scene.world.now())
  }
  return true
}

const assignDeviceCategory: Resolver = (argument, scene) => {
  const { deviceCategoryId, assetIds } = argument as Input
  const category = existing('DeviceCategory', deviceCategoryId, scene)
  for (const id of assetIds as readonly string[])
    existing('Asset', id, scene).deviceCategory = scene.world.references.to('DeviceCategoryRef', category)
  return true
}

const softDeleteAsset: Resolver = (argument, scene) => {
  scene.world.tables.Asset.remove(String((argument as Input).assetId))
  return true
}

const updateAsset: Resolver = (argument, scene) => {
  const input = argument as Input
  const asset = updateRecord('Asset', existing('Asset', input.assetId, scene), input, scene)
  // Alerts show the owner of their machine under another name.
  alertAsset(scene.world.references, asset as unknown as Asset)
  return asset
}

const runScriptOnAsset: Resolver = (argument, scene) => {
  const input = argument as Input
  const { world } = scene
  const asset = existing('Asset', input.assetId, scene) as unknown as Asset
  const { scriptId, name } = existing('Script', input.scriptId, scene)
  const addedBy = world.references.to('UserRef', tokenUser(scene))
  const runs = world.scriptRuns.get(String(asset.assetId)) ?? []
  const activity = {
    activityId: world.random.id(),
    module: 'SCRIPT',
    activityType: 'SCRIPT_EXECUTED',
    activityData: { name, status: 'SUCCESS' },
    createdBy: addedBy,
    createdTime: wireTime(world.now()),
  }
  world.scriptRuns.set(String(asset.assetId), [activity, ...runs])
  return {
    actionConfigId: world.random.id(),
    script: { scriptId, name },
    scriptArguments: input.scriptArguments ?? null,
    addedBy,
  }
}

export const assetMutations: Readonly<Record<string, Resolver>> = {
  assignDeviceCategory,
  createAlert,
  resolveAlerts,
  runScriptOnAsset,
  softDeleteAsset,
  updateAsset,
}
