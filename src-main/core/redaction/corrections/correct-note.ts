import type { Correction } from '../../../../src-shared/domain/correction.ts'
import type { PiiType } from '../../../../src-shared/domain/pii.ts'
import { rawText } from '../../../../src-shared/domain/raw-text/make.ts'
import { wordsOf } from '../../../../src-shared/domain/raw-text/open.ts'
import type { RawText } from '../../../../src-shared/domain/raw-text/raw-text.ts'
import { tokensIn, type Token } from '../../../../src-shared/domain/token.ts'
import { languageOf } from '../../../../src-shared/pii/index.ts'
import type { DisplayName } from '../meeting.ts'
import { normalForm } from '../normal-form.ts'
import type { TokenBook } from '../token-book.ts'
import { applyCorrections, type Context, type InForce } from './apply.ts'
import type { Layer } from './layer.ts'
import { takeOff } from './take-off.ts'

/** One row of the store with its texts, as they stand. */
export interface NoteUnit {
  readonly key: string
  readonly layers: readonly Layer[]
  readonly contexts: readonly Context[]
  /** When it was made of other texts, in milliseconds since the epoch; undefined for what was said or typed. */
  readonly madeAt?: number
}

export interface NoteToCorrect {
  readonly units: readonly NoteUnit[]
  /** Units as they were without any correction, where one had changed them. */
  readonly bases: ReadonlyMap<string, readonly Layer[]>
  /** What held until now, and what holds from now on. */
  readonly before: readonly Correction[]
  readonly after: readonly Correction[]
  readonly display: (token: Token) => RawText | undefined
  readonly language: string | null
}

export interface CorrectedUnit {
  readonly key: string
  readonly layers: readonly Layer[]
  readonly isChanged: boolean
  /** To keep beside it; null where it is as it would be without corrections. */
  readonly base: readonly Layer[] | null
}

export interface CorrectedNote {
  readonly units: CorrectedUnit[]
  /** Tokens that corrections gave out, with the name to show each by. */
  readonly names: DisplayName[]
  /** Tokens that stood for something only because of what does not hold any more, and what the index knew them by. */
  readonly forgotten: { readonly token: Token; readonly mac: string }[]
}

/** The order in which corrections hold: the narrower has the last word, and among equals the later. */
const RANK = { always: 0, meeting: 1, here: 2 } as const
const inOrder = (corrections: readonly Correction[]): Correction[] =>
  [...corrections].sort((a, b) => RANK[a.scope] - RANK[b.scope] || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))

/** A note's texts under other corrections than before. What was said is computed from what the recognisers found, never from what stood there. */
export function correctNote({ units, bases, before, after, display, language }: NoteToCorrect, book: TokenBook): CorrectedNote {
  if (before.length === 0 && after.length === 0) {
    return { units: units.map(({ key, layers }) => ({ key, layers, isChanged: false, base: null })), names: [], forgotten: [] }
  }
  for (const { layers } of [...units, ...Array.from(bases.values(), (layers) => ({ layers }))]) {
    for (const { text } of layers) for (const { token } of tokensIn(text)) book.reserve(token)
  }
  const lang = languageOf(language ?? undefined)
  const given = new Map<Token, RawText>()
  const { tokenOf, knownTokenOf, formOf } = tokensOf(book, lang, given)

  const found = foundIn(units.flatMap(({ key, layers }) => bases.get(key) ?? layers))
  const tokens = new Set(found.values())
  const baseOf = ({ key, layers, madeAt }: NoteUnit): readonly Layer[] => {
    const base = bases.get(key)
    if (base !== undefined && base.length === layers.length) return base
    if (madeAt === undefined) return layers
    const then = inOrder(before.filter(({ createdAt }) => createdAt <= madeAt))
    return then.length === 0 ? layers : layers.map((layer) => takeOff(layer, { corrections: then, knownTokenOf, display }, found))
  }
  const based = units.map((unit) => ({ unit, base: baseOf(unit) }))
  const flat = based.flatMap(({ unit, base }) => base.map((layer, at) => ({ layer, context: unit.contexts[at] ?? {} })))
  const applied = applyCorrections(flat, { corrections: inOrder(after), tokenOf, display })

  let next = 0
  const corrected = based.map(({ unit, base }): CorrectedUnit => {
    const layers = base.map((layer) => applied[next++] ?? layer)
    const isChanged = layers.some((layer, at) => !sameLayer(layer, unit.layers[at]))
    return { key: unit.key, layers, isChanged, base: layers.every((layer, at) => layer === base[at]) ? null : base }
  })

  const standing = new Set(corrected.flatMap(({ layers }) => layers.flatMap(({ text }) => Array.from(tokensIn(text), ({ token }) => token))))
  const forgotten = before
    .filter(({ id }) => !after.some((other) => other.id === id))
    .flatMap((correction) => {
      const token = knownTokenOf(correction)
      const form = formOf(correction)
      if (token === undefined || form === null || standing.has(token) || tokens.has(token)) return []
      const mac = book.forget(...form)
      return mac === null ? [] : [{ token, mac }]
    })
  const names = [...given]
    .filter(([token]) => standing.has(token) && display(token) === undefined)
    .map(([token, shown]): DisplayName => ({ token, type: typeOf(token), display: longestOf(token, corrected) ?? shown }))
  return { units: corrected, names, forgotten }
}

/** A hidden phrase is known as what it says; people told apart, by the correction that did it. */
function tokensOf(book: TokenBook, lang: string, given: Map<Token, RawText>) {
  const formOf = ({ id, what }: Pick<Correction, 'id' | 'what'>): [PiiType, string] | null => {
    if (what.kind === 'hide') return [what.type, normalForm(what.type, what.phrase.normalize('NFC'), lang)]
    return what.kind === 'split' ? [typeOf(what.token), `split ${id}`] : null
  }
  const tokenOf: InForce['tokenOf'] = (correction) => {
    const form = formOf(correction)
    if (form === null) throw new Error('a correction that gives out no token')
    const token = book.assign(...form)
    if (!given.has(token)) given.set(token, rawText(correction.what.kind === 'hide' ? correction.what.phrase : ''))
    return token
  }
  const knownTokenOf: InForce['knownTokenOf'] = (correction) => {
    const form = formOf(correction)
    return form === null ? undefined : book.known(...form)
  }
  return { tokenOf, knownTokenOf, formOf }
}

/** The exact words behind every token that was said or typed. */
function foundIn(layers: readonly Layer[]): Map<string, Token> {
  const found = new Map<string, Token>()
  for (const { text, words } of layers) {
    if (words === null) continue
    for (const [ordinal, { token }] of [...tokensIn(text)].entries()) {
      const said = words[ordinal]
      if (said !== undefined) found.set(wordsOf(said), token)
    }
  }
  return found
}

function sameLayer(a: Layer, b: Layer | undefined): boolean {
  if (b === undefined || a.text !== b.text || a.words?.length !== b.words?.length) return false
  return a.words?.every((words, at) => wordsOf(words) === wordsOfAt(b, at)) ?? true
}
const wordsOfAt = ({ words }: Layer, at: number): string | null => {
  const raw = words?.[at]
  return raw === undefined ? null : wordsOf(raw)
}

function longestOf(token: Token, units: readonly CorrectedUnit[]): RawText | undefined {
  let longest: RawText | undefined
  for (const { text, words } of units.flatMap(({ layers }) => layers)) {
    for (const [ordinal, one] of [...tokensIn(text)].entries()) {
      const said = words?.[ordinal]
      if (one.token === token && said !== undefined && wordsOf(said).length > (longest === undefined ? 0 : wordsOf(longest).length)) longest = said
    }
  }
  return longest
}

function typeOf(token: Token): PiiType {
  for (const { type } of tokensIn(token)) return type
  throw new Error('a token without a type')
}
