/** Raised when the tables change; a node refuses a database of another layout. */
export const LAYOUT = 1;

/** Ids are in the order of their bytes, as JavaScript has them, in whatever order the database has other texts. */
const ID = 'text collate "C" primary key';

export const TABLES = `
create table if not exists node (
  layout integer not null, party integer not null, model text not null, dim integer not null,
  epoch integer not null, last_refresh text, pending_refresh text
);
create table if not exists folder (id text not null);
create table if not exists templates (id ${ID}, slot integer not null, sealed bytea not null);
create table if not exists staged (
  id ${ID}, kind text not null, slot integer not null, sealed bytea not null
);
create table if not exists deletions (id ${ID}, deleted_at timestamptz not null);
alter table templates add column if not exists came integer not null default 0;
alter table deletions add column if not exists came integer, add column if not exists went integer;
drop table if exists hits;
create table if not exists row_bits (
  request text primary key, masked bytea not null, begun integer not null, opened text not null,
  kept_until timestamptz not null
);
create index if not exists row_bits_kept on row_bits (kept_until);
create index if not exists templates_came on templates (came);
create index if not exists deletions_went on deletions (went);
create table if not exists decisions (
  number integer primary key, at timestamptz not null, event text not null, request text not null,
  caller text, kind text, parts text, entry text not null
);
create table if not exists earlier_tries (parts text not null, template text, opened boolean not null);
create index if not exists earlier_tries_of_parts on earlier_tries (parts);
create index if not exists decisions_of_caller on decisions (caller, at);
create index if not exists decisions_of_parts on decisions (parts);
create index if not exists decisions_of_request on decisions (request);`;
