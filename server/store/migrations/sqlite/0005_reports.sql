-- A remark, a picture or a name shown to the staff. "author" is whose it is, "quote" what it said then. "outcome" is empty while it is open.

create table report (
  id blob primary key,
  edition blob not null references edition (id),
  region text not null,
  establishment blob not null references establishment (id),
  group_id blob not null references groups (id),
  venture blob references venture (id),
  kind text not null,
  subject text not null,
  author blob not null references person (id),
  quote text not null,
  reporter blob not null references person (id),
  reason text not null,
  words text not null,
  made integer not null,
  outcome text not null,
  answer text not null,
  handler blob references person (id),
  handled integer not null,
  unique (reporter, kind, subject)
) strict;
create index report_by_outcome on report (edition, outcome, made);
create index report_by_reporter on report (reporter, made);

-- When a picture was taken out; its bytes are gone since then.
alter table asset add column removed integer not null default 0;

-- What the staff looks for first.
create index grants_by_role on grants (role, scope, target);
create index thread_by_turn on thread (state, since);
create index venture_by_region on venture (region);
