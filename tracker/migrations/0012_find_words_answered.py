"""Tell of standing lines which words they answered, from the row histories.

A line answered its clause as it was read when the line was last written. Where a later reading wrote over the
words, they are sought in the paragraph as it stands; where they are gone, the place stays unknown.
"""

from django.db import migrations

FIND = """
WITH was AS (
    SELECT line.id, line.version_id, clause.paragraph_id, clause.start,
           substr(words.text, clause.start + 1, clause."end" - clause.start) AS words
    FROM tracker_reportline line
    JOIN tracker_occurrence occurrence ON occurrence.id = line.occurrence_id
    JOIN tracker_assignment assignment ON assignment.id = occurrence.assignment_id
    JOIN tracker_actionitem item ON item.id = assignment.item_id
    JOIN LATERAL (
        SELECT pgh_created_at AS at FROM tracker_reportlineevent
        WHERE pgh_obj_id = line.id ORDER BY pgh_id DESC LIMIT 1
    ) written ON true
    JOIN LATERAL (
        SELECT paragraph_id, start, "end" FROM resolutions_clauseevent
        WHERE pgh_obj_id = item.clause_id AND version_id = line.version_id AND pgh_created_at <= written.at
        ORDER BY pgh_id DESC LIMIT 1
    ) clause ON true
    JOIN LATERAL (
        SELECT text FROM resolutions_paragraphtextevent
        WHERE paragraph_id = clause.paragraph_id AND version_id = line.version_id
          AND pgh_label <> 'delete' AND pgh_created_at <= written.at
        ORDER BY pgh_id DESC LIMIT 1
    ) words ON true
),
found AS (
    SELECT was.id, length(was.words) AS length,
           CASE WHEN substr(now.text, was.start + 1, length(was.words)) = was.words THEN was.start
                ELSE strpos(now.text, was.words) - 1 END AS start
    FROM was
    JOIN resolutions_paragraphtext now
      ON now.paragraph_id = was.paragraph_id AND now.version_id = was.version_id
    WHERE was.words <> ''
)
UPDATE tracker_reportline line SET start = found.start, "end" = found.start + found.length
FROM found WHERE found.id = line.id AND found.start >= 0
"""


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0011_words_answered"),
        ("resolutions", "0004_words_never_change"),
    ]

    operations = [migrations.RunSQL(FIND, migrations.RunSQL.noop)]
