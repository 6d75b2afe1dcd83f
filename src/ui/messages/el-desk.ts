import type { DeskMessages } from './desk-keys.js';

/** Greek, for what is stored of a check, what was decided, and what the seller says to it. */
export const elDesk: DeskMessages = {
  'record.title': 'Τι είναι αποθηκευμένο για εσάς',
  'record.state': 'Κατάσταση',
  'record.status': 'Αποτέλεσμα',
  'record.receivedAt': 'Έφτασε στις',
  'record.fields': 'Πεδία',
  'record.threshold': 'Σύγκριση',
  'record.verdict': 'Έλεγχος παρουσίας',
  'record.subject': 'Κωδικός πωλητή',
  'record.envelope': 'Το κρυπτογραφημένο μήνυμα',

  'stored.stored': 'Αποθηκευμένα',
  'stored.withdrawn': 'Έγινε ανάκληση',
  'stored.deleted': 'Διαγράφηκαν',

  'decision.nothingFound': 'Δεν βρέθηκε παρόμοιος λογαριασμός στη σύγκριση.',
  'decision.open': 'Ένας άνθρωπος δεν έχει αποφασίσει ακόμη.',
  'decision.asked': 'Ένας άνθρωπος θέλει να σας ακούσει πριν αποφασίσει.',
  'decision.again': 'Ένας άνθρωπος το εξετάζει ξανά.',
  'decision.before': 'Πριν: {found}',
  'decision.gone': 'Τα δεδομένα του προσώπου σας διαγράφηκαν.',
  'decision.found.same_person': 'Ένας άνθρωπος έκρινε ότι κι άλλος λογαριασμός εδώ είναι δικός σας.',
  'decision.found.different_person': 'Ένας άνθρωπος έκρινε ότι ο άλλος λογαριασμός δεν είναι δικός σας.',
  'decision.found.allowed_second_account':
    'Ένας άνθρωπος έκρινε ότι μπορείτε να έχετε και τους δύο λογαριασμούς.',
  'decision.found.no_concern': 'Ένας άνθρωπος έκρινε ότι δεν υπάρχει πρόβλημα.',
  'decision.byPerson': 'Απόφαση ανθρώπου, {time}.',
  'decision.byMachine': 'Σύγκριση από λογισμικό, {time}. Όχι από άνθρωπο.',
  'decision.since': 'Αναμονή από: {time}. Δεν αποφασίζει λογισμικό.',
  'decision.deletedAt': 'Διαγραφή: {time}.',
  'decision.threshold':
    'Ένας άνθρωπος εξετάζει λογαριασμούς με ομοιότητα προσώπου από {value}. Κατά λάθος την έχει και περίπου 1 στα {count} ζεύγη διαφορετικών ανθρώπων.',

  'contest.more': 'Γράψτε κι άλλα',
  'contest.body': 'Ένας άνθρωπος θα το διαβάσει και θα το εξετάσει ξανά. Χωρίς εικόνες ή αρχεία.',
  'contest.label': 'Το μήνυμά σας',
  'contest.count': 'Χαρακτήρες: {count} από {most}',
  'contest.send': 'Αποστολή σε άνθρωπο',
  'contest.sending': 'Αποστολή…',
  'contest.received': 'Το μήνυμά σας έφτασε στις {time}. Ένας άνθρωπος θα το εξετάσει ξανά.',
  'contest.left': 'Απομένουν μηνύματα: {count}',
  'contest.said': 'Τι γράψατε',
  'contest.none': 'Δεν απομένουν μηνύματα. Επικοινωνήστε με την πλατφόρμα.',

  'withdrawn.title': 'Έγινε ανάκληση και διαγραφή',
  'withdrawn.body': 'Η πλατφόρμα επιβεβαίωσε τη διαγραφή στις {time}.',
  'withdrawn.waiting':
    'Δεν έχουν επιβεβαιώσει ακόμη τη διαγραφή όλοι όσοι κρατούν ένα μέρος. Η πλατφόρμα συνεχίζει να ρωτά.',
  'withdrawn.unconfirmed': 'Δεν επιβεβαιώθηκε ακόμη',
  'withdrawn.next': 'Μπορείτε να συνεχίσετε χωρίς έλεγχο προσώπου ή να ξεκινήσετε ξανά.',

  'desk.again': 'Ανανέωση',
  'desk.name': 'Αποδεικτικά ελέγχου προσώπου',
  'desk.body': 'Με το αποδεικτικό βλέπετε τι είναι αποθηκευμένο για εσάς και κάνετε ανάκληση.',
  'desk.file': 'Άνοιγμα αρχείου αποδεικτικού',
  'desk.fileBody':
    'Διαλέξτε το αρχείο «candor-receipt-….json». Διαβάζεται σε αυτή τη συσκευή. Δεν στέλνεται τίποτα πριν πατήσετε κουμπί.',
  'desk.kept': 'Αποθηκευμένα σε αυτόν τον browser',
  'desk.looking': 'Έλεγχος για αποθηκευμένα δεδομένα…',
  'desk.keptNothing': 'Δεν είναι αποθηκευμένο τίποτα για εσάς.',
  'desk.unread':
    'Ο αποθηκευτικός χώρος του browser δεν απάντησε. Ίσως υπάρχει κάτι αποθηκευμένο. Φορτώστε ξανά τη σελίδα.',
  'desk.receiver': 'Αποθηκευμένα στην πλατφόρμα',
  'desk.watchClip': 'Δείτε το βίντεο',
  'desk.hideClip': 'Κλείσιμο του βίντεο',
  'desk.deleteClip': 'Διαγραφή του βίντεο',
  'desk.back': 'Πίσω',
  'desk.question': 'Ανάκληση και διαγραφή τώρα;',
  'desk.questionBody':
    'Η πλατφόρμα {name} διαγράφει τα δεδομένα του προσώπου σας, και ο ιστότοπος ό,τι αποθήκευσε από αυτόν τον έλεγχο σε αυτόν τον browser. Αυτό δεν αναιρείται. Μπορείτε να κάνετε νέο έλεγχο αργότερα.',
  'desk.no': 'Να μείνουν τα δεδομένα μου',

  'mine.checkTitle': 'Ο έλεγχος προσώπου σας',
  'mine.clipUntil':
    'Κρυπτογραφημένο. Διαγράφεται εδώ με το κλειδί του στις {time} ή με την ανάκληση. Όποιος χρησιμοποιεί τον browser μπορεί να το δει.',
  'mine.name': 'Τα δεδομένα των ελέγχων μου',
  'mine.title': 'Τα δεδομένα μου',
  'mine.body': 'Τι αποθήκευσε αυτός ο browser και τι έχει η πλατφόρμα {name}.',
  'mine.check': 'Έλεγχος προσώπου, {time}',
  'mine.asking': 'Ρωτάμε: {name}…',
  'mine.unheard': 'Η πλατφόρμα {name} δεν απάντησε. Ανοίξτε και δοκιμάστε ξανά.',
  'mine.open': 'Άνοιγμα: αντίρρηση ή ανάκληση',
  'mine.waiting':
    'Το κρυπτογραφημένο αποτέλεσμα είναι αποθηκευμένο σε αυτή τη συσκευή. Δεν στέλνεται μόνο του.',
  'mine.clipLost': 'Ο browser δεν έχει πια το κλειδί. Κανείς δεν μπορεί να δει το βίντεο.',
  'mine.clip': 'Το βίντεό σας, {time}',
  'mine.downloadClip': 'Λήψη του βίντεο',
  'mine.takeOut': 'Λήψη όλων σε ένα αρχείο',
  'mine.takeOutBody':
    'Αρχείο JSON με όλα τα δεδομένα σας και τα κλειδιά των αποδεικτικών. Μην το στείλετε αλλού.',
  'mine.takingOut': 'Ετοιμάζεται το αρχείο…',
  'mine.takenOut': 'Το αρχείο είναι στις λήψεις.',

  'review.clip': 'Το βίντεό σας',
  'review.clipFailed': 'Ο browser δεν μπορεί να δείξει το βίντεο.',
  'review.replay': 'Δείτε ξανά το βίντεο',

  'status.no_duplicate.title': 'Ο έλεγχος προσώπου ολοκληρώθηκε',
  'status.no_duplicate.word': 'Δεν βρέθηκε παρόμοιος λογαριασμός',
  'status.no_duplicate.body': 'Δεν βρέθηκε λογαριασμός πωλητή με παρόμοιο πρόσωπο.',
  'status.needs_review.title': 'Ευχαριστούμε. Θα το δει άνθρωπος',
  'status.needs_review.word': 'Ένας άνθρωπος το εξετάζει',
  'status.needs_review.body':
    'Αποφασίζει άνθρωπος, όχι υπολογιστής. Μπορείτε να φέρετε αντίρρηση ή στοιχεία.',

  'done.next.no_duplicate': 'Το αποτέλεσμα έφτασε στην πλατφόρμα {name}.',
  'done.next.needs_review':
    'Θα το δει άνθρωπος στην πλατφόρμα {name}. Δεν υπάρχει προθεσμία. Δείτε την πορεία με το αποδεικτικό σας.',
  'done.until': 'Τα δεδομένα του προσώπου σας διαγράφονται έως τις {time} ή με την ανάκληση.',
  'done.notKept': 'Ο browser δεν αποθήκευσε το αποδεικτικό. Κατεβάστε το τώρα, μετά δεν θα υπάρχει.',
  'done.later': 'Κρατήστε το αποδεικτικό σας. Αρκεί για πρόσβαση, αντίρρηση ή ανάκληση.',
  'done.receipt': 'Το αποδεικτικό σας',
  'done.number': 'Αριθμός αποδεικτικού',
  'done.decidedAt': 'Αποτέλεσμα στις',
  'done.deleteAfter': 'Διαγραφή έως',
  'done.noticeVersion': 'Έκδοση ενημέρωσης',
  'done.download': 'Λήψη του αποδεικτικού',

  'receipt.print': 'Εκτύπωση του αποδεικτικού',

  'done.myData': 'Δείτε την πορεία',
  'done.withdraw': 'Ανάκληση και διαγραφή',
  'done.contest': 'Αντίρρηση ή πρόσθετα στοιχεία',
  'done.contact': 'Για αντίρρηση ή πρόσθετα στοιχεία: {contact}',

  'verdict.live': 'Ο έλεγχος πήγε καλά.',
  'verdict.not-live': 'Δεν φάνηκαν όλα καθαρά.',
  'verdict.inconclusive': 'Το αποτέλεσμα δεν είναι σαφές.',

  'field.embedding': 'Δεδομένα προσώπου (βιομετρικά)',
  'field.liveness': 'Αποτέλεσμα κάθε ελέγχου',
  'field.capture': 'Διάρκεια του βίντεο, αριθμός εικόνων',
  'field.consent': 'Η συγκατάθεσή σας: αριθμός, περιεχόμενο, τρόπος, ώρα',
  'field.padding': 'Συμπλήρωμα μεγέθους',

  'error.clip.unsupported.cause': 'Αυτός ο browser δεν μπορεί να καταγράψει βίντεο.',
  'error.clip.unsupported.remedy': 'Συνεχίστε χωρίς το βίντεο. Ο έλεγχος είναι ο ίδιος.',
  'error.embedding.low_quality.cause': 'Πολύ λίγες εικόνες ήταν αρκετά καθαρές.',
  'error.embedding.low_quality.remedy': 'Στραφείτε προς το φως, μην κινείστε και κάντε νέα καταγραφή.',
  'error.withdrawal.unreachable.cause': 'Η πλατφόρμα δεν απάντησε.',
  'error.withdrawal.unreachable.remedy':
    'Ίσως διαγράφηκαν, ίσως όχι. Δοκιμάστε όσες φορές θέλετε, και αργότερα με το αποδεικτικό σας.',
  'error.withdrawal.refused.cause': 'Η πλατφόρμα αρνήθηκε το αίτημα.',
  'error.withdrawal.refused.remedy':
    'Επικοινωνήστε με την πλατφόρμα και δώστε τον αριθμό του αποδεικτικού σας.',
  'error.objection.unreachable.cause': 'Η πλατφόρμα δεν απάντησε. Το μήνυμά σας ίσως δεν έφτασε.',
  'error.objection.unreachable.remedy': 'Είναι ακόμη εδώ. Στείλτε το ξανά ή δείτε τι είναι αποθηκευμένο.',
  'error.objection.refused.cause': 'Δεν μπορείτε να φέρετε εδώ αντίρρηση για αυτόν τον έλεγχο.',
  'error.objection.refused.remedy':
    'Ίσως έχει ήδη διαγραφεί. Επικοινωνήστε με την πλατφόρμα και δώστε τον αριθμό του αποδεικτικού σας.',
  'error.objection.exhausted.cause': 'Δεν μπορείτε να στείλετε άλλα μηνύματα για αυτόν τον έλεγχο.',
  'error.objection.exhausted.remedy':
    'Ό,τι γράψατε θα το διαβάσει άνθρωπος. Για κάτι ακόμη, επικοινωνήστε με την πλατφόρμα.',
  'error.receipt.invalid.cause': 'Αυτό το αρχείο δεν είναι αποδεικτικό ελέγχου προσώπου.',
  'error.receipt.invalid.remedy': 'Διαλέξτε το αρχείο «candor-receipt-….json» που κατεβάσατε.',
  'error.receipt.other_version.cause': 'Η σελίδα δεν μπορεί να διαβάσει αυτή την έκδοση του αποδεικτικού.',
  'error.receipt.other_version.remedy': 'Ανοίξτε το στη σελίδα της πλατφόρμας ή ρωτήστε εκεί.',
  'error.receipt.unsafe_endpoint.cause':
    'Η διεύθυνση σε αυτό το αποδεικτικό δεν είναι ασφαλής, γι’ αυτό δεν στάλθηκε τίποτα εκεί.',
  'error.receipt.unsafe_endpoint.remedy':
    'Επικοινωνήστε με την πλατφόρμα και δώστε τον αριθμό του αποδεικτικού σας.',
  'error.receipt.endpoint_refused.cause':
    'Αυτό το αποδεικτικό είναι άλλης πλατφόρμας, γι’ αυτό δεν στάλθηκε τίποτα εκεί.',
  'error.receipt.endpoint_refused.remedy': 'Ανοίξτε το στη σελίδα εκείνης της πλατφόρμας.',
  'error.frame.no_answer.cause': 'Ένα μέρος του ελέγχου προσώπου άργησε πολύ να φορτωθεί.',
  'error.frame.no_answer.remedy': 'Ελέγξτε τη σύνδεσή σας και δοκιμάστε ξανά.',
};

export { elDesk as messages };
