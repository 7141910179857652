import { z } from 'zod'
import type { Corrected, Correction } from '../../../src-shared/domain/correction.ts'
import type { NoteId } from '../../../src-shared/domain/ids.ts'
import type { Token } from '../../../src-shared/domain/token.ts'
import { personIdSchema } from '../../../src-shared/domain/ids.ts'
import { Failure } from '../../../src-shared/errors/failure.ts'
import { sealTo, type OpenKeys } from '../keys/index.ts'
import type { Ids } from '../platform/index.ts'
import type { Store } from '../store/index.ts'
import { openCorrection, parseCorrection, sealCorrection } from './corrections.ts'
import { fold, linkTokens, tokensCalled, tokensNamed, type NamedToken } from './directory.ts'
import { openBatches, startBatch } from './envelope.ts'
import { NoteNames } from './hydrate.ts'
import { displayNameSchema, displaysOf, nameUnit, surfacesSchema, tokenOfNameUnit, type DisplayRow, type Surfaces } from './surfaces.ts'

const personSchema = z.object({ name: z.string() })

/** What tokens stand for, for as long as the vault is open. */
export interface Vault {
  /** @throws Failure VAULT_CLOSED, NAMES_EXPIRED, STORE_DAMAGED */
  openNote(noteId: NoteId): Promise<NoteNames>
  /** The seed a note's staged words are opened with; the caller's to zero. @throws Failure VAULT_CLOSED, NAMES_EXPIRED, NOT_FOUND */
  openSeed(noteId: NoteId): Promise<Uint8Array>
  /** Corrections of a note with those that always hold, with their words; all of them where no note is named. @throws Failure VAULT_CLOSED */
  corrections(noteId?: NoteId): Promise<Correction[]>
  /** Seals what a correction says to the note, or to the vault where it always holds. @throws Failure NOT_FOUND */
  sealCorrection(noteId: NoteId | null, what: Corrected): Promise<Uint8Array>
  /** The tokens of those who are called that; empty while the vault is closed. */
  tokensCalled(name: string): Promise<{ noteId: NoteId; token: Token }[]>
  /** The tokens a word of a search may stand for; empty while the vault is closed. */
  tokensNamed(word: string): Promise<{ noteId: NoteId; token: Token }[]>
  /**
   * Links new tokens to the people directory and forgets people whom no note names any more. Does nothing while the vault is
   * closed; they are linked when it opens.
   */
  linkPeople(): Promise<void>
  /** Forgets every name held in memory. */
  forget(): void
}

export function createVault({ store, keys, ids }: { store: Store; keys: OpenKeys; ids: Ids }): Vault {
  let names: Promise<NamedToken[]> | null = null

  const seedOf = (sealedSeed: Uint8Array): Uint8Array => {
    try {
      return keys.openVaultSeal(sealedSeed)
    } catch (thrown) {
      if (thrown instanceof Failure) throw thrown
      throw new Failure('STORE_DAMAGED', { part: 'vault' }, { cause: thrown })
    }
  }

  const allNames = (): Promise<NamedToken[]> => {
    names ??= store.read.getAllNames({}).then((notes) =>
      notes.flatMap(({ noteId, sealedSeed, batches, rows }) => {
        const open = openBatches(noteId, seedOf(sealedSeed), batches)
        return rows.map((row): NamedToken => ({ noteId, token: tokenOfNameUnit(row.unit), ...definedPerson(displayNameSchema.parse(open(row))) }))
      }),
    )
    return names
  }

  const nameOf = (sealed: Uint8Array): string => personSchema.parse(JSON.parse(new TextDecoder().decode(keys.openVaultSeal(sealed)))).name

  return {
    async openNote(noteId) {
      if (!keys.vaultIsOpen) throw new Failure('VAULT_CLOSED', {})
      const key = await store.read.getVaultKey({ noteId })
      if (key === null) throw new Failure('NOT_FOUND', { what: 'note' })
      if (key.sealedSeed === null) throw new Failure('NAMES_EXPIRED', {})
      const seed = seedOf(key.sealedSeed)
      const [said, shown] = await Promise.all([store.read.getSealed({ noteId, of: 'occurrences' }), store.read.getSealed({ noteId, of: 'names' })])
      const openSaid = openBatches(noteId, seed, said.batches)
      const openShown = openBatches(noteId, seed, shown.batches)
      return new NoteNames(
        new Map(said.rows.map((row): [string, Surfaces] => [row.unit, surfacesSchema.parse(openSaid(row))])),
        displaysOf(new Map(shown.rows.map((row) => [tokenOfNameUnit(row.unit), displayNameSchema.parse(openShown(row))]))),
      )
    },

    async openSeed(noteId) {
      if (!keys.vaultIsOpen) throw new Failure('VAULT_CLOSED', {})
      const key = await store.read.getVaultKey({ noteId })
      if (key === null) throw new Failure('NOT_FOUND', { what: 'note' })
      if (key.sealedSeed === null) throw new Failure('NAMES_EXPIRED', {})
      return seedOf(key.sealedSeed)
    },

    async corrections(noteId) {
      const rows = await store.read.listCorrections(noteId === undefined ? {} : { noteId })
      const seeds = new Map<NoteId, Uint8Array>()
      const seedFor = async (id: NoteId): Promise<Uint8Array> => {
        const known = seeds.get(id) ?? (await this.openSeed(id))
        seeds.set(id, known)
        return known
      }
      try {
        const opened: Correction[] = []
        for (const { sealed, kind: _, ...row } of rows) {
          const what = row.noteId === null ? parseCorrection(keys.openVaultSeal(sealed)) : openCorrection(await seedFor(row.noteId), sealed)
          opened.push({ ...row, what })
        }
        return opened
      } finally {
        seeds.forEach((seed) => seed.fill(0))
      }
    },

    async sealCorrection(noteId, what) {
      if (noteId === null) return sealCorrection(keys.vaultPublicKey, what)
      const key = await store.read.getVaultKey({ noteId })
      if (key === null) throw new Failure('NOT_FOUND', { what: 'note' })
      return sealCorrection(key.publicKey, what)
    },

    async tokensNamed(word) {
      if (!keys.vaultIsOpen) return []
      return tokensNamed(word, await allNames()).map(({ noteId, token, is }) => ({ noteId, token: is ?? token }))
    },

    async tokensCalled(name) {
      if (!keys.vaultIsOpen) return []
      return tokensCalled(name, await allNames()).map(({ noteId, token, is }) => ({ noteId, token: is ?? token }))
    },

    async linkPeople() {
      names = null
      if (!keys.vaultIsOpen) return
      const tokens = await allNames()
      const people = await store.read.getPeople({})
      const known = new Map<string, string>(people.map(({ id, sealed }) => [fold(nameOf(sealed)), id]))
      const { links, newPeople } = linkTokens(tokens, known, () => ids.next())
      const named = new Set([...tokens.map((token) => token.personId), ...links.map((link) => link.personId)])
      const forgotten = people.filter(({ id }) => !named.has(id)).map(({ id }) => id)
      if (links.length === 0 && forgotten.length === 0) return
      const byNote = Map.groupBy(links, ({ token }) => token.noteId)
      const updates = await Promise.all(
        [...byNote].map(async ([noteId, linked]) => {
          const key = await store.read.getVaultKey({ noteId })
          if (key === null) return null
          const sealer = startBatch(noteId, key.publicKey, ids.next())
          const rows = linked.map(({ token, personId }) => sealer.seal(nameUnit(token.token), definedPerson({ ...token, personId })))
          return { noteId, batch: sealer.batch, rows }
        }),
      )
      await store.write.linkPeople({
        people: [...newPeople.values()].map(({ id, name }) => ({
          id: personIdSchema.parse(id),
          sealed: sealTo(keys.vaultPublicKey, new TextEncoder().encode(JSON.stringify({ name } satisfies z.infer<typeof personSchema>))),
        })),
        forgotten,
        names: updates.filter((update) => update !== null),
      })
      names = null
    },

    forget() {
      names = null
    },
  }
}

const definedPerson = ({ display, personId, is }: DisplayRow): Pick<NamedToken, 'display' | 'personId' | 'is'> => ({
  display,
  ...(personId === undefined ? {} : { personId }),
  ...(is === undefined ? {} : { is }),
})
