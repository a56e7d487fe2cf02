import type { Consultation, Leg } from '../../src/domain/consultation.ts';
import type { Written } from '../../src/store/consultations.ts';

/** Monday 7 September 2026, 09:00 in Stockholm. */
export const monday = new Date('2026-09-07T07:00:00.000Z');

export const aLeg = (but: Partial<Leg> = {}): Leg => ({
  agency: 'fk',
  is: 'offered',
  since: '2026-09-07T07:00:00.000Z',
  version: 1,
  required: true,
  function: 'fk-samverkan',
  asked: 'fk-1',
  holder: undefined,
  askedAt: '2026-09-07T07:00:00.000Z',
  dueAt: '2026-09-14T14:00:00.000Z',
  silences: 0,
  minutesLeft: undefined,
  routing: undefined,
  passed: [],
  wrongFunctions: [],
  barred: [],
  declines: [],
  clarifications: [],
  advice: [],
  ...but,
});

export const aConsultation = (but: Partial<Consultation> = {}): Consultation => ({
  id: 'c-1',
  association: 'klaralvdalen',
  reference: 'K-BCDFG-H',
  is: 'requested',
  since: '2026-09-07T07:00:00.000Z',
  prompted: [],
  version: 1,
  roundOfCase: 1,
  owner: 'soc-1',
  createdAt: '2026-09-07T07:00:00.000Z',
  sentAt: '2026-09-07T07:00:00.000Z',
  request: {
    municipality: 'sunne',
    ageBand: '30-59',
    agencies: ['fk'],
    question: 'Vilken väg vidare finns?',
    basis: 'deidentified',
    template: 'general',
    purpose: 'meeting',
    urgency: 'normal',
    gender: 'unspecified',
    assistance: 'unknown',
    certificate: 'unexplored',
    measure: 'unknown',
    firstTime: 'unknown',
    background: '',
    strength: '',
    version: 1,
    additions: [],
  },
  legs: [aLeg()],
  sealed: false,
  times: undefined,
  queue: undefined,
  failedRounds: 0,
  unmatched: { silent: ['af'], cannot: ['fk'] },
  offered: [],
  firstHeldAt: undefined,
  reasons: [],
  calendar: undefined,
  meeting: undefined,
  outcomes: [],
  recordedAt: undefined,
  closedAt: undefined,
  followUps: [],
  joined: [],
  handover: undefined,
  endedBecause: undefined,
  filed: undefined,
  filingAskedAt: undefined,
  hold: undefined,
  disposedAt: undefined,
  ...but,
});

/** A consultation with something in every member. */
export const aFullConsultation = (): Consultation =>
  aConsultation({
    prompted: ['half/fk/3'],
    request: {
      ...aConsultation().request,
      background: 'Begränsningar och kapacitet',
      strength: 'Vana vid djur',
      additions: [{ at: '2026-09-07T11:00:00.000Z', by: 'soc-1', text: 'Planering klar' }],
    },
    legs: [
      aLeg({
        is: 'advised',
        holder: 'fk-2',
        minutesLeft: 90.5,
        routing: { rule: 2, because: ['municipality', 'ageBand'], chosen: 'longest-since', openLegs: 3 },
        passed: ['fk-3'],
        wrongFunctions: ['fk-annan'],
        barred: ['fk-4'],
        declines: [
          { by: 'fk-3', at: '2026-09-07T08:00:00.000Z', reason: 'no-time', text: '', suggest: 'af' },
        ],
        clarifications: [
          {
            by: 'fk-2',
            at: '2026-09-07T09:00:00.000Z',
            text: 'Vad har prövats?',
            answer: { at: '2026-09-07T10:00:00.000Z', text: 'Arbetsträning' },
          },
        ],
        advice: [{ by: 'fk-2', at: '2026-09-08T09:00:00.000Z', text: 'Sök samordning' }],
      }),
    ],
    times: {
      number: 2,
      version: 5,
      kind: 'vote',
      session: 'torsdagar',
      slots: [
        {
          id: 's-1',
          start: '2026-09-15T11:00:00.000Z',
          end: '2026-09-15T12:00:00.000Z',
          link: 'https://moten.invalid/1',
          who: { kommun: 'free', fk: 'declared', af: 'unknown' },
        },
      ],
      added: 4,
      proposed: 1,
      votes: { 'fk-2': { 's-1': 'maybe' } },
      openedAt: '2026-09-08T09:00:00.000Z',
      dueAt: '2026-09-11T14:00:00.000Z',
    },
    queue: { session: 'torsdagar', place: 2, passed: ['2026-09-08T11:00:00.000Z'] },
    failedRounds: 1,
    firstHeldAt: '2026-09-15T11:00:00.000Z',
    reasons: [{ at: '2026-09-07T07:00:00.000Z', by: 'soc-1', verb: 'schedule.move', text: 'krock' }],
    offered: ['2026-09-15T11:00:00.000Z'],
    calendar: {
      uid: 'c-1@samrad',
      sequence: 3,
      start: '2026-09-15T11:00:00.000Z',
      end: '2026-09-15T12:00:00.000Z',
      invited: ['cw-maria', 'fk-2'],
    },
    meeting: {
      start: '2026-09-15T11:00:00.000Z',
      end: '2026-09-15T12:00:00.000Z',
      link: 'https://moten.invalid/1',
      session: 'torsdagar',
      participants: { kommun: 'soc-1', fk: 'fk-2' },
      present: ['kommun', 'fk'],
      over: true,
    },
    outcomes: [
      {
        round: 1,
        version: 1,
        at: '2026-09-15T12:00:00.000Z',
        by: 'soc-1',
        result: 'path-chosen',
        measures: ['fk-coordination', 'sip'],
        responsible: 'fk',
        nextStep: 'Boka avstämningsmöte',
        nextDate: '2026-09-30',
        planOffered: true,
        fkOfficer: false,
        obstacle: 'waiting-time',
        obstacleText: 'Kö',
        learning: 'Fråga tidigare',
      },
    ],
    recordedAt: '2026-09-15T12:00:00.000Z',
    closedAt: '2026-09-29T12:00:00.000Z',
    followUps: [
      {
        at: '2026-10-13T12:00:00.000Z',
        round: 1,
        progress: 'internship',
        planOffered: true,
        fkOfficer: true,
        cooperation: 'partly',
        answered: 'yes',
      },
    ],
    joined: ['sam-1'],
    handover: { from: 'soc-2', to: 'soc-1', at: '2026-09-07T07:30:00.000Z' },
    endedBecause: 'annan väg',
    filed: { at: '2026-09-16T12:00:00.000Z', by: 'soc-1' },
    filingAskedAt: '2026-11-28T12:00:00.000Z',
    hold: { at: '2026-11-29T12:00:00.000Z', by: 'sam-1' },
    disposedAt: '2026-12-28T12:00:00.000Z',
  });

/** What a change writes when nothing but the consultation is of interest. */
export const written = (consultation: Consultation, but: Partial<Written> = {}): Written => ({
  consultation,
  history: { verb: 'request.send', actor: consultation.owner, detail: {} },
  notices: [],
  timers: [],
  bookings: [],
  place: undefined,
  ...but,
});

/** For a `read` that needs nothing of the surroundings. */
export const nothing = async (): Promise<undefined> => undefined;

/** The consultation one version on. */
export const step = (consultation: Consultation): Consultation => ({
  ...consultation,
  version: consultation.version + 1,
});
