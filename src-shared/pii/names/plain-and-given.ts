/**
 * Given names that are words of the language too, borne often enough that grammar is worth asking: where such a word is
 * the bare subject of a sentence ("Pierre a posé …", "Wolf hat gesagt", "Mark said"), it is a person, since the word
 * would have an article or an ending there. Nouns of mass and of seasons ("Hope is", "Summer is") are left out.
 */
const LISTS: Readonly<Record<string, string>> = {
  en:
    'hazel daisy june pearl constance verity felicity herb mercy willow opal autumn summer gill skipper lex kit precious patience honor coral bea ' +
    'amber faith joy grace ivy jasmine veronica sunny colt forrest heidi art ash basil baron barry bill bob brook buck bud buddy carter chase chip chuck clay cliff cooper dale dan dawn dean don drew duke dusty earl frank gene glen grant guy harper ' +
    'heath heather holly hunter iris ivy jack jay jean jerry jimmy josh lance lily mark mason max mike miles nat nick norm olive parker pat patsy penny perry pete piper ' +
    'poppy randy ray reed reese rich rick rob robin rod rory rose ruby rusty ryder sage sally sandy skip skye sonny sterling sue tab tanner taylor ted tod tucker vic victor ' +
    'violet wade walker wally ward wren clementine coral melody temperance prudence gus miles trey arthur carol juniper leo flo kitty paddy rex misty bridget',
  de: 'wolf frank ernst mark heide marge otto engel rose linde claus klaus rainer august konrad bernd hasso hardy kai malte falk jasmin viola heide udo erika iris kim jan ben max tim tom maria wilma',
  fr:
    'pierre rose violette blanche marguerite olive aurore marin roland victoire constance claire prudence clémence noël pascal martin aimé aimée désiré désirée jade ambre margot ' +
    'iris reine céleste juste modeste florent fleur capucine angélique colombe perle garance anémone hyacinthe bonaventure parfait fortuné lucien jules luce marc rémi basile benoît ' +
    'clément constant firmin urbain vivien vincent sylvestre loup prune',
  es:
    'pilar dolores amparo mercedes consuelo rosario esperanza paz luz sol soledad ángel ángeles angel angeles rosa flor mar nieves victoria gracia remedios concepción asunción ' +
    'trinidad milagros gloria alba aurora estrella perla jacinto león leo bárbara clara blanca linda fe caridad encarnación visitación inmaculada socorro olvido camino cruz ' +
    'montaña reyes fidel justo inocencio prudencio modesto plácido salvador domingo bruno marcial clemente benigno máximo severo lourdes jesús maría',
  sv: 'gittan rosa storm björn sten stig dag saga vide love ros liv alm tor sol my bo mats örn linn viola lilja svan stella ljung per bror moa ask frej kåre axel åke loke rune unni tove max',
}

const sets = new Map(Object.entries(LISTS).map(([lang, list]) => [lang, new Set(list.split(' '))]))

export const isPlainAndGiven = (lower: string, lang: string): boolean => sets.get(lang)?.has(lower) === true
