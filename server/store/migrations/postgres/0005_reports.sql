-- A remark, a picture or a name shown to the staff. "author" is whose it is, "quote" what it said then. "outcome" is empty while it is open.

create table report (
  id uuid primary key,
  edition uuid not null references edition (id),
  region text collate "C" not null,
  establishment uuid not null references establishment (id),
  group_id uuid not null references groups (id),
  venture uuid references venture (id),
  kind text collate "C" not null,
  subject text collate "C" not null,
  author uuid not null references person (id),
  quote text not null,
  reporter uuid not null references person (id),
  reason text not null,
  words text not null,
  made bigint not null,
  outcome text not null,
  answer text not null,
  handler uuid references person (id),
  handled bigint not null,
  unique (reporter, kind, subject)
);
create index report_by_outcome on report (edition, outcome, made);
create index report_by_reporter on report (reporter, made);

-- When a picture was taken out; its bytes are gone since then.
alter table asset add column removed bigint not null default 0;

-- What the staff looks for first.
create index grants_by_role on grants (role, scope, target);
create index thread_by_turn on thread (state, since);
create index venture_by_region on venture (region);
