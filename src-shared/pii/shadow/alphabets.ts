/**
 * How letters are spelled out: the ICAO alphabet everywhere, and those of each language. Recognisers write the names of a
 * table in lower case; beside digits and letters they are letters, alone they are names and words.
 */
const tableOf = (names: string): [string, string][] => names.trim().split(/\s+/).map((name) => [name, plain(name.charAt(0)).toUpperCase()])

const plain = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '')

const ICAO = tableOf(
  'alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform ' +
    'victor whiskey whisky xray x-ray yankee zulu',
)

const ALPHABETS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  en: new Map(ICAO),
  de: new Map([...ICAO, ...tableOf(
    'anton berta bertha cäsar caesar dora emil friedrich gustav heinrich ida julius kaufmann konrad ludwig martha nordpol nathan otto paula quelle richard ' +
      'samuel siegfried theodor ulrich viktor wilhelm xanthippe xaver ypsilon zacharias zeppelin zürich',
  )]),
  fr: new Map([...ICAO, ...tableOf(
    'anatole berthe célestin désiré eugène émile françois gaston henri irma joseph kléber louis marcel nicolas oscar pierre quintal raoul suzanne thérèse ' +
      'ursule victor william xavier yvonne zoé',
  )]),
  es: new Map([...ICAO, ...tableOf(
    'antonio barcelona burgos carmen dolores enrique españa francia gerona historia inés italia josé kilo lorenzo madrid navarra oviedo parís querido ramón ' +
      'sábado sevilla tarragona toledo ulises valencia washington xilófono yegua zaragoza zamora',
  )]),
  sv: new Map([...ICAO, ...tableOf(
    'adam bertil cesar david erik filip gustav helge ivar johan kalle ludvig martin niklas olof petter qvintus quintus rudolf sigurd tore urban viktor ' +
      'wilhelm xerxes yngve zäta',
  )]),
}

/** Letters by their names, where the name is hardly a word. */
const LETTER_NAMES: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  en: named('zed=Z zee=Z aitch=H'),
  de: named('ypsilon=Y zett=Z vau=V jot=J'),
  fr: named('hache=H zède=Z ixe=X'),
  es: named('be=B ce=C efe=F ge=G hache=H jota=J ka=K ele=L eme=M ene=N eñe=Ñ pe=P cu=Q erre=R uve=V equis=X zeta=Z'),
  sv: named('zäta=Z'),
}

function named(pairs: string): ReadonlyMap<string, string> {
  return new Map(pairs.split(' ').map((pair): [string, string] => [pair.slice(0, -2), pair.slice(-1)]))
}

/** "jota", "hache": the letter that is called so. */
export const letterCalled = (lower: string, lang: string): string | undefined => LETTER_NAMES[lang]?.get(lower)

/** Names of letters that are the smallest of words as well: letters only among letters ("equis de a"). */
export const WORDY_LETTERS: ReadonlyMap<string, string> = new Map([['de', 'D'], ['te', 'T'], ['ese', 'S'], ['i', 'I']])

/** The letter that a word of a spelling alphabet stands for. */
export const spelledLetter = (lower: string, lang: string): string | undefined => (ALPHABETS[lang] ?? ALPHABETS['en'])?.get(lower)

/** Between a letter and the word that shows it: "B as in boy", "B wie Berta", "B de Barcelona". */
const AS: Readonly<Record<string, RegExp>> = {
  en: /^(?:as in|for|like)$/,
  de: /^(?:wie|für)$/,
  fr: /^comme$/,
  es: /^(?:de|como)$/,
  sv: /^(?:som i|som)$/,
}

export const isAsIn = (between: string, lang: string): boolean => (AS[lang] ?? AS['en'])?.test(between) === true

/** "B as in boy": the word begins with the letter. */
export const showsLetter = (word: string, letter: string): boolean =>
  plain(word.charAt(0)).toUpperCase() === plain(letter).toUpperCase() && word.length > 1
