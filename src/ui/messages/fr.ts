import type { FirstMessages } from './types.js';

const otherWay = 'Réessayez, ou continuez sans vérification du visage.';
const siteFault =
  'Vous n’y êtes pour rien. Indiquez le code ci-dessous à la plateforme, ou choisissez une autre option.';
const sendAgain = 'Renvoyez le résultat quand vous voulez. Inutile de refaire l’enregistrement.';
const recordAgain = 'Refaites l’enregistrement, ou continuez sans vérification du visage.';

/** French. */
export const fr: FirstMessages = {
  'widget.name': 'Vérification du visage',
  'widget.language': 'Langue',
  'widget.optOut': 'Continuer sans vérifier mon visage',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Annuler',
  'widget.questions': 'Des questions ? Contactez {name} :',
  'widget.newTab': '(ouvre un nouvel onglet)',

  'loading.title': 'Chargement',
  'loading.body': 'Nous chargeons les détails de la vérification. Votre caméra est éteinte.',

  'notice.title': 'Vérifier votre visage ?',
  'notice.asks': 'Demandé par {name}',
  'notice.brief.stays':
    'Votre caméra vous filme cinq secondes pendant que vous bougez la tête. La vidéo reste sur votre appareil.',
  'notice.brief.sent': 'Des données biométriques tirées de votre visage sont envoyées, chiffrées.',
  'notice.brief.compared':
    'La reconnaissance faciale les compare à celles d’autres vendeurs. Certaines correspondances sont des erreurs : une personne vérifie chaque cas.',
  'notice.brief.gallery':
    'La reconnaissance faciale les compare à celles d’autres vendeurs ({count}). Jusqu’à 1 sur {all} correspond par erreur. Une personne vérifie chaque cas.',
  'notice.brief.galleryWorst':
    'La reconnaissance faciale les compare à celles d’autres vendeurs ({count}). Jusqu’à 1 sur {all} correspond par erreur, dans un groupe 1 sur {worst}. Une personne vérifie chaque cas.',
  'notice.brief.galleryShare':
    'La reconnaissance faciale les compare à celles d’autres vendeurs ({count}). Jusqu’à {all} correspondent par erreur. Une personne vérifie chaque cas.',
  'notice.brief.galleryWorstShare':
    'La reconnaissance faciale les compare à celles d’autres vendeurs ({count}). Jusqu’à {all} correspondent par erreur, dans un groupe {worst}. Une personne vérifie chaque cas.',
  'notice.brief.groups':
    'La reconnaissance faciale les compare à celles de vendeurs qui ont un point commun avec vous, par exemple un compte bancaire. Certaines correspondances sont des erreurs : une personne vérifie chaque cas.',
  'notice.brief.deleted': 'Supprimées après {duration}, ou dès que vous retirez votre consentement.',
  'notice.stays': 'Reste sur votre appareil',
  'notice.sent': 'Envoyé, chiffré',
  'notice.threshold.value':
    'Une personne examine deux comptes quand la ressemblance des visages atteint {value}. Deux images identiques atteignent 1.',
  'notice.threshold.fmr':
    'Environ 1 paire de personnes différentes sur {count} atteint ce niveau par erreur.',
  'notice.threshold.worst':
    'Dans le groupe où il y a le plus d’erreurs ({group}), c’est environ 1 paire sur {count}, et peut-être 1 sur {most}.',
  'notice.threshold.ungrouped':
    'Personne n’a mesuré si cela arrive plus souvent à certains groupes de personnes.',
  'notice.threshold.fnmr': 'Environ {share} des paires d’une même personne n’atteignent pas ce niveau.',
  'notice.threshold.seller': 'Pour un vendeur comparé à {count} : jusqu’à {all}.',
  'notice.threshold.n': 'Paires de personnes différentes mesurées : {count}.',
  'notice.threshold.link': 'Comment cela a été mesuré',
  'notice.details': 'Plus de détails',
  'notice.group.recorded': 'Ce qui est enregistré et envoyé',
  'notice.group.compared': 'Comment les visages sont comparés',
  'notice.group.why': 'Qui le demande, et pourquoi',
  'notice.group.kept': 'Conservation et suppression',
  'notice.group.rights': 'Vos droits',
  'notice.controller': 'Qui le demande',
  'notice.reason': 'Pourquoi',
  'notice.whyNow': 'Pourquoi maintenant',
  'notice.regions': 'Où cela s’applique',
  'notice.recipients': 'Qui reçoit les données',
  'notice.storagePlace': 'Où elles sont conservées',
  'notice.retention': 'Durée de conservation',
  'notice.removal': 'Comment les supprimer',
  'notice.ifDeclined': 'Si vous dites non :',
  'notice.complaint': 'Réclamations',
  'notice.policy': 'Politique',
  'notice.policyLink': 'Lire la politique complète',
  'notice.version': 'Version de cette notice :',
  'notice.extra': 'Facultatif',
  'notice.alternatives': 'Autres options',
  'notice.statement': 'Ce que vous acceptez',
  'notice.cameraOff': 'Votre caméra reste éteinte tant que vous n’avez pas accepté.',
  'notice.consent': 'J’accepte la vérification du visage',
  'notice.consentDetail': 'Crée des données biométriques de mon visage',
  'notice.myData': 'Voir ou supprimer vos vérifications',

  'permission.title': 'Autorisez l’accès à la caméra',
  'permission.body': 'Choisissez « Autoriser » quand votre navigateur le demande.',
  'permission.noSound': 'Aucun son n’est enregistré.',
  'permission.notYet': 'L’enregistrement ne commence que lorsque vous le lancez.',
  'permission.waitingLong':
    'Toujours en attente. Cherchez la demande d’accès à la caméra près de la barre d’adresse.',

  'optedOut.title': 'Vous continuez sans vérification du visage',
  'optedOut.posting': 'Nous prévenons la plateforme…',
  'optedOut.next': 'La suite :',
  'optedOut.case': 'Numéro de dossier : {id}',
  'optedOut.time': 'Délai prévu : {time}',
  'optedOut.open': 'Continuer : {label}',

  'failed.title': 'Un problème est survenu',
  'failed.notHere': 'La vérification du visage n’est pas possible ici',
  'failed.code': 'Code : {code}',
  'failed.kept':
    'Votre résultat chiffré est toujours conservé sur cet appareil. Tant que cette page reste ouverte, elle réessaie d’elle-même.',
  'failed.keptInPage':
    'Votre résultat chiffré n’est que dans cette page : ce navigateur ne peut pas le conserver. Tant que la page reste ouverte, elle réessaie d’elle-même.',
  'failed.notAccepted': 'La plateforme n’a pas accepté le résultat.',
  'failed.retry': 'Réessayer',
  'failed.sendAgain': 'Renvoyer',
  'failed.noWay': 'Vous pouvez fermer cette fenêtre et demander une autre option à la plateforme.',
  'failed.tell': 'Vous n’y êtes pour rien. Indiquez le code ci-dessous à la plateforme.',
  'failed.againOrTell': 'Réessayez. Si cela se reproduit, indiquez le code ci-dessous à la plateforme.',

  'cancelled.title': 'Annulé',
  'cancelled.retry': 'Recommencer',

  'ended.nothingSent': 'La caméra est éteinte. Rien n’a été envoyé sur votre visage.',
  'ended.maybeSent':
    'La caméra est éteinte. Votre résultat est peut-être arrivé chez {name}, où il peut être supprimé.',
  'ended.asking': 'La caméra est éteinte. Nous demandons à {name} de supprimer ce qui a pu arriver…',
  'ended.nothingStored': 'La caméra est éteinte. {name} a confirmé que rien n’est conservé.',
  'ended.mayHaveArrived':
    'La caméra est éteinte. Votre résultat est supprimé sur cet appareil. Il est peut-être arrivé chez {name}, qui n’a pas encore répondu.',
  'ended.askAgain': 'Redemander la suppression',

  'undelivered.title': 'Votre vérification du {time} n’est pas terminée',
  'undelivered.waiting':
    'Le résultat chiffré est conservé sur cet appareil. Il n’est envoyé que si vous choisissez « Envoyer maintenant ». Si vous acceptez ci-dessous, une nouvelle vérification commence et celle-ci est supprimée.',
  'undelivered.until': 'Vous pouvez l’envoyer jusqu’au {time}. Ensuite, il est supprimé.',
  'undelivered.unanswered':
    '{name} n’a pas confirmé le résultat. Il est peut-être arrivé. Vous pouvez le faire supprimer.',
  'undelivered.deleting': 'Suppression ici et chez {name}…',
  'undelivered.undeleted':
    'Le résultat est supprimé sur cet appareil. Il est peut-être arrivé chez {name}, qui n’a pas encore répondu.',
  'undelivered.send': 'Envoyer maintenant',
  'undelivered.discard': 'Supprimer',

  'error.config.invalid.cause': 'La vérification du visage est mal configurée sur cette page.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Vous n’aviez pas encore accepté : la caméra est restée éteinte.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause':
    'Cette page n’est pas sécurisée : votre navigateur laisse la caméra éteinte.',
  'error.env.insecure_context.remedy': 'Ouvrez la page en https, ou choisissez une autre option.',
  'error.env.unsupported.cause': 'La vérification du visage ne fonctionne pas dans ce navigateur.',
  'error.env.unsupported.remedy':
    'Utilisez une version récente de Chrome, Edge, Firefox ou Safari, ou choisissez une autre option.',
  'error.env.policy_blocked.cause':
    'Cette page ne permet pas à la vérification du visage d’utiliser la caméra.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Cette page bloque un fichier nécessaire à la vérification du visage.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause':
    'Votre navigateur bloque un fichier nécessaire à la vérification du visage.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause':
    'La protection de la vie privée de votre navigateur modifie les images que cette page voit.',
  'error.env.pixels_unreadable.remedy':
    'Choisissez une autre option, désactivez cette protection pour cette page ou changez de navigateur.',
  'error.camera.permission_denied.cause': 'L’accès à la caméra n’est pas autorisé.',
  'error.camera.permission_denied.remedy':
    'Vous pouvez continuer sans vérification du visage. Ou autorisez la caméra à côté de l’adresse de la page, puis réessayez.',
  'error.camera.not_found.cause': 'Aucune caméra n’a été trouvée.',
  'error.camera.not_found.remedy':
    'Branchez une caméra et réessayez, ou continuez sans vérification du visage.',
  'error.camera.in_use.cause': 'La caméra ne démarre pas. Une autre application l’utilise peut-être.',
  'error.camera.in_use.remedy': 'Fermez les autres applications qui utilisent la caméra, puis réessayez.',
  'error.camera.overconstrained.cause': 'La caméra que vous avez choisie n’est plus là.',
  'error.camera.overconstrained.remedy': 'Réessayez avec une autre caméra.',
  'error.camera.no_answer.cause': 'Votre navigateur n’a pas eu de réponse à la demande d’accès à la caméra.',
  'error.camera.no_answer.remedy': 'Réessayez et cherchez la demande près de la barre d’adresse.',
  'error.camera.aborted.cause': 'Le navigateur a interrompu l’ouverture de la caméra.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'La caméra a été déconnectée.',
  'error.camera.lost.remedy': 'Vérifiez le câble ou l’interrupteur de la caméra, puis réessayez.',
  'error.camera.too_slow.cause': 'La caméra a envoyé trop peu d’images.',
  'error.camera.too_slow.remedy': 'Ajoutez de la lumière, fermez les autres applications, puis réessayez.',
  'error.camera.no_frames.cause': 'La caméra est allumée mais ne montre aucune image.',
  'error.camera.no_frames.remedy': 'Découvrez la caméra ou activez-la avec son interrupteur, puis réessayez.',
  'error.assets.load_failed.cause': 'Une partie de la vérification du visage n’a pas été chargée.',
  'error.assets.load_failed.remedy': 'Vérifiez votre connexion, puis réessayez.',
  'error.assets.integrity_failed.cause':
    'Une partie de la vérification du visage a été modifiée en chemin et n’a donc pas été utilisée.',
  'error.assets.integrity_failed.remedy':
    'Réessayez. Si cela se reproduit, indiquez le code ci-dessous à la plateforme, ou choisissez une autre option.',
  'error.assets.timeout.cause': 'Une partie de la vérification du visage a mis trop de temps à charger.',
  'error.assets.timeout.remedy': 'Réessayez avec une connexion plus rapide, ou choisissez une autre option.',
  'error.crypto.unavailable.cause': 'Ce navigateur ne peut pas chiffrer le résultat.',
  'error.crypto.unavailable.remedy':
    'Utilisez un navigateur récent, ou continuez sans vérification du visage.',
  'error.crypto.bad_public_key.cause': 'Une clé ne fonctionne pas : rien ne peut être chiffré.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'La plateforme n’a pas répondu.',
  'error.discovery.unreachable.remedy': 'Vérifiez votre connexion, puis réessayez.',
  'error.discovery.malformed.cause': 'Les réglages de la plateforme n’ont pas pu être lus.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'La plateforme utilise une version plus récente que cette page.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause': 'La plateforme n’a pas de clé valide : rien ne peut être chiffré.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Une clé ne correspond pas à son nom.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'La signature des clés de la plateforme n’est pas valide.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'Les clés de la plateforme ne sont plus à jour.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'La plateforme ne propose aucune autre option : aucune vérification du visage n’est faite.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'La plateforme n’indique pas comment elle compare les visages.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause':
    'La plateforme n’a pas de notice dans une langue qui peut être affichée.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'La plateforme attend un autre type de données du visage.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'La plateforme n’a pas démarré la vérification.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Plusieurs essais de suite n’ont pas fonctionné.',
  'error.session.cooling_down.remedy':
    'Continuez sans vérification du visage, ou revenez dans une demi-heure.',
  'error.session.attempts_exhausted.cause': 'Vous n’avez plus d’essais pour le moment.',
  'error.session.attempts_exhausted.remedy': 'Continuez sans vérification du visage, ou revenez plus tard.',
  'error.session.malformed.cause': 'La réponse de la plateforme n’a pas pu être lue.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'La plateforme n’a pas répondu.',
  'error.session.unreachable.remedy': 'Vérifiez votre connexion, puis réessayez.',
  'error.session.expired.cause': 'Le délai pour envoyer le résultat est passé.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Cette vérification a déjà été envoyée.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'La plateforme ne connaît pas cette vérification.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'La plateforme n’a pas pu être jointe.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'La plateforme n’a pas répondu à temps.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'La plateforme ne peut pas recevoir le résultat pour l’instant.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'La plateforme n’a pas accepté le résultat.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'La réponse de la plateforme n’a pas pu être lue.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause':
    'Cette vérification a été supprimée dans un autre onglet et n’a pas été envoyée.',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause': 'La plateforme n’a pas répondu : elle ne connaît pas encore votre choix.',
  'error.optout.unreachable.remedy': 'Votre choix reste valable. Réessayez, ou contactez la plateforme.',
  'error.storage.undeleted.cause':
    'Ce navigateur n’a pas confirmé la suppression. Une vidéo conservée est peut-être encore là.',
  'error.storage.undeleted.remedy': 'Réessayez, ou supprimez les données de ce site dans votre navigateur.',
  'error.internal.cause': 'Un problème inattendu est survenu.',
  'error.internal.remedy': otherWay,
};

export { fr as messages };
