import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { namedServer } from '../engine/connect.ts';
import { modulePath, programOf } from '../engine/modules.ts';
import type { LibraryVersion } from '../model/backend.ts';
import type { Probe } from '../model/probe.ts';
import { megabytes } from '../setup/bytes.mjs';
import { cacheRoot } from '../setup/cache-root.mjs';
import { chosenFfmpeg, fetchedFfmpeg, ffmpegPackage } from '../setup/locate-ffmpeg.mjs';
import { locateTools } from '../setup/locate-tools.mjs';
import { pinned } from '../setup/pins.mjs';
import { openStore } from '../store/open-store.ts';
import { endpointOf, isS3Location } from '../store/s3-address.ts';
import { findCredentials } from '../store/s3-credentials.ts';
import { config } from '../temporal.config.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { loadSettings } from './settings.ts';
import { alignColumns, type Terminal } from './terminal.ts';

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

const execute = promisify(execFile);

/** Says what is installed, from where it was chosen, and whether it works here. Exits 1 when something does not. */
export async function doctor(options: { readonly json: boolean }, terminal: Terminal): Promise<ExitStatus> {
  const checks: readonly (readonly [string, () => string | Promise<string>])[] = [
    ['machine', describeMachine],
    ['cache', () => cacheRoot()],
    ['store', describeStore],
    ['temporal', describeServer],
    ['program', describeProgram],
    ['tensorflow', describeTensorflow],
    ['gpu', describeGpu],
    ['ffmpeg', describeFfmpeg],
  ];
  const findings: Finding[] = [];
  for (const [name, check] of checks) findings.push(await find(name, check));
  if (options.json) terminal.out(JSON.stringify(findings, null, 2));
  else
    terminal.out(
      alignColumns(findings.map(({ name, ok, detail }) => [ok ? 'ok' : 'NOT OK', name, detail])).join('\n'),
    );
  return findings.every(({ ok }) => ok) ? exitCodes.done : exitCodes.failed;
}

async function find(name: string, check: () => string | Promise<string>): Promise<Finding> {
  try {
    return { name, ok: true, detail: await check() };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function describeMachine(): string {
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${process.platform}-${process.arch}, ${availableParallelism()} cores, ${memory} GiB, Node ${process.versions.node}`;
}

/** A store in a bucket is opened: server, bucket, credentials and conditions are tried. */
async function describeStore(): Promise<string> {
  const { store } = loadSettings();
  await mkdir(store.workDirectory, { recursive: true });
  await access(store.workDirectory, constants.W_OK);
  if (!isS3Location(store.location)) return store.location;
  const { location } = await openStore(store, process.env);
  const { from } = findCredentials(process.env);
  const server = endpointOf(store.s3 ?? {})?.origin ?? 'Amazon S3';
  return `${location} on ${server}, credentials from ${from}; work folder ${store.workDirectory}`;
}

function describeServer(): string {
  const place = namedServer(config, process.env);
  return place
    ? `server at ${place.address}, namespace ${place.namespace}`
    : 'a private server for each run, on this machine only';
}

async function describeProgram(): Promise<string> {
  const { temporal } = locateTools(process.env, config);
  if (temporal.path === undefined)
    throw new Error('the Temporal program is not installed; run `npm run setup`');
  const { stdout } = await execute(temporal.path, ['--version']);
  return `${stdout.trim()}, from ${temporal.from}: ${temporal.path}`;
}

async function describeTensorflow(): Promise<string> {
  const { tensorflow } = locateTools(process.env, config);
  const probe = await probeTensorflow();
  const device = probe.gpu ? 'GPU' : 'CPU, no GPU in use';
  return `TensorFlow ${probe.tensorflow} under TensorFlow.js ${probe.tfjs} on ${device}, ${probe.threads} threads, from ${tensorflow.from}: ${tensorflow.path ?? 'nowhere'}`;
}

/** What the library says of itself, in a process of its own. */
async function probeTensorflow(): Promise<LibraryVersion> {
  const { module, execArgv } = programOf(modulePath('model/probe'));
  const { stdout } = await execute(process.execPath, [...execArgv, module]);
  const probe = JSON.parse(stdout) as Probe;
  if ('problem' in probe) throw new Error(probe.problem);
  return probe;
}

/** Whether a GPU computes, and if not, what is missing for it. Training without one is in order, so this never fails. */
async function describeGpu(): Promise<string> {
  const { tensorflow } = locateTools(process.env, config);
  const { gpu } = await probeTensorflow();
  return gpu
    ? 'in use'
    : `not in use, training runs on the CPU: ${missingForGpu(tensorflow.path).join('; ')}`;
}

/** Which ffmpeg decodes videos and sounds. The pinned one is fetched when a file needs it, so that its absence is in order. */
async function describeFfmpeg(): Promise<string> {
  const chosen = chosenFfmpeg();
  if (chosen !== undefined) {
    const { stdout } = await execute(chosen, ['-hide_banner', '-version']);
    return `${stdout.split(' Copyright')[0]}, from LACUNA_FFMPEG: ${chosen}`;
  }
  const { version, bytes } = pinned(ffmpegPackage);
  const pin = `${ffmpegPackage} ${version}, from setup/pins.json`;
  const folder = fetchedFfmpeg();
  return folder === undefined
    ? `${pin}, will be fetched (${megabytes(bytes)}) when a video or a sound other than WAV is decoded`
    : `${pin}: ${folder}`;
}

/** Where the driver of an NVIDIA GPU shows its first device. */
const gpuDevice = '/dev/nvidia0';

function missingForGpu(library: string | undefined): string[] {
  const missing: string[] = [];
  if (!existsSync(gpuDevice))
    missing.push(`no driver of an NVIDIA GPU is loaded (${gpuDevice} is not there)`);
  if (!isCudaBuild(library)) {
    missing.push(
      'the TensorFlow library is a build without CUDA; name the folder of one with it (the `tensorflow` directory of the Python package tensorflow) in LACUNA_TENSORFLOW_DIR and run `npm run setup`',
    );
  }
  if (missing.length === 0)
    missing.push('the library found no device that it can use; are its CUDA libraries installed?');
  return missing;
}

/** True for a library that says it was built with CUDA, or of which only its programs can tell. */
function isCudaBuild(library: string | undefined): boolean {
  if (library === undefined) return false;
  const description = join(library, 'python/platform/build_info.py');
  if (!existsSync(description)) return !library.includes('tensorflow-cpu');
  return /is_cuda_build['"]?\s*[:,]\s*True|\('is_cuda_build', True\)/.test(readFileSync(description, 'utf8'));
}
