import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../signal/clean-text.ts';

describe('Cleaning a text as a tweet', () => {
  test.each([
    { what: 'a leading RT', text: 'RT Best tacos in town', clean: 'Best tacos in town' },
    { what: 'a leading RT and all blanks after it', text: 'RT \t Best tacos', clean: 'Best tacos' },
    { what: 'a link', text: 'see http://example.com/x', clean: 'see ' },
    { what: 'a secure link', text: 'see https://example.com', clean: 'see ' },
    { what: 'what stands behind a link', text: 'see https://a.b and more', clean: 'see ' },
    { what: 'a link to the end of its line', text: 'see http://a.b x\nnext line', clean: 'see \nnext line' },
    { what: 'links on two lines', text: 'a http://a\nb https://b\nc', clean: 'a \nb \nc' },
    { what: 'signs of tags', text: '#tacos with #salsa C#', clean: 'tacos with salsa C' },
    { what: 'all of these', text: 'RT #pho http://t.co/#x', clean: 'pho ' },
  ])('removes $what', ({ text, clean }) => {
    expect(cleanText(text, 'tweet')).toBe(clean);
  });

  test.each([
    'ART is long',
    'RTs are many',
    'my RT of it',
    'rt in small letters',
    ' RT after a blank',
    'HTTP://LOUD.COM',
    'ftp://example.com',
    'http without a link',
    "crème brûlée, don't!",
    '',
  ])('leaves %j alone', (text) => {
    expect(cleanText(text, 'tweet')).toBe(text);
  });

  test('removes what a tag sign hid from the start only once', () => {
    expect(cleanText('#RT hello', 'tweet')).toBe('RT hello');
    expect(cleanText('RT RT hello', 'tweet')).toBe('RT hello');
  });

  test('leaves neither links nor tag signs', () => {
    const part = fc.constantFrom(
      'RT ',
      '#',
      'http://',
      'https://',
      'h',
      'ttp://',
      '\n',
      ' ',
      'taco',
      ':',
      '/',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('').replaceAll('#', '');
        expect(cleanText(text, 'tweet')).not.toMatch(/https?:\/\//);
        expect(cleanText(parts.join(''), 'tweet')).not.toContain('#');
      }),
    );
  });
});

test('Without cleaning a text stays as it is', () => {
  fc.assert(fc.property(fc.string(), (text) => cleanText(text, 'none') === text));
  expect(cleanText('RT #x http://y', 'none')).toBe('RT #x http://y');
});
