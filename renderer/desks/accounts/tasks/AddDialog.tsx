import { Select } from 'antd';
import { useFormik } from 'formik';
import { useEffect } from 'react';
import type { OrganisationKind, RoleDefinition } from '#core/model/index.ts';
import { type InitialPassword, useAddUser, useCreateOrganisation } from '#renderer/api/index.ts';
import { type AccountsWords, accountsWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';
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
  const form = useFormik<Values>({
    initialValues: { name: '', username: '', role: roles[0]?.id ?? '' },
    validate: (values) => wrong(values, words),
    validateOnBlur: false,
    onSubmit: ({ name, username, role }) => {
      const login = { name: name.trim(), username: username.trim() };
      if (of) create.mutate({ ...login, kind: of.id }, { onSuccess: show });
      else add.mutate({ ...login, role }, { onSuccess: show });
    },
  });
  const firstWrong = NAMES.find((name) => form.errors[name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves once an attempt, not while typing
  useEffect(() => {
    if (form.submitCount > 0 && firstWrong) document.getElementById(`new-${firstWrong}`)?.focus();
  }, [form.submitCount]);
  const line = (name: (typeof NAMES)[number]) => ({
    name: `new-${name}`,
    value: form.values[name],
    error: form.submitCount > 0 ? form.errors[name] : undefined,
    onChange: (value: string) => void form.setFieldValue(name, value),
    autoComplete: 'off',
  });
  return (
    <Dialog
      title={of ? words.addUnit(of.title) : words.addUserTitle}
      okText={words.add}
      busy={add.isPending || create.isPending}
      error={add.error ?? create.error}
      onOk={() => void form.submitForm()}
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
              onChange={(value) => void form.setFieldValue('role', value)}
            />
          </div>
        )}
      </div>
    </Dialog>
  );
}

const NAMES = ['name', 'username'] as const;
const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{2,39}$/u;

function wrong({ name, username }: Values, words: AccountsWords): Partial<Values> {
  const errors: Partial<Values> = {};
  if (name.trim() === '') errors.name = words.missing;
  if (!USERNAME.test(username.trim())) errors.username = words.usernameHint;
  return errors;
}
