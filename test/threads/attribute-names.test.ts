import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { attributeNames } from '../../threads/attribute-names.ts';

const root = join(import.meta.dirname, '../..');
const tfjs = 'node_modules/@tensorflow/tfjs-node-gpu/dist';
const race = join(import.meta.dirname, 'attribute-race-child.ts');
const attempts = 6;

/** In the sources below a folder, what `pattern` captures. */
function found(folder: string, source: RegExp, pattern: RegExp): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => source.test(file))
    .flatMap((file) => [...readFileSync(join(root, folder, file), 'utf8').matchAll(pattern)])
    .flatMap(([, ...names]) => names.filter((name) => name !== undefined));
}

describe('the names of attributes', () => {
  it('are all that TensorFlow.js and the code here give an operation', () => {
    const theirs = found(tfjs, /(?<!_test)\.js$/, /\bname: '(\w+)'|createTensorsTypeOpAttr\)?\('(\w+)'/g);
    const ours = ['model', 'data/media'].flatMap((folder) =>
      found(folder, /\.ts$/, /\bname: '(\w+)', type|\b(?:typeOf|flag)\('(\w+)'|\b(\w+): \[tf\.TF_ATTR/g),
    );
    expect(theirs.length).toBeGreaterThan(100);
    expect(new Set(ours).size).toBeGreaterThan(15);
    expect([...attributeNames].sort()).toEqual([...new Set([...theirs, ...ours])].sort());
  });

  // Unknown, six of ten races end in a crash or never.
  it('may be used by two threads at a time once they are known', { timeout: 120_000 }, async () => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const run = promisify(execFile)(process.execPath, ['--import', 'tsx', race, 'known'], {
        cwd: root,
        timeout: 15_000,
        killSignal: 'SIGKILL',
      });
      await expect(run).resolves.toBeDefined();
    }
  });
});
