-- Bytes that travelled for a person, by month (such as 202611) and by what they were for.

create table traffic (
  person uuid not null references person (id),
  month bigint not null,
  kind text collate "C" not null,
  bytes bigint not null,
  primary key (person, month, kind)
);
