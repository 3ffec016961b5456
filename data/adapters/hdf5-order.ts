import { failure } from '../../diagnostics/failure.ts';
import type { FolderRoot } from './folder-root.ts';

/** Row numbers in dataset `order` of an HDF5 file, one dimension of whole numbers from 0 to `rows - 1`. */
export async function readOrder(root: FolderRoot, path: string, rows: number): Promise<readonly number[]> {
  const bytes = await root.read(path);
  if (bytes === undefined) throw failure('LAC3161', { file: path, root: root.path });
  const order = await decodeOrder(bytes, path);
  const wrong = order.find((row) => !Number.isInteger(row) || row < 0 || row >= rows);
  if (wrong !== undefined) {
    throw failure('LAC3181', {
      file: path,
      reason: `\`order\` names row ${wrong}, and there are rows 0 to ${rows - 1}`,
    });
  }
  return order;
}

const mostRows = 1_000_000;

async function decodeOrder(bytes: Buffer, file: string): Promise<readonly number[]> {
  try {
    const { File } = await import('jsfive');
    const start = bytes.byteOffset;
    // jsfive takes an ArrayBuffer, and a small Buffer is a window into a larger one.
    const copy = bytes.buffer.slice(start, start + bytes.byteLength) as ArrayBuffer;
    const order = new File(copy, file).get('order');
    const [length = 0, ...more] = order.shape;
    if (more.length > 0 || length > mostRows)
      throw new Error(`\`order\` has the shape ${order.shape.join(' x ')}`);
    const values: unknown = order.value;
    if (!Array.isArray(values)) throw new Error('`order` holds no numbers');
    return values.map(Number);
  } catch (error) {
    // jsfive throws bare texts, too.
    throw failure('LAC3181', { file, reason: error instanceof Error ? error.message : String(error) }, error);
  }
}
