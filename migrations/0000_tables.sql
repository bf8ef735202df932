CREATE TABLE `account_roles` (
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `role`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`email_verified_at` integer,
	`password_hash` text,
	`accepted_terms_at` integer NOT NULL,
	`terms_version` text NOT NULL,
	`date_of_birth` text,
	`time_zone` text NOT NULL,
	`picture_url` text,
	`suspended_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_key_unique` ON `accounts` (`email_key`);--> statement-breakpoint
CREATE TABLE `email_verifications` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`email_key` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `email_verifications_of_account` ON `email_verifications` (`account_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`account_id` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_hash_unique` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_of_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `socket_tickets` (
	`ticket_hash` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `socket_tickets_by_expiry` ON `socket_tickets` (`expires_at`);--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`mentor_account_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`minutes` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`buffer_before_minutes` integer NOT NULL,
	`buffer_after_minutes` integer NOT NULL,
	`minimum_notice_minutes` integer NOT NULL,
	`horizon_days` integer NOT NULL,
	`most_per_day` integer,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `offers_of_mentor` ON `offers` (`mentor_account_id`,`amount_minor`);--> statement-breakpoint
CREATE INDEX `offers_by_price` ON `offers` (`currency`,`amount_minor`);--> statement-breakpoint
CREATE TABLE `weekly_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`mentor_account_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `weekly_rules_of_mentor` ON `weekly_rules` (`mentor_account_id`);--> statement-breakpoint
CREATE TABLE `booking_history` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`state` text NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `history_of_booking` ON `booking_history` (`booking_id`,`at`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`mentor_account_id` text NOT NULL,
	`student_account_id` text NOT NULL,
	`offer_id` text NOT NULL,
	`start_time` integer NOT NULL,
	`end_time` integer NOT NULL,
	`busy_from` integer NOT NULL,
	`busy_until` integer NOT NULL,
	`time_zone` text NOT NULL,
	`wall_time` text NOT NULL,
	`zone_data_version` text NOT NULL,
	`offer_title` text NOT NULL,
	`minutes` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`refund_terms` text NOT NULL,
	`answers` text NOT NULL,
	`hold_expires_at` integer,
	`hold_extended_at` integer,
	`cancelled_by` text,
	`cancel_reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`student_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bookings_of_mentor` ON `bookings` (`mentor_account_id`,`busy_until`);--> statement-breakpoint
CREATE INDEX `bookings_of_student` ON `bookings` (`student_account_id`,`end_time`);--> statement-breakpoint
CREATE INDEX `bookings_of_offer` ON `bookings` (`offer_id`,`start_time`);--> statement-breakpoint
CREATE INDEX `bookings_by_state` ON `bookings` (`state`,`end_time`);--> statement-breakpoint
CREATE TABLE `conversation_members` (
	`conversation_id` text NOT NULL,
	`account_id` text NOT NULL,
	`read_seq` integer DEFAULT 0 NOT NULL,
	`unread` integer DEFAULT 0 NOT NULL,
	`pinned` integer DEFAULT false NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `account_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conversations_of_account` ON `conversation_members` (`account_id`,`updated_at`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`mentor_account_id` text NOT NULL,
	`student_account_id` text NOT NULL,
	`pair` text NOT NULL,
	`last_seq` integer DEFAULT 0 NOT NULL,
	`last_sender_id` text,
	`last_preview` text,
	`last_sent_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`student_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversation_of_pair` ON `conversations` (`pair`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`subject` text NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`subject`, `window_start`)
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`attempts` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`buried_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `development` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idempotency` (
	`account_id` text NOT NULL,
	`route` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`status` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `route`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_by_age` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`);--> statement-breakpoint
CREATE TABLE `mentor_languages` (
	`account_id` text NOT NULL,
	`language` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`account_id`, `language`),
	FOREIGN KEY (`account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mentors_of_language` ON `mentor_languages` (`language`);--> statement-breakpoint
CREATE TABLE `mentor_skills` (
	`account_id` text NOT NULL,
	`skill_key` text NOT NULL,
	`skill` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`account_id`, `skill_key`),
	FOREIGN KEY (`account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mentors_of_skill` ON `mentor_skills` (`skill_key`);--> statement-breakpoint
CREATE TABLE `mentors` (
	`account_id` text PRIMARY KEY NOT NULL,
	`mentor_id` text NOT NULL,
	`headline` text,
	`promise` text,
	`bio` text,
	`phone` text,
	`company` text,
	`designation` text,
	`years_of_experience` integer,
	`hourly_rate_minor` integer,
	`hourly_rate_currency` text,
	`linkedin_url` text,
	`github_url` text,
	`portfolio_url` text,
	`availability_zone` text NOT NULL,
	`application_state` text NOT NULL,
	`decision_reason` text,
	`decided_at` integer,
	`decided_by` text,
	`total_sessions` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mentors_mentor_id_unique` ON `mentors` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `mentors_by_sessions` ON `mentors` (`application_state`,`total_sessions`,`mentor_id`);--> statement-breakpoint
CREATE INDEX `mentors_by_age` ON `mentors` (`application_state`,`created_at`,`mentor_id`);--> statement-breakpoint
CREATE TABLE `mailbox` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`sent_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mailbox_of_recipient` ON `mailbox` (`recipient`,`id`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`formal_id` text NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`cause` text NOT NULL,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`mailed_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_formal_id_unique` ON `notifications` (`formal_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `notification_of_cause` ON `notifications` (`account_id`,`cause`);--> statement-breakpoint
CREATE INDEX `notifications_of_account` ON `notifications` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`account_id`,`read_at`);--> statement-breakpoint
CREATE TABLE `ledger_lines` (
	`cause` text NOT NULL,
	`account` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`order_id` text NOT NULL,
	`posted_at` integer NOT NULL,
	PRIMARY KEY(`cause`, `account`)
);
--> statement-breakpoint
CREATE INDEX `ledger_of_account` ON `ledger_lines` (`account`,`currency`);--> statement-breakpoint
CREATE INDEX `ledger_by_time` ON `ledger_lines` (`posted_at`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`payer_id` text NOT NULL,
	`state` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`commission_basis_points` integer NOT NULL,
	`razorpay_order_id` text,
	`razorpay_payment_id` text,
	`version` integer DEFAULT 0 NOT NULL,
	`poll_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payer_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_booking_id_unique` ON `orders` (`booking_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_razorpay_order_id_unique` ON `orders` (`razorpay_order_id`);--> statement-breakpoint
CREATE INDEX `orders_to_poll` ON `orders` (`poll_at`) WHERE poll_at is not null;--> statement-breakpoint
CREATE TABLE `payment_events` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`razorpay_order_id` text,
	`raw` text NOT NULL,
	`state` text NOT NULL,
	`applied_by` text,
	`note` text,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_of_order` ON `payment_events` (`razorpay_order_id`);--> statement-breakpoint
CREATE INDEX `events_parked` ON `payment_events` (`received_at`) WHERE state = 'parked';--> statement-breakpoint
CREATE TABLE `payments` (
	`razorpay_payment_id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`state` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`method` text,
	`failure` text,
	`created_at` integer NOT NULL,
	`captured_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payments_of_order` ON `payments` (`order_id`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`razorpay_payment_id` text NOT NULL,
	`order_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`razorpay_refund_id` text,
	`created_at` integer NOT NULL,
	`processed_at` integer,
	FOREIGN KEY (`razorpay_payment_id`) REFERENCES `payments`(`razorpay_payment_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `refunds_of_payment` ON `refunds` (`razorpay_payment_id`);--> statement-breakpoint
CREATE INDEX `refunds_of_order` ON `refunds` (`order_id`);--> statement-breakpoint
CREATE TABLE `sandbox_faults` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text,
	`kind` text NOT NULL,
	`times` integer NOT NULL,
	`seconds` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sandbox_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`receipt` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sandbox_payments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`status` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`method` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `sandbox_orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sandbox_payments_of_order` ON `sandbox_payments` (`order_id`);--> statement-breakpoint
CREATE TABLE `sandbox_refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`payment_id` text NOT NULL,
	`amount` integer NOT NULL,
	`receipt` text,
	`idempotency_key` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`payment_id`) REFERENCES `sandbox_payments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sandbox_refunds_idempotency_key_unique` ON `sandbox_refunds` (`idempotency_key`);--> statement-breakpoint
CREATE INDEX `sandbox_refunds_of_payment` ON `sandbox_refunds` (`payment_id`);--> statement-breakpoint
CREATE TABLE `platform_totals` (
	`id` integer PRIMARY KEY NOT NULL,
	`total_students` integer DEFAULT 0 NOT NULL,
	`total_mentors` integer DEFAULT 0 NOT NULL,
	`total_sessions` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `site_status` (
	`id` integer PRIMARY KEY NOT NULL,
	`maintenance_mode` integer DEFAULT false NOT NULL,
	`message` text,
	`until` integer
);
--> statement-breakpoint
CREATE TABLE `students` (
	`account_id` text PRIMARY KEY NOT NULL,
	`student_id` text NOT NULL,
	`phone` text,
	`college` text,
	`degree` text,
	`field_of_study` text,
	`year_of_study` integer,
	`skills` text DEFAULT '[]' NOT NULL,
	`interests` text DEFAULT '[]' NOT NULL,
	`linkedin_url` text,
	`github_url` text,
	`portfolio_url` text,
	`bio` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `students_student_id_unique` ON `students` (`student_id`);