import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { continuationOf, rangeHeaders } from '../../../src-main/core/models/answer.ts'

const TOTAL = 1000
const read = (status: number, headers: Record<string, string>, have = 400) => continuationOf({ status, headers: new Headers(headers) }, have, TOTAL)

describe('the head of an answer', () => {
  it.each<[number, Record<string, string>, object]>([
    [200, { 'content-length': '1000', etag: '"a"' }, { kind: 'whole', etag: '"a"' }],
    [200, {}, { kind: 'whole', etag: null }],
    [200, { etag: 'W/"a"' }, { kind: 'whole', etag: null }],
    [200, { etag: '"a", "b"' }, { kind: 'whole', etag: null }],
    [200, { 'content-length': '999' }, { kind: 'other file' }],
    [200, { 'content-encoding': 'br' }, { kind: 'other file' }],
    [206, { 'content-range': 'bytes 400-999/1000' }, { kind: 'append' }],
    [206, { 'content-range': 'bytes 400-999/*' }, { kind: 'append' }],
    [206, { 'content-range': 'bytes 400-499/1000' }, { kind: 'append' }],
    [206, { 'content-range': 'bytes 399-999/1000' }, { kind: 'ask again' }],
    [206, { 'content-range': 'bytes 400-1099/1100' }, { kind: 'other file' }],
    [206, { 'content-type': 'multipart/byteranges; boundary=x' }, { kind: 'ask again' }],
    [416, { 'content-range': 'bytes */1000' }, { kind: 'ask again' }],
    [204, {}, { kind: 'refused', status: 204 }],
    [304, {}, { kind: 'refused', status: 304 }],
    [404, {}, { kind: 'refused', status: 404 }],
  ])('%i %o', (status, headers, expected) => expect(read(status, headers)).toEqual(expected))

  it('is never appended to other bytes than those that come before it', () => {
    fc.assert(
      fc.property(fc.nat(TOTAL - 1), fc.nat(TOTAL), fc.nat(2 * TOTAL), fc.constantFrom(String(TOTAL), '*', '999'), (have, first, last, whole) => {
        const { kind } = read(206, { 'content-range': `bytes ${first}-${last}/${whole}` }, have)
        expect(kind === 'append').toBe(have > 0 && first === have && whole !== '999')
      }),
    )
  })
})

it('asks for what is missing, of the version it has', () => {
  expect(rangeHeaders(0, '"a"')).toEqual({})
  expect(rangeHeaders(5, '"a"')).toEqual({ range: 'bytes=5-', 'if-range': '"a"' })
  expect(rangeHeaders(5, null)).toEqual({ range: 'bytes=5-' })
})
