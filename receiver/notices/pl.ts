import type { DemoWords } from './words.js';

/** Polish. */
export const pl: DemoWords = {
  name: 'Marktkiste (fikcyjna platforma)',
  place: 'Hamburg, Niemcy',
  purpose: 'Sprawdzamy, czy masz już u nas konto sprzedającego.',
  reason:
    'Niektórzy wykluczeni sprzedający wracają pod innym nazwiskiem i znów oszukują. Jedno konto na osobę to utrudnia.',
  whyNow: 'Zakładasz konto sprzedającego. Pytamy tylko raz.',
  regions: 'Wszyscy nowi sprzedający, w każdym kraju, w którym działa Marktkiste.',
  comparison:
    'System rozpoznawania twarzy porównuje dane Twojej twarzy z danymi wszystkich innych sprzedających, którzy wzięli udział. Jeśli jest ich tak wielu, że pomyłki byłyby częste, zamiast tego Twój przypadek sprawdza człowiek.',
  sent: (numbers) =>
    `Dane Twojej twarzy: liczby (${numbers}) obliczone na podstawie Twojej twarzy. Do tego słowny wynik weryfikacji, długość nagrania, liczba jego obrazów i Twoja zgoda.`,
  notSent: 'Nagranie. Dźwięk nigdy nie jest nagrywany.',
  recipients:
    'Tylko nasz zespół sprawdzający. Nie sprzedajemy Twoich danych, nie przekazujemy ich i nie trenujemy na nich programów.',
  storagePlace: 'Na komputerze, na którym działa ten pokaz, zaszyfrowane, z kluczem poza bazą danych.',
  removal:
    'Zgodę możesz wycofać w każdej chwili, bez podania powodu, na ostatnim ekranie lub za pomocą potwierdzenia. Dane Twojej twarzy usuwamy od razu.',
  complaint: 'Do privacy@marktkiste.example lub do organu ochrony danych w miejscu, w którym mieszkasz.',
  humanDecision:
    'Żaden program nie decyduje o Twoim koncie. Możesz wyjaśnić dopasowanie, na przykład do bliźniaka.',
  ifDeclined: 'I tak możesz sprzedawać: z dokumentem, przelewem lub rozmową wideo, bez dodatkowych kosztów.',
  statement:
    'Zgadzam się, aby Marktkiste z obrazu mojej kamery tworzyło dane biometryczne mojej twarzy i porównywało je z danymi innych sprzedających, żeby znaleźć drugie konto.',
  legal: {
    basis: 'Podstawą prawną jest Twoja wyraźna zgoda (RODO, art. 6 ust. 1 lit. a oraz art. 9 ust. 2 lit. a).',
    rights: {
      access: 'Obejrzyj swoje dane za pomocą potwierdzenia albo poproś o kopię.',
      rectification:
        'Popraw błędne informacje. Żeby zmienić dane twarzy, wycofaj zgodę i nagraj się ponownie.',
      portability: 'Zabierz swoje dane w jednym pliku.',
    },
    processors: 'Żadna inna firma na nich nie pracuje.',
    transfers: 'Nie opuszczają Unii Europejskiej.',
    afterWithdrawal:
      'Dowód Twojej zgody zostaje na trzy lata: jej tekst, daty, wynik w jednym słowie i numery identyfikacyjne. Nic z Twojej twarzy ani Twój numer sprzedającego.',
    ageDeclaration: 'Mam co najmniej 18 lat.',
  },
  inThreeParts: {
    sent: (usual) =>
      `${usual} Przed wysłaniem Twoje urządzenie dzieli dane twarzy na trzy części. Nikt z trzech, którzy dostają po jednej części, nie ma ich w całości, i my też nie.`,
    comparison:
      'System rozpoznawania twarzy porównuje dane Twojej twarzy z danymi wszystkich innych sprzedających, którzy wzięli udział. Trzej operatorzy porównują je wspólnie i nie składają przy tym niczyich danych. Wynikiem jest tylko to, czy już u nas byłeś lub byłaś; przy dopasowaniu nasz zespół sprawdzający dowiaduje się też, z którym kontem.',
    recipients: (three) =>
      `Nasz zespół sprawdzający oraz, z jedną częścią danych twarzy każdy: ${three}. Dwaj z nich razem mogliby złożyć dane twarzy w całość. Nie sprzedajemy Twoich danych, nie dajemy ich nikomu innemu i nie trenujemy na nich programów.`,
    storagePlace: (usual) =>
      `${usual} W tym pokazie wszyscy trzej są fikcyjni i działają na tym komputerze, każdy z własną bazą danych: kto ma komputer, ma wszystkie trzy części.`,
    removal: (usual) =>
      `${usual} Każdy z trzech usuwa swoją część i podpisuje pokwitowanie; kto jest nieosiągalny, zrobi to, gdy tylko znów będzie osiągalny.`,
    statement: (names) =>
      `Zgadzam się, aby Marktkiste z obrazu mojej kamery tworzyło dane biometryczne mojej twarzy i aby ${names} porównywali je w trzech częściach z danymi innych sprzedających, żeby znaleźć drugie konto.`,
    processors: (names) => `Tylko ${names}, każdy ze swoją częścią.`,
  },
  alternatives: {
    'id-document': {
      label: 'Dokument tożsamości',
      expectedTime: 'Jeden dzień roboczy',
      next: 'Zapisaliśmy Twój wybór. Dostaniesz e-mail z linkiem, przez który prześlesz zdjęcie dokumentu tożsamości. Człowiek sprawdzi je w ciągu jednego dnia roboczego.',
    },
    'bank-check': {
      label: 'Przelew bankowy',
      expectedTime: 'Dwa dni robocze',
      next: 'Zapisaliśmy Twój wybór. Dostaniesz e-mail z tytułem przelewu; przelej z nim 1 cent z konta na Twoje nazwisko. Odeślemy go, gdy tylko nazwisko się zgodzi.',
    },
    'video-call': {
      label: 'Rozmowa wideo z człowiekiem',
      expectedTime: '10 minut, termin w ciągu trzech dni roboczych',
      next: 'Zapisaliśmy Twój wybór. Dostaniesz e-mail z terminami do wyboru. Rozmowa nie jest nagrywana.',
    },
    'second-account': {
      label: 'Mam już konto i potrzebuję drugiego',
      expectedTime: 'Jeden dzień roboczy',
      next: 'Dziękujemy za informację. Drugie konto jest dozwolone, jeśli jest powód, na przykład druga działalność. Człowiek napisze do Ciebie w ciągu jednego dnia roboczego; weryfikacja twarzy nie jest potrzebna.',
    },
  },
};
