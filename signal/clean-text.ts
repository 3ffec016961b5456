/** What is removed from a text before it is cut into tokens. */
export type Cleaning = 'none' | 'tweet';

/**
 * A text without what `how` removes. `tweet` is the cleaning that the field applies to the titles of Food-101: a
 * leading "RT", then links from `http://` or `https://` to the end of their line, then every `#`.
 */
export function cleanText(text: string, how: Cleaning): string {
  if (how === 'none') return text;
  // Case counts, and a link takes along whatever stands after it: so do the originals.
  return text
    .replace(/^RT\s+/, '')
    .replace(/https?:\/\/[^\n]*/g, '')
    .replaceAll('#', '');
}
