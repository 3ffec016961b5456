import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { tempFolder, writeFiles } from '../test/rig/cli.ts';

/*
 * How long `lacuna plan` takes for 10,000 tasks, and `lacuna validate` from a cold start: whole processes,
 * start to exit, with the built command line. Run it after `npm run build`: npx tsx bench/plan-10000.ts
 */
const mainFile = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const methods = ['u2a', 'late-zero'];
const manySeeds = 2500;

/** Two methods and `seeds` seeds: as many train and evaluate tasks each, two tasks before them, a table after. */
function pipelineYaml(seeds: number): string {
  return `version: 1
name: bench/plan
seeds: [${Array.from({ length: seeds }, (_, seed) => seed).join(', ')}]
data:
  emoji: {adapter: emoji}
encoders:
  image: {architecture: clip-vit, from: pretrain-image}
  text: {architecture: bert, from: ./bert}
steps:
  prepare:
    uses: preprocess
    with:
      data: emoji
      image: {size: 64}
      text: {vocabulary: ./bert}
  pretrain-image:
    uses: pretrain
    with: {dataset: prepare, encoder: {width: 192, layers: 4, heads: 3, mlp: 384, patch: 8}, epochs: 1}
  train:
    uses: train
    matrix:
      method: [${methods.join(', ')}]
      seed: \${{ seeds }}
    with: {dataset: prepare, method: "\${{ matrix.method }}", seed: "\${{ matrix.seed }}"}
  evaluate:
    uses: evaluate
    with: {model: train}
tables:
  robustness: {from: evaluate, rows: method, columns: [complete, only-image, only-text]}
`;
}

/** Planning looks at the digests of these files, not into them. */
const encoderFiles = {
  'bert/config.json': '{}\n',
  'bert/model.safetensors': '\u0002\0\0\0\0\0\0\0{}',
  'bert/vocab.txt': '[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n',
};

interface Timing {
  readonly seconds: readonly number[];
  readonly stdout: string;
}

function timeRuns(args: readonly string[], cwd: string, runs: number): Timing {
  const measured = Array.from({ length: runs }, () => {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [mainFile, ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(`lacuna ${args.join(' ')} exited with ${status}:\n${stderr}`);
    return { seconds, stdout };
  });
  return { seconds: measured.map(({ seconds }) => seconds), stdout: measured.at(-1)?.stdout ?? '' };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[sorted.length % 2 === 0 ? middle - 1 : middle],
    sorted[middle],
  ];
  return (low + high) / 2;
}

function describeTiming(what: string, { seconds }: Timing): string {
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)].map((value) => value.toFixed(3));
  return `${what.padEnd(44)} median ${median(seconds).toFixed(3)} s of ${seconds.length} runs (${least} to ${most})`;
}

await using folder = await tempFolder();
const files = { 'small.yaml': pipelineYaml(3), 'large.yaml': pipelineYaml(manySeeds) };
await writeFiles(folder.path, { ...files, ...encoderFiles });

const validateSmall = timeRuns(['validate', 'small.yaml'], folder.path, 10);
const validateLarge = timeRuns(['validate', 'large.yaml'], folder.path, 3);
const plan = timeRuns(['plan', 'large.yaml'], folder.path, 3);
const tasks = 2 * methods.length * manySeeds + 3;

console.log(
  `machine: ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}`,
);
console.log(`node: ${process.version}`);
console.log(describeTiming('lacuna validate, 3 seeds, cold', validateSmall));
console.log(describeTiming(`lacuna validate, ${manySeeds} seeds`, validateLarge));
console.log(describeTiming(`lacuna plan, ${tasks.toLocaleString('en')} tasks`, plan));
console.log(`\nWhat plan printed:\n${plan.stdout.split('\n').slice(0, 12).join('\n')}`);
