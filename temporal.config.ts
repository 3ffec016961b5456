import { defineConfig } from './engine/config.ts';

/*
 * Where Lacuna runs. What can change a result is in the pipeline file, never here.
 *
 * Environment variables come before this file: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY,
 * TEMPORAL_TLS_* and the profiles of TEMPORAL_CONFIG_FILE and TEMPORAL_PROFILE, as Temporal's own tools read
 * them; LACUNA_STORE for the store. Keys and certificates belong there, not in a file that is committed.
 */
export const config = defineConfig({
  /*
   * A Temporal server of your own, for example 'temporal.lab.example:7233'. Left out, each run starts a private
   * one on this machine, reachable from this machine only, and stops it afterwards.
   */
  // address: 'localhost:7233',

  /* The namespace on that server. */
  // namespace: 'default',

  /* The program for the private server; left out, the one that the set-up installed. */
  // temporalBinary: '/usr/local/bin/temporal',

  /* A TensorFlow C library of your own: a folder with libtensorflow_cc.so.2 and include/, or with lib/ and include/. */
  // tensorflowDirectory: '/opt/libtensorflow',

  /*
   * Results, run records and the private server's database. Relative to the folder where you call lacuna.
   * Machines that work together need a folder that all of them see under this path.
   */
  store: '.lacuna',

  /*
   * Queues that this machine works on and how many tasks of each run at once. Left out: 4 of cpu, and of gpu one
   * where there is a GPU, else two that share the cores. A pipeline step names its queue with `queue`; other names
   * than these are yours to add: 'gpu-a100': 1.
   */
  // queues: { cpu: 4, gpu: 1 },
});
