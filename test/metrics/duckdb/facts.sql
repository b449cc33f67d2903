CREATE TABLE schedule_text AS
  WITH site AS (
    SELECT idof(doc, '$.id') AS id, arg_min(doc, seq) AS doc FROM raw WHERE collection = 'sites' GROUP BY 1
  ), own AS (
    SELECT 'site:' || id AS key, txt(doc, '$.timezoneCode') AS zone, coalesce(flag(doc, '$.working24x7'), false) AS always,
      json_extract(doc, '$.businessHour')::TEXT AS windows,
      json_extract(getvariable('ctx'), '$.holidaysByListId."' || idof(doc, '$.holidayList.id') || '"')::TEXT AS holidays
    FROM site WHERE id IS NOT NULL
  ), given AS (
    SELECT 'default' AS key, json_extract(getvariable('ctx'), '$.defaultSchedule') AS doc
    UNION ALL SELECT 'override:' || id, json_extract(getvariable('ctx'), '$.scheduleBySiteId."' || id || '"')
      FROM (SELECT unnest(json_keys(getvariable('ctx'), '$.scheduleBySiteId')) AS id)
    UNION ALL SELECT 'technician:' || id, json_extract(getvariable('ctx'), '$.scheduleByTechnicianId."' || id || '"')
      FROM (SELECT unnest(json_keys(getvariable('ctx'), '$.scheduleByTechnicianId')) AS id)
  )
  FROM own UNION ALL
  SELECT key, txt(doc, '$.timeZone'), coalesce(flag(doc, '$.working24x7'), false), json_extract(doc, '$.windows')::TEXT,
    json_extract(doc, '$.holidays')::TEXT FROM given WHERE doc IS NOT NULL;

-- Schedules that open alike are one.
CREATE TABLE schedule_key AS
  SELECT key, dense_rank() OVER (ORDER BY zone, always, windows, holidays) AS sched, zone, always, windows, holidays
  FROM schedule_text WHERE zone IN (SELECT name FROM pg_timezone_names());
CREATE TABLE schedule AS SELECT DISTINCT ON (sched) * EXCLUDE (key) FROM schedule_key;
CREATE TABLE schedule_window AS
  WITH w AS (SELECT sched, zone, unnest(from_json(windows, '[{"day":"VARCHAR","start":"VARCHAR","end":"VARCHAR"}]'), recursive := true)
    FROM schedule WHERE NOT always)
  SELECT sched, zone,
    list_position(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], upper(day)) AS weekday,
    "start"[1:2]::BIGINT * 60 + "start"[4:5]::BIGINT AS opens,
    CASE "end" WHEN '23:59' THEN 1440 ELSE "end"[1:2]::BIGINT * 60 + "end"[4:5]::BIGINT END AS closes
  FROM w WHERE "start" <> "end";

CREATE TABLE entry AS
  WITH item AS (
    SELECT idof(doc, '$.itemId') AS id, arg_min(txt(doc, '$.quantityType'), seq) AS kind
    FROM raw WHERE collection = 'serviceItems' GROUP BY 1)
  SELECT r.seq, idof(r.doc, '$.workItem.workId') AS ticket_id, txt(r.doc, '$.workItem.module') AS module,
    idof(r.doc, '$.technician.userId') AS technician_id, e.ms AS billed_at,
    CASE WHEN known('serviceItems') THEN coalesce(kind = 'HOURS', false) ELSE true END AS is_time,
    CASE WHEN decimal_of(txt(r.doc, '$.qty')) >= 0 THEN decimal_of(txt(r.doc, '$.qty')) END AS qty,
    decimal_of(txt(r.doc, '$.unitPrice')) AS price,
    coalesce(flag(r.doc, '$.billable'), false) AS billable, coalesce(flag(r.doc, '$.afterHours'), false) AS after_hours,
    txt(r.doc, '$.status') AS status
  FROM raw r LEFT JOIN item ON item.id = idof(r.doc, '$.serviceItem.itemId')
    LEFT JOIN event e ON e.t = txt(r.doc, '$.billDateTime')
  WHERE r.collection = 'worklogs';

CREATE TABLE reply AS
  SELECT r.key AS ticket_id, r.seq, e.ms, txt(r.doc, '$.type') AS kind
  FROM raw r LEFT JOIN event e ON e.t = txt(r.doc, '$.time') WHERE r.collection = 'conversationsByTicketId';

CREATE TABLE change AS
  SELECT r.key AS ticket_id, e.ms, coalesce(c.class, 'unknown') AS class,
    lead(e.ms) OVER (PARTITION BY r.key ORDER BY e.ms, r.seq) AS next_ms,
    lead(coalesce(c.class, 'unknown')) OVER (PARTITION BY r.key ORDER BY e.ms, r.seq) AS next_class
  FROM raw r JOIN event e ON e.t = txt(r.doc, '$.at') LEFT JOIN status_class c ON c.name = nameof(txt(r.doc, '$.status'))
  WHERE r.collection = 'statusHistoryByTicketId';

CREATE TABLE ticket AS
  WITH source AS (
    SELECT r.seq, idof(r.doc, '$.ticketId') AS id, r.doc, c.ms AS created, u.ms AS updated, f.ms AS answered, s.ms AS resolution,
      fd.ms AS due1, rd.ms AS due2,
      fw.ms AS answered_as_written, rw.ms AS resolution_as_written, flag(r.doc, '$.firstResponseViolated') AS violated1, flag(r.doc, '$.resolutionViolated') AS violated2,
      idof(r.doc, '$.client.accountId') AS client_id, idof(r.doc, '$.technician.userId') AS technician_id,
      idof(r.doc, '$.techGroup.groupId') AS group_id, idof(r.doc, '$.sla.id') AS sla_id, idof(r.doc, '$.site.id') AS site_id,
      txt(r.doc, '$.source') AS source, nullif(nameof(txt(r.doc, '$.category')), '') AS category,
      nullif(nameof(txt(r.doc, '$.status')), '') AS status, nameof(txt(r.doc, '$.priority')) AS priority,
      replace(coalesce(nullif(nameof(txt(r.doc, '$.requestType')), ''), nameof(txt(r.doc, '$.ticketType'))), '_', ' ') AS request
    FROM raw r
      LEFT JOIN event c ON c.t = txt(r.doc, '$.createdTime') LEFT JOIN event u ON u.t = txt(r.doc, '$.updatedTime')
      LEFT JOIN event f ON f.t = txt(r.doc, '$.firstResponseTime') LEFT JOIN event s ON s.t = txt(r.doc, '$.resolutionTime')
      LEFT JOIN instant fw ON fw.t = txt(r.doc, '$.firstResponseTime') LEFT JOIN instant rw ON rw.t = txt(r.doc, '$.resolutionTime')
      LEFT JOIN instant fd ON fd.t = txt(r.doc, '$.firstResponseDueTime')
      LEFT JOIN instant rd ON rd.t = txt(r.doc, '$.resolutionDueTime')
    WHERE r.collection = 'tickets'
  ), classed AS (
    SELECT s.*, p.rank,
      CASE request WHEN 'incident' THEN 'INCIDENT' WHEN 'service request' THEN 'SERVICE_REQUEST' END AS request_class,
      CASE WHEN status IS NULL THEN CASE WHEN resolution IS NULL THEN 'open' ELSE 'resolved' END
        ELSE coalesce(c.class, 'unknown') END AS class
    FROM source s LEFT JOIN status_class c ON c.name = s.status LEFT JOIN priority_rank p ON p.name = s.priority
  ), dated AS (
    SELECT *, class IN ('open', 'paused', 'unknown') AS is_open, class = 'cancelled' AS cancelled,
      CASE WHEN class IN ('resolved', 'closed') THEN resolution END AS resolved
    FROM classed
  )
  SELECT d.*, CASE WHEN is_open THEN getvariable('now_ms') ELSE resolved END AS until,
    coalesce(answered, CASE WHEN coalesce(setting('$.resolutionCountsAsResponse'), 'true') = 'true' THEN resolved END) AS done1,
    resolved AS done2, k.sched, coalesce(k.zone, getvariable('report_zone')) AS zone
  FROM dated d LEFT JOIN schedule_key k ON k.key = (CASE
    WHEN 'override:' || site_id IN (SELECT key FROM schedule_text) THEN 'override:' || site_id
    WHEN 'site:' || site_id IN (SELECT key FROM schedule_text) THEN 'site:' || site_id
    ELSE 'default' END);
