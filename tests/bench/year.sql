-- SPDX-License-Identifier: MIT
-- The columns of `log --csv`, as near as SQL comes to them; used with `sqlite3 -csv -header`.
WITH word AS (SELECT family, code, name FROM part WHERE until = 0)
SELECT entry.number, business_date,
       strftime('%Y-%m-%d %H:%M', coalesce(happened_at, recorded_at) / 1000 + utc_offset, 'unixepoch') AS time,
       strftime('%Y-%m-%d %H:%M', recorded_at / 1000 + utc_offset, 'unixepoch') AS recorded,
       printf('%+03d:%02d', utc_offset / 3600, utc_offset / 60 % 60) AS utc_offset,
       CASE late WHEN 1 THEN (recorded_at - happened_at) / 60000 END AS late_minutes, kind,
       coalesce((SELECT name FROM word WHERE family = 'staff' AND code = actor), actor) AS person, post,
       CASE kind
           WHEN 'point' THEN subject || ' ' || (SELECT name FROM word WHERE family = 'point' AND code = subject)
           WHEN 'round-start' THEN (SELECT name FROM word WHERE family = 'route' AND code = subject)
           WHEN 'round-end' THEN (SELECT name FROM word WHERE family = 'route' AND code = subject)
           WHEN 'check' THEN (SELECT name FROM word WHERE family = 'checklist' AND code = subject)
           WHEN 'check-item' THEN (SELECT name FROM word WHERE family = 'item' AND code = subject)
           WHEN 'incident' THEN (SELECT name FROM word WHERE family = 'category' AND code = subject)
           WHEN 'explanation' THEN (SELECT name FROM word WHERE family = 'rule' AND code = entry.rule) || ' ' ||
                                   strftime('%Y-%m-%d %H:%M', slot_at / 1000 + utc_offset, 'unixepoch')
           ELSE subject
       END AS subject,
       about, result, flag, CASE WHEN kind <> 'plan' THEN note.word END AS note, reason.word AS reason, status, plan
FROM entry LEFT JOIN (
    SELECT about AS changed, CASE max(kind) WHEN 'void' THEN 'void' ELSE 'corrected' END AS status FROM entry
    WHERE kind IN ('correction', 'void') GROUP BY about) ON changed = entry.number
LEFT JOIN field AS note ON note.entry = entry.number AND note.place = 0 AND note.name = 'note'
LEFT JOIN field AS reason ON reason.entry = entry.number AND reason.place = 0 AND reason.name = 'reason'
WHERE +business_date >= '2025-01-01' AND +business_date < '2026-01-01'
ORDER BY entry.number;
