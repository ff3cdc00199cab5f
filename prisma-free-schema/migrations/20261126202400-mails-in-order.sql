create index mail_latest on mail (created_at desc, id desc);
