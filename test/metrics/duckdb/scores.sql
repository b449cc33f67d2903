CREATE MACRO scaled(x, worst, best) AS CASE WHEN x IS NOT NULL THEN greatest(0, least(1, (x - worst) / (best - worst)))::DOUBLE END;
CREATE MACRO banded(x) AS CASE WHEN x < 0.65 THEN scaled(x, 0.30, 0.65) ELSE scaled(x, 1.10, 0.85) END;
CREATE MACRO part(x, s, w) AS {'value': x::DOUBLE, 'scaled': s::DOUBLE, 'weight': w::DOUBLE};
CREATE MACRO known_weight(parts) AS coalesce(list_sum([p.weight FOR p IN parts IF p.value IS NOT NULL]), 0);
-- Nine digits first: a score of exactly 60.625 must not fall short of it by the last bit of a double.
CREATE MACRO score(parts, minimum) AS CASE WHEN known_weight(parts) >= minimum - 1e-9
  THEN round(round(100 * list_sum([p.weight * p.scaled FOR p IN parts IF p.value IS NOT NULL]) / known_weight(parts), 9), 2) END;
