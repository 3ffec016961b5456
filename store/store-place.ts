import type { S3Settings } from './s3-address.ts';

/** Where a store is, and what a process needs to reach it besides secrets, which stay in its environment. */
export interface StorePlace {
  /** A folder, or `s3://BUCKET/PREFIX`. */
  readonly location: string;
  /** Folder of this machine for attempts, logs, copies and the private server; of a store in a folder, that folder. */
  readonly workDirectory: string;
  /** Of a store in a bucket. */
  readonly s3?: S3Settings;
  /** How many bytes of copies of a bucket's contents this machine keeps; 50 GB when left out. */
  readonly cacheBytes?: number;
}
