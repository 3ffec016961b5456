import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { libraryVersion, statelessUniform, tf } from '../../model/backend.ts';
import { largestDifference } from './reference.ts';

const root = new URL('../../', import.meta.url);

it('says what to run when TensorFlow is not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'without-tensorflow-'));
  for (const room of ['diagnostics', 'random', 'model', 'package.json']) {
    await cp(new URL(room, root), join(folder, room), { recursive: true });
  }
  const program = `import('${folder}/model/backend.ts').catch((error) => console.log(error.code, error.message))`;
  const tsx = new URL('node_modules/tsx/dist/loader.mjs', root).href;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', tsx, '--eval', program], {
    cwd: folder,
  });
  expect(stdout).toMatch(/^LAC4101 TensorFlow cannot be loaded.*Cannot find module.*npm run setup/);
  await rm(folder, { recursive: true });
});

it('names the library', () => {
  expect(libraryVersion()).toMatchObject({
    tensorflow: expect.stringMatching(/^2\.\d+\.\d+/),
    tfjs: '4.22.0',
  });
});

it('draws uniform numbers that depend on shape and seed', () => {
  const draw = statelessUniform([100, 100], [1, -2]);
  const { mean, variance } = tf.moments(draw);
  expect(mean.dataSync()[0]).toBeCloseTo(1 / 2, 1);
  expect(variance.dataSync()[0]).toBeCloseTo(1 / 12, 2);
  expect(largestDifference(statelessUniform([100, 100], [1, -2]), draw)).toBe(0);
  expect(largestDifference(statelessUniform([100, 100], [1, 2]), draw)).toBeGreaterThan(0.5);
});
