CREATE TABLE `busy_calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`mentor_account_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`host` text NOT NULL,
	`state` text NOT NULL,
	`fault` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`events` integer DEFAULT 0 NOT NULL,
	`read_at` integer,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendars_of_mentor` ON `busy_calendars` (`mentor_account_id`);--> statement-breakpoint
CREATE INDEX `calendars_due` ON `busy_calendars` (`due_at`);--> statement-breakpoint
CREATE TABLE `busy_times` (
	`calendar_id` text NOT NULL,
	`mentor_account_id` text NOT NULL,
	`busy_from` integer NOT NULL,
	`busy_until` integer NOT NULL,
	FOREIGN KEY (`calendar_id`) REFERENCES `busy_calendars`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `busy_times_of_calendar` ON `busy_times` (`calendar_id`);--> statement-breakpoint
CREATE INDEX `busy_times_of_mentor` ON `busy_times` (`mentor_account_id`,`busy_until`);--> statement-breakpoint
CREATE TABLE `away_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`mentor_account_id` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`note` text,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `away_of_mentor` ON `away_periods` (`mentor_account_id`,`to_date`);--> statement-breakpoint
CREATE TABLE `date_overrides` (
	`mentor_account_id` text NOT NULL,
	`date` text NOT NULL,
	`ranges` text NOT NULL,
	`note` text,
	PRIMARY KEY(`mentor_account_id`, `date`),
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `zone_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`mentor_account_id` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`time_zone` text NOT NULL,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `zones_of_mentor` ON `zone_periods` (`mentor_account_id`,`to_date`);--> statement-breakpoint
CREATE TABLE `booking_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`by_account_id` text NOT NULL,
	`state` text NOT NULL,
	`start_time` integer NOT NULL,
	`reason` text,
	`sequence` integer NOT NULL,
	`answer_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `open_move_of_booking` ON `booking_moves` (`booking_id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `moves_of_booking` ON `booking_moves` (`booking_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `booking_notes` (
	`booking_id` text NOT NULL,
	`account_id` text NOT NULL,
	`text` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `account_id`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `booking_notes_of_account` ON `booking_notes` (`account_id`);--> statement-breakpoint
CREATE TABLE `waits` (
	`mentor_account_id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`mentor_account_id`, `account_id`),
	FOREIGN KEY (`mentor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `waits_of_account` ON `waits` (`account_id`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`account_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token_hash_unique` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE TABLE `session_reminders` (
	`booking_id` text NOT NULL,
	`minutes` integer NOT NULL,
	`sequence` integer NOT NULL,
	`act` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `minutes`, `sequence`)
);
--> statement-breakpoint
CREATE INDEX `reminders_by_time` ON `session_reminders` (`sent_at`);--> statement-breakpoint
CREATE TABLE `zone_editions` (
	`version` text PRIMARY KEY NOT NULL,
	`settled_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contests` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`by_account_id` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`decision_reason` text,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_of_side` ON `contests` (`booking_id`,`by_account_id`);--> statement-breakpoint
CREATE INDEX `contests_open` ON `contests` (`state`,`opened_at`);--> statement-breakpoint
CREATE INDEX `contests_decided` ON `contests` (`state`,`decided_at`);--> statement-breakpoint
CREATE TABLE `presences` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`account_id` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	`by` text NOT NULL,
	`is_mentor` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `presences_of_room` ON `presences` (`room_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `invoices` (
	`id` text PRIMARY KEY NOT NULL,
	`cause` text NOT NULL,
	`document` text NOT NULL,
	`subject` text NOT NULL,
	`series` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`number` integer NOT NULL,
	`order_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`refund_id` text,
	`corrects_id` text,
	`seller_account_id` text,
	`buyer_account_id` text NOT NULL,
	`seller` text NOT NULL,
	`buyer` text NOT NULL,
	`lines` text NOT NULL,
	`total_minor` integer NOT NULL,
	`tax_minor` integer NOT NULL,
	`tax_basis_points` integer NOT NULL,
	`place_of_supply` text,
	`currency` text NOT NULL,
	`issued_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrects_id`) REFERENCES `invoices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seller_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invoices_cause_unique` ON `invoices` (`cause`);--> statement-breakpoint
CREATE UNIQUE INDEX `invoice_numbers` ON `invoices` (`series`,`fiscal_year`,`number`);--> statement-breakpoint
CREATE INDEX `invoices_of_order` ON `invoices` (`order_id`);--> statement-breakpoint
CREATE INDEX `invoices_of_booking` ON `invoices` (`booking_id`);--> statement-breakpoint
CREATE INDEX `invoices_of_seller` ON `invoices` (`seller_account_id`,`issued_at`);--> statement-breakpoint
CREATE INDEX `invoices_of_buyer` ON `invoices` (`buyer_account_id`,`issued_at`);--> statement-breakpoint
CREATE TABLE `payout_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`by_account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`by_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `payout_profile_reads` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_account_id` text NOT NULL,
	`reader_account_id` text NOT NULL,
	`reason` text NOT NULL,
	`read_at` integer NOT NULL,
	FOREIGN KEY (`owner_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reader_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `profile_reads_of_owner` ON `payout_profile_reads` (`owner_account_id`);--> statement-breakpoint
CREATE INDEX `profile_reads_by_reader` ON `payout_profile_reads` (`reader_account_id`);--> statement-breakpoint
CREATE TABLE `payout_profiles` (
	`account_id` text PRIMARY KEY NOT NULL,
	`legal_name` text NOT NULL,
	`country` text NOT NULL,
	`method` text NOT NULL,
	`box` text NOT NULL,
	`changed_at` integer NOT NULL,
	`payable_from` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `withdrawal_history` (
	`id` text PRIMARY KEY NOT NULL,
	`withdrawal_id` text NOT NULL,
	`act` text NOT NULL,
	`by_account_id` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`withdrawal_id`) REFERENCES `withdrawals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `history_of_withdrawal` ON `withdrawal_history` (`withdrawal_id`);--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`state` text NOT NULL,
	`requested_at` integer NOT NULL,
	`first_approved_by` text,
	`approved_at` integer,
	`waits_until` integer,
	`export_id` text,
	`destination_box` text,
	`reference` text,
	`reason` text,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`export_id`) REFERENCES `payout_exports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `withdrawals_of_account` ON `withdrawals` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `withdrawals_by_state` ON `withdrawals` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `withdrawals_of_export` ON `withdrawals` (`export_id`);--> statement-breakpoint
CREATE TABLE `badges` (
	`account_id` text NOT NULL,
	`badge` text NOT NULL,
	`gained_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `badge`),
	FOREIGN KEY (`account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ratings` (
	`mentor_account_id` text PRIMARY KEY NOT NULL,
	`count` integer DEFAULT 0 NOT NULL,
	`sum` integer DEFAULT 0 NOT NULL,
	`stars_1` integer DEFAULT 0 NOT NULL,
	`stars_2` integer DEFAULT 0 NOT NULL,
	`stars_3` integer DEFAULT 0 NOT NULL,
	`stars_4` integer DEFAULT 0 NOT NULL,
	`stars_5` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_replies` (
	`review_id` text PRIMARY KEY NOT NULL,
	`mentor_account_id` text NOT NULL,
	`text` text NOT NULL,
	`replied_at` integer NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	`removal_reason` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_replies_of_mentor` ON `review_replies` (`mentor_account_id`);--> statement-breakpoint
CREATE TABLE `review_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`reporter_account_id` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`reported_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`decision_reason` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reporter_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_reports_of_person` ON `review_reports` (`review_id`,`reporter_account_id`);--> statement-breakpoint
CREATE INDEX `review_reports_by_reporter` ON `review_reports` (`reporter_account_id`);--> statement-breakpoint
CREATE INDEX `review_reports_by_state` ON `review_reports` (`state`,`reported_at`,`id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`side` text NOT NULL,
	`author_account_id` text NOT NULL,
	`mentor_account_id` text NOT NULL,
	`student_account_id` text NOT NULL,
	`stars` integer,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`visible_from` integer NOT NULL,
	`published_at` integer,
	`removed_at` integer,
	`removed_by` text,
	`removal_reason` text,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`student_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_of_booking` ON `reviews` (`booking_id`,`side`);--> statement-breakpoint
CREATE INDEX `reviews_of_mentor` ON `reviews` (`mentor_account_id`,`side`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_waiting` ON `reviews` (`published_at`,`visible_from`);--> statement-breakpoint
CREATE INDEX `reviews_by_author` ON `reviews` (`author_account_id`);--> statement-breakpoint
CREATE INDEX `reviews_about_student` ON `reviews` (`student_account_id`);--> statement-breakpoint
CREATE TABLE `admin_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`cause` text NOT NULL,
	`booking_id` text NOT NULL,
	`facts` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`done_by` text,
	`note` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `admin_tasks_cause_unique` ON `admin_tasks` (`cause`);--> statement-breakpoint
CREATE INDEX `admin_tasks_by_state` ON `admin_tasks` (`done_at`,`id`);--> statement-breakpoint
CREATE INDEX `admin_tasks_of_booking` ON `admin_tasks` (`booking_id`);--> statement-breakpoint
DROP INDEX `ledger_of_account`;--> statement-breakpoint
CREATE INDEX `ledger_of_order` ON `ledger_lines` (`order_id`,`account`);--> statement-breakpoint
CREATE INDEX `ledger_of_account` ON `ledger_lines` (`account`,`currency`,`posted_at`);--> statement-breakpoint
ALTER TABLE `offers` ADD `kind` text DEFAULT 'one_to_one' NOT NULL;--> statement-breakpoint
ALTER TABLE `offers` ADD `seats` integer;--> statement-breakpoint
ALTER TABLE `offers` ADD `seat_prices` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `offers` ADD `most_per_student` integer;--> statement-breakpoint
ALTER TABLE `offers` ADD `most_per_week` integer;--> statement-breakpoint
ALTER TABLE `offers` ADD `needs_confirmation` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `offers` ADD `adults_only` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `offers` ADD `refund_policy` text DEFAULT 'flexible' NOT NULL;--> statement-breakpoint
ALTER TABLE `offers` ADD `reschedule_notice_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `offers` ADD `cancel_notice_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `offers` ADD `questions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `booking_history` ADD `detail` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `kind` text DEFAULT 'one_to_one' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `room_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `needs_confirmation` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `answer_by` integer;--> statement-breakpoint
ALTER TABLE `bookings` ADD `proposal_id` text;--> statement-breakpoint
ALTER TABLE `bookings` ADD `minimum_notice_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `reschedule_notice_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `cancel_notice_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `questions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `judged_at` integer;--> statement-breakpoint
CREATE INDEX `bookings_by_start` ON `bookings` (`state`,`start_time`);--> statement-breakpoint
CREATE INDEX `bookings_of_room` ON `bookings` (`room_id`);--> statement-breakpoint
CREATE INDEX `bookings_of_proposal` ON `bookings` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `bookings_to_answer` ON `bookings` (`state`,`answer_by`);--> statement-breakpoint
CREATE INDEX `bookings_judged` ON `bookings` (`judged_at`);--> statement-breakpoint
ALTER TABLE `mentors` ADD `new_students` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `mentors` ADD `most_sessions_per_week` integer;--> statement-breakpoint
ALTER TABLE `mentors` ADD `meeting_link` text;--> statement-breakpoint
ALTER TABLE `listings` ADD `rating_score` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `listings` ADD `has_intro` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `listings_by_rating` ON `listings` (`rating_score`,`number`);--> statement-breakpoint
CREATE INDEX `listings_with_intro` ON `listings` (`has_intro`,`number`);--> statement-breakpoint
ALTER TABLE `mailbox` ADD `attachments` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `session_tax_basis_points` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `commission_tax_basis_points` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `withheld_basis_points` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `place_of_supply` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `earned_at` integer;--> statement-breakpoint
CREATE INDEX `orders_of_payer` ON `orders` (`payer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `orders_to_release` ON `orders` (`earned_at`) WHERE earned_at is not null;--> statement-breakpoint
ALTER TABLE `refunds` ADD `tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `refunds` ADD `failure` text;--> statement-breakpoint
ALTER TABLE `refunds` ADD `key_number` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `refunds` ADD `retry_at` integer;--> statement-breakpoint
ALTER TABLE `refunds` ADD `requested_by` text;--> statement-breakpoint
ALTER TABLE `refunds` ADD `note` text;--> statement-breakpoint
CREATE INDEX `refunds_in_trouble` ON `refunds` (`created_at`) WHERE failure is not null and state <> 'processed';