import nlp from 'compromise'
import { isEnglishBeginning, isEnglishWord, isMadeOfEnglish, isRareEnglishWord } from './english-words.ts'
import { isProductWord } from './products.ts'

/**
 * Which words are everyday words, and which are names. compromise's word list (English; about 25,000 entries, read as a
 * table, never run as a tagger: its tagger is slow and wrong on other languages) answers both; names that the table
 * calls names although they are words as well stand in a list of their own.
 */
const tagsOf = new Map<string, string | readonly string[]>(Object.entries(lexicon()))

function lexicon(): Record<string, string | readonly string[]> {
  const model: unknown = nlp.model()
  return readLexicon(model)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The model is untyped; the table is at `one.lexicon` (compromise 14). */
function readLexicon(model: unknown): Record<string, string | readonly string[]> {
  if (!isRecord(model) || !isRecord(model['one']) || !isRecord(model['one']['lexicon'])) throw new TypeError('compromise without a lexicon')
  const table: Record<string, string | readonly string[]> = {}
  for (const [word, tags] of Object.entries(model['one']['lexicon'])) {
    if (typeof tags === 'string') table[word] = tags
    else if (Array.isArray(tags)) table[word] = tags.filter((tag) => typeof tag === 'string')
  }
  return table
}

const NAME_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName', 'LastName', 'Person'])
const GIVEN_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName'])

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

const hasTag = (word: string, wanted: ReadonlySet<string>): boolean => {
  const tags = tagsOf.get(word)
  if (tags === undefined) return false
  return typeof tags === 'string' ? wanted.has(tags) : tags.some((tag) => wanted.has(tag))
}

/** Names of persons that are also everyday words of English. */
const AMBIGUOUS_ENGLISH = words(`
  herb barb blossom bliss cherry clover dolly gift honor honour precious blessing comfort fortune lucky memory kit misty raven rowan saffron spike
  verity felicity juniper leo flo kitty paddy rex merry
  abel able ace amber angel april apple art arthur ash august aurora autumn avery bailey basil bay beau bell berg bill billy bishop blade blaze
  blue bob booker brand brandy brook brooks brown buck bud buddy cannon carol carter case cash chance chandler charity chase chip christian clay cliff
  colt constant cook cooper crystal daisy dale dan dawn day dean destiny diamond dick don dot drew duke earl earnest early east eden ember
  england faith fern field finn fisher flint forest forrest foster fox frank franco gage gale gene gentry ginger glen grace graham grant gray green guy
  hale hall harmony harper haven hazel heath heather hill holly hope hunter iris ivory ivy jack jade jasmine jay jean jerry jersey jewel john jordan joy
  june justice king lake lance lane laurel lee lily lincoln long love luna lung mark mars marsh mary mason max may mercedes mercy merit miles mike mile
  mina mo myrtle nat neon nick noble norm nova olive opal page parker pat patience patsy pearl penny pepper perry pete piper pierce poppy porter price
  prince princess queen rain ralph randy ray reed reese regal rich rick river rob robin robyn rock rocky rod roman rose rosemary royal ruby rusty ryder sage
  sally sailor sandy scarlet scout senior shade shaw sharp shelly short sierra silver skip sky skye smith snow sol sonny star stark sterling stone storm
  sue sugar summer sunny tab tanner taylor teal temple terry thorn tide tiger timber tod trace trinity tripp troy tucker turner ty van vera veronica
  victor vic violet wade walker ward warden wave west white will willow win winter wolf wood woods worth wren wright young zion
  an so do be in is at on to as it us me he she we go no yes ok my by up or if of
  coral melody temperance clemency eve frost church rivers
`)
/** Towns and countries that people are named after: believed only beside a surname, or where somebody is spoken to. */
const PLACE_NAMES: ReadonlySet<string> = new Set(words(`
  milan austin sydney paris florence dallas chelsea brooklyn savannah vienna georgia charlotte madison lincoln jackson houston phoenix santiago adelaide
  carolina dakota israel chad catalina richmond kelvin sheridan kingston camden boston asia india kenya jordan london regina odessa verona petra tyrone
  devon kent chester orlando cheyenne raleigh trenton denver virginia montana alberta victoria
`))

/** True for a place that is a given name as well. */
export const isPlaceAndName = (lower: string): boolean => PLACE_NAMES.has(lower) && !isGivenName(lower)

/** The same for German, French, Spanish and Swedish. */
const AMBIGUOUS: ReadonlySet<string> = new Set([...AMBIGUOUS_ENGLISH, ...words(`
  abt acht adler alt arm bach bader bauer baumann bäcker becker beil berg berger birne blank blume braun bruder busch engel ernst fein feld fischer
  förster fromm
  fuchs groß gross grün gut hahn hammer hart hase herz herbst hirsch hoch hof hofmann jäger jung kaiser kessler klein koch kohl könig krämer kraus kraut
  kurz kühn lang laut liebe licht linde löwe maler mann maria markt meister metzger michel mai mond morgen müller nagel neu neumann otto pfeiffer
  pfarrer platz ritter
  rot roth sauer schäfer schaf scherz schlosser schmied schneider schön schreiber schulze schuster schwarz sommer sonne sommer spatz stark stein stern sturm tag
  tischler vogel voigt wagner wald weber weiß weiss wild winkler winter wirt wolf wunder zimmer zimmermann
  désiré désirée modesto modesta heide marge
  aimé blanc bois bon boucher boulanger carpentier chevalier claire constance faure fontaine forêt fort france garnier grand gros henri jean jolie jour juste
  leblanc leroux loup marchand marie marin martin mercier meunier moulin noir noël neuf olive parfait pascal petit pierre place pont prudence
  renard rey riche roi
  roland rose roux rousseau vert vidal vincent violette
  blanca alba alma amor ángel ángeles blanco bueno calle campo campos castillo cruz consuelo delgado dolores esperanza flor flores franco fuente fuentes
  gallo gracia herrero hoja iglesias
  izquierdo león leyes luz mar maría marina mata mercedes merced molina moreno nieves olmo paz pilar prado reina rey reyes río ríos rivera rojo
  rojas romero rosa rubio sol soledad
  torres valle vega verde victoria
  björk björn blom ek ekberg dag ros rosen ros gran gren hav holm kvist lind linde lund lycka mård måne nord ny quist sten stig storm ström sund
  sven svan vide vik tor ros alm
  stjärna
`)])

/** Everyday words that compromise's table lacks but that stand next to names or look like misheard ones. */
const PLAIN = new Set(words(`
  username login password signup logout wifi wlan mbit gbit kbit mbps gbps kundtjänst kundservice
  hello hi hey thanks thank please okay right yeah yes well sure sorry maybe team table meeting agenda minutes action item items call caller
  customer client doctor nurse
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  number phone email address street road card account password passport order ticket invoice version server project product design user data file page
  speaker marker brain chips candidate wallet dob attendee attendees present apologies regards subject minutes protocol owner deputy approver
  kolleginnen kollegen kollege kollegin damen herren leute zusammen kunden kunde colleagues everybody folks guys allihopa todos tous equipo equipe
  iban aadhaar bsn nino ssn dni bic swift blz ean isbn sku cvv cvc backup applicant host hosts memo note notes re fwd
  acct tfn bsb whitelist blacklist whitelisted cardholder payroll mandant mandantin kundtjänst kundservice
  hmm mmm huh whoa wow aha yep nope yup nah gosh christmas easter english spanish finnish german internet marketing interface industrial grad
  student bakery percent amex reg chuck lexer parser dow nasdaq wi fi claimant defendant plaintiff tenant lessee payee guardian beneficiary
  mieter vermieter kläger beklagte locataire demandeur inquilino arrendatario hyresgäst
  anwesend anwesende teilnehmer teilnehmende betreff kandidat kandidatin bewerber meine mein protokoll punkt närvarande deltagare ämne kandidat
  protokollet asistentes presentes asunto acta candidato candidata
  présents présent participants objet candidat candidate compte rendu bonjour bon euh merci livraison entrega leverans lieferung
  januar februar märz april juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero
  febrero marzo abril mayo junio julio agosto septiembre octubre
  noviembre diciembre januari februari augusti rosario
`))

const isPlainWord = (lower: string): boolean => (tagsOf.has(lower) && !hasTag(lower, NAME_TAGS)) || isEnglishWord(lower)

/** True for a word that has a meaning besides being a name; such a word needs a vote of its own before it is hidden. */
export function isEverydayWord(lower: string): boolean {
  if (AMBIGUOUS.has(lower) || PLAIN.has(lower)) return true
  if (hasTag(lower, NAME_TAGS)) return false
  return isPlainWord(lower) || DERIVED.test(lower) || (lower.endsWith('s') && isPlainWord(lower.slice(0, -1)))
}

/** Endings that make words out of words; names that have them ("Emily") are listed. */
const DERIVED = /.{3}(?:ly|tion|sion|ness|ment|ity|ism|ology|ically|ibly|ably)$/

/** True for a given name known from a name list and not an everyday word. English table, but its names are international. */
export const isGivenName = (lower: string): boolean => hasTag(lower, GIVEN_TAGS) && !AMBIGUOUS.has(lower) && !PLAIN.has(lower)

/** True for a given name of that list, everyday words included ("rose"), names that are only words elsewhere ("ask") not. */
export const isEverGivenName = (lower: string): boolean => hasTag(lower, GIVEN_TAGS) || (lower.length > 2 && GIVEN_ENGLISH.has(lower))
const GIVEN_ENGLISH: ReadonlySet<string> = new Set(AMBIGUOUS_ENGLISH)

/** True for a word that the list has as a given name although it means something else ("grant", "hope"). */
export const isGivenToo = (lower: string): boolean => GIVEN_FIRST.has(lower)
const GIVEN_FIRST: ReadonlySet<string> = new Set(words(`
  herb mercy verity felicity juniper leo flo kitty paddy rex
  coral melody temperance clemency
  amber arthur autumn avery bill billy bob brandy carol carter chandler charity chip clay cliff crystal daisy dale dan dawn dean drew ernest faith
  fern forrest frank gene ginger glen grace graham grant harper hazel heath heather holly hope hunter iris ivy jack jade jasmine jay jean jerry john
  joy lee lily luna mark mason max mike miles myrtle nat nick olive opal parker pat patience patsy pearl penny perry pete piper poppy ralph randy ray
  reed reese rick rob robin robyn rod rose rosemary ruby rusty ryder sally sandy scarlet skye sonny sterling sue summer tanner taylor troy tucker
  vera veronica vic victor violet wade walker willow wren
`))

const KINDS = {
  noun: new Set(['Singular', 'Plural', 'Noun', 'Uncountable', 'Actor', 'Organization', 'Place', 'Unit', 'Currency']),
  verb: new Set(['Infinitive', 'PastTense', 'PresentTense', 'Gerund', 'PhrasalVerb', 'Participle', 'Verb', 'Modal', 'Copula']),
  quality: new Set(['Adjective', 'Comparative', 'Superlative', 'Adverb',
    'Preposition', 'Conjunction', 'Determiner', 'Pronoun', 'QuestionWord', 'Expression', 'Demonym']),
  calendar: new Set(['WeekDay', 'Month', 'Date', 'Duration', 'Demonym', 'Cardinal', 'Ordinal']),
} as const
/** What the list has an English word as; a word may be of more than one kind, and most nouns are of none. */
export const isListedAs = (lower: string, kind: keyof typeof KINDS): boolean => hasTag(lower, KINDS[kind])

const PLACE_TAGS = new Set(['Country', 'Region', 'City'])
/** Countries, their parts and cities that the list has, as they are called in English. */
export const listedPlaces = (): string[] => [...tagsOf.keys()].filter((name) => hasTag(name, PLACE_TAGS))

/** True for any name of the list, given or family, everyday words included. */
export const isListedName = (lower: string): boolean => hasTag(lower, NAME_TAGS) || AMBIGUOUS.has(lower)

/** True for a seldom word that no list has as anything but a word: no name by its looks, but one where others stand. */
export const isRareWord = (lower: string): boolean => isRareEnglishWord(lower) && !tagsOf.has(lower) && !PLAIN.has(lower)

/**
 * 0–1: how much a word in lower case looks like a name for being no English word. One that may be half a word is doubtful.
 */
export function strangeness(lower: string): number {
  const before = strange.get(lower)
  if (before !== undefined) return before
  const found = readStrangeness(lower)
  if (strange.size >= MAX_KNOWN) strange.clear()
  strange.set(lower, found)
  return found
}

const strange = new Map<string, number>()
const MAX_KNOWN = 20_000

function readStrangeness(lower: string): number {
  if (lower.length < 4 || isEverydayWord(lower) || isMadeOfEnglish(lower) || !/^[^aeiouyà-ÿ]{0,4}[aeiouyà-ÿ]/.test(lower)) return 0
  return isEnglishBeginning(lower) ? 0.5 : 1
}

/** Though some are surnames too ("English"). */
const NEVER_PERSON_TAGS = new Set(['Demonym', 'Country', 'WeekDay'])
const NO_PERSON_TAGS = new Set(['City', 'Country', 'Region', 'Place', 'Organization', 'SportsTeam', 'Demonym', 'WeekDay', 'Month', 'Date',
  'Currency', 'Unit', 'Pronoun', 'Determiner', 'Conjunction', 'Preposition', 'Modal', 'QuestionWord', 'Copula', 'Expression', 'Abbreviation',
  'Duration', 'TextValue', 'Cardinal', 'Ordinal', 'Multiple'])

/** Places, organisations, days, nationalities, numbers: never a person, whatever stands around them, unless a name as well. */
export const isNoPersonWord = (lower: string): boolean =>
  isProductWord(lower) || hasTag(lower, NEVER_PERSON_TAGS) || (hasTag(lower, NO_PERSON_TAGS) && !isListedName(lower))

/** Many of them are family names behind a given one. */
export const isTownOrVillage = (lower: string): boolean => hasTag(lower, TOWN_TAGS)
const TOWN_TAGS = new Set(['City', 'Place'])

/** A label made of everyday words only says what somebody does ("Project Manager"), not who it is. */
export const isRole = (label: string): boolean => {
  const parts = label.toLowerCase().match(/\p{L}+/gu) ?? []
  return parts.length > 0 && parts.every((part) => isEverydayWord(part) && !isListedName(part))
}
