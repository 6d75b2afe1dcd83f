import type { DeskMessages } from './desk-keys.js';

/** Dutch, for what is stored of a check, what was decided, and what the seller says to it. */
export const nlDesk: DeskMessages = {
  'record.title': 'Wat er over je is bewaard',
  'record.state': 'Status',
  'record.status': 'Resultaat',
  'record.receivedAt': 'Ontvangen op',
  'record.fields': 'Velden',
  'record.threshold': 'Vergelijking',
  'record.verdict': 'Controle op levend gezicht',
  'record.subject': 'Je verkopersnummer',
  'record.envelope': 'Het versleutelde bericht',

  'stored.stored': 'Bewaard',
  'stored.withdrawn': 'Toestemming ingetrokken',
  'stored.deleted': 'Verwijderd',

  'decision.nothingFound': 'Bij het vergelijken is geen account gevonden dat erop lijkt.',
  'decision.open': 'Een mens heeft nog niet beslist.',
  'decision.asked': 'Voor de beslissing wil een mens graag van je horen.',
  'decision.again': 'Een mens bekijkt het opnieuw.',
  'decision.before': 'Eerder gevonden: {found}',
  'decision.gone': 'De gezichtsgegevens zijn verwijderd.',
  'decision.found.same_person': 'Een mens concludeerde dat een ander account hier van jou is.',
  'decision.found.different_person': 'Een mens concludeerde dat het andere account van iemand anders is.',
  'decision.found.allowed_second_account': 'Een mens concludeerde dat je beide accounts mag hebben.',
  'decision.found.no_concern': 'Een mens heeft het bekeken en heeft geen bezwaren.',
  'decision.byPerson': 'Beslist door een mens, {time}.',
  'decision.byMachine': 'Vergeleken door software, {time}. Er kwam geen mens aan te pas.',
  'decision.since': 'Wacht sinds {time}. Software beslist niet.',
  'decision.deletedAt': 'Verwijderd: {time}.',
  'decision.threshold':
    'Een mens bekijkt twee accounts als de gelijkenis van de gezichten {value} of meer is. Ongeveer 1 op de {count} paren van verschillende personen komt door een fout zo hoog uit.',

  'contest.more': 'Meer schrijven',
  'contest.body': 'Een mens leest het en kijkt opnieuw. Alleen tekst, geen beelden of bestanden.',
  'contest.label': 'Je bericht',
  'contest.count': 'Tekens: {count} van {most}',
  'contest.send': 'Naar een mens sturen',
  'contest.sending': 'Bericht versturen…',
  'contest.received': 'Je bericht is aangekomen op {time}. Een mens kijkt opnieuw.',
  'contest.left': 'Berichten die je nog kunt sturen: {count}',
  'contest.said': 'Wat je hebt geschreven',
  'contest.none': 'Je kunt hier geen berichten meer sturen. Neem contact op met het platform.',

  'withdrawn.title': 'Toestemming ingetrokken, gegevens verwijderd',
  'withdrawn.body': 'Het platform heeft de verwijdering bevestigd op {time}.',
  'withdrawn.waiting':
    'Nog niet iedereen die een deel bewaart, heeft de verwijdering bevestigd. Het platform blijft vragen.',
  'withdrawn.unconfirmed': 'Nog niet bevestigd',
  'withdrawn.next': 'Je kunt doorgaan zonder gezichtscontrole of opnieuw beginnen.',

  'desk.again': 'Vernieuwen',
  'desk.name': 'Ontvangstbewijzen van gezichtscontroles',
  'desk.body': 'Met je ontvangstbewijs zie je wat er over je is bewaard en kun je je toestemming intrekken.',
  'desk.file': 'Bestand van een ontvangstbewijs openen',
  'desk.fileBody':
    'Kies het bestand ‘candor-receipt-….json’. Het wordt op dit apparaat gelezen. Er wordt niets verstuurd totdat je op een knop drukt.',
  'desk.kept': 'Bewaard in deze browser',
  'desk.looking': 'We kijken wat deze browser heeft bewaard…',
  'desk.keptNothing': 'Er is hier niets voor je bewaard.',
  'desk.unread':
    'De opslag van deze browser reageerde niet. Misschien is hier iets bewaard. Laad de pagina opnieuw.',
  'desk.receiver': 'Bewaard bij',
  'desk.watchClip': 'Video bekijken',
  'desk.hideClip': 'Video sluiten',
  'desk.deleteClip': 'Video verwijderen',
  'desk.back': 'Terug',
  'desk.question': 'Nu toestemming intrekken en verwijderen?',
  'desk.questionBody':
    '{name} verwijdert je gezichtsgegevens en deze site verwijdert wat hij van deze controle in deze browser heeft bewaard. Dit kan niet ongedaan worden gemaakt. Je kunt later een nieuwe controle doen.',
  'desk.no': 'Mijn gegevens houden',

  'mine.checkTitle': 'Je gezichtscontrole',
  'mine.clipUntil':
    'Versleuteld. Wordt hier met de sleutel verwijderd op {time}, of als je je toestemming intrekt. Wie deze browser kan gebruiken, kan hem bekijken.',
  'mine.name': 'Mijn gegevens van de gezichtscontrole',
  'mine.title': 'Mijn gegevens',
  'mine.body': 'Wat deze browser van je controles heeft bewaard en wat {name} heeft.',
  'mine.check': 'Gezichtscontrole, {time}',
  'mine.asking': 'We vragen het {name}…',
  'mine.unheard': '{name} heeft niet geantwoord. Open het ontvangstbewijs om het opnieuw te vragen.',
  'mine.open': 'Openen: bezwaar maken of intrekken',
  'mine.waiting': 'Het versleutelde resultaat staat op dit apparaat. Het wordt niet vanzelf verstuurd.',
  'mine.clipLost': 'Deze browser is de sleutel van deze video kwijt. Niemand kan hem nog bekijken.',
  'mine.clip': 'Je video, {time}',
  'mine.downloadClip': 'Video downloaden',
  'mine.takeOut': 'Alles als één bestand downloaden',
  'mine.takeOutBody':
    'Een JSON-bestand met al je gegevens en de sleutels van je ontvangstbewijzen. Deel het niet.',
  'mine.takingOut': 'Het bestand wordt klaargemaakt…',
  'mine.takenOut': 'Het bestand staat bij je downloads.',

  'review.clip': 'Je video',
  'review.clipFailed': 'Je browser kan de video hier niet afspelen.',
  'review.replay': 'Video afspelen',

  'status.no_duplicate.title': 'Je gezichtscontrole is afgerond',
  'status.no_duplicate.word': 'Geen account gevonden dat erop lijkt',
  'status.no_duplicate.body': 'Er is geen verkopersaccount gevonden met een gezicht dat erop lijkt.',
  'status.needs_review.title': 'Bedankt. Een mens bekijkt je controle',
  'status.needs_review.word': 'Wordt bekeken door een mens',
  'status.needs_review.body': 'Een mens beslist, niet een computer. Je kunt iets toevoegen of bezwaar maken.',

  'done.next.no_duplicate': 'Je bent hier klaar. {name} heeft het resultaat.',
  'done.next.needs_review':
    'Iemand bij {name} bekijkt het. Er is geen vaste termijn. Je ontvangstbewijs laat zien hoe het ervoor staat.',
  'done.until':
    'Je gezichtsgegevens worden uiterlijk op {time} verwijderd, of zodra je je toestemming intrekt.',
  'done.notKept':
    'Deze browser kan het ontvangstbewijs niet bewaren. Download het nu: later kun je het niet meer krijgen.',
  'done.later':
    'Bewaar je ontvangstbewijs. Daarmee kun je later kijken, bezwaar maken of je toestemming intrekken.',
  'done.receipt': 'Je ontvangstbewijs',
  'done.number': 'Nummer van het ontvangstbewijs',
  'done.decidedAt': 'Resultaat van',
  'done.deleteAfter': 'Uiterlijk verwijderd op',
  'done.noticeVersion': 'Versie van de uitleg',
  'done.download': 'Ontvangstbewijs downloaden',

  'receipt.print': 'Ontvangstbewijs afdrukken',

  'done.myData': 'Bekijk hoe het ervoor staat',
  'done.withdraw': 'Toestemming intrekken en verwijderen',
  'done.contest': 'Bezwaar maken of iets toevoegen',
  'done.contact': 'Bezwaar maken of iets toevoegen? Neem contact op met: {contact}',

  'verdict.live': 'De controle ging goed.',
  'verdict.not-live': 'Niet alles was duidelijk te zien.',
  'verdict.inconclusive': 'De controle gaf geen duidelijk antwoord.',

  'field.embedding': 'Gezichtsgegevens (biometrisch)',
  'field.liveness': 'Resultaat van elk onderdeel, in woorden',
  'field.capture': 'Lengte van de video, aantal beelden',
  'field.consent': 'Je toestemming: nummer, inhoud, manier en tijd',
  'field.padding': 'Opvulling tot een vaste grootte',

  'error.clip.unsupported.cause': 'Deze browser kan geen video opnemen.',
  'error.clip.unsupported.remedy': 'Ga door zonder video. De controle is hetzelfde.',
  'error.embedding.low_quality.cause': 'Te weinig beelden waren scherp genoeg.',
  'error.embedding.low_quality.remedy': 'Draai naar het licht, beweeg niet en neem opnieuw op.',
  'error.withdrawal.unreachable.cause': 'Het platform heeft niet geantwoord.',
  'error.withdrawal.unreachable.remedy':
    'Misschien is het al verwijderd, misschien niet. Probeer het opnieuw, of later met je ontvangstbewijs: herhalen kan geen kwaad.',
  'error.withdrawal.refused.cause': 'Het platform heeft het verzoek geweigerd.',
  'error.withdrawal.refused.remedy':
    'Neem contact op met het platform en noem het nummer van je ontvangstbewijs.',
  'error.objection.unreachable.cause':
    'Het platform heeft niet geantwoord. Je bericht is misschien niet aangekomen.',
  'error.objection.unreachable.remedy': 'Het staat hier nog. Stuur het opnieuw of kijk wat er is bewaard.',
  'error.objection.refused.cause': 'Je kunt hier geen bezwaar maken tegen deze controle.',
  'error.objection.refused.remedy':
    'Misschien is de controle al verwijderd. Neem contact op met het platform en noem het nummer van je ontvangstbewijs.',
  'error.objection.exhausted.cause': 'Je kunt over deze controle geen berichten meer sturen.',
  'error.objection.exhausted.remedy':
    'Een mens leest wat je hebt geschreven. Wil je meer zeggen, neem dan contact op met het platform.',
  'error.receipt.invalid.cause': 'Dit bestand is geen ontvangstbewijs van een gezichtscontrole.',
  'error.receipt.invalid.remedy': 'Kies het bestand ‘candor-receipt-….json’ dat je hebt gedownload.',
  'error.receipt.other_version.cause': 'Deze pagina kan deze versie van het ontvangstbewijs niet lezen.',
  'error.receipt.other_version.remedy': 'Open het op de pagina van het platform zelf of vraag het daar.',
  'error.receipt.unsafe_endpoint.cause':
    'Het adres in dit ontvangstbewijs is niet beveiligd. Daarom is daar niets heen gestuurd.',
  'error.receipt.unsafe_endpoint.remedy':
    'Neem contact op met het platform en noem het nummer van je ontvangstbewijs.',
  'error.receipt.endpoint_refused.cause':
    'Dit ontvangstbewijs is van een ander platform. Daarom is daar niets heen gestuurd.',
  'error.receipt.endpoint_refused.remedy': 'Open het op de pagina van dat platform.',
  'error.frame.no_answer.cause': 'Het laden van een deel van de gezichtscontrole duurde te lang.',
  'error.frame.no_answer.remedy': 'Controleer je verbinding en probeer het opnieuw.',
};

export { nlDesk as messages };
