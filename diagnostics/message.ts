import { catalog } from './generated/catalog.ts';

/** Permanent code of a message, `LAC1102`. Never renumbered, reused or deleted. */
export type Code = keyof typeof catalog;

type Placeholders<Text extends string> = Text extends `${string}%${infer Name}%${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The values that a code's message asks for: one string or number per `%placeholder%`. */
export type Values<C extends Code> = {
  readonly [Name in Placeholders<(typeof catalog)[C]['message']>]: string | number;
};

/** Text of a code with its placeholders filled in. */
export function message<C extends Code>(code: C, values: Values<C>): string {
  const given = values as Readonly<Record<string, string | number>>;
  return catalog[code].message.replace(/%(\w+)%/g, (_, name: string) => String(given[name]));
}
