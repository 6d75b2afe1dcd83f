import { plLater } from './pl-later.js';
import type { FirstMessages, Messages } from './types.js';

const otherWay = 'Spróbuj ponownie lub kontynuuj bez weryfikacji twarzy.';
const siteFault = 'To nie Twoja wina. Podaj platformie poniższy kod lub wybierz inną możliwość.';
const sendAgain = 'Wyślij ponownie, kiedy zechcesz. Nie trzeba nagrywać od nowa.';
const recordAgain = 'Nagraj ponownie lub kontynuuj bez weryfikacji twarzy.';

const first: FirstMessages = {
  'widget.name': 'Weryfikacja twarzy',
  'widget.language': 'Język',
  'widget.optOut': 'Kontynuuj bez weryfikacji twarzy',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Anuluj',
  'widget.questions': 'Masz pytania? Kontakt ({name}):',
  'widget.newTab': '(otwiera nową kartę)',

  'loading.title': 'Wczytywanie',
  'loading.body': 'Wczytujemy informacje o weryfikacji. Kamera jest wyłączona.',

  'notice.title': 'Czy możemy zweryfikować Twoją twarz?',
  'notice.asks': 'Prośba od: {name}',
  'notice.brief.stays':
    'Kamera nagra Cię przez pięć sekund, gdy będziesz poruszać głową. Wideo zostaje na Twoim urządzeniu.',
  'notice.brief.sent': 'Wysyłamy zaszyfrowane liczby, które opisują Twoją twarz. Są to dane biometryczne.',
  'notice.brief.compared':
    'System rozpoznawania twarzy porównuje je z danymi innych sprzedających. Czasem się myli, dlatego każde dopasowanie sprawdza człowiek.',
  'notice.brief.gallery':
    'System rozpoznawania twarzy porównuje je z danymi innych sprzedających (jest ich {count}). Myli się najwyżej co do 1 osoby na {all}. Każde dopasowanie sprawdza człowiek.',
  'notice.brief.galleryWorst':
    'System rozpoznawania twarzy porównuje je z danymi innych sprzedających (jest ich {count}). Myli się najwyżej co do 1 osoby na {all}, a w jednej z grup co do 1 na {worst}. Każde dopasowanie sprawdza człowiek.',
  'notice.brief.groups':
    'System rozpoznawania twarzy porównuje je z danymi sprzedających, z którymi coś Cię łączy, np. konto bankowe. Czasem się myli, dlatego każde dopasowanie sprawdza człowiek.',
  'notice.brief.deleted': 'Usuniemy je za {duration}, a po wycofaniu zgody od razu.',
  'notice.stays': 'Zostaje na Twoim urządzeniu',
  'notice.sent': 'Wysyłane w postaci zaszyfrowanej',
  'notice.threshold.value':
    'Człowiek sprawdza, gdy podobieństwo dwóch twarzy wynosi co najmniej {value}. Ten sam obraz ma wynik 1.',
  'notice.threshold.fmr': 'Wśród par różnych osób taki wynik ma przez pomyłkę około 1 na {count}.',
  'notice.threshold.worst':
    'W grupie, w której pomyłek jest najwięcej ({group}): 1 na {count}, może 1 na {most}.',
  'notice.threshold.ungrouped': 'Nikt nie zmierzył, czy w niektórych grupach osób zdarza się to częściej.',
  'notice.threshold.fnmr': 'Około {share} par obrazów tej samej osoby ma niższy wynik.',
  'notice.threshold.seller':
    'Dla jednego sprzedającego, porównanego z innymi ({count}): najwyżej 1 na {all}.',
  'notice.threshold.n': 'Liczba zmierzonych par: {count}.',
  'notice.threshold.link': 'Jak to zmierzono',
  'notice.details': 'Więcej informacji',
  'notice.group.recorded': 'Co jest nagrywane i wysyłane',
  'notice.group.compared': 'Jak porównywane są twarze',
  'notice.group.why': 'Kto o to prosi i dlaczego',
  'notice.group.kept': 'Przechowywanie i usuwanie',
  'notice.group.rights': 'Twoje prawa',
  'notice.controller': 'Kto o to prosi',
  'notice.reason': 'Dlaczego',
  'notice.whyNow': 'Dlaczego teraz',
  'notice.regions': 'Gdzie to obowiązuje',
  'notice.recipients': 'Kto otrzymuje dane',
  'notice.storagePlace': 'Gdzie są przechowywane',
  'notice.retention': 'Jak długo',
  'notice.removal': 'Jak je usunąć',
  'notice.ifDeclined': 'Jeśli odmówisz',
  'notice.complaint': 'Skargi',
  'notice.policy': 'Zasady',
  'notice.policyLink': 'Przeczytaj pełne zasady',
  'notice.version': 'Wersja tej informacji',
  'notice.extra': 'Nieobowiązkowe',
  'notice.alternatives': 'Inne możliwości',
  'notice.statement': 'Na co się zgadzasz',
  'notice.cameraOff': 'Kamera jest wyłączona, dopóki nie wyrazisz zgody.',
  'notice.consent': 'Zgadzam się na weryfikację twarzy',
  'notice.consentDetail': 'Powstaną dane biometryczne mojej twarzy',
  'notice.myData': 'Zobacz lub usuń wcześniejsze weryfikacje',

  'permission.title': 'Zezwól na dostęp do kamery',
  'permission.body': 'Wybierz „Zezwól”, gdy przeglądarka zapyta.',
  'permission.noSound': 'Dźwięk nie jest nagrywany.',
  'permission.notYet': 'Nagranie zacznie się dopiero, gdy je uruchomisz.',
  'permission.waitingLong': 'Wciąż czekamy. Poszukaj pytania o kamerę obok paska adresu.',

  'optedOut.title': 'Kontynuujesz bez weryfikacji twarzy',
  'optedOut.posting': 'Informujemy platformę…',
  'optedOut.next': 'Co dalej',
  'optedOut.case': 'Numer sprawy: {id}',
  'optedOut.time': 'Przewidywany czas: {time}',
  'optedOut.open': 'Dalej: {label}',

  'failed.title': 'Coś się nie udało',
  'failed.code': 'Kod: {code}',
  'failed.kept':
    'Twój zaszyfrowany wynik jest nadal zapisany na tym urządzeniu. Dopóki ta strona jest otwarta, sama ponawia wysyłanie.',
  'failed.keptInPage':
    'Twój zaszyfrowany wynik jest tylko na tej stronie: przeglądarka nie może go zapisać. Dopóki strona jest otwarta, sama ponawia wysyłanie.',
  'failed.notAccepted': 'Platforma nie przyjęła wyniku.',
  'failed.retry': 'Spróbuj ponownie',
  'failed.sendAgain': 'Wyślij ponownie',
  'failed.noWay': 'Możesz to zamknąć i poprosić platformę o inną możliwość.',

  'cancelled.title': 'Anulowano',
  'cancelled.retry': 'Zacznij od nowa',

  'ended.nothingSent': 'Kamera jest wyłączona. Żadne dane o Twojej twarzy nie zostały wysłane.',
  'ended.maybeSent': 'Kamera jest wyłączona. Twój wynik mógł dotrzeć do odbiorcy. {name} może go usunąć.',
  'ended.asking': 'Kamera jest wyłączona. Prosimy o usunięcie tego, co mogło dotrzeć. Odbiorca: {name}…',
  'ended.nothingStored': 'Kamera jest wyłączona. {name} potwierdza, że nic nie jest przechowywane.',
  'ended.mayHaveArrived':
    'Kamera jest wyłączona. Twój wynik został usunięty z tego urządzenia. Mógł dotrzeć do odbiorcy ({name}), ale nie ma jeszcze odpowiedzi.',
  'ended.askAgain': 'Poproś ponownie o usunięcie',

  'undelivered.title': 'Weryfikacja z dnia {time} nie została ukończona',
  'undelivered.waiting':
    'Zaszyfrowany wynik jest zapisany na tym urządzeniu. Zostanie wysłany tylko wtedy, gdy wybierzesz „Wyślij teraz”. Jeśli wyrazisz zgodę poniżej, zacznie się nowa weryfikacja, a ta zostanie usunięta.',
  'undelivered.unanswered':
    'Wynik został wysłany i mógł dotrzeć, ale {name} nie odpowiada. Możesz poprosić o jego usunięcie.',
  'undelivered.deleting': 'Usuwamy tutaj i u odbiorcy ({name})…',
  'undelivered.undeleted':
    'Wynik został usunięty z tego urządzenia. Mógł dotrzeć do odbiorcy ({name}), ale nie ma jeszcze odpowiedzi.',
  'undelivered.send': 'Wyślij teraz',
  'undelivered.discard': 'Usuń',

  'error.config.invalid.cause': 'Weryfikacja twarzy jest źle ustawiona na tej stronie.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Nie było jeszcze Twojej zgody, więc kamera pozostała wyłączona.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause':
    'Ta strona nie jest bezpieczna, dlatego przeglądarka nie włącza kamery.',
  'error.env.insecure_context.remedy': 'Otwórz stronę przez https lub wybierz inną możliwość.',
  'error.env.unsupported.cause': 'Weryfikacja twarzy nie działa w tej przeglądarce.',
  'error.env.unsupported.remedy':
    'Użyj aktualnej wersji Chrome, Edge, Firefox lub Safari albo wybierz inną możliwość.',
  'error.env.policy_blocked.cause': 'Ta strona nie pozwala weryfikacji twarzy używać kamery.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Ta strona blokuje plik potrzebny do weryfikacji twarzy.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Przeglądarka blokuje plik potrzebny do weryfikacji twarzy.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.webgl_unavailable.cause': 'Ta przeglądarka nie może przetwarzać obrazów na urządzeniu.',
  'error.env.webgl_unavailable.remedy':
    'Włącz akcelerację grafiki, użyj innej przeglądarki lub wybierz inną możliwość.',
  'error.env.pixels_unreadable.cause': 'Ochrona prywatności w przeglądarce zmienia obrazy na tej stronie.',
  'error.env.pixels_unreadable.remedy':
    'Wybierz inną możliwość, wyłącz tę ochronę dla tej strony lub użyj innej przeglądarki.',
  'error.camera.permission_denied.cause': 'Dostęp do kamery nie jest dozwolony.',
  'error.camera.permission_denied.remedy':
    'Możesz kontynuować bez weryfikacji twarzy. Możesz też zezwolić na kamerę obok adresu strony i spróbować ponownie.',
  'error.camera.not_found.cause': 'Nie znaleziono żadnej kamery.',
  'error.camera.not_found.remedy': 'Podłącz kamerę i spróbuj ponownie lub kontynuuj bez weryfikacji twarzy.',
  'error.camera.in_use.cause': 'Kamera się nie uruchamia. Może jej używać inna aplikacja.',
  'error.camera.in_use.remedy': 'Zamknij inne aplikacje, które używają kamery, i spróbuj ponownie.',
  'error.camera.overconstrained.cause': 'Wybrana kamera nie jest już dostępna.',
  'error.camera.overconstrained.remedy': 'Spróbuj ponownie z inną kamerą.',
  'error.camera.no_answer.cause': 'Przeglądarka nie dostała odpowiedzi na pytanie o kamerę.',
  'error.camera.no_answer.remedy': 'Spróbuj ponownie i poszukaj pytania obok paska adresu.',
  'error.camera.aborted.cause': 'Przeglądarka przerwała uruchamianie kamery.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'Kamera została odłączona.',
  'error.camera.lost.remedy': 'Sprawdź kabel lub przełącznik kamery i spróbuj ponownie.',
  'error.camera.too_slow.cause': 'Kamera przesłała za mało obrazów.',
  'error.camera.too_slow.remedy': 'Włącz więcej światła, zamknij inne aplikacje i spróbuj ponownie.',
  'error.camera.no_frames.cause': 'Kamera jest włączona, ale nie pokazuje obrazu.',
  'error.camera.no_frames.remedy': 'Odsłoń kamerę lub wybierz inną i spróbuj ponownie.',
  'error.clip.unsupported.cause': 'Ta przeglądarka nie może nagrać wideo.',
  'error.clip.unsupported.remedy': 'Kontynuuj bez wideo. Weryfikacja jest taka sama.',
  'error.clip.wrong_length.cause': 'Nagranie zostało przerwane za wcześnie.',
  'error.clip.wrong_length.remedy': recordAgain,
  'error.assets.load_failed.cause': 'Część weryfikacji twarzy się nie wczytała.',
  'error.assets.load_failed.remedy': 'Sprawdź połączenie i spróbuj ponownie.',
  'error.assets.integrity_failed.cause':
    'Część weryfikacji twarzy zmieniła się po drodze, dlatego nie została użyta.',
  'error.assets.integrity_failed.remedy':
    'Spróbuj ponownie. Jeśli to się powtórzy, podaj platformie poniższy kod lub wybierz inną możliwość.',
  'error.assets.timeout.cause': 'Część weryfikacji twarzy wczytywała się zbyt długo.',
  'error.assets.timeout.remedy': 'Spróbuj ponownie na szybszym łączu lub wybierz inną możliwość.',
  'error.runtime.worker_failed.cause': 'Przetwarzanie na Twoim urządzeniu zostało przerwane.',
  'error.runtime.worker_failed.remedy': otherWay,
  'error.runtime.wasm_failed.cause': 'Przetwarzanie na Twoim urządzeniu nie mogło się zacząć.',
  'error.runtime.wasm_failed.remedy': otherWay,
  'error.runtime.model_failed.cause': 'Przetwarzanie na Twoim urządzeniu nie dało wyniku.',
  'error.runtime.model_failed.remedy': recordAgain,
  'error.runtime.timeout.cause': 'Przetwarzanie na Twoim urządzeniu trwało zbyt długo.',
  'error.runtime.timeout.remedy': 'Zamknij inne aplikacje i spróbuj ponownie lub wybierz inną możliwość.',
  'error.runtime.gpu_lost.cause': 'Układ graficzny Twojego urządzenia przestał działać.',
  'error.runtime.gpu_lost.remedy':
    'Spróbuj ponownie. Jeśli to się powtórzy, odśwież stronę lub wybierz inną możliwość.',
  'error.runtime.frozen.cause': 'Przetwarzanie na Twoim urządzeniu przestało odpowiadać.',
  'error.runtime.frozen.remedy': 'Zamknij inne aplikacje i spróbuj ponownie lub wybierz inną możliwość.',
  'error.capture.interrupted.cause':
    'W czasie nagrywania strona została opuszczona, dlatego nagranie usunięto.',
  'error.capture.interrupted.remedy': 'Pozostaw tę stronę na wierzchu i spróbuj ponownie.',
  'error.embedding.low_quality.cause': 'Za mało obrazów było wyraźnych.',
  'error.embedding.low_quality.remedy': 'Zwróć się do światła, nie ruszaj się i nagraj ponownie.',
  'error.crypto.unavailable.cause': 'Ta przeglądarka nie może zaszyfrować wyniku.',
  'error.crypto.unavailable.remedy': 'Użyj aktualnej przeglądarki lub kontynuuj bez weryfikacji twarzy.',
  'error.crypto.bad_public_key.cause': 'Klucz platformy nie działa, dlatego niczego nie można zaszyfrować.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'Platforma nie odpowiedziała.',
  'error.discovery.unreachable.remedy': 'Sprawdź połączenie i spróbuj ponownie.',
  'error.discovery.malformed.cause': 'Nie udało się odczytać ustawień platformy.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'Platforma używa nowszej wersji niż ta strona.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause':
    'Platforma nie ma ważnego klucza, dlatego niczego nie można zaszyfrować.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Klucz platformy nie pasuje do jej nazwy.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'Podpis kluczy platformy jest nieprawidłowy.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'Klucze platformy są nieaktualne.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'Platforma nie daje innej możliwości, dlatego weryfikacji twarzy nie będzie.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'Platforma nie podaje, jak porównuje twarze.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause': 'Platforma nie ma informacji w języku, który można tu pokazać.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'Platforma oczekuje innego rodzaju danych o twarzy.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'Platforma nie rozpoczęła weryfikacji.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Kilka kolejnych prób się nie powiodło.',
  'error.session.cooling_down.remedy': 'Kontynuuj bez weryfikacji twarzy lub wróć za pół godziny.',
  'error.session.attempts_exhausted.cause': 'Na razie nie masz już żadnych prób.',
  'error.session.attempts_exhausted.remedy': 'Kontynuuj bez weryfikacji twarzy lub wróć później.',
  'error.session.malformed.cause': 'Nie udało się odczytać odpowiedzi platformy.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'Platforma nie odpowiedziała.',
  'error.session.unreachable.remedy': 'Sprawdź połączenie i spróbuj ponownie.',
  'error.session.expired.cause': 'Minął czas na wysłanie wyniku.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Ta weryfikacja została już wysłana.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'Platforma nie zna tej weryfikacji.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Nie udało się połączyć z platformą.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'Platforma nie odpowiedziała na czas.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'Platforma jest teraz zajęta.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'Platforma nie przyjęła wyniku.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Nie udało się odczytać odpowiedzi platformy.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause': 'Ta weryfikacja została usunięta w innej karcie, dlatego jej nie wysłano.',
  'error.submit.discarded.remedy': recordAgain,
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
  'error.optout.unreachable.cause': 'Platforma nie odpowiedziała, więc nie zna jeszcze Twojego wyboru.',
  'error.optout.unreachable.remedy': 'Twój wybór się liczy. Spróbuj ponownie lub skontaktuj się z platformą.',
  'error.withdrawal.unreachable.cause': 'Platforma nie odpowiedziała.',
  'error.withdrawal.unreachable.remedy':
    'Nic się nie zmieniło. Spróbuj ponownie lub użyj potwierdzenia później.',
  'error.withdrawal.refused.cause': 'Platforma odrzuciła to żądanie.',
  'error.withdrawal.refused.remedy': 'Skontaktuj się z platformą i podaj numer potwierdzenia.',
  'error.internal.cause': 'Wystąpił nieoczekiwany problem.',
  'error.internal.remedy': otherWay,
};

/** Polish. */
export const pl: Messages = { ...first, ...plLater };

/** What `load.ts` takes of every language's file. */
export { pl as messages };
