import django.core.validators
import django.db.models.deletion
import elections.models.fields
import elections.models.publication
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import portal.base.audit.models
import portal.base.audit.triggers
import portal.base.crypto
import portal.base.trilingual
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('audit', '0001_initial'),
        ('parties', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
            name='Candidate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('surname', models.CharField(max_length=100, verbose_name='surname')),
                ('given_name', models.CharField(blank=True, max_length=100, verbose_name='given name')),
                ('patronymic', models.CharField(blank=True, max_length=100, verbose_name='patronymic')),
                ('name_latin', models.CharField(blank=True, max_length=200, verbose_name='name in Latin letters')),
                ('sort_kk', portal.base.trilingual.SortKeyField(db_index=True, editable=False, source='full_name')),
                ('iin', portal.base.crypto.EncryptedTextField(blank=True, null=True, verbose_name='IIN')),
                ('iin_index', portal.base.crypto.BlindIndexField(editable=False, null=True, source='iin')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='birth date')),
                ('sex', models.CharField(blank=True, choices=[('female', 'woman'), ('male', 'man')], max_length=6, verbose_name='sex')),
                ('is_citizen', models.BooleanField(blank=True, null=True, verbose_name='citizen of Kazakhstan')),
                ('residence', models.CharField(blank=True, max_length=200, verbose_name='residence')),
                ('occupation', models.CharField(blank=True, max_length=200, verbose_name='occupation')),
                ('workplace', models.CharField(blank=True, max_length=200, verbose_name='workplace')),
                ('is_party_member', models.BooleanField(blank=True, null=True, verbose_name='party member')),
                ('disability', portal.base.crypto.EncryptedTextField(blank=True, null=True, verbose_name='person with a disability')),
                ('primary_rank', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='rank in the primary')),
                ('status', models.CharField(choices=[('listed', 'on the list'), ('excluded', 'from the list'), ('withdrawn', 'candidate withdrew')], default='listed', max_length=10, verbose_name='status')),
                ('version', models.PositiveIntegerField(default=0, verbose_name='version')),
            ],
            options={
                'verbose_name': 'candidate',
                'verbose_name_plural': 'candidates',
            },
        ),
        migrations.CreateModel(
            name='Deadline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('nomination_opens', 'nomination opens'), ('nomination_closes', 'nomination closes'), ('registration_closes', 'registration closes'), ('campaign_opens', 'campaign opens'), ('silence_begins', 'day of silence begins'), ('voting_opens', 'voting opens'), ('voting_closes', 'voting closes'), ('results_due', 'results due')], max_length=20, verbose_name='kind')),
                ('local_date', models.DateField(blank=True, null=True, verbose_name='day')),
                ('day_offset', models.SmallIntegerField(blank=True, null=True, verbose_name='days from today')),
                ('local_time', models.TimeField(verbose_name='local time')),
                ('source', models.TextField(verbose_name='source')),
            ],
            options={
                'verbose_name': 'deadline',
                'verbose_name_plural': 'deadlines',
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
                ('day_offset', models.SmallIntegerField(blank=True, null=True, verbose_name='days from today')),
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
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordinal', models.PositiveSmallIntegerField(verbose_name='number of the entry')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('state', models.CharField(choices=[('draft', 'unfinished'), ('done', 'done'), ('definitive', 'definitive'), ('superseded', 'superseded'), ('discarded', 'discarded')], default='draft', max_length=10, verbose_name='state')),
                ('source', models.CharField(choices=[('typed', 'typed'), ('import', 'imported'), ('api', 'by program')], default='typed', max_length=6, verbose_name='source')),
                ('voters_listed', models.PositiveIntegerField(blank=True, null=True, verbose_name='voters on the lists')),
                ('delivered', models.PositiveIntegerField(blank=True, null=True, verbose_name='ballots received by the commission')),
                ('received_ballots', models.PositiveIntegerField(blank=True, null=True, verbose_name='voters who received ballots')),
                ('absentee', models.PositiveIntegerField(blank=True, null=True, verbose_name='by absentee certificate')),
                ('outside', models.PositiveIntegerField(blank=True, null=True, verbose_name='outside the premises')),
                ('unused', models.PositiveIntegerField(blank=True, null=True, verbose_name='unused, cancelled ballots')),
                ('spoiled', models.PositiveIntegerField(blank=True, null=True, verbose_name='spoiled ballots')),
                ('stationary', models.PositiveIntegerField(blank=True, null=True, verbose_name='found in stationary boxes')),
                ('portable', models.PositiveIntegerField(blank=True, null=True, verbose_name='found in portable boxes')),
                ('wrong_form', models.PositiveIntegerField(blank=True, null=True, verbose_name='ballots of another form')),
                ('valid', models.PositiveIntegerField(blank=True, null=True, verbose_name='valid ballots')),
                ('invalid', models.PositiveIntegerField(blank=True, null=True, verbose_name='invalid ballots')),
                ('against_all', models.PositiveIntegerField(blank=True, null=True, verbose_name='against all')),
                ('accepted_warnings', models.JSONField(blank=True, default=list, verbose_name='accepted warnings')),
                ('set_aside_reason', models.TextField(blank=True, verbose_name='why it was set aside')),
            ],
            options={
                'verbose_name': 'entry of a protocol',
                'verbose_name_plural': 'entries of protocols',
            },
        ),
        migrations.CreateModel(
            name='EntryEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('ordinal', models.PositiveSmallIntegerField(null=True, verbose_name='number of the entry')),
                ('at', models.DateTimeField(null=True, verbose_name='at')),
                ('state', models.CharField(choices=[('draft', 'unfinished'), ('done', 'done'), ('definitive', 'definitive'), ('superseded', 'superseded'), ('discarded', 'discarded')], max_length=10, null=True, verbose_name='state')),
                ('source', models.CharField(choices=[('typed', 'typed'), ('import', 'imported'), ('api', 'by program')], max_length=6, null=True, verbose_name='source')),
                ('voters_listed', models.PositiveIntegerField(blank=True, null=True, verbose_name='voters on the lists')),
                ('delivered', models.PositiveIntegerField(blank=True, null=True, verbose_name='ballots received by the commission')),
                ('received_ballots', models.PositiveIntegerField(blank=True, null=True, verbose_name='voters who received ballots')),
                ('absentee', models.PositiveIntegerField(blank=True, null=True, verbose_name='by absentee certificate')),
                ('outside', models.PositiveIntegerField(blank=True, null=True, verbose_name='outside the premises')),
                ('unused', models.PositiveIntegerField(blank=True, null=True, verbose_name='unused, cancelled ballots')),
                ('spoiled', models.PositiveIntegerField(blank=True, null=True, verbose_name='spoiled ballots')),
                ('stationary', models.PositiveIntegerField(blank=True, null=True, verbose_name='found in stationary boxes')),
                ('portable', models.PositiveIntegerField(blank=True, null=True, verbose_name='found in portable boxes')),
                ('wrong_form', models.PositiveIntegerField(blank=True, null=True, verbose_name='ballots of another form')),
                ('valid', models.PositiveIntegerField(blank=True, null=True, verbose_name='valid ballots')),
                ('invalid', models.PositiveIntegerField(blank=True, null=True, verbose_name='invalid ballots')),
                ('against_all', models.PositiveIntegerField(blank=True, null=True, verbose_name='against all')),
                ('accepted_warnings', models.JSONField(blank=True, null=True, verbose_name='accepted warnings')),
                ('set_aside_reason', models.TextField(blank=True, null=True, verbose_name='why it was set aside')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Lot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.TextField(verbose_name='question')),
                ('question_digest', models.CharField(max_length=64, verbose_name='digest of the question')),
                ('options', models.JSONField(verbose_name='lists between which it was drawn')),
                ('seats', models.PositiveSmallIntegerField(verbose_name='mandates')),
                ('outcome', models.JSONField(verbose_name='lists that won')),
                ('drawn_at', models.DateTimeField(verbose_name='drawn at')),
                ('place', models.CharField(max_length=200, verbose_name='place')),
                ('people', models.TextField(verbose_name='people present')),
            ],
            options={
                'verbose_name': 'lot',
                'verbose_name_plural': 'lots',
            },
        ),
        migrations.CreateModel(
            name='LotEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('question', models.TextField(null=True, verbose_name='question')),
                ('question_digest', models.CharField(max_length=64, null=True, verbose_name='digest of the question')),
                ('options', models.JSONField(null=True, verbose_name='lists between which it was drawn')),
                ('seats', models.PositiveSmallIntegerField(null=True, verbose_name='mandates')),
                ('outcome', models.JSONField(null=True, verbose_name='lists that won')),
                ('drawn_at', models.DateTimeField(null=True, verbose_name='drawn at')),
                ('place', models.CharField(max_length=200, null=True, verbose_name='place')),
                ('people', models.TextField(null=True, verbose_name='people present')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40, verbose_name='kind')),
                ('language', models.CharField(max_length=2, verbose_name='language')),
                ('params', models.JSONField(blank=True, default=dict, verbose_name='facts')),
                ('created', models.DateTimeField(verbose_name='created')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent at')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('error', models.CharField(blank=True, max_length=200, verbose_name='last error')),
            ],
            options={
                'verbose_name': 'notice',
                'verbose_name_plural': 'notices',
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
            name='Precinct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('abroad', models.BooleanField(default=False, verbose_name='abroad')),
                ('valid_from', models.DateField(verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='until, not included')),
            ],
            options={
                'verbose_name': 'polling station',
                'verbose_name_plural': 'polling stations',
            },
        ),
        migrations.CreateModel(
            name='PrecinctEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('number', models.PositiveIntegerField(null=True, verbose_name='number')),
                ('abroad', models.BooleanField(null=True, verbose_name='abroad')),
                ('valid_from', models.DateField(null=True, verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='until, not included')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Protocol',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveSmallIntegerField(default=1, verbose_name='round')),
                ('state', models.CharField(choices=[('empty', 'no entry yet'), ('first_entry', 'first entry'), ('first_done', 'first entry done'), ('second_entry', 'second entry'), ('different', 'entries differ'), ('definitive', 'definitive'), ('invalidated', 'invalidated')], default='empty', max_length=12, verbose_name='state')),
            ],
            options={
                'verbose_name': 'protocol of voting results',
                'verbose_name_plural': 'protocols of voting results',
            },
        ),
        migrations.CreateModel(
            name='ProtocolEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('round', models.PositiveSmallIntegerField(null=True, verbose_name='round')),
                ('state', models.CharField(choices=[('empty', 'no entry yet'), ('first_entry', 'first entry'), ('first_done', 'first entry done'), ('second_entry', 'second entry'), ('different', 'entries differ'), ('definitive', 'definitive'), ('invalidated', 'invalidated')], max_length=12, null=True, verbose_name='state')),
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
                ('source', models.TextField(blank=True, verbose_name='source')),
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
                ('source', models.TextField(blank=True, null=True, verbose_name='source')),
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
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('public_body', models.TextField(verbose_name='public half')),
                ('private_body', models.TextField(verbose_name='private half')),
                ('nonce', models.CharField(max_length=64, verbose_name='nonce')),
                ('digest', models.CharField(max_length=64, verbose_name='digest')),
                ('receipt_code', models.CharField(max_length=32, unique=True, verbose_name='code of the receipt')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('factor', models.CharField(blank=True, max_length=40, null=True, verbose_name='second factor')),
                ('seal', models.CharField(blank=True, max_length=64, verbose_name='newest seal')),
            ],
            options={
                'verbose_name': 'submission',
                'verbose_name_plural': 'submissions',
            },
        ),
        migrations.CreateModel(
            name='SubmissionEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('number', models.PositiveIntegerField(null=True, verbose_name='number')),
                ('digest', models.CharField(max_length=64, null=True, verbose_name='digest')),
                ('receipt_code', models.CharField(max_length=32, null=True, verbose_name='code of the receipt')),
                ('at', models.DateTimeField(null=True, verbose_name='at')),
                ('factor', models.CharField(blank=True, max_length=40, null=True, verbose_name='second factor')),
                ('seal', models.CharField(blank=True, max_length=64, null=True, verbose_name='newest seal')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SubmissionKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wrapped_key', portal.base.crypto.EncryptedTextField(verbose_name='wrapped key')),
            ],
            options={
                'verbose_name': 'key of a submission',
                'verbose_name_plural': 'keys of submissions',
            },
        ),
        migrations.CreateModel(
            name='SubmissionKeyEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Admission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('resolution', models.CharField(max_length=60, verbose_name='resolution')),
                ('on', models.DateField(verbose_name='on')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='admissions', to='parties.party', verbose_name='party')),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='admissions', to='parties.territory', verbose_name='territory')),
            ],
            options={
                'verbose_name': 'admission',
                'verbose_name_plural': 'admissions',
            },
        ),
        migrations.CreateModel(
            name='CandidateEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('surname', models.CharField(max_length=100, null=True, verbose_name='surname')),
                ('given_name', models.CharField(blank=True, max_length=100, null=True, verbose_name='given name')),
                ('patronymic', models.CharField(blank=True, max_length=100, null=True, verbose_name='patronymic')),
                ('name_latin', models.CharField(blank=True, max_length=200, null=True, verbose_name='name in Latin letters')),
                ('sort_kk', portal.base.trilingual.SortKeyField(editable=False, null=True, source='full_name')),
                ('sex', models.CharField(blank=True, choices=[('female', 'woman'), ('male', 'man')], max_length=6, null=True, verbose_name='sex')),
                ('is_citizen', models.BooleanField(blank=True, null=True, verbose_name='citizen of Kazakhstan')),
                ('occupation', models.CharField(blank=True, max_length=200, null=True, verbose_name='occupation')),
                ('workplace', models.CharField(blank=True, max_length=200, null=True, verbose_name='workplace')),
                ('is_party_member', models.BooleanField(blank=True, null=True, verbose_name='party member')),
                ('primary_rank', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='rank in the primary')),
                ('status', models.CharField(choices=[('listed', 'on the list'), ('excluded', 'from the list'), ('withdrawn', 'candidate withdrew')], max_length=10, null=True, verbose_name='status')),
                ('version', models.PositiveIntegerField(null=True, verbose_name='version')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.candidate')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Commission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_kk', models.CharField(max_length=200, verbose_name='name in Kazakh')),
                ('name_ru', models.CharField(max_length=200, verbose_name='name in Russian')),
                ('name_en', models.CharField(max_length=200, verbose_name='name in English')),
                ('sort_kk', portal.base.trilingual.SortKeyField(db_index=True, editable=False, source='name_kk')),
                ('level', models.CharField(choices=[('central', 'Central Election Commission'), ('territorial', 'territorial election commission')], max_length=12, verbose_name='level')),
                ('address', models.CharField(blank=True, max_length=300, verbose_name='address')),
                ('hours', models.CharField(blank=True, max_length=100, verbose_name='opening hours')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='below', to='elections.commission', verbose_name='commission above')),
                ('territory', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='commission', to='parties.territory', verbose_name='territory')),
            ],
            options={
                'verbose_name': 'commission',
                'verbose_name_plural': 'commissions',
            },
        ),
        migrations.CreateModel(
            name='CommissionEvent',
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
                ('level', models.CharField(choices=[('central', 'Central Election Commission'), ('territorial', 'territorial election commission')], max_length=12, null=True, verbose_name='level')),
                ('address', models.CharField(blank=True, max_length=300, null=True, verbose_name='address')),
                ('hours', models.CharField(blank=True, max_length=100, null=True, verbose_name='opening hours')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.commission', verbose_name='commission above')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.commission')),
                ('territory', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.territory', verbose_name='territory')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CommissionMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('clerk', 'clerk'), ('chair', 'chair'), ('secretary', 'secretary'), ('auditor', 'auditor')], max_length=10, verbose_name='role')),
                ('valid_from', models.DateTimeField(verbose_name='from')),
                ('valid_until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('commission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='elections.commission', verbose_name='commission')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commission_roles', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'commission member',
                'verbose_name_plural': 'commission members',
            },
        ),
        migrations.CreateModel(
            name='CommissionMemberEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('role', models.CharField(choices=[('clerk', 'clerk'), ('chair', 'chair'), ('secretary', 'secretary'), ('auditor', 'auditor')], max_length=10, null=True, verbose_name='role')),
                ('valid_from', models.DateTimeField(null=True, verbose_name='from')),
                ('valid_until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('commission', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.commission', verbose_name='commission')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.commissionmember')),
                ('user', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
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
                ('commission', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contests', to='elections.commission', verbose_name='commission')),
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
            name='Count',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('votes', models.PositiveIntegerField(verbose_name='votes')),
                ('contest', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='elections.contest', verbose_name='contest')),
            ],
            options={
                'verbose_name': 'votes of a list',
                'verbose_name_plural': 'votes of lists',
            },
        ),
        migrations.CreateModel(
            name='CountEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('votes', models.PositiveIntegerField(null=True, verbose_name='votes')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('contest', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.contest', verbose_name='contest')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.count')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('register', 'register the list'), ('refuse', 'refuse registration'), ('exclude', 'exclude a candidate'), ('withdraw', 'accept a withdrawal'), ('annul', 'annul the registration'), ('appeal', "carry out an appeal's outcome"), ('publish', 'publish the final result'), ('correct', 'publish a correction')], max_length=10, verbose_name='kind')),
                ('digest_reviewed', models.CharField(max_length=64, verbose_name='digest reviewed')),
                ('ground', models.CharField(blank=True, max_length=60, verbose_name='ground')),
                ('article', models.CharField(blank=True, max_length=60, verbose_name='article')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('state', models.CharField(choices=[('open', 'awaiting confirmation'), ('confirmed', 'confirmed'), ('taken_back', 'taken back'), ('sent_back', 'sent back'), ('lapsed', 'lapsed')], default='open', max_length=10, verbose_name='state')),
                ('proposed_at', models.DateTimeField(verbose_name='proposed at')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='confirmed at')),
                ('closed_reason', models.TextField(blank=True, verbose_name='why it was closed')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='closed at')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year')),
                ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='number of the resolution')),
                ('resolved_at', models.DateTimeField(blank=True, null=True, verbose_name='time of the resolution')),
                ('votes_for', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='votes for')),
                ('votes_against', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='votes against')),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='closed by')),
                ('commission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='elections.commission', verbose_name='commission')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                ('contest', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='elections.contest', verbose_name='contest')),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
                ('supersedes', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='elections.decision', verbose_name='supersedes')),
            ],
            options={
                'verbose_name': 'decision',
                'verbose_name_plural': 'decisions',
            },
        ),
        migrations.CreateModel(
            name='DecisionEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('kind', models.CharField(choices=[('register', 'register the list'), ('refuse', 'refuse registration'), ('exclude', 'exclude a candidate'), ('withdraw', 'accept a withdrawal'), ('annul', 'annul the registration'), ('appeal', "carry out an appeal's outcome"), ('publish', 'publish the final result'), ('correct', 'publish a correction')], max_length=10, null=True, verbose_name='kind')),
                ('digest_reviewed', models.CharField(max_length=64, null=True, verbose_name='digest reviewed')),
                ('ground', models.CharField(blank=True, max_length=60, null=True, verbose_name='ground')),
                ('article', models.CharField(blank=True, max_length=60, null=True, verbose_name='article')),
                ('reason', models.TextField(blank=True, null=True, verbose_name='reason')),
                ('state', models.CharField(choices=[('open', 'awaiting confirmation'), ('confirmed', 'confirmed'), ('taken_back', 'taken back'), ('sent_back', 'sent back'), ('lapsed', 'lapsed')], max_length=10, null=True, verbose_name='state')),
                ('proposed_at', models.DateTimeField(null=True, verbose_name='proposed at')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='confirmed at')),
                ('closed_reason', models.TextField(blank=True, null=True, verbose_name='why it was closed')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='closed at')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year')),
                ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='number of the resolution')),
                ('resolved_at', models.DateTimeField(blank=True, null=True, verbose_name='time of the resolution')),
                ('votes_for', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='votes for')),
                ('votes_against', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='votes against')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('closed_by', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='closed by')),
                ('commission', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.commission', verbose_name='commission')),
                ('confirmed_by', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                ('contest', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.contest', verbose_name='contest')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.decision')),
                ('proposed_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
                ('supersedes', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.decision', verbose_name='supersedes')),
            ],
            options={
                'abstract': False,
            },
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
                ('day_offset', models.SmallIntegerField(blank=True, null=True, verbose_name='days from today')),
                ('edition', models.CharField(max_length=40, verbose_name='edition of the law')),
                ('entries_needed', models.PositiveSmallIntegerField(default=2, verbose_name='entries of a protocol')),
                ('import_counts_as', models.CharField(choices=[('first', 'as first entry'), ('definitive', 'as definitive')], default='first', max_length=10, verbose_name='an import counts')),
            ],
            options={
                'verbose_name': 'election',
                'verbose_name_plural': 'elections',
                'constraints': [models.CheckConstraint(condition=models.Q(('body__in', ['majilis', 'maslikhat'])), name='election_body_known'), models.CheckConstraint(condition=models.Q(('kind__in', ['live', 'record', 'practice'])), name='election_kind_known'), models.CheckConstraint(condition=models.Q(('edition', ''), _negated=True), name='election_edition_given'), models.CheckConstraint(condition=models.Q(('day_offset__isnull', True), ('kind', 'practice'), _connector='OR'), name='election_offset_only_in_practice'), models.CheckConstraint(condition=models.Q(('entries_needed__in', [1, 2])), name='election_one_or_two_entries'), models.CheckConstraint(condition=models.Q(('import_counts_as__in', ['first', 'definitive'])), name='election_import_counts_known')],
            },
        ),
        migrations.CreateModel(
            name='DeadlineEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('kind', models.CharField(choices=[('nomination_opens', 'nomination opens'), ('nomination_closes', 'nomination closes'), ('registration_closes', 'registration closes'), ('campaign_opens', 'campaign opens'), ('silence_begins', 'day of silence begins'), ('voting_opens', 'voting opens'), ('voting_closes', 'voting closes'), ('results_due', 'results due')], max_length=20, null=True, verbose_name='kind')),
                ('local_date', models.DateField(blank=True, null=True, verbose_name='day')),
                ('day_offset', models.SmallIntegerField(blank=True, null=True, verbose_name='days from today')),
                ('local_time', models.TimeField(null=True, verbose_name='local time')),
                ('source', models.TextField(null=True, verbose_name='source')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.deadline')),
                ('election', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.election', verbose_name='election')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='deadline',
            name='election',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='elections.election', verbose_name='election'),
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
                ('commission', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.commission', verbose_name='commission')),
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
        migrations.CreateModel(
            name='AdmissionEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigIntegerField(db_default=portal.base.audit.models.NextEventId(), editable=False, primary_key=True, serialize=False)),
                ('pgh_role', models.TextField(db_default=portal.base.audit.models.SessionUser(), editable=False)),
                ('id', models.BigIntegerField(null=True)),
                ('resolution', models.CharField(max_length=60, null=True, verbose_name='resolution')),
                ('on', models.DateField(null=True, verbose_name='on')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('party', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.party', verbose_name='party')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.admission')),
                ('territory', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.territory', verbose_name='territory')),
                ('election', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.election', verbose_name='election')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='admission',
            name='election',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='admissions', to='elections.election', verbose_name='election'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='election',
            trigger=pgtrigger.compiler.Trigger(name='election_kind_fixed', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.kind IS DISTINCT FROM NEW.kind OR OLD.body IS DISTINCT FROM NEW.body OR OLD.day IS DISTINCT FROM NEW.day THEN RAISE EXCEPTION 'election: kind, body, day cannot change' USING ERRCODE = 'check_violation'; END IF; RETURN NEW;", hash='279e688f187de3b44b2a4c1d739b1e6395b7374d', operation='UPDATE OF "kind", "body", "day"', pgid='pgtrigger_election_kind_fixed_385d0', table='elections_election', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='election',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_electionevent" ("body", "day", "day_offset", "edition", "entries_needed", "id", "import_counts_as", "kind", "name_en", "name_kk", "name_ru", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "sort_kk") VALUES (NEW."body", NEW."day", NEW."day_offset", NEW."edition", NEW."entries_needed", NEW."id", NEW."import_counts_as", NEW."kind", NEW."name_en", NEW."name_kk", NEW."name_ru", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug", NEW."sort_kk"); RETURN NULL;', hash='32aade86ae674ddaa5ea7e9f86b6f18c5d717841', operation='INSERT', pgid='pgtrigger_record_insert_10de6', table='elections_election', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='election',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_electionevent" ("body", "day", "day_offset", "edition", "entries_needed", "id", "import_counts_as", "kind", "name_en", "name_kk", "name_ru", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "sort_kk") VALUES (NEW."body", NEW."day", NEW."day_offset", NEW."edition", NEW."entries_needed", NEW."id", NEW."import_counts_as", NEW."kind", NEW."name_en", NEW."name_kk", NEW."name_ru", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."sort_kk"); RETURN NULL;', hash='5cbfd2f6fd389e9eb3352cc0b5fa5268bf68d213', operation='UPDATE', pgid='pgtrigger_record_update_5c95f', table='elections_election', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='election',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_electionevent" ("body", "day", "day_offset", "edition", "entries_needed", "id", "import_counts_as", "kind", "name_en", "name_kk", "name_ru", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "sort_kk") VALUES (OLD."body", OLD."day", OLD."day_offset", OLD."edition", OLD."entries_needed", OLD."id", OLD."import_counts_as", OLD."kind", OLD."name_en", OLD."name_kk", OLD."name_ru", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."sort_kk"); RETURN NULL;', hash='20b67cddaf369a05c5acfd79fcc07f04cb463521', operation='DELETE', pgid='pgtrigger_record_delete_307ef', table='elections_election', when='AFTER')),
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
            model_name='entry',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='entry',
            name='contest',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='countevent',
            name='entry',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.entry', verbose_name='entry'),
        ),
        migrations.AddField(
            model_name='count',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='elections.entry', verbose_name='entry'),
        ),
        migrations.AddField(
            model_name='entryevent',
            name='by',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='entryevent',
            name='contest',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='entryevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.entry'),
        ),
        migrations.AddField(
            model_name='lot',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by'),
        ),
        migrations.AddField(
            model_name='lot',
            name='contest',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drawn_lots', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='lot',
            name='second',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='second person'),
        ),
        migrations.AddField(
            model_name='lotevent',
            name='by',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by'),
        ),
        migrations.AddField(
            model_name='lotevent',
            name='contest',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='lotevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.lot'),
        ),
        migrations.AddField(
            model_name='lotevent',
            name='second',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='second person'),
        ),
        migrations.AddField(
            model_name='notice',
            name='contest',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='notice',
            name='to',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to=settings.AUTH_USER_MODEL, verbose_name='to'),
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
            model_name='notice',
            name='list',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='elections.partylist', verbose_name='party list'),
        ),
        migrations.AddField(
            model_name='decisionevent',
            name='list',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.partylist', verbose_name='party list'),
        ),
        migrations.AddField(
            model_name='decision',
            name='list',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='elections.partylist', verbose_name='party list'),
        ),
        migrations.AddField(
            model_name='countevent',
            name='list',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.partylist', verbose_name='party list'),
        ),
        migrations.AddField(
            model_name='count',
            name='list',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='elections.partylist', verbose_name='party list'),
        ),
        migrations.AddField(
            model_name='candidateevent',
            name='list',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.partylist', verbose_name='party list'),
        ),
        migrations.AddField(
            model_name='candidate',
            name='list',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='candidates', to='elections.partylist', verbose_name='party list'),
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
            model_name='precinct',
            name='territory',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='precincts', to='parties.territory', verbose_name='territory'),
        ),
        migrations.AddField(
            model_name='precinctevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.precinct'),
        ),
        migrations.AddField(
            model_name='precinctevent',
            name='territory',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='parties.territory', verbose_name='territory'),
        ),
        migrations.AddField(
            model_name='protocol',
            name='contest',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='protocols', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='protocol',
            name='definitive_entry',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='elections.entry', verbose_name='definitive entry'),
        ),
        migrations.AddField(
            model_name='protocol',
            name='precinct',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='protocols', to='elections.precinct', verbose_name='polling station'),
        ),
        migrations.AddField(
            model_name='entryevent',
            name='protocol',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.protocol', verbose_name='protocol'),
        ),
        migrations.AddField(
            model_name='entry',
            name='protocol',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='elections.protocol', verbose_name='protocol'),
        ),
        migrations.AddField(
            model_name='protocolevent',
            name='contest',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.contest', verbose_name='contest'),
        ),
        migrations.AddField(
            model_name='protocolevent',
            name='definitive_entry',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.entry', verbose_name='definitive entry'),
        ),
        migrations.AddField(
            model_name='protocolevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.protocol'),
        ),
        migrations.AddField(
            model_name='protocolevent',
            name='precinct',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.precinct', verbose_name='polling station'),
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
            name='decision',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='publication', to='elections.decision', verbose_name='decision'),
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
            name='decision',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.decision', verbose_name='decision'),
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
        migrations.AddField(
            model_name='submission',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='submission',
            name='list',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='elections.partylist', verbose_name='party list'),
        ),
        migrations.AddField(
            model_name='partylistevent',
            name='registered_submission',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.submission', verbose_name='registered submission'),
        ),
        migrations.AddField(
            model_name='partylist',
            name='registered_submission',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='elections.submission', verbose_name='registered submission'),
        ),
        migrations.AddField(
            model_name='decisionevent',
            name='submission',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.submission', verbose_name='submission'),
        ),
        migrations.AddField(
            model_name='decision',
            name='submission',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='elections.submission', verbose_name='submission'),
        ),
        migrations.AddField(
            model_name='submissionevent',
            name='by',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='submissionevent',
            name='list',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.partylist', verbose_name='party list'),
        ),
        migrations.AddField(
            model_name='submissionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.submission'),
        ),
        migrations.AddField(
            model_name='submissionkey',
            name='submission',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='key', to='elections.submission', verbose_name='submission'),
        ),
        migrations.AddField(
            model_name='submissionkeyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='elections.submissionkey'),
        ),
        migrations.AddField(
            model_name='submissionkeyevent',
            name='submission',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='elections.submission', verbose_name='submission'),
        ),
        migrations.AddConstraint(
            model_name='commission',
            constraint=models.CheckConstraint(condition=models.Q(('level__in', ['central', 'territorial'])), name='commission_level_known'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commission',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_commissionevent" ("address", "hours", "id", "level", "name_en", "name_kk", "name_ru", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_kk", "territory_id") VALUES (NEW."address", NEW."hours", NEW."id", NEW."level", NEW."name_en", NEW."name_kk", NEW."name_ru", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sort_kk", NEW."territory_id"); RETURN NULL;', hash='af4ac3bf17c51ac7ee30b6528c2ce0ee11b96529', operation='INSERT', pgid='pgtrigger_record_insert_40c2f', table='elections_commission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commission',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_commissionevent" ("address", "hours", "id", "level", "name_en", "name_kk", "name_ru", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_kk", "territory_id") VALUES (NEW."address", NEW."hours", NEW."id", NEW."level", NEW."name_en", NEW."name_kk", NEW."name_ru", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sort_kk", NEW."territory_id"); RETURN NULL;', hash='73a2b919e74205eb74434fea928752a7cedeb218', operation='UPDATE', pgid='pgtrigger_record_update_962bd', table='elections_commission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commission',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_commissionevent" ("address", "hours", "id", "level", "name_en", "name_kk", "name_ru", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_kk", "territory_id") VALUES (OLD."address", OLD."hours", OLD."id", OLD."level", OLD."name_en", OLD."name_kk", OLD."name_ru", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."sort_kk", OLD."territory_id"); RETURN NULL;', hash='684117c5d194b2da9e6a10700b52e0d74d784bb9', operation='DELETE', pgid='pgtrigger_record_delete_422cf', table='elections_commission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commission',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='474930685c3ee782e9cb7e0c3d2f6c670595ba76', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_a11a6', table='elections_commission', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commissionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='a7eca5f61d5c6bde4b93b74bca48c33c927a7ee0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ad393', table='elections_commissionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commissionevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='8de1edc699747cad90ebbe2a91d7b943c97d3836', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_e9848', table='elections_commissionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commissionevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='30557faf0670b991c2e02f8565e580022e249dd2', operation='INSERT', pgid='pgtrigger_only_recorded_07962', table='elections_commissionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='commissionmember',
            constraint=models.UniqueConstraint(condition=models.Q(('valid_until__isnull', True)), fields=('user', 'commission'), name='commission_member_once'),
        ),
        migrations.AddConstraint(
            model_name='commissionmember',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['clerk', 'chair', 'secretary', 'auditor'])), name='commission_member_role_known'),
        ),
        migrations.AddConstraint(
            model_name='commissionmember',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='commission_member_ends_after_it_begins'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commissionmember',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_commissionmemberevent" ("commission_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_until") VALUES (NEW."commission_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."role", NEW."user_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='38ab56b4486affbbef6c539eba39eadc52948a8c', operation='INSERT', pgid='pgtrigger_record_insert_6e324', table='elections_commissionmember', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commissionmember',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_commissionmemberevent" ("commission_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_until") VALUES (NEW."commission_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."role", NEW."user_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;', hash='44c93f9f52ab17e8c45c78d5b2604795da721138', operation='UPDATE', pgid='pgtrigger_record_update_214cd', table='elections_commissionmember', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commissionmember',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_commissionmemberevent" ("commission_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "valid_from", "valid_until") VALUES (OLD."commission_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."role", OLD."user_id", OLD."valid_from", OLD."valid_until"); RETURN NULL;', hash='f4ad898a33dd5444877f679803040a320d1aeaf2', operation='DELETE', pgid='pgtrigger_record_delete_4ca9b', table='elections_commissionmember', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commissionmember',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='d35bf2fe1d2d1294952f472c023450bc99400d92', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_649e0', table='elections_commissionmember', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commissionmemberevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='5d28e00188a82a8846de94a1cf4a65c88a096204', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5359a', table='elections_commissionmemberevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commissionmemberevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='234ef16064460e77487a8fff6602c51266082ba0', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_2a345', table='elections_commissionmemberevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commissionmemberevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='dd5cbde1abe3229f85a621edb897785f1de4e4b3', operation='INSERT', pgid='pgtrigger_only_recorded_08db4', table='elections_commissionmemberevent', when='BEFORE')),
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
            trigger=pgtrigger.compiler.Trigger(name='allocation_not_updated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'allocation: never changed once written' USING ERRCODE = 'check_violation';", hash='2c18ffb5a3a08b6f5b9b08bed90f842079649097', operation='UPDATE', pgid='pgtrigger_allocation_not_updated_050c3', table='elections_allocation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='allocation_not_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'allocation: never deleted' USING ERRCODE = 'check_violation';", hash='b4fcce2557c393833feec75f53e7576fc0e1ee0e', operation='DELETE', pgid='pgtrigger_allocation_not_deleted_45753', table='elections_allocation', when='BEFORE')),
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
            model_name='deadlineevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='97201e2fc257d27a3b3c0bf6eecfcd875309ba0b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_515b5', table='elections_deadlineevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deadlineevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='e5465ed1f06691193fe69aa9baae587b657d69b7', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_8d7d8', table='elections_deadlineevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deadlineevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='2912ed8798f61382e4d85b978dc6508898ec1ff5', operation='INSERT', pgid='pgtrigger_only_recorded_de2f1', table='elections_deadlineevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='deadline',
            constraint=models.UniqueConstraint(fields=('election', 'kind'), name='deadline_one_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='deadline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('day_offset__isnull', False), ('local_date__isnull', True)), models.Q(('day_offset__isnull', True), ('local_date__isnull', False)), _connector='OR'), name='deadline_day_or_offset'),
        ),
        migrations.AddConstraint(
            model_name='deadline',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['nomination_opens', 'nomination_closes', 'registration_closes', 'campaign_opens', 'silence_begins', 'voting_opens', 'voting_closes', 'results_due'])), name='deadline_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='deadline',
            constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='deadline_source_given'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deadline',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_deadlineevent" ("day_offset", "election_id", "id", "kind", "local_date", "local_time", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."day_offset", NEW."election_id", NEW."id", NEW."kind", NEW."local_date", NEW."local_time", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source"); RETURN NULL;', hash='14811ff3fd6a2f531b8fe8bbe27cdbc114a72622', operation='INSERT', pgid='pgtrigger_record_insert_c3009', table='elections_deadline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deadline',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_deadlineevent" ("day_offset", "election_id", "id", "kind", "local_date", "local_time", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."day_offset", NEW."election_id", NEW."id", NEW."kind", NEW."local_date", NEW."local_time", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source"); RETURN NULL;', hash='8d21f535c938f04ee11bbc60386d4a19d6685203', operation='UPDATE', pgid='pgtrigger_record_update_82a90', table='elections_deadline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deadline',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_deadlineevent" ("day_offset", "election_id", "id", "kind", "local_date", "local_time", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (OLD."day_offset", OLD."election_id", OLD."id", OLD."kind", OLD."local_date", OLD."local_time", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source"); RETURN NULL;', hash='330b3f47e86fde473f5b0e1496d9d1a75db5240e', operation='DELETE', pgid='pgtrigger_record_delete_a8c1e', table='elections_deadline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deadline',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='06a428fa4f15cb0b7ccd9714a80bfe0791ab9a11', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_03b1f', table='elections_deadline', when='BEFORE')),
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
            trigger=pgtrigger.compiler.Trigger(name='contest_election_id_fixed', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.election_id IS DISTINCT FROM NEW.election_id OR OLD.territory_id IS DISTINCT FROM NEW.territory_id THEN RAISE EXCEPTION 'contest: election_id, territory_id cannot change' USING ERRCODE = 'check_violation'; END IF; RETURN NEW;", hash='372eba987458542a19f4575a78ec7fd94d9b8246', operation='UPDATE OF "election_id", "territory_id"', pgid='pgtrigger_contest_election_id_fixed_d49b0', table='elections_contest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='contest_mandates_given', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.mandates IS NULL AND (SELECT kind FROM elections_election WHERE id = NEW.election_id) IS DISTINCT FROM 'record' THEN RAISE EXCEPTION 'only in a record may the number of mandates be unknown' USING ERRCODE = 'check_violation'; END IF; RETURN NEW;", hash='b2cc1b2494d2b2c9835c7699135b0f20b0aac59f', operation='INSERT OR UPDATE', pgid='pgtrigger_contest_mandates_given_bc32a', table='elections_contest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_contestevent" ("commission_id", "election_id", "id", "mandates", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results_version", "territory_id") VALUES (NEW."commission_id", NEW."election_id", NEW."id", NEW."mandates", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."results_version", NEW."territory_id"); RETURN NULL;', hash='5255e5cec9a9118398acf736a721dd5e5bd69143', operation='INSERT', pgid='pgtrigger_record_insert_475fc', table='elections_contest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD."commission_id" IS DISTINCT FROM (NEW."commission_id") OR OLD."election_id" IS DISTINCT FROM (NEW."election_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."mandates" IS DISTINCT FROM (NEW."mandates") OR OLD."territory_id" IS DISTINCT FROM (NEW."territory_id"))', func='INSERT INTO "elections_contestevent" ("commission_id", "election_id", "id", "mandates", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results_version", "territory_id") VALUES (NEW."commission_id", NEW."election_id", NEW."id", NEW."mandates", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."results_version", NEW."territory_id"); RETURN NULL;', hash='803ed53234fd561a8a1a574b01fec3e466a2b2b9', operation='UPDATE', pgid='pgtrigger_record_update_a1c70', table='elections_contest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_contestevent" ("commission_id", "election_id", "id", "mandates", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results_version", "territory_id") VALUES (OLD."commission_id", OLD."election_id", OLD."id", OLD."mandates", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."results_version", OLD."territory_id"); RETURN NULL;', hash='48b8f536ac5a0ed3500aa7e488ab83f68d9dcd5b', operation='DELETE', pgid='pgtrigger_record_delete_9539b', table='elections_contest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contest',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='843dd93c7f3fe0c3ae8f9968f7f11e79c30b290e', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_6f206', table='elections_contest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='admissionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='0f43afb85e35c7b2d2203f3caf474ed6c5318c0f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6d6dc', table='elections_admissionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='admissionevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='63123d42b8da6b41f3ab265de54d796dbe902ddf', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_f8f46', table='elections_admissionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='admissionevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='a5dc772832e7420fba61ca23b0372c094133aa39', operation='INSERT', pgid='pgtrigger_only_recorded_bf708', table='elections_admissionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='admission',
            constraint=models.UniqueConstraint(fields=('election', 'party', 'territory'), name='admission_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='admission',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_admissionevent" ("election_id", "id", "on", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution", "territory_id") VALUES (NEW."election_id", NEW."id", NEW."on", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."resolution", NEW."territory_id"); RETURN NULL;', hash='ab279864ce079a0d31c6ed5729a28db912cbe4eb', operation='INSERT', pgid='pgtrigger_record_insert_43196', table='elections_admission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='admission',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_admissionevent" ("election_id", "id", "on", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution", "territory_id") VALUES (NEW."election_id", NEW."id", NEW."on", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."resolution", NEW."territory_id"); RETURN NULL;', hash='2df8ad9acab8368b8bc4cb2506585e0986fee2d6', operation='UPDATE', pgid='pgtrigger_record_update_713a1', table='elections_admission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='admission',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_admissionevent" ("election_id", "id", "on", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution", "territory_id") VALUES (OLD."election_id", OLD."id", OLD."on", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."resolution", OLD."territory_id"); RETURN NULL;', hash='0637503c9ef8bb4c05b04155c491b5ebcb5d570f', operation='DELETE', pgid='pgtrigger_record_delete_3417a', table='elections_admission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='admission',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='324d06a813fa573cc55e49d6e5d583cee9bcb4da', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_3652a', table='elections_admission', when='BEFORE')),
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
            model_name='lot',
            constraint=models.UniqueConstraint(fields=('contest', 'question_digest'), name='lot_one_per_question'),
        ),
        migrations.AddConstraint(
            model_name='lot',
            constraint=models.CheckConstraint(condition=models.Q(('by', models.F('second')), _negated=True), name='lot_by_two_people'),
        ),
        migrations.AddConstraint(
            model_name='lot',
            constraint=models.CheckConstraint(condition=models.Q(('seats__gt', 0)), name='lot_seats_above_zero'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='lot_not_updated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'lot: never changed once written' USING ERRCODE = 'check_violation';", hash='f033294c89722a6dd1e44f23ed20061837921ffc', operation='UPDATE', pgid='pgtrigger_lot_not_updated_ac753', table='elections_lot', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='lot_not_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'lot: never deleted' USING ERRCODE = 'check_violation';", hash='de2bb670051fc15b51159b8e424382df990f0fb9', operation='DELETE', pgid='pgtrigger_lot_not_deleted_18cef', table='elections_lot', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_lotevent" ("by_id", "contest_id", "drawn_at", "id", "options", "outcome", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "question", "question_digest", "seats", "second_id") VALUES (NEW."by_id", NEW."contest_id", NEW."drawn_at", NEW."id", NEW."options", NEW."outcome", NEW."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."question", NEW."question_digest", NEW."seats", NEW."second_id"); RETURN NULL;', hash='b743c8310b20401fec97e58ec451c8ccd518011e', operation='INSERT', pgid='pgtrigger_record_insert_6c90e', table='elections_lot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_lotevent" ("by_id", "contest_id", "drawn_at", "id", "options", "outcome", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "question", "question_digest", "seats", "second_id") VALUES (NEW."by_id", NEW."contest_id", NEW."drawn_at", NEW."id", NEW."options", NEW."outcome", NEW."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."question", NEW."question_digest", NEW."seats", NEW."second_id"); RETURN NULL;', hash='c406eba2bf05939b03c32ebace0b7176488a97e2', operation='UPDATE', pgid='pgtrigger_record_update_14f5c', table='elections_lot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_lotevent" ("by_id", "contest_id", "drawn_at", "id", "options", "outcome", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "question", "question_digest", "seats", "second_id") VALUES (OLD."by_id", OLD."contest_id", OLD."drawn_at", OLD."id", OLD."options", OLD."outcome", OLD."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."question", OLD."question_digest", OLD."seats", OLD."second_id"); RETURN NULL;', hash='19e110953912d33e78a8dad5dfdd7d96a8fb5469', operation='DELETE', pgid='pgtrigger_record_delete_56180', table='elections_lot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lot',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='1f7aabd6e8dd883d5c216f5f9822e8ccd7f8f428', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_572fe', table='elections_lot', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lotevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='efdf5779a5bb2ce59cc1f5fd179f1dd771015719', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6ba2a', table='elections_lotevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lotevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='40ebdb749dff86995dd7f55ea527e4fb629da939', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_42c9b', table='elections_lotevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lotevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='c0a63631e9ac8df43042a971ce4605dcf5bb8150', operation='INSERT', pgid='pgtrigger_only_recorded_df67d', table='elections_lotevent', when='BEFORE')),
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
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('sent_at__isnull', True)), fields=['created'], name='notice_unsent'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='countevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='f2da6edd423ed1ca1386871af9ad4c492c5ce645', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e5ba5', table='elections_countevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='countevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='a197b761a56f1f7554eacf3ed6d09187c8c69c29', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_e2e45', table='elections_countevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='countevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='1ddff724c33f44a78d55fcf6082064960f11cf5f', operation='INSERT', pgid='pgtrigger_only_recorded_d2e82', table='elections_countevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='count',
            constraint=models.UniqueConstraint(fields=('entry', 'list'), name='count_one_per_list'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='count',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_countevent" ("contest_id", "entry_id", "id", "list_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "votes") VALUES (NEW."contest_id", NEW."entry_id", NEW."id", NEW."list_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."votes"); RETURN NULL;', hash='e8b16e6eb299f72599ecdb684cc2cbf4aee06d69', operation='INSERT', pgid='pgtrigger_record_insert_2e5c0', table='elections_count', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='count',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_countevent" ("contest_id", "entry_id", "id", "list_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "votes") VALUES (NEW."contest_id", NEW."entry_id", NEW."id", NEW."list_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."votes"); RETURN NULL;', hash='8d3c51bb54a9e825e61cd8e0592ffe0cf81dcf6d', operation='UPDATE', pgid='pgtrigger_record_update_7576d', table='elections_count', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='count',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_countevent" ("contest_id", "entry_id", "id", "list_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "votes") VALUES (OLD."contest_id", OLD."entry_id", OLD."id", OLD."list_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."votes"); RETURN NULL;', hash='6b228f3dd7c58641a4d746371cb8e98efa4268f1', operation='DELETE', pgid='pgtrigger_record_delete_4795a', table='elections_count', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='count',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='1c720db235fc5099948e4e7ef945eda7ed29abd6', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_8da51', table='elections_count', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidateevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='1c89f523f4767c45dc7e5c458b1dbee3f477d316', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7651c', table='elections_candidateevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidateevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='75dc107559e7b01c785eb1b240a04d6afc3fae58', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_f2ca1', table='elections_candidateevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidateevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='7f8bd8306e1ed380f8a8779a4283eae9f8edc0bd', operation='INSERT', pgid='pgtrigger_only_recorded_6f5be', table='elections_candidateevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='candidate',
            index=models.Index(fields=['iin_index'], name='candidate_iin_index'),
        ),
        migrations.AddConstraint(
            model_name='candidate',
            constraint=models.UniqueConstraint(condition=models.Q(('iin_index__isnull', False), ('status', 'listed')), fields=('list', 'iin_index'), name='candidate_once_on_a_list'),
        ),
        migrations.AddConstraint(
            model_name='candidate',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['listed', 'excluded', 'withdrawn'])), name='candidate_status_known'),
        ),
        migrations.AddConstraint(
            model_name='candidate',
            constraint=models.CheckConstraint(condition=models.Q(('sex__in', ['', 'female', 'male'])), name='candidate_sex_known'),
        ),
        migrations.AddConstraint(
            model_name='candidate',
            constraint=models.CheckConstraint(condition=models.Q(('surname', ''), _negated=True), name='candidate_surname_given'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidate',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_candidateevent" ("given_name", "id", "is_citizen", "is_party_member", "list_id", "name_latin", "occupation", "patronymic", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_rank", "sex", "sort_kk", "status", "surname", "version", "workplace") VALUES (NEW."given_name", NEW."id", NEW."is_citizen", NEW."is_party_member", NEW."list_id", NEW."name_latin", NEW."occupation", NEW."patronymic", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."primary_rank", NEW."sex", NEW."sort_kk", NEW."status", NEW."surname", NEW."version", NEW."workplace"); RETURN NULL;', hash='e9e4db875db2ecf76b6da5c71f0bbc1c117c1fbc', operation='INSERT', pgid='pgtrigger_record_insert_0010b', table='elections_candidate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidate',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_candidateevent" ("given_name", "id", "is_citizen", "is_party_member", "list_id", "name_latin", "occupation", "patronymic", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_rank", "sex", "sort_kk", "status", "surname", "version", "workplace") VALUES (NEW."given_name", NEW."id", NEW."is_citizen", NEW."is_party_member", NEW."list_id", NEW."name_latin", NEW."occupation", NEW."patronymic", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."primary_rank", NEW."sex", NEW."sort_kk", NEW."status", NEW."surname", NEW."version", NEW."workplace"); RETURN NULL;', hash='a19a8eedd42cdb3453ba19bc7cecc41763fde97b', operation='UPDATE', pgid='pgtrigger_record_update_8caf3', table='elections_candidate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidate',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_candidateevent" ("given_name", "id", "is_citizen", "is_party_member", "list_id", "name_latin", "occupation", "patronymic", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_rank", "sex", "sort_kk", "status", "surname", "version", "workplace") VALUES (OLD."given_name", OLD."id", OLD."is_citizen", OLD."is_party_member", OLD."list_id", OLD."name_latin", OLD."occupation", OLD."patronymic", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."primary_rank", OLD."sex", OLD."sort_kk", OLD."status", OLD."surname", OLD."version", OLD."workplace"); RETURN NULL;', hash='36adc25f14c63f8ef948d966188df5bfc3f468ec', operation='DELETE', pgid='pgtrigger_record_delete_a8e98', table='elections_candidate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='candidate',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='6d9d60ce62c8acdf9e02dc397f131bd0b64dddb8', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_1b1e9', table='elections_candidate', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='precinct',
            constraint=models.UniqueConstraint(fields=('territory', 'number', 'valid_from'), name='precinct_number_unique'),
        ),
        migrations.AddConstraint(
            model_name='precinct',
            constraint=models.CheckConstraint(condition=models.Q(('number__gt', 0)), name='precinct_number_above_zero'),
        ),
        migrations.AddConstraint(
            model_name='precinct',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gt', models.F('valid_from')), _connector='OR'), name='precinct_ends_after_it_begins'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='precinct',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_precinctevent" ("abroad", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "valid_from", "valid_to") VALUES (NEW."abroad", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."territory_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;', hash='60baae3c79bf1f75c21d047734607875fdc956cb', operation='INSERT', pgid='pgtrigger_record_insert_cbf90', table='elections_precinct', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='precinct',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_precinctevent" ("abroad", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "valid_from", "valid_to") VALUES (NEW."abroad", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."territory_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;', hash='cd17930bd23262affa715b0a7dde4c094b835c57', operation='UPDATE', pgid='pgtrigger_record_update_8b17f', table='elections_precinct', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='precinct',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_precinctevent" ("abroad", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "territory_id", "valid_from", "valid_to") VALUES (OLD."abroad", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."territory_id", OLD."valid_from", OLD."valid_to"); RETURN NULL;', hash='7d9f7945e319659bb10c253f8b0fabdcfdd6d841', operation='DELETE', pgid='pgtrigger_record_delete_ef2d8', table='elections_precinct', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='precinct',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='9103ebd0724fcf692c94eddfff05943f38da54a2', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_b54d2', table='elections_precinct', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='precinctevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='a8a97640e95aee82858240952a2432143d3fdead', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fcfba', table='elections_precinctevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='precinctevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='e7f026d06d023de1f833fe1980dd7057e0c8dd1c', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_d3be1', table='elections_precinctevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='precinctevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='42b146019002b5a671d446dae25515e19fbea5f7', operation='INSERT', pgid='pgtrigger_only_recorded_42233', table='elections_precinctevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='protocol',
            constraint=models.UniqueConstraint(fields=('contest', 'precinct', 'round'), name='protocol_one_per_round'),
        ),
        migrations.AddConstraint(
            model_name='protocol',
            constraint=models.UniqueConstraint(fields=('id', 'contest'), name='protocol_with_its_contest'),
        ),
        migrations.AddConstraint(
            model_name='protocol',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['empty', 'first_entry', 'first_done', 'second_entry', 'different', 'definitive', 'invalidated'])), name='protocol_state_known'),
        ),
        migrations.AddConstraint(
            model_name='protocol',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'definitive'), _negated=True), ('definitive_entry__isnull', False), _connector='OR'), name='protocol_definitive_has_its_entry'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='protocol',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_protocolevent" ("contest_id", "definitive_entry_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precinct_id", "round", "state") VALUES (NEW."contest_id", NEW."definitive_entry_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."precinct_id", NEW."round", NEW."state"); RETURN NULL;', hash='bba5a06dbaa35b59e8def759334fcb0ec77c275e', operation='INSERT', pgid='pgtrigger_record_insert_8787a', table='elections_protocol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='protocol',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_protocolevent" ("contest_id", "definitive_entry_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precinct_id", "round", "state") VALUES (NEW."contest_id", NEW."definitive_entry_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."precinct_id", NEW."round", NEW."state"); RETURN NULL;', hash='50acf50478a01ebe9b06347a99ed6a173d1141d7', operation='UPDATE', pgid='pgtrigger_record_update_c42b3', table='elections_protocol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='protocol',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_protocolevent" ("contest_id", "definitive_entry_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precinct_id", "round", "state") VALUES (OLD."contest_id", OLD."definitive_entry_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."precinct_id", OLD."round", OLD."state"); RETURN NULL;', hash='8848220eaf51d9d6db49694d014d209be48d9151', operation='DELETE', pgid='pgtrigger_record_delete_20824', table='elections_protocol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='protocol',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='5b76292022b58da19a5acbd026fdf7d27fe36c90', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_a2997', table='elections_protocol', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entryevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='21d96dbdac04fb172ce29b7f404a5f18339cecb9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2f580', table='elections_entryevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entryevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='ed387a7db005fd39e744c86711dc0278c484b328', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_94555', table='elections_entryevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entryevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='287cb7609ef6759ab9e22a760d57223737c3363f', operation='INSERT', pgid='pgtrigger_only_recorded_f07f9', table='elections_entryevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['draft', 'done', 'definitive'])), fields=('protocol', 'ordinal'), name='entry_ordinal_unique'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'definitive')), fields=('protocol',), name='entry_one_definitive_per_protocol'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(fields=('id', 'contest'), name='entry_with_its_contest'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'done', 'definitive', 'superseded', 'discarded'])), name='entry_state_known'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('source__in', ['typed', 'import', 'api'])), name='entry_source_known'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('ordinal__gt', 0)), name='entry_ordinal_above_zero'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entry',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_entryevent" ("absentee", "accepted_warnings", "against_all", "at", "by_id", "contest_id", "delivered", "id", "invalid", "ordinal", "outside", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "portable", "protocol_id", "received_ballots", "set_aside_reason", "source", "spoiled", "state", "stationary", "unused", "valid", "voters_listed", "wrong_form") VALUES (NEW."absentee", NEW."accepted_warnings", NEW."against_all", NEW."at", NEW."by_id", NEW."contest_id", NEW."delivered", NEW."id", NEW."invalid", NEW."ordinal", NEW."outside", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."portable", NEW."protocol_id", NEW."received_ballots", NEW."set_aside_reason", NEW."source", NEW."spoiled", NEW."state", NEW."stationary", NEW."unused", NEW."valid", NEW."voters_listed", NEW."wrong_form"); RETURN NULL;', hash='99c5562d5a2f809a8e19442bd4609ce9f6f32d13', operation='INSERT', pgid='pgtrigger_record_insert_fedde', table='elections_entry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entry',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_entryevent" ("absentee", "accepted_warnings", "against_all", "at", "by_id", "contest_id", "delivered", "id", "invalid", "ordinal", "outside", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "portable", "protocol_id", "received_ballots", "set_aside_reason", "source", "spoiled", "state", "stationary", "unused", "valid", "voters_listed", "wrong_form") VALUES (NEW."absentee", NEW."accepted_warnings", NEW."against_all", NEW."at", NEW."by_id", NEW."contest_id", NEW."delivered", NEW."id", NEW."invalid", NEW."ordinal", NEW."outside", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."portable", NEW."protocol_id", NEW."received_ballots", NEW."set_aside_reason", NEW."source", NEW."spoiled", NEW."state", NEW."stationary", NEW."unused", NEW."valid", NEW."voters_listed", NEW."wrong_form"); RETURN NULL;', hash='e4b9d863b436e7cb3488d32b56d098e3d3ef6a9b', operation='UPDATE', pgid='pgtrigger_record_update_f5fc6', table='elections_entry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entry',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_entryevent" ("absentee", "accepted_warnings", "against_all", "at", "by_id", "contest_id", "delivered", "id", "invalid", "ordinal", "outside", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "portable", "protocol_id", "received_ballots", "set_aside_reason", "source", "spoiled", "state", "stationary", "unused", "valid", "voters_listed", "wrong_form") VALUES (OLD."absentee", OLD."accepted_warnings", OLD."against_all", OLD."at", OLD."by_id", OLD."contest_id", OLD."delivered", OLD."id", OLD."invalid", OLD."ordinal", OLD."outside", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."portable", OLD."protocol_id", OLD."received_ballots", OLD."set_aside_reason", OLD."source", OLD."spoiled", OLD."state", OLD."stationary", OLD."unused", OLD."valid", OLD."voters_listed", OLD."wrong_form"); RETURN NULL;', hash='2a90a701dcc2ba0efaf444d6a044d6fcc831c388', operation='DELETE', pgid='pgtrigger_record_delete_eb2ef', table='elections_entry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entry',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='7970c713636b10e79a011e677664943d355c1144', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_a0eff', table='elections_entry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='protocolevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='8c1623651936ac8cbfc572528f49ea2487bb40a2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_befb0', table='elections_protocolevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='protocolevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='18800b402295e5d39447f045f50e75e941fa63d7', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_a9b9d', table='elections_protocolevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='protocolevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='205a45db4b2e93a674728092b081b5fa6f05692b', operation='INSERT', pgid='pgtrigger_only_recorded_b17d7', table='elections_protocolevent', when='BEFORE')),
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
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decision__isnull', False), ('source', '')), models.Q(models.Q(('source', ''), _negated=True), ('decision__isnull', True)), _connector='OR'), name='publication_source_or_decision'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(('published_by', ''), _negated=True), name='publication_by_given'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='publication_not_updated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'publication: never changed once written' USING ERRCODE = 'check_violation';", hash='85f9c439f12402206bf42956ce39eb2bcb9499ae', operation='UPDATE', pgid='pgtrigger_publication_not_updated_08f45', table='elections_publication', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='publication_not_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'publication: never deleted' USING ERRCODE = 'check_violation';", hash='369c4e63b840c419e232aa285d7d43fb37257103', operation='DELETE', pgid='pgtrigger_publication_not_deleted_207bb', table='elections_publication', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_publicationevent" ("allocation_id", "contest_id", "decision_id", "difference", "digest", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by", "source", "supersedes_id") VALUES (NEW."allocation_id", NEW."contest_id", NEW."decision_id", NEW."difference", NEW."digest", NEW."id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by", NEW."source", NEW."supersedes_id"); RETURN NULL;', hash='da2790297282b33470336618e73d419995ad916a', operation='INSERT', pgid='pgtrigger_record_insert_c2da7', table='elections_publication', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_publicationevent" ("allocation_id", "contest_id", "decision_id", "difference", "digest", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by", "source", "supersedes_id") VALUES (NEW."allocation_id", NEW."contest_id", NEW."decision_id", NEW."difference", NEW."digest", NEW."id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by", NEW."source", NEW."supersedes_id"); RETURN NULL;', hash='03fed563a30e0313a22778b7826bed9bad9c9205', operation='UPDATE', pgid='pgtrigger_record_update_23d82', table='elections_publication', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_publicationevent" ("allocation_id", "contest_id", "decision_id", "difference", "digest", "id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by", "source", "supersedes_id") VALUES (OLD."allocation_id", OLD."contest_id", OLD."decision_id", OLD."difference", OLD."digest", OLD."id", OLD."kind", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by", OLD."source", OLD."supersedes_id"); RETURN NULL;', hash='a0a933b9b4a29e198befafab89f65b71107695f0', operation='DELETE', pgid='pgtrigger_record_delete_c7b8f', table='elections_publication', when='AFTER')),
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
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.UniqueConstraint(fields=('list', 'number'), name='submission_number_unique'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.UniqueConstraint(fields=('id', 'list'), name='submission_with_its_list'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.CheckConstraint(condition=models.Q(('number__gt', 0)), name='submission_number_above_zero'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.CheckConstraint(condition=models.Q(('digest__regex', '^[0-9a-f]{64}$')), name='submission_digest_sha256'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='submission_not_updated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'submission: never changed once written' USING ERRCODE = 'check_violation';", hash='b1e10443f4581a9ed19d64ad48cbf3b013fc1e6c', operation='UPDATE', pgid='pgtrigger_submission_not_updated_64355', table='elections_submission', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='submission_not_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'submission: never deleted' USING ERRCODE = 'check_violation';", hash='a6e2bab2490eee9e7e29729b4eb5b18d4680a841', operation='DELETE', pgid='pgtrigger_submission_not_deleted_83ba2', table='elections_submission', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_submissionevent" ("at", "by_id", "digest", "factor", "id", "list_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt_code", "seal") VALUES (NEW."at", NEW."by_id", NEW."digest", NEW."factor", NEW."id", NEW."list_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."receipt_code", NEW."seal"); RETURN NULL;', hash='0e2224ec08324e955b4271ba80c575b74882da38', operation='INSERT', pgid='pgtrigger_record_insert_de68a', table='elections_submission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_submissionevent" ("at", "by_id", "digest", "factor", "id", "list_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt_code", "seal") VALUES (NEW."at", NEW."by_id", NEW."digest", NEW."factor", NEW."id", NEW."list_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."receipt_code", NEW."seal"); RETURN NULL;', hash='567c07fe0865a86da605258ba92e74c4afbf9e8d', operation='UPDATE', pgid='pgtrigger_record_update_97c36', table='elections_submission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_submissionevent" ("at", "by_id", "digest", "factor", "id", "list_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "receipt_code", "seal") VALUES (OLD."at", OLD."by_id", OLD."digest", OLD."factor", OLD."id", OLD."list_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."receipt_code", OLD."seal"); RETURN NULL;', hash='f1fcda6f83312a16412ee89199d8fddf903c1f6a', operation='DELETE', pgid='pgtrigger_record_delete_47cea', table='elections_submission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='86b5a686ff1775457620cb42b23651f9385de77f', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_9b0bf', table='elections_submission', when='BEFORE')),
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
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_partylistevent" ("ballot_position", "contest_id", "id", "minutes_number", "nominated_at_place", "nominated_on", "nominating_body", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "registered_at", "registered_seq", "registered_submission_id", "state", "version", "votes_for") VALUES (NEW."ballot_position", NEW."contest_id", NEW."id", NEW."minutes_number", NEW."nominated_at_place", NEW."nominated_on", NEW."nominating_body", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."present", NEW."registered_at", NEW."registered_seq", NEW."registered_submission_id", NEW."state", NEW."version", NEW."votes_for"); RETURN NULL;', hash='1ad9a6a10b7cd07a526b772bb673e5b84e1286ce', operation='INSERT', pgid='pgtrigger_record_insert_77164', table='elections_partylist', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partylist',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_partylistevent" ("ballot_position", "contest_id", "id", "minutes_number", "nominated_at_place", "nominated_on", "nominating_body", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "registered_at", "registered_seq", "registered_submission_id", "state", "version", "votes_for") VALUES (NEW."ballot_position", NEW."contest_id", NEW."id", NEW."minutes_number", NEW."nominated_at_place", NEW."nominated_on", NEW."nominating_body", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."present", NEW."registered_at", NEW."registered_seq", NEW."registered_submission_id", NEW."state", NEW."version", NEW."votes_for"); RETURN NULL;', hash='d5736e16c976de884be65ca7c02a66e5664d8a68', operation='UPDATE', pgid='pgtrigger_record_update_f1a6c', table='elections_partylist', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partylist',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_partylistevent" ("ballot_position", "contest_id", "id", "minutes_number", "nominated_at_place", "nominated_on", "nominating_body", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present", "registered_at", "registered_seq", "registered_submission_id", "state", "version", "votes_for") VALUES (OLD."ballot_position", OLD."contest_id", OLD."id", OLD."minutes_number", OLD."nominated_at_place", OLD."nominated_on", OLD."nominating_body", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."present", OLD."registered_at", OLD."registered_seq", OLD."registered_submission_id", OLD."state", OLD."version", OLD."votes_for"); RETURN NULL;', hash='7f5fd39b38c7f4943e9044263a076e68032bb752', operation='DELETE', pgid='pgtrigger_record_delete_62fce', table='elections_partylist', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partylist',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='b08183c930cbe98f5812289e7fe588a3b0a9d392', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_76741', table='elections_partylist', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='d660234402e8d89b86cd1fad3324faa570747e0a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_53b36', table='elections_decisionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decisionevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='7eeaf11723031eb9240aa161c6493f740e7f4013', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_5489f', table='elections_decisionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decisionevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='c0d7aa6c3032e61e25994edf3174f90a87bffc36', operation='INSERT', pgid='pgtrigger_only_recorded_28e64', table='elections_decisionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('contest__isnull', True), ('list__isnull', False)), models.Q(('contest__isnull', False), ('list__isnull', True)), _connector='OR'), name='decision_list_or_contest'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_by__isnull', True), models.Q(('confirmed_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='decision_by_two_people'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False), ('state', 'confirmed')), models.Q(models.Q(('state', 'confirmed'), _negated=True), ('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), _connector='OR'), name='decision_confirmed_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'confirmed', 'taken_back', 'sent_back', 'lapsed'])), name='decision_state_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['register', 'refuse', 'exclude', 'withdraw', 'annul', 'appeal', 'publish', 'correct'])), name='decision_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('digest_reviewed__regex', '^[0-9a-f]{64}$')), name='decision_digest_sha256'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('number__isnull', True), ('year__isnull', True)), models.Q(('number__gt', 0), ('resolved_at__isnull', False), ('year__isnull', False)), _connector='OR'), name='decision_number_with_year_and_time'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('list',), name='decision_one_open_per_list'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('contest',), name='decision_one_open_per_contest'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(condition=models.Q(('number__isnull', False)), fields=('commission', 'year', 'number'), name='decision_number_unique'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_decisionevent" ("article", "closed_at", "closed_by_id", "closed_reason", "commission_id", "confirmed_at", "confirmed_by_id", "contest_id", "digest_reviewed", "ground", "id", "kind", "list_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "resolved_at", "state", "submission_id", "supersedes_id", "votes_against", "votes_for", "year") VALUES (NEW."article", NEW."closed_at", NEW."closed_by_id", NEW."closed_reason", NEW."commission_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."contest_id", NEW."digest_reviewed", NEW."ground", NEW."id", NEW."kind", NEW."list_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."resolved_at", NEW."state", NEW."submission_id", NEW."supersedes_id", NEW."votes_against", NEW."votes_for", NEW."year"); RETURN NULL;', hash='6893014ce85041b9a1fd24caf9797aa647d2dbb9', operation='INSERT', pgid='pgtrigger_record_insert_ee0a1', table='elections_decision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_decisionevent" ("article", "closed_at", "closed_by_id", "closed_reason", "commission_id", "confirmed_at", "confirmed_by_id", "contest_id", "digest_reviewed", "ground", "id", "kind", "list_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "resolved_at", "state", "submission_id", "supersedes_id", "votes_against", "votes_for", "year") VALUES (NEW."article", NEW."closed_at", NEW."closed_by_id", NEW."closed_reason", NEW."commission_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."contest_id", NEW."digest_reviewed", NEW."ground", NEW."id", NEW."kind", NEW."list_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."resolved_at", NEW."state", NEW."submission_id", NEW."supersedes_id", NEW."votes_against", NEW."votes_for", NEW."year"); RETURN NULL;', hash='611c572fddd32b1a381e90af3d48d2406c40effa', operation='UPDATE', pgid='pgtrigger_record_update_8d355', table='elections_decision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_decisionevent" ("article", "closed_at", "closed_by_id", "closed_reason", "commission_id", "confirmed_at", "confirmed_by_id", "contest_id", "digest_reviewed", "ground", "id", "kind", "list_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "resolved_at", "state", "submission_id", "supersedes_id", "votes_against", "votes_for", "year") VALUES (OLD."article", OLD."closed_at", OLD."closed_by_id", OLD."closed_reason", OLD."commission_id", OLD."confirmed_at", OLD."confirmed_by_id", OLD."contest_id", OLD."digest_reviewed", OLD."ground", OLD."id", OLD."kind", OLD."list_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."reason", OLD."resolved_at", OLD."state", OLD."submission_id", OLD."supersedes_id", OLD."votes_against", OLD."votes_for", OLD."year"); RETURN NULL;', hash='7a0d37a0ae216e5670fdc6d52b9c83a7324c1a05', operation='DELETE', pgid='pgtrigger_record_delete_31e26', table='elections_decision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='a89f31412e6349d6f0d5c0e08475d8df7538fe03', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_1b0f8', table='elections_decision', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='653a774bc99838b5824985e7c6c0ef34f413a05d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2f837', table='elections_submissionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='01f714074400e5a600b591854ee3748e6cabb8da', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_65083', table='elections_submissionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='b1ad98e6001d70715d2cb1061c250341c5ec9422', operation='INSERT', pgid='pgtrigger_only_recorded_65a97', table='elections_submissionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionkey',
            trigger=pgtrigger.compiler.Trigger(name='record_insert', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_submissionkeyevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."submission_id"); RETURN NULL;', hash='45a7201219ce282ed69ec3e9ecf8dd21a5845c11', operation='INSERT', pgid='pgtrigger_record_insert_5a2bf', table='elections_submissionkey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionkey',
            trigger=pgtrigger.compiler.Trigger(name='record_update', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "elections_submissionkeyevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."submission_id"); RETURN NULL;', hash='4eff097abce213f27f63a723f1033e93cdb6da18', operation='UPDATE', pgid='pgtrigger_record_update_204d2', table='elections_submissionkey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionkey',
            trigger=pgtrigger.compiler.Trigger(name='record_delete', sql=portal.base.audit.triggers.RecorderSql(func='INSERT INTO "elections_submissionkeyevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "submission_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."submission_id"); RETURN NULL;', hash='90458cd89895dabf8c03d69fe535465b40e41fe3', operation='DELETE', pgid='pgtrigger_record_delete_e853c', table='elections_submissionkey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionkey',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='80d8a4191957a111463876c6c80e7781b3257b45', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_0e0f4', table='elections_submissionkey', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionkeyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: no row of % is changed or deleted', TG_TABLE_NAME;", hash='31174e1ee30672f8563077bf37afb6552ba1467f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_488df', table='elections_submissionkeyevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionkeyevent',
            trigger=pgtrigger.compiler.Trigger(name='not_truncated', sql=portal.base.audit.triggers.RecorderSql(func="RAISE EXCEPTION 'audit: % is never emptied', TG_TABLE_NAME;", hash='f3e0cf78379c8010fd7db7acadbe027af065c491', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_not_truncated_64067', table='elections_submissionkeyevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionkeyevent',
            trigger=pgtrigger.compiler.Trigger(name='only_recorded', sql=portal.base.audit.triggers.RecorderSql(condition='WHEN (pg_trigger_depth() = 0)', func="RAISE EXCEPTION 'audit: % is written by triggers alone', TG_TABLE_NAME;", hash='9b25c7e3b538a8fb33e93da4beec924a1f9ced0d', operation='INSERT', pgid='pgtrigger_only_recorded_69584', table='elections_submissionkeyevent', when='BEFORE')),
        ),
    ]
