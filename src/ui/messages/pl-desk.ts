import type { DeskMessages } from './desk-keys.js';

/** Polish, for what is stored of a check, what was decided, and what the seller says to it. */
export const plDesk: DeskMessages = {
  'record.title': 'Co jest o Tobie przechowywane',
  'record.state': 'Stan',
  'record.status': 'Wynik',
  'record.receivedAt': 'Otrzymano',
  'record.fields': 'Pola',
  'record.threshold': 'Porównanie',
  'record.verdict': 'Test żywotności',
  'record.subject': 'Twój numer sprzedającego',
  'record.envelope': 'Zaszyfrowana wiadomość',

  'stored.stored': 'Przechowywane',
  'stored.withdrawn': 'Zgoda wycofana',
  'stored.deleted': 'Usunięte',

  'decision.nothingFound': 'Porównanie nie wykazało podobnego konta.',
  'decision.open': 'Człowiek jeszcze nie podjął decyzji.',
  'decision.asked': 'Człowiek chce Cię wysłuchać, zanim podejmie decyzję.',
  'decision.again': 'Człowiek sprawdza to ponownie.',
  'decision.before': 'Wcześniejsze ustalenie: {found}',
  'decision.gone': 'Dane o twarzy są usunięte.',
  'decision.found.same_person': 'Człowiek ustalił, że inne konto na tej platformie należy do Ciebie.',
  'decision.found.different_person': 'Człowiek ustalił, że drugie konto należy do kogoś innego.',
  'decision.found.allowed_second_account': 'Człowiek ustalił, że możesz mieć oba konta.',
  'decision.found.no_concern': 'Człowiek to sprawdził i nie ma zastrzeżeń.',
  'decision.byPerson': 'Decyzja człowieka, {time}.',
  'decision.byMachine': 'Porównanie przez program, {time}. Człowiek w tym nie uczestniczył.',
  'decision.since': 'Czeka od {time}. Program nie decyduje.',
  'decision.deletedAt': 'Usunięto: {time}.',
  'decision.threshold':
    'Człowiek sprawdza dwa konta, gdy podobieństwo twarzy wynosi co najmniej {value}. Wśród par różnych osób taki wynik ma przez pomyłkę około 1 na {count}.',

  'contest.more': 'Napisz więcej',
  'contest.body': 'Człowiek to przeczyta i sprawdzi ponownie. Tylko tekst, bez obrazów i plików.',
  'contest.label': 'Twoja wiadomość',
  'contest.count': 'Znaki: {count} z {most}',
  'contest.send': 'Wyślij do człowieka',
  'contest.sending': 'Wysyłamy…',
  'contest.received': 'Twoja wiadomość dotarła {time}. Człowiek sprawdzi to ponownie.',
  'contest.left': 'Ile wiadomości możesz jeszcze wysłać: {count}',
  'contest.said': 'Twoje wcześniejsze wiadomości',
  'contest.none': 'Tutaj nie można wysłać więcej wiadomości. Skontaktuj się z platformą.',

  'withdrawn.title': 'Zgoda wycofana, dane usunięte',
  'withdrawn.body': 'Platforma potwierdziła usunięcie danych: {time}.',
  'withdrawn.waiting':
    'Nie wszyscy, którzy przechowują część, potwierdzili już usunięcie. Platforma nadal pyta.',
  'withdrawn.unconfirmed': 'Jeszcze niepotwierdzone',
  'withdrawn.next': 'Możesz kontynuować bez weryfikacji twarzy lub zacząć od nowa.',

  'desk.again': 'Odśwież',
  'desk.name': 'Potwierdzenia weryfikacji twarzy',
  'desk.body': 'Dzięki potwierdzeniu zobaczysz, co jest o Tobie przechowywane, i możesz wycofać zgodę.',
  'desk.file': 'Otwórz plik potwierdzenia',
  'desk.fileBody':
    'Wybierz plik „candor-receipt-….json”. Zostanie odczytany na tym urządzeniu. Nic nie zostanie wysłane, dopóki nie naciśniesz przycisku.',
  'desk.kept': 'Zapisane w tej przeglądarce',
  'desk.looking': 'Sprawdzamy, co jest zapisane w tej przeglądarce…',
  'desk.keptNothing': 'Nic nie jest tu dla Ciebie zapisane.',
  'desk.unread': 'Pamięć tej przeglądarki nie odpowiedziała. Coś może być tu zapisane. Odśwież stronę.',
  'desk.receiver': 'Miejsce przechowywania',
  'desk.watchClip': 'Obejrzyj wideo',
  'desk.hideClip': 'Zamknij wideo',
  'desk.deleteClip': 'Usuń wideo',
  'desk.back': 'Wstecz',
  'desk.question': 'Wycofać zgodę i usunąć dane?',
  'desk.questionBody':
    '{name} usunie dane o Twojej twarzy, a ta strona usunie to, co zapisała z tej weryfikacji w tej przeglądarce. Nie można tego cofnąć. Później możesz przejść nową weryfikację.',
  'desk.no': 'Zachowaj moje dane',

  'mine.checkTitle': 'Twoja weryfikacja twarzy',
  'mine.clipUntil':
    'Zaszyfrowane. Usunięcie stąd, razem z kluczem: {time} lub gdy wycofasz zgodę. Obejrzy je każdy, kto może używać tej przeglądarki.',
  'mine.name': 'Moje dane z weryfikacji twarzy',
  'mine.title': 'Moje dane',
  'mine.body': 'Co ta przeglądarka zapisała z Twoich weryfikacji twarzy i co przechowuje {name}.',
  'mine.check': 'Weryfikacja twarzy, {time}',
  'mine.asking': 'Pytamy: {name}…',
  'mine.unheard': '{name} nie odpowiada. Otwórz, aby zapytać ponownie.',
  'mine.open': 'Otwórz: sprzeciw lub wycofanie zgody',
  'mine.waiting': 'Zaszyfrowany wynik jest zapisany na tym urządzeniu. Sam się nie wyśle.',
  'mine.clipLost': 'Ta przeglądarka utraciła klucz do tego wideo. Nikt nie może go już obejrzeć.',
  'mine.clip': 'Twoje wideo, {time}',
  'mine.downloadClip': 'Pobierz wideo',
  'mine.takeOut': 'Pobierz wszystko w jednym pliku',
  'mine.takeOutBody':
    'Plik JSON ze wszystkimi Twoimi danymi i kluczami potwierdzeń. Nie udostępniaj go nikomu.',
  'mine.takingOut': 'Przygotowujemy plik…',
  'mine.takenOut': 'Plik jest w pobranych.',

  'review.clip': 'Twoje wideo',
  'review.clipFailed': 'Przeglądarka nie może tu odtworzyć wideo.',
  'review.replay': 'Odtwórz wideo',

  'status.no_duplicate.title': 'Weryfikacja twarzy zakończona',
  'status.no_duplicate.word': 'Nie znaleziono podobnego konta',
  'status.no_duplicate.body': 'Nie znaleziono konta sprzedającego o podobnej twarzy.',
  'status.needs_review.title': 'Dziękujemy. Twoją weryfikację sprawdzi człowiek',
  'status.needs_review.word': 'Sprawdza to człowiek',
  'status.needs_review.body':
    'Decyduje człowiek, a nie komputer. Możesz dodać informacje lub wnieść sprzeciw.',

  'done.next.no_duplicate': 'To już wszystko. {name} ma wynik.',
  'done.next.needs_review':
    'Po stronie platformy ({name}) sprawdzi to człowiek. Nie ma ustalonego terminu. Postęp zobaczysz dzięki potwierdzeniu.',
  'done.until': 'Dane o Twojej twarzy zostaną usunięte do {time}, a po wycofaniu zgody od razu.',
  'done.notKept':
    'Ta przeglądarka nie może zapisać potwierdzenia. Pobierz je teraz, bo później nie będzie to możliwe.',
  'done.later':
    'Zachowaj potwierdzenie. Wystarczy, by później zajrzeć do danych, wnieść sprzeciw lub wycofać zgodę.',
  'done.receipt': 'Twoje potwierdzenie',
  'done.number': 'Numer potwierdzenia',
  'done.decidedAt': 'Wynik z dnia',
  'done.deleteAfter': 'Usunięcie do',
  'done.noticeVersion': 'Wersja informacji',
  'done.download': 'Pobierz potwierdzenie',

  'receipt.print': 'Wydrukuj potwierdzenie',

  'done.myData': 'Zobacz postęp',
  'done.withdraw': 'Wycofaj zgodę i usuń',
  'done.contest': 'Wnieś sprzeciw lub dodaj informacje',
  'done.contact': 'Sprzeciw lub dodatkowe informacje: {contact}',

  'verdict.live': 'Weryfikacja się udała.',
  'verdict.not-live': 'Nie wszystko było wyraźnie widać.',
  'verdict.inconclusive': 'Weryfikacja nie dała jasnej odpowiedzi.',

  'field.embedding': 'Dane o twarzy (biometryczne)',
  'field.liveness': 'Wynik każdego testu, słownie',
  'field.capture': 'Długość wideo, liczba obrazów',
  'field.consent': 'Twoja zgoda: numer, treść, sposób i czas',
  'field.padding': 'Dopełnienie do stałego rozmiaru',

  'error.clip.unsupported.cause': 'Ta przeglądarka nie może nagrać wideo.',
  'error.clip.unsupported.remedy': 'Kontynuuj bez wideo. Weryfikacja jest taka sama.',
  'error.embedding.low_quality.cause': 'Za mało obrazów było wyraźnych.',
  'error.embedding.low_quality.remedy': 'Zwróć się do światła, nie ruszaj się i nagraj ponownie.',
  'error.withdrawal.unreachable.cause': 'Platforma nie odpowiedziała.',
  'error.withdrawal.unreachable.remedy':
    'Może już usunięto, a może nie. Spróbuj ponownie lub użyj później potwierdzenia: możesz prosić kilka razy.',
  'error.withdrawal.refused.cause': 'Platforma odrzuciła to żądanie.',
  'error.withdrawal.refused.remedy': 'Skontaktuj się z platformą i podaj numer potwierdzenia.',
  'error.objection.unreachable.cause': 'Platforma nie odpowiedziała. Twoja wiadomość mogła nie dotrzeć.',
  'error.objection.unreachable.remedy':
    'Wiadomość nadal tu jest. Wyślij ją ponownie lub zobacz, co jest przechowywane.',
  'error.objection.refused.cause': 'Tutaj nie można wnieść sprzeciwu wobec tej weryfikacji.',
  'error.objection.refused.remedy':
    'Być może już ją usunięto. Skontaktuj się z platformą i podaj numer potwierdzenia.',
  'error.objection.exhausted.cause': 'Nie można wysłać więcej wiadomości o tej weryfikacji.',
  'error.objection.exhausted.remedy':
    'Twoje wiadomości przeczyta człowiek. W innych sprawach skontaktuj się z platformą.',
  'error.receipt.invalid.cause': 'Ten plik nie jest potwierdzeniem weryfikacji twarzy.',
  'error.receipt.invalid.remedy': 'Wybierz pobrany plik „candor-receipt-….json”.',
  'error.receipt.other_version.cause': 'Ta strona nie może odczytać tej wersji potwierdzenia.',
  'error.receipt.other_version.remedy': 'Otwórz je na stronie platformy lub zapytaj platformę.',
  'error.receipt.unsafe_endpoint.cause':
    'Adres w tym potwierdzeniu nie jest bezpieczny, dlatego nic tam nie wysłano.',
  'error.receipt.unsafe_endpoint.remedy': 'Skontaktuj się z platformą i podaj numer potwierdzenia.',
  'error.receipt.endpoint_refused.cause':
    'To potwierdzenie pochodzi z innej platformy, dlatego nic tam nie wysłano.',
  'error.receipt.endpoint_refused.remedy': 'Otwórz je na stronie tamtej platformy.',
  'error.frame.no_answer.cause': 'Część weryfikacji twarzy wczytywała się zbyt długo.',
  'error.frame.no_answer.remedy': 'Sprawdź połączenie i spróbuj ponownie.',
};

export { plDesk as messages };
