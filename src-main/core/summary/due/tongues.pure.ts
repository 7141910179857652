import { dateInMonth, dayFrom, endOfMonth, endOfQuarter, endOfYear, fridayOf, mondayOf, monthOf, yearOf, type Day } from './calendar.pure.ts'

/** How a language says when. All words in lower case; a phrase is words with one space between. */
export interface Tongue {
  /** Words that make what follows a deadline, then those that may only stand before a day. */
  readonly by: ReadonlySet<string>
  readonly on: ReadonlySet<string>
  /** Articles and softeners between those and the day. */
  readonly between: ReadonlySet<string>
  /** Monday first; every form a weekday has. */
  readonly weekdays: readonly (readonly string[])[]
  readonly months: readonly (readonly string[])[]
  /** Before or behind a weekday: a week later; the past. */
  readonly next: ReadonlySet<string>
  readonly past: ReadonlySet<string>
  readonly phrases: ReadonlyMap<string, (today: Day) => Day>
  /** A word before which a phrase means something else: "heute Morgen", "por la mañana". */
  readonly notAfter: ReadonlySet<string>
  readonly within: ReadonlySet<string>
  readonly numbers: ReadonlyMap<string, number>
  readonly units: ReadonlyMap<string, 'day' | 'week' | 'month'>
  /** Between a date and its month: "3 de abril". */
  readonly of: ReadonlySet<string>
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter((word) => word !== ''))
const forms = (words: string): string[][] => words.split(' ').map((word) => word.split('/'))
const numbers = (words: string): ReadonlyMap<string, number> =>
  new Map(words.split(' ').flatMap((word, at) => word.split('/').map((form): [string, number] => [form, at + 1])))
function units(day: string, week: string, month: string): Tongue['units'] {
  const all = { day, week, month } as const
  return new Map((['day', 'week', 'month'] as const).flatMap((unit) => all[unit].split(' ').map((word) => [word, unit] as const)))
}

const WHEN: Readonly<Record<string, (today: Day) => Day>> = {
  today: (today) => today,
  tomorrow: (today) => today + 1,
  'day after tomorrow': (today) => today + 2,
  'this week': (today) => fridayOf(today),
  'next week': (today) => fridayOf(today, 1),
  weekend: (today) => mondayOf(today) + 6,
  'end of month': (today) => endOfMonth(today),
  'end of next month': (today) => endOfMonth(today, 1),
  'end of quarter': (today) => endOfQuarter(today),
  'end of year': (today) => endOfYear(today),
}
/** "meaning: phrase | phrase" a line. */
function phrases(lines: string): Tongue['phrases'] {
  return new Map(lines.trim().split('\n').flatMap((line) => {
    const [meaning = '', said = ''] = line.trim().split(': ')
    const when = WHEN[meaning]
    return when === undefined ? [] : said.split(' | ').map((phrase) => [phrase, when] as const)
  }))
}

const GERMAN: Tongue = {
  by: set('bis spätestens vor fällig'), on: set('am an in im zum kommenden nächsten nächste diesen ab'), between: set('zum zu den dem der am spätestens zum einschließlich ende'),
  weekdays: forms('montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag'),
  months: forms('januar/jänner februar/feber märz april mai juni juli august september oktober november dezember'),
  next: set('nächsten nächster nächste'), past: set('letzten letzte letzter vergangenen vorigen'),
  phrases: phrases(`
    today: heute | heute abend | ende des tages | tagesende | feierabend
    tomorrow: morgen | morgen früh | morgen abend | morgen mittag
    day after tomorrow: übermorgen
    this week: ende der woche | wochenende der arbeitswoche | diese woche | ende dieser woche
    next week: nächste woche | nächster woche | ende nächster woche | kommende woche
    weekend: wochenende
    end of month: ende des monats | monatsende | ende dieses monats
    end of next month: ende nächsten monats
    end of quarter: ende des quartals | quartalsende
    end of year: ende des jahres | jahresende`),
  notAfter: set('heute guten am jeden diesen gestern jeder'), within: set('in binnen innerhalb'),
  numbers: numbers('ein/einem/einer/eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'),
  units: units('tag tage tagen', 'woche wochen', 'monat monate monaten'), of: set(''),
}

const FRENCH: Tongue = {
  by: set("avant pour d'ici d’ici jusqu'à jusqu’à jusqu'au jusqu’au"), on: set('le dès à ce'), between: set('le la à au ce'),
  weekdays: forms('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  months: forms('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  next: set('prochain prochaine'), past: set('dernier dernière passé passée'),
  phrases: phrases(`
    today: aujourd'hui | aujourd’hui | ce soir | fin de journée | la fin de la journée
    tomorrow: demain | demain matin | demain soir | demain midi
    day after tomorrow: après-demain
    this week: fin de semaine | la fin de la semaine | cette semaine | la fin de semaine
    next week: semaine prochaine | la semaine prochaine | la fin de la semaine prochaine
    weekend: week-end
    end of month: fin du mois | la fin du mois | fin de mois
    end of next month: fin du mois prochain | la fin du mois prochain
    end of quarter: fin du trimestre | la fin du trimestre
    end of year: fin de l'année | la fin de l'année | fin de l’année | la fin de l’année`),
  notAfter: set(''), within: set('dans sous'),
  numbers: numbers('un/une deux trois quatre cinq six sept huit neuf dix onze douze'),
  units: units('jour jours', 'semaine semaines', 'mois'), of: set(''),
}

const SPANISH: Tongue = {
  by: set('para antes hasta'), on: set('el este próximo'), between: set('de del el la las lo próximo este'),
  weekdays: forms('lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo'),
  months: forms('enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre'),
  next: set('próximo proximo siguiente'), past: set('pasado pasada último'),
  phrases: phrases(`
    today: hoy | esta tarde | esta noche | fin del día | final del día
    tomorrow: mañana | mañana por la mañana | mañana por la tarde
    day after tomorrow: pasado mañana
    this week: fin de la semana | final de la semana | esta semana | finales de semana
    next week: próxima semana | la próxima semana | semana que viene | la semana que viene | semana próxima
    weekend: fin de semana
    end of month: fin de mes | final de mes | final del mes | finales de mes | fin del mes
    end of next month: final del próximo mes | fin del mes que viene
    end of quarter: fin del trimestre | final del trimestre
    end of year: fin de año | final de año | final del año`),
  notAfter: set('la esta cada ayer'), within: set('en dentro'),
  numbers: numbers('un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce'),
  units: units('día días dia dias', 'semana semanas', 'mes meses'), of: set('de'),
}

const SWEDISH: Tongue = {
  by: set('till senast före innan tills'), on: set('på nu nästa den i'), between: set('på den nu senast'),
  weekdays: forms('måndag/måndagen tisdag/tisdagen onsdag/onsdagen torsdag/torsdagen fredag/fredagen lördag/lördagen söndag/söndagen'),
  months: forms('januari februari mars april maj juni juli augusti september oktober november december'),
  next: set('nästa'), past: set('förra'),
  phrases: phrases(`
    today: idag | i dag | ikväll | i kväll | slutet av dagen | dagens slut
    tomorrow: imorgon | i morgon | imorgon bitti
    day after tomorrow: övermorgon | i övermorgon
    this week: slutet av veckan | veckans slut | den här veckan | denna vecka
    next week: nästa vecka | slutet av nästa vecka
    weekend: helgen
    end of month: slutet av månaden | månadens slut | månadsskiftet
    end of next month: slutet av nästa månad
    end of quarter: slutet av kvartalet | kvartalets slut
    end of year: slutet av året | årets slut | årsskiftet`),
  notAfter: set('god varje'), within: set('om inom'),
  numbers: numbers('en/ett två tre fyra fem sex sju åtta nio tio elva tolv'),
  units: units('dag dagar', 'vecka veckor', 'månad månader'), of: set(''),
}

export const TONGUES: readonly Tongue[] = [GERMAN, FRENCH, SPANISH, SWEDISH]

/** The day a date and a month (1–12) mean, not before today; null for 31 April. */
export function datedAhead(today: Day, date: number, month: number): Day | null {
  const over = month < monthOf(today) || (month === monthOf(today) && date < dateInMonth(today))
  return dayFrom(yearOf(today) + (over ? 1 : 0), month, date)
}
