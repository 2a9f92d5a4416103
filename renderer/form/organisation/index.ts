/** Choosing from the organisation tree. */
export { OrganisationPicker } from './OrganisationPicker.tsx';
export { OrganisationScope, useScope } from './scope.tsx';
