-- Links by which anybody plays one prototype. Only the hash of a token is kept; an ended link is known for a while, so that it can be told
-- from a wrong one.

create table play_link (
  id uuid primary key,
  token bytea not null unique,
  venture uuid not null references venture (id),
  prototype text collate "C" not null,
  by_person uuid not null references person (id),
  made bigint not null,
  until bigint not null
);
create index play_link_by_venture on play_link (venture, until);
