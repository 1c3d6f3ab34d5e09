-- SPDX-License-Identifier: MIT
-- What `report week` prints, as near as one GROUP BY a table comes to it: visits, faults, marks and gaps of each
-- point; rounds of each route by outcome; checks; explanations.
WITH word AS (SELECT family, code, name FROM part WHERE until = 0),
visit AS (
    SELECT subject, result, flag, coalesce(happened_at, recorded_at) / 60000.0 AS at FROM entry
    WHERE kind = 'point' AND business_date >= '2025-06-02' AND business_date < '2025-06-09'
      AND number NOT IN (SELECT about FROM entry
                         WHERE kind = 'void' AND business_date >= '2025-06-02' AND business_date < '2025-06-09')),
gap AS (
    SELECT subject, result, flag, at - lag(at) OVER (PARTITION BY subject ORDER BY at) AS minutes FROM visit)
SELECT subject, (SELECT name FROM word WHERE family = 'point' AND code = subject), count(*), sum(result = 'fault'),
       total(flag = 'too-fast'), total(flag = 'repeated'), avg(minutes), min(minutes), max(minutes)
FROM gap GROUP BY subject;

WITH visited AS (
    SELECT about, count(DISTINCT subject) AS points FROM entry
    WHERE kind = 'point' AND business_date >= '2025-06-02' AND business_date < '2025-06-09'
      AND number NOT IN (SELECT about FROM entry
                         WHERE kind = 'void' AND business_date >= '2025-06-02' AND business_date < '2025-06-09')
    GROUP BY about),
round AS (
    SELECT subject, coalesce(happened_at, recorded_at) / 60000 % 60 AS minute, points
    FROM entry LEFT JOIN visited ON visited.about = number
    WHERE kind = 'round-start' AND business_date >= '2025-06-02' AND business_date < '2025-06-09')
SELECT subject, count(*), sum(minute <= 10 AND points = 55), sum(minute > 10 AND points = 55), sum(points < 55)
FROM round GROUP BY subject;

SELECT subject, count(*), sum(result = 'complete') FROM entry
WHERE kind = 'check' AND business_date >= '2025-06-02' AND business_date < '2025-06-09' GROUP BY subject;

SELECT rule, datetime(slot_at / 1000 + utc_offset, 'unixepoch'), word, actor FROM entry
LEFT JOIN field ON field.entry = entry.number AND field.name = 'note'
WHERE kind = 'explanation' AND business_date >= '2025-06-02' AND business_date < '2025-06-09';
