import type { View, Word } from '../views.ts'

/** What is called after somebody and is nobody: tools, dishes, breeds, laws, and who stands in examples. Two words each. */
const PHRASES: ReadonlySet<string> = new Set((
  'stanley knife|stanley knives|stanley blade|allen key|allen keys|allen wrench|allen bolt|allen bolts|phillips head|phillips screwdriver|' +
  'phillips screws|bunsen burner|bunsen burners|petri dish|petri dishes|wellington boot|wellington boots|victoria sponge|victoria line|victoria station|' +
  'elizabeth line|jubilee line|earl grey|granny smith|granny smiths|king edward|king edwards|maris piper|maris pipers|charlotte potatoes|bloody mary|' +
  'bloody marys|tom collins|caesar salad|eggs benedict|cobb salad|peach melba|beef wellington|beef stroganoff|jack daniel|jack daniels|johnnie walker|' +
  'jim beam|captain morgan|ben jerry|jack russell|jack russells|st bernard|saint bernard|king charles|doberman pinscher|murphy law|moore law|' +
  'hobson choice|pandora box|achilles heel|achilles tendon|adam apple|jacob ladder|noah ark|rubik cube|joe bloggs|joe public|john doe|jane doe|john q|' +
  'fred bloggs|max mustermann|erika mustermann|lieschen müller|otto normalverbraucher|monsieur dupont|madame dupont|jean dupont|fulano tal|fulanito tal|' +
  'medel svensson|medelsvensson|venn diagram|venn diagrams|gantt chart|gantt charts|morse code|dewey decimal|fraser fir|christmas carol|carol service|' +
  'carol singing|carol concert|jack plug|jack plugs|jack socket|jack lead|jack cable|bill payment|bill payments|grace period|grace note|drew blood|' +
  'will power|may day|june bug|mason jar|mason jars|mike stand|mike check|mic check|penny farthing|penny pinching|robin hood|robin reliant|peter pan|' +
  'cinderella castle|romeo juliet|tristan isolde|antony cleopatra|porgy bess|tom jerry|wallace gromit|laurel hardy|gilbert sullivan|jekyll hyde|' +
  'bonnie clyde|adam eve|punch judy|ant dec|ben jerrys|procter gamble|johnson johnson|smith nephew|dolce gabbana|abercrombie fitch|barnes noble|' +
  'black decker|bang olufsen|bowers wilkins|briggs stratton|hewlett packard|crosse blackwell|tate lyle|lea perrins|fortnum mason|holland barrett|' +
  'mckinsey company|arthur andersen|morgan stanley|goldman sachs|lloyds bank|charles schwab|wells fargo|dun bradstreet|myers briggs|kaplan meier|' +
  'cox regression|student t|mann whitney|black scholes|monte carlo|diffie hellman|jack hammer|phillips curve|bell curve|marie curie|florence nightingale|' +
  'anne frank|rosa parks|nelson mandela|martin luther|john lennon|bob dylan|elton john|van gogh|leonardo vinci|juliet balcony|judas tree|joshua tree|' +
  'jacobs ladder|swiss army|jerusalem artichoke|savoy cabbage|charlotte russe|victoria plum|victoria plums|conference pears|bramley apples|cox apples|' +
  'william pears|bakewell tart|bakewell tarts|battenberg cake|chelsea bun|chelsea buns|cornish pasty|welsh rarebit|bourbon biscuit|garibaldi biscuits|' +
  'ginger nuts|barbecue sauce|henry hoover|hetty hoover|george foreman|anglepoise lamp|davy lamp|belisha beacon|bailey bridge|anderson shelter|' +
  'morris dancing|morris dancers|basil brush|rupert bear|paddington bear|postman pat|fireman sam|thomas engine|peppa george|duke edinburgh|st john|' +
  'st johns|st andrews|st james|st mary|st marys|hansel gretel|hänsel gretel|max moritz|sherlock holmes|harry potter|james bond|mickey mouse|donald duck|' +
  'peppa pig|thomas tank|bob builder|winnie pooh|alice wonderland|oliver twist|david copperfield|jane eyre|anna karenina|mary poppins|tom sawyer|' +
  'moby dick|dow jones|standard poor|ernst young|ernst & young|marks spencer|john lewis|laura ashley|ted baker|paul smith|ralph lauren|calvin klein|' +
  'tommy hilfiger|hugo boss|harley davidson|mercedes benz|rolls royce|aston martin|alfa romeo|jack jones|fred perry|ben sherman|dr martens|doc martens|' +
  'tim hortons|wendy house|lazy susan|peter principle|pareto principle|parkinson law|turing test|nielsen ratings|richter scale|beaufort scale|' +
  'geiger counter|rose hip|rose wine|rose bush|rose bushes|lily pads|holly wreath|ivy league|heather honey|olive oil|olive tree|olive trees|olive green|' +
  'basil leaves|basil pesto|sage green|sage stuffing|ginger ale|ginger beer|ginger biscuits|jasmine tea|jasmine rice|rosemary bread|rosemary focaccia|' +
  'poppy seed|poppy seeds|poppy appeal|daisy chain|daisy chained|iris scan|iris scanner|ruby red|ruby gem|ruby gems|amber alert|amber light|jade plant|' +
  'jade green|pearl barley|crystal clear|crystal palace|dawn chorus|summer school|summer camp|summer fair|autumn term|autumn fair|april fool|april fools|' +
  'hunter gatherer|hunter wellies|hunter boots|harper collins').split('|'))

/** "the Jade paint": what a word that names a colour or a plant is beside what is made of it. */
const COLOURS = new Set('clay jade olive rose ruby amber violet scarlet hazel ivory coral pearl sienna saffron ginger sage jasmine lily daisy iris poppy heather holly ivy basil'.split(' '))
const MADE_OF = new Set((
  'paint paints trim tile tiles carpet carpets sofa sofas fabric fabrics wool yarn vinyl wallpaper stain gloss emulsion shade shades colour colours color colors finish option ' +
  'version curtains curtain cushions cushion throw rug rugs blinds blind cable cables ink toner ribbon thread paper card folder folders label labels button buttons dress dresses ' +
  'shirt shirts jumper jacket bag bags cover covers swatch swatches sample samples tin tins bush bushes plant plants hedge hedges petals leaves tea oil soap candle candles ' +
  'scent perfume').split(' '))
/** Weather services give storms names of people; so are ships, classes and wards called. */
const CALLED = new Set('storm hurricane typhoon cyclone sturm orkan stormen orkanen tempête ouragan tormenta huracán borrasca'.split(' '))

const SHADES = new Set('white grey gray brown black blue green red pink cream beige yellow gold silver mist haze light dark'.split(' '))
const OF_COLOURS = /(?:palette|colou?rs?|paints?|shades?|swatch(?:es)?|farben?|couleurs?|colores|färger)(?!\p{L})/u
/** What is done to something: "max out the volume", "mark up the draft". Without the thing, it may be somebody who is out. */
const DONE = new Set(['max out', 'mark up', 'mark down', 'skip over', 'skip past', 'chase up', 'chase down', 'chip away', 'pat down', 'grant access'])
const TO_A_THING = /^ (?:the|a|an|your|our|my|his|her|their|this|that|these|those|all|any|to)(?!\p{L})/iu

/** A name that is part of what something is called: "the Stanley knife", "Storm Eunice", "the Jade paint". */
export function isFixedPhrase(view: View, words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (word === undefined) return false
  const lower = word.bare
  const isBeside = (one: Word, other: Word): boolean => /^(?:['’]s?)?(?: |-| & | and )$/.test(view.text.slice(one.end, other.start))
  if (next !== undefined && isBeside(word, next)) {
    const second = next.bare
    if (lower === 'case' && /^\p{Lu}{1,6}$/u.test(next.text)) return true
    if (DONE.has(`${lower} ${second}`) && TO_A_THING.test(view.text.slice(next.end, next.end + 8))) return true
    if (COLOURS.has(lower) && SHADES.has(second) && OF_COLOURS.test(view.lower.slice(Math.max(0, word.start - 120), word.start))) return true
    if ((CALLED.has(lower) && next.hasCapital) || PHRASES.has(`${lower} ${second}`) || (COLOURS.has(lower) && MADE_OF.has(second))) return true
    const third = words[at + 2]
    const isLinked = second === 'and' || second === 'the' || second === '&'
    if (isLinked && third !== undefined && PHRASES.has(`${lower} ${third.bare}`)) return true
  }
  const link = words[at - 2]
  if (before?.lower === 'and' && link !== undefined && PHRASES.has(`${link.bare} ${lower}`)) return true
  if (before === undefined || !isBeside(before, word)) return false
  return PHRASES.has(`${before.bare} ${lower}`) || (CALLED.has(before.lower) && word.hasCapital)
}
