import type { DemoWords } from './words.js';

/** English. */
export const en: DemoWords = {
  name: 'Marktkiste (a fictional marketplace)',
  place: 'Hamburg, Germany',
  purpose: 'We check whether you already have a seller account with us.',
  reason:
    'Some excluded sellers come back under another name and cheat again. One account per person makes that harder.',
  whyNow: 'You are opening a seller account. We ask once.',
  regions: 'All new sellers, in every country where Marktkiste is available.',
  comparison:
    'Face recognition compares your face template with those of all other sellers who took part. If there are so many that mistakes would be common, a person looks at your case instead.',
  sent: (numbers) =>
    `A face template: ${numbers} numbers calculated from your face. Also the result of the check in words, the length of the recording, its number of images, and your consent.`,
  notSent: 'The recording. Sound is never recorded.',
  recipients: 'Only our review team. We do not sell or share your data, or train software with it.',
  storagePlace: 'On the computer that runs this demo, encrypted, with the key outside the database.',
  removal:
    'Withdraw at any time, without a reason, on the last screen or with your receipt. We delete your face template at once.',
  complaint: 'To privacy@marktkiste.example, or to the data protection authority where you live.',
  humanDecision: 'No software decides about your account. You can explain a match, for example with a twin.',
  ifDeclined: 'You can still sell: by identity document, bank transfer or video call. It costs nothing more.',
  statement:
    'I agree that Marktkiste makes biometric data of my face from my camera image and compares it with other sellers’, to find a second account.',
  legal: {
    basis: 'The legal basis is your explicit consent (GDPR, Articles 6(1)(a) and 9(2)(a)).',
    rights: {
      access: 'See your data with your receipt, or ask us for a copy.',
      rectification: 'Have wrong details corrected. To change a face template, withdraw and record again.',
      portability: 'Take your data with you as one file.',
    },
    processors: 'No other company works with it.',
    transfers: 'It does not leave the European Union.',
    afterWithdrawal:
      'Proof of your consent stays for three years: its text, dates, the result in a word and ID numbers. Nothing of your face, and not your seller number.',
    ageDeclaration: 'I am 18 or older.',
  },
  inThreeParts: {
    sent: (usual) =>
      `${usual} Before sending, your device splits the face template into three parts. None of the three who get a part has it whole, and neither do we.`,
    comparison:
      'Face recognition compares your face template with those of all other sellers who took part. Three operators compare together, without putting a template together. All that comes out is whether you were seen before; on a match, our review team also learns which account.',
    recipients: (three) =>
      `Our review team, and for one part of the face template each: ${three}. Two of them together could put the template together. We do not sell your data, give it to anybody else, or train software with it.`,
    storagePlace: (usual) =>
      `${usual} In this demo the three are made up and all run on this computer, each with its own database: whoever has the computer has all three parts.`,
    removal: (usual) =>
      `${usual} Each of the three deletes its part and signs a receipt for it; one that cannot be reached, as soon as it can be.`,
    statement: (names) =>
      `I agree that Marktkiste makes biometric data of my face from my camera image. I also agree that ${names} compare it, in three parts, with other sellers’, to find a second account.`,
    processors: (names) => `Only ${names}, each with its own part.`,
  },
  alternatives: {
    'id-document': {
      label: 'Identity document',
      expectedTime: 'One working day',
      next: 'We have noted your choice. You will get an e-mail with a link through which you can hand in a picture of your identity document. A person checks it within one working day.',
    },
    'bank-check': {
      label: 'Bank transfer',
      expectedTime: 'Two working days',
      next: 'We have noted your choice. You will get an e-mail with a reference; transfer 1 cent with it from an account in your name. We send it back once the name matches.',
    },
    'video-call': {
      label: 'Video call with a person',
      expectedTime: '10 minutes, by appointment within three working days',
      next: 'We have noted your choice. You will get an e-mail with appointments to choose from. The call is not recorded.',
    },
    'second-account': {
      label: 'I already have an account and need a second one',
      expectedTime: 'One working day',
      next: 'Thank you for telling us. A second account is allowed where there is a reason, such as a second business. A person writes to you within one working day; no face check is needed.',
    },
  },
};
