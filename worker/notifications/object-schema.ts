/** Brings an object's own SQLite to the newest version; the steps are append-only, as in /migrations. */
export function applySchema(storage: DurableObjectStorage, steps: string[], at: Date): void {
  storage.transactionSync(() => {
    storage.sql.exec(
      'create table if not exists migrations (version integer primary key, applied_at integer not null) strict',
    )
    const { version } = storage.sql
      .exec<{ version: number }>('select coalesce(max(version), 0) as version from migrations')
      .one()
    steps.slice(version).forEach((step, i) => {
      storage.sql.exec(step)
      storage.sql.exec('insert into migrations (version, applied_at) values (?, ?)', version + i + 1, at.getTime())
    })
  })
}
