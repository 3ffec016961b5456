/** Records under a header as RFC 4180 has them: CRLF, fields with commas, quotes or line ends in quotes, quotes doubled. */
export function csvText(header: readonly string[], records: readonly (readonly string[])[]): string {
  return [header, ...records].map((record) => `${record.map(quote).join(',')}\r\n`).join('');
}

/** A number unrounded; nothing where there is none. */
export function numeral(value: number | null): string {
  return value === null ? '' : String(value);
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
