CREATE TABLE `account_closings` (
	`account_id` text PRIMARY KEY NOT NULL,
	`reason` text,
	`application_state` text,
	`closing_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_closings_by_age` ON `account_closings` (`closing_at`);--> statement-breakpoint
CREATE TABLE `email_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`token_hash` text,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `email_changes_token_hash_unique` ON `email_changes` (`token_hash`);--> statement-breakpoint
CREATE INDEX `email_changes_of_account` ON `email_changes` (`account_id`);--> statement-breakpoint
CREATE INDEX `email_changes_by_expiry` ON `email_changes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `email_undos` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`token_hash` text,
	`changed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `email_undos_token_hash_unique` ON `email_undos` (`token_hash`);--> statement-breakpoint
CREATE INDEX `email_undos_of_account` ON `email_undos` (`account_id`);--> statement-breakpoint
CREATE INDEX `email_undos_of_address` ON `email_undos` (`email_key`);--> statement-breakpoint
CREATE INDEX `email_undos_by_expiry` ON `email_undos` (`expires_at`);--> statement-breakpoint
CREATE TABLE `account_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`state` text NOT NULL,
	`key` text NOT NULL,
	`size` integer,
	`created_at` integer NOT NULL,
	`ready_at` integer,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_exports_of_account` ON `account_exports` (`account_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `account_exports_by_end` ON `account_exports` (`expires_at`);--> statement-breakpoint
CREATE TABLE `google_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`email_key` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`google_email` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `google_links_of_account` ON `google_links` (`account_id`);--> statement-breakpoint
CREATE INDEX `google_links_by_expiry` ON `google_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`account_id` text NOT NULL,
	`email` text NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_account_id_unique` ON `identities` (`account_id`);--> statement-breakpoint
CREATE TABLE `password_resets` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`email_key` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `password_resets_of_account` ON `password_resets` (`account_id`);--> statement-breakpoint
CREATE INDEX `password_resets_by_expiry` ON `password_resets` (`expires_at`);--> statement-breakpoint
CREATE TABLE `preferences` (
	`account_id` text PRIMARY KEY NOT NULL,
	`theme` text DEFAULT 'system' NOT NULL,
	`density` text DEFAULT 'comfortable' NOT NULL,
	`locale` text,
	`currency` text,
	`presence_hidden` integer DEFAULT false NOT NULL,
	`public_page` integer DEFAULT false NOT NULL,
	`searchable` integer DEFAULT true NOT NULL,
	`mail_off` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `login_tickets` (
	`ticket_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `login_tickets_of_account` ON `login_tickets` (`account_id`);--> statement-breakpoint
CREATE INDEX `login_tickets_by_age` ON `login_tickets` (`created_at`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`account_id` text NOT NULL,
	`code_hash` text NOT NULL,
	PRIMARY KEY(`account_id`, `code_hash`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `favourites` (
	`account_id` text NOT NULL,
	`mentor_account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `mentor_account_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `favourites_of_account` ON `favourites` (`account_id`,`created_at`,`mentor_account_id`);--> statement-breakpoint
CREATE INDEX `favourites_of_mentor` ON `favourites` (`mentor_account_id`);--> statement-breakpoint
CREATE TABLE `file_reads` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`owner_account_id` text NOT NULL,
	`reader_account_id` text NOT NULL,
	`reason` text NOT NULL,
	`read_at` integer NOT NULL,
	FOREIGN KEY (`owner_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reader_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reads_of_owner` ON `file_reads` (`owner_account_id`,`read_at`);--> statement-breakpoint
CREATE INDEX `reads_by_reader` ON `file_reads` (`reader_account_id`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_account_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`width` integer,
	`height` integer,
	`caption` text,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`owner_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_of_owner` ON `files` (`owner_account_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `files_by_key` ON `files` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `files_once` ON `files` (`owner_account_id`,`kind`,`hash`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `files_removed` ON `files` (`removed_at`) WHERE removed_at is not null;--> statement-breakpoint
CREATE TABLE `guardian_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`mentor_account_id` text NOT NULL,
	`email` text NOT NULL,
	`state` text NOT NULL,
	`guardian_name` text,
	`requested_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consent_of_pair` ON `guardian_consents` (`account_id`,`mentor_account_id`);--> statement-breakpoint
CREATE INDEX `consents_of_mentor` ON `guardian_consents` (`mentor_account_id`);--> statement-breakpoint
CREATE TABLE `guardian_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`consent_id` text NOT NULL,
	FOREIGN KEY (`consent_id`) REFERENCES `guardian_consents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `links_of_consent` ON `guardian_links` (`consent_id`);--> statement-breakpoint
CREATE TABLE `guardians` (
	`account_id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `application_history` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`act` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`by_account_id` text,
	`reason` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `history_of_application` ON `application_history` (`account_id`,`at`);--> statement-breakpoint
CREATE TABLE `company_email_proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`company` text NOT NULL,
	`token_hash` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `company_email_proofs_token_hash_unique` ON `company_email_proofs` (`token_hash`);--> statement-breakpoint
CREATE INDEX `company_proofs_of_mentor` ON `company_email_proofs` (`account_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `company_proofs_to_address` ON `company_email_proofs` (`email_key`);--> statement-breakpoint
CREATE INDEX `company_proofs_by_expiry` ON `company_email_proofs` (`expires_at`);--> statement-breakpoint
CREATE TABLE `link_proofs` (
	`account_id` text NOT NULL,
	`url` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `url`),
	FOREIGN KEY (`account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mentor_applications` (
	`account_id` text PRIMARY KEY NOT NULL,
	`experience` text,
	`motivation` text,
	`links` text DEFAULT '[]' NOT NULL,
	`evidence_file_ids` text DEFAULT '[]' NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mentor_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`via` text,
	`checked_by` text NOT NULL,
	`staff_account_id` text,
	`note` text,
	`checked_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checks_of_mentor` ON `mentor_checks` (`account_id`,`kind`,`subject`);--> statement-breakpoint
CREATE TABLE `cheapest_prices` (
	`number` integer NOT NULL,
	`currency` text NOT NULL,
	`amount_minor` integer NOT NULL,
	PRIMARY KEY(`number`, `currency`)
);
--> statement-breakpoint
CREATE INDEX `cheapest_prices_by_amount` ON `cheapest_prices` (`currency`,`amount_minor`,`number`);--> statement-breakpoint
CREATE TABLE `listings` (
	`account_id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`total_sessions` integer NOT NULL,
	`years_of_experience` integer NOT NULL,
	`joined_at` integer NOT NULL,
	`soonest_start` integer NOT NULL,
	`written_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`revision` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `mentors`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listings_number_unique` ON `listings` (`number`);--> statement-breakpoint
CREATE INDEX `listings_by_sessions` ON `listings` (`total_sessions`,`number`);--> statement-breakpoint
CREATE INDEX `listings_by_experience` ON `listings` (`years_of_experience`,`number`);--> statement-breakpoint
CREATE INDEX `listings_by_age` ON `listings` (`joined_at`,`number`);--> statement-breakpoint
CREATE INDEX `listings_by_soonest` ON `listings` (`soonest_start`,`number`);--> statement-breakpoint
CREATE INDEX `listings_due` ON `listings` (`due_at`);--> statement-breakpoint
CREATE TABLE `openings` (
	`number` integer NOT NULL,
	`start_hour_utc` integer NOT NULL,
	`quarters` integer NOT NULL,
	PRIMARY KEY(`number`, `start_hour_utc`)
);
--> statement-breakpoint
CREATE INDEX `openings_by_hour` ON `openings` (`start_hour_utc`,`number`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_search_once` ON `saved_searches` (`account_id`,`query`);--> statement-breakpoint
CREATE INDEX `saved_searches_of_account` ON `saved_searches` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `skill_counts` (
	`skill_id` text PRIMARY KEY NOT NULL,
	`mentors` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `skill_counts_by_mentors` ON `skill_counts` (`mentors`);--> statement-breakpoint
CREATE TABLE `skill_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`note` text,
	`state` text NOT NULL,
	`skill_id` text,
	`reason` text,
	`decided_by` text,
	`decided_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `skill_proposals_once` ON `skill_proposals` (`account_id`,`key`);--> statement-breakpoint
CREATE INDEX `skill_proposals_by_state` ON `skill_proposals` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `skill_proposals_of_word` ON `skill_proposals` (`key`);--> statement-breakpoint
CREATE TABLE `skill_words` (
	`key` text PRIMARY KEY NOT NULL,
	`word` text NOT NULL,
	`skill_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `skill_words_of_skill` ON `skill_words` (`skill_id`);--> statement-breakpoint
CREATE TABLE `skills_added` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `skills_added_below` ON `skills_added` (`parent`);--> statement-breakpoint
CREATE TABLE `wishes` (
	`account_id` text PRIMARY KEY NOT NULL,
	`goal` text,
	`skills` text DEFAULT '[]' NOT NULL,
	`budget_minor` integer,
	`currency` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `password_changed_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `totp_secret` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `totp_enabled_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `totp_step` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `totp_pending` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `closing_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `email_verifications` ADD `code_hash` text;--> statement-breakpoint
ALTER TABLE `email_verifications` ADD `tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `email_verifications` ADD `code_expires_at` integer;--> statement-breakpoint
CREATE INDEX `email_verifications_by_expiry` ON `email_verifications` (`expires_at`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `second_factor_at` integer;--> statement-breakpoint
ALTER TABLE `mentors` ADD `submitted_at` integer;--> statement-breakpoint
ALTER TABLE `mentors` ADD `answer_by` integer;--> statement-breakpoint
CREATE INDEX `mentors_by_submission` ON `mentors` (`application_state`,`submitted_at`,`mentor_id`);