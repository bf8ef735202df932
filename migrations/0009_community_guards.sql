-- Every publication has the next number: the order of feeds, in which nothing ever comes in between.
create trigger post_numbered after insert on posts when new.published_at is not null and new.number is null
begin update posts set number = (select coalesce(max(number), 0) + 1 from posts) where id = new.id; end;
--> statement-breakpoint
create trigger post_numbered_later after update of published_at on posts
when new.published_at is not null and new.number is null
begin update posts set number = (select coalesce(max(number), 0) + 1 from posts) where id = new.id; end;
--> statement-breakpoint
-- Words and tags of published posts, with marks as parts of words, so that a word of an Indic script stays one.
create virtual table post_search using fts5 (text, tags,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'", prefix = '1 2 3');
--> statement-breakpoint
create trigger post_published after update of number on posts when new.number is not null and old.number is null
begin
  update post_tags set number = new.number where post_id = new.id;
  insert into post_search (rowid, text, tags) values (new.number, new.text,
    coalesce((select group_concat(tag, ' ') from post_tags where post_id = new.id), ''));
  insert into tags (tag, posts) select tag, 1 from post_tags
    where post_id = new.id and new.removed_at is null and new.hidden_at is null
    on conflict (tag) do update set posts = posts + 1;
end;
--> statement-breakpoint
create trigger post_reworded after update of text on posts when new.number is not null and new.text is not old.text
begin update post_search set text = new.text where rowid = new.number; end;
--> statement-breakpoint
create trigger post_tagged after insert on post_tags
begin
  update post_tags set number = (select number from posts where id = new.post_id)
    where post_id = new.post_id and tag = new.tag;
  update post_search set tags = (select group_concat(tag, ' ') from post_tags where post_id = new.post_id)
    where rowid = (select number from posts where id = new.post_id);
  insert into tags (tag, posts) select new.tag, 1 from posts
    where id = new.post_id and number is not null and removed_at is null and hidden_at is null
    on conflict (tag) do update set posts = posts + 1;
end;
--> statement-breakpoint
create trigger post_untagged after delete on post_tags
begin
  update post_search set tags = coalesce((select group_concat(tag, ' ') from post_tags where post_id = old.post_id), '')
    where rowid = (select number from posts where id = old.post_id);
  update tags set posts = posts - 1 where tag = old.tag and exists (select 1 from posts
    where id = old.post_id and number is not null and removed_at is null and hidden_at is null);
end;
--> statement-breakpoint
create trigger post_comes_and_goes after update of removed_at, hidden_at on posts
when new.number is not null
  and (old.removed_at is null and old.hidden_at is null) <> (new.removed_at is null and new.hidden_at is null)
begin
  update tags set posts = posts + iif(new.removed_at is null and new.hidden_at is null, 1, -1)
    where tag in (select tag from post_tags where post_id = new.id);
end;
--> statement-breakpoint
create trigger post_liked after insert on post_likes
begin update posts set likes = likes + 1 where id = new.post_id; end;
--> statement-breakpoint
create trigger post_unliked after delete on post_likes
begin update posts set likes = likes - 1 where id = old.post_id; end;
--> statement-breakpoint
create trigger post_bookmarked after insert on post_bookmarks
begin update posts set bookmarks = bookmarks + 1 where id = new.post_id; end;
--> statement-breakpoint
create trigger post_unbookmarked after delete on post_bookmarks
begin update posts set bookmarks = bookmarks - 1 where id = old.post_id; end;
--> statement-breakpoint
-- A view stays counted when the row that says whose it was is gone.
create trigger post_viewed after insert on post_views
begin update posts set views = views + 1 where id = new.post_id; end;
--> statement-breakpoint
create trigger post_view_passed after delete on post_views
begin update posts set past_views = past_views + 1 where id = old.post_id; end;
--> statement-breakpoint
-- A picture that its owner removed, or that was swept, stands in no post any more.
create trigger post_picture_removed after update of removed_at on files
when new.kind = 'post' and new.removed_at is not null
begin delete from post_pictures where file_id = new.id; end;
--> statement-breakpoint
create index files_of_posts on files (created_at) where kind = 'post' and removed_at is null;
--> statement-breakpoint
-- Without its words a post names nobody.
create trigger post_names_nobody after update of removed_at on posts when new.removed_at is not null
begin delete from community_mentions where subject_id = new.id; end;
--> statement-breakpoint
-- Counters of the community are moved by the rows they count, in the same write.
create trigger comment_liked after insert on comment_likes
begin update comments set likes = likes + 1 where id = new.comment_id; end;
--> statement-breakpoint
create trigger comment_unliked after delete on comment_likes
begin update comments set likes = likes - 1 where id = old.comment_id; end;
--> statement-breakpoint
create trigger comment_counted after insert on comments
when new.removed_at is null and new.hidden_at is null
begin update posts set comments = comments + 1 where id = new.post_id; end;
--> statement-breakpoint
create trigger comment_recounted after update of removed_at, hidden_at on comments
when (old.removed_at is null and old.hidden_at is null) <> (new.removed_at is null and new.hidden_at is null)
begin
  update posts set comments = comments + iif(new.removed_at is null and new.hidden_at is null, 1, -1) where id = new.post_id;
end;
--> statement-breakpoint
create trigger comment_uncounted after delete on comments
when old.removed_at is null and old.hidden_at is null
begin update posts set comments = comments - 1 where id = old.post_id; end;
--> statement-breakpoint
-- An answer stands below a comment of the same post, and not deeper than is shown.
create trigger comments_stand_below before insert on comments
when new.parent_id is not null
begin
  select raise(abort, 'a comment stands below one of the same post')
  where new.root_id is null or not exists (
    select 1 from comments p where p.id = new.parent_id and p.post_id = new.post_id and new.depth = p.depth + 1
      and new.depth <= 6 and new.root_id = coalesce(p.root_id, p.id));
end;
--> statement-breakpoint
create trigger comments_begin_on_top before insert on comments
when new.parent_id is null and (new.root_id is not null or new.depth <> 1)
begin select raise(abort, 'a comment without a parent stands on top'); end;
--> statement-breakpoint
-- Only an answer that can be read is the accepted one of a question.
create trigger accepted_answer_is_readable before update of accepted_comment_id on posts
when new.accepted_comment_id is not null
begin
  select raise(abort, 'no such answer')
  where not new.is_question or not exists (
    select 1 from comments c where c.id = new.accepted_comment_id and c.post_id = new.id and c.parent_id is null
      and c.removed_at is null and c.hidden_at is null);
end;
--> statement-breakpoint
create trigger accepted_answer_leaves after update of removed_at, hidden_at on comments
when new.removed_at is not null or new.hidden_at is not null
begin update posts set accepted_comment_id = null where id = new.post_id and accepted_comment_id = new.id; end;
--> statement-breakpoint
create trigger accepted_answer_is_of_a_question after update of is_question on posts
when not new.is_question and new.accepted_comment_id is not null
begin update posts set accepted_comment_id = null where id = new.id; end;
--> statement-breakpoint
-- A block wins over everything (D9).
create trigger block_ends_follows after insert on blocks
begin
  delete from follows_people where follower_account_id = new.blocker_account_id and followed_account_id = new.blocked_account_id;
  delete from follows_people where follower_account_id = new.blocked_account_id and followed_account_id = new.blocker_account_id;
end;
--> statement-breakpoint
-- What a case weighs is what its flags weigh.
create trigger flag_weighs after insert on community_flags
begin update community_cases set weight = weight + new.weight where id = new.case_id; end;
--> statement-breakpoint
-- Acts of moderation are written once and for all (E4).
create trigger community_acts_stay before update on community_acts
begin select raise(abort, 'an act of moderation stays as it is'); end;
--> statement-breakpoint
create trigger community_acts_are_kept before delete on community_acts
begin select raise(abort, 'an act of moderation is never deleted'); end;
--> statement-breakpoint
-- Completion finds people by the beginning of their name.
create index accounts_by_name on accounts (name collate nocase, id);
--> statement-breakpoint
-- What other people were told about somebody, found when that somebody is erased.
create index notifications_about_person on notifications (data ->> 'by_account_id') where data ->> 'by_account_id' is not null;
--> statement-breakpoint
-- Words to find an event by. The row number is the event's own, which never changes.
create virtual table event_search using fts5 (title, location, organizer, description,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'", prefix = '1 2 3');
--> statement-breakpoint
-- What leaves an event leaves its index as well.
insert into event_search (event_search, rank) values ('secure-delete', 1);
--> statement-breakpoint
create trigger event_search_added after insert on events
begin
  insert into event_search (rowid, title, location, organizer, description)
  select new.number, new.title, coalesce(new.location, ''), name, new.description
  from accounts where id = new.organizer_account_id;
end;
--> statement-breakpoint
create trigger event_search_changed after update of title, location, description on events
begin
  update event_search set title = new.title, location = coalesce(new.location, ''), description = new.description
  where rowid = new.number;
end;
--> statement-breakpoint
create trigger event_search_renamed after update of name on accounts when new.name is not old.name
begin
  update event_search set organizer = new.name
  where rowid in (select number from events where organizer_account_id = new.id);
end;
--> statement-breakpoint
create trigger event_search_removed after delete on events
begin
  delete from event_search where rowid = old.number;
end;
--> statement-breakpoint
-- Counters of an event equal its rows in every write.
create trigger rsvp_added after insert on event_rsvps
begin
  update events set
    going = going + (new.state = 'going'),
    waiting = waiting + (new.state = 'waiting'),
    came = came + (new.state = 'going' and new.came is 1),
    did_not_come = did_not_come + (new.state = 'going' and new.came is 0)
  where id = new.event_id;
end;
--> statement-breakpoint
create trigger rsvp_changed after update of state, came on event_rsvps
begin
  update events set
    going = going + (new.state = 'going') - (old.state = 'going'),
    waiting = waiting + (new.state = 'waiting') - (old.state = 'waiting'),
    came = came + (new.state = 'going' and new.came is 1) - (old.state = 'going' and old.came is 1),
    did_not_come = did_not_come + (new.state = 'going' and new.came is 0) - (old.state = 'going' and old.came is 0)
  where id = new.event_id;
end;
--> statement-breakpoint
create trigger rsvp_removed after delete on event_rsvps
begin
  update events set
    going = going - (old.state = 'going'),
    waiting = waiting - (old.state = 'waiting'),
    came = came - (old.state = 'going' and old.came is 1),
    did_not_come = did_not_come - (old.state = 'going' and old.came is 0)
  where id = old.event_id;
end;
--> statement-breakpoint
-- The second defence: whatever wrote it, nobody goes where no seat is.
create trigger events_hold_their_capacity before update of going, capacity on events
when new.going > new.capacity and (new.going > old.going or new.capacity is not old.capacity)
begin select raise(abort, 'no seat left at this event'); end;
--> statement-breakpoint
-- A cover that is removed is shown by no event.
create trigger event_cover_removed after update of removed_at on files
when new.kind = 'cover' and new.removed_at is not null
begin
  update events set cover_image = null where cover_image = '/api/' || new.key || '/full';
end;
--> statement-breakpoint
create trigger event_staff_acts_are_append_only before update on event_staff_acts
begin select raise(abort, 'what staff did stays on record'); end;
--> statement-breakpoint
create trigger event_staff_acts_stay before delete on event_staff_acts
begin select raise(abort, 'what staff did stays on record'); end;
--> statement-breakpoint
insert into counters (name, value) values ('ticket', 0), ('grievance', 0) on conflict (name) do nothing;
--> statement-breakpoint
create virtual table support_search using fts5 (words, ticket_id unindexed, message_id unindexed, tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
insert into support_search (support_search, rank) values ('secure-delete', 1);
--> statement-breakpoint
create trigger support_message_found after insert on support_messages begin
  insert into support_search (words, ticket_id, message_id)
  select subject || char(10) || new.text, id, new.id from support_tickets where id = new.ticket_id;
end;
--> statement-breakpoint
create trigger support_message_lost after delete on support_messages begin
  delete from support_search where message_id = old.id;
end;
