CREATE TABLE client_metrics AS
  WITH rated AS (
    SELECT *, score([p.part FOR p IN parts], limit_of('healthScore.minimumWeight', 0.5)) AS health,
      ratio(resolved_count, created_count) AS kill_rate, ratio(invoiced - cost - hard_cost, invoiced) AS margin,
      revenue7200::DOUBLE / 7200 * getvariable('period_months')
        / nullif(contracted::DOUBLE * setting('$.standardHourlyRate')::DOUBLE, 0) AS efficiency,
      list_max([CASE WHEN regexp_matches(n, '\bplatinum\b') THEN 4 WHEN regexp_matches(n, '\bgold\b') THEN 3
        WHEN regexp_matches(n, '\bsilver\b') THEN 2 WHEN regexp_matches(n, '\bbronze\b') THEN 1 END FOR n IN names]) AS named
    FROM client_figure
  )
  SELECT id AS clientId, open_count AS openTicketCount, created_count AS ticketsCreatedCount, resolved_count AS ticketsResolvedCount,
    created_count - resolved_count AS netFlow, kill_rate AS killRate,
    CASE WHEN kill_rate < limit_of('killRateCategory.growing', 0.9) THEN 'backlogGrowing' WHEN kill_rate <= limit_of('killRateCategory.shrinking', 1.1) THEN 'balanced'
      WHEN kill_rate IS NOT NULL THEN 'backlogShrinking' END AS killRateCategory,
    endpoints AS endpointCount, load AS ticketsPerEndpointPerMonth,
    ratio(ratio(reactive, endpoints), getvariable('period_months')) AS reactiveHoursPerEndpointPerMonth, hours::DOUBLE AS supportHours,
    in_minutes(median_resolution) AS medianTimeToResolutionMinutes, in_minutes(p90_resolution) AS p90TimeToResolutionMinutes,
    ratio(met1, all1) AS firstResponseSlaComplianceRatio, outcome AS resolutionSlaComplianceRatio,
    CASE WHEN outcome >= limit_of('complianceCategory.excellent', 0.95) THEN 'excellent' WHEN outcome >= limit_of('complianceCategory.good', 0.9) THEN 'good'
      WHEN outcome >= limit_of('complianceCategory.fair', 0.8) THEN 'fair'
      WHEN outcome IS NOT NULL THEN 'poor' END AS resolutionComplianceCategory,
    aged_share AS agedBacklogRatio, ratio(created_count, before_count) - 1 AS ticketVolumeTrendRatio, quiet_days AS daysSinceLastActivity,
    CASE WHEN quiet_days IS NULL OR quiet_days > limit_of('activityLevel.dormantDays', 90) THEN 'dormant' WHEN load < limit_of('activityLevel.normal', 0.2) THEN 'low'
      WHEN load < limit_of('activityLevel.high', 1) THEN 'normal'
      WHEN load < limit_of('activityLevel.veryHigh', 2) THEN 'high' WHEN load IS NOT NULL THEN 'veryHigh' END AS activityLevel,
    active_count AS activeContractCount, revenue AS monthlyRecurringRevenue, unpriced AS unpricedContractCount,
    CASE WHEN active_count IS NULL THEN NULL ELSE coalesce(setting('$.tierByClientId."' || id || '"'), CASE WHEN active_count = 0 THEN 'none'
      WHEN named IS NOT NULL THEN ['bronze', 'silver', 'gold', 'platinum'][named] WHEN revenue >= limit_of('contractTier.platinum', 10000) THEN 'platinum'
      WHEN revenue >= limit_of('contractTier.gold', 5000) THEN 'gold' WHEN revenue >= limit_of('contractTier.silver', 1500) THEN 'silver' WHEN revenue > 0 THEN 'bronze'
      WHEN list_contains(kinds, 'USAGE') THEN 'usage' WHEN list_contains(kinds, 'TIME_AND_MATERIAL') THEN 'timeAndMaterial'
      WHEN list_contains(kinds, 'ONE_TIME') THEN 'oneTime' ELSE 'none' END) END AS contractTier,
    days_to_end AS daysToContractEnd, cents(invoiced) AS invoicedAmount, cents(outstanding) AS outstandingAmount,
    overdue_share AS overdueAmountRatio, cents(cost) AS laborCost, margin AS grossMarginRatio,
    CASE WHEN margin >= limit_of('grossMarginCategory.good', 0.5) THEN 'good' WHEN margin >= limit_of('grossMarginCategory.fair', 0.4) THEN 'fair' WHEN margin IS NOT NULL THEN 'poor' END AS grossMarginCategory,
    ratio(invoiced - hard_cost, hours) AS effectiveHourlyRate, efficiency AS agreementEfficiencyRatio,
    CASE WHEN efficiency < limit_of('agreementEfficiencyCategory.underpriced', 0.8) THEN 'underpriced'
      WHEN efficiency <= limit_of('agreementEfficiencyCategory.overpriced', 1.5) THEN 'sound' WHEN efficiency IS NOT NULL THEN 'overpriced' END AS agreementEfficiencyCategory,
    cents(unbilled) AS unbilledBillableAmount, uninvoiced > 0 AS hasUninvoicedContract, uninvoiced AS uninvoicedContractCount,
    endpoints > quantity AS hasUncontractedEndpoint,
    CASE WHEN endpoints IS NOT NULL AND quantity IS NOT NULL THEN greatest(0, endpoints - quantity)::DOUBLE END AS uncontractedEndpointCount,
    priceless > 0 AS hasUnpricedWorklog, priceless AS unpricedWorklogCount, overdrawn > 0 AS hasOverdrawnBlock, overdrawn AS overdrawnBlockCount,
    ratio(ratio(alerts, endpoints), getvariable('period_months')) AS alertsPerEndpointPerMonth, csat_share AS csatRatio,
    100.0 * (len([x FOR x IN nps IF x >= 9]) - len([x FOR x IN nps IF x <= 6])) / nullif(len(nps), 0)::DOUBLE AS npsScore,
    health AS healthScore, (SELECT json_group_object(p.name, p.part) FROM (SELECT unnest(parts) AS p) WHERE p.name <> 'csat' OR csat IS NOT NULL)
      ::TEXT AS healthScorePartsJson,
    CASE WHEN health >= limit_of('healthBand.healthy', 70) THEN 'healthy' WHEN health >= limit_of('healthBand.watch', 40) THEN 'watch' WHEN health IS NOT NULL THEN 'atRisk' END AS healthBand
  FROM rated;
