/** A cell of the grid as a heading: `only text`, `missing text 70 %`, `30 % text`. */
export function labelOfCell(cell: string): string {
  const [name = '', percent] = cell.split('@');
  if (percent === undefined) return words(name);
  return name.includes('-') ? `${words(name)} ${percent} %` : `${percent} % ${name}`;
}

function words(name: string): string {
  return name.replace(/(?<=\w)-(?=\w)/g, ' ');
}
