import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a download of a file does instead of giving its bytes. */
type Fault = 'altered' | 'cut' | 'short';

interface StoredFile {
  readonly content: string;
  /** Large files lie on another host and are known by SHA-256. */
  readonly isLarge?: boolean;
}

/** The part of the Hub's HTTP interface that models are fetched over, on two ports of this machine. */
export interface HubStandIn {
  readonly endpoint: string;
  /** Method, path and whether a token came along, of every request so far; `cdn` marks the second host. */
  readonly requests: string[];
  readonly faults: Map<string, Fault>;
  /** A status that the endpoint answers with whatever is asked. */
  answer: number | undefined;
  close(): Promise<void>;
}

/** Serves the files of `owner/model` at one commit, which the branch `main` and the tag `v1` stand for. */
export async function startHub(
  commit: string,
  files: Readonly<Record<string, StoredFile>>,
): Promise<HubStandIn> {
  const requests: string[] = [];
  const faults = new Map<string, Fault>();
  const state = { answer: undefined as number | undefined };
  const note = (request: IncomingMessage, host: string) =>
    requests.push(
      `${host} ${request.method} ${request.url}${request.headers.authorization ? ' with a token' : ''}`,
    );
  const cdn = await listen((request, response) => {
    note(request, 'cdn');
    const name = (request.url ?? '').slice(1);
    send(request, response, files[name]?.content ?? '', faults.get(name));
  });
  const hub = await listen((request, response) => {
    note(request, 'hub');
    if (state.answer !== undefined) return refuse(response, state.answer);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://hub');
    const revision = /^\/api\/models\/owner\/model\/revision\/(.+)$/.exec(pathname)?.[1];
    if (revision && ['main', 'v1', commit].includes(revision))
      return json(response, { _id: '1', id: 'owner/model', sha: commit, lastModified: 0 });
    if (pathname === `/api/models/owner/model/tree/${commit}`)
      return list(response, origin(hub), pathname, files, searchParams.get('cursor'));
    const name = pathname.replace(`/owner/model/resolve/${commit}/`, '');
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (file === undefined) return refuse(response, 404);
    if (!file.isLarge) return send(request, response, file.content, faults.get(name));
    response.writeHead(302, {
      location: `${origin(cdn)}/${name}`,
      'x-linked-etag': `"${sha256(file.content)}"`,
    });
    response.end();
  });
  return {
    endpoint: origin(hub),
    requests,
    faults,
    get answer() {
      return state.answer;
    },
    set answer(status) {
      state.answer = status;
    },
    close: async () => {
      await Promise.all([hub, cdn].map(stop));
    },
  };
}

function list(
  response: ServerResponse,
  host: string,
  pathname: string,
  files: Readonly<Record<string, StoredFile>>,
  cursor: string | null,
): void {
  const all = [{ type: 'directory', path: 'onnx', size: 0, oid: '0' }, ...Object.entries(files).map(entryOf)];
  const start = Number(cursor ?? 0);
  // Two entries a page, so that every listing is read page by page.
  const more = start + 2 < all.length;
  json(
    response,
    all.slice(start, start + 2),
    more ? { link: `<${host}${pathname}?cursor=${start + 2}>; rel="next"` } : {},
  );
}

function entryOf([path, { content, isLarge }]: readonly [string, StoredFile]) {
  const size = Buffer.byteLength(content);
  const lfs = isLarge ? { lfs: { oid: sha256(content), size, pointerSize: 130 } } : {};
  return { type: 'file', path, size, oid: gitBlob(content), ...lfs };
}

function send(request: IncomingMessage, response: ServerResponse, content: string, fault?: Fault): void {
  const bytes = Buffer.from(fault === 'altered' ? content.replace(/.$/s, '~') : content);
  const etag = `"${sha256(content)}"`;
  if (request.headers.range === 'bytes=0-0') {
    response.writeHead(206, { etag, 'content-range': `bytes 0-0/${bytes.length}`, 'content-length': 1 });
    response.end(bytes.subarray(0, 1));
    return;
  }
  if (fault === 'short') response.end(bytes.subarray(0, bytes.length - 1));
  else if (fault === 'cut') {
    response.writeHead(200, { etag, 'content-length': bytes.length });
    response.write(bytes.subarray(0, 1), () => response.destroy());
  } else response.writeHead(200, { etag, 'content-length': bytes.length }).end(bytes);
}

function json(
  response: ServerResponse,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end('{"error":"refused"}');
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

function gitBlob(content: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(content)}\0${content}`)
    .digest('hex');
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function origin(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
