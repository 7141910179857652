import { startsUpper } from '../evidence/letters.pure.ts'
import { stemsIn, wordsIn, type Word } from '../evidence/words.pure.ts'
import { said, type Said } from './cue-pattern.pure.ts'
import { cueText, cueWordsIn } from './cue-text.pure.ts'
import type { People } from './people.pure.ts'

/** What cleaned words say, read together. */
export interface Reading {
  readonly text: string
  /** Words and redaction tokens with their places in the text. */
  readonly tokens: readonly Word[]
  readonly stems: readonly string[]
  /** Participants named, by index, in order of appearance. */
  readonly named: readonly number[]
  readonly said: Said
}

const NOBODY: readonly number[] = []

/** What a word says wherever it stands; places are those in the word. */
interface ReadWord {
  readonly tokens: readonly Word[]
  readonly stems: readonly string[]
  readonly cueWords: readonly string[]
  readonly mayName: boolean
}

/**
 * Reads the lines of one meeting. People say few words, and those often: what a word says is worked out once for each way it is
 * written. Only names go over several words; a line that may have one is read as a whole. `stems`: of keys met before.
 */
export function createReader(people: People, stems: Map<string, string>): (words: readonly string[]) => Reading {
  const known = new Map<string, ReadWord>()
  const readWord = (word: string): ReadWord => {
    const tokens = wordsIn(word)
    const mayName = tokens.some(({ key, start }) => people.mayName(key, startsUpper(word, start)))
    const read = { tokens, stems: stemsIn(tokens, stems), cueWords: cueWordsIn(word), mayName }
    known.set(word, read)
    return read
  }
  return (words) => {
    const text = words.join(' ')
    const tokens: Word[] = []
    const found: string[] = []
    const cueWords: string[] = []
    let mayName = false
    let at = 0
    for (const word of words) {
      const read = known.get(word) ?? readWord(word)
      for (let i = 0; i < read.tokens.length; i++) {
        const token = read.tokens[i]
        if (token !== undefined) tokens.push({ key: token.key, start: at + token.start, end: at + token.end })
      }
      for (let i = 0; i < read.stems.length; i++) found.push(read.stems[i] ?? '')
      for (let i = 0; i < read.cueWords.length; i++) cueWords.push(read.cueWords[i] ?? '')
      mayName ||= read.mayName
      at += word.length + 1
    }
    const mentions = mayName ? people.mentionsIn(text, tokens) : []
    if (mentions.length === 0) return { text, tokens, stems: found, named: NOBODY, said: said(cueWords) }
    return { text, tokens, stems: found, named: mentions.flatMap(({ person }) => person ?? []), said: cueText(text, mentions) }
  }
}
