-- Links by which anybody plays one prototype. Only the hash of a token is kept; an ended link is known for a while, so that it can be told
-- from a wrong one.

create table play_link (
  id blob primary key,
  token blob not null unique,
  venture blob not null references venture (id),
  prototype text not null,
  by_person blob not null references person (id),
  made integer not null,
  until integer not null
) strict;
create index play_link_by_venture on play_link (venture, until);
