-- Teams are joined by code. A code that is no longer good is kept for a while, so that it can be told from a wrong one.

create table join_code (
  code text primary key,
  venture blob not null references venture (id),
  by_person blob not null references person (id),
  until integer not null
) strict;
create index join_code_by_venture on join_code (venture, until);

-- Trainees who wait until somebody of the team says yes or no.
create table join_wish (
  venture blob not null references venture (id),
  person blob not null references person (id),
  at integer not null,
  primary key (venture, person)
) strict;
create index join_wish_by_person on join_wish (person);
