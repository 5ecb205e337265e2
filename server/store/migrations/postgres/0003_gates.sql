-- A gate is signed once, with a sentence to the team; "confirmed" holds the codes of the conditions that the mentor vouched for.
create table gate_signature (
  venture uuid not null references venture (id),
  gate bigint not null,
  by_person uuid not null references person (id),
  at bigint not null,
  sentence text not null,
  confirmed text not null,
  primary key (venture, gate)
);
insert into gate_signature (venture, gate, by_person, at, sentence, confirmed)
  select distinct on (venture, gate) venture, gate, by_person, at, '', '' from gates order by venture, gate, at;
drop table gates;
alter table gate_signature rename to gates;

-- Who of the team has seen a signature.
create table gate_seen (
  venture uuid not null references venture (id),
  gate bigint not null,
  person uuid not null references person (id),
  primary key (venture, gate, person)
);

-- The team asks for the next gate; the mentor names what comes first. Each lasts until the other, or until the gate is signed.
create table gate_ask (
  venture uuid primary key references venture (id),
  by_person uuid not null references person (id),
  at bigint not null
);
create table gate_step (
  venture uuid primary key references venture (id),
  by_person uuid not null references person (id),
  at bigint not null,
  words text not null
);

-- A venture that stands aside; "back" is the day it thinks of, "until" the moment it was taken up again.
create table venture_exit (
  venture uuid not null references venture (id),
  since bigint not null,
  kind text not null,
  lesson text not null,
  back bigint,
  by_person uuid not null references person (id),
  until bigint,
  primary key (venture, since)
);
create unique index venture_exit_now on venture_exit (venture) where until is null;
