/** What drives, in five languages: vehicles, their makes, and models beside a colour. */
const VEHICLES: Readonly<Record<string, string>> = {
  en: 'cars?|vans?|lorry|lorries|trucks?|pickup|motorbike|motorcycle|scooter|moped|camper(?:van)?|hatchback|saloon|estate car|minibus|taxi|cab|uber|vehicle|trailer|jeep|suv|hire car|rental car|driver|parked|parking (?:space|spot|bay|permit)|double[- ]parked|towed?|clamped|permits?(?= for| holder)|permit holder|drove|driving|drives|behind the wheel|reversed into|rammed|scraped|dented|hit and run|sped|overtook|double yellows?|yellow lines?|anpr|loading zone|driveway|whoever owns',
  de: 'autos?|wagen|pkw|lkw|laster|transporter|lieferwagen|motorrad|roller|kombi|taxi|fahrzeug|anhänger|wohnmobil|mietwagen|geparkt|parkt|parkplatz|abgeschleppt|zugeparkt|parkausweis|einfahrt|ladezone|halteverbot|parkverbot|umparken|stellplatz|tiefgarage|bewohnerparken|anwohnerparken|gefahren|gerammt|angefahren|fahrerflucht|überholt|parkplätze',
  fr: 'voitures?|camion(?:nette)?|moto|scooter|utilitaire|fourgon|taxi|véhicule|remorque|bagnole|caisse|garée?|stationnée?|parking|fourrière|break|berline|stationnement|place de livraison|gênante?|conduit|conduisait|percuté|embouti|accroché|délit de fuite|doublé|macaron|stationne',
  es: 'coches?|furgoneta|camión|moto|taxi|vehículo|remolque|carro|auto|aparcad[oa]|estacionad[oa]|grúa|plaza de garaje|mal aparcado|aparcamiento|vado|zona azul|carga y descarga|conduce|conducía|chocó|embistió|rayó|se dio a la fuga|adelantó|tarjeta de residente',
  sv: 'bil(?:en|ar|arna)?|skåpbil(?:en)?|lastbil(?:en)?|motorcykel|moped|taxi(?:n)?|fordon(?:et)?|släp(?:et)?|husbil(?:en)?|kombi(?:n)?|parkerad|parkerat|parkeringen|bogserad|parkeringstillstånd(?:et)?|p-tillstånd|lastzonen?|infarten?|uppfarten|körde|påkörd|krockade|smet|körde om|boendeparkering(?:en)?',
}
/** Makes that are nothing else. */
const MAKES = 'skoda|škoda|vauxhall|peugeot|citro[eë]n|renault|volkswagen|vw|audi|bmw|mercedes|merc|benz|porsche|opel|fiat|dacia|toyota|honda|nissan|mazda|subaru|mitsubishi|hyundai|kia|suzuki|lexus|' +
  'volvo|saab|saaben|scania|tesla|chevrolet|chevy|chrysler|dodge|cadillac|buick|pontiac|gmc|jaguar|land ?rover|range ?rover|bentley|lamborghini|ferrari|maserati|alfa romeo|ducati|yamaha|kawasaki|vespa|ford|iveco|lada|polestar|cupra|' +
  'octavia|superb|fabia|passat|passaten|tiguan|touran|multivan|sprinter|vito|astra|corsa|insignia|vectra|mondeo|fiesta|cortina|ducato|twingo|clio|mégane|megane|kangoo|scénic|picasso|berlingo|sandero|duster|corolla|yaris|prius|' +
  'avensis|hilux|qashqai|micra|primera|ibiza|toledo|altea|panda|punto|cinquecento|tucson|ceed|picanto|sportage|sorento|swift|impreza|forester|outback|cherokee|wrangler|camry|accord|civic'
/** Models and makes that are words: only straight beside a colour. */
const MODELS = 'golf|golfen|polo|seat|focus|mini|smart|transit|beetle|käfer|leon|up|jazz|note|juke|leaf|uno|tipo|caddy|bora|jetta|escort|puma|galaxy|defender|discovery|mustang|explorer|ranger|transporter|estate|pickup|zoe|espace'
const COLOURS = 'red|blue|white|black|silver|gr[ea]y|green|yellow|orange|brown|beige|gold|purple|dark|light|rot\\p{L}{0,2}|blau\\p{L}{0,2}|wei(?:ß|ss)\\p{L}{0,2}|schwarz\\p{L}{0,2}|silber\\p{L}{0,5}|grau\\p{L}{0,2}|grün\\p{L}{0,2}|gelb\\p{L}{0,2}|braun\\p{L}{0,2}|' +
  'rouges?|bleue?s?|blanche?s?|blanc|noire?s?|argentée?|grise?s?|verte?s?|jaunes?|rojos?|rojas?|azul(?:es)?|blanc[oa]s?|negr[oa]s?|platead[oa]s?|gris(?:es)?|verdes?|amarill[oa]s?|röd[at]?|blå(?:a|tt)?|vita?|vitt|svarta?|svart|silver\\p{L}{0,8}|grå(?:a|tt)?|grön[at]?|gula?'

const THINGS = new Map(Object.entries(VEHICLES).map(([lang, nouns]) => [lang, pattern(nouns)]))
const ANY = pattern(Object.values(VEHICLES).join('|'))

function pattern(nouns: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${nouns}|${MAKES}|(?:${COLOURS}) (?:${MODELS})|(?:${MODELS}) (?:${COLOURS}))(?![\\p{L}\\d])`, 'u')
}

/** Whether a few words in lower case speak of something that has a number plate. */
export const vehicleNear = (lower: string, lang: string): boolean => (THINGS.get(lang) ?? ANY).test(lower)
