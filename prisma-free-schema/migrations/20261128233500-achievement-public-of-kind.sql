create index achievement_public_of_kind on achievement (kind_id, year desc, id desc) where state = 'CONFIRMED' and decision_no is not null and not without;
