import { rm } from 'node:fs/promises';
import type { Parts } from '../plan/job.ts';
import type { KeyRecord } from '../plan/plan.ts';
import { keyOf } from '../store/hash.ts';
import type { Entry, Store } from '../store/store.ts';

/** Parts of a task's result in the store, each under a key of its own: that of the task with the part's name. */
export function partsIn(store: Store, record: KeyRecord, provenanceOf: () => Entry['provenance']): Parts {
  const recordOf = (name: string): KeyRecord => ({ ...record, part: name });
  return {
    take: async (name, directory) => {
      const key = keyOf(recordOf(name));
      const found = (await store.lookup([key])).get(key);
      if (found === undefined) return false;
      try {
        await store.materialise(found.digest, directory);
        return true;
      } catch {
        // A damaged part is put aside by the store and made again.
        await rm(directory, { recursive: true, force: true });
        return false;
      }
    },
    keep: async (name, directory) => {
      const part = recordOf(name);
      const mediaType = 'application/vnd.lacuna.part';
      await store.publish({
        key: keyOf(part),
        record: part,
        directory,
        mediaType,
        summary: {},
        provenance: provenanceOf(),
      });
    },
  };
}
