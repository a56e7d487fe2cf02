import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/rehearse/form.ts';
import { createPage } from '../../src/rehearse/page.ts';
import { cardRows, cardText, flow, painted } from '../../src/rehearse/print.ts';
import fc from '../support/property.ts';

const card = (...body: Node[]): Node => ({ type: 'AdaptiveCard', version: '1.5', body });
const heading = (text: string): Node => ({ type: 'TextBlock', text, weight: 'bolder', style: 'heading' });
const text = (words: string): Node => ({ type: 'TextBlock', text: words });
const facts = (...pairs: [string, string][]): Node => ({
  type: 'FactSet',
  facts: pairs.map(([title, value]) => ({ title, value })),
});
const execute = (title: string, style?: string): Node => ({
  type: 'Action.Execute',
  title,
  verb: 'x',
  style,
});
const lines = (drawn: Node, width = 60, before?: Node): string[] =>
  cardRows(drawn, width, before).map((row) => painted(row, false).trimEnd());

describe('a card as text', () => {
  it('aligns facts, also over several rows, and sets them apart', () => {
    const drawn = card(
      heading('Samråd K-1'),
      text('Nytt.'),
      facts(['Läge', 'Väntar'], ['Att göra', 'Svara i dag']),
    );
    expect(lines(drawn, 20)).toEqual([
      'Samråd K-1',
      'Nytt.',
      '',
      'Läge      Väntar',
      'Att göra  Svara i',
      '          dag',
    ]);
  });

  it('reads a bold label with its text as a fact', () => {
    const labelled = (label: string, value: string): Node => ({
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: `${label}: `, weight: 'bolder' },
        { type: 'TextRun', text: value },
      ],
    });
    expect(lines(card(labelled('Fråga', 'Varför?'), labelled('Ort', 'Fors')))).toEqual([
      'Fråga  Varför?',
      'Ort    Fors',
    ]);
  });

  it('puts buttons in brackets and never breaks one', () => {
    const drawn = card({ type: 'ActionSet', actions: [execute('Visa frågan'), execute('Skicka vidare …')] });
    expect(lines(drawn, 24)).toEqual(['[Visa frågan]', '[Skicka vidare …]']);
  });

  it('leaves out what is folded away or invisible', () => {
    const drawn = card(
      text('Synligt'),
      { type: 'Container', isVisible: false, items: [text('Hemligt ett')] },
      {
        type: 'ActionSet',
        actions: [{ type: 'Action.ShowCard', title: 'Avböj …', card: card(text('Hemligt två')) }],
      },
    );
    expect(cardText(drawn)).toBe('Synligt\n\n[Avböj …]');
  });

  it('draws few open choices, only the chosen one of many, and hints at an empty field', () => {
    const choices = [
      { value: 'n', title: 'Nej' },
      { value: 'j', title: 'Ja' },
    ];
    const drawn = card(
      { type: 'Input.ChoiceSet', id: 'a', label: 'Akut?', style: 'expanded', value: 'n', choices },
      { type: 'Input.ChoiceSet', id: 'b', label: 'Ort', style: 'compact', value: 'j', choices },
      { type: 'Input.Text', id: 'c', label: 'Din fråga' },
      { type: 'Input.Toggle', id: 'd', label: 'Plan', value: 'true' },
    );
    expect(lines(drawn)).toEqual(['Akut? (•) Nej ( ) Ja', 'Ort: Ja ▾', 'Din fråga: …', 'Plan: ja']);
  });

  it('marks a warning with a sign, for those who see no colour', () => {
    const warning: Node = { type: 'Container', style: 'attention', items: [text('Stopp nu')] };
    expect(lines(card(warning), 9)).toEqual(['! Stopp', '  nu']);
    expect(painted(cardRows(card(warning), 40)[0]!, true)).toContain('\u001b[31m');
  });

  it('drops the signs that keep Markdown from acting', () => {
    expect(cardText(card(text('FK\\_1 \\*nu\\* { {DATE')))).toBe('FK_1 *nu* {{DATE');
  });

  it('leaves out what the same reader saw just before, and says so', () => {
    const before = card(heading('Samråd'), facts(['Läge', 'Väntar'], ['Att göra', 'Svara']));
    const after = card(
      heading('Samråd'),
      facts(['Läge', 'Väntar'], ['Att göra', 'Svara'], ['Fråga', 'Hur?']),
    );
    expect(lines(after, 60, before)).toEqual(['Samråd', '⋮ som förut', '', 'Fråga: Hur?']);
    const changed = card(heading('Samråd'), facts(['Läge', 'Bokat'], ['Att göra', 'Svara']));
    expect(lines(changed, 60, before)).toEqual(['Samråd', '', 'Läge      Bokat', 'Att göra  Svara']);
  });
});

describe('breaking text into rows', () => {
  it('keeps to the width and loses no character but spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 8, max: 80 }),
        (said, width) => {
          const rows = flow([{ text: said, style: 'plain' }], width, 2).map((row) => painted(row, false));
          for (const row of rows) expect([...row].length).toBeLessThanOrEqual(width);
          expect(rows.join('').replace(/\s/gu, '')).toBe(said.replace(/\s/gu, ''));
        },
      ),
    );
  });

  it('keeps a time together', () => {
    expect(
      flow([{ text: 'tors 10 sep kl. 13.00', style: 'plain' }], 16).map((row) => painted(row, false)),
    ).toEqual(['tors 10 sep', 'kl. 13.00']);
  });
});

describe('the page', () => {
  const written = (colour: boolean): string => {
    let out = '';
    const page = createPage((part) => (out += part), { colour, columns: undefined });
    page.time('tors 10 sep kl. 13.00');
    page.presses('Eva Dahl', {
      title: 'Avböj',
      under: 'Avböj …',
      filled: [{ label: 'Varför?', value: 'Tidsbrist' }],
      shown: {},
    });
    page.wrong('Eva avböjer', 'Väntat: a\nSett: b');
    return out;
  };

  it('says who pressed what, when, and what was filled in', () => {
    expect(written(false)).toBe(
      [
        `── tors 10 sep kl. 13.00 ${'─'.repeat(55)}\n\n`,
        'Eva öppnar [Avböj …] och fyller i\n    Varför? Tidsbrist\n  och trycker [Avböj]\n\n',
        '✗ Steget "Eva avböjer" gick inte som väntat.\n  Väntat: a\n  Sett: b\n\n',
      ].join(''),
    );
  });

  it('adds nothing but colour when it is coloured', () => {
    expect(written(true)).toContain('\u001b[');
    expect(written(true).replace(/\u001b\[[\d;]*m/g, '')).toBe(written(false));
  });
});
