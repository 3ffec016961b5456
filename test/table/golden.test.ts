import { describe, expect, it } from 'vitest';
import { assemble } from '../../table/assemble.ts';
import { goldenTables } from './golden-tables.ts';
import { asLiterature, paperTables } from './paper.ts';
import { renderers } from './renderers.ts';

describe.each(goldenTables)('the table %s', (name, table) => {
  it.each(renderers)('renders as %s', async (extension, render) => {
    await expect(render(table)).toMatchFileSnapshot(`../golden/table-${name}.${extension}`);
  });
});

describe('every format', () => {
  it('ends with a line end and has no blank at the end of a line', () => {
    for (const [name, table] of goldenTables) {
      for (const [format, render] of renderers) {
        const text = render(table).replaceAll('\r\n', '\n');
        expect([name, format, text.endsWith('\n'), / \n/.test(text)]).toEqual([name, format, true, false]);
      }
    }
  });

  it('draws an outer header once for neighbours that share it', () => {
    const table1 = paperTables.find(({ name }) => name === 'table-1');
    const table = assemble(asLiterature(table1 ?? paperTables[0] ?? never(), true), []);
    const counts = renderers.map(([format, render]) => {
      const text = render(table);
      return [format, text.split('Parameters (M)').length - 1];
    });
    // Markdown has one line of headers, CSV one record per cell, JSON one label per column.
    expect(Object.fromEntries(counts)).toEqual({ md: 2, tex: 1, csv: 16, json: 2, html: 1, txt: 1 });
  });
});

function never(): never {
  throw new Error('no table');
}
