import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startNode, tempFolder, writeFiles } from './cli.ts';
import { awaitNone, processesOf } from './processes.ts';

const script = (code: string) => ['-e', code];
const nobody = 'LACUNA_TEST_RUN=nobody';

describe('the rig', () => {
  it('makes folders and files, and removes them at the end of the block', async () => {
    let path = '';
    {
      await using folder = await tempFolder();
      path = folder.path;
      await writeFiles(path, { 'a.txt': 'one', 'deep/er/b.txt': 'two' });
      expect(await readFile(join(path, 'deep/er/b.txt'), 'utf8')).toBe('two');
    }
    expect(existsSync(path)).toBe(false);
  });

  it('gives exit code, output, input, folder and environment of a program', async () => {
    await using folder = await tempFolder();
    const code = `process.stdin.on('data', (text) => process.stdout.write(text + process.env.GIVEN + process.env.VITEST));
      process.stdin.on('end', () => { console.error(process.cwd()); process.exitCode = 3; });`;
    const options = { cwd: folder.path, env: { GIVEN: ' b ' }, input: 'a' };
    expect(await startNode(script(code), options).finished).toEqual({
      exitCode: 3,
      signal: null,
      stdout: 'a b undefined',
      stderr: `${folder.path}\n`,
    });
  });

  it('gives all of a large output', async () => {
    const result = await startNode(script(`process.stdout.write('x'.repeat(3e6))`), { cwd: '/' }).finished;
    expect(result.stdout.length).toBe(3e6);
  });

  it('says which signal ended a program', async () => {
    const running = startNode(script('setInterval(() => {}, 1000)'), { cwd: '/' });
    running.kill('SIGTERM');
    expect(await running.finished).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
  });

  it('ends a program that takes too long', async () => {
    const running = startNode(script('setInterval(() => {}, 1000)'), { cwd: '/', timeoutMs: 300 });
    await expect(running.finished).rejects.toThrow('ran longer than 300 ms');
  });

  it.concurrent.each([
    ['in its process group', '{}'],
    ['in a group of its own', '{ detached: true }'],
    ['that holds its output open', `{ detached: true, stdio: ['ignore', 'inherit', 'inherit'] }`],
  ])('fails for a child left behind %s, and kills it', async (_, options) => {
    const child = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e3) // stray'], ${options})`;
    const running = startNode(script(`${child}; process.exit(0)`), { cwd: '/' });
    const error: unknown = await running.finished.catch((reason: unknown) => reason);
    const stray = /processes stayed behind: (\d+) .*stray/.exec(String(error))?.[1];
    expect(stray).toBeDefined();
    const left = () => [running.pid, Number(stray)].flatMap((group) => processesOf(group, nobody));
    expect(await awaitNone(left, 2000)).toEqual([]);
  });

  it('fails for a warning of Node', async () => {
    const running = startNode(script(`process.emitWarning('old')`), { cwd: '/' });
    await expect(running.finished).rejects.toThrow(/Node warned: .*Warning: old/);
  });
});
