import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { command } from '../../activities/command.ts';
import type { ExecuteReply } from '../../activities/contract.ts';
import { runTask } from '../../activities/run-task.ts';
import { readCode } from '../../data/sources/code.ts';
import type { Digest, JsonObject } from '../../plan/digest.ts';
import type { Progress, RunJob } from '../../plan/job.ts';
import type { Task, TaskInput } from '../../plan/plan.ts';
import { openLocalStore } from '../../store/local-store.ts';
import { ownerOf } from '../../store/owner.ts';
import { temporaryFolder, writeFiles } from '../store/sample.ts';
import { msUntilGone } from '../workflows/processes.ts';

/* Every program here is a script of Node: it is what is there wherever these tests run. */

interface Wish {
  /** The text of the program `main.cjs`; `env`, `fs` and `save(name, text)` are there. */
  readonly script?: string;
  readonly run?: readonly string[];
  readonly params?: JsonObject;
  readonly environment?: readonly string[];
  readonly scores?: JsonObject;
  readonly inputs?: readonly TaskInput[];
  readonly artifacts?: ReadonlyMap<string, Digest>;
  readonly attempt?: number;
  readonly stop?: AbortController;
  readonly onProgress?: (progress: Progress) => void;
}

const preamble = `const fs = require('node:fs'); const { env } = process;
const save = (name, text) => {
  fs.writeFileSync(env.LACUNA_CHECKPOINTS + '/' + name + '.tmp', text);
  fs.renameSync(env.LACUNA_CHECKPOINTS + '/' + name + '.tmp', env.LACUNA_CHECKPOINTS + '/' + name);
};
const out = (name, text) => fs.writeFileSync(env.LACUNA_OUTPUT + '/' + name, text);
const tell = (line) => fs.appendFileSync(env.LACUNA_PROGRESS, JSON.stringify(line) + '\\n');
const report = (scores) => fs.writeFileSync(env.LACUNA_SCORES, JSON.stringify(scores));
`;

/** A store in a folder, and a way to run a program as the worker does. */
async function setUp() {
  const folder = await temporaryFolder();
  const store = await openLocalStore(join(folder.path, 'store'));
  const run = async (wish: Wish): Promise<{ reply: ExecuteReply; log: string; progress: Progress[] }> => {
    const { script = '', run: argv = ['node', 'main.cjs'], params = {}, environment = [], scores } = wish;
    const source = join(folder.path, 'pipeline');
    await writeFiles(source, { 'main.cjs': preamble + script });
    const code = await readCode(['main.cjs'], source, 'torch');
    for (const bytes of code.blobs) await store.putBytes(bytes);
    const task: Task = {
      id: 'torch',
      step: 'torch',
      operation: 'command',
      queue: 'cpu',
      axes: {},
      params: { run: argv, params, environment, ...(scores && { scores }) },
      inputs: [...(wish.inputs ?? []), { role: 'code', digest: code.digest, source: 'main.cjs' }],
      after: [],
      checkpoint: { minutes: 5, steps: 100 },
    };
    const log = join(folder.path, `0-torch.${wish.attempt ?? 1}.log`);
    const progress: Progress[] = [];
    const dependencies = {
      store,
      operations: { command: command as unknown as RunJob },
      program: { module: '', execArgv: [] },
      fetchInput: async () => undefined,
      versions: {},
    };
    const context = {
      report: (one: Progress) => {
        progress.push(one);
        wish.onProgress?.(one);
      },
      signal: (wish.stop ?? new AbortController()).signal,
    };
    const attempt = { task, artifacts: wish.artifacts ?? new Map(), run: 'r', log };
    const reply = await runTask(attempt, dependencies, context);
    return { reply, log: await readFile(log, 'utf8'), progress };
  };
  const filesOf = async (digest: Digest): Promise<{ readonly [path: string]: string }> => {
    const copy = join(folder.path, `copy-${Math.random()}`);
    const { files } = await store.materialise(digest, copy);
    const texts = files.map(async ({ path }) => [path, await readFile(join(copy, path), 'utf8')] as const);
    return Object.fromEntries(await Promise.all(texts));
  };
  const left = () => readdir(join(folder.path, 'store', 'tmp'));
  const log = (attempt: number) => readFile(join(folder.path, `0-torch.${attempt}.log`), 'utf8');
  return {
    ...{ folder: folder.path, store, run, filesOf, left, log },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

describe('what a program is given and what it leaves', () => {
  test('its code, its parameters and its inputs; every file that it writes to its output is the result', async () => {
    await using rig = await setUp();
    const made = await rig.run({
      script: `fs.mkdirSync(env.LACUNA_OUTPUT + '/deep'); out('deep/a.txt', 'A');`,
    });
    const { reply } = await rig.run({
      script: `out('seen.json', JSON.stringify({
        code: fs.readdirSync('.'), inputs: fs.readdirSync(env.LACUNA_INPUTS, { recursive: true }).sort(),
        a: fs.readFileSync(env.LACUNA_INPUTS + '/first/deep/a.txt', 'utf8'),
        params: JSON.parse(fs.readFileSync(env.LACUNA_PARAMS, 'utf8')),
        checkpoints: fs.readdirSync(env.LACUNA_CHECKPOINTS), every: [env.LACUNA_CHECKPOINT_MINUTES, env.LACUNA_CHECKPOINT_STEPS],
        scores: env.LACUNA_SCORES ?? null }));`,
      params: { lr: 0.001, name: 'x', flag: true },
      inputs: [{ role: 'input.first', task: 'one' }],
      artifacts: new Map([['one', made.reply.artifact]]),
    });
    const { 'seen.json': seen = '', ...others } = await rig.filesOf(reply.artifact);
    expect(others).toEqual({});
    expect(JSON.parse(seen)).toEqual({
      code: ['main.cjs'],
      inputs: ['first', 'first/deep', 'first/deep/a.txt'],
      a: 'A',
      params: { lr: 0.001, name: 'x', flag: true },
      checkpoints: [],
      every: ['5', '100'],
      scores: null,
    });
    expect(await rig.left()).toEqual([]);
  });

  test('what it prints is in the log, and the last line of progress is shown', async () => {
    await using rig = await setUp();
    const { log, progress } = await rig.run({
      script: `console.log('to stdout'); console.error('to stderr'); fs.appendFileSync(env.LACUNA_PROGRESS, 'no json\\n');
        setTimeout(() => tell({ done: 3, total: 10, unit: 'epochs', metrics: { loss: 0.5, name: 'no number' } }), 1500);
        setTimeout(() => {}, 2800);`,
    });
    expect(log).toContain('to stdout\nto stderr\n');
    expect(log).toContain('lacuna: a line of LACUNA_PROGRESS is no');
    expect(progress).toEqual([{ phase: 'run', done: 3, total: 10, unit: 'epochs', metrics: { loss: 0.5 } }]);
  });

  test('a link in its output is refused and nothing is published', async () => {
    await using rig = await setUp();
    const script = `fs.symlinkSync('/etc/passwd', env.LACUNA_OUTPUT + '/link');`;
    await expect(rig.run({ script })).rejects.toMatchObject({ code: 'LAC5005', retryable: false });
    expect(await rig.left()).toEqual([]);
  });
});

test('arguments and parameters arrive as they are, whatever they look like', async () => {
  await using rig = await setUp();
  const canary = join(rig.folder, 'canary');
  await mkdir(canary);
  const nasty = [
    `; rm -rf ${canary}`,
    `$(rm -rf ${canary})`,
    `\`rm -rf ${canary}\``,
    `" && rm -rf ${canary} #`,
    `' | rm -rf ${canary}`,
    'two\nlines\r\n\ttab',
    '$HOME ${PATH} %PATH% *',
    '--',
    '-n',
    '',
    'ü 😀 \u2028',
  ];
  const script = `out('argv.json', JSON.stringify(process.argv.slice(2)));
    out('params.json', fs.readFileSync(env.LACUNA_PARAMS, 'utf8'));`;
  const text = fc.string({ unit: 'binary', maxLength: 30 }).map((one) => one.replaceAll('\0', ''));
  const drawn = fc.sample(fc.array(text, { maxLength: 40 }), { numRuns: 5, seed: 1 });
  for (const values of [nasty, ...drawn]) {
    const params = Object.fromEntries(values.map((value, index) => [`p${index}`, value]));
    const { reply } = await rig.run({ script, run: ['node', 'main.cjs', ...values], params });
    const files = await rig.filesOf(reply.artifact);
    expect(JSON.parse(files['argv.json'] ?? '')).toEqual(values);
    expect(JSON.parse(files['params.json'] ?? '')).toEqual(params);
  }
  expect(await readdir(rig.folder)).toContain('canary');
});

test('secrets of ours and everything else stay out of its environment unless they are named', async () => {
  await using rig = await setUp();
  const secrets = [
    'AWS_SECRET_ACCESS_KEY',
    'LACUNA_S3_SECRET_KEY',
    'TEMPORAL_API_KEY',
    'TEMPORAL_TLS_KEY',
    'OTHER',
  ];
  for (const name of secrets) process.env[name] = `secret of ${name}`;
  try {
    const script = `out('env.json', JSON.stringify(env));`;
    const seen = async (environment: readonly string[]) => {
      const { reply } = await rig.run({ script, environment });
      return JSON.parse((await rig.filesOf(reply.artifact))['env.json'] ?? '') as Record<string, string>;
    };
    const none = await seen([]);
    expect(JSON.stringify(none)).not.toContain('secret of');
    expect(none['PATH']).toBe(process.env['PATH']);
    const named = await seen(['TEMPORAL_API_KEY', 'NOT_SET']);
    expect(named['TEMPORAL_API_KEY']).toBe('secret of TEMPORAL_API_KEY');
    expect(Object.keys(named).filter((name) => secrets.includes(name) || name === 'NOT_SET')).toEqual([
      'TEMPORAL_API_KEY',
    ]);
  } finally {
    for (const name of secrets) delete process.env[name];
  }
});

describe('a program that does not end well', () => {
  test.each([
    [
      'fails',
      `console.error('no such GPU'); process.exit(3);`,
      'LAC4401',
      false,
      /exit code 3\. Its last words: no such GPU\. Its log is .*0-torch\.1\.log/,
    ],
    ['throws', `throw new Error('lost');`, 'LAC4401', false, /Error: lost/],
    [
      'asks for another attempt',
      `console.log('licence server busy'); process.exit(75);`,
      'LAC4402',
      true,
      /licence server busy/,
    ],
    [
      'is killed',
      `process.kill(process.pid, 'SIGKILL')`,
      'LAC4403',
      true,
      /killed by SIGKILL, perhaps for lack of memory/,
    ],
    [
      'crashes in native code',
      `process.kill(process.pid, 'SIGSEGV')`,
      'LAC4403',
      true,
      /killed by SIGSEGV\./,
    ],
  ])('and %s is a failure that says so', async (_, script, code, retryable, message) => {
    await using rig = await setUp();
    await expect(rig.run({ script })).rejects.toMatchObject({
      code,
      retryable,
      message: expect.stringMatching(message),
    });
    expect(await rig.left()).toEqual([]);
  });

  test.each([
    ['is not installed', ['no-such-program'], /no-such-program .*ENOENT/],
    ['is no file of its code', ['./missing.sh'], /ENOENT/],
    ['is not executable', ['./main.cjs'], /EACCES/],
  ])('because it %s is not tried again', async (_, run, message) => {
    await using rig = await setUp();
    await expect(rig.run({ run })).rejects.toMatchObject({
      code: 'LAC4404',
      retryable: false,
      message: expect.stringMatching(message),
    });
  });

  test('is quoted by the end of a long log, without what steers a terminal', async () => {
    await using rig = await setUp();
    const script = `for (let i = 0; i < 50000; i += 1) fs.writeSync(1, '\\r\\x1b[31m' + i + ' %\\x1b[0m'); fs.writeSync(1, '\\nthe reason\\n'); process.exit(1);`;
    const error = await rig.run({ script }).catch((reason: Error) => reason);
    const { message } = error as Error;
    expect(message).toContain('49999 %\nthe reason');
    expect(message.length).toBeLessThan(1000);
    expect(message).not.toContain('\x1b');
  });

  test('leaves no process behind: what it started ends with it', async () => {
    await using rig = await setUp();
    const script = `const { pid } = require('node:child_process').spawn('sleep', ['1000'], { stdio: 'ignore' });
      console.log('child ' + pid); setTimeout(() => process.exit(1), 200);`;
    await expect(rig.run({ script })).rejects.toMatchObject({ code: 'LAC4401' });
    const pid = Number(/child (\d+)/.exec(await rig.log(1))?.[1]);
    expect(pid).toBeGreaterThan(0);
    const owner = ownerOf(pid);
    if (owner) expect(await msUntilGone([owner])).toBeLessThan(2_000);
  });
});

test('a program does not outlive the process that started it, even if that is killed', async () => {
  await using rig = await setUp();
  await writeFiles(rig.folder, {
    'host.ts': `import { spawn } from 'node:child_process';
      import { guardGroup } from ${JSON.stringify(new URL('../../activities/process-group.ts', import.meta.url).pathname)};
      const child = spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' });
      guardGroup(child.pid ?? 0);
      console.log(child.pid);`,
  });
  const host = spawn(process.execPath, ['--import', 'tsx', join(rig.folder, 'host.ts')], {
    cwd: new URL('../..', import.meta.url).pathname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = await new Promise<number>((resolve) =>
    host.stdout.once('data', (text) => resolve(Number(text))),
  );
  const owner = ownerOf(pid) ?? expect.unreachable('the program did not start');
  host.kill('SIGKILL');
  expect(await msUntilGone([owner])).toBeLessThan(5_000);
});

/** Counts to 5, a step each 300 ms, saves after each, and says where it began. */
const counter = `const at = env.LACUNA_CHECKPOINTS + '/state.json';
  let n = fs.existsSync(at) ? JSON.parse(fs.readFileSync(at, 'utf8')).n : 0;
  console.log('from ' + n);
  const end = () => { out('total.txt', String(n)); process.exit(0); };
  setInterval(() => {
    n += 1; save('state.json', JSON.stringify({ n })); tell({ done: n, total: 5 });
    DANGER
    if (n === 5) end();
  }, 300);`;

describe('checkpoints', () => {
  test('a program that is killed goes on from its last complete state and ends with the same result', async () => {
    await using rig = await setUp();
    const kill = counter.replace(
      'DANGER',
      `if (n === 4 && !fs.existsSync(env.HOME + '/killed')) setTimeout(() => {
        fs.writeFileSync(env.LACUNA_CHECKPOINTS + '/half.tmp', 'half');
        fs.writeFileSync(env.HOME + '/killed', '');
        process.kill(process.pid, 'SIGKILL');
      }, 100);`,
    );
    const home = process.env['HOME'];
    process.env['HOME'] = rig.folder;
    try {
      await expect(rig.run({ script: kill, attempt: 1 })).rejects.toMatchObject({ code: 'LAC4403' });
      const { reply } = await rig.run({ script: kill, attempt: 2 });
      expect(await rig.log(1)).toBe('from 0\n');
      expect(await rig.log(2)).toBe('from 4\n');
      expect(await rig.filesOf(reply.artifact)).toEqual({ 'total.txt': '5' });
      // The result is there, so that nothing is left to go on from.
      expect(await readdir(join(rig.folder, 'store', 'checkpoints'), { recursive: true })).not.toContainEqual(
        expect.stringContaining('files.json'),
      );
    } finally {
      process.env['HOME'] = home;
    }
  });

  test('on SIGTERM it may save once more, and that is where the next attempt begins', async () => {
    await using rig = await setUp();
    const stop = new AbortController();
    const script = `const at = env.LACUNA_CHECKPOINTS + '/state';
      if (fs.existsSync(at)) { out('state', fs.readFileSync(at)); process.exit(0); }
      process.on('SIGTERM', () => { save('state', 'saved when told to stop'); process.exit(143); });
      tell({ done: 1, total: 2 }); setInterval(() => {}, 1000);`;
    const onProgress = () => stop.abort(new Error('cancelled'));
    await expect(rig.run({ script, stop, onProgress })).rejects.toThrow('cancelled');
    const { reply } = await rig.run({ script });
    expect(await rig.filesOf(reply.artifact)).toEqual({ state: 'saved when told to stop' });
  });

  test('a folder counts as one entry, and steps go on counting over attempts', async () => {
    await using rig = await setUp();
    const script = `const folder = env.LACUNA_CHECKPOINTS + '/epoch';
      const seen = fs.existsSync(folder) ? fs.readFileSync(folder + '/n', 'utf8') : '0';
      console.log('seen ' + seen);
      fs.mkdirSync(folder + '.tmp'); fs.writeFileSync(folder + '.tmp/n', String(Number(seen) + 1));
      fs.rmSync(folder, { recursive: true, force: true }); fs.renameSync(folder + '.tmp', folder);
      if (seen === '3') { out('n', seen); process.exit(0); }
      process.exit(75);`;
    for (const attempt of [1, 2, 3]) {
      await expect(rig.run({ script, attempt })).rejects.toMatchObject({ code: 'LAC4402' });
      expect(await rig.log(attempt)).toBe(`seen ${attempt - 1}\n`);
    }
    const { reply } = await rig.run({ script, attempt: 4 });
    expect(await rig.filesOf(reply.artifact)).toEqual({ n: '3' });
  });

  test('a link among them is refused', async () => {
    await using rig = await setUp();
    const script = `fs.symlinkSync('/etc/passwd', env.LACUNA_CHECKPOINTS + '/latest'); setInterval(() => {}, 1000);`;
    await expect(rig.run({ script })).rejects.toMatchObject({ code: 'LAC4406', retryable: false });
  });
});

describe('scores', () => {
  const scores = { cells: ['complete', 'only-image'], metrics: ['accuracy'], split: 'test' };
  const complete = { cell: 'complete', metric: 'accuracy', value: 80, n: 5 };
  const image = { cell: 'only-image', metric: 'accuracy', value: 62.5, n: 5 };

  test('become the file that tables read', async () => {
    await using rig = await setUp();
    const { reply } = await rig.run({ scores, script: `report(${JSON.stringify([image, complete])});` });
    const { 'scores.json': text = '', ...others } = await rig.filesOf(reply.artifact);
    expect(others).toEqual({});
    expect(JSON.parse(text)).toMatchObject({
      version: 2,
      dataset: 'unknown',
      split: 'test',
      scores: [image, complete],
    });
  });

  test.each([
    ['are not there', '', 'LAC4407', /left no file LACUNA_SCORES/],
    ['are no JSON', `fs.writeFileSync(env.LACUNA_SCORES, '[{"value": NaN}]');`, 'LAC4408', /no JSON/],
    ['are no list', 'report({});', 'LAC4408', /no list/],
    [
      'lack the number of samples',
      `report([{ cell: 'complete', metric: 'accuracy', value: 1 }]);`,
      'LAC4408',
      /item 1 is not/,
    ],
    [
      'are no percentages',
      `report([{ cell: 'complete', metric: 'accuracy', value: 101, n: 1 }]);`,
      'LAC4408',
      /accuracy of cell "complete" is 101/,
    ],
    [
      'lack a cell',
      `report(${JSON.stringify([complete])});`,
      'LAC4409',
      /missing: accuracy of cell "only-image"/,
    ],
    [
      'have a strange metric',
      `report(${JSON.stringify([complete, image, { ...image, metric: 'ece' }])});`,
      'LAC4409',
      /not declared: ece of cell "only-image"/,
    ],
    [
      'have one twice',
      `report(${JSON.stringify([complete, image, image])});`,
      'LAC4409',
      /twice: accuracy of cell "only-image"/,
    ],
    [
      'count differently',
      `report(${JSON.stringify([complete, image, { ...image, n: 6 }])});`,
      'LAC4408',
      /5 samples for one metric and 6/,
    ],
    [
      'meet a file of that name',
      `report(${JSON.stringify([complete, image])}); out('scores.json', '');`,
      'LAC4410',
      /scores\.json/,
    ],
  ])('that %s are an error that says which', async (_, script, code, message) => {
    await using rig = await setUp();
    await expect(rig.run({ scores, script })).rejects.toMatchObject({
      code,
      retryable: false,
      message: expect.stringMatching(message),
    });
    expect(await rig.left()).toEqual([]);
  });
});

describe('code', () => {
  test('is known by its paths, its bytes and what is executable, and by nothing else', async () => {
    await using folder = await temporaryFolder();
    const write = (name: string, files: { readonly [path: string]: string }) =>
      writeFiles(join(folder.path, name), files);
    await write('one', {
      'train.py': 'a',
      'lib/x.py': 'x',
      'lib/__pycache__/x.pyc': '1',
      'lib/.git/HEAD': '1',
    });
    await write('two', { 'train.py': 'a', 'lib/x.py': 'x', 'lib/.hidden': '2', 'other.py': 'unlisted' });
    await write('three', { 'train.py': 'a', 'lib/x.py': 'y' });
    const digestOf = async (name: string, paths: readonly string[]) =>
      (await readCode(paths, join(folder.path, name), 'torch')).digest;
    const one = await digestOf('one', ['train.py', 'lib/']);
    expect(await digestOf('two', ['./lib', 'train.py', 'lib/x.py'])).toBe(one);
    expect(await digestOf('three', ['train.py', 'lib'])).not.toBe(one);
    expect(await digestOf('one', ['train.py'])).not.toBe(one);
  });

  test.each([
    ['is not there', 'missing.py', 'LAC4411'],
    ['leads out by a link', 'link-out', 'LAC4412'],
    ['leads out by a link in a folder', 'lib', 'LAC4412'],
    ['leads out through a folder', 'folder-out/x', 'LAC4412'],
    ['leads out by its path', '../outside', 'LAC4412'],
    ['holds a link to a folder', 'loop', 'LAC4415'],
  ])('that %s is refused', async (_, path, code) => {
    await using folder = await temporaryFolder();
    const root = join(folder.path, 'pipeline');
    await writeFiles(folder.path, {
      outside: 'secret',
      'elsewhere/x': 'secret',
      'pipeline/lib/a.py': '',
      'pipeline/loop/a': '',
    });
    await symlink('../outside', join(root, 'link-out'));
    await symlink('../../outside', join(root, 'lib/b.py'));
    await symlink('../elsewhere', join(root, 'folder-out'));
    await symlink('.', join(root, 'loop/self'));
    await expect(readCode([path], root, 'torch')).rejects.toMatchObject({ code });
    await rm(join(root, 'lib/b.py'));
    await symlink('a.py', join(root, 'lib/b.py'));
    expect((await readCode(['lib'], root, 'torch')).blobs).toHaveLength(3);
  });
});
