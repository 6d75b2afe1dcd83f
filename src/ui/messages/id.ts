import type { FirstMessages } from './types.js';

const otherWay = 'Coba lagi, atau lanjutkan tanpa verifikasi wajah.';
const siteFault =
  'Anda tidak melakukan kesalahan. Sampaikan kode di bawah kepada marketplace, atau pilih opsi lain.';
const sendAgain = 'Kirim lagi saat Anda siap. Anda tidak perlu merekam ulang.';
const recordAgain = 'Rekam ulang, atau lanjutkan tanpa verifikasi wajah.';

/** Indonesian. */
export const id: FirstMessages = {
  'widget.name': 'Verifikasi wajah',
  'widget.language': 'Bahasa',
  'widget.optOut': 'Lanjutkan tanpa verifikasi wajah',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Batal',
  'widget.questions': 'Ada pertanyaan? Hubungi {name}:',
  'widget.newTab': '(membuka tab baru)',

  'loading.title': 'Memuat',
  'loading.body': 'Mengambil detail verifikasi. Kamera Anda mati.',

  'notice.title': 'Boleh verifikasi wajah Anda?',
  'notice.asks': 'Permintaan dari {name}',
  'notice.brief.stays':
    'Kamera merekam Anda selama lima detik saat Anda menggerakkan kepala. Videonya tetap di perangkat Anda.',
  'notice.brief.sent': 'Data biometrik wajah Anda dikirim secara terenkripsi.',
  'notice.brief.compared':
    'Pengenalan wajah membandingkannya dengan penjual lain. Sebagian kecocokan adalah kekeliruan, jadi petugas memeriksa setiap kecocokan.',
  'notice.brief.gallery':
    'Pengenalan wajah membandingkannya dengan {count} penjual. Hingga 1 dari {all} keliru dicocokkan. Petugas memeriksa setiap kasus.',
  'notice.brief.galleryWorst':
    'Pengenalan wajah membandingkannya dengan {count} penjual. Hingga 1 dari {all} keliru dicocokkan, di satu kelompok 1 dari {worst}. Petugas memeriksa setiap kasus.',
  'notice.brief.galleryShare':
    'Pengenalan wajah membandingkannya dengan {count} penjual. Hingga {all} keliru dicocokkan. Petugas memeriksa setiap kasus.',
  'notice.brief.galleryWorstShare':
    'Pengenalan wajah membandingkannya dengan {count} penjual. Hingga {all} keliru dicocokkan, di satu kelompok {worst}. Petugas memeriksa setiap kasus.',
  'notice.brief.groups':
    'Pengenalan wajah membandingkannya dengan penjual yang punya kesamaan dengan Anda, misalnya rekening bank. Sebagian kecocokan adalah kekeliruan, jadi petugas memeriksa setiap kecocokan.',
  'notice.brief.deleted': 'Dihapus setelah {duration}, atau segera setelah Anda menarik persetujuan.',
  'notice.stays': 'Tetap di perangkat Anda',
  'notice.sent': 'Dikirim, terenkripsi',
  'notice.threshold.value':
    'Petugas meninjau dua akun jika kemiripan wajahnya bernilai {value} atau lebih. Gambar yang sama bernilai 1.',
  'notice.threshold.fmr':
    'Sekitar 1 dari {count} pasangan orang yang berbeda mencapai nilai itu karena keliru.',
  'notice.threshold.worst':
    'Di kelompok dengan kekeliruan terbanyak ({group}), angkanya sekitar 1 dari {count} pasangan, dan mungkin 1 dari {most}.',
  'notice.threshold.ungrouped': 'Belum diukur apakah ini lebih sering terjadi pada kelompok orang tertentu.',
  'notice.threshold.fnmr': 'Sekitar {share} pasangan gambar dari orang yang sama tidak mencapai nilai itu.',
  'notice.threshold.seller': 'Untuk satu penjual yang dibandingkan dengan {count}: paling banyak {all}.',
  'notice.threshold.n': 'Diukur pada {count} pasangan orang yang berbeda.',
  'notice.threshold.link': 'Cara pengukurannya',
  'notice.details': 'Detail lainnya',
  'notice.group.recorded': 'Apa yang direkam dan dikirim',
  'notice.group.compared': 'Cara wajah dibandingkan',
  'notice.group.why': 'Siapa yang meminta, dan mengapa',
  'notice.group.kept': 'Penyimpanan dan penghapusan',
  'notice.group.rights': 'Hak Anda',
  'notice.controller': 'Siapa yang meminta',
  'notice.reason': 'Alasan',
  'notice.whyNow': 'Mengapa sekarang',
  'notice.regions': 'Berlaku di mana',
  'notice.recipients': 'Siapa yang menerima',
  'notice.storagePlace': 'Tempat penyimpanan',
  'notice.retention': 'Lama penyimpanan',
  'notice.removal': 'Cara menghapus',
  'notice.ifDeclined': 'Jika Anda menolak:',
  'notice.complaint': 'Pengaduan',
  'notice.policy': 'Kebijakan',
  'notice.policyLink': 'Baca kebijakan lengkap',
  'notice.version': 'Versi pemberitahuan ini:',
  'notice.extra': 'Opsional',
  'notice.alternatives': 'Opsi lain',
  'notice.statement': 'Yang Anda setujui',
  'notice.cameraOff': 'Kamera Anda tetap mati sampai Anda setuju.',
  'notice.consent': 'Saya setuju verifikasi wajah',
  'notice.consentDetail': 'Membuat data biometrik wajah saya',
  'notice.myData': 'Lihat atau hapus verifikasi sebelumnya',

  'permission.title': 'Izinkan akses kamera',
  'permission.body': 'Pilih “Izinkan” saat browser bertanya.',
  'permission.noSound': 'Suara tidak direkam.',
  'permission.notYet': 'Perekaman baru dimulai saat Anda memulainya.',
  'permission.waitingLong': 'Masih menunggu. Cari pertanyaan kamera di dekat bilah alamat.',

  'optedOut.title': 'Anda melanjutkan tanpa verifikasi wajah',
  'optedOut.posting': 'Memberi tahu marketplace…',
  'optedOut.next': 'Langkah selanjutnya:',
  'optedOut.case': 'Nomor kasus: {id}',
  'optedOut.time': 'Perkiraan waktu: {time}',
  'optedOut.open': 'Lanjutkan: {label}',

  'failed.title': 'Terjadi kesalahan',
  'failed.notHere': 'Verifikasi wajah tidak dapat dilakukan di sini',
  'failed.code': 'Kode: {code}',
  'failed.kept':
    'Hasil Anda yang terenkripsi masih tersimpan di perangkat ini. Selama halaman ini terbuka, pengiriman dicoba lagi secara otomatis.',
  'failed.keptInPage':
    'Hasil Anda yang terenkripsi hanya ada di halaman ini: browser ini tidak dapat menyimpannya. Selama halaman terbuka, pengiriman dicoba lagi secara otomatis.',
  'failed.notAccepted': 'Marketplace tidak menerima hasilnya.',
  'failed.retry': 'Coba lagi',
  'failed.sendAgain': 'Kirim lagi',
  'failed.noWay': 'Anda dapat menutup ini dan meminta opsi lain kepada marketplace.',
  'failed.tell': 'Anda tidak melakukan kesalahan. Sampaikan kode di bawah kepada marketplace.',
  'failed.againOrTell': 'Coba lagi. Jika terulang, sampaikan kode di bawah kepada marketplace.',

  'cancelled.title': 'Dibatalkan',
  'cancelled.retry': 'Mulai dari awal',

  'ended.nothingSent': 'Kamera mati. Tidak ada data wajah Anda yang dikirim.',
  'ended.maybeSent': 'Kamera mati. Hasil Anda mungkin sudah sampai di {name}, yang dapat menghapusnya.',
  'ended.asking': 'Kamera mati. Meminta {name} menghapus data yang mungkin sudah sampai…',
  'ended.nothingStored': 'Kamera mati. {name} memastikan bahwa tidak ada yang tersimpan.',
  'ended.mayHaveArrived':
    'Kamera mati. Hasil Anda sudah dihapus di perangkat ini. Hasil itu mungkin sudah sampai di {name}, yang belum menjawab.',
  'ended.askAgain': 'Minta penghapusan lagi',

  'undelivered.title': 'Verifikasi Anda pada {time} belum selesai',
  'undelivered.waiting':
    'Hasil terenkripsi tersimpan di perangkat ini. Hasil hanya dikirim jika Anda memilih “Kirim sekarang”. Jika Anda setuju di bawah, verifikasi baru dimulai dan yang ini dihapus.',
  'undelivered.until': 'Anda dapat mengirimnya sampai {time}. Setelah itu dihapus.',
  'undelivered.unanswered':
    '{name} belum mengonfirmasi hasil. Mungkin sudah sampai. Anda dapat meminta agar dihapus di sana.',
  'undelivered.deleting': 'Menghapus di sini dan di {name}…',
  'undelivered.undeleted':
    'Hasil sudah dihapus di perangkat ini. Hasil itu mungkin sudah sampai di {name}, yang belum menjawab.',
  'undelivered.send': 'Kirim sekarang',
  'undelivered.discard': 'Hapus hasil',

  'error.config.invalid.cause': 'Verifikasi wajah tidak diatur dengan benar di halaman ini.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Anda belum setuju, jadi kamera tetap mati.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause': 'Halaman ini tidak aman, jadi browser tidak menyalakan kamera.',
  'error.env.insecure_context.remedy': 'Buka halaman dengan https, atau pilih opsi lain.',
  'error.env.unsupported.cause': 'Verifikasi wajah tidak berfungsi di browser ini.',
  'error.env.unsupported.remedy':
    'Gunakan Chrome, Edge, Firefox, atau Safari versi terbaru, atau pilih opsi lain.',
  'error.env.policy_blocked.cause': 'Halaman ini tidak mengizinkan verifikasi wajah memakai kamera.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Halaman ini memblokir file yang diperlukan verifikasi wajah.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Browser Anda memblokir file yang diperlukan verifikasi wajah.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause':
    'Perlindungan privasi di browser Anda mengubah gambar yang dilihat halaman ini.',
  'error.env.pixels_unreadable.remedy':
    'Pilih opsi lain, matikan perlindungan itu untuk halaman ini, atau gunakan browser lain.',
  'error.camera.permission_denied.cause': 'Akses kamera tidak diizinkan.',
  'error.camera.permission_denied.remedy':
    'Anda dapat melanjutkan tanpa verifikasi wajah. Atau izinkan kamera di samping alamat halaman, lalu coba lagi.',
  'error.camera.not_found.cause': 'Kamera tidak ditemukan.',
  'error.camera.not_found.remedy': 'Sambungkan kamera dan coba lagi, atau lanjutkan tanpa verifikasi wajah.',
  'error.camera.in_use.cause': 'Kamera tidak menyala. Mungkin sedang dipakai aplikasi lain.',
  'error.camera.in_use.remedy': 'Tutup aplikasi lain yang memakai kamera, lalu coba lagi.',
  'error.camera.overconstrained.cause': 'Kamera yang Anda pilih tidak tersedia lagi.',
  'error.camera.overconstrained.remedy': 'Coba lagi untuk memakai kamera lain.',
  'error.camera.no_answer.cause': 'Browser tidak mendapat jawaban atas pertanyaan kamera.',
  'error.camera.no_answer.remedy': 'Coba lagi dan cari pertanyaannya di dekat bilah alamat.',
  'error.camera.aborted.cause': 'Browser berhenti membuka kamera.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'Sambungan kamera terputus.',
  'error.camera.lost.remedy': 'Periksa kabel atau sakelar kamera, lalu coba lagi.',
  'error.camera.too_slow.cause': 'Kamera mengirim terlalu sedikit gambar.',
  'error.camera.too_slow.remedy': 'Tambah cahaya, tutup aplikasi lain, lalu coba lagi.',
  'error.camera.no_frames.cause': 'Kamera menyala, tetapi tidak ada gambar.',
  'error.camera.no_frames.remedy': 'Buka penutup kamera atau nyalakan dengan sakelarnya, lalu coba lagi.',
  'error.assets.load_failed.cause': 'Satu bagian verifikasi wajah gagal dimuat.',
  'error.assets.load_failed.remedy': 'Periksa koneksi Anda, lalu coba lagi.',
  'error.assets.integrity_failed.cause':
    'Satu bagian verifikasi wajah berubah di perjalanan, jadi tidak dipakai.',
  'error.assets.integrity_failed.remedy':
    'Coba lagi. Jika terulang, sampaikan kode di bawah kepada marketplace, atau pilih opsi lain.',
  'error.assets.timeout.cause': 'Satu bagian verifikasi wajah terlalu lama dimuat.',
  'error.assets.timeout.remedy': 'Coba lagi dengan koneksi yang lebih cepat, atau pilih opsi lain.',
  'error.crypto.unavailable.cause': 'Browser ini tidak dapat mengenkripsi hasilnya.',
  'error.crypto.unavailable.remedy': 'Gunakan browser terbaru, atau lanjutkan tanpa verifikasi wajah.',
  'error.crypto.bad_public_key.cause': 'Sebuah kunci tidak berfungsi, jadi enkripsi tidak bisa dilakukan.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'Marketplace tidak menjawab.',
  'error.discovery.unreachable.remedy': 'Periksa koneksi Anda, lalu coba lagi.',
  'error.discovery.malformed.cause': 'Pengaturan marketplace tidak dapat dibaca.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'Marketplace memakai versi yang lebih baru dari halaman ini.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause':
    'Marketplace tidak punya kunci yang berlaku, jadi enkripsi tidak bisa dilakukan.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Sebuah kunci tidak sesuai dengan namanya.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'Tanda tangan kunci marketplace tidak berlaku.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'Kunci marketplace sudah kedaluwarsa.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'Marketplace tidak menawarkan opsi lain, jadi verifikasi wajah tidak dilakukan.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'Marketplace tidak menjelaskan cara membandingkan wajah.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause':
    'Marketplace tidak punya pemberitahuan dalam bahasa yang dapat ditampilkan.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'Marketplace memerlukan jenis data wajah yang lain.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'Marketplace tidak memulai verifikasi.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Beberapa percobaan berturut-turut tidak berhasil.',
  'error.session.cooling_down.remedy': 'Lanjutkan tanpa verifikasi wajah, atau kembali setengah jam lagi.',
  'error.session.attempts_exhausted.cause': 'Untuk saat ini kesempatan mencoba sudah habis.',
  'error.session.attempts_exhausted.remedy': 'Lanjutkan tanpa verifikasi wajah, atau kembali lagi nanti.',
  'error.session.malformed.cause': 'Jawaban marketplace tidak dapat dibaca.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'Marketplace tidak menjawab.',
  'error.session.unreachable.remedy': 'Periksa koneksi Anda, lalu coba lagi.',
  'error.session.expired.cause': 'Waktu untuk mengirim hasil sudah habis.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Verifikasi ini sudah dikirim.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'Marketplace tidak mengenali verifikasi ini.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Marketplace tidak dapat dihubungi.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'Marketplace tidak menjawab tepat waktu.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'Marketplace belum bisa menerima hasilnya sekarang.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'Marketplace tidak menerima hasilnya.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Jawaban marketplace tidak dapat dibaca.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause': 'Verifikasi ini dihapus di tab lain, jadi tidak dikirim.',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause': 'Marketplace tidak menjawab, jadi belum mengetahui pilihan Anda.',
  'error.optout.unreachable.remedy': 'Pilihan Anda tetap berlaku. Coba lagi, atau hubungi marketplace.',
  'error.storage.undeleted.cause':
    'Browser ini tidak mengonfirmasi penghapusan. Video yang Anda simpan mungkin masih ada di sini.',
  'error.storage.undeleted.remedy': 'Coba lagi, atau hapus data situs ini di browser Anda.',
  'error.internal.cause': 'Terjadi masalah yang tidak terduga.',
  'error.internal.remedy': otherWay,
};

export { id as messages };
