import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApi } from '../http/described.js'

test('openapi.yaml is a valid OpenAPI 3.1 document', async () => {
  const validator = new Validator()
  const result = await validator.validate(structuredClone(openApi))
  expect(result).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
})
