CREATE TABLE `answer_habits` (
	`mentor_account_id` text PRIMARY KEY NOT NULL,
	`answers_in` text,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answer_times` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`mentor_account_id` text NOT NULL,
	`answered_at` integer NOT NULL,
	`took_ms` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_times_of_mentor` ON `answer_times` (`mentor_account_id`,`answered_at`,`took_ms`);--> statement-breakpoint
CREATE INDEX `answer_times_by_time` ON `answer_times` (`answered_at`);--> statement-breakpoint
CREATE TABLE `blocks` (
	`blocker_account_id` text NOT NULL,
	`blocked_account_id` text NOT NULL,
	`display_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`blocker_account_id`, `blocked_account_id`),
	FOREIGN KEY (`blocker_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`blocked_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `blocks_of_person` ON `blocks` (`blocker_account_id`,`created_at`,`blocked_account_id`);--> statement-breakpoint
CREATE INDEX `blocks_against` ON `blocks` (`blocked_account_id`);--> statement-breakpoint
CREATE TABLE `message_files` (
	`file_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`taken_back_at` integer,
	PRIMARY KEY(`file_id`, `conversation_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_files_of_person` ON `message_files` (`account_id`);--> statement-breakpoint
CREATE INDEX `message_files_unsent` ON `message_files` (`created_at`) WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX `message_files_taken_back` ON `message_files` (`taken_back_at`) WHERE taken_back_at is not null;--> statement-breakpoint
CREATE TABLE `message_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`reporter_account_id` text NOT NULL,
	`reason` text NOT NULL,
	`text` text,
	`window` text NOT NULL,
	`reported_at` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reporter_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_report_once` ON `message_reports` (`conversation_id`,`seq`,`reporter_account_id`);--> statement-breakpoint
CREATE INDEX `message_reports_by_time` ON `message_reports` (`reported_at`,`id`);--> statement-breakpoint
CREATE INDEX `message_reports_by_reporter` ON `message_reports` (`reporter_account_id`);--> statement-breakpoint
CREATE TABLE `sightings` (
	`account_id` text PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `goal_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`goal_id` text NOT NULL,
	`title` text NOT NULL,
	`done_at` integer,
	`position` integer NOT NULL,
	`proposed_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `steps_of_goal` ON `goal_steps` (`goal_id`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `steps_proposed` ON `goal_steps` (`proposed_by`);--> statement-breakpoint
CREATE TABLE `goals` (
	`id` text PRIMARY KEY NOT NULL,
	`student_account_id` text NOT NULL,
	`title` text NOT NULL,
	`note` text,
	`done_at` integer,
	`position` integer NOT NULL,
	`removed_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`student_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goals_of_student` ON `goals` (`student_account_id`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `goals_removed` ON `goals` (`removed_at`) WHERE removed_at is not null;--> statement-breakpoint
CREATE TABLE `shared_goals` (
	`booking_id` text NOT NULL,
	`goal_id` text NOT NULL,
	`shared_at` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `goal_id`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shares_of_goal` ON `shared_goals` (`goal_id`);--> statement-breakpoint
CREATE TABLE `takeaways` (
	`booking_id` text NOT NULL,
	`author_account_id` text NOT NULL,
	`lines` text NOT NULL,
	`next_steps` text NOT NULL,
	`written_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `author_account_id`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `takeaways_of_author` ON `takeaways` (`author_account_id`);--> statement-breakpoint
CREATE TABLE `profile_view_counts` (
	`mentor_account_id` text NOT NULL,
	`day` text NOT NULL,
	`people` integer NOT NULL,
	PRIMARY KEY(`mentor_account_id`, `day`),
	FOREIGN KEY (`mentor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `profile_views` (
	`mentor_account_id` text NOT NULL,
	`day` text NOT NULL,
	`viewer_account_id` text NOT NULL,
	PRIMARY KEY(`mentor_account_id`, `day`, `viewer_account_id`),
	FOREIGN KEY (`mentor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`viewer_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `profile_views_of_viewer` ON `profile_views` (`viewer_account_id`);--> statement-breakpoint
CREATE INDEX `profile_views_by_day` ON `profile_views` (`day`);--> statement-breakpoint
CREATE TABLE `mail_suspensions` (
	`account_id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mail_suspensions_of_address` ON `mail_suspensions` (`address`);--> statement-breakpoint
CREATE TABLE `message_digests` (
	`account_id` text PRIMARY KEY NOT NULL,
	`told_until` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `learned_skills` (
	`id` text PRIMARY KEY NOT NULL,
	`student_account_id` text NOT NULL,
	`mentor_account_id` text NOT NULL,
	`skill_key` text NOT NULL,
	`skill` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`confirmed_at` integer,
	FOREIGN KEY (`student_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `learned_once` ON `learned_skills` (`student_account_id`,`mentor_account_id`,`skill_key`);--> statement-breakpoint
CREATE INDEX `learned_with_mentor` ON `learned_skills` (`mentor_account_id`);--> statement-breakpoint
CREATE TABLE `mentor_notes` (
	`mentor_account_id` text NOT NULL,
	`student_account_id` text NOT NULL,
	`text` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`mentor_account_id`, `student_account_id`),
	FOREIGN KEY (`mentor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`student_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mentor_notes_about` ON `mentor_notes` (`student_account_id`);--> statement-breakpoint
ALTER TABLE `preferences` ADD `quiet_from` text;--> statement-breakpoint
ALTER TABLE `preferences` ADD `quiet_until` text;--> statement-breakpoint
ALTER TABLE `preferences` ADD `in_app_off` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `conversation_members` ADD `muted` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `conversation_members` ADD `archived_seq` integer;--> statement-breakpoint
ALTER TABLE `mailbox` ADD `headers` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `notifications` ADD `shown` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `bookings_of_pair` ON `bookings` (`mentor_account_id`,`student_account_id`,`start_time`);--> statement-breakpoint
CREATE INDEX `dead_letters_by_topic` ON `dead_letters` (`topic`,`buried_at`,`id`);