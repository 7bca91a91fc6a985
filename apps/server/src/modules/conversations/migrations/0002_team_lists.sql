-- Lists of a team, and of no team, in their order: an index keeps it for a value, not for "is null".
drop index conversations.conversation_team_waiting;
drop index conversations.conversation_team;
create index conversation_team_waiting on conversations.conversation
  (coalesce(team_id, '00000000-0000-0000-0000-000000000000'), waiting_since, id)
  where status = 'open' and waiting_since is not null;
create index conversation_team_answered on conversations.conversation
  (coalesce(team_id, '00000000-0000-0000-0000-000000000000'), last_activity_at desc, id desc)
  where status = 'open' and waiting_since is null;
create index conversation_team on conversations.conversation
  (coalesce(team_id, '00000000-0000-0000-0000-000000000000'), status, last_activity_at desc, id desc);
-- Who waits for one agent: without it the agent's list read everybody's waiting.
create index conversation_assignee_waiting on conversations.conversation (assignee_id, waiting_since, id)
  where status = 'open' and waiting_since is not null;
