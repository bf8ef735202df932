update bookings set room_id = id where room_id = '';
--> statement-breakpoint
-- The same second defence as before, but for the seats of one group, which share their mentor's time up to their number.
drop trigger bookings_do_not_overlap;
--> statement-breakpoint
drop trigger bookings_do_not_overlap_again;
--> statement-breakpoint
create trigger bookings_do_not_overlap before insert on bookings
when new.state in ('held', 'pending', 'confirmed', 'in_progress')
begin
  select raise(abort, 'bookings overlap')
  where exists (
    select 1 from bookings b
    where b.mentor_account_id = new.mentor_account_id and b.busy_until > new.busy_from and b.busy_from < new.busy_until
      and b.state in ('held', 'pending', 'confirmed', 'in_progress') and not (new.kind = 'group' and b.room_id = new.room_id)
  ) or exists (
    select 1 from bookings b
    where b.student_account_id = new.student_account_id and b.end_time > new.start_time and b.start_time < new.end_time
      and b.state in ('held', 'pending', 'confirmed', 'in_progress')
  );
  select raise(abort, 'no seat left')
  where new.kind = 'group' and (select count(*) from bookings b where b.room_id = new.room_id
      and b.state in ('held', 'pending', 'confirmed', 'in_progress')) >= (select seats from offers where id = new.offer_id);
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
      and not (b.state = 'held' and b.hold_expires_at <= new.updated_at) and not (new.kind = 'group' and b.room_id = new.room_id)
  ) or exists (
    select 1 from bookings b
    where b.student_account_id = new.student_account_id and b.end_time > new.start_time and b.start_time < new.end_time
      and b.state in ('held', 'pending', 'confirmed', 'in_progress') and b.id <> new.id
      and not (b.state = 'held' and b.hold_expires_at <= new.updated_at)
  );
  select raise(abort, 'no seat left')
  where new.kind = 'group' and old.state not in ('held', 'pending', 'confirmed', 'in_progress')
    and (select count(*) from bookings b where b.room_id = new.room_id and b.id <> new.id
      and b.state in ('held', 'pending', 'confirmed', 'in_progress') and not (b.state = 'held' and b.hold_expires_at <= new.updated_at))
      >= (select seats from offers where id = new.offer_id);
end;
--> statement-breakpoint
-- A verdict that was changed after a contest takes the session out of the totals again.
create trigger totals_of_sessions_withdrawn after update of state on bookings
when old.state = 'completed' and new.state <> 'completed'
begin
  update platform_totals set total_sessions = total_sessions - 1 where id = 1;
  update mentors set total_sessions = total_sessions - 1 where account_id = new.mentor_account_id;
end;
--> statement-breakpoint
-- Whoever cancelled it: the people of an agreed session lose its room, unless another seat gives it to them.
create trigger rooms_are_left after update of state on bookings
when new.state = 'cancelled' and old.state in ('confirmed', 'in_progress')
begin
  insert into outbox (id, topic, payload, due_at, created_at)
  values ('leave:' || new.id || ':' || new.updated_at, 'leave_room', json_object('room_id', new.room_id,
    'people', json_array(new.student_account_id, new.mentor_account_id)), new.updated_at, new.updated_at)
  on conflict (id) do nothing;
end;
--> statement-breakpoint
-- What the published reviews of a mentor come to, in the write that publishes or removes one.
create trigger rating_follows_review after update of published_at, removed_at on reviews
when new.side = 'student' and (old.published_at is not null and old.removed_at is null)
  <> (new.published_at is not null and new.removed_at is null)
begin
  insert into ratings (mentor_account_id) select new.mentor_account_id
  where not exists (select 1 from ratings where mentor_account_id = new.mentor_account_id);
  update ratings set (count, sum, stars_1, stars_2, stars_3, stars_4, stars_5) = (
    select count + step, sum + step * new.stars, stars_1 + step * (new.stars = 1), stars_2 + step * (new.stars = 2),
      stars_3 + step * (new.stars = 3), stars_4 + step * (new.stars = 4), stars_5 + step * (new.stars = 5)
    from (select iif(new.published_at is not null and new.removed_at is null, 1, -1) as step))
  where mentor_account_id = new.mentor_account_id;
end;
--> statement-breakpoint
create trigger rating_follows_added_review after insert on reviews
when new.side = 'student' and new.published_at is not null and new.removed_at is null
begin
  insert into ratings (mentor_account_id) select new.mentor_account_id
  where not exists (select 1 from ratings where mentor_account_id = new.mentor_account_id);
  update ratings set count = count + 1, sum = sum + new.stars, stars_1 = stars_1 + (new.stars = 1),
    stars_2 = stars_2 + (new.stars = 2), stars_3 = stars_3 + (new.stars = 3), stars_4 = stars_4 + (new.stars = 4),
    stars_5 = stars_5 + (new.stars = 5)
  where mentor_account_id = new.mentor_account_id;
end;
--> statement-breakpoint
-- Stars are given once; only the words of a review can be erased.
create trigger reviews_keep before update on reviews
when (new.id, new.booking_id, new.side, new.author_account_id, new.mentor_account_id, new.student_account_id, new.stars)
  is not (old.id, old.booking_id, old.side, old.author_account_id, old.mentor_account_id, old.student_account_id, old.stars)
begin select raise(abort, 'a review stays as it was given'); end;
--> statement-breakpoint
-- Only a session that took place has reviews: they leave with another verdict.
create trigger reviews_follow_verdict after update of state on bookings
when old.state = 'completed' and new.state <> 'completed'
begin
  update reviews set removed_at = new.updated_at where booking_id = new.id and removed_at is null;
end;
--> statement-breakpoint
-- The listing knows the score in hundredths, 0 while there is none, and whether there is a free intro.
drop view listed_mentors;
--> statement-breakpoint
create view listed_mentors as
select cast(substr(m.mentor_id, 2) as integer) as number, m.account_id, m.total_sessions,
  coalesce(m.years_of_experience, -1) as years_of_experience, m.created_at as joined_at,
  coalesce((select iif(r.count < 3, 0, (2 * (5 * 450 + 100 * r.sum) + 5 + r.count) / (2 * (5 + r.count)))
    from ratings r where r.mentor_account_id = m.account_id), 0) as rating_score,
  exists (select 1 from offers o where o.mentor_account_id = m.account_id and o.kind = 'intro' and o.archived_at is null)
    as has_intro
from mentors m join accounts a on a.id = m.account_id
where m.application_state = 'approved' and a.suspended_at is null and a.closing_at is null and a.erased_at is null;
--> statement-breakpoint
create trigger listing_completed after insert on listings
begin
  update listings set (rating_score, has_intro) =
    (select rating_score, has_intro from listed_mentors where account_id = new.account_id)
  where account_id = new.account_id;
end;
--> statement-breakpoint
create trigger listing_follows_rating after update on ratings
begin
  update listings set rating_score = (select rating_score from listed_mentors where account_id = new.mentor_account_id)
  where account_id = new.mentor_account_id;
end;
--> statement-breakpoint
create trigger listing_follows_offer after update of kind, archived_at on offers
begin
  update listings set has_intro = (select has_intro from listed_mentors where account_id = new.mentor_account_id)
  where account_id = new.mentor_account_id;
end;
--> statement-breakpoint
create trigger listing_follows_added_offer after insert on offers when new.kind = 'intro'
begin
  update listings set has_intro = 1 where account_id = new.mentor_account_id;
end;
--> statement-breakpoint
create trigger listing_follows_added_rating after insert on ratings
begin
  update listings set rating_score = (select rating_score from listed_mentors where account_id = new.mentor_account_id)
  where account_id = new.mentor_account_id;
end;
--> statement-breakpoint
create trigger invoices_are_append_only before update on invoices
begin select raise(abort, 'invoices are append-only'); end;
--> statement-breakpoint
create trigger invoices_forget_nothing before delete on invoices
begin select raise(abort, 'invoices are append-only'); end;
--> statement-breakpoint
-- A session's money waits from the moment that it is over. Who judges or cancels it need not know of money.
create trigger bookings_earn after update of state, judged_at, end_time on bookings
begin
  update orders set earned_at = case
    when new.state in ('completed', 'student_absent') then coalesce(new.judged_at, new.end_time)
    when new.state = 'cancelled' then new.end_time end
  where booking_id = new.id and amount_minor > 0 and razorpay_payment_id is not null;
end;
--> statement-breakpoint
-- Money that arrives after its session was cancelled: most of it goes back, and what does not is earned.
create trigger late_money_earns after update of razorpay_payment_id on orders
when old.razorpay_payment_id is null and new.razorpay_payment_id is not null
begin
  update orders set earned_at = (select iif(state = 'cancelled', end_time, judged_at) from bookings
    where id = new.booking_id and state in ('completed', 'student_absent', 'cancelled'))
  where id = new.id and amount_minor > 0;
end;
--> statement-breakpoint
update orders set earned_at = (select iif(b.state = 'cancelled', b.end_time, coalesce(b.judged_at, b.end_time)) from bookings b
  where b.id = orders.booking_id and b.state in ('completed', 'student_absent', 'cancelled'))
where amount_minor > 0 and razorpay_payment_id is not null;
--> statement-breakpoint
create trigger withdrawal_history_is_append_only before update on withdrawal_history
begin select raise(abort, 'the history of a withdrawal is append-only'); end;
--> statement-breakpoint
create trigger withdrawal_history_stays before delete on withdrawal_history
begin select raise(abort, 'the history of a withdrawal is append-only'); end;
--> statement-breakpoint
create trigger profile_reads_are_append_only before update on payout_profile_reads
begin select raise(abort, 'who read a payout profile stays on record'); end;
--> statement-breakpoint
create trigger profile_reads_stay before delete on payout_profile_reads
begin select raise(abort, 'who read a payout profile stays on record'); end;
