import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli, tempFolder } from '../rig/cli.ts';
import { s3Programs, startS3Server } from '../rig/s3-server.ts';
import { tinyPipeline, writeTinyPipeline } from './tiny-pipeline.ts';

const program = s3Programs[0];
const suffixes = ['md', 'tex', 'csv', 'json', 'html'];
const pipeline = tinyPipeline.replace('[u2a, late-zero]', '[late-zero]').replace('epochs: 2', 'epochs: 1');

const readTables = async (results: string) =>
  (
    await Promise.all(
      suffixes.map((suffix) => readFile(join(results, 'tiny', `robustness.${suffix}`), 'utf8')),
    )
  ).join('\n');

test.skipIf(program?.path === undefined)(
  'a run on a store in a bucket gives the table of a run on a folder, and leaves its secrets nowhere',
  { timeout: 900_000 },
  async () => {
    await using folder = await tempFolder();
    await using server = await startS3Server(program ?? { name: 'versitygw' });
    const cwd = folder.path;
    await writeTinyPipeline(cwd, pipeline);
    const bucket = (machine: string) => ({
      ...server.environment,
      LACUNA_STORE: 's3://experiments/lab',
      LACUNA_S3_ENDPOINT: server.endpoint,
      LACUNA_WORK: join(cwd, machine),
      LACUNA_RESULTS: join(cwd, `results-${machine}`),
    });
    const run = async (env: Record<string, string>) => {
      const { exitCode, stdout, stderr } = await runCli(['run', 'tiny.yaml'], {
        cwd,
        env,
        timeoutMs: 400_000,
      });
      expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, '']);
      return stdout + stderr;
    };
    await run({ LACUNA_STORE: join(cwd, 'store'), LACUNA_RESULTS: join(cwd, 'results-folder') });
    const said = await run(bucket('one'));
    expect(await readTables(join(cwd, 'results-one'))).toBe(await readTables(join(cwd, 'results-folder')));

    // Another machine finds everything done, and needs no Temporal server to say so.
    const nowhere = { TEMPORAL_ADDRESS: '127.0.0.1:1', LACUNA_TEMPORAL_BIN: '/nowhere/temporal' };
    const again = await run({ ...bucket('two'), ...nowhere });
    expect(again).toContain('are in the store, nothing to run');
    expect(await readTables(join(cwd, 'results-two'))).toBe(await readTables(join(cwd, 'results-folder')));
    const { stdout, exitCode } = await runCli(['doctor', '--json'], { cwd, env: bucket('two') });
    expect(stdout).toContain('s3://experiments/lab on http://127.0.0.1');
    expect(exitCode).not.toBeNull();

    // Work folders with logs and Temporal's database, results, and the server's own disk.
    const files = await everyFile(cwd);
    expect(files.filter((file) => file.includes('temporal')).length).toBeGreaterThan(0);
    const secrets = Object.values(server.environment).map((secret) => Buffer.from(secret));
    for (const file of [...files, ...(await everyFile(server.disk))]) {
      const bytes = await readFile(file);
      expect(secrets.some((secret) => bytes.includes(secret)) ? file : '').toBe('');
    }
    for (const secret of secrets) expect(said + again + stdout).not.toContain(secret.toString());
  },
);

async function everyFile(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
