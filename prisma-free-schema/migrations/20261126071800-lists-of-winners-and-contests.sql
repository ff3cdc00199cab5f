-- The newest contests first, in the order of their lists.
drop index contest_year;
create index contest_newest on contest (year desc, id desc);

-- The prizes of an initiative, revoked ones too.
create index award_initiative on award (initiative_id);

-- Invitations, the newest first.
drop index jury_invitation_contest;
create index jury_invitation_contest on jury_invitation (contest_id, id desc);
drop index jury_invitation_person;
create index jury_invitation_person on jury_invitation (person_id, id desc);
