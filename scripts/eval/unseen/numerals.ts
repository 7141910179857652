import type { Dice } from '../fresh/generate.ts'
import type { FreshLanguage } from '../fresh/said.ts'

const DIGITS: Readonly<Record<FreshLanguage, string>> = {
  en: 'zero one two three four five six seven eight nine',
  de: 'null eins zwei drei vier fünf sechs sieben acht neun',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve',
  sv: 'noll ett två tre fyra fem sex sju åtta nio',
}
const TEENS: Readonly<Record<FreshLanguage, string>> = {
  en: 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  de: 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  fr: 'dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
  es: 'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
  sv: 'tio elva tolv tretton fjorton femton sexton sjutton arton nitton',
}
const TENS: Readonly<Record<FreshLanguage, string>> = {
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
  de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
  fr: 'vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt',
  es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  sv: 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio',
}
const wordOf = (list: string, at: number): string => list.split(' ')[at] ?? ''

/** A number below 100 in words; below ten its nought is said. */
function pairSaid(pair: number, lang: FreshLanguage): string {
  const [ten, one] = [Math.floor(pair / 10), pair % 10]
  const digit = (value: number): string => wordOf(DIGITS[lang], value)
  if (ten === 0) return `${digit(0)} ${digit(one)}`
  if (ten === 1) return wordOf(TEENS[lang], one)
  const tens = wordOf(TENS[lang], ten - 2)
  if (lang === 'fr') {
    if (ten === 7 || ten === 9) return one === 1 && ten === 7 ? 'soixante et onze' : `${tens}-${wordOf(TEENS.fr, one)}`
    if (one === 0) return ten === 8 ? 'quatre-vingts' : tens
    return one === 1 && ten !== 8 ? `${tens} et un` : `${tens}-${digit(one)}`
  }
  if (one === 0) return tens
  if (lang === 'de') return `${one === 1 ? 'ein' : digit(one)}und${tens}`
  if (lang === 'es') return ten === 2 ? `veinti${wordOf('uno dós trés cuatro cinco séis siete ocho nueve', one - 1)}` : `${tens} y ${digit(one)}`
  return lang === 'sv' ? `${tens}${digit(one)}` : `${tens}-${digit(one)}`
}

/** Digits read out: one by one, in pairs, or in English with "double" and "oh". */
export function digitsSaid(digits: string, lang: FreshLanguage, dice: Dice): string {
  const way = dice.below(3)
  if (way === 0 && digits.length % 2 === 0) return (digits.match(/../g) ?? []).map((pair) => pairSaid(Number(pair), lang)).join(' ')
  if (way === 1 && lang === 'en') {
    return digits
      .replace(/(\d)\1?/g, (group, digit: string) => {
        const word = digit === '0' ? 'oh' : wordOf(DIGITS.en, Number(digit))
        return group.length === 2 ? `double ${word} ` : `${word} `
      })
      .trim()
  }
  return [...digits].map((digit) => wordOf(DIGITS[lang], Number(digit))).join(' ')
}
