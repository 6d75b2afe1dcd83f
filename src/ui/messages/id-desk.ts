import type { DeskMessages } from './desk-keys.js';

/** Indonesian, for what is stored of a check, what was decided, and what the seller says to it. */
export const idDesk: DeskMessages = {
  'record.title': 'Data Anda yang tersimpan',
  'record.state': 'Status',
  'record.status': 'Hasil',
  'record.receivedAt': 'Diterima',
  'record.fields': 'Isi data',
  'record.threshold': 'Perbandingan',
  'record.verdict': 'Pemeriksaan kehadiran di kamera',
  'record.subject': 'ID penjual Anda',
  'record.envelope': 'Pesan terenkripsi',

  'stored.stored': 'Tersimpan',
  'stored.withdrawn': 'Persetujuan ditarik',
  'stored.deleted': 'Dihapus',

  'decision.nothingFound': 'Perbandingan tidak menemukan akun yang mirip.',
  'decision.open': 'Petugas belum memutuskan.',
  'decision.asked': 'Petugas ingin mendengar penjelasan Anda sebelum memutuskan.',
  'decision.again': 'Petugas sedang meninjaunya lagi.',
  'decision.before': 'Hasil sebelumnya: {found}',
  'decision.gone': 'Data wajah sudah dihapus.',
  'decision.found.same_person': 'Petugas menyimpulkan bahwa akun lain di sini juga milik Anda.',
  'decision.found.different_person': 'Petugas menyimpulkan bahwa akun lain itu milik orang lain.',
  'decision.found.allowed_second_account': 'Petugas menyimpulkan bahwa Anda boleh memiliki kedua akun.',
  'decision.found.no_concern': 'Petugas sudah meninjau dan tidak ada masalah.',
  'decision.byPerson': 'Diputuskan oleh petugas, {time}.',
  'decision.byMachine': 'Dibandingkan oleh program, {time}. Tanpa melibatkan petugas.',
  'decision.since': 'Menunggu sejak {time}. Program tidak memutuskan.',
  'decision.deletedAt': 'Waktu penghapusan: {time}.',
  'decision.threshold':
    'Petugas meninjau dua akun jika kemiripan wajahnya bernilai {value} atau lebih. Sekitar 1 dari {count} pasangan orang yang berbeda mencapai nilai itu karena keliru.',

  'contest.more': 'Tulis lagi',
  'contest.body': 'Petugas akan membaca pesan Anda dan meninjau lagi. Hanya teks, tanpa gambar atau file.',
  'contest.label': 'Pesan Anda',
  'contest.count': '{count} dari {most} karakter',
  'contest.send': 'Kirim ke petugas',
  'contest.sending': 'Mengirim…',
  'contest.received': 'Pesan Anda sampai pada {time}. Petugas akan meninjau lagi.',
  'contest.left': 'Sisa pesan yang dapat dikirim: {count}',
  'contest.said': 'Yang Anda tulis',
  'contest.none': 'Anda tidak dapat mengirim pesan lagi di sini. Silakan hubungi marketplace.',

  'withdrawn.title': 'Persetujuan ditarik dan data dihapus',
  'withdrawn.body': 'Marketplace memastikan bahwa data dihapus pada {time}.',
  'withdrawn.waiting':
    'Belum semua yang menyimpan satu bagian memastikan penghapusan. Marketplace terus menanyakannya.',
  'withdrawn.unconfirmed': 'Belum dipastikan',
  'withdrawn.next': 'Anda dapat melanjutkan tanpa verifikasi wajah, atau mulai lagi.',

  'desk.again': 'Segarkan',
  'desk.name': 'Tanda terima verifikasi wajah',
  'desk.body': 'Dengan tanda terima, Anda dapat melihat data Anda yang tersimpan dan menarik persetujuan.',
  'desk.file': 'Buka file tanda terima',
  'desk.fileBody':
    'Pilih file “candor-receipt-….json”. File dibaca di perangkat ini. Tidak ada yang dikirim sebelum Anda menekan tombol.',
  'desk.kept': 'Tersimpan di browser ini',
  'desk.looking': 'Mencari yang tersimpan di browser ini…',
  'desk.keptNothing': 'Tidak ada yang tersimpan untuk Anda di sini.',
  'desk.unread':
    'Penyimpanan browser tidak merespons. Mungkin ada yang tersimpan di sini. Muat ulang halaman.',
  'desk.receiver': 'Disimpan oleh',
  'desk.watchClip': 'Tonton video',
  'desk.hideClip': 'Tutup video',
  'desk.deleteClip': 'Hapus video',
  'desk.back': 'Kembali',
  'desk.question': 'Tarik persetujuan dan hapus sekarang?',
  'desk.questionBody':
    '{name} menghapus data wajah Anda, dan situs ini menghapus yang disimpannya dari verifikasi ini di browser ini. Ini tidak dapat dibatalkan. Anda dapat melakukan verifikasi baru nanti.',
  'desk.no': 'Tetap simpan data saya',

  'mine.checkTitle': 'Verifikasi wajah Anda',
  'mine.clipUntil':
    'Terenkripsi. Dihapus di sini bersama kuncinya pada {time}, atau saat Anda menarik persetujuan. Siapa pun yang dapat memakai browser ini dapat menontonnya.',
  'mine.name': 'Data verifikasi wajah saya',
  'mine.title': 'Data saya',
  'mine.body': 'Yang disimpan browser ini dari verifikasi wajah Anda, dan yang ada di {name}.',
  'mine.check': 'Verifikasi wajah, {time}',
  'mine.asking': 'Menanyakan kepada {name}…',
  'mine.unheard': '{name} tidak menjawab. Buka untuk bertanya lagi.',
  'mine.open': 'Buka: keberatan atau tarik persetujuan',
  'mine.waiting': 'Hasil terenkripsi tersimpan di perangkat ini. Tidak dikirim dengan sendirinya.',
  'mine.clipLost': 'Browser ini kehilangan kunci video ini. Tidak ada lagi yang dapat menontonnya.',
  'mine.clip': 'Video Anda, {time}',
  'mine.downloadClip': 'Unduh video',
  'mine.takeOut': 'Unduh semua dalam satu file',
  'mine.takeOutBody': 'File JSON berisi semua data Anda dan kunci tanda terima Anda. Jangan dibagikan.',
  'mine.takingOut': 'Menyiapkan file…',
  'mine.takenOut': 'File ada di folder unduhan Anda.',

  'review.clip': 'Video Anda',
  'review.clipFailed': 'Browser Anda tidak dapat memutar video di sini.',
  'review.replay': 'Putar video',

  'status.no_duplicate.title': 'Verifikasi wajah Anda selesai',
  'status.no_duplicate.word': 'Tidak ada akun yang mirip',
  'status.no_duplicate.body': 'Tidak ditemukan akun penjual dengan wajah yang mirip.',
  'status.needs_review.title': 'Terima kasih. Petugas akan meninjau verifikasi Anda',
  'status.needs_review.word': 'Sedang ditinjau petugas',
  'status.needs_review.body':
    'Yang memutuskan petugas, bukan komputer. Anda dapat menambah keterangan atau mengajukan keberatan.',

  'done.next.no_duplicate': 'Anda sudah selesai. Hasilnya ada di {name}.',
  'done.next.needs_review':
    'Petugas di {name} akan meninjaunya. Tidak ada batas waktu tetap. Tanda terima Anda menunjukkan perkembangannya.',
  'done.until': 'Data wajah Anda dihapus paling lambat {time}, atau segera setelah Anda menarik persetujuan.',
  'done.notKept':
    'Browser ini tidak dapat menyimpan tanda terima. Harap unduh sekarang: Anda tidak dapat memperolehnya lagi nanti.',
  'done.later':
    'Simpan tanda terima Anda. Hanya itu yang Anda perlukan untuk melihat, mengajukan keberatan, atau menarik persetujuan nanti.',
  'done.receipt': 'Tanda terima Anda',
  'done.number': 'Nomor tanda terima',
  'done.decidedAt': 'Hasil dari',
  'done.deleteAfter': 'Dihapus paling lambat',
  'done.noticeVersion': 'Versi pemberitahuan',
  'done.download': 'Unduh tanda terima',

  'receipt.print': 'Cetak tanda terima',

  'done.myData': 'Lihat perkembangan',
  'done.withdraw': 'Tarik persetujuan dan hapus',
  'done.contest': 'Ajukan keberatan atau keterangan',
  'done.contact': 'Untuk keberatan atau keterangan, hubungi: {contact}',

  'verdict.live': 'Verifikasi berjalan baik.',
  'verdict.not-live': 'Tidak semuanya terlihat jelas.',
  'verdict.inconclusive': 'Verifikasi tidak memberi hasil yang jelas.',

  'field.embedding': 'Data wajah (biometrik)',
  'field.liveness': 'Hasil setiap pemeriksaan, dengan kata-kata',
  'field.capture': 'Durasi video, jumlah gambar',
  'field.consent': 'Persetujuan Anda: nomor, isi, cara, dan waktu',
  'field.padding': 'Pengisi agar ukurannya tetap',

  'error.clip.unsupported.cause': 'Browser ini tidak dapat merekam video.',
  'error.clip.unsupported.remedy': 'Lanjutkan tanpa video. Verifikasinya tetap sama.',
  'error.embedding.low_quality.cause': 'Terlalu sedikit gambar yang cukup jelas.',
  'error.embedding.low_quality.remedy': 'Hadapkan wajah ke cahaya, jangan bergerak, lalu rekam ulang.',
  'error.withdrawal.unreachable.cause': 'Marketplace tidak menjawab.',
  'error.withdrawal.unreachable.remedy':
    'Mungkin sudah dihapus, mungkin belum. Coba lagi, atau pakai tanda terima Anda nanti: Anda boleh meminta beberapa kali.',
  'error.withdrawal.refused.cause': 'Marketplace menolak permintaan itu.',
  'error.withdrawal.refused.remedy': 'Hubungi marketplace dengan nomor tanda terima Anda.',
  'error.objection.unreachable.cause': 'Marketplace tidak menjawab. Pesan Anda mungkin belum sampai.',
  'error.objection.unreachable.remedy':
    'Pesannya masih ada di sini. Kirim lagi, atau lihat data yang tersimpan.',
  'error.objection.refused.cause': 'Keberatan atas verifikasi ini tidak dapat diajukan di sini.',
  'error.objection.refused.remedy':
    'Mungkin sudah dihapus. Hubungi marketplace dengan nomor tanda terima Anda.',
  'error.objection.exhausted.cause': 'Anda tidak dapat mengirim pesan lagi tentang verifikasi ini.',
  'error.objection.exhausted.remedy': 'Petugas akan membaca pesan Anda. Untuk hal lain, hubungi marketplace.',
  'error.receipt.invalid.cause': 'File ini bukan tanda terima verifikasi wajah.',
  'error.receipt.invalid.remedy': 'Pilih file “candor-receipt-….json” yang Anda unduh.',
  'error.receipt.other_version.cause': 'Halaman ini tidak dapat membaca versi tanda terima ini.',
  'error.receipt.other_version.remedy':
    'Buka di halaman marketplace itu sendiri, atau tanyakan kepada marketplace.',
  'error.receipt.unsafe_endpoint.cause':
    'Alamat di tanda terima ini tidak aman, jadi tidak ada yang dikirim ke sana.',
  'error.receipt.unsafe_endpoint.remedy': 'Hubungi marketplace dengan nomor tanda terima Anda.',
  'error.receipt.endpoint_refused.cause':
    'Tanda terima ini dari marketplace lain, jadi tidak ada yang dikirim ke sana.',
  'error.receipt.endpoint_refused.remedy': 'Buka di halaman marketplace tersebut.',
  'error.frame.no_answer.cause': 'Satu bagian verifikasi wajah terlalu lama dimuat.',
  'error.frame.no_answer.remedy': 'Periksa koneksi Anda, lalu coba lagi.',
};

export { idDesk as messages };
