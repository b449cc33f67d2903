-- Every open minute of every schedule, as an instant; business time is the number of them in a span.
CREATE TABLE pause AS
  SELECT t.seq, greatest(c.ms, t.created) AS a, least(coalesce(c.next_ms, t.until), t.until) AS b, t.sched
  FROM ticket t JOIN change c ON c.ticket_id = t.id
  WHERE c.class = 'paused' AND greatest(c.ms, t.created) < least(coalesce(c.next_ms, t.until), t.until);
CREATE TABLE probe AS
  SELECT DISTINCT sched, ms FROM (
    SELECT sched, unnest([created, answered, resolved, due1, due2, getvariable('now_ms')]) AS ms FROM ticket
    UNION ALL SELECT sched, unnest([a, b]) FROM pause
    UNION ALL SELECT sched, unnest([getvariable('period_from'), getvariable('period_to'), getvariable('now_ms')]) FROM schedule
    UNION ALL SELECT sched, unnest([a, b]) FROM bucket, (SELECT sched FROM schedule_key WHERE key = 'default'))
  WHERE ms IS NOT NULL AND sched IS NOT NULL;
CREATE TABLE open_minute AS
  WITH local_day AS (
    SELECT unnest(generate_series((min(ms) // 86400000) - 3, (max(ms) // 86400000) + 3)) AS n FROM probe
  ), shift AS (
    SELECT w.sched, instant_of(w.zone, (n * 1440 + opens) * 60000) AS opens,
      instant_of(w.zone, (n * 1440 + closes + CASE WHEN closes < opens THEN 1440 ELSE 0 END) * 60000) AS closes
    FROM local_day JOIN schedule_window w ON w.weekday = (n + 3) % 7 + 1
  ), m AS (
    SELECT DISTINCT sched, unnest(range(opens, closes, 60000)) AS ms FROM shift
  ), holiday AS (
    SELECT sched, zone, dayof(coalesce(json_extract_string(h, '$.date'), json_extract_string(h, '$'))) AS d
    FROM (SELECT sched, zone, unnest(from_json(holidays, '["JSON"]')) AS h FROM schedule WHERE NOT always AND holidays IS NOT NULL)
  ), closed AS MATERIALIZED (
    SELECT sched, midnight(zone, d) AS a, midnight(zone, d + 1) AS b FROM holiday WHERE d IS NOT NULL
  )
  SELECT m.sched, m.ms, row_number() OVER (PARTITION BY m.sched ORDER BY m.ms) - 1 AS before
  FROM m LEFT JOIN closed c ON c.sched = m.sched AND m.ms >= c.a AND m.ms < c.b
  WHERE c.a IS NULL;
-- Open milliseconds until an instant: whole minutes before, and the part of the one it lies in.
CREATE TABLE worked AS
  SELECT p.sched, p.ms, coalesce(m.before * 60000 + least(p.ms - m.ms, 60000), 0) AS open_ms
  FROM probe p ASOF LEFT JOIN open_minute m ON m.sched = p.sched AND m.ms <= p.ms
  WHERE p.sched IN (SELECT sched FROM schedule_window)
  UNION ALL SELECT p.sched, p.ms, p.ms FROM probe p JOIN schedule s USING (sched) WHERE s.always;
