import type { Fared, Rung } from '../../domain/receipts.ts';

type FaredFacts = { who: string; is: Fared['is']; where: string; when: string; failed: readonly string[] };

type EntryFacts = { reference: string; when: string; stands: boolean; link: string; rules: string };

/** Swedish, the original: how people are reached when their own chat is not there, and what came of it. */
export const reach = {
  where: {
    personal: 'i egen chatt',
    channel: 'i kanalen',
    mail: 'till funktionens brevlåda',
  } satisfies Record<Rung, string> as Record<Rung, string>,
  notReached: {
    personal: 'ej nåbar i egen chatt',
    channel: 'fel i kanalen',
    mail: 'fel med mejlet',
  } satisfies Record<Rung, string> as Record<Rung, string>,
  fared: ({ who, is, where, when, failed }: FaredFacts) => {
    const came = {
      sent: `skickad ${when}`,
      delivered: `levererad ${where} ${when}`,
      unsure: `skickad ${where} ${when}, mottagandet är inte bekräftat`,
      opened: `öppnad ${when}`,
      'opened-by-colleague': `öppnad av en kollega ${when}`,
      failed: '',
    }[is];
    const what = [...failed, came].filter(Boolean).join(', ');
    return `${who ? `Frågan till ${who}` : 'Frågan'}: ${what}`;
  },
  /** In the channel, below the mention of whoever is asked. */
  forFunction: ({ fn, open }: { fn: string; open: boolean }) =>
    open ? `Till ${fn}. Alla i funktionen kan svara.` : `Till ${fn}.`,
  onlyYou: 'Det som visas när du trycker ser bara du.',
  mail: {
    subject: ({ reference, day }: { reference: string; day: string }) =>
      day ? `Samråd ${reference} väntar på svar senast ${day}` : `Samråd ${reference} väntar på er`,
    text: ({
      reference,
      day,
      association,
      fn,
      open,
    }: {
      reference: string;
      day: string;
      association: string;
      fn: string;
      open: boolean;
    }) => `${day ? `Samråd ${reference} väntar på svar senast ${day}.` : `Samråd ${reference} väntar på er.`} Öppna Teams hos ${association} och skriv visa ${reference} till Samråd.

Frågan har gått till ${fn}.${open ? ' Alla i funktionen kan svara.' : ''}

Mejlet skickas automatiskt och kan inte besvaras. Skriv aldrig något om personen i mejl.
`,
  },
  /** The mail that carries a meeting into somebody's calendar; its subject is that of the entry. */
  entry: {
    text: ({ reference, when, stands, link, rules }: EntryFacts) =>
      stands
        ? `Samråd ${reference}: ${when}.
${link ? `\n${link}\n` : ''}
${rules}

Svara i kalendern om du vill; det räcker att komma. Frågor om mötet ställer du i Samråd i Teams, aldrig i mejl. Skriv aldrig något om personen i mejl.
`
        : `Mötet i samråd ${reference} ${when} blir inte av för din del. Det tas bort ur kalendern.

Mejlet skickas automatiskt och kan inte besvaras. Skriv aldrig något om personen i mejl.
`,
  },
  connect: {
    done: (fn: string) =>
      `Kanalen är kopplad till ${fn}. Det som inte når fram i egen chatt visas här, med referens och svarstid men utan innehåll.`,
    undone: (fns: string) => `Kanalen är inte längre kopplad till ${fns}.`,
    none: 'Ingen kanal är kopplad där.',
    onlyInChannel: 'Skriv det i den kanal som ska kopplas, och nämn mig med @Samråd.',
    how: (fn: string) =>
      `Lägg till Samråd i teamet. Skriv sedan @Samråd koppla och funktionens namn i kanalen, till exempel koppla ${fn}. koppla från tar bort kopplingen.`,
    title: 'Kanaler',
    bound: (when: string) => `kopplad sedan ${when}`,
    unbound: 'ingen kanal',
    help: 'koppla och funktionens namn, i en kanal: det som inte når fram i egen chatt visas där; koppla från tar bort det',
  },
  noChat: 'Ej nåbara i egen chatt',
  guest: (name: string) => `${name} (gäst)`,
  everybodyHasChat: 'inga',
  missed: {
    leg: ({ agency, due }: { agency: string; due: string }) =>
      due ? `${agency}, svar senast ${due}` : agency,
    channel: (fn: string) => `Kanalen för ${fn}`,
    mail: (fn: string) => `Brevlådan för ${fn}`,
    entryTodo: 'Kallelsen nådde inte kalendern. Personen kan lägga in mötet med knappen på sitt kort.',
    channelTodo: 'Kanalen tar inte emot. Lägg till Samråd i teamet och koppla kanalen igen.',
    mailTodo:
      'E-postservern tog inte emot mejlet. Kontrollera brevlådans adress i förbundets fil, eller ring.',
  },
};
