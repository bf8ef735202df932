-- nothing yet
select 1;
