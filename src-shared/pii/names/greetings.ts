/** What people say to each other before a name, capital or not: never the beginning of one. */
const GREETINGS = new Set((
  'hello hi hey hiya howdy thanks thank welcome cheers goodbye bye dear morning evening okay ok yes no yeah sorry please ' +
  'hallo moin servus tschüss tschüs grüß grüss gruß grüezi gott guten gute guter morgen abend tag nacht danke bitte willkommen liebe lieber ' +
  'bonjour bonsoir salut coucou merci bienvenue cher chère désolé désolée ' +
  'hola buenas buenos buen días dias tardes noches gracias adiós querido querida bienvenido bienvenida perdón ' +
  'bon alors bueno pues okej alltså also gut nun ' +
  'hej hejsan tjena tack välkommen god godmorgon kära käre förlåt ' +
  'mira oye oiga vale venga anda tiens écoute écoutez regarde voyons schau guck hör hörst lyssna kolla titta ' +
  'yours attn regards sincerely grüße grüsse saludos atentamente cordialement hälsningar ' +
  'ciao buongiorno buonasera grazie olá oi obrigado obrigada'
).split(' '))

export const isGreeting = (lower: string): boolean => GREETINGS.has(lower)
