import { say } from '../cards/frame.ts';
import { actions, button, card, heading, notice } from '../cards/parts.ts';
import type { Association, Person } from '../domain/association.ts';
import { parseReference } from '../domain/reference.ts';
import { helpReply } from '../features/helpReply.ts';
import { personKey } from '../features/keys.ts';
import { languageFor, languageIn } from '../features/language.ts';
import { noteCard } from '../features/liveCard.ts';
import { type House, type Reply, replyCard, replyText, type Turn } from '../features/turn.ts';
import { findByReference } from '../store/consultations.ts';
import { sendMissed } from '../store/deadLetters.ts';
import { findAnswer, remember } from '../store/inbox.ts';
import { conversationOf, forgetConversation, saveConversation } from '../store/people.ts';
import { nameOfFault, placeOf } from '../teams/fault.ts';
import { type Answer, type Handle, type Incoming, onlyListedTenants, tenantOf } from '../teams/incoming.ts';
import { deliveriesTexts } from '../texts/deliveries.ts';
import { talkTexts } from '../texts/talk.ts';
import { guardMessage } from './guarded.ts';
import { whichAssociation } from './membership.ts';
import { createRate } from './rate.ts';
import { actionsByVerb, run } from './run.ts';
import type { Speak } from './speak.ts';
import { nearest, readSpoken } from './spoken.ts';

type Member = { association: Association; person: Person };

/** What somebody of a listed tenant may send in a minute whom no association knows. */
const STRANGERS = 5;

/** The bot's side of every activity: who, what, may they, and the answer for whoever asked. */
export function createHandle(house: House, speak: Speak): Handle {
  const tenants = new Set(house.associations.flatMap((association) => association.tenants));
  const { perMinute } = house.limits;
  const known = createRate({ perMinute, burst: Math.ceil(perMinute / 2) }, house.realNow);
  const strangers = createRate({ perMinute: STRANGERS, burst: STRANGERS }, house.realNow);
  return async (incoming) => {
    const members = membersOf(house.associations, incoming);
    if (!onlyListedTenants(incoming, tenants) || !incoming.aadObjectId) {
      house.log({ event: 'unlisted', outcome: incoming.aadObjectId ? 'tenant' : 'anonymous' });
      return { is: 'nothing' };
    }
    const answer = async (reply: Reply, member: Member | undefined): Promise<Answer> => {
      if (incoming.answersByInvoke) return reply;
      const to = member && {
        personKey: personKey(member.association, member.person.id),
        language: await languageFor(house, member.association, member.person, incoming.locale),
      };
      if (await speak(incoming, reply, to))
        await remember(house.store, { key: answeredKey(incoming), answer: '' }, house.now().toISOString());
      return { is: 'nothing' };
    };
    const asks = incoming.kind === 'message' || incoming.kind === 'press';
    const sender = `${tenantOf(incoming)}/${incoming.aadObjectId}`.toLowerCase();
    if (members.length === 0) {
      if (!asks || strangers(sender) !== 'in') return { is: 'nothing' };
      house.log({ event: 'stranger' });
      return answer(replyText(talkTexts[languageIn(house, incoming.locale) ?? 'sv'].stranger), undefined);
    }
    const rate = asks || incoming.kind === 'edited' ? known(sender) : 'in';
    if (rate !== 'in') return tooFast(house, incoming, members[0]!, rate, speak);
    await noteConversation(house, incoming, members);
    if (incoming.kind === 'installed') return welcome(house, incoming, members[0]!, answer);
    if (incoming.kind === 'edited') return edited(house, incoming, members, answer);
    if (!asks) return { is: 'nothing' };
    // A message delivered again has had its answer, unless the answer was lost.
    if (!incoming.answersByInvoke && (await isAnswered(house, incoming))) return { is: 'nothing' };
    const careless =
      incoming.kind === 'message' ? await carelessWith(house, incoming, members[0]!) : undefined;
    if (careless) return answer(careless, members[0]);
    const member = await memberFor(house, incoming, members);
    if (!member) {
      const turn = await turnOf(house, incoming, members[0]!);
      return answer(
        whichAssociation(
          turn,
          incoming,
          members.map(({ association }) => association),
        ),
        members[0],
      );
    }
    const turn = await turnOf(house, incoming, member);
    const reply = await replyTo(turn, incoming).catch((error: unknown) => fault(turn, error));
    if (!turn.message) return answer(reply, member);
    // The answer takes the place of the pressed card: what stood on that is now what stands on this.
    const hearer = { personKey: personKey(member.association, member.person.id), language: turn.language };
    return answer(await noteCard(house, hearer, reply, turn.message, false), member);
  };
}

const answeredKey = ({ conversation, id }: Incoming): string => `answered/${conversation.id}/${id}`;

const isAnswered = async ({ store, limits }: House, incoming: Incoming): Promise<boolean> =>
  limits.inbox && (await findAnswer(store, answeredKey(incoming))) !== undefined;

/** Whoever goes too fast is told, a message once a minute; nothing is done or kept. */
async function tooFast(
  house: House,
  incoming: Incoming,
  { association, person }: Member,
  rate: 'told' | 'silent',
  speak: Speak,
): Promise<Answer> {
  if (!incoming.answersByInvoke && (rate === 'silent' || incoming.conversation.kind !== 'personal'))
    return { is: 'nothing' };
  const language = await languageFor(house, association, person, incoming.locale);
  const reply = replyText(deliveriesTexts[language].tooFast);
  if (incoming.answersByInvoke) return reply;
  house.log({ event: 'too-fast', association: association.id });
  await speak(incoming, reply, undefined);
  return { is: 'nothing' };
}

function membersOf(associations: readonly Association[], incoming: Incoming): Member[] {
  const tenant = tenantOf(incoming)?.toLowerCase();
  const object = incoming.aadObjectId?.toLowerCase();
  return associations.flatMap((association) =>
    association.people
      .filter(({ identities }) =>
        identities.some((one) => one.tenantId === tenant && one.aadObjectId === object),
      )
      .map((person) => ({ association, person })),
  );
}

/** A person in two associations is asked which, unless the reference or the button says. */
async function memberFor(
  house: House,
  incoming: Incoming,
  members: readonly Member[],
): Promise<Member | undefined> {
  if (members.length === 1) return members[0];
  const chosen = incoming.kind === 'press' ? incoming.inputs.in : undefined;
  const named = members.find(({ association }) => association.id === chosen);
  if (named) return named;
  const said =
    incoming.kind === 'press'
      ? incoming.inputs.ref
      : incoming.text.split(/\s+/u).find((part) => parseReference(part));
  const reference = typeof said === 'string' ? parseReference(said) : undefined;
  if (!reference) return undefined;
  for (const member of members)
    if (await findByReference(house.store, member.association.id, reference)) return member;
  return members[0];
}

async function turnOf(house: House, incoming: Incoming, { association, person }: Member): Promise<Turn> {
  return {
    house,
    association,
    reader: person,
    language: await languageFor(house, association, person, incoming.locale),
    now: house.now(),
    activity: house.limits.inbox ? `${incoming.conversation.id}/${incoming.id}` : house.newId(),
    message: pressedMessage(incoming),
    channel: channelIn(incoming),
  };
}

const pressedMessage = ({ kind, conversation, replyToId, answersByInvoke }: Incoming): Turn['message'] =>
  kind === 'press' && answersByInvoke && conversation.kind === 'personal' && replyToId
    ? { serviceUrl: conversation.serviceUrl, conversationId: conversation.id, activityId: replyToId }
    : undefined;

/** A thread's own id is the channel's with the id of its first message; what is sent to the channel begins a new one. */
const channelIn = ({ conversation: { kind, id, ...rest } }: Incoming): Turn['channel'] =>
  kind === 'channel' ? { ...rest, conversationId: id.replace(/;messageid=.*$/, '') } : undefined;

/** A file, or a message in which the guard finds something: nothing is done, and the writer is asked to delete it. */
async function carelessWith(house: House, incoming: Incoming, member: Member): Promise<Reply | undefined> {
  const turn = await turnOf(house, incoming, member);
  const { form } = say(turn);
  const told = (text: string) => replyCard(card([notice(text, 'attention')], text));
  if (incoming.hasFiles) return told(form.fileChat);
  const spoken = readSpoken(incoming.text, turn);
  if (guardMessage(spoken ? house.associations : [], incoming.text).verdict === 'pass') return undefined;
  house.log({ event: 'guard.chat', association: turn.association.id });
  return told(form.guardChat);
}

async function replyTo(turn: Turn, incoming: Incoming): Promise<Reply> {
  if (incoming.kind === 'press') return run(turn, incoming.verb ?? '', incoming.inputs);
  const t = say(turn);
  const spoken = readSpoken(incoming.text, turn);
  if (spoken) return run(turn, spoken.action, spoken.inputs);
  if (incoming.text === '') return helpReply(turn);
  const near = nearest(incoming.text, turn, ({ action }) => {
    const one = actionsByVerb.get(action);
    return one !== undefined && (!one.roles || one.roles.includes(turn.reader.role));
  });
  const buttons = near.map(({ title, spoken: { action, inputs } }) => button(action, title, inputs));
  return replyCard(card([heading(t.talk.unknownWord), actions(buttons)], t.talk.unknownWord));
}

/** A fault is ours: the person gets a reference, the log gets the fault's name, never what was written. */
function fault(turn: Turn, error: unknown): Reply {
  const reference = turn.house.newId().slice(0, 8);
  turn.house.log({
    event: 'fault',
    fault: reference,
    error: nameOfFault(error),
    place: placeOf(error),
    association: turn.association.id,
  });
  const text = say(turn).talk.fault(reference);
  return replyCard(card([notice(text, 'attention')], text));
}

async function noteConversation(house: House, incoming: Incoming, members: readonly Member[]): Promise<void> {
  if (incoming.conversation.kind !== 'personal') return;
  const { serviceUrl, id, tenantId, botId } = incoming.conversation;
  for (const { association, person } of members) {
    const key = personKey(association, person.id);
    if (incoming.kind === 'removed') {
      await forgetConversation(house.store, key);
      continue;
    }
    const known = await conversationOf(house.store, key);
    if (
      known?.conversationId === id &&
      known.serviceUrl === serviceUrl &&
      known.userId === incoming.userId &&
      known.locale === incoming.locale
    )
      continue;
    const reference = {
      personKey: key,
      kind: 'personal',
      serviceUrl,
      conversationId: id,
      tenantId,
      botId,
      userId: incoming.userId,
      locale: incoming.locale,
    } as const;
    await saveConversation(house.store, reference, house.now().toISOString());
    if (known === undefined && (await sendMissed(house.store, key)) > 0) house.wake();
  }
}

type AnswerTo = (reply: Reply, member: Member | undefined) => Promise<Answer>;

/** Once per chat: what, why, how to go on. */
async function welcome(house: House, incoming: Incoming, member: Member, answer: AnswerTo): Promise<Answer> {
  if (incoming.conversation.kind !== 'personal') return { is: 'nothing' };
  const key = `welcome/${incoming.conversation.serviceUrl}/${incoming.conversation.id}`;
  if ((await findAnswer(house.store, key)) !== undefined) return { is: 'nothing' };
  await remember(house.store, { key, answer: '' }, house.now().toISOString());
  const turn = await turnOf(house, incoming, member);
  const { name } = member.person;
  return answer(
    helpReply(
      turn,
      say(turn).talk.welcome({ name: name.split(' ')[0]!, association: member.association.name }),
    ),
    member,
  );
}

/** Edited messages are guarded, never obeyed. */
async function edited(
  house: House,
  incoming: Incoming,
  members: readonly Member[],
  answer: AnswerTo,
): Promise<Answer> {
  const turn = await turnOf(house, incoming, members[0]!);
  const t = say(turn);
  if (guardMessage(house.associations, incoming.text).verdict !== 'pass')
    return answer(replyCard(card([notice(t.form.guardChat, 'attention')], t.form.guardChat)), members[0]);
  return readSpoken(incoming.text, turn)
    ? answer(replyText(t.talk.editedIgnored), members[0])
    : { is: 'nothing' };
}
