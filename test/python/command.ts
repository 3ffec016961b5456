import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { tinyPipeline, writeTinyPipeline } from '../cli/tiny-pipeline.ts';
import { descendants } from '../workflows/processes.ts';

/*
 * The PyTorch trainer of pipelines/command as a step beside a training of ours. Two tasks of it have the same seed; one
 * is killed in the middle. It must go on from its checkpoint, end with the weights of the other, and stand in the table.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

const pipeline = tinyPipeline
  .replace('epochs: 2', 'epochs: 1')
  .replace('method: [u2a, late-zero]', 'method: [u2a]')
  .replace(
    'tables:\n',
    `  torch:
    uses: command
    matrix: { part: [killed, whole] }
    with:
      run: [python3, train.py, --seed, 7, "\${{ matrix.part }}"]
      code: [train.py]
      inputs: { samples: prepare }
      params: { epochs: 40, batchSize: 8, lr: 0.003, vocabulary: 100 }
      scores: { cells: [complete, only-image, only-text], metrics: [accuracy] }
tables:
  beside:
    rows:
      - { label: U2A, from: evaluate, where: { method: u2a } }
      - { label: Killed, from: torch, where: { part: killed } }
      - { label: Whole, from: torch, where: { part: whole } }
    columns: [complete, only-image, only-text]
`,
  );

/** Runs it and throws at the first thing that does not hold. `python` is an interpreter that has PyTorch. */
export async function checkCommand(python: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-command-'));
  try {
    await writeTinyPipeline(folder, pipeline);
    await cp(join(root, 'pipelines/command/train.py'), join(folder, 'train.py'));
    const logs = await runAndKill(folder, python);
    await checkLogs(logs);
    checkTable(await readFile(join(folder, 'results/tiny/beside.csv'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runAndKill(folder: string, python: string): Promise<string> {
  const PATH = [dirname(python), process.env['PATH']].join(delimiter);
  const store = join(folder, '.lacuna');
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(root, 'cli/main.ts'), 'run', 'tiny.yaml'],
    {
      cwd: folder,
      env: { ...process.env, PATH, LACUNA_STORE: store },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const killed = killAfter(/^epoch 5:/m, join(store, 'logs'), child.pid ?? 0, exit);
  const [[code]] = await Promise.all([exit, killed]);
  if (code !== 0) throw new Error(`lacuna run ended with ${code}; what it said stands above`);
  return join(store, 'logs');
}

/** Kills the trainer of the part to be killed once its log says that it is in the middle. */
async function killAfter(sign: RegExp, logs: string, host: number, exit: Promise<unknown>): Promise<void> {
  let isOver = false;
  exit.then(
    () => {
      isOver = true;
    },
    () => {},
  );
  while (!isOver) {
    const [first = ''] = await logsOf(logs, 'killed');
    const [trainer] = sign.test(first) ? descendants(host, 'killed') : [];
    if (trainer) {
      // It says so right after it saved; a second later the checkpoint is kept for certain.
      await wait(1_500);
      process.kill(trainer.pid, 'SIGKILL');
      process.stderr.write(`killed ${trainer.pid}\n`);
      return;
    }
    await wait(50);
  }
}

/** The text of each attempt's log, in order. */
async function logsOf(logs: string, part: string): Promise<readonly string[]> {
  const found = await readdir(logs, { recursive: true }).catch(() => []);
  const names = found.filter((name) => name.includes(`part=${part}`) && name.endsWith('.log')).sort();
  return Promise.all(names.map((name) => readFile(join(logs, name), 'utf8')));
}

async function checkLogs(logs: string): Promise<void> {
  const [killed, whole] = [await logsOf(logs, 'killed'), await logsOf(logs, 'whole')];
  process.stderr.write(`${[...killed, ...whole].map((text) => text.split('\n')[0]).join('\n')}\n`);
  const weights = [...killed, ...whole].flatMap((text) => /^ends with weights (\w+)$/m.exec(text)?.[1] ?? []);
  const begins = killed.map((text) => Number(/^begins with epoch (\d+)$/m.exec(text)?.[1]));
  require(killed.length === 2 && begins[0] === 0, `it was killed once: ${killed.length} attempts`);
  require((begins[1] ?? 0) >= 5, `it went on from its checkpoint, epoch ${begins[1]}`);
  require(whole.length === 1, 'the other was not killed');
  require(weights.length === 2 &&
    weights[0] === weights[1], `both have the same weights: ${weights.join(', ')}`);
}

function checkTable(csv: string): void {
  process.stderr.write(csv);
  const [head = [], ...rows] = csv.split('\n').map((line) => line.split(','));
  const valuesOf = (row: string) =>
    rows.filter(([name]) => name === row).map((cells) => Number(cells[head.indexOf('value')] || Number.NaN));
  const [ours, killed, whole] = ['U2A', 'Killed', 'Whole'].map(valuesOf);
  require(ours?.length === 3 && ours.every(Number.isFinite), 'our model stands in the table');
  require(String(killed) === String(whole) &&
    whole?.every(Number.isFinite) === true, 'both stand beside it, with equal numbers');
}

function require(holds: boolean, what: string): void {
  if (!holds) throw new Error(`does not hold: ${what}`);
  process.stderr.write(`holds: ${what}\n`);
}
