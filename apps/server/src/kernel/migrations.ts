/** The kernel's own tables: the event log and files. */
export const kernelMigrations = { module: 'kernel', directory: new URL('./migrations/', import.meta.url) };
