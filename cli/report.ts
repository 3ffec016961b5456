import { spawn } from 'node:child_process';
import { access, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { TaskId } from '../plan/plan.ts';
import { escapeLatex, renderLatex } from '../table/latex.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { artifactsOf, type LoadedPlan, loadPlan } from './load-plan.ts';
import { shortDigest } from './plan.ts';
import type { FileOptions } from './read-file.ts';
import { assembleFromStore } from './read-runs.ts';
import { writeResults } from './result-files.ts';
import { loadSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** A bibliography of this name beside the pipeline file goes into the document. */
const bibliography = 'references.bib';

/**
 * Writes a LaTeX document that inputs every table of a pipeline, as far as its runs are finished, and every finished
 * figure, beside their files; and makes its PDF where there is a TeX. Runs nothing of the pipeline.
 */
export async function report(options: FileOptions, terminal: Terminal): Promise<ExitStatus> {
  const loaded = await loadPlan(options, terminal, 'allow');
  if (loaded === undefined) return exitCodes.invalid;
  return writeReport(loaded, artifactsOf(loaded), options.file, terminal);
}

/** The same for a plan that is loaded, with the artifacts that are known by now. */
export async function writeReport(
  loaded: LoadedPlan,
  artifacts: ReadonlyMap<TaskId, Digest>,
  file: string,
  terminal: Terminal,
): Promise<ExitStatus> {
  const folder = join(loadSettings().results, loaded.plan.pipeline);
  await mkdir(folder, { recursive: true });
  const written = await writeResults(loaded, artifacts, folder);
  const { tables, figures } = loaded.pipeline;
  if (tables.length + figures.length === 0) throw failure('LAC1918', { file });
  const open = tables.filter(({ name }) => !written.has(name));
  for (const { name } of open) {
    const { table } = await assembleFromStore(loaded, name, artifacts);
    await writeFile(join(folder, `${name}.tex`), renderLatex(table));
  }
  const absent = figures.filter(({ name }) => !written.has(name));
  const cites = await copyBibliography(dirname(file), folder);
  await writeFile(join(folder, 'report.tex'), documentOf(loaded, new Set(written.keys()), cites));
  const place = relative(process.cwd(), join(folder, 'report'));
  const pdf = await typeset(folder);
  terminal.out(pdf === 'made' ? `${place}.pdf` : `${place}.tex`);
  if (pdf === 'no-tex')
    terminal.talk('no TeX here (latexmk or pdflatex): the document is written, its PDF is not');
  if (open.length > 0) terminal.talk(`not finished, shown in part: ${namesOf(open)}`);
  if (absent.length > 0) terminal.talk(`not finished and left out: ${namesOf(absent)}`);
  if (pdf !== 'failed') return exitCodes.done;
  throw failure('LAC1919', { log: `${place}.log` });
}

function namesOf(results: readonly { readonly name: string }[]): string {
  return results.map(({ name }) => name).join(', ');
}

async function copyBibliography(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(join(from, bibliography), join(to, bibliography));
    return true;
  } catch {
    return false;
  }
}

function documentOf({ pipeline, digest }: LoadedPlan, written: ReadonlySet<string>, cites: boolean): string {
  const figures = pipeline.figures.filter(({ name }) => written.has(name));
  return [
    '% Written by lacuna report; change the pipeline, not this file.',
    '\\documentclass{article}',
    '\\usepackage[margin=2cm]{geometry}',
    '\\usepackage[T1]{fontenc}',
    '\\usepackage{booktabs,multirow,graphicx}',
    `\\title{${escapeLatex(pipeline.name)}}`,
    '\\date{}',
    '\\begin{document}',
    '\\maketitle',
    ...(pipeline.about === undefined ? [] : [escapeLatex(pipeline.about), '']),
    `Plan \\texttt{${shortDigest(digest)}}.`,
    '',
    ...pipeline.tables.map(({ name }) => `\\input{${name}.tex}`),
    ...figures.flatMap(({ name, options }) =>
      figureLines(name, options.caption, (options.panels ?? []).length),
    ),
    ...(cites
      ? ['\\clearpage', '\\bibliographystyle{plain}', `\\bibliography{${bibliography.replace('.bib', '')}}`]
      : []),
    '\\end{document}',
    '',
  ].join('\n');
}

/** One panel is as wide as a column; several take the page. */
function figureLines(name: string, caption: string, panels: number): string[] {
  return [
    '\\begin{figure}[t]',
    '  \\centering',
    `  \\includegraphics[width=${panels > 1 ? '' : '0.6'}\\linewidth]{${name}.pdf}`,
    `  \\caption{${escapeLatex(caption)}}`,
    `  \\label{fig:${name}}`,
    '\\end{figure}',
  ];
}

type Typesetting = 'made' | 'failed' | 'no-tex';

/** Runs latexmk, or pdflatex and bibtex as often as references need; their talk is in report.log. */
async function typeset(folder: string): Promise<Typesetting> {
  const quiet = ['-interaction=nonstopmode', '-halt-on-error'];
  const latexmk = await call('latexmk', ['-pdf', ...quiet, 'report.tex'], folder);
  if (latexmk !== undefined) return conclude(latexmk === 0, folder);
  const pdflatex = () => call('pdflatex', [...quiet, 'report.tex'], folder);
  const first = await pdflatex();
  if (first === undefined) return 'no-tex';
  await call('bibtex', ['report'], folder);
  await pdflatex();
  return conclude((await pdflatex()) === 0, folder);
}

async function conclude(succeeded: boolean, folder: string): Promise<Typesetting> {
  const made = await access(join(folder, 'report.pdf')).then(
    () => true,
    () => false,
  );
  return succeeded && made ? 'made' : 'failed';
}

/** Exit status of a program; undefined where there is no such program. */
function call(program: string, args: readonly string[], folder: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder, stdio: 'ignore' });
    child.on('error', () => resolve(undefined));
    child.on('exit', (status) => resolve(status ?? 1));
  });
}
