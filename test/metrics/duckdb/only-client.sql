-- What service delivery of one client is made of: records that name it, and those on its tickets and assets.
CREATE TABLE owner AS
  SELECT 'ticket' AS kind, idof(doc, '$.ticketId') AS id, arg_min(coalesce(idof(doc, '$.client.accountId'), ''), seq) AS client_id
  FROM raw WHERE collection = 'tickets' GROUP BY 2
  UNION ALL SELECT 'asset', idof(doc, '$.assetId'), arg_min(coalesce(idof(doc, '$.client.accountId'), ''), seq)
  FROM raw WHERE collection = 'assets' GROUP BY 2;
CREATE TABLE mine AS SELECT kind, id FROM owner WHERE client_id = getvariable('client') AND id IS NOT NULL;
DELETE FROM raw WHERE collection IN ('tickets', 'assets', 'invoices')
  AND coalesce(idof(doc, '$.client.accountId'), '') <> getvariable('client');
DELETE FROM raw WHERE collection = 'alerts'
  AND coalesce(idof(doc, '$.asset.assetId'), '') NOT IN (SELECT id FROM mine WHERE kind = 'asset');
DELETE FROM raw WHERE collection = 'worklogs'
  AND coalesce(idof(doc, '$.workItem.workId'), '') NOT IN (SELECT id FROM mine WHERE kind = 'ticket');
DELETE FROM raw WHERE collection = 'tasks'
  AND coalesce(idof(doc, '$.ticket.ticketId'),
    CASE WHEN coalesce(json_extract_string(doc, '$.workItem.module'), '') IN ('', 'TICKET') THEN idof(doc, '$.workItem.workId') END, '') NOT IN (SELECT id FROM mine WHERE kind = 'ticket');
