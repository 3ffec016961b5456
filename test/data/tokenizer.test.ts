import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadTokenizer, type TokenizerOptions } from '../../data/media/tokenizer.ts';

const vectors = fileURLToPath(new URL('../vectors/text/', import.meta.url));
const file: TokenizerOptions = { tokenizer: 'file', maxLength: 12, clean: 'none' };
const wordpiece: TokenizerOptions = { tokenizer: 'wordpiece', maxLength: 40, clean: 'none' };

interface Expected {
  readonly texts: readonly string[];
  readonly ids: Readonly<Record<string, { whole: readonly number[][]; cut: readonly number[][] }>>;
}

const expected = JSON.parse(readFileSync(join(vectors, 'expected.json'), 'utf8')) as Expected;
const kinds = Object.keys(expected.ids);

async function idsOf(folder: string, options: TokenizerOptions): Promise<(readonly number[])[]> {
  const { tokenize } = await loadTokenizer(folder, options);
  return Promise.all(expected.texts.map(tokenize));
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-tokenizer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a changed copy of a tokenizer.json into the folder. */
function change(kind: string, edit: (contents: Record<string, Record<string, unknown>>) => void): void {
  const contents = JSON.parse(readFileSync(join(vectors, kind, 'tokenizer.json'), 'utf8'));
  edit(contents);
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(contents));
}

describe('A tokenizer.json', () => {
  test('has been tried in six kinds on many texts', () => {
    expect(kinds).toEqual(['roberta', 'clip', 'llama', 'unigram', 'bert-cased', 'words']);
    expect(expected.texts.length).toBeGreaterThan(70);
  });

  test.each(kinds)('%s gives the ids of the Python library', async (kind) => {
    const { whole, cut } = expected.ids[kind] ?? { whole: [], cut: [] };
    expect(await idsOf(join(vectors, kind), { ...file, maxLength: 5000 })).toEqual(whole);
    expect(await idsOf(join(vectors, kind), file)).toEqual(cut);
  });

  test('is read with a byte order mark, too', async () => {
    const text = readFileSync(join(vectors, 'clip', 'tokenizer.json'), 'utf8');
    writeFileSync(join(folder, 'tokenizer.json'), `\ufeff${text}`);
    expect(await idsOf(folder, file)).toEqual(expected.ids['clip']?.cut);
  });

  test.each([
    { kind: 'roberta', padId: 1, by: 'its token <pad>' },
    { kind: 'bert-cased', padId: 0, by: 'its own padding' },
    { kind: 'words', padId: 0, by: 'nothing' },
  ])('of $kind pads with $padId, by $by', async ({ kind, padId }) => {
    expect((await loadTokenizer(join(vectors, kind), file)).padId).toBe(padId);
  });

  test('that pads by itself says with what', async () => {
    change('bert-cased', (contents) => Object.assign(contents['padding'] ?? {}, { pad_id: 4 }));
    const { padId, tokenize } = await loadTokenizer(folder, file);
    expect(padId).toBe(4);
    expect(await tokenize('')).toEqual([2, 3]);
  });

  test('cleans texts first', async () => {
    const { tokenize } = await loadTokenizer(join(vectors, 'roberta'), { ...file, clean: 'tweet' });
    const plain = await loadTokenizer(join(vectors, 'roberta'), file);
    expect(await tokenize('RT hello #world http://a.b')).toEqual(await plain.tokenize('hello world '));
  });

  test('is read where both files are there, when it is asked for', async () => {
    change('clip', () => undefined);
    writeFileSync(join(folder, 'vocab.txt'), '[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nhello\n');
    expect(await idsOf(folder, file)).toEqual(expected.ids['clip']?.cut);
    expect(await (await loadTokenizer(folder, wordpiece)).tokenize('hello')).toEqual([2, 5, 3]);
  });

  test('works in a thread that is ended while it works', async () => {
    const program = `
      const { Tokenizer } = require('tokenizers');
      const { parentPort, workerData } = require('node:worker_threads');
      const tokenizer = Tokenizer.fromFile(workerData);
      (async () => { for (;;) parentPort.postMessage((await tokenizer.encode('hello world')).getIds()); })();`;
    const workerData = join(vectors, 'clip', 'tokenizer.json');
    const thread = new Worker(program, { eval: true, workerData });
    const ids = await new Promise((resolve, reject) => thread.once('message', resolve).once('error', reject));
    const { tokenize } = await loadTokenizer(join(vectors, 'clip'), file);
    expect(ids).toEqual(await tokenize('hello world'));
    expect(await thread.terminate()).toBe(1);
  });
});

describe('A tokenizer.json is refused', () => {
  const refuses = (code: string, ...words: readonly string[]) =>
    expect(loadTokenizer(folder, file)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(new RegExp(words.map((word) => `(?=.*${word})`).join(''))),
    });

  test('when there is none', () => refuses('LAC3150', folder));

  test.each([
    { what: 'empty', contents: '' },
    { what: 'a page', contents: '<html>not found</html>' },
    { what: 'cut short', contents: '{"model": {"type": "BP' },
    { what: 'not UTF-8', contents: Buffer.from([0x7b, 0xff, 0x7d]) },
  ])('when it is $what', async ({ contents }) => {
    writeFileSync(join(folder, 'tokenizer.json'), contents);
    await refuses('LAC3151', 'tokenizer\\.json');
  });

  test.each(['[]', '"text"', 'null', '{}', '{"model": 7}', '{"model": {"type": "BPE"}}'])(
    'when it is just %s',
    async (contents) => {
      writeFileSync(join(folder, 'tokenizer.json'), contents);
      await refuses('LAC3153', 'tokenizer\\.json');
    },
  );

  test('when its model is of an unknown type', async () => {
    change('roberta', ({ model }) => Object.assign(model ?? {}, { type: 'Mystery' }));
    await refuses('LAC3152', '"Mystery"', 'BPE, Unigram, WordLevel, WordPiece');
  });

  test('when a part of it is unknown to the library', async () => {
    change('roberta', ({ pre_tokenizer: part }) => Object.assign(part ?? {}, { type: 'Mystery' }));
    await refuses('LAC3153', 'PreTokenizer');
  });

  test.each([
    { kind: 'words', token: '"<unk>"', edit: unlisted('<unk>') },
    { kind: 'bert-cased', token: '"\\[UNK\\]"', edit: unlisted('[UNK]') },
    { kind: 'bert-cased', token: '"\\[CLS\\]"', edit: unlisted('[CLS]') },
    { kind: 'roberta', token: '"</s>"', edit: unlisted('</s>') },
    { kind: 'llama', token: '"<s>"', edit: unlisted('<s>') },
    { kind: 'unigram', token: 'unk_id', edit: without('unk_id') },
    { kind: 'bert-cased', token: 'null', edit: without('unk_token') },
  ])('when its vocabulary lacks $token, as $kind', async ({ kind, token, edit }) => {
    change(kind, edit);
    await refuses('LAC3154', token);
  });

  test('when it numbers a special token otherwise than its vocabulary', async () => {
    change('roberta', ({ post_processor: part }) => Object.assign(part ?? {}, { sep: ['</s>', 3] }));
    await refuses('LAC3154', '"</s>"');
  });

  test('when its special tokens leave no room', async () => {
    const options = { ...file, maxLength: 2 };
    await expect(loadTokenizer(join(vectors, 'clip'), options)).rejects.toMatchObject({ code: 'LAC3155' });
    const { tokenize } = await loadTokenizer(join(vectors, 'clip'), { ...file, maxLength: 3 });
    expect(await tokenize('hello world')).toHaveLength(3);
  });

  test('for a text that no column of texts has', async () => {
    const { tokenize } = await loadTokenizer(join(vectors, 'clip'), file);
    await expect(tokenize('a '.repeat(500_001))).rejects.toMatchObject({ code: 'LAC3157' });
    expect(await tokenize('a '.repeat(50_000))).toHaveLength(12);
  });

  test('where the library has no build', async () => {
    vi.doMock('tokenizers', () => {
      throw new Error('Cannot find native binding');
    });
    await expect(loadTokenizer(join(vectors, 'clip'), file)).rejects.toMatchObject({ code: 'LAC3156' });
    vi.doUnmock('tokenizers');
  });
});

function unlisted(token: string) {
  return (contents: Record<string, Record<string, unknown>>) => {
    const { model, added_tokens: added } = contents;
    const vocab = model?.['vocab'] as Record<string, number>;
    const { [token]: _, ...rest } = vocab;
    Object.assign(model ?? {}, { vocab: rest });
    const kept = (added as unknown as { content: string }[]).filter(({ content }) => content !== token);
    Object.assign(contents, { added_tokens: kept });
  };
}

function without(member: string) {
  return ({ model }: Record<string, Record<string, unknown>>) =>
    Object.assign(model ?? {}, { [member]: undefined });
}

describe('A vocab.txt', () => {
  const golden = [101, 7592, 2088, 102];

  test('is cut up by as BERT does, cased or not, and padded with 0', async () => {
    const { tokenize, padId } = await loadTokenizer(vectors, wordpiece);
    expect(await tokenize('Hello WORLD')).toEqual(golden);
    expect(padId).toBe(0);
    const cased = await loadTokenizer(vectors, { ...wordpiece, lowercase: false });
    expect(await cased.tokenize('Hello world')).toEqual([101, 100, 2088, 102]);
  });

  test('cuts to the length, special tokens included', async () => {
    const { tokenize } = await loadTokenizer(vectors, wordpiece);
    expect(await tokenize('the '.repeat(60))).toEqual([101, ...Array.from({ length: 38 }, () => 1996), 102]);
  });

  test('cleans texts first', async () => {
    const { tokenize } = await loadTokenizer(vectors, { ...wordpiece, clean: 'tweet' });
    expect(await tokenize('RT hello #world http://a.b c')).toEqual(golden);
  });

  test.each([
    { what: 'is missing', contents: undefined, code: 'LAC3205' },
    { what: 'lacks special tokens', contents: '[PAD]\nhello\n', code: 'LAC3108' },
  ])('is refused when it $what', async ({ contents, code }) => {
    if (contents !== undefined) writeFileSync(join(folder, 'vocab.txt'), contents);
    await expect(loadTokenizer(folder, wordpiece)).rejects.toMatchObject({ code });
  });
});
