-- A class of a group: one activity for some minutes. At most one of a group has no end. "sheets" are template ids between spaces; "begun" and
-- "teams" are what its wall said when it ended.
create table class_session (
  id uuid primary key,
  group_id uuid not null references groups (id),
  activity text not null,
  sheets text not null,
  by_person uuid not null references person (id),
  started bigint not null,
  until bigint not null,
  ended bigint,
  begun bigint not null,
  teams bigint not null
);
create unique index class_without_end on class_session (group_id) where ended is null;
create index class_by_group on class_session (group_id, started);

-- How far the log of a team's board was when the class reached it: what is written after that was begun in class.
create table class_board (
  class uuid not null references class_session (id),
  venture uuid not null references venture (id),
  since bigint not null,
  primary key (class, venture)
);

-- When a person last wrote on a board, kept by the job that follows the logs.
create table last_work (
  person uuid primary key references person (id),
  at bigint not null
);
insert into last_work (person, at)
  select c.person, max(l.at) from board_log l join board_client c on c.board = l.board and c.client = l.client group by c.person;
