import type { DeskMessages } from './desk-keys.js';

/** Portuguese of Brazil, for what is stored of a check, what was decided, and what the seller says to it. */
export const ptBRDesk: DeskMessages = {
  'record.title': 'O que está armazenado sobre você',
  'record.state': 'Situação',
  'record.status': 'Resultado',
  'record.receivedAt': 'Recebido em',
  'record.fields': 'Campos',
  'record.threshold': 'Comparação',
  'record.verdict': 'Prova de vida',
  'record.subject': 'Seu código de vendedor',
  'record.envelope': 'A mensagem criptografada',

  'stored.stored': 'Armazenado',
  'stored.withdrawn': 'Consentimento revogado',
  'stored.deleted': 'Excluído',

  'decision.nothingFound': 'A comparação não encontrou nenhuma conta parecida.',
  'decision.open': 'Uma pessoa ainda não decidiu.',
  'decision.asked': 'Uma pessoa gostaria de ouvir você antes de decidir.',
  'decision.again': 'Uma pessoa está analisando de novo.',
  'decision.before': 'Resultado anterior: {found}',
  'decision.gone': 'Os dados do rosto foram excluídos.',
  'decision.found.same_person': 'Uma pessoa concluiu que outra conta daqui é sua.',
  'decision.found.different_person': 'Uma pessoa concluiu que a outra conta é de outra pessoa.',
  'decision.found.allowed_second_account': 'Uma pessoa concluiu que você pode ter as duas contas.',
  'decision.found.no_concern': 'Uma pessoa analisou e não tem objeções.',
  'decision.byPerson': 'Decidido por uma pessoa, {time}.',
  'decision.byMachine': 'Comparado por um software, {time}. Nenhuma pessoa foi consultada.',
  'decision.since': 'Em espera desde {time}. Nenhum software decide.',
  'decision.deletedAt': 'Excluído em: {time}.',
  'decision.threshold':
    'Uma pessoa analisa duas contas quando a semelhança dos rostos chega a {value}. Cerca de 1 par de pessoas diferentes em cada {count} chega a esse nível por engano.',

  'contest.more': 'Escrever mais',
  'contest.body': 'Uma pessoa vai ler e analisar de novo. Só texto, sem imagens nem arquivos.',
  'contest.label': 'Sua mensagem',
  'contest.count': 'Caracteres: {count} de {most}',
  'contest.send': 'Enviar a uma pessoa',
  'contest.sending': 'Enviando a mensagem…',
  'contest.received': 'Sua mensagem chegou em {time}. Uma pessoa vai analisar de novo.',
  'contest.left': 'Mensagens que você ainda pode enviar: {count}',
  'contest.said': 'O que você escreveu',
  'contest.none': 'Você não pode enviar mais mensagens aqui. Fale com a plataforma.',

  'withdrawn.title': 'Consentimento revogado, dados excluídos',
  'withdrawn.body': 'A plataforma confirmou a exclusão em {time}.',
  'withdrawn.waiting':
    'Nem todos os que guardam uma parte confirmaram a exclusão ainda. A plataforma continua perguntando.',
  'withdrawn.unconfirmed': 'Ainda não confirmado',
  'withdrawn.next': 'Você pode continuar sem verificação facial ou começar de novo.',

  'desk.again': 'Atualizar',
  'desk.name': 'Comprovantes de verificação facial',
  'desk.body': 'Com seu comprovante você vê o que está armazenado sobre você e pode revogar o consentimento.',
  'desk.file': 'Abrir um arquivo de comprovante',
  'desk.fileBody':
    'Escolha o arquivo “candor-receipt-….json”. Ele é lido neste dispositivo. Nada é enviado até você pressionar um botão.',
  'desk.kept': 'Salvo neste navegador',
  'desk.looking': 'Procurando o que este navegador salvou…',
  'desk.keptNothing': 'Não há nada salvo aqui para você.',
  'desk.unread':
    'O armazenamento deste navegador não respondeu. Pode haver algo salvo aqui. Recarregue a página.',
  'desk.receiver': 'Armazenado em',
  'desk.watchClip': 'Assistir ao vídeo',
  'desk.hideClip': 'Fechar o vídeo',
  'desk.deleteClip': 'Excluir o vídeo',
  'desk.back': 'Voltar',
  'desk.question': 'Revogar o consentimento e excluir agora?',
  'desk.questionBody':
    '{name} exclui os dados do seu rosto, e este site exclui o que salvou desta verificação neste navegador. Isso não pode ser desfeito. Você pode fazer uma nova verificação depois.',
  'desk.no': 'Manter meus dados',

  'mine.checkTitle': 'Sua verificação facial',
  'mine.clipUntil':
    'Criptografado. Excluído daqui com sua chave em {time}, ou quando você revogar o consentimento. Quem puder usar este navegador pode assistir.',
  'mine.name': 'Meus dados de verificação facial',
  'mine.title': 'Meus dados',
  'mine.body': 'O que este navegador salvou das suas verificações e o que {name} tem.',
  'mine.check': 'Verificação facial, {time}',
  'mine.asking': 'Perguntando a {name}…',
  'mine.unheard': '{name} não respondeu. Abra o comprovante para perguntar de novo.',
  'mine.open': 'Abrir: contestar ou revogar',
  'mine.waiting': 'O resultado criptografado está salvo neste dispositivo. Ele não é enviado sozinho.',
  'mine.clipLost': 'Este navegador perdeu a chave deste vídeo. Ninguém mais pode assistir a ele.',
  'mine.clip': 'Seu vídeo, {time}',
  'mine.downloadClip': 'Baixar o vídeo',
  'mine.takeOut': 'Baixar tudo em um só arquivo',
  'mine.takeOutBody':
    'Um arquivo JSON com todos os seus dados e as chaves dos comprovantes. Não compartilhe.',
  'mine.takingOut': 'Preparando o arquivo…',
  'mine.takenOut': 'O arquivo está nos seus downloads.',

  'review.clip': 'Seu vídeo',
  'review.clipFailed': 'Seu navegador não consegue reproduzir o vídeo aqui.',
  'review.replay': 'Reproduzir o vídeo',

  'status.no_duplicate.title': 'Sua verificação facial está concluída',
  'status.no_duplicate.word': 'Nenhuma conta parecida encontrada',
  'status.no_duplicate.body': 'Nenhuma conta de vendedor com rosto parecido foi encontrada.',
  'status.needs_review.title': 'Agradecemos. Uma pessoa vai analisar sua verificação',
  'status.needs_review.word': 'Em análise por uma pessoa',
  'status.needs_review.body':
    'Quem decide é uma pessoa, não um computador. Você pode acrescentar informações ou contestar.',

  'done.next.no_duplicate': 'Você não precisa fazer mais nada. {name} já tem o resultado.',
  'done.next.needs_review':
    'Uma pessoa da equipe de {name} vai analisar. Não há prazo fixo. Seu comprovante mostra o andamento.',
  'done.until': 'Os dados do seu rosto são excluídos até {time}, ou assim que você revogar o consentimento.',
  'done.notKept':
    'Este navegador não consegue salvar o comprovante. Baixe agora: depois não será possível obtê-lo de novo.',
  'done.later':
    'Guarde seu comprovante. Com ele você pode consultar, contestar ou revogar o consentimento depois.',
  'done.receipt': 'Seu comprovante',
  'done.number': 'Número do comprovante',
  'done.decidedAt': 'Resultado de',
  'done.deleteAfter': 'Exclusão até',
  'done.noticeVersion': 'Versão do aviso',
  'done.download': 'Baixar o comprovante',

  'receipt.print': 'Imprimir o comprovante',

  'done.myData': 'Ver o andamento',
  'done.withdraw': 'Revogar o consentimento e excluir',
  'done.contest': 'Contestar ou dar informações',
  'done.contact': 'Para contestar ou dar informações, fale com: {contact}',

  'verdict.live': 'A verificação deu certo.',
  'verdict.not-live': 'Não foi possível ver tudo com clareza.',
  'verdict.inconclusive': 'A verificação não deu uma resposta clara.',

  'field.embedding': 'Dados do rosto (biométricos)',
  'field.liveness': 'Resultado de cada checagem, em palavras',
  'field.capture': 'Duração do vídeo, número de imagens',
  'field.consent': 'Seu consentimento: número, conteúdo, meio e hora',
  'field.padding': 'Preenchimento até um tamanho fixo',

  'error.clip.unsupported.cause': 'Este navegador não consegue gravar vídeo.',
  'error.clip.unsupported.remedy': 'Continue sem o vídeo. A verificação é a mesma.',
  'error.embedding.low_quality.cause': 'Muito poucas imagens estavam nítidas.',
  'error.embedding.low_quality.remedy': 'Vire-se para a luz, não se mexa e grave de novo.',
  'error.withdrawal.unreachable.cause': 'A plataforma não respondeu.',
  'error.withdrawal.unreachable.remedy':
    'Talvez já tenha sido excluído, talvez não. Tente de novo ou use seu comprovante mais tarde: repetir não faz mal.',
  'error.withdrawal.refused.cause': 'A plataforma recusou o pedido.',
  'error.withdrawal.refused.remedy': 'Fale com a plataforma e informe o número do seu comprovante.',
  'error.objection.unreachable.cause': 'A plataforma não respondeu. Sua mensagem pode não ter chegado.',
  'error.objection.unreachable.remedy': 'Ela continua aqui. Envie de novo ou veja o que está armazenado.',
  'error.objection.refused.cause': 'Não é possível contestar esta verificação aqui.',
  'error.objection.refused.remedy':
    'Ela pode já ter sido excluída. Fale com a plataforma e informe o número do seu comprovante.',
  'error.objection.exhausted.cause': 'Você não pode enviar mais mensagens sobre esta verificação.',
  'error.objection.exhausted.remedy':
    'Uma pessoa vai ler o que você escreveu. Se quiser dizer mais, fale com a plataforma.',
  'error.receipt.invalid.cause': 'Este arquivo não é um comprovante de verificação facial.',
  'error.receipt.invalid.remedy': 'Escolha o arquivo “candor-receipt-….json” que você baixou.',
  'error.receipt.other_version.cause': 'Esta página não consegue ler esta versão do comprovante.',
  'error.receipt.other_version.remedy': 'Abra na página da própria plataforma ou pergunte a ela.',
  'error.receipt.unsafe_endpoint.cause':
    'O endereço neste comprovante não é seguro, por isso nada foi enviado para lá.',
  'error.receipt.unsafe_endpoint.remedy': 'Fale com a plataforma e informe o número do seu comprovante.',
  'error.receipt.endpoint_refused.cause':
    'Este comprovante é de outra plataforma, por isso nada foi enviado para lá.',
  'error.receipt.endpoint_refused.remedy': 'Abra na página daquela plataforma.',
  'error.frame.no_answer.cause': 'Uma parte da verificação facial demorou demais para carregar.',
  'error.frame.no_answer.remedy': 'Confira sua conexão e tente de novo.',
};

export { ptBRDesk as messages };
