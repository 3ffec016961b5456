import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeData, readSamples } from '../../data/adapters/adapters.ts';
import { type IconTables, joinIcons, type NamedIcon } from '../../data/adapters/icon-join.ts';
import type { RawSamples } from '../../data/adapters/raw-sample.ts';
import { splitOf } from '../../data/adapters/share-of.ts';
import { createProcessor } from '../../data/process-sample.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { DataSource, FontAwesomeOptions, Split } from '../../schemas/generated/resolved.ts';
import { cacheRoot } from '../../setup/cache-root.mjs';
import { pinned } from '../../setup/pins.mjs';
import { publishPackage } from '../../setup/published-package.mjs';
import { makeWorkFolder } from '../../setup/work-folder.mjs';
import { context, countOf, useDataFolder } from './data-folder.ts';
import { blackBetween, drawn128, rowOf } from './drawn-rows.ts';

const everySplit: FontAwesomeOptions['splits'] = ['train', 'val', 'test'];

/** Names, labels and categories of Font Awesome Free 7.3.1. */
const published = JSON.parse(
  readFileSync(new URL('../vectors/font-awesome/tables.json', import.meta.url), 'utf8'),
) as {
  readonly solid: Readonly<Record<string, string>>;
  readonly others: Readonly<Record<string, string>>;
  readonly categories: IconTables['categories'];
};

const solidIcon = (label: string, width = 512): NamedIcon => ({
  label,
  svgs: { classic: { solid: { width, height: 512, path: `M0 0h${width}v512H0z` } } },
});
const brandIcon = (label: string): NamedIcon => ({ label, svgs: { classic: {} } });
const mapLabels = (labels: Readonly<Record<string, string>>, icon: (label: string) => NamedIcon) =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, icon(label)]));

const tables: IconTables = {
  icons: { ...mapLabels(published.solid, solidIcon), ...mapLabels(published.others, brandIcon) },
  categories: published.categories,
};
const join40 = (options: Partial<FontAwesomeOptions> = {}): RawSamples =>
  joinIcons(tables, { minIcons: 40, splits: everySplit, ...options });
const classesOf = (raw: RawSamples, id: string) =>
  raw.samples.find((sample) => sample.id === id)?.labels?.map((label) => raw.classes[label]);

describe('Font Awesome', () => {
  test('has 1,071 solid icons in 21 categories of 40 or more', () => {
    const raw = join40();
    expect([raw.samples.length, raw.classes.length]).toEqual([1071, 21]);
    const perClass = raw.classes.map(
      (_, label) => raw.samples.filter((s) => s.labels?.includes(label)).length,
    );
    expect(Object.fromEntries(raw.classes.map((name, label) => [name, perClass[label]]))).toMatchObject({
      Arrows: 119,
      'Devices + Hardware': 44,
      Humanitarian: 334,
      'Text Formatting': 43,
    });
    expect(Math.min(...perClass)).toBe(43);
    expect(everySplit.map((split) => countOf(raw, split))).toEqual([739, 122, 210]);
    expect(raw.notes).toEqual(['21 of 68 categories have 40 solid icons or more']);
  });

  test.each([
    { id: 'address-book', text: 'Address Book', classes: ['Business', 'Communication', 'Users + People'] },
    { id: 'tooth', text: 'Tooth', classes: ['Medical + Health'] },
  ])('$id is "$text" and $classes', ({ id, text, classes }) => {
    const raw = join40();
    expect(raw.samples.find((sample) => sample.id === id)?.text).toBe(text);
    expect(classesOf(raw, id)).toEqual(classes);
  });

  test('counts no icon of a brand, so that a category full of them is small', () => {
    // 46 icons are listed under Gaming, of which fewer than 40 are solid.
    expect(published.categories['gaming']?.icons.length).toBe(46);
    expect(join40().classes).not.toContain('Gaming');
    expect(join40().samples.map(({ id }) => id)).not.toContain('accessible-icon');
    expect(join40({ minIcons: 1 }).samples).toHaveLength(1422);
  });

  test('names the largest category when none is large enough', () => {
    expect(() => join40({ minIcons: 335 })).toThrow(
      expect.objectContaining({ code: 'LAC3184', message: expect.stringContaining('Humanitarian, has 334') }),
    );
    expect(join40({ minIcons: 334 }).classes).toEqual(['Humanitarian']);
  });

  test.each([
    ['house', 'test'],
    ['tooth', 'train'],
    ['bed', 'val'],
  ])('the split of %s is %s for good', (name, split) => {
    expect(splitOf(name)).toBe(split);
  });
});

describe('Whatever the tables', () => {
  const names = ['a', 'b', 'c', '0', 'house', 'bed', 'tooth', 'x-ray'];
  const anyTables = fc.record({
    icons: fc
      .array(fc.boolean(), { minLength: names.length, maxLength: names.length })
      .map((solid) =>
        Object.fromEntries(names.map((name, at) => [name, solid[at] ? solidIcon(name) : brandIcon(name)])),
      ),
    categories: fc.dictionary(
      fc.constantFrom('one', 'two', 'three', 'four'),
      fc.record({ label: fc.string({ minLength: 1 }), icons: fc.uniqueArray(fc.constantFrom(...names)) }),
    ),
  });
  const anyOptions = fc.record({
    minIcons: fc.integer({ min: 1, max: 4 }),
    // In any order, and never none.
    splits: fc
      .shuffledSubarray(['train', 'val', 'test'] as Split[], { minLength: 1 })
      .map(([first = 'train', ...rest]): FontAwesomeOptions['splits'] => [first, ...rest]),
  });

  /** What the options mean, said once more and slowly. */
  function expected({ icons, categories }: IconTables, { minIcons, splits }: FontAwesomeOptions) {
    const solid = (name: string) => icons[name]?.svgs.classic.solid !== undefined;
    const large = Object.entries(categories).filter(([, c]) => c.icons.filter(solid).length >= minIcons);
    return names
      .filter((name) => solid(name) && splits.includes(splitOf(name)))
      .map((name) => [name, large.filter(([, c]) => c.icons.includes(name)).map(([, c]) => c.label)] as const)
      .filter(([, labels]) => labels.length > 0);
  }

  test('each icon that is kept has all its large categories, and each class has an icon', () => {
    fc.assert(
      fc.property(anyTables, anyOptions, (given, options) => {
        const raw = orCode(() => joinIcons(given, options));
        const solid = Object.values(given.categories).map(
          ({ icons }) => icons.filter((name) => given.icons[name]?.svgs.classic.solid).length,
        );
        if (typeof raw === 'string') {
          expect(raw).toBe('LAC3184');
          expect(Math.max(0, ...solid)).toBeLessThan(options.minIcons);
          return;
        }
        const found = raw.samples.map(({ id, labels }) => [id, labels?.map((label) => raw.classes[label])]);
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected(given, options)));
        expect(found).toHaveLength(expected(given, options).length);
        const used = new Set(raw.samples.flatMap(({ labels = [] }) => labels));
        expect([...used].sort((a, b) => a - b)).toEqual([...raw.classes.keys()]);
        for (const { label, labels = [] } of raw.samples) {
          expect(labels).toEqual([...new Set(labels)].sort((a, b) => a - b));
          expect(label).toBe(labels[0]);
        }
      }),
    );
  });
});

describe('The package', () => {
  useDataFolder();

  test('is read from the cache, and each icon becomes a picture and a text', async () => {
    await publish();
    const raw = await read();
    expect(raw).toMatchObject({
      name: 'font-awesome',
      classes: ['Letters & digits', 'Wide'],
      multiLabel: true,
    });
    expect(raw.samples.map(({ id, labels, text }) => [id, labels, text])).toEqual([
      ['0', [0], 'Zero'],
      ['n', [0, 1], 'N'],
      ['w', [1], 'W'],
    ]);
    const [zero, wide] = raw.samples;
    const processed = await createProcessor({ image: drawn128 });
    if (zero === undefined || wide === undefined) throw new Error('samples are missing');
    const drawn = (await processed(zero, context)).image ?? new Uint8Array();
    // 512 units of 640 are 102.4 of 128 pixels: 12.8 are left on each side.
    expect(rowOf(drawn, 128, 64)).toEqual(blackBetween(13, 115));
    expect(rowOf(drawn, 128, 6)).toEqual('.'.repeat(128));
    // 640 units wide and 512 high: up to both edges, with white above and below.
    const drawnWide = (await processed(wide, context)).image ?? new Uint8Array();
    expect(rowOf(drawnWide, 128, 64)).toEqual('#'.repeat(128));
    expect(rowOf(drawnWide, 128, 6)).toEqual('.'.repeat(128));
  });

  test('is known by its pin, whatever the options', async () => {
    const { digest, source: name } = await describeData(source, '.', context);
    expect(name).toBe('npm:@fortawesome/fontawesome-free@7.3.1');
    expect(digest).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  test.each([
    ['categories.yml', 'one: {icons: [a', 'LAC3107'],
    ['icon-families.json', '{"a": ', 'LAC3107'],
  ])('is refused when %s is damaged', async (file, text, code) => {
    await publish({ [file]: text });
    await expect(read()).rejects.toMatchObject({ code, message: expect.stringContaining(file) });
  });
});

const source: DataSource = { adapter: 'font-awesome', with: { minIcons: 2, splits: everySplit } };

const read = () => readSamples(source, context);

/** A package of four icons as if it had been fetched, its files replaced by `changed`. */
async function publish(changed: Readonly<Record<string, string>> = {}): Promise<void> {
  const icons = {
    n: solidIcon('N', 640),
    0: solidIcon('Zero'),
    logo: brandIcon('Logo'),
    w: solidIcon('W'),
  };
  const files = {
    'icon-families.json': JSON.stringify(icons),
    'categories.yml':
      "letters:\n  icons: [n, 0, logo]\n  label: 'Letters & digits'\nwide:\n  icons: ['n', w]\n  label: Wide\nsmall:\n  icons: [w, logo]\n  label: Small\n",
    ...changed,
  };
  const cache = cacheRoot();
  const work = makeWorkFolder(cache);
  const content = join(work, 'content');
  await mkdir(join(content, 'package/metadata'), { recursive: true });
  const members = await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const path = `package/metadata/${name}`;
      await writeFile(join(content, path), text);
      return { path, bytes: Buffer.byteLength(text) };
    }),
  );
  publishPackage(pinned('@fortawesome/fontawesome-free'), {
    archive: members,
    wanted: members,
    content,
    work,
    cache,
  });
}

function orCode<T>(run: () => T): T | string {
  try {
    return run();
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}
