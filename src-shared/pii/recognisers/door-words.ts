/**
 * What codes open, and what is done with a code, in the five languages: alternations of plain words for the recogniser of
 * codes. Nothing here says that a number is a code by itself; two of them together do.
 */
const join = (lists: readonly string[]): string => lists.join('|')

/** Doors, locks, boxes and devices. Some are numbered themselves ("gate 12"), so a link or a verb must join them to a number. */
export const OPENED = join([
  'gates?|doors?|alarm(?: panel| system| box)?|safe|padlock|bike lock|lock|lockers?|key ?pad|key ?safe|key ?box|lock ?box|garage|shed|cupboard|cabinet|barrier|shutters?|intercom|entrance|entry|lobby|lift|elevator|mail ?box|letter ?box|suitcase|briefcase|phone|mobile|handset|ipad|tablet|laptop|screen|sim(?: card)?|voicemail|till|panel|drawer|cellar|basement|bin store|store ?room|stock ?room|changing rooms?|pool|gym|clubhouse|boathouse|vestry|chalet|cabin|flat|office|building|portal|router|card machine|ticket machine|combination|boiler room|server room|car park|parking',
  'tore?s?|tür|haustür|eingang(?:stür)?|alarm(?:anlage)?|tresor|vorhängeschloss|fahrradschloss|zahlenschloss|schloss|spind|tastenfeld|tastatur|schlüssel(?:kasten|box|safe|tresor)|schuppen|schrank|schranke|briefkasten|lager|koffer|handy|bildschirm|schließfach|keller|tiefgarage|büro|gebäude|aufzug|vereinsheim|umkleide|kasse|ferienwohnung|hütte',
  'portail|portes?|portillon|alarme|coffre(?:-fort)?|cadenas|serrure|antivol|casier|clavier|boîte à clés?|boîte aux lettres|abri|armoire|barrière|entrée|immeuble|ascenseur|consigne|valise|téléphone|portable|tablette|ordinateur|écran|messagerie|résidence|local(?: à vélos| poubelles)?|cave|vestiaires?|bureau|caisse|gîte|chalet',
  'puertas?|verja|cancela|alarma|caja(?: fuerte)?|candado|cerradura|taquilla|teclado|garaje|cobertizo|trastero|armario|barrera|entrada|edificio|ascensor|buzón|maleta|móvil|teléfono|tableta|portátil|pantalla|caseta|vestuarios?|oficina|almacén|piscina',
  'grind(?:en)?|port(?:en)?|dörr(?:en)?|ytterdörr(?:en)?|larm(?:et)?|kassaskåp(?:et)?|hänglås(?:et)?|cykellås(?:et)?|lås(?:et)?|skåp(?:et)?|knappsats(?:en)?|nyckel(?:skåp|box|skåpet|boxen)|garage(?:t)?|förråd(?:et)?|bom(?:men)?|entrén?|hiss(?:en)?|brevlådan?|resväskan?|mobil(?:en)?|telefon(?:en)?|surfplattan?|datorn?|skärm(?:en)?|källaren?|tvättstugan?|soprum(?:met)?|omklädningsrum(?:met)?|stugan?|kassan?|kontor(?:et)?',
])

/** What one does with a code, up to the code itself. */
export const ENTERED = join([
  'punch(?:es)?(?: in)?|key(?: it)? in|keys? in|type(?: in)?|tap(?: in)?|put in|press(?:es)?|push|hit|enter|use|takes?|wants?|needs?|accepts?|set to|(?:re)?set it to|changed (?:it )?to|reads|opens? (?:it )?(?:with|on)|unlocks? (?:it )?(?:with|on)|(?:un)?lock (?:my|the|his|her|your|our) \\p{L}+ with|disarms? (?:it )?with|goes off with|turn (?:it )?off with|works with|dial(?:s|led)? (?:it )?to|is on',
  'tipp(?:e|t|st|en)?(?: \\p{L}+){0,2}|drück(?:e|t|st|en)?|eingeben|gib(?:st)?(?: \\p{L}+){0,2}|geben sie|nimm(?:st)?(?: \\p{L}+){0,2}|nehmt|nehmen|steht auf|geht (?:auf )?mit|öffne(?:t|st|n)?(?: \\p{L}+){0,3} mit|entsperr(?:e|t|st|en)?(?: \\p{L}+){0,2} mit|gestellt auf|hört auf|will|brauch(?:e|t|st|en)?(?: \\p{L}+){0,2}',
  "tape[zrs]?|composez?|faites|fais|faut faire|entre[zr]?|mets|mettez|utilise[zr]?|s[’']ouvre avec|ouvre avec|déverrouill\\p{L}*(?: \\p{L}+){0,3} avec|se désactive avec|appuie[zr]? sur|réglé(?:e)? sur|marche avec|prend",
  'marcas?|marque|marcar|teclea[rs]?|pon(?:er|ga|e|es)?|introduc\\p{L}+|pulsa[rs]?|pulse|mete[rs]?|usa[rs]?|use|utiliza|se abre con|abre con|se desactiva con|desbloque\\p{L}*(?: \\p{L}+){0,3} con|está en|va con',
  'slå(?:r)?(?: in)?|tryck(?:er)?(?: in)?|knappa(?:r)?(?: in)?|skriv(?:er)?(?: in)?|använd(?:er)?|ta|öppnas? med|öppnar (?:du )?med|går upp (?:på|med)|lås(?:er|s)? upp(?: \\p{L}+){0,2} med|ställ(?:t|d|s) (?:in )?på|står på|stängs av med|vill ha',
])

/** What says that a code follows; of the many codes that are nobody's secret, cues know the names. */
export const CODED = join([
  'codes?(?! (?:of conduct|base|review|name|freeze|quality|change|path|coverage|editor|repo))|combo|combination|otp|one[- ]time (?:code|password|passcode|pin)|tan|puk2?|pin',
  'code|kombination|zahlenkombination|einmalcode|sms-code|freigabecode|geheimcode|c[óo]digo|clave|combinaci[óo]n|combinaison',
  '(?!post|bar|fehler|produkt|rabatt|länder|käll|streck|qr|dress|zeichen|zip|quell|gut|opt|postnummer|promo)\\p{L}{3,14}(?:code|koden?)|koden?|engångskoden?|sms-koden?|siffer(?:kod|koden|kombination)|kombination(?:en)?',
])
