-- Messages between staff and a mentor about a group or one of its ventures.

create table notice (
  id uuid primary key,
  group_id uuid not null references groups (id),
  venture uuid references venture (id),
  by_person uuid not null references person (id),
  to_person uuid not null references person (id),
  words text not null,
  made bigint not null,
  read bigint not null
);
create index notice_by_group on notice (group_id, made);
create index notice_to_read on notice (to_person, made) where read = 0;
