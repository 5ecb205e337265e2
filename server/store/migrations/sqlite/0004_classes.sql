-- A class of a group: one activity for some minutes. At most one of a group has no end. "sheets" are template ids between spaces; "begun" and
-- "teams" are what its wall said when it ended.
create table class_session (
  id blob primary key,
  group_id blob not null references groups (id),
  activity text not null,
  sheets text not null,
  by_person blob not null references person (id),
  started integer not null,
  until integer not null,
  ended integer,
  begun integer not null,
  teams integer not null
) strict;
create unique index class_without_end on class_session (group_id) where ended is null;
create index class_by_group on class_session (group_id, started);

-- How far the log of a team's board was when the class reached it: what is written after that was begun in class.
create table class_board (
  class blob not null references class_session (id),
  venture blob not null references venture (id),
  since integer not null,
  primary key (class, venture)
) strict;

-- When a person last wrote on a board, kept by the job that follows the logs.
create table last_work (
  person blob primary key references person (id),
  at integer not null
) strict;
insert into last_work (person, at)
  select c.person, max(l.at) from board_log l join board_client c on c.board = l.board and c.client = l.client group by c.person;
