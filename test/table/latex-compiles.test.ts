import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { renderLatex } from '../../table/latex.ts';
import { tempFolder, writeFiles } from '../rig/cli.ts';
import { goldenTables } from './golden-tables.ts';

/** The packages that a table names, on a page of the article class. */
function documentOf(latex: string): string {
  const packages = /needs \\usepackage\{([^}]*)\}/.exec(latex)?.[1] ?? '';
  // pdfTeX has no ideographs and no emoji; the kernel's own declaration stands in for a font that has them.
  const beyond = new Set([...latex].filter((character) => (character.codePointAt(0) ?? 0) > 0x2fff));
  const declarations = [...beyond].map((character) => {
    const code = character.codePointAt(0)?.toString(16).toUpperCase();
    return `\\DeclareUnicodeCharacter{${code}}{?}`;
  });
  return [
    '\\documentclass{article}',
    `\\usepackage{${packages}}`,
    ...declarations,
    '\\begin{document}',
    latex,
    '\\end{document}',
    '',
  ].join('\n');
}

/** What a stock TeX lacks here, in words; undefined where tables can be compiled. */
function lacking(): string | undefined {
  const found = spawnSync('kpsewhich', ['booktabs.sty', 'multirow.sty', 'graphicx.sty'], {
    encoding: 'utf8',
  });
  if (found.error || spawnSync('pdflatex', ['--version']).error) return 'pdflatex';
  const files = ['booktabs', 'multirow', 'graphicx'].filter((name) => !found.stdout.includes(`${name}.sty`));
  return files.length === 0 ? undefined : `the packages ${files.join(', ')}`;
}

const absent = lacking();
if (absent !== undefined) {
  console.warn(
    `SKIPPED: the LaTeX of tables is not compiled, for ${absent} is not installed ` +
      '(Debian: texlive-latex-base texlive-latex-extra).',
  );
}

describe.skipIf(absent !== undefined)('LaTeX', () => {
  it.each(goldenTables)('of the table %s compiles', { timeout: 60_000 }, async (_, table) => {
    await using folder = await tempFolder();
    await writeFiles(folder.path, { 'main.tex': documentOf(renderLatex(table)) });
    const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'main.tex'];
    const { stdout, status } = spawnSync('pdflatex', options, { cwd: folder.path, encoding: 'utf8' });
    expect(status, stdout).toBe(0);
    // Too wide for its page by more than a hair, or a character that the font lacks.
    expect(stdout).not.toMatch(/Overfull \\hbox \((?:[1-9]\d*)\.|Missing character/);
    expect(stdout).toContain('Output written on main.pdf (1 page');
  });
});
