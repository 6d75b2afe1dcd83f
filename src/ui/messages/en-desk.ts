import type { DeskMessages } from './desk-keys.js';

/** English, for what is stored of a check, what was decided, and what the seller says to it. */
export const enDesk: DeskMessages = {
  'record.title': 'What is stored about you',
  'record.state': 'Status',
  'record.status': 'Result',
  'record.receivedAt': 'Received',
  'record.fields': 'Fields',
  'record.threshold': 'Comparison',
  'record.verdict': 'Liveness check',
  'record.subject': 'Your seller ID',
  'record.envelope': 'The encrypted message',

  'stored.stored': 'Stored',
  'stored.withdrawn': 'Withdrawn',
  'stored.deleted': 'Deleted',

  'decision.nothingFound': 'The comparison found no similar account.',
  'decision.open': 'A person has not decided yet.',
  'decision.asked': 'A person would like to hear from you before deciding.',
  'decision.again': 'A person is looking at it again.',
  'decision.before': 'Earlier decision: {found}',
  'decision.gone': 'The face data is deleted.',
  'decision.found.same_person': 'A person found that another account here is yours.',
  'decision.found.different_person': 'A person found that the other account belongs to someone else.',
  'decision.found.allowed_second_account': 'A person found that you may have both accounts.',
  'decision.found.no_concern': 'A person looked and has no concerns.',
  'decision.byPerson': 'Decided by a person, {time}.',
  'decision.byMachine': 'Compared by software, {time}. No person was asked.',
  'decision.since': 'Waiting since {time}. Software does not decide.',
  'decision.deletedAt': 'Deleted: {time}.',
  'decision.threshold':
    'A person looks at two accounts when their faces score {value} or more. About 1 in {count} pairs of different people score that much by mistake.',

  'contest.more': 'Write more',
  'contest.body': 'A person will read it and look again. Text only, no images or files.',
  'contest.label': 'Your message',
  'contest.count': '{count} of {most} characters',
  'contest.send': 'Send to a person',
  'contest.sending': 'Sending…',
  'contest.received': 'Your message arrived on {time}. A person will look again.',
  'contest.left': 'Messages left: {count}',
  'contest.said': 'What you wrote',
  'contest.none': 'You cannot send more messages here. Contact the marketplace instead.',

  'withdrawn.title': 'Withdrawn and deleted',
  'withdrawn.body': 'The marketplace confirmed the deletion on {time}.',
  'withdrawn.waiting':
    'Not everyone who keeps a part has confirmed the deletion yet. The marketplace keeps asking.',
  'withdrawn.unconfirmed': 'Not confirmed yet',
  'withdrawn.next': 'You can continue without a face check, or start again.',

  'desk.again': 'Refresh',
  'desk.name': 'Face check receipts',
  'desk.body': 'Your receipt lets you see what is stored about you, and withdraw.',
  'desk.file': 'Open a receipt file',
  'desk.fileBody':
    'Choose the file “candor-receipt-….json”. It is read on this device. Nothing is sent until you press a button.',
  'desk.kept': 'Saved in this browser',
  'desk.looking': 'Looking for what this browser saved…',
  'desk.keptNothing': 'Nothing is saved here for you.',
  'desk.unread':
    'This browser did not open its storage, so something may still be saved here. Reload the page to look again.',
  'desk.receiver': 'Stored at',
  'desk.watchClip': 'Watch the video',
  'desk.hideClip': 'Close the video',
  'desk.deleteClip': 'Delete the video',
  'desk.back': 'Back',
  'desk.question': 'Withdraw and delete now?',
  'desk.questionBody':
    '{name} deletes your face data, and this site deletes what it saved of this check in this browser. This cannot be undone. You can do a new check later.',
  'desk.no': 'Keep my data',

  'mine.checkTitle': 'Your face check',
  'mine.clipUntil':
    'Encrypted. Deleted here with its key on {time}, or when you withdraw. Anyone who can use this browser can watch it.',
  'mine.name': 'My face check data',
  'mine.title': 'My data',
  'mine.body': 'What this browser saved of your face checks, and what {name} holds.',
  'mine.check': 'Face check, {time}',
  'mine.asking': 'Asking {name}…',
  'mine.unheard': '{name} did not answer. Open the check to ask again.',
  'mine.open': 'Open to object or withdraw',
  'mine.waiting': 'The encrypted result is saved on this device. It is not sent on its own.',
  'mine.clipLost': 'This browser has lost the key to this video. Nobody can watch it any more.',
  'mine.clip': 'Your video, {time}',
  'mine.downloadClip': 'Download the video',
  'mine.takeOut': 'Download everything as one file',
  'mine.takeOutBody': 'A JSON file with all your data, and the keys of your receipts. Do not share it.',
  'mine.takingOut': 'Preparing the file…',
  'mine.takenOut': 'The file is in your downloads.',

  'receipt.print': 'Print the receipt',

  'review.clip': 'Your video',
  'review.clipFailed': 'Your browser cannot play the video here.',
  'review.replay': 'Play the video',

  'status.no_duplicate.title': 'Your face check is complete',
  'status.no_duplicate.word': 'No similar account found',
  'status.no_duplicate.body': 'No seller account with a similar face was found.',
  'status.needs_review.title': 'Thank you. A person will look at your check',
  'status.needs_review.word': 'Being checked by a person',
  'status.needs_review.body': 'A person decides, not a computer. You can add facts or object.',

  'done.next.no_duplicate': 'You are done. {name} has the result.',
  'done.next.needs_review':
    'A person at {name} will look at it. There is no fixed time. Your receipt shows the progress.',
  'done.until': 'Your face data is deleted by {time}, or as soon as you withdraw.',
  'done.notKept':
    'This browser cannot store the receipt. Please download it now: you cannot get it again later.',
  'done.later': 'Keep your receipt. With it you can see the progress, object or withdraw later.',
  'done.receipt': 'Your receipt',
  'done.number': 'Receipt number',
  'done.decidedAt': 'Result from',
  'done.deleteAfter': 'Deleted by',
  'done.noticeVersion': 'Notice version',
  'done.download': 'Download the receipt',
  'done.myData': 'See the progress',
  'done.withdraw': 'Withdraw and delete',
  'done.contest': 'Object or add facts',
  'done.contact': 'To object or add facts, contact: {contact}',

  'verdict.live': 'The check went well.',
  'verdict.not-live': 'Not everything could be seen clearly.',
  'verdict.inconclusive': 'The check gave no clear answer.',

  'field.embedding': 'Face data (biometric)',
  'field.liveness': 'Result of each check, in words',
  'field.capture': 'Length of the video, number of images',
  'field.consent': 'Your consent: number, content, method and time',
  'field.padding': 'Filler, so that every message has the same size',

  'error.clip.unsupported.cause': 'This browser cannot record a video.',
  'error.clip.unsupported.remedy': 'Continue without the video. The check is the same.',
  'error.embedding.low_quality.cause': 'Too few images were clear enough.',
  'error.embedding.low_quality.remedy': 'Face the light, hold still, and record again.',
  'error.withdrawal.unreachable.cause': 'The marketplace did not answer.',
  'error.withdrawal.unreachable.remedy':
    'It may or may not be deleted yet. Try again, or use your receipt later: asking twice does no harm.',
  'error.withdrawal.refused.cause': 'The marketplace refused the request.',
  'error.withdrawal.refused.remedy': 'Contact the marketplace with your receipt number.',
  'error.objection.unreachable.cause': 'The marketplace did not answer. Your message may not have arrived.',
  'error.objection.unreachable.remedy': 'It is still here. Send it again, or look at what is stored.',
  'error.objection.refused.cause': 'You cannot object to this check here.',
  'error.objection.refused.remedy':
    'It may be deleted already. Contact the marketplace with your receipt number.',
  'error.objection.exhausted.cause': 'You cannot send more messages about this check.',
  'error.objection.exhausted.remedy': 'A person will read what you wrote. For more, contact the marketplace.',
  'error.receipt.invalid.cause': 'This file is not a face check receipt.',
  'error.receipt.invalid.remedy': 'Choose the file “candor-receipt-….json” that you downloaded.',
  'error.receipt.other_version.cause': 'This page cannot read this version of the receipt.',
  'error.receipt.other_version.remedy': 'Open it on the marketplace’s own page, or ask the marketplace.',
  'error.receipt.unsafe_endpoint.cause':
    'The address in this receipt is not secure, so nothing was sent there.',
  'error.receipt.unsafe_endpoint.remedy': 'Contact the marketplace with your receipt number.',
  'error.receipt.endpoint_refused.cause':
    'This receipt is from another marketplace, so nothing was sent there.',
  'error.receipt.endpoint_refused.remedy': 'Open it on that marketplace’s page.',
};

export { enDesk as messages };
