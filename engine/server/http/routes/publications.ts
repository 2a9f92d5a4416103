import {
  closed,
  Empty,
  PublicationAct,
  PublicationList,
  PublishedEdition,
  SourceFiles,
  text,
} from '#core/model/wire/index.ts';
import { actOnPublication, publicationList, publishedFiles } from '#server/services/drafts/index.ts';
import { guarded, type Route } from '../route.ts';

export const publicationRoutes: Route[] = [
  guarded({
    summary: 'What was published, newest first',
    access: ['definitions', 'publish'],
    method: 'GET',
    path: '/api/publications',
    response: PublicationList,
    handle: (services) => publicationList(services),
  }),
  guarded({
    summary: 'Publishes again what a cycle had before, or ends new cases of it',
    access: ['publish'],
    object: 'name',
    method: 'POST',
    path: '/api/publications',
    body: PublicationAct,
    response: Empty,
    handle: async (services, { body }, actor) => {
      await actOnPublication(services, actor, body);
      return {};
    },
  }),
  guarded({
    summary: 'The files of what is published in a cycle, or of an edition that was, as a folder has them',
    access: ['definitions', 'publish'],
    object: 'name',
    method: 'GET',
    path: '/api/publications/:cycle/files',
    params: closed({ cycle: text(60) }),
    query: PublishedEdition,
    response: SourceFiles,
    compressed: true,
    handle: (services, { params, query }) => publishedFiles(services, params.cycle, query.edition),
  }),
];
