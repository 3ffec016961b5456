import http from 'node:http';
import https from 'node:https';
import type { ClientOptions } from 'minio';
import { isBusyStatus, problemOf, ServerAnswer } from './s3-answer.ts';

/** Sockets to one server at once. */
const maxSockets = 32;

/** Joining parts and copying happen on the server, which is silent meanwhile. */
const serverWorkMs = 600_000;

/** How much of an answer that reports a problem is read. */
const problemChars = 16_384;

/**
 * What carries the client's requests. The client waits for an answer without end and knows of no answer but a good and
 * a bad one; here a silent connection is cut, and an answer that asks us to try again becomes an error that says so.
 */
export function makeTransport(
  secure: boolean,
  silenceMs: number,
): Required<Pick<ClientOptions, 'transport' | 'transportAgent'>> {
  const module = secure ? https : http;
  const transportAgent = new module.Agent({ keepAlive: true, maxSockets, timeout: silenceMs });
  const request = (options: https.RequestOptions, onAnswer: (answer: http.IncomingMessage) => void) => {
    const timeout = isServerWork(options) ? Math.max(serverWorkMs, silenceMs) : silenceMs;
    const sent = module.request({ ...options, timeout }, (answer) => {
      if (isBusyStatus(answer.statusCode ?? 0)) void reportProblem(sent, answer);
      else onAnswer(answer);
    });
    return sent.on('timeout', () => {
      const text = `nothing was heard for ${timeout / 1000} s`;
      sent.destroy(Object.assign(new Error(text), { code: 'ETIMEDOUT' }));
    });
  };
  return { transport: { request } as typeof http, transportAgent };
}

function isServerWork({ method, path, headers }: https.RequestOptions): boolean {
  const isCopy = headers !== undefined && 'x-amz-copy-source' in headers;
  return isCopy || (method === 'POST' && /[?&]uploadId=/.test(path ?? ''));
}

/** Reads what the server says and hands it to whoever waits for the request. */
async function reportProblem(sent: http.ClientRequest, answer: http.IncomingMessage): Promise<void> {
  let text = '';
  try {
    for await (const chunk of answer) if (text.length < problemChars) text += String(chunk);
  } catch {
    // Cut off: the status alone has to do.
  }
  const { code, message } = problemOf(text);
  const status = `HTTP ${answer.statusCode}`;
  sent.emit('error', new ServerAnswer(code || status, message || status));
}
