import { SetupProblem } from './setup-problem.mjs';

/**
 * Where the model hub is and who asks.
 * @typedef {{ readonly endpoint: string, readonly token?: string }} HubAccess
 */

/**
 * Access to the Hugging Face Hub by the variables that its own tools read: `HF_ENDPOINT` for a mirror, `HF_TOKEN` for
 * gated and private models. The endpoint has no slash at its end.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {HubAccess}
 */
export function hubAccess(env = process.env) {
  const endpoint = (env['HF_ENDPOINT'] || 'https://huggingface.co').replace(/\/+$/, '');
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : '')) {
    throw new SetupProblem(
      'configuration',
      `HF_ENDPOINT is "${endpoint}", which is not an address. Write https://HOST, or unset it`,
    );
  }
  const token = env['HF_TOKEN']?.trim();
  if (!token) return { endpoint };
  if (!token.startsWith('hf_')) {
    throw new SetupProblem(
      'configuration',
      'HF_TOKEN is set to something that is not a token of the Hub: those begin with hf_. Set it again, or unset it',
    );
  }
  return { endpoint, token };
}
