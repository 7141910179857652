/** Words that hold sentences together: never a name by themselves, and a sign that a clause is a sentence. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set((
    'a an the this that these those it its he she they we you i me him her us them my your his our their who what which where when why how if then than as at by for from in into of off on onto out over to up with without ' +
    'is are was were be been being am do does did done have has had having will would can could shall should may might must not no yes and or but so because while until since about after before again all also any both each ' +
    'few more most other some such only own same too very just now here there okay ok well right yeah still always never maybe please like get got go going gone come came make made say said see think know want need let'
  ).split(' ')),
  de: new Set((
    'an am im ins ab alle allen alles man sich der die das den dem des ein eine einen einem einer eines ich du er sie es wir ihr mich dich mir dir ihm ihnen euch ihn uns mein dein sein unser ist sind war waren bin bist hat haben habe wird werden wurde kann können muss soll nicht kein keine ' +
    'und oder aber wenn weil dass als auf aus bei bis durch für gegen in im mit nach ohne über um unter von vor zu zum zur auch nur noch schon so sehr mal ja nein doch hier da dort jetzt dann was wer wie wo wann warum'
  ).split(' ')),
  fr: new Set((
    'ben bah ouais le la les un une des du de d l je tu il elle on nous vous ils elles moi toi me te se lui leur mon ton son ma ta sa mes tes ses notre votre est sont était été être a ai as ont avoir ne pas plus et ou mais si que qui quoi dont où quand ' +
    'comment pourquoi dans par pour avec sans sous sur chez vers ce cette ces ça cela oui non très aussi bien alors donc'
  ).split(' ')),
  es: new Set((
    'me te le les se nos os lo la mis tus sus usted ustedes ellas esta esa qué quién cómo cuándo dónde el los las una unos unas al del yo tú él ella nosotros ellos mi tu su nuestro es son era fue ser estar está están ha han he hay no sí y o pero si porque que quien cual donde cuando como en con por para sin sobre entre ' +
    'hasta desde muy también más menos ya así bien pues esto eso este ese'
  ).split(' ')),
  sv: new Set((
    'den det de en ett jag du han hon vi ni mig dig sig dem honom henne oss min mitt din ditt sin sitt vår är var vara har hade ska skulle kan kunde måste inte ingen och eller men om att som på av för från i med till under över ' +
    'utan vid efter innan också bara nu här där då när hur varför vad vem ja nej mycket så väl'
  ).split(' ')),
}
const ALL: ReadonlySet<string> = new Set(Object.values(WORDS).flatMap((words) => [...words]))

/** In one language ("ella" is a name in English, not in Spanish), or in any of the five where none or another is given. */
export const isFunctionWord = (lower: string, lang?: string): boolean => (WORDS[lang ?? ''] ?? ALL).has(lower)
