-- Whole hours, days, weeks and months of the report's zone that the period touches.
CREATE MACRO local_time(ms) AS timezone(getvariable('report_zone'), make_timestamp(ms * 1000)::TIMESTAMPTZ);
CREATE TABLE bucket AS
  WITH edge AS (
    SELECT local_date(getvariable('report_zone'), getvariable('period_from')) AS first,
      local_date(getvariable('report_zone'), getvariable('period_to') - 1) AS last
  ), local_day AS (SELECT unnest(generate_series(first, last, INTERVAL 1 DAY))::DATE AS d FROM edge),
  span AS (
    SELECT DISTINCT 'day' AS granularity, strftime(d, '%Y-%m-%d') AS label, d AS a, d + 1 AS b FROM local_day
    UNION ALL SELECT DISTINCT 'week', strftime(d, '%G-W%V'), date_trunc('week', d)::DATE, date_trunc('week', d)::DATE + 7 FROM local_day
    UNION ALL SELECT DISTINCT 'month', strftime(d, '%Y-%m'), date_trunc('month', d)::DATE, (date_trunc('month', d) + INTERVAL 1 MONTH)::DATE FROM local_day
  ), quarter AS (
    SELECT unnest(range(min(midnight(getvariable('report_zone'), d)), max(midnight(getvariable('report_zone'), d + 1)), 900000)) AS ms FROM local_day
  ), hours AS (
    SELECT date_trunc('hour', local_time(ms)) AS h, offset_ms(getvariable('report_zone'), ms) AS offset_of, min(ms) AS a, max(ms) + 900000 AS b
    FROM quarter GROUP BY 1, 2
  )
  SELECT granularity, label, midnight(getvariable('report_zone'), a) AS a, midnight(getvariable('report_zone'), b) AS b FROM span
  UNION ALL SELECT 'hour', strftime(h, '%Y-%m-%dT%H'), a, b FROM hours WHERE b > getvariable('period_from') AND a < getvariable('period_to');
