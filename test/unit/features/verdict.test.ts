import { describe, expect, it } from 'vitest'
import type { EgressRecord } from '../../../src-shared/domain/egress.ts'
import { isThisComputer, verdictOf } from '../../../src-renderer/features/privacy/verdict.ts'

const request = (intent: Partial<EgressRecord['intent']>, outcome: Partial<NonNullable<EgressRecord['outcome']>> | null = {}): EgressRecord => ({
  id: '1',
  intent: { at: 0, purpose: 'ollama', host: '127.0.0.1', port: 11_434, method: 'POST', path: '/api/chat', ...intent },
  outcome: outcome === null ? null : { at: 1, result: 'ok', reason: null, status: 200, requestBytes: 0, responseBytes: 10, ...outcome },
})
const download: Partial<EgressRecord['intent']> = { purpose: 'model-download', host: 'models.example', port: 443, method: 'GET', path: null }

describe('what the ledger bears out', () => {
  it('is that nothing left when all stayed here or was refused', () => {
    const asked = request({}, { requestBytes: 5000 })
    const refused = request({ host: 'elsewhere.example' }, { result: 'refused', reason: 'host', status: null })
    expect(verdictOf([asked, refused])).toEqual({ left: 'nothing', here: 1, outside: 0, sentBytes: 0, unsure: 0 })
    expect(verdictOf([])).toMatchObject({ left: 'nothing', here: 0 })
  })

  it('is that no words left when models were fetched without sending anything', () => {
    expect(verdictOf([request(download), request({}, { requestBytes: 9 })])).toMatchObject({ left: 'no-words', outside: 1, here: 1 })
  })

  it('is that something left when bytes went out, or a request to elsewhere was no fetching', () => {
    expect(verdictOf([request(download, { requestBytes: 3 })])).toMatchObject({ left: 'something', sentBytes: 3 })
    expect(verdictOf([request({ ...download, method: 'POST' })])).toMatchObject({ left: 'something' })
    expect(verdictOf([request({ host: 'elsewhere.example' })])).toMatchObject({ left: 'something' })
  })

  it('counts as unsure what went out and has no recorded end', () => {
    expect(verdictOf([request(download, null), request({}, null)])).toMatchObject({ unsure: 1, outside: 1 })
  })

  it('knows this computer only by its own addresses', () => {
    expect(['127.0.0.1', '127.8.9.10', '[::1]', 'localhost'].every(isThisComputer)).toBe(true)
    expect(['127.0.0.1.example', '192.168.0.2', '0.0.0.0', '', 'localhost.example', '[::2]'].some(isThisComputer)).toBe(false)
  })
})
