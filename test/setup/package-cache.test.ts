import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheRoot } from '../../setup/package-cache.mjs';
import { ownerName } from '../../setup/process-owner.mjs';
import { altered, cut, type Entry, Registry } from './registry.ts';

const tiny: readonly (readonly [string, Entry])[] = [
  ['package/a.txt', 'one'],
  ['package/folder/b.txt', 'two'],
];

describe('the cache folder', () => {
  const cases = [
    { env: { LACUNA_CACHE: '/x', XDG_CACHE_HOME: '/y', HOME: '/z' }, root: '/x' },
    { env: { XDG_CACHE_HOME: '/y', HOME: '/z' }, root: '/y/lacuna' },
    { env: { XDG_CACHE_HOME: 'relative', HOME: '/z' }, root: '/z/.cache/lacuna' },
    { env: { HOME: '/z' }, root: '/z/.cache/lacuna' },
  ];
  for (const { env, root } of cases)
    it(`is ${root} for ${JSON.stringify(env)}`, () => expect(cacheRoot(env)).toBe(root));
});

describe('a package', () => {
  it('of npm is fetched once and found afterwards', async () => {
    using registry = new Registry();
    const pin = registry.put('npm', tiny);
    const first = await registry.fetch(pin);
    expect(first.code).toBe(0);
    expect(readFileSync(join(first.out, 'package/folder/b.txt'), 'utf8')).toBe('two');
    expect((await registry.fetch(pin)).out).toBe(first.out);
    expect(registry.calls).toBe(1);
    expect(registry.names('tmp')).toEqual([]);
  });

  it('of PyPI is fetched, and its scripts can be run', async () => {
    using registry = new Registry();
    const { out } = await registry.fetch(
      registry.put('pypi', [
        ['tiny-1.0.0.data/scripts/hello', '#!/bin/sh\necho hello\n'],
        ['tiny/data.txt', 'x'],
      ]),
    );
    expect(execFileSync(join(out, 'tiny-1.0.0.data/scripts/hello'), { encoding: 'utf8' })).toBe('hello\n');
    expect(() => accessSync(join(out, 'tiny/data.txt'), constants.X_OK)).toThrow();
  });

  it('has a folder for each selection of its members', async () => {
    using registry = new Registry();
    const pin = registry.put('npm', tiny, ['archive', 'archive']);
    const [a, b] = [
      await registry.fetch(pin, { members: 'a.txt$' }),
      await registry.fetch(pin, { members: 'b.txt$' }),
    ];
    expect(readdirSync(join(a.out, 'package'))).toEqual(['a.txt']);
    expect(readdirSync(join(b.out, 'package'))).toEqual(['folder']);
    expect((await registry.fetch(pin, { members: 'a.txt$' })).out).toBe(a.out);
    expect(registry.calls).toBe(2);
  });

  it('that somebody damaged by hand is fetched again', async () => {
    using registry = new Registry();
    const pin = registry.put('npm', tiny, ['archive', 'archive']);
    const { out } = await registry.fetch(pin);
    rmSync(join(out, 'package/a.txt'));
    expect((await registry.fetch(pin)).out).toBe(out);
    expect(readFileSync(join(out, 'package/a.txt'), 'utf8')).toBe('one');
  });
});

describe('two set-ups at once', () => {
  it('fetch a package once: the second waits, says so, and finds it', async () => {
    using registry = new Registry();
    const pin = registry.put('npm', tiny);
    registry.closeGate('download');
    const first = registry.start(pin);
    await registry.arrival('download');
    const second = registry.start(pin);
    await second.says(`wait for process ${first.child.pid}`);
    await registry.openGate('download');
    const results = await Promise.all([first.done, second.done]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    expect(results[0]?.out).toBe(results[1]?.out);
    expect(registry.calls).toBe(1);
  });
});

describe('a set-up that is killed with kill -9', () => {
  for (const stage of ['download', 'unpack'] as const) {
    it(`during ${stage} leaves only temporary files, which the next one removes`, async () => {
      using registry = new Registry();
      const pin = registry.put('npm', tiny, ['archive', 'archive']);
      registry.closeGate(stage);
      const killed = registry.start(pin);
      await registry.arrival(stage);
      killed.child.kill('SIGKILL');
      await once(killed.child, 'exit');
      expect(registry.names('packages')).toEqual([]);
      expect(registry.names('tmp')).toHaveLength(1);
      await registry.openGate(stage);
      const next = await registry.fetch(pin);
      expect(next.code).toBe(0);
      expect(readFileSync(join(next.out, 'package/a.txt'), 'utf8')).toBe('one');
      expect(registry.names('tmp')).toEqual([]);
    });
  }

  it('has its folder swept, while those of other machines are kept for a day', async () => {
    using registry = new Registry();
    const place = (name: string) => join(registry.cache, 'tmp', name);
    const [self] = ownerName.split('-');
    for (const name of [`${self}-999999-1-aaaa`, 'ffffffff-1-1-young', 'ffffffff-1-1-old', 'rubbish'])
      mkdirSync(place(name), { recursive: true });
    utimesSync(place('ffffffff-1-1-old'), 0, 0);
    await registry.fetch(registry.put('npm', tiny));
    expect(registry.names('tmp')).toEqual(['ffffffff-1-1-young']);
  });
});

describe('a download', () => {
  it('that was cut short is fetched once more', async () => {
    using registry = new Registry();
    const { code } = await registry.fetch(registry.put('npm', tiny, [cut, 'archive']));
    expect([code, registry.calls]).toEqual([0, 2]);
  });

  it('that is cut short twice is refused, with what was expected and what came', async () => {
    using registry = new Registry();
    const pin = registry.put('npm', tiny, [cut, cut]);
    const { code, out } = await registry.fetch(pin);
    expect(code).toBe(1);
    expect(out).toContain('digest: The download of tiny 1.0.0 was cut short');
    expect(out).toContain(`expected ${pin.bytes} bytes, SHA-256 ${pin.sha256}`);
    expect(out).toContain(`got      ${Math.floor(pin.bytes / 2)} bytes`);
    expect([registry.names('packages'), registry.names('tmp')]).toEqual([[], []]);
  });

  it('with other bytes than those pinned is refused', async () => {
    using registry = new Registry();
    const { out } = await registry.fetch(registry.put('npm', tiny, [altered, altered]));
    expect(out).toContain('digest: The download of tiny 1.0.0 is not the file that was pinned');
    expect(registry.names('packages')).toEqual([]);
  });

  it('that fails repeats what the client said and what to do', async () => {
    using registry = new Registry();
    const { code, out } = await registry.fetch(registry.put('npm', tiny, []));
    expect(code).toBe(1);
    expect(out).toContain('download: npm could not fetch tiny 1.0.0');
    expect(out).toContain('ERR! network is unreachable');
    expect(out).toContain('run the same command again');
  });
});

describe('an archive', () => {
  const cases: readonly { title: string; entry: readonly [string, Entry] }[] = [
    { title: 'with a path that climbs out', entry: ['package/../../evil.txt', 'x'] },
    { title: 'with an absolute path', entry: ['/lacuna-evil.txt', 'x'] },
    { title: 'with a link', entry: ['package/link', { link: '/etc/passwd' }] },
  ];
  for (const { title, entry } of cases) {
    it(`${title} is refused whole, even when that member is not wanted`, async () => {
      using registry = new Registry();
      const { code, out } = await registry.fetch(registry.put('npm', [...tiny, entry]), {
        members: 'a.txt$',
      });
      expect(code).toBe(1);
      expect(out).toContain('archive: ');
      expect(out).toContain(JSON.stringify(entry[0]));
      expect([registry.names('packages'), registry.names('tmp')]).toEqual([[], []]);
      expect(existsSync('/lacuna-evil.txt')).toBe(false);
    });
  }
});

describe('a full disk', () => {
  // 2 MB that compress to almost nothing: the download fits where the content does not.
  const large: readonly (readonly [string, Entry])[] = [['package/zeros', '0'.repeat(2_000_000)]];

  it('in the middle of unpacking is named, with the folder, the need and the way on', async () => {
    using disk = new SmallDisk();
    const pin = disk.registry.put('npm', large);
    const { code, out } = await disk.registry.fetch(pin, disk.options);
    expect(code).toBe(1);
    expect(out).toContain(`disk-full: The disk that holds ${disk.registry.cache} is full: tiny 1.0.0 needs`);
    expect(out).toMatch(/No space left on device|File too large/);
    expect(out).toContain('run the same command again');
    expect([disk.registry.names('packages'), disk.registry.names('tmp')]).toEqual([[], []]);
  });

  it('is noticed before anything is fetched when the pin says how much is needed', async () => {
    using registry = new Registry();
    const pin = { ...registry.put('npm', tiny), unpacked: 1e15 };
    const { out } = await registry.fetch(pin);
    expect(out).toContain('disk-full: ');
    expect(registry.calls).toBe(0);
  });
});

/** A cache on a file system of 1 MB; without the right to mount one, a limit of 1 MB on each file. */
class SmallDisk implements Disposable {
  readonly #outer = new Registry();
  readonly #mounted: boolean;
  readonly registry: Registry;
  readonly options: { readonly shell?: string };

  constructor() {
    const cache = join(this.#outer.folder, 'small');
    mkdirSync(cache);
    this.#mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', cache]).status === 0;
    this.registry = new Registry(cache);
    this.options = this.#mounted ? {} : { shell: 'ulimit -f 1000' };
  }

  [Symbol.dispose](): void {
    this.registry[Symbol.dispose]();
    if (this.#mounted) execFileSync('umount', [this.registry.cache]);
    this.#outer[Symbol.dispose]();
  }
}
