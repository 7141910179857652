import type { Occurrence } from '../../../src-shared/contract/store.ts'
import { tokensIn, unescapeTokens, type Token } from '../../../src-shared/domain/token.ts'
import type { HydratedText, RedactedText } from '../../../src-shared/domain/text.ts'
import type { Surfaces } from './surfaces.ts'

/** What is behind the tokens of one note, opened. */
export class NoteNames {
  readonly #surfaces: ReadonlyMap<string, Surfaces>
  readonly #display: ReadonlyMap<Token, string>

  constructor(surfaces: ReadonlyMap<string, Surfaces>, displays: ReadonlyMap<Token, string>) {
    this.#surfaces = surfaces
    this.#display = displays
  }

  /** The name a token is shown by in text that nobody said (a summary), or undefined for a token the note never had. */
  display(token: Token): string | undefined {
    return this.#display.get(token)
  }

  /** Exactly what was said or typed at that place. */
  hydrate(text: RedactedText, unit: string, place: Occurrence['place']): HydratedText {
    const surfaces = this.#surfaces.get(unit)?.[place] ?? []
    return replaceTokens(text, (token, ordinal) => surfaces[ordinal] ?? this.display(token))
  }

  /** Text made from redacted text: each token by its one display name. */
  hydrateMade(text: RedactedText): HydratedText {
    return replaceTokens(text, (token) => this.display(token))
  }
}

function replaceTokens(text: string, wordsFor: (token: Token, ordinal: number) => string | undefined): HydratedText {
  let out = ''
  let at = 0
  let ordinal = 0
  for (const { token, start, end } of tokensIn(text)) {
    out += unescapeTokens(text.slice(at, start)) + (wordsFor(token, ordinal) ?? token)
    at = end
    ordinal += 1
  }
  return (out + unescapeTokens(text.slice(at))) as HydratedText // the vault is where hydrated text is made
}
