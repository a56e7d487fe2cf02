// @vitest-environment happy-dom
import { AdaptiveCard } from 'adaptivecards';
import MarkdownIt from 'markdown-it';
import { beforeAll, expect, test } from 'vitest';
import { consultationCard } from '../../src/cards/consultationCard.ts';
import { formCard } from '../../src/cards/formCard.ts';
import type { Frame } from '../../src/cards/frame.ts';
import type { Card } from '../../src/cards/parts.ts';
import { requestCard } from '../../src/cards/previewCard.ts';
import type { Consultation } from '../../src/domain/consultation.ts';
import { aFullConsultation } from '../store/builders.ts';
import { klaralvdalen, monday, personNamed } from '../support/cases.ts';
import fc from '../support/property.ts';

/** What a hostile or careless writer may type; `${w}` is a word of its own, so that a hit is told from our wording. */
const shapes: readonly ((word: string) => string)[] = [
  (w) => `[${w}](https://evil.example/${w})`,
  (w) => `[${w}](javascript:alert(1))`,
  (w) => `![${w}](https://evil.example/x.png)`,
  (w) => `<https://evil.example/${w}>`,
  (w) => `<a href="https://evil.example">${w}</a>`,
  (w) => `<img src=x onerror=alert('${w}')>`,
  (w) => `<script>${w}</script>`,
  (w) => `<at>${w}</at>`,
  (w) => `{{DATE(2026-09-07T10:00:00Z,SHORT)}} ${w}`,
  (w) => `{{TIME(2026-09-07T10:00:00Z)}}${w}`,
  (w) => `\${${w}} \${$root.x}`,
  (w) => `**${w}** _${w}_ ~~${w}~~ \`${w}\``,
  (w) => `# ${w}\n- ${w}\n1. ${w}\n> ${w}`,
  (w) => `| ${w} | b |\n|---|---|\n| 1 | 2 |`,
  (w) => `${w}\n\n[${w}]: https://evil.example/ "x"\n[${w}]`,
  (w) => `\u202e${w}\u202c \u2066${w}\u2069 \u200b${w}\u200d`,
  (w) => `"${w}","type":"Image","url":"https://evil.example/x.png"`,
  (w) => `&lt;b&gt;${w}&lt;/b&gt; &#x3c;img&#x3e;`,
  (w) => `\\[${w}\\](https://evil.example)`,
  (w) => `tel:112 mailto:x@evil.example ${w} https://evil.example/${w}`,
  (w) => `${w}${'\u0301'.repeat(20)}`,
  (w) => `--- ${w} --- *** ${w}`,
];

const hostile = fc.tuple(
  fc.constantFrom(...shapes),
  fc.stringMatching(/^[a-zåäö]{4,12}$/),
  fc.constantFrom('', ' ', '\n', 'x'),
);
const texts = fc
  .array(hostile, { minLength: 16, maxLength: 16 })
  .map((parts) => parts.map(([shape, word, before]) => `${before}${shape(word)}`));

beforeAll(() => {
  const markdown = new MarkdownIt();
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
});

/** The card as Microsoft's own renderer draws it, Markdown on. */
function drawn(json: Card) {
  const card = new AdaptiveCard();
  card.parse(JSON.parse(JSON.stringify(json)));
  const element = card.render();
  if (!element) throw new Error('nothing drawn');
  return element;
}

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const plain = (text: string) => text.replace(control, '').replace(/\s+/g, '');

function filled(t: readonly string[]): Consultation {
  const full = aFullConsultation();
  const leg = full.legs[0]!;
  return {
    ...full,
    owner: 'cw-maria',
    joined: ['co-karin'],
    request: {
      ...full.request,
      municipality: 'hagfors',
      question: t[0]!,
      background: t[1]!,
      strength: t[2]!,
      additions: [{ at: monday.toISOString(), by: 'cw-maria', text: t[3]! }],
    },
    legs: [
      {
        ...leg,
        declines: [
          { by: 'fk-eva', at: monday.toISOString(), reason: 'other', text: t[4]!, suggest: undefined },
        ],
        clarifications: [
          {
            by: 'fk-eva',
            at: monday.toISOString(),
            text: t[5]!,
            answer: { at: monday.toISOString(), text: t[6]! },
          },
        ],
        advice: [{ by: 'fk-eva', at: monday.toISOString(), text: t[7]! }],
      },
    ],
    reasons: [{ at: monday.toISOString(), by: 'cw-maria', verb: 'schedule.move', text: t[8]! }],
    outcomes: [{ ...full.outcomes[0]!, nextStep: t[9]!, obstacleText: t[10]!, learning: t[11]! }],
    endedBecause: t[12]!,
    disposedAt: undefined,
  };
}

const frameOf = (id: string, language: 'sv' | 'en'): Frame => ({
  association: klaralvdalen,
  reader: personNamed(klaralvdalen, id),
  language,
  now: monday,
});

/** How many elements of each kind a card is drawn with; line breaks are the writer's own, and a span is only a run of text. */
function structure(card: Card): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { tagName, attributes } of drawn(card).querySelectorAll('*')) {
    for (const { name } of Array.from(attributes as ArrayLike<{ name: string }>))
      expect(name.startsWith('on')).toBe(false);
    if (tagName !== 'BR' && tagName !== 'SPAN') counts[tagName] = (counts[tagName] ?? 0) + 1;
  }
  return counts;
}

const states = ['requested', 'booked', 'advised', 'recorded'] as const;
const tame = Array.from({ length: 16 }, (_, place) => `text${place}`);

const usual = new Map<string, Record<string, number> | undefined>();

/** Whatever people wrote, the card is drawn of the same elements: no link, picture, list, mention or handler is born. */
function harmless(
  name: string,
  draw: (texts: readonly string[]) => Card | undefined,
  texts: readonly string[],
): void {
  const shape = (some: readonly string[]) => {
    const card = draw(some);
    return card && structure(card);
  };
  if (!usual.has(name)) usual.set(name, shape(tame));
  expect(shape(texts)).toEqual(usual.get(name));
}

/** 16 strings a round: INJECTION_ROUNDS=130 is 2,080 of them. */
test('whatever a person writes is shown as written, and does nothing', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('sv', 'en'), fc.constantFrom(...states), (t, language, is) => {
      const owner = frameOf('cw-maria', language);
      // Question, background and strength are on the owner's card, character by character.
      const own = consultationCard(owner, { ...filled(t), is }, { content: true });
      const shown = plain(drawn(own).textContent ?? '');
      for (const text of t.slice(0, 3)) expect(shown).toContain(plain(text));
      for (const reader of ['cw-maria', 'fk-eva', 'co-karin'])
        harmless(
          `${reader} ${is} ${language}`,
          (some) => consultationCard(frameOf(reader, language), { ...filled(some), is }, { content: true }),
          t,
        );
      const values = (some: readonly string[]) => ({
        question: some[13]!,
        background: some[14]!,
        strength: some[15]!,
        text: some[13]!,
        reason: some[14]!,
      });
      harmless(`request ${language}`, (some) => requestCard(owner, 'request.preview', values(some), {}), t);
      for (const verb of ['request.add', 'outcome.record'] as const)
        harmless(
          `${verb} ${language}`,
          (some) => formCard(owner, filled(some), verb, { values: values(some) }),
          t,
        );
    }),
    { numRuns: Number(process.env.INJECTION_ROUNDS ?? 25) },
  );
}, 60_000);

test('a name in the association file is shown as written too', () => {
  const named = (name: string) => {
    const association = {
      ...klaralvdalen,
      people: klaralvdalen.people.map((person) => ({ ...person, name })),
      agencies: klaralvdalen.agencies.map((agency) => ({ ...agency, name })),
    };
    return consultationCard({ ...frameOf('cw-maria', 'sv'), association }, filled(tame), { content: true });
  };
  for (const shape of shapes)
    expect(structure(named(shape('evil').replaceAll('\n', ' ')))).toEqual(structure(named('Eva Ek')));
});
