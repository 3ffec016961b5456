import { failure } from '../diagnostics/failure.ts';
import type { LacunaConfig } from '../engine/config.ts';
import { locateTools } from '../setup/locate-tools.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';

/** The Temporal program for the private server: chosen by environment or config, else the one that set-up installed. */
export function locateTemporal(config: LacunaConfig): string {
  const path = chosenOrInstalled(config);
  if (path === undefined) throw failure('LAC1907', {});
  return path;
}

function chosenOrInstalled(config: LacunaConfig): string | undefined {
  try {
    return locateTools(process.env, config).temporal.path;
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    const path = process.env['LACUNA_TEMPORAL_BIN'] ?? config.temporalBinary ?? '';
    throw failure('LAC6002', { path, reason: error.message.replace(/\.$/, '') }, error);
  }
}
