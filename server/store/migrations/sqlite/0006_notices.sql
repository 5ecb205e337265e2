-- Messages between staff and a mentor about a group or one of its ventures.

create table notice (
  id blob primary key,
  group_id blob not null references groups (id),
  venture blob references venture (id),
  by_person blob not null references person (id),
  to_person blob not null references person (id),
  words text not null,
  made integer not null,
  read integer not null
) strict;
create index notice_by_group on notice (group_id, made);
create index notice_to_read on notice (to_person, made) where read = 0;
