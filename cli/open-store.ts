import { openStore as open } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** The store of the settings; damage that a read finds is said at once and healed by the next run. */
export function openStore(settings: Settings, terminal: Terminal): Promise<Store> {
  return open(settings.store, process.env, ({ path, reason, quarantine }) =>
    terminal.talk(
      `damaged: ${path}: ${reason}. Moved to ${quarantine}; it counts as not there and is made again.`,
    ),
  );
}
