import { pointer } from '#core/json/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import { duplicates } from '../../duplicates.ts';

/** Two things of one kind under one id. */
export const duplicateId: Check = {
  code: 'duplicate-id',
  run: (context) => [
    ...inSections(context),
    ...inCategories(context),
    ...inProgramme(context),
    ...inDemo(context),
    ...inMachines(context),
    ...inFolders(context),
  ],
};

type Named = { id: string }[] | undefined;

function among(parts: Named, at: string): Finding[] {
  return duplicates(
    (parts ?? []).map((part) => part.id),
    (index) => at + pointer(index, 'id'),
  );
}

function inSections({ sections }: LintContext): Finding[] {
  return sections.flatMap(({ section, pointer: at }) => [
    ...among(section.rules, `${at}/rules`),
    ...among(section.slots, `${at}/slots`),
    ...among(section.items, `${at}/items`),
    ...(Array.isArray(section.columns) ? among(section.columns, `${at}/columns`) : []),
  ]);
}

function inCategories({ definition }: LintContext): Finding[] {
  const own = definition.categories.flatMap((category, index) => [
    ...among(category.pages, pointer('categories', index, 'pages')),
    ...among(category.menus, pointer('categories', index, 'menus')),
    ...among(category.rules, pointer('categories', index, 'rules')),
  ]);
  const kinds = ['categories', 'routes', 'codes', 'expressions', 'sheets', 'rosters', 'cases'] as const;
  return [...own, ...kinds.flatMap((kind) => among(definition[kind], pointer(kind)))];
}

function inProgramme({ definition: { programme } }: LintContext): Finding[] {
  return [
    ...among(programme.organisationKinds, '/programme/organisationKinds'),
    ...among(programme.roles, '/programme/roles'),
    ...among(programme.seed.organisations, '/programme/seed/organisations'),
  ];
}

function inDemo({ definition: { demo } }: LintContext): Finding[] {
  return [...among(demo?.organisations, '/demo/organisations'), ...among(demo?.people, '/demo/people')];
}

/** Targets find states by these. */
function inMachines({ routes }: LintContext): Finding[] {
  return routes.flatMap(({ states, pointer: at }) => {
    const named = states.filter((site) => typeof site.state.id === 'string');
    const place = (index: number) => `${at}${named[index]?.pointer ?? ''}/id`;
    return duplicates(
      named.map((site) => String(site.state.id)),
      place,
    );
  });
}

/** Sections and fragments are taken by their name; folders inside their folder could hold two of one name. */
function inFolders({ loaded }: LintContext): Finding[] {
  const named = loaded.files.flatMap(({ path }) => {
    const place = identifyFile(path);
    if (place?.kind !== 'section' && place?.kind !== 'fragment') return [];
    return [{ path, name: [place.cycle ?? '', place.kind, place.id].join('/'), id: place.id }];
  });
  return named.flatMap(({ path, name, id }, index) =>
    named.findIndex((other) => other.name === name) < index
      ? [
          {
            at: { file: path, pointer: '/id' },
            params: { id },
          },
        ]
      : [],
  );
}
