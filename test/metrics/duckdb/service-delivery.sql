CREATE TABLE delivery_figure AS
  WITH created AS (
    SELECT granularity, label, a, count(*) AS created, count(*) FILTER (request_class = 'INCIDENT') AS incidents, count(request_class) AS typed
    FROM bucket JOIN ticket_figure t ON t.created >= a AND t.created < b WHERE NOT cancelled GROUP BY ALL
  ), resolved AS (
    SELECT granularity, label, a, count(*) AS resolved, avg(to_resolution::DOUBLE) AS resolution_mean,
      quantile_cont(to_resolution::DOUBLE, [0.5, 0.9, 0.95]) AS resolution_q,
      count(*) FILTER (first_contact) AS contact, count(first_contact) AS all_contact, count(*) FILTER (same_day) AS same_day,
      count(same_day) AS all_same_day, count(*) FILTER (reopens > 0) AS reopened, count(reopens) AS all_reopened
    FROM bucket JOIN ticket_figure t ON t.resolved >= a AND t.resolved < b WHERE NOT cancelled GROUP BY ALL
  ), answered AS (
    SELECT granularity, label, a, avg(to_answer::DOUBLE) AS answer_mean, quantile_cont(to_answer::DOUBLE, [0.5, 0.9, 0.95]) AS answer_q
    FROM bucket JOIN ticket_figure t ON t.answered >= a AND t.answered < b WHERE NOT cancelled AND to_answer IS NOT NULL GROUP BY ALL
  ), decided AS (
    SELECT granularity, label, a, count(*) FILTER (side = 1) AS all1, count(*) FILTER (side = 1 AND status = 'met') AS met1,
      count(*) FILTER (side = 2) AS all2, count(*) FILTER (side = 2 AND status = 'met') AS met2
    FROM bucket JOIN (SELECT * FROM clock WHERE grouping = 'all' AND status IN ('met', 'breached')) c ON c.decided >= a AND c.decided < b
    GROUP BY ALL
  ), backlog AS (
    SELECT granularity, label, a, count(*) FILTER (is_open OR t.resolved >= least(b, getvariable('now_ms'))) AS backlog,
      count(*) FILTER (NOT is_open AND t.resolved IS NULL) AS undated
    FROM bucket JOIN ticket_figure t ON t.created < least(b, getvariable('now_ms')) WHERE NOT cancelled AND a <= getvariable('now_ms') GROUP BY ALL
  ), worked_hours AS (
    SELECT granularity, label, a, sum(qty) AS hours, sum(qty) FILTER (billable) AS billable, sum(qty) FILTER (after_hours) AS after_hours
    FROM bucket JOIN entry e ON e.billed_at >= a AND e.billed_at < b WHERE is_time GROUP BY ALL
  ), alerts AS (
    SELECT granularity, label, a, count(*) AS alerts, count(*) FILTER (nameof(txt(doc, '$.severity')) = 'critical') AS critical
    FROM bucket JOIN (SELECT doc, ms FROM raw JOIN event ON t = txt(doc, '$.createdTime') WHERE collection = 'alerts') x
      ON x.ms >= a AND x.ms < b GROUP BY ALL
  ), tasks AS (
    SELECT granularity, label, a, count(*) AS tasks, count(*) FILTER (ended <= due) AS on_time
    FROM bucket JOIN (SELECT e.ms AS ended, d.ms AS due FROM raw r JOIN event e ON e.t = txt(r.doc, '$.actualEndDate')
      JOIN instant d ON d.t = txt(r.doc, '$.dueDate') WHERE r.collection = 'tasks') x ON x.ended >= a AND x.ended < b GROUP BY ALL
  ), invoices AS (
    SELECT granularity, label, a, sum(total - tax) AS invoiced FROM bucket JOIN invoice i ON i.invoiced_at >= a AND i.invoiced_at < b
    WHERE status IN ('APPROVED', 'PAID', 'OVERDUE') GROUP BY ALL
  ), endpoint AS (SELECT CASE WHEN known('assets') THEN count(*) END AS endpoints FROM raw WHERE collection = 'assets')
  SELECT *, coalesce(created, 0) AS created_count, coalesce(resolved, 0) AS resolved_count, ratio(resolved_count, created_count) AS kill_rate,
    CASE WHEN a <= getvariable('now_ms') THEN coalesce(backlog, 0) END AS backlog_count, (b - a) / 86400000.0::DOUBLE AS days,
    CASE WHEN granularity = 'month' THEN 1 ELSE (b - a) / 86400000.0 / 30.436875 END::DOUBLE AS months,
    (SELECT hi.open_ms - lo.open_ms FROM worked lo, worked hi WHERE lo.ms = a AND hi.ms = b AND lo.sched = hi.sched
      AND lo.sched = (SELECT sched FROM schedule_key WHERE key = 'default')) / 3600000.0 AS business_hours,
    CASE WHEN known('worklogs') THEN coalesce(hours, 0) END AS hour_sum
  FROM bucket LEFT JOIN created USING (granularity, label, a) LEFT JOIN resolved USING (granularity, label, a)
    LEFT JOIN answered USING (granularity, label, a) LEFT JOIN decided USING (granularity, label, a)
    LEFT JOIN backlog USING (granularity, label, a) LEFT JOIN worked_hours USING (granularity, label, a)
    LEFT JOIN alerts USING (granularity, label, a) LEFT JOIN tasks USING (granularity, label, a)
    LEFT JOIN invoices USING (granularity, label, a), endpoint;

CREATE TABLE service_delivery AS
  WITH parted AS (
    SELECT *, ratio(met1, all1) AS response, ratio(met2, all2) AS outcome, ratio(contact, all_contact) AS contact_share,
      ratio(reopened, all_reopened) AS reopening FROM delivery_figure
  ), weighed AS (
    SELECT *, {
      'resolutionSlaCompliance': part_of('performanceScore', 'resolutionSlaCompliance', outcome, 0.35, 0.7, 0.98),
      'firstResponseSlaCompliance': part_of('performanceScore', 'firstResponseSlaCompliance', response, 0.25, 0.7, 0.98), 'killRate': part_of('performanceScore', 'killRate', kill_rate, 0.15, 0.8, 1.05),
      'firstContactResolution': part_of('performanceScore', 'firstContactResolution', contact_share, 0.15, 0.3, 0.8),
      'reopenRatio': part_of('performanceScore', 'reopenRatio', reopening, 0.1, 0.15, 0.02)} AS parts FROM parted
  ), scored AS (
    SELECT *, score([parts.resolutionSlaCompliance, parts.firstResponseSlaCompliance, parts.killRate, parts.firstContactResolution, parts.reopenRatio], limit_of('performanceScore.minimumWeight', 0.5))
        AS performance
    FROM weighed
  )
  SELECT granularity || '|' || iso(a) AS key, label AS bucket, iso(a) AS from, iso(b) AS to, (b - a) / 3600000.0::DOUBLE AS durationHours,
    created_count AS ticketsCreatedCount, resolved_count AS ticketsResolvedCount, created_count - resolved_count AS netFlow, kill_rate AS killRate,
    backlog_count AS backlogAtEndCount, coalesce(undated, 0) AS undatedResolvedCount, ratio(backlog_count, ratio(resolved_count, days)) AS backlogClearanceDays,
    in_minutes(answer_mean) AS meanTimeToFirstResponseMinutes, in_minutes(answer_q[1]) AS p50TimeToFirstResponseMinutes,
    in_minutes(answer_q[2]) AS p90TimeToFirstResponseMinutes, in_minutes(answer_q[3]) AS p95TimeToFirstResponseMinutes,
    in_minutes(resolution_mean) AS meanTimeToResolutionMinutes, in_minutes(resolution_q[1]) AS p50TimeToResolutionMinutes,
    in_minutes(resolution_q[2]) AS p90TimeToResolutionMinutes, in_minutes(resolution_q[3]) AS p95TimeToResolutionMinutes,
    response AS firstResponseSlaComplianceRatio, outcome AS resolutionSlaComplianceRatio, contact_share AS firstContactResolutionRatio,
    ratio(same_day, all_same_day) AS sameDayResolutionRatio, reopening AS reopenRatio, ratio(incidents, typed) AS reactiveRatio,
    hour_sum::DOUBLE AS worklogHours, ratio(coalesce(billable, 0), hour_sum) AS billableRatio, ratio(coalesce(after_hours, 0), hour_sum) AS afterHoursRatio,
    ratio(hour_sum, resolved_count) AS hoursPerResolvedTicket, ratio(ratio(created_count, endpoints), months) AS ticketsPerEndpointPerMonth,
    CASE WHEN known('alerts') THEN coalesce(alerts, 0) END AS alertCount, ratio(critical, alerts) AS criticalAlertRatio,
    ratio(on_time, tasks) AS onTimeTaskRatio, CASE WHEN known('invoices') THEN coalesce(cents(invoiced), 0) END AS invoicedAmount,
    ratio(created_count, business_hours) AS arrivalsPerBusinessHour, performance AS performanceScore, to_json(parts)::TEXT AS performanceScorePartsJson,
    CASE WHEN performance >= limit_of('performanceCategory.excellent', 85) THEN 'excellent' WHEN performance >= limit_of('performanceCategory.good', 70) THEN 'good'
      WHEN performance >= limit_of('performanceCategory.fair', 50) THEN 'fair'
      WHEN performance IS NOT NULL THEN 'poor' END AS performanceCategory
  FROM scored;
