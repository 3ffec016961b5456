import fc from 'fast-check';
import type { TabulateParams } from '../../plan/params.ts';
import { assemble } from '../../table/assemble.ts';
import { methodTable } from './tables.ts';

const specials = fc.constantFrom(
  ...'\\{}$&#%_~^<>|±†‡§¶×−≥≤[]*`"\'\n\r\t,;/',
  '\\textbackslash{}',
  '$\\pm$',
  '</table>',
  '&amp;',
  ' / ',
  '  ',
  'a',
  'é',
  '模',
  '😀',
);
/** Texts that mean something to one of the formats, and others. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(specials).map((parts) => parts.join('')),
);

/** A table of literature with labels of two levels, texts and marks that may be anything. */
export const anyTable = fc
  .record({
    caption: text,
    titles: fc.tuple(text, text),
    columns: fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }),
    rows: fc.array(fc.tuple(text, text, text, fc.oneof(text, fc.double({ noNaN: true, min: -9, max: 99 }))), {
      minLength: 1,
      maxLength: 4,
    }),
    meaning: text,
  })
  .map(({ caption, titles, columns, rows, meaning }) => {
    const params: TabulateParams = {
      ...methodTable(),
      caption,
      rowHeaders: titles,
      marks: { '†': meaning },
      columns: columns.map((label, index) => ({ name: `c${index}`, label })),
      rows: rows.map(([outer, inner, source], index) => ({
        name: `r${index}`,
        label: [outer, inner],
        source,
      })),
      cells: rows.map(([, , source, value]) =>
        columns.map(() => ({ kind: 'literature' as const, value, source, mark: '†', digits: 2 })),
      ),
    };
    return assemble(params, []);
  });
