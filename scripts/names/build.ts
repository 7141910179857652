import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isEverydayWord } from '../../src-shared/pii/names/everyday.ts'
import { plainLetters } from '../../src-shared/pii/names/handle-forms.ts'

/**
 * Makes src-shared/pii/names/data/given.json and also-words.json:
 *   node scripts/names/build.ts DIR
 * DIR holds, unpacked, gender-detection-from-name 1.11.5, an-array-of-french-words 2.0.0 and an-array-of-spanish-words 2.0.0
 * as `npm pack` brings them (all MIT), each in a folder of its name. No need to install them: the app uses what is made here.
 */
const [, , source] = process.argv
if (source === undefined) throw new Error('usage: node scripts/names/build.ts DIR')

const DATA = new URL('../../src-shared/pii/names/data/', import.meta.url)
const LISTED = ['de', 'en', 'es', 'fr', 'it', 'tr'] as const
type Listed = (typeof LISTED)[number]

const listOf = z.array(z.string())
const readJson = (path: string | URL): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Names of one word, in the order of the list: the first Spanish ones are the most frequent. */
function namesOf(lang: Listed): string[] {
  const text = readFileSync(join(source ?? '', 'gender-detection-from-name', 'names', `${lang}.js`), 'utf8')
  return Array.from(text.matchAll(/\[\s*['"](.+?)['"],\s*'(?:fe)?male'/g), ([, name = '']) => name.toLowerCase()).filter((name) =>
    /^\p{L}{3,}$/u.test(name),
  )
}

const lists = new Map(LISTED.map((lang) => [lang, namesOf(lang)]))
const counts = new Map<string, number>()
for (const list of lists.values()) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1)

const fullWords = (language: 'french' | 'spanish'): ReadonlySet<string> =>
  new Set(listOf.parse(readJson(join(source, `an-array-of-${language}-words`, 'index.json'))))
const FULL: Partial<Record<Listed, ReadonlySet<string>>> = { fr: fullWords('french'), es: fullWords('spanish') }
const OFTEN = 1500
/** In the lists of words, and yet names nearly always. */
const NEARLY_ALWAYS = new Set(
  (
    'baptiste benoît benoîte clément clémence clémentine élise gilles micheline mélodie régis renée véronique chérif florentine alexandrine guillemette ' +
    'victorien valériane sylvestre amarine désirée honorine eustache inmaculada auxiliadora bartolina bernardina leopoldina maruja quique encarna jeronima'
  ).split(' '),
)

/** Given names of a language that are no word of it, or are so common as names that the list of words is no argument. */
function sureNames(lang: Listed): string[] {
  const words = FULL[lang]
  return (lists.get(lang) ?? []).filter((name, rank) => {
    const isWord = words?.has(name) === true || isEverydayWord(name)
    const isCommon = (counts.get(name) ?? 0) >= 3 || (lang === 'es' && rank < OFTEN) || NEARLY_ALWAYS.has(name)
    return !isEverydayWord(name) && (!isWord || isCommon)
  })
}

const several = [...counts].filter(([name, count]) => count >= 2 && !isEverydayWord(name)).map(([name]) => name)
const international = new Set([...several, ...(lists.get('tr') ?? []), ...(lists.get('it') ?? []).filter((name) => !isEverydayWord(name))])
const asText = (names: Iterable<string>): string => [...new Set(names)].sort().join(' ')
const own = (['de', 'en', 'es', 'fr'] as const).map((lang) => [lang, asText(sureNames(lang).filter((name) => !international.has(name)))])
writeFileSync(new URL('given.json', DATA), `${JSON.stringify({ ...Object.fromEntries(own), international: asText(international) }, null, 1)}\n`)

const named = new Set([
  ...z
    .string()
    .parse(readJson(new URL('names.json', DATA)))
    .split(' '),
  ...[...counts.keys()].flatMap((name) => [name, plainLetters(name)]),
])

/** Words that are names too. `words`: hardly ever names there. `either`: names of several countries, which need a vote. */
const alsoWords = Object.fromEntries(
  (['fr', 'es'] as const).map((lang) => {
    const common = new Set(listOf.parse(readJson(new URL(`words-${lang}.json`, DATA))))
    const often = new Set(lang === 'es' ? (lists.get(lang) ?? []).slice(0, OFTEN) : [])
    const found = [...(FULL[lang] ?? [])].filter(
      (word) => word.length > 2 && !common.has(word) && named.has(plainLetters(word)) && !often.has(plainLetters(word)) && !NEARLY_ALWAYS.has(word),
    )
    const isEither = (word: string): boolean => (counts.get(word) ?? 0) >= 2
    return [lang, { words: asText(found.filter((word) => !isEither(word))), either: asText(found.filter(isEither)) }]
  }),
)
writeFileSync(new URL('also-words.json', DATA), `${JSON.stringify(alsoWords, null, 1)}\n`)
