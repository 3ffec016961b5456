import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { StorePlace } from '../../store/open-store.ts';

/** A request as the stand-in sees it, with its body. */
export interface S3Request {
  readonly method: string;
  /** Key in the bucket, or empty for the bucket itself. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What to do with a request instead of, or besides, answering it properly. */
export type Mischief =
  | { readonly status: number; readonly code: string; readonly message?: string }
  | { readonly cutAfter: number }
  | 'applied, then cut'
  | 'cut'
  | 'condition ignored'
  | 'page';

/** A server that speaks as much S3 as a store needs, and misbehaves on demand. */
export interface S3StandIn extends AsyncDisposable {
  readonly place: (workDirectory: string) => StorePlace;
  readonly environment: Record<string, string>;
  readonly objects: Map<string, Buffer>;
  readonly requests: S3Request[];
  /** Decides about each request; undefined: a proper answer. */
  misbehave: (request: S3Request) => Mischief | undefined;
}

/** How long a store at the stand-in tries again. */
export const patienceMs = 1_500;

export async function startS3StandIn(): Promise<S3StandIn> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const requests: S3Request[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming);
    requests.push(request);
    const mischief = standIn.misbehave(request);
    if (mischief === 'cut') return void incoming.socket.destroy();
    if (mischief === 'page') return void response.end('<!DOCTYPE html><title>Welcome</title>');
    if (typeof mischief === 'object' && 'status' in mischief) return void refuse(response, mischief);
    const given = answer(objects, uploads, request, mischief === 'condition ignored');
    if (mischief === 'applied, then cut') return void incoming.socket.destroy();
    send(response, request, given, typeof mischief === 'object' ? mischief.cutAfter : undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const standIn: S3StandIn = {
    place: (workDirectory) => ({
      location: 's3://bucket/lab',
      workDirectory,
      s3: { endpoint: `http://127.0.0.1:${port}`, retryMs: patienceMs, silenceMs: 20_000 },
    }),
    environment: { LACUNA_S3_ACCESS_KEY: 'DISTINCT-KEY', LACUNA_S3_SECRET_KEY: 'DISTINCT-SECRET' },
    objects,
    requests,
    misbehave: () => undefined,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return standIn;
}

async function readRequest(incoming: IncomingMessage): Promise<S3Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const url = new URL(incoming.url ?? '/', 'http://bucket');
  const [, , ...key] = decodeURIComponent(url.pathname).split('/');
  return {
    method: incoming.method ?? '',
    key: key.join('/'),
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

interface Given {
  readonly status: number;
  readonly body?: Buffer;
  readonly code?: string;
}

function answer(
  objects: Map<string, Buffer>,
  uploads: Map<string, Map<number, Buffer>>,
  request: S3Request,
  ignoresConditions: boolean,
): Given {
  const { method, key, query, headers, body } = request;
  const id = query.get('uploadId');
  if (query.has('uploads')) {
    uploads.set(`u${uploads.size}`, new Map());
    return xml('InitiateMultipartUploadResult', `<UploadId>u${uploads.size - 1}</UploadId>`);
  }
  if (id !== null) return answerUpload(objects, uploads, request, id);
  if (method === 'PUT') {
    if (headers['if-none-match'] === '*' && objects.has(key) && !ignoresConditions)
      return { status: 412, code: 'PreconditionFailed' };
    objects.set(key, body);
    return { status: 200 };
  }
  if (method === 'DELETE') {
    objects.delete(key);
    return { status: 204 };
  }
  const found = objects.get(key);
  if (found === undefined) return { status: 404, code: 'NoSuchKey' };
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  if (from > 0 && from >= found.length) return { status: 416, code: 'InvalidRange' };
  return { status: from > 0 ? 206 : 200, body: found.subarray(from) };
}

function answerUpload(
  objects: Map<string, Buffer>,
  uploads: Map<string, Map<number, Buffer>>,
  { method, key, query, body }: S3Request,
  id: string,
): Given {
  const parts = uploads.get(id);
  if (parts === undefined) return { status: 404, code: 'NoSuchUpload' };
  if (method === 'PUT') {
    parts.set(Number(query.get('partNumber')), body);
    return { status: 200 };
  }
  uploads.delete(id);
  if (method === 'DELETE') return { status: 204 };
  const inOrder = [...parts].sort(([a], [b]) => a - b);
  objects.set(key, Buffer.concat(inOrder.map(([, bytes]) => bytes)));
  return xml(
    'CompleteMultipartUploadResult',
    `<Location>/${key}</Location><Key>${key}</Key><ETag>"x"</ETag>`,
  );
}

function xml(name: string, content: string): Given {
  return { status: 200, body: Buffer.from(`<?xml version="1.0"?><${name}>${content}</${name}>`) };
}

function send(response: ServerResponse, { method }: S3Request, given: Given, cutAfter?: number): void {
  if (given.code !== undefined) return void refuse(response, { status: given.status, code: given.code });
  const body = given.body ?? Buffer.alloc(0);
  response.writeHead(given.status, {
    etag: '"x"',
    ...(given.status !== 204 && { 'content-length': body.length }),
  });
  if (cutAfter !== undefined) response.write(body.subarray(0, cutAfter), () => response.destroy());
  else response.end(method === 'HEAD' ? undefined : body);
}

function refuse(
  response: ServerResponse,
  { status, code, message = 'no' }: { status: number; code: string; message?: string },
): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`);
}
