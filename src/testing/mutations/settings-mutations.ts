import type { Field, Option } from '../../entities/generated/types.js'
import type { Input, Resolver, Scene } from '../scene.js'
import { inputsOf } from './generic-mutations.js'
import { completeRecord, createRecord, type Row } from './write-record.js'

/** Seen live: text, para, date, dt, mselect; the other kinds are not known. */
const columnSuffix: Readonly<Record<string, string>> = {
  PARAGRAPH: 'para',
  DATE: 'date',
  DATETIME: 'dt',
  MULTI_SELECT: 'mselect',
  CHECKBOX: 'checkbox',
  SELECT: 'select',
  NUMERIC: 'num',
  DECIMAL: 'decimal',
}

const numberIn = (columnName: string): number => Number(/^udf(\d+)/.exec(columnName)?.[1] ?? 0)

function newOption(value: string, order: number, parent: Option | null, { world }: Scene): Option {
  const parentOption = parent && ({ id: parent.id, value: parent.value } as Option)
  return { id: world.random.id(), value, description: null, order, parentOption }
}

const customField =
  (table: 'TicketCustomField' | 'ClientCustomField', module: string): Resolver =>
  (argument, scene) => {
    const { options, ...input } = argument as Input
    const { tables } = scene.world
    const taken = tables.Field.rows.flatMap((field) =>
      field.module === module ? [numberIn(field.columnName)] : [],
    )
    const columnName = `udf${Math.max(0, ...taken) + 1}${columnSuffix[String(input.fieldType)] ?? 'text'}`
    const field = createRecord('CustomField', input, scene, { columnName })
    tables[table].add(field as never)
    const values = Array.isArray(options) ? options.map(String) : []
    const row = {
      ...input,
      id: field.id,
      module,
      columnName,
      showToRequester: input.showToClient,
      fieldCategory: 'CUSTOM',
      mandatoryOnCreate: false,
      mandatoryOnClosure: false,
      options: values.length > 0 ? values.map((value, at) => newOption(value, at + 1, null, scene)) : null,
    }
    tables.Field.add(completeRecord('Field', row, scene) as unknown as Field)
    return field
  }

/** Adds a choice to a field of tickets; answers it, so that children can name it. */
function offer(columnName: string, value: unknown, parent: Option | null, scene: Scene): Option | null {
  const { rows } = scene.world.tables.Field
  const field = rows.find((row) => row.module === 'TICKET' && row.columnName === columnName)
  if (field?.options == null) return null
  const option = newOption(String(value), field.options.length + 1, parent, scene)
  field.options.push(option)
  return option
}

/** New categories, causes and statuses, with their children, are offered by their fields as well. */
const withOptions =
  (
    type: 'Category' | 'Cause' | 'Status',
    column: string,
    children?: { list: string; column: string },
  ): Resolver =>
  (argument, scene) =>
    inputsOf(argument).map((input) => {
      const record = createRecord(type, input, scene)
      const option = offer(column, record.name, null, scene)
      const list = children === undefined ? [] : ((record[children.list] ?? []) as readonly Row[])
      for (const child of list) offer(children?.column ?? '', child.name, option, scene)
      return record
    })

export const settingsMutations: Readonly<Record<string, Resolver>> = {
  createCategories: withOptions('Category', 'category', { list: 'subCategories', column: 'subcategory' }),
  createCauses: withOptions('Cause', 'cause', { list: 'subCauses', column: 'subcause' }),
  createClientCustomField: customField('ClientCustomField', 'COMPANY'),
  createServiceCatalogItem: (argument, scene) =>
    createRecord('ServiceCatalogItem', argument as Input, scene, { status: 'ACTIVE' }),
  createStatus: withOptions('Status', 'status'),
  createTicketCustomField: customField('TicketCustomField', 'TICKET'),
}
