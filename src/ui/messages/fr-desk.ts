import type { DeskMessages } from './desk-keys.js';

/** French, for what is stored of a check, what was decided, and what the seller says to it. */
export const frDesk: DeskMessages = {
  'record.title': 'Ce qui est conservé sur vous',
  'record.state': 'État',
  'record.status': 'Résultat',
  'record.receivedAt': 'Reçu le',
  'record.fields': 'Champs',
  'record.threshold': 'Comparaison',
  'record.verdict': 'Détection du vivant',
  'record.subject': 'Votre identifiant de vendeur',
  'record.envelope': 'Le message chiffré',

  'stored.stored': 'Conservé',
  'stored.withdrawn': 'Consentement retiré',
  'stored.deleted': 'Supprimé',

  'decision.nothingFound': 'La comparaison n’a trouvé aucun compte similaire.',
  'decision.open': 'Une personne n’a pas encore décidé.',
  'decision.asked': 'Une personne souhaite vous entendre avant de décider.',
  'decision.again': 'Une personne réexamine la vérification.',
  'decision.before': 'Résultat précédent : {found}',
  'decision.gone': 'Les données du visage sont supprimées.',
  'decision.found.same_person': 'Une personne a conclu qu’un autre compte ici est le vôtre.',
  'decision.found.different_person': 'Une personne a conclu que l’autre compte est à quelqu’un d’autre.',
  'decision.found.allowed_second_account': 'Une personne a conclu que vous pouvez avoir les deux comptes.',
  'decision.found.no_concern': 'Une personne a examiné la vérification et n’a aucune objection.',
  'decision.byPerson': 'Décidé par une personne, {time}.',
  'decision.byMachine': 'Comparé par un logiciel, {time}. Aucune personne n’a été consultée.',
  'decision.since': 'En attente depuis : {time}. Aucun logiciel ne décide.',
  'decision.deletedAt': 'Suppression : {time}.',
  'decision.threshold':
    'Une personne examine deux comptes quand la ressemblance des visages atteint {value}. Environ 1 paire de personnes différentes sur {count} atteint ce niveau par erreur.',

  'contest.more': 'Écrire un autre message',
  'contest.body': 'Une personne le lira et réexaminera la vérification. Texte seul, sans images ni fichiers.',
  'contest.label': 'Votre message',
  'contest.count': 'Caractères : {count} sur {most}',
  'contest.send': 'Envoyer à une personne',
  'contest.sending': 'Envoi du message…',
  'contest.received': 'Votre message est arrivé le {time}. Une personne réexaminera la vérification.',
  'contest.left': 'Messages encore possibles : {count}',
  'contest.said': 'Ce que vous avez écrit',
  'contest.none': 'Vous ne pouvez plus envoyer de messages ici. Contactez la plateforme.',

  'withdrawn.title': 'Consentement retiré, données supprimées',
  'withdrawn.body': 'La plateforme a confirmé la suppression le {time}.',
  'withdrawn.waiting':
    'Tous ceux qui gardent une partie n’ont pas encore confirmé la suppression. La plateforme continue de demander.',
  'withdrawn.unconfirmed': 'Pas encore confirmé',
  'withdrawn.next': 'Vous pouvez continuer sans vérification du visage, ou recommencer.',

  'desk.again': 'Actualiser',
  'desk.name': 'Reçus de vérification du visage',
  'desk.body':
    'Avec votre reçu, vous pouvez voir ce qui est conservé sur vous et retirer votre consentement.',
  'desk.file': 'Ouvrir un fichier de reçu',
  'desk.fileBody':
    'Choisissez le fichier « candor-receipt-….json ». Il est lu sur cet appareil. Rien n’est envoyé tant que vous n’appuyez pas sur un bouton.',
  'desk.kept': 'Conservé dans ce navigateur',
  'desk.looking': 'Recherche de ce que ce navigateur conserve…',
  'desk.keptNothing': 'Rien n’est conservé ici pour vous.',
  'desk.unread':
    'Le stockage de ce navigateur n’a pas répondu. Quelque chose y est peut-être conservé. Rechargez la page.',
  'desk.receiver': 'Conservé chez',
  'desk.watchClip': 'Regarder la vidéo',
  'desk.hideClip': 'Fermer la vidéo',
  'desk.deleteClip': 'Supprimer la vidéo',
  'desk.back': 'Retour',
  'desk.question': 'Retirer votre consentement et supprimer maintenant ?',
  'desk.questionBody':
    '{name} supprime les données de votre visage, et ce site supprime ce qu’il a conservé de cette vérification dans ce navigateur. Cela ne peut pas être annulé. Vous pourrez faire une nouvelle vérification plus tard.',
  'desk.no': 'Garder mes données',

  'mine.checkTitle': 'Votre vérification du visage',
  'mine.clipUntil':
    'Chiffrée. Supprimée ici avec sa clé le {time}, ou quand vous retirez votre consentement. Toute personne qui peut utiliser ce navigateur peut la regarder.',
  'mine.name': 'Mes données de vérification du visage',
  'mine.title': 'Mes données',
  'mine.body': 'Ce que ce navigateur a conservé de vos vérifications, et ce que {name} détient.',
  'mine.check': 'Vérification du visage, {time}',
  'mine.asking': 'Nous interrogeons {name}…',
  'mine.unheard': '{name} n’a pas répondu. Ouvrez le reçu pour redemander.',
  'mine.open': 'Ouvrir : contester ou retirer',
  'mine.waiting': 'Le résultat chiffré est conservé sur cet appareil. Il n’est pas envoyé tout seul.',
  'mine.clipLost': 'Ce navigateur a perdu la clé de cette vidéo. Plus personne ne peut la regarder.',
  'mine.clip': 'Votre vidéo, {time}',
  'mine.downloadClip': 'Télécharger la vidéo',
  'mine.takeOut': 'Tout télécharger en un seul fichier',
  'mine.takeOutBody': 'Un fichier JSON avec toutes vos données et les clés de vos reçus. Ne le partagez pas.',
  'mine.takingOut': 'Préparation du fichier…',
  'mine.takenOut': 'Le fichier est dans vos téléchargements.',

  'review.clip': 'Votre vidéo',
  'review.clipFailed': 'Votre navigateur ne peut pas lire la vidéo ici.',
  'review.replay': 'Lire la vidéo',

  'status.no_duplicate.title': 'Votre vérification du visage est terminée',
  'status.no_duplicate.word': 'Aucun compte similaire trouvé',
  'status.no_duplicate.body': 'Aucun compte vendeur avec un visage similaire n’a été trouvé.',
  'status.needs_review.title': 'Merci. Une personne examinera votre vérification',
  'status.needs_review.word': 'En cours d’examen par une personne',
  'status.needs_review.body':
    'C’est une personne qui décide, pas un ordinateur. Vous pouvez ajouter des informations ou contester.',

  'done.next.no_duplicate': 'Vous n’avez plus rien à faire. {name} a le résultat.',
  'done.next.needs_review':
    'Une personne chez {name} l’examinera. Il n’y a pas de délai fixe. Votre reçu montre où cela en est.',
  'done.until':
    'Les données de votre visage sont supprimées au plus tard le {time}, ou dès que vous retirez votre consentement.',
  'done.notKept':
    'Ce navigateur ne peut pas conserver le reçu. Téléchargez-le maintenant : vous ne pourrez plus l’obtenir ensuite.',
  'done.later':
    'Gardez votre reçu. Il vous suffit pour consulter, contester ou retirer votre consentement plus tard.',
  'done.receipt': 'Votre reçu',
  'done.number': 'Numéro du reçu',
  'done.decidedAt': 'Résultat du',
  'done.deleteAfter': 'Supprimé au plus tard le',
  'done.noticeVersion': 'Version de la notice',
  'done.download': 'Télécharger le reçu',

  'receipt.print': 'Imprimer le reçu',

  'done.myData': 'Voir où cela en est',
  'done.withdraw': 'Retirer mon consentement et supprimer',
  'done.contest': 'Contester ou ajouter des informations',
  'done.contact': 'Pour contester ou ajouter des informations, contactez : {contact}',

  'verdict.live': 'La vérification s’est bien passée.',
  'verdict.not-live': 'Tout n’a pas pu être vu clairement.',
  'verdict.inconclusive': 'La vérification n’a pas donné de réponse claire.',

  'field.embedding': 'Données du visage (biométriques)',
  'field.liveness': 'Résultat de chaque contrôle, en mots',
  'field.capture': 'Durée de la vidéo, nombre d’images',
  'field.consent': 'Votre consentement : numéro, contenu, moyen et heure',
  'field.padding': 'Remplissage jusqu’à une taille fixe',

  'error.clip.unsupported.cause': 'Ce navigateur ne peut pas enregistrer de vidéo.',
  'error.clip.unsupported.remedy': 'Continuez sans la vidéo. La vérification est la même.',
  'error.embedding.low_quality.cause': 'Trop peu d’images étaient assez nettes.',
  'error.embedding.low_quality.remedy':
    'Tournez-vous vers la lumière, ne bougez pas et refaites l’enregistrement.',
  'error.withdrawal.unreachable.cause': 'La plateforme n’a pas répondu.',
  'error.withdrawal.unreachable.remedy':
    'C’est peut-être déjà supprimé, peut-être pas. Réessayez, ou utilisez votre reçu plus tard : recommencer est sans risque.',
  'error.withdrawal.refused.cause': 'La plateforme a refusé la demande.',
  'error.withdrawal.refused.remedy': 'Contactez la plateforme avec le numéro de votre reçu.',
  'error.objection.unreachable.cause':
    'La plateforme n’a pas répondu. Votre message n’est peut-être pas arrivé.',
  'error.objection.unreachable.remedy': 'Il est toujours ici. Renvoyez-le, ou regardez ce qui est conservé.',
  'error.objection.refused.cause': 'Vous ne pouvez pas contester cette vérification ici.',
  'error.objection.refused.remedy':
    'Elle est peut-être déjà supprimée. Contactez la plateforme avec le numéro de votre reçu.',
  'error.objection.exhausted.cause': 'Vous ne pouvez plus envoyer de messages sur cette vérification.',
  'error.objection.exhausted.remedy':
    'Une personne lira ce que vous avez écrit. Pour en dire plus, contactez la plateforme.',
  'error.receipt.invalid.cause': 'Ce fichier n’est pas un reçu de vérification du visage.',
  'error.receipt.invalid.remedy': 'Choisissez le fichier « candor-receipt-….json » que vous avez téléchargé.',
  'error.receipt.other_version.cause': 'Cette page ne peut pas lire cette version du reçu.',
  'error.receipt.other_version.remedy': 'Ouvrez-le sur la page de la plateforme, ou adressez-vous à elle.',
  'error.receipt.unsafe_endpoint.cause': 'L’adresse de ce reçu n’est pas sécurisée : rien n’y a été envoyé.',
  'error.receipt.unsafe_endpoint.remedy': 'Contactez la plateforme avec le numéro de votre reçu.',
  'error.receipt.endpoint_refused.cause': 'Ce reçu vient d’une autre plateforme : rien n’y a été envoyé.',
  'error.receipt.endpoint_refused.remedy': 'Ouvrez-le sur la page de cette autre plateforme.',
  'error.frame.no_answer.cause': 'Une partie de la vérification du visage a mis trop de temps à charger.',
  'error.frame.no_answer.remedy': 'Vérifiez votre connexion, puis réessayez.',
};

export { frDesk as messages };
