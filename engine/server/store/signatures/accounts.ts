/** What the repositories of organisations and people can do. */
import type { Tx } from '../database.ts';
import type * as T from '../types.ts';
import type { Page } from './page.ts';

export type OrganisationFilter = {
  /** Part of the name or of the search name; blank = all. */
  text?: string;
  /** Only this organisation's subtree, itself included. */
  under?: string;
  /** Only direct children. */
  parentId?: string;
  kinds?: string[];
  statuses?: T.OrganisationStatus[];
  after?: string | null;
  /** At most 200. */
  limit: number;
};

export type OrganisationRepository = {
  get(tx: Tx, id: string): Promise<T.Organisation | null>;
  /** Reads it and holds it until the transaction ends. Only inside a transaction. */
  lock(tx: Tx, id: string): Promise<T.Organisation | null>;
  /** Hangs it, with everything below it, under another parent. Only inside a transaction. */
  move(tx: Tx, id: string, parentId: string): Promise<void>;
  /** Those without a parent. */
  roots(tx: Tx): Promise<T.Organisation[]>;
  byIds(tx: Tx, ids: string[]): Promise<T.Organisation[]>;
  /** Direct children by name, any status. */
  children(tx: Tx, id: string): Promise<T.Organisation[]>;
  /** Active children of these organisations, of these kinds. */
  childrenOfKinds(tx: Tx, parentIds: string[], kinds: string[]): Promise<T.Organisation[]>;
  /** From the root down to itself; nothing where it does not exist. */
  line(tx: Tx, id: string): Promise<T.Organisation[]>;
  /** From the root down to the parent; without itself. */
  ancestors(tx: Tx, id: string): Promise<T.Organisation[]>;
  /** Itself and everything below it. */
  subtreeIds(tx: Tx, id: string): Promise<string[]>;
  /** Is `id` inside the subtree of `root`, or `root` itself? */
  isUnder(tx: Tx, id: string, root: string): Promise<boolean>;
  /** Path and version are made here. Throws when the parent does not exist. */
  create(
    tx: Tx,
    organisation: Omit<T.Organisation, 'path' | 'version' | 'searchName'>,
  ): Promise<T.Organisation>;
  /** CAS by version. */
  update(tx: Tx, id: string, version: number, changes: OrganisationChanges): Promise<boolean>;
  search(tx: Tx, filter: OrganisationFilter): Promise<Page<T.Organisation>>;
};

export type OrganisationChanges = Partial<
  Pick<T.Organisation, 'name' | 'kind' | 'level' | 'status' | 'caseId' | 'attributes'>
>;

export type UserFilter = {
  /** Part of the name or user name; blank = all. */
  text?: string;
  /** Users of this organisation's subtree, itself included. */
  under?: string;
  organisationId?: string;
  roles?: string[];
  statuses?: T.UserStatus[];
  after?: string | null;
  /** At most 200. */
  limit: number;
};

export type UserRepository = {
  get(tx: Tx, id: string): Promise<T.User | null>;
  byIds(tx: Tx, ids: string[]): Promise<T.User[]>;
  /** Without regard to case and width. */
  byUsername(tx: Tx, username: string): Promise<T.User | null>;
  byCase(tx: Tx, caseId: string): Promise<T.User | null>;
  ofOrganisation(tx: Tx, organisationId: string): Promise<T.User[]>;
  /** Throws DuplicateError (binding `username`) when the user name is taken. */
  create(tx: Tx, user: Omit<T.User, 'version'>): Promise<T.User>;
  /** CAS by version. A new user name may throw DuplicateError. */
  update(
    tx: Tx,
    id: string,
    version: number,
    changes: Partial<Omit<T.User, 'id' | 'version' | 'createdAt'>>,
  ): Promise<boolean>;
  search(tx: Tx, filter: UserFilter): Promise<Page<T.User>>;
};

export type UniqueValueRepository = {
  /** Claiming again for the same case is no error. Throws DuplicateError when another case holds it. */
  claim(tx: Tx, value: T.UniqueValue): Promise<void>;
  /** Gives back what the case holds: all, or of one binding. */
  release(tx: Tx, caseId: string, binding?: string): Promise<void>;
  ofCase(tx: Tx, caseId: string): Promise<T.UniqueValue[]>;
  holder(tx: Tx, binding: string, hash: string): Promise<string | null>;
};
