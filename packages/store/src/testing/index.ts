/** A database of one's own, migrated and empty. */
export interface FreshDatabase {
  readonly url: string
  /** Drops it. */
  readonly drop: () => Promise<void>
}

/** Makes one; `server` names a server instead of the database that comes along. */
export const freshDatabase = (options?: { readonly server?: string }): Promise<FreshDatabase> => Promise.reject(new Error(String(options)))
