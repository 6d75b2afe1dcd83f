/** Raised when the tables change; a node refuses a folder of another layout. */
export const LAYOUT = 1;

export const TABLES = `
create table if not exists node (
  layout integer not null, party integer not null, model text not null, dim integer not null,
  epoch integer not null, last_refresh text, pending_refresh text
);
create table if not exists templates (id text primary key, slot integer not null, sealed bytea not null);
create table if not exists staged (
  id text primary key, kind text not null, slot integer not null, sealed bytea not null
);
create table if not exists deletions (id text primary key, deleted_at timestamptz not null);
create table if not exists hits (
  request text primary key, masked bytea not null, templates text not null, found_at timestamptz not null
);
alter table hits add column if not exists kind text not null default 'review';
create table if not exists decisions (
  number integer primary key, at timestamptz not null, event text not null, request text not null,
  caller text, kind text, parts text, entry text not null
);
create table if not exists earlier_tries (parts text not null, template text, opened boolean not null);
create index if not exists earlier_tries_of_parts on earlier_tries (parts);
create index if not exists decisions_of_caller on decisions (caller, at);
create index if not exists decisions_of_parts on decisions (parts);
create index if not exists decisions_of_request on decisions (request);`;
