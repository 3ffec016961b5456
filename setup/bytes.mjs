import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Bytes of all files below a folder; files that vanish meanwhile count nothing.
 * @param {string} folder
 * @returns {number}
 */
export function folderBytes(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .reduce(
        (sum, entry) =>
          sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
        0,
      );
  } catch {
    return 0;
  }
}

/**
 * `273.8 MB`: a size for people, in units of 1,000,000 bytes.
 * @param {number} bytes
 */
export function megabytes(bytes) {
  const value = bytes / 1e6;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} MB`;
}
