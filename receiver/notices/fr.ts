import type { DemoWords } from './words.js';

/** French. */
export const fr: DemoWords = {
  name: 'Marktkiste (une plateforme fictive)',
  place: 'Hambourg, Allemagne',
  purpose: 'Nous vérifions si vous avez déjà un compte vendeur chez nous.',
  reason:
    'Certains vendeurs exclus reviennent sous un autre nom et trompent à nouveau. Un seul compte par personne rend cela plus difficile.',
  whyNow: 'Vous ouvrez un compte vendeur. Nous demandons une seule fois.',
  regions: 'À tous les nouveaux vendeurs, dans tous les pays où Marktkiste est présent.',
  comparison:
    'La reconnaissance faciale compare les données de votre visage à celles de tous les autres vendeurs qui ont participé. S’ils sont si nombreux que les erreurs seraient fréquentes, une personne examine plutôt votre cas.',
  sent: (numbers) =>
    `Les données de votre visage : ${numbers} nombres calculés à partir de votre visage. Et aussi le résultat de la vérification en mots, la durée de l’enregistrement, son nombre d’images et votre consentement.`,
  notSent: 'L’enregistrement. Le son n’est jamais enregistré.',
  recipients:
    'Seulement notre équipe de vérification. Nous ne vendons pas vos données, ne les transmettons pas et n’entraînons aucun logiciel avec elles.',
  storagePlace:
    'Sur l’ordinateur où tourne cette démonstration, chiffrées. La clé se trouve hors de la base de données.',
  removal:
    'Retirez votre consentement à tout moment, sans motif, sur le dernier écran ou avec votre reçu. Nous supprimons aussitôt les données de votre visage.',
  complaint:
    'À privacy@marktkiste.example ou à l’autorité de protection des données de votre lieu de résidence.',
  humanDecision:
    'Aucun logiciel ne décide de votre compte. Vous pouvez expliquer une correspondance, par exemple avec un jumeau.',
  ifDeclined:
    'Vous pouvez vendre quand même : pièce d’identité, virement ou appel vidéo, sans frais de plus.',
  statement:
    'J’accepte que Marktkiste tire de ma caméra des données biométriques de mon visage et les compare à celles d’autres vendeurs, pour trouver un second compte.',
  legal: {
    basis: 'La base légale est votre consentement explicite (RGPD, articles 6(1)(a) et 9(2)(a)).',
    rights: {
      access: 'Consultez vos données avec votre reçu, ou demandez-en une copie.',
      rectification:
        'Faites corriger les informations fausses. Pour changer les données de votre visage, retirez votre consentement et refaites l’enregistrement.',
      portability: 'Emportez vos données dans un fichier.',
    },
    processors: 'Aucune autre entreprise ne travaille avec ces données.',
    transfers: 'Elles ne quittent pas l’Union européenne.',
    afterWithdrawal:
      'La preuve de votre consentement est conservée trois ans : son texte, les dates, le résultat en un mot et des numéros d’identification. Rien de votre visage, ni votre numéro de vendeur.',
    ageDeclaration: 'J’ai 18 ans ou plus.',
  },
  inThreeParts: {
    sent: (usual) =>
      `${usual} Avant l’envoi, votre appareil divise les données du visage en trois parties. Aucun des trois qui reçoivent une partie ne les a en entier, et nous non plus.`,
    comparison:
      'La reconnaissance faciale compare les données de votre visage à celles de tous les autres vendeurs qui ont participé. Trois opérateurs comparent ensemble, sans reconstituer les données d’aucun visage. On apprend seulement si vous avez déjà été vu ; en cas de correspondance, notre équipe de vérification apprend aussi avec quel compte.',
    recipients: (three) =>
      `Notre équipe de vérification et, pour une partie des données du visage chacun : ${three}. Deux d’entre eux ensemble pourraient reconstituer ces données. Nous ne vendons pas vos données, ne les donnons à personne d’autre et n’entraînons aucun logiciel avec elles.`,
    storagePlace: (usual) =>
      `${usual} Dans cette démonstration, les trois sont fictifs et tournent tous sur cet ordinateur, chacun avec sa base de données : qui a l’ordinateur a les trois parties.`,
    removal: (usual) =>
      `${usual} Chacun des trois supprime sa partie et signe un reçu ; s’il est injoignable, dès qu’il ne l’est plus.`,
    statement: (names) =>
      `J’accepte que Marktkiste tire de ma caméra des données biométriques de mon visage et les fasse comparer par ${names}, en trois parties, à celles d’autres vendeurs, pour trouver un second compte.`,
    processors: (names) => `Seulement ${names}, chacun avec sa partie.`,
  },
  alternatives: {
    'id-document': {
      label: 'Pièce d’identité',
      expectedTime: 'Un jour ouvré',
      next: 'Nous avons noté votre choix. Vous recevrez un e-mail avec un lien pour envoyer une image de votre pièce d’identité. Une personne la vérifie en un jour ouvré.',
    },
    'bank-check': {
      label: 'Virement bancaire',
      expectedTime: 'Deux jours ouvrés',
      next: 'Nous avons noté votre choix. Vous recevrez un e-mail avec une référence ; faites avec elle un virement de 1 centime depuis un compte à votre nom. Nous le renvoyons dès que le nom correspond.',
    },
    'video-call': {
      label: 'Appel vidéo avec une personne',
      expectedTime: '10 minutes, sur rendez-vous sous trois jours ouvrés',
      next: 'Nous avons noté votre choix. Vous recevrez un e-mail avec des rendez-vous au choix. L’appel n’est pas enregistré.',
    },
    'second-account': {
      label: 'J’ai déjà un compte et j’en ai besoin d’un second',
      expectedTime: 'Un jour ouvré',
      next: 'Merci de nous le dire. Un second compte est permis s’il y a une raison, par exemple une seconde activité. Une personne vous écrit sous un jour ouvré ; aucune vérification du visage n’est nécessaire.',
    },
  },
};
