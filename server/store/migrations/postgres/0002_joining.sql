-- Teams are joined by code. A code that is no longer good is kept for a while, so that it can be told from a wrong one.

create table join_code (
  code text collate "C" primary key,
  venture uuid not null references venture (id),
  by_person uuid not null references person (id),
  until bigint not null
);
create index join_code_by_venture on join_code (venture, until);

-- Trainees who wait until somebody of the team says yes or no.
create table join_wish (
  venture uuid not null references venture (id),
  person uuid not null references person (id),
  at bigint not null,
  primary key (venture, person)
);
create index join_wish_by_person on join_wish (person);
