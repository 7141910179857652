import { safeStorage } from 'electron'

/** The operating system's keychain, as far as a random key goes that opens the store at start-up. */
export interface KeyStore {
  /** Who keeps the secret; recorded beside what was sealed, since another keeper means asking for the passphrase again. */
  readonly keeper: string
  seal(secret: string): Promise<Uint8Array>
  /** @throws Error when it was sealed by another user, on another computer, or by another keeper */
  open(sealed: Uint8Array): Promise<string>
}

/** On Linux the keeper depends on the desktop; elsewhere there is one. */
const keeperOf = (platform: NodeJS.Platform): string =>
  platform === 'darwin' ? 'keychain' : platform === 'win32' ? 'dpapi' : safeStorage.getSelectedStorageBackend()

/** Keepers that hide nothing: a password that stands in Chromium's sources, and one that is not known yet. */
const REFUSED: ReadonlySet<string> = new Set(['basic_text', 'unknown'])

/** The keychain, once the app is ready. @returns null where there is none that keeps a secret */
export async function openKeyStore(platform: NodeJS.Platform = process.platform): Promise<KeyStore | null> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null
  const keeper = keeperOf(platform)
  if (REFUSED.has(keeper)) return null
  return {
    keeper,
    seal: (secret) => safeStorage.encryptStringAsync(secret),
    open: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result,
  }
}
