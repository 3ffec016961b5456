import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { failure } from '../../diagnostics/failure.ts';

/** What ffmpeg is to do with one file. */
export interface FfmpegTask {
  /** Path of ffmpeg. */
  readonly program: string;
  /** Path of a regular file. */
  readonly input: string;
  /** How to read it; the defaults suffice for sounds. */
  readonly inputOptions?: readonly string[];
  /** What to write to standard output, as ffmpeg's options. */
  readonly outputOptions: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** Longest wait for the next bytes, in milliseconds; the time that a reader takes to use them does not count. */
  readonly stallMs?: number;
}

/** ffmpeg cannot read a file, or only a part of it; the message is its reason, on one line. */
export class FfmpegProblem extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'FfmpegProblem';
  }
}

/**
 * Containers and plain streams of sounds and videos. Playlists and other formats that name further files or addresses
 * (hls, concat, dash, image sequences) are not among them, so that a file can reach nothing but itself.
 */
const formats =
  'aac,ac3,aiff,amr,ape,asf,au,avi,caf,dts,eac3,flac,flv,m4v,matroska,mov,mp3,mpeg,mpegts,mpegvideo,nut,ogg,rm,tta,w64,wav,wv';

const longestWaitMs = 60_000;
/** Most time on a processor in seconds, which ffmpeg itself watches, so that it ends even if we are gone. */
const mostSeconds = 600;

/** Most text of ffmpeg's that is kept, in characters. */
const mostText = 2 ** 18;
/** What ffmpeg says of a file whose end is missing, and of damage in FLAC, which leaves no doubt; other codecs conceal. */
const damages = /partial file|ended prematurely|^\[flac @|dec:flac/;

/**
 * Runs ffmpeg and yields its standard output as it comes. It is killed when the reader stops, when the signal says so, or
 * when nothing comes for a minute.
 *
 * @throws FfmpegProblem when it fails, or says that the file is only a part; LAC3142 when it cannot be started
 */
export async function* runFfmpeg(task: FfmpegTask): AsyncGenerator<Buffer, void> {
  const { program, signal, outputOptions } = task;
  signal?.throwIfAborted();
  const options = [...optionsOf(task, 'error'), ...outputOptions, 'pipe:1'];
  const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = endOf(child);
  // Whoever reads is told when the output ends; until then nobody looks at this.
  ended.catch(() => {});
  const said = gatherText(child.stderr);
  try {
    yield* chunksOf(child, task);
    const status = await ended;
    signal?.throwIfAborted();
    const lines = linesOf(said());
    const damage = lines.find((line) => damages.test(line));
    if (status !== 0) throw new FfmpegProblem(reasonOf(lines, status));
    if (damage !== undefined) throw new FfmpegProblem(withoutSpeaker(damage));
  } finally {
    end(child);
  }
}

/**
 * What ffmpeg says of a file without decoding it: its streams and their properties, a line each.
 *
 * @throws as `runFfmpeg`
 */
export async function describeMedia(task: Omit<FfmpegTask, 'outputOptions'>): Promise<readonly string[]> {
  const { program, signal, stallMs = longestWaitMs } = task;
  signal?.throwIfAborted();
  const child = spawn(program, optionsOf(task, 'info'), {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const said = gatherText(child.stderr);
  const stop = () => end(child);
  const timer = setTimeout(stop, stallMs);
  signal?.addEventListener('abort', stop);
  const status = await endOf(child).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  });
  signal?.throwIfAborted();
  const lines = linesOf(said());
  // Without an output ffmpeg always ends with an error; one that concerns the file comes before it has described it.
  if (!lines.some((line) => line.startsWith('Input #0'))) throw new FfmpegProblem(reasonOf(lines, status));
  return lines;
}

function optionsOf({ input, inputOptions = [] }: Omit<FfmpegTask, 'outputOptions'>, level: string): string[] {
  const limits = ['-hide_banner', '-nostdin', '-v', level, '-timelimit', String(mostSeconds)];
  const safe = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', formats, '-threads', '1'];
  return [...limits, ...safe, ...inputOptions, '-i', `file:${input}`];
}

/** Ends it with all that it may have started: a name for ffmpeg can be a script. Each runs in a group of its own. */
function end({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Its exit code, or the signal that ended it. */
async function endOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  try {
    const [code, signal] = (await once(child, 'close')) as [number, null] | [null, NodeJS.Signals];
    return code ?? signal;
  } catch (error) {
    throw failure('LAC3142', { program: child.spawnfile, reason: (error as Error).message }, error);
  }
}

async function* chunksOf(
  child: ChildProcessByStdio<null, Readable, Readable>,
  { signal, stallMs = longestWaitMs }: FfmpegTask,
): AsyncGenerator<Buffer, void> {
  let hasStalled = false;
  const stop = () => end(child);
  const stall = () => {
    hasStalled = true;
    stop();
  };
  signal?.addEventListener('abort', stop);
  const chunks: AsyncIterator<Buffer> = child.stdout.iterator();
  try {
    for (;;) {
      const timer = setTimeout(stall, stallMs);
      const next = await chunks.next().finally(() => clearTimeout(timer));
      if (hasStalled) throw new FfmpegProblem(`ffmpeg gave nothing for ${stallMs / 1000} s`);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Collects what is said; of very much, its beginning and its end. */
function gatherText(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (text.length > mostText) text = `${text.slice(0, mostText / 4)}\n${text.slice(-mostText / 4)}`;
  });
  return () => text;
}

function linesOf(text: string): string[] {
  return text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
}

/** The first line says what is wrong, the last what came of it. */
function reasonOf(lines: readonly string[], status: number | string): string {
  if (status === 'SIGXCPU') return `it took more than ${mostSeconds} s of a processor`;
  if (lines.some((line) => /Format not on whitelist|m3u8/.test(line))) {
    return 'it is a playlist, a picture, or in another format that is not read as a sound or a video';
  }
  const said = [lines[0], lines.at(-1)].filter((line) => line !== undefined).map(withoutSpeaker);
  return [...new Set(said)].join('; ') || `ffmpeg ended with ${status}`;
}

/** A line without the part of ffmpeg that says it, where in memory that is, and that it concerns the input. */
function withoutSpeaker(line: string): string {
  return line.replace(/^(?:\[[^\]]*\] )*(?:Error opening input(?: files)?: )?/, '').trim();
}
