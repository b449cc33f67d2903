import { createEvent, type EventDraft, eventId, type StreamEvent } from '@superhack/superops/streams'
import { CloudEvent, HTTP } from 'cloudevents'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.js'
import { sampleEvent } from './sample-event.js'

const identity = { source: 'superops/acme/msp', stream: 'tickets', type: 'ticket.updated', subject: '7' }

test('an event is a CloudEvent whose members come in the order of the specification', () => {
  const event = sampleEvent(7, { data: { clientId: null }, version: 'v' })
  expect(JSON.stringify(event)).toBe(
    `{"specversion":"1.0","id":"${eventId({ ...identity, version: 'v' })}","source":"superops/acme/msp","type":"ticket.updated","time":"2026-01-02T03:04:05.000Z","subject":"7","datacontenttype":"application/json","data":{"clientId":null},"stream":"tickets","sequence":"7","epoch":"e1","origin":"live"}`,
  )
  expect(new CloudEvent({ ...event }, true).toJSON()).toEqual(event)
})

test('an event survives the structured mode of another implementation', () => {
  const event = sampleEvent(1)
  const headers = { 'content-type': 'application/cloudevents+json' }
  const read = HTTP.toEvent({ headers, body: JSON.stringify(event) }) as CloudEvent<unknown>
  expect(read.validate()).toBe(true)
  expect({ ...read.toJSON() }).toEqual(event)
})

test('every event that can be drafted is a valid CloudEvent', () => {
  const text = fc.string({ minLength: 1 })
  const draft: fc.Arbitrary<EventDraft<string>> = fc.record(
    {
      source: fc.webPath({ size: 'small' }).map((path) => `superops${path}`),
      stream: fc.constantFrom('metrics', 'tickets', 'clients'),
      type: fc.constantFrom('metrics.updated', 'ticket.updated', 'client.updated'),
      subject: text,
      version: text,
      time: fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date(253_402_300_799_999) })
        .map((date) => date.toISOString()),
      epoch: text,
      sequence: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      origin: fc.constantFrom('live', 'mock'),
      data: fc.jsonValue(),
    },
    { requiredKeys: ['source', 'stream', 'type', 'version', 'time', 'epoch', 'sequence', 'origin', 'data'] },
  )
  const property = fc.property(draft, (value) => {
    const event: StreamEvent = JSON.parse(JSON.stringify(createEvent(value)))
    expect(new CloudEvent({ ...event }, true).validate()).toBe(true)
    expect(event.id).toMatch(/^[\w-]{22}$/)
  })
  fc.assert(property, { numRuns: runs(1000) })
})

test('the id is the same for the same fact, wherever it is told from', () => {
  expect(eventId({ ...identity, version: 'a' })).toBe('FJ9b9OB8qX9t-vxE-UAOUn')
  expect(sampleEvent(3, { epoch: 'e2', sequence: 9 }).id).toBe(sampleEvent(3).id)
})

test('the id differs as soon as one part differs, also when the parts read the same in a row', () => {
  const ids = [
    eventId({ ...identity, version: 'a' }),
    eventId({ ...identity, version: 'b' }),
    eventId({ ...identity, subject: '8', version: 'a' }),
    eventId({ ...identity, stream: 'ticket', type: 'sticket.updated', version: 'a' }),
    eventId({ ...identity, type: 'ticket.updated7', subject: '', version: 'a' }),
    eventId({ source: identity.source, stream: 'tickets', type: 'ticket.updated', version: 'a' }),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})
