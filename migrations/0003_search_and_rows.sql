-- Words to find a mentor by, made again over more of them and with marks as parts of words, so that a word of an Indic
-- script stays one. The row number is the number in the display id, which never changes.
drop trigger mentor_search_added;
--> statement-breakpoint
drop trigger mentor_search_changed;
--> statement-breakpoint
drop trigger mentor_search_renamed;
--> statement-breakpoint
drop trigger mentor_search_skill_added;
--> statement-breakpoint
drop trigger mentor_search_skill_removed;
--> statement-breakpoint
drop view mentor_words;
--> statement-breakpoint
drop table mentor_search;
--> statement-breakpoint
create virtual table mentor_search using fts5 (name, headline, skills, company, bio,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'", prefix = '1 2 3');
--> statement-breakpoint
create view mentor_words as
select cast(substr(m.mentor_id, 2) as integer) as number, m.account_id, a.name,
  coalesce(m.headline, '') || ' ' || coalesce(m.designation, '') as headline,
  coalesce((select group_concat(s.skill, ' ') from mentor_skills s where s.account_id = m.account_id), '') as skills,
  coalesce(m.company, '') as company, coalesce(m.bio, '') as bio
from mentors m join accounts a on a.id = m.account_id;
--> statement-breakpoint
insert into mentor_search (rowid, name, headline, skills, company, bio)
select number, name, headline, skills, company, bio from mentor_words;
--> statement-breakpoint
create trigger mentor_search_added after insert on mentors
begin
  insert into mentor_search (rowid, name, headline, skills, company, bio)
  select number, name, headline, skills, company, bio from mentor_words where account_id = new.account_id;
end;
--> statement-breakpoint
create trigger mentor_search_changed after update of headline, designation, company, bio on mentors
begin
  update mentor_search set (headline, company, bio) =
    (select headline, company, bio from mentor_words where account_id = new.account_id)
  where rowid = cast(substr(new.mentor_id, 2) as integer);
end;
--> statement-breakpoint
create trigger mentor_search_renamed after update of name on accounts when new.name is not old.name
begin
  update mentor_search set name = new.name where rowid = (select number from mentor_words where account_id = new.id);
end;
--> statement-breakpoint
create trigger mentor_search_skill_added after insert on mentor_skills
begin
  update mentor_search set skills = (select skills from mentor_words where account_id = new.account_id)
  where rowid = (select number from mentor_words where account_id = new.account_id);
end;
--> statement-breakpoint
create trigger mentor_search_skill_changed after update of skill on mentor_skills
begin
  update mentor_search set skills = (select skills from mentor_words where account_id = new.account_id)
  where rowid = (select number from mentor_words where account_id = new.account_id);
end;
--> statement-breakpoint
create trigger mentor_search_skill_removed after delete on mentor_skills
begin
  update mentor_search set skills = (select skills from mentor_words where account_id = old.account_id)
  where rowid = (select number from mentor_words where account_id = old.account_id);
end;
--> statement-breakpoint
-- Whom the directory shows. Whoever changes one of these facts, the listing follows in the same write.
create view listed_mentors as
select cast(substr(m.mentor_id, 2) as integer) as number, m.account_id, m.total_sessions,
  coalesce(m.years_of_experience, -1) as years_of_experience, m.created_at as joined_at
from mentors m join accounts a on a.id = m.account_id
where m.application_state = 'approved' and a.suspended_at is null and a.closing_at is null and a.erased_at is null;
--> statement-breakpoint
insert into listings (number, account_id, total_sessions, years_of_experience, joined_at, soonest_start, written_at, due_at, revision)
select number, account_id, total_sessions, years_of_experience, joined_at, 8640000000000000, 0, 0, '' from listed_mentors;
--> statement-breakpoint
create trigger listing_added after insert on mentors
begin
  insert into listings (number, account_id, total_sessions, years_of_experience, joined_at, soonest_start, written_at, due_at, revision)
  select number, account_id, total_sessions, years_of_experience, joined_at, 8640000000000000, 0, 0, ''
  from listed_mentors where account_id = new.account_id;
end;
--> statement-breakpoint
create trigger listing_follows_mentor after update of application_state, total_sessions, years_of_experience on mentors
begin
  delete from listings where account_id = new.account_id
    and not exists (select 1 from listed_mentors where account_id = new.account_id);
  update listings set total_sessions = new.total_sessions, years_of_experience = coalesce(new.years_of_experience, -1)
  where account_id = new.account_id;
  insert into listings (number, account_id, total_sessions, years_of_experience, joined_at, soonest_start, written_at, due_at, revision)
  select number, account_id, total_sessions, years_of_experience, joined_at, 8640000000000000, 0, 0, '' from listed_mentors
  where account_id = new.account_id and not exists (select 1 from listings where account_id = new.account_id);
end;
--> statement-breakpoint
create trigger listing_follows_account after update of suspended_at, closing_at, erased_at on accounts
begin
  delete from listings where account_id = new.id and not exists (select 1 from listed_mentors where account_id = new.id);
  insert into listings (number, account_id, total_sessions, years_of_experience, joined_at, soonest_start, written_at, due_at, revision)
  select number, account_id, total_sessions, years_of_experience, joined_at, 8640000000000000, 0, 0, '' from listed_mentors
  where account_id = new.id and not exists (select 1 from listings where account_id = new.id);
end;
--> statement-breakpoint
create trigger listing_removed after delete on listings
begin
  delete from openings where number = old.number;
  delete from cheapest_prices where number = old.number;
end;
--> statement-breakpoint
-- An application's past stays as it was; only the words of a reason can be erased.
create trigger application_history_keeps before update on application_history
when new.reason is not null or (new.id, new.account_id, new.act, new.from_state, new.to_state, new.by_account_id, new.at)
  is not (old.id, old.account_id, old.act, old.from_state, old.to_state, old.by_account_id, old.at)
begin select raise(abort, 'the history of an application is append-only'); end;
--> statement-breakpoint
create trigger application_history_stays before delete on application_history
begin select raise(abort, 'the history of an application is append-only'); end;
--> statement-breakpoint
-- A check holds for what was looked at: it goes when the profile says something else.
create trigger checks_follow_company after update of company on mentors when new.company is not old.company
begin
  delete from mentor_checks where account_id = new.account_id and kind = 'company_email' and subject is not new.company;
  delete from company_email_proofs where account_id = new.account_id and company is not new.company;
end;
--> statement-breakpoint
create trigger checks_follow_links after update of linkedin_url, github_url, portfolio_url on mentors
when new.linkedin_url is not old.linkedin_url or new.github_url is not old.github_url
  or new.portfolio_url is not old.portfolio_url
begin
  delete from mentor_checks where account_id = new.account_id and kind = 'profile_link'
    and subject is not new.linkedin_url and subject is not new.github_url and subject is not new.portfolio_url;
  delete from link_proofs where account_id = new.account_id
    and url is not new.linkedin_url and url is not new.github_url and url is not new.portfolio_url;
end;
--> statement-breakpoint
create trigger checks_follow_name after update of name on accounts when new.name is not old.name
begin delete from mentor_checks where account_id = new.id and kind = 'identity' and subject is not new.name; end;
--> statement-breakpoint
-- Notices that name mentors who have no part in them: an erasure takes the name out.
create index notices_with_alternatives on notifications (created_at) where kind = 'mentor_left';
--> statement-breakpoint
-- What is deleted from the index of words is gone from its pages as well, not only hidden.
insert into mentor_search (mentor_search, rank) values ('secure-delete', 1);
--> statement-breakpoint
insert into skill_counts (skill_id, mentors) select skill_key, count(*) from mentor_skills group by skill_key;
--> statement-breakpoint
create trigger skill_count_added after insert on mentor_skills
begin
  insert into skill_counts (skill_id, mentors) select new.skill_key, 0
  where not exists (select 1 from skill_counts where skill_id = new.skill_key);
  update skill_counts set mentors = mentors + 1 where skill_id = new.skill_key;
end;
--> statement-breakpoint
create trigger skill_count_removed after delete on mentor_skills
begin update skill_counts set mentors = mentors - 1 where skill_id = old.skill_key; end;
