import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import parties.models
import pghistory.utils
import pgtrigger.compiler
import portal.base.audit.models
import portal.base.audit.triggers
import portal.base.trilingual
from django.conf import settings
from django.db import migrations, models


# WCAG 2 relative luminance; between these bounds a colour has at least 3 to 1 on both papers.
READABLE = """
CREATE FUNCTION is_readable_on_both_papers(colour text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT colour ~ '^#[0-9a-f]{6}$' AND (
        SELECT sum(
            weight * CASE WHEN part <= 0.04045 THEN part / 12.92
                          ELSE power((part + 0.055) / 1.055, 2.4) END
        )
        FROM (VALUES (0.2126, 2), (0.7152, 4), (0.0722, 6)) AS channel (weight, position),
        LATERAL (
            SELECT CASE WHEN colour ~ '^#[0-9a-f]{6}$'
                THEN ('x' || substr(colour, position, 2))::bit(8)::int / 255.0 END AS part
        ) AS scaled
    ) BETWEEN 0.128 AND 0.298
$$
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('audit', '0001_initial'),
    ]

    operations = [
        migrations.RunSQL(
            READABLE,
            reverse_sql='DROP FUNCTION is_readable_on_both_papers(text)',
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True, verbose_name='short name in addresses')),
                ('colour', models.CharField(max_length=7, validators=[django.core.validators.RegexValidator('^#[0-9a-f]{6}$')], verbose_name='colour')),
            ],
            options={
                'verbose_name': 'party',
                'verbose_name_plural': 'parties',
                'constraints': [models.CheckConstraint(condition=models.Q(('colour__regex', '^#[0-9a-f]{6}$')), name='party_colour_hexadecimal'), models.CheckConstraint(condition=models.Q(parties.models.IsReadableOnBothPapers(models.F('colour'))), name='party_colour_readable_on_both_papers', violation_error_message='This colour is too light or too dark to be told apart on both papers.')],
                'triggers': [pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_partyevent" ("colour", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."colour", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug"); RETURN NULL;', hash='239cf649c6f8d90fcc0d2c5c526652b1a135662f', operation='INSERT', pgid='pgtrigger_record_insert_d1fe9', table='parties_party', when='AFTER')), pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "parties_partyevent" ("colour", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."colour", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug"); RETURN NULL;', hash='ec400aabd3d9dc93fb3384728c8ea01aa904d713', operation='UPDATE', pgid='pgtrigger_record_update_d7c41', table='parties_party', when='AFTER')), pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_partyevent" ("colour", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (OLD."colour", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug"); RETURN NULL;', hash='b00dd633eb6655fe6a450f9c7afcfb46b8ce7307', operation='DELETE', pgid='pgtrigger_record_delete_61d6e', table='parties_party', when='AFTER')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='b7486a14a4bac2caaa5426ef1834619a170690e5', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_4ce1a', table='parties_party', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='Territory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_kk', models.CharField(max_length=200, verbose_name='name in Kazakh')),
                ('name_ru', models.CharField(max_length=200, verbose_name='name in Russian')),
                ('name_en', models.CharField(max_length=200, verbose_name='name in English')),
                ('sort_kk', portal.base.trilingual.SortKeyField(db_index=True, editable=False, source='name_kk')),
                ('slug', models.SlugField(unique=True, verbose_name='short name in addresses')),
                ('kato', models.CharField(blank=True, max_length=9, null=True, validators=[django.core.validators.RegexValidator('^\\d{9}$')], verbose_name='KATO code')),
                ('kind', models.CharField(choices=[('country', 'country'), ('abroad', 'abroad'), ('region', 'region'), ('republican_city', 'city of republican significance'), ('regional_city', 'city of regional significance'), ('district', 'district')], max_length=20, verbose_name='kind')),
                ('romanised_en', models.BooleanField(default=False, verbose_name='English name is the romanised Kazakh one')),
                ('unsourced_kk', models.BooleanField(default=False, verbose_name='no source seen for the Kazakh name')),
                ('time_zone', models.CharField(max_length=40, validators=[parties.models.validate_time_zone], verbose_name='time zone')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='until, not included')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='parties.territory', verbose_name='part of')),
            ],
            options={
                'verbose_name': 'territory',
                'verbose_name_plural': 'territories',
                'constraints': [models.UniqueConstraint(condition=models.Q(('kato__isnull', False)), fields=('kato',), name='territory_kato_unique'), models.CheckConstraint(condition=models.Q(('kato__isnull', True), ('kato__regex', '^[0-9]{9}$'), _connector='OR'), name='territory_kato_nine_digits'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'country'), ('parent__isnull', True)), models.Q(models.Q(('kind', 'country'), _negated=True), ('parent__isnull', False)), _connector='OR'), name='territory_only_country_without_parent'), models.CheckConstraint(condition=models.Q(('kind__in', ['country', 'abroad', 'region', 'republican_city', 'regional_city', 'district'])), name='territory_kind_known'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_from__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='territory_ends_after_it_begins')],
                'triggers': [pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_territoryevent" ("id", "kato", "kind", "name_en", "name_kk", "name_ru", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "romanised_en", "slug", "sort_kk", "time_zone", "unsourced_kk", "valid_from", "valid_to") VALUES (NEW."id", NEW."kato", NEW."kind", NEW."name_en", NEW."name_kk", NEW."name_ru", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."romanised_en", NEW."slug", NEW."sort_kk", NEW."time_zone", NEW."unsourced_kk", NEW."valid_from", NEW."valid_to"); RETURN NULL;', hash='2187a38001a3e694989e287f83677b11d57927ed', operation='INSERT', pgid='pgtrigger_record_insert_6f05b', table='parties_territory', when='AFTER')), pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "parties_territoryevent" ("id", "kato", "kind", "name_en", "name_kk", "name_ru", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "romanised_en", "slug", "sort_kk", "time_zone", "unsourced_kk", "valid_from", "valid_to") VALUES (NEW."id", NEW."kato", NEW."kind", NEW."name_en", NEW."name_kk", NEW."name_ru", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."romanised_en", NEW."slug", NEW."sort_kk", NEW."time_zone", NEW."unsourced_kk", NEW."valid_from", NEW."valid_to"); RETURN NULL;', hash='d53bff2ef364d69f6edc7c5026dcba49a2bc1e14', operation='UPDATE', pgid='pgtrigger_record_update_72151', table='parties_territory', when='AFTER')), pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_territoryevent" ("id", "kato", "kind", "name_en", "name_kk", "name_ru", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "romanised_en", "slug", "sort_kk", "time_zone", "unsourced_kk", "valid_from", "valid_to") VALUES (OLD."id", OLD."kato", OLD."kind", OLD."name_en", OLD."name_kk", OLD."name_ru", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."romanised_en", OLD."slug", OLD."sort_kk", OLD."time_zone", OLD."unsourced_kk", OLD."valid_from", OLD."valid_to"); RETURN NULL;', hash='ca06728e9624ae41bf6bae0588a76ce621fa0881', operation='DELETE', pgid='pgtrigger_record_delete_43959', table='parties_territory', when='AFTER')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='f4e6a7fe3eb0801837f1e063596e50e3f7853321', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_e941c', table='parties_territory', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('language', models.CharField(choices=[('kk', 'Қазақша'), ('ru', 'Русский'), ('en', 'English')], default='kk', max_length=2, verbose_name='language')),
                ('is_active', models.BooleanField(default=True, verbose_name='may sign in')),
                ('is_superuser', models.BooleanField(default=False, verbose_name='administrator of the installation')),
            ],
            options={
                'verbose_name': 'account',
                'verbose_name_plural': 'accounts',
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='user_email_unique_in_any_case', violation_error_message='There is an account with this e-mail address.'), models.CheckConstraint(condition=models.Q(('email', ''), _negated=True), name='user_email_given'), models.CheckConstraint(condition=models.Q(('language__in', ['kk', 'ru', 'en'])), name='user_language_known')],
                'triggers': [pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_userevent" ("email", "id", "is_active", "is_superuser", "language", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_superuser", NEW."language", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='f9666bd259ed03a3eb8750c578a38149678e768e', operation='INSERT', pgid='pgtrigger_record_insert_35696', table='parties_user', when='AFTER')), pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "parties_userevent" ("email", "id", "is_active", "is_superuser", "language", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_superuser", NEW."language", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='95854a1a9b700940b7dc2240d5309c0ed420cacb', operation='UPDATE', pgid='pgtrigger_record_update_624cb', table='parties_user', when='AFTER')), pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_userevent" ("email", "id", "is_active", "is_superuser", "language", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."email", OLD."id", OLD."is_active", OLD."is_superuser", OLD."language", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='e40c92d13f33df045eece4207c338a294204d6e9', operation='DELETE', pgid='pgtrigger_record_delete_6f9a0', table='parties_user', when='AFTER')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='505ff5d1b727d14458183b4743da8d77cbc46ae9', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_76948', table='parties_user', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='Branch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('registered_on', models.DateField(verbose_name='registered on')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='branches', to='parties.party', verbose_name='party')),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='branches', to='parties.territory', verbose_name='territory')),
            ],
            options={
                'verbose_name': 'branch',
                'verbose_name_plural': 'branches',
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_on__isnull', True)), fields=('party', 'territory'), name='branch_one_open_per_territory'), models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('closed_on__gte', models.F('registered_on')), _connector='OR'), name='branch_closes_after_it_opens')],
                'triggers': [pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_branchevent" ("closed_on", "id", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "territory_id") VALUES (NEW."closed_on", NEW."id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."registered_on", NEW."territory_id"); RETURN NULL;', hash='5b669207264bd7b16c7ecf5a0207534a1631812a', operation='INSERT', pgid='pgtrigger_record_insert_4589d', table='parties_branch', when='AFTER')), pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "parties_branchevent" ("closed_on", "id", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "territory_id") VALUES (NEW."closed_on", NEW."id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."registered_on", NEW."territory_id"); RETURN NULL;', hash='b89e6acf14f5902306e06e8a0bab35f633cea7b6', operation='UPDATE', pgid='pgtrigger_record_update_5418e', table='parties_branch', when='AFTER')), pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_branchevent" ("closed_on", "id", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_on", "territory_id") VALUES (OLD."closed_on", OLD."id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."registered_on", OLD."territory_id"); RETURN NULL;', hash='240eb14a4229ed480fdae31f82400c6fe3d876a1', operation='DELETE', pgid='pgtrigger_record_delete_b984c', table='parties_branch', when='AFTER')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='b589f55801fd94d5c51eb8677c4baddef26b787b', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_89192', table='parties_branch', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('chief', 'chief official'), ('official', 'party official'), ('viewer', 'viewer')], max_length=10, verbose_name='role')),
                ('all_territories', models.BooleanField(default=False, verbose_name='in all territories')),
                ('valid_from', models.DateTimeField(verbose_name='from')),
                ('valid_until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='parties.party', verbose_name='party')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
                'constraints': [models.UniqueConstraint(condition=models.Q(('valid_until__isnull', True)), fields=('user', 'party'), name='membership_one_open_per_party'), models.CheckConstraint(condition=models.Q(('role__in', ['chief', 'official', 'viewer'])), name='membership_role_known'), models.CheckConstraint(condition=models.Q(models.Q(('role', 'chief'), _negated=True), ('all_territories', True), _connector='OR'), name='membership_chief_everywhere'), models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='membership_ends_after_it_begins')],
                'triggers': [pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_membershipevent" ("all_territories", "id", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_until") VALUES (NEW."all_territories", NEW."id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."user_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='5d6417aaa44488de342afa1397d940113d3584aa', operation='INSERT', pgid='pgtrigger_record_insert_cff36', table='parties_membership', when='AFTER')), pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "parties_membershipevent" ("all_territories", "id", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_until") VALUES (NEW."all_territories", NEW."id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."user_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='ae552d9ca05d480b2d9c306b8e4a48542db5f892', operation='UPDATE', pgid='pgtrigger_record_update_c2cc4', table='parties_membership', when='AFTER')), pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_membershipevent" ("all_territories", "id", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_until") VALUES (OLD."all_territories", OLD."id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."user_id", OLD."valid_from", OLD."valid_until"); RETURN NULL;', hash='f552366114c65102f5f41bc211a3f14ff862ed7d', operation='DELETE', pgid='pgtrigger_record_delete_17419', table='parties_membership', when='AFTER')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='9f0fedd4fe6d67ff0db69b56596cd928bc1a2bfb', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_cba12', table='parties_membership', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='PartyEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('slug', models.SlugField(db_index=False, null=True, verbose_name='short name in addresses')),
                ('colour', models.CharField(max_length=7, null=True, validators=[django.core.validators.RegexValidator('^#[0-9a-f]{6}$')], verbose_name='colour')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='parties.party')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='db6f18709eb5f6b618ed6b1a9fb626015f9e9e56', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_14331', table='parties_partyevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='960236e01e2b032f4e3c34f469cf3c095b8eb662', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_e634e', table='parties_partyevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0 OR NOT has_table_privilege(\'"parties_partyevent"\'::regclass, \'TRIGGER\'))', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='32cfc148971a4b96af1a4607d432b584a9fc50d8', operation='INSERT', pgid='pgtrigger_only_recorded_24ee4', table='parties_partyevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='PartyName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_kk', models.CharField(max_length=200, verbose_name='name in Kazakh')),
                ('name_ru', models.CharField(max_length=200, verbose_name='name in Russian')),
                ('name_en', models.CharField(max_length=200, verbose_name='name in English')),
                ('sort_kk', portal.base.trilingual.SortKeyField(db_index=True, editable=False, source='name_kk')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='from')),
                ('short_kk', models.CharField(max_length=60, verbose_name='short name, Kazakh')),
                ('short_ru', models.CharField(max_length=60, verbose_name='short name, Russian')),
                ('short_en', models.CharField(max_length=60, verbose_name='short name, English')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='parties.party', verbose_name='party')),
            ],
            options={
                'verbose_name': 'name of a party',
                'verbose_name_plural': 'names of parties',
                'constraints': [models.UniqueConstraint(fields=('party', 'valid_from'), name='party_name_one_from_a_day', nulls_distinct=False)],
                'triggers': [pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_partynameevent" ("id", "name_en", "name_kk", "name_ru", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_en", "short_kk", "short_ru", "sort_kk", "valid_from") VALUES (NEW."id", NEW."name_en", NEW."name_kk", NEW."name_ru", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."short_en", NEW."short_kk", NEW."short_ru", NEW."sort_kk", NEW."valid_from"); RETURN NULL;', hash='41a2a8d2db9bf3fa1512331b6a46b4d0ef64b24d', operation='INSERT', pgid='pgtrigger_record_insert_b195b', table='parties_partyname', when='AFTER')), pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "parties_partynameevent" ("id", "name_en", "name_kk", "name_ru", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_en", "short_kk", "short_ru", "sort_kk", "valid_from") VALUES (NEW."id", NEW."name_en", NEW."name_kk", NEW."name_ru", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."short_en", NEW."short_kk", NEW."short_ru", NEW."sort_kk", NEW."valid_from"); RETURN NULL;', hash='9baa1322223a912b2ffc1df8f43beeea217a80d9', operation='UPDATE', pgid='pgtrigger_record_update_e5a41', table='parties_partyname', when='AFTER')), pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_partynameevent" ("id", "name_en", "name_kk", "name_ru", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_en", "short_kk", "short_ru", "sort_kk", "valid_from") VALUES (OLD."id", OLD."name_en", OLD."name_kk", OLD."name_ru", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."short_en", OLD."short_kk", OLD."short_ru", OLD."sort_kk", OLD."valid_from"); RETURN NULL;', hash='130c24165de69599bec4eba6b5b4ff8c635806a5', operation='DELETE', pgid='pgtrigger_record_delete_493a8', table='parties_partyname', when='AFTER')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='070ccac3821347b589fd2299f3e6bbb4a1fdf686', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_fb246', table='parties_partyname', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='TerritoryEvent',
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
                ('kato', models.CharField(blank=True, max_length=9, null=True, validators=[django.core.validators.RegexValidator('^\\d{9}$')], verbose_name='KATO code')),
                ('kind', models.CharField(choices=[('country', 'country'), ('abroad', 'abroad'), ('region', 'region'), ('republican_city', 'city of republican significance'), ('regional_city', 'city of regional significance'), ('district', 'district')], max_length=20, null=True, verbose_name='kind')),
                ('romanised_en', models.BooleanField(null=True, verbose_name='English name is the romanised Kazakh one')),
                ('unsourced_kk', models.BooleanField(null=True, verbose_name='no source seen for the Kazakh name')),
                ('time_zone', models.CharField(max_length=40, null=True, validators=[parties.models.validate_time_zone], verbose_name='time zone')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='until, not included')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.territory', verbose_name='part of')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='parties.territory')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='2d09fa602952784b90ba9d9646472f36873c8a08', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_90359', table='parties_territoryevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='6b74d6cd680a3076bc2d5b08e8f821ad499f7b57', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_0696d', table='parties_territoryevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0 OR NOT has_table_privilege(\'"parties_territoryevent"\'::regclass, \'TRIGGER\'))', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='9a419499dd614c0a344fc3044ec352e73d55f471', operation='INSERT', pgid='pgtrigger_only_recorded_778dd', table='parties_territoryevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='UserEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('email', models.EmailField(max_length=254, null=True, verbose_name='e-mail')),
                ('name', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('language', models.CharField(choices=[('kk', 'Қазақша'), ('ru', 'Русский'), ('en', 'English')], max_length=2, null=True, verbose_name='language')),
                ('is_active', models.BooleanField(null=True, verbose_name='may sign in')),
                ('is_superuser', models.BooleanField(null=True, verbose_name='administrator of the installation')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='a7ccb4a2f5a9a12939bfa6edc735d809a92ef8f4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_32fe1', table='parties_userevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='00d91fbb23db48305864bae2878e4f857186651f', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_8405d', table='parties_userevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0 OR NOT has_table_privilege(\'"parties_userevent"\'::regclass, \'TRIGGER\'))', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='628e0664cbe825733dcc64d3546efa5d64917def', operation='INSERT', pgid='pgtrigger_only_recorded_c30fa', table='parties_userevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='BranchEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('registered_on', models.DateField(null=True, verbose_name='registered on')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='parties.branch')),
                ('party', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.party', verbose_name='party')),
                ('territory', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.territory', verbose_name='territory')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='89299ec0c301e63e1b61bd6a19dd217856b9e9f7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9e383', table='parties_branchevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='2edda5571317cc555aa9b50074d869dc8da2dbf3', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_c73ca', table='parties_branchevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0 OR NOT has_table_privilege(\'"parties_branchevent"\'::regclass, \'TRIGGER\'))', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='945f725a5312d814418ad53a348eca014e1f36f4', operation='INSERT', pgid='pgtrigger_only_recorded_1a84d', table='parties_branchevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='MembershipEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('role', models.CharField(choices=[('chief', 'chief official'), ('official', 'party official'), ('viewer', 'viewer')], max_length=10, null=True, verbose_name='role')),
                ('all_territories', models.BooleanField(null=True, verbose_name='in all territories')),
                ('valid_from', models.DateTimeField(null=True, verbose_name='from')),
                ('valid_until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='parties.membership')),
                ('user', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ('party', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.party', verbose_name='party')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='15db09ad6d7665d0b995e96b46c0ec7ab57e5a4a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4eed0', table='parties_membershipevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='352c9df423de3d0f9ca3f19c28c5c9f5e2843c53', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_21e72', table='parties_membershipevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0 OR NOT has_table_privilege(\'"parties_membershipevent"\'::regclass, \'TRIGGER\'))', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='11234efd13e77265bbbd7ba7086241c1dec36c84', operation='INSERT', pgid='pgtrigger_only_recorded_0c418', table='parties_membershipevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='MembershipTerritory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='parties.membership', verbose_name='membership')),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.territory', verbose_name='territory')),
            ],
            options={
                'verbose_name': 'territory of a membership',
                'verbose_name_plural': 'territories of memberships',
                'constraints': [models.UniqueConstraint(fields=('membership', 'territory'), name='membership_territory_once')],
                'triggers': [pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_membershipterritoryevent" ("id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id") VALUES (NEW."id", NEW."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."territory_id"); RETURN NULL;', hash='594bcc4af54f3e4ee214e45aa759521ed9259150', operation='INSERT', pgid='pgtrigger_record_insert_20463', table='parties_membershipterritory', when='AFTER')), pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "parties_membershipterritoryevent" ("id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id") VALUES (NEW."id", NEW."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."territory_id"); RETURN NULL;', hash='bdaf9966c3fdc012084e8f32f6160be693805531', operation='UPDATE', pgid='pgtrigger_record_update_0a49a', table='parties_membershipterritory', when='AFTER')), pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "parties_membershipterritoryevent" ("id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id") VALUES (OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."territory_id"); RETURN NULL;', hash='374a77763705a8776e9c2137d42cb0da8e2dce36', operation='DELETE', pgid='pgtrigger_record_delete_e33f9', table='parties_membershipterritory', when='AFTER')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='d08b83eef166c1ddbb35b335a675c8837c212adc', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_d04c4', table='parties_membershipterritory', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='PartyNameEvent',
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
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='from')),
                ('short_kk', models.CharField(max_length=60, null=True, verbose_name='short name, Kazakh')),
                ('short_ru', models.CharField(max_length=60, null=True, verbose_name='short name, Russian')),
                ('short_en', models.CharField(max_length=60, null=True, verbose_name='short name, English')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('party', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.party', verbose_name='party')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='parties.partyname')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='397bae9c421ecffadfd9a0a29c11877658ea7e6e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_56bc1', table='parties_partynameevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='051547aa744c9bc3dd67a083bbb65258ff20f490', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_8bef4', table='parties_partynameevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0 OR NOT has_table_privilege(\'"parties_partynameevent"\'::regclass, \'TRIGGER\'))', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='ca3eb8a75f9df365dcc71a001c0c3eb369fd9e5d', operation='INSERT', pgid='pgtrigger_only_recorded_8e3b0', table='parties_partynameevent', when='BEFORE'))],
            },
        ),
        migrations.CreateModel(
            name='MembershipTerritoryEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('membership', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.membership', verbose_name='membership')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='parties.membershipterritory')),
                ('territory', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.territory', verbose_name='territory')),
            ],
            options={
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='dad3b12bc824f1d8085890cbbddc79bc5aff2518', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_701d8', table='parties_membershipterritoryevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='17a6b26aa9974b7605aa50b1b3e497d2020875af', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_6dad4', table='parties_membershipterritoryevent', when='BEFORE')), pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0 OR NOT has_table_privilege(\'"parties_membershipterritoryevent"\'::regclass, \'TRIGGER\'))', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='9ed04195bd29519bfdf88ae4ee52ff1a2e827bd7', operation='INSERT', pgid='pgtrigger_only_recorded_384e7', table='parties_membershipterritoryevent', when='BEFORE'))],
            },
        ),
        migrations.AddField(
            model_name='membership',
            name='territories',
            field=models.ManyToManyField(related_name='+', through='parties.MembershipTerritory', to='parties.territory', verbose_name='territories'),
        ),
    ]
