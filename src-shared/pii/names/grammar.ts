import { backwards } from '../ends.ts'
import type { RecogniserContext } from '../recogniser.ts'
import type { View, Word } from '../views.ts'
import { isGivenName } from './everyday.ts'
import { bare, isGivenHere, isNameElsewhere } from './looks.ts'

/** "not a Phillips", "une Moka,", "hängt am Brett": one of a kind, unless it is said who that one is. */
export function hasArticle(view: View, first: Word, { lang }: RecogniserContext): boolean {
  const article = ARTICLES[lang]
  if (article === undefined || !article.test(view.lower.slice(Math.max(0, first.start - 8), first.start))) return false
  if (lang === 'en' && isGivenName(bare(first))) return false
  return !WHO_THAT_IS.test(view.text.slice(first.end, first.end + 16))
}
const ARTICLES: Readonly<Record<string, ReturnType<typeof backwards>>> = {
  en: backwards(/(?:^|[^\p{L}])an? $/u),
  de: backwards(/(?:^|[^\p{L}])(?:am|im|ins|ans|aufs|eines|kein) $/u),
  fr: backwards(/(?:^|[^\p{L}])(?:une? |l['’]|des |aux )$/u),
  es: backwards(/(?:^|[^\p{L}])(?:unos?|unas?) $/u),
  sv: backwards(/(?:^|[^\p{L}])(?:en|ett) $/u),
}
const WHO_THAT_IS = /^(?: (?:called|on the|who|from|und|qui|que|quien|som|der|die|namens|au|de la|at|in|working) |['’]s)/u

/**
 * "servern som krånglar", "pour débugger", "wir deployen": what begins a clause of its own or an infinitive is followed by a verb, and
 * those of the trade are in no list of words.
 */
export function isForeignVerb(words: readonly Word[], at: number, context: RecogniserContext): boolean {
  const verb = VERBS[context.lang]
  const [word, before] = [words[at], words[at - 1]]
  if (verb === undefined || word === undefined || before === undefined || word.hasCapital || !verb.behind.has(before.lower)) return false
  return verb.ends.test(word.lower) && !isNameElsewhere(bare(word), context) && !isGivenHere(bare(word), context)
}
const VERBS: Readonly<Record<string, { behind: ReadonlySet<string>; ends: RegExp }>> = {
  de: { behind: new Set(['zu', 'wir', 'nicht', 'und', 'man']), ends: /.{3}(?:en|iert|t)$/ },
  fr: { behind: new Set(['de', 'à', 'pour', 'sans', 'peut', 'va', 'faut', 'doit', 'et', 'a', 'qui']), ends: /.{3}(?:er|ir|é|ée)$/ },
  es: { behind: new Set(['de', 'a', 'para', 'por', 'sin', 'y', 'que', 'hay']), ends: /.{3}(?:ar|ear|er|ir|ando|ado)$/ },
  sv: { behind: new Set(['som', 'att', 'inte', 'och', 'ska', 'kan']), ends: /.{3}(?:ar|ade|at|a|er)$/ },
}

/** "Ulrike Damm;": what ends a clause behind a given name, as no object without an article does that is not often said. */
export const endsName = (view: View, word: Word): boolean =>
  word.hasCapital && !OBJECTS.has(word.lower) && /^(?:[;:()|,]|\.?\n|\.?$)/.test(view.text.slice(word.end, word.end + 2))
const OBJECTS = new Set((
  'zeit lust geld urlaub angst recht bescheid hunger durst platz arbeit glück pech mut ruhe hilfe spaß sorgen fieber dienst feierabend pause wort ' +
  'bericht post kontakt erfahrung ahnung interesse material schluss ordnung frei heute morgen gestern montag dienstag mittwoch donnerstag freitag ' +
  'samstag sonntag januar februar märz april mai juni juli august september oktober november dezember uhr euro prozent').split(' '))
