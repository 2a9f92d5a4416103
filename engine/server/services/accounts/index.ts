/** Registrations, staff and organisations: created, changed, moved, deleted. */
export { accountPage } from './account-list.ts';
export { ACCOUNT_CYCLE } from './accounts.ts';
export { addOrganisation, addSeeded, createChild } from './create-child.ts';
export { forgetUser } from './forget-user.ts';
export { addUser, deleteUser, resetPassword, setUserStatus } from './manage-users.ts';
export { moveOrganisation } from './move-organisation.ts';
export { organisationView, searchOrganisations } from './organisations.ts';
export { rebindAccount } from './rebind-account.ts';
export { register } from './register.ts';
export { removeOrganisation } from './remove-organisation.ts';
export { finishSetup, openSetups, type SetupLink, setupView } from './setup.ts';
export { addStaff } from './staff.ts';
