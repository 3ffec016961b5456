import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderCatalog } from '../../diagnostics/generate.ts';
import { catalog } from '../../diagnostics/generated/catalog.ts';
import { message } from '../../diagnostics/message.ts';

describe('the catalogue of codes', () => {
  test('is what its Markdown says', () => {
    const written = readFileSync(new URL('../../diagnostics/generated/catalog.ts', import.meta.url), 'utf8');
    expect(written).toBe(renderCatalog());
  });

  test('has a name of its own for every code', () => {
    const names = Object.values(catalog).map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('fills in the placeholders of a message', () => {
    expect(message('LAC1102', { name: 'sise', where: 'the file' })).toBe('unknown key "sise" in the file');
  });
});
