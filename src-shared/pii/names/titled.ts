import type { View, Word } from '../views.ts'
import { isEnglishWord } from './english-words.ts'
import { strangeness } from './everyday.ts'
import { isFunctionWord } from './function-words.ts'
import { isParticle, isTitle } from './parse.ts'
import { isSurnameToo } from './surnames.ts'

/** "Mr Chairman", "Frau Doktor": a title and an office, of nobody in particular. */
const OFFICES = new Set((
  'chair chairman chairperson chairwoman speaker president minister secretary mayor judge ambassador deputy commissioner clerk convener presiding justice ' +
  'vorsitzender vorsitzende vorsitzenden ministerin präsident präsidentin bürgermeister bürgermeisterin kollege kollegin kollegen staatssekretär ' +
  'staatssekretärin abgeordneter abgeordnete kanzler kanzlerin direktor direktorin landrat rat rätin ' +
  'président présidente ministre maire juge directeur directrice député députée sénateur sénatrice rapporteur rapporteure préfet ' +
  'presidente presidenta ministro ministra alcalde alcaldesa juez jueza diputado diputada director directora senador senadora ' +
  'ordförande talman statsråd statsminister rektor domare nachbar nachbarin').split(' '))

/** In recogniser output these alone say that a name follows, whatever the word is. */
const SURE = new Set(['mr', 'mrs', 'ms', 'mister', 'missus'])
/** These too where what follows is somebody's family name. */
const LIKELY = new Set(
  ('miss ' +
    'deacon reverend rabbi imam pastor councillor sergeant constable inspector colonel herr herrn frau monsieur madame pfarrer docteur doktor doctor professor señor señora doña fru fröken').split(' '))
const WOMAN_TOO = new Set('die der eine einer meine meiner deine ihre ihrer seine unsere en min hans din sin une la une notre una mi'.split(' '))

/**
 * True where a title stands straight before a word, so that the word is a family name though it means something else
 * ("Mrs Banks", "Herr Zimmermann", "Madame Sow").
 */
export function followsTitle(view: View, words: readonly Word[], at: number): boolean {
  const word = words[at]
  const last = words[at - 1]?.lower ?? ''
  if (!isTitle(last) && !isParticle(last)) return false
  // "Herr von der Heide"
  let front = at - 1
  while (front > at - 4 && /^\p{Lu}/u.test(word?.text ?? '') && isParticle(words[front]?.lower ?? '') && words[front]?.lower !== 'y') front--
  const [before, prior] = [words[front], words[front - 1]]
  if (before === undefined || word === undefined || !isTitle(before.lower) || OFFICES.has(word.lower) || isTitle(word.lower)) return false
  if (!/^\.? $/.test(view.text.slice(before.end, words[front + 1]?.start ?? word.start)) || before.text.length < 2) return false
  const hasCapital = /^\p{Lu}\p{Ll}/u.test(word.text)
  if (/^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(word.lower)) return false
  const isFamily = isFamilyName(word.lower) || (before.lower === 'miss' && strangeness(word.lower) === 1)
  if (!hasCapital && LIKELY.has(before.lower)) return !isFunctionWord(word.lower) && word.lower.length > 3 && isFamily
  if (!hasCapital) return SURE.has(before.lower) && /^\p{Ll}{3}/u.test(word.text) && !isFunctionWord(word.lower)
  if (/^\p{Ll}/u.test(before.text) && WOMAN_TOO.has(prior?.lower ?? '') && before.lower !== 'señor' && before.lower !== 'señora') return false
  return !isFunctionWord(word.lower) || before.hasCapital
}

/** "eastwood", "hartley": family names are made as places are. */
const isPlaceLike = (lower: string): boolean =>
  /^.{3,}(?:wood|field|ford|ton|ley|bury|worth|ham|stead|shaw|croft|bridge|bottom|stein|mann|berg|bauer)$/.test(lower) && !isEnglishWord(lower)

const isFamilyName = (lower: string): boolean => isSurnameToo(lower) || isPlaceLike(lower)

/** Back over the particles that a title leaves before a name: "Herr von der Heide", "señor de la Cruz". */
export function startWithParticles(view: View, words: readonly Word[], at: number): number {
  let first = at
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const [particle, next] = [words[before], words[before + 1]]
    if (particle === undefined || next === undefined || view.text.slice(particle.end, next.start) !== ' ') return at
    if (isTitle(particle.lower) && first < at) return first
    if (!isParticle(particle.lower) || particle.lower === 'y') return at
    first = before
  }
  return at
}
