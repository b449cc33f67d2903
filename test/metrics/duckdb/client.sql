CREATE TABLE client AS
  SELECT DISTINCT id FROM (
    SELECT idof(doc, '$.accountId') AS id FROM raw WHERE collection = 'clients'
    UNION ALL SELECT idof(doc, '$.client.accountId') FROM raw
      WHERE collection IN ('tickets', 'contracts', 'invoices', 'assets') AND NOT known('clients'))
  WHERE id IS NOT NULL;

CREATE TABLE contract AS
  WITH source AS (
    SELECT seq, idof(doc, '$.client.accountId') AS client_id, dayof(txt(doc, '$.startDate')) AS starts, dayof(txt(doc, '$.endDate')) AS ends,
      txt(doc, '$.contractStatus') = 'ACTIVE' AS in_force, nameof(txt(doc, '$.contract.name')) AS name,
      txt(doc, '$.contract.contractType') AS kind, doc,
      'RECURRING' IN (txt(doc, '$.contract.contractType'), txt(doc, '$.contract.billableContract.frequencyType')) AS recurring,
      decimal_of(txt(doc, '$.contract.billableContract.sellingPrice.details[0].value'))::DECIMAL(24, 2) AS price,
      coalesce(decimal_of(txt(doc, '$.contract.billableContract.discountRate')), 0)::DECIMAL(6, 2) AS discount,
      -- In twelfths of a month, which keeps a year exact.
      CASE txt(doc, '$.contract.billableContract.recurringContract.frequencyDurationUnit') WHEN 'MONTH' THEN 12 WHEN 'YEAR' THEN 1
        WHEN 'WEEK' THEN 52.1775 WHEN 'DAY' THEN 365.2425 END::DECIMAL(20, 4) AS twelfths,
      txt(doc, '$.contract.billableContract.recurringContract.frequencyDurationUnit') AS unit,
      try_cast(json_extract_string(doc, '$.contract.billableContract.recurringContract.frequencyInterval') AS INT) AS every
    FROM raw WHERE collection = 'contracts'
  ), change AS (
    SELECT seq, dayof(txt(c, '$.effectiveDate')) AS since, dayof(txt(c, '$.endDate')) AS ends,
      list_position(['BASELINE', 'INCREASE', 'DECREASE'], txt(c, '$.quantityChangeOperation')) AS operation, decimal_of(txt(c, '$.quantity')) AS qty
    FROM (SELECT seq, unnest(from_json(json_extract(doc, '$.contract.billableContract.changes'), '["JSON"]')) AS c FROM source)
  ), applied AS (
    SELECT *, row_number() OVER (PARTITION BY seq ORDER BY since NULLS FIRST, operation) AS place FROM change
    WHERE (since IS NULL OR since <= getvariable('today')) AND (ends IS NULL OR ends >= getvariable('today')) AND qty IS NOT NULL
  ), quantity AS (
    SELECT seq, sum(CASE operation WHEN 3 THEN -qty ELSE qty END)::DECIMAL(8, 2) AS qty
    FROM (SELECT *, max(CASE operation WHEN 1 THEN place ELSE 0 END) OVER (PARTITION BY seq) AS base FROM applied)
    WHERE place >= base GROUP BY 1
  )
  SELECT s.* EXCLUDE (doc), q.qty, in_force AND starts <= getvariable('today') AND (ends IS NULL OR ends >= getvariable('today')) AS active,
    (SELECT count(*) FROM (SELECT unnest(from_json(json_extract(doc, '$.contract.billableContract.blockItemsInfo'), '["JSON"]')) AS b)
      WHERE decimal_of(txt(b, '$.balance')) < 0) AS overdrawn,
    price IS NOT NULL AND qty IS NOT NULL AND twelfths IS NOT NULL AND coalesce(every >= 1, false) AS priced
  FROM source s LEFT JOIN quantity q USING (seq);

CREATE TABLE contract_sum AS
  SELECT client_id AS id, count(*) AS active_count, count(*) FILTER (recurring AND NOT priced) AS unpriced,
    -- 7200 times the revenue: 100 of the discount, 12 of the month, 6 of the interval.
    coalesce(sum(price * qty * (100 - discount) * twelfths * (6 // every)::DECIMAL(2, 0)) FILTER (recurring AND priced), 0)
      ::DECIMAL(38, 10) AS revenue7200,
    min(ends) AS next_end, CASE WHEN count(*) FILTER (recurring) = count(qty) FILTER (recurring) THEN sum(qty) FILTER (recurring) END AS quantity, sum(overdrawn) AS overdrawn,
    list(kind) AS kinds, list(name) AS names
  FROM contract WHERE active GROUP BY 1;
-- Half away from zero, in whole numbers.
CREATE MACRO whole(d) AS replace(d::VARCHAR, '.', '')::HUGEINT;
CREATE MACRO revenue_cents(r) AS (sign(r)::INT * ((2 * abs(whole(r)) + 720000000000::HUGEINT) // 1440000000000::HUGEINT))::DOUBLE;

CREATE TABLE invoice AS
  SELECT idof(doc, '$.client.accountId') AS client_id, txt(doc, '$.statusEnum') AS status, dayof(txt(doc, '$.dueDate')) AS due,
    dayof(txt(doc, '$.invoiceDate')) AS invoiced, midnight(getvariable('report_zone'), dayof(txt(doc, '$.invoiceDate'))) AS invoiced_at,
    nullif(trim(txt(doc, '$.paymentDate')), '') IS NOT NULL AS paid, decimal_of(txt(doc, '$.totalAmount')) AS total,
    (SELECT coalesce(sum(decimal_of(txt(x, '$.taxAmount'))), 0)
      FROM (SELECT unnest(from_json(json_extract(doc, '$.taxes'), '["JSON"]')) AS x)) AS tax
  FROM raw WHERE collection = 'invoices';

CREATE TABLE client_sum AS
  WITH ticket_of AS (SELECT DISTINCT ON (id) * FROM ticket_figure WHERE id IS NOT NULL ORDER BY id, seq),
  by_ticket AS (
    SELECT client_id AS id, count(*) FILTER (is_open) AS open_count, count(*) FILTER (in_period(created)) AS created_count,
      count(*) FILTER (in_period(resolved)) AS resolved_count,
      count(*) FILTER (created >= 2 * getvariable('period_from') - getvariable('period_to') AND created < getvariable('period_from')) AS before_count,
      quantile_cont(to_resolution::DOUBLE, 0.5) FILTER (in_period(resolved)) AS median_resolution,
      quantile_cont(to_resolution::DOUBLE, 0.9) FILTER (in_period(resolved)) AS p90_resolution,
      count(*) FILTER (sla1 = 'met' AND in_period(decided1)) AS met1,
      count(*) FILTER (sla1 IN ('met', 'breached') AND in_period(decided1)) AS all1,
      count(*) FILTER (sla2 = 'met' AND in_period(decided2)) AS met2,
      count(*) FILTER (sla2 IN ('met', 'breached') AND in_period(decided2)) AS all2,
      count(*) FILTER (is_open AND age >= limit_of('agedBacklogDays', 30) * 86400000::BIGINT) AS aged
    FROM ticket_figure WHERE NOT cancelled GROUP BY 1
  ), excluded AS (
    SELECT upper(unnest(coalesce(from_json(json_extract(getvariable('ctx'), '$.engagementExcludedSources'), '["VARCHAR"]'), ['INTEGRATION']))) AS source
  ), sign_of_life AS (
    SELECT id, max(ms) AS last FROM (
      SELECT client_id AS id, created AS ms FROM ticket WHERE source IS NULL OR upper(source) NOT IN (FROM excluded)
      UNION ALL SELECT t.client_id, r.ms FROM reply r JOIN ticket t ON t.id = r.ticket_id WHERE r.kind = 'REQ_REPLY') GROUP BY 1
  ), by_entry AS (
    SELECT t.client_id AS id, sum(qty) FILTER (is_time AND in_period(billed_at)) AS hours,
      sum(qty) FILTER (is_time AND in_period(billed_at) AND t.request_class = 'INCIDENT') AS reactive,
      sum(qty) FILTER (is_time AND in_period(billed_at) AND e.status = 'UNDER_CONTRACT') AS contracted,
      sum(qty * cost) FILTER (is_time AND in_period(billed_at)) AS cost,
      count(*) FILTER (is_time AND in_period(billed_at) AND qty IS NOT NULL AND cost IS NULL) AS costless,
      sum(qty * price) FILTER (open_bill AND billed_at < getvariable('now_ms') - coalesce(setting('$.leakageGraceDays')::BIGINT, 30) * 86400000) AS unbilled,
      count(*) FILTER (open_bill AND price IS NULL) AS priceless
    FROM (SELECT *, billable AND status IN ('PENDING', 'APPROVED') AS open_bill,
        coalesce(setting('$.hourlyCostByTechnicianId."' || technician_id || '"'), setting('$.defaultHourlyCost'))::DECIMAL(20, 4) AS cost
      FROM entry WHERE coalesce(module, 'TICKET') = 'TICKET') e JOIN ticket_of t ON t.id = e.ticket_id GROUP BY 1
  ), by_invoice AS (
    SELECT client_id AS id, sum(total - tax) FILTER (status IN ('APPROVED', 'PAID', 'OVERDUE') AND in_period(invoiced_at)) AS invoiced,
      sum(total) FILTER (status IN ('APPROVED', 'OVERDUE') AND NOT paid) AS outstanding,
      sum(total) FILTER (NOT paid AND (status = 'OVERDUE' OR status = 'APPROVED' AND due < getvariable('today'))) AS overdue
    FROM invoice GROUP BY 1
  ), asset_of AS (
    SELECT idof(doc, '$.assetId') AS asset_id, arg_min(idof(doc, '$.client.accountId'), seq) AS client_id
    FROM raw WHERE collection = 'assets' GROUP BY 1
  ), by_asset AS (SELECT idof(doc, '$.client.accountId') AS id, count(*) AS endpoints FROM raw WHERE collection = 'assets' GROUP BY 1),
  by_alert AS (
    SELECT a.client_id AS id, count(*) AS alerts FROM raw r JOIN asset_of a ON a.asset_id = idof(r.doc, '$.asset.assetId')
      JOIN event e ON e.t = txt(r.doc, '$.createdTime') WHERE r.collection = 'alerts' AND in_period(e.ms) GROUP BY 1
  ), late_contract AS (
    SELECT c.client_id AS id, count(*) AS n FROM contract c
      LEFT JOIN (SELECT client_id, max(invoiced) AS last FROM invoice WHERE status IN ('APPROVED', 'PAID', 'OVERDUE') GROUP BY 1) i USING (client_id)
    WHERE c.active AND c.recurring AND c.every >= 1
      AND getvariable('today') > greatest(c.starts, i.last) + CASE c.unit WHEN 'MONTH' THEN to_months(2 * c.every)
        WHEN 'YEAR' THEN to_months(24 * c.every) WHEN 'WEEK' THEN to_days(14 * c.every) WHEN 'DAY' THEN to_days(2 * c.every) END
    GROUP BY 1
  )
  SELECT c.id, coalesce(open_count, 0) AS open_count, coalesce(created_count, 0) AS created_count,
    coalesce(resolved_count, 0) AS resolved_count, coalesce(before_count, 0) AS before_count, median_resolution, p90_resolution,
    met1, all1, met2, all2, aged, (getvariable('now_ms') - s.last) / 86400000.0::DOUBLE AS quiet_days,
    CASE WHEN known('worklogs') THEN coalesce(e.hours, 0) END AS hours,
    CASE WHEN known('worklogs') THEN coalesce(e.reactive, 0) END AS reactive,
    CASE WHEN known('worklogs') AND coalesce(costless, 0) = 0 THEN coalesce(e.cost, 0) END AS cost, e.contracted,
    CASE WHEN known('worklogs') THEN coalesce(e.unbilled, 0) END AS unbilled,
    CASE WHEN known('worklogs') THEN coalesce(e.priceless, 0) END AS priceless,
    CASE WHEN known('invoices') THEN coalesce(i.invoiced, 0) END AS invoiced,
    CASE WHEN known('invoices') THEN coalesce(i.outstanding, 0) END AS outstanding, coalesce(i.overdue, 0) AS overdue,
    CASE WHEN known('assets') THEN coalesce(endpoints, 0) END AS endpoints, CASE WHEN known('alerts') THEN coalesce(alerts, 0) END AS alerts,
    CASE WHEN known('contracts') THEN coalesce(active_count, 0) END AS active_count,
    CASE WHEN known('contracts') THEN coalesce(unpriced, 0) END AS unpriced,
    CASE WHEN known('contracts') THEN coalesce(revenue7200, 0)::DECIMAL(38, 10) END AS revenue7200, next_end, quantity, kinds, names,
    CASE WHEN known('contracts') THEN coalesce(overdrawn, 0) END AS overdrawn,
    CASE WHEN known('contracts') AND known('invoices') THEN coalesce(l.n, 0) END AS uninvoiced,
    coalesce(setting('$.hardCostByClientId."' || c.id || '"')::DECIMAL(14, 4), 0) AS hard_cost
  FROM client c LEFT JOIN by_ticket USING (id) LEFT JOIN sign_of_life s USING (id) LEFT JOIN by_entry e USING (id)
    LEFT JOIN by_invoice i USING (id) LEFT JOIN by_asset USING (id) LEFT JOIN by_alert USING (id) LEFT JOIN contract_sum USING (id)
    LEFT JOIN late_contract l USING (id);

CREATE TABLE client_figure AS
  WITH figure AS (
    SELECT *, ratio(met2, all2) AS outcome, ratio(ratio(created_count, endpoints), getvariable('period_months')) AS load,
      revenue_cents(revenue7200) / 100 AS revenue, ratio(overdue, outstanding) AS overdue_share, ratio(aged, open_count) AS aged_share,
      (next_end - getvariable('today'))::DOUBLE AS days_to_end,
      from_json(json_extract(getvariable('ctx'), '$.csatByClientId."' || id || '"'), '["DOUBLE"]') AS csat,
      from_json(json_extract(getvariable('ctx'), '$.npsByClientId."' || id || '"'), '["DOUBLE"]') AS nps
    FROM client_sum
  ), parted AS (
    SELECT *, ratio(len([x FOR x IN csat IF x >= 4]), len(csat)) AS csat_share,
      CASE WHEN outstanding = 0 THEN 0 ELSE overdue_share END AS payment, CASE WHEN open_count = 0 THEN 0 ELSE aged_share END AS aged_part,
      CASE WHEN active_count IS NULL THEN NULL WHEN active_count = 0 THEN 0 ELSE coalesce(days_to_end, 180) END AS term
    FROM figure
  )
  SELECT *, [
      {'name': 'resolutionSlaCompliance', 'part': part_of('healthScore', 'resolutionSlaCompliance', outcome, 0.3, 0.7, 0.98)},
      {'name': 'ticketsPerEndpoint', 'part': part_of('healthScore', 'ticketsPerEndpoint', load, 0.2, 2, 0.3)},
      {'name': 'engagementDays', 'part': part_of('healthScore', 'engagementDays', quiet_days, 0.15, 90, 14)},
      {'name': 'overdueAmount', 'part': part_of('healthScore', 'overdueAmount', payment, 0.15, 0.5, 0)},
      {'name': 'agedBacklog', 'part': part_of('healthScore', 'agedBacklog', aged_part, 0.1, 0.3, 0)},
      {'name': 'contractDays', 'part': part_of('healthScore', 'contractDays', term, 0.1, 30, 180)},
      {'name': 'csat', 'part': part_of('healthScore', 'csat', csat_share, 0.2, 0.7, 0.95)}] AS parts
  FROM parted;
