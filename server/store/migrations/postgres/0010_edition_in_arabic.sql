-- What an edition is called in Arabic, where it was given a name of its own for it.

alter table edition add column name_ar text;
