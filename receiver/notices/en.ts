import type { Notice } from '../../src/core/types.js';
import { type NoticeTerms, writeTerms } from './terms.js';

export function noticeEn(terms: NoticeTerms): Notice {
  const { value, people, pairs, oneInPairs, group, missed, days } = writeTerms(terms, 'en');
  return {
    version: '2026-1',
    controller: {
      name: 'Marktkiste (a fictional marketplace)',
      contact: 'privacy@marktkiste.example',
      address: 'Marktkiste, Beispielweg 1, 20095 Hamburg, Germany',
    },
    purpose: 'We check whether you already have a seller account with us.',
    reason:
      'Sellers whom we had to exclude sometimes come back under another name and cheat buyers again. One person, one account makes that harder.',
    why_now: 'You are opening a seller account. We ask once, before your first listing goes online.',
    regions: 'We ask every new seller the same, in every country in which Marktkiste is available.',
    comparison: `This is face recognition. Your face template is compared with those of all other sellers who took part (one against many). From a similarity of ${value} on, a person looks at both cases. We know how often that goes wrong from press photographs of ${people} people (Labeled Faces in the Wild, one picture each, groups sorted by eye): of ${pairs} pairs of different people, about 1 in ${oneInPairs} reached that value. Of the groups that were measured, it happened most to this one: ${group.name}, about 1 in ${group.oneInPairs} (${group.pairs} pairs; with so few it may be 1 in ${group.atMost}). ${missed} of pairs of the same person did not reach it. Where so many take part that the comparison would be wrong too often, it is left out, and a person looks at the case.`,
    sent: `Your face template: ${terms.embeddingDim} numbers calculated from your face, which are biometric data. With it: what the liveness check found, in words; the length of the recording and its number of pictures; and your consent. All of it is sealed before it leaves your device.`,
    notSent: 'The recording, single pictures and sound. They stay on your device; sound is never recorded.',
    recipients:
      'Only the review team of Marktkiste. We do not sell your data, do not pass it on, and do not train software with it.',
    storagePlace:
      'On the server that receives it, encrypted; the key is kept outside the database. In this demonstration, that is the computer that runs it.',
    retentionDays: terms.retentionDays,
    removal: `You can withdraw at any time and without a reason: on the last screen, or later with your receipt. Your face template is then deleted at once, and you get the date of the deletion. Without your doing anything, it is deleted after ${days} days.`,
    complaint:
      'Write to privacy@marktkiste.example. You can also complain to the data protection authority of the place where you live.',
    humanDecision:
      'No software decides about your account. If a similarity is found, a person looks at it, and you can explain it, for example as a twin or with a second business.',
    ifDeclined:
      'You can sell all the same: show an identity document, make a bank transfer or take a video call. It costs nothing more.',
    policyUrl: 'https://marktkiste.example/privacy/face-check',
    purposes: [
      {
        id: 'duplicate-check',
        text: 'I agree that Marktkiste creates a face template from my camera image. A face template is biometric data. Marktkiste compares it with those of other sellers to see whether I already have a seller account.',
      },
    ],
  };
}
