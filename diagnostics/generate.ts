import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/*
 * Turns the catalogue in Markdown into TypeScript, so that text, code and documentation cannot disagree.
 * A section is `## LAC1102 unknown-parameter`, then `> message with %placeholders%`, then the explanation.
 * The word `retryable` after the name marks a failure that the same attempt may not meet again.
 */
const folder = new URL('./catalog/', import.meta.url);
const sectionHead = /^## (LAC\d{4}) ([a-z0-9-]+)( retryable)?$/;

interface Entry {
  readonly name: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly explanation: string;
}

function readSection(section: string): [string, Entry] {
  const lines = section.split('\n');
  const head = sectionHead.exec(lines[0] ?? '');
  const [, code, name, retryable] = head ?? [];
  if (code === undefined || name === undefined) throw new Error(`not a catalogue heading: ${lines[0]}`);
  const body = lines.slice(1);
  const message = body
    .filter((line) => line.startsWith('> '))
    .map((line) => line.slice(2))
    .join(' ');
  const explanation = body
    .filter((line) => !line.startsWith('> '))
    .join('\n')
    .trim();
  if (message === '' || explanation === '') throw new Error(`${code} lacks its message or its explanation`);
  return [code, { name, message, retryable: retryable !== undefined, explanation }];
}

/** The text of `generated/catalog.ts`, entries sorted by code. */
export function renderCatalog(): string {
  const entries = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
        .map(readSection),
    )
    .sort(([a], [b]) => a.localeCompare(b));
  const repeated = entries.find(([code], index) => entries[index + 1]?.[0] === code);
  if (repeated) throw new Error(`${repeated[0]} stands twice in the catalogue`);
  const body = entries.map(([code, entry]) => `  ${code}: ${JSON.stringify(entry)},`).join('\n');
  return `// Generated from diagnostics/catalog/*.md by \`npm run gen\`. Do not edit.\nexport const catalog = {\n${body}\n} as const;\n`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL('./generated/catalog.ts', import.meta.url), renderCatalog());
}
