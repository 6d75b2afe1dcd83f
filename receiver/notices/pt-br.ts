import type { DemoWords } from './words.js';

/** Portuguese of Brazil. */
export const ptBR: DemoWords = {
  name: 'Marktkiste (uma plataforma fictícia)',
  place: 'Hamburgo, Alemanha',
  purpose: 'Verificamos se você já tem uma conta de vendedor conosco.',
  reason:
    'Alguns vendedores excluídos voltam com outro nome e enganam de novo. Uma conta por pessoa torna isso mais difícil.',
  whyNow: 'Você está abrindo uma conta de vendedor. Perguntamos uma única vez.',
  regions: 'A todos os novos vendedores, em todos os países onde a Marktkiste está presente.',
  comparison:
    'O reconhecimento facial compara os dados do seu rosto com os de todos os outros vendedores que participaram. Se forem tantos que os erros seriam comuns, uma pessoa analisa o seu caso em vez disso.',
  sent: (numbers) =>
    `Os dados do seu rosto: ${numbers} números calculados a partir do seu rosto. Também o resultado da verificação em palavras, a duração da gravação, o número de imagens dela e o seu consentimento.`,
  notSent: 'A gravação. O som nunca é gravado.',
  recipients:
    'Só a nossa equipe de verificação. Não vendemos nem repassamos seus dados, nem treinamos programas com eles.',
  storagePlace:
    'No computador em que esta demonstração funciona, criptografados, com a chave fora do banco de dados.',
  removal:
    'Revogue o consentimento quando quiser, sem motivo, na última tela ou com o seu comprovante. Excluímos os dados do seu rosto imediatamente.',
  complaint: 'A privacy@marktkiste.example ou à autoridade de proteção de dados de onde você mora.',
  humanDecision:
    'Nenhum programa decide sobre a sua conta. Você pode explicar uma correspondência, por exemplo com um irmão gêmeo.',
  ifDeclined: 'Você ainda pode vender: com documento, transferência ou chamada de vídeo, sem custo a mais.',
  statement:
    'Concordo que a Marktkiste crie, a partir da minha câmera, dados biométricos do meu rosto e os compare com os de outros vendedores, para achar uma segunda conta.',
  legal: {
    basis: 'A base legal é o seu consentimento explícito (RGPD, artigos 6(1)(a) e 9(2)(a)).',
    rights: {
      access: 'Veja seus dados com o seu comprovante ou peça uma cópia.',
      rectification:
        'Peça a correção de dados errados. Para mudar os dados do rosto, revogue o consentimento e grave de novo.',
      portability: 'Leve seus dados em um arquivo.',
    },
    processors: 'Nenhuma outra empresa trabalha com eles.',
    transfers: 'Eles não saem da União Europeia.',
    afterWithdrawal:
      'A prova do seu consentimento fica por três anos: o texto, as datas, o resultado em uma palavra e números de identificação. Nada do seu rosto nem o seu número de vendedor.',
    ageDeclaration: 'Tenho 18 anos ou mais.',
  },
  inThreeParts: {
    sent: (usual) =>
      `${usual} Antes do envio, o seu aparelho divide os dados do rosto em três partes. Nenhum dos três que recebem uma parte os tem inteiros, e nós também não.`,
    comparison:
      'O reconhecimento facial compara os dados do seu rosto com os de todos os outros vendedores que participaram. Três operadores comparam juntos, sem recompor os dados do rosto de ninguém. Só se fica sabendo se você já foi visto; se houver correspondência, a nossa equipe de verificação também sabe com qual conta.',
    recipients: (three) =>
      `A nossa equipe de verificação e, com uma parte dos dados do rosto cada um: ${three}. Dois deles juntos poderiam recompor os dados do rosto. Não vendemos seus dados, não os repassamos a mais ninguém nem treinamos programas com eles.`,
    storagePlace: (usual) =>
      `${usual} Nesta demonstração os três são fictícios e funcionam todos neste computador, cada um com o seu banco de dados: quem tem o computador tem as três partes.`,
    removal: (usual) =>
      `${usual} Cada um dos três exclui a sua parte e assina um comprovante; se algum não puder ser contatado, assim que puder.`,
    statement: (names) =>
      `Concordo que a Marktkiste crie, a partir da minha câmera, dados biométricos do meu rosto e faça ${names} compará-los, em três partes, com os de outros vendedores, para achar uma segunda conta.`,
    processors: (names) => `Só ${names}, cada um com a sua parte.`,
  },
  alternatives: {
    'id-document': {
      label: 'Documento de identidade',
      expectedTime: 'Um dia útil',
      next: 'Anotamos a sua escolha. Você receberá um e-mail com um link para enviar uma imagem do seu documento de identidade. Uma pessoa a verifica em um dia útil.',
    },
    'bank-check': {
      label: 'Transferência bancária',
      expectedTime: 'Dois dias úteis',
      next: 'Anotamos a sua escolha. Você receberá um e-mail com uma referência; transfira com ela 1 centavo de uma conta em seu nome. Nós o devolvemos assim que o nome conferir.',
    },
    'video-call': {
      label: 'Chamada de vídeo com uma pessoa',
      expectedTime: '10 minutos, com hora marcada em até três dias úteis',
      next: 'Anotamos a sua escolha. Você receberá um e-mail com horários para escolher. A chamada não é gravada.',
    },
    'second-account': {
      label: 'Já tenho uma conta e preciso de uma segunda',
      expectedTime: 'Um dia útil',
      next: 'Obrigado por nos dizer. Uma segunda conta é permitida quando há um motivo, por exemplo um segundo negócio. Uma pessoa escreve para você em um dia útil; a verificação facial não é necessária.',
    },
  },
};
