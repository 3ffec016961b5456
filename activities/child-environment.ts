/** Variables that hold secrets of the store and of Temporal, or say where such secrets are. */
const secrets = /^(LACUNA_S3_|AWS_|TEMPORAL_)/;

/** The environment for a process that computes: it needs no secret, since its supervisor has the store. */
export function withoutSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !secrets.test(name)));
}
