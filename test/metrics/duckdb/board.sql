CREATE TABLE board_metrics AS
  WITH ticket AS (
    SELECT *, sla2 = 'breached' AS late2, sla1 = 'breached' AND done1 IS NULL AS late1, done1 IS NULL AND class <> 'paused' AS unanswered
    FROM ticket_figure WHERE is_open
  ), levelled AS (
    SELECT *, late1 OR late2 AS late, greatest(consumed2, CASE WHEN unanswered THEN consumed1 END) AS worst,
      CASE WHEN unanswered THEN due1 - getvariable('now_ms') END AS to_answer_by
    FROM ticket
  ), running AS (
    SELECT *, CASE WHEN worst >= 0.9 THEN 'critical' WHEN worst >= 0.75 THEN 'atRisk' ELSE 'plain' END AS level FROM (
      SELECT id, rank, worst, due2 AS due, 'fix' AS clock FROM levelled WHERE sla2 = 'pending' AND NOT late
      UNION ALL SELECT id, rank, worst, due1, 'reply' FROM levelled WHERE sla1 = 'pending' AND NOT late)
  ), next AS (SELECT * FROM running ORDER BY due, id LIMIT 1)
  SELECT 'board' AS key, count(*) AS openTicketCount, count(*) FILTER (class = 'paused') AS pausedTicketCount,
    count(*) FILTER (late) AS overdueTicketCount,
    in_minutes(max(greatest(CASE WHEN late1 THEN overrun1 END, CASE WHEN late2 THEN overrun2 END))) AS largestOverrunMinutes,
    count(*) FILTER (NOT late AND worst >= 0.75) AS atRiskTicketCount,
    (SELECT to_json({'level': level, 'clock': clock, 'ticketId': id, 'due': iso(due), 'minutes': in_minutes(due - getvariable('now_ms')),
      'priorityRank': rank})::TEXT FROM next) AS nextDueJson,
    count(*) FILTER (technician_id IS NULL) AS unassignedTicketCount,
    in_minutes(max(age) FILTER (technician_id IS NULL)) AS largestUnassignedAgeMinutes,
    count(to_answer_by) AS unansweredTicketCount, count(*) FILTER (to_answer_by < 0) AS lateUnansweredTicketCount,
    in_minutes(min(to_answer_by)) AS minutesToNextResponseBreach
  FROM levelled;
