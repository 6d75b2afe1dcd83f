import type { DeskMessages } from './desk-keys.js';

/** Russian, for what is stored of a check, what was decided, and what the seller says to it. */
export const ruDesk: DeskMessages = {
  'record.title': 'Что о вас хранится',
  'record.state': 'Состояние',
  'record.status': 'Результат',
  'record.receivedAt': 'Получено',
  'record.fields': 'Поля',
  'record.threshold': 'Сравнение',
  'record.verdict': 'Проверка живости',
  'record.subject': 'Ваш номер продавца',
  'record.envelope': 'Зашифрованное сообщение',

  'stored.stored': 'Хранится',
  'stored.withdrawn': 'Согласие отозвано',
  'stored.deleted': 'Удалено',

  'decision.nothingFound': 'Сравнение не выявило похожего аккаунта.',
  'decision.open': 'Человек ещё не решил.',
  'decision.asked': 'Человек хочет сначала выслушать вас.',
  'decision.again': 'Человек проверяет это ещё раз.',
  'decision.before': 'Ранее: {found}',
  'decision.gone': 'Данные о лице удалены.',
  'decision.found.same_person': 'Человек установил, что другой аккаунт здесь принадлежит вам.',
  'decision.found.different_person': 'Человек установил, что другой аккаунт принадлежит не вам.',
  'decision.found.allowed_second_account': 'Человек установил, что вы можете иметь оба аккаунта.',
  'decision.found.no_concern': 'Человек проверил, замечаний нет.',
  'decision.byPerson': 'Решение человека, {time}.',
  'decision.byMachine': 'Сравнила программа, {time}. Без участия человека.',
  'decision.since': 'Ожидает с {time}. Программа не решает.',
  'decision.deletedAt': 'Удалено: {time}.',
  'decision.threshold':
    'Человек проверяет аккаунты со сходством лиц от {value}. По ошибке оно есть примерно у одной пары разных людей на {count}.',

  'contest.more': 'Написать ещё',
  'contest.body': 'Человек прочитает и проверит ещё раз. Только текст.',
  'contest.label': 'Ваше сообщение',
  'contest.count': 'Символы: {count} из {most}',
  'contest.send': 'Отправить человеку',
  'contest.sending': 'Отправляем…',
  'contest.received': 'Сообщение получено {time}. Человек проверит ещё раз.',
  'contest.left': 'Осталось сообщений: {count}',
  'contest.said': 'Что вы написали',
  'contest.none': 'Сообщений не осталось. Обратитесь в маркетплейс.',

  'withdrawn.title': 'Согласие отозвано, данные удалены',
  'withdrawn.body': 'Маркетплейс подтвердил удаление: {time}.',
  'withdrawn.waiting':
    'Не все, кто хранит часть, уже подтвердили удаление. Маркетплейс продолжает запрашивать.',
  'withdrawn.unconfirmed': 'Ещё не подтверждено',
  'withdrawn.next': 'Можно продолжить без проверки лица или начать снова.',

  'desk.again': 'Обновить',
  'desk.name': 'Квитанции проверки лица',
  'desk.body': 'С квитанцией можно посмотреть свои данные или отозвать согласие.',
  'desk.file': 'Открыть файл квитанции',
  'desk.fileBody':
    'Выберите файл «candor-receipt-….json». Он читается на устройстве. Ничего не отправляется, пока вы не нажмёте кнопку.',
  'desk.kept': 'Сохранено в этом браузере',
  'desk.looking': 'Проверяем, что сохранено в этом браузере…',
  'desk.keptNothing': 'Для вас здесь ничего не сохранено.',
  'desk.unread': 'Хранилище браузера не ответило. Возможно, здесь что-то сохранено. Обновите страницу.',
  'desk.receiver': 'Где хранится',
  'desk.watchClip': 'Посмотреть видео',
  'desk.hideClip': 'Закрыть видео',
  'desk.deleteClip': 'Удалить видео',
  'desk.back': 'Назад',
  'desk.question': 'Отозвать согласие и удалить сейчас?',
  'desk.questionBody':
    '{name} удалит данные о лице, а этот сайт — то, что сохранил от этой проверки в этом браузере. Отменить это нельзя. Потом можно пройти новую проверку.',
  'desk.no': 'Оставить мои данные',

  'mine.checkTitle': 'Ваша проверка лица',
  'mine.clipUntil':
    'Зашифровано. Видео и ключ удаляются {time} или когда вы отзовёте согласие. Видео может посмотреть любой, кто пользуется этим браузером.',
  'mine.name': 'Мои данные проверки лица',
  'mine.title': 'Мои данные',
  'mine.body': 'Что сохранил этот браузер и что хранит {name}.',
  'mine.check': 'Проверка лица, {time}',
  'mine.asking': 'Спрашиваем: {name}…',
  'mine.unheard': '{name} не отвечает. Откройте, чтобы спросить ещё раз.',
  'mine.open': 'Открыть: возразить или отозвать',
  'mine.waiting': 'Зашифрованный результат сохранён на этом устройстве. Сам он не отправляется.',
  'mine.clipLost': 'Браузер потерял ключ к видео. Посмотреть его нельзя.',
  'mine.clip': 'Ваше видео, {time}',
  'mine.downloadClip': 'Скачать видео',
  'mine.takeOut': 'Скачать всё одним файлом',
  'mine.takeOutBody': 'Файл JSON: ваши данные и ключи квитанций. Никому его не передавайте.',
  'mine.takingOut': 'Готовим файл…',
  'mine.takenOut': 'Файл скачан.',

  'review.clip': 'Ваше видео',
  'review.clipFailed': 'Браузер не может показать видео.',
  'review.replay': 'Показать видео',

  'status.no_duplicate.title': 'Проверка лица завершена',
  'status.no_duplicate.word': 'Похожего аккаунта не найдено',
  'status.no_duplicate.body': 'Аккаунта с похожим лицом не найдено.',
  'status.needs_review.title': 'Спасибо. Результат проверит человек',
  'status.needs_review.word': 'Проверяет человек',
  'status.needs_review.body': 'Решает человек, не компьютер. Можно возразить или добавить сведения.',

  'done.next.no_duplicate': 'Это всё. Результат у получателя ({name}).',
  'done.next.needs_review':
    'Результат у получателя ({name}) проверит человек. Точного срока нет. Состояние видно по квитанции.',
  'done.until': 'Данные о лице будут удалены до {time} или когда вы отзовёте согласие.',
  'done.notKept': 'Браузер не может сохранить квитанцию. Скачайте её сейчас: потом она недоступна.',
  'done.later': 'Сохраните квитанцию, чтобы потом посмотреть данные, возразить или отозвать согласие.',
  'done.receipt': 'Ваша квитанция',
  'done.number': 'Номер квитанции',
  'done.decidedAt': 'Результат от',
  'done.deleteAfter': 'Удаление до',
  'done.noticeVersion': 'Версия пояснения',
  'done.download': 'Скачать квитанцию',

  'receipt.print': 'Распечатать квитанцию',

  'done.myData': 'Посмотреть состояние',
  'done.withdraw': 'Отозвать согласие и удалить',
  'done.contest': 'Возразить или добавить сведения',
  'done.contact': 'Возразить или добавить сведения: {contact}',

  'verdict.live': 'Проверка удалась.',
  'verdict.not-live': 'Не всё было чётко видно.',
  'verdict.inconclusive': 'Проверка не дала чёткого ответа.',

  'field.embedding': 'Данные о лице (биометрические)',
  'field.liveness': 'Результаты тестов, словами',
  'field.capture': 'Длина видео, число изображений',
  'field.consent': 'Ваше согласие: номер, содержание, способ и время',
  'field.padding': 'Дополнение до одного размера',

  'error.clip.unsupported.cause': 'Этот браузер не может записать видео.',
  'error.clip.unsupported.remedy': 'Продолжите без видео. Проверка будет такой же.',
  'error.embedding.low_quality.cause': 'Чётких изображений было слишком мало.',
  'error.embedding.low_quality.remedy': 'Повернитесь к свету, не двигайтесь и запишите ещё раз.',
  'error.withdrawal.unreachable.cause': 'Маркетплейс не ответил на запрос.',
  'error.withdrawal.unreachable.remedy':
    'Возможно, уже удалено, возможно, нет. Повторите сейчас или позже с квитанцией: просить можно несколько раз.',
  'error.withdrawal.refused.cause': 'Маркетплейс отклонил этот запрос.',
  'error.withdrawal.refused.remedy': 'Обратитесь в маркетплейс и назовите номер квитанции.',
  'error.objection.unreachable.cause': 'Маркетплейс не ответил. Ваше сообщение могло не дойти.',
  'error.objection.unreachable.remedy':
    'Оно всё ещё здесь. Отправьте его ещё раз или посмотрите, что хранится.',
  'error.objection.refused.cause': 'Здесь нельзя возразить против этой проверки.',
  'error.objection.refused.remedy':
    'Возможно, она уже удалена. Обратитесь в маркетплейс и назовите номер квитанции.',
  'error.objection.exhausted.cause': 'Больше сообщений об этой проверке отправить нельзя.',
  'error.objection.exhausted.remedy':
    'То, что вы написали, прочитает человек. С другими вопросами обратитесь в маркетплейс.',
  'error.receipt.invalid.cause': 'Этот файл — не квитанция проверки лица.',
  'error.receipt.invalid.remedy': 'Выберите скачанный файл «candor-receipt-….json».',
  'error.receipt.other_version.cause': 'Эта страница не может прочитать такую версию квитанции.',
  'error.receipt.other_version.remedy': 'Откройте её на странице маркетплейса или спросите маркетплейс.',
  'error.receipt.unsafe_endpoint.cause':
    'Адрес в этой квитанции не защищён, поэтому туда ничего не отправлено.',
  'error.receipt.unsafe_endpoint.remedy': 'Обратитесь в маркетплейс и назовите номер квитанции.',
  'error.receipt.endpoint_refused.cause':
    'Эта квитанция от другого маркетплейса, поэтому туда ничего не отправлено.',
  'error.receipt.endpoint_refused.remedy': 'Откройте её на странице того маркетплейса.',
  'error.frame.no_answer.cause': 'Часть проверки лица загружалась слишком долго.',
  'error.frame.no_answer.remedy': 'Проверьте соединение и попробуйте ещё раз.',
};

export { ruDesk as messages };
