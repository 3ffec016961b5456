import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bucket, openBucket } from './bucket.ts';
import type { Cell } from './cells.ts';
import { type Disk, mountDisk } from './disks.ts';
import type { Victim } from './matrix.ts';
import { makeNetwork, type Network } from './network.ts';
import { descendantsOf, isStopped, processesWith, signal } from './processes.ts';
import { type Program, startProgram, until } from './programs.ts';
import { cleanEnvironment, clockModule, pipelineFile, type World } from './world.ts';

export type Machine = 'here' | 'far' | 'server' | 's3';

/** The place of one cell: a folder with a store of its own, and processes that can be found again. */
export interface Stage extends AsyncDisposable {
  readonly folder: string;
  /** Where the files of the store are: results and records. */
  readonly store: string;
  /** Where attempts, logs and the private server's database are. */
  readonly work: string;
  /** The S3 server that holds the store, where the cell is about it. */
  readonly bucket: Bucket | undefined;
  /** What the victim writes to, where it is to be full. */
  readonly disk: Disk | undefined;
  /** Where the network is to be cut: machines for the command line, for a worker, and for the servers. */
  readonly network: Network<Machine> | undefined;
  /** Starts `lacuna` on a machine; with `holds`, the process that reaches the point of the cell stops there. */
  readonly lacuna: (args: readonly string[], options?: LacunaOptions) => Program;
  /** Starts the command of the cell. */
  readonly run: (holds: boolean) => Program;
  /** Waits until a process has reached the point; its number. */
  readonly held: (command: Program) => Promise<number>;
  readonly find: (victim: Victim, command: Program) => Promise<number>;
  /** Sets the victim's clock, ms ahead of the time. */
  readonly setClock: (ms: number) => void;
  /** Processes of the cell that run now. */
  readonly processes: () => readonly { readonly pid: number; readonly command: string }[];
}

interface LacunaOptions {
  readonly machine?: Machine;
  readonly holds?: boolean;
}

const limitMs = 180_000;
/** Room for everything that a cell writes, and little to fill. */
const diskMebibytes = 48;

const marks: { readonly [victim in Victim]: RegExp } = {
  'command line': /cli\/main\.js/,
  worker: /engine\/worker-main\.js/,
  trainer: /train\/child\.js/,
  'Temporal server': /start-dev/,
  'S3 server': /versitygw/,
};

/** Makes the place of a cell. */
export async function openStage(cell: Cell, world: World): Promise<Stage> {
  const folder = mkdtempSync(join(world.folder, 'cell-'));
  const work = join(folder, '.lacuna');
  const disks = cell.fault === 'disk full' ? mountDisks(cell, folder) : [];
  const network =
    cell.fault === 'network cut'
      ? makeNetwork<Machine>(`lc${randomBytes(3).toString('hex')}`, ['here', 'far', 'server', 's3'])
      : undefined;
  const bucket =
    cell.victim === 'S3 server' ? await bucketOf(folder, world.stores[cell.store], network) : undefined;
  if (bucket === undefined) cpSync(world.stores[cell.store], work, { recursive: true });
  const [heldFile, clockFile] = [join(folder, 'held'), join(folder, 'clock')];
  writeFileSync(clockFile, '0');
  const environment = (holds: boolean) =>
    cleanEnvironment({
      // By its folder every process of the cell is found again: its descendants inherit it.
      LACUNA_CRASH_CELL: folder,
      ...bucket?.environment,
      ...(network && bucket === undefined && { TEMPORAL_ADDRESS: `${network.addressOf('server')}:7233` }),
      ...(holds && { LACUNA_FAULT: `${cell.hold}=stop`, LACUNA_FAULT_ONCE: heldFile }),
      ...(cell.fault === 'clock jump' && clockOf(cell.victim, clockFile)),
    });
  const lacuna: Stage['lacuna'] = (args, { machine = 'here', holds = false } = {}) =>
    startProgram([...world.lacuna, ...args], {
      cwd: folder,
      env: environment(holds),
      limitMs,
      namespace: network?.namespaceOf(machine),
    });
  const processes = () => processesWith(folder);
  return {
    folder,
    store: bucket?.store ?? work,
    work,
    bucket,
    disk: disks.find(({ isVictims }) => isVictims)?.disk,
    network,
    lacuna,
    run: (holds) =>
      lacuna(['run', pipelineFile(world, network && bucket === undefined ? 'far' : 'gpu'), '--json'], {
        holds,
      }),
    held: (command) => until(`somebody at ${cell.hold}`, limitMs, () => heldIn(heldFile, command)),
    find: (victim, command) => find(victim, command, processes),
    setClock: (ms) => writeFileSync(clockFile, String(ms)),
    // The S3 server is nobody's child: it stays for the next command.
    processes: () => processes().filter(({ command }) => !marks['S3 server'].test(command)),
    async [Symbol.asyncDispose]() {
      for (const { pid } of processes()) signal(pid, 'SIGKILL');
      await until('the end of all processes', 10_000, () => processes().length === 0 || undefined);
      for (const { disk } of disks.toReversed()) disk[Symbol.dispose]();
      network?.[Symbol.dispose]();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A disk each for the store, the server's database and the tables: only the victim's is to be full. */
function mountDisks({ victim, moment }: Cell, folder: string) {
  if (victim === 'S3 server')
    return [{ isVictims: true, disk: mountDisk(join(folder, 's3'), diskMebibytes) }];
  const isTable = victim === 'command line' && moment === 'during table write';
  const places = [
    { path: '.lacuna', isVictims: victim !== 'Temporal server' && !isTable },
    { path: '.lacuna/temporal', isVictims: victim === 'Temporal server' },
    { path: 'results', isVictims: isTable },
  ];
  return places.map(({ path, isVictims }) => ({
    isVictims,
    disk: mountDisk(join(folder, path), diskMebibytes),
  }));
}

/** The program whose clock jumps; to an S3 server it is the same when the clocks of all the others do. */
const programs: { readonly [victim in Victim]: string } = {
  'command line': 'cli/main',
  worker: 'engine/worker-main',
  trainer: 'train/child',
  'Temporal server': '',
  'S3 server': '',
};

function clockOf(victim: Victim, file: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=${clockModule}`, CRASH_CLOCK: file, CRASH_CLOCK_OF: programs[victim] };
}

function bucketOf(folder: string, store: string, network: Network<Machine> | undefined): Promise<Bucket> {
  const machine = network && { namespace: network.namespaceOf('s3'), address: network.addressOf('s3') };
  return openBucket(join(folder, 's3'), store, machine);
}

function heldIn(file: string, command: Program): number | undefined {
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (pid > 0 && isStopped(pid)) return pid;
  if (command.hasEnded()) throw new Error(`the command ended before anybody got there:\n${command.stderr()}`);
  return undefined;
}

function find(victim: Victim, command: Program, processes: Stage['processes']): Promise<number> {
  if (victim === 'command line') return Promise.resolve(command.pid);
  return until(`a ${victim}`, 60_000, () => {
    const candidates = [...descendantsOf(command.pid), ...processes()];
    return candidates.find((process) => marks[victim].test(process.command))?.pid;
  });
}
