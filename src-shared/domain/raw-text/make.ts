import { RawText } from './raw-text.ts'

/** Marks words as raw. Unicode is brought to NFC here, once, before anybody counts offsets. */
export function rawText(words: string): RawText {
  return RawText.of(words.normalize('NFC'))
}
