import type { DeskMessages } from './desk-keys.js';

/** Vietnamese, for what is stored of a check, what was decided, and what the seller says to it. */
export const viDesk: DeskMessages = {
  'record.title': 'Những gì được lưu về bạn',
  'record.state': 'Trạng thái',
  'record.status': 'Kết quả',
  'record.receivedAt': 'Thời điểm nhận',
  'record.fields': 'Các mục dữ liệu',
  'record.threshold': 'So sánh',
  'record.verdict': 'Kiểm tra thực thể sống',
  'record.subject': 'Mã người bán của bạn',
  'record.envelope': 'Gói dữ liệu đã mã hóa',

  'stored.stored': 'Đang lưu',
  'stored.withdrawn': 'Đã rút lại sự đồng ý',
  'stored.deleted': 'Đã xóa',

  'decision.nothingFound': 'Việc so sánh không tìm thấy tài khoản tương tự.',
  'decision.open': 'Người xem xét chưa đưa ra quyết định.',
  'decision.asked': 'Người xem xét muốn nghe ý kiến của bạn trước khi quyết định.',
  'decision.again': 'Đang có người xem xét lại.',
  'decision.before': 'Kết luận trước đó: {found}',
  'decision.gone': 'Dữ liệu khuôn mặt đã được xóa.',
  'decision.found.same_person': 'Người xem xét kết luận rằng một tài khoản khác ở đây là của bạn.',
  'decision.found.different_person': 'Người xem xét kết luận rằng tài khoản kia là của người khác.',
  'decision.found.allowed_second_account': 'Người xem xét kết luận rằng bạn được phép có cả hai tài khoản.',
  'decision.found.no_concern': 'Đã có người xem xét và không thấy vấn đề gì.',
  'decision.byPerson': 'Do con người quyết định, {time}.',
  'decision.byMachine': 'Do phần mềm so sánh, {time}. Không có người nào tham gia.',
  'decision.since': 'Đang chờ từ {time}. Phần mềm không quyết định.',
  'decision.deletedAt': 'Đã xóa: {time}.',
  'decision.threshold':
    'Khi khuôn mặt của hai tài khoản đạt từ {value} điểm trở lên, sẽ có người xem hai tài khoản đó. Trong khoảng {count} cặp gồm hai người khác nhau, có 1 cặp đạt mức này do nhầm lẫn.',

  'contest.more': 'Viết thêm',
  'contest.body': 'Sẽ có người đọc và xem xét lại. Chỉ nhận chữ, không nhận hình ảnh hay tệp.',
  'contest.label': 'Lời nhắn của bạn',
  'contest.count': '{count}/{most} ký tự',
  'contest.send': 'Gửi cho người xem xét',
  'contest.sending': 'Đang gửi lời nhắn…',
  'contest.received': 'Đã nhận lời nhắn của bạn {time}. Sẽ có người xem xét lại.',
  'contest.left': 'Số lời nhắn còn gửi được: {count}',
  'contest.said': 'Những gì bạn đã viết',
  'contest.none': 'Bạn không thể gửi thêm lời nhắn ở đây. Hãy liên hệ sàn bán hàng.',

  'withdrawn.title': 'Đã rút lại sự đồng ý và xóa',
  'withdrawn.body': 'Sàn bán hàng xác nhận đã xóa {time}.',
  'withdrawn.waiting': 'Chưa phải mọi bên giữ một phần đều đã xác nhận xóa. Sàn bán hàng vẫn tiếp tục hỏi.',
  'withdrawn.unconfirmed': 'Chưa xác nhận',
  'withdrawn.next': 'Bạn có thể tiếp tục mà không kiểm tra khuôn mặt, hoặc bắt đầu lại.',

  'desk.again': 'Làm mới',
  'desk.name': 'Biên nhận kiểm tra khuôn mặt',
  'desk.body': 'Với biên nhận, bạn có thể xem những gì được lưu về mình và rút lại sự đồng ý.',
  'desk.file': 'Mở tệp biên nhận',
  'desk.fileBody':
    'Chọn tệp “candor-receipt-….json”. Tệp được đọc trên thiết bị này. Không có gì được gửi cho đến khi bạn bấm nút.',
  'desk.kept': 'Lưu trong trình duyệt này',
  'desk.looking': 'Đang tìm những gì trình duyệt này đã lưu…',
  'desk.keptNothing': 'Không có gì của bạn được lưu ở đây.',
  'desk.unread':
    'Bộ nhớ của trình duyệt không phản hồi. Có thể có dữ liệu được lưu ở đây. Hãy tải lại trang.',
  'desk.receiver': 'Lưu tại',
  'desk.watchClip': 'Xem video',
  'desk.hideClip': 'Đóng video',
  'desk.deleteClip': 'Xóa video',
  'desk.back': 'Quay lại',
  'desk.question': 'Rút lại sự đồng ý và xóa ngay?',
  'desk.questionBody':
    '{name} xóa dữ liệu khuôn mặt của bạn, và trang này xóa những gì đã lưu về lần kiểm tra này trong trình duyệt. Thao tác này không hoàn tác được. Bạn có thể kiểm tra lại sau.',
  'desk.no': 'Giữ dữ liệu của tôi',

  'mine.checkTitle': 'Lần kiểm tra khuôn mặt của bạn',
  'mine.clipUntil':
    'Đã mã hóa. Video và khóa bị xóa khỏi đây {time}, hoặc khi bạn rút lại sự đồng ý. Ai dùng được trình duyệt này đều xem được.',
  'mine.name': 'Dữ liệu kiểm tra khuôn mặt của tôi',
  'mine.title': 'Dữ liệu của tôi',
  'mine.body': 'Những gì trình duyệt này đã lưu về các lần kiểm tra khuôn mặt, và những gì {name} đang giữ.',
  'mine.check': 'Kiểm tra khuôn mặt, {time}',
  'mine.asking': 'Đang hỏi {name}…',
  'mine.unheard': '{name} không trả lời. Hãy mở để hỏi lại.',
  'mine.open': 'Mở: phản đối hoặc rút lại sự đồng ý',
  'mine.waiting': 'Kết quả đã mã hóa được lưu trên thiết bị này. Kết quả không tự gửi đi.',
  'mine.clipLost': 'Trình duyệt này đã mất khóa của video. Không ai xem được video nữa.',
  'mine.clip': 'Video của bạn, {time}',
  'mine.downloadClip': 'Tải video xuống',
  'mine.takeOut': 'Tải tất cả xuống trong một tệp',
  'mine.takeOutBody':
    'Một tệp JSON chứa toàn bộ dữ liệu của bạn và khóa của các biên nhận. Đừng chia sẻ tệp này.',
  'mine.takingOut': 'Đang chuẩn bị tệp…',
  'mine.takenOut': 'Tệp nằm trong mục tải xuống.',

  'review.clip': 'Video của bạn',
  'review.clipFailed': 'Trình duyệt của bạn không phát được video ở đây.',
  'review.replay': 'Phát video',

  'status.no_duplicate.title': 'Bạn đã hoàn tất kiểm tra khuôn mặt',
  'status.no_duplicate.word': 'Không có tài khoản tương tự',
  'status.no_duplicate.body': 'Không tìm thấy tài khoản người bán nào có khuôn mặt tương tự.',
  'status.needs_review.title': 'Cảm ơn bạn. Sẽ có người xem lần kiểm tra này',
  'status.needs_review.word': 'Đang có người xem xét',
  'status.needs_review.body':
    'Con người quyết định, không phải máy tính. Bạn có thể bổ sung thông tin hoặc phản đối.',

  'done.next.no_duplicate': 'Bạn đã xong. {name} đã nhận kết quả.',
  'done.next.needs_review':
    'Sẽ có người tại {name} xem kết quả. Không có thời hạn cố định. Biên nhận cho bạn biết tiến độ.',
  'done.until': 'Dữ liệu khuôn mặt của bạn được xóa chậm nhất {time}, hoặc ngay khi bạn rút lại sự đồng ý.',
  'done.notKept':
    'Trình duyệt này không lưu được biên nhận. Hãy tải xuống ngay: sau này bạn không lấy lại được.',
  'done.later': 'Hãy giữ biên nhận. Bạn chỉ cần biên nhận để xem, phản đối hoặc rút lại sự đồng ý sau này.',
  'done.receipt': 'Biên nhận của bạn',
  'done.number': 'Số biên nhận',
  'done.decidedAt': 'Ngày có kết quả',
  'done.deleteAfter': 'Xóa chậm nhất',
  'done.noticeVersion': 'Phiên bản thông báo',
  'done.download': 'Tải biên nhận xuống',

  'receipt.print': 'In biên nhận',

  'done.myData': 'Xem tiến độ',
  'done.withdraw': 'Rút lại sự đồng ý và xóa',
  'done.contest': 'Phản đối hoặc bổ sung thông tin',
  'done.contact': 'Để phản đối hoặc bổ sung thông tin, hãy liên hệ: {contact}',

  'verdict.live': 'Việc kiểm tra diễn ra tốt.',
  'verdict.not-live': 'Có phần chưa nhìn thấy rõ.',
  'verdict.inconclusive': 'Việc kiểm tra chưa cho câu trả lời rõ ràng.',

  'field.embedding': 'Dữ liệu khuôn mặt (sinh trắc học)',
  'field.liveness': 'Kết quả từng mục kiểm tra, bằng lời',
  'field.capture': 'Độ dài video, số hình ảnh',
  'field.consent': 'Sự đồng ý của bạn: số, nội dung, cách thức và thời gian',
  'field.padding': 'Phần bù để đủ kích thước cố định',

  'error.clip.unsupported.cause': 'Trình duyệt này không quay được video.',
  'error.clip.unsupported.remedy': 'Hãy tiếp tục không có video. Việc kiểm tra vẫn như vậy.',
  'error.embedding.low_quality.cause': 'Có quá ít hình ảnh đủ rõ.',
  'error.embedding.low_quality.remedy': 'Hãy quay mặt về phía ánh sáng, giữ yên và ghi hình lại.',
  'error.withdrawal.unreachable.cause': 'Sàn bán hàng không trả lời.',
  'error.withdrawal.unreachable.remedy':
    'Có thể đã xóa, có thể chưa. Hãy thử lại, hoặc dùng biên nhận sau: yêu cầu lại không sao cả.',
  'error.withdrawal.refused.cause': 'Sàn bán hàng từ chối yêu cầu.',
  'error.withdrawal.refused.remedy': 'Hãy liên hệ sàn bán hàng và cho biết số biên nhận.',
  'error.objection.unreachable.cause': 'Sàn bán hàng không trả lời. Lời nhắn của bạn có thể chưa đến.',
  'error.objection.unreachable.remedy':
    'Lời nhắn vẫn còn ở đây. Hãy gửi lại, hoặc xem những gì đang được lưu.',
  'error.objection.refused.cause': 'Bạn không thể phản đối lần kiểm tra này ở đây.',
  'error.objection.refused.remedy':
    'Có thể dữ liệu đã được xóa. Hãy liên hệ sàn bán hàng và cho biết số biên nhận.',
  'error.objection.exhausted.cause': 'Bạn không thể gửi thêm lời nhắn về lần kiểm tra này.',
  'error.objection.exhausted.remedy':
    'Sẽ có người đọc những gì bạn đã viết. Nếu cần thêm, hãy liên hệ sàn bán hàng.',
  'error.receipt.invalid.cause': 'Tệp này không phải biên nhận kiểm tra khuôn mặt.',
  'error.receipt.invalid.remedy': 'Hãy chọn tệp “candor-receipt-….json” mà bạn đã tải xuống.',
  'error.receipt.other_version.cause': 'Trang này không đọc được phiên bản biên nhận này.',
  'error.receipt.other_version.remedy': 'Hãy mở trên trang của sàn bán hàng, hoặc hỏi sàn bán hàng.',
  'error.receipt.unsafe_endpoint.cause':
    'Địa chỉ trong biên nhận này không an toàn nên không có gì được gửi đến đó.',
  'error.receipt.unsafe_endpoint.remedy': 'Hãy liên hệ sàn bán hàng và cho biết số biên nhận.',
  'error.receipt.endpoint_refused.cause':
    'Biên nhận này là của một sàn bán hàng khác nên không có gì được gửi đến đó.',
  'error.receipt.endpoint_refused.remedy': 'Hãy mở trên trang của sàn bán hàng đó.',
  'error.frame.no_answer.cause': 'Một phần của bước kiểm tra khuôn mặt tải quá lâu.',
  'error.frame.no_answer.remedy': 'Hãy kiểm tra kết nối mạng rồi thử lại.',
};

export { viDesk as messages };
