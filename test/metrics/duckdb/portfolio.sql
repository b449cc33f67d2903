CREATE TABLE portfolio AS
  WITH member AS (
    SELECT f.*, m.healthBand AS band FROM client_figure f JOIN client_metrics m ON m.clientId = f.id
  ), pool AS (
    SELECT count(*) AS clients, count(*) FILTER (active_count > 0) AS active, list(id ORDER BY id) FILTER (active_count > 0) AS active_ids,
      sum(revenue::DECIMAL(20, 2)) AS revenue, max(revenue) AS top, sum(created_count) AS created,
      sum(resolved_count) AS resolved, sum(endpoints) AS endpoints, sum(reactive) AS reactive, sum(met1) AS met1, sum(all1) AS all1,
      sum(met2) AS met2, sum(all2) AS all2,
      sum(invoiced - cost - hard_cost) AS margin, sum(invoiced) FILTER (cost IS NOT NULL) AS margin_base,
      count(*) FILTER (invoiced IS NOT NULL AND cost IS NOT NULL) AS covered,
      sum(invoiced - hard_cost) FILTER (hours IS NOT NULL) AS earned, sum(hours) FILTER (invoiced IS NOT NULL) AS earned_hours,
      sum(outstanding) AS outstanding, sum(overdue) AS overdue, sum(unbilled) AS unbilled,
      sum(revenue::DECIMAL(20, 2)) FILTER (band = 'atRisk') AS at_risk, sum(open_count) AS open_count, sum(aged) AS aged
    FROM member
  ), time_taken AS (
    SELECT quantile_cont(to_resolution::DOUBLE, [0.5, 0.9, 0.95]) AS q FROM ticket_figure
    WHERE NOT cancelled AND in_period(resolved) AND client_id IN (SELECT id FROM client)
  ), whole AS (SELECT cents(revenue) AS revenue FROM pool),
  -- Revenue is rounded once per client; sums and shares are made of that.
  share AS (
    SELECT id, revenue, coalesce(sum(revenue) OVER (ORDER BY revenue DESC, id
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) / nullif((SELECT revenue FROM whole), 0) AS before FROM member
  ), by_client AS (
    SELECT json_group_object(id, revenue)::TEXT AS revenue, json_group_object(id, CASE WHEN revenue > 0 THEN
      CASE WHEN before < limit_of('revenueClass.a', 0.8) THEN 'A' WHEN before < limit_of('revenueClass.b', 0.95) THEN 'B' ELSE 'C' END END)::TEXT AS class,
      sum(pow(revenue / nullif((SELECT revenue FROM whole), 0), 2)) AS hhi
    FROM share
  ), health AS (
    SELECT {'healthy': count(*) FILTER (band = 'healthy'), 'watch': count(*) FILTER (band = 'watch'),
      'atRisk': count(*) FILTER (band = 'atRisk'), 'unknown': count(*) FILTER (band IS NULL)} AS spread FROM member
  ), work AS (SELECT sum(hours) AS hours, sum(available) AS available FROM technician_sum WHERE available IS NOT NULL),
  earlier AS (
    SELECT key AS id, setting('$.previousPortfolio.monthlyRecurringRevenueByClientId."' || key || '"')::DOUBLE AS revenue,
      list_contains(from_json(json_extract(getvariable('ctx'), '$.previousPortfolio.activeClientIds'), '["VARCHAR"]'), key) AS active
    FROM (SELECT unnest(json_keys(getvariable('ctx'), '$.previousPortfolio.monthlyRecurringRevenueByClientId')) AS key)
  ), churn AS (
    SELECT ratio(count(*) FILTER (e.active AND coalesce(m.active_count, 0) = 0), count(*) FILTER (e.active)) AS logo,
      -- Only revenue can be lost, not what is below 0.
      ratio(sum(greatest(0, e.revenue - greatest(0, coalesce(m.revenue, 0)))), sum(e.revenue) FILTER (e.revenue > 0)) AS revenue
    FROM earlier e LEFT JOIN member m USING (id)
  )
  SELECT clients AS clientCount, active AS activeClientCount, to_json(active_ids)::TEXT AS activeClientIdsJson,
    whole.revenue AS totalMonthlyRecurringRevenue, by_client.revenue AS monthlyRecurringRevenueByClientIdJson,
    ratio(top, whole.revenue) AS topClientRevenueShare, hhi AS revenueHhi, class AS revenueClassByClientIdJson,
    ratio(resolved, created) AS killRate, (created - resolved)::BIGINT AS netFlow,
    ratio(ratio(created, endpoints), getvariable('period_months')) AS ticketsPerEndpointPerMonth,
    ratio(ratio(reactive, endpoints), getvariable('period_months')) AS reactiveHoursPerEndpointPerMonth,
    ratio(met1, all1) AS firstResponseSlaComplianceRatio, ratio(met2, all2) AS resolutionSlaComplianceRatio,
    in_minutes(q[1]) AS p50TimeToResolutionMinutes, in_minutes(q[2]) AS p90TimeToResolutionMinutes, in_minutes(q[3]) AS p95TimeToResolutionMinutes,
    ratio(margin, margin_base) AS grossMarginRatio, ratio(earned, earned_hours) AS effectiveHourlyRate, covered AS coveredClientCount,
    cents(outstanding) AS outstandingAmount, ratio(overdue, outstanding) AS overdueAmountRatio, cents(unbilled) AS unbilledBillableAmount,
    to_json(spread)::TEXT AS healthDistributionJson, coalesce(cents(at_risk), 0) AS atRiskMonthlyRecurringRevenue,
    open_count::BIGINT AS openTicketCount, ratio(aged, open_count) AS agedBacklogRatio, ratio(work.hours, work.available) AS utilizationRatio,
    logo AS logoChurnRatio, churn.revenue AS revenueChurnRatio
  FROM pool p, whole, time_taken, by_client, health, work, churn;
