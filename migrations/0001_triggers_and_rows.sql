insert into counters (name, value) values ('student', 0), ('mentor', 0), ('notification', 0);
--> statement-breakpoint
insert into platform_totals (id) values (1);
--> statement-breakpoint
insert into site_status (id) values (1);
--> statement-breakpoint
-- The second defence against two sessions at one time (B4). Stale holds are expired earlier in the same batch, so
-- every live row counts, whatever the clock says.
create trigger bookings_do_not_overlap before insert on bookings
when new.state in ('held', 'pending', 'confirmed', 'in_progress')
begin
  select raise(abort, 'bookings overlap')
  where exists (
    select 1 from bookings b
    where b.mentor_account_id = new.mentor_account_id and b.busy_until > new.busy_from and b.busy_from < new.busy_until
      and b.state in ('held', 'pending', 'confirmed', 'in_progress')
  ) or exists (
    select 1 from bookings b
    where b.student_account_id = new.student_account_id and b.end_time > new.start_time and b.start_time < new.end_time
      and b.state in ('held', 'pending', 'confirmed', 'in_progress')
  );
end;
--> statement-breakpoint
create trigger bookings_do_not_overlap_again before update of state, start_time, end_time, busy_from, busy_until on bookings
when new.state in ('held', 'pending', 'confirmed', 'in_progress')
begin
  select raise(abort, 'bookings overlap')
  where exists (
    select 1 from bookings b
    where b.mentor_account_id = new.mentor_account_id and b.busy_until > new.busy_from and b.busy_from < new.busy_until
      and b.state in ('held', 'pending', 'confirmed', 'in_progress') and b.id <> new.id
      and not (b.state = 'held' and b.hold_expires_at <= new.updated_at)
  ) or exists (
    select 1 from bookings b
    where b.student_account_id = new.student_account_id and b.end_time > new.start_time and b.start_time < new.end_time
      and b.state in ('held', 'pending', 'confirmed', 'in_progress') and b.id <> new.id
      and not (b.state = 'held' and b.hold_expires_at <= new.updated_at)
  );
end;
--> statement-breakpoint
create trigger ledger_is_append_only before update on ledger_lines
begin select raise(abort, 'the ledger is append-only'); end;
--> statement-breakpoint
create trigger ledger_forgets_nothing before delete on ledger_lines
begin select raise(abort, 'the ledger is append-only'); end;
--> statement-breakpoint
-- The second defence against giving back more than came (C6).
create trigger refunds_stay_below_captured before insert on refunds
begin
  select raise(abort, 'more refunded than captured')
  where new.amount_minor + coalesce((select sum(amount_minor) from refunds where razorpay_payment_id = new.razorpay_payment_id), 0)
    > coalesce((select amount_minor from payments where razorpay_payment_id = new.razorpay_payment_id and state = 'captured'), 0);
end;
--> statement-breakpoint
create trigger totals_of_students after insert on students
begin update platform_totals set total_students = total_students + 1 where id = 1; end;
--> statement-breakpoint
create trigger totals_of_mentors_listed after update of application_state on mentors
when (new.application_state = 'approved') <> (old.application_state = 'approved')
begin
  update platform_totals
  set total_mentors = total_mentors + case when new.application_state = 'approved' then 1 else -1 end where id = 1;
end;
--> statement-breakpoint
create trigger totals_of_mentors_added after insert on mentors when new.application_state = 'approved'
begin update platform_totals set total_mentors = total_mentors + 1 where id = 1; end;
--> statement-breakpoint
create trigger totals_of_sessions after update of state on bookings
when new.state = 'completed' and old.state <> 'completed'
begin
  update platform_totals set total_sessions = total_sessions + 1 where id = 1;
  update mentors set total_sessions = total_sessions + 1 where account_id = new.mentor_account_id;
end;
--> statement-breakpoint
create trigger totals_of_sessions_added after insert on bookings when new.state = 'completed'
begin
  update platform_totals set total_sessions = total_sessions + 1 where id = 1;
  update mentors set total_sessions = total_sessions + 1 where account_id = new.mentor_account_id;
end;
--> statement-breakpoint
-- Words to find a mentor by. The row number is the number in the display id, which never changes.
create virtual table mentor_search using fts5 (name, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
--> statement-breakpoint
create view mentor_words as
select cast(substr(m.mentor_id, 2) as integer) as number, m.account_id, a.name,
  coalesce(m.headline, '') || ' ' || coalesce(m.company, '') || ' ' || coalesce(m.designation, '') || ' ' ||
  coalesce((select group_concat(s.skill, ' ') from mentor_skills s where s.account_id = m.account_id), '') as words
from mentors m join accounts a on a.id = m.account_id;
--> statement-breakpoint
create trigger mentor_search_added after insert on mentors
begin insert into mentor_search (rowid, name, words) select number, name, words from mentor_words where account_id = new.account_id; end;
--> statement-breakpoint
create trigger mentor_search_changed after update of headline, company, designation on mentors
begin
  update mentor_search set (name, words) = (select name, words from mentor_words where account_id = new.account_id)
  where rowid = cast(substr(new.mentor_id, 2) as integer);
end;
--> statement-breakpoint
create trigger mentor_search_renamed after update of name on accounts
begin
  update mentor_search set (name, words) = (select name, words from mentor_words where account_id = new.id)
  where rowid = (select number from mentor_words where account_id = new.id);
end;
--> statement-breakpoint
create trigger mentor_search_skill_added after insert on mentor_skills
begin
  update mentor_search set (name, words) = (select name, words from mentor_words where account_id = new.account_id)
  where rowid = (select number from mentor_words where account_id = new.account_id);
end;
--> statement-breakpoint
create trigger mentor_search_skill_removed after delete on mentor_skills
begin
  update mentor_search set (name, words) = (select name, words from mentor_words where account_id = old.account_id)
  where rowid = (select number from mentor_words where account_id = old.account_id);
end;
