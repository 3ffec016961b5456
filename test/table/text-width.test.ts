import { describe, expect, it } from 'vitest';
import { oneLine, pad, textWidth } from '../../table/text-width.ts';

describe('textWidth', () => {
  it.each([
    ['', 0],
    ['76.12 ± 0.34', 12],
    ['café', 4],
    ['cafe\u0301', 4],
    ['模态', 4],
    ['ｆｕｌｌ', 8],
    ['한글', 4],
    ['😀', 2],
    ['👩‍🔬', 2],
    ['🇩🇪', 2],
    ['❤\uFE0F', 2],
    ['†', 1],
    ['\u200B', 0],
  ])('of %j is %i columns', (text, columns) => {
    expect(textWidth(text)).toBe(columns);
  });
});

describe('pad', () => {
  it('fills to a display width and never cuts', () => {
    expect([pad('模', 4, 'left'), pad('模', 4, 'right'), pad('long', 2, 'left')]).toEqual([
      '  模',
      '模  ',
      'long',
    ]);
  });
});

describe('oneLine', () => {
  it('leaves nothing that a terminal or a file takes for a line end or a command', () => {
    expect(oneLine(' a\r\n\tb\u001B[31mc\u0000\u2028d ')).toBe('a b [31mc d');
  });
});
