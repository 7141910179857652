import cities from './data/cities.json' with { type: 'json' }
import { isEnglishWord } from './english-words.ts'
import { listedPlaces } from './everyday.ts'
import { plainLetters } from './handle-forms.ts'
import { createNameMatcher, type NameForm, type NameMatcher } from './matcher.ts'
import { isOrdinary } from './plain-words.ts'
import { listedTowns } from './towns.ts'

/**
 * How well known a place is: a country, a part of one, a city of the whole world, or a town that is large only where it lies. The
 * less known, the more must speak for it.
 */
const KINDS = ['country', 'region', 'city', 'town'] as const
export type PlaceKind = (typeof KINDS)[number]

/** As Germans, French, Spaniards and Swedes say it where the list has the name of the place's own people, and the other way round. */
const CITIES_ABROAD =
  'londres londra london parís paris berlín berlino rom roma rome milano mailand milan milán turin torino turín florenz florencia florence firenze venedig venise venecia venezia ' +
  'neapel naples nápoles napoli genua genes génova genova lissabon lisbonne lisboa lisbon athen athènes atenas aten athens prag prague praga warschau varsovie varsovia warszawa ' +
  'wien vienne viena vienna budapest bukarest bucarest bukarest belgrad belgrade belgrado sofia moskau moscou moscú moskva kiew kiev kyiv kyjiw istanbul estambul peking pékin pekín beijing ' +
  'tokio tokyo séoul seúl seoul kairo caire cairo bagdad bagdad téhéran teheran teherán jerusalem jérusalem jerusalén algier alger argel tunis tanger havanna havane habana ' +
  'mexiko-stadt köln cologne colonia münchen munich múnich nürnberg nuremberg frankfurt francfort fráncfort hamburg hambourg hamburgo stuttgart düsseldorf dresden dresde dresde leipzig ' +
  'hannover hanovre hanóver bremen brême mainz mayence trier trèves aachen aix-la-chapelle straßburg strasbourg estrasburgo basel bâle basilea genf genève ginebra geneva zürich zurich zúrich ' +
  'bern berne berna luzern lucerne lausanne brüssel bruxelles bruselas brussels bryssel antwerpen anvers amberes antwerp brügge bruges brujas brugge gent gand gante ghent lüttich liège lieja ' +
  'rotterdam amsterdam utrecht haag haye luxemburg luxembourg kopenhagen copenhague copenhagen köpenhamn københavn stockholm estocolmo göteborg gothenburg gotemburgo malmö helsinki helsingfors ' +
  'oslo reykjavik danzig gdańsk breslau wrocław wroclaw krakau cracovie cracovia kraków krakow krakov riga vilnius tallinn marseille marsella marseilles lyon nizza bordeaux burdeos toulouse ' +
  'nantes lille rennes montpellier grenoble sevilla séville seville zaragoza saragosse málaga valence valencia bilbao madrid barcelona barcelone edinburgh édimbourg ' +
  'edimburgo dublin dublín belfast cardiff glasgow manchester liverpool birmingham bristol leeds sheffield oxford cambridge nottingham singapur singapour singapore hongkong bombay mumbai ' +
  'delhi neu-delhi bangalore bengaluru shanghai schanghai sydney melbourne toronto montréal montreal vancouver boston chicago seattle houston dallas denver detroit miami atlanta philadelphia filadelfia philadelphie'

const CITIES_OF_WORDS = [
  'new york', 'nueva york', 'new york city', 'la haye', 'la haya', 'den haag', 'the hague', 'le caire', 'el cairo', 'le havre', 'la habana', 'la havane',
  'los angeles',
  'san francisco', 'san diego', 'las vegas', 'new delhi', 'nueva delhi', 'frankfurt am main', 'ciudad de méxico', 'mexico city',
  'kapstadt', 'le cap', 'ciudad del cabo', 'cape town',
  'rio de janeiro', 'río de janeiro', 'são paulo', 'buenos aires', 'hong kong', 'abu dhabi', 'tel aviv', 'st petersburg',
  'saint petersburg', 'sankt petersburg', 'saint-pétersbourg',
]

/** Parts of countries, as they are called at home and next door. */
const REGIONS =
  'bayern bavière baviera sachsen sajonia hessen thüringen brandenburg niedersachsen westfalen rheinland-pfalz saarland baden-württemberg nordrhein-westfalen schleswig-holstein ' +
  'sachsen-anhalt mecklenburg-vorpommern steiermark kärnten tirol südtirol vorarlberg graubünden tessin wallis elsass lothringen bretagne normandie provence alsace lorraine ' +
  'bourgogne occitanie aquitaine picardie auvergne corse savoie vendée île-de-france cataluña catalunya catalogne katalonien andalucía andalousie andalusien galicia extremadura aragón asturias ' +
  'cantabria navarra canarias baleares mallorca menorca ibiza tenerife kanarien skåne småland dalarna norrland värmland halland västergötland östergötland jämtland västerbotten norrbotten ' +
  'gotland öland bohuslän kalifornien californie florida texas toscana toskana lombardei sizilien sardinien schottland escocia écosse skottland inglaterra angleterre england gales flandern flandes ' +
  'flandre wallonie wallonien siberia sibirien schlesien böhmen'

/** What a country is called beside what it is called. */
const COUNTRIES =
  'england scotland wales holland holanda hollande schottland inglaterra escocia angleterre écosse amerika amérique skottland nordirland tschechien tchéquie chequia ' +
  'usa uae großbritannien storbritannien turkey'

const COUNTRIES_OF_WORDS = [
  'great britain', 'grande bretagne', 'gran bretaña', 'northern ireland', 'irlanda del norte', 'the netherlands', 'united states',
  'vereinigten staaten', 'den vereinigten staaten',
  'förenta staterna', 'états unis', 'estados unidos', 'vereinigtes königreich', 'south korea', 'north korea', 'ivory coast', 'czech republic',
  'corea del sur', 'corée du sud',
]

const LANGUAGES = ['en', 'de', 'fr', 'es', 'sv']
/** No countries of their own: unions, unknown ones, and codes that software is tested with. */
const NO_COUNTRY = /^(?:E[UZ]|UN|ZZ|QO|X[A-JL-Z])$/

/** Names of all countries in the five languages, from the tables that come with the runtime (CLDR). */
function* countries(): Generator<string> {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !NO_COUNTRY.test(code))
  for (const lang of LANGUAGES) {
    const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' })
    for (const code of codes) {
      const name = names.of(code)?.toLowerCase().replaceAll('’', "'")
      // "Myanmar (Birma)"
      if (name !== undefined) yield name.replace(/ ?\(.{0,40}$/, '')
    }
  }
}

/** No place in a transcript, though a list has it. */
const NONE = new Set(['man', 'central', 'most', 'bad', 'para', 'pei', 'university', 'hospital', 'street', 'ost', 'west', 'many', 'can', 'van', 'sale', 'male'])

function* all(): Generator<[name: string, kind: PlaceKind]> {
  for (const name of [...countries(), ...COUNTRIES.split(' '), ...COUNTRIES_OF_WORDS]) yield [name, 'country']
  for (const name of REGIONS.split(' ')) yield [name, 'region']
  for (const name of [...cities.split('|'), ...CITIES_ABROAD.split(' '), ...CITIES_OF_WORDS, ...listedPlaces()]) yield [name, 'city']
  for (const name of listedTowns()) yield [name, 'town']
}

let kinds: Map<string, PlaceKind> | undefined
let matcher: NameMatcher | undefined

/** By how it is written, and by how it is written without its marks. The first kind that has a name keeps it. */
function listed(): ReadonlyMap<string, PlaceKind> {
  if (kinds !== undefined) return kinds
  kinds = new Map()
  for (const [name, kind] of all()) {
    const words = wordsOf(name).join(' ')
    for (const form of [words, plainLetters(words)]) if (form.length > 2 && !NONE.has(form) && !kinds.has(form)) kinds.set(form, kind)
  }
  kinds.set('uk', 'country')
  return kinds
}

/** What is known of a place by its name in lower case; the Swedish and German genitive ("Sveriges") is the name too. */
export const placeKind = (name: string): PlaceKind | undefined => listed().get(wordsOf(name).join(' '))

/** Known places that mean something else in one of the five languages; lists of common words have most cities as well, so they do not tell. */
const WORDS_TOO = new Set((
  'essen klang sucre lille bordeaux rennes bello fortaleza mesa pasto pelotas quito resistencia salta soledad colonia brujas rio río granada batman genes medan varna aurora bursa ' +
  'manila lima cork split bath hull tours angers male salem medina rosario la rom halle hagen hof mölln inde chine suède chile turkey china jersey gales corse hesse wallis halland').split(' '))

/** Whether a name is a word besides. */
export const isWordToo = (name: string, kind: PlaceKind, lang: string): boolean =>
  !name.includes(' ') && (WORDS_TOO.has(name) || (kind === 'town' ? isOrdinary(name, lang) : kind !== 'country' && isEnglishWord(name)))

/** Finds every name of a place, longest first, whether one is meant or not. Built when first asked for. */
export function placeMatcher(): NameMatcher {
  if (matcher !== undefined) return matcher
  const forms = [...listed()].flatMap(([name, kind]): NameForm[] => {
    const words = name.split(' ')
    const form: NameForm = { words, needsCapital: false, score: 0.7, cue: kind }
    const hasGenitive = words.length === 1 && name.length > 4 && !name.endsWith('s') && !listed().has(`${name}s`)
    return hasGenitive ? [form, { ...form, words: [`${name}s`] }] : [form]
  })
  return (matcher = createNameMatcher(forms))
}

const wordsOf = (name: string): string[] => name.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu) ?? []
