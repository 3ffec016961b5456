import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { Pin } from '../../setup/pins.mjs';

const moduleFile = resolve(import.meta.dirname, '../../setup/package-cache.mjs');

type Stage = 'download' | 'unpack';

/** A member of an archive: its text, or the target of a link. */
export type Entry = string | { readonly link: string };

/*
 * Stand-ins for npm and pip, first on PATH: they note the call, wait at a gate if there is one, and hand out
 * the first, second, ... file that the test put up. They fail when nothing is put up for a call.
 */
const serve = `
pass_gate() {
  [ -p "$REGISTRY/$1-gate" ] || return
  echo > "$REGISTRY/$1-arrived"
  cat "$REGISTRY/$1-gate" > /dev/null
}
serve() {
  echo "$*" >> "$REGISTRY/calls"
  call=$(wc -l < "$REGISTRY/calls")
  while [ $# -gt 0 ]; do
    case "$1" in --pack-destination|--dest) dest=$2 ;; esac
    shift
  done
  pass_gate download
  [ -e "$REGISTRY/served/$call" ] || { echo "ERR! network is unreachable" >&2; exit 1; }
  cp "$REGISTRY/served/$call"/* "$dest/"
}`;
const npm = `#!/bin/bash\n${serve}\nserve "$@"\n`;
const python = (real: string) => `#!/bin/bash\n${serve}
if [ "$1 $2" = "-m pip" ]; then serve "$@"; exit; fi
case " $* " in *" unpack "*) pass_gate unpack ;; esac
exec ${real} "$@"\n`;

const driver = `
const { fetchPackage } = await import(process.env.MODULE);
try {
  const filter = new RegExp(process.env.MEMBERS);
  const report = ({ phase }) => console.error(phase);
  console.log(await fetchPackage(JSON.parse(process.env.PIN), { members: (path) => filter.test(path), report }));
} catch (error) {
  console.log(error.kind + ': ' + error.message);
  process.exitCode = 1;
}`;

const tarScript = `
import io, json, sys, tarfile
with tarfile.open(sys.argv[1], 'w:gz') as tar:
    for name, content in json.load(sys.stdin):
        info = tarfile.TarInfo(name)
        if isinstance(content, dict):
            info.type, info.linkname = tarfile.SYMTYPE, content['link']
            tar.addfile(info)
        else:
            info.size = len(content.encode())
            tar.addfile(info, io.BytesIO(content.encode()))`;
const zipScript = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as archive:
    for name, content in json.load(sys.stdin):
        archive.writestr(name, content)`;

/** Output of one process that fetched a package: the folder, or \`kind: message\`. */
export interface Fetched {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A registry, its two clients and a cache in a folder of their own. */
export class Registry implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'lacuna-registry-'));
  readonly cache: string;
  readonly #realPython = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {
    encoding: 'utf8',
  }).trim();

  constructor(cache?: string) {
    this.cache = cache ?? join(this.folder, 'cache');
    mkdirSync(join(this.folder, 'bin'));
    mkdirSync(join(this.folder, 'served'));
    for (const [name, text] of Object.entries({ npm, python3: python(this.#realPython) })) {
      writeFileSync(join(this.folder, 'bin', name), text);
      chmodSync(join(this.folder, 'bin', name), 0o755);
    }
  }

  /** Makes an archive and its pin; \`served\` says what each call of a client gets: the archive or other bytes. */
  put(
    kind: 'npm' | 'pypi',
    entries: readonly (readonly [string, Entry])[],
    served: readonly ('archive' | Altered)[] = ['archive'],
  ): Pin {
    const file = kind === 'npm' ? 'tiny-1.0.0.tgz' : 'tiny-1.0.0-py3-none-any.whl';
    const path = join(this.folder, file);
    execFileSync(this.#realPython, ['-c', kind === 'npm' ? tarScript : zipScript, path], {
      input: JSON.stringify(entries),
    });
    const bytes = readFileSync(path);
    for (const [index, what] of served.entries()) {
      const folder = join(this.folder, 'served', String(index + 1));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, file), what === 'archive' ? bytes : what(bytes));
    }
    return {
      kind,
      name: 'tiny',
      version: '1.0.0',
      file,
      bytes: bytes.length,
      unpacked: 0,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  }

  /** Lets clients (or the unpacker) wait until the gate is opened. */
  closeGate(stage: Stage): void {
    execFileSync('mkfifo', [this.#fifo(stage, 'gate'), this.#fifo(stage, 'arrived')]);
  }

  /** Resolves when somebody waits at the gate: reading a fifo blocks until somebody writes to it. */
  async arrival(stage: Stage): Promise<void> {
    await readFile(this.#fifo(stage, 'arrived'));
  }

  /** Lets the one who waits pass and takes the gate away. */
  async openGate(stage: Stage): Promise<void> {
    await writeFile(this.#fifo(stage, 'gate'), '');
    rmSync(this.#fifo(stage, 'gate'));
  }

  #fifo(stage: Stage, what: 'gate' | 'arrived'): string {
    return join(this.folder, `${stage}-${what}`);
  }

  /** A process that fetches \`pin\` into the cache. \`shell\` is put before it in a bash line. */
  start(
    pin: Pin,
    options: { readonly members?: string; readonly shell?: string } = {},
  ): {
    readonly child: ChildProcess;
    readonly done: Promise<Fetched>;
    readonly says: (text: string) => Promise<void>;
  } {
    const env = {
      ...process.env,
      PATH: join(this.folder, 'bin') + delimiter + process.env['PATH'],
      REGISTRY: this.folder,
      LACUNA_CACHE: this.cache,
      PIN: JSON.stringify(pin),
      MEMBERS: options.members ?? '',
      MODULE: moduleFile,
    };
    const line = `${options.shell ?? ':'}; exec "$0" --input-type=module -e "$1"`;
    const child = spawn('bash', ['-c', line, process.execPath, driver], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const done = new Promise<Fetched>((settle) =>
      child.on('close', (code) => settle({ code, out: out.trim(), err })),
    );
    const says = (text: string) =>
      new Promise<void>((settle) => {
        child.stderr.on('data', () => err.includes(text) && settle());
        if (err.includes(text)) settle();
      });
    child.stderr.prependListener('data', (chunk) => {
      err += chunk;
    });
    return { child, done, says };
  }

  fetch(pin: Pin, options: { readonly members?: string; readonly shell?: string } = {}): Promise<Fetched> {
    return this.start(pin, options).done;
  }

  /** How often a client was called. */
  get calls(): number {
    const path = join(this.folder, 'calls');
    return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').length : 0;
  }

  /** Names below a folder of the cache. */
  names(folder: 'tmp' | 'packages'): string[] {
    const path = join(this.cache, folder);
    return existsSync(path) ? readdirSync(path) : [];
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Bytes that a registry hands out in place of the archive. */
export type Altered = (bytes: Buffer) => Buffer;

/** A download that was cut in the middle. */
export const cut: Altered = (bytes) => bytes.subarray(0, bytes.length / 2);

/** A download of the right length with one other bit. */
export const altered: Altered = (bytes) =>
  Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]);
