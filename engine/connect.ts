import { existsSync } from 'node:fs';
import { Connection, type ConnectionOptions } from '@temporalio/client';
import { loadClientConfigProfile, toClientOptions } from '@temporalio/envconfig';
import { failure } from '../diagnostics/failure.ts';
import type { LacunaConfig } from './config.ts';
import { tlsTrouble } from './tls-trouble.ts';

/** A Temporal server and how to speak to it. Holds secrets: show people `address` and `namespace` only. */
export interface Place {
  readonly address: string;
  readonly namespace: string;
  readonly connection: Pick<ConnectionOptions, 'tls' | 'apiKey' | 'metadata'>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The server that the user named, by temporal.config.ts or by Temporal's own variables and profiles (these
 * come first), or undefined: then a private one is to be started.
 *
 * A profile file counts only when a variable names it or one of its profiles. The default profile belongs to
 * the user's other work, and a run must not end up there by accident.
 */
export function namedServer(config: LacunaConfig, env: Environment): Place | undefined {
  const isProfileNamed = env['TEMPORAL_PROFILE'] !== undefined || env['TEMPORAL_CONFIG_FILE'] !== undefined;
  const path = env['TEMPORAL_CONFIG_FILE'];
  if (path !== undefined && path !== '' && !existsSync(path)) throw failure('LAC6006', { path });
  const { connectionOptions, namespace } = loadProfile(env, !isProfileNamed);
  const address = connectionOptions.address ?? config.address;
  if (address === undefined) return undefined;
  const { tls, apiKey, metadata } = connectionOptions;
  if (apiKey !== undefined && !tls && !isLoopback(address)) throw failure('LAC6041', { address });
  return {
    address,
    namespace: namespace ?? config.namespace ?? 'default',
    connection: {
      ...(tls !== undefined && { tls }),
      ...(apiKey !== undefined && { apiKey }),
      ...(metadata !== undefined && { metadata }),
    },
  };
}

function isLoopback(address: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/.test(address);
}

function loadProfile(env: Environment, disableFile: boolean) {
  const overrideEnvVars = Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  try {
    const profile = loadClientConfigProfile({ overrideEnvVars, disableFile });
    const { clientCert, clientKey } = profile.tls ?? {};
    // The library would leave out a certificate without its key, without a word.
    if ((clientCert === undefined) !== (clientKey === undefined))
      throw new Error('a client certificate and its key must be given together, and one of them is not');
    return toClientOptions(profile);
  } catch (error) {
    throw failure('LAC6007', { reason: flawOf(error) });
  }
}

/** Without the excerpt that the parser appends: it may show a key. */
function flawOf(error: unknown): string {
  // The library fails with this on a file without profiles.
  if (error instanceof TypeError) return 'the file has no section [profile.NAME]';
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return first;
}

/** A client connection that has answered once. */
export async function connectTo(place: Place, timeoutMs = 10_000): Promise<Connection> {
  const { address, connection } = place;
  try {
    // Without the library's own retries: one that waits when the connection is closed would crash the process.
    return await Connection.connect({ address, ...connection, connectTimeout: timeoutMs, interceptors: [] });
  } catch (error) {
    const trouble = await tlsTrouble(place);
    if (trouble !== undefined) throw failure('LAC6040', { address, reason: trouble });
    throw failure('LAC6005', { address, reason: reasonOf(error) }, error);
  }
}

/** The innermost cause of an error of the transport says most. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
