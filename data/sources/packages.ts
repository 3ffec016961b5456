import { failure } from '../../diagnostics/failure.ts';
import type { JobContext } from '../../plan/job.ts';
import { fetchPackage } from '../../setup/package-cache.mjs';
import { type Pin, pins } from '../../setup/pins.mjs';
import { SetupProblem } from '../../setup/setup-problem.mjs';

export type { Pin };

/** Members of a package, chosen by their path inside the archive. */
export type MemberFilter = (path: string) => boolean;

/** Who is told how far a download is, and what stops it. */
export interface FetchContext {
  readonly report: JobContext['report'];
  readonly signal?: AbortSignal | undefined;
}

/** The pin of a package that this code names itself; its absence is a bug. */
export function pinOf(kind: Pin['kind'], name: string): Pin {
  const pin = pins.find((candidate) => candidate.kind === kind && candidate.name === name);
  if (pin === undefined) throw failure('LAC9001', { what: `setup/pins.json lacks ${kind} package ${name}` });
  return pin;
}

/** The folder with members of a package, fetched and verified unless the cache has them. Treat it as read-only. */
export async function fetchMembers(pin: Pin, members: MemberFilter, context: FetchContext): Promise<string> {
  try {
    return await fetchPackage(pin, { members, ...context });
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    const code = mayPass.includes(error.kind) ? 'LAC3210' : 'LAC3211';
    throw failure(code, { package: `${pin.name} ${pin.version}`, reason: error.message }, error);
  }
}

// A network or a disk may be back at the next attempt; another digest or a damaged archive stays what it is.
const mayPass: readonly string[] = ['download', 'disk-full', 'interrupted'];
