import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build, isBuilt, readSources } from '../../setup/build.mjs';
import { installPackages, packagesAreInstalled } from '../../setup/install-packages.mjs';
import { locateTools } from '../../setup/locate-tools.mjs';

const root = resolve(import.meta.dirname, '../..');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-set-up-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: { readonly [path: string]: string }, mode = 0o644): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    chmodSync(join(folder, path), mode);
  }
}

/** Where the shell finds a program. */
function which(name: string): string {
  return spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
}

describe('a missing tool', () => {
  const cases: readonly { there: readonly string[]; named: readonly string[]; told: readonly string[] }[] = [
    { there: ['npm', 'python3'], named: ['g++'], told: ['apt-get install g++', 'compiles the binding'] },
    {
      there: [],
      named: ['npm', 'Python 3', 'pip', 'g++'],
      told: ['4 tools are missing', 'apt-get install python3-pip'],
    },
  ];
  for (const { there, named, told } of cases) {
    it(`is named with its purpose and its remedy, all at once: ${named.join(', ')}`, () => {
      const bin = join(folder, 'bin');
      mkdirSync(bin);
      // Programs that look beside themselves for their files must be called by their own path.
      for (const name of there) {
        write(
          { [`bin/${name}`]: `#!/bin/sh\nPATH='${process.env['PATH']}' exec ${which(name)} "$@"\n` },
          0o755,
        );
      }
      cpSync(join(root, 'setup'), join(folder, 'clone/setup'), { recursive: true });
      write({ 'clone/package.json': '{}' });
      const env = { PATH: bin, HOME: folder };
      const { status, stderr } = spawnSync(process.execPath, ['clone/setup/main.mjs'], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      expect([...stderr.matchAll(/^ {4}(.*?): not found/gm)].map(([, name]) => name)).toEqual(named);
      for (const words of told) expect(stderr).toContain(words);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(existsSync(join(folder, 'clone/node_modules'))).toBe(false);
    });
  }
});

describe('npm packages', () => {
  /** An npm that installs one file and then ends with a code. */
  const npm = (code: number) =>
    `#!/bin/sh\nmkdir -p node_modules/a && echo 1 > node_modules/a/index.js\necho 'npm said ENOTFOUND' >&2\nexit ${code}\n`;

  async function withNpm(script: string): Promise<void> {
    write({ 'bin/npm': script }, 0o755);
    const path = process.env['PATH'];
    process.env['PATH'] = `${join(folder, 'bin')}:${path}`;
    try {
      await installPackages(folder, join(folder, 'cache'));
    } finally {
      process.env['PATH'] = path;
    }
  }

  beforeEach(() => write({ 'package-lock.json': '{"lockfileVersion": 3}' }));

  it('count as installed after npm has ended well, until the lock file changes', async () => {
    expect(packagesAreInstalled(folder)).toBe(false);
    await withNpm(npm(0));
    expect(packagesAreInstalled(folder)).toBe(true);
    write({ 'package-lock.json': '{"lockfileVersion": 3, "packages": {}}' });
    expect(packagesAreInstalled(folder)).toBe(false);
  });

  it('do not count as installed when npm was interrupted, and the message repeats what npm said', async () => {
    await expect(withNpm(npm(1))).rejects.toThrow(/npm said ENOTFOUND.*node_modules is incomplete/s);
    expect(existsSync(join(folder, 'node_modules/a'))).toBe(true);
    expect(packagesAreInstalled(folder)).toBe(false);
  });
});

describe('the build', () => {
  const config = {
    compilerOptions: {
      module: 'nodenext',
      target: 'es2023',
      lib: ['es5'],
      outDir: 'dist',
      rootDir: '.',
      types: [],
      incremental: true,
      rewriteRelativeImportExtensions: true,
      strict: true,
    },
    include: ['**/*.ts'],
    exclude: ['dist'],
  };

  beforeEach(() => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(join(root, 'node_modules/typescript'), join(folder, 'node_modules/typescript'));
    write({
      'package.json': '{"type": "module"}',
      'tsconfig.build.json': JSON.stringify(config),
      'plan/a.ts': 'export const a: number = 1;\n',
      'plan/b.ts': "export { a as b } from './a.ts';\n",
      'schemas/some.schema.json': '{}',
    });
  });

  it('compiles, copies data, knows when it is done, and removes what lost its source', async () => {
    await build(folder, readSources(folder));
    expect(isBuilt(folder, readSources(folder))).toBe(true);
    expect(existsSync(join(folder, 'dist/schemas/some.schema.json'))).toBe(true);
    rmSync(join(folder, 'plan/b.ts'));
    expect(isBuilt(folder, readSources(folder))).toBe(false);
    await build(folder, readSources(folder));
    expect(existsSync(join(folder, 'dist/plan/b.js'))).toBe(false);
    expect(existsSync(join(folder, 'dist/plan/a.js'))).toBe(true);
  });

  it('writes a file again that was deleted from dist/', async () => {
    await build(folder, readSources(folder));
    rmSync(join(folder, 'dist/plan/a.js'));
    expect(isBuilt(folder, readSources(folder))).toBe(false);
    await build(folder, readSources(folder));
    expect(readFileSync(join(folder, 'dist/plan/a.js'), 'utf8')).toContain('a = 1');
  });

  it('stops at a type error with its place and text, and does not count as done', async () => {
    write({ 'plan/a.ts': "export const a: number = 'one';\n" });
    const sources = readSources(folder);
    await expect(build(folder, sources)).rejects.toThrow(
      /does not compile:.*plan\/a\.ts\(1,14\).*not assignable/s,
    );
    expect(isBuilt(folder, sources)).toBe(false);
  });
});

describe('the choice of tools', () => {
  const program = process.execPath;

  it('prefers the environment to temporal.config.ts, and that to the pinned one', () => {
    const cache = { LACUNA_CACHE: join(folder, 'cache') };
    const pinned = locateTools(cache, {}, folder).temporal;
    expect([pinned.path, pinned.version]).toEqual([undefined, '1.9.1']);
    expect(locateTools(cache, { temporalBinary: program }, folder).temporal).toMatchObject({
      path: program,
      from: expect.stringContaining('temporal.config.ts'),
    });
    const env = { ...cache, LACUNA_TEMPORAL_BIN: program };
    expect(locateTools(env, { temporalBinary: '/other' }, folder).temporal).toEqual({
      path: program,
      from: 'LACUNA_TEMPORAL_BIN',
    });
  });

  it('refuses a Temporal server that is not there and says who named it', () => {
    expect(() => locateTools({ LACUNA_TEMPORAL_BIN: '/nowhere/temporal' })).toThrow(
      /LACUNA_TEMPORAL_BIN names \/nowhere\/temporal/,
    );
  });

  const layouts = [
    {
      title: 'a Python package',
      libraries: ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'],
      at: '.',
    },
    { title: 'the C archive', libraries: ['libtensorflow.so.2', 'libtensorflow_framework.so.2'], at: 'lib' },
  ];
  for (const { title, libraries, at } of layouts) {
    it(`takes a TensorFlow in the layout of ${title}`, () => {
      for (const library of libraries) write({ [join('tf', at, library)]: '' });
      write({
        'tf/include/tensorflow/c/c_api.h': '',
        'tf/include/tensorflow/core/public/version.h':
          '#define TF_MAJOR_VERSION 2\n#define TF_MINOR_VERSION 15\n#define TF_PATCH_VERSION 0\n',
      });
      const { tensorflow } = locateTools({ LACUNA_TENSORFLOW_DIR: join(folder, 'tf') }, {}, folder);
      expect(tensorflow).toMatchObject({
        path: join(folder, 'tf', at),
        libraries,
        version: '2.15.0',
        from: 'LACUNA_TENSORFLOW_DIR',
      });
    });
  }

  it('refuses a folder without TensorFlow and says what it should hold', () => {
    expect(() => locateTools({ LACUNA_TENSORFLOW_DIR: folder })).toThrow(
      /holds no TensorFlow.*libtensorflow_cc\.so\.2/s,
    );
  });
});
