-- A gate is signed once, with a sentence to the team; "confirmed" holds the codes of the conditions that the mentor vouched for.
create table gate_signature (
  venture blob not null references venture (id),
  gate integer not null,
  by_person blob not null references person (id),
  at integer not null,
  sentence text not null,
  confirmed text not null,
  primary key (venture, gate)
) strict;
insert into gate_signature (venture, gate, by_person, at, sentence, confirmed)
  select venture, gate, by_person, min(at), '', '' from gates group by venture, gate;
drop table gates;
alter table gate_signature rename to gates;

-- Who of the team has seen a signature.
create table gate_seen (
  venture blob not null references venture (id),
  gate integer not null,
  person blob not null references person (id),
  primary key (venture, gate, person)
) strict;

-- The team asks for the next gate; the mentor names what comes first. Each lasts until the other, or until the gate is signed.
create table gate_ask (
  venture blob primary key references venture (id),
  by_person blob not null references person (id),
  at integer not null
) strict;
create table gate_step (
  venture blob primary key references venture (id),
  by_person blob not null references person (id),
  at integer not null,
  words text not null
) strict;

-- A venture that stands aside; "back" is the day it thinks of, "until" the moment it was taken up again.
create table venture_exit (
  venture blob not null references venture (id),
  since integer not null,
  kind text not null,
  lesson text not null,
  back integer,
  by_person blob not null references person (id),
  until integer,
  primary key (venture, since)
) strict;
create unique index venture_exit_now on venture_exit (venture) where until is null;
