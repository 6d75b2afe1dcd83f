import type { DeskMessages } from './desk-keys.js';

/** Ukrainian, for what is stored of a check, what was decided, and what the seller says to it. */
export const ukDesk: DeskMessages = {
  'record.title': 'Що про вас зберігається',
  'record.state': 'Стан',
  'record.status': 'Результат',
  'record.receivedAt': 'Отримано',
  'record.fields': 'Поля',
  'record.threshold': 'Порівняння',
  'record.verdict': 'Тест живості',
  'record.subject': 'Ваш номер продавця',
  'record.envelope': 'Зашифроване повідомлення',

  'stored.stored': 'Зберігається',
  'stored.withdrawn': 'Згоду відкликано',
  'stored.deleted': 'Видалено',

  'decision.nothingFound': 'Порівняння не виявило схожого акаунта.',
  'decision.open': 'Людина ще не вирішила.',
  'decision.asked': 'Людина хоче спершу вислухати вас.',
  'decision.again': 'Людина перевіряє це ще раз.',
  'decision.before': 'Раніше: {found}',
  'decision.gone': 'Дані про обличчя видалено.',
  'decision.found.same_person': 'Людина встановила, що інший акаунт тут належить вам.',
  'decision.found.different_person': 'Людина встановила, що інший акаунт належить не вам.',
  'decision.found.allowed_second_account': 'Людина встановила, що ви можете мати обидва акаунти.',
  'decision.found.no_concern': 'Людина перевірила й не має зауважень.',
  'decision.byPerson': 'Рішення людини, {time}.',
  'decision.byMachine': 'Порівняла програма, {time}. Без участі людини.',
  'decision.since': 'Очікує з {time}. Програма не вирішує.',
  'decision.deletedAt': 'Видалено: {time}.',
  'decision.threshold':
    'Людина перевіряє акаунти зі схожістю облич від {value}. Помилково її має приблизно одна пара різних людей на {count}.',

  'contest.more': 'Написати ще',
  'contest.body': 'Людина прочитає й перевірить ще раз. Лише текст.',
  'contest.label': 'Ваше повідомлення',
  'contest.count': 'Символи: {count} з {most}',
  'contest.send': 'Надіслати людині',
  'contest.sending': 'Надсилаємо…',
  'contest.received': 'Повідомлення надійшло {time}. Людина перевірить ще раз.',
  'contest.left': 'Залишилося повідомлень: {count}',
  'contest.said': 'Що ви написали',
  'contest.none': 'Повідомлень не залишилося. Зверніться до маркетплейсу.',

  'withdrawn.title': 'Згоду відкликано, дані видалено',
  'withdrawn.body': 'Маркетплейс підтвердив видалення: {time}.',
  'withdrawn.next': 'Можете продовжити без перевірки обличчя або почати знову.',

  'desk.again': 'Оновити',
  'desk.name': 'Квитанції перевірки обличчя',
  'desk.body': 'З квитанцією ви зможете переглянути свої дані чи відкликати згоду.',
  'desk.file': 'Відкрити файл квитанції',
  'desk.fileBody':
    'Оберіть файл «candor-receipt-….json». Він читається на пристрої. Нічого не надсилається, доки ви не натиснете кнопку.',
  'desk.kept': 'Збережено в цьому браузері',
  'desk.looking': 'Перевіряємо, що збережено в цьому браузері…',
  'desk.keptNothing': 'Тут для вас нічого не збережено.',
  'desk.unread': 'Сховище браузера не відповіло. Можливо, тут щось збережено. Оновіть сторінку.',
  'desk.receiver': 'Де зберігається',
  'desk.watchClip': 'Переглянути відео',
  'desk.hideClip': 'Закрити відео',
  'desk.deleteClip': 'Видалити відео',
  'desk.back': 'Назад',
  'desk.question': 'Відкликати згоду й видалити зараз?',
  'desk.questionBody':
    '{name} видалить дані про обличчя, а цей сайт — те, що зберіг із цієї перевірки в цьому браузері. Скасувати це не можна. Потім можна пройти нову перевірку.',
  'desk.no': 'Залишити мої дані',

  'mine.checkTitle': 'Ваша перевірка обличчя',
  'mine.clipUntil':
    'Зашифровано. Відео та ключ видаляються {time} або коли ви відкличете згоду. Відео може переглянути кожен, хто користується цим браузером.',
  'mine.name': 'Мої дані перевірки обличчя',
  'mine.title': 'Мої дані',
  'mine.body': 'Що зберіг цей браузер і що зберігає {name}.',
  'mine.check': 'Перевірка обличчя, {time}',
  'mine.asking': 'Запитуємо: {name}…',
  'mine.unheard': '{name} не відповідає. Відкрийте, щоб запитати ще раз.',
  'mine.open': 'Відкрити: заперечити чи відкликати',
  'mine.waiting': 'Зашифрований результат збережено на цьому пристрої. Сам він не надсилається.',
  'mine.clipLost': 'Браузер втратив ключ до відео. Його вже не переглянути.',
  'mine.clip': 'Ваше відео, {time}',
  'mine.downloadClip': 'Завантажити відео',
  'mine.takeOut': 'Завантажити все одним файлом',
  'mine.takeOutBody': 'Файл JSON: ваші дані та ключі квитанцій. Не діліться ним.',
  'mine.takingOut': 'Готуємо файл…',
  'mine.takenOut': 'Файл завантажено.',

  'review.clip': 'Ваше відео',
  'review.clipFailed': 'Браузер не може відтворити відео.',
  'review.replay': 'Відтворити відео',

  'status.no_duplicate.title': 'Перевірку обличчя завершено',
  'status.no_duplicate.word': 'Схожого акаунта не знайдено',
  'status.no_duplicate.body': 'Акаунта зі схожим обличчям не знайдено.',
  'status.needs_review.title': 'Дякуємо. Результат перевірить людина',
  'status.needs_review.word': 'Перевіряє людина',
  'status.needs_review.body': 'Вирішує людина, а не комп’ютер. Можете заперечити або додати відомості.',

  'done.next.no_duplicate': 'Це все. {name} має результат.',
  'done.next.needs_review':
    'Результат в отримувача ({name}) перевірить людина. Точного строку немає. Стан видно за квитанцією.',
  'done.until': 'Дані про обличчя видаляються до {time} або коли ви відкличете згоду.',
  'done.notKept': 'Браузер не може зберегти квитанцію. Завантажте її зараз: потім вона недоступна.',
  'done.later': 'Збережіть квитанцію, щоб потім переглянути дані, заперечити чи відкликати згоду.',
  'done.receipt': 'Ваша квитанція',
  'done.number': 'Номер квитанції',
  'done.decidedAt': 'Результат від',
  'done.deleteAfter': 'Видалення до',
  'done.noticeVersion': 'Версія пояснення',
  'done.download': 'Завантажити квитанцію',

  'receipt.print': 'Роздрукувати квитанцію',

  'done.myData': 'Переглянути стан',
  'done.withdraw': 'Відкликати згоду й видалити',
  'done.contest': 'Заперечити або додати відомості',
  'done.contact': 'Заперечити або додати відомості: {contact}',

  'verdict.live': 'Перевірка вдалася.',
  'verdict.not-live': 'Не все було чітко видно.',
  'verdict.inconclusive': 'Перевірка не дала чіткої відповіді.',

  'field.embedding': 'Дані про обличчя (біометричні)',
  'field.liveness': 'Результати тестів, словами',
  'field.capture': 'Довжина відео, кількість зображень',
  'field.consent': 'Ваша згода: номер, спосіб і час',
  'field.padding': 'Доповнення до сталого розміру',

  'error.withdrawal.unreachable.cause': 'Маркетплейс не відповів на запит.',
  'error.withdrawal.unreachable.remedy':
    'Можливо, вже видалено, можливо, ні. Повторіть зараз або згодом із квитанцією: просити можна кілька разів.',
  'error.withdrawal.refused.cause': 'Маркетплейс відхилив цей запит.',
  'error.withdrawal.refused.remedy': 'Зверніться до маркетплейсу та вкажіть номер квитанції.',
  'error.objection.unreachable.cause': 'Маркетплейс не відповів. Ваше повідомлення могло не дійти.',
  'error.objection.unreachable.remedy':
    'Воно досі тут. Надішліть його ще раз або подивіться, що зберігається.',
  'error.objection.refused.cause': 'Тут не можна заперечити проти цієї перевірки.',
  'error.objection.refused.remedy':
    'Можливо, її вже видалено. Зверніться до маркетплейсу та вкажіть номер квитанції.',
  'error.objection.exhausted.cause': 'Більше повідомлень про цю перевірку надіслати не можна.',
  'error.objection.exhausted.remedy':
    'Написане вами прочитає людина. З іншими питаннями зверніться до маркетплейсу.',
  'error.receipt.invalid.cause': 'Цей файл не є квитанцією перевірки обличчя.',
  'error.receipt.invalid.remedy': 'Оберіть завантажений файл «candor-receipt-….json».',
  'error.receipt.other_version.cause': 'Ця сторінка не може прочитати таку версію квитанції.',
  'error.receipt.other_version.remedy': 'Відкрийте її на сторінці маркетплейсу або запитайте маркетплейс.',
  'error.receipt.unsafe_endpoint.cause': 'Адреса в цій квитанції не захищена, тому туди нічого не надіслано.',
  'error.receipt.unsafe_endpoint.remedy': 'Зверніться до маркетплейсу та вкажіть номер квитанції.',
  'error.receipt.endpoint_refused.cause':
    'Ця квитанція від іншого маркетплейсу, тому туди нічого не надіслано.',
  'error.receipt.endpoint_refused.remedy': 'Відкрийте її на сторінці того маркетплейсу.',
};

export { ukDesk as messages };
