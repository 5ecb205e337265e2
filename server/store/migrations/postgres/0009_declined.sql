-- When a team said no to somebody who asked to join; who asked is told, and may ask again.

alter table join_wish add column declined bigint;
