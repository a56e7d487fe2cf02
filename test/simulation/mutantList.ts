/** One thing broken on purpose: in each file of `src`, a text that stands there once becomes another. */
export type Mutant = {
  name: string;
  edits: readonly (readonly [file: string, from: string, to: string])[];
  /** Tests that race real connections: some faults show only where two transactions run at once. */
  races?: readonly string[];
};

const consultations = 'store/consultations.ts';
const outbox = 'store/outbox.ts';
const races = ['test/store/races.test.ts'];

export const mutants: readonly Mutant[] = [
  {
    name: 'drop the version check, and the lock',
    edits: [
      [consultations, "engine === 'postgres' ? query.forUpdate() : query", 'engine ? query : query'],
      [
        consultations,
        "    .where('id', '=', consultation.id)\n    .where('version', '=', version)\n",
        "    .where('id', '=', consultation.id)\n",
      ],
    ],
    races,
  },
  {
    name: 'read outside the transaction',
    edits: [
      [
        consultations,
        'const surroundings = await read(trx, current);',
        'const surroundings = await read(trx, current); const aside = (await consultationAt(store.db, id)) ?? current;',
      ],
      [
        consultations,
        'decided(surroundings, (all) => decide(current, all))',
        'decided(surroundings, (all) => decide(aside, all))',
      ],
    ],
  },
  {
    name: 'forget the record of a change',
    edits: [
      [
        consultations,
        '  await recordChange(trx, bytes, consultation, written.history, writeDocument(consultation), at);\n',
        '',
      ],
    ],
  },
  {
    name: 'forget the notices',
    edits: [[consultations, '[...written.notices, ...erasures]', 'erasures']],
  },
  {
    name: 'send the first notice only',
    edits: [
      [consultations, '[...written.notices, ...erasures]', '[...written.notices.slice(0, 1), ...erasures]'],
    ],
  },
  { name: 'forget the legs', edits: [[consultations, '  await replaceLegs(trx, consultation);\n', '']] },
  {
    name: 'forget the timers',
    edits: [[consultations, '  await replaceTimers(trx, consultation.id, written.timers);\n', '']],
  },
  {
    name: 'book whoever is booked elsewhere',
    edits: [
      [
        'store/bookings.ts',
        '  return Number(numInsertedOrUpdatedRows) === rows.length;',
        '  return Number(numInsertedOrUpdatedRows) >= 0;',
      ],
    ],
    races,
  },
  {
    name: 'see nobody as busy',
    edits: [
      [
        'store/bookings.ts',
        'return Number(numInsertedOrUpdatedRows) === rows.length;',
        'return Number(numInsertedOrUpdatedRows) >= 0;',
      ],
      ['features/facts.ts', 'who ? busy.at(identityKey(who)) : []', 'who ? [] : []'],
    ],
    races: ['test/store/bookings.test.ts', 'test/soak/book.test.ts'],
  },
  {
    name: 'keep bookings of a meeting called off',
    edits: [
      [
        'store/bookings.ts',
        "  await trx.deleteFrom('bookings').where('consultation', '=', id).execute();\n",
        '',
      ],
    ],
  },
  {
    name: 'drop the fencing',
    edits: [
      [
        outbox,
        "    .set({ run_at: instant(now + leaseMs) })\n    .where('sequence', '=', row.sequence)\n    .where('state', '=', 'pending')\n    .where('token', '=', token)\n    .executeTakeFirst();\n  return Number(numUpdatedRows) === 1;",
        "    .set({ run_at: instant(now + leaseMs) })\n    .where('sequence', '=', row.sequence)\n    .where('state', '=', 'pending')\n    .where('token', '=', token)\n    .executeTakeFirst();\n  return Number(numUpdatedRows) >= 0;",
      ],
    ],
  },
  {
    name: 'send without asking for the row',
    edits: [
      ['outlet.ts', "return (await hold()) ? request() : { is: 'lost' };", 'return request();'],
      ['pacing.ts', "    if (!(await mayStill())) return { is: 'lost' };\n", ''],
    ],
  },
  {
    name: 'settle without a token',
    edits: [
      [
        outbox,
        "    .set(after(row, delivery))\n    .where('sequence', '=', row.sequence)\n    .where('state', '=', 'pending')\n    .where('token', '=', token)\n",
        "    .set(after(row, delivery))\n    .where('sequence', '=', row.sequence)\n    .where('state', '=', 'pending')\n",
      ],
    ],
    races: ['test/store/fencing.test.ts', 'test/store/outbox.test.ts'],
  },
  {
    name: 'swap the order of a recipient',
    edits: [
      [
        outbox,
        ".select(({ fn }) => fn.min('line.sequence').as('sequence'))",
        ".select(({ fn }) => fn.max('line.sequence').as('sequence'))",
      ],
    ],
  },
  {
    name: 'a lease that never runs out',
    edits: [
      [
        outbox,
        '    .set({ run_at: instant(now + leaseMs) })\n',
        '    .set({ run_at: instant(now + leaseMs * 100_000) })\n',
      ],
      [
        outbox,
        '      run_at: instant(now + leaseMs),\n      token,',
        '      run_at: instant(now + leaseMs * 100_000),\n      token,',
      ],
    ],
  },
  {
    name: 'a lease that has run out already',
    edits: [
      [
        outbox,
        '      run_at: instant(now + leaseMs),\n      token,',
        '      run_at: instant(now),\n      token,',
      ],
    ],
  },
  {
    name: 'try what is unsure again for ever',
    edits: [['sendPolicy.ts', 'return mustArrive && !row.resent', 'return mustArrive || !row.resent']],
  },
  {
    name: 'take too many requests for sent',
    edits: [
      [
        outbox,
        "    case 'paced':\n      return { run_at: instant(delivery.notBefore), token: null, attempts: row.attempts - 1 };",
        "    case 'paced':\n      return { ...settled, state: 'sent', payload: '{}' };",
      ],
    ],
  },
  {
    name: 'forget what is to be tried later',
    edits: [
      [
        'sendPolicy.ts',
        "      return { is: 'later', notBefore: now + wait };",
        "      return { is: 'sent', activityId: undefined };",
      ],
    ],
  },
  {
    name: 'send faster than Teams allows',
    edits: [['store/paces.ts', 'everyMs: 2_223', 'everyMs: 20']],
  },
  {
    name: 'keep no pace at all',
    edits: [
      [
        'pacing.ts',
        'limits.paced ? await takePace(store, paceKeys(chat), now, patienceMs) : 0',
        'Math.min(0, paceKeys(chat).length, patienceMs, takePace.length)',
      ],
    ],
  },
  {
    name: 'send however late the turn was',
    edits: [['pacing.ts', 'realNow() - (now + wait) < LATE_MS', 'LATE_MS > 0']],
    races: ['test/pacing.test.ts'],
  },
  {
    name: 'let a form brought again undo the next one',
    edits: [['features/request/feature.ts', 'JSON.stringify(request)', 'turn.activity']],
    races: ['test/journeys/again.test.ts'],
  },
  {
    name: 'draw the content on a card nobody asked for',
    edits: [['delivery.ts', '      content: false,\n      news,', '      content: true,\n      news,']],
  },
  {
    name: 'let colleagues read',
    edits: [
      [
        'domain/access.ts',
        "has('candidate', 'seat', 'adviser') && !sealed;",
        "has('candidate', 'seat', 'adviser', 'colleague') && !sealed;",
      ],
    ],
  },
  {
    name: 'let recipients read what is sealed',
    edits: [
      [
        'domain/access.ts',
        "has('candidate', 'seat', 'adviser') && !sealed;",
        "has('candidate', 'seat', 'adviser');",
      ],
    ],
  },
  {
    name: 'let the barred back in',
    edits: [['domain/access.ts', '|| leg.barred.includes(person.id))', ')']],
  },
  {
    name: 'take a seat that is taken',
    edits: [
      [
        'domain/transitions.ts',
        "'respond.accept': { who: ['candidate'], in: answering, leg: open, part: 'leg' }",
        "'respond.accept': { who: ['candidate', 'colleague'], in: answering, leg: [...open, 'accepted'], part: 'none' }",
      ],
    ],
  },
  {
    name: 'call off without a new SEQUENCE',
    edits: [
      [
        'domain/life/schedule.ts',
        'sequence: calendar ? calendar.sequence + 1 : 0',
        'sequence: calendar ? calendar.sequence : 0',
      ],
    ],
  },
  {
    name: 'a new UID for every time',
    edits: [['domain/life/schedule.ts', 'uid: calendar?.uid ?? uid', 'uid']],
  },
  {
    name: 'answer a word again each time it comes',
    edits: [
      [
        'dispatch/handle.ts',
        'if (!incoming.answersByInvoke && (await isAnswered(house, incoming))) return',
        'if (!incoming.answersByInvoke && (await isAnswered(house, incoming)) === undefined) return',
      ],
    ],
  },
  {
    name: 'a second draft from the same form',
    edits: [
      [
        'features/request/feature.ts',
        '  const id = await draftId(turn, form);\n',
        '  const id = house.newId();\n',
      ],
    ],
  },
  {
    name: 'drop a timer that failed',
    edits: [
      [
        'dues.ts',
        "if (done === 'gone' || done === 'done') await removeTimer(house.store, timer);",
        "if (done !== 'later') await removeTimer(house.store, timer);",
      ],
    ],
  },
  {
    name: 'never look at what is due',
    edits: [['store/timers.ts', ".where('due_at', '<=', upTo)", ".where('due_at', '<', '2026-09-08')"]],
  },
  {
    name: 'chain a record to nothing',
    edits: [
      ['store/records.ts', 'chainOf(head.chain, row.position, digest)', "chainOf('', row.position, digest)"],
    ],
  },
  {
    name: 'leave a text when disposing',
    edits: [['domain/life/retention.ts', "      background: '',\n", '']],
  },
];
