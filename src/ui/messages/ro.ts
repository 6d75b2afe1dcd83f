import type { FirstMessages } from './types.js';

const otherWay = 'Încercați din nou sau continuați fără verificare facială.';
const siteFault = 'Nu ați greșit cu nimic. Comunicați platformei codul de mai jos sau alegeți altă opțiune.';
const sendAgain = 'Trimiteți din nou rezultatul când doriți. Nu trebuie să înregistrați încă o dată.';
const recordAgain = 'Înregistrați din nou sau continuați fără verificare facială.';

/** Romanian. */
export const ro: FirstMessages = {
  'widget.name': 'Verificare facială',
  'widget.language': 'Limbă',
  'widget.optOut': 'Continuați fără verificare facială',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Anulați',
  'widget.questions': 'Întrebări? Contactați {name}:',
  'widget.newTab': '(se deschide într-o filă nouă)',

  'loading.title': 'Se încarcă',
  'loading.body': 'Se încarcă detaliile verificării. Camera este oprită.',

  'notice.title': 'Putem să vă verificăm fața?',
  'notice.asks': 'Solicitare de la {name}',
  'notice.brief.stays':
    'Camera vă filmează cinci secunde, în timp ce mișcați capul. Videoclipul rămâne pe dispozitivul dvs.',
  'notice.brief.sent': 'Datele biometrice ale feței dvs. se trimit criptate.',
  'notice.brief.compared':
    'Recunoașterea facială le compară cu ale altor vânzători. Unele potriviri sunt greșite, așa că o persoană le verifică pe toate.',
  'notice.brief.gallery':
    'Recunoașterea facială le compară cu ale altor vânzători ({count}). Cel mult 1 din {all} se potrivește din greșeală. O persoană verifică fiecare caz.',
  'notice.brief.galleryWorst':
    'Recunoașterea facială le compară cu ale altor vânzători ({count}). Cel mult 1 din {all} se potrivește din greșeală, într-un grup 1 din {worst}. O persoană verifică fiecare caz.',
  'notice.brief.galleryShare':
    'Recunoașterea facială le compară cu ale altor vânzători ({count}). Cel mult {all} se potrivesc din greșeală. O persoană verifică fiecare caz.',
  'notice.brief.galleryWorstShare':
    'Recunoașterea facială le compară cu ale altor vânzători ({count}). Cel mult {all} se potrivesc din greșeală, într-un grup {worst}. O persoană verifică fiecare caz.',
  'notice.brief.groups':
    'Recunoașterea facială le compară cu ale vânzătorilor care au ceva în comun cu dvs., de exemplu un cont bancar. Unele potriviri sunt greșite, așa că o persoană le verifică pe toate.',
  'notice.brief.deleted': 'Se șterg după {duration} sau imediat ce vă retrageți consimțământul.',
  'notice.stays': 'Rămâne pe dispozitivul dvs.',
  'notice.sent': 'Se trimite criptat',
  'notice.threshold.value':
    'O persoană analizează două conturi când asemănarea fețelor ajunge la {value}. Două imagini identice ajung la 1.',
  'notice.threshold.fmr':
    'Aproximativ 1 pereche de persoane diferite din {count} ajunge la acest nivel din greșeală.',
  'notice.threshold.worst':
    'În grupul cu cele mai multe greșeli ({group}) este aproximativ 1 pereche din {count} și poate 1 din {most}.',
  'notice.threshold.ungrouped':
    'Nimeni nu a măsurat dacă acest lucru li se întâmplă mai des unor grupuri de oameni.',
  'notice.threshold.fnmr':
    'Perechi ale aceleiași persoane care nu ajung la acest nivel: aproximativ {share}.',
  'notice.threshold.seller': 'Pentru un vânzător comparat cu {count}: până la {all}.',
  'notice.threshold.n': 'Perechi de persoane diferite măsurate: {count}.',
  'notice.threshold.link': 'Cum s-a măsurat',
  'notice.details': 'Mai multe detalii',
  'notice.group.recorded': 'Ce se înregistrează și ce se trimite',
  'notice.group.compared': 'Cum se compară fețele',
  'notice.group.why': 'Cine solicită și de ce',
  'notice.group.kept': 'Stocare și ștergere',
  'notice.group.rights': 'Drepturile dvs.',
  'notice.controller': 'Cine solicită',
  'notice.reason': 'De ce',
  'notice.whyNow': 'De ce acum',
  'notice.regions': 'Unde se aplică',
  'notice.recipients': 'Cine primește datele',
  'notice.storagePlace': 'Unde se stochează',
  'notice.retention': 'Cât timp',
  'notice.removal': 'Cum le ștergeți',
  'notice.ifDeclined': 'Dacă spuneți nu:',
  'notice.complaint': 'Plângeri',
  'notice.policy': 'Politică',
  'notice.policyLink': 'Citiți politica completă',
  'notice.version': 'Versiunea acestei informări:',
  'notice.extra': 'Opțional',
  'notice.alternatives': 'Alte opțiuni',
  'notice.statement': 'Cu ce sunteți de acord',
  'notice.cameraOff': 'Camera rămâne oprită până când sunteți de acord.',
  'notice.consent': 'Sunt de acord cu verificarea facială',
  'notice.consentDetail': 'Creează date biometrice ale feței mele',
  'notice.myData': 'Vedeți sau ștergeți verificările trecute',

  'permission.title': 'Permiteți accesul la cameră',
  'permission.body': 'Alegeți „Permite” când vă întreabă browserul.',
  'permission.noSound': 'Nu se înregistrează sunet.',
  'permission.notYet': 'Înregistrarea începe doar când o porniți dvs.',
  'permission.waitingLong': 'Încă se așteaptă. Căutați întrebarea despre cameră lângă bara de adrese.',

  'optedOut.title': 'Mergeți mai departe fără verificare facială',
  'optedOut.posting': 'Anunțăm platforma…',
  'optedOut.next': 'Ce urmează:',
  'optedOut.case': 'Numărul cazului: {id}',
  'optedOut.time': 'Timp estimat: {time}',
  'optedOut.open': 'Continuați: {label}',

  'failed.title': 'Ceva nu a funcționat',
  'failed.notHere': 'Verificarea facială nu este posibilă aici',
  'failed.code': 'Cod: {code}',
  'failed.kept':
    'Rezultatul criptat este în continuare salvat pe acest dispozitiv. Cât timp această pagină rămâne deschisă, încearcă singură din nou.',
  'failed.keptInPage':
    'Rezultatul criptat se află doar în această pagină: acest browser nu îl poate salva. Cât timp pagina rămâne deschisă, încearcă singură din nou.',
  'failed.notAccepted': 'Platforma nu a acceptat rezultatul.',
  'failed.retry': 'Încercați din nou',
  'failed.sendAgain': 'Trimiteți din nou',
  'failed.noWay': 'Puteți închide această fereastră și puteți cere platformei altă opțiune.',
  'failed.tell': 'Nu ați greșit cu nimic. Comunicați platformei codul de mai jos.',
  'failed.againOrTell': 'Încercați din nou. Dacă se repetă, comunicați platformei codul de mai jos.',

  'cancelled.title': 'Anulat',
  'cancelled.retry': 'Începeți din nou',

  'ended.nothingSent': 'Camera este oprită. Nu s-a trimis nimic despre fața dvs.',
  'ended.maybeSent':
    'Camera este oprită. Este posibil ca rezultatul să fi ajuns la {name}, unde poate fi șters.',
  'ended.asking': 'Camera este oprită. Cerem ca {name} să șteargă ce este posibil să fi ajuns…',
  'ended.nothingStored': 'Camera este oprită. {name} a confirmat că nu este stocat nimic.',
  'ended.mayHaveArrived':
    'Camera este oprită. Rezultatul este șters de pe acest dispozitiv. Este posibil să fi ajuns la {name}, dar încă nu există un răspuns.',
  'ended.askAgain': 'Cereți din nou ștergerea',

  'undelivered.title': 'Verificarea din {time} nu a fost finalizată',
  'undelivered.waiting':
    'Rezultatul criptat este salvat pe acest dispozitiv. Se trimite doar dacă alegeți „Trimiteți acum”. Dacă sunteți de acord mai jos, începe o verificare nouă, iar aceasta se șterge.',
  'undelivered.until': 'Îl puteți trimite până la {time}. Apoi se șterge.',
  'undelivered.unanswered':
    '{name} nu a confirmat rezultatul. Este posibil să fi ajuns. Puteți cere să fie șters.',
  'undelivered.deleting': 'Se șterge aici și la {name}…',
  'undelivered.undeleted':
    'Rezultatul este șters de pe acest dispozitiv. Este posibil să fi ajuns la {name}, dar încă nu există un răspuns.',
  'undelivered.send': 'Trimiteți acum',
  'undelivered.discard': 'Ștergeți',

  'error.config.invalid.cause': 'Verificarea facială nu este configurată corect pe această pagină.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Camera a rămas oprită, pentru că nu ați fost încă de acord.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause': 'Această pagină nu este sigură, așa că browserul ține camera oprită.',
  'error.env.insecure_context.remedy': 'Deschideți pagina cu https sau alegeți altă opțiune.',
  'error.env.unsupported.cause': 'Verificarea facială nu funcționează în acest browser.',
  'error.env.unsupported.remedy':
    'Folosiți o versiune recentă de Chrome, Edge, Firefox sau Safari ori alegeți altă opțiune.',
  'error.env.policy_blocked.cause': 'Această pagină nu permite verificării faciale să folosească camera.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Această pagină blochează un fișier necesar verificării faciale.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Browserul blochează un fișier necesar verificării faciale.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause':
    'Protecția confidențialității din browser modifică imaginile pe care le vede această pagină.',
  'error.env.pixels_unreadable.remedy':
    'Alegeți altă opțiune, dezactivați protecția pentru această pagină sau folosiți alt browser.',
  'error.camera.permission_denied.cause': 'Accesul la cameră nu este permis.',
  'error.camera.permission_denied.remedy':
    'Puteți continua fără verificare facială. Sau permiteți camera lângă adresa paginii și încercați din nou.',
  'error.camera.not_found.cause': 'Nu s-a găsit nicio cameră.',
  'error.camera.not_found.remedy':
    'Conectați o cameră și încercați din nou sau continuați fără verificare facială.',
  'error.camera.in_use.cause': 'Camera nu pornește. Poate o folosește altă aplicație.',
  'error.camera.in_use.remedy': 'Închideți alte aplicații care folosesc camera și încercați din nou.',
  'error.camera.overconstrained.cause': 'Camera aleasă nu mai este disponibilă.',
  'error.camera.overconstrained.remedy': 'Încercați din nou cu altă cameră.',
  'error.camera.no_answer.cause': 'Browserul nu a primit răspuns la întrebarea despre cameră.',
  'error.camera.no_answer.remedy': 'Încercați din nou și căutați întrebarea lângă bara de adrese.',
  'error.camera.aborted.cause': 'Browserul a întrerupt deschiderea camerei.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'Camera s-a deconectat.',
  'error.camera.lost.remedy': 'Verificați cablul sau comutatorul camerei și încercați din nou.',
  'error.camera.too_slow.cause': 'Camera a trimis prea puține imagini.',
  'error.camera.too_slow.remedy': 'Faceți mai multă lumină, închideți alte aplicații și încercați din nou.',
  'error.camera.no_frames.cause': 'Camera este pornită, dar nu arată nicio imagine.',
  'error.camera.no_frames.remedy':
    'Descoperiți camera sau porniți-o de la întrerupător, apoi încercați din nou.',
  'error.assets.load_failed.cause': 'O parte din verificarea facială nu s-a încărcat.',
  'error.assets.load_failed.remedy': 'Verificați conexiunea și încercați din nou.',
  'error.assets.integrity_failed.cause':
    'O parte din verificarea facială a ajuns modificată, așa că nu a fost folosită.',
  'error.assets.integrity_failed.remedy':
    'Încercați din nou. Dacă se repetă, comunicați platformei codul de mai jos sau alegeți altă opțiune.',
  'error.assets.timeout.cause': 'O parte din verificarea facială s-a încărcat prea greu.',
  'error.assets.timeout.remedy': 'Încercați cu o conexiune mai rapidă sau alegeți altă opțiune.',
  'error.crypto.unavailable.cause': 'Acest browser nu poate cripta rezultatul.',
  'error.crypto.unavailable.remedy': 'Folosiți un browser recent sau continuați fără verificare facială.',
  'error.crypto.bad_public_key.cause': 'O cheie nu funcționează, așa că nu se poate cripta nimic.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'Platforma nu a răspuns.',
  'error.discovery.unreachable.remedy': 'Verificați conexiunea și încercați din nou.',
  'error.discovery.malformed.cause': 'Setările platformei nu au putut fi citite.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'Platforma folosește o versiune mai nouă decât această pagină.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause': 'Platforma nu are o cheie valabilă, așa că nu se poate cripta nimic.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'O cheie nu corespunde cu numele ei.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'Semnătura cheilor platformei nu este valabilă.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'Cheile platformei nu sunt actuale.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'Platforma nu oferă altă opțiune, așa că nu se face verificare facială.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'Platforma nu spune cum compară fețele.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause': 'Platforma nu are o informare într-o limbă care poate fi afișată.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'Platforma așteaptă alt tip de date faciale.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'Platforma nu a pornit verificarea.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Mai multe încercări la rând nu au reușit.',
  'error.session.cooling_down.remedy':
    'Continuați fără verificare facială sau reveniți peste o jumătate de oră.',
  'error.session.attempts_exhausted.cause': 'Deocamdată nu mai aveți încercări.',
  'error.session.attempts_exhausted.remedy': 'Continuați fără verificare facială sau reveniți mai târziu.',
  'error.session.malformed.cause': 'Răspunsul platformei nu a putut fi citit.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'Platforma nu a răspuns.',
  'error.session.unreachable.remedy': 'Verificați conexiunea și încercați din nou.',
  'error.session.expired.cause': 'Timpul pentru trimiterea rezultatului a expirat.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Această verificare a fost deja trimisă.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'Platforma nu cunoaște această verificare.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Nu s-a putut ajunge la platformă.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'Platforma nu a răspuns la timp.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'Platforma nu poate primi acum rezultatul.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'Platforma nu a acceptat rezultatul.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Răspunsul platformei nu a putut fi citit.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause': 'Această verificare a fost ștearsă în altă filă, așa că nu a fost trimisă.',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause': 'Platforma nu a răspuns, așa că încă nu știe ce ați ales.',
  'error.optout.unreachable.remedy':
    'Alegerea dvs. este valabilă. Încercați din nou sau contactați platforma.',
  'error.storage.undeleted.cause':
    'Acest browser nu a confirmat ștergerea. Un videoclip salvat poate fi încă aici.',
  'error.storage.undeleted.remedy': 'Încercați din nou sau ștergeți datele acestui site din browser.',
  'error.internal.cause': 'A apărut o problemă neașteptată.',
  'error.internal.remedy': otherWay,
};

export { ro as messages };
