import type { DeskMessages } from './desk-keys.js';

/** Portuguese of Portugal, for what is stored of a check, what was decided, and what the seller says to it. */
export const ptPTDesk: DeskMessages = {
  'record.title': 'O que está guardado sobre si',
  'record.state': 'Estado',
  'record.status': 'Resultado',
  'record.receivedAt': 'Recebido em',
  'record.fields': 'Campos',
  'record.threshold': 'Comparação',
  'record.verdict': 'Prova de vida',
  'record.subject': 'O seu identificador de vendedor',
  'record.envelope': 'A mensagem encriptada',

  'stored.stored': 'Guardado',
  'stored.withdrawn': 'Consentimento retirado',
  'stored.deleted': 'Eliminado',

  'decision.nothingFound': 'A comparação não encontrou nenhuma conta parecida.',
  'decision.open': 'Uma pessoa ainda não decidiu.',
  'decision.asked': 'Uma pessoa gostaria de ouvir o que tem a dizer antes de decidir.',
  'decision.again': 'Uma pessoa está a analisar novamente.',
  'decision.before': 'Resultado anterior: {found}',
  'decision.gone': 'Os dados do rosto foram eliminados.',
  'decision.found.same_person': 'Uma pessoa concluiu que outra conta aqui é sua.',
  'decision.found.different_person': 'Uma pessoa concluiu que a outra conta pertence a outra pessoa.',
  'decision.found.allowed_second_account': 'Uma pessoa concluiu que pode ter as duas contas.',
  'decision.found.no_concern': 'Uma pessoa analisou e não tem objeções.',
  'decision.byPerson': 'Decidido por uma pessoa, {time}.',
  'decision.byMachine': 'Comparado por um programa, {time}. Não foi consultada nenhuma pessoa.',
  'decision.since': 'Em espera desde {time}. Nenhum programa decide.',
  'decision.deletedAt': 'Eliminado em: {time}.',
  'decision.threshold':
    'Uma pessoa analisa duas contas quando a semelhança dos rostos chega a {value}. Cerca de 1 par de pessoas diferentes em cada {count} chega a esse nível por engano.',

  'contest.more': 'Escrever mais',
  'contest.body': 'Uma pessoa vai lê-la e analisar novamente. Só texto, sem imagens nem ficheiros.',
  'contest.label': 'A sua mensagem',
  'contest.count': 'Carateres: {count} de {most}',
  'contest.send': 'Enviar a uma pessoa',
  'contest.sending': 'A enviar a mensagem…',
  'contest.received': 'A sua mensagem chegou em {time}. Uma pessoa vai analisar novamente.',
  'contest.left': 'Mensagens que ainda pode enviar: {count}',
  'contest.said': 'O que escreveu',
  'contest.none': 'Não pode enviar mais mensagens aqui. Contacte a plataforma.',

  'withdrawn.title': 'Consentimento retirado, dados eliminados',
  'withdrawn.body': 'A plataforma confirmou a eliminação em {time}.',
  'withdrawn.waiting':
    'Nem todos os que guardam uma parte já confirmaram a eliminação. A plataforma continua a perguntar.',
  'withdrawn.unconfirmed': 'Ainda não confirmado',
  'withdrawn.next': 'Pode continuar sem verificação facial ou recomeçar.',

  'desk.again': 'Atualizar',
  'desk.name': 'Comprovativos de verificação facial',
  'desk.body': 'Com o comprovativo pode ver o que está guardado sobre si e retirar o consentimento.',
  'desk.file': 'Abrir um ficheiro de comprovativo',
  'desk.fileBody':
    'Escolha o ficheiro «candor-receipt-….json». É lido neste dispositivo. Nada é enviado até premir um botão.',
  'desk.kept': 'Guardado neste navegador',
  'desk.looking': 'A procurar o que este navegador guardou…',
  'desk.keptNothing': 'Não há nada guardado aqui para si.',
  'desk.unread':
    'O armazenamento deste navegador não respondeu. Pode haver algo guardado aqui. Recarregue a página.',
  'desk.receiver': 'Guardado em',
  'desk.watchClip': 'Ver o vídeo',
  'desk.hideClip': 'Fechar o vídeo',
  'desk.deleteClip': 'Eliminar o vídeo',
  'desk.back': 'Voltar',
  'desk.question': 'Retirar o consentimento e eliminar agora?',
  'desk.questionBody':
    '{name} elimina os dados do seu rosto, e este site elimina o que guardou desta verificação neste navegador. Isto não pode ser anulado. Pode fazer uma nova verificação mais tarde.',
  'desk.no': 'Manter os meus dados',

  'mine.checkTitle': 'A sua verificação facial',
  'mine.clipUntil':
    'Encriptado. Eliminado daqui com a sua chave em {time}, ou quando retirar o consentimento. Quem puder usar este navegador pode vê-lo.',
  'mine.name': 'Os meus dados de verificação facial',
  'mine.title': 'Os meus dados',
  'mine.body': 'O que este navegador guardou das suas verificações e o que {name} tem.',
  'mine.check': 'Verificação facial, {time}',
  'mine.asking': 'A perguntar a {name}…',
  'mine.unheard': '{name} não respondeu. Abra o comprovativo para perguntar novamente.',
  'mine.open': 'Abrir: contestar ou retirar',
  'mine.waiting': 'O resultado encriptado está guardado neste dispositivo. Não é enviado sozinho.',
  'mine.clipLost': 'Este navegador perdeu a chave deste vídeo. Já ninguém o pode ver.',
  'mine.clip': 'O seu vídeo, {time}',
  'mine.downloadClip': 'Transferir o vídeo',
  'mine.takeOut': 'Transferir tudo num só ficheiro',
  'mine.takeOutBody':
    'Um ficheiro JSON com todos os seus dados e as chaves dos comprovativos. Não o partilhe.',
  'mine.takingOut': 'A preparar o ficheiro…',
  'mine.takenOut': 'O ficheiro está nas suas transferências.',

  'review.clip': 'O seu vídeo',
  'review.clipFailed': 'O navegador não consegue reproduzir o vídeo aqui.',
  'review.replay': 'Reproduzir o vídeo',

  'status.no_duplicate.title': 'A sua verificação facial está concluída',
  'status.no_duplicate.word': 'Nenhuma conta parecida encontrada',
  'status.no_duplicate.body': 'Não foi encontrada nenhuma conta de vendedor com um rosto parecido.',
  'status.needs_review.title': 'Agradecemos. Uma pessoa vai analisar a sua verificação',
  'status.needs_review.word': 'Em análise por uma pessoa',
  'status.needs_review.body':
    'Quem decide é uma pessoa, não um computador. Pode acrescentar informações ou contestar.',

  'done.next.no_duplicate': 'Terminou. {name} já tem o resultado.',
  'done.next.needs_review':
    'Uma pessoa da equipa de {name} vai analisá-lo. Não há um prazo fixo. O seu comprovativo mostra o andamento.',
  'done.until': 'Os dados do seu rosto são eliminados até {time}, ou assim que retirar o consentimento.',
  'done.notKept':
    'Este navegador não consegue guardar o comprovativo. Transfira-o agora: mais tarde não o poderá obter.',
  'done.later':
    'Guarde o comprovativo. Com ele pode consultar, contestar ou retirar o consentimento mais tarde.',
  'done.receipt': 'O seu comprovativo',
  'done.number': 'Número do comprovativo',
  'done.decidedAt': 'Resultado de',
  'done.deleteAfter': 'Eliminação até',
  'done.noticeVersion': 'Versão do aviso',
  'done.download': 'Transferir o comprovativo',

  'receipt.print': 'Imprimir o comprovativo',

  'done.myData': 'Ver o andamento',
  'done.withdraw': 'Retirar o consentimento e eliminar',
  'done.contest': 'Contestar ou dar informações',
  'done.contact': 'Para contestar ou dar informações, contacte: {contact}',

  'verdict.live': 'A verificação correu bem.',
  'verdict.not-live': 'Não foi possível ver tudo com clareza.',
  'verdict.inconclusive': 'A verificação não deu uma resposta clara.',

  'field.embedding': 'Dados do rosto (biométricos)',
  'field.liveness': 'Resultado de cada controlo, em palavras',
  'field.capture': 'Duração do vídeo, número de imagens',
  'field.consent': 'O seu consentimento: número, conteúdo, meio e hora',
  'field.padding': 'Preenchimento até um tamanho fixo',

  'error.clip.unsupported.cause': 'Este navegador não consegue gravar vídeo.',
  'error.clip.unsupported.remedy': 'Continue sem o vídeo. A verificação é a mesma.',
  'error.embedding.low_quality.cause': 'Muito poucas imagens estavam nítidas.',
  'error.embedding.low_quality.remedy': 'Vire-se para a luz, não se mexa e grave novamente.',
  'error.withdrawal.unreachable.cause': 'A plataforma não respondeu.',
  'error.withdrawal.unreachable.remedy':
    'Talvez já tenha sido eliminado, talvez não. Tente novamente ou use o seu comprovativo mais tarde: repetir não faz mal.',
  'error.withdrawal.refused.cause': 'A plataforma recusou o pedido.',
  'error.withdrawal.refused.remedy': 'Contacte a plataforma e indique o número do seu comprovativo.',
  'error.objection.unreachable.cause': 'A plataforma não respondeu. A sua mensagem pode não ter chegado.',
  'error.objection.unreachable.remedy': 'Continua aqui. Envie-a novamente ou veja o que está guardado.',
  'error.objection.refused.cause': 'Não é possível contestar esta verificação aqui.',
  'error.objection.refused.remedy':
    'Pode já ter sido eliminada. Contacte a plataforma e indique o número do seu comprovativo.',
  'error.objection.exhausted.cause': 'Não pode enviar mais mensagens sobre esta verificação.',
  'error.objection.exhausted.remedy':
    'Uma pessoa vai ler o que escreveu. Se quiser dizer mais, contacte a plataforma.',
  'error.receipt.invalid.cause': 'Este ficheiro não é um comprovativo de verificação facial.',
  'error.receipt.invalid.remedy': 'Escolha o ficheiro «candor-receipt-….json» que transferiu.',
  'error.receipt.other_version.cause': 'Esta página não consegue ler esta versão do comprovativo.',
  'error.receipt.other_version.remedy': 'Abra-o na página da própria plataforma ou contacte-a.',
  'error.receipt.unsafe_endpoint.cause':
    'O endereço neste comprovativo não é seguro, por isso nada foi enviado para lá.',
  'error.receipt.unsafe_endpoint.remedy': 'Contacte a plataforma e indique o número do seu comprovativo.',
  'error.receipt.endpoint_refused.cause':
    'Este comprovativo é de outra plataforma, por isso nada foi enviado para lá.',
  'error.receipt.endpoint_refused.remedy': 'Abra-o na página dessa plataforma.',
  'error.frame.no_answer.cause': 'Uma parte da verificação facial demorou demasiado a carregar.',
  'error.frame.no_answer.remedy': 'Verifique a sua ligação e tente novamente.',
};

export { ptPTDesk as messages };
