/** Short words of a neighbourhood that compounds are made of: *buurt* and *huis* in buurthuis, *dorp* and *raad* in dorpsraad. */
const parts = `
  aan achter actie arm auto avond baan bad bak balie bank bar basis bedrijf beeld bel berg bestuur bezoek bieb binnen bloem boek boer bomen
  boodschap boom bos bouw breed breng brei brug buiten buren burger bus buur buurt cafe centrum club coach collectief cultuur dag dak dans
  deel deur dienst dier dorp drank duur eet energie eten familie feest fiets film fonds gast gebied gebouw geld gemeenschap gemeente
  gezin gezond gilde glas goed grens groei groen groep groente grond haard haven heem help hof hond hoofd hout huis huisvesting huiskamer hulp huur
  idee informatie initiatief inkoop inloop inwoner jaar jeugd jong jongeren kaart kamer kas keet kelder kerk kermis kerst keuken kind kinder
  klas kleding klus knooppunt koffie kook koor kost kracht kring kruid kunst kwartier land leef leer les leven licht lokaal loket lucht
  maal maaltijd maand maat markt mee meent mensen middag moes molen moment mooi morgen moeder muziek naaste nacht naober net noord ochtend
  onder ons ontmoeting oost oud ouderen over pand park plaats plan plant platteland plein plek ploeg post praat proef project punt raad
  raam rand recht regio reis repair reparatie ring rommel ronde ruil ruimte samen school schuur sociaal spaar speel spel spoor sport staat stad
  steun stichting stoep straat streek super taal taart tafel talent team teelt terrein thee thuis tijd toekomst toneel trein tuin tuinder uit
  vaart vader veilig veld vereniging vergader verhaal verkeer vijver vis vlees vloer voedsel voet volk voor vraag vrij vriend vrijwilliger
  vrouw vuur waard wagen wal wand warm water weer week weg weide welzijn werk west wijk winkel winter wind wonen woon zaal zaak
  zand zelf zicht ziek zit zolder zomer zon zonne zorg zuid zwem
`;

export const compoundParts: ReadonlySet<string> = new Set(parts.split(/\s+/).filter(Boolean));
