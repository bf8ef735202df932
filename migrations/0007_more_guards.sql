update conversations set pair = mentor_account_id || ':' || student_account_id;
