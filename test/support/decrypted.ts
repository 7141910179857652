import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWithPassphrase } from '../../src-main/core/keys/index.ts'

/** SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): pages of 4096 bytes, of which the last 80 are IV (16) and HMAC-SHA-512 (64). */
const PAGE = 4096
const RESERVED = 80
const SALT = 16

/**
 * Every page of a store's database as it would be without its cipher, pages that are free included: what a word that was taken
 * out must not stand in. The store must be closed, so that its log is folded back.
 */
export async function decryptedPages(data: string, passphrase: string): Promise<Buffer> {
  const keys = await openWithPassphrase(data, passphrase, { now: () => Date.now() })
  const key = Buffer.from(keys.databaseKey())
  keys.close()
  const file = readFileSync(join(data, 'sotto.db'))
  const pages: Buffer[] = []
  for (let at = 0; at + PAGE <= file.length; at += PAGE) {
    const page = file.subarray(at, at + PAGE)
    const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(PAGE - RESERVED, PAGE - RESERVED + 16)).setAutoPadding(false)
    pages.push(cipher.update(page.subarray(at === 0 ? SALT : 0, PAGE - RESERVED)), cipher.final())
  }
  return Buffer.concat(pages)
}
