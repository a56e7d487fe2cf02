import type { deliveries as sv } from '../sv/deliveries.ts';

/** What a coordinator reads of messages that did not arrive. */
export const deliveries: typeof sv = {
  title: 'Messages that did not arrive',
  line: ({ who, what, about, since }) => `${who}: ${what}${about ? ` about ${about}` : ''}, since ${since}`,
  more: (count) => `and ${count} more`,
  somebody: 'somebody who is no longer in the association',
  what: {
    notify: 'notice',
    refresh: 'update of a card',
    mention: 'notice in the channel',
    mail: 'mail',
    entry: 'invitation',
    fold: 'folding of an old card',
    reply: 'answer',
    erase: 'removal of an old card',
  },
  message: 'message',
  todo: {
    'no-chat': 'Ask them to add the Samråd app in Teams, or call them.',
    blocked: 'They have blocked or removed Samråd. Ask them to add the app again, or call them.',
    gone: 'The chat or the card is no longer there. Ask them to write show and the reference to Samråd.',
    'too-big': 'Teams did not take the message. Call them, and report the fault to support.',
    bad: 'Teams did not take the message. Call them, and report the fault to support.',
    fault: 'Something went wrong on our side. Try again, and report it to support if it goes on.',
    busy: 'Teams asked us to wait for more than a day. Try again.',
    'no-answer': 'Teams did not answer for more than a day. Try again.',
  },
  retry: 'Try again',
  dismiss: 'Done',
  tooFast: 'That is too fast. Wait a minute.',
};
