import type { DeskMessages } from './desk-keys.js';

/** Swedish, for what is stored of a check, what was decided, and what the seller says to it. */
export const svDesk: DeskMessages = {
  'record.title': 'Vad som är lagrat om dig',
  'record.state': 'Status',
  'record.status': 'Resultat',
  'record.receivedAt': 'Mottaget',
  'record.fields': 'Fält',
  'record.threshold': 'Jämförelse',
  'record.verdict': 'Livstecken',
  'record.subject': 'Ditt säljarnummer',
  'record.envelope': 'Det krypterade meddelandet',

  'stored.stored': 'Lagrat',
  'stored.withdrawn': 'Samtycket återkallat',
  'stored.deleted': 'Raderat',

  'decision.nothingFound': 'Jämförelsen hittade inget liknande konto.',
  'decision.open': 'En människa har inte beslutat än.',
  'decision.asked': 'En människa vill höra dig före beslutet.',
  'decision.again': 'En människa granskar det igen.',
  'decision.before': 'Tidigare resultat: {found}',
  'decision.gone': 'Ansiktsuppgifterna är raderade.',
  'decision.found.same_person': 'En människa kom fram till att ett annat konto här är ditt.',
  'decision.found.different_person': 'En människa kom fram till att det andra kontot är någon annans.',
  'decision.found.allowed_second_account': 'En människa kom fram till att du får ha båda kontona.',
  'decision.found.no_concern': 'En människa har granskat det och har inga invändningar.',
  'decision.byPerson': 'Beslutat av en människa den {time}.',
  'decision.byMachine': 'Jämfört av ett program den {time}. Ingen människa tillfrågades.',
  'decision.since': 'Väntar sedan den {time}. Inget program beslutar.',
  'decision.deletedAt': 'Raderat den {time}.',
  'decision.threshold':
    'En människa granskar två konton när ansiktenas likhet är {value} eller högre. Ungefär 1 på {count} par av olika personer når dit av misstag.',

  'contest.more': 'Skriv mer',
  'contest.body': 'En människa läser det och granskar igen. Bara text, inga bilder eller filer.',
  'contest.label': 'Ditt meddelande',
  'contest.count': '{count} av {most} tecken',
  'contest.send': 'Skicka till en människa',
  'contest.sending': 'Skickar meddelandet…',
  'contest.received': 'Ditt meddelande kom fram den {time}. En människa granskar igen.',
  'contest.left': 'Meddelanden kvar: {count}',
  'contest.said': 'Vad du har skrivit',
  'contest.none': 'Du kan inte skicka fler meddelanden här. Kontakta marknadsplatsen.',

  'withdrawn.title': 'Samtycket återkallat, uppgifterna raderade',
  'withdrawn.body': 'Marknadsplatsen bekräftade att de raderades den {time}.',
  'withdrawn.waiting':
    'Alla som har en del har inte bekräftat raderingen än. Marknadsplatsen fortsätter att fråga.',
  'withdrawn.unconfirmed': 'Inte bekräftat än',
  'withdrawn.next': 'Du kan fortsätta utan ansiktskontroll eller börja om.',

  'desk.again': 'Uppdatera',
  'desk.name': 'Kvitton från ansiktskontroll',
  'desk.body': 'Med kvittot kan du se vad som är lagrat om dig och återkalla ditt samtycke.',
  'desk.file': 'Öppna en kvittofil',
  'desk.fileBody':
    'Välj filen ”candor-receipt-….json”. Den läses på den här enheten. Inget skickas förrän du trycker på en knapp.',
  'desk.kept': 'Sparat i den här webbläsaren',
  'desk.looking': 'Letar efter det som webbläsaren har sparat…',
  'desk.keptNothing': 'Inget är sparat för dig här.',
  'desk.unread': 'Webbläsarens lagring svarade inte. Något kan vara sparat här. Ladda om sidan.',
  'desk.receiver': 'Lagrat hos',
  'desk.watchClip': 'Titta på videon',
  'desk.hideClip': 'Stäng videon',
  'desk.deleteClip': 'Radera videon',
  'desk.back': 'Tillbaka',
  'desk.question': 'Återkalla samtycket och radera nu?',
  'desk.questionBody':
    '{name} raderar dina ansiktsuppgifter, och den här webbplatsen raderar det som den sparat av kontrollen i den här webbläsaren. Det går inte att ångra. Du kan göra en ny kontroll senare.',
  'desk.no': 'Behåll mina uppgifter',

  'mine.checkTitle': 'Din ansiktskontroll',
  'mine.clipUntil':
    'Krypterad. Raderas här med sin nyckel den {time}, eller när du återkallar ditt samtycke. Den som kan använda webbläsaren kan se den.',
  'mine.name': 'Mina uppgifter från ansiktskontroll',
  'mine.title': 'Mina uppgifter',
  'mine.body': 'Vad den här webbläsaren har sparat av dina ansiktskontroller och vad {name} har.',
  'mine.check': 'Ansiktskontroll, {time}',
  'mine.asking': 'Frågar {name}…',
  'mine.unheard': '{name} svarade inte. Öppna för att fråga igen.',
  'mine.open': 'Öppna: invänd eller återkalla',
  'mine.waiting': 'Det krypterade resultatet är sparat på den här enheten. Det skickas inte av sig självt.',
  'mine.clipLost': 'Den här webbläsaren har förlorat nyckeln till videon. Ingen kan se den längre.',
  'mine.clip': 'Din video, {time}',
  'mine.downloadClip': 'Ladda ner videon',
  'mine.takeOut': 'Ladda ner allt som en fil',
  'mine.takeOutBody': 'En JSON-fil med alla dina uppgifter och nycklarna till dina kvitton. Dela den inte.',
  'mine.takingOut': 'Förbereder filen…',
  'mine.takenOut': 'Filen finns bland dina nedladdningar.',

  'review.clip': 'Din video',
  'review.clipFailed': 'Webbläsaren kan inte spela upp videon här.',
  'review.replay': 'Spela upp videon',

  'status.no_duplicate.title': 'Din ansiktskontroll är klar',
  'status.no_duplicate.word': 'Inget liknande konto hittades',
  'status.no_duplicate.body': 'Inget säljarkonto med ett liknande ansikte hittades.',
  'status.needs_review.title': 'Tack. En människa granskar din kontroll',
  'status.needs_review.word': 'Granskas av en människa',
  'status.needs_review.body':
    'En människa beslutar, inte en dator. Du kan lägga till uppgifter eller invända.',

  'done.next.no_duplicate': 'Du är klar här. {name} har resultatet.',
  'done.next.needs_review':
    'En människa hos {name} granskar det. Det finns ingen fast tid. Kvittot visar hur det går.',
  'done.until':
    'Dina ansiktsuppgifter raderas senast den {time}, eller direkt när du återkallar ditt samtycke.',
  'done.notKept':
    'Den här webbläsaren kan inte spara kvittot. Ladda ner det nu: du kan inte få det igen senare.',
  'done.later':
    'Behåll kvittot. Det är allt du behöver för att titta, invända eller återkalla ditt samtycke senare.',
  'done.receipt': 'Ditt kvitto',
  'done.number': 'Kvittonummer',
  'done.decidedAt': 'Resultat från',
  'done.deleteAfter': 'Raderas senast',
  'done.noticeVersion': 'Informationens version',
  'done.download': 'Ladda ner kvittot',

  'receipt.print': 'Skriv ut kvittot',

  'done.myData': 'Se hur det går',
  'done.withdraw': 'Återkalla samtycket och radera',
  'done.contest': 'Invänd eller lägg till uppgifter',
  'done.contact': 'Vill du invända eller lägga till uppgifter? Kontakta {contact}',

  'verdict.live': 'Kontrollen gick bra.',
  'verdict.not-live': 'Allt gick inte att se tydligt.',
  'verdict.inconclusive': 'Kontrollen gav inget tydligt svar.',

  'field.embedding': 'Ansiktsuppgifter (biometriska)',
  'field.liveness': 'Resultat av varje test, i ord',
  'field.capture': 'Videons längd, antal bilder',
  'field.consent': 'Ditt samtycke: nummer, innehåll, sätt och tid',
  'field.padding': 'Utfyllnad till fast storlek',

  'error.clip.unsupported.cause': 'Den här webbläsaren kan inte spela in video.',
  'error.clip.unsupported.remedy': 'Fortsätt utan video. Kontrollen är densamma.',
  'error.embedding.low_quality.cause': 'För få bilder var tillräckligt tydliga.',
  'error.embedding.low_quality.remedy': 'Vänd dig mot ljuset, håll stilla och spela in igen.',
  'error.withdrawal.unreachable.cause': 'Marknadsplatsen svarade inte.',
  'error.withdrawal.unreachable.remedy':
    'Det kanske redan är raderat, kanske inte. Försök igen eller använd kvittot senare: du kan fråga flera gånger.',
  'error.withdrawal.refused.cause': 'Marknadsplatsen nekade begäran.',
  'error.withdrawal.refused.remedy': 'Kontakta marknadsplatsen och uppge ditt kvittonummer.',
  'error.objection.unreachable.cause': 'Marknadsplatsen svarade inte. Ditt meddelande kanske inte kom fram.',
  'error.objection.unreachable.remedy': 'Det finns kvar här. Skicka det igen eller se vad som är lagrat.',
  'error.objection.refused.cause': 'Du kan inte invända mot den här kontrollen här.',
  'error.objection.refused.remedy':
    'Den kan redan vara raderad. Kontakta marknadsplatsen och uppge ditt kvittonummer.',
  'error.objection.exhausted.cause': 'Du kan inte skicka fler meddelanden om den här kontrollen.',
  'error.objection.exhausted.remedy':
    'En människa läser det du skrev. Kontakta marknadsplatsen om du vill säga mer.',
  'error.receipt.invalid.cause': 'Den här filen är inget kvitto från en ansiktskontroll.',
  'error.receipt.invalid.remedy': 'Välj filen ”candor-receipt-….json” som du laddade ner.',
  'error.receipt.other_version.cause': 'Den här sidan kan inte läsa den versionen av kvittot.',
  'error.receipt.other_version.remedy':
    'Öppna det på marknadsplatsens egen sida eller fråga marknadsplatsen.',
  'error.receipt.unsafe_endpoint.cause': 'Adressen i kvittot är inte säker, så inget skickades dit.',
  'error.receipt.unsafe_endpoint.remedy': 'Kontakta marknadsplatsen och uppge ditt kvittonummer.',
  'error.receipt.endpoint_refused.cause':
    'Kvittot kommer från en annan marknadsplats, så inget skickades dit.',
  'error.receipt.endpoint_refused.remedy': 'Öppna det på den marknadsplatsens sida.',
  'error.frame.no_answer.cause': 'En del av ansiktskontrollen tog för lång tid att ladda.',
  'error.frame.no_answer.remedy': 'Kontrollera din anslutning och försök igen.',
};

export { svDesk as messages };
