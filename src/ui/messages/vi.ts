import type { FirstMessages } from './types.js';

const otherWay = 'Hãy thử lại, hoặc tiếp tục mà không kiểm tra khuôn mặt.';
const siteFault = 'Đây không phải lỗi của bạn. Hãy báo mã bên dưới cho sàn bán hàng, hoặc chọn cách khác.';
const sendAgain = 'Hãy gửi lại khi bạn sẵn sàng. Bạn không cần ghi hình lại.';
const recordAgain = 'Hãy ghi hình lại, hoặc tiếp tục mà không kiểm tra khuôn mặt.';
const checkConnection = 'Hãy kiểm tra kết nối mạng rồi thử lại.';

/** Vietnamese. */
export const vi: FirstMessages = {
  'widget.name': 'Kiểm tra khuôn mặt',
  'widget.language': 'Ngôn ngữ',
  'widget.optOut': 'Bỏ qua kiểm tra khuôn mặt',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Hủy',
  'widget.questions': 'Bạn có câu hỏi? Liên hệ {name}:',
  'widget.newTab': '(mở thẻ mới)',

  'loading.title': 'Đang tải',
  'loading.body': 'Đang tải thông tin về lần kiểm tra. Camera của bạn đang tắt.',

  'notice.title': 'Cho phép kiểm tra khuôn mặt?',
  'notice.asks': 'Yêu cầu từ {name}',
  'notice.brief.stays':
    'Camera ghi hình bạn trong năm giây khi bạn cử động đầu. Video chỉ nằm trên thiết bị của bạn.',
  'notice.brief.sent': 'Dữ liệu sinh trắc học của khuôn mặt bạn được mã hóa rồi gửi đi.',
  'notice.brief.compared':
    'Công nghệ nhận diện khuôn mặt so sánh dữ liệu này với những người bán khác. Đôi khi có kết quả khớp nhầm, nên từng trường hợp đều có người xem lại.',
  'notice.brief.gallery':
    'Công nghệ nhận diện khuôn mặt so sánh với {count} người bán. Tối đa 1 trên {all} người bị khớp nhầm. Từng trường hợp đều có người xem.',
  'notice.brief.galleryWorst':
    'Công nghệ nhận diện khuôn mặt so sánh với {count} người bán. Tối đa 1 trên {all} người bị khớp nhầm, ở một nhóm 1 trên {worst}. Từng trường hợp đều có người xem.',
  'notice.brief.galleryShare':
    'Công nghệ nhận diện khuôn mặt so sánh với {count} người bán. Tối đa {all} bị khớp nhầm. Từng trường hợp đều có người xem.',
  'notice.brief.galleryWorstShare':
    'Công nghệ nhận diện khuôn mặt so sánh với {count} người bán. Tối đa {all} bị khớp nhầm, ở một nhóm {worst}. Từng trường hợp đều có người xem.',
  'notice.brief.groups':
    'Công nghệ nhận diện khuôn mặt so sánh dữ liệu này với những người bán có điểm chung với bạn, chẳng hạn cùng tài khoản ngân hàng. Đôi khi có kết quả khớp nhầm, nên từng trường hợp đều có người xem lại.',
  'notice.brief.deleted': 'Xóa sau {duration}, hoặc ngay khi bạn rút lại sự đồng ý.',
  'notice.stays': 'Ở lại trên thiết bị của bạn',
  'notice.sent': 'Được mã hóa và gửi đi',
  'notice.threshold.value':
    'Khi khuôn mặt của hai tài khoản đạt từ {value} điểm trở lên, sẽ có người xem hai tài khoản đó. Hai ảnh giống hệt nhau đạt 1 điểm.',
  'notice.threshold.fmr':
    'Trong khoảng {count} cặp gồm hai người khác nhau, có 1 cặp đạt mức này do nhầm lẫn.',
  'notice.threshold.worst':
    'Ở nhóm hay bị nhầm nhất ({group}), tỷ lệ là khoảng 1 trên {count} cặp, và có thể là 1 trên {most}.',
  'notice.threshold.ungrouped':
    'Chưa có ai đo xem điều này có xảy ra nhiều hơn với một số nhóm người hay không.',
  'notice.threshold.fnmr': 'Khoảng {share} số cặp của cùng một người không đạt mức này.',
  'notice.threshold.seller': 'Với một người bán được so sánh với {count} người: tối đa {all}.',
  'notice.threshold.n': 'Đo trên {count} cặp gồm hai người khác nhau.',
  'notice.threshold.link': 'Cách đo',
  'notice.details': 'Thông tin thêm',
  'notice.group.recorded': 'Những gì được ghi lại và gửi đi',
  'notice.group.compared': 'Cách so sánh khuôn mặt',
  'notice.group.why': 'Ai yêu cầu và vì sao',
  'notice.group.kept': 'Lưu trữ và xóa',
  'notice.group.rights': 'Quyền của bạn',
  'notice.controller': 'Bên yêu cầu',
  'notice.reason': 'Lý do',
  'notice.whyNow': 'Vì sao vào lúc này',
  'notice.regions': 'Nơi áp dụng',
  'notice.recipients': 'Bên nhận',
  'notice.storagePlace': 'Nơi lưu trữ',
  'notice.retention': 'Thời gian lưu trữ',
  'notice.removal': 'Cách xóa',
  'notice.ifDeclined': 'Nếu bạn từ chối:',
  'notice.complaint': 'Khiếu nại',
  'notice.policy': 'Chính sách',
  'notice.policyLink': 'Đọc toàn bộ chính sách',
  'notice.version': 'Phiên bản của thông báo này:',
  'notice.extra': 'Không bắt buộc',
  'notice.alternatives': 'Các cách khác',
  'notice.statement': 'Điều bạn đồng ý',
  'notice.cameraOff': 'Camera vẫn tắt cho đến khi bạn đồng ý.',
  'notice.consent': 'Tôi đồng ý kiểm tra khuôn mặt',
  'notice.consentDetail': 'Tạo dữ liệu sinh trắc học từ khuôn mặt tôi',
  'notice.myData': 'Xem hoặc xóa các lần kiểm tra trước',

  'permission.title': 'Cho phép dùng camera',
  'permission.body': 'Chọn “Cho phép” khi trình duyệt hỏi.',
  'permission.noSound': 'Không thu âm thanh.',
  'permission.notYet': 'Chỉ ghi hình khi bạn bấm bắt đầu.',
  'permission.waitingLong': 'Vẫn đang chờ. Hãy tìm câu hỏi về camera gần thanh địa chỉ.',

  'optedOut.title': 'Bạn tiếp tục mà không kiểm tra khuôn mặt',
  'optedOut.posting': 'Đang báo cho sàn bán hàng…',
  'optedOut.next': 'Bước tiếp theo:',
  'optedOut.case': 'Mã hồ sơ: {id}',
  'optedOut.time': 'Thời gian dự kiến: {time}',
  'optedOut.open': 'Tiếp tục: {label}',

  'failed.title': 'Đã xảy ra lỗi',
  'failed.notHere': 'Không thể kiểm tra khuôn mặt ở đây',
  'failed.code': 'Mã: {code}',
  'failed.kept':
    'Kết quả đã mã hóa của bạn vẫn được lưu trên thiết bị này. Khi trang này còn mở, trang sẽ tự thử gửi lại.',
  'failed.keptInPage':
    'Kết quả đã mã hóa của bạn chỉ có trong trang này: trình duyệt này không lưu được. Khi trang còn mở, trang sẽ tự thử gửi lại.',
  'failed.notAccepted': 'Sàn bán hàng không nhận kết quả.',
  'failed.retry': 'Thử lại',
  'failed.sendAgain': 'Gửi lại',
  'failed.noWay': 'Bạn có thể đóng cửa sổ này và hỏi sàn bán hàng về cách khác.',
  'failed.tell': 'Đây không phải lỗi của bạn. Hãy báo mã bên dưới cho sàn bán hàng.',
  'failed.againOrTell': 'Hãy thử lại. Nếu vẫn bị, hãy báo mã bên dưới cho sàn bán hàng.',

  'cancelled.title': 'Đã hủy',
  'cancelled.retry': 'Bắt đầu lại',

  'ended.nothingSent': 'Camera đã tắt. Không có gì về khuôn mặt bạn được gửi đi.',
  'ended.maybeSent': 'Camera đã tắt. Kết quả của bạn có thể đã đến {name}; bên đó có thể xóa.',
  'ended.asking': 'Camera đã tắt. Đang yêu cầu {name} xóa những gì có thể đã đến…',
  'ended.nothingStored': 'Camera đã tắt. {name} xác nhận không lưu dữ liệu nào.',
  'ended.mayHaveArrived':
    'Camera đã tắt. Kết quả trên thiết bị này đã được xóa. Kết quả có thể đã đến {name}; bên đó chưa trả lời.',
  'ended.askAgain': 'Yêu cầu xóa lần nữa',

  'undelivered.title': 'Chưa hoàn tất lần kiểm tra {time}',
  'undelivered.waiting':
    'Kết quả đã mã hóa được lưu trên thiết bị này. Kết quả chỉ được gửi nếu bạn chọn “Gửi ngay”. Nếu bạn đồng ý bên dưới, một lần kiểm tra mới sẽ bắt đầu và kết quả này bị xóa.',
  'undelivered.until': 'Bạn có thể gửi đến {time}. Sau đó kết quả bị xóa.',
  'undelivered.unanswered':
    '{name} chưa xác nhận kết quả. Có thể kết quả đã đến nơi. Bạn có thể yêu cầu xóa ở đó.',
  'undelivered.deleting': 'Đang xóa ở đây và tại {name}…',
  'undelivered.undeleted':
    'Kết quả trên thiết bị này đã được xóa. Kết quả có thể đã đến {name}; bên đó chưa trả lời.',
  'undelivered.send': 'Gửi ngay',
  'undelivered.discard': 'Xóa kết quả này',

  'error.config.invalid.cause': 'Bước kiểm tra khuôn mặt chưa được cài đặt đúng trên trang này.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Bạn chưa đồng ý nên camera vẫn tắt.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause': 'Trang này không an toàn nên trình duyệt không bật camera.',
  'error.env.insecure_context.remedy': 'Hãy mở trang bằng https, hoặc chọn cách khác.',
  'error.env.unsupported.cause': 'Bước kiểm tra khuôn mặt không chạy được trên trình duyệt này.',
  'error.env.unsupported.remedy':
    'Hãy dùng bản mới của Chrome, Edge, Firefox hoặc Safari, hoặc chọn cách khác.',
  'error.env.policy_blocked.cause': 'Trang này không cho bước kiểm tra khuôn mặt dùng camera.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Trang này chặn một tệp mà bước kiểm tra khuôn mặt cần.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Trình duyệt của bạn chặn một tệp mà bước kiểm tra khuôn mặt cần.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause':
    'Tính năng bảo vệ quyền riêng tư của trình duyệt làm thay đổi hình ảnh mà trang này nhận được.',
  'error.env.pixels_unreadable.remedy':
    'Hãy chọn cách khác, tắt tính năng đó cho trang này, hoặc dùng trình duyệt khác.',
  'error.camera.permission_denied.cause': 'Camera chưa được phép sử dụng.',
  'error.camera.permission_denied.remedy':
    'Bạn có thể tiếp tục mà không kiểm tra khuôn mặt. Hoặc cho phép camera ở cạnh địa chỉ trang rồi thử lại.',
  'error.camera.not_found.cause': 'Không tìm thấy camera nào.',
  'error.camera.not_found.remedy':
    'Hãy kết nối camera rồi thử lại, hoặc tiếp tục mà không kiểm tra khuôn mặt.',
  'error.camera.in_use.cause': 'Camera không bật được. Có thể ứng dụng khác đang dùng camera.',
  'error.camera.in_use.remedy': 'Hãy đóng các ứng dụng đang dùng camera rồi thử lại.',
  'error.camera.overconstrained.cause': 'Camera bạn chọn không còn nữa.',
  'error.camera.overconstrained.remedy': 'Hãy thử lại với camera khác.',
  'error.camera.no_answer.cause': 'Trình duyệt chưa nhận được câu trả lời về camera.',
  'error.camera.no_answer.remedy': 'Hãy thử lại và tìm câu hỏi gần thanh địa chỉ.',
  'error.camera.aborted.cause': 'Trình duyệt đã dừng việc mở camera.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'Camera bị ngắt kết nối.',
  'error.camera.lost.remedy': 'Hãy xem lại dây cáp hoặc công tắc của camera rồi thử lại.',
  'error.camera.too_slow.cause': 'Camera gửi quá ít hình ảnh.',
  'error.camera.too_slow.remedy': 'Hãy tăng ánh sáng, đóng các ứng dụng khác rồi thử lại.',
  'error.camera.no_frames.cause': 'Camera đã bật nhưng không có hình.',
  'error.camera.no_frames.remedy': 'Hãy mở nắp che camera hoặc bật công tắc camera rồi thử lại.',
  'error.assets.load_failed.cause': 'Một phần của bước kiểm tra khuôn mặt không tải được.',
  'error.assets.load_failed.remedy': checkConnection,
  'error.assets.integrity_failed.cause':
    'Một phần của bước kiểm tra khuôn mặt bị thay đổi trên đường truyền nên không được dùng.',
  'error.assets.integrity_failed.remedy':
    'Hãy thử lại. Nếu vẫn bị, hãy báo mã bên dưới cho sàn bán hàng, hoặc chọn cách khác.',
  'error.assets.timeout.cause': 'Một phần của bước kiểm tra khuôn mặt tải quá lâu.',
  'error.assets.timeout.remedy': 'Hãy thử lại với mạng nhanh hơn, hoặc chọn cách khác.',
  'error.crypto.unavailable.cause': 'Trình duyệt này không mã hóa được kết quả.',
  'error.crypto.unavailable.remedy':
    'Hãy dùng trình duyệt bản mới, hoặc tiếp tục mà không kiểm tra khuôn mặt.',
  'error.crypto.bad_public_key.cause': 'Một khóa không dùng được nên không thể mã hóa.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'Sàn bán hàng không trả lời.',
  'error.discovery.unreachable.remedy': checkConnection,
  'error.discovery.malformed.cause': 'Không đọc được cài đặt của sàn bán hàng.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'Sàn bán hàng dùng phiên bản mới hơn trang này.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause': 'Sàn bán hàng không có khóa hợp lệ nên không thể mã hóa.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Một khóa không khớp với tên của nó.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'Chữ ký trên khóa của sàn bán hàng không hợp lệ.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'Khóa của sàn bán hàng đã cũ.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause': 'Sàn bán hàng không có cách nào khác nên không kiểm tra khuôn mặt.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'Sàn bán hàng không cho biết cách so sánh khuôn mặt.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause': 'Sàn bán hàng không có thông báo bằng ngôn ngữ hiển thị được ở đây.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'Sàn bán hàng cần một loại dữ liệu khuôn mặt khác.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'Sàn bán hàng không bắt đầu lần kiểm tra.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Vài lần thử liên tiếp chưa thành công.',
  'error.session.cooling_down.remedy': 'Hãy tiếp tục mà không kiểm tra khuôn mặt, hoặc quay lại sau nửa giờ.',
  'error.session.attempts_exhausted.cause': 'Hiện bạn đã hết lượt thử.',
  'error.session.attempts_exhausted.remedy': 'Hãy tiếp tục mà không kiểm tra khuôn mặt, hoặc quay lại sau.',
  'error.session.malformed.cause': 'Không đọc được câu trả lời của sàn bán hàng.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'Sàn bán hàng không trả lời.',
  'error.session.unreachable.remedy': checkConnection,
  'error.session.expired.cause': 'Đã hết thời gian gửi kết quả.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Lần kiểm tra này đã được gửi rồi.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'Sàn bán hàng không có thông tin về lần kiểm tra này.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Không kết nối được với sàn bán hàng.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'Sàn bán hàng không trả lời kịp thời.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'Sàn bán hàng hiện chưa thể nhận kết quả.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'Sàn bán hàng không nhận kết quả.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Không đọc được câu trả lời của sàn bán hàng.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause': 'Lần kiểm tra này đã bị xóa ở một thẻ khác nên không được gửi.',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause': 'Sàn bán hàng không trả lời nên chưa biết lựa chọn của bạn.',
  'error.optout.unreachable.remedy':
    'Lựa chọn của bạn vẫn có hiệu lực. Hãy thử lại, hoặc liên hệ sàn bán hàng.',
  'error.storage.undeleted.cause':
    'Trình duyệt chưa xác nhận việc xóa. Video bạn đã giữ có thể vẫn còn ở đây.',
  'error.storage.undeleted.remedy': 'Hãy thử lại, hoặc xóa dữ liệu của trang này trong trình duyệt.',
  'error.internal.cause': 'Đã có sự cố ngoài dự kiến.',
  'error.internal.remedy': otherWay,
};

export { vi as messages };
