import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, settingsFrom } from '../../../src-shared/domain/settings.ts'
import { openSotto, PASSPHRASE } from '../../support/sotto.ts'

describe('what is kept of settings', () => {
  it('takes whatever another version wrote, and keeps each value it knows', () => {
    const kept = { ...DEFAULT_SETTINGS, agreement: 'require', mode: 'a later invention', calendar: '/home/me/work.ics', more: true }
    expect(settingsFrom(kept)).toEqual({ ...DEFAULT_SETTINGS, agreement: 'require', calendar: '/home/me/work.ics' })
  })

  it('is settings whatever was read', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        expect(Object.keys(settingsFrom(kept))).toEqual(Object.keys(DEFAULT_SETTINGS))
      }),
    )
  })
})

describe('settings of a store', () => {
  let opened: Awaited<ReturnType<typeof openSotto>> | null = null
  afterEach(() => opened?.remove())

  it('outlive a lock, and two changes at once are both made', async () => {
    opened = await openSotto()
    const { client } = opened
    expect(await client.settings.get({})).toEqual(DEFAULT_SETTINGS)
    await Promise.all([client.settings.set({ agreement: 'require' }), client.settings.set({ words: 'after', notice: ' May I record? ' })])
    await client.system.lock({})
    await expect(client.settings.get({})).rejects.toMatchObject({ code: 'LOCKED' })
    await client.system.unlock({ passphrase: PASSPHRASE })
    expect(await client.settings.get({})).toEqual({ ...DEFAULT_SETTINGS, agreement: 'require', words: 'after', notice: 'May I record?' })
  })
})
