CREATE TABLE ticket_figure AS
  WITH history AS (
    SELECT DISTINCT key AS ticket_id FROM raw WHERE collection = 'statusHistoryByTicketId'
  ), paused AS (
    SELECT p.seq, sum(p.b - p.a) AS ms, sum(wb.open_ms - wa.open_ms) AS open_ms
    FROM pause p LEFT JOIN worked wa ON wa.sched = p.sched AND wa.ms = p.a LEFT JOIN worked wb ON wb.sched = p.sched AND wb.ms = p.b
    GROUP BY p.seq
  ), reopened AS (
    SELECT ticket_id, count(*) FILTER (class IN ('resolved', 'closed') AND next_class IN ('open', 'paused', 'unknown')) AS n
    FROM change GROUP BY 1
  ), told AS (
    SELECT ticket_id, count(*) FILTER (kind = 'TECH_REPLY') AS tech, count(*) FILTER (kind = 'REQ_REPLY') AS requester, max(ms) AS ms
    FROM reply GROUP BY 1
  ), effort AS (
    SELECT ticket_id, sum(qty) AS hours, coalesce(sum(qty) FILTER (billable), 0) AS billable
    FROM entry WHERE is_time AND coalesce(module, 'TICKET') = 'TICKET' GROUP BY 1
  ), base AS (
    SELECT t.*, CASE WHEN NOT cancelled THEN elapsed(created, until) END AS age,
      CASE WHEN NOT cancelled THEN elapsed(created, answered) END AS to_answer, elapsed(created, resolved) AS to_resolution,
      wc.open_ms AS w_created, wu.open_ms AS w_until, wf.open_ms AS w_answered, wr.open_ms AS w_resolved,
      wd1.open_ms AS w_due1, wd2.open_ms AS w_due2, wn.open_ms AS w_now,
      CASE WHEN history.ticket_id IS NOT NULL THEN coalesce(reopened.n, 0) END AS reopens, history.ticket_id IS NOT NULL AS has_history,
      told.tech, told.requester, told.ticket_id IS NOT NULL AS has_replies,
      CASE WHEN is_open THEN getvariable('now_ms') - greatest(created, updated, answered, told.ms) END AS idle,
      -- Of a ticket without id the entries are unknown, not none.
      CASE WHEN known('worklogs') AND t.id IS NOT NULL THEN coalesce(effort.hours, 0) END AS hours, effort.billable,
      CASE WHEN decimal_of(txt(doc, '$.worklogTimespent')) >= 0 THEN decimal_of(txt(doc, '$.worklogTimespent')) END AS reported,
      paused.ms AS paused_ms, paused.open_ms AS paused_open,
      CASE WHEN coalesce(setting('$.slaSource'), 'flag') = 'flag' THEN violated1 END AS flag1,
      CASE WHEN coalesce(setting('$.slaSource'), 'flag') = 'flag' THEN violated2 END AS flag2,
      CASE coalesce(setting('$.slaClock'), 'auto') WHEN 'auto' THEN t.sched IS NOT NULL WHEN 'business' THEN true ELSE false END AS business,
      CASE rank WHEN 1 THEN limit_of('complexityWeight.priority.1', 2) WHEN 2 THEN limit_of('complexityWeight.priority.2', 1.5)
          WHEN 3 THEN limit_of('complexityWeight.priority.3', 1) WHEN 4 THEN limit_of('complexityWeight.priority.4', 0.75)
          ELSE limit_of('complexityWeight.priority.none', 1) END
        * CASE request_class WHEN 'SERVICE_REQUEST' THEN limit_of('complexityWeight.requestType.SERVICE_REQUEST', 0.75)
          WHEN 'INCIDENT' THEN limit_of('complexityWeight.requestType.INCIDENT', 1) ELSE limit_of('complexityWeight.requestType.other', 1) END AS weight
    FROM ticket t LEFT JOIN paused USING (seq) LEFT JOIN history ON history.ticket_id = t.id LEFT JOIN reopened ON reopened.ticket_id = t.id
      LEFT JOIN told ON told.ticket_id = t.id LEFT JOIN effort ON effort.ticket_id = t.id
      LEFT JOIN worked wc ON wc.sched = t.sched AND wc.ms = t.created LEFT JOIN worked wu ON wu.sched = t.sched AND wu.ms = t.until
      LEFT JOIN worked wf ON wf.sched = t.sched AND wf.ms = t.answered LEFT JOIN worked wr ON wr.sched = t.sched AND wr.ms = t.resolved
      LEFT JOIN worked wd1 ON wd1.sched = t.sched AND wd1.ms = t.due1 LEFT JOIN worked wd2 ON wd2.sched = t.sched AND wd2.ms = t.due2
      LEFT JOIN worked wn ON wn.sched = t.sched AND wn.ms = getvariable('now_ms')
  ), clocked AS (
    SELECT *,
      CASE WHEN cancelled THEN 'notApplicable' WHEN flag1 THEN 'breached'
        WHEN due1 IS NULL THEN CASE WHEN flag1 = false AND done1 IS NOT NULL THEN 'met' ELSE 'notApplicable' END
        WHEN done1 IS NOT NULL THEN CASE WHEN flag1 = false OR done1 <= due1 THEN 'met' ELSE 'breached' END
        WHEN NOT is_open THEN 'unknown' WHEN class = 'paused' THEN 'paused'
        WHEN getvariable('now_ms') <= due1 THEN 'pending' ELSE 'breached' END AS sla1,
      CASE WHEN cancelled THEN 'notApplicable' WHEN flag2 THEN 'breached'
        WHEN due2 IS NULL THEN CASE WHEN flag2 = false AND done2 IS NOT NULL THEN 'met' ELSE 'notApplicable' END
        WHEN done2 IS NOT NULL THEN CASE WHEN flag2 = false OR done2 <= due2 THEN 'met' ELSE 'breached' END
        WHEN NOT is_open THEN 'unknown' WHEN class = 'paused' THEN 'paused'
        WHEN getvariable('now_ms') <= due2 THEN 'pending' ELSE 'breached' END AS sla2,
      CASE WHEN done1 IS NOT NULL THEN done1 WHEN is_open AND class <> 'paused' THEN getvariable('now_ms') END AS stop1,
      CASE WHEN done2 IS NOT NULL THEN done2 WHEN is_open AND class <> 'paused' THEN getvariable('now_ms') END AS stop2,
      CASE WHEN answered IS NOT NULL THEN w_answered WHEN done1 IS NOT NULL THEN w_resolved ELSE w_now END AS w_stop1,
      CASE WHEN done2 IS NOT NULL THEN w_resolved ELSE w_now END AS w_stop2
    FROM base
  ), measured AS (
    SELECT *,
      CASE sla1 WHEN 'met' THEN done1 WHEN 'breached' THEN least(due1, done1) END AS decided1,
      CASE sla2 WHEN 'met' THEN done2 WHEN 'breached' THEN least(due2, done2) END AS decided2,
      CASE WHEN sla1 = 'breached' AND (done1 IS NOT NULL OR is_open)
        THEN greatest(coalesce(done1, getvariable('now_ms')) - due1, 0 * due1) END AS overrun1,
      CASE WHEN sla2 = 'breached' AND (done2 IS NOT NULL OR is_open)
        THEN greatest(coalesce(done2, getvariable('now_ms')) - due2, 0 * due2) END AS overrun2,
      CASE WHEN cancelled OR due1 <= created OR elapsed(created, stop1) IS NULL THEN NULL
        WHEN business THEN ratio(CASE WHEN stop1 < created THEN 0 ELSE w_stop1 - w_created END, w_due1 - w_created)
        ELSE ratio(elapsed(created, stop1), due1 - created) END AS consumed1,
      CASE WHEN cancelled OR due2 <= created OR elapsed(created, stop2) IS NULL THEN NULL
        WHEN business THEN ratio(CASE WHEN stop2 < created THEN 0 ELSE w_stop2 - w_created END, w_due2 - w_created)
        ELSE ratio(elapsed(created, stop2), due2 - created) END AS consumed2,
      CASE WHEN to_resolution IS NULL THEN NULL WHEN resolved < created THEN 0 ELSE w_resolved - w_created END AS w_to_resolution,
      CASE WHEN has_history AND age IS NOT NULL THEN coalesce(paused_ms, 0) END AS pause_ms,
      -- Open time needs a schedule that opens at all.
      CASE WHEN has_history AND age IS NOT NULL AND w_created IS NOT NULL THEN coalesce(paused_open, 0) END AS pause_open,
      coalesce(hours * 60, reported)::DOUBLE AS minutes
    FROM clocked
  )
  SELECT *,
    CASE WHEN class NOT IN ('resolved', 'closed') THEN NULL
      WHEN setting('$.fcrRule') = 'oneBusinessHour' THEN w_to_resolution <= 3600000
      WHEN has_replies THEN requester = 0 AND tech <= 1 AND coalesce(reopens, 0) = 0 END AS first_contact,
    -- Resolved a little before creation, within the skew, is resolved when created.
    CASE WHEN to_resolution IS NOT NULL THEN local_date(zone, created) = local_date(zone, greatest(created, resolved)) END AS same_day,
    CASE WHEN NOT is_open THEN NULL WHEN sla2 IN ('breached', 'paused') THEN sla2 WHEN consumed2 < limit_of('slaRiskLevel.watch', 0.5) THEN 'onTrack'
      WHEN consumed2 < limit_of('slaRiskLevel.atRisk', 0.75) THEN 'watch' WHEN consumed2 < limit_of('slaRiskLevel.critical', 0.9) THEN 'atRisk'
      WHEN consumed2 IS NOT NULL THEN 'critical' END AS risk
  FROM measured;

CREATE MACRO iso(ms) AS strftime(make_timestamp(ms * 1000), '%Y-%m-%dT%H:%M:%S.%gZ');
CREATE MACRO in_minutes(ms) AS ms / 60000.0::DOUBLE;

CREATE MACRO stale_after(kind, usual) AS coalesce(setting('$.staleMinutesByRank.' || kind)::DOUBLE, usual);
CREATE MACRO days(n) AS n * 86400000::BIGINT;
CREATE MACRO edge(place, usual) AS limit_of('ageBucketDays[' || place || ']', usual)::BIGINT;
CREATE TABLE ticket_metrics AS
  SELECT seq, id AS ticketId, class AS statusClass, is_open AS isOpen, rank AS priorityRank,
    in_minutes(age) AS ticketAgeMinutes,
    in_minutes(CASE WHEN age IS NULL THEN NULL WHEN until < created THEN 0 * w_created ELSE w_until - w_created END) AS ticketAgeBusinessMinutes,
    CASE WHEN NOT is_open OR age IS NULL THEN NULL WHEN age < days(edge0) THEN 'lt' || edge0 || 'd' WHEN age < days(edge1) THEN 'd' || edge0 || 'to' || edge1
      WHEN age < days(edge2) THEN 'd' || edge1 || 'to' || edge2 WHEN age < days(edge3) THEN 'd' || edge2 || 'to' || edge3
      WHEN age < days(edge4) THEN 'd' || edge3 || 'to' || edge4 ELSE 'gte' || edge4 || 'd' END AS ageBucket,
    in_minutes(to_answer) AS timeToFirstResponseMinutes,
    in_minutes(CASE WHEN to_answer IS NULL THEN NULL WHEN answered < created THEN 0 * w_created ELSE w_answered - w_created END)
      AS timeToFirstResponseBusinessMinutes,
    in_minutes(to_resolution) AS timeToResolutionMinutes, in_minutes(w_to_resolution) AS timeToResolutionBusinessMinutes,
    in_minutes(pause_ms) AS pausedMinutes, in_minutes(pause_open) AS pausedBusinessMinutes,
    in_minutes(to_resolution - pause_ms) AS netTimeToResolutionMinutes, in_minutes(idle) AS minutesSinceLastActivity,
    idle > 60000::BIGINT * CASE WHEN class = 'paused' THEN stale_after('paused', 10080) ELSE CASE rank WHEN 1 THEN stale_after('1', 240)
      WHEN 2 THEN stale_after('2', 1440) WHEN 3 THEN stale_after('3', 4320) WHEN 4 THEN stale_after('4', 10080) ELSE stale_after('none', 4320) END END AS isStale,
    sla1 AS firstResponseSlaStatus, sla2 AS resolutionSlaStatus,
    iso(decided1) AS firstResponseSlaDecidedAt, iso(decided2) AS resolutionSlaDecidedAt,
    consumed1 AS firstResponseSlaConsumedRatio, consumed2 AS resolutionSlaConsumedRatio,
    CASE WHEN is_open AND class <> 'paused' AND done1 IS NULL THEN in_minutes(due1 - getvariable('now_ms')) END AS minutesToFirstResponseBreach,
    CASE WHEN is_open AND class <> 'paused' AND done2 IS NULL THEN in_minutes(due2 - getvariable('now_ms')) END AS minutesToResolutionBreach,
    in_minutes(overrun1) AS firstResponseOverrunMinutes, in_minutes(overrun2) AS resolutionOverrunMinutes, risk AS slaRiskLevel,
    minutes AS worklogMinutes, reported::DOUBLE AS worklogMinutesReported,
    CASE WHEN known('worklogs') THEN ratio(billable, hours) END AS billableRatio,
    tech AS techReplyCount, requester AS requesterReplyCount, first_contact AS isFirstContactResolution,
    same_day AS isSameDayResolution, reopens AS reopenCount, is_open AND resolution IS NOT NULL AS isReopenSuspected,
    ratio(minutes, in_minutes(to_resolution)) AS flowEfficiencyRatio, weight::DOUBLE AS complexityWeight,
    CASE WHEN resolved IS NULL OR consumed2 IS NULL THEN NULL WHEN consumed2 <= limit_of('resolutionCategory.excellent', 0.5) THEN 'excellent'
      WHEN consumed2 <= limit_of('resolutionCategory.good', 0.8) THEN 'good' WHEN consumed2 <= limit_of('resolutionCategory.acceptable', 1) THEN 'acceptable'
      WHEN consumed2 <= limit_of('resolutionCategory.late', 1.5) THEN 'late' ELSE 'severelyLate' END AS resolutionCategory
  FROM ticket_figure, (SELECT edge(0, 1) AS edge0, edge(1, 3) AS edge1, edge(2, 7) AS edge2, edge(3, 14) AS edge3, edge(4, 30) AS edge4);
