import type { StarterList, StarterWish } from '#core/model/wire/index.ts';
import { starterFiles, starterOutline } from '#server/load/index.ts';

/** The programmes to begin with, whole, in a language and for a year. */
export async function starterList({ locale, year }: StarterWish): Promise<StarterList> {
  const wish = { locale, year: Number(year) };
  const { parts, routes } = await starterOutline(locale);
  return {
    parts,
    routes: await Promise.all(
      routes.map(async (route) => ({ ...route, files: await starterFiles(route.id, wish) })),
    ),
  };
}
