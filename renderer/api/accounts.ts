import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  AccountPage,
  AccountView,
  CreatedOrganisation,
  Empty,
  InitialPassword,
  NewOrganisation,
  NewParent,
  NewUser,
  StatusChange,
} from '#core/model/wire/index.ts';
import { fireEvent } from './cases.ts';
import { query, request } from './client.ts';
import { queuesKey } from './queues.ts';

const accountsKey = ['accounts'] as const;

const accountPath = (id: string): string => `/api/accounts/${encodeURIComponent(id)}`;

/** The accounts of my organisation and of everything below it, page after page. */
export function useAccounts(search: { text: string; status: string }) {
  return useInfiniteQuery<AccountPage, Error, AccountView[], readonly unknown[], string | undefined>({
    queryKey: [...accountsKey, search],
    queryFn: ({ pageParam }) =>
      request<AccountPage>('GET', `/api/accounts${query({ ...search, after: pageParam })}`),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.after ?? undefined,
    select: accountsOf,
    placeholderData: keepPreviousData,
  });
}

const accountsOf = (data: InfiniteData<AccountPage, string | undefined>): AccountView[] =>
  data.pages.flatMap((page) => page.accounts);

/** Runs a change of accounts and refetches every list of them. */
function useAccountChange<I, R>(change: (input: I) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: accountsKey }),
        client.invalidateQueries({ queryKey: queuesKey }),
        client.invalidateQueries({ queryKey: ['organisations'] }),
        client.invalidateQueries({ queryKey: ['case'] }),
      ]);
    },
  });
}

/** Gives a user a new initial password. */
export const useResetPassword = () =>
  useAccountChange((id: string) => request<InitialPassword>('POST', `${accountPath(id)}/password`));

/** Adds a user to my own unit. */
export const useAddUser = () =>
  useAccountChange((user: NewUser) => request<InitialPassword>('POST', '/api/accounts', user));

/** An event of the route that the account's registration runs on. */
export const useAccountEvent = () =>
  useAccountChange((at: { caseId: string; version: number; event: string }) =>
    fireEvent(at.caseId, { event: at.event, version: at.version }),
  );

/** Freezes or unfreezes a user who has no registration of their own. */
export const useSetStatus = () =>
  useAccountChange(({ id, status }: { id: string } & StatusChange) =>
    request<Empty>('PUT', accountPath(id), { status }),
  );

/** Deletes a user who has no registration of their own. */
export const useDeleteAccount = () =>
  useAccountChange((id: string) => request<Empty>('DELETE', accountPath(id)));

const organisationPath = (id: string): string => `/api/organisations/${encodeURIComponent(id)}`;

/** Creates a unit directly below mine, with its first user. */
export const useCreateOrganisation = () =>
  useAccountChange((unit: NewOrganisation) =>
    request<CreatedOrganisation>('POST', '/api/organisations', unit),
  );

/** Removes a unit that was created by hand. */
export const useRemoveOrganisation = () =>
  useAccountChange((id: string) => request<Empty>('DELETE', organisationPath(id)));

/** Hangs a unit under another parent, with everybody in it. */
export const useMoveOrganisation = () =>
  useAccountChange(({ id, parent }: { id: string } & NewParent) =>
    request<Empty>('PUT', `${organisationPath(id)}/parent`, { parent }),
  );
