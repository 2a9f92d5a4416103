import { AttestationQuestion, AttestationView, AttestedSheets } from '#core/model/wire/index.ts';
import { attestedSheets, checkAttestation } from '#server/services/attestations/index.ts';
import { open, type Route } from '../route.ts';

export const attestationRoutes: Route[] = [
  open({
    summary: 'The sheets whose official prints carry a code, and what has to be known of one to ask about it',
    method: 'GET',
    path: '/api/attestations',
    response: AttestedSheets,
    compressed: true,
    perMinute: 60,
    handle: (services) => attestedSheets(services),
  }),
  open({
    summary: 'Whether such a print was issued; asked in the body, so that nothing of it stands in a log',
    method: 'POST',
    path: '/api/attestations',
    body: AttestationQuestion,
    response: AttestationView,
    perMinute: 12,
    handle: (services, { body }) => checkAttestation(services, body),
  }),
];
