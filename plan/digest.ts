/** `sha256-<64 hex digits>`: names bytes by their content. Branded, so that a name cannot pass for one. */
export type Digest = `sha256-${string}` & { readonly digest: unique symbol };

/** Digest of a task's canonical record: what its result is stored under. */
export type Key = `sha256-${string}` & { readonly key: unique symbol };

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };
