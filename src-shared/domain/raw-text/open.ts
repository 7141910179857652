import { RawText } from './raw-text.ts'

/** The words inside. Only redaction and the vault may call this (dependency rule `raw-text-is-opened-in-two-places`). */
export function wordsOf(raw: RawText): string {
  return RawText.wordsOf(raw)
}
