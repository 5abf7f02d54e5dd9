from django.db import migrations

# A vote belongs to an entry and to a list of one contest, an entry to a protocol of its contest,
# a decision and a registration to a submission of their own list.
TIES = [
    ("elections_entry", "entry_protocol_of_its_contest", "(protocol_id, contest_id)", "elections_protocol (id, contest_id)"),
    ("elections_count", "count_entry_of_its_contest", "(entry_id, contest_id)", "elections_entry (id, contest_id)"),
    ("elections_count", "count_list_of_its_contest", "(list_id, contest_id)", "elections_partylist (id, contest_id)"),
    ("elections_decision", "decision_submission_of_its_list", "(submission_id, list_id)", "elections_submission (id, list_id)"),
    ("elections_partylist", "list_registered_by_its_submission", "(registered_submission_id, id)", "elections_submission (id, list_id)"),
]


class Migration(migrations.Migration):
    dependencies = [("elections", "0002_ties")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY {columns} "
            f"REFERENCES {target} DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
        )
        for table, name, columns, target in TIES
    ]
