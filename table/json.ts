import type { Table } from './table.ts';

/** The whole table as JSON with sorted names, so that equal tables have equal bytes. */
export function renderJson(table: Table): string {
  return `${JSON.stringify(table, sortNames, 2)}\n`;
}

function sortNames(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
