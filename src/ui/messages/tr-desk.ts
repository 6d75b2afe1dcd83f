import type { DeskMessages } from './desk-keys.js';

/** Turkish, for what is stored of a check, what was decided, and what the seller says to it. */
export const trDesk: DeskMessages = {
  'record.title': 'Hakkınızda saklananlar',
  'record.state': 'Durum',
  'record.status': 'Sonuç',
  'record.receivedAt': 'Alınma zamanı',
  'record.fields': 'Alanlar',
  'record.threshold': 'Karşılaştırma',
  'record.verdict': 'Canlılık testi',
  'record.subject': 'Satıcı numaranız',
  'record.envelope': 'Şifreli mesaj',

  'stored.stored': 'Saklanıyor',
  'stored.withdrawn': 'Rıza geri alındı',
  'stored.deleted': 'Silindi',

  'decision.nothingFound': 'Karşılaştırmada benzer bir hesap çıkmadı.',
  'decision.open': 'Henüz bir insan karar vermedi.',
  'decision.asked': 'Bir insan, karar vermeden önce sizi dinlemek istiyor.',
  'decision.again': 'Bir insan yeniden bakıyor.',
  'decision.before': 'Önceki sonuç: {found}',
  'decision.gone': 'Yüz verileri silindi.',
  'decision.found.same_person': 'İnceleyen kişiye göre buradaki başka bir hesap da sizin.',
  'decision.found.different_person': 'İnceleyen kişiye göre diğer hesap başka birinin.',
  'decision.found.allowed_second_account': 'İnceleyen kişiye göre iki hesabınız da olabilir.',
  'decision.found.no_concern': 'Bir insan baktı ve bir sorun görmedi.',
  'decision.byPerson': 'Kararı bir insan verdi, {time}.',
  'decision.byMachine': 'Yazılım karşılaştırdı, {time}. İnsan incelemesi olmadı.',
  'decision.since': 'Bekleme başlangıcı: {time}. Yazılım karar vermez.',
  'decision.deletedAt': 'Silinme: {time}.',
  'decision.threshold':
    'Yüz benzerliği {value} veya üzerindeyse iki hesaba bir insan bakar. Farklı kişilerden oluşan her {count} çiftten yaklaşık 1’i yanlışlıkla bu değere ulaşır.',

  'contest.more': 'Ek mesaj yaz',
  'contest.body': 'Bir insan okuyup yeniden bakacak. Yalnızca metin; görüntü veya dosya olmaz.',
  'contest.label': 'Mesajınız',
  'contest.count': '{count} / {most} karakter',
  'contest.send': 'Bir insana gönder',
  'contest.sending': 'Mesaj gönderiliyor…',
  'contest.received': 'Mesajınız {time} tarihinde ulaştı. Bir insan yeniden bakacak.',
  'contest.left': 'Gönderebileceğiniz mesaj: {count}',
  'contest.said': 'Yazdıklarınız',
  'contest.none': 'Buradan başka mesaj gönderemezsiniz. Pazaryerine başvurun.',

  'withdrawn.title': 'Rıza geri alındı, veriler silindi',
  'withdrawn.body': 'Pazaryeri, verilerin {time} tarihinde silindiğini doğruladı.',
  'withdrawn.waiting':
    'Bir parça saklayanların hepsi silme işlemini henüz doğrulamadı. Pazaryeri sormaya devam ediyor.',
  'withdrawn.unconfirmed': 'Henüz doğrulanmadı',
  'withdrawn.next': 'Yüz kontrolü olmadan devam edebilir veya yeniden başlayabilirsiniz.',

  'desk.again': 'Yenile',
  'desk.name': 'Yüz kontrolü makbuzları',
  'desk.body': 'Makbuzunuzla hakkınızda saklananları görebilir ve rızanızı geri alabilirsiniz.',
  'desk.file': 'Makbuz dosyası aç',
  'desk.fileBody':
    '“candor-receipt-….json” dosyasını seçin. Dosya bu cihazda okunur. Siz bir düğmeye basana kadar hiçbir şey gönderilmez.',
  'desk.kept': 'Bu tarayıcıda saklananlar',
  'desk.looking': 'Bu tarayıcıda saklananlara bakılıyor…',
  'desk.keptNothing': 'Burada sizin için saklanan bir şey yok.',
  'desk.unread':
    'Tarayıcının depolama alanı yanıt vermedi. Burada saklanan bir şey olabilir. Sayfayı yenileyin.',
  'desk.receiver': 'Saklandığı yer',
  'desk.watchClip': 'Videoyu izle',
  'desk.hideClip': 'Videoyu kapat',
  'desk.deleteClip': 'Videoyu sil',
  'desk.back': 'Geri',
  'desk.question': 'Rıza geri alınıp veriler silinsin mi?',
  'desk.questionBody':
    '{name} yüz verilerinizi siler, bu site de bu kontrolden bu tarayıcıda sakladıklarını siler. Bu geri alınamaz. Daha sonra yeni bir kontrol yapabilirsiniz.',
  'desk.no': 'Verilerim kalsın',

  'mine.checkTitle': 'Yüz kontrolünüz',
  'mine.clipUntil':
    'Şifreli. {time} tarihinde veya rızanızı geri aldığınızda anahtarıyla birlikte buradan silinir. Bu tarayıcıyı kullanabilen herkes izleyebilir.',
  'mine.name': 'Yüz kontrolü verilerim',
  'mine.title': 'Verilerim',
  'mine.body': 'Bu tarayıcının yüz kontrollerinizden sakladıkları ve {name} tarafından tutulanlar.',
  'mine.check': 'Yüz kontrolü, {time}',
  'mine.asking': 'Soruluyor: {name}…',
  'mine.unheard': '{name} yanıt vermedi. Yeniden sormak için açın.',
  'mine.open': 'Aç: itiraz et veya rızayı geri al',
  'mine.waiting': 'Şifreli sonuç bu cihazda saklanıyor. Kendiliğinden gönderilmez.',
  'mine.clipLost': 'Bu tarayıcı, videonun anahtarını yitirdi. Artık kimse izleyemez.',
  'mine.clip': 'Videonuz, {time}',
  'mine.downloadClip': 'Videoyu indir',
  'mine.takeOut': 'Tümünü tek dosya olarak indir',
  'mine.takeOutBody':
    'Tüm verilerinizi ve makbuzlarınızın anahtarlarını içeren bir JSON dosyası. Kimseyle paylaşmayın.',
  'mine.takingOut': 'Dosya hazırlanıyor…',
  'mine.takenOut': 'Dosya, indirilenler arasında.',

  'review.clip': 'Videonuz',
  'review.clipFailed': 'Tarayıcınız videoyu burada oynatamıyor.',
  'review.replay': 'Videoyu oynat',

  'status.no_duplicate.title': 'Yüz kontrolünüz tamamlandı',
  'status.no_duplicate.word': 'Benzer hesap bulunmadı',
  'status.no_duplicate.body': 'Benzer bir yüze sahip satıcı hesabı bulunmadı.',
  'status.needs_review.title': 'Teşekkürler. Kontrolünüze bir insan bakacak',
  'status.needs_review.word': 'Bir insan bakıyor',
  'status.needs_review.body':
    'Kararı bilgisayar değil, insan verir. Bilgi ekleyebilir veya itiraz edebilirsiniz.',

  'done.next.no_duplicate': 'Her şey tamam. Sonuç {name} tarafından alındı.',
  'done.next.needs_review':
    'Sonuca bir insan bakacak ({name}). Belirli bir süre yok. Durumu makbuzunuzla görebilirsiniz.',
  'done.until': 'Yüz verileriniz {time} tarihine kadar veya rızanızı geri alır almaz silinir.',
  'done.notKept': 'Bu tarayıcı makbuzu saklayamıyor. Lütfen şimdi indirin; sonradan alamazsınız.',
  'done.later':
    'Makbuzunuzu saklayın. Sonradan bakmak, itiraz etmek veya rızanızı geri almak için o yeterlidir.',
  'done.receipt': 'Makbuzunuz',
  'done.number': 'Makbuz numarası',
  'done.decidedAt': 'Sonuç tarihi',
  'done.deleteAfter': 'En geç silinme tarihi',
  'done.noticeVersion': 'Aydınlatma metni sürümü',
  'done.download': 'Makbuzu indir',

  'receipt.print': 'Makbuzu yazdır',

  'done.myData': 'Durumu gör',
  'done.withdraw': 'Rızayı geri al ve sil',
  'done.contest': 'İtiraz et veya bilgi ekle',
  'done.contact': 'İtiraz etmek veya bilgi eklemek için: {contact}',

  'verdict.live': 'Kontrol iyi geçti.',
  'verdict.not-live': 'Her şey net görülemedi.',
  'verdict.inconclusive': 'Kontrol net bir yanıt vermedi.',

  'field.embedding': 'Yüz verileri (biyometrik)',
  'field.liveness': 'Her testin sonucu, sözle',
  'field.capture': 'Video süresi, görüntü sayısı',
  'field.consent': 'Rızanız: numara, içerik, yöntem ve zaman',
  'field.padding': 'Sabit boyuta tamamlama',

  'error.clip.unsupported.cause': 'Bu tarayıcı video çekemiyor.',
  'error.clip.unsupported.remedy': 'Video olmadan devam edin. Kontrol aynıdır.',
  'error.embedding.low_quality.cause': 'Çok az görüntü yeterince netti.',
  'error.embedding.low_quality.remedy': 'Işığa dönün, sabit durun ve yeniden çekim yapın.',
  'error.withdrawal.unreachable.cause': 'Pazaryerinden yanıt gelmedi.',
  'error.withdrawal.unreachable.remedy':
    'Silinmiş olabilir de olmayabilir de. Yeniden deneyin ya da makbuzunuzu sonra kullanın: birden çok kez isteyebilirsiniz.',
  'error.withdrawal.refused.cause': 'Pazaryeri isteği geri çevirdi.',
  'error.withdrawal.refused.remedy': 'Makbuz numaranızla pazaryerine başvurun.',
  'error.objection.unreachable.cause': 'Pazaryerinden yanıt gelmedi. Mesajınız ulaşmamış olabilir.',
  'error.objection.unreachable.remedy':
    'Mesajınız hâlâ burada. Yeniden gönderin veya nelerin saklandığına bakın.',
  'error.objection.refused.cause': 'Bu kontrole buradan itiraz edemezsiniz.',
  'error.objection.refused.remedy': 'Silinmiş olabilir. Makbuz numaranızla pazaryerine başvurun.',
  'error.objection.exhausted.cause': 'Bu kontrolle ilgili başka mesaj gönderemezsiniz.',
  'error.objection.exhausted.remedy':
    'Yazdıklarınızı bir insan okuyacak. Diğer konular için pazaryerine başvurun.',
  'error.receipt.invalid.cause': 'Bu dosya bir yüz kontrolü makbuzu değil.',
  'error.receipt.invalid.remedy': 'İndirdiğiniz “candor-receipt-….json” dosyasını seçin.',
  'error.receipt.other_version.cause': 'Bu sayfa, makbuzun bu sürümünü okuyamıyor.',
  'error.receipt.other_version.remedy': 'Pazaryerinin kendi sayfasında açın veya pazaryerine sorun.',
  'error.receipt.unsafe_endpoint.cause':
    'Bu makbuzdaki adres güvenli değil; bu yüzden oraya hiçbir şey gönderilmedi.',
  'error.receipt.unsafe_endpoint.remedy': 'Makbuz numaranızla pazaryerine başvurun.',
  'error.receipt.endpoint_refused.cause':
    'Bu makbuz başka bir pazaryerine ait; bu yüzden oraya hiçbir şey gönderilmedi.',
  'error.receipt.endpoint_refused.remedy': 'O pazaryerinin sayfasında açın.',
  'error.frame.no_answer.cause': 'Yüz kontrolünün bir bölümü çok geç yüklendi.',
  'error.frame.no_answer.remedy': 'Bağlantınızı kontrol edip yeniden deneyin.',
};

export { trDesk as messages };
