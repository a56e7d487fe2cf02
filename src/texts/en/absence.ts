import type { absence as sv } from '../sv/absence.ts';

export const absence: typeof sv = {
  title: 'Absence',
  intro: 'While you are away nothing new is asked of you, and reminders wait until you are back.',
  none: 'No absence has been reported.',
  line: ({ who, from, to, part }) =>
    `${who}: ${from === to ? from : `${from}–${to}`}${part ? `, ${part}` : ''}`,
  backup: (name) => `stand-in ${name}`,
  part: { day: '', morning: 'mornings', afternoon: 'afternoons' },
  partLabel: 'Part of the day',
  partDay: 'Whole days',
  from: 'From',
  to: 'To',
  who: 'Who is away?',
  instead: 'Stand-in (optional)',
  choose: 'Choose',
  save: 'Report absence',
  remove: 'Remove',
  removed: 'The absence has been removed.',
  saved: ({ who, from, to, part }) =>
    `The absence is reported: ${who}, ${from === to ? from : `${from}–${to}`}${part ? `, ${part}` : ''}.`,
  open: (references) => `Open questions concerned: ${references}.`,
  choice:
    'Should somebody else have them, or should they wait? If you do nothing they move on when their time is up.',
  move: 'Let somebody else answer',
  hold: 'Let them wait',
  moved: (references) => `These questions have moved on: ${references}. The caseworkers have been told.`,
  held: (references) =>
    `These questions wait: ${references}. The answer day has moved and the caseworkers have been told.`,
  nothing: 'No open questions are concerned.',
  owns: (count) =>
    count === 1
      ? 'You have one consultation under way. Write handover all and a colleague’s name if they should take it over.'
      : `You have ${count} consultations under way. Write handover all and a colleague’s name if they should take them over.`,
  badDates:
    'I do not understand which days, or who. Write for example away 1/7–14/7, away 7–11 september, away 2026-07-01 afternoon or away v. 28, and last the substitute’s name if somebody should answer instead.',
  backwards: 'The last day comes before the first. Give the days in order.',
  past: 'That absence is over already. Give days from today on.',
  notYours: 'You can only report your own absence.',
  gone: 'That absence is no longer there.',
  wrongBackup: 'The stand-in must be a colleague in the same agency.',
  digest: 'Summary',
  digestIntro:
    'What is waiting for you, at 08:15 on the days you work. Nothing comes when nothing has changed.',
  digestStart: 'Yes, send it',
  digestStop: 'Stop sending',
  digestOn:
    'You get a summary at 08:15 on the days you work, when something has changed. Write digest off to stop.',
  digestOff: 'You get no summary any more.',
  noMorning: 'You are away for the coming months. Remove the absence first.',
  remindDo: 'Remind me tomorrow',
  reminds: (when) => `I will remind you ${when}, if it is still waiting for you.`,
  quiet: 'Quiet hours',
  quietIntro:
    'Reminders come only while you work. Here you choose times when you want to be left alone also during the working day; what would have come then comes afterwards. New questions and answers from others come as usual.',
  quietNone: 'You have no quiet hours.',
  quietNow: (times) => `Quiet ${times}.`,
  quietFrom: 'Quiet from',
  quietTo: 'Quiet to',
  quietSave: 'Save',
  quietClear: 'Remove quiet hours',
  quietWrong: 'Give a time of day and a later one, at most four of them.',
  quietSaved: 'Saved.',
  handAll: 'Hand over everything',
  notTheirs: 'You can only hand over what you have yourself, to somebody else in the association.',
  handWhat: ({ from, to, what }) => `From ${from} to ${to}: ${what}.`,
  handHow:
    'Own consultations get a new caseworker, open questions a new recipient. The clocks go on. Accepted seats stay.',
  handNothing: ({ from, to }) => `${from} has nothing that can go to ${to}.`,
  handDo: (count) => (count === 1 ? 'Hand it over' : `Hand over all ${count}`),
  handed: ({ from, to, what }) => `Handed over from ${from} to ${to}: ${what}.`,
  handLeft: (what) => `Left, because the colleague cannot take it over: ${what}.`,
  handBack: 'Undo',
  handBackHow: 'You can undo this within a day, as long as nobody has answered meanwhile.',
  handedBack: (what) => `Back again: ${what}.`,
  handBackNone: 'This can no longer be undone.',
  ladder: 'If nothing happens',
  rung: {
    reminder: ({ who, when }) => `${when}: ${who} is reminded`,
    takeover: ({ who, when }) => `${when}: ${who} is asked instead`,
    coordinator: ({ when }) => `${when}: the coordinator takes over`,
  },
};
