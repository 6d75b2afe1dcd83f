import type { DemoWords } from './words.js';

/** Vietnamese. */
export const vi: DemoWords = {
  name: 'Marktkiste (một sàn bán hàng hư cấu)',
  place: 'Hamburg, Đức',
  purpose: 'Chúng tôi kiểm tra xem bạn đã có tài khoản người bán ở đây chưa.',
  reason:
    'Một số người bán đã bị loại quay lại với tên khác và lừa đảo tiếp. Mỗi người một tài khoản khiến việc đó khó hơn.',
  whyNow: 'Bạn đang mở tài khoản người bán. Chúng tôi chỉ hỏi một lần.',
  regions: 'Mọi người bán mới, ở mọi quốc gia có Marktkiste.',
  comparison:
    'Công nghệ nhận diện khuôn mặt so sánh dữ liệu khuôn mặt của bạn với dữ liệu của tất cả người bán khác đã tham gia. Nếu số người bán nhiều đến mức dễ nhầm lẫn, sẽ có người xem xét trường hợp của bạn thay vì so sánh.',
  sent: (numbers) =>
    `Dữ liệu khuôn mặt của bạn: ${numbers} con số được tính từ khuôn mặt bạn. Ngoài ra còn có kết quả kiểm tra bằng chữ, độ dài đoạn ghi hình, số hình ảnh trong đó và sự đồng ý của bạn.`,
  notSent: 'Đoạn ghi hình. Âm thanh không bao giờ được ghi lại.',
  recipients:
    'Chỉ nhóm kiểm tra của chúng tôi. Chúng tôi không bán, không chuyển dữ liệu của bạn cho ai và không dùng nó để huấn luyện phần mềm.',
  storagePlace: 'Trên máy tính chạy bản trình diễn này, được mã hóa, với khóa nằm ngoài cơ sở dữ liệu.',
  removal:
    'Bạn có thể rút lại sự đồng ý bất cứ lúc nào mà không cần lý do, ở màn hình cuối hoặc bằng biên nhận. Chúng tôi xóa dữ liệu khuôn mặt của bạn ngay.',
  complaint: 'Gửi privacy@marktkiste.example hoặc cơ quan bảo vệ dữ liệu nơi bạn sống.',
  humanDecision:
    'Không phần mềm nào quyết định về tài khoản của bạn. Bạn có thể giải thích một kết quả khớp, chẳng hạn với anh chị em sinh đôi.',
  ifDeclined:
    'Bạn vẫn có thể bán hàng: bằng giấy tờ tùy thân, chuyển khoản hoặc gọi video. Không tốn thêm chi phí.',
  statement:
    'Tôi đồng ý để Marktkiste tạo dữ liệu sinh trắc học về khuôn mặt tôi từ hình ảnh camera và so sánh với dữ liệu của người bán khác, để tìm tài khoản thứ hai.',
  legal: {
    basis: 'Cơ sở pháp lý là sự đồng ý rõ ràng của bạn (GDPR, Điều 6(1)(a) và 9(2)(a)).',
    rights: {
      access: 'Xem dữ liệu của bạn bằng biên nhận, hoặc yêu cầu một bản sao.',
      rectification:
        'Yêu cầu sửa thông tin sai. Để thay đổi dữ liệu khuôn mặt, hãy rút lại sự đồng ý và ghi hình lại.',
      portability: 'Nhận dữ liệu của bạn dưới dạng một tệp.',
    },
    processors: 'Không công ty nào khác xử lý dữ liệu này.',
    transfers: 'Dữ liệu không rời khỏi Liên minh châu Âu.',
    afterWithdrawal:
      'Bằng chứng về sự đồng ý của bạn được giữ ba năm: nội dung, thời điểm, kết quả bằng một từ và các mã số. Không có gì về khuôn mặt bạn, cũng không có mã số người bán của bạn.',
    ageDeclaration: 'Tôi từ 18 tuổi trở lên.',
  },
  inThreeParts: {
    sent: (usual) =>
      `${usual} Trước khi gửi, thiết bị của bạn chia dữ liệu khuôn mặt thành ba phần. Không bên nào trong ba bên nhận một phần có toàn bộ, và chúng tôi cũng không.`,
    comparison:
      'Công nghệ nhận diện khuôn mặt so sánh dữ liệu khuôn mặt của bạn với dữ liệu của tất cả người bán khác đã tham gia. Ba bên cùng so sánh mà không ghép lại dữ liệu khuôn mặt của ai. Kết quả chỉ là bạn đã từng được thấy hay chưa; nếu khớp, nhóm kiểm tra của chúng tôi còn biết đó là tài khoản nào.',
    recipients: (three) =>
      `Nhóm kiểm tra của chúng tôi và, mỗi bên một phần dữ liệu khuôn mặt: ${three}. Hai bên trong số đó cùng nhau có thể ghép lại dữ liệu khuôn mặt. Chúng tôi không bán dữ liệu của bạn, không chuyển cho ai khác và không dùng nó để huấn luyện phần mềm.`,
    storagePlace: (usual) =>
      `${usual} Trong bản trình diễn này, cả ba bên đều hư cấu và chạy trên chính máy tính này, mỗi bên có cơ sở dữ liệu riêng: ai có máy tính này thì có cả ba phần.`,
    removal: (usual) =>
      `${usual} Mỗi bên trong ba bên xóa phần của mình và ký một biên nhận; bên nào chưa liên lạc được sẽ xóa ngay khi liên lạc được.`,
    statement: (names) =>
      `Tôi đồng ý để Marktkiste tạo dữ liệu sinh trắc học về khuôn mặt tôi từ hình ảnh camera và nhờ ${names} so sánh dữ liệu đó, chia thành ba phần, với dữ liệu của người bán khác, để tìm tài khoản thứ hai.`,
    processors: (names) => `Chỉ ${names}, mỗi bên với phần của mình.`,
  },
  alternatives: {
    'id-document': {
      label: 'Giấy tờ tùy thân',
      expectedTime: 'Một ngày làm việc',
      next: 'Chúng tôi đã ghi nhận lựa chọn của bạn. Bạn sẽ nhận được email có liên kết để gửi ảnh giấy tờ tùy thân. Một người sẽ kiểm tra trong vòng một ngày làm việc.',
    },
    'bank-check': {
      label: 'Chuyển khoản ngân hàng',
      expectedTime: 'Hai ngày làm việc',
      next: 'Chúng tôi đã ghi nhận lựa chọn của bạn. Bạn sẽ nhận được email có nội dung chuyển khoản; hãy chuyển 1 xu với nội dung đó từ một tài khoản đứng tên bạn. Chúng tôi gửi trả ngay khi tên khớp.',
    },
    'video-call': {
      label: 'Gọi video với một người',
      expectedTime: '10 phút, hẹn trong vòng ba ngày làm việc',
      next: 'Chúng tôi đã ghi nhận lựa chọn của bạn. Bạn sẽ nhận được email với các giờ hẹn để chọn. Cuộc gọi không được ghi lại.',
    },
    'second-account': {
      label: 'Tôi đã có tài khoản và cần một tài khoản thứ hai',
      expectedTime: 'Một ngày làm việc',
      next: 'Cảm ơn bạn đã cho biết. Tài khoản thứ hai được phép khi có lý do, chẳng hạn một việc kinh doanh thứ hai. Một người sẽ viết cho bạn trong vòng một ngày làm việc; không cần kiểm tra khuôn mặt.',
    },
  },
};
