CREATE TABLE board_ticket AS
  WITH ticket AS (
    SELECT *, sla2 = 'breached' AS late2, sla1 = 'breached' AND done1 IS NULL AS late1, done1 IS NULL AND class <> 'paused' AS unanswered
    FROM ticket_figure WHERE is_open
  ), levelled AS (
    SELECT *, late1 OR late2 AS late, greatest(consumed2, CASE WHEN unanswered THEN consumed1 END) AS worst,
      CASE WHEN unanswered THEN due1 - getvariable('now_ms') END AS to_answer_by
    FROM ticket
  )
  SELECT *, CASE WHEN late THEN 'late' WHEN worst >= limit_of('slaRiskLevel.critical', 0.9) THEN 'critical' WHEN worst >= limit_of('slaRiskLevel.atRisk', 0.75) THEN 'atRisk' ELSE 'plain' END AS level FROM levelled;

-- Of two clocks the one due first tells, the reply of two at once.
CREATE TABLE board_due AS
  WITH pressed AS (
    SELECT id, rank, late, level, due1, due2, CASE WHEN late THEN late1 ELSE sla1 = 'pending' END AS reply,
      CASE WHEN late THEN late2 ELSE sla2 = 'pending' END AS fix
    FROM board_ticket
  ), clocked AS (
    SELECT *, reply AND NOT (fix AND (due1 IS NULL OR coalesce(due2 < due1, false))) AS is_reply FROM pressed WHERE reply OR fix
  ), told AS (
    SELECT id, rank, late, level, CASE WHEN is_reply THEN 'reply' ELSE 'fix' END AS clock, CASE WHEN is_reply THEN due1 ELSE due2 END AS due
    FROM clocked
  )
  SELECT 'due ' || (row_number() OVER (ORDER BY late DESC, CASE WHEN late THEN coalesce(rank, 5) END, due NULLS LAST, id NULLS LAST,
      level, clock, coalesce(rank::TEXT, 'null')) - 1) AS key,
    level, clock, id AS ticketId, iso(due) AS due,
    in_minutes(CASE WHEN late THEN greatest(getvariable('now_ms') - due, 0 * due) ELSE due - getvariable('now_ms') END) AS minutes,
    rank AS priorityRank
  FROM told;

CREATE TABLE board_metrics AS
  WITH running AS (
    SELECT id, rank, level, due2 AS due, 'fix' AS clock FROM board_ticket WHERE sla2 = 'pending' AND NOT late
    UNION ALL SELECT id, rank, level, due1, 'reply' FROM board_ticket WHERE sla1 = 'pending' AND NOT late
  ), next AS (SELECT * FROM running ORDER BY due, id LIMIT 1),
  listed AS (SELECT count(*) FILTER (level = 'late') AS late, count(*) FILTER (level <> 'late') AS running FROM board_due)
  SELECT 'board' AS key, count(*) AS openTicketCount, count(*) FILTER (class = 'paused') AS pausedTicketCount,
    count(*) FILTER (late) AS overdueTicketCount,
    in_minutes(max(greatest(CASE WHEN late1 THEN overrun1 END, CASE WHEN late2 THEN overrun2 END))) AS largestOverrunMinutes,
    count(*) FILTER (NOT late AND worst >= limit_of('slaRiskLevel.atRisk', 0.75)) AS atRiskTicketCount,
    (SELECT to_json({'level': level, 'clock': clock, 'ticketId': id, 'due': iso(due), 'minutes': in_minutes(due - getvariable('now_ms')),
      'priorityRank': rank})::TEXT FROM next) AS nextDueJson,
    count(*) FILTER (technician_id IS NULL) AS unassignedTicketCount,
    in_minutes(max(age) FILTER (technician_id IS NULL)) AS largestUnassignedAgeMinutes,
    count(to_answer_by) AS unansweredTicketCount, count(*) FILTER (to_answer_by < 0) AS lateUnansweredTicketCount,
    in_minutes(min(to_answer_by)) AS minutesToNextResponseBreach,
    (SELECT greatest(listed.late - 3, 0) FROM listed) AS furtherLateCount,
    (SELECT greatest(listed.running - (40 - least(listed.late, 3)), 0) FROM listed) AS furtherDueCount
  FROM board_ticket;
