import { Select } from 'antd';
import type { OrganisationKind, RoleDefinition } from '#core/model/index.ts';
import { type InitialPassword, useAddUser, useCreateOrganisation } from '#renderer/api/index.ts';
import { type AccountsWords, accountsWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField, usePlainForm } from '#renderer/plain-forms/index.ts';
import { Dialog } from './Dialog.tsx';

type Props = {
  /** Roles to choose from, for a user of one's own unit. */
  roles?: RoleDefinition[];
  /** The kind of unit to create below one's own, with its first user. */
  of?: OrganisationKind;
  show: (user: InitialPassword) => void;
  close: () => void;
};

type Values = { name: string; username: string; role: string };

/** A new user of one's own unit, or a new unit with its first user. */
export function AddDialog({ roles = [], of, show, close }: Props) {
  const words = useWords(accountsWords);
  const add = useAddUser();
  const create = useCreateOrganisation();
  const form = usePlainForm<Values>({
    initialValues: { name: '', username: '', role: roles[0]?.id ?? '' },
    validate: (values) => wrong(values, words),
    send: ({ name, username, role }) => {
      const login = { name: name.trim(), username: username.trim() };
      const sent = of ? create.mutateAsync({ ...login, kind: of.id }) : add.mutateAsync({ ...login, role });
      return sent.then(show);
    },
    afterFailure: ([first]) => first && focusField(idOf(first)),
  });
  const line = (name: keyof Values) => ({ ...form.line(name), name: idOf(name), autoComplete: 'off' });
  return (
    <Dialog
      title={of ? words.addUnit(of.title) : words.addUserTitle}
      okText={words.add}
      busy={add.isPending || create.isPending}
      error={add.error ?? create.error}
      onOk={() => void form.submit()}
      close={close}
    >
      <div className="entry">
        <LineField
          {...line('name')}
          label={of ? words.newUnitName : words.newName}
          maxLength={of ? 200 : 60}
        />
        <LineField
          {...line('username')}
          label={words.newUsername}
          maxLength={40}
          note={<span className="quiet">{words.usernameHint}</span>}
        />
        {roles.length > 0 && (
          <div className="line">
            <label htmlFor="new-role">{words.newRole}</label>
            <Select
              id="new-role"
              size="large"
              aria-label={words.newRole}
              value={form.values.role}
              options={roles.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(value) => form.change('role', value)}
            />
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** The list behind the dialog has fields of the same names. */
const idOf = (name: keyof Values): string => `new-${name}`;
const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{2,39}$/u;

function wrong({ name, username }: Values, words: AccountsWords): Partial<Values> {
  const errors: Partial<Values> = {};
  if (name.trim() === '') errors.name = words.missing;
  if (!USERNAME.test(username.trim())) errors.username = words.usernameHint;
  return errors;
}
