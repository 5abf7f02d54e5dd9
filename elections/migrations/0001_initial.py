import django.core.validators
import django.db.models.deletion
import elections.models.fields
import elections.models.publication
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import portal.base.audit.models
import portal.base.audit.triggers
import portal.base.trilingual
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('audit', '0001_initial'),
        ('parties', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Allocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(verbose_name='version of the results')),
                ('edition', models.CharField(max_length=40, verbose_name='edition of the law')),
                ('parameters', models.JSONField(verbose_name='parameters of the edition')),
                ('inputs_digest', models.CharField(max_length=64, verbose_name='digest of the inputs')),
                ('body', models.TextField(verbose_name='steps and mandates')),
                ('second_agrees', models.BooleanField(verbose_name='the second program agrees')),
                ('computed_at', models.DateTimeField(verbose_name='computed at')),
            ],
            options={
                'verbose_name': 'allocation of mandates',
                'verbose_name_plural': 'allocations of mandates',
            },
        ),
        migrations.CreateModel(
            name='ElectionEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('name_kk', models.CharField(max_length=200, null=True, verbose_name='name in Kazakh')),
                ('name_ru', models.CharField(max_length=200, null=True, verbose_name='name in Russian')),
                ('name_en', models.CharField(max_length=200, null=True, verbose_name='name in English')),
                ('sort_kk', portal.base.trilingual.SortKeyField(editable=False, null=True, source='name_kk')),
                ('slug', models.SlugField(db_index=False, null=True, verbose_name='short name in addresses')),
                ('body', models.CharField(choices=[('majilis', 'Majilis'), ('maslikhat', 'maslikhat')], max_length=20, null=True, verbose_name='body')),
                ('day', models.DateField(null=True, verbose_name='election day')),
                ('kind', models.CharField(choices=[('live', 'live'), ('record', 'record'), ('practice', 'practice')], max_length=10, null=True, verbose_name='kind')),
                ('edition', models.CharField(max_length=40, null=True, verbose_name='edition of the law')),
                ('entries_needed', models.PositiveSmallIntegerField(null=True, verbose_name='entries of a protocol')),
                ('import_counts_as', models.CharField(choices=[('first', 'as first entry'), ('definitive', 'as definitive')], max_length=10, null=True, verbose_name='an import counts')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OfficialFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(choices=[('polling_stations', 'polling stations'), ('voters_listed', 'voters on the lists'), ('received_ballots', 'voters who received ballots'), ('received_ballots_percent', 'voters who received ballots, per cent'), ('took_part', 'voters who took part'), ('unused', 'unused, cancelled ballots'), ('valid', 'valid ballots'), ('invalid', 'invalid ballots'), ('lists_submitted', 'lists submitted'), ('lists_registered', 'lists registered'), ('candidates_submitted', 'persons on the lists submitted'), ('quota_persons_submitted', 'of them women or under 29'), ('candidates_registered', 'candidates registered')], max_length=40, verbose_name='figure')),
                ('value', elections.models.fields.PrintedDecimalField(decimal_places=4, max_digits=13, verbose_name='value')),
                ('preliminary', models.BooleanField(default=False, verbose_name='preliminary')),
                ('source', models.TextField(verbose_name='source')),
            ],
            options={
                'verbose_name': 'official figure',
                'verbose_name_plural': 'official figures',
            },
        ),
        migrations.CreateModel(
            name='OfficialFigureEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('code', models.CharField(choices=[('polling_stations', 'polling stations'), ('voters_listed', 'voters on the lists'), ('received_ballots', 'voters who received ballots'), ('received_ballots_percent', 'voters who received ballots, per cent'), ('took_part', 'voters who took part'), ('unused', 'unused, cancelled ballots'), ('valid', 'valid ballots'), ('invalid', 'invalid ballots'), ('lists_submitted', 'lists submitted'), ('lists_registered', 'lists registered'), ('candidates_submitted', 'persons on the lists submitted'), ('quota_persons_submitted', 'of them women or under 29'), ('candidates_registered', 'candidates registered')], max_length=40, null=True, verbose_name='figure')),
                ('value', elections.models.fields.PrintedDecimalField(decimal_places=4, max_digits=13, null=True, verbose_name='value')),
                ('preliminary', models.BooleanField(null=True, verbose_name='preliminary')),
                ('source', models.TextField(null=True, verbose_name='source')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OfficialResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('votes', models.PositiveIntegerField(blank=True, null=True, verbose_name='votes')),
                ('percent', elections.models.fields.PrintedDecimalField(blank=True, decimal_places=4, max_digits=7, null=True, verbose_name='per cent')),
                ('seats', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='mandates')),
                ('preliminary', models.BooleanField(default=False, verbose_name='preliminary')),
                ('source', models.TextField(verbose_name='source')),
            ],
            options={
                'verbose_name': 'official result',
                'verbose_name_plural': 'official results',
            },
        ),
        migrations.CreateModel(
            name='OfficialResultEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('votes', models.PositiveIntegerField(blank=True, null=True, verbose_name='votes')),
                ('percent', elections.models.fields.PrintedDecimalField(blank=True, decimal_places=4, max_digits=7, null=True, verbose_name='per cent')),
                ('seats', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='mandates')),
                ('preliminary', models.BooleanField(null=True, verbose_name='preliminary')),
                ('source', models.TextField(null=True, verbose_name='source')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PartyList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('draft', 'draft'), ('submitted', 'submitted'), ('in_review', 'in review'), ('registered', 'registered'), ('refused', 'refused'), ('withdrawn', 'list withdrawn'), ('annulled', 'registration annulled')], default='draft', max_length=12, verbose_name='state')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='version')),
                ('nominating_body', models.CharField(blank=True, max_length=200, verbose_name='nominating body')),
                ('nominated_on', models.DateField(blank=True, null=True, verbose_name='day of nomination')),
                ('nominated_at_place', models.CharField(blank=True, max_length=200, verbose_name='place of nomination')),
                ('present', models.PositiveIntegerField(blank=True, null=True, verbose_name='members present')),
                ('votes_for', models.PositiveIntegerField(blank=True, null=True, verbose_name='votes for the list')),
                ('minutes_number', models.CharField(blank=True, max_length=60, verbose_name='number of the minutes')),
                ('registered_at', models.DateTimeField(blank=True, null=True, verbose_name='registered at')),
                ('registered_seq', models.PositiveIntegerField(blank=True, null=True, verbose_name='order of registration')),
                ('ballot_position', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='place on the ballot')),
            ],
            options={
                'verbose_name': 'party list',
                'verbose_name_plural': 'party lists',
            },
        ),
        migrations.CreateModel(
            name='PartyListEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('submitted', 'submitted'), ('in_review', 'in review'), ('registered', 'registered'), ('refused', 'refused'), ('withdrawn', 'list withdrawn'), ('annulled', 'registration annulled')], max_length=12, null=True, verbose_name='state')),
                ('version', models.PositiveIntegerField(null=True, verbose_name='version')),
                ('nominating_body', models.CharField(blank=True, max_length=200, null=True, verbose_name='nominating body')),
                ('nominated_on', models.DateField(blank=True, null=True, verbose_name='day of nomination')),
                ('nominated_at_place', models.CharField(blank=True, max_length=200, null=True, verbose_name='place of nomination')),
                ('present', models.PositiveIntegerField(blank=True, null=True, verbose_name='members present')),
                ('votes_for', models.PositiveIntegerField(blank=True, null=True, verbose_name='votes for the list')),
                ('minutes_number', models.CharField(blank=True, max_length=60, null=True, verbose_name='number of the minutes')),
                ('registered_at', models.DateTimeField(blank=True, null=True, verbose_name='registered at')),
                ('registered_seq', models.PositiveIntegerField(blank=True, null=True, verbose_name='order of registration')),
                ('ballot_position', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='place on the ballot')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('kind', models.CharField(choices=[('provisional', 'provisional'), ('final', 'final'), ('corrected', 'corrected'), ('incomplete', 'known facts only')], max_length=12, verbose_name='kind')),
                ('body', models.TextField(verbose_name='body')),
                ('digest', models.CharField(max_length=64, verbose_name='digest')),
                ('source', models.TextField(verbose_name='source')),
                ('published_at', models.DateTimeField(verbose_name='published at')),
                ('published_by', models.CharField(max_length=200, verbose_name='published by')),
                ('difference', models.JSONField(blank=True, null=True, verbose_name='difference')),
            ],
            options={
                'verbose_name': 'publication',
                'verbose_name_plural': 'publications',
            },
        ),
        migrations.CreateModel(
            name='PublicationEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('number', models.PositiveIntegerField(null=True, verbose_name='number')),
                ('kind', models.CharField(choices=[('provisional', 'provisional'), ('final', 'final'), ('corrected', 'corrected'), ('incomplete', 'known facts only')], max_length=12, null=True, verbose_name='kind')),
                ('digest', models.CharField(max_length=64, null=True, verbose_name='digest')),
                ('source', models.TextField(null=True, verbose_name='source')),
                ('published_at', models.DateTimeField(null=True, verbose_name='published at')),
                ('published_by', models.CharField(max_length=200, null=True, verbose_name='published by')),
                ('difference', models.JSONField(blank=True, null=True, verbose_name='difference')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Contest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mandates', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='mandates')),
                ('results_version', models.PositiveIntegerField(default=0, verbose_name='version of the results')),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contests', to='parties.territory', verbose_name='territory')),
            ],
            options={
                'verbose_name': 'contest',
                'verbose_name_plural': 'contests',
            },
        ),
        migrations.CreateModel(
            name='AllocationEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('version', models.PositiveIntegerField(null=True, verbose_name='version of the results')),
                ('edition', models.CharField(max_length=40, null=True, verbose_name='edition of the law')),
                ('parameters', models.JSONField(null=True, verbose_name='parameters of the edition')),
                ('inputs_digest', models.CharField(max_length=64, null=True, verbose_name='digest of the inputs')),
                ('second_agrees', models.BooleanField(null=True, verbose_name='the second program agrees')),
                ('computed_at', models.DateTimeField(null=True, verbose_name='computed at')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.allocation')),
                ('contest', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.contest', verbose_name='contest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='allocation',
            name='contest',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='allocations', to='elections.contest', verbose_name='contest'),
        ),
        migrations.CreateModel(
            name='Election',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_kk', models.CharField(max_length=200, verbose_name='name in Kazakh')),
                ('name_ru', models.CharField(max_length=200, verbose_name='name in Russian')),
                ('name_en', models.CharField(max_length=200, verbose_name='name in English')),
                ('sort_kk', portal.base.trilingual.SortKeyField(db_index=True, editable=False, source='name_kk')),
                ('slug', models.SlugField(unique=True, verbose_name='short name in addresses')),
                ('body', models.CharField(choices=[('majilis', 'Majilis'), ('maslikhat', 'maslikhat')], max_length=20, verbose_name='body')),
                ('day', models.DateField(verbose_name='election day')),
                ('kind', models.CharField(choices=[('live', 'live'), ('record', 'record'), ('practice', 'practice')], max_length=10, verbose_name='kind')),
                ('edition', models.CharField(max_length=40, verbose_name='edition of the law')),
                ('entries_needed', models.PositiveSmallIntegerField(default=2, verbose_name='entries of a protocol')),
                ('import_counts_as', models.CharField(choices=[('first', 'as first entry'), ('definitive', 'as definitive')], default='first', max_length=10, verbose_name='an import counts')),
            ],
            options={
                'verbose_name': 'election',
                'verbose_name_plural': 'elections',
                'constraints': [models.CheckConstraint(condition=models.Q(('body__in', ['majilis', 'maslikhat'])), name='election_body_known'), models.CheckConstraint(condition=models.Q(('kind__in', ['live', 'record', 'practice'])), name='election_kind_known'), models.CheckConstraint(condition=models.Q(('edition', ''), _negated=True), name='election_edition_given'), models.CheckConstraint(condition=models.Q(('entries_needed__in', [1, 2])), name='election_one_or_two_entries'), models.CheckConstraint(condition=models.Q(('import_counts_as__in', ['first', 'definitive'])), name='election_import_counts_known')],
            },
        ),
        migrations.CreateModel(
            name='ContestEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('mandates', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='mandates')),
                ('results_version', models.PositiveIntegerField(null=True, verbose_name='version of the results')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.contest')),
                ('territory', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.territory', verbose_name='territory')),
                ('election', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.election', verbose_name='election')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='contest',
            name='election',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contests', to='elections.election', verbose_name='election'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='election',
            trigger=pgtrigger.compiler.Trigger(name='election_kind_fixed', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.kind IS DISTINCT FROM NEW.kind OR OLD.body IS DISTINCT FROM NEW.body OR OLD.day IS DISTINCT FROM NEW.day THEN RAISE EXCEPTION 'of a election, kind, body, day cannot change' USING ERRCODE = 'check_violation'; END IF; RETURN NEW;", hash='7020b69efad5c503d7db25cadb07c69f8805ab54', operation='UPDATE OF "kind", "body", "day"', pgid='pgtrigger_election_kind_fixed_385d0', table='elections_election', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='election',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_electionevent" ("body", "day", "edition", "entries_needed", "id", "import_counts_as", "kind", "name_en", "name_kk", "name_ru", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "sort_kk") VALUES (NEW."body", NEW."day", NEW."edition", NEW."entries_needed", NEW."id", NEW."import_counts_as", NEW."kind", NEW."name_en", NEW."name_kk", NEW."name_ru", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug", NEW."sort_kk"); RETURN NULL;', hash='01091ba3fd0ed0e87cebaa12d2c33c6fa423348b', operation='INSERT', pgid='pgtrigger_record_insert_10de6', table='elections_election', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='election',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_electionevent" ("body", "day", "edition", "entries_needed", "id", "import_counts_as", "kind", "name_en", "name_kk", "name_ru", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "sort_kk") VALUES (NEW."body", NEW."day", NEW."edition", NEW."entries_needed", NEW."id", NEW."import_counts_as", NEW."kind", NEW."name_en", NEW."name_kk", NEW."name_ru", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."sort_kk"); RETURN NULL;', hash='0531c60959b185c895bd7e40dbbdd3754ab7a369', operation='UPDATE', pgid='pgtrigger_record_update_5c95f', table='elections_election', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='election',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_electionevent" ("body", "day", "edition", "entries_needed", "id", "import_counts_as", "kind", "name_en", "name_kk", "name_ru", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "sort_kk") VALUES (OLD."body", OLD."day", OLD."edition", OLD."entries_needed", OLD."id", OLD."import_counts_as", OLD."kind", OLD."name_en", OLD."name_kk", OLD."name_ru", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."sort_kk"); RETURN NULL;', hash='a3fbb4bcbfb853bb533b49d7fdacfc04eb9f8920', operation='DELETE', pgid='pgtrigger_record_delete_307ef', table='elections_election', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='election',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='45b6b6557c37568ca1fd3eb5fd65b542f9454f2a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_d104c', table='elections_election', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='electionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.election'),
        ),
        migrations.AddField(
            model_name='officialfigure',
            name='election',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='official_figures', to='elections.election', verbose_name='election'),
        ),
        migrations.AddField(
            model_name='officialfigure',
            name='territory',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='official_figures', to='parties.territory', verbose_name='territory'),
        ),
        migrations.AddField(
            model_name='officialfigureevent',
            name='election',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.election', verbose_name='election'),
        ),
        migrations.AddField(
            model_name='officialfigureevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.officialfigure'),
        ),
        migrations.AddField(
            model_name='officialfigureevent',
            name='territory',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.territory', verbose_name='territory'),
        ),
        migrations.AddField(
            model_name='officialresult',
            name='contest',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='official_results', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='officialresultevent',
            name='contest',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='officialresultevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.officialresult'),
        ),
        migrations.AddField(
            model_name='partylist',
            name='contest',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lists', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='partylist',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lists', to='parties.party', verbose_name='party'),
        ),
        migrations.AddField(
            model_name='officialresultevent',
            name='list',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.partylist', verbose_name='party list'),
        ),
        migrations.AddField(
            model_name='officialresult',
            name='list',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='official_result', to='elections.partylist', verbose_name='party list'),
        ),
        migrations.AddField(
            model_name='partylistevent',
            name='contest',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='partylistevent',
            name='party',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.party', verbose_name='party'),
        ),
        migrations.AddField(
            model_name='partylistevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.partylist'),
        ),
        migrations.AddField(
            model_name='publication',
            name='allocation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='elections.allocation', verbose_name='allocation of mandates'),
        ),
        migrations.AddField(
            model_name='publication',
            name='contest',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='publication',
            name='supersedes',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='elections.publication', verbose_name='supersedes'),
        ),
        migrations.AddField(
            model_name='publicationevent',
            name='allocation',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.allocation', verbose_name='allocation of mandates'),
        ),
        migrations.AddField(
            model_name='publicationevent',
            name='contest',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='publicationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.publication'),
        ),
        migrations.AddField(
            model_name='publicationevent',
            name='supersedes',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.publication', verbose_name='supersedes'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='8bf6c4786e32b53ecece01ceea91c7991e749481', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5a572', table='elections_allocationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocationevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='779c813c07799da69f4b1f9396f001dcd236ad4f', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_2acb3', table='elections_allocationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocationevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='f93aca68d655966b18a9027557e43c146ed00bda', operation='INSERT', pgid='pgtrigger_only_recorded_7711d', table='elections_allocationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.UniqueConstraint(fields=('contest', 'version'), name='allocation_one_per_version'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.UniqueConstraint(fields=('id', 'contest'), name='allocation_with_its_contest'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.CheckConstraint(condition=models.Q(('inputs_digest__regex', '^[0-9a-f]{64}$')), name='allocation_inputs_digest_sha256'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.CheckConstraint(condition=models.Q(('edition', ''), _negated=True), name='allocation_edition_given'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='allocation_not_updated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'a allocation is never changed' USING ERRCODE = 'check_violation';", hash='c12bcd2f8e4c8ba638ebab82b6f77730e16379b7', operation='UPDATE', pgid='pgtrigger_allocation_not_updated_050c3', table='elections_allocation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='allocation_not_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'a allocation is never deleted' USING ERRCODE = 'check_violation';", hash='e812c6bd7ad619e6b6480b09f7338deb4ac1dc94', operation='DELETE', pgid='pgtrigger_allocation_not_deleted_45753', table='elections_allocation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='allocation_not_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'a allocation is never deleted' USING ERRCODE = 'check_violation';", hash='c317ad6452bbc1161d1cee1aa956f4b226b3e8ff', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_allocation_not_truncated_1d9a2', table='elections_allocation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_allocationevent" ("computed_at", "contest_id", "edition", "id", "inputs_digest", "parameters", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_agrees", "version") VALUES (NEW."computed_at", NEW."contest_id", NEW."edition", NEW."id", NEW."inputs_digest", NEW."parameters", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."second_agrees", NEW."version"); RETURN NULL;', hash='e9c859bb9709bbd1bc4ea20ae1cdf34413535c1d', operation='INSERT', pgid='pgtrigger_record_insert_3b695', table='elections_allocation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_allocationevent" ("computed_at", "contest_id", "edition", "id", "inputs_digest", "parameters", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_agrees", "version") VALUES (NEW."computed_at", NEW."contest_id", NEW."edition", NEW."id", NEW."inputs_digest", NEW."parameters", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."second_agrees", NEW."version"); RETURN NULL;', hash='87990589f097a833dd67d08e55dd50fa57c9571b', operation='UPDATE', pgid='pgtrigger_record_update_26d6f', table='elections_allocation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_allocationevent" ("computed_at", "contest_id", "edition", "id", "inputs_digest", "parameters", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_agrees", "version") VALUES (OLD."computed_at", OLD."contest_id", OLD."edition", OLD."id", OLD."inputs_digest", OLD."parameters", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."second_agrees", OLD."version"); RETURN NULL;', hash='ca943c1a7e398580342beaa12d25e830aa22abac', operation='DELETE', pgid='pgtrigger_record_delete_052d0', table='elections_allocation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='27057a57fc489b3380e8f6b04f6f70abf124c1c5', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_ff842', table='elections_allocation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='36532ae1b3e8a40e590da8e8718b74eaab4c15e1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bac97', table='elections_contestevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contestevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='07e7a443c9b4542fe540f9b71501dfc73ec347cc', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_7db2b', table='elections_contestevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contestevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='5b08300c06e45a14df2d2e350d553eeaeae1e0df', operation='INSERT', pgid='pgtrigger_only_recorded_27bd4', table='elections_contestevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='contest',
            constraint=models.UniqueConstraint(fields=('election', 'territory'), name='contest_one_per_territory'),
        ),
        migrations.AddConstraint(
            model_name='contest',
            constraint=models.CheckConstraint(condition=models.Q(('mandates__isnull', True), ('mandates__gt', 0), _connector='OR'), name='contest_mandates_above_zero'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='contest_election_id_fixed', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.election_id IS DISTINCT FROM NEW.election_id OR OLD.territory_id IS DISTINCT FROM NEW.territory_id THEN RAISE EXCEPTION 'of a contest, election_id, territory_id cannot change' USING ERRCODE = 'check_violation'; END IF; RETURN NEW;", hash='279b024d7a3e0aa7b1cc18c6d8e800b4ca6a34cc', operation='UPDATE OF "election_id", "territory_id"', pgid='pgtrigger_contest_election_id_fixed_d49b0', table='elections_contest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='contest_mandates_given', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.mandates IS NULL AND (SELECT kind FROM elections_election WHERE id = NEW.election_id) IS DISTINCT FROM 'record' THEN RAISE EXCEPTION 'only in a record may the number of mandates be unknown' USING ERRCODE = 'check_violation'; END IF; RETURN NEW;", hash='b2cc1b2494d2b2c9835c7699135b0f20b0aac59f', operation='INSERT OR UPDATE', pgid='pgtrigger_contest_mandates_given_bc32a', table='elections_contest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_contestevent" ("election_id", "id", "mandates", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results_version", "territory_id") VALUES (NEW."election_id", NEW."id", NEW."mandates", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."results_version", NEW."territory_id"); RETURN NULL;', hash='d238a40bb7140240d09c20c12afeb598db7e8f29', operation='INSERT', pgid='pgtrigger_record_insert_475fc', table='elections_contest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD."election_id" IS DISTINCT FROM (NEW."election_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."mandates" IS DISTINCT FROM (NEW."mandates") OR OLD."territory_id" IS DISTINCT FROM (NEW."territory_id"))', func='INSERT INTO "elections_contestevent" ("election_id", "id", "mandates", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results_version", "territory_id") VALUES (NEW."election_id", NEW."id", NEW."mandates", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."results_version", NEW."territory_id"); RETURN NULL;', hash='df1dc4b207be7bcf441981aeeb7ca3ea10d06f35', operation='UPDATE', pgid='pgtrigger_record_update_a1c70', table='elections_contest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_contestevent" ("election_id", "id", "mandates", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results_version", "territory_id") VALUES (OLD."election_id", OLD."id", OLD."mandates", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."results_version", OLD."territory_id"); RETURN NULL;', hash='9ff3f42bc3e7a99ace23a3ba3143c98766c76240', operation='DELETE', pgid='pgtrigger_record_delete_9539b', table='elections_contest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='843dd93c7f3fe0c3ae8f9968f7f11e79c30b290e', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_6f206', table='elections_contest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='electionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='4fb2494db9b21ed294386b89513bc9d7c16cc126', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1a858', table='elections_electionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='electionevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='e1a53c782d03a35b8cf1cabe3ca2a49982688c71', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_39967', table='elections_electionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='electionevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='4d149c272837e82cf8235a94a9f5115cf2ca702f', operation='INSERT', pgid='pgtrigger_only_recorded_e0d96', table='elections_electionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='officialfigure',
            constraint=models.UniqueConstraint(fields=('election', 'territory', 'code'), name='official_figure_once'),
        ),
        migrations.AddConstraint(
            model_name='officialfigure',
            constraint=models.CheckConstraint(condition=models.Q(('value__gte', 0)), name='official_figure_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='officialfigure',
            constraint=models.CheckConstraint(condition=models.Q(('code', ''), _negated=True), name='official_figure_code_given'),
        ),
        migrations.AddConstraint(
            model_name='officialfigure',
            constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='official_figure_source_given'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialfigure',
            trigger=pgtrigger.compiler.Trigger(name='official_figure_only_in_a_record', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF TRUE AND (SELECT kind FROM elections_election WHERE id = NEW.election_id) IS DISTINCT FROM 'record' THEN RAISE EXCEPTION 'only a record has official figures' USING ERRCODE = 'check_violation'; END IF; RETURN NEW;", hash='a0633bd09a5034957b2372c699cdd423e16cb3c2', operation='INSERT OR UPDATE', pgid='pgtrigger_official_figure_only_in_a_record_ac2e9', table='elections_officialfigure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialfigure',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_officialfigureevent" ("code", "election_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preliminary", "source", "territory_id", "value") VALUES (NEW."code", NEW."election_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."preliminary", NEW."source", NEW."territory_id", NEW."value"); RETURN NULL;', hash='2a0c73bc3606a4ab0f01ab5ec76e6e3ce67b9eda', operation='INSERT', pgid='pgtrigger_record_insert_7f5e0', table='elections_officialfigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialfigure',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_officialfigureevent" ("code", "election_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preliminary", "source", "territory_id", "value") VALUES (NEW."code", NEW."election_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."preliminary", NEW."source", NEW."territory_id", NEW."value"); RETURN NULL;', hash='b39aaeae51145a21713df421a6a533a1f0f1932b', operation='UPDATE', pgid='pgtrigger_record_update_26550', table='elections_officialfigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialfigure',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_officialfigureevent" ("code", "election_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preliminary", "source", "territory_id", "value") VALUES (OLD."code", OLD."election_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."preliminary", OLD."source", OLD."territory_id", OLD."value"); RETURN NULL;', hash='3266e818eaf92d3a5ecc788a34ef51cc59e156d3', operation='DELETE', pgid='pgtrigger_record_delete_ddc01', table='elections_officialfigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialfigure',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='77c549e89d03fec46d6e7d449e54f013e3932ac4', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_a8dd0', table='elections_officialfigure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialfigureevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='c8feb9308a0d6b8bee3695541c1733485a8a26d3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a4146', table='elections_officialfigureevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialfigureevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='ea5de5c96e66ea7dd1e105474e2b223fe4a9e322', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_70634', table='elections_officialfigureevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialfigureevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='fac2c2114d9d40c18ade0d2dd4dc57df147855fb', operation='INSERT', pgid='pgtrigger_only_recorded_fe823', table='elections_officialfigureevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='partylist',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'submitted', 'in_review', 'registered'))), fields=('contest', 'party'), name='list_one_living_per_party'),
        ),
        migrations.AddConstraint(
            model_name='partylist',
            constraint=models.UniqueConstraint(fields=('id', 'contest'), name='list_with_its_contest'),
        ),
        migrations.AddConstraint(
            model_name='partylist',
            constraint=models.UniqueConstraint(fields=('contest', 'registered_seq'), name='list_order_of_registration_unique'),
        ),
        migrations.AddConstraint(
            model_name='partylist',
            constraint=models.UniqueConstraint(fields=('contest', 'ballot_position'), name='list_place_on_ballot_unique'),
        ),
        migrations.AddConstraint(
            model_name='partylist',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'in_review', 'registered', 'refused', 'withdrawn', 'annulled'])), name='list_state_known'),
        ),
        migrations.AddConstraint(
            model_name='partylist',
            constraint=models.CheckConstraint(condition=models.Q(('present__isnull', True), ('votes_for__isnull', True), ('votes_for__lte', models.F('present')), _connector='OR'), name='list_votes_for_within_present'),
        ),
        migrations.AddConstraint(
            model_name='partylist',
            constraint=models.CheckConstraint(condition=models.Q(('registered_seq__isnull', True), ('registered_at__isnull', False), _connector='OR'), name='list_order_only_with_time'),
        ),
        migrations.AddConstraint(
            model_name='partylist',
            constraint=models.CheckConstraint(condition=models.Q(('registered_at__isnull', True), ('state__in', ['registered', 'withdrawn', 'annulled']), _connector='OR'), name='list_registered_at_only_once_registered'),
        ),
        migrations.AddConstraint(
            model_name='partylist',
            constraint=models.CheckConstraint(condition=models.Q(('ballot_position__isnull', True), ('ballot_position__gt', 0), _connector='OR'), name='list_place_on_ballot_above_zero'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partylist',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_partylistevent" ("ballot_position", "contest_id", "id", "minutes_number", "nominated_at_place", "nominated_on", "nominating_body", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "registered_at", "registered_seq", "state", "version", "votes_for") VALUES (NEW."ballot_position", NEW."contest_id", NEW."id", NEW."minutes_number", NEW."nominated_at_place", NEW."nominated_on", NEW."nominating_body", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."present", NEW."registered_at", NEW."registered_seq", NEW."state", NEW."version", NEW."votes_for"); RETURN NULL;', hash='748d93afaaea7f9acfeb4f7d0dbe958ab3f2eb99', operation='INSERT', pgid='pgtrigger_record_insert_77164', table='elections_partylist', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partylist',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_partylistevent" ("ballot_position", "contest_id", "id", "minutes_number", "nominated_at_place", "nominated_on", "nominating_body", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "registered_at", "registered_seq", "state", "version", "votes_for") VALUES (NEW."ballot_position", NEW."contest_id", NEW."id", NEW."minutes_number", NEW."nominated_at_place", NEW."nominated_on", NEW."nominating_body", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."present", NEW."registered_at", NEW."registered_seq", NEW."state", NEW."version", NEW."votes_for"); RETURN NULL;', hash='ae9b244201300af77b8b1432867e73b6f46d63c6', operation='UPDATE', pgid='pgtrigger_record_update_f1a6c', table='elections_partylist', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partylist',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_partylistevent" ("ballot_position", "contest_id", "id", "minutes_number", "nominated_at_place", "nominated_on", "nominating_body", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "registered_at", "registered_seq", "state", "version", "votes_for") VALUES (OLD."ballot_position", OLD."contest_id", OLD."id", OLD."minutes_number", OLD."nominated_at_place", OLD."nominated_on", OLD."nominating_body", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."present", OLD."registered_at", OLD."registered_seq", OLD."state", OLD."version", OLD."votes_for"); RETURN NULL;', hash='005b689bdc1408cf59a564683f94d810a6bb5c83', operation='DELETE', pgid='pgtrigger_record_delete_62fce', table='elections_partylist', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partylist',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='b08183c930cbe98f5812289e7fe588a3b0a9d392', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_76741', table='elections_partylist', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialresultevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='6cb4f7a84614997debcba7bb7d4379ebeacd0e8a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fb2a7', table='elections_officialresultevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialresultevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='00e4b5031e3f383158f2e7612dde7bd82b784ba3', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_338fe', table='elections_officialresultevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialresultevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='0a57507efcdfaf58fc6a1a5e34d0d0289e93dae9', operation='INSERT', pgid='pgtrigger_only_recorded_0240d', table='elections_officialresultevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='officialresult',
            constraint=models.CheckConstraint(condition=models.Q(('percent__isnull', True), ('percent__range', (0, 100)), _connector='OR'), name='official_result_percent_0_to_100'),
        ),
        migrations.AddConstraint(
            model_name='officialresult',
            constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='official_result_source_given'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialresult',
            trigger=pgtrigger.compiler.Trigger(name='official_result_only_in_a_record', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF TRUE AND (SELECT e.kind FROM elections_election e JOIN elections_contest c ON c.election_id = e.id WHERE c.id = NEW.contest_id) IS DISTINCT FROM 'record' THEN RAISE EXCEPTION 'only a record has official results' USING ERRCODE = 'check_violation'; END IF; RETURN NEW;", hash='fa57c6a8161d47d3592c4b6eb1c88a8fa0ad2fe4', operation='INSERT OR UPDATE', pgid='pgtrigger_official_result_only_in_a_record_c7e2b', table='elections_officialresult', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialresult',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_officialresultevent" ("contest_id", "id", "list_id", "percent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preliminary", "seats", "source", "votes") VALUES (NEW."contest_id", NEW."id", NEW."list_id", NEW."percent", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."preliminary", NEW."seats", NEW."source", NEW."votes"); RETURN NULL;', hash='4f85a3ffb5aef035d03e6f3c82aa51cbb0d0c2bf', operation='INSERT', pgid='pgtrigger_record_insert_58cf3', table='elections_officialresult', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialresult',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_officialresultevent" ("contest_id", "id", "list_id", "percent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preliminary", "seats", "source", "votes") VALUES (NEW."contest_id", NEW."id", NEW."list_id", NEW."percent", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."preliminary", NEW."seats", NEW."source", NEW."votes"); RETURN NULL;', hash='ea596075d1430a67ea2d4a6ad8a07568b94145b8', operation='UPDATE', pgid='pgtrigger_record_update_bf43e', table='elections_officialresult', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialresult',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_officialresultevent" ("contest_id", "id", "list_id", "percent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preliminary", "seats", "source", "votes") VALUES (OLD."contest_id", OLD."id", OLD."list_id", OLD."percent", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."preliminary", OLD."seats", OLD."source", OLD."votes"); RETURN NULL;', hash='4d478685990e71a3657e6c598f8b4338efe6d7d9', operation='DELETE', pgid='pgtrigger_record_delete_475ef', table='elections_officialresult', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='officialresult',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='00f693e68a4c373e92c3f610fb1dc4513626976b', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_bbe0e', table='elections_officialresult', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partylistevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='fe5709496985797d6d4ec01bfb9e21bb95909ec2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6afad', table='elections_partylistevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partylistevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='7afa177c801ed93ec3973712dcf5ee622f8a1279', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_c3070', table='elections_partylistevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partylistevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='8e155dff35cb95694d45887a0a1cacc42c862382', operation='INSERT', pgid='pgtrigger_only_recorded_3af56', table='elections_partylistevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.UniqueConstraint(fields=('contest', 'number'), name='publication_number_unique'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.UniqueConstraint(fields=('id', 'contest'), name='publication_with_its_contest'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['provisional', 'final', 'corrected', 'incomplete'])), name='publication_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(('number__gt', 0)), name='publication_number_above_zero'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('number', 1), ('supersedes__isnull', True)), models.Q(('number__gt', 1), ('supersedes__isnull', False)), _connector='OR'), name='publication_first_supersedes_nothing'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(('supersedes__isnull', True), ('difference__isnull', False), _connector='OR'), name='publication_names_the_difference'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(('digest', elections.models.publication.Sha256Hex(models.F('body')))), name='publication_digest_of_its_body'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='publication_source_given'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(('published_by', ''), _negated=True), name='publication_by_given'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='publication_not_updated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'a publication is never changed' USING ERRCODE = 'check_violation';", hash='df251d9a207a6a32b2f7a706ce28669746e0dc30', operation='UPDATE', pgid='pgtrigger_publication_not_updated_08f45', table='elections_publication', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='publication_not_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'a publication is never deleted' USING ERRCODE = 'check_violation';", hash='6de6e371244104ac818f0558585239d5a1f1f2bf', operation='DELETE', pgid='pgtrigger_publication_not_deleted_207bb', table='elections_publication', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='publication_not_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'a publication is never deleted' USING ERRCODE = 'check_violation';", hash='43e7f70f6d2f1645452856821fdbbe34069985a3', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_publication_not_truncated_69147', table='elections_publication', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_publicationevent" ("allocation_id", "contest_id", "difference", "digest", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by", "source", "supersedes_id") VALUES (NEW."allocation_id", NEW."contest_id", NEW."difference", NEW."digest", NEW."id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by", NEW."source", NEW."supersedes_id"); RETURN NULL;', hash='c7092e0f933b53f0c03eeae0f4aeecf91b4d3714', operation='INSERT', pgid='pgtrigger_record_insert_c2da7', table='elections_publication', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_publicationevent" ("allocation_id", "contest_id", "difference", "digest", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by", "source", "supersedes_id") VALUES (NEW."allocation_id", NEW."contest_id", NEW."difference", NEW."digest", NEW."id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by", NEW."source", NEW."supersedes_id"); RETURN NULL;', hash='cf75db8572e970f90416f59a09fd85d55080cd75', operation='UPDATE', pgid='pgtrigger_record_update_23d82', table='elections_publication', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_publicationevent" ("allocation_id", "contest_id", "difference", "digest", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by", "source", "supersedes_id") VALUES (OLD."allocation_id", OLD."contest_id", OLD."difference", OLD."digest", OLD."id", OLD."kind", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by", OLD."source", OLD."supersedes_id"); RETURN NULL;', hash='aa2ba879885453704198900e8c7af1d5c8c7d605', operation='DELETE', pgid='pgtrigger_record_delete_c7b8f', table='elections_publication', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='e8358b6000c6965300c5631a53df15a674ba1d80', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_541e1', table='elections_publication', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publicationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='dba9eae97eb1381ee0528f0b15b2aa212d5f0d28', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7b7a2', table='elections_publicationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publicationevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='698bc11724466a4ec456980ba05d2111cd6e2d95', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_b9015', table='elections_publicationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publicationevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='3887beb0f6e5a449e1dc77c8b5f7862b5f1ac9d6', operation='INSERT', pgid='pgtrigger_only_recorded_8b680', table='elections_publicationevent', when='BEFORE')),
        ),
    ]
