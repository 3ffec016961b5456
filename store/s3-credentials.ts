import { readFile } from 'node:fs/promises';
import { failure } from '../diagnostics/failure.ts';

/** The environment of a process, as far as secrets are in it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Who we are to the server. Never written anywhere, never in a message. */
export interface Secrets {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly sessionToken?: string;
}

/** A file of credentials is read again after this time: some programs renew what is in it. */
const rereadMs = 60_000;

/** Where the credentials of this process come from, in words, and what reads them. */
export interface CredentialSource {
  readonly from: string;
  read(): Promise<Secrets>;
}

/**
 * The first that is there: LACUNA_S3_ACCESS_KEY and LACUNA_S3_SECRET_KEY; Amazon's variables; the file that
 * AWS_SHARED_CREDENTIALS_FILE names.
 */
export function findCredentials(environment: Environment): CredentialSource {
  const ours = inEnvironment(environment, ['LACUNA_S3_ACCESS_KEY', 'LACUNA_S3_SECRET_KEY']);
  if (ours) return ours;
  const amazons = inEnvironment(
    environment,
    ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    'AWS_SESSION_TOKEN',
  );
  if (amazons) return amazons;
  const file = environment['AWS_SHARED_CREDENTIALS_FILE'];
  if (!file) throw failure('LAC5102', { reason: 'none of these variables is set' });
  const profile = environment['AWS_PROFILE'] || 'default';
  return { from: `profile ${profile} of ${file}`, read: () => readProfile(file, profile) };
}

function inEnvironment(
  environment: Environment,
  [keyName, secretName]: readonly [string, string],
  tokenName = '',
): CredentialSource | undefined {
  const [accessKey, secretKey, sessionToken] = [keyName, secretName, tokenName].map(
    (name) => environment[name],
  );
  if (!accessKey && !secretKey) return undefined;
  if (!accessKey) throw failure('LAC5102', { reason: `${secretName} is set and ${keyName} is not` });
  if (!secretKey) throw failure('LAC5102', { reason: `${keyName} is set and ${secretName} is not` });
  const secrets = { accessKey, secretKey, ...(sessionToken && { sessionToken }) };
  return { from: keyName, read: async () => secrets };
}

async function readProfile(file: string, profile: string): Promise<Secrets> {
  const refuse = (reason: string) => failure('LAC5103', { file, reason });
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw refuse(error instanceof Error ? error.message : String(error));
  });
  const values = sections(text).get(profile);
  if (values === undefined) throw refuse(`it has no profile [${profile}]`);
  const accessKey = values.get('aws_access_key_id');
  const secretKey = values.get('aws_secret_access_key');
  const sessionToken = values.get('aws_session_token');
  if (!accessKey || !secretKey) {
    throw refuse(`its profile [${profile}] lacks aws_access_key_id or aws_secret_access_key`);
  }
  return { accessKey, secretKey, ...(sessionToken && { sessionToken }) };
}

/** The sections of an INI file and what they set. */
function sections(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\s*\[\s*([^\]]+?)\s*\]/.exec(line)?.[1];
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (heading !== undefined) {
      current = new Map();
      found.set(heading, current);
    } else if (name !== '') current.set(name.toLowerCase(), value);
  }
  return found;
}

/** The credentials of this process, a file's read anew now and then; takes them out of texts. */
export class CredentialKeeper {
  readonly #source: CredentialSource;
  #secrets: Secrets;
  #readAt = performance.now();

  private constructor(source: CredentialSource, secrets: Secrets) {
    this.#source = source;
    this.#secrets = secrets;
  }

  static async of(source: CredentialSource): Promise<CredentialKeeper> {
    return new CredentialKeeper(source, await source.read());
  }

  /** The same object as before unless they have changed. */
  async read(): Promise<Secrets> {
    if (performance.now() - this.#readAt > rereadMs) {
      this.#readAt = performance.now();
      // A file that is being replaced: what was there serves until it is there again.
      const fresh = await this.#source.read().catch(() => this.#secrets);
      if (JSON.stringify(fresh) !== JSON.stringify(this.#secrets)) this.#secrets = fresh;
    }
    return this.#secrets;
  }

  /** A text of the server's without what may be a secret in it. */
  redact(text: string): string {
    const { accessKey, secretKey, sessionToken = '' } = this.#secrets;
    return [secretKey, sessionToken, accessKey]
      .filter((secret) => secret !== '')
      .reduce((redacted, secret) => redacted.replaceAll(secret, '[redacted]'), text);
  }
}
