import { beforeEach, describe, expect, it } from 'vitest'
import { openKeyStore } from '../../../../src-main/hosts/electron/safe-storage.ts'
import { control } from '../../../fakes/electron/control.ts'

describe('the keychain', () => {
  beforeEach(() => void (control.storage = { isAvailable: true, backend: 'gnome_libsecret' }))

  it('seals and opens, and says who keeps the secret', async () => {
    const keys = await openKeyStore('linux')
    if (keys === null) throw new Error('no keychain')
    expect(keys.keeper).toBe('gnome_libsecret')
    const sealed = await keys.seal('a random key')
    expect(Buffer.from(sealed).toString()).not.toContain('a random key')
    expect(await keys.open(sealed)).toBe('a random key')
    expect((await openKeyStore('darwin'))?.keeper).toBe('keychain')
    expect((await openKeyStore('win32'))?.keeper).toBe('dpapi')
  })

  it('is not used where it hides nothing, or where there is none', async () => {
    for (const backend of ['basic_text', 'unknown']) {
      control.storage.backend = backend
      expect(await openKeyStore('linux')).toBeNull()
    }
    control.storage = { isAvailable: false, backend: 'gnome_libsecret' }
    expect(await openKeyStore('linux')).toBeNull()
  })
})
