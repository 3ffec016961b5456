import { failure } from '../diagnostics/failure.ts';

/** How a bucket is reached, besides the secrets. All of it may be shown, logged and handed to other processes. */
export interface S3Settings {
  /** `https://HOST[:PORT]` or `http://...`; left out: Amazon's servers of the region. */
  readonly endpoint?: string;
  /** What requests are signed for; `us-east-1` when left out, which servers of one's own mostly take. */
  readonly region?: string;
  /** `HOST/BUCKET/...` instead of `BUCKET.HOST/...`. Left out: everywhere but at Amazon. */
  readonly pathStyle?: boolean;
  /** How long, in ms, a server that does not answer is tried again before a call fails; 30 s when left out. */
  readonly retryMs?: number;
  /** How long, in ms, a connection may be silent before it counts as lost; 15 s when left out. */
  readonly silenceMs?: number;
}

/** What a location names: a bucket, and the folder in it that is ours alone. */
export interface S3Address {
  readonly bucket: string;
  /** Without a `/` at its ends; empty: the whole bucket. */
  readonly prefix: string;
}

const scheme = 's3://';
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Whether a location of a store means a bucket and not a folder. */
export function isS3Location(location: string): boolean {
  return location.startsWith(scheme);
}

/** Takes `s3://BUCKET/PREFIX` apart; anything else is a failure. */
export function readS3Address(location: string): S3Address {
  const [bucket = '', ...parts] = location.slice(scheme.length).replace(/\/+$/, '').split('/');
  const refuse = (reason: string) => failure('LAC5101', { location, reason });
  if (!isS3Location(location)) throw refuse('it does not begin with s3://');
  if (!bucketName.test(bucket)) {
    throw refuse(
      `"${bucket}" cannot be the name of a bucket, which has 3 to 63 lower-case letters, digits, dots and hyphens`,
    );
  }
  const odd = parts.find((part) => !/^[\w.-]+$/.test(part) || /^\.+$/.test(part));
  if (odd !== undefined) {
    throw refuse(`"${odd}" cannot be part of a prefix, whose parts have letters, digits, ., - and _`);
  }
  return { bucket, prefix: parts.join('/') };
}

/** The server's address, checked; undefined when the settings name none. */
export function endpointOf({ endpoint }: S3Settings): URL | undefined {
  if (endpoint === undefined || endpoint === '') return undefined;
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw failure('LAC5108', {
      setting: 's3.endpoint',
      value: endpoint,
      reason: 'it is no address that begins with http:// or https://',
    });
  }
  if (url.username !== '' || url.password !== '' || url.pathname !== '/' || url.search !== '') {
    throw failure('LAC5108', {
      setting: 's3.endpoint',
      // Shown without what may be a secret.
      value: url.host,
      reason: 'it has more than a host and a port; secrets belong into the environment',
    });
  }
  return url;
}
