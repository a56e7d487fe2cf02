import './unusedSdk.ts';
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import {
  type Answer,
  type Card,
  type Handle,
  type Incoming,
  pressInvoke,
  type WireActivity,
} from './incoming.ts';
import { checkSize, type Outgoing, type Sender, type SendResult } from './sender.ts';

/** What goes back in the HTTP answer to one activity. */
export type TurnAnswer = { status: number; body?: unknown };

/** Takes one activity through the SDK to the house and back; throws what the house throws. */
export type Turn = (activity: WireActivity, incoming: Incoming) => Promise<TurnAnswer>;

const cardType = 'application/vnd.microsoft.card.adaptive';
const incomingKey = Symbol('incoming');
const answerKey = Symbol('answer');

/**
 * The bot as a teams-ai Application on a botbuilder adapter of our own. With a sender, what a message turn's handler
 * returns is sent as a message; without one such a handler sends for itself, and the SDK can send nothing at all.
 */
export function createTurn(handle: Handle, sender?: Sender): Turn {
  const adapter = new DoorAdapter(sender);
  const app = new Application<TurnState>({
    turnStateFactory: () => new NoState(),
    startTypingTimer: false,
    removeRecipientMention: false,
  });
  const run = async (context: TurnContext) => {
    const incoming: Incoming = context.turnState.get(incomingKey);
    const answer = await handle(incoming);
    if (incoming.answersByInvoke) {
      await context.sendActivity({ type: 'invokeResponse', value: invokeAnswer(answer) });
    } else if (answer.is === 'card') {
      await context.sendActivity({
        type: 'message',
        attachments: [{ contentType: cardType, content: answer.card }],
      });
    } else if (answer.is === 'text') await context.sendActivity({ type: 'message', text: answer.text });
  };
  // Never `adaptiveCards.actionExecute`: after one card with `refresh` it replaces personal answers for everybody.
  app.addRoute(
    async ({ activity }) => activity.type === 'invoke' && activity.name === pressInvoke,
    run,
    true,
  );
  app.addRoute(async ({ activity }) => activity.type !== 'invoke', run);

  return async (activity, incoming) => {
    const context = new TurnContext(adapter, forSdk(activity, incoming));
    context.turnState.set(incomingKey, incoming);
    const handled = { is: false };
    await adapter.run(context, async (proxy) => {
      handled.is = await app.run(proxy);
    });
    if (activity.type === 'invoke' && !handled.is) return { status: 501 };
    const answer: InvokeResponse | undefined = context.turnState.get(answerKey);
    return answer ? { status: answer.status, body: answer.body } : { status: 200 };
  };
}

function invokeAnswer(answer: Answer): InvokeResponse {
  if (answer.is === 'nothing') return { status: 200 };
  if (answer.is === 'text') {
    return answerBody('application/vnd.microsoft.activity.message', answer.text);
  }
  checkSize(answer.card);
  return answerBody(cardType, answer.card);
}

function answerBody(type: string, value: string | Card): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type, value } };
}

// The SDK gets only what its routing looks at, all of it seen by the gate: nothing else of the wire can reach its code.
function forSdk(
  { type, name, id, channelId, serviceUrl }: WireActivity,
  { conversation, userId }: Incoming,
): Activity {
  return {
    type,
    id,
    channelId,
    serviceUrl,
    ...(typeof name === 'string' ? { name } : {}),
    from: { id: userId },
    recipient: { id: conversation.botId },
    conversation: {
      id: conversation.id,
      conversationType: conversation.kind,
      tenantId: conversation.tenantId,
    },
  } as unknown as Activity;
}

/** What a consultation is lives in the store: the SDK is given no scope to keep anything in. */
class NoState extends TurnState {
  protected override onComputeStorageKeys(): Promise<Record<string, string>> {
    return Promise.resolve({ conversation: '', user: '' });
  }
}

/** Carries the SDK's sends over our own transport, since the SDK's own repeats a POST that may have arrived. */
class DoorAdapter extends BotAdapter {
  readonly #sender: Sender | undefined;

  constructor(sender: Sender | undefined) {
    super();
    this.#sender = sender;
  }

  /** One turn; its context is of no use afterwards. */
  run(context: TurnContext, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    return this.runMiddleware(context, logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === 'invokeResponse') {
        context.turnState.set(answerKey, activity.value);
        sent.push({ id: '' });
      } else sent.push(arrived(await this.#out().create(conversationOf(context), outgoing(activity))));
    }
    return sent;
  }

  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse> {
    return arrived(await this.#out().update(conversationOf(context), activity.id ?? '', outgoing(activity)));
  }

  override async deleteActivity(
    context: TurnContext,
    { activityId }: Partial<ConversationReference>,
  ): Promise<void> {
    arrived(await this.#out().remove(conversationOf(context), activityId ?? ''));
  }

  override async continueConversation(): Promise<void> {
    throw new Error('the bot speaks first through the sender, not through the SDK');
  }

  #out(): Sender {
    if (!this.#sender) throw new Error('the door was opened without a sender');
    return this.#sender;
  }
}

function conversationOf(context: TurnContext): Incoming['conversation'] {
  return (context.turnState.get(incomingKey) as Incoming).conversation;
}

function outgoing({ text, summary, attachments }: Partial<Activity>): Outgoing {
  const card: Card | undefined = attachments?.find(({ contentType }) => contentType === cardType)?.content;
  return { text, summary, card };
}

function arrived(result: SendResult): ResourceResponse {
  if (result.is !== 'sent') throw new Error(`not sent: ${result.is}`);
  return { id: result.activityId ?? '' };
}
