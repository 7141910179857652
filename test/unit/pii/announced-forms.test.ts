import { describe, expect, it } from 'vitest'
import { findPii } from '../../../src-shared/pii/index.ts'

const found = (text: string, lang: string): string[] =>
  findPii(text, { lang, participants: [] }).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('what its written form says', () => {
  it.each([
    ['en', 'Deposit £900 back to 20-44-17 / 31926819 please', ['BANK_ACCOUNT 20-44-17', 'BANK_ACCOUNT 31926819']],
    ['en', 'On the form it says 1EG4-TE5-MK73 and nothing else', ['MEDICAL_ID 1EG4-TE5-MK73']],
    ['es', 'Ingresar en 2100 0418 45 0200051332 cuanto antes', ['BANK_ACCOUNT 2100 0418 45 0200051332']],
    ['en', 'sshd[91]: Accepted publickey for brookmill from 203.0.113.9 port 51012', ['USERNAME brookmill', 'IP_ADDRESS 203.0.113.9']],
    ['en', 'Registered: Ashworth, Rachel; Adeyemi, Colin; Quist, Hanna', ['PERSON Ashworth, Rachel', 'PERSON Adeyemi, Colin', 'PERSON Quist, Hanna']],
    ['en', 'A: And the surname?\nB: Thistlewood.\nA: Thanks.', ['PERSON Thistlewood']],
    ['de', 'A: Wie war der Nachname?\nB: Weidlich.', ['PERSON Weidlich']],
    ['de', 'Auf der Gesundheitskarte steht A123456780.', ['MEDICAL_ID A123456780']],
    ['en', 'Grab a slot at behance dot net forward slash gritstone eight', ['URL behance dot net forward slash gritstone eight']],
    ['en', 'Ship to: Laura Pemberton\n63 Upper Hatch Street, Dundee DD3 7TH\nMobile: 07700 900837', ['ADDRESS 63 Upper Hatch Street, Dundee DD3 7TH']],
    ['en', 'PASSWORD=a\nDEPLOY_KEY=k3J9xQ27LmP04sVt8RzWq1', ['SECRET k3J9xQ27LmP04sVt8RzWq1']],
  ])('%s: %s', (lang, text, values) => {
    for (const value of values) expect(found(text, lang)).toContain(value)
  })

  it('is found where the answer is a turn of its own', () => {
    const spans = findPii('Thistlewood.', { lang: 'en', participants: [], previousText: 'Sorry, and your last name?' })
    expect(spans).toMatchObject([{ type: 'PERSON', start: 0, end: 11 }])
  })
})

describe('what is called after somebody and is nobody', () => {
  it.each([
    ['en', 'The wellington boots are by the door and the Bunsen burners are locked up.'],
    ['en', 'They do the petri dish thing for the Parkinson’s charity.'],
    ['en', 'Order the Jade paint and the Olive trim.'],
    ['en', 'Storm Eunice took the roof off, so bring the Stanley knife and an Allen key.'],
    ['en', 'A pot of Earl Grey and the Granny Smiths, please.'],
    ['en', 'The tracking code’s 6151558750, it has been in the depot since.'],
    ['en', 'Scaffolders want paying and the churchwarden has the ladder.'],
    ['en', 'Test IBAN from the brochure: DE00 3182 5520 8994 8002 26 (does not validate).'],
    ['en', 'Last thing, max out the volume, then chase up the invoice.'],
    ['en', 'The Halley comet talk is in the Faraday room, bring a Thermos.'],
    ['en', 'Palette: Amber 300, Jasmine White, Pearl Grey, Clay Brown.'],
    ['en', 'Case OPS 1366 got merged into case WEB 2631.'],
    ['en', 'Gift card 9414 2504 2611 2674 printed as a sample only.'],
    ['en', 'Firmware 6.15.17.4 is out, don’t skip fourteen dot two dot eighteen dot one or it bricks.'],
    ['es', 'Oye, ¿me dice la hora?'],
    ['de', 'Für das Formular nimm Max Mustermann.'],
    ['sv', 'Öh, Personnumret på blanketten är fel.'],
  ])('%s: %s', (lang, text) => {
    expect(found(text, lang)).toEqual([])
  })

  it.each([
    ['this is Jade Palmer from the office', 'PERSON Jade Palmer'],
    ['Olive said she would paint the trim.', 'PERSON Olive'],
    ['Stanley has the knife.', 'PERSON Stanley'],
    ['Is Max out today?', 'PERSON Max'],
    ['Ask Mark whether he is up for it.', 'PERSON Mark'],
  ])('but somebody in: %s', (text, value) => {
    expect(found(text, 'en')).toContain(value)
  })
})
