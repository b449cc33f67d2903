CREATE TABLE technician AS
  SELECT DISTINCT id FROM (
    SELECT idof(doc, '$.userId') AS id FROM raw WHERE collection = 'technicians'
    UNION ALL SELECT technician_id FROM ticket WHERE NOT known('technicians')
    UNION ALL SELECT technician_id FROM entry WHERE NOT known('technicians'))
  WHERE id IS NOT NULL;

CREATE TABLE technician_sum AS
  WITH by_ticket AS (
    SELECT technician_id AS id, count(*) FILTER (is_open) AS open_count,
      count(*) FILTER (in_period(resolved)) AS resolved_count,
      coalesce(sum(weight) FILTER (in_period(resolved)), 0)::DOUBLE AS weighted,
      quantile_cont(to_answer::DOUBLE, 0.5) FILTER (in_period(answered)) AS median_answer,
      quantile_cont(to_resolution::DOUBLE, 0.5) FILTER (in_period(resolved)) AS median_resolution,
      quantile_cont(to_resolution::DOUBLE, 0.9) FILTER (in_period(resolved)) AS p90_resolution,
      count(*) FILTER (sla1 = 'met' AND in_period(decided1)) AS met1,
      count(*) FILTER (sla1 IN ('met', 'breached') AND in_period(decided1)) AS all1,
      count(*) FILTER (sla2 = 'met' AND in_period(decided2)) AS met2,
      count(*) FILTER (sla2 IN ('met', 'breached') AND in_period(decided2)) AS all2,
      count(*) FILTER (first_contact AND in_period(resolved)) AS contact,
      count(*) FILTER (first_contact IS NOT NULL AND in_period(resolved)) AS all_contact,
      count(*) FILTER (reopens > 0 AND in_period(resolved)) AS reopened,
      count(*) FILTER (reopens IS NOT NULL AND in_period(resolved)) AS all_reopened,
      count(*) FILTER (minutes > 0 AND in_period(resolved)) AS timed,
      count(*) FILTER (minutes IS NOT NULL AND in_period(resolved)) AS all_timed,
      count(DISTINCT client_id) FILTER (in_period(resolved)) AS client_count,
      count(*) FILTER (rank <= 2 AND in_period(resolved)) AS urgent
    FROM ticket_figure WHERE NOT cancelled GROUP BY 1
  ), category_count AS (
    SELECT technician_id AS id, category, count(*)::DOUBLE AS n FROM ticket_figure
    WHERE NOT cancelled AND in_period(resolved) AND category IS NOT NULL GROUP BY ALL
  ), breadth AS (
    SELECT id, exp(-sum(share * ln(share))) AS breadth
    FROM (SELECT id, n / sum(n) OVER (PARTITION BY id) AS share FROM category_count) GROUP BY 1
  ), by_entry AS (
    SELECT technician_id AS id, sum(qty) AS hours, sum(qty) FILTER (billable) AS billable,
      sum(qty) FILTER (after_hours) AS after_hours, sum(qty * price) FILTER (billable) AS revenue
    FROM entry WHERE is_time AND in_period(billed_at) GROUP BY 1
  ), available AS (
    SELECT t.id, k.sched, k.zone, s.always, greatest(wt.open_ms - wf.open_ms, 0) / 3600000.0 AS hours
    FROM technician t JOIN schedule_key k ON k.key = (CASE
        WHEN 'technician:' || t.id IN (SELECT key FROM schedule_text) THEN 'technician:' || t.id ELSE 'default' END)
      JOIN schedule s USING (sched)
      JOIN worked wf ON wf.sched = k.sched AND wf.ms = getvariable('period_from')
      JOIN worked wt ON wt.sched = k.sched AND wt.ms = least(getvariable('period_to'), getvariable('now_ms'))
  ), working_day AS (
    SELECT sched, count(DISTINCT local_date(s.zone, greatest(m.ms, getvariable('period_from')))) AS n
    FROM open_minute m JOIN schedule s USING (sched)
    WHERE m.ms + 60000 > getvariable('period_from') AND m.ms < least(getvariable('period_to'), getvariable('now_ms'))
      AND sched IN (SELECT sched FROM available) GROUP BY 1
    UNION ALL
    SELECT sched, local_date(zone, least(getvariable('period_to'), getvariable('now_ms')) - 1)
      - local_date(zone, getvariable('period_from')) + 1 FROM schedule WHERE always
  )
  SELECT t.id, coalesce(b.open_count, 0) AS open_count, coalesce(b.resolved_count, 0) AS resolved_count,
    coalesce(b.weighted, 0) AS weighted, b.* EXCLUDE (id, open_count, resolved_count, weighted), breadth,
    CASE WHEN known('worklogs') THEN coalesce(e.hours, 0) END AS hours,
    CASE WHEN known('worklogs') THEN coalesce(e.billable, 0) END AS billable,
    coalesce(e.after_hours, 0) AS after_hours, coalesce(e.revenue, 0) AS revenue,
    greatest(a.hours - coalesce(setting('$.timeOffHoursByTechnicianId."' || t.id || '"')::DOUBLE, 0), 0 * a.hours)::DOUBLE AS available,
    CASE WHEN a.id IS NOT NULL THEN coalesce(w.n, 0) END AS working_days
  FROM technician t LEFT JOIN by_ticket b USING (id) LEFT JOIN breadth USING (id) LEFT JOIN by_entry e USING (id)
    LEFT JOIN available a USING (id) LEFT JOIN working_day w ON w.sched = a.sched;

-- Towards the team's proportion, against small numbers.
CREATE MACRO shrunk(k, n, team_k, team_n, strength) AS CASE WHEN n > 0 THEN (k + strength * (team_k / team_n)) / (n + strength) END;

CREATE TABLE technician_metrics AS
  WITH team AS (
    SELECT sum(met1) AS met1, sum(all1) AS all1, sum(met2) AS met2, sum(all2) AS all2, sum(contact) AS contact,
      sum(all_contact) AS all_contact, sum(reopened) AS reopened, sum(all_reopened) AS all_reopened, sum(timed) AS timed,
      sum(all_timed) AS all_timed, count(ratio(weighted, available)) AS team_size,
      quantile_cont(ratio(weighted, available), 0.5) AS median_throughput,
      coalesce(setting('$.shrinkageK')::DOUBLE, 10) AS k
    FROM technician_sum
  ), figure AS (
    SELECT s.*, ratio(hours, available) AS utilization, ratio(weighted, available) AS throughput,
      CASE WHEN team_size >= 3 THEN ratio(ratio(weighted, available), median_throughput) END AS relative,
      shrunk(s.met1, s.all1, team.met1, team.all1, k) AS response, shrunk(s.met2, s.all2, team.met2, team.all2, k) AS outcome,
      shrunk(s.contact, s.all_contact, team.contact, team.all_contact, k) AS first_contact,
      shrunk(s.reopened, s.all_reopened, team.reopened, team.all_reopened, k) AS reopening,
      shrunk(s.timed, s.all_timed, team.timed, team.all_timed, k) AS coverage,
      ratio(weighted, resolved_count) AS difficulty
    FROM technician_sum s, team
  ), parted AS (
    SELECT *, {
        'difficulty': part_of('skillScore', 'difficulty', difficulty, 0.3, 0.75, 1.5), 'outcome': part_of('skillScore', 'outcome', outcome, 0.3, 0.7, 0.98),
        'firstContact': part_of('skillScore', 'firstContact', first_contact, 0.2, 0.3, 0.8), 'breadth': part_of('skillScore', 'breadth', breadth, 0.2, 1, 6)
      } AS skill, {
        'resolutionSlaCompliance': part_of('productivityScore', 'resolutionSlaCompliance', outcome, 0.2, 0.7, 0.98),
        'relativeThroughput': part_of('productivityScore', 'relativeThroughput', relative, 0.2, 0.5, 1.5),
        'reopenRatio': part_of('productivityScore', 'reopenRatio', reopening, 0.15, 0.15, 0.02),
        'utilization': part(utilization, banded(utilization), limit_of('productivityScore.parts.utilization.weight', 0.15)),
        'firstResponseSlaCompliance': part_of('productivityScore', 'firstResponseSlaCompliance', response, 0.1, 0.7, 0.98),
        'firstContactResolution': part_of('productivityScore', 'firstContactResolution', first_contact, 0.1, 0.3, 0.8),
        'timeEntryCoverage': part_of('productivityScore', 'timeEntryCoverage', coverage, 0.1, 0.5, 0.95)
      } AS productivity
    FROM figure
  ), scored AS (
    SELECT *, CASE WHEN resolved_count >= coalesce(setting('$.minResolvedForSkill')::INT, 20)
        THEN score([skill.difficulty, skill.outcome, skill.firstContact, skill.breadth], limit_of('skillScore.minimumWeight', 0.6)) END AS skill_score,
      CASE WHEN resolved_count >= coalesce(setting('$.minResolvedForScore')::INT, 10) THEN score([productivity.resolutionSlaCompliance,
        productivity.relativeThroughput, productivity.reopenRatio, productivity.utilization, productivity.firstResponseSlaCompliance,
        productivity.firstContactResolution, productivity.timeEntryCoverage], limit_of('productivityScore.minimumWeight', 0.6)) END AS productivity_score
    FROM parted
  )
  SELECT id AS technicianId, open_count AS openTicketCount, resolved_count AS ticketsResolvedCount, weighted AS weightedTicketsResolved,
    hours::DOUBLE AS worklogHours, billable::DOUBLE AS billableHours, available AS availableHours, utilization AS utilizationRatio,
    CASE WHEN utilization < limit_of('utilizationCategory.under', 0.5) THEN 'under'
      WHEN utilization < limit_of('utilizationCategory.low', 0.65) THEN 'low' WHEN utilization <= limit_of('utilizationCategory.healthy', 0.85) THEN 'healthy'
      WHEN utilization <= limit_of('utilizationCategory.high', 1) THEN 'high' WHEN utilization IS NOT NULL THEN 'overloaded' END AS utilizationCategory,
    ratio(billable, available) AS billableUtilizationRatio, ratio(billable, hours) AS billableRatio,
    ratio(after_hours, hours) AS afterHoursRatio, in_minutes(median_answer) AS medianTimeToFirstResponseMinutes,
    in_minutes(median_resolution) AS medianTimeToResolutionMinutes, in_minutes(p90_resolution) AS p90TimeToResolutionMinutes,
    ratio(met1, all1) AS firstResponseSlaComplianceRatio, ratio(met2, all2) AS resolutionSlaComplianceRatio,
    ratio(contact, all_contact) AS firstContactResolutionRatio, ratio(reopened, all_reopened) AS reopenRatio,
    ratio(timed, all_timed) AS timeEntryCoverageRatio, ratio(hours, resolved_count) AS hoursPerResolvedTicket,
    throughput AS throughputPerAvailableHour, relative AS relativeThroughput, coalesce(client_count, 0) AS distinctClientCount,
    breadth AS categoryBreadth, ratio(urgent, resolved_count) AS highPriorityShare, difficulty AS meanComplexityWeight,
    ratio(open_count, ratio(resolved_count, working_days)) AS backlogDays, ratio(revenue, hours) AS effectiveRevenuePerHour,
    skill_score AS skillScore, to_json(skill)::TEXT AS skillScorePartsJson,
    coalesce(setting('$.declaredSkillLevelByUserId."' || id || '"'), CASE WHEN skill_score < limit_of('skillLevel.l2', 40) THEN 'L1'
      WHEN skill_score < limit_of('skillLevel.l3', 65) THEN 'L2'
      WHEN skill_score < limit_of('skillLevel.l4', 85) THEN 'L3' WHEN skill_score IS NOT NULL THEN 'L4' ELSE 'insufficientData' END) AS skillLevel,
    productivity_score AS productivityScore, to_json(productivity)::TEXT AS productivityScorePartsJson,
    CASE WHEN productivity_score >= limit_of('productivityBand.high', 80) THEN 'high'
      WHEN productivity_score >= limit_of('productivityBand.solid', 60) THEN 'solid' WHEN productivity_score >= limit_of('productivityBand.developing', 40) THEN 'developing'
      WHEN productivity_score IS NOT NULL THEN 'needsSupport' ELSE 'insufficientData' END AS productivityBand
  FROM scored;
