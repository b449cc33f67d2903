SET TimeZone = 'UTC';
SET VARIABLE ctx = (SELECT doc FROM raw WHERE collection = 'ctx');

-- Text of a field; what is no text is missing.
CREATE MACRO txt(doc, path) AS CASE WHEN json_type(doc, path) = 'VARCHAR' THEN json_extract_string(doc, path) END;
CREATE MACRO flag(doc, path) AS CASE WHEN json_type(doc, path) = 'BOOLEAN' THEN json_extract_string(doc, path) = 'true' END;
CREATE MACRO idof(doc, path) AS CASE
  WHEN json_type(doc, path) = 'VARCHAR' THEN json_extract_string(doc, path)
  WHEN json_type(doc, path) IN ('UBIGINT', 'BIGINT')
    AND abs(try_cast(json_extract_string(doc, path) AS HUGEINT)) <= 9007199254740991 THEN json_extract_string(doc, path) END;
CREATE MACRO decimal_of(t) AS CASE WHEN regexp_full_match(t, '[+-]?\d+(\.\d+)?') THEN try_cast(ltrim(t, '+') AS DECIMAL(32, 6)) END;
CREATE MACRO dayof(t) AS CASE WHEN regexp_full_match(t, '\d{4}-\d{2}-\d{2}') THEN try_cast(t AS DATE) END;
CREATE MACRO known(collection) AS
  list_contains((SELECT from_json(doc, '["VARCHAR"]') FROM raw WHERE raw.collection = 'given'), collection);
CREATE MACRO setting(path) AS json_extract_string(getvariable('ctx'), path);
CREATE MACRO limit_of(name, usual) AS coalesce(setting('$.thresholds.' || name)::DOUBLE, usual::DOUBLE);

-- NFKC of the wide letters and spaces that occur, trimmed, spaces collapsed, lower case.
CREATE MACRO nameof(t) AS lower(trim(regexp_replace(translate(t,
  'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ' || chr(160) || chr(12288),
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz  '), '\s+', ' ', 'g')));

CREATE MACRO offset_ms(zone, ms) AS epoch_ms(timezone(zone, make_timestamp(ms * 1000)::TIMESTAMPTZ)) - ms;
CREATE MACRO local_date(zone, ms) AS timezone(zone, make_timestamp(ms * 1000)::TIMESTAMPTZ)::DATE;
CREATE MACRO date_ms(d) AS (d::DATE - DATE '1970-01-01')::BIGINT * 86400000;
-- The offset of the day before gives the earlier of two instants, and in a gap moves forward by the gap.
CREATE MACRO instant_of(zone, wall) AS CASE
  WHEN offset_ms(zone, wall - offset_ms(zone, wall - 86400000)) = offset_ms(zone, wall - 86400000)
    THEN wall - offset_ms(zone, wall - 86400000)
  WHEN offset_ms(zone, wall - offset_ms(zone, wall + 86400000)) = offset_ms(zone, wall + 86400000)
    THEN wall - offset_ms(zone, wall + 86400000)
  ELSE wall - offset_ms(zone, wall - 86400000) END;
CREATE MACRO midnight(zone, d) AS instant_of(zone, date_ms(d));

-- Milliseconds of a time text; null for a time that does not exist.
CREATE MACRO parse_times(source, zone) AS TABLE
  WITH part AS (
    SELECT t, regexp_extract(t,
      '^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?$',
      ['date', 'h', 'm', 's', 'f', 'o']) AS p FROM query_table(source) WHERE t IS NOT NULL
  ), wall AS (
    SELECT t, p.o AS o, date_ms(try_cast(p.date AS DATE)) + p.h::BIGINT * 3600000 + p.m::BIGINT * 60000
      + coalesce(try_cast(p.s AS BIGINT), 0) * 1000 + left(rpad(p.f, 3, '0'), 3)::BIGINT AS ms
    FROM part
    WHERE p.date <> '' AND try_cast(p.date AS DATE) IS NOT NULL AND p.h::INT < 24 AND p.m::INT < 60
      AND coalesce(try_cast(p.s AS INT), 0) < 60
  )
  SELECT t, CASE o WHEN '' THEN instant_of(zone, ms) WHEN 'Z' THEN ms
    ELSE ms - (o[1] || '1')::BIGINT * (o[2:3]::BIGINT * 60 + o[5:6]::BIGINT) * 60000 END AS ms
  FROM wall;

CREATE TABLE ctx_time AS SELECT unnest([setting('$.period.from'), setting('$.period.to'), setting('$.now')]) AS t;
SET VARIABLE source_zone = coalesce(setting('$.sourceTimeZone'), 'UTC');
SET VARIABLE report_zone = coalesce(setting('$.reportTimeZone'), 'UTC');
CREATE TABLE ctx_instant AS FROM parse_times('ctx_time', getvariable('report_zone'));
SET VARIABLE now_ms = (SELECT any_value(ms) FROM ctx_instant WHERE t = setting('$.now'));
SET VARIABLE skew_ms = coalesce(setting('$.clockSkewMinutes')::BIGINT, 5) * 60000;
SET VARIABLE today = local_date(getvariable('report_zone'), getvariable('now_ms'));
SET VARIABLE period_to = coalesce((SELECT any_value(ms) FROM ctx_instant WHERE t = setting('$.period.to')), getvariable('now_ms'));
SET VARIABLE period_from = coalesce((SELECT any_value(ms) FROM ctx_instant WHERE t = setting('$.period.from')),
  getvariable('now_ms') - 30 * 86400000::BIGINT);
SET VARIABLE period_months = CASE WHEN setting('$.period.kind') = 'month'
  THEN datediff('month', local_date(getvariable('report_zone'), getvariable('period_from')),
    local_date(getvariable('report_zone'), getvariable('period_to')))::DOUBLE
  ELSE (getvariable('period_to') - getvariable('period_from')) / 86400000.0 / 30.436875 END;

CREATE TABLE source_text AS
  SELECT DISTINCT t FROM (
    SELECT unnest([txt(doc, '$.createdTime'), txt(doc, '$.updatedTime'), txt(doc, '$.firstResponseDueTime'),
      txt(doc, '$.firstResponseTime'), txt(doc, '$.resolutionDueTime'), txt(doc, '$.resolutionTime'), txt(doc, '$.time'),
      txt(doc, '$.at'), txt(doc, '$.billDateTime'), txt(doc, '$.dueDate'), txt(doc, '$.actualEndDate')]) AS t
    FROM raw WHERE collection IN ('tickets', 'worklogs', 'alerts', 'tasks', 'conversationsByTicketId', 'statusHistoryByTicketId'));
CREATE TABLE instant AS FROM parse_times('source_text', getvariable('source_zone'));
-- Of event times, what lies beyond the skew is missing, within it now.
CREATE TABLE event AS
  SELECT t, least(ms, getvariable('now_ms')) AS ms FROM instant WHERE ms <= getvariable('now_ms') + getvariable('skew_ms');

-- From a to b: null when b is earlier by more than the skew, 0 when by less.
CREATE MACRO elapsed(a, b) AS CASE WHEN b - a < -getvariable('skew_ms') THEN NULL WHEN b < a THEN 0 ELSE b - a END;
CREATE MACRO ratio(a, b) AS CASE WHEN b <> 0 THEN a::DOUBLE / b::DOUBLE END;
CREATE MACRO in_period(ms) AS ms >= getvariable('period_from') AND ms < getvariable('period_to');
-- Half away from zero.
CREATE MACRO cents(exact) AS round(exact, 2)::DOUBLE;

CREATE TABLE status_class AS
  WITH defaults(class, names) AS (VALUES
    ('open', ['new', 'open', 'assigned', 'in progress', 'on-site', 'on site', 'scheduled', 'customer responded',
      'under investigation', 'reopened']),
    ('paused', ['on hold', 'pending', 'waiting on customer', 'waiting for customer', 'awaiting customer',
      'waiting on third party', 'waiting on vendor']),
    ('resolved', ['resolved']), ('closed', ['closed']),
    ('cancelled', ['cancelled', 'canceled', 'abandoned', 'spam', 'duplicate', 'merged'])),
  own AS (SELECT nameof(key) AS name, setting('$.statusMap."' || key || '"') AS class
    FROM (SELECT unnest(json_keys(getvariable('ctx'), '$.statusMap')) AS key))
  SELECT name, class FROM own
  UNION ALL SELECT name, class FROM (SELECT unnest(names) AS name, class FROM defaults) WHERE name NOT IN (SELECT name FROM own);
CREATE TABLE priority_rank AS
  WITH defaults(rank, names) AS (VALUES (1, ['critical', 'urgent', 'emergency', 'p1', '1']), (2, ['high', 'p2', '2']),
    (3, ['medium', 'normal', 'p3', '3']), (4, ['low', 'very low', 'p4', 'p5', '4', '5'])),
  own AS (SELECT nameof(key) AS name, setting('$.priorityMap."' || key || '"')::INT AS rank
    FROM (SELECT unnest(json_keys(getvariable('ctx'), '$.priorityMap')) AS key))
  SELECT name, rank FROM own
  UNION ALL SELECT name, rank FROM (SELECT unnest(names) AS name, rank FROM defaults) WHERE name NOT IN (SELECT name FROM own);
