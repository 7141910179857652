import { CuePattern, type Said } from './cue-pattern.pure.ts'
import type { Handing } from './action-cues.pure.ts'

/**
 * How German, French, Spanish and Swedish hand out work, by closed-class words and the commonest verbs of office talk. Cue
 * text as in English: lower case, participants as `@0`.
 */
interface Tongue {
  readonly commits: RegExp
  readonly asks: RegExp
  readonly assigns: RegExp
  readonly plans: RegExp
  /** Denied, past, or only looking like it. */
  readonly not: RegExp
}

const P = '@(?<person>[0-9]+)'

const TONGUES: readonly Tongue[] = [
  {
    commits: / ich (?:werde|kann|muss|mach|mache|übernehme|kümmere|schicke|schick|sende|schreibe|prüfe|kläre|rufe|bestelle|buche|besorge|erstelle|bereite|organisiere|frage|melde|hole|bringe|erledige|spreche|teste|aktualisiere) | (?:mache|mach|übernehme|erledige) ich | ich .{1,60} (?:kümmern|erledigen) /,
    asks: / (?:kannst|könntest|würdest|magst|willst) du | (?:könnt|könntet) ihr | (?:können|könnten|würden) sie | bitte /,
    assigns: new RegExp(` ${P} (?:soll|sollte|wird|muss|kann|übernimmt|macht|schickt|sendet|schreibt|prüft|klärt|ruft|bestellt|bucht|besorgt|erstellt|organisiert|fragt|holt|bringt|kümmert) | du (?:sollst|solltest|musst|machst|schickst|übernimmst|kümmerst) `),
    plans: / wir (?:müssen|sollten|werden|brauchen) | (?:jemand|einer) (?:muss|sollte|müsste) /,
    not: / (?:nicht|kein|keine|keinen|schon|habe|hatte|wurde|gestern|wenn|hätte|würde ich|weiter zum|wie) /,
  },
  {
    commits: / (?:je (?:vais|dois|peux|prends|prépare|m'occupe|me charge|m'en occupe|m'en charge)|je (?:t'|vous |te |lui |leur )?[a-zé]+rai) /,
    asks: / (?:tu (?:peux|pourrais)|peux-tu|pourrais-tu|vous (?:pouvez|pourriez)|pouvez-vous|pourriez-vous|s'il (?:te|vous) plaît|merci de) /,
    assigns: new RegExp(` ${P} (?:va|doit|peut|prend|prépare|envoie|s'occupe|se charge|s'en occupe|s'en charge) | tu (?:dois|vas|t'occupes|t'en occupes|prends) `),
    plans: / (?:il faut|il faudrait|nous devons|on doit|on devrait|nous allons|quelqu'un (?:doit|devrait)) /,
    not: / (?:pas|jamais|hier|déjà|si|avait|avais|passer au|voir) /,
  },
  {
    commits: / (?:voy a|tengo que|me encargo|yo (?:me encargo|lo hago|puedo|mando|llamo|preparo)|puedo|lo hago yo|(?:te|os|les|le) (?:mando|envío|llamo)) /,
    asks: / (?:puedes|podrías|podéis|puede usted|podría|por favor) /,
    assigns: new RegExp(` ${P} (?:va a|tiene que|debe|se encarga|prepara|manda|envía|llama|puede) | (?:tienes que|te encargas|debes) `),
    plans: / (?:tenemos que|hay que|debemos|deberíamos|alguien (?:tiene que|debe|debería)) /,
    not: / (?:no|nunca|ayer|ya|si|había|pasar a|ver) /,
  },
  {
    commits: / jag (?:ska|skickar|tar|kan|fixar|bokar|ringer|kollar|skriver|måste|mejlar|ordnar|frågar|beställer|hör av|återkommer) | (?:det )?gör jag /,
    asks: / (?:kan|kunde|vill) du | (?:kan|kunde|vill) ni | skulle du kunna | är du snäll /,
    assigns: new RegExp(` ${P} (?:ska|skickar|tar|bokar|ringer|kollar|skriver|måste|ordnar|fixar|får|kan) | du (?:ska|måste|får|tar|fixar) `),
    plans: / vi (?:måste|behöver|borde|ska) | någon (?:måste|borde|behöver) /,
    not: / (?:inte|ingen|aldrig|igår|redan|om|hade|gå vidare|se hur) /,
  },
]
const ORDER = ['assigns', 'asks', 'commits', 'plans'] as const
const OWNER: Readonly<Record<(typeof ORDER)[number], Handing['owner']>> = { assigns: 'addressee', asks: 'addressee', commits: 'speaker', plans: 'open' }
/** English talk is left to the rules for English. */
const ENGLISH = new CuePattern(/ (?:the|and|of|you|we|will|that|it|is|with|for) /)

/** How a line in one of these languages hands out work; null where it does not, or is in none of them. */
export function foreignHandingIn(line: Said): Handing | null {
  const { cue } = line
  if (ENGLISH.test(line)) return null
  for (const tongue of TONGUES) {
    const kind = ORDER.find((one) => tongue[one].test(cue))
    if (kind === undefined || tongue.not.test(cue)) continue
    const named = tongue[kind].exec(cue)?.groups?.['person']
    // What is done stands far from these words, often at the end; it is taken for work.
    return { kind, owner: named === undefined ? OWNER[kind] : 'named', verb: 'do', person: named === undefined ? null : Number(named), points: false, about: 0 }
  }
  return null
}

/** "Wir haben beschlossen", "on a décidé", "hemos acordado", "vi har bestämt". */
export const DECIDED_ABROAD =
  / (?:(?:wir haben|wird|ist) (?:[^.]{1,60} )?(?:beschlossen|entschieden|vereinbart)|(?:on a|nous avons|c'est) (?:décidé|convenu|choisi)|(?:hemos|se ha|está) (?:decidido|acordado)|(?:vi har|det är) (?:[a-zåäö]+ )?(?:beslutat|bestämt|beslutats|kommit överens)) /
