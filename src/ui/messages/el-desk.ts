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
  'decision.open': 'Άνθρωπος δεν έχει αποφασίσει ακόμη.',
  'decision.asked': 'Άνθρωπος θέλει να σας ακούσει πριν αποφασίσει.',
  'decision.again': 'Άνθρωπος το εξετάζει ξανά.',
  'decision.before': 'Πριν: {found}',
  'decision.gone': 'Τα δεδομένα του προσώπου σας διαγράφηκαν.',
  'decision.found.same_person': 'Άνθρωπος έκρινε ότι κι άλλος λογαριασμός εδώ είναι δικός σας.',
  'decision.found.different_person': 'Άνθρωπος έκρινε ότι ο άλλος λογαριασμός δεν είναι δικός σας.',
  'decision.found.allowed_second_account': 'Άνθρωπος έκρινε ότι μπορείτε να έχετε κι άλλον λογαριασμό.',
  'decision.found.no_concern': 'Άνθρωπος έκρινε ότι δεν υπάρχει πρόβλημα.',
  'decision.byPerson': 'Απόφαση ανθρώπου, {time}.',
  'decision.byMachine': 'Σύγκριση από λογισμικό, {time}. Όχι από άνθρωπο.',
  'decision.since': 'Αναμονή από: {time}. Δεν αποφασίζει λογισμικό.',
  'decision.deletedAt': 'Διαγραφή: {time}.',
  'decision.threshold':
    'Άνθρωπος εξετάζει λογαριασμούς με ομοιότητα προσώπου από {value}. Κατά λάθος την έχει και περίπου 1 στα {count} ζεύγη διαφορετικών ανθρώπων.',

  'contest.more': 'Γράψτε κι άλλα',
  'contest.body': 'Άνθρωπος θα το διαβάσει και θα το εξετάσει ξανά. Χωρίς εικόνες ή αρχεία.',
  'contest.label': 'Το μήνυμά σας',
  'contest.count': 'Χαρακτήρες: {count} από {most}',
  'contest.send': 'Αποστολή σε άνθρωπο',
  'contest.sending': 'Αποστολή…',
  'contest.received': 'Το μήνυμά σας έφτασε στις {time}. Άνθρωπος θα το εξετάσει ξανά.',
  'contest.left': 'Απομένουν μηνύματα: {count}',
  'contest.said': 'Τι γράψατε',
  'contest.none': 'Δεν απομένουν μηνύματα. Επικοινωνήστε με την πλατφόρμα.',

  'withdrawn.title': 'Έγινε ανάκληση και διαγραφή',
  'withdrawn.body': 'Η πλατφόρμα επιβεβαίωσε τη διαγραφή στις {time}.',
  'withdrawn.next': 'Μπορείτε να συνεχίσετε χωρίς έλεγχο προσώπου ή να ξεκινήσετε ξανά.',

  'desk.again': 'Ανανέωση',
  'desk.name': 'Αποδεικτικά ελέγχου προσώπου',
  'desk.body': 'Με το αποδεικτικό βλέπετε τι είναι αποθηκευμένο για εσάς και κάνετε ανάκληση.',
  'desk.file': 'Άνοιγμα αρχείου αποδεικτικού',
  'desk.fileBody':
    'Διαλέξτε το αρχείο «candor-receipt-….json». Διαβάζεται σε αυτή τη συσκευή. Δεν στέλνεται τίποτα πριν πατήσετε κουμπί.',
  'desk.kept': 'Αποθηκευμένα σε αυτόν τον browser',
  'desk.keptNothing': 'Δεν είναι αποθηκευμένο τίποτα για εσάς.',
  'desk.receiver': 'Αποθηκευμένα στην πλατφόρμα',
  'desk.watchClip': 'Δείτε το βίντεο',
  'desk.hideClip': 'Κλείσιμο του βίντεο',
  'desk.deleteClip': 'Διαγραφή του βίντεο',
  'desk.back': 'Πίσω',
  'desk.question': 'Ανάκληση και διαγραφή τώρα;',
  'desk.questionBody':
    'Η πλατφόρμα {name} διαγράφει τα δεδομένα του προσώπου σας, και ο browser ό,τι αποθήκευσε από αυτόν τον έλεγχο. Αυτό δεν αναιρείται. Μπορείτε να κάνετε νέο έλεγχο αργότερα.',
  'desk.no': 'Να μείνουν τα δεδομένα μου',

  'mine.checkTitle': 'Ο έλεγχος προσώπου σας',
  'mine.clipUntil':
    'Κρυπτογραφημένο. Διαγράφεται εδώ με το κλειδί του στις {time} ή με την ανάκληση. Όποιος χρησιμοποιεί τον browser μπορεί να το δει.',
  'mine.name': 'Τα δεδομένα των ελέγχων μου',
  'mine.title': 'Τα δεδομένα μου',
  'mine.body': 'Τι αποθήκευσε αυτός ο browser και τι έχει η πλατφόρμα {name}.',
  'mine.check': 'Έλεγχος προσώπου, {time}',
  'mine.asking': 'Αναμονή: {name}…',
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
};
