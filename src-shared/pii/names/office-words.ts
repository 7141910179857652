/**
 * Words of offices and machines that lists made of films lack, and that are a name somewhere ("Rechner", "tagg", "marco"):
 * only such need to stand here.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const OFFICE_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words(`
    lautet lauten heute
    marge umsatz
    anker balken breite breiten bool cron deb drucker düsen füge gange haupt klammer klick kurier lager lieferschein lücke manuell mergen modi oberste
    oberer ordner orts patchen rechner
    reale rohe schieber speicher stapel steiger strenge strich taster treiber trenner uri wurzel zeiger zange zettel eigentümer vermerk versender
    verteiler wechsler leser
    treiber schalter halter träger geber nehmer macher löser zähler finder sender empfänger messer rahmen raster reiter schlitz stecker steller tester
    umbruch beiblatt
    muster mappe matrix hebel regler riegel ruf saldo skizze staffel stempel stoff streuung takt tafel tausch teiler toner umfang umlage wandler
    wanderung wartung
    zuschlag zins ziffer zeile zapfen krank haken kamin kehle kante karton kassel keil kessel kette kegel koffer kranz kreis kugel kupfer
  `),
  fr: words(`
    mari mère père frère sœur soeur fille fils femme tante oncle beau-frère enchanté enchantée voiture
    sécu auth bool clair claire cron deb dispo eol forker hasher lègère manuel manuelle mappés param patcher perl radix uri val blanche bilan cadre cahier
    chantier classeur colis
    compta créneau facture fournier livret marché panier relance relais retard stage tableur tri volet devis barème badge bail bordereau casier cible
    clavier code
    comité couloir courrier débit délai dépôt écran encart envoi étage fichier filtre forfait gestion grille guichet jauge jeton lettrage lot magasin
    mandat marge menu
    miroir montage niveau offre onglet ordre panne parc pile pilote planning plateau poste préavis prime prise puce quai rayon réglage repas reste
    rubrique salarié seuil socle solde tampon taux tiroir tranche trame usine vente verrou
  `),
  es: words(`
    asiste asisten
    domingo según bonita bonito linda lindo segundo suegra cuñada hermana hermano marido mujer coche
    berlín parís moscú múnich pekín tokio londres áfrica américa argumentos auth bool canónico comía cron deb edita elija evita generó género isla
    leen leía leíble marco máximos nea nima norma param perl raíz
    tecla uri válida válido val
    ajuste albarán almacén aviso baja balance barra bloque borrador cargo carpeta casilla celda cobro colas correo cuadro cupo deuda diseño enlace
    ensayo equipo esquema etapa
    ficha fila filtro firma flujo folio franja grupo guion hilo hito hoja horario importe índice lote malla manual margen matriz menú meta muestra
    nivel nómina obra panel pausa pauta pedido pieza
    pila pliego plazo pliegue pozo presa prueba puerto queja rango recibo recorte red renta reparto resumen retraso ruta saldo salto sello seña serie
    sitio suma tabla taller tarea tasa tema tira tope traba tramo turno vale venta vínculo vista
  `),
  sv: words(`
    avgift avgiften skala skalan kassan målsman anhörig anhöriga kör kören elen hage hagen
    kassör kassören revisor revisorn sekreterare sekreteraren suppleant suppleanten ledamot ledamoten ordförande ordföranden
    sambo mosse mossen bror mor far mormor farmor morfar farfar mick micken ängen sal åtgärd
    departementet ministeriet regionen myndigheten nämnden styrelsen förvaltningen projektor projektorn skrivare skrivaren hans
    bestå blanka bool borton breda brett bunten citera cron deb domän edit ekas faktor flagg flagga fjärrgren färgas grunder hasha huggs kanter kant
    kapas kat klick klicka koda kodat krock körbar leda ledas
    logg loggar mall mallar mallen mapp mappar medd meny menyn montera motta nåbar ned param parsa parsas patch patchen peta platta rader raden rad
    rena rita ritas sade satta scheman spalter spalten spiller
    spolar stacken standarduppström tagg taggar taggen talen teman tom uppström uri valda vald välj webb avtal bunt delta faktura faktor gräns hylla
    inköp kassa kolumn kort kvitto kö lager larm
    lista lån moms mått möte nivå nyckel paket panel pass plan pris puls pärm rabatt rapport register rutin skärm spalt stapel ström stämpel summa
    syfte tavla termin text tjänst trend uppdrag utkast vikt yta ärende
  `),
}

export const isOfficeWord = (lower: string, lang: string): boolean => OFFICE_WORDS[lang]?.has(lower) === true
