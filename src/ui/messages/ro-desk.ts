import type { DeskMessages } from './desk-keys.js';

/** Romanian, for what is stored of a check, what was decided, and what the seller says to it. */
export const roDesk: DeskMessages = {
  'record.title': 'Ce este stocat despre dvs.',
  'record.state': 'Stare',
  'record.status': 'Rezultat',
  'record.receivedAt': 'Primit pe',
  'record.fields': 'Câmpuri',
  'record.threshold': 'Comparație',
  'record.verdict': 'Verificarea prezenței',
  'record.subject': 'Codul dvs. de vânzător',
  'record.envelope': 'Mesajul criptat',

  'stored.stored': 'Stocat',
  'stored.withdrawn': 'Consimțământ retras',
  'stored.deleted': 'Șters',

  'decision.nothingFound': 'Comparația nu a găsit niciun cont asemănător.',
  'decision.open': 'O persoană nu a decis încă.',
  'decision.asked': 'O persoană ar dori să vă asculte înainte de a decide.',
  'decision.again': 'O persoană reia analiza.',
  'decision.before': 'Rezultatul anterior: {found}',
  'decision.gone': 'Datele faciale sunt șterse.',
  'decision.found.same_person': 'O persoană a constatat că alt cont de aici este al dvs.',
  'decision.found.different_person': 'O persoană a constatat că celălalt cont este al altcuiva.',
  'decision.found.allowed_second_account': 'O persoană a constatat că puteți avea ambele conturi.',
  'decision.found.no_concern': 'O persoană a analizat și nu are obiecții.',
  'decision.byPerson': 'Decis de o persoană, {time}.',
  'decision.byMachine': 'Comparat de un program, {time}. Nu a fost consultată nicio persoană.',
  'decision.since': 'În așteptare din {time}. Niciun program nu decide.',
  'decision.deletedAt': 'Șters: {time}.',
  'decision.threshold':
    'O persoană analizează două conturi când asemănarea fețelor ajunge la {value}. Aproximativ 1 pereche de persoane diferite din {count} ajunge la acest nivel din greșeală.',

  'contest.more': 'Scrieți mai mult',
  'contest.body': 'O persoană îl va citi și va relua analiza. Doar text, fără imagini sau fișiere.',
  'contest.label': 'Mesajul dvs.',
  'contest.count': 'Caractere: {count} din {most}',
  'contest.send': 'Trimiteți unei persoane',
  'contest.sending': 'Se trimite mesajul…',
  'contest.received': 'Mesajul dvs. a ajuns pe {time}. O persoană va relua analiza.',
  'contest.left': 'Mesaje pe care le mai puteți trimite: {count}',
  'contest.said': 'Ce ați scris',
  'contest.none': 'Nu mai puteți trimite mesaje aici. Contactați platforma.',

  'withdrawn.title': 'Consimțământ retras, date șterse',
  'withdrawn.body': 'Platforma a confirmat ștergerea din {time}.',
  'withdrawn.waiting':
    'Nu toți cei care păstrează o parte au confirmat încă ștergerea. Platforma întreabă în continuare.',
  'withdrawn.unconfirmed': 'Încă neconfirmat',
  'withdrawn.next': 'Puteți continua fără verificare facială sau puteți începe din nou.',

  'desk.again': 'Actualizați',
  'desk.name': 'Recipise de verificare facială',
  'desk.body': 'Cu recipisa vedeți ce este stocat despre dvs. și vă puteți retrage consimțământul.',
  'desk.file': 'Deschideți un fișier cu recipisa',
  'desk.fileBody':
    'Alegeți fișierul „candor-receipt-….json”. Este citit pe acest dispozitiv. Nu se trimite nimic până nu apăsați un buton.',
  'desk.kept': 'Salvat în acest browser',
  'desk.looking': 'Se caută ce este salvat în acest browser…',
  'desk.keptNothing': 'Aici nu este salvat nimic pentru dvs.',
  'desk.unread': 'Stocarea acestui browser nu a răspuns. Poate este salvat ceva aici. Reîncărcați pagina.',
  'desk.receiver': 'Stocat la',
  'desk.watchClip': 'Vedeți videoclipul',
  'desk.hideClip': 'Închideți videoclipul',
  'desk.deleteClip': 'Ștergeți videoclipul',
  'desk.back': 'Înapoi',
  'desk.question': 'Retrageți consimțământul și ștergeți acum?',
  'desk.questionBody':
    '{name} șterge datele dvs. faciale, iar acest site șterge ce a salvat din această verificare în acest browser. Nu se poate anula. Puteți face o verificare nouă mai târziu.',
  'desk.no': 'Păstrați-mi datele',

  'mine.checkTitle': 'Verificarea dvs. facială',
  'mine.clipUntil':
    'Criptat. Se șterge de aici împreună cu cheia pe {time} sau când vă retrageți consimțământul. Oricine poate folosi acest browser îl poate vedea.',
  'mine.name': 'Datele mele de verificare facială',
  'mine.title': 'Datele mele',
  'mine.body': 'Ce a salvat acest browser din verificările dvs. și ce are {name}.',
  'mine.check': 'Verificare facială, {time}',
  'mine.asking': 'Întrebăm {name}…',
  'mine.unheard': '{name} nu a răspuns. Deschideți recipisa pentru a întreba din nou.',
  'mine.open': 'Deschideți: contestare sau retragere',
  'mine.waiting': 'Rezultatul criptat este salvat pe acest dispozitiv. Nu se trimite singur.',
  'mine.clipLost': 'Acest browser a pierdut cheia acestui videoclip. Nimeni nu îl mai poate vedea.',
  'mine.clip': 'Videoclipul dvs., {time}',
  'mine.downloadClip': 'Descărcați videoclipul',
  'mine.takeOut': 'Descărcați totul într-un singur fișier',
  'mine.takeOutBody': 'Un fișier JSON cu toate datele dvs. și cheile recipiselor. Nu îl distribuiți.',
  'mine.takingOut': 'Se pregătește fișierul…',
  'mine.takenOut': 'Fișierul este în descărcările dvs.',

  'review.clip': 'Videoclipul dvs.',
  'review.clipFailed': 'Browserul nu poate reda videoclipul aici.',
  'review.replay': 'Redați videoclipul',

  'status.no_duplicate.title': 'Verificarea facială este finalizată',
  'status.no_duplicate.word': 'Niciun cont asemănător găsit',
  'status.no_duplicate.body': 'Nu s-a găsit niciun cont de vânzător cu o față asemănătoare.',
  'status.needs_review.title': 'Vă mulțumim. O persoană va analiza verificarea',
  'status.needs_review.word': 'În curs de analiză de către o persoană',
  'status.needs_review.body':
    'Decide o persoană, nu un computer. Puteți adăuga informații sau puteți contesta.',

  'done.next.no_duplicate': 'Ați terminat. {name} are rezultatul.',
  'done.next.needs_review':
    'O persoană de la {name} îl va analiza. Nu există un termen fix. Recipisa arată stadiul.',
  'done.until': 'Datele faciale se șterg cel târziu pe {time} sau imediat ce vă retrageți consimțământul.',
  'done.notKept':
    'Acest browser nu poate salva recipisa. Descărcați-o acum: mai târziu nu o mai puteți obține.',
  'done.later': 'Păstrați recipisa. Cu ea puteți consulta, contesta sau retrage consimțământul mai târziu.',
  'done.receipt': 'Recipisa dvs.',
  'done.number': 'Numărul recipisei',
  'done.decidedAt': 'Rezultat din',
  'done.deleteAfter': 'Se șterge cel târziu pe',
  'done.noticeVersion': 'Versiunea informării',
  'done.download': 'Descărcați recipisa',

  'receipt.print': 'Tipăriți recipisa',

  'done.myData': 'Vedeți stadiul',
  'done.withdraw': 'Retrageți consimțământul și ștergeți',
  'done.contest': 'Contestați sau adăugați informații',
  'done.contact': 'Pentru a contesta sau a adăuga informații, contactați: {contact}',

  'verdict.live': 'Verificarea a decurs bine.',
  'verdict.not-live': 'Nu s-a putut vedea totul clar.',
  'verdict.inconclusive': 'Verificarea nu a dat un răspuns clar.',

  'field.embedding': 'Date faciale (biometrice)',
  'field.liveness': 'Rezultatul fiecărui control, în cuvinte',
  'field.capture': 'Durata videoclipului, numărul de imagini',
  'field.consent': 'Consimțământul dvs.: număr, conținut, mod și oră',
  'field.padding': 'Completare până la o mărime fixă',

  'error.clip.unsupported.cause': 'Acest browser nu poate înregistra un videoclip.',
  'error.clip.unsupported.remedy': 'Continuați fără videoclip. Verificarea este aceeași.',
  'error.embedding.low_quality.cause': 'Prea puține imagini au fost destul de clare.',
  'error.embedding.low_quality.remedy': 'Întoarceți-vă spre lumină, nu vă mișcați și înregistrați din nou.',
  'error.withdrawal.unreachable.cause': 'Platforma nu a răspuns.',
  'error.withdrawal.unreachable.remedy':
    'Poate s-a șters deja, poate nu. Încercați din nou sau folosiți mai târziu recipisa: puteți cere de mai multe ori.',
  'error.withdrawal.refused.cause': 'Platforma a refuzat cererea.',
  'error.withdrawal.refused.remedy': 'Contactați platforma și menționați numărul recipisei.',
  'error.objection.unreachable.cause': 'Platforma nu a răspuns. Este posibil ca mesajul dvs. să nu fi ajuns.',
  'error.objection.unreachable.remedy': 'Este încă aici. Trimiteți-l din nou sau vedeți ce este stocat.',
  'error.objection.refused.cause': 'Această verificare nu poate fi contestată aici.',
  'error.objection.refused.remedy':
    'Poate a fost deja ștearsă. Contactați platforma și menționați numărul recipisei.',
  'error.objection.exhausted.cause': 'Nu mai puteți trimite mesaje despre această verificare.',
  'error.objection.exhausted.remedy':
    'O persoană va citi ce ați scris. Pentru mai multe, contactați platforma.',
  'error.receipt.invalid.cause': 'Acest fișier nu este o recipisă de verificare facială.',
  'error.receipt.invalid.remedy': 'Alegeți fișierul „candor-receipt-….json” pe care l-ați descărcat.',
  'error.receipt.other_version.cause': 'Această pagină nu poate citi această versiune a recipisei.',
  'error.receipt.other_version.remedy': 'Deschideți-o pe pagina platformei sau întrebați platforma.',
  'error.receipt.unsafe_endpoint.cause':
    'Adresa din această recipisă nu este sigură, așa că nu s-a trimis nimic acolo.',
  'error.receipt.unsafe_endpoint.remedy': 'Contactați platforma și menționați numărul recipisei.',
  'error.receipt.endpoint_refused.cause':
    'Această recipisă este de la altă platformă, așa că nu s-a trimis nimic acolo.',
  'error.receipt.endpoint_refused.remedy': 'Deschideți-o pe pagina acelei platforme.',
  'error.frame.no_answer.cause': 'O parte din verificarea facială s-a încărcat prea greu.',
  'error.frame.no_answer.remedy': 'Verificați conexiunea și încercați din nou.',
};

export { roDesk as messages };
