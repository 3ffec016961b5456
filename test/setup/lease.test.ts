import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLease } from '../../setup/lease.mjs';
import { ownerName, ownerState } from '../../setup/process-owner.mjs';

const moduleFile = resolve(import.meta.dirname, '../../setup/lease.mjs');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-lease-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a lease', () => {
  it('is held by one call at a time, in one process and across processes', async () => {
    // Making a folder that is there fails, so two holders at once cannot both succeed.
    const script = `
      import { mkdirSync, rmdirSync, appendFileSync } from 'node:fs';
      const { withLease } = await import(${JSON.stringify(moduleFile)});
      const turn = () => withLease({ folder: process.argv[1], name: 'one' }, async () => {
        mkdirSync(process.argv[1] + '/inside');
        await new Promise(setImmediate);
        rmdirSync(process.argv[1] + '/inside');
        appendFileSync(process.argv[1] + '/turns', 'x');
      });
      for (let round = 0; round < 10; round += 1) await Promise.all([turn(), turn()]);`;
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, folder]);
    await Promise.all([run(), run(), run()]);
    expect(readFileSync(join(folder, 'turns'), 'utf8')).toHaveLength(60);
    expect(readdirSync(folder).filter((name) => name.includes('one'))).toHaveLength(1);
  });

  it('is given back when the work fails', async () => {
    const fail = () => withLease({ folder, name: 'one' }, () => Promise.reject(new Error('no')));
    await expect(fail()).rejects.toThrow('no');
    await expect(withLease({ folder, name: 'one' }, async () => 'yes')).resolves.toBe('yes');
  });

  const [place, pid, ticks] = ownerName.split('-');
  const dead = [
    { who: 'a process that is gone', name: `${place}-4194304-1` },
    { who: 'another process that had this pid before', name: `${place}-${pid}-${Number(ticks) - 1}` },
    { who: 'a process of another boot or container', name: `ffffffff-${pid}-${ticks}` },
    { who: 'nobody that can be read', name: 'half-writ' },
  ];
  for (const { who, name } of dead) {
    it(`of ${who} blocks nobody`, async () => {
      writeFileSync(join(folder, 'one.7'), name);
      await expect(withLease({ folder, name: 'one' }, async () => 'yes')).resolves.toBe('yes');
      expect(readdirSync(folder)).toEqual(['one.8']);
    });
  }

  it('has the number after the highest, and its owner clears the lower ones away', async () => {
    for (const number of [2, 3, 10]) writeFileSync(join(folder, `one.${number}`), '');
    await withLease({ folder, name: 'one' }, async () => expect(readdirSync(folder)).toEqual(['one.11']));
  });
});

describe('the name of a process', () => {
  it('says that it runs while it does', () => {
    expect(ownerState(ownerName)).toBe('running');
  });
});
