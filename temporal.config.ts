import { defineConfig } from './engine/config.ts';

/*
 * Where Lacuna runs. What can change a result is in the pipeline file, never here.
 *
 * Environment variables come before this file: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY,
 * TEMPORAL_TLS_* and the profiles of TEMPORAL_CONFIG_FILE and TEMPORAL_PROFILE, as Temporal's own tools read
 * them; LACUNA_STORE, LACUNA_WORK, LACUNA_S3_ENDPOINT, LACUNA_S3_REGION, LACUNA_S3_RETRY_SECONDS and
 * LACUNA_CACHE_SIZE for the store; LACUNA_WORKER=none where `lacuna run` on a server of your own leaves all work to
 * the workers there. Keys and certificates belong there, not in a file that is committed.
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
   * Results and run records: a folder, relative to where you call lacuna, or 's3://BUCKET/PREFIX'. Machines that work
   * together need a bucket, or a folder that all of them see under this path. docs/stores.md compares the two.
   */
  store: '.lacuna',

  /*
   * Of a store in a bucket: the server (left out: Amazon's), the region that requests are signed for ('us-east-1'), and
   * whether the bucket is in the path or in the host name. Its credentials are in the environment, for example
   * LACUNA_S3_ACCESS_KEY and LACUNA_S3_SECRET_KEY.
   */
  // s3: { endpoint: 'https://minio.lab.example:9000', region: 'us-east-1', pathStyle: true },

  /* Of a store in a bucket: this machine's folder for work under way, logs, copies, and the private server's database. */
  // work: '.lacuna',

  /* How much of a bucket's contents is kept as copies in that folder, in bytes. */
  // cacheBytes: 50e9,

  /*
   * Queues that this machine works on and how many tasks of each run at once. Left out: 4 of cpu, and of gpu one
   * where there is a GPU, else two that share the cores. A pipeline step names its queue with `queue`; other names
   * than these are yours to add: 'gpu-a100': 1. With 0 `lacuna run` on a server of your own does not work on one.
   */
  // queues: { cpu: 4, gpu: 1 },
});
