import type { FirstMessages } from './types.js';

const otherWay = 'Δοκιμάστε ξανά ή συνεχίστε χωρίς έλεγχο προσώπου.';
const siteFault =
  'Δεν κάνατε κάποιο λάθος. Πείτε στην πλατφόρμα τον παρακάτω κωδικό ή διαλέξτε άλλη επιλογή.';
const sendAgain = 'Στείλτε το ξανά όποτε θέλετε. Δεν χρειάζεται νέα καταγραφή.';
const recordAgain = 'Κάντε νέα καταγραφή ή συνεχίστε χωρίς έλεγχο προσώπου.';

/** Greek. */
export const el: FirstMessages = {
  'widget.name': 'Έλεγχος προσώπου',
  'widget.language': 'Γλώσσα',
  'widget.optOut': 'Συνέχεια χωρίς έλεγχο προσώπου',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Ακύρωση',
  'widget.questions': 'Έχετε ερωτήσεις; Επικοινωνία με {name}:',
  'widget.newTab': '(ανοίγει νέα καρτέλα)',

  'loading.title': 'Φόρτωση',
  'loading.body': 'Φορτώνουμε τα στοιχεία του ελέγχου. Η κάμερά σας είναι κλειστή.',

  'notice.title': 'Να ελέγξουμε το πρόσωπό σας;',
  'notice.asks': 'Αίτημα από {name}',
  'notice.brief.stays':
    'Η κάμερα σας καταγράφει για πέντε δευτερόλεπτα ενώ κουνάτε το κεφάλι. Το βίντεο μένει στη συσκευή σας.',
  'notice.brief.sent': 'Στέλνονται κρυπτογραφημένα βιομετρικά δεδομένα του προσώπου σας.',
  'notice.brief.compared':
    'Η αναγνώριση προσώπου τα συγκρίνει με άλλους πωλητές. Μερικές ομοιότητες είναι λάθος. Κάθε περίπτωση την ελέγχει άνθρωπος.',
  'notice.brief.gallery':
    'Η αναγνώριση προσώπου τα συγκρίνει με πωλητές (συνολικά {count}). Έως 1 στους {all} ταιριάζει κατά λάθος. Κάθε περίπτωση την ελέγχει άνθρωπος.',
  'notice.brief.galleryWorst':
    'Η αναγνώριση προσώπου τα συγκρίνει με πωλητές (συνολικά {count}). Έως 1 στους {all} ταιριάζει κατά λάθος, σε μία ομάδα 1 στους {worst}. Κάθε περίπτωση την ελέγχει άνθρωπος.',
  'notice.brief.galleryShare':
    'Η αναγνώριση προσώπου τα συγκρίνει με πωλητές (συνολικά {count}). Έως και το {all} ταιριάζει κατά λάθος. Κάθε περίπτωση την ελέγχει άνθρωπος.',
  'notice.brief.galleryWorstShare':
    'Η αναγνώριση προσώπου τα συγκρίνει με πωλητές (συνολικά {count}). Έως και το {all} ταιριάζει κατά λάθος, σε μία ομάδα το {worst}. Κάθε περίπτωση την ελέγχει άνθρωπος.',
  'notice.brief.groups':
    'Η αναγνώριση προσώπου τα συγκρίνει με πωλητές που έχουν κάτι κοινό με εσάς, όπως έναν τραπεζικό λογαριασμό. Μερικές ομοιότητες είναι λάθος. Κάθε περίπτωση την ελέγχει άνθρωπος.',
  'notice.brief.deleted': 'Διαγράφονται μετά από {duration} ή μόλις ανακαλέσετε τη συγκατάθεσή σας.',
  'notice.stays': 'Μένει στη συσκευή σας',
  'notice.sent': 'Στέλνεται κρυπτογραφημένο',
  'notice.threshold.value':
    'Άνθρωπος εξετάζει δύο λογαριασμούς όταν τα πρόσωπα έχουν ομοιότητα {value} και πάνω. Η ίδια εικόνα έχει 1.',
  'notice.threshold.fmr': 'Περίπου 1 στα {count} ζεύγη διαφορετικών ανθρώπων έχει τόση κατά λάθος.',
  'notice.threshold.worst': 'Στην ομάδα με τα περισσότερα λάθη ({group}): 1 στα {count}, ίσως 1 στα {most}.',
  'notice.threshold.ungrouped': 'Δεν έχει μετρηθεί αν συμβαίνει συχνότερα σε ορισμένες ομάδες.',
  'notice.threshold.fnmr': 'Περίπου {share} των ζευγών του ίδιου ανθρώπου έχει μικρότερη.',
  'notice.threshold.seller': 'Για έναν πωλητή που συγκρίνεται με {count}: έως {all}.',
  'notice.threshold.n': 'Ζεύγη που μετρήθηκαν: {count}.',
  'notice.threshold.link': 'Πώς έγινε η μέτρηση',
  'notice.details': 'Περισσότερες λεπτομέρειες',
  'notice.group.recorded': 'Τι καταγράφεται και τι στέλνεται',
  'notice.group.compared': 'Πώς συγκρίνονται τα πρόσωπα',
  'notice.group.why': 'Ποιος ζητά τον έλεγχο και γιατί',
  'notice.group.kept': 'Διατήρηση και διαγραφή',
  'notice.group.rights': 'Τα δικαιώματά σας',
  'notice.controller': 'Ποιος το ζητά',
  'notice.reason': 'Γιατί',
  'notice.whyNow': 'Γιατί τώρα',
  'notice.regions': 'Πού ισχύει',
  'notice.recipients': 'Ποιος τα λαμβάνει',
  'notice.storagePlace': 'Πού φυλάσσονται',
  'notice.retention': 'Για πόσο καιρό',
  'notice.removal': 'Πώς διαγράφονται',
  'notice.ifDeclined': 'Αν πείτε όχι:',
  'notice.complaint': 'Καταγγελίες',
  'notice.policy': 'Πολιτική',
  'notice.policyLink': 'Διαβάστε όλη την πολιτική',
  'notice.version': 'Έκδοση αυτής της ενημέρωσης:',
  'notice.extra': 'Προαιρετικά',
  'notice.alternatives': 'Άλλες επιλογές',
  'notice.statement': 'Σε τι συμφωνείτε',
  'notice.cameraOff': 'Η κάμερά σας μένει κλειστή μέχρι να συμφωνήσετε.',
  'notice.consent': 'Συμφωνώ με τον έλεγχο προσώπου',
  'notice.consentDetail': 'Παράγει βιομετρικά δεδομένα προσώπου',
  'notice.myData': 'Δείτε ή διαγράψτε παλαιότερους ελέγχους',

  'permission.title': 'Επιτρέψτε τη χρήση της κάμερας',
  'permission.body': 'Επιλέξτε «Να επιτρέπεται» όταν ρωτήσει ο browser.',
  'permission.noSound': 'Δεν καταγράφεται ήχος.',
  'permission.notYet': 'Η καταγραφή αρχίζει μόνο όταν την ξεκινήσετε εσείς.',
  'permission.waitingLong': 'Ακόμη περιμένουμε. Η ερώτηση για την κάμερα είναι κοντά στη γραμμή διευθύνσεων.',

  'optedOut.title': 'Συνεχίζετε χωρίς έλεγχο προσώπου',
  'optedOut.posting': 'Ενημερώνουμε την πλατφόρμα…',
  'optedOut.next': 'Τι ακολουθεί:',
  'optedOut.case': 'Αριθμός υπόθεσης: {id}',
  'optedOut.time': 'Αναμενόμενος χρόνος: {time}',
  'optedOut.open': 'Συνέχεια: {label}',

  'failed.title': 'Κάτι πήγε στραβά',
  'failed.notHere': 'Ο έλεγχος προσώπου δεν γίνεται εδώ',
  'failed.code': 'Κωδικός: {code}',
  'failed.kept':
    'Το κρυπτογραφημένο αποτέλεσμά σας είναι ακόμη αποθηκευμένο σε αυτή τη συσκευή. Όσο η σελίδα μένει ανοιχτή, η αποστολή δοκιμάζεται ξανά μόνη της.',
  'failed.keptInPage':
    'Το κρυπτογραφημένο αποτέλεσμά σας υπάρχει μόνο σε αυτή τη σελίδα: ο browser δεν μπορεί να το αποθηκεύσει. Όσο η σελίδα μένει ανοιχτή, η αποστολή δοκιμάζεται ξανά μόνη της.',
  'failed.notAccepted': 'Η πλατφόρμα δεν δέχτηκε το αποτέλεσμα.',
  'failed.retry': 'Δοκιμάστε ξανά',
  'failed.sendAgain': 'Αποστολή ξανά',
  'failed.noWay': 'Μπορείτε να το κλείσετε και να ζητήσετε άλλη επιλογή.',
  'failed.tell': 'Δεν κάνατε κάποιο λάθος. Πείτε στην πλατφόρμα τον παρακάτω κωδικό.',
  'failed.againOrTell': 'Δοκιμάστε ξανά. Αν συμβεί πάλι, πείτε στην πλατφόρμα τον παρακάτω κωδικό.',

  'cancelled.title': 'Ακυρώθηκε',
  'cancelled.retry': 'Ξεκινήστε από την αρχή',

  'ended.nothingSent': 'Η κάμερα είναι κλειστή. Δεν στάλθηκε τίποτα για το πρόσωπό σας.',
  'ended.maybeSent':
    'Η κάμερα είναι κλειστή. Το αποτέλεσμά σας ίσως έφτασε στην πλατφόρμα {name}, που μπορεί να το διαγράψει.',
  'ended.asking': 'Η κάμερα είναι κλειστή. Ζητάμε από την πλατφόρμα {name} να διαγράψει ό,τι ίσως έφτασε…',
  'ended.nothingStored':
    'Η κάμερα είναι κλειστή. Η πλατφόρμα {name} επιβεβαίωσε ότι δεν υπάρχει τίποτα αποθηκευμένο.',
  'ended.mayHaveArrived':
    'Η κάμερα είναι κλειστή. Το αποτέλεσμά σας διαγράφηκε από αυτή τη συσκευή. Ίσως έφτασε στην πλατφόρμα {name}, που δεν έχει απαντήσει ακόμη.',
  'ended.askAgain': 'Ζητήστε ξανά τη διαγραφή',

  'undelivered.title': 'Ο έλεγχός σας δεν ολοκληρώθηκε ({time})',
  'undelivered.waiting':
    'Το κρυπτογραφημένο αποτέλεσμα είναι αποθηκευμένο σε αυτή τη συσκευή. Στέλνεται μόνο αν επιλέξετε «Αποστολή τώρα». Αν συμφωνήσετε παρακάτω, αρχίζει νέος έλεγχος και αυτό διαγράφεται.',
  'undelivered.until': 'Μπορείτε να το στείλετε έως {time}. Μετά διαγράφεται.',
  'undelivered.unanswered':
    'Η πλατφόρμα {name} δεν επιβεβαίωσε το αποτέλεσμα. Ίσως έφτασε. Μπορείτε να ζητήσετε να διαγραφεί.',
  'undelivered.deleting': 'Διαγραφή εδώ και στην πλατφόρμα {name}…',
  'undelivered.undeleted':
    'Το αποτέλεσμα διαγράφηκε από αυτή τη συσκευή. Ίσως έφτασε στην πλατφόρμα {name}, που δεν έχει απαντήσει ακόμη.',
  'undelivered.send': 'Αποστολή τώρα',
  'undelivered.discard': 'Διαγραφή',

  'error.config.invalid.cause': 'Ο έλεγχος προσώπου δεν έχει ρυθμιστεί σωστά σε αυτή τη σελίδα.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Δεν είχατε συμφωνήσει ακόμη, γι’ αυτό η κάμερα έμεινε κλειστή.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause':
    'Η σελίδα δεν είναι ασφαλής, γι’ αυτό ο browser κρατά την κάμερα κλειστή.',
  'error.env.insecure_context.remedy': 'Ανοίξτε τη σελίδα με https ή διαλέξτε άλλη επιλογή.',
  'error.env.unsupported.cause': 'Ο έλεγχος προσώπου δεν λειτουργεί σε αυτόν τον browser.',
  'error.env.unsupported.remedy':
    'Χρησιμοποιήστε πρόσφατη έκδοση του Chrome, Edge, Firefox ή Safari ή διαλέξτε άλλη επιλογή.',
  'error.env.policy_blocked.cause': 'Η σελίδα δεν επιτρέπει την κάμερα στον έλεγχο προσώπου.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Η σελίδα εμποδίζει ένα αρχείο που χρειάζεται ο έλεγχος προσώπου.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Ο browser εμποδίζει ένα αρχείο που χρειάζεται ο έλεγχος προσώπου.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause':
    'Η προστασία απορρήτου του browser αλλάζει τις εικόνες που βλέπει η σελίδα.',
  'error.env.pixels_unreadable.remedy':
    'Διαλέξτε άλλη επιλογή, κλείστε αυτή την προστασία για τη σελίδα ή δοκιμάστε άλλον browser.',
  'error.camera.permission_denied.cause': 'Η χρήση της κάμερας δεν επιτρέπεται.',
  'error.camera.permission_denied.remedy':
    'Μπορείτε να συνεχίσετε χωρίς έλεγχο προσώπου. Ή επιτρέψτε την κάμερα δίπλα στη διεύθυνση της σελίδας και δοκιμάστε ξανά.',
  'error.camera.not_found.cause': 'Δεν βρέθηκε κάμερα.',
  'error.camera.not_found.remedy':
    'Συνδέστε μια κάμερα και δοκιμάστε ξανά ή συνεχίστε χωρίς έλεγχο προσώπου.',
  'error.camera.in_use.cause': 'Η κάμερα δεν ανοίγει. Ίσως τη χρησιμοποιεί άλλη εφαρμογή.',
  'error.camera.in_use.remedy':
    'Κλείστε τις άλλες εφαρμογές που χρησιμοποιούν την κάμερα και δοκιμάστε ξανά.',
  'error.camera.overconstrained.cause': 'Η κάμερα που διαλέξατε δεν υπάρχει πια.',
  'error.camera.overconstrained.remedy': 'Δοκιμάστε ξανά με άλλη κάμερα.',
  'error.camera.no_answer.cause': 'Ο browser δεν πήρε απάντηση στην ερώτηση για την κάμερα.',
  'error.camera.no_answer.remedy': 'Δοκιμάστε ξανά. Η ερώτηση είναι κοντά στη γραμμή διευθύνσεων.',
  'error.camera.aborted.cause': 'Ο browser σταμάτησε να ανοίγει την κάμερα.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'Η κάμερα αποσυνδέθηκε.',
  'error.camera.lost.remedy': 'Ελέγξτε το καλώδιο ή τον διακόπτη της κάμερας και δοκιμάστε ξανά.',
  'error.camera.too_slow.cause': 'Η κάμερα έστειλε πολύ λίγες εικόνες.',
  'error.camera.too_slow.remedy': 'Βάλτε περισσότερο φως, κλείστε άλλες εφαρμογές και δοκιμάστε ξανά.',
  'error.camera.no_frames.cause': 'Η κάμερα είναι ανοιχτή αλλά δεν δείχνει εικόνα.',
  'error.camera.no_frames.remedy': 'Ξεσκεπάστε την κάμερα ή ανοίξτε τον διακόπτη της και δοκιμάστε ξανά.',
  'error.assets.load_failed.cause': 'Ένα μέρος του ελέγχου προσώπου δεν φορτώθηκε.',
  'error.assets.load_failed.remedy': 'Ελέγξτε τη σύνδεσή σας και δοκιμάστε ξανά.',
  'error.assets.integrity_failed.cause':
    'Ένα μέρος του ελέγχου προσώπου άλλαξε στη διαδρομή και δεν χρησιμοποιήθηκε.',
  'error.assets.integrity_failed.remedy':
    'Δοκιμάστε ξανά. Αν συμβεί πάλι, πείτε στην πλατφόρμα τον παρακάτω κωδικό ή διαλέξτε άλλη επιλογή.',
  'error.assets.timeout.cause': 'Ένα μέρος του ελέγχου προσώπου άργησε πολύ να φορτωθεί.',
  'error.assets.timeout.remedy': 'Δοκιμάστε ξανά με πιο γρήγορη σύνδεση ή διαλέξτε άλλη επιλογή.',
  'error.crypto.unavailable.cause': 'Αυτός ο browser δεν μπορεί να κρυπτογραφήσει το αποτέλεσμα.',
  'error.crypto.unavailable.remedy': 'Χρησιμοποιήστε πρόσφατο browser ή συνεχίστε χωρίς έλεγχο προσώπου.',
  'error.crypto.bad_public_key.cause': 'Ένα κλειδί δεν λειτουργεί, γι’ αυτό δεν γίνεται κρυπτογράφηση.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'Η πλατφόρμα δεν απάντησε.',
  'error.discovery.unreachable.remedy': 'Ελέγξτε τη σύνδεσή σας και δοκιμάστε ξανά.',
  'error.discovery.malformed.cause': 'Οι ρυθμίσεις της πλατφόρμας δεν διαβάζονται.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'Η πλατφόρμα χρησιμοποιεί νεότερη έκδοση από αυτή τη σελίδα.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause':
    'Η πλατφόρμα δεν έχει έγκυρο κλειδί, γι’ αυτό δεν γίνεται κρυπτογράφηση.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Ένα κλειδί δεν ταιριάζει με το όνομά του.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'Η υπογραφή των κλειδιών της πλατφόρμας δεν είναι έγκυρη.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'Τα κλειδιά της πλατφόρμας έχουν λήξει.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'Η πλατφόρμα δεν προσφέρει άλλη επιλογή, γι’ αυτό δεν γίνεται έλεγχος προσώπου.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'Η πλατφόρμα δεν λέει πώς συγκρίνει τα πρόσωπα.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause': 'Η πλατφόρμα δεν έχει ενημέρωση σε γλώσσα που εμφανίζεται εδώ.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'Η πλατφόρμα περιμένει άλλο είδος δεδομένων προσώπου.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'Η πλατφόρμα δεν ξεκίνησε τον έλεγχο.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Αρκετές προσπάθειες στη σειρά δεν πέτυχαν.',
  'error.session.cooling_down.remedy': 'Συνεχίστε χωρίς έλεγχο προσώπου ή επιστρέψτε σε μισή ώρα.',
  'error.session.attempts_exhausted.cause': 'Δεν σας μένουν άλλες προσπάθειες τώρα.',
  'error.session.attempts_exhausted.remedy': 'Συνεχίστε χωρίς έλεγχο προσώπου ή επιστρέψτε αργότερα.',
  'error.session.malformed.cause': 'Η απάντηση της πλατφόρμας δεν διαβάζεται.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'Η πλατφόρμα δεν απάντησε.',
  'error.session.unreachable.remedy': 'Ελέγξτε τη σύνδεσή σας και δοκιμάστε ξανά.',
  'error.session.expired.cause': 'Ο χρόνος για την αποστολή του αποτελέσματος τελείωσε.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Αυτός ο έλεγχος έχει ήδη σταλεί.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'Η πλατφόρμα δεν γνωρίζει αυτόν τον έλεγχο.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Η σύνδεση με την πλατφόρμα απέτυχε.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'Η πλατφόρμα δεν απάντησε εγκαίρως.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'Η πλατφόρμα δεν μπορεί να λάβει τώρα το αποτέλεσμα.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'Η πλατφόρμα δεν δέχτηκε το αποτέλεσμα.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Η απάντηση της πλατφόρμας δεν διαβάζεται.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause': 'Αυτός ο έλεγχος διαγράφηκε σε άλλη καρτέλα και δεν στάλθηκε.',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause': 'Η πλατφόρμα δεν απάντησε και δεν ξέρει ακόμη την επιλογή σας.',
  'error.optout.unreachable.remedy': 'Η επιλογή σας ισχύει. Δοκιμάστε ξανά ή επικοινωνήστε με την πλατφόρμα.',
  'error.storage.undeleted.cause':
    'Ο browser δεν επιβεβαίωσε τη διαγραφή. Ένα βίντεο που φυλάξατε ίσως είναι ακόμη εδώ.',
  'error.storage.undeleted.remedy':
    'Δοκιμάστε ξανά ή διαγράψτε τα δεδομένα αυτού του ιστότοπου στον browser.',
  'error.internal.cause': 'Παρουσιάστηκε ένα απρόσμενο πρόβλημα.',
  'error.internal.remedy': otherWay,
};

export { el as messages };
