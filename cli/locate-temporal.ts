import { failure } from '../diagnostics/failure.ts';
import type { LacunaConfig } from '../engine/config.ts';
import { locateTools } from '../setup/locate-tools.mjs';

/** The Temporal program for the private server: chosen by environment or config, else the one that set-up installed. */
export function locateTemporal(config: LacunaConfig): string {
  const { temporal } = locateTools(process.env, config);
  if (temporal.path === undefined) throw failure('LAC1907', {});
  return temporal.path;
}
