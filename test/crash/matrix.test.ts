import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type Cell, cells } from './cells.ts';
import { exclusions, faults, moments, victims } from './matrix.ts';
import { nameOf, renderPage } from './page.ts';

test('every combination is a cell or has a reason why it is none, and none is both', () => {
  const all = victims.flatMap((victim) =>
    faults.flatMap((fault) => moments.map((moment) => nameOf({ victim, fault, moment }))),
  );
  const sorted = (names: readonly string[]) => [...names].sort();
  expect(sorted([...cells, ...exclusions].map(nameOf))).toEqual(sorted(all));
});

test('the matrix has at least sixty cells, and meets every process, fault and moment', () => {
  expect(cells.length).toBeGreaterThanOrEqual(60);
  const seen = (dimension: 'victim' | 'fault' | 'moment') => new Set(cells.map((cell) => cell[dimension]));
  expect(seen('victim')).toEqual(new Set(victims));
  expect(seen('fault')).toEqual(new Set(faults));
  expect(seen('moment')).toEqual(new Set(moments));
});

test('who has nothing to do is promised exit code 0 alone', () => {
  for (const { exits, ...cell } of cells.filter(({ user }) => user === 'nothing'))
    expect(exits, nameOf(cell)).toEqual([0]);
});

test('the page names what failed and what was skipped, with the reason', () => {
  const [first, second, ...others] = cells as readonly [Cell, Cell, ...Cell[]];
  const page = renderPage([
    { cell: first, state: 'failed', notes: ['the table has other bytes\nand more'] },
    { cell: second, state: 'skipped', notes: ['not root'] },
    ...others.map((cell) => ({ cell, state: 'passed' as const, notes: [] })),
  ]);
  expect(page).toContain(`${others.length} passed, 1 failed, 1 skipped`);
  expect(page).toContain(`- ${nameOf(first)}: the table has other bytes\n`);
  expect(page).toContain(`- ${nameOf(second)}: not root\n`);
});

test('docs/reliability.md is the page of this matrix, every cell passed', async () => {
  const written = await readFile(new URL('../../docs/reliability.md', import.meta.url), 'utf8');
  expect(written).toBe(renderPage(cells.map((cell) => ({ cell, state: 'passed', notes: [] }))));
});
