import { isCommonEnglishWord, isEnglishWord } from '../names/english-words.ts'
import { isEverGivenName, isListedAs } from '../names/everyday.ts'
import { isFunctionWord } from '../names/function-words.ts'
import { isGivenIn } from '../names/given.ts'
import { isProductWord } from '../names/products.ts'
import { isCommonIn, isWordIn } from '../names/words-by-language.ts'
import type { Candidate, Recogniser, RecogniserContext } from '../recogniser.ts'
import { numeralsOf } from '../shadow/numerals.ts'
import { symbolsOf } from '../shadow/vocabulary.ts'
import { beginningsOf, matchesAt, placesOf } from '../together.ts'
import { stemsOf, type Stems } from '../words.ts'
import { matchesOf } from '../matches.ts'

/**
 * Logins where a sentence goes about them: "he's on Twitter as brass lantern", "user d pargeter two can't log in", "copper finch
 * is my username". A frame says where one begins, and sometimes what must stand behind; the words between are judged one by one.
 */
interface Frame {
  readonly lead: RegExp
  /** What must stand straight behind. */
  readonly behind?: RegExp
  /** `words`: a word or more, one of them seldom said. `odd`: what no dictionary has, a letter and a word, or a word and digits. */
  readonly level: 'words' | 'odd'
  /** A part of every way to say it: a text without any has none. */
  readonly stems: Stems
}

const NET = '(?:the )?(?:discord|reddit|twitter|insta(?:gram)?|tik ?tok|twitch|steam|telegram|bluesky|mastodon|snapchat|git ?hub|git ?lab|xbox|playstation|psn|strava|etsy|ebay|vinted|youtube|lichess|roblox|minecraft|fortnite|forum|foro|forumet)'
const NET_STEMS = stemsOf(['discord', 'reddit', 'twitter', 'insta', 'tok', 'twitch', 'steam', 'telegram', 'bluesky', 'mastodon', 'snapchat', 'git', 'xbox',
  'playst', 'psn', 'strava', 'etsy', 'ebay', 'vinted', 'youtube', 'lichess', 'roblox', 'minecraft', 'fortnite', 'foro', 'forum'])
/** Words for an account, and what signing in is called. */
const ACCOUNT = stemsOf(['user', 'handle', 'log', 'screen', 'gamer', 'gaming', 'game name', 'chat name', 'forum name', 'player', 'nick', 'benutz', 'nutz',
  'anmelde', 'kennung', 'spieler', 'pseudo', 'identif', 'utilis',
  'connex', 'usuari', 'apodo', 'användar', 'stream', 'channel', 'clan', 'guild', 'sign', 'still', 'angemeldet', 'connect', 'conect', 'tag', 'profile',
  'character', 'account', 'staff',
  'konto', 'compte', 'cuenta', 'meld', 'entr', 'inici', 'champ', 'campo'])
/** What one does under a name, where it is seen, and how it is written. */
const SEEN = stemsOf(['know', 'kenn', 'conna', 'conoc', 'känner', 'goes by', 'go by', 'who', 'show', 'come', 'came', 'appear', 'listed', 'join',
  'erschein', 'taucht', 'appara', 'aparec',
  'figura', 'syns', 'dyker', 'everywhere', 'lower', 'one word', 'no spaces', 'wort', 'zusammen', 'attach', 'junto', 'ihop', 'heiß', 'heter', 'edit',
  'comment', 'sell', 'upload', 'write', 'post',
  'play', 'stream', ' as ', 'rename', 'system', 'portal', 'software', 'intranet', 'bidder', 'assign', 'report', 'owner', 'author', 'committ', 'request',
  'bearbeit', 'gemeldet', 'auteur',
  'autor', 'ägare', 'namen', 'spelar', 'game', 'spiel', 'jeu', 'juego', 'spel', 'call', 'verkauf', 'schreib', 'publi', 'vend', 'écri',
  'public', 'escrib', 'subo', 'sube', 'säljer', 'skriver', 'lägger upp'])
const ACTED = stemsOf(['rolled', 'rolls', 'ack', 'page', 'push', 'escal', 'takes', 'took', 'hand', 'hands', 'signed', 'jumped', 'joined', 'declare',
  'zurückgerollt', 'bestätigt', 'übern', 'überge',
  'eskal', 'confirm', 'repri', 'repren', 'relanc', 'pouss', 'annul', 'asumi', 'revirt', 'subi', 'rullade', 'kvitt', 'bekräft', 'tog'])
const COMMAND = stemsOf(['psql', 'mysql', 'pg_', 'ssh', 'scp', 'sftp', 'rsync', 'sudo', 'createdb', 'mongo', 'redis', 'curl', 'svn', 'ldapsearch',
  'smbclient', 'ftp'])
/** Where work is kept, and where one is asked how one is called. */
const ISSUES = stemsOf(['assign', 'commit', 'thread', 'issue', 'ticket', 'pull', 'merge', 'review', 'blame', 'repo', 'project', 'organi', 'server', 'board',
  'channel', 'group', 'workspace', 'tenant', 'list',
  'find you', 'your name', 'are you', 'you go by', 'heißt du', 'nennst du', 'appelles', 'ton nom', 'ton pseudo', 'sales en', 'apareces', 'llamas', 'heter du'])
const CLAUSE_END = /^(?:[.,!?\n]|$)/u
const AT_SIGN = stemsOf(['at sign', 'at-zeichen', 'arobase', 'arroba', 'snabel-a'])
const ON = '(?:on|over on|auf|bei|im|in|sur|en|på|i)'
const MINE = '(?:my|his|her|their|mein|ihr|sein|mon|son|sa|mi|su|min|mitt|hans|hennes)'
const NOUN = "(?:user ?name|user ?id|handle|log-?in name|screen name|gamer ?tag|(?:player|gamer|gaming|game|chat|forum|profile) name|nick(?:name)?|benutzername|nutzername|anmeldename|benutzerkennung|spielername|pseudo|identifiant|nom d['’]utilisateur|nom de connexion|" +
  'nombre de usuario|usuario|apodo|användarnamn(?:et)?)'
const IS = "(?:['’]s|:| is| was| would be| should be| will be| ist| lautet| wäre| est| sería| es| är| blir|,? c['’]est),? "
const OF_NET = new RegExp(`^,? ${ON} ${NET}(?!\\p{L})`, 'iu')
const OF_PLACE = new RegExp(`^,? (?:in there|on there|online|${ON} (?:the |le |la |el |dem |der )?(?:${NET}|chat(?:ten)?|server|gruppe|groupe|grupo|gruppen|group|game|spiel|jeu|juego|spelet|list|league|leader ?board|table|rangliste|classement|clasificación|topplistan|call))(?!\\p{L})`, 'iu')
const IS_MINE = new RegExp(` (?:is|ist|est|es|är) ${MINE} ${NOUN}(?!\\p{L})`, 'iu')
const OF_MINE = new RegExp(`^${IS_MINE.source}`, 'iu')
const IN_FIELD = /^ (?:in|into|im|ins|in das|dans|en|i) (?:the |le |la |el )?(?:user(?: ?name)?|log-?in|benutzer\p{L}*|anmelde\p{L}*|identifiant|champ|campo|usuario|användar\p{L}*)(?!\p{L})/iu
const THATS_IT = /^,? (?:that['’]s|which is|das ist|c['’]est|es|det är) (?:the|my|his|her|der|mein|le|mon|son|el|mi|su|mitt|hans|hennes) (?:log-?in|user ?name|account|benutzername|identifiant|usuario|användarnamn)(?!\p{L})/iu
const LOGS_IN = /^ (?:to (?:log|sign) (?:in|on)|(?:as|for|als|comme|como|som) (?:the |your |my |le |el )?(?:log-?in|user ?name|benutzername|identifiant|usuario|användarnamn)|(?:zum|pour se) (?:anmelden|einloggen|connecter)|para entrar|för att logga in)(?!\p{L})/iu
const GOES_ON = /^(?:[,.;)!?\n]|$| (?:is|was|has|had|can|can['’]t|cannot|won['’]t|isn['’]t|wasn['’]t|doesn['’]t|hasn['’]t|gets?|got|keeps|still|again|please|on|for|from|ist|war|hat|kann|wurde|wird|est|a été|a|ne|n['’]\p{L}+|no|está|fue|ha|puede|sigue|är|var|har|kan|blev)(?!\p{L}))/iu

const frame = (stems: Stems, level: Frame['level'], lead: string, behind?: RegExp): Frame =>
  ({ stems, level, lead: new RegExp(lead, 'uy'), ...(behind === undefined ? {} : { behind }) })

const FRAMES: readonly Frame[] = [
  frame(NET_STEMS, 'words', `${ON} ${NET},? (?:as|it['’]s|that['’]s|(?:he|she)(?:['’]s| is| goes by)|they go by|i['’]m|i go by|als|ist (?:er|sie|das)|heißt (?:er|sie)|heiße ich|bin ich|c['’]est|(?:il|elle) (?:est|s['’]appelle)|je (?:suis|m['’]appelle)|comme|` +
    'es|se llama|me llamo|soy|aparece como|como|är (?:jag|han|hon)|heter (?:jag|han|hon)|som) '),
  frame(NET_STEMS, 'words', `(?:ich bin|je suis|soy|jag är|jag heter) ${ON} ${NET} `),
  frame(NET_STEMS, 'words', '(?:at|under|unter|sous|bajo) ', OF_NET),
  frame(NET_STEMS, 'words', '(?:add|message|dm|follow|look for|search for|search) ', OF_NET),
  frame(NET_STEMS, 'words', `(?:the |my )?(?:seller|buyer|streamer|poster|gamer)(?:['’]s| is) `, OF_NET),
  frame(NET_STEMS, 'words', `${MINE} ${NET}(?: (?:name|tag|handle|account))?${IS}`),
  frame(NET_STEMS, 'words', `${NET} (?:name|tag|handle)\\??[ \\n](?:it['’]s|that['’]s|c['’]est|es ist|es|det är) `),
  frame(SEEN, 'words', '(?:knows?|known) (?:(?:me|him|her|them) )?as |(?:kennt|kennen) (?:mich|ihn|sie) als |conn(?:aît|aissent) (?:sous|comme) |conocen? como |känner (?:mig|honom|henne) som |goes by |go by |who(?:[\'’]s| is) |(?:shows? up|comes? up|appears?|listed|joined|erscheint|taucht|apparaît|aparece|figura|syns|dyker upp) (?:as|als|comme|como|som) ', OF_PLACE),
  frame(SEEN, 'words', '(?:i[\'’]m|i am|(?:he|she)[\'’]s|ich bin|je suis|soy|jag är) ', /^(?: everywhere|,? (?:all (?:one word|lower ?case)|one word|no spaces|in einem wort|zusammengeschrieben|tout attaché|todo junto|ihopskrivet))(?!\p{L})/iu),
  frame(ACCOUNT, 'words', `${MINE} ${NOUN}, `, /^,(?= )/u),
  frame(ACCOUNT, 'words', `chang(?:ed?|ing) (?:my|his|her|their|the|your) ${NOUN} to |(?:stream|channel|clan|guild)(?:['’]s| is) called `),
  frame(ACCOUNT, 'words', '(?:logged|signed|still) (?:in|on) as |(?:eingeloggt|angemeldet) als |connectée? (?:comme|en tant que) |conectad[oa] como |inloggad som '),
  frame(ACCOUNT, 'words', '(?:als|som) ', /^ (?:angemeldet|eingeloggt|inloggad)(?!\p{L})/iu),
  frame(SEEN, 'words', `(?:heiße|heißt|heter) (?:(?:er|sie|ich|han|hon|jag) )?(?:im|auf|in|i|på) (?:dem |der )?(?:chat(?:ten)?|spiel|spelet|forum(?:et)?) `),
  frame(SEEN, 'odd', '(?:edit(?:s|ed)?|comments?|commented|sells?|uploads?|writes?|posts?|plays?|streams?|joins?|joined|appears?|listed|(?:comes?|came|shows?|showed) up) (?:(?:the|on|in|my|his|her|their|our) \\p{L}{3,10} )?(?:as|under) '),
  frame(SEEN, 'odd', '(?:poste[tn]?|verkauf(?:e|t)|schreib(?:e|t)|streame?t?) (?:(?:meine|seine|ihre)n? \\p{L}{3,12} )?(?:als|unter) |(?:publie|poste|vends?|écri[st]|streame) (?:(?:mes|ses) \\p{L}{3,12} )?(?:comme|sous) |' +
    '(?:public[oa]|vend[oe]|escrib[oe]|sub[oe]) (?:(?:mis|sus) \\p{L}{3,12} )?(?:como|bajo) |(?:postar|säljer|skriver|streamar|lägger upp) (?:(?:mina|sina|hans|hennes) \\p{L}{3,12} )?(?:som|under) '),
  // "09:41 kpargeter took over": who did what, in a log of what went wrong.
  frame(ACTED, 'odd', '(?<=(?:^|\\n)[ \\t*-]{0,4}\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: (?:utc|cet|est|pst|gmt|z))?[ ,:–-]{1,3})', /^ (?:rolled|rolls|acks?(?:ed)?(?!\p{L})|acknowledge[ds]|paged|pages|pushed|pushes|escalate[ds]|took over|takes over|handed over|hands over|signed off|jumped on|joined|declare[ds]|hat (?:\p{L}{2,12} )?(?:zurückgerollt|bestätigt|übernommen|übergeben|eskaliert)|übernimmt|a (?:confirmé|repris|relancé|escaladé|poussé|annulé)|reprend|(?:confirmó|asumió|escaló|revirtió|subió)|(?:rullade|kvitterade|eskalerade|bekräftade) |tog över)/iu),
  // "psql -U kpargeter": what one is called on a machine.
  frame(COMMAND, 'odd', '(?:psql|mysql|mysqldump|pg_dump|pg_restore|ssh|scp|sftp|rsync|sudo|createdb|mongosh?|redis-cli|curl|svn|ldapsearch|smbclient|ftp)(?: [^\\s\'"|;]{1,40}){0,3} (?:-u|-l|--user(?:name)?)[ =]', /^(?=[\s;:|]|$)/u),
  frame(SEEN, 'odd', '(?:has|have|had|got) (?:me|him|her|them|us) (?:down )?as |renamed? (?:himself|herself|themselves|myself|the account|it)(?: to)? |(?:system|portal|software|intranet) (?:calls|knows) (?:me|him|her|them) (?:as )?|bidder '),
  frame(SEEN, 'odd', '(?:assignee|assigned to|reporter|owner|author|committer|requester|requested by|uploader|bearbeiter|gemeldet von|auteur|autor|ägare): ', /^(?=[\s,;|)]|$)/u),
  frame(SEEN, 'odd', 'unter dem namen |(?:taucht|erscheint) (?:als|unter) |apparaît (?:comme|sous) |aparece como |(?:syns|dyker upp|spelar) som |(?:heiße|heißt) (?:ich |er |sie )?(?:da|dort) '),
  frame(ACCOUNT, 'odd', '(?:try|use|enter|nimm|essaie|utilise|usa|prueba|använd|testa) ', LOGS_IN),
  frame(SEEN, 'words', '(?:in the game|in[- ]game|im spiel|dans le jeu|en el juego|i spelet),? (?:i[\'’]m|i am|(?:he|she)(?:[\'’]s| is)|heiße ich|bin ich|je suis|soy|me llamo|heter jag|är jag) '),
  frame(ACCOUNT, 'words', `my (?:\\p{L}{4,8} )?tag(?: (?:in|on|for) (?:the )?\\p{L}{3,12})?${IS}`),
  frame(ACCOUNT, 'words', `${MINE} ${NOUN}${IS}`),
  frame(ACCOUNT, 'words', `${NOUN},? (?:i think|i believe|glaube ich|je crois|creo|tror jag),?${IS}`),
  frame(ACCOUNT, 'words', '(?:user|profile|character|player|streamer|benutzer|nutzer|utilisateur|usuario|användare)(?:[\'’]s| is| ist| est)? (?:called|named|namens|appelée?|nommée?|llamad[oa]|som heter) '),
  frame(SEEN, 'words', '(?:reviewer|poster|user|streamer|seller|troll|somebody|someone) (?:calls?|calling|called) (?:himself|herself|themselves|themself) '),
  frame(ACCOUNT, 'words', "(?:it['’]s|i['’]m|(?:he|she)['’]s|es ist|c['’]est|está|det är) (?:under|unter|sous|bajo) ", THATS_IT),
  frame(ACCOUNT, 'odd', '(?:type|put|enter|use|gib|tippe|tape[zr]?|mets|escribe|pon|skriv)(?: in| ein)? ', IN_FIELD),
  frame(ACCOUNT, 'odd', '(?:signs|signed) (?:everything|himself|herself|it|them|(?:his|her|their) (?:posts?|notes?|messages?|emails?))(?: as)? '),
  frame(ACCOUNT, 'odd', '(?:log|logs|logged|logging|sign|signs|signed)(?: (?:me|him|her|us|it))?[ -]?(?:in|on) (?:as|under|with) (?:the )?(?:user |login |account )?'),
  frame(ACCOUNT, 'odd', '(?:meldet?|loggt?e?) (?:sich|mich|dich|sie|ihn)(?: \\p{L}{2,8})? (?:als|unter|mit) |(?:me |te |se )?connecte(?:r|z)? (?:avec|comme|sous|en tant que) |(?:conect\\p{L}{1,5}|entr[aoe]r?|inicia\\p{L}? sesión) (?:como|con) |logga(?:r|t|de)? in (?:som|med) '),
  frame(ACCOUNT, 'odd', '(?:logged|recorded) as '),
  frame(SEEN, 'odd', '(?:create|created|register|registered|set)(?: (?:me|him|her|it|them|the (?:account|user)))?(?: up)? as '),
  frame(ACCOUNT, 'odd', `${NOUN},? (?:(?:all|in|tout en|alles|todo en|med|en) )?(?:lower ?case|capitals|caps|one word|small letters|klein|minuscules|minúsculas|små bokstäver),? `),
  frame(ACCOUNT, 'odd', `(?:account|user|(?:user|log-?on|staff|login) id|log-?[io]n|inlogg(?:et|ningen)|${NOUN}|konto|kontot|compte|cuenta|kennung|benutzer|nutzer|utilisateur|usuari[oa]|användaren?)(?: is| ist| est| es| är| ?:)? `, GOES_ON),
  frame(ACCOUNT, 'odd', `${NOUN}['’]s `, GOES_ON),
  frame(ACCOUNT, 'odd', 'tag(?: (?:in|on|for) (?:the )?\\p{L}{3,12})? is '),
  // "the nightly job runs as …", "she is working under …": a word nobody has but those who are called so.
  frame(SEEN, 'odd', '(?:work(?:s|ing)?|r[ua]n(?:s|ning)?|booked|stored|filed|ended up|deploy(?:s|ed|ing)?|commits?|committ(?:ed|ing)|gets? (?:on|in)|go(?:es|ing)? in|läuft|tourne|corre|körs|ligger inne)(?: (?:still|me|him|her|it|now|on|down|noch|encore|aún|fortfarande)){0,2} ' +
    '(?:as|under|als|unter|comme|sous|como|bajo|som) '),
  frame(ACCOUNT, 'odd', '(?:i|he|she|you|they)(?:[\'’]ve| have|[\'’]d)? (?:been )?(?:typ(?:es?|ed|ing)|enter(?:s|ed|ing)?) |(?:pongo|escribo|je tape|je mets|ich tippe|jag skriver) '),
  frame(ISSUES, 'odd', '(?:assign (?:it|this|that|them) to|commits? (?:from|by)|(?:thread|issue|ticket|pr|pull request|merge request|review) (?:(?:opened|raised|left|written|closed) )?by|blame says) '),
  frame(ISSUES, 'odd', '(?:add|invite|give) ', /^ (?:to|access to|rights on|read access) (?:the |that |our )?(?:repo|repository|project|org|organi[sz]ation|server|board|channel|group|workspace|tenant|list)(?!\p{L})/u),
  frame(ISSUES, 'words', '(?:find you|your name (?:on|in) there|are you (?:called|listed|down)|who are you|do you go by|heißt du|nennst du dich|t[\'’]appelles|ton (?:nom|pseudo)|sales|apareces|te llamas|heter du)(?: (?:denn|da|där|dort|drin|again|då|tú)){0,2} ' +
    '(?:(?:on|in|im|auf|sur|dans|en|på|i) (?:the |dem |le |la |el )?\\p{L}{2,12}(?: (?:game|app|server))?)?\\? ?\\n(?:\\p{L}{1,14}: )?' +
    '(?:(?:uh|um|äh|euh|eh),? )?(?:(?:search|look) for |i[\'’]m |it[\'’]s |ich bin (?:der |die )?|je suis |salgo como |soy |jag heter |jag är )?', CLAUSE_END),
  frame(AT_SIGN, 'odd', '(?<!\\p{L} )@ '),
  frame(AT_SIGN, 'words', '(?:at sign|at-zeichen|arobase|arroba|snabel-a),? ', /^,? (?:(?:all )?one word|no spaces|in einem wort|tout attaché|todo (?:seguido|junto)|i ett ord|ihopskrivet)(?!\p{L})/iu),
  frame(AT_SIGN, 'odd', '(?:at sign|at-zeichen|arobase|arroba|snabel-a),? ', /^(?! (?:dot|punkt|point|punto)(?!\p{L})|\.\p{L}|@)/iu),
]

const BEGINNINGS = beginningsOf('(?<![\\p{L}\\d@])', FRAMES.map(({ lead }) => lead))

/** "copper finch is my username": it may begin wherever a clause does, so it is looked for only where one ends so. */
const CALLED_MINE: Omit<Frame, 'stems'> = {
  level: 'words', lead: /(?<![\p{L}\d@])(?:(?<=^|[.!?;,:\n] ?)|and |so |yeah |well |think )/gu, behind: OF_MINE,
}

/** "CORP\tpargeter" */
const DOMAIN: Omit<Frame, 'stems'> = { level: 'odd', lead: /(?<![\p{L}\d\\:/.-])(?!HK)[A-Z][A-Z\d-]{1,14}\\(?=\p{Ll})/gu }

/** What is said of logins and of accounts, what one signs in with, and words of the trade that no dictionary has. */
const ABOUT = new Set((
  'wrong taken already free case sensitive blank empty invalid required missing optional public private visible hidden expired locked blocked active available unavailable admin root guest administrator anonymous online offline ' +
  'popup signup signups webpage backend frontend onboarding dropdown homepage config sso mfa vpn ldap okta google microsoft facebook apple bluetooth citrix outlook oauth saml webauthn passkey fingerprint linkedin paypal level ' +
  'postgres mysql ubuntu centos oracle nobody deploy nginx jenkins redis ' +
  'something someone everyone anyone everything nothing falsch vergeben gesperrt gast leer faux pris bloqué invité vide invalide mal ocupado bloqueado invitado vacío fel upptaget spärrad låst gäst tomt ' +
  'please again tomorrow today anyway really very always never mostly online').split(' '))

export const accountLoginRecogniser: Recogniser = {
  name: 'account-login',
  only: 'source',
  *find(view, context) {
    function* behindAll(leads: Iterable<RegExpExecArray>, { behind, level }: Omit<Frame, 'stems'>): Generator<Candidate> {
      for (const { index, 0: said } of leads) {
        const start = index + said.length
        const end = loginEnd(view.text.slice(start, start + REACH), level, behind, context)
        if (end > 0) yield { start, end: start + end, type: 'USERNAME', score: 0.88, cue: 'trigger word' }
      }
    }
    const mentioned = new Set([NET_STEMS, ACCOUNT, SEEN, ACTED, COMMAND, ISSUES, AT_SIGN].filter((stems) => view.mentions(stems)))
    if (view.text.includes('@ ')) mentioned.add(AT_SIGN)
    const places = mentioned.size === 0 ? [] : placesOf(BEGINNINGS, view.lower)
    for (const each of FRAMES) if (mentioned.has(each.stems)) yield* behindAll(matchesAt(places, view.lower, each.lead), each)
    if (mentioned.has(ACCOUNT) && IS_MINE.test(view.lower)) yield* behindAll(matchesOf(view.lower, CALLED_MINE.lead), CALLED_MINE)
    if (view.text.includes('\\')) yield* behindAll(matchesOf(view.text, DOMAIN.lead), DOMAIN)
  },
}

const REACH = 140
const TOKEN = /[\p{L}\d]+(?:[._-][\p{L}\d]+)*(?![\p{L}\d@])/uy
/** "otter of doom", "loutre des sables" */
const PARTICLES = new Set('of de des du del la las los von der av'.split(' '))
const MAX_WORDS = 3
const HOW_WRITTEN = /^(?:(?:all )?(?:one word|lower ?case|in one|together|no spaces|no gaps)|in einem wort|zusammen(?:geschrieben)?|tout attaché|en un mot|todo (?:seguido|junto)|en una palabra|i ett ord|ihop(?:skrivet)?)(?!\p{L})/u

/** How long the login is that a text begins with; 0 where it begins with none. */
function loginEnd(text: string, level: Frame['level'], behind: RegExp | undefined, { lang }: RecogniserContext): number {
  const { small } = numeralsOf(lang)
  const isNumber = (lower: string): boolean => /^\d{1,4}$/.test(lower) || lower.split('-').every((part) => small.has(part))
  const isSign = (lower: string): boolean => /^[._-]$/.test(symbolsOf(lang).get(lower) ?? '')
  const words: string[] = []
  let end = 0
  let numbers = 0
  let isJoined = false
  for (let at = 0; at < text.length;) {
    TOKEN.lastIndex = at
    const [token] = TOKEN.exec(text) ?? []
    if (token === undefined) break
    const lower = token.toLowerCase()
    // "gravel pit king, all one word": how it is written is none of it.
    if (words.length > 0 && HOW_WRITTEN.test(text.slice(at))) {
      isJoined = true
      break
    }
    const next = /^ ([\p{L}\d]{2,20})/u.exec(text.slice(at + token.length))?.[1]?.toLowerCase() ?? ''
    const isParticle = words.length === 1 && level === 'words' && PARTICLES.has(lower) && !isFunctionWord(next, lang)
    const isInside = words.length > 0 && next !== '' && (isSign(lower) || isParticle)
    // "user d pargeter": letters that are words elsewhere, too.
    const isInitial = words.every(({ length }) => length === 1) && /^[^aeiouyàåö]$/u.test(lower)
    if (isInside) isJoined = true
    else if (words.length > 0 && isNumber(lower)) numbers++
    else if (numbers > 0 || (!isInitial && (isFunctionWord(lower, lang) || isFunctionWord(lower)))) break
    else if (ABOUT.has(lower)) return 0
    else if (level === 'odd' && words.length > 0 && !isJoined && words[0]?.length !== 1) break
    else if (level === 'odd' && words.length > 1 && !isJoined) break
    else words.push(lower)
    if (words.length > MAX_WORDS) return 0
    at += token.length
    if (!isInside) end = at
    if (behind?.test(text.slice(at)) === true || text[at] !== ' ') break
    at++
  }
  if (words.length === 0 || (behind !== undefined && !behind.test(text.slice(end)))) return 0
  // "they know me as snowplough on the forum": people are seldom known as a thing anywhere else.
  if (behind === OF_PLACE && words.length === 1 && !isCommon(words[0] ?? '', lang) && !/(?:ing|ed|ly)$/.test(words[0] ?? '')) return end
  return isLogin(words, text.slice(0, end), { hasMore: numbers > 0 || isJoined, isJoined }, level, lang) ? end : 0
}

/** What stands behind its first words: a number or a sign that joins, or such a sign. */
interface More {
  readonly hasMore: boolean
  readonly isJoined: boolean
}

function isLogin(words: readonly string[], text: string, more: More, level: Frame['level'], lang: RecogniserContext['lang']): boolean {
  const { hasMore, isJoined } = more
  const [first = '', second] = words
  if (/^\d/.test(first) || first === 'i' || first === 'a') return false
  if (/\d|_|\p{L}\.\p{L}/u.test(first)) return /\p{L}.*\p{L}/u.test(first)
  const isKnown = (word: string): boolean => isEnglishWord(word) || isInflected(word) || (lang !== 'en' && isWordIn(word, lang))
  const isName = (word: string): boolean => isEverGivenName(word) || isGivenIn(word, lang)
  if (level === 'odd') {
    if (first.length === 1) return second !== undefined && (hasMore || !isKnown(second))
    // "jana dash weber" is read out for what it is; "Jana Weber 3" may be anything.
    if (hasMore) return (isJoined || !isName(first)) && !isCommon(first, lang)
    return first.length > 4 && /^\p{Ll}/u.test(text) && !isKnown(first) && !isName(first) && !isProductWord(first)
  }
  // "on Twitter as Jana Weber" is a name; "on Reddit it's mostly quiet" says how things are.
  if (words.some(isName) && (words.length === 1 || /^\p{Lu}/u.test(text))) return false
  const isSaying = (word: string): boolean => isListedAs(word, 'quality') || isListedAs(word, 'verb') || (isEnglishWord(word) && /(?:ing|ed|ly)$/.test(word))
  if (words.length === 1) return !hasMore ? first.length > 3 && !isKnown(first.replace('-', '')) : !isCommon(first, lang)
  if (!isJoined && isSaying(words.at(-1) ?? '')) return false
  if (words.length === 2 && !hasMore && /[^s]s$/.test(words[1] ?? '') && isCommon(words[0] ?? '', lang)) return false
  return words.some((word) => !isCommon(word, lang))
}

/** What one hears every day. */
const isCommon = (word: string, lang: string): boolean => isCommonEnglishWord(word) || isCommonIn(word, lang)

/** A word that no dictionary has for its ending: what is left must be one. */
function isInflected(word: string): boolean {
  const stem = word.replace(/(?:ers?|ors?|ing|ed|ly|ness|able|less|s)$/, '')
  return stem !== word && stem.length > 2 && (isEnglishWord(stem) || isEnglishWord(`${stem}e`) || isEnglishWord(stem.slice(0, -1)))
}
