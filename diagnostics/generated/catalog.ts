// Generated from diagnostics/catalog/*.md by `npm run gen`. Do not edit.
export const catalog = {
  LAC9001: {"name":"bug","message":"this is a bug in Lacuna: %what%","retryable":false,"explanation":"Nothing that you wrote should be able to cause this. What was finished before is kept in the store.\nPlease report it with the command, the pipeline file and the output of `lacuna doctor`."},
} as const;
