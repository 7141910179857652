import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Token } from '../../../src-shared/domain/token.ts'

/** One token of one note with the name it is shown by. Held in memory only while the vault is open. */
export interface NamedToken {
  readonly noteId: NoteId
  readonly token: Token
  readonly display: string
  readonly personId?: string
  /** The token it stands for too, by a person's word. */
  readonly is?: Token
}

/** Case, accents and punctuation do not make another person: "José Núñez" and "jose nunez" fold alike. */
export const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim()

/** A name that says who is meant across meetings: at least two words. A first name alone could be anybody. */
export const isFullName = (display: string): boolean => fold(display).split(' ').length >= 2

/**
 * Who a new token is: somebody the directory knows by that full name, or a person of its own.
 * @returns the links to store; tokens that are not full names stay unlinked
 */
export function linkTokens(
  tokens: readonly NamedToken[],
  knownPeople: ReadonlyMap<string, string>,
  newPersonId: () => string,
): { links: { token: NamedToken; personId: string }[]; newPeople: Map<string, { id: string; name: string }> } {
  const newPeople = new Map<string, { id: string; name: string }>()
  const links = tokens
    .filter((token) => token.personId === undefined && token.token.startsWith('[PERSON_') && isFullName(token.display))
    .map((token) => {
      const key = fold(token.display)
      const known = knownPeople.get(key) ?? newPeople.get(key)?.id
      if (known !== undefined) return { token, personId: known }
      const id = newPersonId()
      newPeople.set(key, { id, name: token.display })
      return { token, personId: id }
    })
  return { links, newPeople }
}

/** The tokens of people who are called that, by a whole part of their name, and the same people's tokens elsewhere. */
export function tokensCalled(word: string, tokens: readonly NamedToken[]): NamedToken[] {
  const wanted = fold(word)
  return wanted === '' ? [] : withSamePeople(tokens.filter(({ display }) => fold(display).split(' ').includes(wanted)), tokens)
}

/** The tokens a searched word stands for: its own matches and, through the directory, the same person's tokens elsewhere. */
export function tokensNamed(word: string, tokens: readonly NamedToken[]): NamedToken[] {
  const wanted = fold(word)
  if (wanted === '') return []
  return withSamePeople(
    tokens.filter(
      ({ display }) =>
        fold(display)
          .split(' ')
          .some((part) => part.startsWith(wanted)) || fold(display).startsWith(wanted),
    ),
    tokens,
  )
}

function withSamePeople(found: readonly NamedToken[], tokens: readonly NamedToken[]): NamedToken[] {
  const direct = new Set(found)
  const people = new Set([...direct].flatMap(({ personId }) => (personId === undefined ? [] : [personId])))
  return tokens.filter((token) => direct.has(token) || (token.personId !== undefined && people.has(token.personId)))
}
