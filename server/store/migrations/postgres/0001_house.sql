-- Every row hangs on an edition. Times are milliseconds since 1970, truth is 0 or 1, ids are UUID version 7.

create table edition (
  id uuid primary key,
  name text not null,
  demo bigint not null,
  made bigint not null
);

create table establishment (
  id uuid primary key,
  edition uuid not null references edition (id),
  region text collate "C" not null,
  town text not null,
  name text not null
);

create table groups (
  id uuid primary key,
  establishment uuid not null references establishment (id),
  code text collate "C" not null unique,
  name text not null
);
create index groups_by_establishment on groups (establishment);

create table person (
  id uuid primary key,
  edition uuid not null references edition (id),
  group_id uuid references groups (id),
  number bigint,
  name text not null,
  folded text collate "C" not null,
  lang text not null,
  passphrase text,
  code text,
  code_used bigint not null,
  made bigint not null,
  unique (group_id, number)
);
-- Who has no card enters by name, so such a name is taken once.
create unique index person_by_name on person (folded) where group_id is null;

-- A role within a scope. A region is written in "region", everything else in "target".
create table grants (
  person uuid not null references person (id),
  role text not null,
  scope text not null,
  region text collate "C" not null,
  target uuid not null,
  primary key (person, role, scope, region, target)
);
create index grants_by_target on grants (target, role);

create table session (
  token bytea primary key,
  person uuid not null references person (id),
  made bigint not null,
  seen bigint not null
);
create index session_by_person on session (person);

-- Failed tries at an account, whether it exists or not; "claim" is a hash of what was typed for it.
create table tries (
  claim bytea primary key,
  count bigint not null,
  last bigint not null
);

create table audit (
  id uuid primary key,
  edition uuid not null references edition (id),
  by_person uuid not null,
  deed text not null,
  about uuid not null,
  at bigint not null
);

create table venture (
  id uuid primary key,
  edition uuid not null references edition (id),
  region text collate "C" not null,
  establishment uuid not null references establishment (id),
  group_id uuid not null references groups (id),
  creator uuid not null references person (id),
  name text not null,
  folded text collate "C" not null,
  idea text not null,
  theme text collate "C" not null,
  place text not null,
  lang text not null,
  gate bigint not null,
  members bigint not null,
  notes bigint not null,
  open_threads bigint not null,
  waiting bigint not null,
  made bigint not null,
  changed bigint not null
);
create index venture_by_group on venture (group_id);
create index venture_by_change on venture (changed);

create table member (
  venture uuid not null references venture (id),
  person uuid not null references person (id),
  part text not null,
  joined bigint not null,
  primary key (venture, person)
);
create index member_by_person on member (person);

create table gates (
  venture uuid not null references venture (id),
  gate bigint not null,
  by_person uuid not null references person (id),
  at bigint not null,
  primary key (venture, at, gate)
);

-- "clients" is the last client number given; "followed" is how far the read models have come, "snapshot" the newest one kept.
create table board (
  id uuid primary key references venture (id),
  head bigint not null,
  clients bigint not null,
  followed bigint not null,
  snapshot bigint not null
);
create index board_to_follow on board (id) where followed < head;

create table board_log (
  board uuid not null references board (id),
  seq bigint not null,
  author bigint not null,
  client bigint not null,
  counter bigint not null,
  gesture bigint not null,
  at bigint not null,
  bytes bytea not null,
  primary key (board, seq)
);
create unique index board_log_once on board_log (board, client, counter);

create table board_client (
  board uuid not null references board (id),
  client bigint not null,
  person uuid not null references person (id),
  device bytea not null,
  author bigint not null,
  primary key (board, client),
  unique (board, person, device)
);

create table board_snapshot (
  board uuid not null references board (id),
  seq bigint not null,
  at bigint not null,
  bytes bytea not null,
  primary key (board, seq)
);

create table thread (
  id uuid primary key,
  venture uuid not null references venture (id),
  kind text not null,
  state text not null,
  since bigint not null,
  author uuid not null references person (id),
  author_role text not null,
  place text not null,
  frame text not null,
  part text not null,
  quote_before text not null,
  quote text not null,
  quote_after text not null,
  seen bigint not null,
  anchor_state text not null,
  words text not null,
  remarks bigint not null,
  made bigint not null
);
create index thread_by_venture on thread (venture, state, since);

create table remark (
  id uuid primary key,
  thread uuid not null references thread (id),
  author uuid not null references person (id),
  side text not null,
  words text not null,
  says text not null,
  at bigint not null
);
create index remark_by_thread on remark (thread, at);

create table self_check (
  id uuid primary key,
  person uuid not null references person (id),
  answers text not null,
  at bigint not null
);
create index self_check_by_person on self_check (person, at);

create table asset (
  id text collate "C" primary key,
  venture uuid not null references venture (id),
  by_person uuid not null references person (id),
  bytes bigint not null,
  width bigint not null,
  height bigint not null,
  at bigint not null
);
