/**
 * Number words of the five languages, up to 9,999, as tables of words below a hundred plus the words for hundred and
 * thousand. German and Swedish write compounds as one word; those are generated here so that reading is a table look-up.
 */
export interface Numerals {
  /** Words worth 0–99, ordinals included ("twenty-eighth" is read as tens and unit). */
  readonly small: ReadonlyMap<string, number>
  /** Which of them are ordinals: those end a number, and never join a row of digits ("February eighth nineteen …"). */
  readonly ordinals: ReadonlySet<string>
  /** Irregular words for whole hundreds ("quinientos"). */
  readonly hundreds?: ReadonlyMap<string, number>
  readonly hundred: ReadonlySet<string>
  readonly thousand: ReadonlySet<string>
  /** Joins parts of one number: "and", "et", "y". */
  readonly and: ReadonlySet<string>
  /** "double", "triple": repeat what follows. */
  readonly repeat: ReadonlyMap<string, number>
  /** Small words that are articles or sounds too; they count only among other numbers. */
  readonly weak: ReadonlySet<string>
}

const words = (list: string): string[] => list.trim().split(/\s+/)

/** "zero one … ten" and so on, in order from a number; alternatives of one number joined by "/". */
function series(from: number, list: string): [string, number][] {
  return words(list).flatMap((entry, at) => entry.split('/').map((word): [string, number] => [word, from + at]))
}

function tens(list: string): [string, number][] {
  return series(0, list).map(([word, at]) => [word, (at + 2) * 10])
}

const keys = (list: readonly [string, number][]): ReadonlySet<string> => new Set(list.map(([word]) => word))

const englishOrdinals: [string, number][] = [
  ...series(1, 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'),
  ['thirtieth', 30],
]
const english: Numerals = {
  small: new Map([
    ...series(0, 'zero/oh/o/nought/naught one two three four five six seven eight nine/niner ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'),
    ...englishOrdinals,
    ...tens('twenty thirty forty/fourty fifty sixty seventy eighty ninety'),
  ]),
  ordinals: keys(englishOrdinals),
  hundred: new Set(['hundred']),
  thousand: new Set(['thousand']),
  and: new Set(['and']),
  repeat: new Map([['double', 2], ['triple', 3], ['treble', 3]]),
  weak: new Set(['one', 'o', 'oh', 'second', 'first', 'third']),
}

const germanUnits = series(1, 'ein/eins zwei/zwo drei vier fünf/fuenf sechs sieben acht neun')
const germanTens = tens('zwanzig dreißig/dreissig vierzig fünfzig/fuenfzig sechzig siebzig achtzig neunzig')
const germanSmall: [string, number][] = [
  ...series(0, 'null ein/eins/eine zwei/zwo drei vier fünf/fuenf sechs sieben acht neun zehn elf zwölf/zwoelf dreizehn vierzehn fünfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn'),
  ...germanTens,
  ...germanTens.flatMap(([ten, value]) => germanUnits.map(([unit, more]): [string, number] => [`${unit}und${ten}`, value + more])),
]
const germanOrdinals = [
  ...series(1, 'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte vierzehnte fünfzehnte sechzehnte siebzehnte achtzehnte neunzehnte'),
  ...germanSmall.filter(([, value]) => value >= 20).map(([word, value]): [string, number] => [`${word}ste`, value]),
].flatMap(([word, value]): [string, number][] => [[word, value], [`${word}n`, value], [`${word}r`, value]])

const german: Numerals = {
  small: new Map([...germanSmall, ...germanOrdinals]),
  ordinals: keys(germanOrdinals),
  hundred: new Set(['hundert']),
  thousand: new Set(['tausend']),
  and: new Set(['und']),
  repeat: new Map([['doppel', 2], ['doppelt', 2]]),
  weak: new Set(['ein', 'eine', 'erste', 'ersten', 'zweite', 'zweiten', 'acht']),
}

const french: Numerals = {
  small: new Map([
    ...series(0, 'zéro/zero un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'),
    ...series(20, 'vingt/vingts'), ['trente', 30], ['quarante', 40], ['cinquante', 50], ['soixante', 60], ['septante', 70], ['huitante', 80],
      ['nonante', 90], ['premier', 1],
  ]),
  ordinals: new Set(['premier']),
  hundred: new Set(['cent', 'cents']),
  thousand: new Set(['mille']),
  and: new Set(['et']),
  repeat: new Map([['double', 2], ['triple', 3]]),
  weak: new Set(['un', 'une', 'premier', 'neuf']),
}

const spanish: Numerals = {
  small: new Map([
    ...series(0, 'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis/dieciseis diecisiete dieciocho diecinueve'),
    ...series(20, 'veinte veintiuno/veintiún/veintiuna veintidós/veintidos veintitrés/veintitres veinticuatro veinticinco veintiséis/veintiseis veintisiete veintiocho veintinueve'),
    ...series(3, 'treinta cuarenta cincuenta sesenta setenta ochenta noventa').map(([word, ten]): [string, number] => [word, ten * 10]), ['primero', 1],
  ]),
  ordinals: new Set(['primero']),
  hundreds: new Map(series(2, 'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos').map(([word, at]) => [word, at * 100])),
  hundred: new Set(['cien', 'ciento', 'cientos']),
  thousand: new Set(['mil']),
  and: new Set(['y']),
  repeat: new Map([['doble', 2], ['triple', 3]]),
  weak: new Set(['uno', 'un', 'una', 'primero']),
}

const swedishUnits = series(1, 'ett/en två/tva tre fyra fem sex sju åtta/atta nio')
const swedishTens = tens('tjugo/tjuge trettio/tretti fyrtio/fyrti femtio/femti sextio/sexti sjuttio/sjutti åttio/åtti nittio/nitti')
const swedishOrdinals: [string, number][] = [
  ...series(1, 'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde'),
  ...swedishTens.flatMap(([ten, value]) => series(1, 'första andra tredje fjärde femte sjätte sjunde åttonde nionde').map(([unit, more]): [string, number] => [`${ten}${unit}`, value + more])),
  ['trettionde', 30],
]
const swedish: Numerals = {
  small: new Map([
    ...series(0, 'noll ett/en två/tva tre fyra fem sex sju åtta/atta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton'),
    ...swedishOrdinals,
    ...swedishTens,
    ...swedishTens.flatMap(([ten, value]) => swedishUnits.map(([unit, more]): [string, number] => [`${ten}${unit}`, value + more])),
  ]),
  ordinals: keys(swedishOrdinals),
  hundred: new Set(['hundra']),
  thousand: new Set(['tusen']),
  and: new Set(['och']),
  repeat: new Map([['dubbel', 2], ['dubbla', 2], ['trippel', 3]]),
  weak: new Set(['en', 'ett', 'första', 'andra', 'sex']),
}

const BY_LANGUAGE: Readonly<Record<string, Numerals>> = { en: english, de: german, fr: french, es: spanish, sv: swedish }

export const numeralsOf = (lang: string): Numerals => BY_LANGUAGE[lang] ?? english

/** What one word is worth on its own, compounds such as "neunzehnhundertsiebzig" and "tvåtusentre" included. */
export function valueOfWord(word: string, numerals: Numerals): number | undefined {
  const small = numerals.small.get(word)
  if (small !== undefined || word.length < 8 || word.length > 60) return small
  for (const thousand of numerals.thousand) {
    const value = compound(word, thousand, 1000, numerals)
    if (value !== undefined) return value
  }
  for (const hundred of numerals.hundred) {
    const value = compound(word, hundred, 100, numerals)
    if (value !== undefined) return value
  }
  return undefined
}

function compound(word: string, joint: string, factor: number, numerals: Numerals): number | undefined {
  const at = word.indexOf(joint)
  if (at < 0) return undefined
  const head = at === 0 ? 1 : numerals.small.get(word.slice(0, at))
  const tail = word.slice(at + joint.length).replace(/^(?:und|och)/, '')
  const rest = tail === '' ? 0 : valueOfWord(tail, numerals)
  return head === undefined || rest === undefined || rest >= factor ? undefined : head * factor + rest
}
