import type { DemoWords } from './words.js';

/** Turkish. */
export const tr: DemoWords = {
  name: 'Marktkiste (kurgusal bir pazaryeri)',
  place: 'Hamburg, Almanya',
  purpose: 'Bizde zaten bir satıcı hesabınız olup olmadığını kontrol ediyoruz.',
  reason:
    'Çıkarılan bazı satıcılar başka bir adla geri gelip yeniden dolandırıyor. Kişi başına tek hesap bunu zorlaştırır.',
  whyNow: 'Bir satıcı hesabı açıyorsunuz. Yalnızca bir kez soruyoruz.',
  regions: 'Marktkiste’nin bulunduğu her ülkede tüm yeni satıcılar için.',
  comparison:
    'Yüz tanıma, yüz verilerinizi katılan tüm diğer satıcılarınkiyle karşılaştırır. Satıcı sayısı hataların sık olacağı kadar çoksa bunun yerine bir insan durumunuza bakar.',
  sent: (numbers) =>
    `Yüz verileriniz: yüzünüzden hesaplanan ${numbers} sayı. Ayrıca kontrolün sözlü sonucu, çekimin uzunluğu, görüntü sayısı ve rızanız.`,
  notSent: 'Çekim. Ses hiçbir zaman kaydedilmez.',
  recipients:
    'Yalnızca inceleme ekibimiz. Verilerinizi satmayız, başkasına vermeyiz ve onlarla yazılım eğitmeyiz.',
  storagePlace: 'Bu gösterimin çalıştığı bilgisayarda, şifreli olarak. Anahtar veritabanının dışındadır.',
  removal:
    'Rızanızı istediğiniz zaman, neden göstermeden, son ekranda veya makbuzunuzla geri alabilirsiniz. Yüz verilerinizi hemen sileriz.',
  complaint: 'privacy@marktkiste.example adresine veya yaşadığınız yerdeki veri koruma kurumuna.',
  humanDecision:
    'Hesabınız hakkında hiçbir yazılım karar vermez. Bir eşleşmeyi açıklayabilirsiniz, örneğin ikizinizle.',
  ifDeclined: 'Yine de satabilirsiniz: kimlik belgesi, havale veya görüntülü görüşmeyle, ek ücret olmadan.',
  statement:
    'Marktkiste’nin kamera görüntümden yüzüme ait biyometrik veri oluşturmasını ve ikinci bir hesabı bulmak için diğer satıcılarınkiyle karşılaştırmasını kabul ediyorum.',
  legal: {
    basis: 'Hukuki dayanak açık rızanızdır (GDPR, madde 6(1)(a) ve 9(2)(a)).',
    rights: {
      access: 'Verilerinizi makbuzunuzla görün veya bir kopyasını isteyin.',
      rectification:
        'Yanlış bilgileri düzelttirin. Yüz verilerini değiştirmek için rızanızı geri alın ve yeniden çekim yapın.',
      portability: 'Verilerinizi tek bir dosya olarak alın.',
    },
    processors: 'Başka hiçbir şirket bu verilerle çalışmaz.',
    transfers: 'Avrupa Birliği dışına çıkmaz.',
    afterWithdrawal:
      'Rızanızın kanıtı üç yıl kalır: metni, tarihler, tek sözcükle sonuç ve kimlik numaraları. Yüzünüzle ilgili hiçbir şey ve satıcı numaranız kalmaz.',
    ageDeclaration: '18 yaşında veya daha büyüğüm.',
  },
  inThreeParts: {
    sent: (usual) =>
      `${usual} Göndermeden önce cihazınız yüz verilerini üç parçaya böler. Birer parça alan üç taraftan hiçbirinde bütünü yoktur, bizde de yoktur.`,
    comparison:
      'Yüz tanıma, yüz verilerinizi katılan tüm diğer satıcılarınkiyle karşılaştırır. Üç işletmeci karşılaştırmayı birlikte yapar ve hiç kimsenin yüz verilerini birleştirmez. Ortaya yalnızca daha önce görülüp görülmediğiniz çıkar; eşleşmede inceleme ekibimiz hangi hesap olduğunu da öğrenir.',
    recipients: (three) =>
      `İnceleme ekibimiz ve yüz verilerinin birer parçası için: ${three}. Bunlardan ikisi bir araya gelirse yüz verilerini birleştirebilir. Verilerinizi satmayız, başka kimseye vermeyiz ve onlarla yazılım eğitmeyiz.`,
    storagePlace: (usual) =>
      `${usual} Bu gösterimde üçü de kurgusaldır ve bu bilgisayarda çalışır, her birinin kendi veritabanı vardır: bilgisayar kimdeyse üç parça da ondadır.`,
    removal: (usual) =>
      `${usual} Üçünün her biri kendi parçasını siler ve bunun için bir makbuz imzalar; ulaşılamayan, ulaşılır olur olmaz siler.`,
    statement: (names) =>
      `Marktkiste’nin kamera görüntümden yüzüme ait biyometrik veri oluşturmasını ve ikinci bir hesabı bulmak için bunu üç parça hâlinde ${names} aracılığıyla diğer satıcılarınkiyle karşılaştırmasını kabul ediyorum.`,
    processors: (names) => `Yalnızca ${names}, her biri kendi parçasıyla.`,
  },
  alternatives: {
    'id-document': {
      label: 'Kimlik belgesi',
      expectedTime: 'Bir iş günü',
      next: 'Seçiminizi kaydettik. Kimlik belgenizin bir görüntüsünü gönderebileceğiniz bağlantıyı içeren bir e-posta alacaksınız. Bir insan bunu bir iş günü içinde inceler.',
    },
    'bank-check': {
      label: 'Banka havalesi',
      expectedTime: 'İki iş günü',
      next: 'Seçiminizi kaydettik. Açıklama kodu olan bir e-posta alacaksınız; bu kodla adınıza olan bir hesaptan 1 sent gönderin. Ad uyuşur uyuşmaz geri göndeririz.',
    },
    'video-call': {
      label: 'Bir insanla görüntülü görüşme',
      expectedTime: '10 dakika, üç iş günü içinde randevuyla',
      next: 'Seçiminizi kaydettik. Seçebileceğiniz randevuları içeren bir e-posta alacaksınız. Görüşme kaydedilmez.',
    },
    'second-account': {
      label: 'Zaten bir hesabım var ve ikinci bir hesaba ihtiyacım var',
      expectedTime: 'Bir iş günü',
      next: 'Bize söylediğiniz için teşekkürler. İkinci bir işletme gibi bir neden varsa ikinci hesaba izin verilir. Bir insan size bir iş günü içinde yazar; yüz kontrolü gerekmez.',
    },
  },
};
