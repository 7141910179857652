import { Tokenizer } from '@huggingface/tokenizers'
import { z } from 'zod'
import { textsOfBytePieces } from './byte-pieces.pure.ts'
import { piecesAt, type Range } from './pieces-at.pure.ts'

export interface Piece extends Range {
  readonly id: number
}

export interface Pieces {
  /** The pieces of one word that stands at `at`, with their places in the text. */
  of(word: string, at: number): Piece[]
  /** Ids that stand before and behind every text. */
  readonly before: readonly number[]
  readonly behind: readonly number[]
}

const kindSchema = z.looseObject({ type: z.string() })
const fileSchema = z.looseObject({
  pre_tokenizer: z.looseObject({ type: z.string(), pretokenizers: z.array(kindSchema).optional() }).nullish(),
  model: z.looseObject({ type: z.enum(['WordPiece', 'BPE', 'Unigram']), continuing_subword_prefix: z.string().nullish() }),
})

/** WordPiece, byte-level BPE and SentencePiece's Unigram, as `tokenizer.json` of Hugging Face describes them. @throws what parsing throws */
export function openTokenizer(json: unknown): Pieces {
  const { pre_tokenizer: before, model } = fileSchema.parse(json)
  const encoder = new Tokenizer(z.record(z.string(), z.unknown()).parse(json), {})
  const isByteLevel = [before, ...(before?.pretokenizers ?? [])].some((part) => part?.type === 'ByteLevel')
  const inner = model.continuing_subword_prefix ?? (model.type === 'WordPiece' ? '##' : '')

  const texts = (tokens: readonly string[]): (string | null)[] => {
    if (isByteLevel) return textsOfBytePieces(tokens)
    return tokens.map((token, at) => {
      if (/^(\[UNK\]|<unk>)$/i.test(token)) return null
      return (at > 0 && inner !== '' && token.startsWith(inner) ? token.slice(inner.length) : token).replaceAll('▁', '')
    })
  }
  // Its types are said here: the library's own are written for one way of resolving modules.
  const encode = (text: string, isWhole = false): { readonly ids: readonly number[]; readonly tokens: readonly string[] } =>
    encoder.encode(text, { add_special_tokens: isWhole })
  const whole = encode('a', true).ids
  const bare = encode('a').ids
  const first = Math.max(0, whole.findIndex((_, at) => bare.every((id, next) => whole[at + next] === id)))

  return {
    before: whole.slice(0, first),
    behind: whole.slice(first + bare.length),
    of(word, at) {
      // A word within a text has a blank before it, which byte-level vocabularies count as part of the word.
      const { ids, tokens } = encode(isByteLevel && at > 0 ? ` ${word}` : word)
      const places = piecesAt(word, texts(tokens).map((text) => text?.trimStart() ?? null))
      return ids.map((id, index) => {
        const { start, end } = places[index] ?? { start: 0, end: 0 }
        return { id, start: at + start, end: at + end }
      })
    },
  }
}
