import { ruLater } from './ru-later.js';
import type { FirstMessages, Messages } from './types.js';

const otherWay = 'Попробуйте ещё раз или продолжите без проверки лица.';
const siteFault = 'Вы ни в чём не ошиблись. Сообщите маркетплейсу код ниже или выберите другой вариант.';
const sendAgain = 'Отправьте ещё раз, когда захотите. Записывать заново не нужно.';
const recordAgain = 'Запишите ещё раз или продолжите без проверки лица.';

const first: FirstMessages = {
  'widget.name': 'Проверка лица',
  'widget.language': 'Язык',
  'widget.optOut': 'Продолжить без проверки лица',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Отменить',
  'widget.questions': 'Есть вопросы? Контакт ({name}):',
  'widget.newTab': '(откроется в новой вкладке)',

  'loading.title': 'Загрузка',
  'loading.body': 'Загружаем сведения о проверке. Камера выключена.',

  'notice.title': 'Можно проверить ваше лицо?',
  'notice.asks': 'Запрос от: {name}',
  'notice.brief.stays':
    'Камера снимает вас пять секунд, пока вы двигаете головой. Видео остаётся на вашем устройстве.',
  'notice.brief.sent':
    'Числа, описывающие ваше лицо, отправляются в зашифрованном виде. Это биометрические данные.',
  'notice.brief.compared':
    'Система распознавания лиц сравнивает их с данными других продавцов. Иногда она ошибается, поэтому каждое совпадение проверяет человек.',
  'notice.brief.gallery':
    'Система распознавания лиц сравнивает их с данными других продавцов (их {count}). Ошибочное совпадение бывает не чаще чем у 1 продавца на {all}. Каждое совпадение проверяет человек.',
  'notice.brief.galleryWorst':
    'Система распознавания лиц сравнивает их с данными других продавцов (их {count}). Ошибочное совпадение бывает не чаще чем у 1 продавца на {all}, в одной из групп – у 1 на {worst}. Каждое совпадение проверяет человек.',
  'notice.brief.groups':
    'Система распознавания лиц сравнивает их с данными продавцов, с которыми у вас есть что-то общее, например банковский счёт. Иногда она ошибается, поэтому каждое совпадение проверяет человек.',
  'notice.brief.deleted': 'Удаляются через {duration} или сразу, как только вы отзовёте согласие.',
  'notice.stays': 'Остаётся на вашем устройстве',
  'notice.sent': 'Отправляется в зашифрованном виде',
  'notice.threshold.value':
    'Человек проверяет, если сходство двух лиц {value} или больше. У одного и того же изображения оно равно 1.',
  'notice.threshold.fmr': 'По ошибке столько примерно у одной пары разных людей на {count}.',
  'notice.threshold.worst':
    'В группе, где ошибок больше всего ({group}): одна на {count}, возможно, одна на {most}.',
  'notice.threshold.ungrouped': 'Никто не измерял, бывает ли это в некоторых группах людей чаще.',
  'notice.threshold.fnmr': 'Примерно у {share} пар изображений одного человека меньше.',
  'notice.threshold.seller': 'Для одного продавца при сравнении с другими ({count}): не чаще 1 на {all}.',
  'notice.threshold.n': 'Количество измеренных пар: {count}.',
  'notice.threshold.link': 'Как это измеряли',
  'notice.details': 'Подробнее',
  'notice.group.recorded': 'Что записывается и отправляется',
  'notice.group.compared': 'Как сравниваются лица',
  'notice.group.why': 'Кто спрашивает и зачем',
  'notice.group.kept': 'Хранение и удаление',
  'notice.group.rights': 'Ваши права',
  'notice.controller': 'Кто спрашивает',
  'notice.reason': 'Зачем',
  'notice.whyNow': 'Почему сейчас',
  'notice.regions': 'Где это действует',
  'notice.recipients': 'Кто получает данные',
  'notice.storagePlace': 'Где они хранятся',
  'notice.retention': 'Как долго',
  'notice.removal': 'Как их удалить',
  'notice.ifDeclined': 'Если вы откажетесь',
  'notice.complaint': 'Жалобы',
  'notice.policy': 'Политика',
  'notice.policyLink': 'Прочитать политику полностью',
  'notice.version': 'Версия этого пояснения',
  'notice.extra': 'По желанию',
  'notice.alternatives': 'Другие варианты',
  'notice.statement': 'На что вы соглашаетесь',
  'notice.cameraOff': 'Камера выключена, пока вы не согласитесь.',
  'notice.consent': 'Соглашаюсь на проверку лица',
  'notice.consentDetail': 'Создаёт биометрические данные моего лица',
  'notice.myData': 'Посмотреть или удалить свои проверки',

  'permission.title': 'Разрешите доступ к камере',
  'permission.body': 'Когда браузер спросит, выберите «Разрешить».',
  'permission.noSound': 'Звук не записывается.',
  'permission.notYet': 'Запись начнётся, только когда вы её запустите.',
  'permission.waitingLong': 'Ответа пока нет. Найдите запрос о камере рядом с адресной строкой.',

  'optedOut.title': 'Вы продолжаете без проверки лица',
  'optedOut.posting': 'Сообщаем маркетплейсу…',
  'optedOut.next': 'Что будет дальше',
  'optedOut.case': 'Номер обращения: {id}',
  'optedOut.time': 'Ожидаемое время: {time}',
  'optedOut.open': 'Дальше: {label}',

  'failed.title': 'Что-то не получилось',
  'failed.code': 'Код: {code}',
  'failed.kept':
    'Ваш зашифрованный результат по-прежнему сохранён на этом устройстве. Пока страница открыта, она сама пробует ещё раз.',
  'failed.keptInPage':
    'Ваш зашифрованный результат есть только на этой странице: браузер не может его сохранить. Пока страница открыта, она сама пробует ещё раз.',
  'failed.notAccepted': 'Маркетплейс не принял результат.',
  'failed.retry': 'Попробовать ещё раз',
  'failed.sendAgain': 'Отправить ещё раз',
  'failed.noWay': 'Вы можете закрыть это и попросить маркетплейс о другом варианте.',

  'cancelled.title': 'Отменено',
  'cancelled.retry': 'Начать сначала',

  'ended.nothingSent': 'Камера выключена. Данные о вашем лице не отправлены.',
  'ended.maybeSent': 'Камера выключена. Ваш результат мог дойти до получателя. {name} может его удалить.',
  'ended.asking': 'Камера выключена. Просим удалить то, что могло дойти. Получатель: {name}…',
  'ended.nothingStored': 'Камера выключена. {name} подтверждает, что ничего не хранится.',
  'ended.mayHaveArrived':
    'Камера выключена. Ваш результат удалён с этого устройства. Он мог дойти до получателя ({name}), но ответа пока нет.',
  'ended.askAgain': 'Ещё раз попросить об удалении',

  'undelivered.title': 'Ваша проверка от {time} не завершена',
  'undelivered.waiting':
    'Зашифрованный результат сохранён на этом устройстве. Он отправится, только если вы выберете «Отправить сейчас». Если вы согласитесь ниже, начнётся новая проверка, а эта будет удалена.',
  'undelivered.unanswered':
    'Результат отправлен и мог дойти, но {name} не отвечает. Вы можете попросить удалить его там.',
  'undelivered.deleting': 'Удаляем здесь и у получателя ({name})…',
  'undelivered.undeleted':
    'Результат удалён с этого устройства. Он мог дойти до получателя ({name}), но ответа пока нет.',
  'undelivered.send': 'Отправить сейчас',
  'undelivered.discard': 'Удалить',

  'error.config.invalid.cause': 'Проверка лица на этой странице настроена неправильно.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Вашего согласия ещё не было, поэтому камера осталась выключенной.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause': 'Эта страница не защищена, поэтому браузер не включает камеру.',
  'error.env.insecure_context.remedy': 'Откройте страницу через https или выберите другой вариант.',
  'error.env.unsupported.cause': 'Проверка лица не работает в этом браузере.',
  'error.env.unsupported.remedy':
    'Откройте её в новой версии Chrome, Edge, Firefox или Safari или выберите другой вариант.',
  'error.env.policy_blocked.cause': 'Эта страница не разрешает проверке лица использовать камеру.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Эта страница блокирует файл, нужный для проверки лица.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Ваш браузер блокирует файл, нужный для проверки лица.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.webgl_unavailable.cause': 'Этот браузер не может обрабатывать изображения на устройстве.',
  'error.env.webgl_unavailable.remedy':
    'Включите ускорение графики, возьмите другой браузер или выберите другой вариант.',
  'error.env.pixels_unreadable.cause': 'Защита приватности в браузере изменяет изображения на этой странице.',
  'error.env.pixels_unreadable.remedy':
    'Выберите другой вариант, отключите эту защиту для страницы или возьмите другой браузер.',
  'error.camera.permission_denied.cause': 'Доступ к камере не разрешён.',
  'error.camera.permission_denied.remedy':
    'Можно продолжить без проверки лица. Или разрешите камеру рядом с адресом страницы и попробуйте ещё раз.',
  'error.camera.not_found.cause': 'Ни одной камеры не найдено.',
  'error.camera.not_found.remedy': 'Подключите камеру и попробуйте ещё раз или продолжите без проверки лица.',
  'error.camera.in_use.cause': 'Камера не запускается. Возможно, она занята другим приложением.',
  'error.camera.in_use.remedy': 'Закройте другие приложения, где работает камера, и попробуйте ещё раз.',
  'error.camera.overconstrained.cause': 'Выбранной камеры больше нет.',
  'error.camera.overconstrained.remedy': 'Попробуйте ещё раз с другой камерой.',
  'error.camera.no_answer.cause': 'Браузер не получил ответа на запрос о камере.',
  'error.camera.no_answer.remedy': 'Попробуйте ещё раз и найдите запрос рядом с адресной строкой.',
  'error.camera.aborted.cause': 'Браузер прервал запуск камеры.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'Связь с камерой пропала.',
  'error.camera.lost.remedy': 'Проверьте кабель или выключатель камеры и попробуйте ещё раз.',
  'error.camera.too_slow.cause': 'Камера передала слишком мало изображений.',
  'error.camera.too_slow.remedy': 'Добавьте света, закройте другие приложения и попробуйте ещё раз.',
  'error.camera.no_frames.cause': 'Камера включена, но изображения нет.',
  'error.camera.no_frames.remedy': 'Откройте камеру или выберите другую и попробуйте ещё раз.',
  'error.clip.unsupported.cause': 'Этот браузер не может записать видео.',
  'error.clip.unsupported.remedy': 'Продолжите без видео. Проверка будет такой же.',
  'error.clip.wrong_length.cause': 'Запись прервалась слишком рано.',
  'error.clip.wrong_length.remedy': recordAgain,
  'error.assets.load_failed.cause': 'Часть проверки лица не загрузилась.',
  'error.assets.load_failed.remedy': 'Проверьте соединение и попробуйте ещё раз.',
  'error.assets.integrity_failed.cause':
    'Часть проверки лица изменилась в пути, поэтому она не использована.',
  'error.assets.integrity_failed.remedy':
    'Попробуйте ещё раз. Если это повторится, сообщите маркетплейсу код ниже или выберите другой вариант.',
  'error.assets.timeout.cause': 'Часть проверки лица загружалась слишком долго.',
  'error.assets.timeout.remedy':
    'Попробуйте ещё раз с более быстрым соединением или выберите другой вариант.',
  'error.runtime.worker_failed.cause': 'Обработка на вашем устройстве прервалась.',
  'error.runtime.worker_failed.remedy': otherWay,
  'error.runtime.wasm_failed.cause': 'Обработка на вашем устройстве не смогла начаться.',
  'error.runtime.wasm_failed.remedy': otherWay,
  'error.runtime.model_failed.cause': 'Обработка на вашем устройстве не дала результата.',
  'error.runtime.model_failed.remedy': recordAgain,
  'error.runtime.timeout.cause': 'Обработка на вашем устройстве шла слишком долго.',
  'error.runtime.timeout.remedy':
    'Закройте другие приложения и попробуйте ещё раз или выберите другой вариант.',
  'error.runtime.gpu_lost.cause': 'Графический процессор вашего устройства остановился.',
  'error.runtime.gpu_lost.remedy':
    'Попробуйте ещё раз. Если это повторится, обновите страницу или выберите другой вариант.',
  'error.runtime.frozen.cause': 'Обработка на вашем устройстве перестала отвечать.',
  'error.runtime.frozen.remedy':
    'Закройте другие приложения и попробуйте ещё раз или выберите другой вариант.',
  'error.capture.interrupted.cause': 'Во время записи вы ушли со страницы, поэтому запись удалена.',
  'error.capture.interrupted.remedy': 'Держите эту страницу открытой и попробуйте ещё раз.',
  'error.embedding.low_quality.cause': 'Чётких изображений было слишком мало.',
  'error.embedding.low_quality.remedy': 'Повернитесь к свету, не двигайтесь и запишите ещё раз.',
  'error.crypto.unavailable.cause': 'Этот браузер не может зашифровать результат.',
  'error.crypto.unavailable.remedy': 'Возьмите новую версию браузера или продолжите без проверки лица.',
  'error.crypto.bad_public_key.cause': 'Ключ маркетплейса не работает, поэтому ничего нельзя зашифровать.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'Маркетплейс не ответил на запрос.',
  'error.discovery.unreachable.remedy': 'Проверьте соединение и попробуйте ещё раз.',
  'error.discovery.malformed.cause': 'Не удалось прочитать настройки маркетплейса.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'У маркетплейса более новая версия, чем у этой страницы.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause':
    'У маркетплейса нет действующего ключа, поэтому ничего нельзя зашифровать.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Ключ маркетплейса не соответствует его имени.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'Подпись ключей маркетплейса недействительна.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'Ключи маркетплейса устарели.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'Маркетплейс не предлагает другого варианта, поэтому проверки лица не будет.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'Маркетплейс не сообщает, как сравнивает лица.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause': 'У маркетплейса нет пояснения на языке, который можно показать.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'Маркетплейс ожидает другой вид данных о лице.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'Маркетплейс не начал проверку.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Несколько попыток подряд не удались.',
  'error.session.cooling_down.remedy': 'Продолжите без проверки лица или вернитесь через полчаса.',
  'error.session.attempts_exhausted.cause': 'Пока попыток больше нет.',
  'error.session.attempts_exhausted.remedy': 'Продолжите без проверки лица или вернитесь позже.',
  'error.session.malformed.cause': 'Не удалось прочитать ответ маркетплейса.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'Маркетплейс не ответил на запрос.',
  'error.session.unreachable.remedy': 'Проверьте соединение и попробуйте ещё раз.',
  'error.session.expired.cause': 'Время на отправку результата истекло.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Эта проверка уже отправлена.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'Маркетплейс не знает этой проверки.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Не удалось связаться с маркетплейсом.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'Маркетплейс не ответил вовремя.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'Маркетплейс сейчас перегружен.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'Маркетплейс не принял результат.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Не удалось прочитать ответ маркетплейса.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause': 'Эта проверка удалена в другой вкладке, поэтому она не отправлена.',
  'error.submit.discarded.remedy': recordAgain,
  'error.objection.unreachable.cause': 'Маркетплейс не ответил. Ваше сообщение могло не дойти.',
  'error.objection.unreachable.remedy':
    'Оно всё ещё здесь. Отправьте его ещё раз или посмотрите, что хранится.',
  'error.objection.refused.cause': 'Здесь нельзя возразить против этой проверки.',
  'error.objection.refused.remedy':
    'Возможно, она уже удалена. Обратитесь в маркетплейс и назовите номер квитанции.',
  'error.objection.exhausted.cause': 'Больше сообщений об этой проверке отправить нельзя.',
  'error.objection.exhausted.remedy':
    'То, что вы написали, прочитает человек. С другими вопросами обратитесь в маркетплейс.',
  'error.receipt.invalid.cause': 'Этот файл – не квитанция проверки лица.',
  'error.receipt.invalid.remedy': 'Выберите скачанный файл «candor-receipt-….json».',
  'error.receipt.other_version.cause': 'Эта страница не может прочитать такую версию квитанции.',
  'error.receipt.other_version.remedy': 'Откройте её на странице маркетплейса или спросите маркетплейс.',
  'error.receipt.unsafe_endpoint.cause':
    'Адрес в этой квитанции не защищён, поэтому туда ничего не отправлено.',
  'error.receipt.unsafe_endpoint.remedy': 'Обратитесь в маркетплейс и назовите номер квитанции.',
  'error.receipt.endpoint_refused.cause':
    'Эта квитанция от другого маркетплейса, поэтому туда ничего не отправлено.',
  'error.receipt.endpoint_refused.remedy': 'Откройте её на странице того маркетплейса.',
  'error.optout.unreachable.cause': 'Маркетплейс не ответил, поэтому ещё не знает о вашем выборе.',
  'error.optout.unreachable.remedy': 'Ваш выбор в силе. Попробуйте ещё раз или обратитесь в маркетплейс.',
  'error.withdrawal.unreachable.cause': 'Маркетплейс не ответил на запрос.',
  'error.withdrawal.unreachable.remedy':
    'Ничего не изменилось. Попробуйте ещё раз или воспользуйтесь квитанцией позже.',
  'error.withdrawal.refused.cause': 'Маркетплейс отклонил этот запрос.',
  'error.withdrawal.refused.remedy': 'Обратитесь в маркетплейс и назовите номер квитанции.',
  'error.internal.cause': 'Возникла непредвиденная проблема.',
  'error.internal.remedy': otherWay,
};

/** Russian. */
export const ru: Messages = { ...first, ...ruLater };

/** What `load.ts` takes of every language's file. */
export { ru as messages };
