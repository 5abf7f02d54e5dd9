from django.db import migrations

# Foreign keys that carry the contest along: a result belongs to a list of its own contest, a
# publication to an allocation of its own contest and to the publication that it supersedes.
TIES = [
    ("elections_officialresult", "official_result_list_of_its_contest", "list_id", "elections_partylist"),
    ("elections_publication", "publication_allocation_of_its_contest", "allocation_id", "elections_allocation"),
    ("elections_publication", "publication_supersedes_in_its_contest", "supersedes_id", "elections_publication"),
]


class Migration(migrations.Migration):
    dependencies = [("elections", "0001_initial")]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({column}, contest_id) "
            f"REFERENCES {target} (id, contest_id) DEFERRABLE INITIALLY DEFERRED",
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
        )
        for table, name, column, target in TIES
    ]
