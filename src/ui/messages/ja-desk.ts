import type { DeskMessages } from './desk-keys.js';

/** Japanese, for what is stored of a check, what was decided, and what the seller says to it. */
export const jaDesk: DeskMessages = {
  'record.title': '保存されているお客様の情報',
  'record.state': '状態',
  'record.status': '結果',
  'record.receivedAt': '受信日時',
  'record.fields': '項目',
  'record.threshold': '照合',
  'record.verdict': '生体検知',
  'record.subject': '出品者ID',
  'record.envelope': '暗号化メッセージ',

  'stored.stored': '保存中',
  'stored.withdrawn': '撤回済み',
  'stored.deleted': '削除済み',

  'decision.nothingFound': '照合で、似たアカウントは見つかりませんでした。',
  'decision.open': '担当者はまだ判断していません。',
  'decision.asked': '担当者が、判断の前にお客様の説明を求めています。',
  'decision.again': '担当者がもう一度確認しています。',
  'decision.before': '前回の判断：{found}',
  'decision.gone': '顔データは削除されました。',
  'decision.found.same_person': '担当者は、ここの別のアカウントもお客様のものと判断しました。',
  'decision.found.different_person': '担当者は、もう一方のアカウントは別の方のものと判断しました。',
  'decision.found.allowed_second_account': '担当者は、両方のアカウントを持ってよいと判断しました。',
  'decision.found.no_concern': '担当者が確認し、問題は見つかりませんでした。',
  'decision.byPerson': '担当者の判断：{time}',
  'decision.byMachine': 'ソフトウェアによる照合：{time}。人は関わっていません。',
  'decision.since': '{time}から待機中です。ソフトウェアは判断しません。',
  'decision.deletedAt': '削除日時：{time}',
  'decision.threshold':
    '顔の類似度が{value}以上の2つのアカウントは、担当者が確認します。別人が誤ってこの値に達するのは、約{count}組に1組です。',

  'contest.more': '追加で書く',
  'contest.body': '担当者が読み、もう一度確認します。文字だけで、画像やファイルは送れません。',
  'contest.label': 'メッセージ',
  'contest.count': '{count}/{most}文字',
  'contest.send': '担当者に送る',
  'contest.sending': 'メッセージを送っています…',
  'contest.received': '{time}にメッセージを受け取りました。担当者がもう一度確認します。',
  'contest.left': '送れるメッセージの残り：{count}',
  'contest.said': 'お客様のメッセージ',
  'contest.none': 'ここからはこれ以上メッセージを送れません。マーケットプレイスにご連絡ください。',

  'withdrawn.title': '同意を撤回し、削除しました',
  'withdrawn.body': '{time}に削除したことを、マーケットプレイスが確認しました。',
  'withdrawn.waiting':
    '分けた顔データを保管する全員からは、まだ削除の確認が届いていません。マーケットプレイスが確認を続けます。',
  'withdrawn.unconfirmed': '未確認',
  'withdrawn.next': '顔の確認をせずに続けるか、最初からやり直せます。',

  'desk.again': '更新',
  'desk.name': '顔の確認の控え',
  'desk.body': '控えがあれば、保存されている情報を見たり、同意を撤回したりできます。',
  'desk.file': '控えのファイルを開く',
  'desk.fileBody':
    '「candor-receipt-….json」ファイルを選んでください。この端末で読み取ります。ボタンを押すまで何も送りません。',
  'desk.kept': 'このブラウザーに保存したもの',
  'desk.looking': 'このブラウザーに保存したものを確認しています…',
  'desk.keptNothing': 'ここに保存されているものはありません。',
  'desk.unread':
    'ブラウザーの保存領域から応答がありません。何か保存されている可能性があります。ページを再読み込みしてください。',
  'desk.receiver': '保存先',
  'desk.watchClip': '動画を見る',
  'desk.hideClip': '動画を閉じる',
  'desk.deleteClip': '動画を削除',
  'desk.back': '戻る',
  'desk.question': '同意を撤回して、今すぐ削除しますか？',
  'desk.questionBody':
    '{name}が顔データを削除し、このサイトもこのブラウザーに保存したこの確認の内容を削除します。元に戻すことはできません。後で確認し直せます。',
  'desk.no': 'データを残す',

  'mine.checkTitle': 'お客様の顔の確認',
  'mine.clipUntil':
    '暗号化済み。{time}または同意の撤回時に、鍵と一緒にここから削除します。このブラウザーを使える人は見られます。',
  'mine.name': '顔の確認のマイデータ',
  'mine.title': 'マイデータ',
  'mine.body': '顔の確認について、このブラウザーと{name}が保存している内容です。',
  'mine.check': '顔の確認（{time}）',
  'mine.asking': '{name}に問い合わせています…',
  'mine.unheard': '{name}から返答がありません。開くと、もう一度問い合わせできます。',
  'mine.open': '開く（異議の申し立て、同意の撤回）',
  'mine.waiting': '暗号化した結果が、この端末に保存されています。自動では送りません。',
  'mine.clipLost': 'このブラウザーから動画の鍵が失われました。動画はもう誰にも見られません。',
  'mine.clip': '録画した動画（{time}）',
  'mine.downloadClip': '動画をダウンロード',
  'mine.takeOut': 'すべてを1つのファイルでダウンロード',
  'mine.takeOutBody': 'すべてのデータと控えの鍵が入ったJSONファイルです。ほかの人に渡さないでください。',
  'mine.takingOut': 'ファイルを準備しています…',
  'mine.takenOut': 'ファイルはダウンロードフォルダーにあります。',

  'review.clip': '録画した動画',
  'review.clipFailed': 'このブラウザーでは動画をここで再生できません。',
  'review.replay': '動画を再生',

  'status.no_duplicate.title': '顔の確認が完了しました',
  'status.no_duplicate.word': '似たアカウントなし',
  'status.no_duplicate.body': '顔が似ている出品者アカウントは見つかりませんでした。',
  'status.needs_review.title': 'ありがとうございます。担当者が確認します',
  'status.needs_review.word': '担当者が確認中',
  'status.needs_review.body':
    'コンピューターではなく、人が判断します。説明の追加や異議の申し立てができます。',

  'done.next.no_duplicate': 'これで終わりです。結果は{name}に届きました。',
  'done.next.needs_review':
    '{name}の担当者が確認します。期限は決まっていません。控えで進み具合を確認できます。',
  'done.until': '顔データは{time}までに削除します。同意を撤回した場合は、すぐに削除します。',
  'done.notKept': 'このブラウザーは控えを保存できません。今ダウンロードしてください。後では入手できません。',
  'done.later':
    '控えを保管してください。控えがあれば、後で内容の確認、異議の申し立て、同意の撤回ができます。',
  'done.receipt': '控え',
  'done.number': '控え番号',
  'done.decidedAt': '結果の日時',
  'done.deleteAfter': '削除期限',
  'done.noticeVersion': '説明のバージョン',
  'done.download': '控えをダウンロード',

  'receipt.print': '控えを印刷',

  'done.myData': '進み具合を見る',
  'done.withdraw': '同意を撤回して削除',
  'done.contest': '異議を申し立てる・説明を追加',
  'done.contact': '異議の申し立て・説明の追加はこちら：{contact}',

  'verdict.live': '問題なく確認できました。',
  'verdict.not-live': 'はっきり見えなかった部分がありました。',
  'verdict.inconclusive': '確認では、はっきりした結果が出ませんでした。',

  'field.embedding': '顔データ（生体情報）',
  'field.liveness': '各チェックの結果（言葉）',
  'field.capture': '動画の長さ、画像の枚数',
  'field.consent': 'お客様の同意：番号、内容、方法、日時',
  'field.padding': 'サイズ調整用のデータ',

  'error.clip.unsupported.cause': 'このブラウザーでは動画を録画できません。',
  'error.clip.unsupported.remedy': '動画なしで続けてください。確認の内容は同じです。',
  'error.embedding.low_quality.cause': '十分に鮮明な画像が少なすぎました。',
  'error.embedding.low_quality.remedy': '明るい方を向き、動かずに、もう一度録画してください。',
  'error.withdrawal.unreachable.cause': 'マーケットプレイスから応答がありませんでした。',
  'error.withdrawal.unreachable.remedy':
    '削除されたかどうかは分かりません。もう一度試すか、後で控えをお使いください。繰り返しても問題ありません。',
  'error.withdrawal.refused.cause': 'マーケットプレイスが依頼を受け付けませんでした。',
  'error.withdrawal.refused.remedy': '控え番号を添えて、マーケットプレイスにご連絡ください。',
  'error.objection.unreachable.cause':
    'マーケットプレイスから応答がありませんでした。メッセージが届いていない可能性があります。',
  'error.objection.unreachable.remedy':
    'メッセージはここに残っています。もう一度送るか、保存されている内容をご確認ください。',
  'error.objection.refused.cause': 'この確認への異議は、ここでは申し立てられません。',
  'error.objection.refused.remedy':
    'すでに削除された可能性があります。控え番号を添えて、マーケットプレイスにご連絡ください。',
  'error.objection.exhausted.cause': 'この確認について、これ以上メッセージを送れません。',
  'error.objection.exhausted.remedy':
    'お書きになった内容は担当者が読みます。追加はマーケットプレイスにご連絡ください。',
  'error.receipt.invalid.cause': 'このファイルは顔の確認の控えではありません。',
  'error.receipt.invalid.remedy': 'ダウンロードした「candor-receipt-….json」ファイルを選んでください。',
  'error.receipt.other_version.cause': 'このページでは、このバージョンの控えを読めません。',
  'error.receipt.other_version.remedy':
    'マーケットプレイスのページで開くか、マーケットプレイスにお問い合わせください。',
  'error.receipt.unsafe_endpoint.cause': 'この控えにある宛先は安全ではないため、何も送りませんでした。',
  'error.receipt.unsafe_endpoint.remedy': '控え番号を添えて、マーケットプレイスにご連絡ください。',
  'error.receipt.endpoint_refused.cause':
    'この控えは別のマーケットプレイスのものなので、何も送りませんでした。',
  'error.receipt.endpoint_refused.remedy': 'そのマーケットプレイスのページで開いてください。',
  'error.frame.no_answer.cause': '顔の確認の一部の読み込みに時間がかかりすぎました。',
  'error.frame.no_answer.remedy': '接続を確認して、もう一度お試しください。',
};

export { jaDesk as messages };
