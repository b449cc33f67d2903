-- A ticket once per population that it is part of.
CREATE TABLE population AS
  WITH written AS (
    SELECT *, nullif(trim(txt(doc, '$.priority')), '') AS priority_name,
      CASE WHEN class IN ('resolved', 'closed') THEN resolution_as_written END AS resolved_as_written
    FROM ticket_figure WHERE NOT cancelled
  ), named AS (
    -- Whether a flag is contradicted is asked of the instants as written, also those of the future.
    SELECT *, resolved_as_written AS written2, coalesce(answered_as_written,
      CASE WHEN coalesce(setting('$.resolutionCountsAsResponse'), 'true') = 'true' THEN resolved_as_written END) AS written1
    FROM written)
  SELECT 'all' AS grouping, '' AS grp, * FROM named
  UNION ALL SELECT 'priority', coalesce(priority_name, '(none)'), * FROM named
  UNION ALL SELECT 'client', coalesce(client_id, '(none)'), * FROM named
  UNION ALL SELECT 'technician', coalesce(technician_id, '(none)'), * FROM named
  UNION ALL SELECT 'techGroup', coalesce(group_id, '(none)'), * FROM named
  UNION ALL SELECT 'sla', coalesce(sla_id, '(none)'), * FROM named;

CREATE TABLE clock AS
  SELECT grouping, grp, 1 AS side, sla1 AS status, decided1 AS decided, overrun1 AS overrun, consumed1 AS consumed FROM population
  UNION ALL SELECT grouping, grp, 2, sla2, decided2, overrun2, consumed2 FROM population;

CREATE MACRO wilson(k, n) AS CASE WHEN n > 0 THEN
  (k / n + 3.841458820694124::DOUBLE / (2 * n) - 1.959963984540054::DOUBLE
    * sqrt(k / n * (1 - k / n) / n + 3.841458820694124::DOUBLE / (4 * n * n))) / (1 + 3.841458820694124::DOUBLE / n) END;

CREATE TABLE clock_row AS
  WITH s AS (
    SELECT grouping, grp, side, count(*) FILTER (status = 'met' AND in_period(decided)) AS met,
      count(*) FILTER (status = 'breached' AND in_period(decided)) AS breached,
      count(*) FILTER (status = 'pending') AS pending, count(*) FILTER (status = 'paused') AS paused,
      count(*) FILTER (status = 'notApplicable') AS na, count(*) FILTER (status = 'unknown') AS unknown,
      list(overrun / 60000.0::DOUBLE) FILTER (status = 'breached' AND in_period(decided) AND overrun IS NOT NULL) AS overruns,
      avg(consumed) FILTER (status = 'met' AND in_period(decided)) AS consumed, limit_of('overrunSeverityMinutes.minor', 60) AS minor,
      limit_of('overrunSeverityMinutes.moderate', 480) AS moderate, limit_of('overrunSeverityMinutes.major', 1440) AS major
    FROM clock GROUP BY ALL
  )
  SELECT grouping, grp, side, to_json({
    'evaluatedCount': met + breached, 'metCount': met, 'breachedCount': breached, 'pendingCount': pending, 'pausedCount': paused,
    'notApplicableCount': na, 'unknownCount': unknown, 'complianceRatio': ratio(met, met + breached),
    'complianceLowerBound': wilson(met::DOUBLE, (met + breached)::DOUBLE), 'breachRatio': ratio(breached, met + breached),
    'meanOverrunMinutes': list_avg(overruns), 'p50OverrunMinutes': list_aggregate(overruns, 'quantile_cont', 0.5),
    'p90OverrunMinutes': list_aggregate(overruns, 'quantile_cont', 0.9), 'p95OverrunMinutes': list_aggregate(overruns, 'quantile_cont', 0.95),
    'overrunSeverity': {
      'minor': coalesce(len([x FOR x IN overruns IF x <= minor]), 0), 'moderate': coalesce(len([x FOR x IN overruns IF x > minor AND x <= moderate]), 0),
      'major': coalesce(len([x FOR x IN overruns IF x > moderate AND x <= major]), 0), 'severe': coalesce(len([x FOR x IN overruns IF x > major]), 0)},
    'errorBudgetRemainingRatio': 1 - ratio(breached, (met + breached) * (1 - coalesce(setting('$.slaTarget')::DOUBLE, 0.95))),
    'meanConsumedRatio': consumed})::TEXT AS figures
  FROM s;

CREATE TABLE breach AS
  WITH decided AS (
    SELECT grouping, grp, sla2 = 'breached' AS breached, unnest([
      {'dimension': 'Priority', 'key': priority_name}, {'dimension': 'Client', 'key': client_id}, {'dimension': 'Technician', 'key': technician_id},
      {'dimension': 'TechGroup', 'key': group_id}, {'dimension': 'Sla', 'key': sla_id}]) AS k
    FROM population WHERE sla2 IN ('met', 'breached') AND in_period(decided2)
  )
  SELECT grouping, grp, k.dimension AS dimension, coalesce(k.key, '(none)') AS key, count(*) FILTER (breached) AS breached, count(*) AS evaluated
  FROM decided GROUP BY ALL;

CREATE TABLE sla_metrics AS
  WITH s AS (
    SELECT grouping, grp, count(*) AS tickets,
      count(*) FILTER (sla2 IN ('met', 'breached') AND in_period(decided2) AND sla1 IN ('met', 'breached', 'notApplicable')) AS combined,
      count(*) FILTER (sla2 = 'met' AND in_period(decided2) AND sla1 IN ('met', 'notApplicable')) AS combined_met,
      count(*) FILTER (sla1 <> 'notApplicable' OR sla2 <> 'notApplicable') AS covered,
      count(*) FILTER (is_open AND sla2 = 'breached') AS open_breached, count(*) FILTER (risk IN ('atRisk', 'critical')) AS at_risk,
      avg(to_answer::DOUBLE) FILTER (in_period(answered)) AS answer, avg(to_resolution::DOUBLE) FILTER (in_period(resolved)) AS resolution,
      count(*) FILTER (
        CASE WHEN due1 IS NULL THEN false WHEN written1 IS NOT NULL THEN violated1 <> (written1 > due1)
          WHEN is_open AND class <> 'paused' THEN violated1 <> (getvariable('now_ms') > due1) END
        OR CASE WHEN due2 IS NULL THEN false WHEN written2 IS NOT NULL THEN violated2 <> (written2 > due2)
          WHEN is_open AND class <> 'paused' THEN violated2 <> (getvariable('now_ms') > due2) END) AS mismatched,
      ratio(count(*) FILTER (sla2 = 'met' AND in_period(decided2)), count(*) FILTER (sla2 IN ('met', 'breached') AND in_period(decided2)))
        - ratio(count(*) FILTER (sla2 = 'met' AND decided2 >= 2 * getvariable('period_from') - getvariable('period_to') AND decided2 < getvariable('period_from')),
          count(*) FILTER (sla2 IN ('met', 'breached') AND decided2 >= 2 * getvariable('period_from') - getvariable('period_to')
            AND decided2 < getvariable('period_from'))) AS trend,
      coalesce(list({'ticketId': id, 'due': iso(due2), 'minutes': in_minutes(due2 - getvariable('now_ms')), 'ratio': consumed2, 'level': risk}
        ORDER BY due2, id) FILTER (sla2 = 'pending'), []) AS due_list,
      coalesce(list((isodow(timezone(getvariable('report_zone'), make_timestamp(created * 1000)::TIMESTAMPTZ)) - 1) * 24
        + hour(timezone(getvariable('report_zone'), make_timestamp(created * 1000)::TIMESTAMPTZ)))
        FILTER (sla2 = 'breached' AND in_period(decided2) AND created IS NOT NULL), []) AS hours
    FROM population GROUP BY ALL
  ), by_group AS (
    SELECT grouping, grp, dimension, json_group_object(key, {'breachedCount': breached, 'evaluatedCount': evaluated})::TEXT AS record
    FROM breach GROUP BY ALL
  ), pivoted AS (
    SELECT grouping, grp, any_value(record) FILTER (dimension = 'Priority') AS priority, any_value(record) FILTER (dimension = 'Client') AS client,
      any_value(record) FILTER (dimension = 'Technician') AS technician, any_value(record) FILTER (dimension = 'TechGroup') AS tech_group,
      any_value(record) FILTER (dimension = 'Sla') AS sla FROM by_group GROUP BY ALL
  ), concentration AS (
    -- A breach of no client is one of all, but of nobody's share.
    SELECT grouping, grp, coalesce(max(share) FILTER (key <> '(none)'), 0 * max(share)) AS largest,
      coalesce(sum(share * share) FILTER (key <> '(none)'), 0 * max(share)) AS hhi FROM (
      SELECT grouping, grp, key, ratio(breached, sum(breached) OVER (PARTITION BY grouping, grp)) AS share FROM breach WHERE dimension = 'Client')
    GROUP BY ALL
  )
  SELECT s.grouping || '|' || s.grp AS key, c1.figures AS firstResponseJson, c2.figures AS resolutionJson,
    ratio(combined_met, combined) AS combinedComplianceRatio, ratio(covered, tickets) AS slaCoverageRatio,
    open_breached AS openBreachedCount, at_risk AS atRiskCount,
    CASE WHEN len(due_list) > 0 THEN to_json({'nextBreachTicketId': due_list[1].ticketId, 'due': due_list[1].due, 'minutes': due_list[1].minutes}) END
      ::TEXT AS nextBreachJson,
    coalesce(priority, '{}') AS breachesByPriorityJson, coalesce(client, '{}') AS breachesByClientJson,
    coalesce(technician, '{}') AS breachesByTechnicianJson, coalesce(tech_group, '{}') AS breachesByTechGroupJson,
    coalesce(sla, '{}') AS breachesBySlaJson,
    to_json([len([h FOR h IN hours IF h = i]) FOR i IN range(168)])::TEXT AS breachesByHourOfWeekJson,
    CASE WHEN largest IS NOT NULL THEN to_json({'largestShare': largest, 'herfindahlIndex': hhi})::TEXT END AS breachConcentrationJson,
    in_minutes(answer) AS meanTimeToAcknowledgeMinutes, in_minutes(resolution) AS meanTimeToResolveMinutes,
    to_json(due_list)::TEXT AS timeToBreachListJson, mismatched AS flagMismatchCount, trend AS complianceTrend
  FROM s JOIN clock_row c1 ON c1.grouping = s.grouping AND c1.grp = s.grp AND c1.side = 1
    JOIN clock_row c2 ON c2.grouping = s.grouping AND c2.grp = s.grp AND c2.side = 2
    LEFT JOIN pivoted p ON p.grouping = s.grouping AND p.grp = s.grp
    LEFT JOIN concentration k ON k.grouping = s.grouping AND k.grp = s.grp;
