/** A server's answer that it cannot now, by the code that it gave: `SlowDown`, or `HTTP 503`. */
export class ServerAnswer extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ServerAnswer';
    this.code = code;
  }
}

/** What kind of trouble an error means. `ours`: not the server's and not the network's. */
export type Trouble =
  | 'passing'
  | 'absent'
  | 'no-bucket'
  | 'refused'
  | 'skewed'
  | 'full'
  | 'taken'
  | 'lost'
  | 'failed'
  | 'ours';

const troubles: { readonly [Kind in Trouble]?: readonly string[] } = {
  absent: ['NoSuchKey', 'NotFound'],
  'no-bucket': ['NoSuchBucket'],
  refused: [
    'AccessDenied',
    'AllAccessDisabled',
    'AuthorizationHeaderMalformed',
    'ExpiredToken',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'InvalidToken',
    'InvalidTokenId',
    'SignatureDoesNotMatch',
    'XAdminUserNotFound',
    'XMinioInvalidIAMCredentials',
  ],
  // Clocks that differ. They are often set right in the next seconds.
  skewed: ['RequestTimeTooSkewed'],
  full: [
    ...['XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded', 'QuotaExceeded', 'InsufficientStorage'],
    'HTTP 507',
  ],
  taken: ['PreconditionFailed'],
  lost: ['NoSuchUpload'],
  passing: [
    ...['BadDigest', 'ConditionalRequestConflict', 'IncompleteBody', 'InternalError', 'OperationAborted'],
    ...['RequestTimeout', 'ServiceUnavailable', 'SlowDown', 'SlowDownRead', 'SlowDownWrite', 'ServerBusy'],
    ...['XMinioServerNotInitialized', 'XMinioReadQuorum', 'XMinioWriteQuorum'],
    // Of the network.
    ...['EADDRNOTAVAIL', 'EAI_AGAIN', 'ECONNABORTED', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTDOWN'],
    ...['EHOSTUNREACH', 'ENETDOWN', 'ENETRESET', 'ENETUNREACH', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'],
    'ERR_STREAM_PREMATURE_CLOSE',
  ],
};

const kinds = new Map(
  (Object.keys(troubles) as Trouble[]).flatMap((kind) =>
    (troubles[kind] ?? []).map((code) => [code, kind] as const),
  ),
);

/** Codes of Node for a certificate, or an answer that is no HTTP. */
const badConnection = /^(?:CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|HPE_)/;

/** Statuses that a request may be repeated after. 501 means: never. */
export function isBusyStatus(status: number): boolean {
  return [408, 429].includes(status) || (status >= 500 && status !== 501);
}

/** What an error of the client, of the server or of the network comes down to. */
export function troubleOf(error: unknown): Trouble {
  const code = codeIn(error);
  const kind = kinds.get(code);
  if (kind !== undefined) return kind;
  if (error instanceof ServerAnswer) return 'passing';
  if (badConnection.test(code)) return 'failed';
  // An answer that was cut short, or is not what it should be.
  if (nameOf(error) === 'InvalidXMLError') return 'passing';
  return nameOf(error) === 'S3Error' || !(error instanceof Error) ? 'failed' : 'ours';
}

/** What an error says, in a line: its code and its message. */
export function wordsOf(error: unknown): string {
  const { message } = fieldsOf(error);
  const code = codeIn(error);
  return [code, message].filter((word) => word !== '' && word !== undefined).join(': ') || 'no reason given';
}

/** Code and message of a problem in XML. */
export function problemOf(text: string): { readonly code: string; readonly message: string } {
  const field = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '';
  return { code: field('Code'), message: field('Message') };
}

function codeIn(error: unknown): string {
  return fieldsOf(error).code ?? '';
}

/** The client throws errors with a `code`, and for a bad answer with a good status what stood in its XML. */
function fieldsOf(error: unknown): { readonly code?: string; readonly message?: string } {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const text = (name: string) => {
    const value: unknown = name in error ? error[name as keyof typeof error] : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const [code, message] = [text('code') ?? text('Code'), text('message') ?? text('Message')];
  return { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : '';
}
