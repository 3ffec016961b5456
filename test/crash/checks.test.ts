import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { repetitionIn, wordsOf } from './checks.ts';
import { checkpointSteps } from './small-pipeline.ts';
import { artifactsOf, flawsOf, forgetTasks, leftIn } from './store-files.ts';
import { tearFile } from './tear.ts';
import { clockModule } from './world.ts';

/*
 * A matrix that is green says something only if its checks can be red.
 */
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-checks-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function writeBlob(text: string): { readonly path: string; readonly digest: string } {
  const hex = createHash('sha256').update(text).digest('hex');
  return { path: write(`blobs/${hex.slice(0, 2)}/${hex}`, text), digest: `sha256-${hex}` };
}

/** An entry of a task with one file. */
function writeEntry(task: string): { readonly file: string; readonly list: string } {
  const [file, list] = [writeBlob(`weights of ${task}`), writeBlob(`list of ${task}`)];
  const artifact = { files: [{ digest: file.digest, bytes: 9 }] };
  const entry = { key: `key of ${task}`, digest: list.digest, artifact, provenance: { task } };
  write(`entries/${task}.json`, JSON.stringify(entry));
  return { file: file.path, list: list.path };
}

describe('a store', () => {
  test('that is whole has no flaws', () => {
    writeEntry('train');
    expect(flawsOf(folder)).toEqual([]);
    expect(artifactsOf(folder).size).toBe(1);
  });

  test('with a torn blob has one', () => {
    tearFile(writeEntry('train').file);
    expect(flawsOf(folder)).toEqual([expect.stringContaining('has other bytes')]);
  });

  test.each(['file', 'list'] as const)(
    'that lacks a %s of an artifact has a flaw that names the task',
    (which) => {
      rmSync(writeEntry('train')[which]);
      expect(flawsOf(folder)).toEqual([expect.stringContaining('train lacks sha256-')]);
    },
  );

  test('with half a record cannot be read', () => {
    write('runs/1.json', '{"id":');
    expect(() => flawsOf(folder)).toThrow('runs/1.json is no record');
  });

  test('that forgets a task keeps the others whole, and no bytes of the forgotten one', () => {
    writeEntry('pretrain');
    writeEntry('train[seed=0]');
    write('runs/1.json', '{}');
    forgetTasks(folder, ['train']);
    expect([...artifactsOf(folder).keys()]).toEqual(['key of pretrain']);
    expect(flawsOf(folder)).toEqual([]);
    expect(leftIn(join(folder, 'blobs'))).toHaveLength(2);
    expect(leftIn(join(folder, 'runs'))).toEqual([]);
  });
});

describe('the words of a command', () => {
  const ended = (exit: number | null, stderr: string) => wordsOf({ exit, stdout: '', stderr }, 'it');

  test.each([
    { name: 'a stack trace', stderr: 'TypeError: x\n    at run (/code/run.js:3:7)\n' },
    { name: 'a bug', stderr: 'error[LAC9001] this is a bug in Lacuna: x\n' },
  ])('$name is found, whatever the exit code', ({ stderr }) => {
    expect(ended(0, stderr)).toHaveLength(1);
  });

  test('a failure must end with what to do next', () => {
    expect(ended(4, 'it did not work\n')).toEqual(['it ended with no advice: it did not work']);
    expect(ended(4, 'error[LAC5001] no space\nMore: lacuna explain LAC5001\n')).toEqual([]);
    expect(ended(130, 'Interrupted. Go on with: lacuna run tiny.yaml\n')).toEqual([]);
  });
});

describe('steps that are computed again', () => {
  const steps = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

  test('up to an interval for each lost attempt are as promised', () => {
    expect(repetitionIn([steps(0, 12), steps(12 - checkpointSteps, 36)])).toEqual([]);
  });

  test('one more is not', () => {
    expect(repetitionIn([steps(0, 12), steps(11 - checkpointSteps, 36)])).toHaveLength(1);
  });
});

test('the clock that jumps shifts every way to ask for the time of day, in the program that is meant only', () => {
  const clock = write('clock', '3600000');
  const program = write(
    'program.cjs',
    'console.log(Date.now(), +new Date(), new Date(5).getTime(), Date.parse(Date()));',
  );
  const ask = (name: string) => {
    const env = {
      ...process.env,
      NODE_OPTIONS: `--import=${clockModule}`,
      CRASH_CLOCK: clock,
      CRASH_CLOCK_OF: name,
    };
    return execFileSync(process.execPath, [program], { env, encoding: 'utf8' }).trim().split(' ').map(Number);
  };
  const hours = ([now = 0, made = 0, , parsed = 0]: readonly number[]) =>
    [now, made, parsed].map((time) => Math.round(Math.abs(time - Date.now()) / 3_600_000));
  expect(hours(ask('program.cjs'))).toEqual([1, 1, 1]);
  expect(ask('program.cjs')[2]).toBe(5);
  expect(hours(ask('another.cjs'))).toEqual([0, 0, 0]);
});
