import { createHash } from 'node:crypto';
import type { ListFileEntry } from '@huggingface/hub';
import { Failure, failure } from '../../diagnostics/failure.ts';
import type { Digest } from '../../plan/digest.ts';
import { hubAccess } from '../../setup/hub-access.mjs';
import { SetupProblem } from '../../setup/setup-problem.mjs';
import type { HubSource } from './weight-source.ts';

/** A file of a model at a commit, and what its bytes are verified against: SHA-256 of large files, git's SHA-1 of others. */
export interface HubFile {
  readonly path: string;
  readonly bytes: number;
  readonly hash: { readonly kind: 'sha256' | 'git-blob'; readonly hex: string };
}

const commit = /^[0-9a-f]{40}$/;
const answerMs = 60_000;

/** What the library's functions take besides the repository. */
interface Asking {
  readonly hubUrl: string;
  readonly accessToken?: string;
  readonly fetch: typeof fetch;
}

/** The commit that a revision stands for today; a commit stands for itself, without a request. */
export async function resolveCommit(source: HubSource, signal?: AbortSignal): Promise<string> {
  if (commit.test(source.revision)) return source.revision;
  const { sha } = await ask(source, async (asking) => {
    const { modelInfo } = await import('@huggingface/hub');
    const { model: name, revision } = source;
    return modelInfo({ name, revision, additionalFields: ['sha'], ...withLimit(asking, signal) } as const);
  });
  if (!commit.test(sha)) throw unreachable(source, `it answered with the commit "${sha}"`);
  return sha;
}

/** Digest of a model at a commit. The commit names its bytes, so none have to be fetched to plan. */
export function digestOfCommit(model: string, commit: string): Digest {
  return `sha256-${createHash('sha256').update(`hub\0${model}\0${commit}`).digest('hex')}` as Digest;
}

/** The files at the top of a model's repository. */
export function listModel(source: HubSource, signal?: AbortSignal): Promise<readonly HubFile[]> {
  return ask(source, async (asking) => {
    const { listFiles } = await import('@huggingface/hub');
    const { model: repo, revision } = source;
    const files: HubFile[] = [];
    for await (const entry of listFiles({ repo, revision, ...withLimit(asking, signal) })) {
      if (entry.type === 'file') files.push(hubFile(entry, source));
    }
    return files;
  });
}

function hubFile({ path, size, oid, lfs }: ListFileEntry, source: HubSource): HubFile {
  if (lfs) return { path, bytes: lfs.size, hash: { kind: 'sha256', hex: lfs.oid } };
  if (oid === undefined) throw unreachable(source, `it lists ${path} without a hash`);
  return { path, bytes: size, hash: { kind: 'git-blob', hex: oid } };
}

/** The bytes of a file as they arrive. Nothing is verified. */
export function openHubFile(
  source: HubSource,
  path: string,
  signal?: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  return ask(source, async (asking) => {
    const { downloadFile } = await import('@huggingface/hub');
    const { model: repo, revision } = source;
    const cancellable: typeof fetch = (url, init) =>
      asking.fetch(url, { ...init, ...(signal && { signal }) });
    // Plain HTTP: every mirror speaks it, and the hash is checked here whatever the way.
    const options = { ...asking, fetch: cancellable, xet: false };
    const blob = await downloadFile({ repo, path, revision, ...options });
    if (blob === null) throw notFound(source, `it has no ${path}`);
    return blob.stream() as ReadableStream<Uint8Array>;
  });
}

function withLimit(asking: Asking, signal: AbortSignal | undefined): Asking {
  const limited: typeof fetch = (url, init) => {
    const limit = AbortSignal.timeout(answerMs);
    return asking.fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, limit]) : limit });
  };
  return { ...asking, fetch: limited };
}

async function ask<T>(source: HubSource, use: (asking: Asking) => Promise<T>): Promise<T> {
  try {
    const { endpoint, token } = hubAccess();
    return await use({ hubUrl: endpoint, fetch, ...(token !== undefined && { accessToken: token }) });
  } catch (error) {
    throw explain(error, source);
  }
}

/** The failure that says what a refused or broken request means to the author. */
export function explain(error: unknown, source: HubSource): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof SetupProblem) return failure('LAC3221', { reason: error.message }, error);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : undefined;
  if (status === 401 || status === 403) {
    const { model } = source;
    return failure('LAC3214', { model, endpoint: hubAccess().endpoint, status }, error);
  }
  if (status !== undefined && status < 500 && ![408, 425, 429].includes(status))
    return notFound(source, `it answered ${status}`, error);
  return unreachable(source, status === undefined ? rootReason(error) : `it answered ${status}`, error);
}

function notFound({ model, revision }: HubSource, reason: string, cause?: unknown): Failure {
  return failure('LAC3213', { model, revision, endpoint: hubAccess().endpoint, reason }, cause);
}

function unreachable({ model, revision }: HubSource, reason: string, cause?: unknown): Failure {
  return failure('LAC3215', { model, revision, endpoint: hubAccess().endpoint, reason }, cause);
}

/** `fetch failed` says nothing; its cause does. */
function rootReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
