import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { listGpus, shareQueues } from '../../engine/gpus.ts';
import { temporaryFolder, writeFiles } from '../store/sample.ts';

afterEach(() => vi.unstubAllEnvs());

test('one process per GPU runs one task at a time, and one more serves the other queues', () => {
  expect(shareQueues({ gpu: 2, 'gpu-a100': 3, cpu: 4 }, ['0', '1'])).toEqual([
    { queues: { gpu: 1, 'gpu-a100': 1 }, gpu: '0' },
    { queues: { gpu: 1, 'gpu-a100': 1 }, gpu: '1' },
    { queues: { cpu: 4 } },
  ]);
  expect(shareQueues({ gpu: 2 }, ['1'])).toEqual([{ queues: { gpu: 1 }, gpu: '1' }]);
});

test('without GPUs, or without a queue for them, one process serves everything', () => {
  expect(shareQueues({ gpu: 2, cpu: 4 }, [])).toEqual([{ queues: { gpu: 2, cpu: 4 } }]);
  expect(shareQueues({ cpu: 4, gpus: 1 }, ['0'])).toEqual([{ queues: { cpu: 4, gpus: 1 } }]);
});

test('named GPUs come before those that the environment leaves, and these before all of the machine', async () => {
  expect(await listGpus('0, 2', { CUDA_VISIBLE_DEVICES: '1' })).toEqual(['0', '2']);
  expect(await listGpus(undefined, { CUDA_VISIBLE_DEVICES: 'GPU-8f1c,3' })).toEqual(['GPU-8f1c', '3']);
  // Set and empty hides all of them.
  expect(await listGpus(undefined, { CUDA_VISIBLE_DEVICES: '' })).toEqual([]);
});

test('the GPUs of a machine are those that nvidia-smi lists; its failure is told with what to do', async () => {
  await using folder = await temporaryFolder();
  const program = join(folder.path, 'nvidia-smi');
  const listing =
    'GPU 0: NVIDIA A100 (UUID: GPU-1)\\n  MIG 1g.5gb Device 0: (UUID: MIG-1)\\nGPU 1: NVIDIA A100 (UUID: GPU-2)\\n';
  await writeFiles(folder.path, { 'nvidia-smi': `#!/bin/sh\nprintf '${listing}'\n` });
  await chmod(program, 0o755);
  vi.stubEnv('PATH', `${folder.path}:${process.env['PATH']}`);
  expect(await listGpus(undefined, {})).toEqual(['0', '1']);

  await writeFiles(folder.path, { 'nvidia-smi': '#!/bin/sh\necho driver mismatch >&2\nexit 9\n' });
  await expect(listGpus(undefined, {})).rejects.toMatchObject({
    code: 'LAC6024',
    message: expect.stringContaining('driver mismatch'),
  });
  vi.stubEnv('PATH', '/nowhere');
  expect(await listGpus(undefined, {})).toEqual([]);
});
