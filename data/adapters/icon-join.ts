import { failure } from '../../diagnostics/failure.ts';
import type { FontAwesomeOptions } from '../../schemas/generated/resolved.ts';
import type { Outline, RawSample, RawSamples } from './raw-sample.ts';
import { splitOf } from './share-of.ts';

/** A drawing: its path in a box whose corner is at 0, 0, which some paths leave. */
interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly path: string;
}

/** An icon by its name, from Font Awesome's `icon-families.json`. Those of brands have no `solid` drawing. */
export interface NamedIcon {
  readonly label: string;
  readonly svgs: { readonly classic: { readonly solid?: Drawing } };
}

/** A category by its key, from `categories.yml`. */
export interface IconCategory {
  readonly label: string;
  readonly icons: readonly string[];
}

/** The files that the package carries. */
export interface IconTables {
  readonly icons: { readonly [name: string]: NamedIcon };
  readonly categories: { readonly [key: string]: IconCategory };
}

/**
 * Joins icons with their categories: a category counts if it has `minIcons` solid icons or more, an icon if it has such a
 * category. Classes are in the package's order; one without a sample in the kept splits is left out, so that labels are
 * dense. Throws LAC3184 when no category is large enough.
 */
export function joinIcons({ icons, categories }: IconTables, options: FontAwesomeOptions): RawSamples {
  const isSolid = (name: string) => icons[name]?.svgs.classic.solid !== undefined;
  const solid = Object.values(categories).map((category) => ({
    label: category.label,
    icons: category.icons.filter(isSolid),
  }));
  const large = requireLarge(solid, options);
  const isKept = (name: string) => options.splits.includes(splitOf(name));
  const classes = large.filter((category) => category.icons.some(isKept));
  const names = [...new Set(classes.flatMap((category) => category.icons))].filter(isKept).sort();
  return {
    name: 'font-awesome',
    classes: classes.map(({ label }) => label),
    multiLabel: true,
    samples: names.map((name) => sampleOf(name, icons, classes)),
    notes: [`${large.length} of ${solid.length} categories have ${options.minIcons} solid icons or more`],
  };
}

function requireLarge(
  categories: readonly IconCategory[],
  { minIcons }: FontAwesomeOptions,
): readonly IconCategory[] {
  const large = categories.filter(({ icons }) => icons.length >= minIcons);
  if (large.length > 0) return large;
  const [largest] = [...categories].sort((a, b) => b.icons.length - a.icons.length);
  throw failure('LAC3184', {
    minIcons,
    largest: largest?.label ?? 'none',
    most: largest?.icons.length ?? 0,
  });
}

function sampleOf(name: string, icons: IconTables['icons'], classes: readonly IconCategory[]): RawSample {
  const icon = icons[name];
  const solid = icon?.svgs.classic.solid;
  if (icon === undefined || solid === undefined)
    throw failure('LAC9001', { what: `${name} is no solid icon` });
  const labels = [...classes.keys()].filter((index) => classes[index]?.icons.includes(name));
  return {
    id: name,
    label: labels[0] ?? -1,
    labels,
    split: splitOf(name),
    image: outlineOf(solid),
    text: icon.label,
  };
}

// Boxes are 512 high; Font Awesome's `svgs-full` has the same drawings in the middle of this square, in which all have room.
const canvas = 640;

function outlineOf({ width, height, path }: Drawing): Outline {
  return { left: (width - canvas) / 2, top: (height - canvas) / 2, side: canvas, path };
}
