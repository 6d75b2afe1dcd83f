import type { FirstMessages } from './types.js';

const otherWay = 'Probeer het opnieuw of ga door zonder gezichtscontrole.';
const siteFault = 'Dit ligt niet aan jou. Geef het platform de code hieronder of kies een andere optie.';
const sendAgain = 'Stuur het resultaat opnieuw wanneer je wilt. Opnieuw opnemen hoeft niet.';
const recordAgain = 'Neem opnieuw op of ga door zonder gezichtscontrole.';

/** Dutch. */
export const nl: FirstMessages = {
  'widget.name': 'Gezichtscontrole',
  'widget.language': 'Taal',
  'widget.optOut': 'Doorgaan zonder gezichtscontrole',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Annuleren',
  'widget.questions': 'Vragen? Neem contact op met {name}:',
  'widget.newTab': '(opent een nieuw tabblad)',

  'loading.title': 'Laden',
  'loading.body': 'We laden de gegevens van de controle. Je camera staat uit.',

  'notice.title': 'Mogen we je gezicht checken?',
  'notice.asks': 'Verzoek van {name}',
  'notice.brief.stays':
    'Je camera filmt je vijf seconden terwijl je je hoofd beweegt. De video blijft op je apparaat.',
  'notice.brief.sent': 'Biometrische gegevens van je gezicht worden versleuteld verstuurd.',
  'notice.brief.compared':
    'Gezichtsherkenning vergelijkt ze met die van andere verkopers. Sommige overeenkomsten zijn fouten. Daarom bekijkt een mens ze allemaal.',
  'notice.brief.gallery':
    'Gezichtsherkenning vergelijkt ze met {count, plural, one {een andere verkoper} other {# andere verkopers}}. Hoogstens 1 op de {all} wordt verwisseld. Een mens bekijkt elk geval.',
  'notice.brief.galleryWorst':
    'Gezichtsherkenning vergelijkt ze met {count, plural, one {een andere verkoper} other {# andere verkopers}}. Hoogstens 1 op de {all} wordt verwisseld, in één groep 1 op de {worst}. Een mens bekijkt elk geval.',
  'notice.brief.galleryShare':
    'Gezichtsherkenning vergelijkt ze met {count, plural, one {een andere verkoper} other {# andere verkopers}}. Hoogstens {all} wordt verwisseld. Een mens bekijkt elk geval.',
  'notice.brief.galleryWorstShare':
    'Gezichtsherkenning vergelijkt ze met {count, plural, one {een andere verkoper} other {# andere verkopers}}. Hoogstens {all} wordt verwisseld, in één groep {worst}. Een mens bekijkt elk geval.',
  'notice.brief.groups':
    'Gezichtsherkenning vergelijkt ze met die van verkopers die iets met je gemeen hebben, zoals een bankrekening. Sommige overeenkomsten zijn fouten. Daarom bekijkt een mens ze allemaal.',
  'notice.brief.deleted': 'Verwijderd na {duration}, of zodra je je toestemming intrekt.',
  'notice.stays': 'Blijft op je apparaat',
  'notice.sent': 'Wordt versleuteld verstuurd',
  'notice.threshold.value':
    'Een mens bekijkt twee accounts als de gelijkenis van de gezichten {value} of meer is. Bij precies hetzelfde beeld is die 1.',
  'notice.threshold.fmr':
    'Ongeveer 1 op de {count} paren van verschillende personen komt door een fout zo hoog uit.',
  'notice.threshold.worst':
    'In de groep met de meeste fouten ({group}) is dat ongeveer 1 op de {count} paren, en misschien 1 op de {most}.',
  'notice.threshold.ungrouped': 'Niemand heeft gemeten of dit bij sommige groepen mensen vaker gebeurt.',
  'notice.threshold.fnmr': 'Ongeveer {share} van de paren van dezelfde persoon komt lager uit.',
  'notice.threshold.seller': 'Voor één verkoper, vergeleken met {count}: hoogstens {all}.',
  'notice.threshold.n': 'Aantal gemeten paren van verschillende personen: {count}.',
  'notice.threshold.link': 'Hoe dit is gemeten',
  'notice.details': 'Meer details',
  'notice.group.recorded': 'Wat wordt opgenomen en verstuurd',
  'notice.group.compared': 'Hoe gezichten worden vergeleken',
  'notice.group.why': 'Wie het vraagt en waarom',
  'notice.group.kept': 'Bewaren en verwijderen',
  'notice.group.rights': 'Je rechten',
  'notice.controller': 'Wie het vraagt',
  'notice.reason': 'Waarom',
  'notice.whyNow': 'Waarom nu',
  'notice.regions': 'Waar dit geldt',
  'notice.recipients': 'Wie de gegevens krijgt',
  'notice.storagePlace': 'Waar ze worden bewaard',
  'notice.retention': 'Hoe lang',
  'notice.removal': 'Hoe je ze verwijdert',
  'notice.ifDeclined': 'Als je nee zegt:',
  'notice.complaint': 'Klachten',
  'notice.policy': 'Beleid',
  'notice.policyLink': 'Lees het volledige beleid',
  'notice.version': 'Versie van deze uitleg:',
  'notice.extra': 'Niet verplicht',
  'notice.alternatives': 'Andere opties',
  'notice.statement': 'Waarmee je instemt',
  'notice.cameraOff': 'Je camera blijft uit totdat je instemt.',
  'notice.consent': 'Ik stem in met de gezichtscontrole',
  'notice.consentDetail': 'Maakt biometrische gegevens van mijn gezicht',
  'notice.myData': 'Eerdere controles bekijken of verwijderen',

  'permission.title': 'Geef toegang tot de camera',
  'permission.body': 'Kies ‘Toestaan’ als je browser erom vraagt.',
  'permission.noSound': 'Er wordt geen geluid opgenomen.',
  'permission.notYet': 'De opname begint pas als jij hem start.',
  'permission.waitingLong': 'Nog geen antwoord. Zoek de vraag over de camera bij de adresbalk.',

  'optedOut.title': 'Je gaat door zonder gezichtscontrole',
  'optedOut.posting': 'Het platform krijgt bericht…',
  'optedOut.next': 'Hoe het verdergaat:',
  'optedOut.case': 'Zaaknummer: {id}',
  'optedOut.time': 'Verwachte tijd: {time}',
  'optedOut.open': 'Doorgaan: {label}',

  'failed.title': 'Er ging iets mis',
  'failed.notHere': 'De gezichtscontrole is hier niet mogelijk',
  'failed.code': 'Code: {code}',
  'failed.kept':
    'Je versleutelde resultaat staat nog op dit apparaat. Zolang deze pagina open is, probeert die het vanzelf opnieuw.',
  'failed.keptInPage':
    'Je versleutelde resultaat staat alleen in deze pagina: deze browser kan het niet bewaren. Zolang de pagina open is, probeert die het vanzelf opnieuw.',
  'failed.notAccepted': 'Het platform heeft het resultaat niet geaccepteerd.',
  'failed.retry': 'Opnieuw proberen',
  'failed.sendAgain': 'Opnieuw versturen',
  'failed.noWay': 'Je kunt dit sluiten en het platform om een andere optie vragen.',
  'failed.tell': 'Dit ligt niet aan jou. Geef het platform de code hieronder.',
  'failed.againOrTell': 'Probeer het opnieuw. Gebeurt het weer, geef het platform dan de code hieronder.',

  'cancelled.title': 'Geannuleerd',
  'cancelled.retry': 'Opnieuw beginnen',

  'ended.nothingSent': 'De camera staat uit. Er is niets over je gezicht verstuurd.',
  'ended.maybeSent':
    'De camera staat uit. Je resultaat is misschien bij {name} aangekomen en kan daar worden verwijderd.',
  'ended.asking': 'De camera staat uit. We vragen {name} te verwijderen wat misschien is aangekomen…',
  'ended.nothingStored': 'De camera staat uit. {name} heeft bevestigd dat er niets is bewaard.',
  'ended.mayHaveArrived':
    'De camera staat uit. Je resultaat is van dit apparaat verwijderd. Het is misschien bij {name} aangekomen, maar er is nog geen antwoord.',
  'ended.askAgain': 'Opnieuw om verwijdering vragen',

  'undelivered.title': 'Je controle van {time} is niet afgerond',
  'undelivered.waiting':
    'Het versleutelde resultaat staat op dit apparaat. Het wordt alleen verstuurd als je ‘Nu versturen’ kiest. Stem je hieronder in, dan begint een nieuwe controle en wordt deze verwijderd.',
  'undelivered.until': 'Je kunt het versturen tot {time}. Daarna wordt het verwijderd.',
  'undelivered.unanswered':
    '{name} heeft het resultaat niet bevestigd. Het is misschien aangekomen. Je kunt het daar laten verwijderen.',
  'undelivered.deleting': 'We verwijderen het hier en bij {name}…',
  'undelivered.undeleted':
    'Het resultaat is van dit apparaat verwijderd. Het is misschien bij {name} aangekomen, maar er is nog geen antwoord.',
  'undelivered.send': 'Nu versturen',
  'undelivered.discard': 'Verwijderen',

  'error.config.invalid.cause': 'De gezichtscontrole is op deze pagina niet goed ingesteld.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Je had nog niet ingestemd. Daarom bleef de camera uit.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause': 'Deze pagina is niet beveiligd. Daarom houdt je browser de camera uit.',
  'error.env.insecure_context.remedy': 'Open de pagina met https of kies een andere optie.',
  'error.env.unsupported.cause': 'De gezichtscontrole werkt niet in deze browser.',
  'error.env.unsupported.remedy':
    'Gebruik een recente Chrome, Edge, Firefox of Safari, of kies een andere optie.',
  'error.env.policy_blocked.cause': 'Op deze pagina mag de gezichtscontrole de camera niet gebruiken.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Deze pagina blokkeert een bestand dat de gezichtscontrole nodig heeft.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Je browser blokkeert een bestand dat de gezichtscontrole nodig heeft.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause':
    'De privacybescherming van je browser verandert de beelden die deze pagina ziet.',
  'error.env.pixels_unreadable.remedy':
    'Kies een andere optie, zet die bescherming voor deze pagina uit of gebruik een andere browser.',
  'error.camera.permission_denied.cause': 'Toegang tot de camera is niet toegestaan.',
  'error.camera.permission_denied.remedy':
    'Je kunt doorgaan zonder gezichtscontrole. Of sta de camera toe naast het adres van de pagina en probeer het opnieuw.',
  'error.camera.not_found.cause': 'Er is geen camera gevonden.',
  'error.camera.not_found.remedy':
    'Sluit een camera aan en probeer het opnieuw, of ga door zonder gezichtscontrole.',
  'error.camera.in_use.cause': 'De camera start niet. Misschien gebruikt een andere app hem.',
  'error.camera.in_use.remedy': 'Sluit andere apps die de camera gebruiken en probeer het opnieuw.',
  'error.camera.overconstrained.cause': 'De camera die je koos is er niet meer.',
  'error.camera.overconstrained.remedy': 'Probeer het opnieuw met een andere camera.',
  'error.camera.no_answer.cause': 'Je browser kreeg geen antwoord op de vraag over de camera.',
  'error.camera.no_answer.remedy': 'Probeer het opnieuw en zoek de vraag bij de adresbalk.',
  'error.camera.aborted.cause': 'De browser is gestopt met het openen van de camera.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'De verbinding met de camera is verbroken.',
  'error.camera.lost.remedy': 'Controleer de kabel of schakelaar van de camera en probeer het opnieuw.',
  'error.camera.too_slow.cause': 'De camera gaf te weinig beelden.',
  'error.camera.too_slow.remedy': 'Zorg voor meer licht, sluit andere apps en probeer het opnieuw.',
  'error.camera.no_frames.cause': 'De camera staat aan, maar geeft geen beeld.',
  'error.camera.no_frames.remedy':
    'Maak de camera vrij of zet hem aan met zijn schakelaar en probeer het opnieuw.',
  'error.assets.load_failed.cause': 'Een deel van de gezichtscontrole is niet geladen.',
  'error.assets.load_failed.remedy': 'Controleer je verbinding en probeer het opnieuw.',
  'error.assets.integrity_failed.cause':
    'Een deel van de gezichtscontrole kwam gewijzigd aan en is daarom niet gebruikt.',
  'error.assets.integrity_failed.remedy':
    'Probeer het opnieuw. Gebeurt het weer, geef het platform dan de code hieronder of kies een andere optie.',
  'error.assets.timeout.cause': 'Het laden van een deel van de gezichtscontrole duurde te lang.',
  'error.assets.timeout.remedy': 'Probeer het met een snellere verbinding of kies een andere optie.',
  'error.crypto.unavailable.cause': 'Deze browser kan het resultaat niet versleutelen.',
  'error.crypto.unavailable.remedy': 'Gebruik een recente browser of ga door zonder gezichtscontrole.',
  'error.crypto.bad_public_key.cause': 'Een sleutel werkt niet. Daarom kan niets worden versleuteld.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'Het platform heeft niet geantwoord.',
  'error.discovery.unreachable.remedy': 'Controleer je verbinding en probeer het opnieuw.',
  'error.discovery.malformed.cause': 'De instellingen van het platform zijn niet leesbaar.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'Het platform gebruikt een nieuwere versie dan deze pagina.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause':
    'Het platform heeft geen geldige sleutel. Daarom kan niets worden versleuteld.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Een sleutel past niet bij zijn naam.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause':
    'De handtekening van de sleutels van het platform is niet geldig.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'De sleutels van het platform zijn verouderd.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'Het platform biedt geen andere optie. Daarom is er geen gezichtscontrole.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'Het platform zegt niet hoe het gezichten vergelijkt.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause':
    'Het platform heeft geen uitleg in een taal die hier kan worden getoond.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'Het platform verwacht een ander soort gezichtsgegevens.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'Het platform heeft de controle niet gestart.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Een paar pogingen achter elkaar zijn niet gelukt.',
  'error.session.cooling_down.remedy': 'Ga door zonder gezichtscontrole of kom over een half uur terug.',
  'error.session.attempts_exhausted.cause': 'Je hebt nu geen pogingen meer.',
  'error.session.attempts_exhausted.remedy': 'Ga door zonder gezichtscontrole of kom later terug.',
  'error.session.malformed.cause': 'Het antwoord van het platform is niet leesbaar.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'Het platform heeft niet geantwoord.',
  'error.session.unreachable.remedy': 'Controleer je verbinding en probeer het opnieuw.',
  'error.session.expired.cause': 'De tijd om het resultaat te versturen is voorbij.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Deze controle is al verstuurd.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'Het platform kent deze controle niet.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Het platform is niet bereikbaar.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'Het platform heeft niet op tijd geantwoord.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'Het platform kan het resultaat nu niet aannemen.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'Het platform heeft het resultaat niet aangenomen.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Het antwoord van het platform is niet leesbaar.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause':
    'Deze controle is in een ander tabblad verwijderd en daarom niet verstuurd.',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause': 'Het platform heeft niet geantwoord en kent je keuze daarom nog niet.',
  'error.optout.unreachable.remedy':
    'Je keuze geldt. Probeer het opnieuw of neem contact op met het platform.',
  'error.storage.undeleted.cause':
    'Deze browser heeft de verwijdering niet bevestigd. Een bewaarde video kan hier nog staan.',
  'error.storage.undeleted.remedy':
    'Probeer het opnieuw, of verwijder de gegevens van deze site in je browser.',
  'error.internal.cause': 'Er was een onverwacht probleem.',
  'error.internal.remedy': otherWay,
};

export { nl as messages };
