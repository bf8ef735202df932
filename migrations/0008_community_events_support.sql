CREATE TABLE `comment_likes` (
	`comment_id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `account_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_likes_of_person` ON `comment_likes` (`account_id`);--> statement-breakpoint
CREATE TABLE `comment_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`replaced_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `versions_of_comment` ON `comment_versions` (`comment_id`,`replaced_at`,`id`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`parent_id` text,
	`author_account_id` text NOT NULL,
	`text` text NOT NULL,
	`likes` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	`hidden_at` integer,
	`depth` integer DEFAULT 1 NOT NULL,
	`links` integer DEFAULT 0 NOT NULL,
	`root_id` text,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_below` ON `comments` (`root_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_of_parent` ON `comments` (`parent_id`);--> statement-breakpoint
CREATE INDEX `comments_on_top` ON `comments` (`post_id`,`created_at`,`id`) WHERE parent_id is null;--> statement-breakpoint
CREATE INDEX `comments_on_top_by_likes` ON `comments` (`post_id`,likes desc,`created_at`,`id`) WHERE parent_id is null;--> statement-breakpoint
CREATE INDEX `comments_of_post` ON `comments` (`post_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_of_author` ON `comments` (`author_account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `community_mentions` (
	`subject_id` text NOT NULL,
	`account_id` text NOT NULL,
	`display_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`subject_id`, `account_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mentions_of_person` ON `community_mentions` (`account_id`);--> statement-breakpoint
CREATE TABLE `community_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`post_id` text NOT NULL,
	`comment_id` text,
	`act` text NOT NULL,
	`reason` text NOT NULL,
	`by_account_id` text,
	`acted_at` integer NOT NULL,
	`was_hidden` integer NOT NULL,
	`is_hidden` integer NOT NULL,
	`reverses` text,
	FOREIGN KEY (`case_id`) REFERENCES `community_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `acts_of_subject` ON `community_acts` (`subject_id`,`acted_at`,`id`);--> statement-breakpoint
CREATE INDEX `acts_of_case` ON `community_acts` (`case_id`);--> statement-breakpoint
CREATE INDEX `acts_by_person` ON `community_acts` (`by_account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reversed_once` ON `community_acts` (`reverses`);--> statement-breakpoint
CREATE TABLE `community_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`post_id` text NOT NULL,
	`comment_id` text,
	`author_account_id` text NOT NULL,
	`state` text NOT NULL,
	`cause` text NOT NULL,
	`opened_at` integer NOT NULL,
	`weight` integer DEFAULT 0 NOT NULL,
	`edited_at` integer,
	`appeal` text,
	`appealed_account_id` text,
	`decided_at` integer,
	`decided_by` text,
	`decision` text,
	`decision_reason` text,
	FOREIGN KEY (`author_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appealed_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_open_case` ON `community_cases` (`subject_id`) WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX `one_appeal` ON `community_cases` (`subject_id`) WHERE cause = 'appeal';--> statement-breakpoint
CREATE INDEX `cases_of_subject` ON `community_cases` (`subject_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_age` ON `community_cases` (`state`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_of_author` ON `community_cases` (`author_account_id`);--> statement-breakpoint
CREATE TABLE `community_flags` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`post_id` text NOT NULL,
	`comment_id` text,
	`reporter_account_id` text NOT NULL,
	`reason` text NOT NULL,
	`text` text,
	`weight` integer NOT NULL,
	`flagged_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `community_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reporter_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flag_once` ON `community_flags` (`subject_id`,`reporter_account_id`);--> statement-breakpoint
CREATE INDEX `flags_of_case` ON `community_flags` (`case_id`,`flagged_at`,`id`);--> statement-breakpoint
CREATE INDEX `flags_of_person` ON `community_flags` (`reporter_account_id`);--> statement-breakpoint
CREATE TABLE `follows_people` (
	`follower_account_id` text NOT NULL,
	`followed_account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`follower_account_id`, `followed_account_id`),
	FOREIGN KEY (`follower_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`followed_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follows_of_person` ON `follows_people` (`follower_account_id`,`created_at`,`followed_account_id`);--> statement-breakpoint
CREATE INDEX `followers_of_person` ON `follows_people` (`followed_account_id`,`follower_account_id`);--> statement-breakpoint
CREATE TABLE `follows_tags` (
	`account_id` text NOT NULL,
	`tag` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `tag`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `followers_of_tag` ON `follows_tags` (`tag`);--> statement-breakpoint
CREATE TABLE `post_bookmarks` (
	`account_id` text NOT NULL,
	`post_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `post_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bookmarks_by_time` ON `post_bookmarks` (`account_id`,`created_at`,`post_id`);--> statement-breakpoint
CREATE INDEX `bookmarks_of_post` ON `post_bookmarks` (`post_id`);--> statement-breakpoint
CREATE TABLE `post_likes` (
	`post_id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`post_id`, `account_id`),
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_likes_of_person` ON `post_likes` (`account_id`);--> statement-breakpoint
CREATE TABLE `post_views` (
	`post_id` text NOT NULL,
	`account_id` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`post_id`, `account_id`, `day`),
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_views_of_person` ON `post_views` (`account_id`);--> statement-breakpoint
CREATE INDEX `post_views_by_day` ON `post_views` (`day`);--> statement-breakpoint
CREATE TABLE `post_pictures` (
	`post_id` text NOT NULL,
	`file_id` text NOT NULL,
	`place` integer NOT NULL,
	`alt` text NOT NULL,
	PRIMARY KEY(`post_id`, `file_id`),
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_of_picture` ON `post_pictures` (`file_id`);--> statement-breakpoint
CREATE TABLE `post_tags` (
	`post_id` text NOT NULL,
	`tag` text NOT NULL,
	`number` integer,
	PRIMARY KEY(`post_id`, `tag`),
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_of_tag` ON `post_tags` (`tag`,`post_id`);--> statement-breakpoint
CREATE INDEX `posts_of_tag_by_number` ON `post_tags` (`tag`,`number`,`post_id`);--> statement-breakpoint
CREATE TABLE `post_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`replaced_at` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `versions_of_post` ON `post_versions` (`post_id`,`replaced_at`,`id`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`author_account_id` text NOT NULL,
	`text` text NOT NULL,
	`topic` text NOT NULL,
	`is_question` integer DEFAULT false NOT NULL,
	`is_official` integer DEFAULT false NOT NULL,
	`accepted_comment_id` text,
	`likes` integer DEFAULT 0 NOT NULL,
	`comments` integer DEFAULT 0 NOT NULL,
	`bookmarks` integer DEFAULT 0 NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`edited_at` integer,
	`removed_at` integer,
	`hidden_at` integer,
	`number` integer,
	`links` integer DEFAULT 0 NOT NULL,
	`past_views` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`author_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_published` ON `posts` (`published_at`,`id`) WHERE published_at is not null and removed_at is null and hidden_at is null;--> statement-breakpoint
CREATE INDEX `posts_of_author` ON `posts` (`author_account_id`,`published_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `posts_by_number` ON `posts` (`number`);--> statement-breakpoint
CREATE INDEX `posts_of_author_by_number` ON `posts` (`author_account_id`,`number`);--> statement-breakpoint
CREATE INDEX `posts_of_topic` ON `posts` (`topic`,`number`);--> statement-breakpoint
CREATE INDEX `questions` ON `posts` (`is_question`,`number`);--> statement-breakpoint
CREATE INDEX `official_posts` ON `posts` (`number`) WHERE is_official;--> statement-breakpoint
CREATE TABLE `tags` (
	`tag` text PRIMARY KEY NOT NULL,
	`posts` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tags_by_posts` ON `tags` (`posts`,`tag`);--> statement-breakpoint
CREATE TABLE `rankings` (
	`generation` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ranked_at` integer NOT NULL,
	`list` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event_follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`author_account_id` text NOT NULL,
	`audience` text NOT NULL,
	`text` text NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follow_ups_of_event` ON `event_follow_ups` (`event_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `follow_ups_by_author` ON `event_follow_ups` (`author_account_id`);--> statement-breakpoint
CREATE TABLE `event_reminders` (
	`event_id` text NOT NULL,
	`minutes` integer NOT NULL,
	`time_version` integer NOT NULL,
	`sent_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_reminder_once` ON `event_reminders` (`event_id`,`minutes`,`time_version`);--> statement-breakpoint
CREATE INDEX `event_reminders_by_time` ON `event_reminders` (`sent_at`);--> statement-breakpoint
CREATE TABLE `event_rsvps` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`account_id` text NOT NULL,
	`state` text NOT NULL,
	`line` integer NOT NULL,
	`show_name` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`act` text NOT NULL,
	`came` integer,
	`checked_at` integer,
	`checked_by` text,
	`joined_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rsvp_once` ON `event_rsvps` (`event_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `rsvps_of_event` ON `event_rsvps` (`event_id`,`state`,`line`);--> statement-breakpoint
CREATE INDEX `rsvps_in_line` ON `event_rsvps` (`event_id`,`line`);--> statement-breakpoint
CREATE INDEX `rsvps_of_account` ON `event_rsvps` (`account_id`,`state`,`event_id`);--> statement-breakpoint
CREATE INDEX `rsvps_by_act` ON `event_rsvps` (`act`);--> statement-breakpoint
CREATE TABLE `event_staff_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`organizer_account_id` text NOT NULL,
	`staff_account_id` text NOT NULL,
	`act` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_acts_of_event` ON `event_staff_acts` (`event_id`,`at`);--> statement-breakpoint
CREATE INDEX `staff_acts_on_organizer` ON `event_staff_acts` (`organizer_account_id`);--> statement-breakpoint
CREATE INDEX `staff_acts_by_staff` ON `event_staff_acts` (`staff_account_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`organizer_account_id` text NOT NULL,
	`created_by_role` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`start_time` integer NOT NULL,
	`end_time` integer NOT NULL,
	`time_zone` text NOT NULL,
	`place` text NOT NULL,
	`location` text,
	`online_link` text,
	`cover_image` text,
	`cover_source` text,
	`cover_fault` text,
	`capacity` integer,
	`guests` text DEFAULT 'counts' NOT NULL,
	`published_at` integer,
	`cancelled_at` integer,
	`cancelled_by` text,
	`cancel_reason` text,
	`sequence` integer DEFAULT 0 NOT NULL,
	`time_version` integer DEFAULT 0 NOT NULL,
	`timed_at` integer NOT NULL,
	`going` integer DEFAULT 0 NOT NULL,
	`waiting` integer DEFAULT 0 NOT NULL,
	`came` integer DEFAULT 0 NOT NULL,
	`did_not_come` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organizer_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_by_number` ON `events` (`number`);--> statement-breakpoint
CREATE INDEX `events_published` ON `events` (`start_time`,`id`) WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX `events_of_organizer` ON `events` (`organizer_account_id`,`start_time`,`id`);--> statement-breakpoint
CREATE INDEX `events_by_cover` ON `events` (`cover_image`) WHERE cover_image is not null;--> statement-breakpoint
CREATE TABLE `newsletter_issues` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `newsletter_issues_slug_unique` ON `newsletter_issues` (`slug`);--> statement-breakpoint
CREATE INDEX `newsletter_issues_sent` ON `newsletter_issues` (`sent_at`,`id`);--> statement-breakpoint
CREATE TABLE `newsletter_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`address_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`address_hash`) REFERENCES `newsletter_subscribers`(`address_hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `newsletter_links_of_address` ON `newsletter_links` (`address_hash`);--> statement-breakpoint
CREATE TABLE `newsletter_subscribers` (
	`address_hash` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_from` text NOT NULL,
	`words_version` text NOT NULL,
	`confirmed_at` integer,
	`confirmed_from` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `newsletter_subscribers_email_key_unique` ON `newsletter_subscribers` (`email_key`);--> statement-breakpoint
CREATE INDEX `subscribers_by_confirmation` ON `newsletter_subscribers` (`confirmed_at`,`asked_at`);--> statement-breakpoint
CREATE TABLE `newsletter_suppressions` (
	`address_hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `grievances` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`account_id` text,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`about` text,
	`filed_at` integer NOT NULL,
	`acknowledge_by` integer NOT NULL,
	`acknowledged_at` integer,
	`acknowledged_by` text,
	`resolve_by` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` text,
	`resolution` text,
	`due_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`acknowledged_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grievances_reference_unique` ON `grievances` (`reference`);--> statement-breakpoint
CREATE INDEX `grievances_by_clock` ON `grievances` (`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `grievances_by_end` ON `grievances` (`resolved_at`,`id`);--> statement-breakpoint
CREATE INDEX `grievances_of_account` ON `grievances` (`account_id`);--> statement-breakpoint
CREATE INDEX `grievances_by_address` ON `grievances` (`email_key`);--> statement-breakpoint
CREATE TABLE `support_files` (
	`message_id` text NOT NULL,
	`file_id` text NOT NULL,
	PRIMARY KEY(`message_id`, `file_id`),
	FOREIGN KEY (`message_id`) REFERENCES `support_messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_of_file` ON `support_files` (`file_id`);--> statement-breakpoint
CREATE TABLE `support_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`client_id` text NOT NULL,
	`author` text NOT NULL,
	`staff_account_id` text,
	`is_note` integer DEFAULT false NOT NULL,
	`text` text NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`ticket_id`) REFERENCES `support_tickets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `support_messages_once` ON `support_messages` (`ticket_id`,`client_id`);--> statement-breakpoint
CREATE INDEX `support_messages_in_order` ON `support_messages` (`ticket_id`,`id`);--> statement-breakpoint
CREATE TABLE `support_tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`account_id` text,
	`name` text,
	`email` text,
	`email_key` text,
	`phone` text,
	`subject` text NOT NULL,
	`category` text NOT NULL,
	`booking_id` text,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`assigned_to` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`score` text,
	`score_text` text,
	`scored_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_to`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `support_tickets_reference_unique` ON `support_tickets` (`reference`);--> statement-breakpoint
CREATE INDEX `tickets_of_account` ON `support_tickets` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_of_session` ON `support_tickets` (`booking_id`);--> statement-breakpoint
CREATE INDEX `tickets_by_state` ON `support_tickets` (`state`,`state_since`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_by_address` ON `support_tickets` (`email_key`) WHERE email_key is not null;