from django.core.management import call_command
from django.db import migrations

# The table of the database cache (settings.CACHES): Django makes it by a command of its own that
# nobody should have to remember.


def create(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS portal_cache")


class Migration(migrations.Migration):
    dependencies = [("parties", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
