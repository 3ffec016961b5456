import { readFileSync } from 'node:fs';
import type { ReadText } from '../../spec/read-includes.ts';

const catalogue = readFileSync(new URL('../../diagnostics/catalog/1xxx-spec.md', import.meta.url), 'utf8');
const fence = /```yaml ?([^\n]*)\n([\s\S]*?)```/;

/** The valid file that the examples of the catalogue are fragments of. */
export const exampleFile = fence.exec(catalogue)?.[2] ?? '';

/** An example of the catalogue: a whole file, and the values of `--set` that go with it. */
export interface CatalogueExample {
  readonly code: string;
  readonly text: string;
  readonly set: { readonly [name: string]: string };
  /** Texts of the files that it includes. */
  readonly files: { readonly [file: string]: string };
}

/** The catalogue's sections with their examples; `text` is empty where a section has none. */
export function readExamples(): readonly CatalogueExample[] {
  return catalogue
    .split(/^(?=## )/m)
    .slice(1)
    .map((section) => {
      const [, info = '', body = ''] = fence.exec(section) ?? [];
      const [, name, value = ''] = /--set (\w+)=(.*)/.exec(info) ?? [];
      return {
        code: section.slice(3, 10),
        text: body === '' || info === 'whole' ? body : completed(body),
        set: name === undefined ? {} : { [name]: value },
        files: Object.fromEntries(
          [...section.matchAll(new RegExp(fence, 'g'))]
            .slice(1)
            .map(([, file = '', part = '']) => [file, part]),
        ),
      };
    });
}

/** The fragment with the sections that it leaves out. */
export function completed(fragment: string): string {
  const sections = exampleFile.split(/^(?=\w+:)/m);
  const missing = sections.filter((section) => !new RegExp(`^${section.split(':')[0]}:`, 'm').test(fragment));
  return missing.join('') + fragment;
}

/** Reads included files from a record; what is not in it does not exist. */
export function readFrom(files: { readonly [file: string]: string }): ReadText {
  return (file) => {
    const text = files[file];
    return text === undefined ? { why: 'there is no such file' } : { text };
  };
}
