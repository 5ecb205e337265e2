-- Every row hangs on an edition. Times are milliseconds since 1970, truth is 0 or 1, ids are UUID version 7.

create table edition (
  id blob primary key,
  name text not null,
  demo integer not null,
  made integer not null
) strict;

create table establishment (
  id blob primary key,
  edition blob not null references edition (id),
  region text not null,
  town text not null,
  name text not null
) strict;

create table groups (
  id blob primary key,
  establishment blob not null references establishment (id),
  code text not null unique,
  name text not null
) strict;
create index groups_by_establishment on groups (establishment);

create table person (
  id blob primary key,
  edition blob not null references edition (id),
  group_id blob references groups (id),
  number integer,
  name text not null,
  folded text not null,
  lang text not null,
  passphrase text,
  code text,
  code_used integer not null,
  made integer not null,
  unique (group_id, number)
) strict;
-- Who has no card enters by name, so such a name is taken once.
create unique index person_by_name on person (folded) where group_id is null;

-- A role within a scope. A region is written in "region", everything else in "target".
create table grants (
  person blob not null references person (id),
  role text not null,
  scope text not null,
  region text not null,
  target blob not null,
  primary key (person, role, scope, region, target)
) strict;
create index grants_by_target on grants (target, role);

create table session (
  token blob primary key,
  person blob not null references person (id),
  made integer not null,
  seen integer not null
) strict;
create index session_by_person on session (person);

-- Failed tries at an account, whether it exists or not; "claim" is a hash of what was typed for it.
create table tries (
  claim blob primary key,
  count integer not null,
  last integer not null
) strict;

create table audit (
  id blob primary key,
  edition blob not null references edition (id),
  by_person blob not null,
  deed text not null,
  about blob not null,
  at integer not null
) strict;

create table venture (
  id blob primary key,
  edition blob not null references edition (id),
  region text not null,
  establishment blob not null references establishment (id),
  group_id blob not null references groups (id),
  creator blob not null references person (id),
  name text not null,
  folded text not null,
  idea text not null,
  theme text not null,
  place text not null,
  lang text not null,
  gate integer not null,
  members integer not null,
  notes integer not null,
  open_threads integer not null,
  waiting integer not null,
  made integer not null,
  changed integer not null
) strict;
create index venture_by_group on venture (group_id);
create index venture_by_change on venture (changed);

create table member (
  venture blob not null references venture (id),
  person blob not null references person (id),
  part text not null,
  joined integer not null,
  primary key (venture, person)
) strict;
create index member_by_person on member (person);

create table gates (
  venture blob not null references venture (id),
  gate integer not null,
  by_person blob not null references person (id),
  at integer not null,
  primary key (venture, at, gate)
) strict;

-- "clients" is the last client number given; "followed" is how far the read models have come, "snapshot" the newest one kept.
create table board (
  id blob primary key references venture (id),
  head integer not null,
  clients integer not null,
  followed integer not null,
  snapshot integer not null
) strict;
create index board_to_follow on board (id) where followed < head;

create table board_log (
  board blob not null references board (id),
  seq integer not null,
  author integer not null,
  client integer not null,
  counter integer not null,
  gesture integer not null,
  at integer not null,
  bytes blob not null,
  primary key (board, seq)
) strict, without rowid;
create unique index board_log_once on board_log (board, client, counter);

create table board_client (
  board blob not null references board (id),
  client integer not null,
  person blob not null references person (id),
  device blob not null,
  author integer not null,
  primary key (board, client),
  unique (board, person, device)
) strict;

create table board_snapshot (
  board blob not null references board (id),
  seq integer not null,
  at integer not null,
  bytes blob not null,
  primary key (board, seq)
) strict;

create table thread (
  id blob primary key,
  venture blob not null references venture (id),
  kind text not null,
  state text not null,
  since integer not null,
  author blob not null references person (id),
  author_role text not null,
  place text not null,
  frame text not null,
  part text not null,
  quote_before text not null,
  quote text not null,
  quote_after text not null,
  seen integer not null,
  anchor_state text not null,
  words text not null,
  remarks integer not null,
  made integer not null
) strict;
create index thread_by_venture on thread (venture, state, since);

create table remark (
  id blob primary key,
  thread blob not null references thread (id),
  author blob not null references person (id),
  side text not null,
  words text not null,
  says text not null,
  at integer not null
) strict;
create index remark_by_thread on remark (thread, at);

create table self_check (
  id blob primary key,
  person blob not null references person (id),
  answers text not null,
  at integer not null
) strict;
create index self_check_by_person on self_check (person, at);

create table asset (
  id text primary key,
  venture blob not null references venture (id),
  by_person blob not null references person (id),
  bytes integer not null,
  width integer not null,
  height integer not null,
  at integer not null
) strict;
