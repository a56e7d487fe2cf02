import type { reach as sv } from '../sv/reach.ts';

/** How people are reached when their own chat is not there, and what came of it. */
export const reach: typeof sv = {
  where: {
    personal: 'in their own chat',
    channel: 'in the channel',
    mail: 'to the mailbox of the function',
  },
  notReached: {
    personal: 'not reachable in their own chat',
    channel: 'failed in the channel',
    mail: 'the mail failed',
  },
  fared: ({ who, is, where, when, failed }) => {
    const came = {
      sent: `sent ${when}`,
      delivered: `delivered ${where} ${when}`,
      unsure: `sent ${where} ${when}, not confirmed`,
      opened: `opened ${when}`,
      'opened-by-colleague': `opened by a colleague ${when}`,
      failed: '',
    }[is];
    const what = [...failed, came].filter(Boolean).join(', ');
    return `${who ? `The question to ${who}` : 'The question'}: ${what}`;
  },
  forFunction: ({ fn, open }) => (open ? `To ${fn}. Everybody of the function may answer.` : `To ${fn}.`),
  onlyYou: 'What is shown when you press is seen by you alone.',
  mail: {
    subject: ({ reference, day }) =>
      day ? `Samråd ${reference} awaits an answer by ${day}` : `Samråd ${reference} awaits you`,
    text: ({
      reference,
      day,
      association,
      fn,
      open,
    }) => `${day ? `Samråd ${reference} awaits an answer by ${day}.` : `Samråd ${reference} awaits you.`} Open Teams at ${association} and write show ${reference} to Samråd.

The question has gone to ${fn}.${open ? ' Everybody of the function may answer.' : ''}

This mail is sent by a machine and cannot be answered. Never write anything about the person in a mail.
`,
  },
  entry: {
    text: ({ reference, when, stands, link, rules }) =>
      stands
        ? `Samråd ${reference}: ${when}.
${link ? `\n${link}\n` : ''}
${rules}

Answer in your calendar if you like; coming is enough. Ask about the meeting in Samråd in Teams, never by mail. Never write anything about the person in a mail.
`
        : `The meeting of Samråd ${reference}, ${when}, will not take place for you. It is taken out of your calendar.

This mail is sent by a machine and cannot be answered. Never write anything about the person in a mail.
`,
  },
  connect: {
    done: (fn) =>
      `The channel is connected to ${fn}. What does not arrive in somebody’s own chat is shown here, with reference and deadline but no content.`,
    undone: (fns) => `The channel is no longer connected to ${fns}.`,
    none: 'No channel is connected there.',
    onlyInChannel: 'Write that in the channel that is to be connected, and mention me with @Samråd.',
    how: (fn) =>
      `Add Samråd to the team. Then write @Samråd connect and the name of the function in the channel, such as connect ${fn}. disconnect takes it away.`,
    title: 'Channels',
    bound: (when) => `connected since ${when}`,
    unbound: 'no channel',
    help: 'connect and the name of a function, in a channel: what does not arrive in somebody’s own chat is shown there; disconnect takes it away',
  },
  noChat: 'Not reachable in their own chat',
  guest: (name) => `${name} (guest)`,
  everybodyHasChat: 'none',
  missed: {
    leg: ({ agency, due }) => (due ? `${agency}, answer by ${due}` : agency),
    channel: (fn) => `The channel of ${fn}`,
    mail: (fn) => `The mailbox of ${fn}`,
    entryTodo:
      'The invitation did not reach the calendar. They can add the meeting with the button on their card.',
    channelTodo: 'The channel takes nothing. Add Samråd to the team and connect the channel again.',
    mailTodo:
      'The mail server did not take the mail. Check the address of the mailbox in the association’s file, or call them.',
  },
};
