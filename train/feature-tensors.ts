import type { Design } from '../model/design.ts';
import type { TensorValues } from '../tensor/safetensors.ts';
import type { Features } from './features.ts';

/**
 * The features as the tensors of `features.safetensors`, [rows, width] each: `image.class`, `image.proxy.text` (what
 * the picture says of the text), `image.proxy` where one proxy is for all others. Views that are not plain are
 * marked: `image.class@without-text`.
 */
export function featureTensors({ towers }: Design, features: Features): TensorValues {
  const entries = features.towers.flatMap((views, tower) =>
    [...views].flatMap(([view, { width, classToken, proxies }]) => {
      const modality = towers[tower]?.modality;
      const others = towers.filter((_, index) => index !== tower).map((other) => `.${other.modality}`);
      const mark = view === 'plain' ? '' : `@${view}`;
      const shape = [features.rows, width];
      return [
        [`${modality}.class${mark}`, { shape, data: classToken }] as const,
        ...proxies.map((data, index) => {
          const other = proxies.length === others.length ? others[index] : '';
          return [`${modality}.proxy${other}${mark}`, { shape, data }] as const;
        }),
      ];
    }),
  );
  return Object.fromEntries(entries);
}
