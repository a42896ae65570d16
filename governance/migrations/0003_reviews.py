from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('governance', '0002_assessments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='workinggroupmeeting',
            options={'base_manager_name': 'objects', 'ordering': ['-held_on', '-pk'], 'verbose_name': 'meeting of the working group', 'verbose_name_plural': 'meetings of the working group'},
        ),
        migrations.AddField(
            model_name='itemreview',
            name='is_to_return',
            field=models.BooleanField(default=False, verbose_name='to be returned for more information'),
        ),
        migrations.AddField(
            model_name='workinggroupmeeting',
            name='content_hash',
            field=models.CharField(blank=True, default='', editable=False, max_length=64, verbose_name='content hash'),
        ),
        migrations.AlterField(
            model_name='assessmentevent',
            name='kind',
            field=models.CharField(choices=[('started', 'started'), ('carried', "started from last year's answers"), ('submitted', 'submitted'), ('returned', 'more information asked for'), ('resubmitted', 'submitted again'), ('assigned', 'reviewer chosen'), ('reviewed', 'reviewed, result recommended'), ('changed', 'review changed after the recommendation'), ('confirmed', 'confirmed by the working group'), ('absent', 'does not take part this year'), ('rejoined', 'takes part after all'), ('withdrawn', 'withdrawn'), ('extended', 'time extended'), ('paper', 'paper form entered'), ('handover', 'handed over'), ('asked', 'asked to reconsider'), ('decided', 'request to reconsider decided'), ('evidence', 'evidence added'), ('no-evidence', 'evidence removed'), ('announced', 'announced')], max_length=11, verbose_name='what'),
        ),
        migrations.AddConstraint(
            model_name='itemreview',
            constraint=models.CheckConstraint(condition=models.Q(('is_agreed', False), ('is_to_return', False), _connector='OR'), name='itemreview_agreed_or_to_return'),
        ),
    ]
