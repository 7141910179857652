import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const persons = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).filter(({ type }) => type === 'PERSON').map(({ start, end }) => text.slice(start, end))

describe('what stands around a word says whether it is a name', () => {
  it.each([
    ['en', 'grant would you take the notes', ['grant']],
    ['en', 'Chase and I looked at it.', ['Chase']],
    ['en', 'okay hope thinks it is too early', ['hope']],
    ['en', "put rose's birthday into the calendar", ['rose']],
    ['en', '- Will to order the chairs\n- Penny checked the invoice', ['Will', 'Penny']],
    ['en', '09:15 Drew restarted the machine', ['Drew']],
    ['en', 'I was told by doctor thomson', ['thomson']],
    ['en', 'Present: O. Varga, Hunter Will, B. Oyelowo', ['O. Varga', 'Hunter Will', 'B. Oyelowo']],
    ['en', 'and then Soo-Min Park-Reyes called', ['Soo-Min Park-Reyes']],
    ['en', 'wanjiru oyelaran no idea what happened', ['wanjiru oyelaran']],
    ['en', 'we got it from ismael van der tuin', ['ismael van der tuin']],
    ['en', 'keiko the slides are ready', ['keiko']],
    ['en', 'Action (Odalys): call the bank', ['Odalys']],
    ['en', 'Invited: Milan Varga, Ji-hoon Ra', ['Milan Varga', 'Ji-hoon Ra']],
    ['en', 'mark said he would be late', ['mark']],
    ['en', 'ask chase whether it went out', ['chase']],
    ['en', 'that was uncle bob', ['bob']],
    ['en', 'Nobody asked Hyun-woo.', ['Hyun-woo']],
    ['en', 'And your surname?\nCastellanos.', ['Castellanos']],
    ['en', 'according to penny it was late', ['penny']],
    ['en', 'Teuila broke her ankle.', ['Teuila']],
    ['en', 'what mark suggested is fine', ['mark']],
    ['fr', 'maître vauquelin plaide jeudi', ['vauquelin']],
    ['de', 'Wolf hat das gesagt.', ['Wolf']],
    ['fr', 'monsieur le goff est en retard', ['le goff']],
    ['de', 'Teilnehmende: Ylva Möhring, Anouk Thelen', ['Ylva Möhring', 'Anouk Thelen']],
    ['de', 'Ronja, könntest du das übernehmen?', ['Ronja']],
    ['fr', 'fatou tu peux nous envoyer le lien', ['fatou']],
    ['es', 'irene puedes leer el acta', ['irene']],
    ['sv', 'alva kan du skicka länken', ['alva']],
    ['de', 'das hat wiebke hagedorn mit bartosz besprochen', ['wiebke hagedorn', 'bartosz']],
    ['fr', 'on a revu le plan avec capucine vasseur mardi', ['capucine vasseur']],
    ['es', 'el informe lo tiene amaia sotomayor', ['amaia sotomayor']],
    ['sv', 'vi gick igenom avtalet med ebba lindqvist', ['ebba lindqvist']],
    ['de', 'der brandschutzbeauftragte hat die lüftungsanlage nachgerüstet und der koch ist krank', []],
    ['fr', 'le numéro de passeport est noté et la livraison repoussée', []],
    ['de', 'die tabelle hat gökhan gebaut und roswitha geprüft', ['gökhan', 'roswitha']],
    ['de', 'Der Rechner von Detlef Stellmacher steht im Flur.', ['Detlef Stellmacher']],
    ['fr', 'C’est l’ordinateur d’Amandine, l’alarme est en panne.', ['Amandine']],
    ['fr', 'demain tiphaine pelletier arrive', ['tiphaine pelletier']],
    ['es', 'Borja y Nicanor se lo reparten.', ['Borja', 'Nicanor']],
    ['es', 'todavía no fátima sigue esperando', ['fátima']],
    ['sv', 'kalkylen gjordes av gustaf söderström', ['gustaf söderström']],
    ['sv', 'åke fagerlund du har ljudet avstängt', ['åke fagerlund']],
    ['en', 'it was built by winston fisher so check first', ['winston fisher']],
    ['sv', 'genomgången av skåpsutrymmena är uppskjuten', []],
  ])('%s: %s', (lang, text, names) => {
    expect(persons(text, lang)).toEqual(names)
  })

  it.each([
    ['en', 'The grant would you believe it was late. The mark and I are old friends. My hope is small.'],
    ['en', 'will you come, may I ask, can you mark it'],
    ['en', 'blump blump blump. e homogenous things. COVID and the RCMP said so.'],
    ['en', 'The people from Milan flew to Paris and on to Jordan.'],
    ['en', 'the funnel is leaky and churny, the dataloader abysmal'],
    ['de', 'Liebe Kolleginnen, der Vertrieb sagt nein.'],
    ['sv', 'kunden säger nej'],
    ['de', 'der drucker und der ordner auf dem rechner sind neu'],
    ['fr', 'la livraison de l’été, c’était très clair'],
    ['es', 'el valor no es válido y la raíz cambia'],
    ['sv', 'hon sade att raderna i mallen var tomma'],
    ['en', 'GtkWindow and the URLs of SELinux were fine'],
    ['de', 'Der Koch, kannst du das glauben, ist krank.'],
  ])('and whether it is not, %s: %s', (lang, text) => {
    expect(persons(text, lang)).toEqual([])
  })
})
