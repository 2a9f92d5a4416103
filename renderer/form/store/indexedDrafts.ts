import type { Draft, DraftKeeper } from './drafts.ts';

const STORE = 'drafts';

/** Keeps drafts in IndexedDB: it outlives a closed tab. */
export function indexedDrafts(name = 'shenbao'): DraftKeeper {
  let database: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    database ??= openDatabase(name);
    return database;
  };
  const run = async <T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    const store = (await open()).transaction(STORE, mode).objectStore(STORE);
    return await promiseOf(ask(store));
  };
  return {
    read: (prefix) =>
      run<Draft[]>('readonly', (store) => store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`))),
    write: async (draft) => void (await run('readwrite', (store) => store.put(draft))),
    remove: (key) => run('readwrite', (store) => store.delete(key)),
  };
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
  return promiseOf(request);
}

function promiseOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB request failed'));
  });
}
