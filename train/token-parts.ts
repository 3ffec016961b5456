import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import type { ModalityTokens } from '../model/fusion.ts';
import type { JobContext, Parts } from '../plan/job.ts';
import { readTensors, type TensorValues, writeTensors } from '../tensor/safetensors.ts';
import { overBatches } from './over-batches.ts';
import { inBatches } from './sampler.ts';

/** Tokens of some rows on the host, [rows, width] each; the proxies as in `ModalityTokens`. */
export interface ViewTokens {
  readonly width: number;
  readonly classToken: Float32Array;
  readonly proxies: readonly Float32Array[];
}

/** The context of an extraction. */
export interface ExtractContext extends JobContext {
  /** For the files of parts on their way; without it no parts are kept. */
  readonly scratchDirectory?: string;
}

/** The tokens that are asked for. */
interface Wanted {
  readonly rows: readonly number[];
  /** For reports of progress. */
  readonly phase: string;
  /** What the parts are called by. */
  readonly name: string;
  /** Computes a batch; the tensors are the caller's. */
  readonly encode: (batch: readonly number[]) => ModalityTokens;
}

/** Samples of a part: a multiple of the size of batches, which are the same with and without parts. */
const rowsPerPart = 1024;
const tensorsFile = 'tokens.safetensors';
const classTensor = 'class';

/**
 * Tokens of all rows. Where there are more of them than one part has, each part is kept when it is finished, and one that
 * an earlier attempt or another worker has finished is taken over.
 */
export async function tokensInParts(wanted: Wanted, context: ExtractContext): Promise<ViewTokens> {
  const { rows, phase, name } = wanted;
  const total = rows.length;
  const keeper = total > rowsPerPart ? keeperIn(context) : undefined;
  const parts: ViewTokens[] = [];
  for (const [index, own] of inBatches(rows, rowsPerPart).entries()) {
    context.signal.throwIfAborted();
    const before = index * rowsPerPart;
    const part = `${name}-${index}`;
    const taken = await keeper?.take(part);
    if (taken) context.report({ phase, done: before + own.length, total, unit: 'samples' });
    const tokens = taken ?? (await computed(wanted, own, before, context));
    if (!taken) await keeper?.keep(part, tokens);
    parts.push(tokens);
  }
  return joined(parts);
}

async function computed(
  { rows, phase, encode }: Wanted,
  own: readonly number[],
  before: number,
  context: JobContext,
): Promise<ViewTokens> {
  const batches: ViewTokens[] = [];
  const use = (batch: readonly number[]) => {
    const tokens = encode(batch);
    batches.push(onHost(tokens));
    tf.dispose([tokens.classToken, ...tokens.proxies]);
  };
  await overBatches(own, phase, context, use, { before, total: rows.length });
  return joined(batches);
}

function keeperIn({ parts, scratchDirectory }: ExtractContext) {
  if (parts === undefined || scratchDirectory === undefined) return undefined;
  return {
    take: (name: string) => takePart(parts, name, join(scratchDirectory, name)),
    keep: (name: string, tokens: ViewTokens) => keepPart(parts, name, join(scratchDirectory, name), tokens),
  };
}

async function takePart(parts: Parts, name: string, directory: string): Promise<ViewTokens | undefined> {
  if (!(await parts.take(name, directory))) return undefined;
  const { [classTensor]: first, ...others } = await readTensors(join(directory, tensorsFile));
  await rm(directory, { recursive: true });
  const valuesOf = (value: TensorValues[string] | undefined) => value?.data as Float32Array;
  return {
    width: first?.shape[1] ?? 0,
    classToken: valuesOf(first),
    proxies: Object.keys(others).map((_, index) => valuesOf(others[proxyTensor(index)])),
  };
}

async function keepPart(parts: Parts, name: string, directory: string, tokens: ViewTokens): Promise<void> {
  const { width, classToken, proxies } = tokens;
  const asTensor = (data: Float32Array) => ({ shape: [data.length / width, width], data });
  const named = proxies.map((proxy, index) => [proxyTensor(index), asTensor(proxy)] as const);
  await mkdir(directory);
  await writeTensors(join(directory, tensorsFile), {
    [classTensor]: asTensor(classToken),
    ...Object.fromEntries(named),
  });
  await parts.keep(name, directory);
  await rm(directory, { recursive: true });
}

function proxyTensor(index: number): string {
  return `proxy.${index}`;
}

function onHost({ classToken, proxies }: ModalityTokens): ViewTokens {
  const valuesOf = (tensor: Tensor2D) => tensor.dataSync() as Float32Array;
  return { width: classToken.shape[1], classToken: valuesOf(classToken), proxies: proxies.map(valuesOf) };
}

/** The rows of all of them, in order. */
function joined(parts: readonly ViewTokens[]): ViewTokens {
  const [first] = parts;
  const join = (of: (part: ViewTokens) => Float32Array | undefined) =>
    concatenate(parts.flatMap((part) => of(part) ?? []));
  return {
    width: first?.width ?? 0,
    classToken: join(({ classToken }) => classToken),
    proxies: (first?.proxies ?? []).map((_, index) => join(({ proxies }) => proxies[index])),
  };
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}
