CREATE MACRO scaled(x, worst, best) AS CASE WHEN x IS NOT NULL THEN greatest(0, least(1, (x - worst) / (best - worst)))::DOUBLE END;
CREATE MACRO banded(x) AS CASE WHEN x < limit_of('productivityScore.parts.utilization.low', 0.65)
  THEN scaled(x, limit_of('productivityScore.parts.utilization.below', 0.30), limit_of('productivityScore.parts.utilization.low', 0.65))
  ELSE scaled(x, limit_of('productivityScore.parts.utilization.above', 1.10), limit_of('productivityScore.parts.utilization.high', 0.85)) END;
CREATE MACRO part(x, s, w) AS {'value': x::DOUBLE, 'scaled': s::DOUBLE, 'weight': w::DOUBLE};
CREATE MACRO part_of(of_score, name, x, usual_weight, usual_worst, usual_best) AS part(x,
  scaled(x, limit_of(of_score || '.parts.' || name || '.worst', usual_worst), limit_of(of_score || '.parts.' || name || '.best', usual_best)),
  limit_of(of_score || '.parts.' || name || '.weight', usual_weight));
CREATE MACRO known_weight(parts) AS coalesce(list_sum([p.weight FOR p IN parts IF p.value IS NOT NULL]), 0);
-- Nine digits first: a score of exactly 60.625 must not fall short of it by the last bit of a double.
CREATE MACRO score(parts, minimum) AS CASE WHEN known_weight(parts) >= minimum * list_sum([p.weight FOR p IN parts]) - 1e-9
  THEN round(round(100 * list_sum([p.weight * p.scaled FOR p IN parts IF p.value IS NOT NULL]) / known_weight(parts), 9), 2) END;
