import type { FirstMessages } from './types.js';

const otherWay = 'もう一度お試しいただくか、顔の確認をせずに続けてください。';
const siteFault =
  'お客様に問題はありません。下のコードをマーケットプレイスに伝えるか、別の方法を選んでください。';
const sendAgain = 'いつでも送り直せます。録画し直す必要はありません。';
const recordAgain = 'もう一度録画するか、顔の確認をせずに続けてください。';
const checkConnection = '接続を確認して、もう一度お試しください。';

/** Japanese. */
export const ja: FirstMessages = {
  'widget.name': '顔の確認',
  'widget.language': '言語',
  'widget.optOut': '顔の確認をせずに続ける',
  'widget.optOutTime': '{label}（{time}）',
  'widget.cancel': 'キャンセル',
  'widget.questions': 'ご質問は{name}へ：',
  'widget.newTab': '（新しいタブで開きます）',

  'loading.title': '読み込み中',
  'loading.body': '確認の内容を読み込んでいます。カメラはオフです。',

  'notice.title': '顔の確認をしてもよろしいですか？',
  'notice.asks': '{name}からの依頼',
  'notice.brief.stays': '頭を動かす様子を、カメラで5秒間録画します。動画はお使いの端末から外に出ません。',
  'notice.brief.sent': '顔の特徴を表す数値を暗号化して送ります。これは生体情報です。',
  'notice.brief.compared':
    '顔認識で、ほかの出品者と照合します。誤って一致することがあるため、一致は1件ずつ担当者が確認します。',
  'notice.brief.gallery':
    '顔認識で、出品者{count}人と照合します。誤って一致するのは最大で{all}人に1人です。そのため、一致は1件ずつ担当者が確認します。',
  'notice.brief.galleryWorst':
    '顔認識で、出品者{count}人と照合します。誤って一致するのは最大で{all}人に1人、あるグループでは{worst}人に1人です。一致は1件ずつ担当者が確認します。',
  'notice.brief.galleryShare':
    '顔認識で、出品者{count}人と照合します。誤って一致するのは最大で{all}です。そのため、一致は1件ずつ担当者が確認します。',
  'notice.brief.galleryWorstShare':
    '顔認識で、出品者{count}人と照合します。誤って一致するのは最大で{all}、あるグループでは{worst}です。一致は1件ずつ担当者が確認します。',
  'notice.brief.groups':
    '顔認識で、銀行口座が同じなど、共通点のある出品者と照合します。誤って一致することがあるため、一致は1件ずつ担当者が確認します。',
  'notice.brief.deleted': '{duration}後に削除します。同意を撤回した場合は、すぐに削除します。',
  'notice.stays': '端末から外に出ないもの',
  'notice.sent': '暗号化して送るもの',
  'notice.threshold.value':
    '2つのアカウントの顔の類似度が{value}以上のとき、担当者が確認します。同じ画像どうしは1になります。',
  'notice.threshold.fmr': '別人どうしの組が誤ってこの値に達するのは、約{count}組に1組です。',
  'notice.threshold.worst':
    '誤りが最も多いグループ（{group}）では約{count}組に1組で、{most}組に1組の可能性もあります。',
  'notice.threshold.ungrouped': '特定のグループで誤りが多いかどうかは、測定されていません。',
  'notice.threshold.fnmr': '同じ人どうしの組のうち、約{share}はこの値に達しません。',
  'notice.threshold.seller': '出品者1人を{count}人と照合する場合、誤って一致するのは最大で{all}です。',
  'notice.threshold.n': '別人どうしの{count}組で測定しました。',
  'notice.threshold.link': '測定方法',
  'notice.details': '詳しい説明',
  'notice.group.recorded': '録画するもの、送るもの',
  'notice.group.compared': '顔の照合方法',
  'notice.group.why': '依頼元と理由',
  'notice.group.kept': '保存と削除',
  'notice.group.rights': 'お客様の権利',
  'notice.controller': '依頼元',
  'notice.reason': '理由',
  'notice.whyNow': '今お願いする理由',
  'notice.regions': '対象の地域',
  'notice.recipients': '提供先',
  'notice.storagePlace': '保存場所',
  'notice.retention': '保存期間',
  'notice.removal': '削除の方法',
  'notice.ifDeclined': '同意しない場合：',
  'notice.complaint': '苦情の申し出先',
  'notice.policy': 'プライバシーポリシー',
  'notice.policyLink': 'プライバシーポリシーの全文を読む',
  'notice.version': 'この説明のバージョン：',
  'notice.extra': '任意',
  'notice.alternatives': '別の方法',
  'notice.statement': '同意していただく内容',
  'notice.cameraOff': '同意するまで、カメラはオフのままです。',
  'notice.consent': '顔の確認に同意する',
  'notice.consentDetail': '自分の顔の生体情報が作成されます',
  'notice.myData': '以前の確認を見る・削除する',

  'permission.title': 'カメラの使用を許可してください',
  'permission.body': 'ブラウザーの画面で「許可」を選んでください。',
  'permission.noSound': '音声は録音しません。',
  'permission.notYet': '開始するまで録画しません。',
  'permission.waitingLong':
    '応答を待っています。アドレスバーの近くにカメラの質問が出ていないかご確認ください。',

  'optedOut.title': '顔の確認をせずに続けます',
  'optedOut.posting': 'マーケットプレイスに知らせています…',
  'optedOut.next': '今後の流れ：',
  'optedOut.case': '受付番号：{id}',
  'optedOut.time': '所要時間の目安：{time}',
  'optedOut.open': '次へ：{label}',

  'failed.title': '問題が起きました',
  'failed.notHere': 'ここでは顔の確認を利用できません',
  'failed.code': 'コード：{code}',
  'failed.kept':
    '暗号化した結果は、この端末に保存されたままです。このページを開いている間は、自動で送り直します。',
  'failed.keptInPage':
    '暗号化した結果は、このページにだけあります。このブラウザーには保存できません。ページを開いている間は、自動で送り直します。',
  'failed.notAccepted': 'マーケットプレイスは結果を受け付けませんでした。',
  'failed.retry': 'もう一度試す',
  'failed.sendAgain': 'もう一度送る',
  'failed.noWay': 'この画面を閉じて、別の方法をマーケットプレイスにお問い合わせください。',
  'failed.tell': 'お客様に問題はありません。下のコードをマーケットプレイスにお伝えください。',
  'failed.againOrTell':
    'もう一度お試しください。繰り返す場合は、下のコードをマーケットプレイスにお伝えください。',

  'cancelled.title': 'キャンセルしました',
  'cancelled.retry': '最初からやり直す',

  'ended.nothingSent': 'カメラはオフです。顔の情報は何も送られていません。',
  'ended.maybeSent': 'カメラはオフです。結果が{name}に届いた可能性があります。先方で削除できます。',
  'ended.asking': 'カメラはオフです。届いた可能性のある結果の削除を{name}に依頼しています…',
  'ended.nothingStored': 'カメラはオフです。何も保存されていないことを{name}に確認しました。',
  'ended.mayHaveArrived':
    'カメラはオフです。この端末の結果は削除しました。{name}に届いた可能性がありますが、まだ返答がありません。',
  'ended.askAgain': '削除をもう一度依頼する',

  'undelivered.title': '{time}の確認は完了していません',
  'undelivered.waiting':
    '暗号化した結果が、この端末に保存されています。「今すぐ送る」を選んだ場合にだけ送ります。下で同意すると、新しい確認が始まり、この結果は削除されます。',
  'undelivered.until': '{time}まで送れます。その後は削除されます。',
  'undelivered.unanswered':
    '{name}が結果を確認していません。届いている可能性があります。削除を依頼できます。',
  'undelivered.deleting': 'この端末と{name}から削除しています…',
  'undelivered.undeleted':
    'この端末の結果は削除しました。{name}に届いた可能性がありますが、まだ返答がありません。',
  'undelivered.send': '今すぐ送る',
  'undelivered.discard': '削除する',

  'error.config.invalid.cause': 'このページの顔の確認が正しく設定されていません。',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'まだ同意されていないため、カメラはオフのままでした。',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause':
    'このページは安全な接続ではないため、ブラウザーがカメラをオンにしません。',
  'error.env.insecure_context.remedy': 'ページをhttpsで開くか、別の方法を選んでください。',
  'error.env.unsupported.cause': 'このブラウザーでは顔の確認を利用できません。',
  'error.env.unsupported.remedy': '最新のChrome、Edge、Firefox、Safariを使うか、別の方法を選んでください。',
  'error.env.policy_blocked.cause': 'このページでは、顔の確認でカメラを使うことが許可されていません。',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': '顔の確認に必要なファイルを、このページがブロックしています。',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': '顔の確認に必要なファイルを、ブラウザーがブロックしています。',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause':
    'ブラウザーのプライバシー保護機能により、このページに届く画像が変わっています。',
  'error.env.pixels_unreadable.remedy':
    '別の方法を選ぶか、このページでその機能をオフにするか、別のブラウザーを使ってください。',
  'error.camera.permission_denied.cause': 'カメラの使用が許可されていません。',
  'error.camera.permission_denied.remedy':
    '顔の確認をせずに続けられます。または、アドレスの横でカメラを許可して、もう一度お試しください。',
  'error.camera.not_found.cause': 'カメラが見つかりませんでした。',
  'error.camera.not_found.remedy':
    'カメラを接続してもう一度お試しいただくか、顔の確認をせずに続けてください。',
  'error.camera.in_use.cause': 'カメラが起動しません。ほかのアプリが使っている可能性があります。',
  'error.camera.in_use.remedy': 'カメラを使っているほかのアプリを閉じて、もう一度お試しください。',
  'error.camera.overconstrained.cause': '選んだカメラが見つからなくなりました。',
  'error.camera.overconstrained.remedy': '別のカメラで、もう一度お試しください。',
  'error.camera.no_answer.cause': 'カメラの質問への回答がありませんでした。',
  'error.camera.no_answer.remedy': 'もう一度試して、アドレスバーの近くの質問をご確認ください。',
  'error.camera.aborted.cause': 'ブラウザーがカメラの起動を中止しました。',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'カメラの接続が切れました。',
  'error.camera.lost.remedy': 'カメラのケーブルやスイッチを確認して、もう一度お試しください。',
  'error.camera.too_slow.cause': 'カメラから届いた画像が少なすぎました。',
  'error.camera.too_slow.remedy': '部屋を明るくし、ほかのアプリを閉じて、もう一度お試しください。',
  'error.camera.no_frames.cause': 'カメラはオンですが、映像が出ません。',
  'error.camera.no_frames.remedy': 'カメラのカバーを外すかスイッチを入れて、もう一度お試しください。',
  'error.assets.load_failed.cause': '顔の確認の一部を読み込めませんでした。',
  'error.assets.load_failed.remedy': checkConnection,
  'error.assets.integrity_failed.cause': '顔の確認の一部が通信の途中で変わっていたため、使いませんでした。',
  'error.assets.integrity_failed.remedy':
    'もう一度お試しください。繰り返す場合は、下のコードをマーケットプレイスに伝えるか、別の方法を選んでください。',
  'error.assets.timeout.cause': '顔の確認の一部の読み込みに時間がかかりすぎました。',
  'error.assets.timeout.remedy': 'より速い回線でもう一度お試しいただくか、別の方法を選んでください。',
  'error.crypto.unavailable.cause': 'このブラウザーでは結果を暗号化できません。',
  'error.crypto.unavailable.remedy': '最新のブラウザーを使うか、顔の確認をせずに続けてください。',
  'error.crypto.bad_public_key.cause': '鍵が使えないため、暗号化できません。',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'マーケットプレイスから応答がありませんでした。',
  'error.discovery.unreachable.remedy': checkConnection,
  'error.discovery.malformed.cause': 'マーケットプレイスの設定を読み取れませんでした。',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause':
    'マーケットプレイスが、このページより新しいバージョンを使っています。',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause': 'マーケットプレイスに有効な鍵がないため、暗号化できません。',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': '鍵が、その名前と一致しません。',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'マーケットプレイスの鍵の署名が有効ではありません。',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'マーケットプレイスの鍵が最新ではありません。',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause': 'マーケットプレイスに別の方法がないため、顔の確認は行いません。',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'マーケットプレイスが顔の照合方法を示していません。',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause': '表示できる言語の説明が、マーケットプレイスにありません。',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'マーケットプレイスが求める顔データの種類が異なります。',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'マーケットプレイスが確認を開始しませんでした。',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': '続けて何度か、うまくいきませんでした。',
  'error.session.cooling_down.remedy': '顔の確認をせずに続けるか、30分後にもう一度お越しください。',
  'error.session.attempts_exhausted.cause': '今回の試行回数の上限に達しました。',
  'error.session.attempts_exhausted.remedy': '顔の確認をせずに続けるか、後でもう一度お越しください。',
  'error.session.malformed.cause': 'マーケットプレイスからの返答を読み取れませんでした。',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'マーケットプレイスから応答がありませんでした。',
  'error.session.unreachable.remedy': checkConnection,
  'error.session.expired.cause': '結果を送れる時間が過ぎました。',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'この確認はすでに送られています。',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'マーケットプレイスにこの確認の記録がありません。',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'マーケットプレイスに接続できませんでした。',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'マーケットプレイスから時間内に応答がありませんでした。',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'マーケットプレイスは今、結果を受け取れません。',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'マーケットプレイスが結果を受け取りませんでした。',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'マーケットプレイスからの返答を読み取れませんでした。',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause': 'この確認は別のタブで削除されたため、送りませんでした。',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause': 'マーケットプレイスから応答がなく、お客様の選択がまだ伝わっていません。',
  'error.optout.unreachable.remedy':
    'お客様の選択は有効です。もう一度試すか、マーケットプレイスにご連絡ください。',
  'error.storage.undeleted.cause':
    'ブラウザーが削除を確認していません。保存した動画がまだ残っている可能性があります。',
  'error.storage.undeleted.remedy':
    'もう一度お試しいただくか、ブラウザーでこのサイトのデータを削除してください。',
  'error.internal.cause': '予期しない問題が起きました。',
  'error.internal.remedy': otherWay,
};

export { ja as messages };
