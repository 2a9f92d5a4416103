import { asObject, isObject, pointer } from '#core/json/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';

/** An overlay for a section that neither the category nor any that extends it shows. */
export const overlayNamesNothing: Check = {
  code: 'overlay-names-nothing',
  run: ({ loaded }) => {
    const shown = new Set(
      loaded.definition.categories.flatMap((category) => category.sections.map((section) => section.id)),
    );
    return loaded.files
      .filter((file) => identifyFile(file.path)?.kind === 'category' && isObject(file.json))
      .flatMap((file) => {
        const id = asObject(file.json).id;
        const own = loaded.definition.categories.find((category) => category.id === id);
        const known = own ? new Set(own.sections.map((section) => section.id)) : shown;
        return Object.keys(asObject(asObject(file.json).overlay))
          .filter((name) => !known.has(name))
          .map((name) => ({
            at: { file: file.path, pointer: pointer('overlay', name) },
            params: { section: name },
          }));
      });
  },
};
