import type { FirstMessages } from './types.js';

const otherWay = 'Tente novamente ou continue sem verificação facial.';
const siteFault = 'Não fez nada de errado. Indique à plataforma o código abaixo ou escolha outra opção.';
const sendAgain = 'Envie o resultado novamente quando quiser. Não precisa de gravar outra vez.';
const recordAgain = 'Grave novamente ou continue sem verificação facial.';

/** Portuguese of Portugal. */
export const ptPT: FirstMessages = {
  'widget.name': 'Verificação facial',
  'widget.language': 'Idioma',
  'widget.optOut': 'Continuar sem verificação facial',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Cancelar',
  'widget.questions': 'Dúvidas? Contacte {name}:',
  'widget.newTab': '(abre um novo separador)',

  'loading.title': 'A carregar',
  'loading.body': 'A carregar os detalhes da verificação. A sua câmara está desligada.',

  'notice.title': 'Podemos verificar o seu rosto?',
  'notice.asks': 'Pedido de {name}',
  'notice.brief.stays':
    'A sua câmara grava durante cinco segundos enquanto move a cabeça. O vídeo fica no seu dispositivo.',
  'notice.brief.sent': 'Dados biométricos do seu rosto são enviados, encriptados.',
  'notice.brief.compared':
    'O reconhecimento facial compara-os com os de outros vendedores. Algumas correspondências são erros, por isso uma pessoa verifica cada uma.',
  'notice.brief.gallery':
    'O reconhecimento facial compara-os com os de outros vendedores ({count}). Até 1 em {all} corresponde por engano. Uma pessoa verifica cada caso.',
  'notice.brief.galleryWorst':
    'O reconhecimento facial compara-os com os de outros vendedores ({count}). Até 1 em {all} corresponde por engano, num grupo 1 em {worst}. Uma pessoa verifica cada caso.',
  'notice.brief.galleryShare':
    'O reconhecimento facial compara-os com os de outros vendedores ({count}). Até {all} correspondem por engano. Uma pessoa verifica cada caso.',
  'notice.brief.galleryWorstShare':
    'O reconhecimento facial compara-os com os de outros vendedores ({count}). Até {all} correspondem por engano, num grupo {worst}. Uma pessoa verifica cada caso.',
  'notice.brief.groups':
    'O reconhecimento facial compara-os com os de vendedores que têm algo em comum consigo, como uma conta bancária. Algumas correspondências são erros, por isso uma pessoa verifica cada uma.',
  'notice.brief.deleted': 'Eliminados após {duration}, ou assim que retirar o consentimento.',
  'notice.stays': 'Fica no seu dispositivo',
  'notice.sent': 'Enviado encriptado',
  'notice.threshold.value':
    'Uma pessoa analisa duas contas quando a semelhança dos rostos chega a {value}. Duas imagens iguais chegam a 1.',
  'notice.threshold.fmr':
    'Cerca de 1 par de pessoas diferentes em cada {count} chega a esse nível por engano.',
  'notice.threshold.worst':
    'No grupo com mais erros ({group}), é cerca de 1 par em cada {count}, e talvez 1 em cada {most}.',
  'notice.threshold.ungrouped': 'Ninguém mediu se isto acontece mais a alguns grupos de pessoas.',
  'notice.threshold.fnmr': 'Cerca de {share} dos pares da mesma pessoa não chegam a esse nível.',
  'notice.threshold.seller': 'Para um vendedor comparado com {count}: até {all}.',
  'notice.threshold.n': 'Pares de pessoas diferentes usados na medição: {count}.',
  'notice.threshold.link': 'Como isto foi medido',
  'notice.details': 'Mais detalhes',
  'notice.group.recorded': 'O que é gravado e enviado',
  'notice.group.compared': 'Como são comparados os rostos',
  'notice.group.why': 'Quem pede e porquê',
  'notice.group.kept': 'Conservação e eliminação',
  'notice.group.rights': 'Os seus direitos',
  'notice.controller': 'Quem pede',
  'notice.reason': 'Porquê',
  'notice.whyNow': 'Porquê agora',
  'notice.regions': 'Onde se aplica',
  'notice.recipients': 'Quem recebe os dados',
  'notice.storagePlace': 'Onde ficam guardados',
  'notice.retention': 'Durante quanto tempo',
  'notice.removal': 'Como os eliminar',
  'notice.ifDeclined': 'Se disser que não:',
  'notice.complaint': 'Reclamações',
  'notice.policy': 'Política',
  'notice.policyLink': 'Ler a política completa',
  'notice.version': 'Versão deste aviso:',
  'notice.extra': 'Opcional',
  'notice.alternatives': 'Outras opções',
  'notice.statement': 'O que aceita',
  'notice.cameraOff': 'A sua câmara fica desligada até aceitar.',
  'notice.consent': 'Aceito a verificação facial',
  'notice.consentDetail': 'Cria dados biométricos do meu rosto',
  'notice.myData': 'Ver ou eliminar verificações anteriores',

  'permission.title': 'Permita o acesso à câmara',
  'permission.body': 'Escolha «Permitir» quando o navegador perguntar.',
  'permission.noSound': 'Não é gravado nenhum som.',
  'permission.notYet': 'A gravação só começa quando a iniciar.',
  'permission.waitingLong': 'Ainda à espera. Procure a pergunta sobre a câmara junto à barra de endereço.',

  'optedOut.title': 'Continua sem verificação facial',
  'optedOut.posting': 'A avisar a plataforma…',
  'optedOut.next': 'O que acontece a seguir:',
  'optedOut.case': 'Número do processo: {id}',
  'optedOut.time': 'Tempo previsto: {time}',
  'optedOut.open': 'Continuar: {label}',

  'failed.title': 'Algo correu mal',
  'failed.notHere': 'A verificação facial não é possível aqui',
  'failed.code': 'Código: {code}',
  'failed.kept':
    'O seu resultado encriptado continua guardado neste dispositivo. Enquanto esta página estiver aberta, tenta novamente sozinha.',
  'failed.keptInPage':
    'O seu resultado encriptado está só nesta página: este navegador não o consegue guardar. Enquanto a página estiver aberta, tenta novamente sozinha.',
  'failed.notAccepted': 'A plataforma não aceitou o resultado.',
  'failed.retry': 'Tentar novamente',
  'failed.sendAgain': 'Enviar novamente',
  'failed.noWay': 'Pode fechar esta janela e pedir outra opção à plataforma.',
  'failed.tell': 'Não fez nada de errado. Indique à plataforma o código abaixo.',
  'failed.againOrTell': 'Tente novamente. Se voltar a acontecer, indique à plataforma o código abaixo.',

  'cancelled.title': 'Cancelado',
  'cancelled.retry': 'Recomeçar',

  'ended.nothingSent': 'A câmara está desligada. Não foi enviado nada sobre o seu rosto.',
  'ended.maybeSent':
    'A câmara está desligada. O seu resultado pode ter chegado a {name}, onde pode ser eliminado.',
  'ended.asking': 'A câmara está desligada. A pedir a {name} que elimine o que possa ter chegado…',
  'ended.nothingStored': 'A câmara está desligada. {name} confirmou que não há nada guardado.',
  'ended.mayHaveArrived':
    'A câmara está desligada. O seu resultado foi eliminado deste dispositivo. Pode ter chegado a {name}, mas ainda não houve resposta.',
  'ended.askAgain': 'Pedir novamente a eliminação',

  'undelivered.title': 'A sua verificação de {time} não foi concluída',
  'undelivered.waiting':
    'O resultado encriptado está guardado neste dispositivo. Só é enviado se escolher «Enviar agora». Se aceitar abaixo, começa uma nova verificação e esta é eliminada.',
  'undelivered.until': 'Pode enviá-lo até {time}. Depois é eliminado.',
  'undelivered.unanswered':
    '{name} não confirmou o resultado. Pode ter chegado. Pode pedir que seja eliminado.',
  'undelivered.deleting': 'A eliminar aqui e em {name}…',
  'undelivered.undeleted':
    'O resultado foi eliminado deste dispositivo. Pode ter chegado a {name}, mas ainda não houve resposta.',
  'undelivered.send': 'Enviar agora',
  'undelivered.discard': 'Eliminar',

  'error.config.invalid.cause': 'A verificação facial não está bem configurada nesta página.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Ainda não tinha aceitado, por isso a câmara ficou desligada.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause':
    'Esta página não é segura, por isso o navegador mantém a câmara desligada.',
  'error.env.insecure_context.remedy': 'Abra a página com https ou escolha outra opção.',
  'error.env.unsupported.cause': 'A verificação facial não funciona neste navegador.',
  'error.env.unsupported.remedy':
    'Use uma versão atual do Chrome, Edge, Firefox ou Safari, ou escolha outra opção.',
  'error.env.policy_blocked.cause': 'Esta página não permite que a verificação facial use a câmara.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Esta página bloqueia um ficheiro de que a verificação facial precisa.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'O navegador bloqueia um ficheiro de que a verificação facial precisa.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause':
    'A proteção de privacidade do navegador altera as imagens que esta página vê.',
  'error.env.pixels_unreadable.remedy':
    'Escolha outra opção, desative essa proteção nesta página ou use outro navegador.',
  'error.camera.permission_denied.cause': 'O acesso à câmara não está permitido.',
  'error.camera.permission_denied.remedy':
    'Pode continuar sem verificação facial. Ou permita a câmara junto ao endereço da página e tente novamente.',
  'error.camera.not_found.cause': 'Não foi encontrada nenhuma câmara.',
  'error.camera.not_found.remedy': 'Ligue uma câmara e tente novamente, ou continue sem verificação facial.',
  'error.camera.in_use.cause': 'A câmara não liga. Pode estar a ser usada por outra aplicação.',
  'error.camera.in_use.remedy': 'Feche outras aplicações que usem a câmara e tente novamente.',
  'error.camera.overconstrained.cause': 'A câmara que escolheu já não está disponível.',
  'error.camera.overconstrained.remedy': 'Tente novamente com outra câmara.',
  'error.camera.no_answer.cause': 'O navegador não obteve resposta à pergunta sobre a câmara.',
  'error.camera.no_answer.remedy': 'Tente novamente e procure a pergunta junto à barra de endereço.',
  'error.camera.aborted.cause': 'O navegador parou de abrir a câmara.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'A ligação à câmara perdeu-se.',
  'error.camera.lost.remedy': 'Verifique o cabo ou o botão da câmara e tente novamente.',
  'error.camera.too_slow.cause': 'A câmara enviou muito poucas imagens.',
  'error.camera.too_slow.remedy': 'Use mais luz, feche outras aplicações e tente novamente.',
  'error.camera.no_frames.cause': 'A câmara está ligada, mas não mostra imagem.',
  'error.camera.no_frames.remedy': 'Destape a câmara ou ligue-a no interruptor e tente novamente.',
  'error.assets.load_failed.cause': 'Uma parte da verificação facial não carregou.',
  'error.assets.load_failed.remedy': 'Verifique a sua ligação e tente novamente.',
  'error.assets.integrity_failed.cause':
    'Uma parte da verificação facial chegou alterada, por isso não foi usada.',
  'error.assets.integrity_failed.remedy':
    'Tente novamente. Se voltar a acontecer, indique à plataforma o código abaixo ou escolha outra opção.',
  'error.assets.timeout.cause': 'Uma parte da verificação facial demorou demasiado a carregar.',
  'error.assets.timeout.remedy': 'Tente novamente com uma ligação mais rápida ou escolha outra opção.',
  'error.crypto.unavailable.cause': 'Este navegador não consegue encriptar o resultado.',
  'error.crypto.unavailable.remedy': 'Use um navegador atual ou continue sem verificação facial.',
  'error.crypto.bad_public_key.cause': 'Uma chave não funciona, por isso não é possível encriptar nada.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'A plataforma não respondeu.',
  'error.discovery.unreachable.remedy': 'Verifique a sua ligação e tente novamente.',
  'error.discovery.malformed.cause': 'Não foi possível ler as definições da plataforma.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'A plataforma usa uma versão mais recente do que esta página.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause':
    'A plataforma não tem uma chave válida, por isso não é possível encriptar nada.',
  'error.discovery.no_valid_key.remedy': siteFault,
  'error.discovery.key_mismatch.cause': 'Uma chave não corresponde ao nome dela.',
  'error.discovery.key_mismatch.remedy': siteFault,
  'error.discovery.signature_invalid.cause': 'A assinatura das chaves da plataforma não é válida.',
  'error.discovery.signature_invalid.remedy': siteFault,
  'error.discovery.rolled_back.cause': 'As chaves da plataforma estão desatualizadas.',
  'error.discovery.rolled_back.remedy': siteFault,
  'error.discovery.no_alternative.cause':
    'A plataforma não oferece outra opção, por isso a verificação facial não é feita.',
  'error.discovery.no_alternative.remedy': siteFault,
  'error.discovery.no_threshold.cause': 'A plataforma não diz como compara os rostos.',
  'error.discovery.no_threshold.remedy': siteFault,
  'error.discovery.no_notice.cause': 'A plataforma não tem um aviso numa língua que possa ser apresentada.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'A plataforma espera outro tipo de dados do rosto.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'A plataforma não iniciou a verificação.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Várias tentativas seguidas não resultaram.',
  'error.session.cooling_down.remedy': 'Continue sem verificação facial ou volte dentro de meia hora.',
  'error.session.attempts_exhausted.cause': 'Por agora, não tem mais tentativas.',
  'error.session.attempts_exhausted.remedy': 'Continue sem verificação facial ou volte mais tarde.',
  'error.session.malformed.cause': 'Não foi possível ler a resposta da plataforma.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'A plataforma não respondeu.',
  'error.session.unreachable.remedy': 'Verifique a sua ligação e tente novamente.',
  'error.session.expired.cause': 'O tempo para enviar o resultado terminou.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Esta verificação já foi enviada.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'A plataforma não conhece esta verificação.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Não foi possível contactar a plataforma.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'A plataforma não respondeu a tempo.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'A plataforma não pode receber o resultado agora.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'A plataforma não aceitou o resultado.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Não foi possível ler a resposta da plataforma.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause':
    'Esta verificação foi eliminada noutro separador, por isso não foi enviada.',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause': 'A plataforma não respondeu, por isso ainda não conhece a sua escolha.',
  'error.optout.unreachable.remedy': 'A sua escolha é válida. Tente novamente ou contacte a plataforma.',
  'error.storage.undeleted.cause':
    'Este navegador não confirmou a eliminação. Um vídeo guardado ainda pode estar aqui.',
  'error.storage.undeleted.remedy': 'Tente de novo ou elimine os dados deste site no seu navegador.',
  'error.internal.cause': 'Ocorreu um problema inesperado.',
  'error.internal.remedy': otherWay,
};

export { ptPT as messages };
