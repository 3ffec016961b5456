import { describe, expect, it } from 'vitest';
import { assemble } from '../../table/assemble.ts';
import { renderTerminal } from '../../table/terminal.ts';
import { textWidth } from '../../table/text-width.ts';
import { methodTable, partialRuns } from './tables.ts';

const { entries, scores } = partialRuns();
const literature = [{ label: '欠損 😀', source: 'a book', values: { complete: 100 } }];
const table = assemble(methodTable({ entries, literature }), scores);

describe('renderTerminal', () => {
  it('puts digits below digits, wide characters and marks included', () => {
    const [header = '', ...rows] = renderTerminal(table).split('\n').slice(1, 5);
    const pointOf = (line: string) => textWidth(line.slice(0, line.indexOf('.')));
    // The literature row has no SD, so its number ends where the others' do: 9 columns after their point, at ± 0.31.
    expect(rows.map(pointOf)).toEqual([16, 16, 23]);
    expect(textWidth(header)).toBe(textWidth(rows[1] ?? ''));
    expect(renderTerminal(table)).not.toMatch(/ $/m);
  });

  it('says nothing by colour that it does not say by a sign', () => {
    const wrap = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const painted = renderTerminal(table, { bold: wrap('b'), underline: wrap('s'), dim: wrap('f') });
    expect(painted.replace(/<\/?[bsf]>/g, '')).toBe(renderTerminal(table));
    expect(painted.match(/<b>\s*\*/g)).toHaveLength(3);
    expect(painted.match(/<s>\s*_/g)).toHaveLength(4);
  });

  it('explains only the marks that occur', () => {
    const bare = assemble(
      methodTable({ columns: ['complete'], entries: entries.slice(0, 1) }),
      scores.slice(0, 1),
    );
    expect(renderTerminal(bare)).not.toMatch(/best|second|no number/);
    expect(renderTerminal(table)).toContain('* best   _ second   - no number\n');
  });
});
