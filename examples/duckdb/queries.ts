/** Questions to a folder of tables, as a person would ask them. */
export const queries: readonly { readonly title: string; readonly sql: string }[] = [
  {
    title: 'Clients by revenue, with what they wait for',
    sql: `
      SELECT name, monthly_recurring_revenue, open_ticket_count, health_band,
             round(100 * resolution_sla_compliance_ratio, 1) AS in_time_percent
      FROM client_metrics JOIN clients ON account_id = client_id
      ORDER BY monthly_recurring_revenue DESC NULLS LAST, name
      LIMIT 10`,
  },
  {
    title: 'Open tickets whose target is used up or nearly so',
    sql: `
      SELECT display_id, client_name, priority, sla_risk_level,
             round(minutes_to_resolution_breach / 60, 1) AS hours_left
      FROM tickets JOIN ticket_metrics USING (ticket_id)
      WHERE sla_risk_level IN ('breached', 'critical', 'atRisk')
      ORDER BY hours_left NULLS LAST, display_id
      LIMIT 10`,
  },
  {
    title: 'Billable worklogs per month',
    sql: `
      SELECT strftime(bill_date_time, '%Y-%m') AS month,
             sum(qty) FILTER (billable) AS billable, sum(qty * unit_price) FILTER (billable) AS amount
      FROM worklogs GROUP BY month ORDER BY month DESC LIMIT 6`,
  },
  {
    title: 'Rules of data quality that most records fail',
    sql: `
      SELECT rule_id, entity, severity, failed, round(100 * fail_ratio, 1) AS percent, text
      FROM quality_findings WHERE status = 'fail'
      ORDER BY fail_ratio DESC, rule_id LIMIT 10`,
  },
]
