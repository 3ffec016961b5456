import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonRecord } from '../../spec/json-value.ts';
import { countOf, mediaAt, useDataFolder } from './data-folder.ts';

const folder = useDataFolder();

const columns = {
  id: 'id',
  image: 'picture',
  text: 'caption',
  audio: 'sound',
  video: 'film',
  label: 'class',
  split: 'split',
};
const header = 'id,picture,caption,sound,film,class,split,speaker';
const media = mediaAt(['p/1.jpg', 'p/2.jpg', 's/1.wav', 'f/1.mp4', 'frames/00001.jpg']);
const table = (...rows: readonly string[]) => ({
  ...media,
  'manifest.csv': `${[header, ...rows].join('\n')}\n`,
});
const full = [
  'a,p/1.jpg,"A cat, asleep",s/1.wav,f/1.mp4,cat,train,',
  'b,,"two\nlines",,,dog,val,',
  'c,p/2.jpg,,,frames,cat,test,',
  'd,,,s/1.wav,,ant,train,',
];
const refusal = (code: string, ...says: readonly string[]) => ({
  code,
  message: expect.stringMatching(
    new RegExp(says.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*')),
  ),
});

describe('A manifest', () => {
  test('gives samples, of which some lack modalities', async () => {
    await folder.write(table(...full));
    const raw = await folder.list('manifest', { columns });
    expect(raw.classes).toEqual(['ant', 'cat', 'dog']);
    expect(raw.multiLabel).toBeUndefined();
    expect(raw.samples.map(folder.plain)).toEqual([
      {
        id: 'a',
        label: 1,
        split: 'train',
        image: 'p/1.jpg',
        text: 'A cat, asleep',
        audio: 's/1.wav',
        video: { kind: 'file', file: 'f/1.mp4' },
      },
      { id: 'b', label: 2, split: 'val', text: 'two\nlines' },
      { id: 'c', label: 1, split: 'test', image: 'p/2.jpg', video: { kind: 'frames', folder: 'frames' } },
      { id: 'd', label: 0, split: 'train', audio: 's/1.wav' },
    ]);
  });

  test.each([
    { name: 'semicolons', options: { delimiter: 'semicolon' }, text: 'caption;class\na,b;x\n"c;d";y\n' },
    {
      name: 'tabs',
      options: { delimiter: 'tab', file: 'list.tsv' },
      text: 'caption\tclass\na,b\tx\n"c;d"\ty\n',
    },
    {
      name: 'a byte order mark and CRLF',
      options: {},
      text: '\ufeffcaption,class\r\n"a,b",x\r\n"c;d",y\r\n',
    },
    { name: 'columns that nobody asked for', options: {}, text: 'n,caption,class\n1,"a,b",x\n2,c;d,y\n' },
    {
      name: 'JSON lines',
      options: { file: 'list.jsonl' },
      text: '{"caption": "a,b", "class": "x"}\n\n{"caption": "c;d", "class": "y"}',
    },
  ])('may have $name', async ({ options, text }) => {
    await folder.write({ [(options as { file?: string }).file ?? 'manifest.csv']: text });
    const raw = await folder.list('manifest', { columns: { text: 'caption', label: 'class' }, ...options });
    expect(raw.samples.map((sample) => [sample.text, sample.label])).toEqual([
      ['a,b', 0],
      ['c;d', 1],
    ]);
  });

  test('numbers classes as the author lists them, whatever comes first', async () => {
    await folder.write(table(...full));
    const raw = await folder.list('manifest', { columns, classes: ['dog', 'cat', 'ant'] });
    expect(raw.samples.map(({ label }) => label)).toEqual([1, 0, 1, 2]);
  });

  test.each([
    {
      name: 'a class that is not listed',
      classes: ['cat', 'dog'],
      says: refusal('LAC3172', 'manifest.csv, line 6', '"ant"', 'cat, dog'),
    },
    {
      name: 'a class that is misspelt',
      classes: ['Cat', 'dog', 'ant'],
      says: refusal('LAC3172', 'line 2', '"cat"'),
    },
    {
      name: 'a class without a sample',
      classes: ['cat', 'dog', 'ant', 'bee'],
      says: refusal('LAC3173', 'bee'),
    },
  ])('refuses $name', async ({ classes, says }) => {
    await folder.write(table(...full));
    await expect(folder.list('manifest', { columns, classes })).rejects.toMatchObject(says);
  });

  test.each([
    {
      name: 'an id that is there twice',
      rows: [...full, 'a,p/2.jpg,,,,cat,train,'],
      says: refusal('LAC3170', 'sample a', 'manifest.csv, line 2 and manifest.csv, line 7'),
    },
    {
      name: 'a sample without anything',
      rows: [...full, 'e,, , ,,cat,train,'],
      says: refusal('LAC3176', 'line 7', 'picture, caption, sound, film'),
    },
    {
      name: 'an empty class',
      rows: ['a,p/1.jpg,,,,,train,'],
      says: refusal('LAC3167', 'line 2', 'column "class"'),
    },
    {
      name: 'an empty id',
      rows: [' ,p/1.jpg,,,,cat,train,'],
      says: refusal('LAC3167', 'line 2', 'column "id"'),
    },
    {
      name: 'an empty split',
      rows: ['a,p/1.jpg,,,,cat,,'],
      says: refusal('LAC3167', 'line 2', 'column "split"'),
    },
    {
      name: 'an unknown split',
      rows: ['a,p/1.jpg,,,,cat,holdout,'],
      says: refusal('LAC3175', 'line 2', '"holdout"'),
    },
    {
      name: 'a split named like something in JavaScript',
      rows: ['a,p/1.jpg,,,,cat,constructor,'],
      says: refusal('LAC3175', 'line 2'),
    },
    {
      name: 'a row that is too short',
      rows: ['a,p/1.jpg,,,,cat,train'],
      says: refusal('LAC3167', 'line 2', '7 cells, the header has 8'),
    },
    {
      name: 'a quote that is never closed',
      rows: [...full, 'e,p/1.jpg,"open,,,cat,train,'],
      says: refusal('LAC3167', 'line 7', 'never closed'),
    },
    {
      name: 'a path that leads outside',
      rows: ['a,../p/1.jpg,,,,cat,train,'],
      says: refusal('LAC3163', 'sample a (manifest.csv, line 2)', '`..`'),
    },
    {
      name: 'an absolute path',
      rows: ['a,/etc/hostname,,,,cat,train,'],
      says: refusal('LAC3163', 'line 2', 'is absolute'),
    },
    {
      name: 'a folder as a picture',
      rows: ['a,p,,,,cat,train,'],
      says: refusal('LAC3164', 'line 2', 'a folder'),
    },
    { name: 'nothing but a header', rows: [], says: refusal('LAC3179', '0 are listed') },
  ])('refuses $name', async ({ rows, says }) => {
    await folder.write(table(...rows));
    await expect(folder.list('manifest', { columns })).rejects.toMatchObject(says);
  });

  test.each([
    {
      name: 'a column that is not there',
      options: { columns: { ...columns, text: 'title' } },
      says: refusal('LAC3168', '"title"', header.replaceAll(',', ', ')),
    },
    {
      name: 'neither label nor labels',
      options: { columns: { text: 'caption' } },
      says: refusal('LAC3182', 'either `label`'),
    },
    {
      name: 'label and labels',
      options: { columns: { ...columns, labels: 'class' } },
      says: refusal('LAC3182', 'either `label`'),
    },
    {
      name: 'no modality',
      options: { columns: { label: 'class' } },
      says: refusal('LAC3182', 'at least one of'),
    },
    {
      name: 'shares that do not add up',
      options: { columns, splits: { train: 0.8 } },
      says: refusal('LAC3182', '1.1'),
    },
    {
      name: 'a file that is not there',
      options: { columns, file: 'absent.csv' },
      says: refusal('LAC3161', 'absent.csv'),
    },
    {
      name: 'a file outside',
      options: { columns, file: '../manifest.csv' },
      says: refusal('LAC3163', '`..`'),
    },
    {
      name: 'a folder that is not there',
      options: { columns, root: './absent' },
      says: refusal('LAC3160', './absent'),
    },
  ] as { name: string; options: JsonRecord; says: object }[])(
    'refuses options with $name',
    async ({ options, says }) => {
      await folder.write(table(...full));
      await expect(folder.list('manifest', options)).rejects.toMatchObject(says);
    },
  );

  test('refuses columns of the same name, and text that is not UTF-8', async () => {
    await folder.write({ 'manifest.csv': 'caption,class,caption\na,b,c\n' });
    const options = { columns: { text: 'caption', label: 'class' } };
    await expect(folder.list('manifest', options)).rejects.toMatchObject(refusal('LAC3169', '"caption"'));
    await folder.write({ 'manifest.csv': Buffer.from('caption,class\nok,x\ncr\xe8me,x\n', 'latin1') });
    await expect(folder.list('manifest', options)).rejects.toMatchObject(
      refusal('LAC3166', '0xe8 at byte 21, in line 3'),
    );
    await folder.write({ 'manifest.csv': Buffer.from('\ufeffcaption,class\nok,x\n', 'utf16le') });
    await expect(folder.list('manifest', options)).rejects.toMatchObject(refusal('LAC3166', 'UTF-16 text'));
  });
});

describe('A manifest with files that are not there', () => {
  const rows = Array.from({ length: 13 }, (_, index) => `m${index},p/absent${index}.jpg,text,,,cat,train,`);

  test('is refused with the first ten and their number', async () => {
    await folder.write(table(...full, ...rows));
    const says = refusal('LAC3165', '13 of 17', 'm0 (p/absent0.jpg not there)', 'm9 (', 'and 3 more');
    await expect(folder.list('manifest', { columns })).rejects.toMatchObject(says);
    await expect(folder.list('manifest', { columns })).rejects.not.toThrow('m10');
  });

  test('leaves their samples out and records them where that is allowed', async () => {
    await folder.write(table(...full, ...rows));
    const raw = await folder.list('manifest', { columns, allowMissing: true });
    expect(raw.samples).toHaveLength(4);
    expect(raw.skipped).toHaveLength(13);
    expect(raw.skipped?.[0]).toEqual({ id: 'm0', reason: 'p/absent0.jpg not there' });
  });

  test('still refuses paths that lead outside', async () => {
    await folder.write(table(...full, 'x,../../secret.jpg,,,,cat,train,'));
    const listed = folder.list('manifest', { columns, allowMissing: true });
    await expect(listed).rejects.toMatchObject({ code: 'LAC3163' });
  });
});

describe('A manifest with several classes per sample', () => {
  const options = { columns: { text: 'caption', labels: 'tags' } };

  test('has any number of them, none included', async () => {
    await folder.write({ 'manifest.csv': 'caption,tags\na,dog| cat |dog\nb,\nc,ant\n' });
    const raw = await folder.list('manifest', options);
    expect(raw).toMatchObject({ multiLabel: true, classes: ['ant', 'cat', 'dog'] });
    expect(raw.samples.map(({ label, labels }) => [label, labels])).toEqual([
      [1, [1, 2]],
      [-1, []],
      [0, [0]],
    ]);
  });

  test('may separate them otherwise, or list them in JSON', async () => {
    await folder.write({ 'manifest.csv': 'caption,tags\na,"x,y"\n' });
    expect((await folder.list('manifest', { ...options, separator: ',' })).classes).toEqual(['x', 'y']);
    await folder.write({
      'list.jsonl': '{"caption": 3, "tags": ["x|y", "z"]}\n{"caption": "b", "tags": null}\n',
    });
    const raw = await folder.list('manifest', { ...options, file: 'list.jsonl' });
    expect(raw.classes).toEqual(['x|y', 'z']);
    expect(raw.samples.map(({ text, labels }) => [text, labels])).toEqual([
      ['3', [0, 1]],
      ['b', []],
    ]);
  });

  test.each([
    {
      name: 'an empty name among them',
      file: 'manifest.csv',
      text: 'caption,tags\na,dog||cat\n',
      says: refusal('LAC3174', 'line 2', '"tags"'),
    },
    {
      name: 'an object',
      file: 'list.jsonl',
      text: '{"caption": "a", "tags": {"x": 1}}',
      says: refusal('LAC3167', 'list.jsonl, line 1', '`tags`'),
    },
    {
      name: 'a list where there is one text',
      file: 'list.jsonl',
      text: '{"caption": ["a"], "tags": []}',
      says: refusal('LAC3167', 'line 1', '`caption` is a list'),
    },
    {
      name: 'a line that is not JSON',
      file: 'list.jsonl',
      text: '{"caption": "a", "tags": []}\n{',
      says: refusal('LAC3167', 'line 2', 'not JSON'),
    },
    {
      name: 'a line that is no object',
      file: 'list.jsonl',
      text: '["a"]',
      says: refusal('LAC3167', 'line 1', 'not a JSON object'),
    },
  ])('refuses $name', async ({ file, text, says }) => {
    await folder.write({ [file]: text });
    await expect(folder.list('manifest', { ...options, file })).rejects.toMatchObject(says);
  });
});

describe('A manifest without ids', () => {
  const options = { columns: { image: 'picture', text: 'caption', label: 'class', split: 'split' } };

  test('names samples by their file, or their line', async () => {
    await folder.write(table(',p/1.jpg,x,,,cat,train,', ',,x,,,cat,test,'));
    const { samples } = await folder.list('manifest', options);
    expect(samples.map(({ id }) => id)).toEqual(['p/1.jpg', 'line 3']);
  });

  test('refuses one picture for two samples', async () => {
    await folder.write(table(',p/1.jpg,x,,,cat,train,', ',p/1.jpg,y,,,cat,test,'));
    await expect(folder.list('manifest', options)).rejects.toMatchObject(
      refusal('LAC3170', 'line 2 and manifest.csv, line 3'),
    );
  });
});

describe('A manifest without splits', () => {
  const rows = Array.from({ length: 600 }, (_, index) => `${index},text,cat,speaker ${index % 60}`);
  const write = (list: readonly string[]) =>
    folder.write({ 'manifest.csv': `id,caption,class,who\n${list.join('\n')}\n` });
  const plain = { id: 'id', text: 'caption', label: 'class' };
  const splitsOf = async (options: JsonRecord) => {
    const { samples } = await folder.list('manifest', options);
    return new Map(samples.map(({ id, split }) => [id, split]));
  };

  test('draws them by id: near the shares, and the same whatever else is there', async () => {
    await write(rows);
    const raw = await folder.list('manifest', { columns: plain });
    expect(countOf(raw, 'train') / 600).toBeCloseTo(0.7, 1);
    expect(countOf(raw, 'val') / 600).toBeCloseTo(0.1, 1);
    expect(countOf(raw, 'test') / 600).toBeCloseTo(0.2, 1);
    const all = await splitsOf({ columns: plain });
    await write([...rows.slice(300)].reverse());
    for (const [id, split] of await splitsOf({ columns: plain })) expect(split).toBe(all.get(id));
  });

  test('draws them by group, so that nobody is in two', async () => {
    await write(rows);
    const splits = await splitsOf({
      columns: { ...plain, group: 'who' },
      splits: { train: 0.5, val: 0.25, test: 0.25 },
    });
    const perSpeaker = Array.from({ length: 60 }, (_, speaker) => {
      return new Set([...splits].flatMap(([id, split]) => (Number(id) % 60 === speaker ? [split] : [])));
    });
    expect(perSpeaker.map(({ size }) => size)).toEqual(Array.from({ length: 60 }, () => 1));
    expect(new Set(splits.values()).size).toBe(3);
  });

  test('draws none where a share is 0', async () => {
    await write(rows);
    const splits = await splitsOf({ columns: plain, splits: { train: 1, val: 0, test: 0 } });
    expect(new Set(splits.values())).toEqual(new Set(['train']));
  });

  test('refuses a group that the column of splits tears apart', async () => {
    await folder.write({
      'manifest.csv': 'id,caption,class,who,split\n1,a,x,ann,train\n2,b,x,bob,test\n3,c,x,ann,test\n',
    });
    const options = { columns: { ...plain, group: 'who', split: 'split' } };
    await expect(folder.list('manifest', options)).rejects.toMatchObject(
      refusal('LAC3171', 'group ann', 'train in manifest.csv, line 2', 'test in manifest.csv, line 4'),
    );
  });

  test('refuses an empty group', async () => {
    await write(['1,a,x,']);
    const listed = folder.list('manifest', { columns: { ...plain, group: 'who' } });
    await expect(listed).rejects.toMatchObject(refusal('LAC3167', 'column "who"'));
  });
});

test('A manifest of JSON lines gives what the same table gives as CSV', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', '😀', '|', '\\') });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (texts) => {
      const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
      const csv = texts.map((each, index) => `${index},${quote(`.${each}`)},x`).join('\n');
      const json = texts
        .map((each, index) => JSON.stringify({ id: index, caption: `.${each}`, class: 'x' }))
        .join('\n');
      await folder.write({ 'manifest.csv': `id,caption,class\n${csv}`, 'list.jsonl': json });
      const options = { columns: { id: 'id', text: 'caption', label: 'class' } };
      const [one, other] = [
        await folder.list('manifest', options),
        await folder.list('manifest', { ...options, file: 'list.jsonl' }),
      ];
      expect(one).toEqual(other);
      expect(one.samples.map((sample) => sample.text)).toEqual(texts.map((each) => `.${each}`));
    }),
    { numRuns: 40 },
  );
});
