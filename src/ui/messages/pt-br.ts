import type { FirstMessages } from './types.js';

const otherWay = 'Tente de novo ou continue sem verificação facial.';
const siteFault = 'Você não fez nada de errado. Informe à plataforma o código abaixo ou escolha outra opção.';
const sendAgain = 'Envie o resultado de novo quando quiser. Não é preciso gravar outra vez.';
const recordAgain = 'Grave de novo ou continue sem verificação facial.';

/** Portuguese of Brazil. */
export const ptBR: FirstMessages = {
  'widget.name': 'Verificação facial',
  'widget.language': 'Idioma',
  'widget.optOut': 'Continuar sem verificação facial',
  'widget.optOutTime': '{label} – {time}',
  'widget.cancel': 'Cancelar',
  'widget.questions': 'Dúvidas? Fale com {name}:',
  'widget.newTab': '(abre uma nova aba)',

  'loading.title': 'Carregando',
  'loading.body': 'Carregando os detalhes da verificação. Sua câmera está desligada.',

  'notice.title': 'Podemos verificar seu rosto?',
  'notice.asks': 'Pedido de {name}',
  'notice.brief.stays':
    'Sua câmera grava cinco segundos enquanto você move a cabeça. O vídeo fica no seu dispositivo.',
  'notice.brief.sent': 'Dados biométricos do seu rosto são enviados, criptografados.',
  'notice.brief.compared':
    'O reconhecimento facial os compara com os de outros vendedores. Algumas correspondências são erros, por isso uma pessoa verifica cada uma.',
  'notice.brief.gallery':
    'O reconhecimento facial os compara com os de outros vendedores ({count}). Até 1 em {all} corresponde por engano. Uma pessoa verifica cada caso.',
  'notice.brief.galleryWorst':
    'O reconhecimento facial os compara com os de outros vendedores ({count}). Até 1 em {all} corresponde por engano, em um grupo 1 em {worst}. Uma pessoa verifica cada caso.',
  'notice.brief.galleryShare':
    'O reconhecimento facial os compara com os de outros vendedores ({count}). Até {all} correspondem por engano. Uma pessoa verifica cada caso.',
  'notice.brief.galleryWorstShare':
    'O reconhecimento facial os compara com os de outros vendedores ({count}). Até {all} correspondem por engano, em um grupo {worst}. Uma pessoa verifica cada caso.',
  'notice.brief.groups':
    'O reconhecimento facial os compara com os de vendedores que têm algo em comum com você, como uma conta bancária. Algumas correspondências são erros, por isso uma pessoa verifica cada uma.',
  'notice.brief.deleted': 'Excluídos após {duration}, ou assim que você revogar o consentimento.',
  'notice.stays': 'Fica no seu dispositivo',
  'notice.sent': 'Enviado com criptografia',
  'notice.threshold.value':
    'Uma pessoa analisa duas contas quando a semelhança dos rostos chega a {value}. Duas imagens iguais chegam a 1.',
  'notice.threshold.fmr':
    'Cerca de 1 par de pessoas diferentes em cada {count} chega a esse nível por engano.',
  'notice.threshold.worst':
    'No grupo com mais erros ({group}), é cerca de 1 par em cada {count}, e talvez 1 em cada {most}.',
  'notice.threshold.ungrouped': 'Ninguém mediu se isso acontece mais com alguns grupos de pessoas.',
  'notice.threshold.fnmr': 'Cerca de {share} dos pares da mesma pessoa não chegam a esse nível.',
  'notice.threshold.seller': 'Para um vendedor comparado com {count}: até {all}.',
  'notice.threshold.n': 'Pares de pessoas diferentes usados na medição: {count}.',
  'notice.threshold.link': 'Como isso foi medido',
  'notice.details': 'Mais detalhes',
  'notice.group.recorded': 'O que é gravado e enviado',
  'notice.group.compared': 'Como os rostos são comparados',
  'notice.group.why': 'Quem pede e por quê',
  'notice.group.kept': 'Armazenamento e exclusão',
  'notice.group.rights': 'Seus direitos',
  'notice.controller': 'Quem pede',
  'notice.reason': 'Por quê',
  'notice.whyNow': 'Por que agora',
  'notice.regions': 'Onde isso vale',
  'notice.recipients': 'Quem recebe os dados',
  'notice.storagePlace': 'Onde ficam armazenados',
  'notice.retention': 'Por quanto tempo',
  'notice.removal': 'Como excluir',
  'notice.ifDeclined': 'Se você disser não:',
  'notice.complaint': 'Reclamações',
  'notice.policy': 'Política',
  'notice.policyLink': 'Ler a política completa',
  'notice.version': 'Versão deste aviso:',
  'notice.extra': 'Opcional',
  'notice.alternatives': 'Outras opções',
  'notice.statement': 'Com o que você concorda',
  'notice.cameraOff': 'Sua câmera fica desligada até você concordar.',
  'notice.consent': 'Concordo com a verificação facial',
  'notice.consentDetail': 'Cria dados biométricos do meu rosto',
  'notice.myData': 'Ver ou excluir verificações anteriores',

  'permission.title': 'Permita o acesso à câmera',
  'permission.body': 'Escolha “Permitir” quando o navegador perguntar.',
  'permission.noSound': 'Nenhum som é gravado.',
  'permission.notYet': 'A gravação só começa quando você iniciar.',
  'permission.waitingLong': 'Ainda aguardando. Procure a pergunta da câmera perto da barra de endereço.',

  'optedOut.title': 'Você continua sem verificação facial',
  'optedOut.posting': 'Avisando a plataforma…',
  'optedOut.next': 'O que acontece agora:',
  'optedOut.case': 'Número do caso: {id}',
  'optedOut.time': 'Prazo previsto: {time}',
  'optedOut.open': 'Continuar: {label}',

  'failed.title': 'Algo deu errado',
  'failed.notHere': 'A verificação facial não é possível aqui',
  'failed.code': 'Código: {code}',
  'failed.kept':
    'Seu resultado criptografado continua salvo neste dispositivo. Enquanto esta página estiver aberta, ela tenta de novo sozinha.',
  'failed.keptInPage':
    'Seu resultado criptografado está só nesta página: este navegador não consegue salvá-lo. Enquanto a página estiver aberta, ela tenta de novo sozinha.',
  'failed.notAccepted': 'A plataforma não aceitou o resultado.',
  'failed.retry': 'Tentar de novo',
  'failed.sendAgain': 'Enviar de novo',
  'failed.noWay': 'Você pode fechar esta janela e pedir outra opção à plataforma.',
  'failed.tell': 'Você não fez nada de errado. Informe à plataforma o código abaixo.',
  'failed.againOrTell': 'Tente de novo. Se acontecer outra vez, informe à plataforma o código abaixo.',

  'cancelled.title': 'Cancelado',
  'cancelled.retry': 'Começar de novo',

  'ended.nothingSent': 'A câmera está desligada. Nada sobre seu rosto foi enviado.',
  'ended.maybeSent':
    'A câmera está desligada. Seu resultado pode ter chegado a {name}, onde pode ser excluído.',
  'ended.asking': 'A câmera está desligada. Pedindo a {name} que exclua o que possa ter chegado…',
  'ended.nothingStored': 'A câmera está desligada. {name} confirmou que nada está armazenado.',
  'ended.mayHaveArrived':
    'A câmera está desligada. Seu resultado foi excluído deste dispositivo. Ele pode ter chegado a {name}, mas ainda não houve resposta.',
  'ended.askAgain': 'Pedir a exclusão de novo',

  'undelivered.title': 'Sua verificação de {time} não foi concluída',
  'undelivered.waiting':
    'O resultado criptografado está salvo neste dispositivo. Ele só é enviado se você escolher “Enviar agora”. Se você concordar abaixo, uma nova verificação começa e esta é excluída.',
  'undelivered.until': 'Você pode enviar até {time}. Depois ele é excluído.',
  'undelivered.unanswered':
    '{name} não confirmou o resultado. Ele pode ter chegado. Você pode pedir que seja excluído.',
  'undelivered.deleting': 'Excluindo aqui e em {name}…',
  'undelivered.undeleted':
    'O resultado foi excluído deste dispositivo. Ele pode ter chegado a {name}, mas ainda não houve resposta.',
  'undelivered.send': 'Enviar agora',
  'undelivered.discard': 'Excluir',

  'error.config.invalid.cause': 'A verificação facial não está bem configurada nesta página.',
  'error.config.invalid.remedy': siteFault,
  'error.consent.required.cause': 'Você ainda não tinha concordado, então a câmera ficou desligada.',
  'error.consent.required.remedy': siteFault,
  'error.env.insecure_context.cause':
    'Esta página não é segura, então seu navegador mantém a câmera desligada.',
  'error.env.insecure_context.remedy': 'Abra a página com https ou escolha outra opção.',
  'error.env.unsupported.cause': 'A verificação facial não funciona neste navegador.',
  'error.env.unsupported.remedy':
    'Use uma versão atual do Chrome, Edge, Firefox ou Safari, ou escolha outra opção.',
  'error.env.policy_blocked.cause': 'Esta página não permite que a verificação facial use a câmera.',
  'error.env.policy_blocked.remedy': siteFault,
  'error.env.csp_blocked.cause': 'Esta página bloqueia um arquivo de que a verificação facial precisa.',
  'error.env.csp_blocked.remedy': siteFault,
  'error.env.coep_blocked.cause': 'Seu navegador bloqueia um arquivo de que a verificação facial precisa.',
  'error.env.coep_blocked.remedy': siteFault,
  'error.env.pixels_unreadable.cause':
    'A proteção de privacidade do seu navegador altera as imagens que esta página vê.',
  'error.env.pixels_unreadable.remedy':
    'Escolha outra opção, desative essa proteção nesta página ou use outro navegador.',
  'error.camera.permission_denied.cause': 'O acesso à câmera não está permitido.',
  'error.camera.permission_denied.remedy':
    'Você pode continuar sem verificação facial. Ou permita a câmera ao lado do endereço da página e tente de novo.',
  'error.camera.not_found.cause': 'Nenhuma câmera foi encontrada.',
  'error.camera.not_found.remedy': 'Conecte uma câmera e tente de novo, ou continue sem verificação facial.',
  'error.camera.in_use.cause': 'A câmera não liga. Outro aplicativo pode estar usando.',
  'error.camera.in_use.remedy': 'Feche outros aplicativos que usam a câmera e tente de novo.',
  'error.camera.overconstrained.cause': 'A câmera que você escolheu não está mais disponível.',
  'error.camera.overconstrained.remedy': 'Tente de novo com outra câmera.',
  'error.camera.no_answer.cause': 'Seu navegador não recebeu resposta à pergunta da câmera.',
  'error.camera.no_answer.remedy': 'Tente de novo e procure a pergunta perto da barra de endereço.',
  'error.camera.aborted.cause': 'O navegador parou de abrir a câmera.',
  'error.camera.aborted.remedy': otherWay,
  'error.camera.lost.cause': 'A câmera foi desconectada.',
  'error.camera.lost.remedy': 'Verifique o cabo ou o botão da câmera e tente de novo.',
  'error.camera.too_slow.cause': 'A câmera enviou muito poucas imagens.',
  'error.camera.too_slow.remedy': 'Aumente a luz, feche outros aplicativos e tente de novo.',
  'error.camera.no_frames.cause': 'A câmera está ligada, mas não mostra imagem.',
  'error.camera.no_frames.remedy': 'Destampe a câmera ou ligue-a no botão dela e tente de novo.',
  'error.assets.load_failed.cause': 'Uma parte da verificação facial não carregou.',
  'error.assets.load_failed.remedy': 'Confira sua conexão e tente de novo.',
  'error.assets.integrity_failed.cause':
    'Uma parte da verificação facial chegou alterada, por isso não foi usada.',
  'error.assets.integrity_failed.remedy':
    'Tente de novo. Se acontecer outra vez, informe à plataforma o código abaixo ou escolha outra opção.',
  'error.assets.timeout.cause': 'Uma parte da verificação facial demorou demais para carregar.',
  'error.assets.timeout.remedy': 'Tente de novo com uma conexão mais rápida ou escolha outra opção.',
  'error.crypto.unavailable.cause': 'Este navegador não consegue criptografar o resultado.',
  'error.crypto.unavailable.remedy': 'Use um navegador atual ou continue sem verificação facial.',
  'error.crypto.bad_public_key.cause': 'Uma chave não funciona, então nada pode ser criptografado.',
  'error.crypto.bad_public_key.remedy': siteFault,
  'error.discovery.unreachable.cause': 'A plataforma não respondeu.',
  'error.discovery.unreachable.remedy': 'Confira sua conexão e tente de novo.',
  'error.discovery.malformed.cause': 'Não foi possível ler as configurações da plataforma.',
  'error.discovery.malformed.remedy': siteFault,
  'error.discovery.unknown_version.cause': 'A plataforma usa uma versão mais nova que esta página.',
  'error.discovery.unknown_version.remedy': siteFault,
  'error.discovery.no_valid_key.cause':
    'A plataforma não tem uma chave válida, então nada pode ser criptografado.',
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
  'error.discovery.no_notice.cause': 'A plataforma não tem um aviso em um idioma que possa ser mostrado.',
  'error.discovery.no_notice.remedy': siteFault,
  'error.discovery.model_mismatch.cause': 'A plataforma espera outro tipo de dados do rosto.',
  'error.discovery.model_mismatch.remedy': siteFault,
  'error.session.refused.cause': 'A plataforma não iniciou a verificação.',
  'error.session.refused.remedy': siteFault,
  'error.session.cooling_down.cause': 'Várias tentativas seguidas não funcionaram.',
  'error.session.cooling_down.remedy': 'Continue sem verificação facial ou volte em meia hora.',
  'error.session.attempts_exhausted.cause': 'Você não tem mais tentativas por enquanto.',
  'error.session.attempts_exhausted.remedy': 'Continue sem verificação facial ou volte mais tarde.',
  'error.session.malformed.cause': 'Não foi possível ler a resposta da plataforma.',
  'error.session.malformed.remedy': otherWay,
  'error.session.unreachable.cause': 'A plataforma não respondeu.',
  'error.session.unreachable.remedy': 'Confira sua conexão e tente de novo.',
  'error.session.expired.cause': 'O tempo para enviar o resultado acabou.',
  'error.session.expired.remedy': recordAgain,
  'error.session.used.cause': 'Esta verificação já foi enviada.',
  'error.session.used.remedy': recordAgain,
  'error.session.unknown.cause': 'A plataforma não conhece esta verificação.',
  'error.session.unknown.remedy': recordAgain,
  'error.submit.network.cause': 'Não foi possível acessar a plataforma.',
  'error.submit.network.remedy': sendAgain,
  'error.submit.timeout.cause': 'A plataforma não respondeu a tempo.',
  'error.submit.timeout.remedy': sendAgain,
  'error.submit.busy.cause': 'A plataforma não pode receber o resultado agora.',
  'error.submit.busy.remedy': sendAgain,
  'error.submit.refused.cause': 'A plataforma não aceitou o resultado.',
  'error.submit.refused.remedy': recordAgain,
  'error.submit.malformed.cause': 'Não foi possível ler a resposta da plataforma.',
  'error.submit.malformed.remedy': sendAgain,
  'error.submit.discarded.cause': 'Esta verificação foi excluída em outra aba, por isso não foi enviada.',
  'error.submit.discarded.remedy': recordAgain,
  'error.optout.unreachable.cause': 'A plataforma não respondeu, então ainda não conhece sua escolha.',
  'error.optout.unreachable.remedy': 'Sua escolha vale. Tente de novo ou fale com a plataforma.',
  'error.storage.undeleted.cause':
    'Este navegador não confirmou a exclusão. Um vídeo salvo ainda pode estar aqui.',
  'error.storage.undeleted.remedy': 'Tente de novo ou exclua os dados deste site no seu navegador.',
  'error.internal.cause': 'Ocorreu um problema inesperado.',
  'error.internal.remedy': otherWay,
};

export { ptBR as messages };
