-- Bytes that travelled for a person, by month (such as 202611) and by what they were for.

create table traffic (
  person blob not null references person (id),
  month integer not null,
  kind text not null,
  bytes integer not null,
  primary key (person, month, kind)
) strict;
