/** A conversation's own SQLite, step by step; a room's talk has the same. */
export const LOG_SCHEMA = [
  `create table messages (
     seq integer primary key, id text not null, client_id text not null, sender_id text not null, content text not null,
     reply_to integer, sent_at integer not null, unique (sender_id, client_id)) strict;
   create table members (
     account_id text primary key, role text not null, name text not null,
     read_seq integer not null default 0,
     registered_read_seq integer not null default 0,
     noticed_seq integer not null default 0,
     run_seq integer) strict;
   create table outline (id integer primary key check (id = 1), conversation_id text not null, registered_seq integer not null default 0) strict`,
  // Edits keep what was said before, words follow the messages by themselves (and forget what is erased at once, not
  // when segments happen to be merged), and a file is known before it is sent.
  `alter table messages add column kind text not null default 'text';
   alter table messages add column edited_at integer;
   alter table messages add column deleted_at integer;
   alter table messages add column rev integer not null default 0;
   alter table messages add column attachments text not null default '[]';
   alter table messages add column system text;
   alter table outline add column blocked integer not null default 0;
   alter table outline add column blocked_as_of integer not null default 0;
   create unique index messages_by_rev on messages (rev) where rev > 0;
   create table edits (
     id integer primary key, seq integer not null, content text not null, changed_at integer not null) strict;
   create index edits_of_message on edits (seq, id);
   create table reactions (
     seq integer not null, emoji text not null, account_id text not null, at integer not null,
     primary key (seq, emoji, account_id)) strict, without rowid;
   create table files (file_id text primary key, owner_id text not null, attachment text not null) strict;
   create virtual table words using fts5 (content, content = 'messages', content_rowid = 'seq',
     tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'");
   insert into words (words, rank) values ('secure-delete', 1);
   insert into words (words) values ('rebuild');
   create trigger words_said after insert on messages begin
     insert into words (rowid, content) values (new.seq, new.content);
   end;
   create trigger words_changed after update of content on messages when old.content <> new.content begin
     insert into words (words, rowid, content) values ('delete', old.seq, old.content);
     insert into words (rowid, content) values (new.seq, new.content);
   end`,
  // A file is shown by messages, and D1 hears of it; answers are told from a message on.
  `alter table outline add column answered_seq integer not null default 0;
   alter table files add column brought_at integer not null default 0;
   alter table files add column state text not null default 'brought';
   alter table files add column registered_state text not null default 'brought';
   create table shown (file_id text not null, seq integer not null, primary key (file_id, seq)) strict, without rowid;
   create index shown_by on shown (seq);
   insert or ignore into shown
     select value ->> 'file_id', seq from messages, json_each(attachments) where deleted_at is null;
   update files set state = 'sent' where file_id in (select file_id from shown)`,
]
